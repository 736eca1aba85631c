"""What a text mentions, word by word: concepts and characters, in order, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache, partial

from languages.segments import spaceless
from video.concepts.aboard import OnWater, on_water
from video.concepts.abroad import load_colours
from video.concepts.absence import get_absence
from video.concepts.alone import verb_alone
from video.concepts.bare import without_what_lacks
from video.concepts.beasts import with_doings
from video.concepts.described import described
from video.concepts.expected import SEEN, is_expected
from video.concepts.figures import without_figures
from video.concepts.flown import with_flown
from video.concepts.grammar import load_grammar
from video.concepts.hung import with_hung
from video.concepts.interiors import with_interiors
from video.concepts.lifts import with_lifts
from video.concepts.located import with_loose
from video.concepts.lookup import Found, Source, Vocabulary, get_vocabulary, read_in, with_own
from video.concepts.made import with_made
from video.concepts.materials import MUCH, without_materials
from video.concepts.names import find_names
from video.concepts.owners import without_holders
from video.concepts.participles import is_state
from video.concepts.senses import as_tool, is_verb, sense_of
from video.concepts.shapes import like_a_verb
from video.concepts.state import dried
from video.concepts.submerged import without_dipped
from video.concepts.swum import with_swimmers
from video.concepts.table import CAST, LANGUAGES, Concept
from video.concepts.titles import called, is_surname, with_young, without_owners, without_titles
from video.concepts.tokens import Token, tokens
from video.concepts.unreal import seen
from video.concepts.wholes import HANDLES, with_wholes
from video.concepts.words import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A concept as it was asked for; of the kind ``cast``, a character, whose name is the concept's id."""

    concept: Concept
    count: int = 1
    """0 = several, number not said."""
    colour: int | None = None
    size: float = 1.0
    word: str = ""
    """As it is written in the text."""
    token: int = 0
    """Index of its first word in the text."""
    words: int = 1
    sentence: int = 0
    """Index of its sentence in the text."""
    source: Source = Source.TABLE
    absent: bool = False
    """True where it is said not to be there: "without trees"."""
    loose: bool = False
    """True for a place that only says whose or which something is: "the king of the mountain"."""
    hung: bool = False
    """True of a thing that hangs."""
    kin: bool = False
    """True of an animal that is of a character's family: it is there besides."""
    swims: bool = False
    """True of an animal that is in the water."""
    gait: str = ""
    """Of an animal, how it goes or rests, where that is told: ``run``, ``sleep``, ``sit``, ``fly``, ``rear``."""
    mouth: str = ""
    """Of an animal, the id of what it has in its mouth."""
    look: str = ""
    """Of an animal, the words that tell its parts, pattern and clothes: "cats with white paws"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text, understood as far as it goes."""

    mentions: tuple[Mention, ...]
    unknown: tuple[str, ...]
    """Words that mean nothing here, as they are written, each once."""
    dry: bool = False
    """True where a river, a lake or the like is said to have no water."""
    water: OnWater = field(default_factory=OnWater)
    """Who is in a boat, and who in the water."""


MORE = frozenset(("vite", "haut", "fort", "loin", "que", "lentement", "tard", "bas", "grand", "belle", "beau", "bien"))
"""Behind these French "plus" is more, not no longer."""
ALIKE = frozenset(("fish", "sheep", "deer", "salmon", "shrimp", "reindeer", "moose", "squid", "bison"))
"""English animals of which one and several are called the same."""
SEVERAL = frozenset(
    ("many", "several", "some", "few", "lots", "shoal", "shoals", "school", "flock", "flocks", "herd", "herds")
)
DENIED = ("doing", "mood", "weather")
"""Kinds of what may be said not to happen: "it does not rain"."""
_NAMED = re.compile(r"\bs['’]appel(?:le|ait|aient|lent)\b")
Own = tuple[tuple[str, str], ...]
"""(word, what it means), by the creator: an id, other words, or ``nothing``."""


def mentions(
    text: str, language: str, names: tuple[str, ...] = (), own: Own = (), *, told: bool = False
) -> tuple[Mention, ...]:
    """Everything that a text mentions, in order, characters included; ``told`` as for read_text."""
    return read_text(text, language, names, own, told=told).mentions


