"""The report of a run: per language and line what it is, how it came to be, what was made and what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from flows.files import write_file
from flows.outcome import Made, Outcome
from flows.plan import LanguagePlan
from flows.planning import Planned
from flows.recipe import Receipt, Recipe
from flows.spent import Spent, stage_receipts
from flows.stages.lines import LineReport
from translation.exchange.po import write_po
from translation.ids import write_id_book

STAGES = ("translate", "speak", "listen", "shot", "film")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionReport:
    """One language."""

    language: str
    name: str
    state: str
    """``done``, ``gaps`` (made with marked gaps), ``failed`` or ``waiting`` (for people)."""
    film: str = ""
    """Path of the film, or empty."""
    files: tuple[tuple[str, str], ...] = ()
    """(path, sha256) of every file of the edition."""
    key: str = ""
    """Key of the edition in the store; ``vernacast why`` starts from it."""
    seconds: float = 0.0
    """Length of the film."""
    loudness_lufs: float = 0.0
    peak_dbtp: float = 0.0
    reasons: tuple[str, ...] = ()
    """Why it is not done, and what was noticed about the edition as a whole."""
    notes: tuple[str, ...] = ()
    """What the plan said of it: a borrowed voice, poor drafts, lines to be looked at again."""
    terms: tuple[str, ...] = ()
    """What the licences of models ask of whoever uses the edition."""
    lines: tuple[LineReport, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One run of ``vernacast make``."""

    schema: str = field(default="Report.1")
    name: str
    script: str
    language: str
    when: str
    seconds: float
    finished: bool
    """True where every language asked for is done, without gaps or failed lines."""
    made: dict[str, int]
    """Per stage, how many results this run made."""
    found: dict[str, int]
    """Per stage, how many results this run found already made."""
    use: str = "commercial"
    """What the editions were made for."""
    shots: tuple[tuple[str, str], ...]
    """(name of the shot, its key in the store); a scene's first shot is called like the scene."""
    left_out: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(what was asked for and is not in pictures, names of the shots that lack it)."""
    languages: tuple[EditionReport, ...]
    spent: Spent | None = None
    """What it cost beside what was estimated; None in reports of earlier versions."""


def prepare_files(planned: Planned) -> None:
    """Writes what people need before anything long is run: line ids, and PO files to fill in."""
    write_id_book(planned.work.id_path, planned.work.ids)
    for plan, work in zip(planned.plan.languages, planned.work.languages, strict=True):
        if work.po and (plan.missing or plan.refused):  # whoever records needs the ids of the lines
            write_po(Path(work.po), planned.work.manuscript, work.lines)


def report_of(recipe: Recipe, planned: Planned, outcome: Outcome, spent: Spent | None = None) -> Report:
    """What a run did, in one value."""
    by_language = {made.language: made for made in outcome.editions}
    editions = tuple(_edition(by_language.get(p.language), p, planned.plan.terms) for p in planned.plan.languages)
    counts = {**stage_receipts(outcome), "shot": list(outcome.shots)}
    stages = [s for s in STAGES if s != "listen" or recipe.check or counts[s]]
    return Report(
        name=planned.plan.name,
        script=recipe.script,
        language=planned.plan.language,
        when=datetime.now(UTC).isoformat(timespec="seconds"),
        seconds=round(outcome.seconds, 3),
        finished=all(e.state == "done" for e in editions),
        made={s: _count(counts[s], made=True) for s in stages},
        found={s: _count(counts[s], made=False) for s in stages},
        use=recipe.use.value,
        shots=tuple((r.unit, r.key) for r in outcome.shots if r.key),
        left_out=left_out(outcome.shots),
        languages=editions,
        spent=spent,
    )


def _count(receipts: Iterable[Receipt], made: bool) -> int:
    return Counter(r.made for r in receipts if r.key)[made]


def left_out(shots: Iterable[Receipt]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(what was asked for and is not in pictures, names of the shots that lack it)."""
    found: dict[str, list[str]] = {}
    for receipt in shots:
        for text in receipt.findings:
            found.setdefault(text, []).append(receipt.unit)
    return tuple((text, tuple(names)) for text, names in found.items())


def _edition(made: Made | None, plan: LanguagePlan, picture_terms: tuple[str, ...]) -> EditionReport:
    if made is None:
        return EditionReport(
            language=plan.language, name=plan.name, state="waiting", reasons=(plan.refused,), notes=plan.notes
        )
    finished = made.finished
    return EditionReport(
        language=plan.language,
        name=plan.name,
        notes=plan.notes,
        state=finished.state,
        film=finished.files[0][0] if finished.files else "",
        files=finished.files,
        key=finished.receipt.key,
        seconds=finished.seconds,
        loudness_lufs=finished.loudness_lufs,
        peak_dbtp=finished.peak_dbtp,
        reasons=finished.reasons,
        terms=tuple(dict.fromkeys((*plan.terms, *picture_terms))),
        lines=finished.lines,
    )


def write_report(recipe: Recipe, planned: Planned, report: Report) -> Path:
    """Writes ``out/<name>/report.json`` and gives its path."""
    path = Path(recipe.out) / planned.plan.name / "report.json"
    write_file(path, msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n")
    return path


def read_report(path: Path) -> Report:
    """A report from its file. Raises msgspec.DecodeError where it is none."""
    return msgspec.json.decode(path.read_bytes(), type=Report)
