"""Kinds of dress as data (``outfits.toml``): cut, layers, and who wears them. ``dressing.py`` draws them.

Colours are roles of a person: "dress" (the garment that is seen most), "top", "trousers", "trim", "skin".
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
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


@lru_cache(maxsize=64)
def get_outfit(kind: str) -> Outfit:
    """A kind of dress by its id, or ``upper+lower``: one of ``UPPERS`` over one of ``LOWERS``.

    Raises:
        KeyError: there is none.
    """
    upper, _, lower = kind.partition("+")
    found = load_outfits()[upper]
    if not lower:
        return found
    under = load_outfits()[lower]
    if lower == "shorts":
        return replace(found, legs="short", says=f"{found.says.split(' and ')[0]} and shorts")
    over = tuple(layer for layer in found.over if layer != "belt")
    return replace(
        found, says=f"{found.says.split(' and ')[0]} over {lower}", legs="none", upper_role="top", skirt_role="dress",
        hem=under.hem, flare=under.flare,
        over=(*over, *(layer for layer in under.over if layer in ("fold", "waistband"))),
        patterned="lower", pattern=under.pattern, feet=under.feet, colours=under.colours, tops=found.tops or under.tops,
        sleeve_role="",
    )  # fmt: skip


ALIASES: dict[str, str] = {
    "kaftan": "boubou", "thobe": "djellaba", "gakti": "deel", "raincoat": "coat",
    "bathrobe": "habit", "cloth": "sarong",
}  # fmt: skip
"""Other ids of looks that are drawn as one of these."""
UPPERS = ("tshirt", "jumper", "vest", "singlet")
"""Kinds that are a piece for the upper body, with trousers where nothing is said of the lower one."""
LOWERS = ("shorts", "skirt", "sarong", "jeans")
"""What may be under them."""

DEALT_WOMEN = ("dress", "skirt", "tunic", "skirt", "dress", "skirt")
DEALT_MEN = ("tunic", "shirt", "vest", "shirt", "tunic", "shirt")
DEALT_GIRLS = ("dress", "skirt", "tunic", "dress", "overalls", "skirt")
DEALT_BOYS = ("shirt", "tunic", "overalls", "shirt", "vest")
"""What is worn in a story whose style says nothing."""
MODERN_WOMEN = ("dress", "skirt", "jumper", "jeans", "dress", "coat")
MODERN_MEN = ("shirt", "jumper", "tshirt", "vest", "shirt", "jeans")
MODERN_GIRLS = ("dress", "jumper", "overalls", "skirt", "tshirt")
MODERN_BOYS = ("tshirt", "jumper", "overalls", "tshirt+shorts", "shirt")
"""The same in one with lifts, telephones and buses."""
OLD_WOMEN = ("gown", "drape", "gown")
OLD_MEN = ("smock", "gown", "smock", "drape")
OLD_CHILDREN = ("smock", "gown", "smock")
"""The same in a myth, or in one of long ago: plain gowns and wraps of no land in particular."""
_BY_WORLD = {
    "": (DEALT_WOMEN, DEALT_MEN, DEALT_GIRLS, DEALT_BOYS),
    "modern": (MODERN_WOMEN, MODERN_MEN, MODERN_GIRLS, MODERN_BOYS),
    "old": (OLD_WOMEN, OLD_MEN, OLD_CHILDREN, OLD_CHILDREN),
}
OLD_ENOUGH = frozenset((
    "boubou", "djellaba", "wrap", "kente", "hanfu", "kimono", "hanbok", "deel", "sari", "sarong", "huipil", "poncho",
    "dhoti", "toga", "habit", "gown", "smock", "drape", "tunic", "robe",
))  # fmt: skip
"""Kinds of a house style that may be worn in such a story."""


def kinds_dealt(hinted: tuple[str, ...], world: str, *, feminine: bool, child: bool) -> tuple[str, ...]:
    """Kinds that may be dealt: those that style or land hint at, as far as they are of the story's time."""
    worn = tuple(kind for kind in hinted if kind in OLD_ENOUGH) if world == "old" else hinted
    return worn or _BY_WORLD[world][2 * child + (not feminine)]
