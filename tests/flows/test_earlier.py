"""Machines' texts of earlier runs carry their licence on, whoever looked at them since."""

from __future__ import annotations

import dataclasses

import pytest

from flows.earlier import bar_drafts, drafted_by, kept_engines
from flows.plan import plan_language
from languages.errors import UnknownEngine
from languages.licences import Use
from tests.flows.test_choose import NC, RECIPE, STORY, means, offers, route, voice, work
from translation.translated import State

NLLB = "translation/nllb nllb-200-distilled-600M:spa_Latn>quy_Latn"
LARGE = "translation/large nllb:es>quy"
FOUND = offers((("translation/large", route("nllb:es>quy", 0.5, NC)),), (voice("speech/plain", "p", 0.2),))


@pytest.mark.parametrize("state", [State.MACHINE, State.APPROVED, State.STALE])
def test_drafts_of_an_earlier_use_are_not_taken_into_a_stricter_one(state: State) -> None:
    done = work(state, "Huk kuti", LARGE)
    kept, notes = bar_drafts(done, FOUND, means())
    assert {(t.state, t.text, t.engine) for t in kept.lines} == {(State.MISSING, "", "")}
    assert "CC-BY-NC-4.0" in notes[0]
    assert "They stay in po/quy.po." in notes[0]
    assert bar_drafts(done, FOUND, means(Use.COMMUNITY)) == (done, ())


def test_people_s_words_are_never_barred() -> None:
    done = work(State.HUMAN, "Huk kuti")
    assert bar_drafts(done, FOUND, means()) == (done, ())


@pytest.mark.parametrize("use", Use)
def test_what_made_by_an_unknown_engine_is_not_used(use: Use) -> None:
    kept, notes = bar_drafts(work(State.MACHINE, "Huk kuti", "translation/gone big"), FOUND, means(use))
    assert {t.text for t in kept.lines} == {""}
    assert "translation/gone is not known here" in notes[0]


def test_a_plan_tells_the_terms_of_drafts_that_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    done = work(State.APPROVED, "Huk kuti", NLLB)
    plan = plan_language(done, STORY, offers(voices=(voice("speech/plain", "p", 0.2),)), RECIPE, means(Use.NONPROFIT))
    assert not plan.refused
    assert any("translation/nllb" in t and "Not for commercial use" in t for t in plan.terms)
    own = dataclasses.replace(done, lines=tuple(dataclasses.replace(t, engine="") for t in done.lines))
    assert plan_language(own, STORY, FOUND, RECIPE, means(Use.NONPROFIT)).terms == ()


def test_the_licence_is_that_of_the_checkpoint_in_the_route() -> None:
    card, licence = drafted_by(NLLB)
    assert (card.id, licence.weights) == ("translation/nllb", "CC-BY-NC-4.0")
    assert drafted_by("translation/madlad madlad400-3b-mt:es>quy")[1].weights == "Apache-2.0"
    card, licence = drafted_by("translation/apertium spa-cat>cat-srd")
    assert licence == card.licence
    with pytest.raises(UnknownEngine):
        drafted_by("translation/gone big")


def test_only_what_is_not_drafted_again_counts_as_kept() -> None:
    lines = work(State.MACHINE, "Huk kuti", LARGE).lines
    assert kept_engines(lines, ()) == (LARGE,)
    assert kept_engines(lines, [t.line for t in lines]) == ()
