"""What a thing lacks changes its picture: bare trees, empty baskets."""

from __future__ import annotations

import pytest

from video.concepts.bare import WHOLE
from video.concepts.mentions import read_text
from video.engines.papercut.drawn import DRAWN
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
        ("Una vela apagada sobre la mesa.", "es", ["unlit_candle", "table"]),
        ("La red está rota.", "es", ["torn_net"]),
        ("La vasija cayó al suelo y se rompió.", "es", ["broken_pot"]),
        ("El libro cerrado.", "es", ["closed_book"]),
        ("El farol se apagó.", "es", ["unlit_lantern"]),
        ("La barca rota en la playa.", "es", ["broken_boat"]),
        ("La lámpara no está rota.", "es", ["lamp"]),
        ("La olla y la silla rota.", "es", ["cooking_pot", "broken_chair"]),
        ("Ana rompió la jarra.", "es", ["broken_jug"]),
        ("The pot fell to the floor and broke.", "en", ["broken_pot"]),
        ("The candle went out.", "en", ["unlit_candle"]),
        ("A pot and a broken chair.", "en", ["pot", "broken_chair"]),
        ("They open the box.", "en", ["box"]),
        ("The chest is open.", "en", ["open_chest"]),
        ("The box stood in the open field.", "en", ["box"]),
        ("An empty cup beside a basket.", "en", ["empty_cup", "basket"]),
        ("La cruche s'est brisée.", "fr", ["broken_jug"]),
        ("Un seau vide.", "fr", ["empty_bucket"]),
        ("A vela apagou-se.", "pt", ["unlit_candle"]),
        ("A rede está rasgada.", "pt", ["torn_net"]),
    ],
)
def test_what_is_lacking_is_not_drawn(text: str, language: str, seen: list[str]) -> None:
    found = [m.concept.id for m in read_text(text, language).mentions if m.concept.kind == "thing"]
    assert [i for i in found if i != "earth"] == seen


def test_both_are_drawn() -> None:
    assert {"bare_tree", "empty_basket", *WHOLE} <= set(THINGS)
    assert {"bare_tree", *WHOLE} <= DRAWN
