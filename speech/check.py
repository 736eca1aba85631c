"""Listening back: does a line sound as it is written? Judged against what its ear is expected to get wrong. Pure."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from speech.cer import Errors, errors
from speech.spoken import spoken


class Judgement(StrEnum):
    """What can be said of a line."""

    OK = "ok"
    SUSPECT = "suspect"
    UNKNOWN = "cannot judge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What an ear gets wrong in lines that are right."""

    rate: float | None
    """Character error rate; None where nothing is known."""
    source: str = ""
    """For a person: where the figure comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The judgement of one line."""

    judgement: Judgement
    score: float
    """0 = as written; from 1 on suspect. The largest of what speaks against the line."""
    errors: Errors
    reason: str = ""
    """For a person; empty where all is well."""


WORST = 0.5
"""An ear that gets half of the letters wrong is worse than any mouth: it cannot judge. Own rule."""
UNRELATED = 0.8
"""Character error rate between a line and a transcript of quite another one (0.69 to 0.92, Whisper-base on espeak).
Half of the way from what is expected to this, a line is suspect."""
STRETCH = 0.2
"""Share of the line that may be missing, or added, in one stretch."""
STRETCH_LETTERS = 5
"""Stretches of fewer letters are no evidence: an ear writes one word otherwise."""
APPROVED = 5
OTHERS = 8
"""So many approved lines, or else other lines, tell what the ear gets wrong in this work."""


def expected_of(published: Expected, approved: Sequence[float], all_rates: Sequence[float]) -> Expected:
    """What to expect of an ear: from the work's own approved lines, else as published, else from its other lines.

    Args:
        approved: error rates of lines that a person approved.
        all_rates: error rates of all lines of the edition.
    """
    if len(approved) >= APPROVED:
        return Expected(rate=statistics.median(approved), source=f"{len(approved)} approved lines of this work")
    if published.rate is not None:
        return published
    if len(all_rates) >= OTHERS:
        return Expected(rate=statistics.median(all_rates), source=f"the {len(all_rates)} lines of this edition")
    return Expected(rate=None)


def errors_heard(text: str, heard: str, language: str) -> Errors:
    """The errors of a transcript, numbers in words on both sides: an ear may write 12 for what is said as «twelve».

    The lesser of both counts is taken, as written and in words: words that are not certain prove nothing.
    """
    written = errors(text, heard)
    in_words = (spoken(text, language).text, spoken(heard, language).text)
    if in_words == (text, heard):
        return written
    return min(written, errors(*in_words), key=lambda e: e.rate)


def judge(text: str, heard: str, expected: Expected, language: str = "") -> Verdict:
    """The judgement of a line whose transcript is given; without a language, numbers are compared as written."""
    found = errors_heard(text, heard, language) if language else errors(text, heard)
    if expected.rate is None:
        reason = (
            "nothing is known of how well this ear hears this language. Approve five lines that sound right "
            "(`# approved` above them): what it makes of those is then expected of the others"
        )
        return Verdict(judgement=Judgement.UNKNOWN, score=0.0, errors=found, reason=reason)
    if expected.rate >= WORST:
        reason = f"the ear is expected to get {expected.rate:.0%} of the letters wrong ({expected.source})"
        return Verdict(judgement=Judgement.UNKNOWN, score=0.0, errors=found, reason=reason)
    against = {
        "other words than these were heard": (found.rate - expected.rate) / (UNRELATED - expected.rate) * 2,
        "a part of it was not heard": _share(found.missing, found.characters),
        "more was heard than is written": _share(found.added, found.characters),
    }
    reason, score = max(against.items(), key=lambda row: row[1])
    score = max(0.0, score)
    if score < 1:
        return Verdict(judgement=Judgement.OK, score=score, errors=found)
    told = (
        f"{reason}: {found.rate:.0%} of the letters are wrong, about {expected.rate:.0%} were expected "
        f"({expected.source}). Heard: «{heard.strip()[:120]}»"
    )
    return Verdict(judgement=Judgement.SUSPECT, score=score, errors=found, reason=told)


def _share(stretch: int, characters: int) -> float:
    return 0.0 if stretch < STRETCH_LETTERS or not characters else stretch / characters / STRETCH
