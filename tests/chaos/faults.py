"""What all kill tests share: how many of which kind, two homes to compare, and the table of what came of it.

``SEED`` and ``KILLS`` in the environment say by which chance and how many processes are killed in all; without
``KILLS`` each kind gets what the gate can afford. Each kind leaves one row.
"""

from __future__ import annotations

import dataclasses
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flows.store import Store
from tests.stories import ROOT, environment, report

RESUME_S = 30.0 if "KILLS" in os.environ else 300.0
"""Time in which work has to go on after a blow. The gate, where other tests run on the same cores, judges no times:
there only what stands still has failed."""
SEED = int(os.environ.get("SEED", "20261123"))
KINDS: Mapping[str, tuple[int, int]] = {
    # kind: (in the gate, share of KILLS in thousandths)
    "make": (5, 475),
    "engine": (2, 150),
    "engine out of memory": (1, 30),
    "Prefect server": (2, 100),
    "Ray worker": (1, 80),
    "make on a store that fails": (1, 50),
    "disk full": (1, 10),
    "stage standing still": (1, 10),
    "cluster: sender": (1, 10),
    "cluster: make inside": (1, 15),
    "cluster: job": (1, 10),
    "cluster: Ray worker": (1, 15),
    "cluster: replica": (1, 15),
    "cluster: node": (1, 15),
    "cluster: Prefect server": (1, 5),
    "cluster: out of memory": (1, 5),
    "cluster: head": (1, 5),
}
"""Every kind of process that is killed (or stopped). Writers of the store have counts of their own."""


def share(kind: str) -> int:
    """How many of this kind are killed."""
    in_gate, thousandths = KINDS[kind]
    kills = os.environ.get("KILLS")
    return in_gate if kills is None else max(1, round(int(kills) * thousandths / 1000))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What came of one kind."""

    kind: str
    done: int
    seed: int = SEED
    verdict: str = "as undisturbed"
    slowest_s: float | None = None
    """Longest time from a blow to the next result in the store, or to the end of the run; None = not of this kind."""

    def cells(self) -> tuple[str, ...]:
        """Its columns."""
        return (self.kind, str(self.seed), str(self.done), self.verdict, _told(self.slowest_s))


table: list[Row] = []
"""Of this session, in the order that the rows came."""


def note(row: Row) -> Row:
    """Puts a row into the table."""
    table.append(row)
    print("kill table:", " | ".join(row.cells()), flush=True)
    return row


def formed(rows: Iterable[Row]) -> str:
    """The kill table, in Markdown."""
    heads = ("kind", "seed", "done", "verdict", "slowest resume")
    lines = [f"| {' | '.join(cells)} |" for cells in (heads, ("---",) * len(heads), *(r.cells() for r in rows))]
    return "\n".join(lines) + "\n"


def _told(seconds: float | None) -> str:
    return "–" if seconds is None else f"{seconds:.1f} s"


@contextmanager
def kind(name: str) -> Generator[Count]:
    """Counts the blows of one kind; its row is in the table whatever happens."""
    count = Count(chance=random.Random(f"{SEED} {name}"), wanted=share(name))
    try:
        yield count
    except BaseException as error:
        note(Row(kind=name, done=count.done, verdict=f"FAILED: {type(error).__name__}", slowest_s=count.slowest_s))
        raise
    note(Row(kind=name, done=count.done, slowest_s=count.slowest_s))


@dataclass(slots=True, kw_only=True)
class Count:
    """The blows of one kind so far."""

    chance: random.Random
    wanted: int
    done: int = 0
    slowest_s: float | None = None

    def struck(self, resumed_s: float | None = None, most_s: float = RESUME_S) -> None:
        """Counts a blow, and what it took until work went on: not longer than may be."""
        self.done += 1
        if resumed_s is not None:
            self.slowest_s = max(resumed_s, self.slowest_s or 0.0)
            assert resumed_s <= most_s, f"work went on after {resumed_s:.1f} s, later than {most_s:.0f} s"

    @property
    def enough(self) -> bool:
        """Whether all wanted are done."""
        return self.done >= self.wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A user's folder with a store, an out folder and a log of its own."""

    folder: Path
    store: str = ""
    """Its URL; empty = a folder in it."""
    more: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What else stands in the environment."""

    @property
    def log(self) -> Path:
        """``VERNACAST_LOG`` of all that runs here."""
        return self.folder / "log.jsonl"

    def environment(self) -> dict[str, str]:
        """Of a command that runs here."""
        named = {"VERNACAST_STORE": self.store} if self.store else {}
        return {**environment(self.folder), "VERNACAST_LOG": str(self.log), **named, **self.more}

    def begin(self, *words: str, program: str = "flows.cli") -> subprocess.Popen[str]:
        """Starts the command in a process of its own; what it says goes to a file."""
        with (self.folder / "said").open("w", encoding="utf-8") as said:
            return subprocess.Popen(
                [sys.executable, "-m", program, *words],
                cwd=self.folder,
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=said,
                text=True,
            )

    def said(self) -> str:
        """What the last command said, without its tables."""
        return (self.folder / "said").read_text(encoding="utf-8", errors="replace")[-3000:]

    def open(self) -> Store:
        """Its store."""
        return Store(self.store or str(self.folder / "store"))

    def results(self) -> int:
        """How many records there are."""
        return sum(1 for _ in self.open().shelf.places("records"))

    def keys(self) -> dict[str, int]:
        """Key → how often a record of it is there."""
        found: dict[str, int] = {}
        for lying in self.open().shelf.places("records"):
            name = Path(lying.place).stem
            found[name] = found.get(name, 0) + 1
        return found

    def made_twice(self) -> int:
        """How many results somebody came late with, as the log tells: their work was done twice."""
        if not self.log.exists():
            return 0
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return sum(json.loads(line)["event"].startswith("A result was made twice") for line in lines)

    def forget_some(self, chance: random.Random, share_of: float = 0.7) -> None:
        """Takes results out of a store that is a folder, so that the next run finds work to do."""
        for path in sorted((self.folder / "store" / "records").rglob("*.json")):
            if chance.random() < share_of:
                path.unlink()
        for path in self.folder.glob("*.po"):
            path.unlink()  # drafts that stand there are not made again


def digests(out: Path) -> dict[str, str]:
    """What a run's report says of its files: name and language → sha256."""
    found = report(out)["languages"]
    assert isinstance(found, list)
    return {Path(path).name + e["language"]: sha for e in found for path, sha in e["files"]}


