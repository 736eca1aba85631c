"""Puts machine drafts into the user's PO files, and notes for which text recordings were made."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from flows.files import write_file
from flows.jobs import EditionJobs
from flows.recipe import Receipt
from flows.stages.language import QUESTIONS, UNASKED, text_questions
from flows.work import LanguageWork, new_notes, takes_path
from translation.checks import check
from translation.engine import Draft
from translation.exchange.po import write_po
from translation.manuscript import Manuscript
from translation.translated import State, Translated


def merged(
    manuscript: Manuscript, jobs: EditionJobs, receipts: Sequence[Receipt], drafts: Mapping[str, Draft]
) -> tuple[Translated, ...]:
    """Every line of a language after a run: people's texts as they were, drafts filled in."""
    asked = {r.unit: r for r in receipts}
    names = tuple(c.name for c in manuscript.characters)
    lines: list[Translated] = []
    sources = {line.id: line.text for line in manuscript.lines()}
    for line in jobs.work.lines:
        receipt, draft = asked.get(line.line), drafts.get(line.line)
        if receipt is None:
            now = line
        elif draft is None:
            reason = receipt.failed or "Its draft is no longer in the store; the next run makes it again."
            now = dataclasses.replace(line, state=State.FAILED, text="", reason=reason)
        else:
            route = jobs.plan.route.id if jobs.plan.route else ""
            now = dataclasses.replace(
                line,
                source=sources[line.line],
                text=draft.text,
                state=State.MACHINE,
                engine=f"{jobs.plan.engine} {route}",
                findings=draft.findings,
            )
        if now.text and now.state is not State.SOURCE:
            findings = check(now.source, now.text, names, manuscript.language, now.language)
            now = dataclasses.replace(now, findings=(*now.findings, *findings))
        lines.append(now)
    return with_questions(lines, manuscript.language)


def with_questions(lines: Sequence[Translated], source: str) -> tuple[Translated, ...]:
    """The same lines, with what is to be asked of language and characters; approved ones are not asked about again."""
    if not lines:
        return ()
    texts = tuple("" if t.state in UNASKED else t.text for t in lines)
    asked = text_questions(texts, lines[0].language, source)
    kept = (tuple(f for f in t.findings if f.kind not in QUESTIONS) for t in lines)
    return tuple(
        dataclasses.replace(t, findings=(*k, *a)) if a or k != t.findings else t
        for t, k, a in zip(lines, kept, asked, strict=True)
    )


def note_drafts(
    manuscript: Manuscript, jobs: EditionJobs, receipts: Sequence[Receipt], drafts: Mapping[str, Draft]
) -> tuple[Translated, ...]:
    """Writes a run's drafts into the language's PO file and gives back all its lines."""
    lines = merged(manuscript, jobs, receipts, drafts)
    if jobs.work.po:
        write_po(Path(jobs.work.po), manuscript, lines)
    return lines


def note_takes(manuscript: Manuscript, work: LanguageWork, texts: dict[str, str]) -> None:
    """Remembers for which text each new recording was made."""
    notes = new_notes(work, manuscript, texts)
    if notes is not None:
        content = msgspec.json.format(msgspec.json.encode(notes, order="deterministic"), indent=2)
        write_file(takes_path(manuscript, work.language), content + b"\n")
