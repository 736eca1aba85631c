"""Names of languages as people write them: folded, and looked up without reading the whole table.

``data/names.tsv`` (folded name, tags) is made by ``scripts/build_names.py``. A tag there may be that of a group;
``languages.groups`` says which languages it stands for.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
"""Tables of the room. ``importlib.resources`` would say the same, 9 ms later."""

LETTERS = str.maketrans("łøđħŧıɓɗɛɔŋəǝɨʉƙƴɲ", "lodhtibdeoneeiukyn", "'’‘ʼʻʽ`´ʹꞌꞋ") | {ord("æ"): "ae", ord("œ"): "oe"}
"""Letters that Unicode does not take apart, as people type them who lack them; apostrophes are dropped."""

MOST_SCANS = 100
"""Lookups for which a table is searched as it lies (30 us each), before all its lines are taken apart (10 ms)."""

SUFFIXES = (" language", " languages")
"""What people add to a name."""


def fold(text: str) -> str:
    """Letters and digits alone, without case, accents and apostrophes, words one space apart."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(LETTERS)
    kept = (c for c in letters if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return " ".join("".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in kept).split())


def plain(text: str) -> str:
    """What was typed, without what nobody sees: spaces around it, bidi controls, the width of letters (``ｅｓ``)."""
    return unicodedata.normalize("NFKC", "".join(c for c in text if unicodedata.category(c) != "Cf")).strip()


@lru_cache
def data_of(name: str) -> bytes:
    """A table in ``data`` as it lies."""
    return (DATA / name).read_bytes()


@lru_cache
def _by_key(table: str) -> dict[str, list[str]]:
    return {line[0]: line for line in lines_of(table)}


_scans: Counter[str] = Counter()


def line_of(table: str, key: str) -> list[str]:
    """The fields of the line of a table in ``data`` that begins with a key; empty where there is none."""
    if _scans[table] > MOST_SCANS:
        return _by_key(table).get(key, [])
    if not key or "\t" in key or "\n" in key or key.startswith("#"):
        return []
    _scans[table] += 1
    text = data_of(table)
    try:
        at = text.find(f"\n{key}\t".encode())
    except UnicodeEncodeError:  # a lone surrogate
        return []
    return [] if at < 0 else text[at + 1 : text.index(b"\n", at + 1)].decode().split("\t")


def lines_of(table: str) -> list[list[str]]:
    """All lines of a table in ``data`` by their fields, without remarks."""
    return [line.split("\t") for line in data_of(table).decode().split("\n") if line and not line.startswith("#")]


def _named(text: str) -> list[str]:
    """The line of the table of names for a name, however it is written."""
    key = fold(text)
    keys = (key, *(key.removesuffix(s) for s in SUFFIXES if key.endswith(s)))
    return next((found for wanted in keys if (found := line_of("names.tsv", wanted))), [])


def tags_named(text: str) -> tuple[str, ...]:
    """Tags that the table of names gives for a name, however it is written; empty where it has none."""
    return tuple(" ".join(_named(text)[1:2]).split())


def also_named(text: str) -> tuple[str, ...]:
    """Tags that have a name, too, but not as their first: *mongol* is Mongolian in French; empty where it has none."""
    return tuple(" ".join(_named(text)[2:3]).split())
