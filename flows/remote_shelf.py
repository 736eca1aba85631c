"""Where the store's bytes lie: anything that fsspec reaches and that has no shelf of its own.

Uploads are whole or absent, and of two that create one thing one wins, where the service makes it so; where it does
not, two runs that finish one thing in the same moment may each keep their own of two equally good results.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from fsspec import AbstractFileSystem
from fsspec.core import url_to_fs

from flows.shelf import CHUNK_BYTES, Lying, changed

_swapping = threading.Lock()


class Remote:
    """A file system of fsspec. Safe in many threads; after a fork the child makes connections of its own."""

    def __init__(self, url: str) -> None:
        """Raises ImportError, ValueError where fsspec does not know the kind of URL."""
        self._url = url
        self._made: dict[int, AbstractFileSystem] = {}
        files, root = url_to_fs(url, use_listings_cache=False)
        self._made[os.getpid()] = files
        self.root = root.rstrip("/")

    @property
    def _files(self) -> AbstractFileSystem:
        files = self._made.get(os.getpid())
        if files is None:
            files, _ = url_to_fs(self._url, use_listings_cache=False)
            self._made = {os.getpid(): files}
        return files

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
        """See Shelf. Raises StoreDamaged. What arrived is read again: not every service compares."""
        files, path = self._files, f"{self.root}/{place}"
        files.makedirs(path.rpartition("/")[0], exist_ok=True)
        files.put_file(str(source), path)
        seen = hashlib.sha256()
        with self.open(place) as file:
            while chunk := file.read(CHUNK_BYTES):
                seen.update(chunk)
        if seen.hexdigest() != digest:
            files.rm_file(path)
            raise changed(source)

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

    def places(self, under: str) -> Iterator[Lying]:
        """See Shelf. One folder's names at a time."""
        for _, _, files in self._files.walk(f"{self.root}/{under}", detail=True):
            for name, told in files.items():
                inside = str(told["name"]).partition(f"/{under}/")[2] or name
                yield Lying(f"{under}/{inside}", int(told.get("size") or 0), _when(told))

    def mark(self, place: str, content: bytes) -> bool:
        """See Shelf."""
        return self.put_bytes(place, content, first=True)

    def swap(self, place: str, old: bytes, new: bytes) -> bool:
        """See Shelf. One of many that try succeeds within one process only."""
        with _swapping:
            return self.read(place) == old and self.put_bytes(place, new, first=False)

    def remove(self, place: str, unless_since: float | None = None) -> bool:
        """See Shelf."""
        path = f"{self.root}/{place}"
        try:
            if unless_since is not None and _when(self._files.info(path)) >= unless_since:
                return False
            self._files.rm_file(path)
        except FileNotFoundError:
            return False
        return True

    def touch(self, place: str) -> bool:
        """See Shelf: it is not cheap here, and only looked for."""
        return self.size(place) is not None

    def when(self, place: str) -> float | None:
        """See Shelf."""
        try:
            return _when(self._files.info(f"{self.root}/{place}"))
        except FileNotFoundError:
            return None

    def lock(self) -> AbstractContextManager[object]:
        """See Shelf: there is no such thing here."""
        return contextlib.nullcontext()


def _when(told: Mapping[str, object]) -> float:
    for name in ("LastModified", "mtime", "updated", "created"):
        when = told.get(name)
        if isinstance(when, datetime):
            return when.timestamp()
        if isinstance(when, int | float):
            return float(when)
    return 0.0
