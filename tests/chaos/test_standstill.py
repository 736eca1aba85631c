"""A stage that stands still for longer than its lease and wakes up: others have done its work, and its late result
changes nothing."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress

import pytest

from tests.chaos.conftest import ARGUMENTS
from tests.chaos.faults import SEED, Home, compare, kind, share, wait_for
from tests.chaos.victims import engines

LEASE_S = 4.0
"""Instead of 90 s, by the program below."""
PROGRAM = "tests.chaos.test_standstill"


def main() -> None:
    """``vernacast``, whose claims last ``LEASE_S``."""
    import flows.once
    from flows.cli import main

    flows.once.once.__defaults__ = (LEASE_S,)
    main()


@pytest.mark.chaos
@pytest.mark.timeout(400 + 60 * share("stage standing still"))
def test_a_stage_that_stood_still_comes_late_and_changes_nothing(wild: Home, calm: Home) -> None:
    with kind("stage standing still") as count:
        late = 0
        for _ in range(4 * count.wanted):
            late += stand_still(wild, calm, count.chance.uniform(0.0, 0.2))
            count.struck()
            if count.enough and late:
                break
            for path in sorted(wild.folder.rglob("*"), reverse=True):
                if path.is_file() and "state" not in path.parts and path.name != "pan.es.md":
                    path.unlink()
        assert late > 0, f"nobody came late (seed {SEED})"


def stand_still(wild: Home, calm: Home, wait_s: float) -> int:
    """How many results the first came late with, that stood still while a second run did all its work."""
    other = Home(folder=wild.folder / "other", store=str(wild.folder / "store"))
    other.folder.mkdir(exist_ok=True)
    (other.folder / "pan.es.md").write_bytes((wild.folder / "pan.es.md").read_bytes())
    claims = wild.folder / "store" / "claims"
    first = wild.begin(*ARGUMENTS, program=PROGRAM)
    assert wait_for(lambda: any(p.is_file() for p in claims.rglob("*")) or first.poll() is not None, 60, 0.01)
    time.sleep(wait_s)
    stopped = [first.pid, *engines(wild.folder)]
    for pid in stopped:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGSTOP)
    try:
        second = other.begin(*ARGUMENTS, program=PROGRAM)
        assert second.wait(120) == 0, other.said()
        before = {p: p.read_bytes() for p in (wild.folder / "store" / "records").rglob("*.json")}
    finally:
        for pid in stopped:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)
    assert first.wait(120) == 0, wild.said()
    after = {p: p.read_bytes() for p in (wild.folder / "store" / "records").rglob("*.json")}
    assert after == before, f"seed {SEED}: what was there was changed"
    compare(other, calm)
    late = wild.made_twice()
    compare(wild, calm, twice=late)
    return late


if __name__ == "__main__":
    sys.exit(main())
