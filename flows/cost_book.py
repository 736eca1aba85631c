"""Where costs are known from: the shipped table, the engines' cards, and what this user's own runs took.

What runs took is kept in one small file in the user's state folder. It holds sums, not measurements, so that it does
not grow with use; runs that end at once take turns; a file that cannot be read is set aside and begun anew.
"""

from __future__ import annotations

import csv
import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import msgspec

from flows.amounts import START
from flows.costs import AMOUNTS, GPU_SHARE, Costs, Evidence, Rate, Sample, Sums, Table, noted
from flows.files import user_state, write_file
from flows.machines import machine_kind
from languages.discover import discover_all

SHIPPED = Path(__file__).with_name("costs.tsv")
MOST_KINDS = 500
"""Kinds of work that are remembered, the latest; about 0.4 kB each."""
LARGEST_BYTES = 4 << 20
LOCK_S = 10.0
"""So long a run waits for another that is writing; then its measurements are let go."""


class Book(msgspec.Struct, frozen=True, kw_only=True):
    """The file."""

    schema: str = "Costs.1"
    sums: tuple[Sums, ...] = ()


def book_path() -> Path:
    """Where own costs are kept: under ``VERNACAST_STATE``, or in the user's state folder."""
    return user_state() / "costs.json"


def read_book(path: Path) -> Book:
    """Own costs; none where there is no file, or none that can be read."""
    try:
        content = path.read_bytes()
        book = msgspec.json.decode(content, type=Book)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Book()
    good = all(_sound(s) for s in book.sums)
    return book if good and book.schema == "Costs.1" and len(content) <= LARGEST_BYTES else Book()


def _sound(sums: Sums) -> bool:
    lengths = (len(sums.squares), len(sums.cpu), len(sums.gpu), len(sums.totals))
    values = (sums.count, sums.cpu_s, *sums.squares, *sums.cpu, *sums.gpu, *sums.totals)
    return lengths == (AMOUNTS * AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS) and all(0 <= v < 1e15 for v in values)


def learn(samples: Iterable[Sample], path: Path | None = None, device: str = "cpu") -> None:
    """Adds measurements to own costs. Nothing is lost but they, where the file cannot be written.

    Args:
        device: that the samples which name no machine were made on, as far as engines can use it.
    """
    from filelock import FileLock, Timeout

    new = tuple(samples)
    if not new:
        return
    path = path or book_path()
    with suppress(OSError, Timeout):
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name("costs.lock"), timeout=LOCK_S):
            book = read_book(path)
            if not book.sums and path.exists() and path.stat().st_size:
                path.replace(path.with_name("costs.damaged.json"))
            write_file(path, msgspec.json.encode(with_samples(book, new, device)))


def with_samples(book: Book, samples: Iterable[Sample], device: str = "cpu") -> Book:
    """The book with measurements added, the longest unseen kinds of work left out where it would grow too large."""
    today = datetime.now(UTC).date().isoformat()
    sums = {(s.machine, s.what, s.variant): s for s in book.sums}
    for sample in samples:
        a = sample.amount
        machine = sample.machine or machine_kind(device if sample.gpu_s else "cpu")
        k = (machine, a.what, a.variant)
        old = sums.pop(k, None) or Sums(machine=machine, what=a.what, variant=a.variant)
        sums[k] = noted(dataclasses.replace(old, when=today), sample)
    return Book(sums=tuple(sums.values())[-MOST_KINDS:])


def cost_rows(path: Path) -> Iterator[tuple[Mapping[str, str], tuple[float, ...], tuple[float, ...]]]:
    """(columns, CPU seconds, GPU seconds) of each row of a table of costs."""
    names = ("begun_s", "call_s", "job_s", "size_s")
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            yield row, tuple(float(row[n]) for n in names), tuple(float(row[f"gpu_{n}"]) for n in names)


@lru_cache
def read_shipped(path: Path = SHIPPED) -> tuple[tuple[tuple[str, str, str], Rate], ...]:
    """((machine, what, variant), cost) of every row of the shipped table."""
    rows: list[tuple[tuple[str, str, str], Rate]] = []
    for row, cpu, gpu in cost_rows(path):
        source = f"{row['measured']}, on {row['machine']}, {row['when']}"
        rate = Rate(cpu=cpu, gpu=gpu, count=float(row["samples"]), source=source)
        rows.append(((row["machine"], row["what"], row["variant"]), rate))
    return tuple(rows)


def shipped_for(machine: str) -> Table:
    """The shipped table for a kind of machine: rows of its own kind before those of another."""
    table: dict[tuple[str, str], Rate] = {}
    for here in (False, True):
        for (kind, what, variant), rate in read_shipped():
            if (kind == machine) is here:
                told = Evidence.SHIPPED if here else Evidence.ELSEWHERE
                table[what, variant] = dataclasses.replace(rate, evidence=told)
    return table


@lru_cache
def card_costs(device: str = "cpu") -> Mapping[tuple[str, str], Rate]:
    """What the engines' cards say, as costs of a job; on a GPU, where an engine can use it, a guess from that."""
    table: dict[tuple[str, str], Rate] = {}
    for name, engine in discover_all().items():
        card = engine.card
        if card.cost_s:
            there = device != "cpu" and card.device == "any"
            cpu = (0.0, 0.0, card.cost_s * (GPU_SHARE if there else 1.0), 0.0)
            gpu = cpu if there else (0.0,) * AMOUNTS  # one core is at work while it waits for the GPU
            table[name, "*"] = Rate(cpu=cpu, gpu=gpu, evidence=Evidence.CARD, source=card.cost_source)
            table[name, START] = Rate(cpu=(0.0,) * AMOUNTS, evidence=Evidence.CARD, source="not measured")
    return table


def read_costs(device: str = "cpu", path: Path | None = None) -> Costs:
    """All that is known of costs on this machine. Of engines that work on the device only what was measured there."""
    there, here = machine_kind(device), machine_kind()
    moved = frozenset(name for name, e in discover_all().items() if device != "cpu" and e.card.device == "any")
    sums = read_book(path or book_path()).sums
    return Costs(
        machine=there,
        shipped={k: rate for k, rate in shipped_for(here).items() if k[0] not in moved or any(rate.gpu)},
        cards=card_costs(device),
        own={(s.what, s.variant): s for s in sums if s.machine == (there if s.what in moved else here)},
    )
