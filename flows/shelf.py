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
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from flows.files import refuse_os_error, sync_folder
from flows.processes import owner
from languages.errors import StoreDamaged

if TYPE_CHECKING:
    import filelock
    from fsspec import AbstractFileSystem

CHUNK_BYTES = 1 << 20
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
"""What file systems without hard links answer."""


class Shelf(Protocol):
    """Bytes under names."""

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

    def places(self, under: str) -> Iterator[str]:
        """All places under a folder."""
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
            raise refuse_os_error(error, path) from error
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
            raise refuse_os_error(error, path) from error
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
            raise refuse_os_error(error, target) from error

    def places(self, under: str) -> Iterator[str]:
        """See Shelf."""
        for folder in sorted((self.root / under).glob("*")):
            for path in sorted(folder.iterdir()):
                yield f"{under}/{folder.name}/{path.name}"

    @cached_property
    def _filelock(self) -> filelock.BaseFileLock:
        import filelock

        return filelock.FileLock(self.root / "lock")

    def lock(self) -> AbstractContextManager[object]:
        """See Shelf. May be taken again by the thread that holds it."""
        try:
            self._make(self.root)
        except OSError as error:
            raise refuse_os_error(error, self.root) from error
        return self._filelock


class Remote:
    """Any other fsspec file system. Uploads are whole or absent where the service makes them so (S3 does)."""

    def __init__(self, files: AbstractFileSystem, root: str) -> None:
        self._files = files
        self.root = root.rstrip("/")

    def read(self, place: str) -> bytes | None:
        """See Shelf."""
        try:
            return cast(bytes, self._files.cat_file(f"{self.root}/{place}"))
        except FileNotFoundError:
            return None

    def open(self, place: str) -> BinaryIO:
        """See Shelf."""
        return cast(BinaryIO, self._files.open(f"{self.root}/{place}", "rb"))

    def size(self, place: str) -> int | None:
        """See Shelf."""
        try:
            return cast("int | None", self._files.size(f"{self.root}/{place}"))
        except FileNotFoundError:
            return None

    def put_file(self, place: str, source: Path, digest: str) -> None:
        """See Shelf."""
        self._files.makedirs(f"{self.root}/{place}".rpartition("/")[0], exist_ok=True)
        self._files.put_file(str(source), f"{self.root}/{place}")

    def move_file(self, place: str, source: Path) -> bool:
        """See Shelf: it has to be sent there."""
        return False

    def put_bytes(self, place: str, content: bytes, first: bool) -> bool:
        """See Shelf."""
        self._files.makedirs(f"{self.root}/{place}".rpartition("/")[0], exist_ok=True)
        try:
            # Services that know conditional writes decide themselves who was first.
            self._files.pipe_file(f"{self.root}/{place}", content, mode="create" if first else "overwrite")
        except FileExistsError:
            return False
        return True

    def set_aside(self, place: str, to: str) -> None:
        """See Shelf."""
        self._files.makedirs(f"{self.root}/{to}".rpartition("/")[0], exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            self._files.mv(f"{self.root}/{place}", f"{self.root}/{to}")

    def places(self, under: str) -> Iterator[str]:
        """See Shelf."""
        start = f"{self.root}/{under}/"
        for found in sorted(self._files.find(start)):
            yield under + "/" + str(found).partition(f"/{under}/")[2]

    def lock(self) -> AbstractContextManager[object]:
        """See Shelf: there is no such thing here."""
        return contextlib.nullcontext()


def changed(source: Path) -> StoreDamaged:
    """The error for a file that was written to while it was taken in."""
    return StoreDamaged(
        f"{source} changed while it was being stored.",
        expected="A file is stored when whatever makes it has finished.",
        remedy="Run it again.",
    )
