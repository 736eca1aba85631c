"""The names nearest to one that nobody answers to, and how much a language is used by the lists that are read here."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from languages.codes import canonical
from languages.engine_codes import LISTS
from languages.names import data_of, fold, line_of, lines_of
from languages.regions import regions_of
from languages.subtags import table

NEAREST = 5
FEW = 4
"""Tags that are told one by one; of more the number is told."""
PART, WORD = 4, 5
"""Letters that the whole of what was typed needs to be looked for in names, and each of several words of it."""
ALIKE, MORE_ALIKE = 0.6, 0.8
"""Likeness of two spellings that may be one, and where some name already holds what was typed."""
AS_GOOD = 0.15
"""How much less alike than the best a spelling may be: *vasco* is nearer to Vaso than to Basco, which most mean."""


def nearest(asked: str) -> tuple[str, ...]:
    """The names nearest to one that nobody answers to, five languages at most, the most used first: ``swahili (sw)``.

    First those in which what was typed is a word or a beginning of one, or most of its words are; then those that are
    spelt alike.
    """
    wanted = fold(asked)
    names = (*((line[0], line[1]) for line in lines_of("names.tsv")), *_varieties())
    found = _holding(wanted, names)
    found += [name for name in _alike(wanted, names, MORE_ALIKE if found else ALIKE) if name not in found]
    best: dict[str, str] = {}
    for name, tags in found:
        best.setdefault(tags, name)
    return tuple(f"{name} ({_told(tags.split())})" for tags, name in list(best.items())[:NEAREST])


def use_of(tag: str) -> tuple[int, int]:
    """(lists of models and programs that name a canonical tag, countries that it is used in)."""
    line_end = f"\t{tag}\n".encode()
    return sum(line_end in data_of(f"codes/{name}.tsv") for name in LISTS), len(regions_of(tag))


def _told(tags: list[str]) -> str:
    return ", ".join(tags) if len(tags) <= FEW else f"{len(tags)} languages"


def _used(tags: str) -> tuple[int, int]:
    lists, countries = max(map(use_of, tags.split()[:FEW]))
    return -lists, -countries


def _varieties() -> Iterator[tuple[str, str]]:
    """(folded name, tag) of the varieties that have a subtag of their own: Provençal is ``oc-provenc``."""
    for subtag, (of, name) in table("variant").items():
        if of and " " not in of and subtag not in table("orthography") and (tag := canonical(f"{of}-{subtag}")):
            yield fold(name), tag


def _holding(wanted: str, names: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """Names that have what was typed, or most of its longer words, as words or beginnings of words."""
    words = dict.fromkeys(w for w in wanted.split() if len(w) >= WORD)
    parts = dict.fromkeys([*([wanted] if len(wanted) >= PART else []), *words])
    held: dict[str, tuple[int, int, bool, str]] = {}
    for name, tags in names:
        spaced = f" {name}"
        if held_by := [p for p in parts if f" {p}" in spaced]:
            whole = sum(f" {p} " in f"{spaced} " for p in held_by)
            rank = (-len(held_by), -whole, not _is_english(name, tags), name)
            held[tags] = min(rank, held.get(tags, rank))
    most = min((rank[0] for rank in held.values()), default=0)
    order = sorted((rank[:2], _used(tags), len(rank[3]), rank[3], tags) for tags, rank in held.items() if rank[0] == most)
    return [(name, tags) for *_, name, tags in order]


def _is_english(name: str, tags: str) -> bool:
    row = line_of("index.tsv", tags)
    return bool(row) and fold(row[2]) == name


def _alike(wanted: str, names: tuple[tuple[str, str], ...], least: float) -> list[tuple[str, str]]:
    """Names spelt almost as what was typed, the most used of those that are about as near as the nearest first."""
    letters = set(wanted)
    longer, other = max(2, len(wanted) // 4), max(4, len(wanted) // 3)
    found: dict[str, tuple[float, str]] = {}
    matcher = SequenceMatcher(b=wanted, autojunk=False)
    for name, tags in names:
        if abs(len(name) - len(wanted)) > longer or len(letters ^ set(name)) > other:
            continue
        matcher.set_seq1(name)
        if matcher.quick_ratio() > least and (ratio := matcher.ratio()) > least:
            found[tags] = max((ratio, name), found.get(tags, (0.0, "")))
    best = max((ratio for ratio, _ in found.values()), default=0.0)
    order = sorted((*_used(tags), -r, name, tags) for tags, (r, name) in found.items() if r >= best - AS_GOOD)
    return [(name, tags) for *_, name, tags in order]
