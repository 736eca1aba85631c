"""What Vernacast notes in the extracted comments (``#.``) of a PO entry.

::

    #. character: Nana · scene: The storm
    #. vernacast: engine=translation/apertium spa-cat sha256=…   a machine's draft; the digest of its text
    #. vernacast: stale sha256=…       a person's text, seen when its source had changed; its digest
    #. vernacast: approved sha256=…    the digest of source, line feed and text that a person approved
    #. vernacast: failed …             why no draft was made
    #. finding: number · …             what was found about a machine's draft

Everything else in the comments belongs to people and other programs, and stays.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from translation.manuscript import Line, LineKind, Scene
from translation.text_file import clean
from translation.translated import Finding, FindingKind

_ENGINE = re.compile(r"vernacast: engine=(.*?) sha256=([0-9a-f]{64})")
_STALE = re.compile(r"vernacast: stale sha256=([0-9a-f]{64})")
_APPROVED = re.compile(r"vernacast: approved sha256=([0-9a-f]{64})")
_FAILED = re.compile(r"vernacast: failed(?: (.*))?")
_FINDING = re.compile(r"finding: ([a-z-]+) · (.*)")
_CONTEXT = re.compile(r"(?:title of the work|narration|character: .+?)(?: · scene: .*)?")
_BY_HAND = re.compile(r"\s*approved\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Vernacast's notes on one entry; digests are hexadecimal sha256, empty where there is no such note."""

    context: str = ""
    engine: str = ""
    engine_digest: str = ""
    stale_digest: str = ""
    approved_digest: str = ""
    failed: str = ""
    findings: tuple[Finding, ...] = ()
    others: tuple[str, ...] = ()
    """Comments that are not Vernacast's."""


def digest(text: str) -> str:
    """sha256 of a text in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def approval(source: str, text: str) -> str:
    """The digest that stands for *this text is approved for this source*."""
    return digest(f"{source}\n{text}")


def read_marks(comment: str) -> Marks:
    """The notes in an entry's extracted comments."""
    context = engine = engine_digest = stale = approved = failed = ""
    findings: list[Finding] = []
    others: list[str] = []
    for row in comment.split("\n") if comment else ():
        if found := _ENGINE.fullmatch(row):
            engine, engine_digest = found.groups()
        elif found := _STALE.fullmatch(row):
            stale = found.group(1)
        elif found := _APPROVED.fullmatch(row):
            approved = found.group(1)
        elif found := _FAILED.fullmatch(row):
            failed = found.group(1) or "for an unknown reason"
        elif (found := _FINDING.fullmatch(row)) and found.group(1) in frozenset(FindingKind):
            findings.append(Finding(kind=FindingKind(found.group(1)), text=found.group(2)))
        elif _CONTEXT.fullmatch(row):
            context = row
        else:
            others.append(row)
    return Marks(
        context=context,
        engine=engine,
        engine_digest=engine_digest,
        stale_digest=stale,
        approved_digest=approved,
        failed=failed,
        findings=tuple(findings),
        others=tuple(others),
    )


def write_marks(marks: Marks) -> str:
    """The extracted comments that say what the marks say."""
    rows = [marks.context] if marks.context else []
    rows += marks.others
    if marks.engine_digest:
        rows.append(f"vernacast: engine={marks.engine} sha256={marks.engine_digest}")
    if marks.stale_digest:
        rows.append(f"vernacast: stale sha256={marks.stale_digest}")
    if marks.approved_digest:
        rows.append(f"vernacast: approved sha256={marks.approved_digest}")
    if marks.failed:
        rows.append(f"vernacast: failed {clean(marks.failed)}")
    rows += dict.fromkeys(f"finding: {f.kind} · {clean(f.text)}" for f in marks.findings)
    return "\n".join(rows)


def context_of(line: Line, scene: Scene | None) -> str:
    """What a translator should know of a line: who says it, and in which scene."""
    if line.kind is LineKind.TITLE:
        return "title of the work"
    who = f"character: {line.character}" if line.character else "narration"
    return f"{who} · scene: {scene.heading}" if scene is not None and scene.heading else who


def is_approved_by_hand(translator_comment: str) -> bool:
    """True where a person wrote ``# approved`` on a line of its own."""
    return any(_BY_HAND.fullmatch(row) for row in translator_comment.split("\n"))


def without_approval(translator_comment: str) -> str:
    """The translator's comments without ``# approved``."""
    return "\n".join(row for row in translator_comment.split("\n") if not _BY_HAND.fullmatch(row))
