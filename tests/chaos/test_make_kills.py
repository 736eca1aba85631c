"""Kills what a ``vernacast make`` on one machine consists of; it must end as if nothing had happened."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable

import pytest

from tests.chaos.conftest import ARGUMENTS
from tests.chaos.faults import RESUME_S, SEED, Count, Home, compare, kind, share, torn, wait_for
from tests.chaos.faults import digests as digests
from tests.chaos.victims import can_limit_memory, engines, kill, left_over, no_memory, servers

pytestmark = pytest.mark.chaos
MOST_S = max(60.0, RESUME_S)
"""Time that a run may take to make its next result."""
FAILED_LINES = 3
"""Exit code."""
RESULTS = 26
"""Results of the story in three languages."""


@pytest.mark.timeout(400 + 30 * share("make"))
def test_a_run_killed_at_random_moments_ends_as_an_undisturbed_one(wild: Home, calm: Home) -> None:
    with kind("make") as count:
        while not count.enough:
            run = wild.begin(*ARGUMENTS)
            if count.chance.random() < 0.3:  # while it plans, or starts its server
                time.sleep(count.chance.uniform(0.05, 2.0))
            else:
                wait_until_some(wild, run, count)
            if run.poll() is not None:
                assert run.returncode == 0, wild.said()
                wild.forget_some(count.chance)  # it ended before the blow: the next finds work to do
                continue
            before = wild.results()
            run.send_signal(signal.SIGKILL)
            run.wait()
            assert torn(wild.folder) == [] or all(p.suffix == ".part" for p in torn(wild.folder))
            begun = time.monotonic()
            run = wild.begin(*ARGUMENTS)
            went_on = wait_for(lambda r=run, b=before: wild.results() > b or r.poll() is not None, MOST_S)
            assert went_on is not None, wild.said()
            count.struck(time.monotonic() - begun)
            if not count.enough and count.chance.random() < 0.5:
                run.send_signal(signal.SIGKILL)  # killed as soon as it had gone on
                run.wait()
                count.struck()
                continue
            assert run.wait(120) == 0, wild.said()
            if not count.enough:
                wild.forget_some(count.chance)
        assert wild.begin(*ARGUMENTS).wait(120) == 0, wild.said()
        undisturbed(wild, calm)


def wait_until_some(home: Home, run: subprocess.Popen[str], count: Count) -> None:
    """Until a random number of results more is there, and a random moment longer; or the run has ended."""
    goal = home.results() + count.chance.randrange(1, RESULTS // 2)
    wait_for(lambda: home.results() >= goal or run.poll() is not None, MOST_S, 0.02)
    time.sleep(count.chance.uniform(0.0, 0.3))


def undisturbed(wild: Home, calm: Home) -> None:
    """Compares, and sees to it that no process is left."""
    compare(wild, calm)
    assert wait_for(lambda: not left_over(wild.folder), 15) is not None, f"seed {SEED}: {left_over(wild.folder)}"


@pytest.mark.timeout(400 + 30 * share("engine"))
def test_engines_that_are_killed_are_started_again(wild: Home, calm: Home) -> None:
    with kind("engine") as count:
        strike_within_runs(wild, count, lambda: engines(wild.folder), kill)
        undisturbed(wild, calm)


@pytest.mark.skipif(not can_limit_memory(), reason="no memory cgroup can be made here")
@pytest.mark.timeout(400 + 30 * share("engine out of memory"))
def test_engines_that_the_kernel_kills_for_want_of_memory_are_started_again(wild: Home, calm: Home) -> None:
    with kind("engine out of memory") as count, no_memory() as door:

        def starve(pid: int) -> bool:
            try:
                door.write_text(str(pid))
            except ProcessLookupError:
                return False
            return wait_for(lambda: pid not in engines(wild.folder), 3) is not None

        strike_within_runs(wild, count, lambda: engines(wild.folder), starve)
        undisturbed(wild, calm)


@pytest.mark.timeout(400 + 30 * share("Prefect server"))
def test_a_run_survives_its_prefect_server(wild: Home, calm: Home) -> None:
    with kind("Prefect server") as count:
        strike_within_runs(wild, count, lambda: servers(wild.folder / "state"), kill)
        undisturbed(wild, calm)


def strike_within_runs(
    home: Home, count: Count, victims: Callable[[], list[int]], strike: Callable[[int], bool], *more: str
) -> None:
    """Runs the story until enough victims were struck, two a run at most; every run must end well by itself, or
    with lines that are told as failed and are made by the same command."""
    for _ in range(10 * count.wanted):
        run = home.begin(*ARGUMENTS, *more)
        for _ in range(2):
            wait_until_some(home, run, count)
            wait_for(lambda r=run: victims() or r.poll() is not None, MOST_S, 0.02)
            if count.enough or run.poll() is not None or not (pids := victims()):
                continue
            if not strike(count.chance.choice(pids)):
                continue
            before = home.results()
            went_on = wait_for(lambda r=run, b=before: home.results() > b or r.poll() is not None, MOST_S, 0.02)
            assert went_on is not None, home.said()
            count.struck(went_on)
        code = run.wait(120)
        if code == FAILED_LINES:  # a job that was killed, and killed again when it was tried alone, is told as failed
            code = home.begin(*ARGUMENTS, *more).wait(120)
        assert code == 0, home.said()
        if count.enough:
            return
        home.forget_some(count.chance)
    raise AssertionError(f"only {count.done} were caught at work (seed {SEED})")
