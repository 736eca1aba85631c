"""What a text says is not there: "hakukuwa na jua", "ni gaviotas", "ağaç yok"; and figures of speech."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from video.concepts.grammar import load_grammar
from video.concepts.rows import read_rows
from video.concepts.table import CAST
from video.concepts.tokens import Token
from video.concepts.words import exact, fold

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

BETWEEN = 2
"""Words that may stand between "no" and what is not there: "no big green trees"."""
ADJACENT = "!"
_ACTS = ("doing", "mood", CAST)
_NEVER_HERE = ("time", "doing", "mood")
MAYBE = frozenset((("if",), ("si",), ("kama",), ("ikiwa",), ("jika",)))
"""Behind these a character may well be there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """The phrases of one language, each as its words."""

    before: tuple[tuple[str, ...], ...] = ()
    adjacent: tuple[tuple[str, ...], ...] = ()
    """Of those before, the ones right behind which it must stand."""
    behind: tuple[tuple[str, ...], ...] = ()
    on: tuple[tuple[str, ...], ...] = ()
    ended: tuple[tuple[str, ...], ...] = ()
    """Behind these a weather is no more: "after the rain"."""
    over: tuple[tuple[str, ...], ...] = ()
    """Before these: "the rain stopped"."""
    clause: tuple[tuple[str, ...], ...] = ()
    """Behind these nothing that is named in the rest of the clause is there: "he remembered the summer when"."""
    idioms: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    """Figures of speech by their first word, folded; the longest first."""
    alone: frozenset[str] = frozenset()
    """Words that deny by themselves."""
    words: frozenset[str] = frozenset()
    """All their words, folded: none of them is unknown."""

    def denies(self, word: Token) -> bool:
        """Whether a word alone says that something is not there."""
        return word.folded in self.alone or word.exact in self.alone

    def idiom_at(self, row: Sequence[Token], i: int) -> int:
        """How many words from here on are a figure of speech; 0 where none is."""
        return next((len(p) for p in self.idioms.get(row[i].folded, ()) if _stands(p, row, i)), 0)

    def mark(self, found: Sequence[Mention], row: Sequence[Token]) -> list[Mention]:
        """The mentions, those that are not there marked."""
        out = list(found)
        for k, m in enumerate(out):
            if m.concept.kind in _NEVER_HERE or m.absent:
                continue
            before = out[k - 1] if k and out[k - 1].sentence == m.sentence else None
            after = out[k + 1].token if k + 1 < len(out) else len(row)
            if self._without(row, m) if m.concept.kind == CAST else self._gone(row, m, before, after):
                out[k] = replace(m, absent=True)
        return out

    def _gone(self, row: Sequence[Token], m: Mention, before: Mention | None, after: int) -> bool:
        """Whether what is no character is not to be seen; ``after``: where the next mention begins."""
        return (
            self._goes_on(row, m, before)
            or self._said(row, self._gap(row, m, before), m)
            or self._said_behind(row, m, after)
            or self._over(row, m, after)
            or self._in_mind(row, m)
            or _sought(m, before, row)
            or _of_comparison(m, before, row)
            or _worn(m, before, row)
        )

    def _over(self, row: Sequence[Token], m: Mention, after: int) -> bool:
        """Whether a weather is said to have ended."""
        if m.concept.kind != "weather":
            return False
        told = any(_stands(p, row, m.token - len(p)) for p in self.ended if m.token >= len(p))
        end = m.token + m.words
        last = next(
            (i for i in range(end, min(end + BETWEEN, len(row))) if row[i].sentence != m.sentence), end + BETWEEN
        )
        return told or any(_stands(p, row, i) for p in self.over for i in range(end, min(last, after + 1, len(row))))

    def _in_mind(self, row: Sequence[Token], m: Mention) -> bool:
        """Whether it is in a clause of what somebody remembers or imagines, or in a sentence of what would be."""
        i = m.token
        while i > 0 and row[i - 1].sentence == m.sentence:
            i -= 1
            if any(_stands(p, row, i) and i + len(p) <= m.token for p in self.clause):
                return True
            if row[i].apart and row[i].folded in ENDS_CLAUSE and not _lists(row, i):
                break
        words = {t.folded for t in row if t.sentence == m.sentence}
        return "if" in words and bool(words & WOULD)

    def _gap(self, row: Sequence[Token], m: Mention, before: Mention | None) -> int:
        """Where the words begin that may speak of it: behind the mention before, and the last sign."""
        acts = before is not None and before.concept.kind in ("doing", "mood")  # "talked about", "soñaba con"
        first = before.token + (0 if acts else before.words) if before else 0
        for i in range(m.token, first - 1, -1):
            if row[i].sentence != m.sentence:
                return i + 1
            if row[i].apart:
                return i
        return first

    def _said(self, row: Sequence[Token], first: int, m: Mention) -> bool:
        most = BETWEEN
        if m.concept.kind == "place":  # "sin el río", but not "hapakuwa na mtu sokoni"
            most = 1 if m.token and row[m.token - 1].folded in load_grammar().before_things else 0
        return any(
            _stands(phrase, row, end - len(phrase))
            for phrase in self.before
            for end in range(m.token - (0 if phrase in self.adjacent else most), m.token + 1)
            if end - len(phrase) >= first
        )

    def _without(self, row: Sequence[Token], m: Mention) -> bool:
        """Whether a character is said not to be there, right before the name: "neither Nana nor Ina"."""
        return not row[m.token].apart and any(
            _stands(phrase, row, m.token - len(phrase)) and row[m.token - len(phrase)].sentence == m.sentence
            for phrase in self.before
            if phrase not in MAYBE and m.token >= len(phrase)
        )

    def _said_behind(self, row: Sequence[Token], m: Mention, after: int) -> bool:
        end = m.token + m.words
        for i in range(end, min(end + BETWEEN, after, len(row))):
            if row[i].apart or row[i].sentence != m.sentence:
                return False
            if any(_stands(phrase, row, i) for phrase in self.behind):
                return True
        return False

    def _goes_on(self, row: Sequence[Token], m: Mention, before: Mention | None) -> bool:
        """Whether it is named in a row with what is not there: "no sun and no moon"."""
        if before is None or not before.absent or before.concept.kind in _ACTS:
            return False
        end = before.token + before.words
        if m.concept.kind == "place" and row[end].folded not in ("of", "or", "nor"):
            return False  # "no boats on a lake"
        return end < m.token <= end + BETWEEN + 1 and any(_stands(phrase, row, end) for phrase in self.on)


