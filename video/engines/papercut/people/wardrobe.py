"""Dresses the cast: who looks how, the same in every scene and story, and no two alike.

What ``look`` and ``voice`` ask for is honoured; the rest is dealt from the name alone. Only where two of one cast
would look alike is the later one changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from video.chance import Chance
from video.engine import Figure
from video.engines.papercut.palette import brightness
from video.engines.papercut.people.outfits import get_outfit, kinds_dealt, load_outfits
from video.engines.papercut.people.patterns import PATTERNS
from video.engines.papercut.people.person import EXTRAS, Age, Build, Features, Hair, Hat, Person
from video.engines.papercut.people.wishes import Wish, read_wish

__all__ = ["Age", "Build", "Dressing", "Hair", "Hat", "Person", "dress_cast"]

# Bright, well apart, readable against every ground of the palette; no brown, which reads as skin.
DRESSES = (
    0xC8553D,
    0x2F6F8F,
    0xE0A030,
    0x7A4B8C,
    0x3F8F6B,
    0xD9748C,
    0x34508F,
    0x6F7F3A,
    0xB23A5B,
    0x5FA8A0,
    0xD9803F,
    0x8C6BB1,
)
TRIMS = (0xF3E3BC, 0xF2C14E, 0xE9EEF0, 0x8C2F39, 0x24506B, 0xF0A58F)
SKINS = (0xF6D7B8, 0xEFC5A0, 0xE0AC7E, 0xCB9064, 0xB27A50, 0x976040, 0x7E4F35, 0x663F2A, 0x553422)
HAIRS = (0x2B2026, 0x1D1A20, 0x3A2620, 0x4B2E22, 0x7A4526, 0x8F5A2B, 0xB5762F, 0xD8AE62)
TROUSERS = (0x4A4E69, 0x6B5344, 0x38566B, 0x5B6B4A, 0x7A5A4E, 0x4B6A8E)
GREYS = (0xE9E4DA, 0xC9C6C2, 0xA9A5A3)
STRAW = 0xD9B45B
_FEET = (("boots", "boot"), ("sandals", "sandal"), ("barefoot", "bare"), ("shoes", "shoe"))
_FAR = 70.0
"""How far apart two colours are, at least, that are not taken for one another."""
_APART = 4.0
"""How much two of a cast differ at least; see ``difference``."""

_YOUNG_WOMEN = (Hair.BUN, Hair.LONG, Hair.BRAID, Hair.TAIL, Hair.WAVES, Hair.BOB, Hair.CURLS, Hair.FRINGE)
_YOUNG_MEN = (Hair.SHORT, Hair.SHORT, Hair.CROP, Hair.COILS, Hair.SHORT)
_GIRLS = (Hair.BRAIDS, Hair.TAIL, Hair.LONG, Hair.BOB, Hair.FRINGE, Hair.PUFFS, Hair.BUN)
_DARK_WOMEN = (Hair.CURLS, Hair.CORNROWS, Hair.LOCS, Hair.PUFFS, Hair.BUN, Hair.COILS, Hair.BRAIDS)
_DARK_MEN = (Hair.CROP, Hair.COILS, Hair.CROP, Hair.LOCS, Hair.CURLS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dressing:
    """What the story's house style says of clothes; empty = the common ones."""

    wardrobe: tuple[str, ...] = ()
    """Kinds of dress (``outfits.toml``) that are dealt."""
    colours: tuple[int, ...] = ()
    skins: tuple[int, ...] = ()
    dark_hair: bool = False
    """True where all but old people's hair is dark."""
    world: str = ""
    """When the story plays: ``old``, ``modern``, or empty."""


PLAIN = Dressing()


def dress_cast(cast: tuple[Figure, ...], style: Dressing = PLAIN) -> dict[str, Person]:
    """The look of every character by name; equal name, look and style, equal figure.

    Only who would look like somebody before them is changed, in what was not asked for.
    """
    return dict(_dressed(cast, style))


@lru_cache(maxsize=256)  # the cast of a story is asked for by each of its shots, for its key and for its picture
def _dressed(cast: tuple[Figure, ...], style: Dressing) -> tuple[tuple[str, Person], ...]:
    dressed: dict[str, Person] = {}
    for figure in cast:
        wish = read_wish(figure)
        person = _dealt(figure.name, wish, style)
        dressed[figure.name] = _told_apart(person, tuple(dressed.values()), wish, style)
    return tuple(dressed.items())


