"""What the cards before and after a film say: its title, and who and what made it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from languages.language import Language
from languages.registry import get_language
from publishing.notices import Wording
from video.cards import CardRow, Weight

MOST_NAMES, NAME_LIMIT = 2, 80
"""Of the credits so many stand beneath the title, if they are as short as names are; all are on the end card."""


class Made(StrEnum):
    """How something came about; the value is the wording's key."""

    AUTHOR = "author"
    CHECKED = "checked"
    DRAFTED = "drafted"
    PEOPLE = "people"
    SYNTHETIC = "synthetic"
    OWN = "own"
    DRAWN = "drawn"
    GENERATED = "generated"


BY_MACHINE = frozenset((Made.DRAFTED, Made.SYNTHETIC, Made.DRAWN, Made.GENERATED))
"""Source of saying so: Regulation (EU) 2024/1689, article 50: synthetic content is told to be one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is true of an edition, counted from its lines and shots."""

    title: str
    language: Language
    """Of the title."""
    authors: tuple[str, ...]
    authors_language: Language
    words: tuple[tuple[Made, int], ...]
    """(how, number of lines)."""
    voices: tuple[tuple[Made, int], ...]
    pictures: tuple[Made, ...]
    licence: str = ""
    missing: int = 0


def title_rows(facts: Facts) -> tuple[CardRow, ...]:
    """The title, and beneath it who is named as its author."""
    rows = [CardRow(text=facts.title, language=facts.language, weight=Weight.TITLE)]
    named = [a for a in facts.authors if len(a) <= NAME_LIMIT][:MOST_NAMES]
    rows += [CardRow(text=name, language=facts.authors_language, weight=Weight.NAME) for name in named]
    return tuple(rows)


def end_rows(facts: Facts, wording: Wording) -> tuple[CardRow, ...]:
    """Who and what made the edition, what is missing, the licence, and what machines did."""
    language = get_language(wording.language)

    def row(text: str, weight: Weight = Weight.TEXT) -> CardRow:
        return CardRow(text=text, language=language, weight=weight)

    rows = [CardRow(text=facts.title, language=facts.language, weight=Weight.HEAD)]
    if facts.authors:
        rows.append(row(wording["story"], Weight.LABEL))
        rows += [CardRow(text=author, language=facts.authors_language) for author in facts.authors]
    for key, counted in (("words", facts.words), ("voices", facts.voices)):
        if counted:
            rows.append(row(wording[key], Weight.LABEL))
            several = len(counted) > 1
            rows += [row(f"{wording[how]} ({count})" if several else wording[how]) for how, count in counted]
    if facts.pictures:
        rows.append(row(wording["pictures"], Weight.LABEL))
        rows += [row(wording[how]) for how in facts.pictures]
    if facts.missing:
        rows.append(row(f"{wording['missing']}: {facts.missing}"))
    if facts.licence:
        rows.append(row(wording["licence"], Weight.LABEL))
        rows.append(CardRow(text=facts.licence, language=facts.authors_language))
    parts = (*(how for how, _ in (*facts.words, *facts.voices)), *facts.pictures)
    if BY_MACHINE & set(parts):
        rows.append(row(wording["machine"], Weight.SMALL))
    rows.append(row(wording["made"], Weight.SMALL))
    return tuple(rows)
