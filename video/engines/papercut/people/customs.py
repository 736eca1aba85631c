"""What is worn where a story is at home: kinds and colours of dress that are dealt under each house style.

A suggestion for those of whom nothing is said: old and new dress side by side, as people wear it. A look overrides it.
"""

from __future__ import annotations

from functools import lru_cache

from video.engines.papercut.people.wardrobe import PLAIN, SKINS, Dressing
from video.engines.papercut.styles import find_style

_KINDS: dict[str, tuple[str, ...]] = {
    "andes": ("pollera", "poncho", "skirt", "shirt", "vest", "pollera", "jumper"),
    "mesoamerica": ("huipil", "skirt", "dress", "shirt", "tunic", "huipil"),
    "amazon": ("dress", "skirt", "shorts", "shirt", "jeans"),
    "sahel": ("boubou", "djellaba", "wrap", "tunic", "boubou"),
    "westafrica": ("dashiki", "boubou", "skirt", "kente", "dress", "shirt", "wrap"),
    "eastafrica": ("wrap", "dress", "skirt", "shirt", "shorts", "tunic"),
    "maghreb": ("djellaba", "boubou", "dress", "shirt", "tunic"),
    "mediterranean": ("dress", "skirt", "vest", "shirt"),
    "europe": ("dress", "skirt", "vest", "shirt", "jumper", "dirndl"),
    "north": ("jumper", "coat", "parka", "dress", "jumper"),
    "steppe": ("deel", "coat", "dress", "tunic", "deel"),
    "southasia": ("sari", "shalwar", "dhoti", "sari", "shirt", "tunic"),
    "eastasia": ("hanfu", "tunic", "dress", "shirt", "cheongsam"),
    "southeastasia": ("sarong", "shirt", "aodai", "sarong", "tunic"),
    "pacific": ("sarong", "wrap", "shirt", "dress", "shorts"),
    "city": ("jeans", "dress", "shirt", "skirt", "jumper", "coat", "suit"),
}
_SKINS: dict[str, tuple[int, ...]] = {
    "andes": SKINS[2:6], "mesoamerica": SKINS[2:6], "amazon": SKINS[3:6], "sahel": SKINS[5:9],
    "westafrica": SKINS[5:9], "eastafrica": SKINS[4:9], "maghreb": SKINS[1:6], "mediterranean": SKINS[0:5],
    "europe": SKINS[0:4], "north": SKINS[0:4], "steppe": SKINS[1:5], "southasia": SKINS[2:7],
    "eastasia": SKINS[0:4], "southeastasia": SKINS[2:6], "pacific": SKINS[3:7],
}  # fmt: skip
"""Where a story is at home in one part of the world; a skin in the look overrides it, as everything does."""
_ANY_HAIR = frozenset({"europe", "north", "mediterranean", "city"})
_DULL = 0.34
"""Cloth with less colour than this (its strongest channel against its weakest) is too like earth for a dress."""


@lru_cache(maxsize=64)
def dressing_of(style: str) -> Dressing:
    """What is dealt under a house style; the common clothes where it is none, or none in particular."""
    found = find_style(style)
    if found is None or found.id not in _KINDS:
        return PLAIN
    bright = tuple(c for c in found.cloth if _vivid(c) >= _DULL)
    return Dressing(
        wardrobe=_KINDS[found.id], colours=bright, skins=_SKINS.get(found.id, ()), dark_hair=found.id not in _ANY_HAIR
    )


def _vivid(colour: int) -> float:
    channels = [(colour >> s) & 255 for s in (16, 8, 0)]
    return (max(channels) - min(channels)) / 255
