"""An engine as a service of a real Ray: it ends where nobody asks, comes back when asked, and outlives its replica."""

from __future__ import annotations

import dataclasses
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from flows import serving
from flows.compute import Ray, import_ray
from flows.needs import need_of
from flows.serving import Services, deploy, nodes, served, take_down
from flows.stages.speak import SpeakChunk

ESPEAK = "speech/espeak"
MARK = "VERNACAST_TEST_OF_SERVING"
OURS = f"{MARK}={os.getpid()}".encode()
"""In the environment of processes that this test began."""

pytestmark = [pytest.mark.ray, pytest.mark.timeout(240)]


def until(good: Callable[[], bool], seconds: float = 100) -> bool:
    """Whether it became true in time."""
    deadline = time.monotonic() + seconds
    while not good() and time.monotonic() < deadline:
        time.sleep(0.5)
    return good()


def test_a_service_comes_and_goes_with_what_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "IDLE_S", 2.0)
    monkeypatch.setattr(serving, "LOOK_S", 2.0)
    monkeypatch.setenv(MARK, str(os.getpid()))
    chunk = SpeakChunk(language="es", lines=())
    ray = import_ray("ray")
    with Ray().runner():
        need = need_of(ESPEAK, (), "cpu", nodes())
        assert deploy([need]) == (ESPEAK,)
        assert deploy([need]) == ()  # it is there
        services = Services([need])
        assert ESPEAK in services
        assert "speech/festival" not in services

        def ask() -> object:
            return services.ask(ESPEAK, "speak", str(tmp_path), (chunk, ()))

        assert ask() == ()
        more = dataclasses.replace(need, memory_gb=2 * need.memory_gb)
        assert deploy([more]) == (ESPEAK,), "another run needs more memory of it"
        assert ask() == ()  # it goes to those who have taken over
        assert [one.deployments for one in served()] == [(more.deployment,)]
        assert deploy([need]) == ()
        assert until(lambda: len(replicas()) == 1)
        pids = replicas()
        os.kill(pids[0], signal.SIGKILL)
        assert again(ask) == ()
        assert replicas() != pids
        assert until(lambda: not replicas())
        assert [one.replicas for one in served()] == [0]
        assert ask() == ()  # a new one was begun for it
        with pytest.raises(KeyError, match="no such stage"):
            services.ask(ESPEAK, "no such stage", str(tmp_path), ())
        services.close()
        assert take_down() == (ESPEAK,)
        assert served() == ()
    time.sleep(12)  # Serve's threads tell its controller something every ten seconds
    assert not ray.is_initialized(), "a thread began another Ray"


def again(ask: Callable[[], object]) -> object:
    """As a run does: what was lost with its replica is asked again."""
    for _ in range(3):
        try:
            return ask()
        except Ray().losses():
            time.sleep(1)
    raise AssertionError("It was lost each time.")


def replicas() -> list[int]:
    """Processes of replicas of our service; there may be other clusters on this machine."""
    found: list[int] = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            mine = OURS in (place / "environ").read_bytes()
            if mine and (place / "cmdline").read_bytes().startswith(b"ray::ServeReplica:vernacast-speech-espeak"):
                found.append(int(place.name))
        except OSError:
            continue
    return found
