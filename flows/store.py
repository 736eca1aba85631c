"""The store: the memory of all runs. Content-addressed, on any fsspec file system, written whole or not at all.

::

    objects/ab/abcdef…        bytes, named by their sha256
    records/ab/abcdef….json   how the result with this key came to be, and which objects it is made of
    scratch/<owner>-…         where results are made before they are stored; swept when their owner has ended
    damaged/…                 what could not be read, kept for whoever wants to know why
    claims/ab/abcdef…         who is making the result with this key just now (flows/claims.py)
    runs/…                    what runs leave for people and for other machines; what it names is kept
    epoch                     changes before and after anything is removed (flows/epoch.py)

A result is there when its record is there and all objects it names are there with their size. The first commit
of a key wins. Nothing whole is ever changed in place.
"""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import hashlib
import logging
import os
import shutil
import time
import uuid
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

import msgspec

from flows import claims, epoch, logs, lookup
from flows.files import digest_of, refuse_os_error
from flows.index import Index
from flows.noting import flush, note_soon
from flows.patient import Patient
from flows.record import Made, Record, Stored, decode, is_of_later_schema, object_place, record_place
from flows.shelf import CHUNK_BYTES, Disk, Shelf
from languages.errors import EngineError, StoreDamaged, UsageError
from languages.owners import is_gone, owner

FULL_BYTES = 1 << 20
"""Less free space than this is a full disk: no result fits into it."""
EPOCH_S = 5.0
WEEK_S = 7 * 24 * 3600.0
OLD_S = 24 * 3600.0
"""Age after which scratch of another machine is swept away: whether its owner lives cannot be known here."""

__all__ = ["Made", "Record", "Store", "Stored", "default_url"]

_log = logging.getLogger("vernacast.store")


def default_url() -> str:
    """The user's own store: ``VERNACAST_STORE``, or a folder under the user's data."""
    if named := os.environ.get("VERNACAST_STORE"):
        return named
    import platformdirs

    return str(Path(platformdirs.user_data_dir("vernacast")) / "store")


