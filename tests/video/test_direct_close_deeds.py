"""Hands and faces meet what they are about: clay, an oven, a boat that is knelt at, somebody who is blown at."""

from __future__ import annotations

import pytest

from video.direct import Acting, Doing, Near, Role, Said, ShotPlan, ToDirect, direct
from video.engine import Figure
from video.engines.papercut.people.casting import Player
from video.engines.papercut.people.wardrobe import PLAIN, dress_cast
from video.engines.papercut.staging.ground import Ground
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.players import facing, frame_players, piece_of, place_players
from video.shot import Frame
from video.shotlist import Deed, Way

CAST = (Role(name="Ana", look="woman"), Role(name="Bruno", look="boy"))


def acts(brief: str, language: str = "en") -> dict[str, Acting]:
    asked = ToDirect(scene="s", brief=brief, lines=(Said(text="…"),), language=language, cast=CAST)
    return {a.name: a for a in direct(asked).shots[0].acting}


@pytest.mark.parametrize(
    ("language", "brief", "way", "to"),
    [
        ("en", "Ana blows gently into Bruno's mouth.", Way.BREATHE, "Bruno"),
        ("es", "Ana sopla en la boca de Bruno.", Way.BREATHE, "Bruno"),
        ("pt", "Ana sopra na boca do Bruno.", Way.BREATHE, "Bruno"),
        ("fr", "Ana souffle sur Bruno.", Way.BREATHE, "Bruno"),
        ("en", "In the garden Ana blows into a clay oven.", Way.BESIDE, "oven"),
        ("en", "Ana kneels at the engine.", Way.BESIDE, "engine"),
        ("fr", "Ana est à genoux devant le four.", Way.BESIDE, "oven"),
        ("es", "Ana, arrodillada ante la bicicleta, calla.", Way.BESIDE, "bicycle"),
    ],
)
def test_what_is_done_from_near_is_read(language: str, brief: str, way: Way, to: str) -> None:
    deed = acts(brief, language)["Ana"].deed
    assert deed is not None
    assert (deed.way, deed.to) == (way, to)


@pytest.mark.parametrize(
    ("language", "brief"),
    [
        ("en", "Ana blows out the candle and Bruno laughs."),
        ("en", "Ana stands at the door."),
        ("en", "In the kitchen Ana lights the oven."),
        ("es", "El viento sopla. Ana mira a Bruno."),
    ],
)
def test_what_only_sounds_like_it_is_none(language: str, brief: str) -> None:
    assert acts(brief, language)["Ana"].deed is None


@pytest.mark.parametrize(
    ("language", "brief", "on"),
    [
        ("en", "Ana moulds a bowl of clay.", "bowl"),
        ("es", "Ana moldea el barro con las manos.", "mud"),
        ("fr", "Ana façonne une jarre d'argile.", "jug"),
        ("pt", "Ana molda um prato de barro.", "plate"),
        ("en", "Ana shapes a small doll of clay.", "doll"),
    ],
)
def test_what_is_moulded_is_under_both_hands(language: str, brief: str, on: str) -> None:
    act = acts(brief, language)["Ana"]
    assert act.task == "mould"
    assert act.on == on


@pytest.mark.parametrize(
    ("language", "brief", "task"),
    [
        ("en", "Ana lies on her stomach in the grass.", "prone"),
        ("pt", "Ana, deitada de bruços, olha o rio.", "prone"),
        ("fr", "Ana est couchée sur le ventre.", "prone"),
        ("es", "Ana está tumbada boca abajo en la hierba.", "prone"),
        ("en", "Ana sleeps on a chair.", "doze"),
        ("es", "Ana duerme en un banco del parque.", "doze"),
        ("en", "Ana sleeps in a bed.", ""),
        ("en", "Ana lies on the grass.", "lie"),
    ],
)
def test_how_one_lies_or_sleeps(language: str, brief: str, task: str) -> None:
    act = acts(brief, language)["Ana"]
    assert act.task == task
    assert act.doing is (Doing.SIT if task == "doze" else Doing.SLEEP)


def test_a_thorn_is_held_up() -> None:
    act = acts("Bruno holds up a long thorn.")["Bruno"]
    assert (act.task, act.holds) == ("hold_up", "thorn")


