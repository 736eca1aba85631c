"""Listening back: what an ear hears in every synthetic utterance, found in the store or heard and stored."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import msgspec

from flows.keys import key
from flows.plan import LanguagePlan
from flows.recipe import Receipt
from flows.stages.lines import texts_in
from flows.stages.made import made_by
from flows.stages.speak import read_utterance
from flows.store import Record, Store
from flows.work import LanguageWork
from flows.workers import default_pool
from languages.card import Failed
from languages.discover import get_engine
from speech.engine import Ear, Listener, ListenJob, Transcript

CHUNK = 40
"""Sounds that an ear is given at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListenTo:
    """One language to be listened back to."""

    plan: LanguagePlan
    work: LanguageWork
    drafts: tuple[Receipt, ...] = ()
    """Found already made when the plan was made; likewise the takes."""
    takes: tuple[Receipt, ...] = ()


@lru_cache
def ear_versions(ear: Ear) -> dict[str, str]:
    """What decides what an ear hears besides its engine's card; read once in a process."""
    return cast(Listener, get_engine(ear.engine)()).versions(ear.id)


def listen_key(ear: Ear, sound: str, text: str) -> str:
    """The key of one transcript; the text is part of it because it may be laid onto the sound."""
    return key(
        "listen",
        {
            "engine": ear.engine,
            "version": get_engine(ear.engine).card.version,
            "ear": ear.id,
            "versions": ear_versions(ear),
            "sound": sound,
            "text": text if ear.aligns else "",
        },
    )


def read_transcript(record: Record) -> Transcript:
    """The transcript that a record holds."""
    return msgspec.convert(record.value, Transcript)


def listen_back(store: Store, to: ListenTo, drafts: Sequence[Receipt], takes: Sequence[Receipt]) -> tuple[Receipt, ...]:
    """One receipt for each line that a machine speaks, in the order of the takes."""
    ear = to.plan.ear
    if ear is None:
        return ()
    texts = texts_in(store, to.work, drafts)
    receipts: dict[str, Receipt] = {}
    todo: list[tuple[str, ListenJob]] = []
    for take in takes:
        record = store.find(take.key) if take.key else None
        if record is None:
            continue
        utterance = read_utterance(record, take.unit)
        if utterance.human:
            continue
        text = texts.get(take.unit, "")
        k = listen_key(ear, utterance.audio, text)
        receipts[take.unit] = Receipt(unit=take.unit, key=k)
        if store.find(k) is None:
            sound = str(store.path(utterance.audio))
            job = ListenJob(line=take.unit, ear=ear.id, sound=sound, language=ear.language, text=text)
            todo.append((k, job))
    for at in range(0, len(todo), CHUNK):
        receipts.update(_listen(store, ear, todo[at : at + CHUNK]))
    return tuple(receipts.values())


def _listen(store: Store, ear: Ear, todo: Sequence[tuple[str, ListenJob]]) -> Mapping[str, Receipt]:
    begun = time.perf_counter()
    results = default_pool().call(ear.engine, tuple(job for _, job in todo), needs=ear.checkpoint)
    each = (time.perf_counter() - begun) / len(todo)
    receipts: dict[str, Receipt] = {}
    for (k, job), result in zip(todo, results, strict=True):
        if isinstance(result, Failed):
            receipts[job.line] = Receipt(unit=job.line, failed=result.reason, seconds=each)
            continue
        inputs = {"sound": job.sound.rpartition("/")[2], "ear": ear.id, **ear_versions(ear)}
        made = made_by(get_engine(ear.engine).card, inputs, each)
        value = msgspec.to_builtins(cast(Transcript, result))
        store.commit(k, Record(key=k, stage="listen", value=value, made=made))
        receipts[job.line] = Receipt(unit=job.line, key=k, made=True, seconds=each)
    return receipts
