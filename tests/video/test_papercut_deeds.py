"""What somebody does with a big thing or somebody else is seen: it goes with them, and hands meet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from video.concepts.scenery import understand_scene
from video.direct import Acting, Doing, Near, ShotPlan
from video.engine import Figure
from video.engines.papercut.people.casting import Player
from video.engines.papercut.people.figures import measures
from video.engines.papercut.people.wardrobe import PLAIN, dress_cast
from video.engines.papercut.staging.framing import framing_for
from video.engines.papercut.staging.ground import Ground
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.players import body_of, facing, frame_players, piece_of, place_players
from video.engines.papercut.staging.scene import Scene
from video.shot import Frame
from video.shotlist import Deed, Way

SIZES = [(1280, 720), (720, 1280), (900, 900)]


def players() -> tuple[Player, ...]:
    folk = dress_cast((Figure(name="Ana", look="girl"), Figure(name="Nana", look="old woman")), PLAIN)
    people = tuple(Player(name=name, person=person) for name, person in folk.items())
    return (*people, Player(name="Cow", animal="cow"), Player(name="Pip", animal="chick"))


def plan(*acting: Acting, near: Near = Near.WIDE) -> ShotPlan:
    return ShotPlan(near=near, seen=tuple(a.name for a in acting), acting=acting)


def placed(shot: ShotPlan, size: tuple[int, int] = SIZES[0]) -> dict[str, Piece]:
    frame = Frame(width_px=size[0], height_px=size[1], fps=25)
    some = tuple(p for p in players() if p.name in shot.seen)
    framing, pieces = frame_players(some, shot, frame, 880)
    ground = Ground(framing.safe.left, framing.safe.right)
    found, missed = place_players(framing, pieces, ground)
    assert not missed
    return {p.player.name: p for p in facing(found) if p.player is not None}


def hand(piece: Piece) -> tuple[float, float]:
    assert piece.player is not None
    assert piece.player.person is not None
    x, y = measures(piece.player.person, piece.act).far_hand
    return piece.x + x * piece.size, piece.y + y * piece.size


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("near", [Near.WIDE, Near.MEDIUM])
def test_who_gives_and_who_takes_reach_to_the_same_place(near: Near, size: tuple[int, int]) -> None:
    give = Deed(way=Way.GIVE, to="Nana")
    found = placed(plan(Acting(name="Ana", holds="apple", deed=give), Acting(name="Nana"), near=near), size)
    (x0, y0), (x1, y1) = hand(found["Ana"]), hand(found["Nana"])
    apart = ((x0 - x1) ** 2 + (y0 - y1) ** 2) ** 0.5
    assert apart < 0.16 * found["Nana"].measure
    assert found["Ana"].flipped != found["Nana"].flipped


@pytest.mark.parametrize("size", SIZES)
def test_who_is_on_a_back_is_borne_there(size: tuple[int, int]) -> None:
    on = Deed(way=Way.ON, to="Cow:back")
    found = placed(plan(Acting(name="Cow"), Acting(name="Pip", doing=Doing.SIT, deed=on)), size)
    cow, chick = found["Cow"], found["Pip"]
    assert cow.body().left < chick.x < cow.body().right
    assert chick.body().bottom < cow.body().top + 0.45 * (cow.body().bottom - cow.body().top)
    assert chick.order > cow.order


def test_a_bicycle_goes_with_who_pushes_it_and_is_seen_in_nearer_pictures() -> None:
    push = Deed(way=Way.PUSH, to="bicycle")
    shot = plan(Acting(name="Ana", doing=Doing.WALK, deed=push), near=Near.MEDIUM)
    piece = piece_of(players()[0], shot)
    (bicycle,) = piece.with_it()
    assert bicycle.thing == "bicycle"
    frame = Frame(width_px=1280, height_px=720, fps=25)
    body = body_of(piece)
    measure = framing_for(frame, Near.MEDIUM, (body,), 880).measure
    assert body.width * measure < 1500


def test_who_stands_on_a_rock_stands_higher_and_is_turned_with_it() -> None:
    on = Deed(way=Way.ON, to="rock")
    piece = piece_of(players()[0], plan(Acting(name="Ana", deed=on)))
    assert piece.lift > 0.15
    turned = replace(piece, act=replace(piece.act, flip=True), x=500, size=400)
    assert turned.body().bottom == pytest.approx(turned.y, abs=12)
    assert turned.with_it()[0].flip


def test_who_is_seen_close_has_no_more_than_a_face() -> None:
    on = Deed(way=Way.RIDE, to="donkey")
    piece = piece_of(players()[0], plan(Acting(name="Ana", deed=on), near=Near.CLOSE))
    assert not piece.tied


def test_what_goes_with_somebody_is_the_same_in_the_picture_when_it_is_nobodys_name() -> None:
    lead = Deed(way=Way.LEAD, to="goat")
    piece = piece_of(players()[1], plan(Acting(name="Nana", doing=Doing.WALK, deed=lead)))
    (goat,) = piece.with_it()
    assert goat.animal == "goat"
    assert goat.x < piece.x
    assert piece.cords


@pytest.mark.parametrize(
    ("deed", "thing", "animal"),
    [
        (Deed(way=Way.CARRY, to="lamb", part="shoulders"), "", "lamb"),
        (Deed(way=Way.CARRY, to="bird", part="hands"), "", "bird"),
        (Deed(way=Way.PUT, to="basket", load="apple"), "apple", ""),
        (Deed(way=Way.PUT, to="well", load="coin"), "well", ""),
        (Deed(way=Way.BEHIND, to="tree"), "shade_tree", ""),
        (Deed(way=Way.CLIMB, to="tree"), "shade_tree", ""),
        (Deed(way=Way.OPEN, to="box"), "open_box", ""),
        (Deed(way=Way.OPEN, to="gate"), "open_gate", ""),
        (Deed(way=Way.DIG), "dug_hole", ""),
        (Deed(way=Way.FREE, to="fox", load="net"), "snare_net", "fox"),
        (Deed(way=Way.FREE, to="bird", load="cage"), "open_cage", "bird"),
        (Deed(way=Way.PUSH, to="wheelbarrow", load="pumpkin"), "pumpkin", ""),
    ],
)
def test_what_a_deed_is_done_with_is_seen(deed: Deed, thing: str, animal: str) -> None:
    piece = piece_of(players()[0], plan(Acting(name="Ana", deed=deed)))
    tied = piece.with_it()
    assert not thing or thing in {p.thing for p in tied}
    assert not animal or animal in {p.animal for p in tied}


def test_a_child_is_carried_before_the_body_and_on_the_shoulders_above_it() -> None:
    for part in ("arms", "shoulders", "up"):
        carry = Deed(way=Way.CARRY, to="Ana", part=part)
        found = placed(plan(Acting(name="Nana", deed=carry), Acting(name="Ana")))
        nana, ana = found["Nana"], found["Ana"]
        assert nana.body().left - 60 < ana.x < nana.body().right + 60
        head, face = ana.head(), nana.face()
        assert head is not None
        assert face is not None
        assert (head.bottom < face.bottom) is (part != "arms")


def test_a_ball_flies_between_who_throws_and_who_catches() -> None:
    throw = Deed(way=Way.THROW, to="Nana", load="ball")
    found = placed(plan(Acting(name="Ana", deed=throw), Acting(name="Nana")))
    (ball,) = found["Ana"].with_it()
    left, right = sorted((found["Ana"].x, found["Nana"].x))
    assert ball.thing == "ball"
    assert left < ball.x < right


def test_two_carry_a_table_between_them() -> None:
    bear = Deed(way=Way.BEAR, to="table")
    found = placed(plan(Acting(name="Ana", deed=bear), Acting(name="Nana", deed=bear)))
    table = next(t for p in found.values() for t in p.with_it() if t.thing == "table")
    left, right = sorted(found.values(), key=lambda p: p.x)
    assert left.x < table.x < right.x
    assert not left.flipped
    assert right.flipped
    assert table.y < left.y


def test_the_fruit_of_a_basket_that_is_carried_lies_nowhere_else() -> None:
    told = understand_scene("", "Ana carries a basket full of apples.", "en", ("Ana",))
    frame = Frame(width_px=1280, height_px=720, fps=25)

    def things(holds: str) -> list[str]:
        shot = plan(Acting(name="Ana", holds=holds))
        return [m.concept.id for m in Scene(scenery=told, players=(), frame=frame, seed=1, shot=shot).things()]

    assert "apple" in things("")
    assert "apple" not in things("basket")


@pytest.mark.parametrize("size", SIZES)
def test_two_who_speak_in_a_shot_are_both_in_it_though_one_is_large(size: tuple[int, int]) -> None:
    """A cow takes much room: who speaks with her was left out of a picture from near."""
    shot = ShotPlan(near=Near.MEDIUM, focus="Cow", also="Ana", seen=("Cow", "Ana"), talks=True)
    frame = Frame(width_px=size[0], height_px=size[1], fps=25)
    huge = Player(name="Cow", animal="elephant")
    _, pieces = frame_players((huge, players()[0]), shot, frame, 880)
    assert {p.player.name for p in pieces if p.player is not None} == {"Cow", "Ana"}
