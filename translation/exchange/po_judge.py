"""Whose text an entry of a PO file holds, and whether it still belongs to its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.checks import CHECKED
from translation.exchange.po_marks import Marks, approval, digest, is_approved_by_hand, read_marks
from translation.text_file import clean
from translation.translated import Finding, State, Translated

if TYPE_CHECKING:
    from polib import POEntry

PERSONS = (State.HUMAN, State.APPROVED, State.STALE)
"""States of texts that a person wrote or vouched for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What an entry holds for a line as the manuscript has it now."""

    state: State
    text: str = ""
    source: str = ""
    """What the text belongs to."""
    engine: str = ""
    findings: tuple[Finding, ...] = ()
    reason: str = ""


def judge(entry: POEntry | None, source: str) -> Judged:
    """What an entry holds for a line whose source is now ``source``.

    An approved draft is a person's decision: when its source changes it is stale, not missing.
    """
    if entry is None or not clean(entry.msgstr):
        return Judged(state=State.MISSING, source=source)
    text, marks = clean(entry.msgstr), read_marks(entry.comment)
    belongs = belongs_to(entry, marks, text)
    machine = marks.engine_digest == digest(text)
    by_hand = is_approved_by_hand(entry.tcomment)
    approved = marks.approved_digest == approval(source, text) or (by_hand and clean(entry.msgid) == source)
    engine = marks.engine if machine else ""
    if approved:
        return Judged(state=State.APPROVED, text=text, source=source, engine=engine)
    if machine and not by_hand and marks.approved_digest != approval(belongs or "", text):
        # A draft of another source is worth nothing: it is made again.
        findings = tuple(f for f in marks.findings if f.kind not in CHECKED)
        draft = Judged(state=State.MACHINE, text=text, source=source, engine=engine, findings=findings)
        return draft if belongs == source else Judged(state=State.MISSING, source=source)
    if belongs == source:
        return Judged(state=State.HUMAN, text=text, source=source)
    return Judged(state=State.STALE, text=text, source=belongs or "", engine=engine)


def belongs_to(entry: POEntry, marks: Marks, text: str) -> str | None:
    """The source that an entry's text was written for; None where it is another one, no longer known.

    Another one: noted as stale, and neither changed nor confirmed since (PO editors then remove the fuzzy
    flag and the old source); or changed by ``msgmerge``, which sets both and knows nothing of our notes.
    """
    noted = marks.stale_digest == digest(text) and (entry.fuzzy or entry.previous_msgid is not None)
    merged = not marks.stale_digest and entry.fuzzy and entry.previous_msgid is not None
    if not noted and not merged:
        return clean(entry.msgid)
    return clean(entry.previous_msgid) if entry.previous_msgid is not None else None


def merge(now: Judged, given: Translated | None, source: str) -> Judged:
    """What an entry is to hold: a person's text that is there wins over everything that is given.

    Raises:
        ValueError: the author's own words are given as a translation.
    """
    text = clean(given.text) if given is not None else ""
    if given is None or given.state is State.MISSING or (now.state in PERSONS and text != now.text):
        return now
    if given.state is State.SOURCE:
        raise ValueError("The author's own words are no translation: nothing is written for them.")
    if now.state in PERSONS and given.state is not State.APPROVED:
        return now
    if given.state is State.FAILED:
        return Judged(state=State.FAILED, source=source, reason=given.reason or "for an unknown reason")
    if not text or (given.state is not State.STALE and clean(given.source) != source):
        return now
    return Judged(
        state=given.state, text=text, source=clean(given.source), engine=given.engine, findings=given.findings
    )
