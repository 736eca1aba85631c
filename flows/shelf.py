"""Where the store's bytes lie: a folder of this machine, or anything that fsspec reaches.

Places are names like ``objects/ab/abcdef…``, relative to the store. What is under a place is whole: it is
written aside, made to last (fsync), and only then given its name.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import uuid
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol, TypeVar

from flows.files import refuse_os_error, sync_folder
from flows.observe import store_error
from languages.errors import ResourceError, StoreDamaged
from languages.owners import owner

if TYPE_CHECKING:
    import filelock

CHUNK_BYTES = 1 << 20
THREADS = 16
"""Requests to a remote store at once."""
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
"""What file systems without hard links answer."""


T = TypeVar("T")
R = TypeVar("R")


class Lying(NamedTuple):
    """What a listing says of one place. (A named tuple: a listing makes millions of them.)"""

    place: str
    size: int
    """Bytes."""
    when: float
    """When it was put there or last touched, in seconds of the Unix epoch by the shelf's clock; 0 = not told."""


class Shelf(Protocol):
    """Bytes under names. Raises StoreUnavailable where it does not answer (for now)."""

    def read(self, place: str) -> bytes | None:
        """All bytes, or None where nothing is."""
        ...

    def open(self, place: str) -> BinaryIO:
        """For reading piece by piece. Raises FileNotFoundError."""
        ...

    def size(self, place: str) -> int | None:
        """Bytes, or None where nothing is."""
        ...

    def put_file(self, place: str, source: Path, digest: str) -> None:
        """Puts a file's content in place, over anything there; its sha256 must be ``digest`` on arrival too."""
        ...

    def move_file(self, place: str, source: Path) -> bool:
        """Gives a file its place instead of copying it; False (and no change) where that cannot be."""
        ...

    def put_bytes(self, place: str, content: bytes, first: bool) -> bool:
        """Puts bytes in place; with ``first``, False (and no change) where something is there already."""
        ...

    def set_aside(self, place: str, to: str) -> None:
        """Moves what is under one name to another; nothing happens where nothing is."""
        ...

    def places(self, under: str) -> Iterator[Lying]:
        """All places under a folder, in no order, as they are found: never all in memory at once."""
        ...

    def mark(self, place: str, content: bytes) -> bool:
        """Puts a few bytes in place where nothing is, else False. Cheap: it need not outlast a power cut."""
        ...

    def swap(self, place: str, old: bytes, new: bytes) -> bool:
        """Puts other bytes in place where these are, else False: of many that try one succeeds."""
        ...

    def remove(self, place: str, unless_since: float | None = None) -> bool:
        """Takes away what is under a name; with ``unless_since`` (Unix time) only if put or touched before it.

        False where nothing is, or where it was younger.
        """
        ...

    def touch(self, place: str) -> bool:
        """Makes what is under a name young again where that is cheap; False where nothing is (any more)."""
        ...

    def when(self, place: str) -> float | None:
        """As ``Lying.when``, of one place; None where nothing is."""
        ...

    def lock(self) -> AbstractContextManager[object]:
        """Held by one thread of one process at a time, where the shelf has such a thing."""
        ...


