"""Which lines of an edition a person should look at, told at the end of ``vernacast make``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.translated import FindingKind

if TYPE_CHECKING:
    from flows.report import EditionReport
    from flows.stages.lines import LineReport

ASKED = frozenset(
    str(kind)
    for kind in (
        FindingKind.LANGUAGE,
        FindingKind.CHARACTERS,
        FindingKind.SPOKEN,
        FindingKind.NUMBER,
        FindingKind.NAME,
        FindingKind.UNTRANSLATED,
        FindingKind.HEARD,
    )
)
"""Kinds of findings that ask a person about a text."""
MOST_ASKED = 6


def to_look_at(edition: EditionReport) -> str:
    """Which lines a person should look at, and why, in one sentence; empty where there are none."""
    found = [(line.line, kinds) for line in edition.lines if (kinds := _kinds(line))]
    if not found:
        return ""
    named = "; ".join(f"{line} ({', '.join(kinds)})" for line, kinds in found[:MOST_ASKED])
    more = f" and {len(found) - MOST_ASKED} more" if len(found) > MOST_ASKED else ""
    lines = "1 line" if len(found) == 1 else f"{len(found)} lines"
    where = "The report says what is asked; what is asked of the text itself stands in the PO file too."
    return f"{lines} to look at: {named}{more}. {where}"


def _kinds(line: LineReport) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(f.kind) for f in line.findings if f.kind in ASKED))
