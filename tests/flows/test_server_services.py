"""The own server begins with a scheduler only once deployments are wanted, and is not taken away from others for it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows import server
from flows.server_process import SERVICES, settings
from languages.errors import ServerUnavailable
from languages.owners import machine, owner, process_started


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield process
    process.kill()
    process.communicate()


def state_of(process: subprocess.Popen[bytes], services: bool) -> server.ServerState:
    return server.ServerState(
        pid=process.pid,
        started=process_started(process.pid),
        machine=machine(),
        url="http://127.0.0.1:1/api",
        secret="vernacast:x",
        prefect="3.8.8",
        services=services,
    )


def test_services_are_off_until_they_are_wanted(tmp_path: Path) -> None:
    off = {f"PREFECT_SERVER_SERVICES_{name}_ENABLED" for name in SERVICES}
    assert off <= set(settings(tmp_path, tmp_path / "x.db", "a:b"))
    assert not off & set(settings(tmp_path, tmp_path / "x.db", "a:b", services=True))


def test_a_server_that_others_use_is_left_alone(tmp_path: Path, sleeper: subprocess.Popen[bytes]) -> None:
    clients = tmp_path / "clients"
    clients.mkdir()
    (clients / owner()).touch()
    (clients / f"{machine()}-{sleeper.pid}-{process_started(sleeper.pid)}").touch()
    with pytest.raises(ServerUnavailable, match="other runs use it now"):
        server._make_way(tmp_path, state_of(sleeper, services=False))
    assert sleeper.poll() is None


def test_a_server_that_only_we_use_makes_way(tmp_path: Path, sleeper: subprocess.Popen[bytes]) -> None:
    clients = tmp_path / "clients"
    clients.mkdir()
    (clients / owner()).touch()
    (clients / f"{machine()}-1-0").touch()  # somebody who has ended
    server._make_way(tmp_path, state_of(sleeper, services=False))
    assert sleeper.wait(5) != 0


def test_what_an_older_version_wrote_down_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import msgspec

    monkeypatch.setattr(server, "state_folder", lambda: tmp_path)
    old = {"pid": 1, "started": "0", "machine": "x", "url": "u", "secret": "s", "prefect": "3.8.8"}
    (tmp_path / "server.json").write_bytes(msgspec.json.encode(old))
    assert server.server_status() is None  # it does not live; reading it raised nothing
    assert msgspec.json.decode(msgspec.json.encode(old), type=server.ServerState).services is False
