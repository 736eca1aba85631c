"""Cuts a long paragraph at the ends of its sentences."""

from __future__ import annotations

import re

DEFAULT_ENDS = ".!?…"
"""Sentence ends where nothing better is known of the language."""

LONG = 400
"""Characters: a paragraph that is longer becomes one line per sentence."""
SHORT = 40
"""Characters: a sentence that is shorter joins the one before it."""

_CLOSING = "»”’\"')\\]›」』）】"


def split_paragraph(text: str, ends: str = DEFAULT_ENDS) -> tuple[str, ...]:
    """The text as it is where it has at most ``LONG`` characters, otherwise its sentences in order.

    Nothing but spaces between the parts is lost. Cuts depend on the text near them only, so that an edit
    at one place leaves the other lines as they are. A sentence without an end inside stays whole, however
    long it is.
    """
    if len(text) <= LONG:
        return (text,)
    parts = _sentences(text, ends or DEFAULT_ENDS, strict=True)
    return tuple(
        piece
        for part in parts
        for piece in ([part] if len(part) <= LONG else _sentences(part, ends or DEFAULT_ENDS, strict=False))
    )


def _sentences(text: str, ends: str, *, strict: bool) -> list[str]:
    spans: list[tuple[int, int]] = []
    for start, end in _cuts(text, ends, strict=strict):
        if spans and end - start < SHORT and end - spans[-1][0] <= LONG:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [piece for start, end in spans if (piece := text[start:end].strip(" "))]


def _cuts(text: str, ends: str, *, strict: bool) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for found in re.finditer(f"[{re.escape(ends)}]+[{_CLOSING}]*", text):
        after = text[found.end() : found.end() + 2]
        end = found.group()
        # Ends beyond ASCII (。 ። ।) need no space after them; "3.5" and "vernacast.org" are no ends.
        is_end = after[:1] == " " or (ord(end[0]) > 0x7F and end[0] != "…")
        if after and is_end and (not strict or _is_sure(text[start : found.start()], end, after)):
            spans.append((start, found.end()))
            start = found.end()
    return [*spans, (start, len(text))]


def _is_sure(before: str, end: str, after: str) -> bool:
    """False where the full stop may belong to an abbreviation (``Sr. López``, ``p. ej. el``)."""
    if after[1:2].islower():
        return False
    word = re.search(r"\w*$", before)
    return end != "." or len(word.group() if word else "") >= 4
