"""The clothes of the cast."""

from __future__ import annotations

from itertools import combinations

import pytest

from video.concepts.words import load_words
from video.engine import Figure
from video.engines.papercut.people.casting import coat_of
from video.engines.papercut.people.customs import dressing_of
from video.engines.papercut.people.outfits import load_outfits
from video.engines.papercut.people.person import Age, Hair, Hat
from video.engines.papercut.people.wardrobe import Dressing, difference, dress_cast
from video.engines.papercut.styles import load_styles


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
    assert (pau.age, pau.wears, pau.hair_style) == (Age.CHILD, "shirt", Hair.CURLS)
    assert (ana.skin, ana.hat, ana.hat_colour) == (0x6A4430, Hat.SCARF, 0xC0392B)


def test_a_blue_skirt_is_a_skirt_and_leaves_the_blouse_alone() -> None:
    nana = dress_cast((Figure(name="Nana", look="old woman, blue skirt, grey bun"),))["Nana"]
    assert (nana.wears, nana.dress) == ("skirt", 0x3A6EA5)
    assert nana.top != nana.dress


def test_no_two_of_a_cast_look_alike() -> None:
    for look in ("woman, red dress, black hair", "", "boy"):
        people = dress_cast(tuple(Figure(name=f"Person {i}", look=look) for i in range(10)))
        assert all(difference(a, b) >= 2.5 for a, b in combinations(people.values(), 2))


def test_name_and_look_alone_decide_in_every_story() -> None:
    nana = Figure(name="Nana", look="old woman, blue skirt")
    stories = (
        (nana, Figure(name="Ina", look="girl, red dress")),
        (Figure(name="Amara", look="woman, sari"), Figure(name="Bo", look="boy"), nana),
        (nana,),
    )
    assert len({dress_cast(story)["Nana"] for story in stories}) == 1


def test_only_the_later_of_two_who_would_look_alike_is_changed() -> None:
    first = (Figure(name="Iker"), Figure(name="Amara"))
    assert dress_cast(first) == dress_cast(first)
    more = (*first, *(Figure(name=f"Bob {i}") for i in range(6)))
    assert list(dress_cast(more).values())[:2] == list(dress_cast(first).values())


def test_the_voice_tells_age_and_gender_where_the_look_does_not() -> None:
    people = dress_cast(
        (Figure(name="A", voice="old man"), Figure(name="B", voice="niña"), Figure(name="C", voice="female"))
    )
    assert [(p.age, p.feminine) for p in people.values()] == [
        (Age.OLD, False),
        (Age.CHILD, True),
        (Age.ADULT, True),
    ]


def test_the_house_style_says_what_is_worn_where_nothing_is_asked_for() -> None:
    style = Dressing(wardrobe=("sari", "dhoti", "shalwar"))
    people = dress_cast(
        (Figure(name="A", look="woman"), Figure(name="B", look="man"), Figure(name="C", look="woman, red dress")), style
    )
    assert {people["A"].wears, people["B"].wears} <= {"sari", "dhoti", "shalwar"}
    assert people["C"].wears == "dress"


def test_dress_of_many_places_is_worn_by_its_name() -> None:
    looks = {
        "woman, red sari": ("sari", 0xC0392B),
        "man, blue poncho, chullo": ("poncho", 0x3A6EA5),
        "woman, green áo dài, conical hat": ("aodai", 0x4E9A63),
        "niña, huipil blanco, falda roja": ("huipil", 0xF4EFE4),
        "king, purple robe, crown": ("robe", 0x7D4F96),
        "young woman, blue overalls": ("overalls", 0x3A6EA5),
    }
    for look, worn in looks.items():
        person = dress_cast((Figure(name="X", look=look),))["X"]
        assert (person.wears, person.dress) == worn, look


def test_every_house_style_deals_what_can_be_drawn() -> None:
    styles = load_styles()
    for style in styles:
        found = dressing_of(style)
        assert set(found.wardrobe) <= load_outfits().keys()
        people = dress_cast(tuple(Figure(name=f"P{i}", look="woman" if i % 2 else "man") for i in range(6)), found)
        assert not found.wardrobe or {p.wears for p in people.values()} <= set(found.wardrobe)
    assert sum(bool(dressing_of(style).wardrobe) for style in styles) >= len(styles) - 1
    assert not dressing_of("nowhere").wardrobe


@pytest.mark.parametrize(
    ("look", "coat"),
    [
        ("zorro flaco, pelo gris y rojizo, cola larga con la punta negra", "gris"),
        ("a white hare with black ears and a yellow scarf", "white"),
        ("renard, museau blanc", ""),
    ],
)
def test_an_animals_coat_is_not_that_of_a_part_of_it(look: str, coat: str) -> None:
    words = load_words()
    known = {words.colours.get(coat), words.hairs.get(coat)}
    assert coat_of(Figure(name="X", look=look)) in known
