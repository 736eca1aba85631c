"""The cards of an edition: what is true of it, in whose language, and when they are seen."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np

from flows.recipe import Recipe
from flows.stages.cards import (
    NOTICES,
    Cards,
    card_shot,
    cards_of,
    facts_of,
    first_picture,
    own_notices,
    wording_for,
    wording_note,
)
from flows.stages.lines import LineReport
from languages.registry import get_language
from publishing.end_card import Made
from publishing.notices import KEYS, get_wording
from tests.flows.test_edition import BOTH, FRAME, STORY, parts
from translation.translated import State
from video.encode import PROFILE, encode_pictures, headers_of
from video.planes import opaque_planes

LINES = (
    LineReport(line="title", state=State.SOURCE),
    LineReport(line="a", state=State.MACHINE, engine="translation/apertium", voice="speech/espeak:es"),
    LineReport(line="b", state=State.APPROVED, voice="person", human_take=True),
    LineReport(line="c", state=State.MACHINE, engine="translation/apertium", voice="speech/espeak:es"),
    LineReport(line="d", state=State.FAILED),
)
PAINTERS = (("video/papercut", ""), ("video/picture", ""), ("video/papercut", ""), ("video/wan", "wan2.1-t2v-1.3b"))


def recipe(folder: Path, *, cards: bool = True) -> Recipe:
    return Recipe(script=str(folder / "story.es.md"), targets=("es",), out=str(folder), cards=cards)


def made(titled: bool = True) -> Cards:
    facts = facts_of(STORY, "es", "El pan", LINES, PAINTERS, 1)
    cards, why = cards_of(facts, get_wording(("es",)), BOTH, titled)
    assert cards is not None
    assert why == ""
    return cards


def test_facts_are_counted_from_what_was_made() -> None:
    facts = facts_of(STORY, "es", "El pan", LINES, PAINTERS, 1)
    assert dict(facts.words) == {Made.CHECKED: 1, Made.DRAFTED: 2}  # not the title, and not what failed
    assert dict(facts.voices) == {Made.PEOPLE: 1, Made.SYNTHETIC: 2}
    assert facts.pictures == (Made.DRAWN, Made.OWN, Made.GENERATED)
    assert facts.missing == 1


def test_a_title_comes_first_and_who_made_it_last_in_every_shape() -> None:
    cards = made()
    told = parts()
    plain = told.timeline()
    whole = dataclasses.replace(told, cards=cards).timeline()
    first, *scenes, last = whole.clips
    assert (first.card, last.card, first.start) == (1, 2, 0)
    assert [c.scene for c in scenes] == [c.scene for c in plain.clips]
    assert whole.length - plain.length == first.length + last.length
    assert whole.said[0].start - plain.said[0].start == first.length
    assert [len(cards.pages(n)) for n in range(len(BOTH))] == [2, 2]
    assert [c.card for c in dataclasses.replace(told, cards=made(titled=False)).timeline().clips if c.card] == [1]


def test_a_card_is_a_still_shot_that_joins_the_others(tmp_path: Path) -> None:
    page = made().pages(0)[1]
    behind = np.full((FRAME.height_px, FRAME.width_px, 3), 90, np.uint8)
    shot = card_shot(page, FRAME, behind, tmp_path / "card.mp4")
    assert (shot.gops, shot.loops) == (1, False)
    packed = opaque_planes(behind)
    encode_pictures(iter([(packed.full, packed.half)] * 25), FRAME, tmp_path / "scene.mp4", PROFILE)
    import av

    with av.open(str(tmp_path / "scene.mp4")) as media:
        assert shot.headers == headers_of(media)
    seen = first_picture(tmp_path / "card.mp4")
    assert seen is not None
    assert (seen > 200).all(axis=2).mean() > 0.2  # the paper


def test_cards_are_in_the_language_of_the_edition_or_the_plan_says_in_which(tmp_path: Path) -> None:
    story = dataclasses.replace(STORY, folder=str(tmp_path))
    asked = recipe(tmp_path)
    catalan, quechua = get_language("ca"), get_language("quy")
    assert wording_note(wording_for(asked, "es", "ca", ()), catalan, "story") == ""
    foreign = wording_for(asked, "es", "quy", own_notices(asked, story))
    assert foreign is not None
    assert foreign.language == "es"  # the script's
    assert f"story{NOTICES}" in wording_note(foreign, quechua, "story")
    own = "language\t" + "\t".join(KEYS) + "\nquy\t" + "\t".join("simi" for _ in KEYS)
    (tmp_path / f"story{NOTICES}").write_text(own, encoding="utf-8")
    mine = wording_for(asked, "es", "quy", own_notices(asked, story))
    assert mine is not None
    assert mine["made"] == "simi"
    assert wording_note(mine, quechua, "story") == ""


def test_without_cards_there_is_no_wording(tmp_path: Path) -> None:
    story = dataclasses.replace(STORY, folder=str(tmp_path))
    (tmp_path / f"story{NOTICES}").write_text("not read", encoding="utf-8")
    asked = recipe(tmp_path, cards=False)
    assert wording_for(asked, "es", "ca", own_notices(asked, story)) is None


def test_what_no_font_draws_costs_only_the_cards() -> None:
    facts = facts_of(STORY, "xco", "\U00010fb0", LINES, PAINTERS, 0)
    cards, why = cards_of(facts, get_wording(("es",)), BOTH, True)
    assert cards is None
    assert "U+10FB0" in why
