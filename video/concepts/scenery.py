"""Understands what is to be seen: the table of concepts, and what a scene's words ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from video.concepts.forms import forms
from video.concepts.words import fold, load_words

LANGUAGES = ("es", "en", "fr", "ca", "pt")
# Which columns are read for a language that has none of its own: close relatives, whose words mostly agree.
RELATIVES: dict[str, tuple[str, ...]] = {
    "ast": ("es", "pt"), "gl": ("pt", "es"), "an": ("es", "ca"), "oc": ("ca", "fr"), "ext": ("es",),
    "mwl": ("pt",),
    "frp": ("fr",), "wa": ("fr",), "pcd": ("fr",), "lad": ("es",), "sco": ("en",),
}  # fmt: skip
LONGEST = 4
_TOKEN = re.compile(r"[^\W_]+(?:[-.][^\W\d_]+)*")
BIG = frozenset(["grande", "grandes", "gran", "grans", "gros", "grosse", "big", "large", "huge", "great", "enorme"])
SMALL = frozenset(
    [
        "pequeno",
        "pequena",
        "pequenos",
        "pequenas",
        "small",
        "little",
        "tiny",
        "petit",
        "petite",
        "petits",
        "petites",
        "petita",
    ]
)
_NUMBER_WORDS = {
    1: "un una uno one une u um uma",
    2: "dos two deux dues dois duas",
    3: "tres three trois",
    4: "cuatro four quatre quatro",
    5: "cinco five cinq cinc",
    6: "seis six sis",
}
NUMBERS: dict[str, int] = {word: n for n, words in _NUMBER_WORDS.items() for word in words.split()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A row of the table."""

    id: str
    kind: str
    """``time``, ``sky``, ``weather``, ``place``, ``thing``, ``animal`` or ``person``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A concept as it was asked for."""

    concept: Concept
    count: int = 1
    """0 = several, number not said."""
    colour: int | None = None
    size: float = 1.0
    word: str = ""
    token: int = 0
    words: int = 1
    sentence: int = 0
    absent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenery:
    """What is to be seen, apart from the cast."""

    time: str = "day"
    places: tuple[str, ...] = ()
    sky: tuple[str, ...] = ()
    weather: tuple[str, ...] = ()
    things: tuple[Mention, ...] = ()
    animals: tuple[Mention, ...] = ()
    people: tuple[Mention, ...] = ()
    unknown: tuple[str, ...] = field(default=(), compare=False)
    """Words of the brief that were not understood, as they were written."""

    def by_sea(self) -> bool:
        """True where there is a sea: asked for, or because a boat or a net needs water and no other is named."""
        if {"sea", "beach", "island"} & set(self.places):
            return True
        afloat = any(m.concept.id in ("boat", "net") for m in self.things)
        return afloat and not {"river", "lake", "room"} & set(self.places) and "bridge" not in self.ids()

    def ids(self) -> tuple[str, ...]:
        """All recognised concepts by id."""
        named = (m.concept.id for m in (*self.things, *self.animals, *self.people))
        return (self.time, *self.places, *self.sky, *self.weather, *named)


@lru_cache(maxsize=1)
def load_concepts() -> tuple[dict[str, Concept], dict[str, dict[str, tuple[Concept, bool]]]]:
    """Concepts by id, and by language every written form with its concept and whether it is a plural."""
    concepts: dict[str, Concept] = {}
    lexicon: dict[str, dict[str, tuple[Concept, bool]]] = {language: {} for language in LANGUAGES}
    plain: list[tuple[str, str, Concept]] = []
    for row in Path(__file__).with_name("concepts.tsv").read_text(encoding="utf-8").splitlines():
        if row.startswith("#") or not row.strip():
            continue
        concept_id, kind, *columns = row.split("\t")
        concept = Concept(id=concept_id, kind=kind)
        concepts[concept_id] = concept
        for language, words in zip(LANGUAGES, columns, strict=True):
            plain += [(language, word, concept) for word in words.split("|")]
    for language, word, concept in plain:
        lexicon[language].setdefault(word, (concept, False))  # what the table says goes before any rule
    for language, word, concept in plain:
        for form, many in forms(word, language).items():
            if form in _stopwords()[language]:
                continue  # French "près" is not several "prés"
            lexicon[language].setdefault(form, (concept, many))
    return concepts, lexicon


