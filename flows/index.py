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
from typing import Any, TypeVar

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

    def find(self, keys: Sequence[str]) -> dict[str, str]:
        """The noted ones of some keys, each with the digests of its objects, one after the other."""
        if not self._path.exists():
            return {}
        return dict(self._do(lambda file: _select(file, "found", keys), ()))

    def records(self, keys: Sequence[str]) -> dict[str, Record]:
        """The records noted under some keys."""
        found: dict[str, Record] = {}
        for key, content in self._do(lambda file: _select(file, "noted", keys), ()):
            with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError, TypeError):
                record = _decoder.decode(content)
                if record.key == key and record.schema == SCHEMA:
                    found[key] = record
        return found

    def note(self, records: Iterable[Record]) -> None:
        """Notes whole results."""
        rows = [(r.key, "".join(r.objects), _encode(r)) for r in records]

        def put(file: sqlite3.Connection) -> None:
            with file:
                file.executemany("INSERT OR REPLACE INTO found VALUES (?, ?)", (row[:2] for row in rows))
                file.executemany("INSERT OR REPLACE INTO noted VALUES (?, ?)", (row[::2] for row in rows))

        if rows:
            self._do(put, None)

    def forget(self, keys: Iterable[str]) -> None:
        """Drops what is noted under some keys."""
        rows = [(key,) for key in keys]

        def drop(file: sqlite3.Connection) -> None:
            with file:
                file.executemany("DELETE FROM found WHERE key = ?", rows)
                file.executemany("DELETE FROM noted WHERE key = ?", rows)

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
            # Apart, because what is there is asked for far more often than what it is.
            file.execute("CREATE TABLE IF NOT EXISTS found (key TEXT PRIMARY KEY, objects TEXT) WITHOUT ROWID")
            file.execute("CREATE TABLE IF NOT EXISTS noted (key TEXT PRIMARY KEY, record BLOB)")
        except sqlite3.Error:
            file.close()
            raise
        return file

    def _remove(self, name: str) -> None:
        for ending in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                (self._folder / f"{name}{ending}").unlink()


def _select(file: sqlite3.Connection, table: str, keys: Sequence[str]) -> Sequence[tuple[str, Any]]:
    """Rows of some keys; reading all is quicker than seeking where a good part is asked for."""
    (rows,) = file.execute("SELECT coalesce(max(rowid), 0) FROM noted").fetchone()
    if len(keys) * 4 > rows:
        wanted = frozenset(keys)
        return [row for row in file.execute(f"SELECT * FROM {table}") if row[0] in wanted]
    found: list[tuple[str, Any]] = []
    for at in range(0, len(keys), ASKED):
        part = keys[at : at + ASKED]
        marks = ",".join("?" * len(part))
        found += file.execute(f"SELECT * FROM {table} WHERE key IN ({marks})", part)
    return found
