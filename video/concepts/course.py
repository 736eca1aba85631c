"""What changes in the course of a scene: where it arrives and which hour it comes to, only when most of it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from video.concepts.hours import SOME_DAY
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

LATE = 0.6
"""The share of a scene's words behind which a place or an hour is where it ends, not where it plays."""
LONG = 4
"""Sentences of a scene, its heading among them, that has a beginning and an end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A scene's mentions as it begins, and what it ends with."""

    told: list[Mention]
    places: tuple[Mention, ...] = ()
    """The places in which it ends; none where it stays."""
    time: str = ""
    """Id of the hour with which it ends; empty where it stays."""


def course_of(told: Sequence[Mention], row: Sequence[Token]) -> Course:
    """The mentions of told lines, without an hour and with places loose that come only at the end."""
    if not row or row[-1].sentence + 1 < LONG:
        return Course(told=list(told))
    end = LATE * len(row)
    hours = [m for m in told if m.concept.kind == "time"]
    turns = bool(hours) and hours[0].token >= end and hours[0].concept.id != SOME_DAY
    places = [m for m in told if m.concept.kind == "place" and not m.loose]
    arrives = bool(places) and places[0].token >= end
    out = [
        replace(m, loose=True) if arrives and m.concept.kind == "place" else m
        for m in told
        if not (turns and m.concept.kind == "time")
    ]
    return Course(
        told=out,
        places=tuple(places) if arrives else (),
        time=hours[-1].concept.id if turns and hours[-1].concept.id != SOME_DAY else "",
    )
