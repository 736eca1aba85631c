from __future__ import annotations

import dataclasses
from pathlib import Path

import msgspec
import pytest

from flows.choose import CastVoice
from flows.plan import LanguagePlan
from flows.recipe import Receipt
from flows.stages.judge import judged
from flows.stages.lines import LineReport
from flows.store import Store
from speech.engine import Ear, Transcript
from speech.utterance import Voice
from tests.flows.writers import a_key, a_record
from translation.translated import FindingKind, State

EAR = Ear(engine="speech/ear", id="ear:quy", language="quy", expected_cer=0.1, evidence="a published table")
PLAN = LanguagePlan(language="quy", name="Quechua", states=(), ear=EAR)
TEXT = "Huk tutas atuqqa killata qawarqa mayu yakupi"


def transcript(store: Store, line: str, text: str) -> Receipt:
    k = a_key(f"heard {line}")
    value = msgspec.to_builtins(Transcript(line=line, text=text, language="quy"))
    store.commit(k, dataclasses.replace(a_record(k), stage="listen", value=value))
    return Receipt(unit=line, key=k)


def judge_with(store: Store, heard: tuple[Receipt, ...], plan: LanguagePlan = PLAN) -> dict[str, list[str]]:
    lines = tuple(LineReport(line=r.unit, state=State.MACHINE) for r in heard)
    takes = tuple(Receipt(unit=r.unit, key="taken") for r in heard)
    found = judged(store, lines, {r.unit: TEXT for r in heard}, plan, (takes, heard))
    assert all(f.kind is FindingKind.HEARD for line in found for f in line.findings)
    return {line.line: [f.text for f in line.findings] for line in found}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "store"))


def test_a_line_that_sounds_as_written_has_no_finding_and_another_has(store: Store) -> None:
    found = judge_with(store, (transcript(store, "a", TEXT.lower()), transcript(store, "b", "Huk tutas")))
    assert found["a"] == []
    assert "ear:quy does not hear what is written" in found["b"][0]
    assert "«Huk tutas»" in found["b"][0]
    assert "a published table" in found["b"][0]


def test_what_nobody_listened_to_is_unjudged_not_right(store: Store) -> None:
    (told,) = judge_with(store, (Receipt(unit="a", failed="The sound is silence."),))["a"]
    assert told == "ear:quy could not judge how this sounds: The sound is silence."


def test_an_ear_of_which_nothing_is_known_says_so(store: Store) -> None:
    deaf = dataclasses.replace(PLAN, ear=dataclasses.replace(EAR, expected_cer=None))
    (told,) = judge_with(store, (transcript(store, "a", TEXT),), deaf)["a"]
    assert "cannot judge: nothing is known" in told


def test_a_voice_that_was_measured_with_the_ear_is_judged_against_that(store: Store) -> None:
    """Many letters wrong are what this ear makes of this voice; of people it would hear more."""
    ear = dataclasses.replace(EAR, checkpoint="some-ear")
    voice = Voice(engine="speech/espeak", id="quy", language="quy", misheard=(("some-ear", 0.33),))
    plan = dataclasses.replace(PLAN, ear=ear, voices=(CastVoice(character="", voice=voice),))
    heard = transcript(store, "a", TEXT.translate(str.maketrans("auk", "oeg")))
    line = LineReport(line="a", state=State.MACHINE, voice="speech/espeak:quy")
    takes = (Receipt(unit="a", key="taken"),)

    def told(plan: LanguagePlan) -> list[str]:
        (found,) = judged(store, (line,), {"a": TEXT}, plan, (takes, (heard,)))
        return [f.text for f in found.findings]

    strict = told(dataclasses.replace(plan, voices=()))
    assert "about 10% were expected (a published table)" in strict[0]
    assert told(plan) == []
    assert told(dataclasses.replace(plan, borrowed="es")) == strict
    hopeless = dataclasses.replace(voice, misheard=(("some-ear", 0.6),))
    (reason,) = told(dataclasses.replace(plan, voices=(CastVoice(character="", voice=hopeless),)))
    assert (
        "cannot judge: the ear is expected to get 60% of the letters wrong (measured with speech/espeak:quy)" in reason
    )


def test_without_an_ear_nothing_is_said(store: Store) -> None:
    silent = dataclasses.replace(PLAN, ear=None)
    assert judge_with(store, (transcript(store, "a", "xyz"),), silent)["a"] == []
