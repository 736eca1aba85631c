"""Utterances of lines: a person's take first, else found in the store, else spoken and stored."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

import msgspec

from flows.keys import key
from flows.meter import costed, on_receipts
from flows.once import alike, once
from flows.recipe import Receipt
from flows.stages.found import found
from flows.stages.made import cpu, made_by
from flows.stages.translate import read_draft
from flows.store import Record, Store
from flows.work import Recording
from flows.workers import default_pool
from languages.card import Failed, Licence
from languages.discover import get_engine
from publishing.sound import encode_line, sound_versions
from speech.engine import Speaker, SpeakJob, Spoken, TakeJob, Taker
from speech.spoken import findings_of, language_for, spoken_by
from speech.utterance import Utterance, Voice
from speech.voice_scripts import find_unread, unread_findings, why_unread
from translation.translated import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakLine:
    """One line to be heard."""

    line: str
    text: str = ""
    """Empty where the text is a draft yet to be made: then the draft's receipt leads to it."""
    voice: Voice | None = None
    """None where no voice may read it: then only a recording can."""
    recording: Recording | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakChunk:
    """Some lines of one language."""

    language: str
    lines: tuple[SpeakLine, ...]
    taker: str = "speech/recording"
    """Id of the engine that turns recordings into takes."""

    def engine(self) -> str:
        """Id of the engine that most hangs on: that of the first voice, or what turns recordings into takes."""
        return next((n.voice.engine for n in self.lines if n.voice is not None), self.taker)


def texts_of(store: Store, lines: Sequence[SpeakLine], drafts: Sequence[Receipt]) -> dict[str, str]:
    """The text of each line that has one, drafts looked up in the store."""
    by_line = {r.unit: r for r in drafts}
    there = found(store, (by_line[n.line] for n in lines if not n.text and n.line in by_line))
    texts: dict[str, str] = {}
    for line in lines:
        if line.text:
            texts[line.line] = line.text
            continue
        receipt = by_line.get(line.line)
        record = there.find(receipt.key) if receipt is not None else None
        if record is not None:
            texts[line.line] = read_draft(record).text
    return texts


def speech_key(voice: Voice, language: str, text: str, versions: dict[str, str]) -> str:
    """The key of one synthetic utterance: all that can change it."""
    said = spoken_by(text, language, voice)
    told: dict[str, str | dict[str, str]] = {
        "engine": voice.engine,
        "version": get_engine(voice.engine).card.version,
        "voice": voice.id,
        "versions": versions,
        "language": language,
        "text": text,
        "encoder": sound_versions(),
    }
    doubts = doubts_of(text, language, voice)
    if said.text != text or doubts:
        told["said"] = "\n".join((said.text, *(finding.text for finding in doubts)))
    return key("speak", told)


def doubts_of(text: str, language: str, voice: Voice) -> tuple[Finding, ...]:
    """What is not certain of how a voice reads a line."""
    return (*findings_of(spoken_by(text, language, voice)), *unread_findings(text, voice))


def take_key(recording: Recording, language: str, text: str, taker: str, reference: str) -> str:
    """The key of one take made from a person's recording."""
    engine = cast(Taker, get_engine(taker)())
    return key(
        "take",
        {
            "engine": taker,
            "version": engine.card.version,
            "versions": engine.versions(),
            "recording": recording.digest,
            "reference": reference,
            "language": language,
            "text": text,
            "encoder": sound_versions(),
        },
    )


@lru_cache
def voice_versions(voice: Voice) -> dict[str, str]:
    """What decides a voice's sound besides its engine's card; read once in a process."""
    return cast(Speaker, get_engine(voice.engine)()).versions(voice.id)


def read_utterance(record: Record, line: str) -> Utterance:
    """The utterance that a record holds, as the utterance of a line."""
    return dataclasses.replace(msgspec.convert(record.value, Utterance), line=line)


@costed(lambda receipts, meter: on_receipts(receipts, meter, "speak"))
def speak_chunk(store: Store, chunk: SpeakChunk, drafts: Sequence[Receipt]) -> tuple[Receipt, ...]:
    """Makes what is missing of a chunk; one receipt per line, in order."""
    texts = texts_of(store, chunk.lines, drafts)
    reasons = {r.unit: r.failed for r in drafts if r.failed}
    receipts: dict[str, Receipt] = {}
    wanted: dict[str, tuple[SpeakLine, str]] = {}
    for line in chunk.lines:
        text = texts.get(line.line, "")
        if not text:
            receipts[line.line] = Receipt(
                unit=line.line, failed=reasons.get(line.line, "") or "There is no text to be spoken."
            )
        elif line.voice is not None:
            wanted[line.line] = (line, text)
        elif line.recording is None:
            receipts[line.line] = Receipt(unit=line.line, failed="No voice may read it and nobody recorded it.")
    spoken = _speak(store, chunk.language, wanted)
    recorded = [n for n in chunk.lines if n.recording is not None and n.line in texts]
    taken = _take(store, chunk, [(n, texts[n.line], spoken.get(n.line)) for n in recorded])
    return tuple(taken.get(n.line) or receipts.get(n.line) or spoken[n.line] for n in chunk.lines)


def _speak(store: Store, language: str, wanted: dict[str, tuple[SpeakLine, str]]) -> dict[str, Receipt]:
    receipts: dict[str, Receipt] = {}
    failed: dict[str, Receipt] = {}
    jobs: dict[str, tuple[str, str, Voice, str]] = {}
    for line_id, (line, text) in wanted.items():
        assert line.voice is not None
        unread = find_unread(text, line.voice)
        if unread is not None and unread.wholly:
            failed[line_id] = Receipt(unit=line_id, failed=why_unread(unread, line.voice))
            continue
        k = speech_key(line.voice, language, text, voice_versions(line.voice))
        receipts[line_id] = Receipt(unit=line_id, key=k)
        jobs.setdefault(k, (line_id, text, line.voice, k))
    keys = [receipt.key for receipt in receipts.values()]
    once(store, keys, lambda mine: receipts.update(_say(store, language, [jobs[k] for k in mine])))
    return failed | dict(zip(receipts, alike(tuple(receipts.values()), keys), strict=True))


