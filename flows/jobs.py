"""What has to run for each language: looked up in the store all at once, so that only what is missing is run."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from flows.bill import listen_amounts, speak_amounts, translate_amounts
from flows.costs import Amount
from flows.cut import TAKER, EditionTakes, listen_chunks, speak_chunks, translate_chunks
from flows.plan import LanguagePlan
from flows.recipe import Receipt
from flows.sizing import Sizing
from flows.stages.listen import Listened, ListenTo, to_be_heard
from flows.stages.speak import SpeakChunk, SpeakLine, speech_key, take_key, voice_versions
from flows.stages.translate import TranslateChunk, draft_keys, read_draft
from flows.store import Store
from flows.work import LanguageWork
from translation.manuscript import Line, LineKind, Manuscript


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionJobs:
    """What has to run for one language, and what was found already made."""

    plan: LanguagePlan
    work: LanguageWork
    translate: tuple[TranslateChunk, ...] = ()
    speak: tuple[SpeakChunk, ...] = ()
    listen: tuple[ListenTo, ...] = ()
    drafts: tuple[Receipt, ...] = ()
    """Of lines whose drafts are in the store."""
    takes: tuple[Receipt, ...] = ()
    """Of lines whose sound is in the store."""
    heard: Listened = field(default_factory=Listened)
    """What ears have heard of those."""
    amounts: tuple[Amount, ...] = ()
    """How much work the rest is."""
    sizes: tuple[tuple[str, float], ...] = ()
    """(line, characters of its text, or of its source where there is none yet)."""


@dataclass(slots=True, kw_only=True)
class _Edition:
    """One language while it is looked up."""

    plan: LanguagePlan
    work: LanguageWork
    texts: dict[str, str]
    """What is said where a person wrote it, and then what was found drafted."""
    whole: TranslateChunk | None = None
    """All lines that need a draft."""
    keys: tuple[str, ...] = ()
    """Of their drafts."""
    drafts: list[Receipt] = field(default_factory=list)
    lines: list[SpeakLine] = field(default_factory=list)
    sounds: list[tuple[str, str]] = field(default_factory=list)
    """For each line (key of its synthetic sound, key of its take), empty where it has none or no text yet."""


def edition_jobs(
    store: Store,
    wanted: Iterable[tuple[LanguagePlan, LanguageWork]],
    manuscript: Manuscript,
    sizing: Sizing,
) -> tuple[EditionJobs, ...]:
    """Looks up every line of every language, in two questions to the store, and two for each that is listened back to.

    A language that is refused has nothing to run.
    """
    lines = tuple(manuscript.lines())
    names = tuple(c.name for c in manuscript.characters)
    editions = [_edition(plan, work, lines, names) for plan, work in wanted]
    going = [e for e in editions if not e.plan.refused]
    _look_up_drafts(store, going)
    for edition in going:
        _ask_for_sounds(edition, lines)
    there = store.find_many(k for e in going for keys in e.sounds for k in keys if k)
    sizing = sizing.among(sum(_lacks(e, there) for e in going))
    return tuple(_jobs(store, e, lines, there, sizing) for e in editions)


def _lacks(e: _Edition, there: Container[str]) -> bool:
    """Whether there is work to do for a language."""
    return len(e.drafts) < len(e.keys) or any(k and k not in there for keys in e.sounds for k in keys)


def _edition(plan: LanguagePlan, work: LanguageWork, lines: Sequence[Line], names: tuple[str, ...]) -> _Edition:
    need = frozenset(plan.to_translate)
    whole = None
    if plan.route is not None:
        mine = tuple(line for line in lines if line.id in need)
        whole = TranslateChunk(engine=plan.engine, route=plan.route, lines=mine, keep=names)
    return _Edition(
        plan=plan,
        work=work,
        texts={t.line: t.text for t in work.lines if t.text and t.line not in need},
        whole=whole,
    )


def _look_up_drafts(store: Store, editions: Sequence[_Edition]) -> None:
    """Puts the drafts in the store, and their texts, where they belong."""
    for e in editions:
        e.keys = draft_keys(e.whole) if e.whole else ()
    there = store.find_many(k for e in editions for k in e.keys)
    for e in editions:
        for line, k in zip(e.whole.lines if e.whole else (), e.keys, strict=True):
            if k in there:
                e.drafts.append(Receipt(unit=line.id, key=k))
                e.texts[line.id] = read_draft(there[k]).text


def _ask_for_sounds(e: _Edition, lines: Iterable[Line]) -> None:
    """The lines that are to be heard, with the keys of their sounds."""
    need = frozenset(e.plan.to_translate)
    recordings = {r.line: r for r in e.work.recordings}
    for line in lines:
        if line.kind is LineKind.TITLE or (line.id not in e.texts and line.id not in need):
            continue
        text = e.texts.get(line.id, "")
        voice, recording = e.plan.voice_of(line.character), recordings.get(line.id)
        spoken = taken = ""
        if text and voice is not None:
            spoken = speech_key(voice, e.work.language, text, voice_versions(voice))
        if text and recording is not None:
            taken = take_key(recording, e.work.language, text, TAKER, spoken)
        e.lines.append(SpeakLine(line=line.id, text=text, voice=voice, recording=recording))
        e.sounds.append((spoken, taken))


def _jobs(store: Store, e: _Edition, lines: Sequence[Line], there: Mapping[str, object], sizing: Sizing) -> EditionJobs:
    if e.plan.refused:
        return EditionJobs(plan=e.plan, work=e.work)
    sizes = {line.id: float(len(e.texts.get(line.id, line.text))) for line in lines}
    takes: list[Receipt] = []
    missing: list[SpeakLine] = []
    lacking: dict[str, tuple[str, ...]] = {}
    for line, (spoken, taken) in zip(e.lines, e.sounds, strict=True):
        engines, k = _lacking(line, spoken, taken, there)
        lacking[line.line] = engines
        if k:
            takes.append(Receipt(unit=line.line, key=k))
        else:
            missing.append(line)
    drafted = {r.unit for r in e.drafts}
    undrafted = [line for line in e.whole.lines if line.id not in drafted] if e.whole else []
    translate = translate_chunks(e.whole, undrafted, sizing) if e.whole else ()
    speak = speak_chunks(e.work.language, missing, lacking, sizes, sizing)
    done = EditionTakes(plan=e.plan, work=e.work, drafts=tuple(e.drafts), takes=tuple(takes), characters=sizes)
    heard, todo = to_be_heard(store, e.plan, e.work, e.drafts, takes)
    listen = listen_chunks(done, todo, speak, sizing)
    return EditionJobs(
        plan=e.plan,
        work=e.work,
        translate=translate,
        speak=speak,
        listen=listen,
        drafts=done.drafts,
        takes=done.takes,
        heard=heard,
        amounts=(
            *translate_amounts(e.work.language, translate),
            *speak_amounts(e.work.language, speak, lacking, sizes),
            *listen_amounts(e.work.language, listen, sizes),
        ),
        sizes=tuple(sizes.items()),
    )


def _lacking(line: SpeakLine, spoken: str, taken: str, there: Mapping[str, object]) -> tuple[tuple[str, ...], str]:
    """(engines that have to work for a line, the key of its sound or empty where there is none yet)."""
    if taken and taken in there:
        return (), taken  # whatever it was timed by is not asked for again
    lacking: list[str] = []
    if line.voice is not None and spoken not in there:
        lacking.append(line.voice.engine)
    if line.recording is not None:
        lacking.append(TAKER)
    return tuple(lacking), "" if lacking else spoken
