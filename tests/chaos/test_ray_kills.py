"""Kills Ray's workers while they work; the same run must go on, and end as an undisturbed one."""

from __future__ import annotations

import pytest

from tests.chaos.faults import Home, kind, share
from tests.chaos.test_make_kills import strike_within_runs, undisturbed
from tests.chaos.victims import kill, ray_workers


@pytest.mark.chaos
@pytest.mark.timeout(400 + 60 * share("Ray worker"))
def test_a_run_whose_ray_workers_are_killed_ends_as_an_undisturbed_one(wild: Home, calm: Home) -> None:
    # At most two blows a run: three at the same piece of work are told as a fault of the cluster.
    with kind("Ray worker") as count:
        strike_within_runs(wild, count, lambda: ray_workers(wild.folder), kill, "--compute", "ray")
        undisturbed(wild, calm)
