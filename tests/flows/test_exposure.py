"""Doors beyond this machine need a secret; which ones stand open is told before anything is started."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from flows.exposure import Door, Settings, State, is_loopback, look, read_settings, refuse_exposed, without_secret
from flows.knock import Answer, knock, knocked, refuse_open_doors
from languages.errors import Exposed

TOKEN = "0123456789abcdef0123456789abcdef"
GOOD = Settings(ray_mode="token", prefect_csrf=True)
"""Empty complaints: every secret is there and good."""
AWAY = {
    Door.RAY_CLIENT: "ray://head:10001",
    Door.GCS: "10.0.0.7:6379",
    Door.DASHBOARD: "http://0.0.0.0:8265",
    Door.METRICS: "10.0.0.7:8080",
    Door.PREFECT: "http://prefect:4200/api",
    Door.PREFECT_SERVER: "http://0.0.0.0:4200/api",
}


def state(door: Door, settings: Settings, address: str = "") -> State:
    (seen,) = look([(door, address or AWAY[door])], settings)
    return seen.state


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1:1", "http://127.8.9.1:8265", "ray://localhost:10001", "[::1]:6379", "http://[::ffff:127.0.0.1]:1/api"],
)
def test_loopback_is_this_machine(address: str) -> None:
    assert is_loopback(address)
    assert all(state(door, Settings(), address) is State.HERE for door in Door)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0:8265",
        "[::]:8265",
        "*:8265",
        ":8265",
        "10.0.0.1:6379",
        "head:10001",
        "http://127.0.0.1.example.org:8265",
        "http://localhost.example.org",
        "http://127.0.0.1@10.0.0.1:8265",
        "http://[broken",
        "169.254.169.254:80",
    ],
)
def test_everything_else_is_not(address: str) -> None:
    assert not is_loopback(address)
    assert state(Door.RAY_CLIENT, Settings(ray_token="there is no token."), address) is State.OPEN


def test_ray_needs_token_mode_and_a_good_token() -> None:
    for door in (Door.RAY_CLIENT, Door.GCS):
        assert state(door, GOOD) is State.IN_CLEAR
        assert state(door, Settings(ray_mode="token", ray_tls=True)) is State.GUARDED
        for mode in ("", "disabled", "yes"):
            assert state(door, Settings(ray_mode=mode)) is State.OPEN
        assert state(door, Settings(ray_mode="token", ray_token="there is no token.")) is State.OPEN


def test_dashboard_stays_on_loopback_unless_meant_and_guarded() -> None:
    assert state(Door.DASHBOARD, GOOD) is State.OPEN
    meant = Settings(ray_mode="token", public_dashboard=True)
    assert state(Door.DASHBOARD, meant) is State.IN_CLEAR
    assert state(Door.DASHBOARD, meant, "https://head/ray") is State.GUARDED
    assert state(Door.DASHBOARD, Settings(public_dashboard=True)) is State.OPEN


def test_prefect_needs_auth_strings_and_csrf() -> None:
    assert state(Door.PREFECT, GOOD) is State.IN_CLEAR
    assert state(Door.PREFECT, GOOD, "https://prefect.example.org/api") is State.GUARDED
    assert state(Door.PREFECT, Settings(prefect_auth="x")) is State.OPEN
    assert state(Door.PREFECT_SERVER, GOOD) is State.IN_CLEAR
    assert state(Door.PREFECT_SERVER, Settings(prefect_csrf=False)) is State.OPEN
    assert state(Door.PREFECT_SERVER, Settings(prefect_csrf=True, prefect_server_auth="x")) is State.OPEN


def test_metrics_are_readable_and_said_to_be() -> None:
    assert state(Door.METRICS, GOOD) is State.IN_CLEAR


def test_no_door_is_safe_without_secrets() -> None:
    """Whatever else is set: a door away from here is never better than open where its secret is missing."""
    for tls, public, csrf, mode in itertools.product((True, False), (True, False), (True, False), ("", "token", "x")):
        bare = Settings(
            ray_mode=mode,
            ray_token="none",
            ray_tls=tls,
            public_dashboard=public,
            prefect_auth="none",
            prefect_server_auth="none",
            prefect_csrf=csrf,
        )
        assert all(state(door, bare) is State.OPEN for door in Door if door is not Door.METRICS)


def test_environment_is_read(tmp_path: Path) -> None:
    nothing = read_settings({}, tmp_path)
    assert nothing == Settings(
        ray_token="there is no token.",
        prefect_auth="PREFECT_API_AUTH_STRING is not set.",
        prefect_server_auth="PREFECT_SERVER_API_AUTH_STRING is not set.",
    )
    full = read_settings(
        {
            "RAY_AUTH_MODE": "Token",
            "RAY_AUTH_TOKEN": TOKEN,
            "RAY_USE_TLS": "1",
            "VERNACAST_PUBLIC_DASHBOARD": "1",
            "PREFECT_API_AUTH_STRING": f"admin:{TOKEN}",
            "PREFECT_SERVER_API_AUTH_STRING": f"admin:{TOKEN}",
            "PREFECT_SERVER_CSRF_PROTECTION_ENABLED": "true",
        },
        tmp_path,
    )
    assert full == Settings(ray_mode="token", ray_tls=True, public_dashboard=True, prefect_csrf=True)


def test_token_files_must_be_ours_alone(tmp_path: Path) -> None:
    path = tmp_path / ".ray" / "auth_token"
    path.parent.mkdir()
    path.write_text(TOKEN)
    path.chmod(0o644)  # as Ray 2.60 writes it under the usual umask
    assert "0644" in read_settings({}, tmp_path).ray_token
    path.chmod(0o600)
    assert read_settings({}, tmp_path).ray_token == ""
    path.write_text("short")
    assert "16 characters" in read_settings({}, tmp_path).ray_token
    other = tmp_path / "token"
    assert "cannot be read" in read_settings({"RAY_AUTH_TOKEN_PATH": str(other)}, tmp_path).ray_token
    other.write_text(TOKEN)
    other.chmod(0o600)
    assert read_settings({"RAY_AUTH_TOKEN_PATH": str(other)}, tmp_path).ray_token == ""


def test_user_names_make_no_secret_longer(tmp_path: Path) -> None:
    assert (
        "16 characters" in read_settings({"PREFECT_API_AUTH_STRING": "administrator-of-this:pw"}, tmp_path).prefect_auth
    )


def test_open_doors_are_refused_with_all_that_is_needed_to_shut_them() -> None:
    seen = look(list(AWAY.items()), read_settings({}, Path("/nonexistent")))
    with pytest.raises(Exposed) as caught:
        refuse_exposed(seen)
    said = str(caught.value)
    for word in (
        "ray://head:10001",
        "0.0.0.0:8265",
        "RAY_AUTH_MODE=token",
        "PREFECT_API_AUTH_STRING",
        "CVE-2023-48022",
    ):
        assert word in said
    assert caught.value.exit_code == 7
    refuse_exposed(look([(Door.RAY_CLIENT, AWAY[Door.RAY_CLIENT])], GOOD))
    refuse_exposed(())


def test_addresses_are_told_without_passwords() -> None:
    assert without_secret("https://u:pw@host:1/api") == "https://host:1/api"
    (seen,) = look([(Door.PREFECT, "http://u:pw@prefect:4200/api")], Settings(prefect_auth="none"))
    with pytest.raises(Exposed) as caught:
        refuse_exposed([seen])
    assert "pw@" not in str(caught.value)


@pytest.fixture
def door() -> Iterator[tuple[HTTPServer, str]]:
    """An HTTP server that answers with the number in ``code``."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(self.server.code)  # type: ignore[attr-defined]
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("code", "answer"), [(200, Answer.OPENED), (401, Answer.REFUSED), (403, Answer.REFUSED), (404, Answer.SILENT)]
)
def test_knocking_tells_whether_a_door_opens(door: tuple[HTTPServer, str], code: int, answer: Answer) -> None:
    server, url = door
    server.code = code  # type: ignore[attr-defined]
    assert knock(Door.DASHBOARD, url) is answer
    assert knock(Door.PREFECT, f"{url}/api") is answer


