"""Notes about what a store holds, so that a plan of 60,000 units need not read 60,000 files: a SQLite file per store
and epoch in the user's cache folder.

It is a cache and never in the way: missing, damaged, locked, on a full or read-only disk, it answers nothing and notes
nothing. A note is taken after a commit or a strict find, under the epoch that the store had before it; with another
epoch there is another file. Many threads and processes may use it at once, also after a fork: no connection is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from flows.record import SCHEMA, Record

BUSY_S = 2.0
ASKED = 10_000
"""Keys in one question: SQLite takes at most 32,766 (https://www.sqlite.org/limits.html)."""

T = TypeVar("T")
_decoder = msgspec.msgpack.Decoder(Record)
_encode = msgspec.msgpack.Encoder().encode


class Index:
    """The notes about one store under one epoch."""

    def __init__(self, url: str, epoch: str) -> None:
        import platformdirs

        self._folder = Path(platformdirs.user_cache_dir("vernacast")) / "index"
        self._store = hashlib.sha256(url.encode()).hexdigest()[:16]
        self._path = self._folder / f"{self._store}-{epoch}.sqlite"

    def find(self, keys: Sequence[str]) -> dict[str, Record]:
        """What is noted under some keys."""
        if not self._path.exists():
            return {}
        found: dict[str, Record] = {}
        for key, content in self._do(lambda file: _select(file, keys), ()):
            with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError):
                record = _decoder.decode(content)
                if record.key == key.hex() and record.schema == SCHEMA:
                    found[record.key] = record
        return found

    def note(self, records: Iterable[Record]) -> None:
        """Notes whole results."""
        rows = [(bytes.fromhex(r.key), _encode(r)) for r in records]

        def put(file: sqlite3.Connection) -> None:
            with file:
                file.executemany("INSERT OR REPLACE INTO found VALUES (?, ?)", rows)

        if rows:
            self._do(put, None)

    def forget(self, keys: Iterable[str]) -> None:
        """Drops what is noted under some keys."""
        rows = [(bytes.fromhex(key),) for key in keys]

        def drop(file: sqlite3.Connection) -> None:
            with file:
                file.executemany("DELETE FROM found WHERE key = ?", rows)

        if rows and self._path.exists():
            self._do(drop, None)

    def _do(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        for again in (True, False):
            try:
                with contextlib.closing(self._open()) as file:
                    return work(file)
            except sqlite3.OperationalError:
                return otherwise  # locked, full, read-only
            except (sqlite3.DatabaseError, OverflowError, TypeError):
                if not again:
                    break
                self._remove(self._path.name)
            except OSError:
                break
        return otherwise

    def _open(self) -> sqlite3.Connection:
        if not self._path.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            for old in self._folder.glob(f"{self._store}-*.sqlite"):
                self._remove(old.name)
        file = sqlite3.connect(self._path, timeout=BUSY_S)
        try:
            file.execute("PRAGMA journal_mode=WAL")
            file.execute("PRAGMA synchronous=OFF")
            file.execute("CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, record BLOB NOT NULL)")
        except sqlite3.Error:
            file.close()
            raise
        return file

    def _remove(self, name: str) -> None:
        for ending in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                (self._folder / f"{name}{ending}").unlink()


def _select(file: sqlite3.Connection, keys: Sequence[str]) -> Iterable[tuple[bytes, bytes]]:
    """(key, noted) of some keys; reading all is quicker than seeking where a good part is asked for."""
    (rows,) = file.execute("SELECT coalesce(max(rowid), 0) FROM found").fetchone()
    if len(keys) * 4 > rows:
        wanted = {bytes.fromhex(key) for key in keys}
        return [row for row in file.execute("SELECT key, record FROM found") if row[0] in wanted]
    found: list[tuple[bytes, bytes]] = []
    for at in range(0, len(keys), ASKED):
        part = [bytes.fromhex(key) for key in keys[at : at + ASKED]]
        marks = ",".join("?" * len(part))
        found += file.execute(f"SELECT key, record FROM found WHERE key IN ({marks})", part)
    return found
