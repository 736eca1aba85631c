"""Kinds of dress as data (``outfits.toml``): cut, layers, and who wears them. ``dressing.py`` draws them.

Colours are roles of a person: "dress" (the garment that is seen most), "top", "trousers", "trim", "skin".
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class Outfit:
    """One kind of dress."""

    says: str
    """What it is, for people to read."""
    worn_by: str = "any"
    """any, women, men or children: whom it is dealt to where nothing is asked for. A look may ask for it for anyone."""
    legs: str = "none"
    """none (under a long garment), bare, trousers, wide, short."""
    upper: str = "gown"
    """gown (falls from the shoulders), shirt (ends at the waist), none."""
    upper_role: str = "dress"
    hem: float = 0.9
    """Where the gown, or the skirt, ends: 0 = hips, 0.5 = knees, 1 = ankles."""
    flare: float = 7.0
    ease: float = 0.4
    """How much wider than the body."""
    skirt_role: str = ""
    """Empty where there is no skirt."""
    sleeve: str = "long"
    sleeve_role: str = ""
    """Empty = as the upper garment."""
    neck: str = "round"
    """round, vee, cross, stand, collar, square, boat."""
    over: tuple[str, ...] = ()
    """What lies over it, in order (``layers.LAYERS``)."""
    patterned: str = "lower"
    """Which piece takes the pattern: lower, upper, all, none."""
    pattern: str = ""
    """The kind's own pattern; empty = the person's."""
    feet: str = "shoe"
    colours: tuple[int, ...] = ()
    """What ``dress`` is dealt from; empty = the common ones."""
    tops: tuple[int, ...] = ()
    """What ``top`` is dealt from."""
    legs_in: tuple[int, ...] = ()
    """What ``trousers`` is dealt from; empty = the common ones."""


@lru_cache(maxsize=1)
def load_outfits() -> dict[str, Outfit]:
    """All kinds of dress by id, as ``outfits.toml`` has them."""
    with Path(__file__).with_name("outfits.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {name: _outfit(table) for name, table in tables.items()}


def _outfit(table: dict[str, object]) -> Outfit:
    return msgspec.convert({k: tuple(v) if isinstance(v, list) else v for k, v in table.items()}, Outfit)


ALIASES: dict[str, str] = {
    "kaftan": "boubou", "thobe": "djellaba", "gakti": "deel", "tshirt": "jeans",
}  # fmt: skip
"""Other ids of looks that are drawn as one of these."""

DEALT_WOMEN = ("dress", "skirt", "tunic", "skirt", "dress", "jumper", "pollera")
DEALT_MEN = ("tunic", "shirt", "vest", "jumper", "tunic", "shirt")
DEALT_GIRLS = ("dress", "skirt", "jumper", "dress", "overalls", "tunic")
DEALT_BOYS = ("shirt", "jumper", "overalls", "jeans", "tunic")
"""What is worn in a story whose style says nothing."""
