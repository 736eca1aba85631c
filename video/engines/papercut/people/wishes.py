"""What ``look`` and ``voice`` of a character ask for, read from their words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from video.concepts.looks import Worded, read_look
from video.concepts.words import fold
from video.engine import Figure
from video.engines.papercut.people.ages import SPOKEN, years_of
from video.engines.papercut.people.outfits import ALIASES, LOWERS, UPPERS, load_outfits
from video.engines.papercut.people.person import EXTRAS, Age, Build, Hair, Hat

GENERIC = ("dress", "skirt", "shirt", "trousers", "shorts")
"""Pieces that any kind of dress may have."""

_HATS: dict[str, Hat] = {
    "conical": Hat.CONICAL, "turban": Hat.TURBAN, "hijab": Hat.HIJAB, "veil": Hat.VEIL, "keffiyeh": Hat.VEIL,
    "headwrap": Hat.GELE, "gele": Hat.GELE, "kerchief": Hat.KERCHIEF, "bandana": Hat.KERCHIEF, "woolly": Hat.WOOLLY,
    "chullo": Hat.CHULLO, "fez": Hat.FEZ, "kufi": Hat.KUFI, "kippah": Hat.KUFI, "beret": Hat.BERET, "hood": Hat.HOOD,
    "feathers": Hat.FEATHERS, "flowers": Hat.WREATH, "wreath": Hat.WREATH, "sombrero": Hat.STRAW, "straw": Hat.STRAW,
    "top_hat": Hat.TOP_HAT, "bowler": Hat.BOWLER, "fur_hat": Hat.FUR_HAT, "helmet": Hat.HELMET,
    "pointed": Hat.POINTED, "headband": Hat.HEADBAND, "crown": Hat.CROWN, "scarf": Hat.SCARF,
    "flatcap": Hat.FLAT_CAP, "cap": Hat.CAP,
    "hat": Hat.STRAW, "pirate": Hat.KERCHIEF, "witch": Hat.POINTED, "elfin": Hat.POINTED,
}  # fmt: skip
"""By piece; the particular ones first."""
_STYLES = {"afro": Hair.CURLS, "locks": Hair.LOCS, "mohawk": Hair.TOPKNOT, "messy": Hair.CROP, "straight": Hair.LONG}
_NAMED = frozenset(h.value for h in Hair)
_AGES = (
    ("baby", Age.BABY), ("old", Age.OLD), ("teen", Age.TEEN), ("child", Age.CHILD), ("girl", Age.CHILD),
    ("boy", Age.CHILD),
)  # fmt: skip
_PERSONS = frozenset({"feminine", "masculine", *(tag for tag, _ in _AGES)})


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
    """By piece: dress, skirt, shirt, trousers, hair, hat, beard, shawl, apron, cloak, trim, necklace and the rest."""
    worn: frozenset[str]
    pattern: str = ""
    """Of the cloth, or empty."""
    beard: str = ""
    """``short`` or ``long``, where that is said."""
    nose: int | None = None
    """As in ``Features``, where it is said."""


_DRAWN = frozenset((
    "hair", "skin", "shawl", "lliclla", "apron", "cloak", "trim", "beard", "moustache", "glasses", "stick", "earrings",
    "necklace", "boots", "sandals", "barefoot", "shoes", "bag", "eyepatch", "wings", "freckles", "eyes", "nose",
    *EXTRAS,
))  # fmt: skip
"""Pieces that are drawn besides kinds of dress and hats."""


def is_drawn(tag: str) -> bool:
    """True where something of a word's meaning is seen."""
    if not tag.startswith("wear:"):
        return True
    piece = tag.removeprefix("wear:")
    return piece in _DRAWN or piece in _HATS or piece in GENERIC or piece in ALIASES or piece in load_outfits()


def piece_of(word: Worded) -> str:
    """The most particular piece that a word is and that is drawn; empty where it is none."""
    pieces = (tag.partition(":")[2] for tag in reversed(word.tags) if tag.startswith("wear:") and is_drawn(tag))
    found = next(pieces, "")
    return "shawl" if found == "lliclla" else found