def _dealt(name: str, wish: Wish, style: Dressing) -> Person:
    """A person by what was asked for and by the name alone: each part from a stream of its own."""

    def chance(part: str) -> Chance:
        return Chance(0, f"wardrobe:{name}:{part}")

    old, young = wish.age is Age.OLD, wish.age in (Age.CHILD, Age.BABY)
    feminine = wish.feminine if wish.feminine is not None else chance("gender").maybe(0.5)
    kind = wish.kind or chance("kind").pick(_kinds(wish, feminine, style))
    if kind == "uniform" and not (feminine and young):
        kind = "schoolboy" if young else "guard"
    outfit = get_outfit(kind)
    colours = dict(wish.colours)
    if kind.endswith(("+skirt", "+sarong")) or kind in ("sarong", "skirt", "sari"):
        colours.setdefault("dress", colours.get("skirt", colours.get("dress", -1)))
        colours = {k: v for k, v in colours.items() if v >= 0}
    skin = wish.skin if wish.skin is not None else chance("skin").pick(_skins(style, colours.get("hair")))
    palette = outfit.colours or style.colours or DRESSES
    palette = _against(palette, skin)
    dress = colours.get("dress", colours.get("skirt", 0) or chance("dress").pick(palette))
    one_upper = outfit.upper_role == "dress" and outfit.sleeve_role != "top"
    if one_upper and outfit.legs in ("trousers", "short") and "shirt" in colours and "dress" not in colours:
        dress = colours["shirt"]
    if kind == "overalls" and "dress" in colours:
        colours.setdefault("trousers", colours["dress"])
    hair = colours.get("hair", chance("hair").pick(GREYS) if old else chance("hair").pick(_hairs(skin, style)))
    top = colours.get("shirt", chance("top").pick(outfit.tops) if outfit.tops else colours.get("dress", dress))
    if kind in ("shirt", "shorts") and "shirt" not in colours:
        top = dress
    bearded = chance("beard")
    grown_man = not feminine and not young and wish.age is not Age.TEEN
    shaven = "moustache" in wish.worn or wish.age in (Age.CHILD, Age.BABY)
    beard = "beard" in wish.worn or (old and not feminine and not shaven and bearded.maybe(0.55))
    light = brightness(skin) > 178
    return Person(
        age=wish.age,
        feminine=feminine,
        build=wish.build
        or (Build.MEDIUM if young else chance("build").pick((Build.MEDIUM, Build.MEDIUM, Build.THIN, Build.STOUT))),
        tall=round(wish.tall * chance("tall").near(1.0, 0.03), 3),
        skin=skin,
        hair=hair,
        hair_style=wish.hair_style or chance("style").pick(_styles(wish, feminine, skin)),
        features=replace(
            found := _features(chance("face"), light=light, freckled="freckles" in wish.worn),
            nose=found.nose if wish.nose is None else wish.nose,
            iris=colours.get("eyes"),
        ),
        wears=kind,
        dress=dress,
        top=top,
        trousers=colours.get(
            "trousers",
            dress if kind in _ONE_CLOTH else chance("trousers").pick(_legs_in(wish, outfit.legs_in)),
        ),
        trim=colours.get("trim", chance("trim").pick([t for t in TRIMS if _distance(t, dress) > _FAR])),
        pattern=wish.pattern or outfit.pattern or chance("pattern").pick(PATTERNS),
        printed=bool(wish.pattern),
        shawl=colours.get("shawl", chance("shawl").pick(DRESSES) if "shawl" in wish.worn else None),
        apron=colours.get("apron", 0xF1E8D6 if "apron" in wish.worn else None),
        cloak=colours.get("cloak", chance("cloak").pick(DRESSES) if "cloak" in wish.worn else None),
        hat=Hat.HOOD if wish.hat is Hat.NONE and kind == "parka" else _fitting(wish),
        hat_colour=colours.get("hat", _hat_colour(_fitting(wish), dress, chance("hat"))),
        beard=beard,
        beard_colour=colours.get("beard", colours.get("moustache")),
        beard_kind=wish.beard,
        moustache="moustache" in wish.worn or (grown_man and not beard and bearded.maybe(0.18)),
        glasses="glasses" in wish.worn,
        stick=bool({"stick", "crutch"} & wish.worn),
        earrings="earrings" in wish.worn or (feminine and not young and chance("earrings").maybe(0.45)),
        feet=next((kind for piece, kind in _FEET if piece in wish.worn), ""),
        bag="bag" in wish.worn,
        eyepatch="eyepatch" in wish.worn,
        wings=colours.get("wings", 0xF6EEE0) if "wings" in wish.worn else None,
        necklace=colours.get("necklace", TRIMS[1] if "necklace" in wish.worn else None),
        extras=tuple((p, colours.get(p, _EXTRA_HUES[p])) for p in EXTRAS if p in wish.worn),
    )


