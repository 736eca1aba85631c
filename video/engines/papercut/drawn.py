"""What the kit can draw, as ids of concepts: plain data, so that a plan need not load the drawing library."""

from __future__ import annotations

_TIMES = "dawn morning day afternoon dusk night"
_SKY = "sun moon star cloud rainbow sunny rain storm snow fog"
_PLACES = "village town market forest river lake sea beach island mountain hill desert field garden room road sky_above"
_THINGS = (
    "house hut castle church mill bridge boat net fire well stall cart basket pot bread fruit table chair bed lamp book"
    " thread chest drum fence haystack tree pine palm bush flower wheat cactus rock log mushroom tent flag window door"
    " water grass"
)
_ANIMALS = (
    "fox wolf dog cat goat sheep cow donkey horse hare bear lion mouse pig deer elephant camel bird hen rooster duck"
    " owl turtle snake frog fish butterfly"
)
_PEOPLE = "people children oldwoman oldman woman man girl boy"

DRAWN: frozenset[str] = frozenset(" ".join((_TIMES, _SKY, _PLACES, _THINGS, _ANIMALS, _PEOPLE)).split())
"""Everything else has to be stood for (``video.concepts.table.standing_for``), or is told."""
