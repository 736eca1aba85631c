"""A set of digests that may hold many millions: in a SQLite file of the store's scratch, not in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager

from flows.store import Store

ASKED = 10_000


class Marks:
    """Digests and keys, each with a number (a size, or whether it was looked at)."""

    def __init__(self, file: sqlite3.Connection) -> None:
        self._file = file
        file.execute("PRAGMA journal_mode=OFF")
        file.execute("PRAGMA synchronous=OFF")
        file.execute("CREATE TABLE marks (name TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID")
        file.execute("CREATE INDEX waiting ON marks (name) WHERE number = 0")

    def add(self, names: Iterable[str], number: int) -> None:
        """Adds names that are not in it yet."""
        self._file.executemany("INSERT OR IGNORE INTO marks VALUES (?, ?)", ((name, number) for name in names))

    def set(self, names: Iterable[str], number: int) -> None:
        """Adds names, or gives them another number."""
        self._file.executemany("INSERT OR REPLACE INTO marks VALUES (?, ?)", ((name, number) for name in names))

    def waiting(self, many: int = 1000) -> list[str]:
        """Some names whose number is 0."""
        rows = self._file.execute("SELECT name FROM marks WHERE number = 0 LIMIT ?", (many,))
        return [name for (name,) in rows]

    def of(self, names: Sequence[str]) -> dict[str, int]:
        """The numbers of those names that are in it."""
        found: dict[str, int] = {}
        for at in range(0, len(names), ASKED):
            part = names[at : at + ASKED]
            marks = ",".join("?" * len(part))
            found.update(self._file.execute(f"SELECT name, number FROM marks WHERE name IN ({marks})", part))
        return found


@contextmanager
def marks(store: Store) -> Generator[Marks]:
    """An empty set, gone afterwards. Raises DiskFull, ResourceError."""
    with store.scratch() as folder:
        file = sqlite3.connect(folder / "marks.sqlite", isolation_level=None, check_same_thread=False)
        try:
            yield Marks(file)
        finally:
            file.close()