class Disk:
    """A folder. Safe for many threads and processes, also of several machines that share it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, place: str) -> bytes | None:
        """See Shelf."""
        try:
            with open(f"{self.root}/{place}", "rb", buffering=0) as file:
                return file.read()
        except FileNotFoundError:
            return None

    def open(self, place: str) -> BinaryIO:
        """See Shelf."""
        return (self.root / place).open("rb")

    def size(self, place: str) -> int | None:
        """See Shelf."""
        try:
            return os.stat(f"{self.root}/{place}").st_size
        except FileNotFoundError:
            return None

    def put_file(self, place: str, source: Path, digest: str) -> None:
        """See Shelf. Raises DiskFull, ResourceError, StoreDamaged."""

        def fill(file: BinaryIO) -> None:
            seen = hashlib.sha256()
            with source.open("rb") as content:
                while chunk := content.read(CHUNK_BYTES):
                    seen.update(chunk)
                    file.write(chunk)
            if seen.hexdigest() != digest:
                raise changed(source)

        self._put(place, fill, first=False)

    def move_file(self, place: str, source: Path) -> bool:
        """See Shelf. Raises DiskFull, ResourceError."""
        path = self.root / place
        try:
            self._make(path.parent)
            handle = os.open(source, os.O_RDONLY | os.O_CLOEXEC)
            try:
                os.fchmod(handle, 0o444)
                os.fsync(handle)
            finally:
                os.close(handle)
            os.replace(source, path)
            sync_folder(path.parent)
        except OSError as error:
            if error.errno == errno.EXDEV:
                return False
            raise _refused(error, path) from error
        return True

    def put_bytes(self, place: str, content: bytes, first: bool) -> bool:
        """See Shelf. Raises DiskFull, ResourceError."""

        def fill(file: BinaryIO) -> None:
            file.write(content)

        return self._put(place, fill, first)

    def _put(self, place: str, fill: Callable[[BinaryIO], None], first: bool) -> bool:
        path = self.root / place
        # In the same file system as the store, and named so that a sweep can tell whose it is.
        partial = self.root / "scratch" / f"{owner()}-{uuid.uuid4().hex}.part"
        try:
            self._make(partial.parent)
            self._make(path.parent)
            # Read-only: an object that a program opens by its path must not be changed in place.
            handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o444)
            with os.fdopen(handle, "wb") as file:
                fill(file)
                file.flush()
                os.fsync(file.fileno())
            if not self._name(partial, path, first):
                return False
            sync_folder(path.parent)
        except OSError as error:
            raise _refused(error, path) from error
        finally:
            with contextlib.suppress(OSError):
                partial.unlink()
        return True

    def _name(self, partial: Path, path: Path, first: bool) -> bool:
        if not first:
            os.replace(partial, path)
            return True
        try:
            os.link(partial, path)
        except FileExistsError:
            return False
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            with self.lock():
                if path.exists():
                    return False
                os.replace(partial, path)
        return True

    def _make(self, folder: Path) -> None:
        """A folder that lasts through a power cut."""
        if folder.is_dir():
            return
        self._make(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)

    def set_aside(self, place: str, to: str) -> None:
        """See Shelf."""
        target = self.root / to
        try:
            self._make(target.parent)
            os.replace(self.root / place, target)
        except FileNotFoundError:
            pass
        except OSError as error:
            raise _refused(error, target) from error

    def places(self, under: str) -> Iterator[Lying]:
        """See Shelf. One folder's names at a time."""
        folders = [under]
        while folders:
            folder = folders.pop()
            try:
                with os.scandir(f"{self.root}/{folder}") as found:
                    for entry in found:
                        place = f"{folder}/{entry.name}"
                        if entry.is_dir(follow_symlinks=False):
                            folders.append(place)
                            continue
                        with contextlib.suppress(FileNotFoundError):
                            told = entry.stat(follow_symlinks=False)
                            yield Lying(place, told.st_size, told.st_mtime)
            except FileNotFoundError:
                continue

    def names(self, folder: str) -> list[str]:
        """Names of the files in a folder; none where it is not there."""
        try:
            return os.listdir(f"{self.root}/{folder}")
        except FileNotFoundError:
            return []

    def mark(self, place: str, content: bytes) -> bool:
        """See Shelf. Raises DiskFull, ResourceError."""
        path = f"{self.root}/{place}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        try:
            try:
                handle = os.open(path, flags, 0o644)
            except FileNotFoundError:
                os.makedirs(os.path.dirname(path), exist_ok=True)
                handle = os.open(path, flags, 0o644)
            try:
                os.write(handle, content)
            finally:
                os.close(handle)
        except FileExistsError:
            return False
        except OSError as error:
            raise _refused(error, Path(path)) from error
        return True

    def swap(self, place: str, old: bytes, new: bytes) -> bool:
        """See Shelf. Raises DiskFull, ResourceError."""
        with self.lock():
            return self.read(place) == old and self.put_bytes(place, new, first=False)

    def remove(self, place: str, unless_since: float | None = None) -> bool:
        """See Shelf. What somebody touches in the very moment is put back."""
        path = f"{self.root}/{place}"
        try:
            if unless_since is None:
                os.unlink(path)
                return True
            if os.stat(path).st_mtime >= unless_since:
                return False
            aside = f"{self.root}/scratch/{owner()}-{uuid.uuid4().hex}.gone"
            os.makedirs(f"{self.root}/scratch", exist_ok=True)
            os.rename(path, aside)
            if os.stat(aside).st_mtime >= unless_since:
                with contextlib.suppress(FileExistsError):
                    os.link(aside, path)
                os.unlink(aside)
                return False
            os.unlink(aside)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise _refused(error, Path(path)) from error
        return True

    def touch(self, place: str) -> bool:
        """See Shelf."""
        try:
            os.utime(f"{self.root}/{place}")
        except FileNotFoundError:
            return False
        except OSError:
            return True  # it is there, and not ours to touch
        return True

    def when(self, place: str) -> float | None:
        """See Shelf."""
        try:
            return os.stat(f"{self.root}/{place}").st_mtime
        except FileNotFoundError:
            return None

    @cached_property
    def _filelock(self) -> filelock.BaseFileLock:
        import filelock

        return filelock.FileLock(self.root / "lock")

    def lock(self) -> AbstractContextManager[object]:
        """See Shelf. May be taken again by the thread that holds it."""
        try:
            self._make(self.root)
        except OSError as error:
            raise _refused(error, self.root) from error
        return self._filelock


def _refused(error: OSError, place: Path) -> ResourceError:
    """The error to raise for a disk that is full, or that may not be written."""
    store_error("put")
    return refuse_os_error(error, place)


def changed(source: Path) -> StoreDamaged:
    """The error for a file that was written to while it was taken in."""
    return StoreDamaged(
        f"{source} changed while it was being stored.",
        expected="A file is stored when whatever makes it has finished.",
        remedy="Run it again.",
    )


def some_of(items: Iterable[T], many: int) -> Iterator[list[T]]:
    """Items in lists of at most so many."""
    some: list[T] = []
    for item in items:
        some.append(item)
        if len(some) == many:
            yield some
            some = []
    if some:
        yield some


def listed(shelf: Shelf, folders: Sequence[str]) -> Iterator[Iterable[Lying]]:
    """What lies in each folder, in their order. Of a remote store some are listed ahead and held: of 256 folders a
    sixteenth."""
    if isinstance(shelf, Disk):
        yield from map(shelf.places, folders)
        return
    with ThreadPoolExecutor(THREADS) as threads:
        ahead: deque[Future[list[Lying]]] = deque()
        for folder in folders:
            ahead.append(threads.submit(lambda name: list(shelf.places(name)), folder))
            if len(ahead) == THREADS:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


def each(shelf: Shelf, work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """What some work gives for each item: many requests at once where the store is not a folder here."""
    if isinstance(shelf, Disk) or len(items) < 2:
        return [work(item) for item in items]
    with ThreadPoolExecutor(min(THREADS, len(items))) as threads:
        return list(threads.map(work, items))