ENDS_CLAUSE = frozenset("and but so then y pero entonces et mais puis e mas entao i pero".split())  # noqa: SIM905 - CONFIG
"""Behind a comma these begin another clause."""
WOULD = frozenset(("would", "wouldn't", "could", "couldn't", "might"))
"""With "if" these speak of what is not so."""
_SUBJECTS = frozenset("he she they it we i you then there".split())  # noqa: SIM905 - CONFIG: as words


def _lists(row: Sequence[Token], i: int) -> bool:
    """Whether an English "and" behind a comma goes on with a list: "the elephants, and a girl"."""
    behind = row[i + 1] if i + 1 < len(row) else None
    return row[i].folded == "and" and behind is not None and behind.folded not in _SUBJECTS and behind.written.islower()


AND = frozenset(("and", "y", "e", "et", "i"))
"""Behind these another begins: "she waits and the cousins dance"."""


def _sought(m: Mention, before: Mention | None, row: Sequence[Token]) -> bool:
    """Whether it is what somebody looks for, waits for or draws: it is not in sight."""
    if before is None or m.token - before.token - before.words > BETWEEN:
        return False
    if before.concept.id == "wait":
        another = any(t.folded in AND for t in row[before.token + before.words : m.token])
        return m.concept.kind == "person" and not another
    return before.concept.id in ("search", "draw") and m.concept.kind in ("thing", "animal", "person", "sky")


COMPARES = frozenset(("like", "como", "comme", "com", "as"))


def _of_comparison(m: Mention, before: Mention | None, row: Sequence[Token]) -> bool:
    """Whether a weather, or where it falls, is only that of a comparison: "like a ship in a storm"."""
    if before is None or not before.absent or row[m.token].apart:
        return False
    if m.concept.kind != "weather" and (m.concept.kind, before.concept.kind) != ("place", "weather"):
        return False
    like = row[max(0, before.token - 2) : before.token]
    return m.token - before.token - before.words < 4 and any(
        t.folded in COMPARES and t.sentence == m.sentence for t in like
    )


