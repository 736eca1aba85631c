"""Paper people: every pose, mood and dress draws, loops close, and measures hold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import skia

from video.chance import Chance
from video.direct import Doing, Mood
from video.engine import Figure
from video.engines.papercut.palette import DAY
from video.engines.papercut.paper import Board
from video.engines.papercut.people.figures import Act, Box, can_hold, cycle_s, draw_person, faded, measures, stature
from video.engines.papercut.people.outfits import load_outfits
from video.engines.papercut.people.patterns import PATTERNS
from video.engines.papercut.people.person import Age, Build, Hair, Hat, Person
from video.engines.papercut.people.poses import blinks
from video.engines.papercut.people.wardrobe import dress_cast
from video.shot import Frame

SMALL = Frame(width_px=240, height_px=200, fps=25)
HEIGHT = 560.0
X, Y = 600.0, 860.0


def somebody(look: str = "woman", name: str = "Ama") -> Person:
    return dress_cast((Figure(name=name, look=look),))[name]


def drawn(person: Person, act: Act, *, height: float = HEIGHT) -> np.ndarray:
    board = Board(SMALL, DAY, Chance(1, "test"))
    draw_person(board, person, X, Y, height, act)
    return pixels(board)


def pixels(board: Board) -> np.ndarray:
    out = np.empty((board.height_px, board.width_px, 4), np.uint8)
    info = skia.ImageInfo.Make(board.width_px, board.height_px, skia.kBGRA_8888_ColorType, skia.kUnpremul_AlphaType)
    assert board.canvas.readPixels(info, out, board.width_px * 4, 0, 0)
    return out


@pytest.mark.parametrize("pose", list(Doing))
def test_a_loop_closes_byte_for_byte_and_moves_in_between(pose: Doing) -> None:
    person = somebody("old man, stick")
    first, last = drawn(person, Act(pose=pose, phase=0.0)), drawn(person, Act(pose=pose, phase=1.0))
    assert np.array_equal(first, last)
    assert not np.array_equal(first, drawn(person, Act(pose=pose, phase=0.3)))
    assert 0.3 < cycle_s(pose) < 8


@pytest.mark.parametrize("kind", sorted(load_outfits()))
def test_every_dress_draws_in_every_pose(kind: str) -> None:
    person = replace(somebody(), wears=kind)
    for pose in Doing:
        assert drawn(person, Act(pose=pose, phase=0.2), height=300)[..., 3].max() == 255


@pytest.mark.parametrize("mood", list(Mood))
def test_moods_are_told_apart(mood: Mood) -> None:
    person = somebody()
    others = [drawn(person, Act(mood=m)) for m in Mood if m is not mood]
    mine = drawn(person, Act(mood=mood))
    assert all(not np.array_equal(mine, other) for other in others)
    assert not np.array_equal(mine, drawn(person, Act(mood=mood, mouth=1.0)))


def test_every_head_and_every_pattern_draws() -> None:
    person = somebody()
    person = replace(person, wears="dress")
    looks = [replace(person, hair_style=style, hat=Hat.NONE, beard=i % 2 == 0) for i, style in enumerate(Hair)]
    looks += [replace(person, hat=hat, hair_style=Hair.CURLS, glasses=True, shawl=0xC8553D) for hat in Hat]
    looks += [replace(person, pattern=pattern, apron=0xFFFFFF, cloak=0x34508F) for pattern in PATTERNS]
    looks += [replace(person, age=age, build=build) for age in Age for build in Build]
    pictures = {drawn(look, Act(), height=400).tobytes() for look in looks}
    assert len(pictures) >= len(looks) - 3


def inside(inner: Box, outer: Box, slack: float = 0.02) -> bool:
    return (
        inner.left >= outer.left - slack
        and inner.right <= outer.right + slack
        and inner.top >= outer.top - slack
        and inner.bottom <= outer.bottom + slack
    )


@pytest.mark.parametrize("pose", list(Doing))
@pytest.mark.parametrize("flip", [False, True])
def test_what_is_drawn_lies_inside_the_measured_box(pose: Doing, flip: bool) -> None:
    for look in ("girl with braids", "old man, straw hat, stick", "woman, curly hair"):
        person = somebody(look)
        act = Act(pose=pose, flip=flip, shadow=False)
        found = measures(person, act)
        assert inside(found.body, found.box)
        assert inside(found.head, found.body)
        assert inside(found.face, found.head, 0.03)
        assert found.face.left < found.eyes[0] < found.face.right
        for phase in (0.0, 0.35, 0.8):
            alpha = drawn(person, replace(act, phase=phase))[..., 3]
            # Shadows of sheets reach a little further than the sheets; they are faint.
            rows, columns = np.nonzero(alpha > 140)
            board = Board(SMALL, DAY, Chance(1, "test"))
            left = (columns.min() / board.scale - board.bleed - X) / HEIGHT
            right = (columns.max() / board.scale - board.bleed - X) / HEIGHT
            top = (rows.min() / board.scale + board.top - Y) / HEIGHT
            assert left >= found.body.left - 0.02
            assert right <= found.body.right + 0.02
            assert top >= found.body.top - 0.02


def test_children_are_small_with_large_heads() -> None:
    child, grown = somebody("girl"), somebody("woman")
    assert stature(child) < 0.8 * stature(grown)

    def share(person: Person) -> float:
        found = measures(replace(person, hair_style=Hair.CROP), Act())
        return (found.face.bottom - found.face.top) / (found.body.bottom - found.body.top)

    assert share(child) > 1.2 * share(grown)


def test_a_figure_is_mirrored_and_uses_no_chance_of_the_board() -> None:
    person = somebody()
    right, left = measures(person, Act()), measures(person, Act(flip=True))
    assert left.far_hand[0] == pytest.approx(-right.far_hand[0])
    board = Board(SMALL, DAY, Chance(1, "test"))
    board.chance.unit()
    draw_person(board, person, X, Y, HEIGHT, Act())
    assert np.array_equal(pixels(board), drawn(person, Act()))


def test_the_seat_lifts_who_sits() -> None:
    person = somebody("man")
    low, high = measures(person, Act(pose=Doing.SIT)), measures(person, Act(pose=Doing.SIT, seat=0.25))
    assert high.eyes[1] < low.eyes[1] - 0.1
    assert high.body.bottom == pytest.approx(0.0, abs=0.06)


def test_the_faded_keep_their_shape() -> None:
    person = somebody("woman, red shawl")
    far = faded(person, 0x8899AA, 0.5)
    assert far.shawl != person.shawl
    assert measures(far, Act()).body == measures(person, Act()).body


@pytest.mark.parametrize("kind", ["rake", "axe", "book", "basket", "guitar", "lantern", "spear", "bowl"])
def test_what_is_held_is_drawn_and_measured(kind: str) -> None:
    person = somebody("man")
    assert can_hold(kind)
    for pose in (Doing.HOLD, Doing.WORK, Doing.WALK, Doing.SPEAK):
        act = Act(pose=pose, holds=kind, shadow=False)
        assert not np.array_equal(drawn(person, act), drawn(person, replace(act, holds="")))
        body, (x, y) = measures(person, act).body, measures(person, act).far_hand
        assert body.left < x < body.right
        assert body.top < y < body.bottom


def test_what_is_too_large_cannot_be_held() -> None:
    assert not can_hold("boat")
    assert not can_hold("no such thing")


def test_everyone_blinks_once_in_a_breath_and_not_all_at_once() -> None:
    people = dress_cast(tuple(Figure(name=f"P{i}", look="woman") for i in range(8))).values()
    shut = [[blinks(person, Act(phase=i / 100)) for i in range(100)] for person in people]
    assert all(8 <= sum(moments) <= 10 for moments in shut)
    assert all(not moments[0] for moments in shut)
    assert len({tuple(moments) for moments in shut}) >= 5
    assert not any(blinks(person, Act(pose=Doing.RUN, phase=i / 100)) for person in people for i in range(100))