class Store:
    """A store on a folder or any fsspec URL. Safe for many threads and processes at once."""

    def __init__(self, url: str = "") -> None:
        self.url = url or default_url()
        self._shelf: Shelf
        self._seen_epoch = (-1e9, "")
        if "://" not in self.url or self.url.startswith("file://"):
            place = unquote(urlsplit(self.url).path) if "://" in self.url else os.path.expanduser(self.url)
            self.root = os.path.abspath(place)
            self._shelf = Disk(Path(self.root))
            self._scratch = Path(self.root) / "scratch"
        else:
            self._shelf = _remote(self.url)
            self.root = self.url.partition("://")[2].rstrip("/")
            import platformdirs

            self._scratch = Path(platformdirs.user_cache_dir("vernacast")) / "scratch"

    @property
    def shelf(self) -> Shelf:
        """Where its bytes lie."""
        return self._shelf

    def put_file(self, path: Path, media_type: str, *, move: bool = False) -> Stored:
        """Takes a file in and names it by its content.

        The original stays, or with ``move`` goes where that spares a copy; only what nobody writes to any more may
        be moved.

        Raises:
            DiskFull, ResourceError: it cannot be written; nothing of it is left.
        """
        digest, size = digest_of(path), path.stat().st_size
        # Another size under this name is damage, which a fresh copy mends.
        there = self._shelf.size(object_place(digest)) == size
        # Touched, or garbage collection might take it before its record is there; it may have in this very moment.
        there = there and self._shelf.touch(object_place(digest))
        if not there and not (move and self._shelf.move_file(object_place(digest), path)):
            self._shelf.put_file(object_place(digest), path, digest)
        return Stored(digest=digest, media_type=media_type, size=size)

    def path(self, digest: str) -> Path:
        """A local path of an object, to be read only; objects of a remote store are fetched once.

        Raises:
            StoreDamaged: the store does not hold it, or holds something else under its name.
        """
        if isinstance(self._shelf, Disk):
            local = self._shelf.root / object_place(digest)
            if not local.exists():
                raise self._missing(digest)
            return local
        local = self._scratch.with_name("fetched") / digest
        if not local.exists():
            with self.scratch() as folder, (folder / digest).open("xb") as file:
                if self._hash(digest, file) != digest:
                    raise StoreDamaged(
                        f"The store {self.url} holds another content under {digest}.", remedy="Run it again."
                    )
                local.parent.mkdir(parents=True, exist_ok=True)
                file.flush()
                os.fsync(file.fileno())
                os.replace(folder / digest, local)
        with contextlib.suppress(OSError):
            os.utime(local)  # used: not to be swept
        return local

    def has(self, digest: str) -> bool:
        """Whether an object is there."""
        return self._shelf.size(object_place(digest)) is not None

    def find(self, key: str) -> Record | None:
        """The result under a key, or None where it is not whole. A record that cannot be read is set aside.

        Strict: it reads the record and asks for the size of every object.
        """
        return self._find(key, self._shelf.size)

    def _find(self, key: str, size_of: Callable[[str], int | None]) -> Record | None:
        content = self._shelf.read(record_place(key))
        if content is None:
            return None
        record = decode(key, content)
        if record is None:
            if not is_of_later_schema(content):
                self._set_aside(key)
            return None
        if not _has_objects(record, size_of):
            self.forget((key,))
            return None
        return record

    def _is_whole(self, key: str, content: bytes) -> bool:
        record = decode(key, content)
        return record is not None and _has_objects(record, self._shelf.size)

    def find_many(self, keys: Iterable[str]) -> Mapping[str, Record]:
        """The whole results under some keys, in their order; keys without one are left out. For 60,000 keys and more.

        Records are read when asked for. ``flows/lookup.py`` says what is noticed of what happened to the store.

        For plans. What needs a result that it finds here asks ``find`` or ``path`` for it, which are strict.
        """
        flush(self.url)
        return lookup.find_many(self._shelf, self.url, self.find, self._find, keys)

    def forget(self, keys: Iterable[str]) -> None:
        """Drops the notes of ``find_many`` that some results are there: somebody has looked, and they are not."""
        gone = tuple(keys)
        if gone and (token := epoch.find_epoch(self._shelf)):
            Index(self.url, token).forget(gone)

    def commit(self, key: str, record: Record) -> Record:
        """Puts a result under its key and gives back the one that is there: the first commit wins.

        Raises:
            DiskFull, ResourceError: it cannot be written; nothing of it is left.
            StoreDamaged: an object that it names is not in the store.
        """
        if record.key != key:
            raise ValueError(f"The record says {record.key}, not {key}.")
        before = self._epoch()
        sizes = tuple(self._size(digest) for digest in record.objects)
        record = dataclasses.replace(record, sizes=sizes)
        content = msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"
        record = msgspec.json.decode(content, type=Record)  # as it will be read: tuples are lists then
        while not self._shelf.put_bytes(record_place(key), content, first=True):
            there = self.find(key)
            if there is not None:
                if there.value != record.value or there.made != record.made:  # else it is our own, its answer lost
                    self._tell_late(key)
                if before:
                    note_soon(self.url, before, there)
                return there
            # What stands there is not whole, or has just gone: one of those who see it puts theirs in its place.
            torn = self._shelf.read(record_place(key))
            if torn is None or self._is_whole(key, torn):  # gone, or mended since we looked
                continue
            if self._shelf.swap(record_place(key), torn, content):
                break
        if before:
            note_soon(self.url, before, record)
        return record

    def _tell_late(self, key: str) -> None:
        if logs.wanted():
            _log.info("A result was made twice; the one that was there first stays: %s", key)

    def _epoch(self) -> str:
        """The store's epoch at some moment within the last seconds: notes under one that is over are void anyway."""
        when, token = self._seen_epoch
        if time.monotonic() - when > EPOCH_S:
            token = epoch.find_epoch(self._shelf, make=True)
            self._seen_epoch = (time.monotonic(), token)
        return token

    def _size(self, digest: str) -> int:
        size = self._shelf.size(object_place(digest))
        if size is None:
            raise self._missing(digest)
        return size

    def _missing(self, digest: str) -> StoreDamaged:
        return StoreDamaged(f"The store {self.url} does not hold {digest}.", remedy="Run it again.")

    def _set_aside(self, key: str) -> None:
        with self._shelf.lock():
            content = self._shelf.read(record_place(key))
            if content is None or decode(key, content) is not None:
                return  # somebody has mended it meanwhile
            to = f"damaged/{key}-{uuid.uuid4().hex}.json"
            epoch.bump(self._shelf)
            self._shelf.set_aside(record_place(key), to)
        _log.warning("A record could not be read and was set aside as %s/%s; it is made again.", self.root, to)

    def note(self, place: str, content: bytes) -> None:
        """Writes a small file that is neither object nor record, over what was there (``runs/<id>/…``).

        Raises:
            DiskFull, ResourceError: it cannot be written; what was there before is untouched.
        """
        self._shelf.put_bytes(place, content, first=False)

    def noted(self, place: str) -> bytes | None:
        """What ``note`` wrote, or None."""
        return self._shelf.read(place)

    @contextmanager
    def scratch(self) -> Generator[Path]:
        """A folder to make results in, gone afterwards.

        Raises:
            DiskFull, ResourceError: there is no room for it, or no right to write there.
        """
        folder = self._scratch / f"{owner()}-{uuid.uuid4().hex}"
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise refuse_os_error(error, folder) from error
        try:
            yield folder
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
                raise
            raise refuse_os_error(error, folder) from error
        except EngineError as error:
            # What an engine says of a full disk is whatever its libraries say; the disk itself is clearer.
            if shutil.disk_usage(folder).free < FULL_BYTES:
                raise refuse_os_error(OSError(errno.ENOSPC, str(error)), folder) from error
            raise
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def sweep(self) -> int:
        """Removes the scratch and the claims that ended processes left; how many things were removed.

        Of a remote store what lies on this machine, and of its copies those that nobody used for a week.
        """
        swept = claims.sweep(self._shelf) if isinstance(self._shelf, Disk) else 0
        for copy in self._scratch.with_name("fetched").glob("*"):
            if _older(copy, WEEK_S):
                copy.unlink(missing_ok=True)
        for left in self._scratch.glob("*"):
            gone = is_gone(left.name)
            if gone or (gone is None and _older(left, OLD_S)):
                shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)
                swept += 1
        return swept

    def verify(self, key: str) -> tuple[str, ...]:
        """Reads a result and all its objects again; names what is wrong, nothing where all is right."""
        record = self.find(key)
        if record is None:
            return (f"record {key} is not there, or is not whole",)
        return tuple(f"object {d} has another content" for d in record.objects if self._hash(d) != d)

    def is_right(self, digest: str) -> bool:
        """Whether what lies under a digest has it; reads it all. What is not there is not wrong."""
        try:
            return self._hash(digest) == digest
        except StoreDamaged:
            return True

    def fsck(self, repair: bool = False) -> tuple[str, ...]:
        """Reads everything and names what is wrong; with ``repair`` that is set aside. See ``flows/fsck.py``."""
        from flows.fsck import check

        return tuple(check(self, repair))

    def _hash(self, digest: str, copy: BinaryIO | None = None) -> str:
        """sha256 of what is there under a digest; ``copy`` is a file that gets the same bytes."""
        seen = hashlib.sha256()
        try:
            with self._shelf.open(object_place(digest)) as file:
                while chunk := file.read(CHUNK_BYTES):
                    seen.update(chunk)
                    if copy is not None:
                        copy.write(chunk)
        except FileNotFoundError:
            raise self._missing(digest) from None
        return seen.hexdigest()