def compare(wild: Home, calm: Home, *, twice: int = 0) -> None:
    """Fails where anything tells the disturbed home from the undisturbed one."""
    because = f"seed {SEED}"
    assert digests(wild.folder / "out") == digests(calm.folder / "out"), because
    for path in (calm.folder / "out").rglob("*.*"):
        if path.name != "report.json":
            there = wild.folder / path.relative_to(calm.folder)
            assert there.read_bytes() == path.read_bytes(), f"{because}: {there}"
    assert torn(wild.folder) == [], because
    store = wild.open()
    assert store.fsck() == (), because
    assert set(wild.keys().values()) == {1}, because
    more, less = wild.keys().keys() - calm.keys().keys(), calm.keys().keys() - wild.keys().keys()
    assert (more, less) == (set(), set()), because
    assert wild.made_twice() == twice, f"{because}: work that was done was done again"
    store.sweep()
    if "://" not in store.url:
        left = [x for under in ("scratch", "claims") for x in store.shelf.places(under)]
        assert left == [], because


def torn(folder: Path) -> list[Path]:
    """Half-written files that are left beside or under the names of whole ones."""
    beside = [p for p in folder.rglob("*.part") if "scratch" not in p.parts]
    return [*beside, *(p for p in (folder / "out").rglob("*.*") if p.is_file() and p.stat().st_size == 0)]


def wait_for(what: Callable[[], object], seconds: float, every_s: float = 0.05) -> float | None:
    """Seconds until something is true; None where it did not come to be."""
    begun = time.monotonic()
    while not what():
        if time.monotonic() - begun > seconds:
            return None
        time.sleep(every_s)
    return time.monotonic() - begun


__all__ = ["ROOT", "SEED", "Count", "Home", "Row", "compare", "digests", "formed", "kind", "note", "share", "table"]
