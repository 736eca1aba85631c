"""The clothes of the cast."""

from __future__ import annotations

from video.engine import Figure
from video.engines.papercut.people.wardrobe import Age, Build, Hair, Hat, dress_cast


def test_colours_named_in_the_look_are_worn() -> None:
    people = dress_cast(
        (
            Figure(name="Nana", voice="mujer anciana", look="mujer vieja, chal rojo, vestido azul, pelo blanco"),
            Figure(name="Tom", look="old man, green shirt, white beard and a straw hat"),
            Figure(name="Anne", look="fille, robe jaune, cheveux noirs"),
            Figure(name="Pau", look="nen, pantalons grocs i cabell arrissat"),
            Figure(name="Ana", look="mulher, pele escura, lenço vermelho"),
        )
    )
    nana, tom, anne, pau, ana = people.values()
    assert (nana.age, nana.shawl, nana.dress, nana.hair) == (Age.OLD, 0xC0392B, 0x3A6EA5, 0xEDE8DE)
    assert (tom.age, tom.beard, tom.hat, tom.top) == (Age.OLD, True, Hat.STRAW, 0x4E9A63)
    assert (anne.age, anne.dress, anne.hair) == (Age.CHILD, 0xE8B83A, 0x211B21)
    assert (pau.age, pau.build, pau.hair_style) == (Age.CHILD, Build.TROUSERS, Hair.CURLS)
    assert (ana.skin, ana.hat, ana.hat_colour) == (0x6A4430, Hat.SCARF, 0xC0392B)


def test_no_two_of_a_cast_look_alike() -> None:
    cast = tuple(Figure(name=f"Person {i}", look="woman, red dress, black hair") for i in range(12))
    people = dress_cast(cast)
    assert len(set(people.values())) == len(cast)
    plain = dress_cast(tuple(Figure(name=f"Person {i}") for i in range(10)))
    assert len({p.dress for p in plain.values()}) == 10


def test_the_same_cast_is_dressed_the_same_and_later_ones_change_nobody_before_them() -> None:
    first = (Figure(name="Iker"), Figure(name="Amara"))
    assert dress_cast(first) == dress_cast(first)
    assert list(dress_cast((*first, Figure(name="Bob"))).values())[:2] == list(dress_cast(first).values())


def test_the_voice_tells_age_and_gender_where_the_look_does_not() -> None:
    people = dress_cast(
        (Figure(name="A", voice="old man"), Figure(name="B", voice="niña"), Figure(name="C", voice="female"))
    )
    assert [(p.age, p.build) for p in people.values()] == [
        (Age.OLD, Build.TROUSERS),
        (Age.CHILD, Build.DRESS),
        (Age.ADULT, Build.DRESS),
    ]
