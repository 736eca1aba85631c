"""The doctor looks at the store, at doors, and at what is beyond this machine."""

from __future__ import annotations

import json
import platform
import threading
from collections.abc import Callable, Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.metadata import version
from pathlib import Path

import pytest

from flows.commands import doctor, doctor_cluster
from flows.commands.check import Check
from flows.knock import Answer
from tests.conftest import Ran

TOKEN = "0123456789abcdef0123456789abcdef"
CLUSTER = "ray://head.example.org:10001"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No engines, no server, no settings of whoever runs the tests, and nobody answers."""
    monkeypatch.setattr("languages.discover.discover_all", dict)
    monkeypatch.setattr(doctor, "_server", lambda: Check(what="Prefect server", good=True, found="here"))
    monkeypatch.setattr(doctor_cluster, "knock", lambda *_: Answer.SILENT)
    monkeypatch.setattr("flows.knock.knock", lambda *_: Answer.REFUSED)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("VERNACAST_CLUSTER", "PREFECT_API_URL", "PREFECT_API_AUTH_STRING", "RAY_AUTH_MODE", "RAY_AUTH_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    for name in ("RAY_ADDRESS", "RAY_AUTH_TOKEN_PATH"):
        monkeypatch.delenv(name, raising=False)


def cluster_says(monkeypatch: pytest.MonkeyPatch, told: dict[str, object] | None, fault: str = "") -> None:
    same: dict[str, object] = {**doctor_cluster.versions(), "clock_s": 0.2, "nodes": 3}
    monkeypatch.setattr(doctor_cluster, "_ask", lambda _: (None if told is None else same | told, fault))


def checks(ran: Ran) -> dict[str, dict[str, object]]:
    return {c["what"]: c for c in json.loads(ran.out)}


def test_all_is_well_without_a_cluster(command: Callable[..., Ran], story_home: Path) -> None:
    ran = command("doctor", "--json")
    assert ran.code == 0, ran.out
    assert "written and read" in str(checks(ran)["store"]["found"])
    assert checks(ran)["Ray"]["good"]
    assert (
        list((story_home / "store" / "objects").rglob("*")) == [] if (story_home / "store/objects").exists() else True
    )


def test_store_that_cannot_be_written_is_bad(
    command: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("VERNACAST_STORE", str(tmp_path / "file" / "store"))
    ran = command("doctor")
    assert ran.code == 7
    assert "BAD store" in ran.out


def test_remote_store_is_written_and_read(command: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_STORE", "memory://doctor")
    ran = command("doctor", "--json")
    assert checks(ran)["store"]["good"]
    assert checks(ran)["store"]["found"] == "memory://doctor, written and read"
    assert not Path("/doctor").exists()


def test_public_address_without_a_token_is_refused_and_not_greeted(
    command: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    def greeted(_: str) -> tuple[None, str]:
        raise AssertionError("A token was sent through an open door.")

    monkeypatch.setattr(doctor_cluster, "_ask", greeted)
    for words in (("doctor", "--address", CLUSTER), ("doctor",)):
        monkeypatch.setenv("VERNACAST_CLUSTER", CLUSTER)
        ran = command(*words)
        assert ran.code == 7
        assert "BAD door: Ray client" in ran.out
        assert "RAY_AUTH_MODE=token" in ran.out


def test_guarded_cluster_is_looked_at(command: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAY_AUTH_MODE", "token")
    monkeypatch.setenv("RAY_AUTH_TOKEN", TOKEN)
    cluster_says(monkeypatch, {})
    ran = command("doctor", "--address", CLUSTER)
    assert ran.code == 0, ran.out
    assert "in clear" in ran.out
    assert "TLS" in ran.out
    assert "3 nodes" in ran.out
    assert TOKEN not in ran.out + ran.err


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ({"ray": "2.59.0"}, "ray on the cluster"),
        ({"python": "3.12.1"}, "python on the cluster"),
        ({"prefect": "not installed"}, "prefect on the cluster"),
        ({"clock_s": -42.0}, "clock of the cluster"),
    ],
)
def test_what_differs_there_is_bad(
    told: dict[str, object], what: str, command: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster_says(monkeypatch, told)
    ran = command("doctor", "--address", "ray://127.0.0.1:10001", "--json")
    assert ran.code == 7
    assert [c["what"] for c in checks(ran).values() if not c["good"]] == [what]


def test_cluster_that_does_not_answer_is_told(command: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    cluster_says(monkeypatch, None, "ConnectionError: ray client connection timeout")
    ran = command("doctor", "--address", "ray://127.0.0.1:10001")
    assert ran.code == 7
    assert "connection timeout" in ran.out


def test_nonsense_is_no_address(command: Callable[..., Ran]) -> None:
    ran = command("doctor", "--address", "localhost")
    assert ran.code == 7
    assert "ray://host:10001" in ran.out


def test_dashboard_that_answers_from_here_is_a_door(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAY_AUTH_MODE", "token")
    monkeypatch.setenv("RAY_AUTH_TOKEN", TOKEN)
    monkeypatch.setattr(doctor_cluster, "knock", lambda *_: Answer.REFUSED)
    found = {c.what: c for c in doctor_cluster.check_doors(CLUSTER)}
    assert found["door: Ray client"].good
    assert not found["door: Ray dashboard and Jobs API"].good
    assert "head.example.org:8265" in found["door: Ray dashboard and Jobs API"].found


def test_the_dashboard_that_settings_name_is_looked_at_and_none_is_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAY_AUTH_MODE", "token")
    monkeypatch.setenv("RAY_AUTH_TOKEN", TOKEN)
    monkeypatch.setattr(doctor_cluster, "knock", lambda *_: Answer.REFUSED)
    monkeypatch.setenv("RAY_API_SERVER_ADDRESS", "http://head.example.org:9999")
    found = [c.found for c in doctor_cluster.check_doors(CLUSTER) if "dashboard" in c.what]
    assert len(found) == 1
    assert "head.example.org:9999" in found[0]


@pytest.mark.parametrize(
    ("told", "good", "said"),
    [
        ("http://127.0.0.1:31337", True, "127.0.0.1:31337: on loopback of the head"),
        ("http://192.0.2.7:31337", False, "192.0.2.7:31337: OPEN"),
        ("", True, "has none"),
    ],
)
def test_the_dashboard_is_where_the_cluster_says_it_is(
    told: str, good: bool, said: str, command: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAY_AUTH_MODE", "token")
    monkeypatch.setenv("RAY_AUTH_TOKEN", TOKEN)
    monkeypatch.setattr("flows.knock.knock", lambda *_: Answer.SILENT)
    cluster_says(monkeypatch, {"dashboard": told})
    found = checks(command("doctor", "--address", CLUSTER, "--json"))["door: Ray dashboard and Jobs API"]
    assert found["good"] is good
    assert said in found["found"]


def test_a_ray_here_is_found_by_the_file_that_it_leaves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAY_TMPDIR", str(tmp_path))
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    assert list(doctor_cluster.check_ray_here()) == []
    (tmp_path / "ray").mkdir()
    (tmp_path / "ray" / "ray_current_cluster").write_text("127.0.0.1:6399\n")
    assert doctor_cluster.find_gcs() == "127.0.0.1:6399"
    cluster_says(monkeypatch, {"dashboard": "http://127.0.0.1:8299"})
    assert [c.found for c in doctor_cluster.check_ray_here()] == [
        "127.0.0.1:6399",
        "http://127.0.0.1:8299: on loopback of this machine.",
    ]
    cluster_says(monkeypatch, None, "no answer")
    assert all(c.good for c in doctor_cluster.check_ray_here())
    monkeypatch.setenv("RAY_ADDRESS", "ray://head:10001")
    assert doctor_cluster.find_gcs() == ""


@pytest.fixture
def prefect() -> Iterator[HTTPServer]:
    """Something that answers as a Prefect server does to who has the secret ``u:p``."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            allowed = self.headers.get("Authorization") == "Basic dTpw"
            body = json.dumps(version("prefect")).encode()
            self.send_response_only(200 if allowed else 401)
            self.send_header("Date", self.server.date)  # type: ignore[attr-defined]
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.date = formatdate(usegmt=True)  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_prefect_server_is_asked_for_version_and_time(prefect: HTTPServer) -> None:
    url = f"http://127.0.0.1:{prefect.server_port}/api"
    told = {c.what: c for c in doctor_cluster.check_prefect(url, "u:p")}
    assert all(c.good for c in told.values()), told
    assert set(told) == {"prefect on the server", "clock of the Prefect server"}
    prefect.date = formatdate(timeval=0, usegmt=True)  # type: ignore[attr-defined]
    told = {c.what: c for c in doctor_cluster.check_prefect(url, "u:p")}
    assert not told["clock of the Prefect server"].good
    (refused,) = doctor_cluster.check_prefect(url, "")
    assert not refused.good


def test_versions_of_this_side_are_known() -> None:
    assert doctor_cluster.versions()["python"] == platform.python_version()
    assert doctor_cluster.versions()["prefect"] == version("prefect")


def test_errors_are_told_without_secrets(
    command: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, story_home: Path
) -> None:
    monkeypatch.setenv("RAY_AUTH_TOKEN", TOKEN)
    monkeypatch.setenv("VERNACAST_LOG", str(story_home / "log"))
    ran = command("plan", f"{TOKEN}.md", "--to", f"{TOKEN}")
    from flows import logs

    logs.stop()
    assert ran.code in (2, 4)
    assert "[secret]" in ran.err.splitlines()[-1]
    told = json.loads((story_home / "log").read_text(encoding="utf-8").splitlines()[-1])
    assert told["event"] == "refused"
    assert told["code"] == ran.code
    assert TOKEN not in (story_home / "log").read_text(encoding="utf-8")
