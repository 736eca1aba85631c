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
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
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

    def find(self, keys: Sequence[str]) -> set[str]:
        """The noted ones of some keys."""
        if not self._path.exists():
            return set()
        return self._do(lambda file: _noted(file, keys), set[str]())

    def records(self, keys: Sequence[str]) -> dict[str, Record]:
        """The records noted under some keys."""
        found: dict[str, Record] = {}
        for key, content in self._do(lambda file: _records(file, keys), ()):
            with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError, TypeError):
                record = _decoder.decode(content)
                if record.key == key and record.schema == SCHEMA:
                    found[key] = record
        return found

    def note(self, records: Iterable[Record]) -> None:
        """Notes whole results."""
        records = tuple(records)
        rows = [(r.key, _encode(r)) for r in records]
        lies = [(digest, r.key) for r in records for digest in r.objects]
        folders = {f"records/{row[0][:2]}" for row in rows} | {f"objects/{row[0][:2]}" for row in lies}

        def put(file: sqlite3.Connection) -> None:
            with file:
                file.executemany("INSERT OR REPLACE INTO found VALUES (?)", (row[:1] for row in rows))
                file.executemany("INSERT OR REPLACE INTO noted VALUES (?, ?)", rows)
                file.executemany("INSERT OR REPLACE INTO lies VALUES (?, ?)", lies)
                file.executemany("INSERT OR REPLACE INTO folders VALUES (?, '?')", ((name,) for name in folders))

        if rows:
            self._do(put, None)

    def stamps(self) -> dict[str, str]:
        """The stamp that each folder of a disk had when all notes about it were last compared; ``?`` = compare."""
        if not self._path.exists():
            return {}
        return dict(self._do(lambda file: file.execute("SELECT folder, stamp FROM folders").fetchall(), []))

    def settle(self, folders: Iterable[tuple[str, str, Collection[str]]]) -> bool:
        """Drops the notes that lists of names contradict; False where that cannot be done.

        ``folders`` are (folder, stamp, names in it), where the stamp was taken before the names.
        """

        def compare(file: sqlite3.Connection) -> bool:
            with file:
                for folder, stamp, names in folders:
                    _compare(file, folder, names)
                    file.execute("INSERT OR REPLACE INTO folders VALUES (?, ?)", (folder, stamp))
            return True

        return not self._path.exists() or self._do(compare, False)

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
            file.execute("CREATE TABLE IF NOT EXISTS found (key TEXT PRIMARY KEY) WITHOUT ROWID")
            file.execute("CREATE TABLE IF NOT EXISTS noted (key TEXT PRIMARY KEY, record BLOB)")
            lies = "digest TEXT, key TEXT, PRIMARY KEY (digest, key)"
            file.execute(f"CREATE TABLE IF NOT EXISTS lies ({lies}) WITHOUT ROWID")
            file.execute("CREATE TABLE IF NOT EXISTS folders (folder TEXT PRIMARY KEY, stamp TEXT) WITHOUT ROWID")
        except sqlite3.Error:
            file.close()
            raise
        return file

    def _remove(self, name: str) -> None:
        for ending in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                (self._folder / f"{name}{ending}").unlink()


def _compare(file: sqlite3.Connection, folder: str, names: Collection[str]) -> None:
    """Drops the notes about what is not in a folder's list of names."""
    under, _, shard = folder.partition("/")
    between = (shard, shard + "g")  # digits end at f
    if under == "records":
        rows = file.execute("SELECT key FROM found WHERE key > ? AND key < ?", between)
        lost = [(key,) for (key,) in rows if f"{key}.json" not in names]
    else:
        rows = file.execute("SELECT digest, key FROM lies WHERE digest > ? AND digest < ?", between)
        lost = [(key,) for digest, key in rows if digest not in names]
    file.executemany("DELETE FROM found WHERE key = ?", lost)
    file.executemany("DELETE FROM noted WHERE key = ?", lost)


def _noted(file: sqlite3.Connection, keys: Sequence[str]) -> set[str]:
    """As one text: a row for each key would take five times as long."""
    if len(keys) * 4 > _many(file):
        (text,) = file.execute("SELECT group_concat(key) FROM found").fetchone()
        return set((text or "").split(",")).intersection(keys)
    found: set[str] = set()
    text: str | None
    for part, marks in _parts(keys):
        (text,) = file.execute(f"SELECT group_concat(key) FROM found WHERE key IN ({marks})", part).fetchone()
        found.update((text or "").split(","))
    found.discard("")
    return found


def _records(file: sqlite3.Connection, keys: Sequence[str]) -> Sequence[tuple[str, bytes]]:
    if len(keys) * 2 > _many(file):
        wanted = frozenset(keys)
        return [row for row in file.execute("SELECT key, record FROM noted") if row[0] in wanted]
    found: list[tuple[str, bytes]] = []
    for part, marks in _parts(keys):
        found += file.execute(f"SELECT key, record FROM noted WHERE key IN ({marks})", part)
    return found


def _many(file: sqlite3.Connection) -> int:
    """About how many notes there are: where a good part of them is asked for, reading all is quicker than seeking."""
    return int(file.execute("SELECT coalesce(max(rowid), 0) FROM noted").fetchone()[0])


def _parts(keys: Sequence[str]) -> Iterator[tuple[Sequence[str], str]]:
    for at in range(0, len(keys), ASKED):
        part = keys[at : at + ASKED]
        yield part, ",".join("?" * len(part))
