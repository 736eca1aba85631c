"""Things and animals: all can be drawn, are as large as they say, and move in closed loops."""

from __future__ import annotations

import numpy as np
import pytest

from video.chance import Chance
from video.concepts.table import load_concepts
from video.direct import Mood
from video.engines.papercut.drawn import DRAWN
from video.engines.papercut.palette import DAY, NIGHT
from video.engines.papercut.paper import Board
from video.engines.papercut.things.catalog import ANIMALS, THINGS, Box
from video.engines.papercut.things.creatures import draw_animal
from video.engines.papercut.things.gaits import RUN, WALK, foot_at, joint_of
from video.engines.papercut.things.measure import paper_of
from video.engines.papercut.things.props import draw_prop, hold_prop
from video.shot import Frame

MARGIN = 2.0
"""Hundredths of a person's height by which a drawing may leave its box: rounding, and phases that were not measured."""
FRAME = Frame(width_px=180, height_px=180)


def board(night: bool = False) -> Board:
    return Board(FRAME, NIGHT if night else DAY, Chance(5, "things"))


def person_for(box: Box) -> float:
    """So large that the drawing fills a part of the board."""
    return 42000 / max(box.width, box.height)


def thing(kind: str, phase: float = 0.0, colour: int | None = None) -> Board:
    on = board()
    draw_prop(on, kind, on.span / 2, 500, person_for(THINGS[kind].box), colour=colour, phase=phase)
    return on


def animal(kind: str, gait: str = "", phase: float = 0.0, coat: int | None = None, mood: str | None = None) -> Board:
    on = board()
    box = ANIMALS[kind].boxes[ANIMALS[kind].gait(gait)]
    draw_animal(on, kind, on.span / 2, 500, person_for(box), coat=coat, flip=False, phase=phase, gait=gait, mood=mood)
    return on


def stays_inside(on: Board, box: Box, kind: str) -> None:
    here = paper_of(on)
    assert here is not None, f"{kind} is empty"
    unit = person_for(box) / 100
    x, y, room = on.span / 2, 500.0, MARGIN * unit + 3 / on.scale
    left, top, right, bottom = here
    assert left >= x + box.left * unit - room, kind
    assert right <= x + box.right * unit + room, kind
    assert top >= y + box.top * unit - room, kind
    assert bottom <= y + box.bottom * unit + room, kind


def test_there_are_more_animals_and_things_than_a_story_asks_for() -> None:
    assert len(ANIMALS) >= 120
    assert len(THINGS) >= 140
    assert not set(ANIMALS) & set(THINGS)


@pytest.mark.parametrize("kind", sorted(THINGS))
def test_a_thing_is_drawn_inside_its_box_at_all_phases(kind: str) -> None:
    for phase in (0.0, 0.3, 0.55, 0.8) if THINGS[kind].moves else (0.0,):
        stays_inside(thing(kind, phase), THINGS[kind].box, kind)


@pytest.mark.parametrize("kind", sorted(ANIMALS))
def test_an_animal_is_drawn_inside_its_boxes_in_all_its_gaits(kind: str) -> None:
    for gait in ANIMALS[kind].gaits:
        for phase in (0.1, 0.6):
            stays_inside(animal(kind, gait, phase), ANIMALS[kind].boxes[gait], f"{kind} {gait}")


@pytest.mark.parametrize("kind", sorted(kind for kind, known in THINGS.items() if known.moves))
def test_the_motion_of_a_thing_is_a_closed_loop_that_moves(kind: str) -> None:
    first = thing(kind, 0.0).pixels()
    assert np.array_equal(first, thing(kind, 1.0).pixels())
    assert any(not np.array_equal(first, thing(kind, phase).pixels()) for phase in (0.25, 0.4))


@pytest.mark.parametrize("kind", sorted(kind for kind, known in THINGS.items() if not known.moves))
def test_a_thing_that_says_it_stands_still_does(kind: str) -> None:
    assert np.array_equal(thing(kind, 0.0).pixels(), thing(kind, 0.37).pixels())


@pytest.mark.parametrize("kind", sorted(ANIMALS))
def test_the_gait_of_an_animal_is_a_closed_loop_that_moves(kind: str) -> None:
    for gait in ANIMALS[kind].gaits:
        first = animal(kind, gait, 0.0).pixels()
        assert np.array_equal(first, animal(kind, gait, 1.0).pixels()), gait
        assert any(not np.array_equal(first, animal(kind, gait, phase).pixels()) for phase in (0.2, 0.35)), gait


@pytest.mark.parametrize("kind", sorted(ANIMALS))
def test_an_animal_takes_the_coat_that_is_asked_for(kind: str) -> None:
    assert not np.array_equal(animal(kind).pixels(), animal(kind, coat=0x3060C0).pixels())


COLOURLESS = frozenset({"fire", "campfire"})