def unread_of(figure: Figure) -> tuple[str, ...]:
    """Words of a look that say nothing to the wardrobe."""
    phrases = read_look(figure.look, figure.language)
    words = [w for phrase in phrases for w in phrase]
    plaited = {id(w) for p in phrases if any(piece_of(x) == "beard" for x in p) for w in p if "hair:braids" in w.tags}
    cloaked = any(piece_of(w) == "cloak" for w in words)
    green = {id(w) for p in phrases for w in _unlike_people(p)}
    unread = (
        w for w in words
        if (not w.known and fold(w.written) not in SPOKEN)
        or (w.tags and not any(map(is_drawn, w.tags))) or (piece_of(w) == "sparkle" and not cloaked)
        or id(w) in plaited or id(w) in green
    )  # fmt: skip
    return tuple(dict.fromkeys(w.written for w in unread))


_UNLIKE = (None, 0x4F7FB5, 0x5FA06A, 0xD98FAE)
"""What blue, green and pink are as hair in ``look.tsv``."""


def _unlike_people(phrase: tuple[Worded, ...]) -> tuple[Worded, ...]:
    """Colours that nobody has of a phrase that is of somebody: "a green woman"."""
    tags = {tag for word in phrase for tag in word.tags}
    somebody = bool(tags & (_PERSONS | {"human"})) and "giant" not in tags
    if not somebody or any(piece_of(w) for w in phrase) or any(t.startswith("hair:") for t in tags):
        return ()
    if any(fold(w.written) in CLAD for w in phrase):
        return ()
    return tuple(w for w in phrase if w.colour is not None and w.skin is None and w.hair in _UNLIKE)


@lru_cache(maxsize=256)  # every shot asks for each of the cast
def read_wish(figure: Figure) -> Wish:
    """The wish of a character's look; its voice tells age and gender where the look does not."""
    base = figure.language.split("-")[0]
    reading = _Reading(romance=base in ("", "es", "pt", "it", "gl", "ast"), english=base == "en")
    for phrase in read_look(figure.look, figure.language):
        reading.phrase(phrase)
    spoken = {tag for phrase in read_look(figure.voice, figure.language) for word in phrase for tag in word.tags}
    wish = reading.wish(frozenset(spoken & _PERSONS))
    years = years_of((figure.look, figure.voice))
    return wish if years is None else replace(wish, age=years)


CLAD = frozenset(("in", "de", "en", "em", "all", "toda", "todo", "toute", "tout", "tot"))
"""Before a colour of all clothes: "in black", "toda de preto"."""
_DARK = 0x6A4430
"""The skin that "dark" is in ``look.tsv``."""
_NOSES = (("nose:hooked", 4), ("length:long", 2), ("build:stout", 1), ("build:tall", 3), ("nose:broad", 3))
"""Which nose of ``Features`` a word asks for."""
MATERIALS = frozenset({0xEADDC2, 0xB98A5D})
"""Linen and leather in ``look.tsv``: their colours count where no other is told."""


def _placed(pieces: list[str], tags: list[str]) -> list[str]:
    """A scarf where it is worn: on the head, or round the neck."""
    cloths = {"scarf", "neckscarf", "kerchief", "headband"}
    if "on:head" in tags and cloths & {*pieces}:
        return [("kerchief" if p in ("scarf", "neckscarf") else p) for p in pieces if p != "hair"]
    if "on:neck" in tags:
        return [("neckscarf" if p in cloths else p) for p in pieces]
    return pieces


_BODY = "hair beard moustache skin scar freckles pegleg pirate witch elfin wings crutch eyepatch stoop"
_BODILY = frozenset(_BODY.split())
"""Pieces that are of a body: words beside them are of it too."""
ELFIN = 0.62
"""Height of a goblin, as a share of a person's of its age."""
_SHORT = "short"
_HATTED = frozenset(("hat", "cap", "flatcap", "hood", "straw", "woolly", "helmet"))


