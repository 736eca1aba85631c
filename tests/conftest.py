"""What every test stands on: a home of its own, no network beyond loopback, no user's settings."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A machine that does something else beside is slow, and so are one's own tests on it: neither is a fault.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command said."""

    code: int
    out: str
    err: str


def pytest_collection_finish() -> None:
    """Refuses tests that import Prefect before the tests' own server is known: it reads its settings but once."""
    if "prefect" in sys.modules:
        raise pytest.UsageError("A test module imports Prefect (or flows.deployed, flows.localise …) at its top.")


@pytest.fixture(scope="session", autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A Prefect server of the tests' own, started when one is needed and ended with them."""
    os.environ["VERNACAST_STATE"] = str(tmp_path_factory.mktemp("state"))
    os.environ.pop("PREFECT_API_URL", None)
    yield
    from flows.server import stop_server

    stop_server()


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuses connections to anything but this machine."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = address[0] if isinstance(address, tuple) else address
            if not str(host).startswith("127.") and host not in ("localhost", "::1"):
                raise AssertionError(f"A test wanted to reach {host}.")
        real(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture
def story_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one, with a store of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VERNACAST_STORE", str(tmp_path / "store"))
    return tmp_path


@pytest.fixture
def command(story_home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs ``vernacast`` in this process, exactly as the program's entry does."""
    from flows.cli import main

    def run(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["vernacast", *words])
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = capfd.readouterr()
        return Ran(code=code, out=said.out, err=said.err)

    return run