def _say(store: Store, language: str, lines: Sequence[tuple[str, str, Voice, str]]) -> dict[str, Receipt]:
    """Receipts of lines, each given as (its id, text, voice, key), model after model."""
    receipts: dict[str, Receipt] = {}
    todo: dict[tuple[str, str], list[tuple[str, str, Voice, str]]] = {}
    for line in lines:
        todo.setdefault((line[2].engine, line[2].checkpoint), []).append(line)
    for (engine, checkpoint), jobs in todo.items():
        with store.scratch() as folder:
            begun = time.perf_counter()
            results = default_pool().call(
                engine,
                tuple(
                    SpeakJob(
                        line=n,
                        text=text,
                        language=language_for(language, voice),
                        voice=voice.id,
                        folder=str(folder),
                        read_as=spoken_by(text, language, voice).pieces,
                    )
                    for n, text, voice, _ in jobs
                ),
                needs=checkpoint,
            )
            each = (time.perf_counter() - begun) / len(jobs)
            for (line_id, text, voice, k), result in zip(jobs, results, strict=True):
                inputs = {"text": text, "voice": voice.id, "language": language}
                inputs |= voice_versions(voice)
                how = (engine, inputs, each, voice.licence)
                result = with_doubts(result, doubts_of(text, language, voice))
                receipts[line_id] = _keep(store, k, "speak", line_id, result, how)
    return receipts


def with_doubts(result: object, doubts: tuple[Finding, ...]) -> object:
    """What an engine answered, with what is not certain of how its line is read."""
    if isinstance(result, Failed) or not doubts:
        return result
    spoken = cast(Spoken, result)
    findings = (*spoken.utterance.findings, *doubts)
    return dataclasses.replace(spoken, utterance=dataclasses.replace(spoken.utterance, findings=findings))


def _take(
    store: Store, chunk: SpeakChunk, lines: Sequence[tuple[SpeakLine, str, Receipt | None]]
) -> dict[str, Receipt]:
    receipts: dict[str, Receipt] = {}
    jobs: dict[str, tuple[SpeakLine, str, str, str]] = {}
    for line, text, reference in lines:
        assert line.recording is not None
        reference_key = reference.key if reference and not reference.failed else ""
        k = take_key(line.recording, chunk.language, text, chunk.taker, reference_key)
        receipts[line.line] = Receipt(unit=line.line, key=k)
        jobs.setdefault(k, (line, text, reference_key, k))
    keys = [receipt.key for receipt in receipts.values()]
    once(store, keys, lambda mine: receipts.update(_take_each(store, chunk, [jobs[k] for k in mine])))
    return dict(zip(receipts, alike(tuple(receipts.values()), keys), strict=True))


def _take_each(store: Store, chunk: SpeakChunk, todo: Sequence[tuple[SpeakLine, str, str, str]]) -> dict[str, Receipt]:
    """Receipts of lines, each given as (line, text, key of what it is timed by, key)."""
    receipts: dict[str, Receipt] = {}
    with store.scratch() as folder:
        begun = time.perf_counter()
        jobs = tuple(
            _take_job(store, chunk.language, line, text, reference, folder) for line, text, reference, _ in todo
        )
        results = default_pool().call(chunk.taker, jobs)
        each = (time.perf_counter() - begun) / len(todo)
        for (line, text, _, k), result in zip(todo, results, strict=True):
            assert line.recording is not None
            inputs = {"text": text, "recording": line.recording.path, "sha256": line.recording.digest}
            receipts[line.line] = _keep(store, k, "take", line.line, result, (chunk.taker, inputs, each, None))
    return receipts


def _take_job(store: Store, language: str, line: SpeakLine, text: str, reference: str, folder: Path) -> TakeJob:
    assert line.recording is not None
    record = store.find(reference) if reference else None
    path, words = "", ()
    if record is not None:
        utterance = read_utterance(record, line.line)
        path = str(store.path(utterance.audio))
        words = tuple(t for w in utterance.words for t in (w.start, w.end))
    return TakeJob(
        line=line.line,
        text=text,
        language=language,
        recording=line.recording.path,
        folder=str(folder),
        reference=path,
        reference_words=words,
    )


def _keep(
    store: Store, k: str, stage: str, line: str, result: object, how: tuple[str, dict[str, str], float, Licence | None]
) -> Receipt:
    engine, inputs, each, own = how
    if isinstance(result, Failed):
        return Receipt(unit=line, failed=result.reason, seconds=each)
    spoken = cast(Spoken, result)
    sound = Path(spoken.path)
    with cpu():
        encode_line(sound, sound.with_suffix(".aac"))
    audio = store.put_file(sound, media_type="audio/flac", move=True).digest
    encoded = store.put_file(sound.with_suffix(".aac"), media_type="audio/aac", move=True).digest
    utterance = dataclasses.replace(spoken.utterance, audio=audio, encoded=encoded, line="")
    card = get_engine(engine).card
    store.commit(
        k,
        Record(
            key=k,
            stage=stage,
            value=msgspec.to_builtins(utterance),
            objects=(audio, encoded),
            made=made_by(card, inputs, each, own),
        ),
    )
    return Receipt(unit=line, key=k, made=True, seconds=each)
