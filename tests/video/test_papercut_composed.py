"""How a picture is put together: no big thing twice, nothing in a row in the air, nobody on foot below the water."""

from __future__ import annotations

import pytest

from tests.video.test_papercut_stage_rules import SHAPES, WIDE, blocked, of, scene, several, things
from video.direct import Acting, Doing, Near, ShotPlan
from video.engines.papercut.staging.belonging import belonging
from video.engines.papercut.staging.compose import view_for
from video.engines.papercut.staging.lines import FLYING, PERCH
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.scene import Blocked
from video.shot import Frame
from video.shotlist import Deed, Way


def together(way: Way, kind: str, doing: Doing = Doing.STAND) -> ShotPlan:
    """Two who do the same with the same thing."""
    deed = Deed(way=way, to=kind)
    return ShotPlan(acting=tuple(Acting(name=n, doing=doing, deed=deed) for n in ("Nana", "Lia")))


def tied(made: Blocked, kind: str) -> list[Piece]:
    return [t for p in made.pieces for t in p.with_it() if t.thing == kind]


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
@pytest.mark.parametrize(
    ("way", "kind", "doing"),
    [
        (Way.PUSH, "cart", Doing.WALK),
        (Way.PUSH, "wardrobe", Doing.WALK),
        (Way.ON, "bench", Doing.SIT),
        (Way.INTO, "well", Doing.STAND),
        (Way.BESIDE, "loom", Doing.STAND),
    ],
)
def test_two_who_do_the_same_with_one_big_thing_have_one_between_them(
    way: Way, kind: str, doing: Doing, frame: Frame
) -> None:
    made = blocked(scene("Nana Lia", together(way, kind, doing), frame, places=("meadow",)))
    assert len(tied(made, kind)) == 1
    assert of(made, "Nana").x != of(made, "Lia").x
    face, other = of(made, "Nana").face(), of(made, "Lia").face()
    assert face is not None
    assert other is not None
    assert not face.meets(other)


def test_two_on_what_is_too_narrow_for_two_have_one_each() -> None:
    made = blocked(scene("Nana Lia", together(Way.ON, "stool", Doing.SIT), places=("meadow",)))
    assert len(tied(made, "stool")) == 2


@pytest.mark.parametrize("near", [Near.WIDE, Near.MEDIUM])
def test_below_the_water_people_swim_and_breathe_out(near: Near) -> None:
    made = blocked(scene("Lia", ShotPlan(near=near, seen=("Lia",)), places=("underwater",)))
    assert of(made, "Lia").act.swims
    assert not of(made, "Lia").act.shadow
    assert tied(made, "bubble")


@pytest.mark.parametrize(("kind", "count"), [("bubble", 3), ("butterfly", 3), ("gull", 3)])
def test_what_is_in_the_air_does_not_hang_in_a_row(kind: str, count: int) -> None:
    asked = several(kind, count=count)
    thing = kind == "bubble"
    made = blocked(scene("Lia", places=("meadow",), things=asked if thing else (), animals=() if thing else asked))
    flying = [p for p in made.pieces if p.row == FLYING]
    assert len({round(p.y / 8) for p in flying}) == count


@pytest.mark.parametrize(
    ("kind", "place", "weather", "told"),
    [
        ("drop", "meadow", (), True),  # from nowhere
        ("drop", "meadow", ("rain",), False),  # it rains anyway
        ("bubble", "underwater", (), False),  # they rise there anyway
    ],
)
def test_what_comes_from_nowhere_is_not_drawn(kind: str, place: str, weather: tuple[str, ...], told: bool) -> None:
    made = scene("Lia", things=several(kind, count=0), places=(place,), weather=weather)
    kept, wrong = belonging(made, view_for(made))
    assert not kept.scenery.things
    assert bool(wrong) is told


def test_a_bird_on_a_bough_has_its_bough_in_a_nearer_picture_too() -> None:
    shot = ShotPlan(near=Near.MEDIUM, focus="Lia", seen=("Lia",))
    made = blocked(scene("Lia", shot, animals=several("toucan"), places=("jungle",)))
    assert all(p.row == PERCH for p in (*made.pieces, *made.built_in) if p.animal == "toucan")


def test_nothing_stands_on_a_bridge() -> None:
    made = scene("Lia Tom", things=several("bridge", "rock", "chest"), places=("forest", "river"))
    view = view_for(made)
    assert view.stream is not None
    assert all(s.right <= view.stream or s.left >= view.stream for s in view.places().back)


def test_nothing_lies_on_the_bench_on_which_somebody_sits() -> None:
    shot = ShotPlan(acting=(Acting(name="Nana", doing=Doing.SIT),))
    made = blocked(scene("Nana", shot, WIDE, things=several("bench", "cheese"), places=("kitchen",)))
    bench = things(made, "bench")[0].body()
    assert not any(p.body().meets(bench) and p.y < bench.bottom - 20 for p in things(made, "cheese"))


@pytest.mark.parametrize(("kind", "seen"), [("ring", False), ("apple", True)])
def test_what_would_not_be_seen_beside_people_does_not_lie_on_the_ground(kind: str, seen: bool) -> None:
    made = blocked(scene("Lia", things=several(kind, count=2), places=("meadow",)))
    assert bool(things(made, kind)) is seen


@pytest.mark.parametrize(
    ("first", "place", "count", "stands"),
    [
        ("tree", "field", 1, True),
        ("tree", "village", 1, True),
        ("tree", "forest", 1, False),  # one of many
        ("tree", "field", 3, False),
        ("cart", "field", 1, False),  # the scene is about the cart
    ],
)
def test_one_tree_that_is_named_first_stands_on_the_stage(first: str, place: str, count: int, stands: bool) -> None:
    asked = (*several(first, count=count), *several("tree"))[: 1 if first == "tree" else 2]
    made = scene("Lia", things=asked, places=(place,))
    kept, _ = belonging(made, view_for(made))
    assert bool(things(blocked(kept), "shade_tree")) is stands


def test_nobody_looks_for_a_table_in_a_stairwell() -> None:
    asked = several("cheese", count=2)
    assert not things(blocked(scene("Lia", things=asked, places=("stairwell",))), "table")
    assert things(blocked(scene("Lia", things=asked, places=("kitchen",))), "table")


def test_an_animal_from_very_near_is_seen_from_the_head_to_the_flank() -> None:
    made = blocked(scene("ox", ShotPlan(near=Near.CLOSE, focus="ox", seen=("ox",)), places=("field",)))
    whole = blocked(scene("ox", ShotPlan(near=Near.MEDIUM, focus="ox", seen=("ox",)), places=("field",)))
    assert of(made, "ox").size > 1.3 * of(whole, "ox").size
    face = of(made, "ox").face()
    assert face is not None
    assert made.framing.safe.left <= face.left < face.right <= made.framing.safe.right


def test_a_seal_swims_where_there_is_no_ground_to_lie_on() -> None:
    afloat = {"places": ("sea",), "things": several("boat"), "animals": several("seal"), "aboard": ("",)}
    made = blocked(scene("Nana Lia", **afloat))
    (seal,) = [p for p in made.pieces if p.kind == "seal"]
    assert seal.gait == "swim"
    assert "seal" not in made.left_out
    (ashore,) = [
        p for p in blocked(scene("Nana", places=("beach",), animals=several("seal"))).pieces if p.kind == "seal"
    ]
    assert ashore.gait != "swim"