@lru_cache(maxsize=1024)  # a plan and its run read the same scene several times
def read_text(text: str, language: str, names: tuple[str, ...] = (), own: Own = (), *, told: bool = False) -> Reading:
    """What a text mentions, and its words that mean nothing here.

    ``told`` is True of what is told rather than asked to be seen: there words with several meanings ask for nothing.

    A text that is plainly in another of the five languages than it should be (a brief in English for a story in
    Quechua) is read in that one.
    """
    if language.split("-")[0] == "fr":
        text = _NAMED.sub("se nomme", text)  # who has a name calls nobody
    cast = {tuple(t.folded for t in tokens(name, language)): name for name in names}
    cast = {**called(names, language), **cast}
    cast = dict(sorted(cast.items(), key=lambda item: len(item[0]), reverse=True))  # the longest name counts
    row = tokens(_bare(text, names, language), language)
    plain = read_in(row, get_vocabulary(language), frozenset(w for key in cast for w in key))
    if plain.language != language:
        row = tokens(_bare(text, names, language), plain.language)
    vocabulary = with_own(own, plain.language) if own else plain
    found: list[Mention] = []
    unknown: list[str] = []
    absence = get_absence(vocabulary.language)
    explained = {" ".join(t.folded for t in tokens(word, language)) for word, _ in own}
    i = 0
    while i < len(row):
        name = _name_at(row, i, cast)
        hit = vocabulary.find(row, i) if name is None else None
        if hit is not None and any(_name_at(row, i + k, cast) for k in range(1, hit.words)):
            hit = None  # "en Pau" is Pau, not "in peace"
        if hit is not None and hit.words == 1 and absence.denies(row[i]):
            hit = None  # CLDR has "inget" (nothing) for the monkey who sees no evil
        if hit is not None and hit.words == 1 and is_surname(row, i, hit.entry.concept, vocabulary):
            i += 1
            continue
        idiom = absence.idiom_at(row, i) if name is None else 0
        alone = verb_alone(row, i, found, vocabulary.language) if name is None and (not hit or hit.words == 1) else None
        if alone is not None:
            hit = alone
        elif hit is not None and idiom <= hit.words:
            said = " ".join(t.folded for t in row[i : i + hit.words])
            hit = _meant(hit, row, i, found, vocabulary.language, told=None if said in explained else told)
            if hit is None:
                i += 1
                continue
        if idiom > (hit.words if hit else 0):
            i += idiom
            continue
        if name is not None:
            found.append(_called(name, row, i))
        elif hit is not None:
            found.append(_qualified(hit, row, i, found, language=vocabulary.language))
        elif not (
            _says_nothing(row[i], vocabulary, cast)
            or row[i].folded in absence.words
            or like_a_verb(row[i].folded, vocabulary.language)
        ):
            named = found[-1].concept if found and found[-1].token + found[-1].words == i else None
            if is_expected(row, i, vocabulary.language, named, partial(_noun_at, vocabulary, row)):
                unknown.append(row[i].written)
        i += found[-1].words if hit or name else 1
    named_here = tuple(without_owners(tuple(with_young(without_titles(found, row))), row))
    named_here = tuple(without_holders(named_here, row, vocabulary.language)) if told else named_here
    plain_said = tuple(without_figures(named_here, row, vocabulary.language))
    made = tuple(without_materials(plain_said, row, vocabulary.language))
    there = absence.mark(tuple(without_what_lacks(made, row)), row)
    there = tuple(with_loose(tuple(with_wholes(there, row)), row, vocabulary.language))
    there = tuple(with_made(there, row, vocabulary.language, told=told))
    there = with_hung(there, row)
    there = tuple(with_interiors(tuple(with_lifts(there, row)), row, vocabulary.language))
    there = tuple(without_dipped(there, row))
    there = tuple(with_flown(tuple(seen(there, row, vocabulary.language)), row))
    there = tuple(with_swimmers(there, row, vocabulary.language))
    there = tuple(with_doings(there, row, vocabulary.language))
    there, said_of = described(there, row, vocabulary.language)
    return Reading(
        mentions=there, unknown=tuple(dict.fromkeys(w for w in unknown if w not in said_of)),
        dry=dried(there, row, vocabulary.language),
        water=on_water(there, row, vocabulary.language),
    )  # fmt: skip


def _noun_at(vocabulary: Vocabulary, row: tuple[Token, ...], i: int) -> bool:
    """Whether at an index begins a noun of something that is known."""
    hit = vocabulary.find(row, i)
    return hit is not None and hit.entry.concept.kind in SEEN


def _meant(
    hit: Found, row: tuple[Token, ...], i: int, before: list[Mention], language: str, *, told: bool | None
) -> Found | None:
    """What a word means where it stands; None where it asks for nothing to be seen.

    ``told`` as for sense_of; None: the creator says what the word means.
    """
    meant = hit if told is None else sense_of(hit, row, i, language, told=told)
    named = before[-1] if before and before[-1].token + before[-1].words == i else None
    subject = named.concept if named else None
    if meant is None or is_verb(meant, row, i, language, subject) or is_state(meant, row, i, language):
        return None
    return as_tool(meant, subject)


def _bare(text: str, names: tuple[str, ...], language: str) -> str:
    """The text with every name as it is given: in "Nanapa" and "kwaThandi" nothing else is an unknown word."""
    parts: list[str] = []
    at = 0
    for named in find_names(text, names, language):
        start = named.start
        while start > at and text[start - 1].isalpha() and not spaceless(text[start - 1]):
            start -= 1
        parts += (text[at:start], named.name)
        at = named.end
    return "".join((*parts, text[at:]))


