"""Places to which one goes only by a wonder: a scene is there if it says so, not because the one before it was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from video.concepts.scenery import Scenery
from video.concepts.submerged import DWELLERS
from video.direction.family import kinds_of_animals

if TYPE_CHECKING:
    from video.shotlist import Role

SIGNS: dict[str, frozenset[str]] = {
    "underwater": DWELLERS | {"swim", "float", "bubble", "shell"},
    "sky_above": frozenset(("fly_away", "float", "cloud", "angel", "eagle", "dragon", "balloon", "plane", "god")),
    "heaven": frozenset(("fly_away", "float", "cloud", "angel", "god", "dragon")),
    "space": frozenset(("fly_away", "float", "rocket", "star", "astronaut", "alien")),
    "moon_land": frozenset(("fly_away", "float", "rocket", "star", "astronaut", "alien")),
    "belly": frozenset(("whale", "fish", "shark")),
}
"""By place what shows that one is still there."""


def is_faraway(places: tuple[str, ...], *, seafolk: bool) -> bool:
    """Whether places are of this kind, but for the sea of those who live in it."""
    return bool((SIGNS.keys() - ({"underwater"} if seafolk else set[str]())) & set(places))


def still_there(scenery: Scenery, places: tuple[str, ...]) -> bool:
    """Whether a scene without a place goes on there: lines without a brief do, a brief that shows something of it."""
    signs = frozenset[str]().union(*(SIGNS.get(p, frozenset()) for p in places))
    shown = {*scenery.ids(), *(m.concept.id for m in scenery.doings)}
    return not scenery.briefed or bool(signs & shown)


def has_seafolk(cast: Iterable[Role], language: str) -> bool:
    """Whether somebody of the cast lives in the sea."""
    return bool(DWELLERS & set(kinds_of_animals(cast, language).values()))