@pytest.mark.parametrize("kind", sorted(set(THINGS) - COLOURLESS))
def test_a_thing_takes_the_colour_that_is_asked_for(kind: str) -> None:
    assert not np.array_equal(thing(kind).pixels(), thing(kind, colour=0x3060C0).pixels())


def test_all_that_has_words_and_is_drawn_is_known_to_plans_and_all_animals_of_the_table_are_drawn() -> None:
    assert (set(ANIMALS) | set(THINGS)) & set(load_concepts()) <= DRAWN
    asked = {concept.id for concept in load_concepts().values() if concept.kind == "animal"}
    assert asked - set(ANIMALS) - set(THINGS) == {"wild_animal"}  # which the place decides


def test_sizes_are_those_of_the_world() -> None:
    rows = (
        ("ant", "mouse", "hen", "dog", "goat", "cow", "horse", "elephant"),
        ("chick", "hen", "goose", "heron", "ostrich"),
        ("lamb", "sheep", "cow"),
        ("fish", "dolphin", "whale"),
    )
    for row in rows:
        sizes = [ANIMALS[kind].size for kind in row]
        assert sizes == sorted(sizes), row
    rows = (("coin", "apple", "pot", "table", "door", "bus"), ("canoe", "boat", "ship"))
    for row in rows:
        sizes = [THINGS[kind].size for kind in row]
        assert sizes == sorted(sizes), row


def test_moods_change_the_face_and_an_open_mouth_too() -> None:
    for kind in ("fox", "cow", "owl", "hen", "fish", "turtle", "spider", "monkey"):
        calm = animal(kind, phase=0.1).pixels()
        shown = {animal(kind, phase=0.1, mood=mood).pixels().tobytes() for mood in Mood}
        assert len(shown) >= 5, kind
        assert np.array_equal(calm, animal(kind, phase=0.1, mood=Mood.CALM).pixels()), kind
        on = board()
        person = person_for(ANIMALS[kind].box)
        draw_animal(on, kind, on.span / 2, 500, person, coat=None, flip=False, phase=0.1, mouth=0.9)
        assert not np.array_equal(calm, on.pixels()), kind


def test_what_an_animal_cannot_do_becomes_what_it_can() -> None:
    assert ANIMALS["cow"].gait("fly") == "run"
    assert ANIMALS["fish"].gait("walk") == "swim"
    assert ANIMALS["bee"].gait("stand") == "fly"
    assert ANIMALS["bird"].gait("") == "fly"
    assert ANIMALS["hen"].gait("dance") == "stand"
    assert ANIMALS["bird"].medium == ANIMALS["butterfly"].medium == "air"


def test_feet_stand_still_on_the_ground_while_the_body_passes() -> None:
    for stepping in (WALK, RUN):
        for a in (0.0, 0.1, 0.2):
            (x0, y0), (x1, y1) = foot_at(stepping, a, 30), foot_at(stepping, a + 0.1, 30)
            assert y0 == y1 == 0
            assert x0 - x1 == pytest.approx(0.1 * 30 * stepping.reach / stepping.stance)
        lifted = foot_at(stepping, (1 + stepping.stance) / 2, 30)
        assert lifted[1] < 0


def test_a_knee_lies_between_hip_and_foot_on_its_side() -> None:
    x, y = joint_of((0, -20), (0, 0), (11, 11), 1)
    assert x > 0
    assert y == pytest.approx(-10)
    assert joint_of((0, -20), (0, 0), (11, 11), -1)[0] == pytest.approx(-x)
    assert joint_of((0, -40), (0, 0), (11, 11), 1)[0] == pytest.approx(0, abs=1)


def test_a_held_thing_is_where_its_grip_is() -> None:
    for kind in ("axe", "lantern", "book"):
        on = board()
        hold_prop(on, kind, 590, 500, 500)
        here = paper_of(on)
        assert here is not None
        assert here[0] - 10 <= 590 <= here[2] + 10
        assert here[1] - 10 <= 500 <= here[3] + 10
    for kind, known in THINGS.items():
        assert known.medium in ("ground", "water", "air", "wall", "hand", "table"), kind
        assert known.medium != "hand" or known.grip is not None, kind


def test_animals_have_faces_within_their_boxes() -> None:
    for kind, known in ANIMALS.items():
        x, y = known.face
        assert known.box.left <= x <= known.box.right, kind
        assert known.box.top <= y <= known.box.bottom, kind
        assert known.medium in ("land", "water", "air", "tree"), kind
        assert all(known.cycle_s(gait) > 0 for gait in known.gaits), kind


def test_things_are_seen_at_night_too() -> None:
    for kind in ("dog", "crow", "bear"):
        on = board(night=True)
        draw_animal(on, kind, on.span / 2, 500, 900, coat=None, flip=True)
        assert paper_of(on) is not None
