"""The user's Prefect server: one, found by all, not open to others, gone when nobody needs it."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from flows import server, server_process
from flows.server import (
    ServerState,
    client_environment,
    ensure_server,
    healthy,
    kept,
    server_status,
    state_folder,
    stop_server,
)
from flows.server_process import Attentive, is_needed, keep_template, prepare_database
from languages.errors import ServerUnavailable
from languages.owners import machine, owner, process_started

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
CLIENT = "import sys, time; from flows.server import ensure_server; print(ensure_server(), flush=True); time.sleep({})"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PREFECT_API_URL", "VERNACAST_OWN_SERVER", "VERNACAST_SERVER_IDLE_S"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VERNACAST_STATE", str(tmp_path))
    state_folder().mkdir(parents=True)
    return state_folder()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """What eight clients that asked at once were told; the server stays up for the tests of this module."""
    place = tmp_path_factory.mktemp("state")
    clients = [client(place) for _ in range(8)]
    told = [process.communicate()[0].strip() for process in clients]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VERNACAST_STATE", str(place))
        yield told
        stop_server()
        assert processes(place) == []


def client(place: Path, stay_s: float = 0, idle_s: float = 60) -> subprocess.Popen[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")}
    environment |= {"VERNACAST_STATE": str(place), "VERNACAST_SERVER_IDLE_S": str(idle_s), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", CLIENT.format(stay_s)], env=environment, stdout=subprocess.PIPE, text=True
    )


def processes(place: Path) -> list[int]:
    """Server processes of a state folder."""
    found: list[int] = []
    for process in Path("/proc").iterdir():
        try:
            line = (process / "cmdline").read_bytes() if process.name.isdigit() else b""
        except OSError:
            continue
        if b"flows.server_process" in line and str(place).encode() in line and process_started(int(process.name)):
            found.append(int(process.name))
    return found


def wait_until(what: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not what() and time.monotonic() < deadline:
        time.sleep(0.05)
    return what()


def write_state(folder: Path, pid: int, started: str, place: str | None = None) -> None:
    state = ServerState(
        pid=pid,
        started=started,
        machine=place or machine(),
        url="http://127.0.0.1:9/api",
        secret="vernacast:x",
        prefect="3",
    )
    (folder / "server.json").write_bytes(msgspec.json.encode(state))


def test_eight_clients_at_once_share_one_server(shared: list[str]) -> None:
    assert len(set(shared)) == 1
    assert shared[0].startswith("http://127.0.0.1:")
    state = server_status()
    assert state is not None
    assert state.url == shared[0]


def test_a_server_that_runs_is_found_and_none_is_started(shared: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(server, "_spawn")
    assert ensure_server() == shared[0]


def test_a_killed_server_comes_back_under_its_address_while_a_run_lasts(
    shared: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = server_status()
    assert before is not None
    monkeypatch.setenv("VERNACAST_OWN_SERVER", before.url)
    with kept(before.url):
        os.kill(before.pid, signal.SIGKILL)
        assert wait_until(lambda: (now := server_status()) is not None and healthy(now.url), 30)
    after = server_status()
    assert after is not None
    assert (after.url, after.secret) == (before.url, before.secret)
    assert after.pid != before.pid


def struck_at_birth(patch: pytest.MonkeyPatch, *blows: signal.Signals) -> list[int]:
    """The servers that are begun from now on, as they come; each of the first ones gets a signal at once."""
    real, begun = server._spawn, list[int]()

    def spawn(place: Path) -> int:
        begun.append(real(place))
        if len(begun) <= len(blows):
            os.kill(begun[-1], blows[len(begun) - 1])
        return begun[-1]

    patch.setattr(server, "_spawn", spawn)
    return begun


def test_a_server_that_is_killed_while_it_begins_keeps_its_database(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "home").mkdir()
    (folder / "home" / "kept").touch()
    begun = struck_at_birth(monkeypatch, signal.SIGKILL)
    ensure_server()
    stop_server()
    assert len(begun) == 2
    assert (folder / "home" / "kept").exists()


def test_a_server_that_is_killed_again_and_again_and_then_fails_gets_a_database_from_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "home").mkdir()
    (folder / "home" / "damaged").touch()
    blows = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGKILL)
    real_ended = server._ended

    def failing(pid: int) -> int | None:
        code = real_ended(pid)
        return 1 if code == -signal.SIGTERM else code

    monkeypatch.setattr(server, "_ended", failing)
    begun = struck_at_birth(monkeypatch, *blows)
    ensure_server()
    stop_server()
    assert len(begun) == len(blows) + 1
    assert not (folder / "home" / "damaged").exists()


def test_a_server_of_others_is_not_begun_by_us(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "LOOK_S", 0.01)
    monkeypatch.setattr(server, "ensure_server", lambda: pytest.fail("it was begun"))
    with kept("http://127.0.0.1:9/api"):
        time.sleep(0.1)


def test_after_a_restart_of_the_machine_a_server_gets_an_address_of_its_own(folder: Path) -> None:
    write_state(folder, 1, "1", place="another")
    assert server._as_before()[1] == 0


def test_only_the_user_gets_in(shared: list[str]) -> None:
    asked = urllib.request.Request(
        f"{shared[0]}/flows/filter", data=b"{}", headers={"Content-Type": "application/json"}
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asked)
    refused.value.close()
    assert refused.value.code == 401
    secret = client_environment(shared[0])["PREFECT_API_AUTH_STRING"]
    asked.add_header("Authorization", f"Basic {base64.b64encode(secret.encode()).decode()}")
    with urllib.request.urlopen(asked) as answer:
        assert json.load(answer) == []
    assert state_folder().stat().st_mode & 0o077 == 0


def test_a_client_talks_to_the_server_directly_and_says_nothing_to_anybody(
    shared: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.setenv("no_proxy", "example.org")
    found = client_environment(shared[0])
    assert found["NO_PROXY"] == found["no_proxy"] == "example.org,127.0.0.1,localhost"
    assert found["PREFECT_API_URL"] == shared[0]
    assert found["DO_NOT_TRACK"] == "1"
    for name, value in found.items():
        monkeypatch.setenv(name, value)
    assert ensure_server() == shared[0], "what we set ourselves is not taken for the user's wish"


def test_a_server_that_was_named_is_used_as_it_is(
    shared: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_API_URL", shared[0])
    assert ensure_server() == shared[0]
    assert "PREFECT_API_AUTH_STRING" not in client_environment(shared[0])


def test_killed_clients_leave_one_server_and_then_none(tmp_path: Path) -> None:
    starter = client(tmp_path, idle_s=0.5)
    time.sleep(0.4)
    starter.kill()
    starter.communicate()
    second = client(tmp_path, stay_s=600, idle_s=0.5)
    assert second.stdout is not None
    assert second.stdout.readline().startswith("http://127.0.0.1:")
    time.sleep(1.0)
    assert len(processes(tmp_path)) == 1, "a client that lives needs it, however long it says nothing"
    second.send_signal(signal.SIGKILL)
    second.communicate()
    assert wait_until(lambda: processes(tmp_path) == [], 10)
    assert list(tmp_path.rglob("server.json")) == []


def test_a_named_server_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv("PREFECT_API_URL", f"http://127.0.0.1:{port}/api")
    with pytest.raises(ServerUnavailable, match=f"{port}/api.*unset PREFECT_API_URL"):
        ensure_server()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"pid": 1}'])
def test_a_torn_state_is_no_server(folder: Path, content: bytes) -> None:
    (folder / "server.json").write_bytes(content)
    assert server_status() is None


def test_a_state_of_a_dead_or_another_process_is_no_server(folder: Path) -> None:
    mine = process_started(os.getpid())
    write_state(folder, os.getpid(), mine)
    assert server_status() is not None
    write_state(folder, os.getpid(), "1")
    assert server_status() is None, "the number is ours, the process is not"
    write_state(folder, 2**22 + 1, mine)
    assert server_status() is None
    write_state(folder, os.getpid(), mine, place="00000000")
    assert server_status() is None, "numbers of another machine mean nothing here"


def test_a_server_that_never_answers_is_ended(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "START_S", 0.0)
    monkeypatch.setattr(server, "ENDING_S", 0.2)
    deaf = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    write_state(folder, deaf.pid, process_started(deaf.pid))
    assert server._find() is None
    assert deaf.wait(5) == -signal.SIGTERM


def test_a_server_that_cannot_start_is_told_with_what_it_last_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "template_path", lambda: folder / "template.db")
    monkeypatch.setattr(
        server, "python_command", lambda *_: [sys.executable, "-c", "import sys; sys.exit('no such luck')"]
    )
    with pytest.raises(ServerUnavailable, match="It last said: no such luck"):
        ensure_server()


def test_stopping_where_nothing_runs_does_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_STATE", str(tmp_path / "nowhere"))
    stop_server()
    assert not (tmp_path / "nowhere").exists()


def test_a_server_is_needed_as_long_as_a_client_lives(folder: Path) -> None:
    clients = folder / "clients"
    clients.mkdir()
    assert not is_needed(folder)
    for name in (owner(), f"{machine()}-{os.getpid()}-1", "00000000-1-1", "nonsense"):
        (clients / name).touch()
    assert is_needed(folder)
    assert [p.name for p in clients.iterdir()] == [owner()]
    (clients / owner()).unlink()
    assert not is_needed(folder)


def test_a_request_under_way_is_not_idleness() -> None:
    begun, go = asyncio.Event(), asyncio.Event()

    async def slow(_scope: object, _receive: object, _send: object) -> None:
        begun.set()
        await go.wait()

    async def scenario() -> tuple[float, float, float]:
        application = Attentive(slow)
        application.last -= 100
        before = application.idle_s()
        request = asyncio.create_task(application({"type": "websocket"}, None, None))
        await begun.wait()
        during = application.idle_s()
        go.set()
        await request
        return before, during, application.idle_s()

    before, during, after = asyncio.run(scenario())
    assert before >= 100
    assert during == 0
    assert after < 1


def database(path: Path, rows: int) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("create table t (x)")
        connection.executemany("insert into t values (?)", [(n,) for n in range(rows)])
    connection.close()


def rows(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("select count(*) from t").fetchone()[0])
    finally:
        connection.close()


def test_the_database_begins_as_a_copy_of_the_template_and_is_then_kept(tmp_path: Path) -> None:
    home, template, live = tmp_path / "home", tmp_path / "cache" / "template.db", tmp_path / "live.db"
    assert not prepare_database(home, template).exists()
    database(live, 3)
    keep_template(live, template)
    place = prepare_database(home, template)
    assert rows(place) == 3
    place.unlink()
    database(place, 5)
    assert rows(prepare_database(home, template)) == 5
    assert [p.name for p in template.parent.iterdir()] == ["template.db"]


def test_a_database_that_has_grown_too_large_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, template = tmp_path / "home", tmp_path / "template.db"
    home.mkdir()
    database(template, 1)
    database(home / "prefect.db", 1000)
    (home / "prefect.db-wal").write_bytes(b"old")
    monkeypatch.setattr(server_process, "LARGEST_BYTES", 10_000)
    assert rows(prepare_database(home, template)) == 1
    assert [p.name for p in home.iterdir()] == ["prefect.db"]


def test_looking_for_the_server_does_not_load_prefect() -> None:
    program = "import sys; import flows.server, flows.server_process; print('prefect' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "False"
