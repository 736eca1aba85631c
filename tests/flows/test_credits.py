"""Credits name every model with the licence of its own weights."""

from __future__ import annotations

import pytest

from flows.choose import CastVoice
from flows.plan import LanguagePlan
from flows.stages.credits import edition_credits
from flows.stages.lines import LineReport
from flows.stages.made import licence_words, made_by
from languages.card import Licence
from languages.discover import get_engine
from speech.utterance import Voice
from tests.flows.test_choose import NC, STORY
from translation.engine import Route
from translation.translated import State

VITS = Licence(code="MPL-2.0", weights="Apache-2.0", source="a model card")
XTTS = Licence(code="MPL-2.0", weights="LicenseRef-CPML-1.0.0", outputs="LicenseRef-CPML-1.0.0", source="a card")


def voice(checkpoint: str, licence: Licence) -> Voice:
    return Voice(engine="speech/coqui", id=checkpoint, language="es", checkpoint=checkpoint, licence=licence)


def told(*lines: LineReport, via: tuple[str, Route] | None = None) -> list[tuple[str, str, str]]:
    cast = (
        CastVoice(character="", voice=voice("vits", VITS)),
        CastVoice(character="Rosa", voice=voice("xtts", XTTS)),
    )
    plan = LanguagePlan(language="es", name="Spanish", states=(), voices=cast)
    credits = edition_credits(STORY, plan, "T", lines, (), via)
    return [(t.engine, t.licence, t.did) for t in credits.tools]


def line(**more: str) -> LineReport:
    return LineReport(line="a", state=State.APPROVED, text_digest="d", **more)  # pyright: ignore[reportArgumentType] - test data


def test_each_model_of_an_engine_has_its_own_row() -> None:
    spoken = told(line(voice="speech/coqui:vits"), line(voice="speech/coqui:xtts"), line(voice="speech/coqui:xtts"))
    assert spoken == [
        ("speech/coqui", "MPL-2.0 and Apache-2.0", "spoke 1 line with vits"),
        ("speech/coqui", "MPL-2.0 and LicenseRef-CPML-1.0.0", "spoke 2 lines with xtts"),
    ]


def test_what_drafted_approved_lines_in_an_earlier_run_is_named() -> None:
    nllb = line(engine="translation/nllb nllb-200-distilled-600M:spa_Latn>quy_Latn")
    ((engine, licence, did),) = told(nllb, nllb)
    assert (engine, licence) == ("translation/nllb", licence_words(get_engine(engine).card.licence))
    assert "CC-BY-NC-4.0" in licence
    assert did == "drafted 2 lines by way of nllb-200-distilled-600M:spa_Latn>quy_Latn, in an earlier run"
    assert told(line()) == []


def test_what_translated_briefs_is_named() -> None:
    way = Route(id="nllb:es>en", source="es", target="en", rank=0.5, licence=NC, evidence="a test")
    ((engine, licence, did),) = told(via=("translation/nllb", way))
    assert (engine, licence) == ("translation/nllb", "MIT and CC-BY-NC-4.0")
    assert did == "translated what is to be seen, by way of nllb:es>en"


@pytest.mark.parametrize(("own", "words"), [(None, "Apache-2.0 and CC-BY-NC-4.0"), (VITS, "MPL-2.0 and Apache-2.0")])
def test_records_say_the_licences_of_code_and_weights(own: Licence | None, words: str) -> None:
    assert made_by(get_engine("translation/nllb").card, {}, 1.0, own).licence == words
