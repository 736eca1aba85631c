"""Cuts a long paragraph at the ends of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

from languages.abbreviations import NONE, abbreviations_of
from languages.segments import Span, phrases, sentences, spaceless

LONG = 400
"""Characters: a paragraph that is longer becomes one line per sentence."""
SHORT = 40
"""Characters: a sentence that is shorter joins the one before it."""
PHRASED = 160
"""Characters: where a script has no sign for the end of a sentence, phrases are put together up to so many."""

_UNSURE = re.compile(r"(?<!\w)\w{1,3}\.\s*\Z")


def split_paragraph(text: str, tag: str = "und") -> tuple[str, ...]:
    """The text as it is where it has at most ``LONG`` characters, otherwise its sentences in order.

    Nothing but spaces between the parts is lost. Cuts depend on the text near them only, so that an edit
    at one place leaves the other lines as they are. A sentence without an end inside stays whole, however
    long it is; but in Thai and its like, which end sentences with a space, it is cut at spaces.

    Args:
        tag: canonical tag of the language.
    """
    if len(text) <= LONG:
        return (text,)
    spans: list[Span] = []
    for start, end in _joined(_sure(text, tag)):
        if end - start <= LONG:
            spans.append((start, end))
            continue
        for a, b in _joined([(start + a, start + b) for a, b in sentences(text[start:end], tag)]):
            spans += _phrases(text, a, b) if b - a > LONG else [(a, b)]
    return tuple(piece for start, end in spans if (piece := text[start:end].strip(" ")))


def _sure(text: str, tag: str) -> list[Span]:
    """Sentences; where no list of abbreviations was read, a full stop after three letters or fewer ends none."""
    listed = abbreviations_of(tag) is not NONE
    found: list[Span] = []
    for start, end in sentences(text, tag):
        if found and not listed and _UNSURE.search(text, found[-1][0], start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in spans:
        if found and end - start < SHORT and end - found[-1][0] <= LONG:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _phrases(text: str, start: int, end: int) -> list[Span]:
    if not spaceless(text[start : start + 1]):
        return [(start, end)]
    found: list[Span] = []
    for a, b in phrases(text[start:end]):
        if found and start + b - found[-1][0] <= PHRASED:
            found[-1] = (found[-1][0], start + b)
        else:
            found.append((start + a, start + b))
    return found
