"""Codes that stand for several languages: macrolanguages and collections, from ``data/groups.tsv``.

A macrolanguage's code is often taken for one of its members (``zh`` for Mandarin); ``taken_for`` says for which. Where
practice takes it for none, or sources name different ones, a command that needs one language has to ask which is meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from languages.names import line_of, lines_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A code that stands for several languages."""

    tag: str
    kind: str
    """``macrolanguage`` (ISO 639-3) or ``collection`` (ISO 639-5)."""
    name: str
    members: tuple[str, ...]
    """Registered codes of its languages, one by one; ``cmn``, not ``zh``."""
    taken_for: str
    """The member that the code is taken for in practice; empty where that is nobody's to say."""
    taken_name: str
    """English name of that member."""
    asks_by_name: bool
    """Whether the bare name leaves open which member is meant: *Norwegian*."""
    why: str
    """Where it is from that the code is taken so, or why it is not."""


@lru_cache(1024)
def find_group(tag: str) -> Group | None:
    """The group that a code stands for, or None where it stands for one language."""
    row = line_of("groups.tsv", tag)
    if not row:
        return None
    return Group(
        tag=row[0],
        kind=row[1],
        name=row[2],
        members=tuple(row[3].split()),
        taken_for=row[4],
        taken_name=row[5],
        asks_by_name=row[6] == "asks",
        why=row[7],
    )


def members_of(tag: str) -> tuple[str, ...]:
    """Codes of the languages that a canonical tag's code includes, in order; empty where it is one language.

    The member that the code is taken for stands under its own code (``cmn`` in ``zh``), which ``find_language`` takes.
    """
    group = find_group(tag.partition("-")[0])
    return group.members if group else ()


def taken_for(tag: str) -> str:
    """The member that a macrolanguage's code is taken for in practice (``zh`` → ``cmn``); empty where for none."""
    group = find_group(tag.partition("-")[0])
    return group.taken_for if group else ""


def leaves_open(tag: str) -> bool:
    """Whether a canonical tag leaves open which language is meant: ``qu``, ``qu-BO``, ``zap``."""
    group = find_group(tag.partition("-")[0])
    return group is not None and not group.taken_for


def found_by(member: str) -> Group | None:
    """The macrolanguage that is taken for a language though both have a tag of their own (``ak`` for ``tw``), or None.

    What lists do under the macrolanguage's code is on its own card.
    """
    lines = lines_of("groups.tsv")
    wide = next((line[0] for line in lines if line[4] == member and line_of("index.tsv", line[0])), "")
    return find_group(wide)
