"""Places on the stage: who and what stands where, in every shape and from near and far."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from video.chance import Chance
from video.concepts.scenery import Concept, Mention, Scenery
from video.direct import Acting, Doing, Near, ShotPlan
from video.engine import Figure
from video.engines.papercut.palette import DAY
from video.engines.papercut.paper import Board
from video.engines.papercut.people.casting import Player
from video.engines.papercut.people.wardrobe import dress_cast
from video.engines.papercut.proportions import extent, middle
from video.engines.papercut.staging.blocking import block
from video.engines.papercut.staging.compose import view_for
from video.engines.papercut.staging.framing import seen_as
from video.engines.papercut.staging.ground import Ground
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.scene import Blocked, Scene
from video.safe_area import safe_area
from video.shot import Frame

WIDE = Frame(width_px=320, height_px=180, fps=25)
TALL = Frame(width_px=180, height_px=320, fps=25)
SQUARE = Frame(width_px=240, height_px=240, fps=25)
SHAPES = (WIDE, TALL, SQUARE)
LOOKS = ("old woman", "girl, red dress", "man, hat", "boy", "woman, shawl", "old man")


def players(count: int) -> tuple[Player, ...]:
    folk = dress_cast(tuple(Figure(name=f"P{i}", look=LOOKS[i]) for i in range(count)))
    return tuple(Player(name=name, person=person) for name, person in folk.items())


def mention(concept: str, kind: str, count: int = 1) -> Mention:
    return Mention(concept=Concept(id=concept, kind=kind), count=count)


def scene(count: int, frame: Frame, near: Near = Near.WIDE, **scenery: object) -> Scene:
    return Scene(
        scenery=Scenery(**scenery),  # pyright: ignore[reportArgumentType]
        players=players(count),
        frame=frame,
        seed=3,
        shot=ShotPlan(near=near, focus="P0", acting=(Acting(name="P0", doing=Doing.SPEAK),)),
    )


def blocked(made: Scene) -> Blocked:
    return block(made, view_for(made))


def cast_of(made: Blocked) -> list[Piece]:
    return [p for p in made.pieces if p.player is not None and not p.still]


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
@pytest.mark.parametrize("near", list(Near))
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("place", [(), ("room",), ("beach",)])
def test_faces_stay_in_the_safe_area_and_free(count: int, near: Near, frame: Frame, place: tuple[str, ...]) -> None:
    made = blocked(scene(count, frame, near, places=place))
    cast = cast_of(made)
    assert len(cast) == (count if near is Near.WIDE else min(count, len(cast)))
    assert any(p.player is not None and p.player.name == "P0" for p in cast)
    box = safe_area(frame)
    for piece in cast:
        head, face = piece.head(), piece.face()
        assert head is not None
        assert face is not None
        seen = seen_as(frame, face)
        assert box.left / frame.width_px <= seen.left + 1e-6
        assert seen.right <= box.right / frame.width_px + 1e-6
        assert box.top / frame.height_px <= seen.top + 1e-6
        assert seen.bottom <= box.bottom / frame.height_px + 1e-6
        assert seen_as(frame, head).top > 0
        for other in cast:
            if other is not piece and other.row >= piece.row:
                other_head = other.head()
                assert other_head is not None
                assert not face.meets(other_head)


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
@pytest.mark.parametrize("near", [Near.WIDE, Near.MEDIUM])
@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_nobody_overlaps_anybody_of_the_same_row(count: int, near: Near, frame: Frame) -> None:
    animals = (mention("goat", "animal", 2),)
    pieces = blocked(scene(count, frame, near, animals=animals)).pieces
    for one, other in combinations([p for p in pieces if not p.thing], 2):
        if one.row == other.row and one.player and other.player:
            assert not (one.body().left + 2 < other.body().right and other.body().left + 2 < one.body().right)


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
@pytest.mark.parametrize("near", list(Near))
@pytest.mark.parametrize("count", [1, 2, 3, 4, 6])
def test_no_animal_and_no_thing_covers_a_face(count: int, near: Near, frame: Frame) -> None:
    things = tuple(mention(kind, "thing") for kind in ("loom", "table", "basket", "fire", "drum"))
    animals = (mention("goat", "animal", 2), mention("elephant", "animal"), mention("cat", "animal"))
    pieces = blocked(scene(count, frame, near, animals=animals, things=things)).pieces
    for i, player in enumerate(pieces):
        face = player.face() if player.player is not None and not player.still else None
        for later in pieces[i + 1 :]:
            if face is not None and later.player is None:
                assert not later.body().meets(face), (later.thing, later.animal)


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
@pytest.mark.parametrize("near", list(Near))
@pytest.mark.parametrize("seat", ["throne", "chair"])
def test_who_sits_sits_on_something_and_keeps_the_head(near: Near, frame: Frame, seat: str) -> None:
    made = scene(2, frame, near, places=("hall",), things=(mention(seat, "thing"),))
    acting = (Acting(name="P0", doing=Doing.SIT),)
    found = blocked(replace(made, shot=ShotPlan(near=near, focus="P0", acting=acting)))
    sitter = next(p for p in cast_of(found) if p.player is not None and p.player.name == "P0")
    assert sitter.act.seat > 0.1
    head = sitter.head()
    assert head is not None
    assert seen_as(frame, head).top > 0.01
    if near is not Near.CLOSE:
        assert any(p.thing == seat for p in found.pieces)


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
@pytest.mark.parametrize("count", [1, 2, 3])
def test_figures_are_large(frame: Frame, count: int) -> None:
    smaller = min(extent(frame))
    for piece in cast_of(blocked(scene(count, frame))):
        assert 0.45 * smaller <= piece.size <= 0.85 * smaller


def test_nearer_shots_show_figures_larger_and_close_ones_one_alone() -> None:
    sizes: list[float] = []
    for near in Near:
        cast = cast_of(blocked(scene(3, WIDE, near)))
        sizes.append(next(p.size for p in cast if p.player is not None and p.player.name == "P0"))
        assert len(cast) == {Near.WIDE: 3, Near.MEDIUM: 3, Near.CLOSE: 1}[near]
    assert sizes[1] > 1.4 * sizes[0]
    assert sizes[2] > 1.5 * sizes[1]


@pytest.mark.parametrize("focus", ["P0", "P1"])
def test_two_look_at_each_other_and_a_cut_keeps_their_sides(focus: str) -> None:
    made = scene(2, WIDE)
    shots = [
        cast_of(blocked(replace(made, shot=ShotPlan(near=near, focus=focus)))) for near in (Near.WIDE, Near.MEDIUM)
    ]
    for left, right in (sorted(cast, key=lambda p: p.x) for cast in shots):
        assert left.player is not None
        assert left.player.name == "P0"
        assert (left.flipped, right.flipped) == (False, True)
    (alone,) = cast_of(blocked(replace(made, shot=ShotPlan(near=Near.CLOSE, focus=focus))))
    assert alone.flipped == (focus == "P1")


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
@pytest.mark.parametrize("places", [("sea",), ("lake",), ("river",), ("village",), ("forest",)])
def test_who_lives_in_the_water_is_in_the_water(frame: Frame, places: tuple[str, ...]) -> None:
    made = scene(2, frame, places=places, animals=(mention("fish", "animal", 2), mention("goat", "animal")))
    found = blocked(made)
    fish = [p for p in found.pieces if p.animal == "fish"]
    assert len(fish) == 2 or any("fish" in text for text in found.left_out)
    for piece in fish:
        assert piece.row == -2


def test_who_flies_is_in_the_air_and_over_nobodys_face() -> None:
    for frame in SHAPES:
        made = blocked(scene(2, frame, animals=(mention("bird", "animal", 4),)))
        birds = [p for p in made.pieces if p.animal == "bird"]
        assert birds
        highest = min(p.body().top for p in cast_of(made))
        assert all(bird.y < highest for bird in birds)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
def test_as_many_stand_there_as_were_asked_for(count: int) -> None:
    made = blocked(scene(1, WIDE, animals=(mention("goat", "animal", count),)))
    assert sum(p.animal == "goat" for p in made.pieces) == count
    assert made.left_out == ()


def test_small_things_are_large_enough_to_be_recognised() -> None:
    for frame in SHAPES:
        for thing in ("book", "lamp", "mushroom"):
            made = blocked(scene(1, frame, things=(mention(thing, "thing"),)))
            (found,) = [p for p in made.pieces if p.thing == thing]
            body = found.body()
            assert max(body.bottom - body.top, body.width) >= 55


def test_the_same_hero_plays_in_every_shape() -> None:
    for near in Near:
        seen = [
            [p.player.person for p in cast_of(blocked(scene(1, frame, near))) if p.player is not None]
            for frame in SHAPES
        ]
        assert seen[0] == seen[1] == seen[2]


def test_no_disc_stands_behind_a_head() -> None:
    for frame in SHAPES:
        for time in ("dawn", "dusk", "day"):
            for near in Near:
                made = scene(2, frame, near, time=time)
                found = blocked(made)
                disc = found.disc
                if found.camera is not None:
                    disc = found.camera.shown(frame, disc)
                for piece in cast_of(found):
                    head = piece.head()
                    assert head is not None
                    assert not (head.left < disc[0] < head.right and head.top < disc[1] < head.bottom)


def test_the_lowest_part_of_a_wide_picture_stays_calm() -> None:
    for frame in SHAPES:
        tall = extent(frame)[1]
        foot = middle(frame)[1] + tall / 2
        animals = (mention("goat", "animal", 3),)
        for piece in blocked(scene(3, frame, animals=animals, things=(mention("basket", "thing"),))).pieces:
            assert piece.y <= foot - 0.14 * tall


def test_ground_answers_none_where_nothing_is_free() -> None:
    ground = Ground(0, 100)
    assert ground.take(60, 50) == 50
    assert ground.take(60, 50) is None
    assert ground.take(20, 0) == 10


def test_ground_of_several_stretches_is_cut_to_what_is_seen() -> None:
    ground = Ground.of(((-50, 20), (60, 200)), 0, 100)
    assert ground.room() == 60
    assert ground.take(30, 0) == 75


def test_chance_hangs_on_seed_and_label_alone() -> None:
    assert [Chance(1, "a").unit() for _ in range(2)] == [Chance(1, "a").unit()] * 2
    assert Chance(1, "a").unit() != Chance(1, "b").unit()
    assert all(0 <= Chance(i, "x").unit() < 1 for i in range(50))


def test_an_unwritable_layer_is_an_error(tmp_path: Path) -> None:
    board = Board(Frame(width_px=32, height_px=18, fps=25), DAY, Chance(1))
    with pytest.raises(OSError, match="could not be written"):
        board.save(str(tmp_path / "no" / "x.png"))
