"""Groups, roles and families that mean the cast, or are of its kind."""

from __future__ import annotations

import pytest

from video.direct import ToDirect, direct
from video.direction.told import facts_of
from video.shotlist import Directed, Role, Said

GIANTS = (Role(name="Bru", look="gigante de barba verde"), Role(name="Ona", look="giganta de vestido azul"))
FROGS = (Role(name="Kwa", look="rana verde"), Role(name="Rita", look="rana con sombrero"))


def of(language: str, cast: tuple[Role, ...], *told: str, who: str = "") -> Directed:
    lines = (*(Said(text=t, who="") for t in told), *((Said(text="!", who=who),) if who else ()))
    return direct(ToDirect(language=language, lines=lines, cast=cast))


@pytest.mark.parametrize(
    ("language", "cast", "told", "present"),
    [
        ("pt", GIANTS, "Dois gigantes moravam ali.", {"Bru", "Ona"}),
        ("pt", GIANTS, "Os dois gigantes, Bru e Ona, riam.", {"Bru", "Ona"}),
        ("es", FROGS, "Las dos ranas saltaron.", {"Kwa", "Rita"}),
        ("es", FROGS, "Los dos amigos saltaron.", {"Kwa", "Rita"}),
        ("es", FROGS, "Kwa esperaba a su amiga.", {"Kwa"}),
    ],
)
def test_a_group_that_is_the_cast_brings_no_strangers(
    language: str, cast: tuple[Role, ...], told: str, present: set[str]
) -> None:
    found = of(language, cast, told)
    assert set(found.present) == present
    assert not found.scenery.people
    assert not found.scenery.animals


def test_others_of_a_kind_are_there_besides() -> None:
    assert of("es", FROGS, "Kwa vio otras ranas.").scenery.animals


def test_the_one_role_of_a_story_is_nobody_else_in_a_long_sentence() -> None:
    king = Role(name="Osric", look="king, grey beard")
    assert not of("en", (king,), "Osric walked up to the gate and there the king sat down.").scenery.people
    nan = Role(name="Nan", look="woman, red shawl")
    assert of("en", (nan,), "Nan walked up to the gate and there a woman sat down.").scenery.people


def test_the_family_of_an_animal_is_of_its_kind() -> None:
    wren = Role(name="Wil", look="a robin with a scarf")
    found = of("en", (wren,), "Wil came with his wife and four children.")
    assert not found.scenery.people
    (kin,) = found.scenery.animals
    assert (kin.concept.id, kin.count) == ("robin", 5)
    assert "5 robins" in dict(facts_of(found))["what"]
    nan = Role(name="Nan", look="woman, red shawl")
    assert of("en", (nan, wren), "Nan came with her four children.").scenery.people


def test_people_of_a_story_of_animals_are_told_as_not_drawn() -> None:
    wren = Role(name="Wil", look="a robin with a scarf")
    found = of("en", (wren,), "Wil called the neighbours.")
    assert not found.scenery.people
    assert any("neighbours" in note for note in found.notes)


def test_who_belongs_to_somebody_by_name_is_somebody_else() -> None:
    eva = Role(name="Eva", look="mulher, vestido azul")
    found = of("pt", (eva,), "A mãe de Eva cantava.", "Depois chegou Eva.")
    assert [m.concept.id for m in found.scenery.people] == ["mother"]
    assert not any(act.doing.value == "sing" for shot in found.shots for act in shot.acting)
    lea = Role(name="Léa", look="femme")
    assert [m.concept.id for m in of("fr", (lea,), "La mère de Léa dormait.").scenery.people] == ["mother"]
    tom = Role(name="Tom", look="man")
    assert [m.concept.id for m in of("en", (tom,), "Tom's father slept.").scenery.people] == ["father"]


def test_the_only_speaker_who_is_not_named_is_the_one_role_of_the_scene() -> None:
    teacher = Role(name="Miss Dole", look="woman, green dress")
    boy = Role(name="Ned", look="boy")
    found = of("en", (teacher, boy), "The teacher wrote on the blackboard.", who="Miss Dole")
    assert not found.scenery.people
    assert of("en", (teacher, boy), "The king wrote on the blackboard.", who="Ned").scenery.people


def test_french_feminines_are_one() -> None:
    lea = Role(name="Léa", look="femme")
    assert [m.count for m in of("fr", (lea,), "Léa salua la bergère et les voisines.").scenery.people] == [1, 0]
