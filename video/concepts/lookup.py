"""Where the words of a language are looked up: its table, CLDR's words, its relatives' tables, likely endings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from video.concepts.abroad import BY_HAND, load_words_of, whole_of
from video.concepts.enclitics import bare_verbs
from video.concepts.endings import Endings, get_endings
from video.concepts.grammar import load_grammar
from video.concepts.table import LANGUAGES, Concept, Entry, Lexicon, load_concepts, load_lexicon, load_stopwords
from video.concepts.tokens import Token, tokens
from video.concepts.words import fold, load_words

RELATIVES: dict[str, tuple[str, ...]] = {
    "ast": ("es", "pt"), "gl": ("pt", "es"), "an": ("es", "ca"), "oc": ("ca", "fr"), "ext": ("es",),
    "mwl": ("pt",), "lad": ("es",),
    "frp": ("fr",), "wa": ("fr",), "pcd": ("fr",), "nrf": ("fr",), "sco": ("en",), "kea": ("pt",),
}  # fmt: skip
"""Which tables are read for a language that has none of its own: close relatives, whose words mostly agree."""
LONGEST = 6
_ACTS = ("doing", "mood")
_ADJECTIVES = """dead dry wet fallen old new big small brown red yellow green golden grey white black bare fresh young
soft broken falling fine few many some more most several long short dark bright wide thin thick heavy empty full"""
QUALITIES = frozenset(_ADJECTIVES.split())
"""English adjectives that begin sentences: what follows is a noun."""


class Source(StrEnum):
    """How a word came to its meaning."""

    TABLE = "table"
    CLDR = "cldr"
    GUESS = "guess"
    """By a likely ending, or a relative's word: a plan says what it was taken for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the words at a place mean."""

    entry: Entry
    words: int = 1
    source: Source = Source.TABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What the words of one language mean."""

    language: str
    layers: tuple[tuple[Source, Lexicon], ...]
    """Lexicons with their sources, the surest first."""
    stop: frozenset[str]
    endings: Endings

    def find(self, row: tuple[Token, ...], i: int) -> Found | None:
        """The longest phrase that begins at a word and is known; else what the word may be a form of."""
        for size in range(min(LONGEST, len(row) - i), 0, -1):
            words = row[i : i + size]
            if words[-1].sentence != words[0].sentence:
                continue
            for source, lexicon in self.layers:
                entry = self._choose(lexicon.get(_phrase(words, written=False), ()), row, i, size, source)
                if entry is not None:
                    return Found(entry=entry, words=size, source=source)
        return self._with_pronoun(row, i) or self._guess(row[i])

    def _with_pronoun(self, row: tuple[Token, ...], i: int) -> Found | None:
        """The doing or mood of a verb with pronouns written onto it: "sentou-se", alone or with what follows."""
        for verb in bare_verbs(row[i].folded, self.language):
            bare = replace(row[i], folded=verb, exact=verb)
            for size in range(min(LONGEST, len(row) - i), 0, -1):
                words = (bare, *row[i + 1 : i + size])
                if words[-1].sentence != bare.sentence or (size == 1 and verb in self.stop):
                    continue
                said = _phrase(words, written=False)
                known = (e for _, lexicon in self.layers for e in lexicon.get(said, ()))
                entry = next((e for e in known if e.concept.kind in _ACTS), None)
                if entry is not None:
                    return Found(entry=entry, words=size)
        return None

    def _choose(
        self, entries: tuple[Entry, ...], row: tuple[Token, ...], i: int, size: int, source: Source
    ) -> Entry | None:
        words = row[i : i + size]
        said = _phrase(words, written=True)
        plain = said == _phrase(words, written=False)
        stopped = size == 1 and words[0].folded in self.stop
        same = [e for e in entries if e.spelt == said]
        loose = [e for e in entries if not e.spelt]
        # Accents are left out by some who write, an ñ by nobody: "suena" is never "sueña".
        other = [e for e in entries if e.spelt and e.spelt != said and "ñ" not in e.spelt]
        other = other if plain and not stopped else []
        if source is not Source.TABLE:
            if stopped:
                return None
            other = other if len({e.concept.id for e in other}) == 1 else []
        ranked = same or loose or other
        if stopped and self._beside_noun(row, i):
            return None  # "una casa vieja" is no old woman
        things = [e for e in ranked if e.concept.kind not in _ACTS]
        acts = [e for e in ranked if e.concept.kind in _ACTS]
        if things and acts:
            return acts[0] if self._is_act(row, i) else things[0]
        return ranked[0] if ranked else None

    def _beside_noun(self, row: tuple[Token, ...], i: int) -> bool:
        """Whether a thing, place or person stands right beside it: then a word that may be an adjective is one."""
        beside = (row[k] for k in (i - 1, i + 1) if 0 <= k < len(row) and row[k].sentence == row[i].sentence)
        return any(
            e.concept.kind not in _ACTS
            for token in beside
            if token.folded not in self.stop
            for _, lexicon in self.layers
            for e in lexicon.get(token.folded, ())[:1]
        )

    def _is_act(self, row: tuple[Token, ...], i: int) -> bool:
        """Whether the word before says that this one, which may be a thing or a doing, is a doing."""
        before = row[i - 1] if i and row[i - 1].sentence == row[i].sentence else None
        if before is None or before.folded in load_grammar().before_things or before.folded in load_words().colours:
            return False
        if before.folded in load_grammar().before_doings or (
            before.written[0].isupper() and not self._begins(row, i - 1)
        ):
            return True
        kinds = {e.concept.kind for _, lexicon in self.layers for e in lexicon.get(before.folded, ())[:1]}
        # In English a thing may stand before another one: a dog house. "La lune tombe" is no grave.
        subjects = {"person", "animal"} if self.language == "en" else {"person", "animal", "sky", "thing", "place"}
        return bool(kinds & subjects)

    def _begins(self, row: tuple[Token, ...], i: int) -> bool:
        """Whether a word has its capital only because it begins the sentence: "Dry leaves fell", but "Ana leaves"."""
        first = not i or row[i - 1].sentence != row[i].sentence
        known = row[i].folded in self.stop or any(row[i].folded in lexicon for _, lexicon in self.layers)
        return first and (known or row[i].folded in QUALITIES)

    def _guess(self, token: Token) -> Found | None:
        if not self.endings.rules or token.folded in self.stop:
            return None
        for _, lexicon in self.layers:
            stem = self.endings.stem(token.folded, lexicon)
            if stem is not None and stem not in self.stop:
                return Found(entry=lexicon[stem][0], source=Source.GUESS)
        return None

    def knows(self, row: tuple[Token, ...]) -> float:
        """The share of words that mean something here, function words included."""
        if not row:
            return 0.0
        known = sum(t.folded in self.stop or any(t.folded in lexicon for _, lexicon in self.layers) for t in row)
        return known / len(row)


def _phrase(words: tuple[Token, ...], *, written: bool) -> str:
    parts = [("" if t.joined or not k else " ") + (t.exact if written else t.folded) for k, t in enumerate(words)]
    return "".join(parts)


def columns_for(language: str) -> tuple[str, ...]:
    """Whose tables are read for a language, in order; none where it has none and no near relative."""
    base = language.split("-")[0]
    return (base,) if base in LANGUAGES else RELATIVES.get(base, ())


NOTHING = "nothing"
"""What a creator's own word means that is known and asks for no picture."""


