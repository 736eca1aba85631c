"""The store: the memory of all runs. Content-addressed, on any fsspec file system, written whole or not at all.

::

    objects/ab/abcdef…        bytes, named by their sha256
    records/ab/abcdef….json   how the result with this key came to be, and which objects it is made of
    scratch/<pid>-…/          where results are made before they are stored

A result is there when its record is there and all objects it names are there with their size. The first commit
of a key wins. Nothing is ever changed in place.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import fsspec
import msgspec
import platformdirs

from flows.files import digest_of, refuse_os_error, sync_folder
from languages.errors import StoreDamaged

OLD_S = 3600.0
"""Age after which a scratch folder or a partial file is swept away, whoever made it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """Bytes in the store."""

    digest: str
    """sha256, hexadecimal."""
    media_type: str
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How a result came to be, for people to read."""

    engine: str
    version: str
    licence: str
    inputs: dict[str, str]
    who: str
    when: str
    """ISO 8601, UTC."""
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One result under its key."""

    schema: str = field(default="Record.1")
    key: str
    stage: str
    value: dict[str, object]
    """The result as plain JSON; media stand in it as digests."""
    objects: tuple[str, ...] = ()
    """Digests of all objects that belong to it."""
    made: Made


def default_url() -> str:
    """The user's own store: ``VERNACAST_STORE``, or a folder under the user's data."""
    return os.environ.get("VERNACAST_STORE") or str(Path(platformdirs.user_data_dir("vernacast")) / "store")


class Store:
    """A store on a folder or any fsspec URL. Safe for many threads and processes at once."""

    def __init__(self, url: str = "") -> None:
        self.url = url or default_url()
        self._fs, self.root = fsspec.core.url_to_fs(self.url)
        self._local = "file" in self._fs.protocol or "local" in self._fs.protocol

    def _object(self, digest: str) -> str:
        return f"{self.root}/objects/{digest[:2]}/{digest}"

    def _record(self, key: str) -> str:
        return f"{self.root}/records/{key[:2]}/{key}.json"

    def put_file(self, path: Path, media_type: str) -> Stored:
        """Takes a file in (the original stays) and names it by its content.

        Raises:
            DiskFull, ResourceError: it cannot be written; nothing of it is left.
        """
        digest, size = digest_of(path), path.stat().st_size
        if not self._fs.exists(self._object(digest)):
            with path.open("rb") as file:
                self._write(self._object(digest), file.read() if not self._local else file)
        return Stored(digest=digest, media_type=media_type, size=size)

    def path(self, digest: str) -> Path:
        """A local path of an object; objects of a remote store are fetched into the scratch once.

        Raises:
            StoreDamaged: the store does not hold it.
        """
        place = self._object(digest)
        if self._local:
            local = Path(place)
            if not local.exists():
                raise StoreDamaged(f"The store {self.url} does not hold {digest}.", remedy="Run it again.")
            return local
        local = self._scratch_root() / "fetched" / digest
        if not local.exists():
            local.parent.mkdir(parents=True, exist_ok=True)
            partial = local.with_name(f"{digest}.{uuid.uuid4().hex}")
            self._fs.get_file(place, str(partial))
            os.replace(partial, local)
        return local

    def has(self, digest: str) -> bool:
        """Whether an object is there."""
        return bool(self._fs.exists(self._object(digest)))

    def find(self, key: str) -> Record | None:
        """The result under a key, or None where it is not whole."""
        try:
            content = Path(self._record(key)).read_bytes() if self._local else self._fs.cat_file(self._record(key))
        except FileNotFoundError:
            return None
        try:
            record = msgspec.json.decode(content, type=Record)
        except msgspec.DecodeError:
            return None  # torn by a power cut: it is made again and replaced
        return record if all(self.has(digest) for digest in record.objects) else None

    def commit(self, key: str, record: Record) -> Record:
        """Puts a result under its key and gives back the one that is there: the first commit wins.

        Raises:
            DiskFull, ResourceError: it cannot be written; nothing of it is left.
        """
        there = self.find(key)
        if there is not None:
            return there
        content = msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"
        if not self._write(self._record(key), content, first=True):
            there = self.find(key)
            if there is not None:
                return there
            self._write(self._record(key), content)  # what stood there was not whole
        return record

    def _write(self, place: str, content: bytes | object, first: bool = False) -> bool:
        """Writes by way of a temporary file; with ``first`` False where another was there before."""
        if not self._local:
            self._fs.makedirs(place.rpartition("/")[0], exist_ok=True)
            data = content if isinstance(content, bytes) else content.read()  # type: ignore[attr-defined]
            if first and self._fs.exists(place):
                return False
            self._fs.pipe_file(place, data)
            return True
        path = Path(place)
        partial = path.with_name(f".{uuid.uuid4().hex}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with partial.open("xb") as file:
                if isinstance(content, bytes):
                    file.write(content)
                else:
                    shutil.copyfileobj(content, file, 1 << 20)  # type: ignore[arg-type]
                file.flush()
                os.fsync(file.fileno())
            if first:
                os.link(partial, path)
                partial.unlink()
            else:
                os.replace(partial, path)
            sync_folder(path.parent)
        except FileExistsError:
            partial.unlink(missing_ok=True)
            return False
        except OSError as error:
            partial.unlink(missing_ok=True)
            raise refuse_os_error(error, path) from error
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
        return True

    def _scratch_root(self) -> Path:
        return Path(self.root) / "scratch" if self._local else Path(platformdirs.user_cache_dir("vernacast"))

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder to make results in, gone afterwards."""
        folder = self._scratch_root() / f"{os.getpid()}-{uuid.uuid4().hex}"
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise refuse_os_error(error, folder) from error
        try:
            yield folder
        except OSError as error:
            raise refuse_os_error(error, folder) from error
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def sweep(self) -> int:
        """Removes what dead processes and old runs left half-done; how many things were removed."""
        if not self._local:
            return 0
        swept = 0
        for folder in self._scratch_root().glob("*-*"):
            pid = folder.name.partition("-")[0]
            if not Path(f"/proc/{pid}").exists() or _older(folder, OLD_S):
                shutil.rmtree(folder, ignore_errors=True)
                swept += 1
        for partial in Path(self.root).glob("*/*/.*.part"):
            if _older(partial, OLD_S):
                partial.unlink(missing_ok=True)
                swept += 1
        return swept

    def fsck(self) -> tuple[str, ...]:
        """Reads everything and names what is wrong; nothing is changed."""
        wrong: list[str] = []
        for place in self._fs.find(f"{self.root}/objects"):
            name = place.rpartition("/")[2]
            if not name.startswith(".") and digest_of(self.path(name)) != name:
                wrong.append(f"object {name} has another content")
        for place in self._fs.find(f"{self.root}/records"):
            name = place.rpartition("/")[2]
            if name.startswith("."):
                continue
            try:
                record = msgspec.json.decode(self._fs.cat_file(place), type=Record)
            except msgspec.DecodeError as error:
                wrong.append(f"record {name} cannot be read: {error}")
                continue
            wrong += [f"record {name} misses object {d}" for d in record.objects if not self.has(d)]
        return tuple(wrong)


def _older(path: Path, seconds: float) -> bool:
    with contextlib.suppress(OSError):
        return time.time() - path.stat().st_mtime > seconds
    return False
