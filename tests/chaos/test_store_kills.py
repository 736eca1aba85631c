"""Kills processes that write into the store at random moments: nothing torn, nothing lost, nothing left over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.store import Store
from tests.chaos.faults import SEED, Row, note
from tests.flows.conftest import forget_connections
from tests.flows.writers import Kills, kill_writers
from tests.s3 import make_bucket, s3_environment, s3_server

KILLS = max(300, int(os.environ.get("KILLS", "300")))

pytestmark = pytest.mark.chaos


def told(came_of: Kills) -> str:
    return f"nothing torn or lost in {came_of.commits} commits on {came_of.keys} keys"


@pytest.mark.timeout(60 + KILLS)
def test_the_store_survives_many_kills(tmp_path: Path) -> None:
    came_of = kill_writers(Store(str(tmp_path / "store")), writers=4, kills=KILLS, seed=SEED)
    note(Row(kind="writers of a store on disk", done=came_of.killed, verdict=told(came_of)))
    assert came_of.contested > 20, "they never met"


@pytest.mark.timeout(400 + KILLS)
@pytest.mark.parametrize("errors", [0.0, 0.05])
def test_a_store_on_s3_survives_kills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, errors: float) -> None:
    kills = max(30, KILLS // 20)
    with s3_server("--errors", str(errors), "--seed", str(SEED)) as endpoint:
        for name, value in s3_environment(endpoint).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        forget_connections()
        store = Store(f"s3://{make_bucket(endpoint)}/store")
        came_of = kill_writers(store, writers=3, kills=kills, seed=SEED, longest_s=2.0)
        store_kind = f"writers of a store on S3, {errors:.0%} errors"
        note(Row(kind=store_kind, done=came_of.killed, verdict=told(came_of)))
        forget_connections()
