"""What the transcripts of an edition say of its lines: findings for those that do not sound as they should."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from flows.plan import LanguagePlan
from flows.recipe import Receipt
from flows.stages.found import Finds
from flows.stages.lines import LineReport
from flows.stages.listen import read_transcript
from speech.check import Expected, Judgement, errors_heard, expected_of, judge
from translation.translated import Finding, FindingKind, State


def judged(
    store: Finds,
    lines: tuple[LineReport, ...],
    texts: Mapping[str, str],
    plan: LanguagePlan,
    receipts: tuple[Sequence[Receipt], Sequence[Receipt]],
) -> tuple[LineReport, ...]:
    """The same reports, with what listening back found; ``receipts`` are those of the takes and of the transcripts.

    A line that could not be listened to, or whose ear nothing is known of, is said to be unjudged, never to be right.
    """
    ear = plan.ear
    if ear is None:
        return lines
    takes = {r.unit: r for r in receipts[0]}
    listened = {r.unit: r for r in receipts[1]}
    heard: dict[str, str] = {}
    for unit, receipt in listened.items():
        record = store.find(receipt.key) if receipt.key else None
        if record is not None and unit in takes:
            heard[unit] = read_transcript(record).text
    rates = {line: errors_heard(texts[line], told, plan.language).rate for line, told in heard.items() if line in texts}
    approved = [rates[line.line] for line in lines if line.state is State.APPROVED and line.line in rates]
    voices = {c.voice.label: c.voice for c in plan.voices}

    def expected(line: LineReport) -> Expected:
        """Of the line's own voice, where that was measured, else of people's speech; a borrowed voice was not."""
        known = Expected(rate=ear.expected_cer, source=ear.evidence)
        voice = voices.get(line.voice)
        measured = dict(voice.misheard).get(ear.checkpoint) if voice and not plan.borrowed else None
        if measured is not None:
            known = Expected(rate=measured, source=f"measured with {line.voice}")
        return expected_of(known, approved, tuple(rates.values()))

    def told(line: LineReport) -> LineReport:
        receipt = listened.get(line.line)
        if receipt is None:
            return line
        if line.line not in rates:
            text = f"{ear.id} could not judge how this sounds: {receipt.failed or 'its transcript is not there'}"
        else:
            verdict = judge(texts[line.line], heard[line.line], expected(line), plan.language)
            if verdict.judgement is Judgement.OK:
                return line
            said = "cannot judge" if verdict.judgement is Judgement.UNKNOWN else "does not hear what is written"
            text = f"{ear.id} {said}: {verdict.reason}"
        return dataclasses.replace(line, findings=(*line.findings, Finding(kind=FindingKind.HEARD, text=text)))

    return tuple(told(line) for line in lines)
