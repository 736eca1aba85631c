"""A baobab that is named is seen as one, in every place; its trunk is no log."""

from __future__ import annotations

import pytest

from video.concepts.scenery import understand_scene
from video.engines.papercut.drawn import DRAWN
from video.engines.papercut.things.catalog import THINGS


@pytest.mark.parametrize(
    ("brief", "language"),
    [
        ("Une corde autour du tronc du baobab.", "fr"),
        ("Il touche le tronc de l'acacia.", "fr"),
        ("A rope round the trunk of the baobab.", "en"),
        ("Los niños abrazan el tronco del baobab.", "es"),
        ("O menino toca no tronco do embondeiro.", "pt"),
    ],
)
def test_the_trunk_of_a_tree_is_that_tree(brief: str, language: str) -> None:
    found = {m.concept.id for m in understand_scene(brief, "", language, ()).drawn_by(DRAWN).things}
    assert "log" not in found
    assert found & {"baobab", "tree"}


def test_a_baobab_is_drawn_as_one_and_larger_than_people() -> None:
    scenery = understand_scene("A village with an enormous baobab.", "", "en", ()).drawn_by(DRAWN)
    (tree,) = scenery.things
    assert (tree.concept.id, tree.size > 1) == ("baobab", True)
    assert THINGS["baobab"].height > 200
