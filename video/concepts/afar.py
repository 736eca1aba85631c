"""What lines speak of and is not where they play: far away, in a picture, in a dream, asked for, never seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from video.concepts.located import STUFF, get_where
from video.concepts.rows import read_rows
from video.concepts.tokens import Token, tokens
from video.concepts.whereabouts import INSIDE
from video.concepts.words import fold

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

Phrases = tuple[tuple[str, ...], ...]
PICTURES = frozenset(("map", "picture", "book", "letter", "draw"))
"""What shows or tells something else."""
WITHIN = frozenset(("place", "sky", "weather", "animal", "person", "thing"))
"""Kinds of what may be drawn in a picture, or seen in the mind."""
FAR = frozenset(("place", "sky", "weather"))
"""Kinds of what somebody may speak of from elsewhere."""
FOLK = frozenset(("village", "town", "city", "street", "square"))
"""Places that stand for who lives there."""
REACH, BESIDE = 7, 3
"""Words between a phrase and what it speaks of; between a picture and the word that says what it shows."""
_LAUNDRY = "ropa ropas colada clothes clothing clothesline laundry linge vetements habits roupa roupas varal"
LAUNDRY = frozenset(_LAUNDRY.split())
"""Words for clothes that may lie or hang about; one sock of which lines tell is in somebody's hands or worn."""
WHOLE = 999
"""More words than a sentence has."""
AND = frozenset(("y", "e", "and", "et", "i", "pero", "but", "mais", "mas", "mentras", "mientras", "porque", "que"))
"""Behind these, as behind a sign, another part of a sentence may begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Afar:
    """The phrases of one language; see ``afar.tsv``."""

    afar: Phrases = ()
    vision: Phrases = ()
    shown: Phrases = ()
    asked: Phrases = ()
    unseen: Phrases = ()
    outside: Phrases = ()
    whole: Phrases = ()
    likened: Phrases = ()
    lasting: Phrases = ()
    corridor: Phrases = ()
    view: Phrases = ()
    back: Phrases = ()
    walls: Phrases = ()
    arrive: Phrases = ()
    likeness: Phrases = ()
    onward: frozenset[str] = field(default=frozenset())


@lru_cache(maxsize=64)
def get_afar(language: str) -> Afar:
    """The phrases of a language by its first subtag; none where the table has none."""
    base = language.split("-")[0]
    found: dict[str, Phrases] = {}
    onward: frozenset[str] = frozenset()
    for languages, role, phrases in read_rows("afar.tsv"):
        if base not in languages.split():
            continue
        if role == "onward":
            onward = frozenset(phrases.split())
        else:
            field_name = "likeness" if role == "is" else role
            found[field_name] = tuple(tuple(t.folded for t in tokens(p, base)) for p in phrases.split("|"))
    return Afar(**found, onward=onward)


def here(found: Sequence[Mention], row: Sequence[Token], language: str) -> list[Mention]:
    """The mentions of told lines without what is not there; places that are looked at from afar are loose."""
    phrases = get_afar(language)
    out: list[Mention] = []
    washing = any(m.concept.id in ("hang_up", "wash") or m.hung for m in found)
    for k, m in enumerate(found):
        if m.concept.id == "clothes" and not washing and m.words == 1 and fold(m.word) not in LAUNDRY:
            continue
        if m.concept.kind == "place" and m.loose and fold(m.word) in STUFF:
            continue  # "a watch full of sand"
        if m.absent or _elsewhere(m, found[:k], row, phrases):
            continue
        if (k and _said_of(m, found[k - 1], row, phrases)) or _in_likeness(m, row, language):
            continue
        out.append(_loose(m, row, phrases) if m.concept.kind == "place" else m)
    return out


def _loose(m: Mention, row: Sequence[Token], phrases: Afar) -> Mention:
    """A place as loose where it is far away, all its people are meant, or it is several rooms."""
    rooms = m.concept.id in INSIDE and m.count == 0
    people = m.concept.id in FOLK and any(_stands(p, row, m.token - len(p)) for p in phrases.whole if m.token >= len(p))
    behind = m.concept.id in FOLK and any(_stands(p, row, m.token + m.words) for p in phrases.whole)
    return replace(m, loose=True) if rooms or people or behind or _in_sentence(phrases.afar, row, m) else m


def _in_likeness(m: Mention, row: Sequence[Token], language: str) -> bool:
    """Whether a place is that of what somebody is only compared with: "like furrows in a field"."""
    if m.concept.kind != "place":
        return False
    within = get_where(language).inside | get_where(language).of
    for p in get_afar(language).likened:
        for i in range(max(0, m.token - BESIDE - 2 - len(p)), m.token - len(p) - 1):
            between = row[i + len(p) : m.token + 1]
            whole = row[i].sentence == m.sentence and not any(t.apart for t in between)
            if whole and _stands(p, row, i) and any(t.folded in within for t in between[1:-1]):
                return True
    return False


def _said_of(m: Mention, before: Mention, row: Sequence[Token], phrases: Afar) -> bool:
    """Whether it only says what a place, a sky or a thing is: "the river was a road of stones"."""
    if before.concept.kind not in FAR or m.concept.kind not in ("place", "thing", "animal") or before.absent:
        return False
    end = before.token + before.words
    near = before.sentence == m.sentence and m.token - end < REACH
    return near and any(_stands(p, row, i) for p in phrases.likeness for i in range(end, m.token - len(p) + 1))


def arrives_in(m: Mention, row: Sequence[Token], language: str) -> bool:
    """Whether a place is named as where somebody comes to: "they ran to the beach"."""
    return _behind(get_afar(language).arrive, row, m, REACH + BESIDE)


def behind_walls(text: str, language: str) -> bool:
    """Whether a line tells of somebody who is in a room: "on the sixth floor, behind the window"."""
    row, phrases = tokens(text, language), get_afar(language).walls
    return any(_stands(p, row, i) for p in phrases for i in range(len(row)))


def comes_back(found: Sequence[Mention], row: Sequence[Token], language: str, late: float) -> bool:
    """Whether somebody comes back at the end, behind a word's index, and no place is named from there on."""
    phrases = get_afar(language).back
    at = [i for i in range(len(row)) if i >= late and any(_stands(p, row, i) for p in phrases)]
    return bool(at) and not any(m.concept.kind == "place" and m.token > at[0] for m in found)