TWEEDS = (0x6B6258, 0x57606A, 0x7A6A52)
"""Colours of flat caps."""
_ONE_CLOTH = ("suit", "swimsuit", "pyjamas", "schoolboy", "guard")
"""Kinds whose trousers are of the same cloth."""


def _fitting(wish: Wish) -> Hat:
    """The hat asked for; for a cap, a knitted one of a baby and a flat one of the old."""
    if wish.age is Age.OLD and wish.hat is Hat.CAP:
        return Hat.FLAT_CAP
    return Hat.WOOLLY if wish.age is Age.BABY and wish.hat is Hat.CAP else wish.hat


_EXTRA_HUES = {
    "neckscarf": 0xC0392B, "bindi": 0xB3202C, "pipe": 0x7A4B30, "ribbon": 0xD0475E, "socks": 0xF1E8D6,
    "facepaint": 0xB5352B, "lei": 0xE8788A, "curlers": 0xE7A0B8, "sparkle": 0xF6E7B0, "bowtie": 0xB3202C,
    "scar": 0x96382F, "crutch": 0x7A5233, "pegleg": 0x8A5F3C, "stoop": 0, "braces": 0x7A4B30,
}  # fmt: skip
"""What small pieces are coloured where the look does not say."""


def _legs_in(wish: Wish, usual: tuple[int, ...]) -> tuple[int, ...]:
    return (0x4B6A8E, 0x3E5878) if "jeans" in wish.worn else usual or TROUSERS


def _kinds(wish: Wish, feminine: bool, style: Dressing) -> tuple[str, ...]:
    """Kinds of dress that may be dealt."""
    if wish.age is Age.BABY:
        return ("romper",)
    child = wish.age is Age.CHILD
    whose = {"any", "women" if feminine else "men", *(("children",) if child else ())}
    hinted = tuple(k for k in style.wardrobe if k in load_outfits() and load_outfits()[k].worn_by in whose)
    return kinds_dealt(hinted, style.world, feminine=feminine, child=child)


def _skins(style: Dressing, hair: int | None) -> tuple[int, ...]:
    """Skins against which hair of this colour is seen."""
    skins = style.skins or SKINS
    if hair is None:
        return skins
    if is_fair(hair):
        return tuple(s for s in skins if s in SKINS[:3]) or SKINS[:3]
    return tuple(skin for skin in skins if abs(brightness(skin) - brightness(hair)) > 34) or skins


def is_fair(hair: int) -> bool:
    """True of blonde and ginger hair, which is dealt light skin: neither grey nor dark."""
    channels = [(hair >> s) & 255 for s in (16, 8, 0)]
    return channels[0] == max(channels) and max(channels) - min(channels) > 80 and brightness(hair) > 100


def _hairs(skin: int, style: Dressing) -> tuple[int, ...]:
    """Hair that goes with a skin and is seen against it."""
    if style.dark_hair:
        return HAIRS[:3]
    fair = HAIRS if brightness(skin) > 190 else HAIRS[:6] if brightness(skin) > 150 else HAIRS[:3]
    return tuple(h for h in fair if abs(brightness(skin) - brightness(h)) > 20) or HAIRS[:2]


def _styles(wish: Wish, feminine: bool, skin: int) -> tuple[Hair, ...]:
    """Ways of wearing hair that may be dealt."""
    dark = brightness(skin) < 105
    if wish.age is Age.BABY:
        return (Hair.SHORT, Hair.CROP) if not dark else (Hair.COILS,)
    if wish.age is Age.OLD:
        return (Hair.BUN, Hair.BUN, Hair.BRAID, Hair.BOB) if feminine else (Hair.BALD, Hair.SHORT, Hair.CROP)
    if dark:
        return _DARK_WOMEN if feminine else _DARK_MEN
    if feminine:
        return _GIRLS if wish.age is Age.CHILD else _YOUNG_WOMEN
    return _YOUNG_MEN


def _features(chance: Chance, *, light: bool, freckled: bool) -> Features:
    return Features(
        shape=int(chance.unit() * 5),
        nose=int(chance.unit() * 5),
        eyes=round(chance.between(0.93, 1.08), 2),
        brows=round(chance.between(0.8, 1.25), 2),
        lips=round(chance.between(0.85, 1.2), 2),
        freckles=freckled or (light and chance.maybe(0.16)),
    )


