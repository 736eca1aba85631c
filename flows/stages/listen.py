"""Listening: what ears hear in synthetic utterances, found in the store or heard and stored."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import msgspec

from flows.keys import key
from flows.meter import Meter, costed, on_receipts
from flows.once import alike, once
from flows.plan import LanguagePlan
from flows.recipe import Receipt
from flows.shelf import each
from flows.stages.found import Finds, found, known
from flows.stages.made import made_by
from flows.stages.speak import read_utterance
from flows.stages.translate import texts_in
from flows.store import Record, Store
from flows.work import LanguageWork
from flows.workers import default_pool
from languages.card import Failed
from languages.discover import get_engine
from speech.engine import Ear, Listener, ListenJob, Transcript
from speech.utterance import Utterance

CHUNK = 40
"""Sounds that an ear is given at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListenTo:
    """Takes of one language that one ear is to listen to."""

    ear: Ear
    plan: LanguagePlan
    work: LanguageWork
    drafts: tuple[Receipt, ...] = ()
    """Found already made when the plan was made; likewise the takes."""
    takes: tuple[Receipt, ...] = ()
    lines: tuple[str, ...] = ()
    """Ids of what it is to hear, as far as that is known before it is spoken."""
    after: int | None = None
    """Number of the language's chunk of speaking that makes the takes; None where they were found."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Listened:
    """What came of listening to one language."""

    checked: tuple[Receipt, ...] = ()
    """Of lines that a machine speaks, where the plan has an ear."""
    laid: tuple[Receipt, ...] = ()
    """Of lines whose voice tells no word times, where the plan has an aligner."""

    def receipts(self) -> tuple[Receipt, ...]:
        """All of them; what one ear heard for both purposes, or in two lines that sound alike, once: as it was made."""
        told = sorted((*self.laid, *self.checked), key=lambda r: r.made or bool(r.failed))
        return tuple({r.key or f"{r.unit} {r.failed}": r for r in told}.values())

    def __add__(self, other: Listened) -> Listened:
        """What came of both."""
        return Listened(checked=(*self.checked, *other.checked), laid=(*self.laid, *other.laid))


def _costed(listened: Listened, meter: Meter) -> Listened:
    """What it cost, on the receipts of those ears that heard anything; the checking ear's first."""
    if any(r.made or r.failed for r in listened.checked):
        return dataclasses.replace(listened, checked=on_receipts(listened.checked, meter, "listen"))
    return dataclasses.replace(listened, laid=on_receipts(listened.laid, meter, "listen"))


@costed(_costed)
def listen_back(store: Store, to: ListenTo, drafts: Sequence[Receipt], takes: Sequence[Receipt]) -> Listened:
    """Checks what machines speak, or finds the words of those that do not tell when they are heard, or both."""
    texts, spoken, guessed = _sounds(found(store, (*drafts, *takes)), to.plan, to.work, (drafts, takes))
    checked = _heard_by(store, to.ear, spoken, texts) if to.ear == to.plan.ear else ()
    laid = _heard_by(store, to.ear, guessed, texts) if to.ear == to.plan.aligner else ()
    return Listened(checked=checked, laid=laid)


def to_be_heard(
    store: Store, plan: LanguagePlan, work: LanguageWork, drafts: Sequence[Receipt], takes: Sequence[Receipt]
) -> tuple[Listened, Mapping[Ear, tuple[str, ...]]]:
    """(what is found already heard, ids of the lines that each ear has yet to hear); nothing is made."""
    if (plan.ear is None and plan.aligner is None) or not takes:
        return Listened(), {}
    texts, spoken, guessed = _sounds(known(store, (*drafts, *takes)), plan, work, (drafts, takes))
    checked = _receipts(plan.ear, spoken, texts) if plan.ear else {}
    laid = _receipts(plan.aligner, guessed, texts) if plan.aligner else {}
    there = known(store, (*checked.values(), *laid.values())).records
    todo: dict[Ear, tuple[str, ...]] = {}
    for ear, receipts in ((plan.ear, checked), (plan.aligner, laid)):
        lacking = tuple(line for line, r in receipts.items() if r.key not in there)
        if ear is not None and lacking:
            todo[ear] = tuple(dict.fromkeys((*todo.get(ear, ()), *lacking)))

    def those(receipts: Mapping[str, Receipt]) -> tuple[Receipt, ...]:
        return tuple(r for r in receipts.values() if r.key in there)

    return Listened(checked=those(checked), laid=those(laid)), todo


def _sounds(
    store: Finds, plan: LanguagePlan, work: LanguageWork, receipts: tuple[Sequence[Receipt], Sequence[Receipt]]
) -> tuple[dict[str, str], dict[str, Utterance], dict[str, Utterance]]:
    """(texts, what machines speak, and of that what tells no word times), by line, of drafts and takes."""
    drafts, takes = receipts
    texts = texts_in(store, work, drafts)
    spoken: dict[str, Utterance] = {}
    for take in takes:
        record = store.find(take.key) if take.key else None
        utterance = read_utterance(record, take.unit) if record is not None else None
        if utterance is not None and not utterance.human:
            spoken[take.unit] = utterance
    untimed = {c.voice.label for c in plan.voices if not c.voice.tells_times}
    return texts, spoken, {line: u for line, u in spoken.items() if u.voice in untimed}


def _heard_by(store: Store, ear: Ear, spoken: Mapping[str, Utterance], texts: Mapping[str, str]) -> tuple[Receipt, ...]:
    receipts, todo = _asked(store, ear, spoken, texts)
    jobs = {k: job for k, job in reversed(todo)}  # of lines that sound and read alike the first is heard
    keys = [receipt.key for receipt in receipts.values()]

    def make(mine: tuple[str, ...]) -> None:
        receipts.update(_listen(store, ear, [(k, jobs[k]) for k in mine]))

    asked = list(dict.fromkeys(k for k, _ in todo))
    for at in range(0, len(asked), CHUNK):
        once(store, asked[at : at + CHUNK], make)
    return alike(tuple(receipts.values()), keys)


def _asked(
    store: Store, ear: Ear, spoken: Mapping[str, Utterance], texts: Mapping[str, str]
) -> tuple[dict[str, Receipt], list[tuple[str, ListenJob]]]:
    """(a receipt for each line, what is still to be heard)."""
    receipts = _receipts(ear, spoken, texts)
    there = found(store, receipts.values())
    lacking = [(r.key, line, texts.get(line, "")) for line, r in receipts.items() if there.find(r.key) is None]
    sounds = each(store.shelf, store.path, [spoken[line].audio for _, line, _ in lacking])
    jobs = [
        (k, ListenJob(line=line, ear=ear.id, sound=str(sound), language=ear.language, text=text))
        for (k, line, text), sound in zip(lacking, sounds, strict=True)
    ]
    return receipts, jobs


def _receipts(ear: Ear, spoken: Mapping[str, Utterance], texts: Mapping[str, str]) -> dict[str, Receipt]:
    """Line → what would come of listening to it."""
    keys = {line: listen_key(ear, utterance.audio, texts.get(line, "")) for line, utterance in spoken.items()}
    return {line: Receipt(unit=line, key=k) for line, k in keys.items()}


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
        made = made_by(get_engine(ear.engine).card, inputs, each, ear.licence)
        value = msgspec.to_builtins(cast(Transcript, result))
        store.commit(k, Record(key=k, stage="listen", value=value, made=made))
        receipts[job.line] = Receipt(unit=job.line, key=k, made=True, seconds=each)
    return receipts