def only_corridor(found: Sequence[Mention], language: str) -> bool:
    """Whether of a staircase only a corridor is named, which any house has."""
    words = {(fold(m.word),) for m in found if m.concept.id == "stairwell"}
    return bool(words) and words <= set(get_afar(language).corridor)


def rainless(found: Sequence[Mention], row: Sequence[Token], language: str) -> bool:
    """Whether it has not rained for long: "eleven months without rain"."""
    lasting = get_afar(language).lasting
    dry = {m.sentence for m in found if m.concept.id == "rain" and m.absent}
    return any(row[i].sentence in dry and _stands(p, row, i) for p in lasting for i in range(len(row)))


INWARD = frozenset(("dentro", "adentro", "inside", "dedans", "dins"))
"""Words that alone in a heading say that a scene is inside."""


def hears_outside(row: Sequence[Token], language: str) -> bool:
    """Whether lines tell what is "outside", so that they play inside: "Outside it was raining"."""
    phrases = get_afar(language)
    if row and (len(row) == 1 or row[1].sentence) and row[0].folded in INWARD:
        return True  # a heading
    for i, token in enumerate(row):
        begins = not i or row[i - 1].sentence != token.sentence or token.apart or row[i - 1].folded in AND
        if not begins:
            continue
        for phrase in phrases.outside:
            end = i + len(phrase)
            if _stands(phrase, row, i) and end < len(row) and row[end].sentence == token.sentence:
                if row[end].folded in phrases.onward and not row[end].apart:
                    continue
                return True
    return False


def _elsewhere(m: Mention, before: Sequence[Mention], row: Sequence[Token], phrases: Afar) -> bool:
    kind = m.concept.kind
    if kind in WITHIN and _behind(phrases.vision, row, m, WHOLE):
        return True
    if kind in ("thing", "animal", "person") and _behind(phrases.view, row, m, WHOLE):
        return True
    if kind in WITHIN and _pictured(m, before, row, phrases):
        return True
    if kind not in FAR:
        return False
    end = m.token + m.words
    return _behind(phrases.asked, row, m, REACH) or any(
        _stands(p, row, i) and row[i].sentence == m.sentence
        for p in phrases.unseen
        for i in range(end, min(end + REACH, len(row)))
    )


def _pictured(m: Mention, before: Sequence[Mention], row: Sequence[Token], phrases: Afar) -> bool:
    """Whether it is drawn or told in something that is named before it in its sentence."""
    for source in before:
        if source.sentence != m.sentence or source.concept.id not in PICTURES:
            continue
        end = source.token + source.words
        if source.concept.kind == "doing":
            if m.concept.kind in FAR and fold(m.word) not in STUFF:  # on which one may draw
                return True
            continue
        if any(_stands(p, row, i) for p in phrases.shown for i in range(end, min(end + BESIDE, m.token))):
            return True
    return False


def _behind(some: Phrases, row: Sequence[Token], m: Mention, reach: int) -> bool:
    """Whether one of the phrases stands before a mention in its sentence, with at most so many words between and, where
    not the whole sentence counts, no sign."""
    signs = [i for i in range(max(0, m.token - reach), m.token + 1) if row[i].apart] if reach <= REACH + BESIDE else []
    return any(
        _stands(p, row, i)
        and row[i].sentence == m.sentence
        and m.token - i - len(p) < reach
        and not any(i < at for at in signs)
        for p in some
        for i in range(max(0, m.token - reach - len(p)), m.token - len(p) + 1)
    )


def _in_sentence(some: Phrases, row: Sequence[Token], m: Mention) -> bool:
    return any(row[i].sentence == m.sentence and _stands(p, row, i) for p in some for i in range(len(row)))


def _stands(phrase: tuple[str, ...], row: Sequence[Token], i: int) -> bool:
    words = row[i : i + len(phrase)]
    return tuple(t.folded for t in words) == phrase and words[0].sentence == words[-1].sentence


def read_here(found: Sequence[Mention], text: str, language: str) -> tuple[list[Mention], bool]:
    """(the mentions of told lines that are there, whether the lines play inside).

    A text that was read in another language than its own is left as it is.
    """
    row = tokens(text, language)
    same = all(m.token < len(row) and fold(m.word).startswith(row[m.token].folded) for m in found)
    if not same:
        return [m for m in found if not m.absent], False
    return here(found, row, language), hears_outside(row, language)
