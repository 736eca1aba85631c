"""What changes in the course of a scene: where it arrives and which hour it comes to, only when most of it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from video.concepts.afar import arrives_in, comes_back, only_corridor
from video.concepts.hours import SOME_DAY, WINTER
from video.concepts.tokens import Token
from video.concepts.words import fold

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

LATE = 0.6
"""The share of a scene's words behind which a place or an hour is where it ends, not where it plays."""
SHORT = 2
"""Sentences before the last one of a scene with a brief, its heading among them, that has a beginning and an end."""
LONG = 4
"""Sentences of a scene, its heading among them, that has a beginning and an end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A scene's mentions as it begins, and what it ends with."""

    told: list[Mention]
    places: tuple[Mention, ...] = ()
    """The places in which it ends; none where it stays."""
    back: bool = False
    """Whether it ends where the scene before it was."""
    time: str = ""
    """Id of the hour with which it ends; empty where it stays."""


def begins_late(told: Sequence[Mention], row: Sequence[Token], language: str) -> list[Mention]:
    """The places of lines under a brief where somebody comes only at their end; none where one is named sooner."""
    last = row[-1].sentence if row else 0
    if last < SHORT:
        return []
    places = [m for m in told if m.concept.kind == "place" and not m.loose]
    late = [m for m in places if m.sentence == last and 2 * m.token >= len(row)]
    return late if late == places else []


def course_of(told: Sequence[Mention], row: Sequence[Token], language: str) -> Course:
    """The mentions of told lines, without an hour or a winter and with places loose that come only at the end."""
    end = LATE * len(row)
    told = [m for m in told if not (m.token >= end and fold(m.word) in WINTER)]
    if not row or row[-1].sentence + 1 < LONG:
        return Course(told=told)
    hours = [m for m in told if m.concept.kind == "time" and m.count == 1]  # no "three days"
    turns = bool(hours) and hours[0].token >= end and hours[0].concept.id != SOME_DAY
    ends = len(hours) > 1 and hours[-1].token >= end and hours[-1].concept.id not in (SOME_DAY, hours[0].concept.id)
    places = [
        m for m in told if m.concept.kind == "place" and not m.loose and m.token >= end and arrives_in(m, row, language)
    ]
    out = [replace(m, loose=True) if m in places else m for m in told if not (turns and m.concept.kind == "time")]
    return Course(
        told=out,
        places=() if only_corridor(places, language) else tuple(places),
        back=comes_back(told, row, language, end),
        time=hours[-1].concept.id if (turns or ends) and hours[-1].concept.id != SOME_DAY else "",
    )
