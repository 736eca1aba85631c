"""Dresses the cast: who looks how, the same in every scene, and no two alike.

What ``look`` and ``voice`` ask for (Spanish, English, French, Catalan, Portuguese) is honoured; the rest is
dealt from the name and the place in the cast, around whatever the others already wear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from video.concepts.words import fold, load_words
from video.engine import Figure
from video.engines.papercut.chance import Chance


class Age(StrEnum):
    """How old a figure is drawn."""

    CHILD = "child"
    ADULT = "adult"
    OLD = "old"


class Build(StrEnum):
    """The cut of the clothes."""

    DRESS = "dress"
    TROUSERS = "trousers"


class Hair(StrEnum):
    """How hair is worn."""

    SHORT = "short"
    LONG = "long"
    BUN = "bun"
    BRAIDS = "braids"
    CURLS = "curls"
    TAIL = "tail"
    BALD = "bald"


class Hat(StrEnum):
    """What is worn on the head."""

    NONE = "none"
    STRAW = "straw"
    CAP = "cap"
    SCARF = "scarf"
    CROWN = "crown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One paper doll, complete. Colours are ``0xRRGGBB``."""

    age: Age
    build: Build
    skin: int
    hair: int
    hair_style: Hair
    dress: int
    top: int
    """Bodice or shirt and its sleeves; equal to ``dress`` where the dress is of one piece."""
    trousers: int
    trim: int
    pattern: str
    shawl: int | None = None
    apron: int | None = None
    hat: Hat = Hat.NONE
    hat_colour: int = 0xD9B45B
    beard: bool = False
    glasses: bool = False
    stick: bool = False


# Bright, well apart, readable against every ground of the palette; no brown, which reads as skin.
DRESSES = (0xC8553D, 0x2F6F8F, 0xE0A030, 0x7A4B8C, 0x3F8F6B, 0xD9748C, 0x34508F, 0x6F7F3A, 0xB23A5B, 0x5FA8A0)
TRIMS = (0xF3E3BC, 0xF2C14E, 0xE9EEF0, 0x8C2F39, 0x24506B, 0xF0A58F)
SKINS = (0xF2CDA8, 0xE0AC7E, 0xC98B5E, 0xA86C45, 0x7F4E33, 0x5E3826)
HAIRS = (0x2B2026, 0x4B2E22, 0x7A4526, 0x8F5A2B, 0xB5762F, 0x1D1A20)
TROUSERS = (0x4A4E69, 0x6B5344, 0x38566B, 0x5B6B4A)
GREYS = (0xE9E4DA, 0xC9C6C2)
PATTERNS = ("band", "dots", "stripes", "zigzag", "plain")
STRAW = 0xD9B45B


def dress_cast(cast: tuple[Figure, ...]) -> dict[str, Person]:
    """The look of every character by name; equal cast, equal looks."""
    dressed: dict[str, Person] = {}
    for figure in cast:
        dressed[figure.name] = _dress(figure, tuple(dressed.values()))
    return dressed


def _dress(figure: Figure, others: tuple[Person, ...]) -> Person:
    chance = Chance(0, f"wardrobe:{figure.name}")
    wish = _Wish.read(figure)
    used = {p.dress for p in others} | {p.top for p in others}
    free = [c for c in DRESSES if c not in used] or list(DRESSES)
    start = int(chance.unit() * len(free))
    dress = wish.colours.get("dress", wish.colours.get("skirt", free[start]))
    feminine = wish.feminine if wish.feminine is not None else chance.maybe(0.5)
    build = wish.build or (Build.DRESS if feminine else Build.TROUSERS)
    old = wish.age is Age.OLD
    hair = wish.colours.get("hair", chance.pick(GREYS) if old else chance.pick(HAIRS))
    styles = (Hair.BUN, Hair.LONG, Hair.BRAIDS, Hair.TAIL, Hair.CURLS) if feminine else (Hair.SHORT, Hair.CURLS)
    if old:
        styles = (Hair.BUN,) if feminine else (Hair.BALD, Hair.SHORT)
    elif wish.age is Age.CHILD and feminine:
        styles = (Hair.BRAIDS, Hair.TAIL, Hair.LONG)
    top = wish.colours.get("shirt", wish.colours.get("dress", dress))
    person = Person(
        age=wish.age,
        build=build,
        skin=wish.skin if wish.skin is not None else chance.pick(_skins_beside(hair)),
        hair=hair,
        hair_style=wish.hair_style or chance.pick(styles),
        dress=dress,
        top=top,
        trousers=wish.colours.get("trousers", chance.pick(TROUSERS)),
        trim=wish.colours.get("trim", chance.pick([t for t in TRIMS if t != dress])),
        pattern=chance.pick(PATTERNS),
        shawl=wish.colours.get("shawl", chance.pick(DRESSES) if "shawl" in wish.worn else None),
        apron=wish.colours.get("apron", 0xF1E8D6 if "apron" in wish.worn else None),
        hat=wish.hat,
        hat_colour=wish.colours.get("hat", STRAW if wish.hat is Hat.STRAW else chance.pick(DRESSES)),
        beard="beard" in wish.worn or (old and not feminine and "shaved" not in wish.worn),
        glasses="glasses" in wish.worn,
        stick="stick" in wish.worn or (old and not feminine),
    )
    return _told_apart(person, others, wish)


