"""Drafts of lines: found in the store, or translated and stored."""

from __future__ import annotations

import dataclasses
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from flows.keys import key
from flows.meter import costed, on_receipts
from flows.once import alike, once
from flows.recipe import Receipt
from flows.stages.found import Finds
from flows.stages.made import made_by
from flows.store import Record, Store
from flows.work import LanguageWork
from flows.workers import default_pool
from languages.card import Failed
from languages.discover import get_engine
from translation.engine import Draft, Route, TranslateJob, Translator
from translation.manuscript import Line
from translation.text_file import find_control, find_no_character


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslateChunk:
    """Some lines to be translated by one engine over one route."""

    engine: str
    route: Route
    lines: tuple[Line, ...]
    keep: tuple[str, ...] = ()
    """Names that must come out as they went in."""


def translator(engine: str) -> Translator:
    """An unloaded translator: for its card, routes and versions."""
    return get_engine(engine)()  # pyright: ignore[reportReturnType] - the room's folder decides the protocol


def draft_key(chunk: TranslateChunk, text: str, versions: dict[str, str]) -> str:
    """The key of one draft: all that can change it."""
    return key(
        "translate",
        {
            "engine": chunk.engine,
            "version": get_engine(chunk.engine).card.version,
            "route": chunk.route.id,
            "versions": versions,
            "keep": [name for name in chunk.keep if name in text],
            "text": text,
        },
    )


def draft_keys(chunk: TranslateChunk) -> tuple[str, ...]:
    """Keys of a chunk's drafts, in the order of its lines."""
    versions = translator(chunk.engine).versions(chunk.route.id)
    return tuple(draft_key(chunk, line.text, versions) for line in chunk.lines)


def read_draft(record: Record) -> Draft:
    """The draft that a record holds; its text in NFC, in which PO files are read back."""
    draft = msgspec.convert(record.value, Draft)
    return dataclasses.replace(draft, text=unicodedata.normalize("NFC", draft.text))


def translated_already(store: Store, chunk: TranslateChunk) -> tuple[Receipt | None, ...]:
    """Receipts of those lines of a chunk whose drafts are in the store; nothing is made."""
    keys = zip(chunk.lines, draft_keys(chunk), strict=True)
    return tuple(Receipt(unit=line.id, key=k) if store.find(k) is not None else None for line, k in keys)


@costed(lambda receipts, meter: on_receipts(receipts, meter, "translate"))
def translate_chunk(store: Store, chunk: TranslateChunk) -> tuple[Receipt, ...]:
    """Makes what is missing of a chunk; one receipt per line, in order."""
    keys = draft_keys(chunk)
    receipts = [Receipt(unit=line.id, key=k) for line, k in zip(chunk.lines, keys, strict=True)]

    def make(mine: tuple[str, ...]) -> None:
        for i, receipt in _translate(store, chunk, [keys.index(k) for k in mine], keys):
            receipts[i] = receipt

    once(store, keys, make)
    return alike(receipts, keys)


def _translate(
    store: Store, chunk: TranslateChunk, todo: Sequence[int], keys: Sequence[str]
) -> Iterator[tuple[int, Receipt]]:
    """(place in the chunk, receipt) of the lines at some places."""
    jobs = tuple(TranslateJob(text=chunk.lines[i].text, route=chunk.route.id, keep=chunk.keep) for i in todo)
    begun = time.perf_counter()
    results = default_pool().call(chunk.engine, jobs, needs=chunk.route.checkpoint)
    each = (time.perf_counter() - begun) / len(jobs)
    card = get_engine(chunk.engine).card
    versions = translator(chunk.engine).versions(chunk.route.id)
    for i, result in zip(todo, results, strict=True):
        line = chunk.lines[i]
        if isinstance(result, Failed):
            yield i, Receipt(unit=line.id, failed=result.reason, seconds=each)
            continue
        assert isinstance(result, Draft)
        damaged = find_control(result.text) or find_no_character(result.text)
        if damaged is not None:  # in a PO file nobody could read it any more
            yield i, Receipt(unit=line.id, failed=f"The engine's text has {damaged[0]}, no character.", seconds=each)
            continue
        store.commit(
            keys[i],
            Record(
                key=keys[i],
                stage="translate",
                value=msgspec.to_builtins(result),
                made=made_by(card, {"route": chunk.route.id, "text": line.text, **versions}, each, chunk.route.licence),
            ),
        )
        yield i, Receipt(unit=line.id, key=keys[i], made=True, seconds=each)


def drafts_in(store: Finds, receipts: Sequence[Receipt]) -> dict[str, Draft]:
    """The drafts that receipts name and the store has, by line."""
    there = ((r.unit, store.find(r.key)) for r in receipts if r.key)
    return {unit: read_draft(record) for unit, record in there if record is not None}


def texts_in(store: Finds, work: LanguageWork, receipts: Sequence[Receipt]) -> dict[str, str]:
    """The text of every line that has one: a person's, or the draft."""
    drafts = {r.unit: "" for r in receipts} | {line: d.text for line, d in drafts_in(store, receipts).items()}
    texts = {t.line: t.text for t in work.lines} | drafts
    return {line: text for line, text in texts.items() if text}
