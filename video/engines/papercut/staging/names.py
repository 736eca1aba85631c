"""What the kit calls what words ask for, where the two differ."""

from __future__ import annotations

from dataclasses import replace

from video.concepts.scenery import Concept, Mention
from video.concepts.table import standing_for
from video.concepts.words import fold
from video.engines.papercut.people.casting import Player
from video.engines.papercut.things.catalog import ANIMALS

CALLED = {"wheat": "sheaf"}
"""By ids of concepts."""
_HEAPED = ("beans", "nuts", "peanuts", "cookies", "cherries", "pills", "candy", "toys", "marbles", "playing_cards",
    "pancakes", "sausage", "toy_balloon", "sandals", "boots", "noodles", "charcoal", "flatbread")  # fmt: skip
SEVERAL = {"twig": "twigs", **{kind: kind for kind in _HEAPED}}
"""What several of a kind are called; these are drawn as several in one picture."""
TOGETHER = {
    ("shelf", "cheese"): "cheese_rack", ("sapling", "apple"): "apple_tree", ("tree", "apple"): "apple_tree",
    ("tree", "mango"): "mango_tree",
}  # fmt: skip
"""What a thing with several of another on it is called."""
_ROWED = """
barque barques canot canots bote botes barca barcas barques barqueta barquinho barquinhos rowboat rowboats rowing dinghy
"""
ROWED = frozenset(_ROWED.split())
"""Folded words for boats that are rowed, in five languages: no sail is set on them."""
BICYCLES = frozenset({"bicycle", "bicycle_wheel", "inner_tube", "tyre", "tyre_lever", "patch", "pump"})
"""Beside these a wheel is a bicycle's."""
ROW = 5
"""From how many ants on they are a row of them, drawn as one thing."""


def called(mention: Mention) -> Mention:
    """The mention under the kit's name."""
    name = CALLED.get(mention.concept.id)
    if mention.concept.id == "boat" and fold(mention.word).split(" ")[0] in ROWED:
        return _named(mention, "rowboat")
    if mention.count != 1 and mention.concept.id in SEVERAL:
        return replace(_named(mention, SEVERAL[mention.concept.id]), count=1)
    return _named(mention, name) if name else mention


def together(things: tuple[Mention, ...], animals: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The things as they are drawn: several cheeses on a shelf are one rack, many ants one row of ants."""
    out = list(things)
    if BICYCLES & {m.concept.id for m in out}:
        out = [_named(m, "bicycle_wheel") if m.concept.id == "wheel" else m for m in out]
        out = [m for i, m in enumerate(out) if m.concept.id not in {o.concept.id for o in out[:i]}]
    for (bearer, borne), name in TOGETHER.items():
        under = next((m for m in out if m.concept.id == bearer), None)
        upon = next((m for m in out if m.concept.id == borne and m.count != 1), None)
        if under is not None and upon is not None:
            out[out.index(under)] = replace(_named(under, name), count=1)
            out.remove(upon)
    out += [replace(_named(m, "ants"), count=1, size=1.0) for m in animals if is_row(m)]
    return tuple(out)


def is_row(mention: Mention) -> bool:
    """True of so many ants that they are drawn as one row."""
    return mention.concept.id == "ant" and (mention.count == 0 or mention.count >= ROW)


def _named(mention: Mention, name: str) -> Mention:
    return replace(mention, concept=Concept(id=name, kind="thing" if name == "ants" else mention.concept.kind))


def cast_as(player: Player) -> Player:
    """A player whom the kit can draw: an animal that it lacks is played by the one that may stand for it."""
    if player.person is not None or player.animal in ANIMALS:
        return player
    kind = CALLED.get(player.animal) or standing_for(player.animal, set(ANIMALS))
    return replace(player, animal=kind if kind in ANIMALS else "dog")