def _skins_beside(hair: int) -> tuple[int, ...]:
    """Skins against which hair of this colour is seen."""
    return tuple(skin for skin in SKINS if abs(_bright(skin) - _bright(hair)) > 34) or SKINS


def _bright(colour: int) -> float:
    """Brightness 0 to 255. Source: ITU-R BT.601 luma."""
    return 0.299 * (colour >> 16) + 0.587 * ((colour >> 8) & 255) + 0.114 * (colour & 255)


def _told_apart(person: Person, others: tuple[Person, ...], wish: _Wish) -> Person:
    """The person, changed in what was not asked for until nobody else looks so."""
    asked = set(wish.colours)
    for step in range(len(PATTERNS) * len(TRIMS)):
        if all(_seen(person) != _seen(other) for other in others):
            return person
        person = replace(
            person,
            pattern=PATTERNS[step % len(PATTERNS)],
            trim=person.trim if "trim" in asked else TRIMS[(step // len(PATTERNS)) % len(TRIMS)],
            hair=person.hair if "hair" in asked else HAIRS[step % len(HAIRS)],
        )
    return person


def _seen(person: Person) -> tuple[object, ...]:
    """What an audience tells people apart by."""
    lower = (person.pattern, person.trim) if person.build is Build.DRESS else (person.trousers, person.trim)
    return person.age, person.build, person.dress, person.top, person.shawl, person.hat, person.hair, lower


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """What ``look`` and ``voice`` ask for."""

    age: Age
    feminine: bool | None
    build: Build | None
    hair_style: Hair | None
    hat: Hat
    skin: int | None
    colours: dict[str, int]
    worn: frozenset[str]

    @classmethod
    def read(cls, figure: Figure) -> _Wish:
        words = load_words()
        colours: dict[str, int] = {}
        worn: set[str] = set()
        said: set[str] = set()
        skin: int | None = None
        style: Hair | None = None
        # One phrase is one piece of clothing with its colour: "red shawl", "pelo blanco".
        for phrase in re.split(r"[,;.()]|\b(?:and|with|y|e|i|con|com|amb|et|avec)\b", fold(figure.look)):
            tokens = re.findall(r"[^\W\d_]+", phrase)
            tags = [tag for t in tokens for tag in words.look.get(t, ())]
            said.update(tags)
            pieces = [t.partition(":")[2] for t in tags if t.startswith("wear:")]
            styles = [t.partition(":")[2] for t in tags if t.startswith("hair:")]
            if "hair" in pieces and "length:long" in tags:
                styles.append(Hair.LONG)
            worn.update(pieces)
            if "skin" in pieces:
                skin = next((words.skins[t] for t in tokens if t in words.skins), skin)
            elif "hair" in pieces or styles or not pieces:
                # Alone, only words that can mean nothing but hair count: "rubia", "canoso".
                plain = words.hairs.keys() if pieces or styles else words.hairs.keys() - words.colours.keys()
                colours.update(_first("hair", words.hairs, [t for t in tokens if t in plain]))
            else:
                colours.update(_first(pieces[0], words.colours, tokens))
            style = Hair(styles[0]) if styles else style
        for token in re.findall(r"[^\W\d_]+", fold(figure.voice)):
            said.update(words.look.get(token, ()))
        hats = {"hat": Hat.STRAW, "cap": Hat.CAP, "scarf": Hat.SCARF, "crown": Hat.CROWN}
        hat = next((h for piece, h in hats.items() if piece in worn), Hat.NONE)
        for piece in hats:
            if piece in colours:
                colours["hat"] = colours[piece]
        feminine = True if "feminine" in said else False if "masculine" in said or "beard" in worn else None
        build = Build.TROUSERS if worn & {"trousers"} else Build.DRESS if worn & {"dress", "skirt"} else None
        age = (
            Age.OLD if "old" in said else Age.CHILD if "child" in said or "girl" in said or "boy" in said else Age.ADULT
        )
        feminine = True if "girl" in said else False if "boy" in said else feminine
        return cls(
            age=age, feminine=feminine, build=build, hair_style=style, hat=hat, skin=skin, colours=colours,
            worn=frozenset(worn),
        )  # fmt: skip


def _first(piece: str, hues: dict[str, int], tokens: list[str]) -> dict[str, int]:
    """The piece with the first colour among the words, where there is one."""
    return next(({piece: hues[t]} for t in tokens if t in hues), {})
