"""A replica, without the cluster around it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Generator
from pathlib import Path
from types import SimpleNamespace

import pytest

from flows import service, workers
from flows.logs import about
from flows.service import UNUSABLE, Ask, EngineService
from flows.stages.speak import SpeakChunk
from flows.store import Store
from flows.urgency import urgency
from languages.errors import EngineUnusable


@pytest.fixture
def replica(monkeypatch: pytest.MonkeyPatch) -> Generator[EngineService]:
    """One whose process is ours for a while."""
    before = dict(workers._pools)
    monkeypatch.setitem(sys.modules, "ray", SimpleNamespace(serve=SimpleNamespace(get_multiplexed_model_id=lambda: "")))
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    yield EngineService("speech/espeak", 0.15)
    workers._pools.clear()
    workers._pools.update(before)


def ask_for(store: Path, stage: str = "speak", whom: str = "batch") -> Ask:
    chunk = SpeakChunk(language="es", lines=())
    return Ask(stage=stage, store=str(store), arguments=(chunk, ()), whom=whom, about=("run-1", "w-000000000001"))


def test_it_does_a_stage_for_whom_it_is_asked(
    replica: EngineService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, str, tuple[str, str]]] = []

    def stage(store: Store, *_: object) -> str:
        seen.append((store.url, urgency(), about()))
        return "done"

    monkeypatch.setattr(service, "STAGES", {"speak": stage})
    assert asyncio.run(replica.run(ask_for(tmp_path))) == "done"
    assert seen == [(str(tmp_path), "batch", ("run-1", "w-000000000001"))]
    assert "run-1" not in about()


def test_the_pool_of_the_process_is_the_replicas_own(replica: EngineService) -> None:
    assert workers.default_pool() is replica._pool


def test_an_engine_that_cannot_be_loaded_again_and_again_makes_it_ill(
    replica: EngineService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unusable(*_: object) -> None:
        raise EngineUnusable("no voice data")

    monkeypatch.setattr(service, "STAGES", {"speak": unusable, "listen": lambda *_: "heard"})
    for _ in range(UNUSABLE):
        replica.check_health()
        with pytest.raises(EngineUnusable):
            asyncio.run(replica.run(ask_for(tmp_path)))
    with pytest.raises(RuntimeError, match="3 times"):
        replica.check_health()
    asyncio.run(replica.run(ask_for(tmp_path, "listen")))
    replica.check_health()
