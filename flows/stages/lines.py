"""What is known of each line of an edition: its text, its sound, its state, and where they came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from flows.means import licence_of
from flows.plan import LanguagePlan
from flows.recipe import Receipt
from flows.stages.speak import read_utterance
from flows.stages.translate import read_draft
from flows.store import Store
from flows.work import LanguageWork, digest_text
from languages.card import Licence
from languages.clock import seconds
from languages.discover import get_engine
from languages.registry import get_language
from languages.weights import look
from publishing.credits import Credits, Tool
from speech.utterance import Utterance
from translation.checks import check
from translation.engine import Translator
from translation.manuscript import LineKind, Manuscript
from translation.translated import Finding, FindingKind, State
from video.timing import HeardLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A line that is heard, and the key and sound it was found by."""

    key: str
    utterance: Utterance
    line: HeardLine


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


def texts_in(store: Store, work: LanguageWork, drafts: Sequence[Receipt]) -> dict[str, str]:
    """The text of every line that has one: a person's, or the draft."""
    texts = {t.line: t.text for t in work.lines if t.text}
    for receipt in drafts:
        record = store.find(receipt.key) if receipt.key else None
        if record is not None:
            texts[receipt.unit] = read_draft(record).text
        else:
            texts.pop(receipt.unit, None)
    return texts


def hear(store: Store, takes: Sequence[Receipt], texts: Mapping[str, str]) -> dict[str, Heard]:
    """All lines that have sound."""
    heard: dict[str, Heard] = {}
    for receipt in takes:
        record = store.find(receipt.key) if receipt.key else None
        if record is None:
            continue
        u = read_utterance(record, receipt.unit)
        line = HeardLine(text=texts[receipt.unit], length=u.length, words=u.words)
        heard[receipt.unit] = Heard(key=receipt.key, utterance=u, line=line)
    return heard


def line_reports(
    store: Store,
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


STATE_WORDS = {
    State.SOURCE: "the author's own words",
    State.MACHINE: "drafted by a machine, not yet looked at by a person",
    State.HUMAN: "written or corrected by a person",
    State.APPROVED: "approved by a person",
    State.STALE: "written by a person for an earlier version of the story",
}


def edition_credits(
    manuscript: Manuscript,
    plan: LanguagePlan,
    title: str,
    lines: Sequence[LineReport],
    painters: Sequence[tuple[str, str]],
) -> Credits:
    """The credits of one edition, from what its lines report; ``painters`` are (engine, checkpoint) of its shots."""
    spoken = {line.id for line in manuscript.spoken()}
    gaps = tuple(r.line for r in lines if r.line in spoken and not r.voice)
    texts = tuple((STATE_WORDS[s], n) for s in STATE_WORDS if (n := sum(r.state is s for r in lines)))
    voices: list[str] = []
    people = sum(r.human_take for r in lines)
    if people:
        voices.append(f"{people} {'line is' if people == 1 else 'lines are'} read by people.")
    used = {r.voice for r in lines if r.voice and not r.human_take}
    for role in plan.voices:
        label = f"{role.voice.engine}:{role.voice.id}"
        if label in used:
            who = role.character or "The narrator"
            own = f", borrowed: it is a voice of {get_language(plan.borrowed).name}" if plan.borrowed else ""
            voices.append(f"{who} is read by a synthetic voice ({label}{own}).")
    return Credits(
        title=title,
        language=f"{plan.name} ({plan.language})",
        authors=manuscript.credits,
        texts=texts,
        voices=tuple(voices),
        tools=_tools(plan, lines, painters),
        gaps=gaps,
    )


def _tools(plan: LanguagePlan, lines: Sequence[LineReport], painters: Sequence[tuple[str, str]]) -> tuple[Tool, ...]:
    tools: list[Tool] = []
    drafted = sum(r.state is State.MACHINE for r in lines)
    if drafted and plan.route is not None:
        versions = cast(Translator, get_engine(plan.engine)()).versions(plan.route.id)
        own = licence_of(get_engine(plan.engine).card, plan.route.licence)
        tools.append(_tool(plan.engine, own, versions, f"drafted {drafted} lines by way of {plan.route.id}"))
    spoken = Counter(r.voice.partition(":")[0] for r in lines if r.voice and not r.human_take)
    for engine, n in sorted(spoken.items()):
        voice = next((c.voice for c in plan.voices if c.voice.engine == engine), None)
        own = licence_of(get_engine(engine).card, voice.licence if voice else None)
        tools.append(_tool(engine, own, {}, f"spoke {n} lines"))
    for engine, model in dict.fromkeys(painters):
        own = look(model).checkpoint.licence if model else get_engine(engine).card.licence
        tools.append(_tool(engine, own, {}, f"made pictures with {model}" if model else "made pictures"))
    if plan.ear is not None:
        own = licence_of(get_engine(plan.ear.engine).card, plan.ear.licence)
        tools.append(_tool(plan.ear.engine, own, {}, f"listened back as {plan.ear.id}"))
    return tuple(tools)


def _tool(engine: str, licence: Licence, versions: dict[str, str], did: str) -> Tool:
    card = get_engine(engine).card
    more = ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
    return Tool(
        engine=card.id,
        version=f"{card.version}{f' ({more})' if more else ''}",
        licence=" and ".join(dict.fromkeys(n for n in (licence.code, licence.weights) if n != "none")),
        did=did,
    )