@lru_cache(maxsize=64)
def with_own(own: tuple[tuple[str, str], ...], language: str) -> Vocabulary:
    """The words of a language with the creator's own before them: each means a concept, or what other words mean."""
    base = get_vocabulary(language)
    lexicon: Lexicon = {}
    stop = set(base.stop)
    for word, meaning in own:
        concept = _meant(meaning, base)
        if concept is not None:
            lexicon[" ".join(t.folded for t in tokens(word, language))] = (Entry(concept=concept),)
            stop.discard(fold(word))
        elif meaning.casefold() == NOTHING:
            stop.add(fold(word))
    return replace(base, layers=((Source.TABLE, lexicon), *base.layers), stop=frozenset(stop))


def _meant(meaning: str, base: Vocabulary) -> Concept | None:
    """The concept of an id, or the first that the words mention, in the language or in English."""
    by_id = load_concepts().get(meaning.casefold().replace(" ", "_"))
    if by_id is not None:
        return by_id
    for vocabulary in (base, get_vocabulary("en")):
        row = tokens(meaning, vocabulary.language)
        found = next((hit for i in range(len(row)) if (hit := vocabulary.find(row, i))), None)
        if found is not None:
            return found.entry.concept
    return None


@lru_cache(maxsize=16)
def get_vocabulary(language: str) -> Vocabulary:
    """The words of a language; English ones where nothing is known of it."""
    base = language.split("-")[0]
    columns = columns_for(language)
    abroad = ((Source.TABLE, load_words_of(language, BY_HAND)), (Source.CLDR, load_words_of(language)))
    own = tuple(layer for layer in abroad if layer[1])
    if not columns and not own:
        columns = ("en",)
    tables = tuple((Source.TABLE, load_lexicon(c)) for c in columns)
    near = base if base in load_stopwords() else whole_of(base)
    stop = frozenset[str]().union(*(load_stopwords().get(c, frozenset()) for c in (*columns, near)))
    return Vocabulary(
        language=language,
        layers=(*tables, *own) if base in LANGUAGES else (*own, *tables),
        stop=stop,
        endings=get_endings(base) if get_endings(base).rules else get_endings(whole_of(base)),
    )


def read_in(row: tuple[Token, ...], own: Vocabulary, names: frozenset[str]) -> Vocabulary:
    """The language's own vocabulary, or that of one of the five languages in which the words plainly are."""
    words = tuple(t for t in row if t.folded not in names and not t.folded.isdigit())[:60]
    share = own.knows(words)
    if len(words) < 3 or share >= 0.5:
        return own
    best = max((get_vocabulary(c) for c in LANGUAGES), key=lambda v: v.knows(words))
    return best if best.knows(words) >= max(0.6, share + 0.3) else own


def first_named(
    row: Iterable[Token], vocabularies: Sequence[Vocabulary], wanted: Callable[[Concept], bool]
) -> str | None:
    """The id of the first concept that is wanted among words, in the first vocabulary that has it.

    A name or look is no sentence: "bear" alone is no verb there. A word that the first vocabulary knows as something
    else is not looked up in the others: Spanish "polvo" is dust, and no Portuguese octopus.
    """
    for token in row:
        known = any(lexicon.get(token.folded) for _, lexicon in vocabularies[0].layers)
        for vocabulary in vocabularies[:1] if known else vocabularies:
            for _, lexicon in vocabulary.layers:
                found = (*lexicon.get(token.folded, ()), *lexicon.get(f"a {token.folded}", ()))
                entry = next((entry for entry in found if wanted(entry.concept)), None)
                if entry is not None:
                    return entry.concept.id
    return None
