"""What the kit calls what words ask for, where the two differ."""

from __future__ import annotations

from dataclasses import replace

from video.concepts.scenery import Concept, Mention
from video.concepts.table import standing_for
from video.engines.papercut.people.casting import Player
from video.engines.papercut.things.catalog import ANIMALS

CALLED = {"wheat": "sheaf"}
"""By ids of concepts."""


def called(mention: Mention) -> Mention:
    """The mention under the kit's name."""
    name = CALLED.get(mention.concept.id)
    return replace(mention, concept=Concept(id=name, kind=mention.concept.kind)) if name else mention


def cast_as(player: Player) -> Player:
    """A player whom the kit can draw: an animal that it lacks is played by the one that may stand for it."""
    if player.person is not None or player.animal in ANIMALS:
        return player
    kind = CALLED.get(player.animal) or standing_for(player.animal, set(ANIMALS))
    return replace(player, animal=kind if kind in ANIMALS else "dog")