def placed(*acting: Acting) -> dict[str, Piece]:
    folk = dress_cast((Figure(name="Ana", look="woman"), Figure(name="Bruno", look="boy")), PLAIN)
    players = tuple(Player(name=name, person=person) for name, person in folk.items())
    shot = ShotPlan(near=Near.WIDE, seen=tuple(a.name for a in acting), acting=acting)
    framing, pieces = frame_players(players, shot, Frame(width_px=1280, height_px=720, fps=25), 880)
    found, _ = place_players(framing, pieces, Ground(framing.safe.left, framing.safe.right))
    return {p.player.name: p for p in facing(found) if p.player is not None}


@pytest.mark.parametrize("task", ["prone", ""])
def test_who_blows_at_somebody_has_the_face_near_theirs(task: str) -> None:
    deed = Deed(way=Way.BREATHE, to="Bruno")
    doing = Doing.SLEEP if task else Doing.STAND
    found = placed(Acting(name="Ana", doing=doing, task=task, deed=deed), Acting(name="Bruno"))
    one, other = found["Ana"], found["Bruno"]
    heads = one.head(), other.head()
    assert heads[0] is not None
    assert heads[1] is not None
    gap = max(heads[0].left, heads[1].left) - min(heads[0].right, heads[1].right)
    assert gap < 0.4 * one.measure
    assert one.flipped != other.flipped


@pytest.mark.parametrize(
    ("language", "brief", "load"),
    [
        ("en", "The donkey walks with a sack on his back.", "sack"),
        ("es", "El burro camina con un saco a la espalda.", "sack"),
        ("pt", "O burro sai da água com um monte de lama nas costas.", "mound"),
    ],
)
def test_an_animal_has_its_load_on_the_back(language: str, brief: str, load: str) -> None:
    cast = (Role(name="Donk", look={"en": "grey donkey", "es": "burro gris", "pt": "burro cinzento"}[language]),)
    found = direct(ToDirect(scene="s", brief=brief, lines=(Said(text="…"),), language=language, cast=cast))
    deed = found.shots[0].acting[0].deed
    assert deed is not None
    assert (deed.way, deed.load) == (Way.LADEN, load)
    assert load not in {m.concept.id for m in found.scenery.things} - set(found.shots[0].away)


def test_a_load_is_on_the_back_and_a_bird_on_the_shoulder() -> None:
    folk = dress_cast((Figure(name="Ana", look="woman"),), PLAIN)
    ana = Player(name="Ana", person=folk["Ana"])
    beasts = (Player(name="Donk", animal="donkey"), Player(name="Coco", animal="parrot"))
    laden = Acting(name="Donk", deed=Deed(way=Way.LADEN, load="sack"))
    perched = Acting(name="Coco", deed=Deed(way=Way.ON, to="Ana:back"))
    acting = (Acting(name="Ana"), laden, perched)
    shot = ShotPlan(near=Near.WIDE, seen=("Ana", "Donk", "Coco"), acting=acting)
    frame = Frame(width_px=1280, height_px=720, fps=25)
    framing, pieces = frame_players((ana, *beasts), shot, frame, 880)
    found, _ = place_players(framing, pieces, Ground(framing.safe.left, framing.safe.right))
    by_name = {p.player.name: p for p in facing(found) if p.player is not None}
    load = next(q for q in by_name["Donk"].with_it() if q.thing == "sack")
    assert load.y < by_name["Donk"].y - 0.3 * by_name["Donk"].measure
    head = by_name["Ana"].head()
    assert head is not None
    assert abs(by_name["Coco"].y - head.bottom) < 0.15 * by_name["Ana"].measure


def test_a_large_animal_stands_on_no_small_thing() -> None:
    on = Deed(way=Way.ON, to="rock")
    shot = ShotPlan(near=Near.WIDE, seen=("Hipo",), acting=(Acting(name="Hipo", deed=on),))
    hippo = piece_of(Player(name="Hipo", animal="hippo"), shot)
    goat = piece_of(Player(name="Hipo", animal="goat"), shot)
    assert (bool(hippo.tied), bool(goat.tied)) == (False, True)