@lru_cache(maxsize=1)
def _stopwords() -> dict[str, frozenset[str]]:
    rows = Path(__file__).with_name("stopwords.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if row.strip() and not row.startswith("#"))
    return {language: frozenset(words.split()) for language, words in pairs}


def columns_for(language: str) -> tuple[str, ...]:
    """The columns of the table that are read for a language, in order; English where nothing is near."""
    base = language.split("-")[0]
    return (base,) if base in LANGUAGES else RELATIVES.get(base, ("en",))


def _tokens(text: str) -> list[tuple[str, str]]:
    """Words as written and folded; elided articles (l', d') fall away."""
    return [(m.group(), fold(m.group())) for m in _TOKEN.finditer(re.sub(r"\b[ldnsLDNS]['’]", "", text))]


def _find(text: str, language: str, names: frozenset[str]) -> tuple[list[Mention], list[str]]:
    """What a text mentions, in order, and its words that mean nothing here."""
    _, lexicon = load_concepts()
    columns = columns_for(language)
    stop = frozenset().union(*(_stopwords()[c] for c in columns))
    tokens = _tokens(text)
    found: list[Mention] = []
    unknown: list[str] = []
    i = 0
    while i < len(tokens):
        hit, length = None, 1
        for size in range(min(LONGEST, len(tokens) - i), 0, -1):
            phrase = " ".join(folded for _, folded in tokens[i : i + size])
            if size == 1 and phrase in names:
                break
            hit = next((lexicon[c][phrase] for c in columns if phrase in lexicon[c]), None)
            if hit is not None:
                length = size
                break
        written, folded = tokens[i]
        if hit is not None:
            concept, many = hit
            around = [f for _, f in (*tokens[max(0, i - 2) : i], *tokens[i + length : i + length + 1])]
            found.append(_qualified(concept, many, around))
        elif not (folded in stop or folded in names or folded.isdigit() or len(folded) < 2 or _is_quality(folded)):
            unknown.append(written)
        i += length
    return found, list(dict.fromkeys(unknown))


def _is_quality(word: str) -> bool:
    return word in load_words().colours or word in BIG or word in SMALL or word in NUMBERS


def _qualified(concept: Concept, many: bool, around: list[str]) -> Mention:
    colours = load_words().colours
    number = next((int(w) if w.isdigit() else NUMBERS[w] for w in around if w.isdigit() or w in NUMBERS), None)
    count = min(number, 12) if number is not None and (many or number == 1) else 0 if many else 1
    colour = next((colours[w] for w in reversed(around) if w in colours), None)
    size = 1.35 if any(w in BIG for w in around) else 0.75 if any(w in SMALL for w in around) else 1.0
    return Mention(concept=concept, count=count, colour=colour, size=size)


@lru_cache(maxsize=512)  # a plan and its run ask for the same scene several times
def understand_scene(brief: str, rest: str, language: str, names: tuple[str, ...]) -> Scenery:
    """What brief and, where it is silent, heading and text ask for.

    The brief is authoritative: with one, the rest adds only the time of day and the place, and only where the
    brief names none. ``names`` are the cast's, which are not words to be understood.
    """
    known = frozenset(word for name in names for _, word in _tokens(name))
    asked, unknown = _find(brief, language, known)
    told, _ = _find(rest, language, known)
    seen = asked or told
    if not brief.strip():
        seen = told
    elif not any(m.concept.kind == "place" for m in asked):
        seen = [*asked, *(m for m in told if m.concept.kind == "place")][: len(asked) + 1]
    time = next((m.concept.id for source in (asked, told) for m in source if m.concept.kind == "time"), None)
    if time is None:
        nightly = any(m.concept.id in ("moon", "star") for m in seen)
        time = "night" if nightly else "day"
    return Scenery(
        time=time,
        places=_unique(seen, "place"),
        sky=_unique(seen, "sky"),
        weather=_unique(seen, "weather"),
        things=_merged(seen, "thing"),
        animals=_merged(seen, "animal"),
        people=_merged(seen, "person"),
        unknown=tuple(unknown),
    )


def _unique(seen: list[Mention], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.concept.id for m in seen if m.concept.kind == kind))


def _merged(seen: list[Mention], kind: str) -> tuple[Mention, ...]:
    """Each concept of a kind once; a plural anywhere makes it several."""
    out: dict[str, Mention] = {}
    for mention in seen:
        if mention.concept.kind != kind:
            continue
        before = out.get(mention.concept.id)
        if before is None:
            out[mention.concept.id] = mention
        elif before.count == 1 and mention.count != 1:
            out[mention.concept.id] = replace(before, count=mention.count)
    return tuple(out.values())


def animal_of(name: str, look: str, language: str) -> str | None:
    """The animal that a character is, by its name or the first words of its look; None for people.

    Words after "with" are what a character has, not what it is.
    """
    _, lexicon = load_concepts()
    columns = tuple(dict.fromkeys((*columns_for(language), *LANGUAGES)))
    is_part = re.split(r"\b(?:con|with|avec|amb|com)\b", fold(look))[0]
    for _, word in (*_tokens(name), *_tokens(is_part)[:4]):
        for column in columns:
            hit = lexicon[column].get(word)
            if hit is not None and hit[0].kind == "animal":
                return hit[0].id
    return None
