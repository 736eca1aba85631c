"""Pins: read back, they give the same scene, in whatever language the script is."""

from __future__ import annotations

from pathlib import Path

import pytest

from translation.ids import IdBook
from translation.manuscript import Manuscript
from translation.reader import read_manuscript
from video.direct import directed, roles_of
from video.direction.pin import pinned


def story(language: str, brief: str, front: str = "") -> Manuscript:
    lines = "Nana ibli ubli.\n\n**Ina:** Orak morak torak, bilak dilak filak, o Nana, tilak milak.\n\nUbli ubli ubli."
    text = f"---\nlanguage: {language}\ncharacters: [Nana, Ina]\n{front}---\n\n# A\n\n![{brief}]\n\n{lines}\n"
    return read_manuscript(Path("story.md"), ids=IdBook(), text=text).manuscript


@pytest.mark.parametrize(
    ("language", "brief"),
    [
        ("es", "Una mesa con pan, una red roja y dos sartenes grandes. Nana duerme, triste."),
        ("en", "A village at dusk, two big red boats, several goats, rain. Nana sits, sad. Ina holds a basket."),
        ("fr", "Une ville la nuit, un pot de fleurs, trois chats noirs. Nana et Ina dansent."),
        ("eu", "Mendiak eta ilargia. Ina."),
        ("en", "Nobody, an empty desert."),
        ("es", "Una cocina. Nana pela patatas. Ina lleva una jarra en la cabeza."),
        ("fr", "Une cuisine. Nana, assise, remue la soupe dans une casserole. Ina allume la lampe."),
        ("en", "Nana sits stirring a fire in a bowl with a long spoon. Ina milks the goat."),
        ("en", "Nana knits. Ina washes the plates."),
        ("es", "Un prado. Nana lleva a Ina en brazos, triste."),
        ("en", "A kitchen. Nana sits on a red chair. Ina pushes a cart."),
        ("fr", "Un jardin. Ina grimpe à l'arbre. Nana, sous l'arbre, tient un panier."),
    ],
)
def test_a_pinned_scene_is_that_scene_whatever_is_written(language: str, brief: str) -> None:
    first = story(language, brief)
    before = directed(first, first.scenes[0], seed=4)
    second = story(language, "Un elefante.", pinned(before, 1, language, roles_of(first)))
    after = directed(second, second.scenes[0], seed=9)
    assert after.notes == ()
    assert after.shots == before.shots
    assert (after.present, after.seed) == (before.present, before.seed)
    assert after.scenery.seen() == before.scenery.seen()


def test_what_means_something_else_in_the_language_is_written_as_an_id() -> None:
    made = story("fr", "Une ville. Nana.")  # a French "stand" is a stall
    assert "(=stand)" in pinned(directed(made, made.scenes[0]), 1, "fr")
    assert "(stand)" in pinned(directed(made, made.scenes[0]), 1, "en")


def test_what_no_words_say_exactly_is_told_to_hang_on_the_text() -> None:
    made = story("en", "Nana and Ina carry a big bed together.")
    said = pinned(directed(made, made.scenes[0]), 1, "en", roles_of(made))
    assert "# by the text alone: Nana carries with others bed" in said
    again = directed(story("en", "A river.", said), story("en", "A river.", said).scenes[0])
    assert again.present == ("Nana", "Ina")
