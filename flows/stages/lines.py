"""What is known of each line of an edition: its text, its sound, its state, and where they came from."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.plan import LanguagePlan
from flows.recipe import Receipt
from flows.stages.found import Finds
from flows.stages.language import UNASKED, text_questions
from flows.stages.listen import read_transcript
from flows.stages.speak import read_utterance
from flows.stages.translate import read_draft, texts_in
from flows.work import LanguageWork, digest_text
from languages.clock import seconds
from speech.utterance import Utterance
from translation.checks import check
from translation.manuscript import LineKind, Manuscript
from translation.translated import Finding, FindingKind, State
from video.timing import HeardLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A line that is heard, and the key and sound it was found by."""

    key: str
    utterance: Utterance
    line: HeardLine
    laid: tuple[str, ...] = ()
    """Key of the transcript that its word times come from; empty where they are the voice's own or guessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReport:
    """One line of an edition, for the report."""

    line: str
    state: State
    """State of the text; ``failed`` where text or sound could not be made."""
    character: str = ""
    engine: str = ""
    """What drafted the text; empty for a person's."""
    voice: str = ""
    """Who speaks; empty where the line is not spoken."""
    human_take: bool = False
    seconds: float = 0.0
    """Length of the sound."""
    findings: tuple[Finding, ...] = ()
    reason: str = ""
    """Why it failed, or empty."""
    text_key: str = ""
    """Key of the draft in the store; empty for a person's text."""
    sound_key: str = ""
    text_digest: str = ""
    """sha256 of the text."""
    made: tuple[str, ...] = ()
    """Which of ``text`` and ``sound`` this run made; what is not named was found already made."""


def hear(
    store: Finds, takes: Sequence[Receipt], texts: Mapping[str, str], laid: Sequence[Receipt] = ()
) -> dict[str, Heard]:
    """All lines that have sound, with the word times that were found where the voice told none."""
    heard: dict[str, Heard] = {}
    transcripts = {r.unit: (r.key, read_transcript(found)) for r in laid if r.key and (found := store.find(r.key))}
    for receipt in takes:
        record = store.find(receipt.key) if receipt.key else None
        if record is None:
            continue
        u = read_utterance(record, receipt.unit)
        k, transcript = transcripts.get(receipt.unit, ("", None))
        found = transcript is not None and transcript.aligned
        words = transcript.words if transcript is not None and found else u.words
        line = HeardLine(text=texts[receipt.unit], length=u.length, words=words)
        heard[receipt.unit] = Heard(key=receipt.key, utterance=u, line=line, laid=(k,) if found else ())
    return heard


def with_guesses(
    store: Finds, lines: Sequence[LineReport], heard: Mapping[str, Heard], laid: Sequence[Receipt]
) -> tuple[LineReport, ...]:
    """The same reports; those whose words were looked for and not found say so."""
    reasons = {r.unit: r.failed or _why(store, r) for r in laid if r.unit in heard and not heard[r.unit].laid}

    def told(line: LineReport) -> LineReport:
        if line.line not in reasons:
            return line
        text = f"When each word is heard was guessed by the number of its letters: {reasons[line.line]}."
        return dataclasses.replace(line, findings=(*line.findings, Finding(kind=FindingKind.SOUND, text=text)))

    return tuple(told(line) for line in lines)


def _why(store: Finds, receipt: Receipt) -> str:
    there = receipt.key and store.find(receipt.key) is not None
    return "its text could not be laid onto the sound" if there else "its transcript is not there"


def line_reports(
    store: Finds,
    manuscript: Manuscript,
    plan: LanguagePlan,
    work: LanguageWork,
    receipts: tuple[Sequence[Receipt], Sequence[Receipt]],
) -> tuple[LineReport, ...]:
    """One report per line, in order; ``receipts`` are those of the drafts and those of the takes."""
    drafts = {r.unit: r for r in receipts[0]}
    takes = {r.unit: r for r in receipts[1]}
    texts = texts_in(store, work, receipts[0])
    states = {t.line: t for t in work.lines}
    names = tuple(c.name for c in manuscript.characters)
    order = [line.id for line in manuscript.lines()]
    asking = tuple("" if states[i].state in UNASKED else texts.get(i, "") for i in order)
    asked = dict(zip(order, text_questions(asking, plan.language, manuscript.language), strict=True))
    reports: list[LineReport] = []
    for line in manuscript.lines():
        translated, draft, take = states[line.id], drafts.get(line.id), takes.get(line.id)
        text = texts.get(line.id, "")
        findings: list[Finding] = []
        state, engine = translated.state, translated.engine
        if draft is not None:
            state = State.FAILED if draft.failed else State.MACHINE
            engine = f"{plan.engine} {plan.route.id}" if plan.route else ""
            record = store.find(draft.key) if draft.key else None
            findings += read_draft(record).findings if record else ()
        if text and state is not State.SOURCE:
            findings += check(line.text, text, names, manuscript.language, plan.language)
            findings += asked[line.id]
        if state is State.STALE:
            findings.append(Finding(kind=FindingKind.STALE, text=f"The source was «{translated.source}»."))
        voice, human, length = "", False, 0.0
        record = store.find(take.key) if take and take.key else None
        if record is not None:
            u = read_utterance(record, line.id)
            voice, human, length = u.voice, u.human, seconds(u.length)
            findings += u.findings
        recording = work.recording(line.id)
        if recording is not None and text and recording.is_stale(text):
            findings.append(Finding(kind=FindingKind.STALE, text="The text changed after this recording was made."))
        reason = (draft.failed if draft else "") or (take.failed if take else "")
        unspoken = line.kind is not LineKind.TITLE and not voice
        if reason and (unspoken or not text):
            state = State.FAILED if text or draft else state
        made = tuple(what for what, r in (("text", draft), ("sound", take)) if r is not None and r.made)
        reports.append(
            LineReport(
                line=line.id,
                state=state,
                character=line.character or "",
                engine=engine,
                voice=voice,
                human_take=human,
                seconds=round(length, 3),
                findings=tuple(findings),
                reason=reason if state is State.FAILED else "",
                text_key=draft.key if draft else "",
                sound_key=take.key if take else "",
                text_digest=digest_text(text) if text else "",
                made=made,
            )
        )
    return tuple(reports)
