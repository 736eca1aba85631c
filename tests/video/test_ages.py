"""Ages in words, skins of giants, and clothes all of one colour."""

from __future__ import annotations

import pytest

from video.engine import Figure
from video.engines.papercut.people.person import Age
from video.engines.papercut.people.wishes import read_wish, unread_of


def figure(look: str, language: str) -> Figure:
    return Figure(name="A", look=look, language=language)


@pytest.mark.parametrize(
    ("language", "look", "age"),
    [
        ("fr", "apprenti de seize ans", Age.TEEN),
        ("pt", "menina de sete anos", Age.CHILD),
        ("en", "an older man", Age.OLD),
        ("en", "twelve, long black hair", Age.CHILD),
        ("en", "fifty, strong arms", Age.ADULT),
        ("es", "ocho, pelo corto", Age.CHILD),
    ],
)
def test_ages_are_read_in_words(language: str, look: str, age: Age) -> None:
    assert read_wish(figure(look, language)).age is age
    assert not {"seize", "sete"} & {*unread_of(figure(look, language))}


@pytest.mark.parametrize(
    ("look", "voice", "age"),
    [
        ("Linh's little brother, orange T-shirt", "boy", Age.CHILD),
        ("king, red cloak", "boy", Age.CHILD),
        ("man, hat", "boy", Age.ADULT),
        ("brother, hat", "man", Age.ADULT),
        ("old fisherman", "boy", Age.OLD),
    ],
)
def test_a_childs_voice_makes_a_child_of_a_brother_and_none_of_a_man(look: str, voice: str, age: Age) -> None:
    assert read_wish(Figure(name="A", look=look, voice=voice, language="en")).age is age


def test_giants_have_skins_of_any_colour() -> None:
    skins = {
        read_wish(figure(look, lang)).skin for look, lang in (("gigante de pele verde", "pt"), ("giganta verde", "es"))
    }
    assert len(skins - {None}) == 1


def test_all_in_one_colour_are_all_clothes_of_which_no_other_is_told() -> None:
    wish = read_wish(figure("viuda toda de negro, falda roja", "es"))
    assert wish.colours["shirt"] == 0x2C2A35
    assert wish.colours["skirt"] != wish.colours["shirt"]
