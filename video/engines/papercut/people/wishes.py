"""What ``look`` and ``voice`` of a character ask for, read from their words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from video.concepts.words import fold, load_words
from video.engine import Figure
from video.engines.papercut.people.outfits import ALIASES, load_outfits
from video.engines.papercut.people.person import Age, Build, Hair, Hat

GENERIC = ("dress", "skirt", "shirt", "trousers")
"""Pieces that any kind of dress may have."""

_HATS: dict[str, Hat] = {
    "conical": Hat.CONICAL, "turban": Hat.TURBAN, "hijab": Hat.HIJAB, "veil": Hat.VEIL, "keffiyeh": Hat.VEIL,
    "headwrap": Hat.GELE, "gele": Hat.GELE, "kerchief": Hat.KERCHIEF, "bandana": Hat.KERCHIEF, "bonnet": Hat.KERCHIEF,
    "chullo": Hat.CHULLO, "fez": Hat.FEZ, "kufi": Hat.KUFI, "kippah": Hat.KUFI, "beret": Hat.BERET, "hood": Hat.HOOD,
    "feathers": Hat.FEATHERS, "flowers": Hat.WREATH, "wreath": Hat.WREATH, "sombrero": Hat.STRAW, "straw": Hat.STRAW,
    "top_hat": Hat.TOP_HAT, "bowler": Hat.BOWLER, "fur_hat": Hat.FUR_HAT, "helmet": Hat.HELMET,
    "crown": Hat.CROWN, "scarf": Hat.SCARF, "cap": Hat.CAP, "hat": Hat.STRAW,
}  # fmt: skip
"""By piece; the particular ones first."""
_STYLES = {"afro": Hair.CURLS, "locks": Hair.LOCS, "mohawk": Hair.TOPKNOT}
_NAMED = frozenset(h.value for h in Hair)
_AGES = (
    ("baby", Age.BABY),
    ("old", Age.OLD),
    ("teen", Age.TEEN),
    ("child", Age.CHILD),
    ("girl", Age.CHILD),
    ("boy", Age.CHILD),
)
_SPLIT = re.compile(r"[,;.()]|\b(?:and|with|y|e|i|con|com|amb|et|avec)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for; what is not asked for is dealt."""

    age: Age
    feminine: bool | None
    build: Build | None
    tall: float
    kind: str
    """Kind of dress, or empty."""
    hair_style: Hair | None
    hat: Hat
    skin: int | None
    colours: dict[str, int]
    """By piece: dress, skirt, shirt, trousers, hair, hat, shawl, apron, cloak, trim, necklace."""
    worn: frozenset[str]


_DRAWN = frozenset(
    (
        "hair", "skin", "shawl", "lliclla", "apron", "cloak", "trim", "beard", "moustache", "glasses", "stick",
        "earrings", "necklace", "boots", "sandals", "barefoot", "shoes", "bag", "eyepatch", "wings", "freckles",
    )
)  # fmt: skip
"""Pieces that are drawn besides kinds of dress and hats."""


def is_drawn(tag: str) -> bool:
    """True where something of a word's meaning is seen."""
    if not tag.startswith("wear:"):
        return True
    piece = tag.removeprefix("wear:")
    return piece in _DRAWN or piece in _HATS or piece in GENERIC or piece in ALIASES or piece in load_outfits()


def phrases_of(look: str) -> tuple[str, ...]:
    """The folded phrases of a look, each with what is said of one piece."""
    return tuple(_SPLIT.split(fold(look)))


def read_wish(figure: Figure) -> Wish:
    """The wish of a character's look; its voice tells age and gender where the look does not."""
    reading = _Reading()
    for phrase in phrases_of(figure.look):
        reading.phrase(re.findall(r"[^\W\d_]+", phrase))
    words = load_words()
    for token in re.findall(r"[^\W\d_]+", fold(figure.voice)):
        reading.said.update(words.look.get(token, ()))
    return reading.wish()


class _Reading:
    def __init__(self) -> None:
        self.colours: dict[str, int] = {}
        self.worn: set[str] = set()
        self.said: set[str] = set()
        self.skin: int | None = None
        self.style: Hair | None = None
        self.kind = ""

    def phrase(self, tokens: list[str]) -> None:
        """Reads one phrase: one piece of clothing with its colour ("red shawl", "pelo blanco")."""
        words = load_words()
        tags = [tag for t in tokens for tag in words.look.get(t, ())]
        self.said.update(tag.removeprefix("build:") for tag in tags)
        pieces = [t.partition(":")[2] for t in tags if t.startswith("wear:")]
        styles = [t.partition(":")[2] for t in tags if t.startswith("hair:")]
        if "hair" in pieces and not styles:
            styles += [Hair.LONG] if "length:long" in tags else [Hair.SHORT] if "length:short" in tags else []
        pieces = ["shawl" if piece == "lliclla" else piece for piece in pieces]
        self.worn.update(pieces)
        kinds = [ALIASES.get(p, p) for p in pieces if p not in GENERIC and (p in load_outfits() or p in ALIASES)]
        hats = [p for p in pieces if p in _HATS]
        if "skin" in pieces:
            self.skin = next((words.skins[t] for t in tokens if t in words.skins), self.skin)
        elif "hair" in pieces or styles or not pieces:
            # Alone, only words that can mean nothing but hair count: "rubia", "canoso".
            plain = words.hairs.keys() if pieces or styles else words.hairs.keys() - words.colours.keys()
            self.colours.update(_first("hair", words.hairs, [t for t in tokens if t in plain]))
        elif kinds:
            self.colours.update(_first("dress", words.colours, tokens))
        elif hats:
            self.colours.update(_first("hat", words.colours, tokens))
        else:
            self.colours.update(_first(pieces[0], words.colours, tokens))
        self.kind = kinds[-1] if kinds else self.kind
        if styles:
            named = styles[-1]
            self.style = _STYLES.get(named) or (Hair(named) if named in _NAMED else self.style)

    def wish(self) -> Wish:
        """What has been read."""
        said, worn = self.said, self.worn
        feminine = (
            True if "feminine" in said else False if "masculine" in said or worn & {"beard", "moustache"} else None
        )
        feminine = True if "girl" in said else False if "boy" in said else feminine
        kind = self.kind
        if not kind:
            kind = "skirt" if "skirt" in worn else "dress" if "dress" in worn else "shirt" if "trousers" in worn else ""
            if "crown" in worn and (not kind or (kind == "dress" and feminine is False)):
                kind = "robe"
            if not kind and "shirt" in worn:
                kind = "skirt" if feminine else "shirt"
        return Wish(
            age=next((age for tag, age in _AGES if tag in said), Age.ADULT),
            feminine=feminine,
            build=Build.STOUT if said & {"stout", "strong"} else Build.THIN if "thin" in said else None,
            tall=1.07 if "tall" in said else 0.91 if said & {"small", "short"} else 1.0,
            kind=kind, hair_style=self.style, hat=next((h for p, h in _HATS.items() if p in worn), Hat.NONE),
            skin=self.skin, colours=dict(self.colours), worn=frozenset(worn),
        )  # fmt: skip


def _first(piece: str, hues: dict[str, int], tokens: list[str]) -> dict[str, int]:
    """The piece with the first colour among the words, where there is one."""
    return next(({piece: hues[t]} for t in tokens if t in hues), {})