_WEARABLE = """clothes hat shoes boots glasses crown mask necklace ring apron scarf feather sock glove shirt
trousers dress coat helmet cap sandals wetsuit bracelet earrings watch backpack goggles
cloak shawl medal armour ribbon"""
WEARABLE = frozenset(_WEARABLE.split())
_WEARING = """wear wears wearing wore dressed viste visten vestia vestida vestido puesto puesta habillee habille vetue
vetu veste vestem usa usava indossa enfila enfile enfilait calzo calza calcou vestiu lleva llevaba llevan duia"""
WEARING = frozenset(_WEARING.split())
_OWN = "his her their su sus son sa ses leur leurs seu sua seus suas dela dele delas deles seva seves"
OWN = frozenset(_OWN.split())
UNDER = frozenset(("under", "bajo", "sous", "sob", "debaixo", "debajo", "sota"))
"""Whose it is, it has on, as far as nobody does anything with it: "her dress and her hair fly"."""
BEARING = frozenset(("porte", "portait", "portent", "porta", "portava"))
"""Forms of "carry" that may be "wear": French and Catalan."""


def _worn(m: Mention, before: Mention | None, row: Sequence[Token]) -> bool:
    """Whether somebody wears it: no dress lies about beside who has it on."""
    if m.concept.id not in WEARABLE:
        return False
    if before is not None and before.concept.id == "carry" and fold(before.word) in BEARING:
        return m.token - before.token <= BETWEEN + 1
    first = max(0, m.token - BETWEEN - 1, before.token if before else 0)
    if before is not None and before.absent and before.concept.id in WEARABLE and before.sentence == m.sentence:
        between = row[before.token + before.words : m.token]
        if 0 < len(between) <= BETWEEN and between[0].folded in AND:
            return True  # "llevaba la bata y unas zapatillas"
    if any(t.folded in WEARING and t.sentence == m.sentence for t in row[first : m.token]):
        return True
    if row[m.token - 1].folded in OWN and row[max(0, m.token - 2)].folded in UNDER and m.token > 1:
        return True  # "elle la cacha sous son manteau"
    if m.concept.id == "feather":
        return any(t.folded in OWN for t in row[max(0, m.token - BETWEEN) : m.token])
    if before is not None and before.concept.kind == "doing" and before.concept.id not in ("look", "read", "think"):
        return False  # "she mends his shirt", but "she studied her shoes"
    if before is not None and before.concept.kind in ("person", CAST):  # "people in fur coats"
        return row[before.token + before.words].folded in ("in", "en") and m.token - before.token <= BETWEEN + 2
    around = (*row[max(first, m.token - BETWEEN) : m.token], *row[m.token + m.words : m.token + m.words + BETWEEN + 2])
    return any(t.folded in OWN and t.sentence == m.sentence and not t.apart for t in around)


def _stands(phrase: tuple[str, ...], row: Sequence[Token], i: int) -> bool:
    """Whether a phrase begins at a word; a word of it that has accents must be written with them."""
    if i + len(phrase) > len(row) or phrase[0] not in ("*", row[i].folded, row[i].exact):
        return False  # most phrases already at their first word
    return row[i + len(phrase) - 1].sentence == row[i].sentence and all(
        word in ("*", row[i + k].folded, row[i + k].exact) for k, word in enumerate(phrase)
    )


@lru_cache(maxsize=1)
def _load() -> dict[str, dict[str, list[tuple[str, ...]]]]:
    out: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for languages, role, phrases in read_rows("absence.tsv"):
        for language in languages.split():
            rules = out.setdefault(language, {})
            for phrase in phrases.split("|"):
                key = f"{role}{ADJACENT}" if phrase.endswith(ADJACENT) else role
                rules.setdefault(key, []).append(_words(phrase.removesuffix(ADJACENT)))
    return out


def _words(phrase: str) -> tuple[str, ...]:
    """Its words as a text is cut into them, in which elided letters fall away."""
    parts = (word.rpartition("'")[2] if len(word.partition("'")[0]) == 1 else word for word in phrase.split())
    return tuple(exact(word) for word in parts)


@lru_cache(maxsize=64)
def get_absence(language: str) -> Absence:
    """The phrases of a language by its first subtag; none where the table has none."""
    rules = _load().get(language.split("-")[0], {})

    def of(role: str) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted(rules.get(role, ()), key=len, reverse=True))

    adjacent = of(f"before{ADJACENT}")
    before, behind, on = (*of("before"), *adjacent), of("behind"), of("on")
    idioms: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in of("idiom"):
        head = fold(phrase[0])
        idioms[head] = (*idioms.get(head, ()), phrase)
    words = frozenset(fold(word) for phrase in (*before, *behind, *on) for word in phrase)
    return Absence(
        before=before,
        adjacent=adjacent,
        behind=behind,
        on=on,
        ended=of("ended"),
        over=of("over"),
        clause=of("clause"),
        idioms=idioms,
        alone=frozenset(phrase[0] for phrase in (*before, *behind) if len(phrase) == 1),
        words=words,
    )