def test_nobody_at_home_is_silence() -> None:
    assert knock(Door.DASHBOARD, "http://127.0.0.1:9", 0.2) is Answer.SILENT
    assert knock(Door.DASHBOARD, "nonsense", 0.2) is Answer.SILENT


def test_server_without_a_secret_is_open_though_we_have_one(monkeypatch: pytest.MonkeyPatch) -> None:
    (guarded,) = look([(Door.PREFECT, AWAY[Door.PREFECT])], GOOD)
    monkeypatch.setattr("flows.knock.knock", lambda *_: Answer.OPENED)
    assert knocked(guarded).state is State.OPEN
    with pytest.raises(Exposed, match="answered"):
        refuse_exposed([knocked(guarded)])
    for answer in (Answer.REFUSED, Answer.SILENT):
        monkeypatch.setattr("flows.knock.knock", lambda *_, a=answer: a)
        assert knocked(guarded) == guarded


def test_commands_refuse_open_doors_in_one_call(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("RAY_AUTH_MODE", "RAY_AUTH_TOKEN", "RAY_AUTH_TOKEN_PATH", "RAY_USE_TLS"):
        monkeypatch.delenv(name, raising=False)
    doors = [(Door.RAY_CLIENT, AWAY[Door.RAY_CLIENT])]
    monkeypatch.setattr("flows.knock.knock", lambda *_: Answer.SILENT)
    with pytest.raises(Exposed):
        refuse_open_doors(doors)
    assert refuse_open_doors([(Door.RAY_CLIENT, "ray://127.0.0.1:10001")])[0].state is State.HERE
    monkeypatch.setenv("RAY_AUTH_MODE", "token")
    monkeypatch.setenv("RAY_AUTH_TOKEN", TOKEN)
    (seen,) = refuse_open_doors(doors)
    assert seen.state is State.IN_CLEAR
    monkeypatch.setattr("flows.knock.knock", lambda *_: Answer.OPENED)
    with pytest.raises(Exposed, match="answered"):
        refuse_open_doors(doors)
