"""How long an ask waits for somebody to answer it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from types import SimpleNamespace

import pytest

from flows import serving
from flows.serving import Served, Services
from languages.errors import ClusterLost

pytest.importorskip("ray")
MADLAD = "translation/madlad"
WAITING = Served(engine=MADLAD, status="DEPLOYING", deployments=("d",), said="it waits for a GPU")
PAINTER = Served(engine="video/image", status="RUNNING", replicas=1, deployments=("e",))


class Asks(Services):
    """Of an engine that answers when it has been looked at so many times."""

    def __init__(self, looks: int) -> None:
        self._lock = threading.Lock()
        self._seen = (-1e9, ())
        self._left = looks

    def _send(self, ask: object, engine: str, model: str) -> tuple[object, object]:
        return SimpleNamespace(deployment_name="d"), SimpleNamespace(result=self._result)

    def _result(self, timeout_s: float) -> str:
        self._left -= 1
        if self._left < 0:
            return "done"
        raise TimeoutError


def waited(monkeypatch: pytest.MonkeyPatch, looks: int, seen: Sequence[Sequence[Served]]) -> object:
    """What comes of an ask; a look takes five minutes."""
    now, told = [0.0], iter(seen)

    def look() -> tuple[Served, ...]:
        now[0] += 300.0
        return tuple(next(told))

    monkeypatch.setattr(serving, "served", look)
    monkeypatch.setattr(serving, "AGAIN_S", 0.0)
    monkeypatch.setattr(serving, "time", SimpleNamespace(monotonic=lambda: now[0]))
    return Asks(looks).ask(MADLAD, "translate", "store", ())


def test_who_has_no_room_beside_another_engine_waits_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert waited(monkeypatch, 20, [(WAITING, PAINTER)] * 19 + [(WAITING,)]) == "done"


def test_when_the_other_has_gone_there_is_time_to_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    assert waited(monkeypatch, 9, [(WAITING, PAINTER)] * 6 + [(WAITING,)] * 3) == "done"


def test_nobody_is_waited_for_who_will_not_come(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ClusterLost, match=r"served translation/madlad for 15 minutes \(it waits for a GPU\)"):
        waited(monkeypatch, 20, [(WAITING,)] * 20)
    with pytest.raises(ClusterLost, match="for 360 minutes"):
        waited(monkeypatch, 100, [(WAITING, PAINTER)] * 100)