def _name_at(row: tuple[Token, ...], i: int, cast: dict[tuple[str, ...], str]) -> tuple[str, int] | None:
    """The character whose name begins at a word, and how many words it is; ``cast``: the longest names first."""
    for key, name in cast.items():
        if key and tuple(t.folded for t in row[i : i + len(key)]) == key:
            return name, len(key)
    return None


def _called(name: tuple[str, int], row: tuple[Token, ...], i: int) -> Mention:
    word = " ".join(t.written for t in row[i : i + name[1]])
    absent = i > 0 and row[i - 1].folded in load_grammar().without
    return Mention(
        concept=Concept(id=name[0], kind=CAST), word=word, token=i, words=name[1], sentence=row[i].sentence,
        absent=absent,
    )  # fmt: skip


def _says_nothing(token: Token, vocabulary: Vocabulary, cast: dict[tuple[str, ...], str]) -> bool:
    """True for function words, numbers, colours and sizes, single letters and parts of names."""
    word = token.folded
    grammar = load_grammar()
    tags = load_words().look.get(word, ())
    endings = grammar.qualities.get(vocabulary.language.split("-")[0], ())
    return (
        word in vocabulary.stop
        or word.isdigit()
        or word in MUCH
        or word in HANDLES
        or (len(word) < 2 and not token.joined and word.isascii())
        or word in load_words().colours
        or word in load_colours(vocabulary.language)
        or word in grammar.big
        or word in grammar.small
        or word in grammar.without
        or word in grammar.numbers
        or (len(word) > 5 and word.endswith(endings))
        or any(tag in ("old", "teen") or tag.startswith("build:") for tag in tags)
        or any(word in key for key in cast)
    )


def _qualified(hit: Found, row: tuple[Token, ...], i: int, before: list[Mention], *, language: str) -> Mention:
    """The concept with the number, colour and size that stand beside it."""
    grammar = load_grammar()
    colours = load_words().colours if language in LANGUAGES else {**load_words().colours, **load_colours(language)}
    numbers = grammar.numbers
    front, back = _beside(row, i, hit.words, before)
    around = [*front[-2:], *back[:1]]
    untold = hit.source is not Source.TABLE
    """Whether the words' language does not tell here whether there are several."""
    where = around if untold else front[-2:]  # "nyumba mbili": two houses
    number = next((int(w) if w.isdecimal() else numbers[w] for w in where if w.isdecimal() or w in numbers), None)
    group = hit.entry.concept.id == "children" and number is not None and number > 1
    alike = language in ("en", "sco") and row[i].folded in ALIKE
    several = hit.entry.many or (alike and bool(SEVERAL & set(front[-2:])))
    many = several or (untold and number is not None) or group or alike
    count = min(number, 12) if number is not None and many and number > 1 else 0 if several else 1
    acts = hit.entry.concept.kind in ("doing", "mood")
    return Mention(
        concept=hit.entry.concept,
        count=count,
        colour=next((colours[w] for w in reversed(around) if w in colours), None),
        size=1.35
        if any(w in grammar.big for w in around)
        else 0.75
        if any(w in grammar.small for w in around)
        else 1.0,
        word=" ".join(t.written for t in row[i : i + hit.words]),
        token=i,
        words=hit.words,
        sentence=row[i].sentence,
        source=hit.source,
        absent=(number == 0 and (many or untold))  # "0 goats"
        or _absent(hit, front, back, language)
        or (acts and any(_nobody(t, row[i]) for t in row[:i])),
    )


def _beside(row: tuple[Token, ...], i: int, words: int, before: list[Mention]) -> tuple[list[str], list[str]]:
    """Up to three folded words before a mention, and two behind: as far as no sign and no other mention parts them."""
    first = max(before[-1].token + before[-1].words if before else 0, i - 3)
    while any(t.apart or t.sentence != row[i].sentence for t in row[first + 1 : i + 1]) or (
        first < i and row[first].sentence != row[i].sentence
    ):
        first += 1
    end = i + words
    behind = [t.folded for t in row[end : end + 2] if t.sentence == row[i].sentence and not t.apart]
    return [t.folded for t in row[first:i]], behind


def _absent(hit: Found, front: list[str], back: list[str], language: str) -> bool:
    """Whether the words around say that it is not there, or not done."""
    grammar = load_grammar()
    if hit.entry.concept.kind not in DENIED:
        return False  # see absence.py
    if any(w in grammar.without for w in front[-2:]):
        return True  # "sin miedo"
    before = [w for w in front[-2:] if not (language == "pt" and w == "no")]  # Portuguese "no trabalho": at work
    return any(w in grammar.negation for w in before) or (
        any(w in grammar.negation_behind for w in back[:1]) and not MORE & set(back[1:])
    )


def _nobody(token: Token, act: Token) -> bool:
    return token.sentence == act.sentence and token.folded in load_grammar().nobody
