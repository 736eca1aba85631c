"""What a film editor would not let pass: who stands how to whom, and what is where it belongs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from video.concepts.scenery import Mention, Scenery
from video.concepts.table import get_concept
from video.direct import Acting, Doing, Near, ShotPlan
from video.direction.hands import HANDY
from video.engine import Figure
from video.engines.papercut.land.draw import drawn_by
from video.engines.papercut.people.casting import Player, coat_of
from video.engines.papercut.people.figures import can_hold
from video.engines.papercut.people.wardrobe import dress_cast
from video.engines.papercut.proportions import extent, middle
from video.engines.papercut.staging.belonging import belonging
from video.engines.papercut.staging.blocking import block
from video.engines.papercut.staging.compose import paint_scene, view_for
from video.engines.papercut.staging.framing import seen_as
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.scene import Blocked, Scene
from video.engines.papercut.staging.stations import equipped
from video.engines.papercut.staging.walls import WALL
from video.engines.papercut.things.catalog import THINGS
from video.safe_area import safe_area
from video.shot import Frame

WIDE = Frame(width_px=320, height_px=180, fps=25)
SHAPES = (WIDE, Frame(width_px=180, height_px=320, fps=25), Frame(width_px=240, height_px=240, fps=25))
LOOKS = {"Nana": "old woman", "Lia": "girl", "Tom": "man"}


def several(*ids: str, count: int = 1) -> tuple[Mention, ...]:
    return tuple(Mention(concept=get_concept(i), count=count) for i in ids)


def cast(*names: str) -> tuple[Player, ...]:
    people = dress_cast(tuple(Figure(name=n, look=LOOKS[n]) for n in names if n in LOOKS))
    return tuple(Player(name=n, person=people[n]) if n in LOOKS else Player(name=n, animal=n) for n in names)


def scene(names: str = "", shot: ShotPlan | None = None, frame: Frame = WIDE, **scenery: object) -> Scene:
    made = Scenery(**scenery)  # pyright: ignore[reportArgumentType]
    return Scene(scenery=made, players=cast(*names.split()), frame=frame, seed=3, shot=shot or ShotPlan())


def doing(near: Near = Near.WIDE, focus: str = "", **acts: Doing) -> ShotPlan:
    return ShotPlan(near=near, focus=focus, acting=tuple(Acting(name=n, doing=d) for n, d in acts.items()))


def blocked(made: Scene) -> Blocked:
    return block(made, view_for(made))


def of(made: Blocked, name: str) -> Piece:
    return next(p for p in made.pieces if p.player is not None and p.player.name == name)


def things(made: Blocked, kind: str) -> list[Piece]:
    return [p for p in made.pieces if p.thing == kind]


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
@pytest.mark.parametrize("near", [Near.WIDE, Near.MEDIUM])
def test_two_who_embrace_stand_close_and_turned_to_each_other(near: Near, frame: Frame) -> None:
    shot = doing(near, "Tom", Nana=Doing.EMBRACE, Lia=Doing.EMBRACE, Tom=Doing.SPEAK)
    made = blocked(scene("Nana Tom Lia" if near is Near.WIDE else "Nana Lia", shot, frame))
    nana, lia = of(made, "Nana"), of(made, "Lia")
    left, right = (nana, lia) if nana.x < lia.x else (lia, nana)
    assert not left.flipped
    assert right.flipped
    assert left.body().meets(right.body())
    assert right.x - left.x < 0.35 * nana.size
    if near is Near.WIDE and frame is WIDE:
        assert abs(of(made, "Tom").x - left.x) > right.x - left.x


def test_those_who_run_together_run_the_same_way() -> None:
    made = blocked(scene("Lia dog", doing(Near.MEDIUM, "Lia", Lia=Doing.RUN, dog=Doing.RUN)))
    assert of(made, "Lia").flipped == of(made, "dog").flipped
    assert of(made, "dog").gait == "run"


@pytest.mark.parametrize(
    ("pose", "gait"), [(Doing.SIT, "sit"), (Doing.SLEEP, "sleep"), (Doing.RUN, "run"), (Doing.SPEAK, "stand")]
)
def test_animals_of_the_cast_do_what_they_are_said_to_do(pose: Doing, gait: str) -> None:
    assert of(blocked(scene("fox", doing(fox=pose))), "fox").gait == gait


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
def test_a_mouse_beside_a_person_stays_in_a_nearer_picture(frame: Frame) -> None:
    made = blocked(scene("Nana mouse", doing(Near.MEDIUM, "mouse", mouse=Doing.SPEAK), frame))
    assert of(made, "Nana")
    face = of(made, "mouse").face()
    assert face is not None
    assert seen_as(frame, face).bottom <= safe_area(frame).bottom / frame.height_px + 0.005


def test_a_mouse_alone_fills_a_close_picture() -> None:
    body = of(blocked(scene("mouse", doing(Near.CLOSE, "mouse"))), "mouse").body()
    assert body.bottom - body.top > 0.55 * extent(WIDE)[1]


def test_a_dog_beside_a_child_is_no_larger_than_the_child() -> None:
    made = blocked(scene("Lia dog"))
    lia, dog = of(made, "Lia").body(), of(made, "dog").body()
    assert dog.bottom - dog.top < lia.bottom - lia.top


def kept(made: Scene) -> tuple[list[str], tuple[str, ...]]:
    view = view_for(made)
    left, wrong = belonging(replace(made, here=drawn_by(view)), view)
    return [m.concept.id for m in left.scenery.things], wrong


def test_nothing_hangs_on_a_wall_where_there_is_none() -> None:
    assert kept(scene(places=("meadow",), things=several("clock", "drum"))) == (
        ["drum"], ("clock (there is no wall)",)
    )  # fmt: skip


def test_a_window_in_a_meadow_is_that_of_a_house_and_in_a_village_one_of_many() -> None:
    assert kept(scene(places=("meadow",), things=several("window"))) == (["house"], ())
    assert kept(scene(places=("village",), things=several("window", "door"))) == ([], ())


def test_no_car_drives_through_a_room() -> None:
    assert kept(scene(places=("room",), things=several("car", "chair"))) == (["chair"], ("car (not in a room)",))


def test_a_fire_burns_in_the_oven_of_a_kitchen_and_not_on_the_floor_of_a_library() -> None:
    assert kept(scene(places=("kitchen",), things=several("fire"))) == ([], ())
    assert kept(scene(places=("library",), things=several("fire")))[1] == ("fire (there is no hearth)",)


def test_a_fire_burns_in_the_oven_that_stands_in_a_yard() -> None:
    assert kept(scene(places=("garden",), things=several("oven", "fire")))[0] == ["oven"]
    assert kept(scene(places=("garden",), things=several("fire")))[0] == ["fire"]


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
@pytest.mark.parametrize("near", [Near.WIDE, Near.MEDIUM])
@pytest.mark.parametrize("kind", ["boat", "canoe"])
def test_a_crew_sits_between_bow_and_stern(kind: str, near: Near, frame: Frame) -> None:
    shot = doing(near, "Tom", Tom=Doing.SPEAK, Lia=Doing.STAND)
    made = blocked(scene("Tom Lia", shot, frame, places=("sea",), things=several(kind), animals=several("dolphin")))
    (boat,) = things(made, kind)
    for name in ("Tom", "Lia"):
        one = of(made, name)
        assert one.act.pose is Doing.SIT
        assert boat.box().left < one.body().left
        assert one.body().right < boat.box().right
        assert one.clip is not None
        assert one.face().bottom < one.clip  # pyright: ignore[reportOptionalMemberAccess]


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
def test_doors_and_clocks_of_a_room_are_in_its_wall_behind_everybody(frame: Frame) -> None:
    made = blocked(scene("Lia", frame=frame, places=("room",), things=several("door", "clock")))
    for piece in (*things(made, "door"), *things(made, "clock")):
        assert piece.row == WALL
        assert piece.box().bottom < made.framing.feet
    assert things(made, "door") or frame is not WIDE


def test_a_fish_in_a_kitchen_lies_on_the_table() -> None:
    made = blocked(scene("Nana", places=("kitchen",), animals=several("fish")))
    (fish,), (table,) = [p for p in made.pieces if p.animal == "fish"], things(made, "table")
    assert fish.still
    assert table.box().left < fish.x < table.box().right
    assert fish.box().bottom < table.box().top + 0.1 * table.size
    assert blocked(scene("Nana", places=("kitchen",), animals=several("whale"))).left_out


@pytest.mark.parametrize("near", [Near.WIDE, Near.MEDIUM])
def test_two_who_sit_have_the_table_between_them_and_chairs_under_them(near: Near) -> None:
    made = blocked(scene("Nana Lia", doing(near, "Lia", Nana=Doing.SIT, Lia=Doing.SIT), places=("kitchen",),
                         things=several("table", "bread", "soup")))  # fmt: skip
    (table,) = things(made, "table")
    assert of(made, "Nana").x < table.x < of(made, "Lia").x
    assert len(things(made, "chair")) == 2
    assert things(made, "bread")[0].y < table.y
    assert of(made, "Lia").act.seat > 0
    assert abs(things(made, "bread")[0].x - things(made, "soup")[0].x) > 0.2 * table.size


def test_things_alone_in_a_picture_are_what_it_is_about() -> None:
    asked = several("table", "bucket", "shovel")
    alone, beside = (blocked(scene(names, things=asked, places=("garden",))) for names in ("", "Nana"))
    assert things(alone, "table")[0].size > 1.1 * things(beside, "table")[0].size
    assert things(alone, "bucket")[0].row == things(alone, "table")[0].row
    assert things(alone, "shovel")[0].foot is None


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
def test_a_nearer_shot_of_a_place_without_anybody_shows_more_of_less(frame: Frame) -> None:
    made = scene(frame=frame, places=("garden",), things=several("table", "drum"))
    whole, near = blocked(made), blocked(replace(made, shot=ShotPlan(near=Near.MEDIUM)))
    assert near.camera is not None
    assert near.camera.zoom > 1.2 * (whole.camera.zoom if whole.camera else 1.0)
    for one, other in zip(whole.pieces, near.pieces, strict=True):
        assert other.size == pytest.approx(1.28 * one.size)
        assert (other.y - whole.framing.feet) == pytest.approx(1.28 * (one.y - whole.framing.feet))
    assert any(abs(p.x - middle(frame)[0]) < 0.35 * extent(frame)[0] for p in near.pieces)


def test_the_colour_of_a_scarf_is_not_that_of_the_hare() -> None:
    assert coat_of(Figure(name="Lebre", look="a hare with a yellow scarf")) is None
    assert coat_of(Figure(name="Lebre", look="white hare with a yellow scarf")) is not None


def test_who_is_seen_alone_embraces_nobody() -> None:
    made = blocked(scene("Nana Lia", doing(Near.CLOSE, "Nana", Nana=Doing.EMBRACE, Lia=Doing.EMBRACE)))
    assert of(made, "Nana").act.pose is Doing.STAND


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
def test_what_lies_on_a_table_is_only_seen_with_it(frame: Frame) -> None:
    shot = doing(Near.MEDIUM, "Nana", Nana=Doing.POINT)
    made = blocked(scene("Nana", shot, frame, places=("classroom",), things=several("lamp", "soup")))
    for piece in (*things(made, "lamp"), *things(made, "soup")):
        assert any(t.row == piece.row and t.y < piece.order[1] for t in things(made, "table"))


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
def test_nobody_is_left_out_of_a_boat_in_a_nearer_picture(frame: Frame) -> None:
    shot = doing(Near.MEDIUM, "Tom", Nana=Doing.STAND, Lia=Doing.STAND, Tom=Doing.SPEAK)
    made = blocked(scene("Nana Lia Tom", shot, frame, places=("sea",), things=several("boat")))
    assert {p.player.name for p in made.pieces if p.player is not None} == {"Nana", "Lia", "Tom"}


def test_nothing_stands_before_the_table_at_which_two_sit() -> None:
    shot = doing(Near.MEDIUM, "Lia", Nana=Doing.SIT, Lia=Doing.SIT)
    made = blocked(scene("Nana Lia", shot, places=("room",), things=several("table", "soup", "stove")))
    order = [p.thing for p in made.pieces]
    assert "stove" not in order or order.index("stove") < order.index("table")
    for stove in things(made, "stove"):
        assert not stove.body().meets(things(made, "table")[0].body())


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
def test_a_giraffe_has_its_head_in_the_picture(frame: Frame) -> None:
    wild = blocked(scene(frame=frame, places=("savanna",), animals=several("giraffe", "zebra")))
    hero = blocked(scene("giraffe", frame=frame, places=("savanna",)))
    top = middle(frame)[1] - extent(frame)[1] / 2
    for made in (wild, hero):
        for piece in made.pieces:
            if piece.kind == "giraffe":
                assert piece.body().top >= top


def test_bread_soup_and_fish_have_room_on_one_table() -> None:
    shot = doing(Near.WIDE, "Lia", Nana=Doing.SIT, Lia=Doing.SIT)
    asked = several("table", "bread", "soup")
    made = blocked(scene("Lia Nana mouse", shot, places=("kitchen",), things=asked, animals=several("fish")))
    assert not made.left_out


def test_a_person_kneels_to_embrace_a_mouse() -> None:
    made = blocked(scene("Tom mouse", doing(Tom=Doing.EMBRACE, mouse=Doing.EMBRACE)))
    tom, mouse = of(made, "Tom"), of(made, "mouse")
    assert tom.act.pose is Doing.KNEEL
    assert abs(tom.x - mouse.x) < 0.6 * tom.size
    assert tom.flipped != mouse.flipped


def test_small_things_are_in_hands_that_are_seen() -> None:
    made = scene("Nana Lia", ShotPlan(near=Near.MEDIUM, seen=("Lia",)), places=("village",), things=several("apple"))
    made = equipped(replace(made, cast=frozenset(("Nana", "Lia"))), indoors=False)
    assert {one.name: one.holds for one in made.shot.acting} == {"Lia": "apple"}


@pytest.mark.parametrize("kind", ["well", "basket", "fire", "jug"])
def test_nothing_stands_before_the_cast_in_an_upright_picture(kind: str) -> None:
    made = blocked(scene("Tom Lia", frame=SHAPES[1], places=("village",), things=several(kind)))
    for thing in things(made, kind):
        for name in ("Tom", "Lia"):
            body, box = of(made, name).body(), thing.body()
            if thing.order > of(made, name).order and box.meets(body):
                shared = min(box.right, body.right) - max(box.left, body.left)
                assert shared < 0.2 * body.width


def test_at_night_there_is_light_behind_the_cast(tmp_path: Path) -> None:
    import cv2

    frame = Frame(width_px=640, height_px=360)
    made = scene("Tom", frame=frame, places=("desert",), time="night")
    paint_scene(made, tmp_path)
    ground = cv2.imread(str(tmp_path / "layer-ground.png"), cv2.IMREAD_UNCHANGED)
    assert ground is not None
    seen = of(blocked(made), "Tom").body()
    unit = ground.shape[0] / (1000 * 1.16)
    x, y = round(((seen.left + seen.right) / 2 + 0.08 * 1778) * unit), round((seen.bottom - 60 + 80) * unit)
    aside = ground[y, round(ground.shape[1] * 0.93)].astype(int)[:3].sum()
    assert ground[y, x].astype(int)[:3].sum() > aside + 6


@pytest.mark.parametrize("names", ["Lia", "Nana Tom", "Nana Lia Tom"])
@pytest.mark.parametrize("place", ["village", "forest", "kitchen", "beach"])
def test_heroes_of_a_wide_picture_are_half_as_high_as_it_and_the_land_comes_nearer(names: str, place: str) -> None:
    made = blocked(scene(names, places=(place,), things=several("basket", "table")))
    high = max(of(made, name).body().bottom - of(made, name).body().top for name in names.split())
    assert 0.48 * extent(WIDE)[1] < high < 0.75 * extent(WIDE)[1]
    assert made.camera is not None
    assert made.camera.zoom > 1.05
    left, right = ((0.5 + side * 0.58 / made.camera.zoom) * extent(WIDE)[0] for side in (-1, 1))
    assert left >= -0.08 * extent(WIDE)[0]
    assert right <= 1.08 * extent(WIDE)[0]  # the paper goes on beyond the edges


@pytest.mark.parametrize("time", ["day", "night", "dusk"])
def test_the_disc_is_seen_in_a_picture_from_near(time: str) -> None:
    made = blocked(scene("Lia", places=("village",), time=time))
    assert made.camera is not None
    assert made.camera.shown(WIDE, made.disc)[1] > made.framing.safe.top + 60


def test_a_place_without_anybody_is_seen_whole() -> None:
    camera = blocked(scene(places=("village",))).camera
    assert camera is None or camera.zoom < 1.05


@pytest.mark.parametrize("frame", SHAPES[1:], ids=("tall", "square"))
def test_a_fire_of_a_narrow_picture_burns_before_those_around_it(frame: Frame) -> None:
    made = blocked(scene("Nana Lia Tom", frame=frame, places=("camp",), things=several("fire")))
    fire = things(made, "fire")[0]
    assert fire.y > of(made, "Nana").y
    assert of(made, "Nana").body().bottom - of(made, "Nana").body().top > 0.22 * extent(frame)[1]
    for name in ("Nana", "Lia", "Tom"):
        head = of(made, name).head()
        assert head is not None
        assert not fire.body().meets(head)


def test_a_broad_thing_stands_half_hidden_before_it_makes_all_others_small() -> None:
    made = blocked(scene("Nana Lia Tom", places=("stairwell",), things=several("piano", "chair", "lamp")))
    piano = things(made, "piano")[0]
    assert piano.row < 0
    covered = sum(
        max(0.0, min(b.right, piano.body().right) - max(b.left, piano.body().left))
        for b in (of(made, name).body() for name in ("Nana", "Lia", "Tom"))
    )
    assert covered < 0.45 * piano.body().width


def test_what_floats_behind_the_cast_stays_there_in_nearer_pictures() -> None:
    made = scene("Tom", doing(Near.MEDIUM, "Tom"), places=("village", "lake"), things=several("boat"))
    boat = next(p for p in blocked(made).built_in if p.thing == "boat")
    whole = blocked(replace(made, shot=ShotPlan()))
    seen = things(whole, "boat")[0]
    x, y = whole.camera.shown(WIDE, (boat.x, boat.y)) if whole.camera else (boat.x, boat.y)
    assert (x, y) == pytest.approx((seen.x, seen.y))
    assert boat.still


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
def test_a_giraffe_is_no_smaller_from_near(frame: Frame) -> None:
    alone = scene("giraffe", frame=frame, places=("savanna",))
    sizes = [
        of(blocked(replace(alone, shot=doing(near, "giraffe"))), "giraffe").size
        for near in (Near.WIDE, Near.MEDIUM, Near.CLOSE)
    ]
    assert sizes == sorted(sizes)
    near = blocked(replace(alone, shot=doing(Near.CLOSE, "giraffe")))
    face = of(near, "giraffe").face()
    assert face is not None
    assert seen_as(frame, face).top > 0.02
    together = blocked(scene("giraffe mouse", doing(Near.MEDIUM, "mouse"), frame, places=("savanna",)))
    assert [p.player.name for p in together.pieces if p.player] == ["mouse"]


def test_a_kite_that_is_held_is_in_the_air_on_a_string() -> None:
    shot = ShotPlan(acting=(Acting(name="Lia", doing=Doing.HOLD, holds="kite", task="hold", on="kite"),))
    lia = of(blocked(scene("Lia", shot, places=("hill",))), "Lia")
    (kite,) = [p for p in lia.with_it() if p.thing == "kite"]
    head = replace(lia, tied=(), cords=()).body()
    assert kite.y < head.top
    assert lia.cords
    assert kite.body().top > 0


def test_whatever_may_be_held_is_drawn_in_the_hand() -> None:
    assert sorted(kind for kind in HANDY if kind in THINGS and not can_hold(kind)) == ["kite"]


@pytest.mark.parametrize("about", ["cat", "dog", "bucket", "tree"])
def test_what_a_nearer_shot_is_about_is_in_it(about: str) -> None:
    shot = ShotPlan(near=Near.MEDIUM, about=about, acting=(Acting(name="Nana"), Acting(name="Lia")))
    asked = scene("Nana Lia", shot, places=("garden",), animals=several("cat", "dog"), things=several("bucket", "lamp"))
    made = blocked(asked)
    shown = {p.thing or p.animal for p in (*made.pieces, *made.built_in)}
    assert about in shown or about == "tree"  # a tree is the land's


def test_what_is_out_of_sight_stands_nowhere() -> None:
    shot = ShotPlan(near=Near.MEDIUM, focus="Lia", seen=("Lia",), acting=(Acting(name="Lia"),), away=("bench",))
    made = blocked(scene("Lia", shot, places=("hill",), things=several("bench")))
    assert not things(made, "bench")
    assert all(p.thing != "bench" for p in made.built_in)


def test_no_flower_stands_before_a_cat() -> None:
    shot = ShotPlan(acting=(Acting(name="Nana"), Acting(name="Lia", doing=Doing.SIT)))
    asked = scene("Nana Lia", shot, places=("garden",), animals=several("cat"), things=several("flower", "bench"))
    made = blocked(asked)
    cat = next(p for p in made.pieces if p.animal == "cat")
    before = [p for p in things(made, "flower") if p.order > cat.order]
    assert not any(p.body().meets(cat.head()) for p in before)  # pyright: ignore[reportArgumentType]
