from __future__ import annotations

from pathlib import Path

import pytest

from flows.stages.speak import SpeakChunk, SpeakLine, speak_chunk, speech_key, with_doubts
from flows.store import Store
from languages.card import Failed
from speech.engine import Spoken
from speech.spoken import findings_of, spoken
from speech.spoken_text import SpokenText
from speech.utterance import Utterance, Voice
from translation.translated import FindingKind

MMS = Voice(engine="speech/mms", id="mms-tts-cat", language="ca")
ESPEAK = Voice(engine="speech/espeak", id="ca", language="ca", reads_numbers=True)


def utterance() -> Utterance:
    return Utterance(
        line="a", voice="x", language="ca", audio="", length=48_000, words=(), loudness_lufs=-20.0, peak_dbtp=-3.0
    )


def test_the_key_of_a_line_with_numbers_knows_what_they_are_read_as(monkeypatch: pytest.MonkeyPatch) -> None:
    before = speech_key(MMS, "ca", "12 cases", {})
    monkeypatch.setattr("flows.stages.speak.spoken_by", lambda text, language, voice: spoken("13 cases", "ca"))
    assert speech_key(MMS, "ca", "12 cases", {}) != before


def test_the_key_of_a_line_without_numbers_or_of_a_voice_that_reads_them_stays_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = [speech_key(MMS, "ca", "dotze", {}), speech_key(ESPEAK, "ca", "12", {})]
    monkeypatch.setattr("flows.stages.speak.spoken_by", lambda text, language, voice: SpokenText(text=text))
    assert [speech_key(MMS, "ca", "dotze", {}), speech_key(ESPEAK, "ca", "12", {})] == keys


def test_what_is_not_certain_is_told_with_the_utterance_and_a_failure_stays_one() -> None:
    said = spoken("12 runa", "quy")
    answered = with_doubts(Spoken(utterance=utterance(), path=""), findings_of(said))
    assert isinstance(answered, Spoken)
    assert [f.kind for f in answered.utterance.findings] == [FindingKind.SPOKEN]
    failed = Failed(reason="no sound")
    assert with_doubts(failed, findings_of(said)) is failed
    certain = Spoken(utterance=utterance(), path="")
    assert with_doubts(certain, ()) is certain


def test_the_key_of_a_line_with_words_that_the_voice_may_spell_knows_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    before = speech_key(ESPEAK, "ca", "Bon dia, Москва", {})
    monkeypatch.setattr("flows.stages.speak.unread_findings", lambda text, voice: ())
    assert speech_key(ESPEAK, "ca", "Bon dia, Москва", {}) != before


def test_a_line_that_the_voice_would_spell_fails_unspoken_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.stages.speak.default_pool", lambda: pytest.fail("it was given to the voice"))
    lines = (SpeakLine(line="a", text="ⵜⴰⵎⴰⵣⵉⵖⵜ", voice=ESPEAK),)
    (receipt,) = speak_chunk(Store(str(tmp_path)), SpeakChunk(language="zgh", lines=lines), ())
    assert "speech/espeak:ca reads Latin (Latn), but this line is in Tifinagh (Tfng)" in receipt.failed
    assert "Record the line" in receipt.failed
