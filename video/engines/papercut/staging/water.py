"""Who lives or floats in water brings it along where a scene names none."""

from __future__ import annotations

from dataclasses import replace

from video.concepts.scenery import Scenery
from video.engines.papercut.things.catalog import ANIMALS, THINGS

WATERS = frozenset(
    {"sea", "open_sea", "sea_rock", "abyss", "beach", "island", "harbour", "lake", "river", "waterfall", "swamp",
     "spring", "oasis", "underwater", "ice", "terraces"}
)  # fmt: skip
LARGE = 0.45
"""What is larger (share of a grown person's height) needs the sea."""


def watered(scenery: Scenery, held: frozenset[str], *, indoors: bool) -> Scenery:
    """The scenery, with a lake or the sea where something in it would lie dry; what is held needs none."""
    named = {*scenery.places, *scenery.ids()}
    if indoors or named & WATERS or "bridge" in named:
        return scenery
    if scenery.aboard or scenery.bathing:
        return replace(scenery, places=(*scenery.places, "lake" if scenery.places else "sea"))
    swimming = [m.concept.id for m in scenery.animals if m.concept.id in ANIMALS and m.concept.id not in held]
    swimming = [kind for kind in swimming if ANIMALS[kind].medium == "water"]
    floating = [m.concept.id for m in scenery.things if m.concept.id in THINGS and m.concept.id not in held]
    floating = [kind for kind in floating if THINGS[kind].medium == "water"]
    if not swimming and not floating:
        return scenery
    large = any(ANIMALS[kind].size > LARGE for kind in swimming) or "ship" in floating
    return replace(scenery, places=(*scenery.places, "sea" if large else "lake"))
