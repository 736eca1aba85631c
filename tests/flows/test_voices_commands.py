from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

from flows.commands import voices
from flows.commands.voices import Wish
from languages.errors import RecordingRefused, ResourceError, UsageError
from speech.consent import consents, find_consent, sample_path, why_not
from speech.consented import Output, note_outputs, outputs_of

WISH = Wish(voice="abuela-rosa", who="Rosa Quispe", uses="nonprofit,community", languages="quy,es", until="2999-12-31")


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VERNACAST_VOICES", str(tmp_path / "voices"))
    return tmp_path / "voices"


def recording(path: Path, seconds: float = 5.0, level: float = 0.3) -> str:
    time = np.arange(int(seconds * 16_000)) / 16_000
    soundfile.write(path, level * np.sin(2 * np.pi * 150 * time), 16_000)
    return str(path)


@pytest.fixture
def added(tmp_path: Path) -> str:
    sample, statement = recording(tmp_path / "a.wav"), recording(tmp_path / "b.flac", 9.0)
    assert voices.add(WISH, sample, statement, "Kaymi ñuqap simiy.") == 0
    return WISH.voice


def test_a_consent_is_recorded_with_both_recordings(added: str, capsys: pytest.CaptureFixture[str]) -> None:
    record = find_consent(added)
    assert record is not None
    assert (record.who, record.uses, record.languages) == ("Rosa Quispe", ("nonprofit", "community"), ("quy", "es"))
    assert why_not(record, "es") == ""
    assert sample_path(record).name == "sample.wav"
    assert record.statement == "statement.flac"
    assert voices.list_all(False) == 0
    assert "abuela-rosa" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["mujer", "child", "old", "madre"])
def test_words_that_ask_for_some_voice_name_no_person_s(name: str) -> None:
    with pytest.raises(UsageError, match="whoever's it is"):
        voices.sentence(dataclasses.replace(WISH, voice=name))


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("VERNACAST_VOICES", str(tmp_path / "file"))
    with pytest.raises(ResourceError, match="cannot be written"):
        voices.add(WISH, recording(tmp_path / "a.wav"), recording(tmp_path / "b.wav"), "")


def test_the_sentence_has_another_number_for_other_terms(capsys: pytest.CaptureFixture[str]) -> None:
    others = {"voice": "rosa-2", "who": "Rosa", "uses": "community", "languages": "es", "until": "2999-12-30"}
    told: set[str] = set()
    for wish in (WISH, WISH, *(dataclasses.replace(WISH, **{k: v}) for k, v in others.items())):
        voices.sentence(wish)
        told.add(capsys.readouterr().out.partition("My number is")[2])
    assert len(told) == 1 + len(others)


def test_a_consent_is_never_overwritten(added: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="already"):
        voices.add(WISH, str(tmp_path / "a.wav"), str(tmp_path / "b.flac"), "")


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("voice", "Abuela Rosa", "cannot name a voice"),
        ("voice", "../rosa", "cannot name a voice"),
        ("who", " ", "--who is empty"),
        ("uses", "selling", "commercial"),
        ("uses", "", "commercial"),
        ("languages", "", "--languages is empty"),
        ("until", "soon", "no date"),
        ("until", "2020-01-01", "past"),
        ("gender", "old", "female"),
    ],
)
def test_terms_that_cannot_be_read_are_refused(field: str, value: str, told: str, tmp_path: Path, root: Path) -> None:
    sample = recording(tmp_path / "a.wav")
    with pytest.raises(UsageError, match=told):
        voices.add(dataclasses.replace(WISH, **{field: value}), sample, sample, "")
    assert not root.exists() or list(root.iterdir()) == []


@pytest.mark.parametrize(
    ("seconds", "level", "told"), [(1.0, 0.3, "1.0 s"), (90.0, 0.3, "lasts"), (5.0, 0.0, "silent")]
)
def test_recordings_that_are_no_voice_leave_nothing(
    seconds: float, level: float, told: str, tmp_path: Path, root: Path
) -> None:
    good = recording(tmp_path / "good.wav")
    with pytest.raises(RecordingRefused, match=told):
        voices.add(WISH, recording(tmp_path / "bad.wav", seconds, level), good, "")
    assert list(root.iterdir()) == []
    assert consents() == ()


def test_revoking_ends_all_use_and_lists_what_was_made(
    added: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import hashlib

    kept, gone = tmp_path / "kept.mp4", tmp_path / "gone.mp4"
    for path in (kept, gone):
        path.write_bytes(path.name.encode())
    made = [
        Output(path=str(p), sha256=hashlib.sha256(p.read_bytes()).hexdigest(), when="2026-11-24T00:00:00+00:00")
        for p in (kept, gone)
    ]
    note_outputs(added, made)
    note_outputs(added, made)
    assert outputs_of(added) == tuple(made)
    gone.unlink()
    capsys.readouterr()
    assert voices.revoke(added, True) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(o["path"], o["there"]) for o in told["outputs"]] == [(str(kept), True), (str(gone), False)]
    record = find_consent(added)
    assert record is not None
    assert "took the consent" in why_not(record, "es")
    assert voices.revoke(added, False) == 0
    assert record.revoked == (find_consent(added) or record).revoked, "the first day stands"
    with pytest.raises(UsageError, match="no voice"):
        voices.revoke("nobody", False)
