"""What a thing lacks changes its picture: bare trees, empty baskets."""

from __future__ import annotations

import pytest

from video.concepts.mentions import read_text
from video.engines.papercut.things.catalog import THINGS


@pytest.mark.parametrize(
    ("text", "language", "seen"),
    [
        ("Un limonero seco.", "es", ["bare_tree"]),
        ("Un manzano casi sin hojas.", "es", ["bare_tree"]),
        ("A dead apple tree.", "en", ["bare_tree"]),
        ("Un arbre sans feuilles.", "fr", ["bare_tree"]),
        ("Uma árvore seca.", "pt", ["bare_tree"]),
        ("Un árbol verde y el suelo seco.", "es", ["tree"]),
        ("An apple tree.", "en", ["apple_tree"]),
        ("O cesto está vazio.", "pt", ["empty_basket"]),
        ("An empty basket.", "en", ["empty_basket"]),
        ("A basket.", "en", ["basket"]),
    ],
)
def test_what_is_lacking_is_not_drawn(text: str, language: str, seen: list[str]) -> None:
    found = [m.concept.id for m in read_text(text, language).mentions if m.concept.kind == "thing"]
    assert [i for i in found if i != "earth"] == seen


def test_both_are_drawn() -> None:
    assert {"bare_tree", "empty_basket"} <= set(THINGS)
