"""What words say of an animal that is nobody: "a cat with white paws", "un perro manchado y sin cola".

Its colour, number and size are with every mention; here is what makes it unlike others of its kind.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from video.concepts.absence import AND
from video.concepts.grammar import load_grammar
from video.concepts.rows import read_rows
from video.concepts.table import LANGUAGES
from video.concepts.tokens import Token
from video.concepts.words import load_words

if TYPE_CHECKING:
    from video.concepts.mentions import Mention


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LINKS = _set("with wearing in con lleva llevando con avec portant com usando amb duu portava")
_LACKS = _set("without sin sans sem sense")
_OF = _set("de d a al aux au of del da do das dos")
_ON = _set("on en sur au no na al in at")
_SMALL = _set("a an the his her its un una uno une um uma el la los las le les l o os as els su sus son sa ses seu sua")
_HELD = _set("mouth beak paws claws jaws boca hocico pico patas gueule bec pattes bico focinho teeth")
_PATTERNS = _set("""
    striped stripy spotted speckled dappled tabby piebald manchado manchada manchados manchadas
    moteado moteada
    atigrado atigrada atigrados atigradas rayado rayada raye rayee tachete tachetee tigree malhado malhada
    malhados malhadas rajado rajada pintado pintada tailless rabon rabona rayas rayures ratlles listras lunares pois
    manchas taches taques pintas""")
_LONGEST = 7
"""Words of what is said behind a link at most."""


@lru_cache(maxsize=1)
def _parts() -> frozenset[str]:
    return frozenset(word for _, words in read_rows("animal_parts.tsv") for word in words.split())


def described(
    mentions: tuple[Mention, ...], row: tuple[Token, ...], language: str
) -> tuple[tuple[Mention, ...], frozenset[str]]:
    """Mentions with what is said of their animals, without the things that are of these, and words so understood."""
    if language.split("-")[0] not in LANGUAGES:
        return mentions, frozenset()
    out: list[Mention] = []
    inside: set[int] = set()
    starts = {m.token for m in mentions if m.concept.kind in ("animal", "person", "cast")}
    for m in mentions:
        if m.concept.kind == "animal" and not m.absent:
            start, end, telling = _span(m, row, starts)
            if telling:
                inside |= set(range(m.token + m.words, end))
                out.append(replace(m, look=" ".join(t.written for t in row[start:end])))
                continue
        out.append(m)
    kept = tuple(m for m in out if m.concept.kind != "thing" or m.token not in inside)
    return kept, frozenset(row[k].written for k in inside)


def _span(m: Mention, row: tuple[Token, ...], starts: set[int]) -> tuple[int, int, bool]:
    """(first word, end, whether it says more than one colour and a size) of what is said of an animal."""
    start = m.token
    while start and m.token - start < 3 and _plain(row[start - 1]) and not row[start].apart:
        if row[start - 1].sentence != row[m.token].sentence:
            break
        start -= 1
    end = m.token + m.words
    while end < len(row) and (size := _more(row, end)):
        if starts & set(range(end, end + size + (size > 1))):
            break  # "a striped cat and a spotted | dog"
        end += size
    said = {t.folded for t in row[start:end]}
    colours = [t for t in row[start:end] if t.folded in load_words().colours]
    telling = bool(said & (_PATTERNS | _LACKS)) or len(colours) > 1
    return start, end, telling or any(_is_part(t) or _worn(t) for t in row[m.token + m.words : end])


def _more(row: tuple[Token, ...], i: int) -> int:
    """How many words from an index on are still of the animal; 0 where something else begins."""
    token = row[i]
    if token.sentence != row[i - 1].sentence or token.apart:
        return 0
    if _quality(token):
        return 1
    if token.folded in AND:
        return 2 if _and_so(row, i) else _linked(row, i, worn=False)
    if token.folded in _LINKS | _LACKS | _OF:
        return _linked(row, i, worn=token.folded in _LINKS)
    return 0


def _linked(row: tuple[Token, ...], i: int, *, worn: bool) -> int:
    """The words from a link on that lead to a part or, with ``worn``, to a piece of dress; 0 where they do not."""
    k, found = i + 1, 0
    while k < len(row) and k - i <= _LONGEST and row[k].sentence == row[i].sentence and not row[k].apart:
        token = row[k]
        if _is_part(token) or (worn and _worn(token)):
            k += 1
            found = k
        elif found and token.folded in _ON and _leads(row, k):
            k += 1
        elif _quality(token):
            k += 1
            found = k if found else 0
        elif token.folded in _SMALL or (found and _and_so(row, k)):
            k += 1
        else:
            break
    held = {t.folded for t in row[i : found + 4]} & _HELD if any(_worn(t) for t in row[i:found]) else set[str]()
    return 0 if held else max(0, found - i)


def _and_so(row: tuple[Token, ...], k: int) -> bool:
    """Whether a word is "and" before one more colour."""
    return row[k].folded in AND and k + 1 < len(row) and _quality(row[k + 1])


def _leads(row: tuple[Token, ...], k: int) -> bool:
    """Whether behind "on" stands a part: "a white patch on his chest"."""
    return any(_is_part(t) for t in row[k + 1 : k + 3])


def _is_part(token: Token) -> bool:
    return token.folded in _parts() or token.folded in _PATTERNS


def _worn(token: Token) -> bool:
    tags = load_words().look.get(token.folded, ())
    return any(t.startswith("wear:") and t not in ("wear:hair", "wear:eyes", "wear:nose") for t in tags)


def _quality(token: Token) -> bool:
    """True of colours, patterns, and "long", "old", "big"."""
    words, grammar = load_words(), load_grammar()
    tags = words.look.get(token.folded, ())
    return (
        token.folded in words.colours
        or token.folded in words.hairs
        or token.folded in _PATTERNS
        or token.folded in grammar.big
        or token.folded in grammar.small
        or any(t == "old" or t.startswith(("length:", "build:", "pattern:")) for t in tags)
    )


def _plain(token: Token) -> bool:
    return _quality(token) or token.folded in AND
