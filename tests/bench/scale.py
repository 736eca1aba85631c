"""What orchestration costs, on two otherwise idle cores: all of it in about eight minutes.

python -m tests.bench.scale              # everything, as ``make bench`` has it
python -m tests.bench.scale --quick      # about two minutes, for a look
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.overhead import Overhead, overhead
from tests.bench.served import own_server
from tests.bench.stages import JOB_S, QUICK_S, Stages, stages
from tests.bench.stale import Found, find_stale

Row = tuple[str, str, str, str, str]
"""What, ours, against what, ratio, wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """All figures."""

    overhead: Overhead
    stale: Found
    stages: Stages

    def rows(self) -> tuple[Row, ...]:
        """For the table."""
        o, f, s = self.overhead, self.stale, self.stages
        each = ", ".join(f"{ms:.3f} ms at {n:,}" for n, ms in o.ours)
        largest = o.ours[-1][1]
        return (
            (
                f"the flow without the work, a unit (a run besides: {o.fixed_s:.1f} s)",
                each,
                f"Prefect task.map: {o.mapped:.1f} ms; on its Ray runner: {o.on_ray:.0f} ms",
                f"{o.mapped / largest:.0f}×; {o.on_ray / largest:.0f}×",
                "≤ 0.5 ms, flat",
            ),
            (
                f"finding {f.stale} stale units among {f.units:,}, keys included",
                f"{f.ours_s:.2f} s",
                f"asked one by one: {f.strict_s:.2f} s; a plain SQLite table: {f.ledger_s:.2f} s",
                f"{f.strict_s / f.ours_s:.1f}×; {f.ledger_s / f.ours_s:.1f}×",
                "≤ 0.5 s",
            ),
            (
                f"three steps of costs 3:1:2 on a Ray of two processors, slowest step {s.job_s:.0f} s",
                f"{s.ours:.1f} s: {s.ours / s.job_s:.3f} of it",
                f"Ray Data: {s.tasks:.1f} s as one operator, {s.actors:.1f} s with a pool for each step",
                f"{s.tasks / s.ours:.2f}×; {s.actors / s.ours:.2f}×",
                "≤ 1.1 of it; ≥ 1.2×",
            ),
            (
                "the same, two processors against one",
                f"{s.ours:.1f} s",
                f"{s.alone:.1f} s",
                f"{s.alone / s.ours:.2f}×",
                "≥ 1.8×",
            ),
        )


def scale(folder: Path, quick: bool = False) -> Scale:
    """Measures all; once in a process, as Prefect reads its settings but once."""
    with own_server(folder):
        o = overhead(folder, quick)
        print(o.line(), flush=True)
        s = stages(QUICK_S if quick else JOB_S)
        print(s.line(), flush=True)
    (folder / "stale").mkdir()
    found = find_stale(folder / "stale")
    print(found.line(), flush=True)
    return Scale(overhead=o, stale=found, stages=s)


def main() -> None:
    """Prints a line for each, and the rows of the table."""
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        measured = scale(Path(name), "--quick" in sys.argv)
    for row in measured.rows():
        print("|", " | ".join(row), "|")
    print(f"{time.perf_counter() - begun:.0f} s in all")


if __name__ == "__main__":
    main()
