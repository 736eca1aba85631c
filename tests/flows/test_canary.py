"""A canary in every setting and strange words in a script: neither sings in any log."""

from __future__ import annotations

import base64
import json
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows import logs, metrics, observe
from flows.logs import Event
from flows.recipe import Receipt
from flows.server import state_folder
from flows.store import Store
from languages.errors import EngineError, RecordingRefused, VernacastError
from tests.conftest import Ran
from tests.stories import SHORT, write_story

SECRETS = {
    name: f"Kanari{n:02d}{name.lower().replace('_', '')}"
    for n, name in enumerate(
        (
            "RAY_AUTH_TOKEN",
            "PREFECT_SERVER_API_AUTH_STRING",
            "PREFECT_API_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "FSSPEC_S3_KEY",
            "FSSPEC_S3_SECRET",
            "HF_TOKEN",
            "PGPASSWORD",
            "AZURE_STORAGE_CONNECTION_STRING",
        )
    )
}
WORDS = ("Zwirbelnuss", "Quastenflosser", "Marzipanfjord")
STORY = SHORT.replace("Marta", WORDS[0]).replace("pan para 3 amigos", WORDS[1]).replace("juntos", WORDS[2])
HIDDEN = ("Kanari", base64.b64encode(b"Kanari")[:7].decode(), *WORDS)
"""What is looked for. Base64 is compared by its beginning: the rest depends on what follows."""


@pytest.fixture
def watched(story_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The log of a process that has a canary in every setting and serves its counts."""
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("VERNACAST_LOG", str(story_home / "log"))
    monkeypatch.setenv("VERNACAST_METRICS", "127.0.0.1:0")
    monkeypatch.delenv("VERNACAST_LOG_TEXT", raising=False)
    monkeypatch.setattr(observe, "_place", place := observe._Place())
    monkeypatch.setattr(observe, "_in_ray", lambda: False)
    yield story_home / "log"
    logs.stop()
    if isinstance(place.sink, metrics.ToPrometheus):
        place.sink.close()


def say_everything(url: str) -> None:
    """Every way there is to say something, each with words of the story and a secret."""
    told = f"{WORDS[0]} {WORDS[1]}, {SECRETS['RAY_AUTH_TOKEN']}, s3://{SECRETS['FSSPEC_S3_KEY']}:x@host/{WORDS[2]}"
    receipts = (Receipt(unit="l1", failed=told), Receipt(unit="l2", key="k", made=True))
    observe.observed(told, told, told, receipts, 1.0, told)
    observe.observed("speak", "ca", "Zwirbelnuss", receipts, 1.0, "speech/espeak")
    observe.queue_length(told, 3)
    observe.busy(told, told, 1.0)
    observe.model_loaded("speech/mms", "mms-tts-cat", 1.0)
    observe.model_evicted("speech/mms", "mms-tts-cat")
    observe.edition_finished(1.0, told, told)
    observe.cost(1.0, told)
    observe.store_error(told)
    error: VernacastError
    for error in (EngineError(told), RecordingRefused(told, path=told, line=3)):
        try:
            raise error
        except VernacastError as caught:
            logs.log(Event(event="failed", error=caught, text=told, level=logging.ERROR))
            logging.getLogger("vernacast.x").exception("It failed: %s", told)
    logging.getLogger("vernacast.x").error("It failed: %s and %d", told, 3)
    store = Store(url)
    with store.scratch() as folder:
        (folder / WORDS[0]).write_text(told)
        store.put_file(folder / WORDS[0], "text/plain")


def found_in(text: str) -> list[str]:
    return [word for word in HIDDEN if word in text]


def test_nothing_sings_whatever_is_said(watched: Path, story_home: Path) -> None:
    say_everything(str(story_home / "store"))
    log = watched.read_text(encoding="utf-8")
    assert len(log.splitlines()) >= 9
    assert all(json.loads(line)["event"] for line in log.splitlines())
    assert found_in(log) == []
    sink = observe._place.sink
    assert isinstance(sink, metrics.ToPrometheus)
    import prometheus_client

    counts = prometheus_client.generate_latest(sink.registry).decode()
    assert 'stage="speak"' in counts
    assert found_in(counts) == []


def test_canary_can_be_heard(watched: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words are there where text is asked for, the secrets not even then."""
    monkeypatch.setenv("VERNACAST_LOG_TEXT", "1")
    say_everything(os.environ["VERNACAST_STORE"])
    assert sorted(found_in(watched.read_text(encoding="utf-8"))) == sorted(WORDS)


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_whole_runs_sing_in_no_log(watched: Path, story_home: Path, command: Callable[..., Ran]) -> None:
    story = write_story(story_home, STORY)
    for words in (
        ("plan", str(story), "--to", "ca"),
        ("make", str(story), "--to", "ca,sw", "--size", "160x90"),
        ("why", "out/pan/ca/pan.mp4"),
        ("make", f"{WORDS[0]}.md", "--to", "ca"),
        ("plan", str(story), "--to", WORDS[1]),
    ):
        assert "Kanari" not in command(*words).err
    say_everything(str(story_home / "store"))
    assert (story_home / "out" / "pan" / "ca" / "pan.mp4").exists()
    assert "refused" in watched.read_text(encoding="utf-8")
    for log in (watched, *state_folder().rglob("*.log")):
        assert found_in(log.read_text(encoding="utf-8", errors="replace")) == [], log
    for left in (*state_folder().rglob("prefect.db*"), *story_home.joinpath("out").rglob("*.json")):
        assert "Kanari" not in left.read_bytes().decode("latin-1"), left
