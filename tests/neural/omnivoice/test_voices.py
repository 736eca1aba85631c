"""Tests of OmniVoice's voices: made up ones, and people's with their consent."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from languages.card import Failed
from languages.engine_codes import codes
from speech.consent import RECORD
from speech.engine import Spoken
from speech.engines import omnivoice as engine_module
from speech.engines.omnivoice import Engine
from speech.omnivoice_lines import Row
from speech.omnivoice_voices import DESIGNS, SAMPLES, evidence_of, listed, rank_of
from tests.neural.omnivoice.kit import ANA, LINES, SAID, job, record, refused, spoken, warm


def test_a_made_up_voice_has_one_sample_for_all_lines(
    root: Path, tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, real = Engine(root), engine_module._forward
    rows: list[Row] = []
    monkeypatch.setattr(engine_module, "_forward", lambda loaded, part: rows.extend(part) or real(loaded, part))
    voices = [f"omnivoice:{tag}+{design.id}" for tag in ("ca", "fr", "zh") for design in DESIGNS[:2]]
    results = engine.speak(tuple(job(tmp_path, text, voice) for voice in voices for text in LINES[:2]))
    assert all(isinstance(r, Spoken) for r in results)
    made = [(row.words, row.code, row.text) for row in rows if row.prompt is None]
    assert sorted(made) == sorted((d.words, code, text) for d in DESIGNS[:2] for code, text in SAMPLES.items())
    lines = [row for row in rows if row.prompt is not None]
    assert len(lines) == 12
    assert all(row.words is None for row in lines)
    assert len({id(row.prompt) for row in lines}) == 4  # Catalan and French have one
    assert {row.prompt.ref_text for row in lines} == set(SAMPLES.values())
    assert len({Path(r.path).read_bytes() for r in results if isinstance(r, Spoken)}) == 12
    engine.close()


def test_designs_are_words_that_the_library_knows(root: Path) -> None:
    from omnivoice.models.omnivoice import _resolve_instruct

    for design in DESIGNS:
        assert _resolve_instruct(design.words) == design.words
        assert _resolve_instruct(design.words, use_zh=True)
    assert len({v.variant for v in Engine(root).voices("ca")}) == len(DESIGNS)
    assert {v.gender for v in Engine(root).voices("ca")} == {"female", "male", "child"}


def test_languages_are_the_library_s_with_its_hours_of_speech(root: Path) -> None:
    from omnivoice.utils.lang_map import LANG_IDS

    assert set(codes("omnivoice")) == LANG_IDS
    assert {code for code, _ in listed().values()} <= LANG_IDS
    assert listed()["zh"] == ("zh", 111343.3)
    assert listed()["ps"] == ("ps", 88.62)  # its other code, pbu, has 11 hours
    voices = Engine(root).voices()
    assert len(voices) == len(DESIGNS) * len(listed())
    assert len({v.id for v in voices}) == len(voices)
    assert all(0 < v.rank <= 0.55 for v in voices)
    assert Engine(root).voices("nqo") == ()
    (first, *_) = Engine(root).voices("ast")
    assert "8.48 h of speech" in first.evidence
    assert "English accent" in first.evidence
    assert "nobody has measured" in first.evidence
    assert "accent" not in evidence_of("en")


def test_more_hours_are_ranked_higher_and_an_accent_lower() -> None:
    assert rank_of("en") == 0.55
    assert rank_of("ca") > rank_of("gl") > rank_of("ast") > rank_of("quy")
    assert rank_of("ca") - rank_of("ca", foreign=True) == pytest.approx(0.1)


def test_without_a_record_there_is_no_person_s_voice(root: Path, tmp_path: Path) -> None:
    assert not [v for v in Engine(root).voices() if v.consent]
    assert "no voice" in refused(Engine(root), tmp_path, voice=ANA)


def test_a_person_s_voice_is_spoken_with_as_long_as_the_record_allows_it(
    root: Path, tmp_path: Path, people: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from omnivoice import OmniVoice

    monkeypatch.setattr(OmniVoice, "load_asr_model", lambda *_: pytest.fail("nobody may listen to the sample"))
    consent = record(people)
    engine = Engine(root)
    (voice,) = [v for v in engine.voices("ca") if v.consent]
    assert (voice.id, voice.consent, voice.gender, voice.broken) == (ANA, "ana", "female", "")
    assert voice.rank == rank_of("ca")
    result = spoken(engine, tmp_path, "Bona nit.", ANA)
    assert not result.utterance.findings
    ((key, prompt),) = warm(engine).prompts.items()
    assert key == (consent.sample_sha256, SAID)
    assert prompt.ref_text == SAID
    assert Path(spoken(engine, tmp_path, "Bona nit.").path).read_bytes() != Path(result.path).read_bytes()
    assert "ca only" in refused(engine, tmp_path, voice="omnivoice:fr:ana")
    other = dataclasses.replace(job(tmp_path, "Bon día.", ANA), language="an")
    (borrowed,) = engine.speak((other,))
    assert isinstance(borrowed, Failed)
    assert "ca only" in borrowed.reason
    for told, reason in (
        ({"revoked": "2026-02-01T00:00:00+00:00"}, "took the consent"),
        ({"until": "2020-01-01"}, "until 2020-01-01"),
        ({"sample_sha256": "0" * 64}, "is not the recording"),
    ):
        record(people, 3.0, 0.2, **told)
        assert reason in refused(engine, tmp_path, voice=ANA), told
    record(people, revoked="2026-02-01T00:00:00+00:00")
    assert "took the consent" in next(v for v in engine.voices("ca") if v.consent).broken
    (people / "ana" / RECORD).unlink()
    assert "no voice" in refused(engine, tmp_path, voice=ANA)
    engine.close()


def test_a_person_called_female_is_not_taken_for_a_made_up_voice(root: Path, people: Path) -> None:
    record(people, voice="female")
    ids = [v.id for v in Engine(root).voices("ca")]
    assert "omnivoice:ca:female" in ids
    assert len(set(ids)) == len(ids)


def test_unknown_voices_are_refused(root: Path, tmp_path: Path) -> None:
    for voice in ("no such voice", "omnivoice", "omnivoice:ca", "omnivoice:nqo+female", "omnivoice:ca+soprano"):
        assert voice in refused(Engine(root), tmp_path, voice=voice)