def _meant(words: tuple[Worded, ...], pieces: list[str], *, english: bool) -> list[str]:
    """Pieces without those that their words mean nowhere but alone: short hair is no pair of shorts."""
    out: list[str] = []
    for piece in pieces:
        word = next((w for w in words if piece_of(w) == piece), None)
        spelt = fold(word.written) if word is not None else ""
        others = {*pieces} - {piece}
        if piece == "shorts" and spelt == _SHORT and (english or others):
            continue
        if piece == "pointed" and " " not in spelt and "-" not in spelt and not others & _HATTED:
            continue  # pointed ears
        if piece == "kilt" and spelt == "tartan" and others:
            continue
        out.append(piece)
    return out


def _gender_of(words: tuple[Worded, ...]) -> bool | None:
    """True where an adjective of a body has a woman's ending, False where it has a man's."""
    for word in words:
        body = any(tag.startswith("build:") or tag == "old" for tag in word.tags) or (word.hair and not word.colour)
        if (body or (word.hair and word.skin)) and word.written[-1:] in "oa":
            return word.written.endswith("a")
    return None


class _Reading:
    def __init__(self, *, romance: bool, english: bool = False) -> None:
        self.english = english
        self.romance = romance
        """True of languages whose adjectives end in -o of men and in -a of women."""
        self.colours: dict[str, int] = {}
        self.worn: dict[str, None] = {}
        self.said: set[str] = set()
        self.skin: int | None = None
        self.style: Hair | None = None
        self.kinds: list[str] = []
        self.pattern = ""
        self.beard = ""
        self.nose: int | None = None
        self.gendered: bool | None = None
        """By the ending of an adjective: "joven moreno"."""
        self.known = False
        """True once it was said who it is: later people are others."""
        self.clad: int | None = None
        """The colour of all clothes: "toda de preto"."""
        self.last = ""
        """The piece of the phrase before: a colour alone is a second one of it."""

    def phrase(self, words: tuple[Worded, ...]) -> None:
        """Reads one phrase: one piece of clothing with its colour ("red shawl", "pelo blanco")."""
        tags = [tag for word in words for tag in word.tags]
        pieces = _placed(list(dict.fromkeys(p for word in words if (p := piece_of(word)))), tags)
        pieces = _meant(words, pieces, english=self.english)
        if "nose" in pieces:
            self.nose = next((n for tag, n in _NOSES if tag in tags), self.nose)
            pieces.remove("nose")
        if "eyes" in pieces:
            hue = next((w.colour for w in reversed(words) if w.colour is not None), None)
            pieces.remove("eyes")
            if not pieces:
                words = tuple(w for w in words if w.colour is None and not piece_of(w))
            if hue is not None:
                self.colours.setdefault("eyes", hue)
        if "flowers" in pieces and len(pieces) > 1:  # a skirt of flowers, and not flowers in the hair besides
            pieces.remove("flowers")
            tags.append("pattern:flowers")
        if "kente" in pieces and {*pieces} & _HATS.keys():  # a headwrap of kente
            pieces.remove("kente")
        hairy = bool({*pieces} & {"hair", "beard", "moustache"})
        lengths = {id(w) for w in words if hairy and any(t.startswith("length:") for t in w.tags)}
        self._body(tuple(w for w in words if id(w) not in lengths), {*pieces} - _BODILY)
        if self.gendered is None and not pieces and self.romance:
            self.gendered = _gender_of(words)
        styles = [t.partition(":")[2] for t in tags if t.startswith("hair:")]
        if "beard" in pieces and "hair" not in pieces:
            styles = [s for s in styles if s not in ("braids", "curls", "straight")]  # a plaited beard
        if "hair" in pieces and not styles:
            styles += [Hair.LONG] if "length:long" in tags else [Hair.SHORT] if "length:short" in tags else []
        if "beard" in pieces:
            self.beard = "long" if "length:long" in tags else "short" if "length:short" in tags else self.beard
        self.worn.update(dict.fromkeys(pieces))
        if not pieces or {*pieces} & {*GENERIC, "apron", *ALIASES, *load_outfits()}:
            self.pattern = next((t.partition(":")[2] for t in tags if t.startswith("pattern:")), self.pattern)
        self.kinds += [ALIASES.get(p, p) for p in pieces if p in load_outfits() or p in ALIASES]
        self._coloured(words, pieces, styles)
        if styles:
            named = next((s for s in reversed(styles) if s != "straight"), styles[-1])
            self.style = _STYLES.get(named) or (Hair(named) if named in _NAMED else self.style)
        self.last = pieces[-1] if pieces else ""

    def _body(self, words: tuple[Worded, ...], pieces: set[str]) -> None:
        """Ages, genders and builds: of phrases about somebody, up to the piece that is worn ("old woman in a shawl").

        An old hat makes nobody old, a round pair of glasses nobody stout, a baby on the back nobody a baby.
        """
        before = [word for k, word in enumerate(words) if not any(piece_of(w) in pieces for w in words[: k + 1])]
        tags = [{*word.tags} for word in (before if pieces else words)]
        if pieces and not self.known:  # "in a red kimono a girl", as Japanese has it
            tags += [{*word.tags} & (_PERSONS - {"old"}) for word in words if not piece_of(word)]
        somebody = any((_PERSONS - {"old"}) & found for found in tags)
        if self.known and (somebody or pieces):
            tags = [found - (_PERSONS - {"old"}) for found in tags] if not pieces else []
        for found in tags:
            if not pieces or somebody:
                self.said.update(t for t in found if t in _PERSONS or t in ("giant", "human") or t.startswith("build:"))
        self.known = self.known or somebody

    def _coloured(self, words: tuple[Worded, ...], pieces: list[str], styles: list[str]) -> None:
        """Gives the phrase's colours to its pieces: each to the piece nearest to it, a second one to the trimming."""
        if "skin" in pieces:
            natural = next((w.skin for w in words if w.skin is not None), None)
            painted = next((w.colour for w in words if w.colour is not None), self.skin)
            self.skin = natural if natural is not None else painted  # "gigante de pele vermelha"
            return
        hairy = [p for p in pieces if p in ("hair", "beard", "moustache")]
        if hairy or (styles and not pieces):
            hue = next((w.hair if w.hair is not None else w.colour for w in words if w.hair or w.colour), None)
            if hue is None and any(w.skin == _DARK for w in words):
                hue = 0x2B2023  # dark hair
            if hue is not None:
                self.colours.update(dict.fromkeys(hairy or ["hair"], hue))
            return
        if not pieces:
            # Alone, only words that can mean nothing but hair count: "rubia", "canoso".
            hue = next((w.hair for w in words if w.hair is not None and w.colour is None), None)
            if hue is not None:
                self.colours["hair"] = hue
            # So do those that can mean nothing but skin: "dark-skinned".
            skins = (w.skin for w in words if w.skin is not None and (w.hair, w.colour) == (None, None))
            self.skin = next(skins, self.skin)
            colours = [w.colour for w in words if w.colour is not None]
            if colours and any("giant" in w.tags for w in words):
                self.skin = colours[0]
                return
            clad = (
                b
                for a, b in pairwise(words)
                if fold(a.written) in CLAD and b.colour is not None and b.colour not in MATERIALS
            )
            if (cloth := next(clad, None)) is not None:
                self.clad = cloth.colour
                return
            if colours and self.last and all(w.silent or w.colour is not None for w in words):
                self.colours.setdefault("trim", colours[0])
            return
        tags = [tag for word in words for tag in word.tags]
        of = [next(iter(_placed([p], tags)), p) for word in words if (p := piece_of(word))]
        at = [i for i, word in enumerate(words) if piece_of(word)]
        coloured = [(i, word.colour) for i, word in enumerate(words) if word.colour is not None]
        for i, colour in sorted(coloured, key=lambda found: found[1] in MATERIALS):
            nearest = min(range(len(at)), key=lambda k: (abs(at[k] - i), k))
            key = self._role(of[nearest])
            if key in self.colours and key in ("dress", "skirt", "shirt"):
                self.colours.setdefault("trim", colour)
            else:
                self.colours.setdefault(key, colour)

    def _role(self, piece: str) -> str:
        if piece in _HATS:
            return "hat"
        if piece in GENERIC:
            return "trousers" if piece == "shorts" else piece
        if piece in LOWERS:
            return {"jeans": "trousers", "skirt": "skirt"}.get(piece, "skirt")
        if ALIASES.get(piece, piece) in UPPERS:
            return "dress" if piece == "vest" else "shirt"
        return "dress" if piece in load_outfits() or piece in ALIASES else piece

    def _kind(self, feminine: bool | None) -> str:
        """The kind of dress: the last that was named, or an upper piece over a lower one."""
        worn = self.worn
        upper = next((k for k in reversed(self.kinds) if k in UPPERS), "")
        if upper == "jumper" and "dress" in worn:  # a cardigan over it: its skirt is seen
            return "jumper+skirt"
        lower = "shorts" if "shorts" in worn else "skirt" if "skirt" in worn else "sarong" if "sarong" in worn else ""
        if "uniform" in self.kinds:
            return "uniform"
        whole = next((k for k in reversed(self.kinds) if k not in (*UPPERS, *LOWERS, *GENERIC)), "")
        if whole in ("tunic", "loincloth") and feminine:
            return "gown" if whole == "tunic" else "wrap"
        if whole:
            return whole
        if upper and lower:
            return f"{upper}+{lower}"
        if lower == "shorts":
            return "shorts"
        if upper or lower:
            return upper or lower
        if "jeans" in worn:
            return "skirt" if "skirt" in worn else "shirt" if "shirt" in worn else "jeans"
        kind = "dress" if "dress" in worn else "shirt" if "trousers" in worn else ""
        if "crown" in worn and (not kind or (kind == "dress" and feminine is False)):
            return "robe"
        if not kind and "shirt" in worn:
            kind = "skirt" if feminine else "shirt"
        return kind

    def wish(self, spoken: frozenset[str]) -> Wish:
        """What has been read; ``spoken`` = ages and genders of the voice."""
        said, worn = self.said, self.worn
        genders = {"feminine", "masculine", "girl", "boy"}
        other = {"feminine", "girl"} if said & {"masculine", "boy"} else {"masculine", "boy"}
        unheard = genders if "human" in said else other if said & genders else set[str]()
        heard = said | (spoken - unheard)  # a "little brother" with a boy's voice is a boy, a "man" is none
        if said & {tag for tag, _ in _AGES}:
            heard = said | (spoken & genders if not said & genders else set())
        feminine = True if "feminine" in heard else False if "masculine" in heard else None
        feminine = True if "girl" in heard else False if "boy" in heard else feminine
        if feminine is None and worn.keys() & {"beard", "moustache"}:
            feminine = False
        if feminine is None:
            feminine = self.gendered
        builds = {t.partition(":")[2] for t in said if t.startswith("build:")}
        if self.clad is not None:
            self.colours = {**dict.fromkeys(("dress", "skirt", "shirt", "trousers"), self.clad), **self.colours}
        small = 0.91 if "short" in builds else 1.0
        little = "elfin" in worn or ("wings" in worn and "short" in builds)  # a goblin, a tiny fairy
        return Wish(
            age=next((age for tag, age in _AGES if tag in heard), Age.ADULT),
            feminine=feminine,
            build=Build.THIN if "thin" in builds else Build.STOUT if builds & {"stout", "strong"} else None,
            tall=1.8 if "giant" in said else ELFIN if little else 1.07 if "tall" in builds else small,
            kind=self._kind(feminine), hair_style=self.style,
            hat=next((h for p, h in _HATS.items() if p in worn), Hat.NONE),
            skin=self.skin, colours=dict(self.colours), worn=frozenset(worn), pattern=self.pattern, beard=self.beard,
            nose=self.nose,
        )  # fmt: skip
