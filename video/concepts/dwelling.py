"""Whether a scene that names a house plays in it: "The house at night", and somebody sleeps or sits at the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from video.concepts.located import get_where
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

HOMES = frozenset(("house", "hut", "mill", "lighthouse", "castle"))
"""Houses in which people live."""
FIRST = 5
"""Words from the beginning of a heading or a brief in which its house is named."""
_HOUSEHOLD = """bed cradle pillow blanket mosquito_net table sofa armchair stove oven plate television bathtub wardrobe
fridge sink dresser kettle throne"""
HOUSEHOLD = frozenset(_HOUSEHOLD.split())
AT_HOME = frozenset(("sleep", "eat", "cooking", "lie", "wake", "dream"))
"""What people do in a house, where nothing says that they do it in the open."""
_OPEN = """tree pine palm well bridge boat canoe cart car bus bench fence gate stall tent campfire grass hammock
apple_tree orange_tree mango_tree fig_tree cherry_tree haystack"""
OPEN = frozenset(_OPEN.split())
_BESIDE = """outside before behind near beside past opposite delante frente detras cerca junto fuera afuera devant
derriere pres dehors cote diante atras perto fora lado davant darrere prop beyond around alrededor autour redor garden
towards toward leaves left leave salio sale sort sortit saiu hacia vers vers door puerta porte porta roof"""
BESIDE = frozenset(_BESIDE.split())
"""Words of a heading or a brief that say of its house that the scene is not in it."""


def is_housed(head: Sequence[Mention], there: Sequence[Mention], row: Sequence[Token], language: str) -> bool:
    """Whether a scene plays in the house that its heading or brief (``head``, ``row``) begins with.

    ``there``: all that is there, by the brief or by what is told.
    """
    house = next((m for m in head if m.concept.id in HOMES), None)
    if house is None or house.absent or house.count != 1 or house.token > FIRST or house.sentence:
        return False
    if any(m.concept.kind == "place" and not m.loose for m in (*head, *there)):
        return False
    first = [t.folded for t in row if t.sentence == house.sentence]
    if BESIDE & set(first) or get_where(language).towards & set(first):
        return False
    ids = {m.concept.id for m in there}
    if OPEN & ids or any(m.concept.kind in ("sky", "animal") for m in there):
        return False
    beds = any(m.concept.id in HOUSEHOLD and m.count == 1 for m in there)
    return beds or "plate" in ids or bool(AT_HOME & ids)
