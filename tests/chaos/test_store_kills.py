"""Kills processes that write into the store at random moments: nothing torn, nothing lost, nothing left over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.store import Store
from tests.flows.writers import kill_writers

KILLS = int(os.environ.get("KILLS", "24"))
SEED = int(os.environ.get("SEED", "20261123"))


@pytest.mark.chaos
@pytest.mark.timeout(60 + KILLS)
def test_the_store_survives_many_kills(tmp_path: Path) -> None:
    kill_writers(Store(str(tmp_path / "store")), writers=4, rounds=KILLS // 4, seed=SEED)
