"""The log tells what happened, and neither text of a user nor a secret."""

from __future__ import annotations

import json
import logging
import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows import logs
from flows.logs import Event
from languages.errors import RecordingRefused, StoreDamaged

TEXT = "Una noche Marta hizo pan"


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file that the log goes to."""
    monkeypatch.setenv("VERNACAST_LOG", str(tmp_path / "log.jsonl"))
    monkeypatch.delenv("VERNACAST_LOG_TEXT", raising=False)
    logs.start()
    yield tmp_path / "log.jsonl"
    logs.stop()


def told(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_event_becomes_one_line_of_json(lines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_RUN", "run-7")
    logs.log(Event(event="chunk", work="El pan", language="ca", lines=("l1", "l2"), stage="speak", seconds=1.23456))
    (line,) = told(lines)
    assert line["event"] == "chunk"
    assert line["run"] == "run-7"
    assert line["language"] == "ca"
    assert line["lines"] == ["l1", "l2"]
    assert line["seconds"] == 1.235
    assert str(line["time"]).endswith("Z")
    assert "engine" not in line
    assert line["work"] == logs.work_id("El pan") != "El pan"
    assert stat.S_IMODE(lines.stat().st_mode) == 0o600


def test_work_ids_are_stable_and_tell_no_name() -> None:
    assert logs.work_id("El pan y la luna") == logs.work_id(logs.work_id("El pan y la luna"))
    assert logs.work_id("a") != logs.work_id("b")
    assert logs.work_id("") == ""


def test_errors_are_told_by_class_code_and_place(lines: Path) -> None:
    try:
        raise RecordingRefused(f"{TEXT} is no recording.", path="/home/marta/pan.wav")
    except RecordingRefused as error:
        logs.log(Event(event="failed", error=error, text=TEXT, level=logging.ERROR))
    (line,) = told(lines)
    assert line["error"] == "RecordingRefused"
    assert line["code"] == 4
    assert str(line["where"]).startswith("tests/flows/test_logs.py:")
    assert "arta" not in lines.read_text(encoding="utf-8")


def test_loggers_of_modules_come_out_in_the_same_form(lines: Path) -> None:
    logger = logging.getLogger("vernacast.store")
    logger.warning("A record was set aside as %s (%d).", TEXT, 3)
    logger.warning("Engine %s for %s", "speech/mms", "Marta")
    try:
        raise StoreDamaged(TEXT)
    except StoreDamaged:
        logger.exception("It is damaged.")
    first, second, last = told(lines)
    assert first["event"] == "A record was set aside as … (3)."
    assert first["level"] == "warning"
    assert first["logger"] == "vernacast.store"
    assert second["event"] == "Engine speech/mms for …"
    assert last["error"] == "StoreDamaged"
    assert TEXT not in lines.read_text(encoding="utf-8")


def test_message_with_too_many_arguments_stops_nothing() -> None:
    record = logging.LogRecord("vernacast.x", logging.INFO, "x.py", 1, "Two %s", (TEXT, TEXT), None)
    assert json.loads(logs.line_of(record, with_text=False))["event"] == "Two %s"


def test_text_is_told_only_where_asked_for(lines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_LOG_TEXT", "1")
    logs.log(Event(event="failed", work="El pan", error=StoreDamaged(TEXT), text="de " + TEXT))
    logging.getLogger("vernacast.store").warning("Set aside: %s", TEXT)
    event, legacy = told(lines)
    assert event["message"] == TEXT
    assert event["text"] == "de " + TEXT
    assert event["name"] == "El pan"
    assert legacy["event"] == f"Set aside: {TEXT}"


def test_secrets_are_taken_out_even_of_text(lines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_LOG_TEXT", "1")
    monkeypatch.setenv("RAY_AUTH_TOKEN", 'can"ary\\0123')
    logs.log(Event(event="x", work='can"ary\\0123', text='can"ary\\0123 see https://u:pw123@host/'))
    monkeypatch.setenv("RAY_AUTH_TOKEN", "canary0123")
    logs.log(Event(event="x", lines=("canary0123", "l2")))
    assert "ary" not in lines.read_text(encoding="utf-8")
    assert "pw123" not in lines.read_text(encoding="utf-8")
    assert told(lines)[0]["name"] == "[secret]"
    assert told(lines)[1]["lines"] == ["[secret]", "l2"]


def test_without_a_setting_there_is_no_log(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.delenv("VERNACAST_LOG", raising=False)
    logs.start()
    logs.log(Event(event="nothing"))
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("vernacast").propagate


def test_log_goes_to_stderr(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("VERNACAST_LOG", "-")
    logs.log(Event(event="seen"))
    logs.stop()
    said = capfd.readouterr()
    assert json.loads(said.err)["event"] == "seen"
    assert said.out == ""


def test_log_that_cannot_be_written_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for target in ("/dev/full", "/no/such/folder/log"):
        monkeypatch.setenv("VERNACAST_LOG", target)
        logs.log(Event(event="lost", text=TEXT))
    logs.stop()
    assert TEXT not in capfd.readouterr().err


def test_threads_write_whole_lines_and_one_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_LOG", str(tmp_path / "shared"))  # not started: the threads do it, all at once

    def work(name: int) -> None:
        for _ in range(50):
            logs.log(Event(event=f"e{name}", lines=tuple(f"l{i}" for i in range(40))))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    logs.stop()
    assert len(told(tmp_path / "shared")) == 400


def test_forked_child_writes_to_the_same_file(lines: Path) -> None:
    logs.log(Event(event="parent"))
    pid = os.fork()
    if pid == 0:
        logs.log(Event(event="child"))
        os._exit(0)
    os.waitpid(pid, 0)
    logs.log(Event(event="parent again"))
    assert [line["event"] for line in told(lines)] == ["parent", "child", "parent again"]


def test_a_process_that_works_for_many_tells_for_whom(lines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_RUN", "its-own")

    def work(run: str) -> None:
        with logs.telling_of(run, logs.work_id(run)):
            logs.log(Event(event="chunk"))

    threads = [threading.Thread(target=work, args=(run,)) for run in ("run-1", "run-2")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    logs.log(Event(event="chunk"))
    found = sorted((str(line["run"]), line.get("work")) for line in told(lines))
    assert found == [("its-own", None), ("run-1", logs.work_id("run-1")), ("run-2", logs.work_id("run-2"))]
