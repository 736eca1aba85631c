"""The names nearest to one that nobody answers to, and how much a language is used by the lists that are read here."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from languages.codes import canonical
from languages.engine_codes import LISTS
from languages.names import data_of, fold, line_of
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
    found = _holding(wanted)
    found += [name for name in _alike(wanted, MORE_ALIKE if found else ALIKE) if name not in found]
    best: dict[str, str] = {}
    for name, tags in found:
        if "-" not in tags or " " in tags or canonical(tags) == tags:  # withdrawn varieties are none
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


@lru_cache
def _names() -> str:
    """The table of names as it lies, and the varieties that have a subtag of their own: ``provencal``, oc-provenc."""
    spelling = table("orthography")
    more = (
        f"{fold(name)}\t{of}-{subtag}\n"
        for subtag, (of, name) in table("variant").items()
        if of and " " not in of and subtag not in spelling
    )
    return data_of("names.tsv").decode() + "".join(more)


def _holding(wanted: str) -> list[tuple[str, str]]:
    """Names that have what was typed, or most of its longer words, as words or beginnings of words."""
    words = [word for word in wanted.split() if len(word) >= WORD]
    parts = list(dict.fromkeys(([wanted] if len(wanted) >= PART else []) + words))
    having: dict[tuple[str, str], list[str]] = {}
    for part in parts:
        # 2 ms; to look at line by line takes ten times as long.
        for line in re.findall(rf"\n((?:[^\t\n]* )?{re.escape(part)}[^\t\n]*)\t([^\t\n]*)", _names()):
            having.setdefault(line, []).append(part)
    most = max(map(len, having.values()), default=0)
    held: dict[str, tuple[int, bool, str]] = {}
    for (name, tags), found in having.items():
        if len(found) == most and not name.startswith("#"):
            whole = sum(f" {part} " in f" {name} " for part in found)
            rank = (-whole, not _is_english(name, tags), name)
            held[tags] = min(rank, held.get(tags, rank))
    order = sorted((rank[0], _used(tags), len(rank[2]), rank[2], tags) for tags, rank in held.items())
    return [(name, tags) for *_, name, tags in order]


def _is_english(name: str, tags: str) -> bool:
    row = line_of("index.tsv", tags)
    return bool(row) and fold(row[2]) == name


def _alike(wanted: str, least: float) -> list[tuple[str, str]]:
    """Names spelt almost as what was typed, the most used of those that are about as near as the nearest first."""
    letters = set(wanted)
    longer, other = max(2, len(wanted) // 4), max(4, len(wanted) // 3)
    found: list[tuple[float, str, str]] = []
    matcher = SequenceMatcher(b=wanted, autojunk=False)
    lengths = f"{{{max(1, len(wanted) - longer)},{len(wanted) + longer}}}"
    for name, tags in re.findall(rf"\n([^\t\n#]{lengths})\t([^\t\n]*)", _names()):
        if len(letters ^ set(name)) > other:
            continue
        matcher.set_seq1(name)
        if matcher.quick_ratio() > least and (ratio := matcher.ratio()) > least:
            found.append((ratio, name, tags))
    best = max((ratio for ratio, _, _ in found), default=0.0) - AS_GOOD
    order = sorted((_used(tags), -r, not _is_english(name, tags), name, tags) for r, name, tags in found if r >= best)
    return [(name, tags) for *_, name, tags in order]