def _hat_colour(hat: Hat, dress: int, chance: Chance) -> int:
    if hat in (Hat.STRAW, Hat.CONICAL):
        return STRAW
    if hat in (Hat.TOP_HAT, Hat.BOWLER, Hat.POINTED):
        return 0x3A3A44
    if hat is Hat.HELMET:
        return 0x9AA3A8
    if hat is Hat.FLAT_CAP:
        return chance.pick(TWEEDS)
    if hat is Hat.FEZ:
        return 0xA8322E
    return chance.pick([c for c in DRESSES if _distance(c, dress) > _FAR])


def _distance(one: int, two: int) -> float:
    return sum((((one >> s) & 255) - ((two >> s) & 255)) ** 2 for s in (16, 8, 0)) ** 0.5


def difference(one: Person, two: Person) -> float:
    """How well an audience tells two apart: 0 = twins."""

    def shade(a: int, b: int, weight: float) -> float:
        return weight if _distance(a, b) > _FAR else 0.0

    told = shade(one.dress, two.dress, 4.0) + shade(one.top, two.top, 1.5) + shade(one.skin, two.skin, 1.5)
    told += shade(one.hair, two.hair, 2.0)
    if get_outfit(one.wears).legs in ("trousers", "wide"):
        told += shade(one.trousers, two.trousers, 1.0)
    for weight, differs in (
        (4.0, one.age is not two.age),
        (1.0, one.feminine != two.feminine),
        (2.0, one.wears != two.wears),
        (2.0, one.hair_style is not two.hair_style),
        (2.5, one.hat is not two.hat),
        (2.0, one.shawl != two.shawl),
        (2.0, one.beard != two.beard),
        (1.0, one.glasses != two.glasses),
        (1.0, one.build is not two.build),
        (1.0, one.pattern != two.pattern),
        (0.5, one.trim != two.trim),
        (1.0, one.apron != two.apron),
    ):
        told += weight if differs else 0.0
    return told


def _told_apart(person: Person, others: tuple[Person, ...], wish: Wish, style: Dressing) -> Person:
    """The person, changed in what was not asked for until nobody else looks so."""
    best, far = person, -1.0
    for changed in (person, *_changes(person, wish, style)):
        told = min((difference(changed, other) for other in others), default=_APART)
        if told >= _APART:
            return changed
        if told > far:
            best, far = changed, told
    return best


def _against(colours: tuple[int, ...], other: int) -> tuple[int, ...]:
    """Those of some colours that are seen against another: cloth of the skin's own colour would look like none."""
    return tuple(c for c in colours if _distance(c, other) > _FAR) or colours


def _changes(person: Person, wish: Wish, style: Dressing) -> Iterator[Person]:
    """Other ways of dressing a person, the colour of the dress first."""
    asked = wish.colours
    if not asked.keys() & {"dress", "skirt"}:
        palette = _against(get_outfit(person.wears).colours or style.colours or DRESSES, person.skin)
        start = palette.index(person.dress) if person.dress in palette else 0
        for k in range(1, len(palette)):
            dress = palette[(start + 5 * k) % len(palette)]
            top = dress if person.top == person.dress and "shirt" not in asked else person.top
            yield replace(person, dress=dress, top=top, trim=_trim(person, dress, asked))
    styles = (person.hair_style,) if wish.hair_style is not None else _styles(wish, person.feminine, person.skin)
    hairs = (person.hair,) if "hair" in asked else _hairs(person.skin, style) if wish.age is not Age.OLD else GREYS
    skins = (person.skin,) if wish.skin is not None else _against(style.skins or SKINS, person.dress)
    builds = (person.build,) if wish.build is not None else tuple(Build)
    for k in range(120):
        yield replace(
            person,
            pattern=person.pattern
            if person.printed
            else get_outfit(person.wears).pattern or PATTERNS[k % len(PATTERNS)],
            trim=person.trim if "trim" in asked else TRIMS[(k // 2) % len(TRIMS)],
            hair_style=styles[k % len(styles)],
            hair=hairs[(k // 3) % len(hairs)],
            skin=skins[(k * 4 + 1) % len(skins)] if k > 10 else person.skin,
            build=builds[(k // 5) % len(builds)],
        )


def _trim(person: Person, dress: int, asked: dict[str, int]) -> int:
    if "trim" in asked or _distance(person.trim, dress) > _FAR:
        return person.trim
    return next(t for t in TRIMS if _distance(t, dress) > _FAR)
