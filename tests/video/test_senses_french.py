"""French words with several meanings, by what stands beside them."""

from __future__ import annotations

import pytest

from video.concepts.mentions import mentions


@pytest.mark.parametrize(
    ("text", "concept", "there"),
    [
        ("Il fit le tour du champ.", "tower", False),
        ("La tour du château brillait.", "tower", True),
        ("Or, un soir, il neigea.", "gold", False),
        ("Il trouva de l'or.", "gold", True),
        ("Elle écrivit sur une feuille blanche.", "paper", True),
        ("Une feuille tomba du chêne.", "leaf", True),
        ("Il avait la gorge sèche.", "canyon", False),
        ("Il montait la garde.", "soldier", False),
        ("Un garde dormait.", "soldier", True),
        ("Une larme coula sur sa joue.", "play", False),
        ("Il ramassa une pomme de pin.", "apple", False),
        ("Elle prit un livre de contes.", "book", True),
        ("Il prit la fuite.", "leak", False),
        ("Coucou, dit-elle.", "woodpecker", False),
        ("Ils marchaient côte à côte.", "beach", False),
        ("Il s'appelait Nestor.", "shout", False),
        ("Il savait le nom de chaque dragon.", "dragon", False),
        ("Il posa la lampe sur la table.", "lamp", True),
    ],
)
def test_a_french_word_means_what_its_neighbours_say(text: str, concept: str, there: bool) -> None:
    found = {m.concept.id for m in mentions(text, "fr", told=True) if not m.absent}
    assert (concept in found) == there
