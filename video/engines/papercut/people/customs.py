"""What is worn where a story is at home: kinds and colours of dress that are dealt under each house style.

A suggestion for those of whom nothing is said: old and new dress side by side, as people wear it. A look overrides it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from video.chance import Chance
from video.engine import Figure
from video.engines.papercut.people.wardrobe import PLAIN, SKINS, Dressing, is_fair
from video.engines.papercut.people.wishes import read_wish
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


_LANDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("qu ay", "andes", ("pollera", "poncho", "skirt", "shirt", "tunic", "pollera")),
    ("nah yua quc kek mam", "mesoamerica", ("huipil", "skirt", "shirt", "tunic", "huipil")),
    ("gn", "amazon", ("dress", "skirt", "shirt", "poncho")),
    ("ha ff bm wo dje kr", "sahel", ("boubou", "djellaba", "sarong", "tunic")),
    ("yo ig ak ee tw", "westafrica", ("dashiki", "boubou", "sarong", "kente")),
    ("ln zu xh sn st tn ts ve ss nr lua kg", "westafrica", ("dress", "skirt", "shirt", "sarong", "tunic")),
    ("sw rw rn lg so am ti om ki luo ny", "eastafrica", ("sarong", "dress", "skirt", "shirt", "tunic", "sarong")),
    ("zgh kab ary arq", "maghreb", ("djellaba", "boubou", "dress", "tunic")),
    ("ar fa ps", "maghreb", ("djellaba", "dress", "tunic", "shalwar")),
    ("hi bn ne ta te mr gu pa ur si ml kn or as mai bho", "southasia", ("sari", "shalwar", "dhoti", "sari", "tunic")),
    ("id ms jv su ban min ace bug th lo km my fil ceb ilo", "southeastasia", ("sarong", "shirt", "sarong", "tunic")),
    ("vi", "southeastasia", ("aodai", "tunic", "shirt")),
    ("zh yue", "eastasia", ("hanfu", "tunic", "dress", "shirt")),
    ("ja", "eastasia", ("kimono", "tunic", "kimono", "shirt")),
    ("ko", "eastasia", ("hanbok", "tunic", "shirt")),
    ("mn kk ky", "steppe", ("deel", "coat", "dress", "deel")),
    ("sm mi to fj haw ty tpi", "pacific", ("sarong", "wrap", "shirt", "dress")),
    ("mg", "southeastasia", ("sarong", "dress", "shirt", "tunic")),
)
"""Languages spoken mostly in one part of the world, that part as house styles call it, and what is dealt there."""


HOMES = {
    "pollera": "andes", "poncho": "andes", "huipil": "mesoamerica", "sari": "southasia", "shalwar": "southasia",
    "dhoti": "southasia", "kimono": "eastasia", "hanbok": "eastasia", "hanfu": "eastasia", "cheongsam": "eastasia",
    "aodai": "southeastasia", "boubou": "sahel", "dashiki": "westafrica", "kente": "westafrica", "deel": "steppe",
    "djellaba": "maghreb",
}  # fmt: skip
"""Where a dress that a look asks for is at home: skin and hair of the story's people are dealt as they are there."""


@lru_cache(maxsize=64)
def dressing_for(cast: tuple[Figure, ...], style: str) -> Dressing:
    """What is dealt to the people of a story: by its house style or its language's home, and by its time.

    Skins are dealt close to one another, as in one family or village: around the first that a look says, else around
    that of the first of the cast.
    """
    found = dressing_of(style)
    language = next((f.language for f in cast if f.language), "").split("-")[0]
    if found is PLAIN:
        for tags, land, kinds in _LANDS:
            if language in tags.split():
                found = Dressing(wardrobe=kinds, skins=_SKINS[land], dark_hair=True)
    if found is PLAIN:
        home = next((f.home for f in cast if f.home), "")
        if home in _SKINS:  # a story says where it plays: what people wear there is for their looks to say
            found = Dressing(skins=_SKINS[home], dark_hair=home not in _ANY_HAIR)
    if found is PLAIN:
        asked = (HOMES.get(read_wish(figure).kind.partition("+")[0], "") for figure in cast)
        land = next((land for land in asked if land), "")
        if land:
            found = Dressing(skins=_SKINS[land], dark_hair=True)
    world = next((f.world for f in cast if f.world), "")
    if world == "modern" and found.wardrobe and style == "":
        found = replace(found, wardrobe=())
    return replace(found, world=world, skins=_close(cast, found.skins))


def _close(cast: tuple[Figure, ...], skins: tuple[int, ...]) -> tuple[int, ...]:
    """Skins close to the first of the cast's."""
    dealt = skins or SKINS
    if not cast:
        return skins
    wishes = [read_wish(figure) for figure in cast]
    asked = next((w.skin for w in wishes if w.skin is not None), None)
    if asked is not None:
        at = min(range(len(SKINS)), key=lambda k: _apart(SKINS[k], asked))
    elif any(is_fair(w.colours.get("hair", 0)) for w in wishes):
        at = 1
    else:
        at = SKINS.index(Chance(0, f"wardrobe:{cast[0].name}:skin").pick(dealt))
    near = SKINS[max(0, at - 1) : at + 2]
    return tuple(s for s in near if s in dealt) or near


def _apart(one: int, two: int) -> int:
    return sum(abs(((one >> s) & 255) - ((two >> s) & 255)) for s in (16, 8, 0))