def _remote(url: str) -> Patient:
    if "@" in urlsplit(url).netloc:
        raise UsageError(
            "The URL of the store holds a name or password.",
            expected="A URL without: it is shown in messages and reports.",
            remedy="Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or what your service reads, instead.",
        )
    if url.startswith(("http://", "https://", "ftp://", "data:")):
        raise UsageError(
            f"The store {url} cannot be one: such addresses can be read at best, and a store is written.",
            expected="A folder, or s3://bucket/folder with AWS_ENDPOINT_URL where the service is not Amazon's.",
        )
    try:
        if url.startswith("s3://"):
            from flows.s3_shelf import S3

            return Patient(S3(url))
        from flows.remote_shelf import Remote

        return Patient(Remote(url))
    except (ImportError, ValueError) as error:
        raise UsageError(
            f"The store {url} cannot be reached: {error}",
            expected="A folder, or a URL that an installed fsspec package knows.",
            remedy="Install the package that it names (for s3:// `make setup-cluster` in a checkout, or "
            "`pip install vernacast[s3]`), or name a folder with --store or VERNACAST_STORE.",
        ) from error


def _older(path: Path, seconds: float) -> bool:
    newest = 0.0
    for place in (path, *path.rglob("*")):
        with contextlib.suppress(OSError):
            newest = max(newest, place.stat().st_mtime)
    return time.time() - newest > seconds


def _has_objects(record: Record, size_of: Callable[[str], int | None]) -> bool:
    """Whether all objects of a record are there, and as large as it says."""
    sizes = record.sizes or (None,) * len(record.objects)
    there = (size_of(object_place(digest)) for digest in record.objects)
    return all(now is not None and size in (None, now) for now, size in zip(there, sizes, strict=True))
