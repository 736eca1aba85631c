"""What has to run for one language: looked up in the store line by line, so that only what is missing is run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from flows.bill import speak_amounts, translate_amounts
from flows.costs import Amount
from flows.plan import LanguagePlan
from flows.recipe import Receipt
from flows.stages.speak import SpeakChunk, SpeakLine, speech_key, take_key, voice_versions
from flows.stages.translate import TranslateChunk, draft_keys, read_draft
from flows.store import Store
from flows.work import LanguageWork
from translation.manuscript import Line, LineKind, Manuscript

CHUNK = 40
"""Lines in one task: few enough for progress to be seen, enough for a worker to be worth asking."""
TAKER = "speech/recording"

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionJobs:
    """What has to run for one language, and what was found already made."""

    plan: LanguagePlan
    work: LanguageWork
    translate: tuple[TranslateChunk, ...] = ()
    speak: tuple[SpeakChunk, ...] = ()
    drafts: tuple[Receipt, ...] = ()
    """Of lines whose drafts are in the store."""
    takes: tuple[Receipt, ...] = ()
    """Of lines whose sound is in the store."""
    amounts: tuple[Amount, ...] = ()
    """How much work the rest is."""
    sizes: tuple[tuple[str, float], ...] = ()
    """(line, characters of its text, or of its source where there is none yet)."""


def edition_jobs(store: Store, plan: LanguagePlan, work: LanguageWork, manuscript: Manuscript) -> EditionJobs:
    """Looks up every line of a language; a language that is refused has nothing to run."""
    if plan.refused:
        return EditionJobs(plan=plan, work=work)
    found = {t.line: t.text for t in work.lines if t.text and t.line not in plan.to_translate}
    drafts, translate = _look_up_drafts(store, plan, manuscript, found)
    takes: list[Receipt] = []
    missing: list[SpeakLine] = []
    engines: dict[str, tuple[str, ...]] = {}
    sizes = {line.id: float(len(found.get(line.id, line.text))) for line in manuscript.lines()}
    for line in manuscript.lines():
        if line.kind is LineKind.TITLE or (line.id not in found and line.id not in plan.to_translate):
            continue
        asked = _speak_line(line, plan, work, found)
        lacking, k = _look_up_take(store, asked, work.language, found.get(line.id, ""))
        engines[line.id] = lacking
        if k:
            takes.append(Receipt(unit=line.id, key=k))
        else:
            missing.append(asked)
    speak = tuple(SpeakChunk(language=work.language, lines=part, taker=TAKER) for part in _chunks(missing))
    return EditionJobs(
        plan=plan,
        work=work,
        translate=translate,
        speak=speak,
        drafts=drafts,
        takes=tuple(takes),
        amounts=(
            *translate_amounts(work.language, translate),
            *speak_amounts(work.language, speak, engines, sizes),
        ),
        sizes=tuple(sizes.items()),
    )


def _look_up_drafts(
    store: Store, plan: LanguagePlan, manuscript: Manuscript, found: dict[str, str]
) -> tuple[tuple[Receipt, ...], tuple[TranslateChunk, ...]]:
    """Drafts in the store, whose texts go into ``found``, and chunks of those that are not."""
    if plan.route is None:
        return (), ()
    wanted = frozenset(plan.to_translate)
    names = tuple(c.name for c in manuscript.characters)
    lines = tuple(line for line in manuscript.lines() if line.id in wanted)
    whole = TranslateChunk(engine=plan.engine, route=plan.route, lines=lines, keep=names)
    receipts: list[Receipt] = []
    missing: list[Line] = []
    for line, k in zip(lines, draft_keys(whole), strict=True):
        record = store.find(k)
        if record is None:
            missing.append(line)
        else:
            receipts.append(Receipt(unit=line.id, key=k))
            found[line.id] = read_draft(record).text
    chunks = (TranslateChunk(engine=plan.engine, route=plan.route, lines=part, keep=names) for part in _chunks(missing))
    return tuple(receipts), tuple(chunks)


def _speak_line(line: Line, plan: LanguagePlan, work: LanguageWork, found: Mapping[str, str]) -> SpeakLine:
    return SpeakLine(
        line=line.id,
        text=found.get(line.id, ""),
        voice=plan.voice_of(line.character),
        recording=work.recording(line.id),
    )


def _look_up_take(store: Store, line: SpeakLine, language: str, text: str) -> tuple[tuple[str, ...], str]:
    """(engines that have to work for a line, the key of its sound or empty where there is none yet)."""
    lacking: list[str] = []
    k = ""
    if line.voice is not None:
        k = speech_key(line.voice, language, text, voice_versions(line.voice)) if text else ""
        if not k or store.find(k) is None:
            lacking.append(line.voice.engine)
    if line.recording is not None:
        k = take_key(line.recording, language, text, TAKER, k) if text else ""
        if k and store.find(k) is not None:
            return (), k  # whatever it was timed by is not asked for again
        lacking.append(TAKER)
    return tuple(lacking), "" if lacking else k


def _chunks(items: Sequence[T]) -> list[tuple[T, ...]]:
    return [tuple(items[i : i + CHUNK]) for i in range(0, len(items), CHUNK)]
