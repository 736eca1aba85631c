"""What creators write into the front matter about single scenes."""

from __future__ import annotations

import pytest

from languages.errors import ManuscriptRefused
from translation.manuscript import ActWish, ShotWish, Wishes

STORY = """---
title: La presa
language: es
style: andes
characters: [Nana, Lía]
words:
  azud: wall
{wishes}
---

# El río {{#rio}}

Nana va al río.

**Nana:** ¡Mira!

# La casa

Lía duerme.

# La casa

Fin.
"""


def told(manuscript, wishes: str):
    return manuscript(STORY.format(wishes=wishes))


def test_wishes_stand_with_their_scene_in_the_words_that_were_written(manuscript):
    story = told(
        manuscript,
        """scenes:
  1:
    seed: 2
    style: nordic
    place: río, puente
    time: tarde
    weather: none
    show: barca, dos cabras, azud=wall
    also: [una luna grande]
    hide: casa
    near: close
    shots:
      - wide
      - 2 close Nana (sits, sad) + lía
    cast: nana
    lía: duerme, triste
    others: dos mujeres remueven una olla; un pescador
    words: {chalana: boat}
""",
    )
    assert (story.style, story.words) == ("andes", (("azud", "wall"),))
    wishes = story.scenes[0].wishes
    assert (wishes.seed, wishes.style, wishes.time, wishes.near) == (2, "nordic", "tarde", "close")
    assert (wishes.place, wishes.weather) == (("río", "puente"), ())
    assert wishes.show == ("barca", "dos cabras", "azud=wall")
    assert (wishes.also, wishes.hide) == (("una luna grande",), ("casa",))
    assert wishes.shots == (
        ShotWish(first=0, near="wide"),
        ShotWish(first=1, near="close", seen=(ActWish(name="Nana", acts=("sits", "sad")), ActWish(name="Lía"))),
    )
    assert (wishes.cast, wishes.acts) == (("Nana",), (ActWish(name="Lía", acts=("duerme", "triste")),))
    assert wishes.others == ("dos mujeres remueven una olla", "un pescador")
    assert (wishes.words, wishes.row("seed")) == ((("chalana", "boat"),), 10)
    assert story.scenes[1].wishes == Wishes()


@pytest.mark.parametrize("name", ["1", "rio", "el río"])
def test_a_scene_is_named_by_number_id_or_heading(manuscript, name):
    story = told(manuscript, f"scenes:\n  {name}:\n    seed: 7")
    assert [s.wishes.seed for s in story.scenes] == [7, None, None]


def test_wishes_change_no_id(manuscript):
    plain = told(manuscript, "")
    wished = told(manuscript, "scenes:\n  2:\n    near: close")
    assert [s.id for s in wished.scenes] == [s.id for s in plain.scenes]
    assert [line.id for line in wished.lines()] == [line.id for line in plain.lines()]


@pytest.mark.parametrize(
    ("wishes", "line", "said"),
    [
        ("scenes:\n  9:\n    seed: 1", 9, "are numbered from 1 to 3"),
        ("scenes:\n  El rio:\n    seed: 1", 9, "Did you mean 'El río'?"),
        ("scenes:\n  La casa:\n    seed: 1", 9, "They are numbers 2, 3."),
        ("scenes:\n  1:\n    seed: 1\n  rio:\n    seed: 2", 11, "The first are under '1' in line 9."),
        ("scenes:\n  1:\n    seeed: 1", 10, "Did you mean 'seed'?"),
        ("scenes:\n  1:\n    Nanna: sits", 10, "Did you mean 'Nana'?"),
        ("scenes:\n  1:\n    cast: Lia, Pedro", 10, "Did you mean 'Lía'?"),
        ("scenes:\n  1:\n    seed: two", 10, "A seed is a whole number"),
        (f"scenes:\n  1:\n    seed: {'9' * 5000}", 10, "A seed is a whole number"),
        (f"scenes:\n  1:\n    shots: [{'9' * 5000} close Nana]", 10, "It looks like `3 close Nana`"),
        ("scenes:\n  1:\n    near: closer", 10, "Did you mean 'close'?"),
        ("scenes:\n  1:\n    shots: [wide, close Nana]", 10, "It looks like `3 close Nana`"),
        ("scenes:\n  1:\n    shots: [2 wide]", 10, "The first begins with line 1"),
        ("scenes:\n  1:\n    shots: [wide, 2 close Pedro]", 10, "The characters are Nana, Lía."),
        ("scenes:\n  1:\n    shots:\n      - wide\n      - 3 close", 10, "The scene has 2 lines."),
        ("scenes:\n  1:\n    show: {a: b}", 10, "words with commas between them"),
        ("scenes: [1]", 8, "`key: value` lines"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(manuscript, wishes, line, said):
    with pytest.raises(ManuscriptRefused) as refused:
        told(manuscript, wishes)
    assert refused.value.line == line
    assert said in str(refused.value)


def test_a_shot_may_show_nobody(manuscript):
    story = told(manuscript, "scenes:\n  1:\n    shots: [wide nobody, 2 close]")
    assert [s.seen for s in story.scenes[0].wishes.shots] == [(), None]


def test_lists_may_have_the_commas_of_any_script(manuscript):
    story = told(manuscript, "scenes:\n  1:\n    show: 船、橋，山، نهر")
    assert story.scenes[0].wishes.show == ("船", "橋", "山", "نهر")


def test_a_word_copied_with_the_marks_around_it_is_that_word(manuscript):
    story = told(manuscript, "scenes:\n  1:\n    words: {\u2068نهر\u2069: river}")
    assert story.scenes[0].wishes.words == (("نهر", "river"),)


def test_names_may_have_signs_that_mean_something_in_a_shot(manuscript):
    story = manuscript(
        """---
language: en
characters: [Ina (old), Jack + Jill]
scenes:
  1:
    shots: [wide ina (old) (sits) + Jack + Jill, 2 close Jack + Jill (sings)]
---

Once.

Twice.
"""
    )
    first, second = story.scenes[0].wishes.shots
    assert first.seen == (ActWish(name="Ina (old)", acts=("sits",)), ActWish(name="Jack + Jill"))
    assert second.seen == (ActWish(name="Jack + Jill", acts=("sings",)),)
