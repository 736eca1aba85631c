"""Editions: one language's films, captions and credits, found in the store or put together and stored."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from flows.amounts import picture_size
from flows.costs import Amount, Sample
from flows.machines import machine_kind
from flows.meter import Meter, costed
from flows.once import once
from flows.recipe import Receipt
from flows.stages.burned import BURNED, Burned, set_captions
from flows.stages.cards import cards_of, facts_of
from flows.stages.delivered import deliver
from flows.stages.edition import DISSOLVED, EditionJob, Parts, film_ending, shots_in
from flows.stages.film_key import VERSION, credits_text, film_key, terms_of
from flows.stages.found import Finds, found, known
from flows.stages.judge import judged
from flows.stages.lines import Heard, LineReport, hear, line_reports, with_guesses
from flows.stages.listen import Listened
from flows.stages.made import cpu, tool_made
from flows.stages.placed import placed, speaking
from flows.stages.translate import drafts_in, texts_in
from flows.store import Record, Store
from languages.clock import seconds
from languages.errors import StoreDamaged
from languages.registry import get_language
from publishing.film import FilmMeta, film_versions, mux_film, verify_film
from publishing.sound import loudness_of, mix
from publishing.srt import srt
from publishing.vtt import vtt
from translation.engine import Draft
from translation.translated import Finding
from video.burn import burn
from video.caption_place import soft_at_head
from video.caption_styles import LOOKS
from video.captions import caption_findings
from video.encode import encoder_versions
from video.timeline import Timeline
from video.track import write_picture_track
from video.transitions import count_transitions


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """What came of one language."""

    receipt: Receipt
    state: str
    """``done``, ``gaps`` or ``failed``."""
    files: tuple[tuple[str, str], ...] = ()
    """(path, sha256); the film first."""
    seconds: float = 0.0
    loudness_lufs: float = 0.0
    peak_dbtp: float = 0.0
    reasons: tuple[str, ...] = ()
    lines: tuple[LineReport, ...] = ()
    burned: float = 0.0
    """Seconds times megapixels of film into which captions were drawn."""
    dissolved: float = 0.0
    """Dissolves and fades times megapixels."""
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    """Of its lines, for the user's files: whoever writes these need not ask the store for each."""


def _costed(finished: Finished, meter: Meter) -> Finished:
    """With what it cost, and a sample as large as the film."""
    receipt = finished.receipt
    cpu_s = meter.cpu_s()
    amount = Amount(stage="film", what="flows/film", calls=1.0, jobs=float(len(finished.lines)), size=finished.seconds)
    if not receipt.made:
        amount = dataclasses.replace(amount, variant="found")
    elif finished.burned:
        amount = dataclasses.replace(amount, variant=BURNED, size=finished.burned)
    elif finished.dissolved:
        amount = dataclasses.replace(amount, variant=DISSOLVED, size=finished.dissolved)
    samples = (Sample(amount=amount, cpu_s=cpu_s, machine=machine_kind()),) if receipt.key else ()
    return dataclasses.replace(finished, receipt=dataclasses.replace(receipt, cpu_s=cpu_s, samples=samples))


@costed(_costed)
def make_edition(
    store: Store,
    job: EditionJob,
    drafts: Sequence[Receipt],
    takes: Sequence[Receipt],
    shots: Sequence[Receipt],
    listened: Listened | None = None,
) -> Finished:
    """Makes the edition if the store has none, and puts its files into the out folder."""
    listened = listened or Listened()
    there = found(store, (*drafts, *takes, *listened.receipts(), *shots))
    # What the plan found by its notes and is gone is told to be so, and looked for again by the next run.
    store.forget(r.key for r in listened.receipts() if r.key and there.find(r.key) is None)
    texts, heard, lines = _lines(there, job, (drafts, takes), listened)
    gaps = _gaps(job, heard)
    failed_shots = [r for r in shots if r.failed]
    tag, written = job.plan.language, drafts_in(there, drafts)
    if failed_shots:
        reasons = tuple(f"The picture of scene {r.unit} failed: {r.failed}" for r in failed_shots)
        return Finished(receipt=Receipt(unit=tag), state="failed", reasons=reasons, lines=lines, drafts=written)
    if gaps and not job.allow_gaps:
        reason = (
            f"{len(gaps)} lines have no sound: {', '.join(gaps)}. "
            f"Mend them, or pass --allow-gaps to make the edition with marked gaps."
        )
        return Finished(receipt=Receipt(unit=tag), state="failed", reasons=(reason,), lines=lines, drafts=written)
    parts = Parts(job=job, texts=texts, heard=heard, gaps=gaps, shots=shots_in(there, shots), lines=lines)
    parts, uncarded = _with_cards(parts)
    timeline = parts.timeline()
    lines = _with(lines, caption_findings(timeline.cues))
    burned, undrawn = _burned(parts, timeline)
    lines = _with(lines, tuple(dict.fromkeys(f for one in burned for f in one.findings())))
    k = film_key(parts, burned)
    begun = time.perf_counter()
    keys = (*(line.text_key for line in lines), *(line.sound_key for line in lines), *(r.key for r in shots))
    made = once(store, (k,), lambda _: _make(store, k, parts, (timeline, burned), keys))
    took = time.perf_counter() - begun
    record = store.find(k)
    if record is None:
        raise StoreDamaged(f"The store lost the edition {k} as soon as it was made.", remedy="Run it again.")
    value = record.value
    files = deliver(store, record, job)
    marked = f"{len(gaps)} gaps are marked: {', '.join(gaps)}." if gaps else ""
    length = float(str(value["seconds"]))
    mixed = count_transitions(timeline)
    return Finished(
        receipt=Receipt(unit=tag, key=k, made=bool(made), seconds=took),
        state="failed" if undrawn else "gaps" if gaps else "done",
        files=files,
        seconds=length,
        burned=sum(picture_size(f.frame, length) for f in job.formats) if burned else 0.0,
        dissolved=sum(picture_size(f.frame, mixed) for f in job.formats) if mixed else 0.0,
        loudness_lufs=float(str(value["loudness_lufs"])),
        peak_dbtp=float(str(value["peak_dbtp"])),
        reasons=tuple(reason for reason in (marked, undrawn, uncarded) if reason),
        lines=lines,
        drafts=written,
    )


def found_edition(store: Store, job: EditionJob, shots: Sequence[Receipt], listened: Listened) -> bool:
    """Whether the store holds the edition, where it holds all its parts; nothing is made."""
    there = known(store, (*job.drafts, *job.takes, *listened.receipts(), *shots))
    texts, heard, lines = _lines(there, job, (job.drafts, job.takes), listened)
    gaps = _gaps(job, heard)
    if gaps and not job.allow_gaps:
        return False
    parts = Parts(job=job, texts=texts, heard=heard, gaps=gaps, shots=shots_in(there, shots), lines=lines)
    parts, _ = _with_cards(parts)
    burned, undrawn = _burned(parts, parts.timeline())
    return not undrawn and store.find(film_key(parts, burned)) is not None


def _with_cards(parts: Parts) -> tuple[Parts, str]:
    """(the parts with their cards, where these are wanted and can be drawn; why they cannot)."""
    job = parts.job
    if job.wording is None:
        return parts, ""
    title = parts.texts.get(job.manuscript.title.id, "")
    facts = facts_of(job.manuscript, job.plan.language, title, parts.lines, job.painters, len(parts.gaps))
    titled = bool(title) and job.manuscript.title.row > 0
    cards, uncarded = cards_of(facts, job.wording, job.formats, titled)
    return dataclasses.replace(parts, cards=cards), uncarded


def _lines(
    store: Finds, job: EditionJob, receipts: tuple[Sequence[Receipt], Sequence[Receipt]], listened: Listened
) -> tuple[dict[str, str], dict[str, Heard], tuple[LineReport, ...]]:
    """(texts, sounds, reports) of the lines; ``receipts`` are those of drafts and of takes."""
    drafts, takes = receipts
    texts = texts_in(store, job.work, drafts)
    found = hear(store, takes, texts, listened.laid)
    # In the order of the script, however the work was cut: the order is part of the edition's key.
    heard = {line.id: found[line.id] for line in job.manuscript.lines() if line.id in found}
    lines = line_reports(store, job.manuscript, job.plan, job.work, (drafts, takes))
    lines = judged(store, lines, texts, job.plan, (takes, listened.checked))
    return texts, heard, with_guesses(store, lines, heard, listened.laid)


def _gaps(job: EditionJob, heard: Mapping[str, Heard]) -> tuple[str, ...]:
    return tuple(line.id for line in job.manuscript.spoken() if line.id not in heard)


def _with(lines: tuple[LineReport, ...], found: Sequence[tuple[str, Finding]]) -> tuple[LineReport, ...]:
    """The same reports, with what was found of each line."""
    return tuple(
        dataclasses.replace(r, findings=(*r.findings, *(f for line, f in found if line == r.line))) for r in lines
    )


def _burned(parts: Parts, timeline: Timeline) -> tuple[tuple[Burned, ...], str]:
    """(captions as they are to be drawn in each format, where that is wanted and can be done; why it cannot)."""
    job, language = parts.job, get_language(parts.job.plan.language)
    if job.burn is None:
        return (), ""
    found: list[Burned] = []
    for format_ in job.formats:
        seen = parts.seen(timeline, format_.frame)
        burned, undrawn = set_captions(timeline.cues, language, format_.frame, seen, job.burn)
        if burned is None:
            return (), undrawn
        found.append(burned)
    return tuple(found), ""


def _make(store: Store, k: str, parts: Parts, shown: tuple[Timeline, tuple[Burned, ...]], keys: Sequence[str]) -> None:
    """``keys`` are those of texts, sounds and shots: garbage collection keeps what an edition that it keeps names."""
    begun = time.perf_counter()
    job, (timeline, burned) = parts.job, shown
    stored: dict[str, str] = {}
    with store.scratch() as folder:
        sound, captions = folder / "sound.aac", folder / "captions.srt"
        with cpu():
            sounds = {n: store.path(h.utterance.encoded) for n, h in parts.heard.items()}
            mix(timeline, sounds, sound)
            captions.write_text(srt(timeline.cues), encoding="utf-8")
            speaks = speaking(parts, timeline, sounds)
            also = speaking(parts, timeline, sounds, also=True)
            meta = _meta(parts)
            for n, format_ in enumerate(job.formats):
                picture, film = folder / "picture.mp4", folder / film_ending(format_)
                write_picture_track(placed(store, parts, (timeline, speaks, also), format_, folder), picture)
                mux_film(picture, sound, captions if timeline.cues else None, meta, film)
                verify_film(film)
                stored[film.name] = store.put_file(film, media_type="video/mp4", move=True).digest
                if burned:
                    drawn, film = folder / "drawn.mp4", folder / film_ending(format_, drawn=True)
                    burn(picture, burned[n].cues, format_.frame, drawn, LOOKS[burned[n].style])
                    mux_film(drawn, sound, None, meta, film)
                    verify_film(film)
                    stored[film.name] = store.put_file(film, media_type="video/mp4", move=True).digest
        high = soft_at_head(timeline.cues, parts.seen(timeline, job.formats[0].frame))
        (folder / "captions.vtt").write_text(vtt(timeline.cues, high), encoding="utf-8")
        (folder / "credits.md").write_text(credits_text(parts), encoding="utf-8")
        stored["srt"] = store.put_file(captions, media_type="application/x-subrip").digest
        stored["vtt"] = store.put_file(folder / "captions.vtt", media_type="text/vtt").digest
        stored["md"] = store.put_file(folder / "credits.md", media_type="text/markdown").digest
    lufs, dbtp = loudness_of(tuple(h.utterance for h in parts.heard.values()))
    record = Record(
        key=k,
        stage="film",
        value={
            "files": stored,
            "parts": sorted({*keys, *(laid for h in parts.heard.values() for laid in h.laid)} - {""}),
            "seconds": round(seconds(timeline.length), 3),
            "loudness_lufs": round(lufs, 2),
            "peak_dbtp": round(dbtp, 2),
        },
        objects=tuple(stored.values()),
        made=tool_made("publishing/film", VERSION, _inputs(burned), time.perf_counter() - begun),
    )
    store.commit(k, record)


def _meta(parts: Parts) -> FilmMeta:
    language = get_language(parts.job.plan.language)
    return FilmMeta(
        title=parts.texts.get(parts.job.manuscript.title.id, ""),
        language=language.tag,
        iso639_3=language.iso639_3,
        language_name=language.autonym or language.name,
        comment=" ".join(("Made with Vernacast.", _voices_notice(parts), *terms_of(parts.job))),
    )


def _inputs(burned: Sequence[Burned]) -> dict[str, str]:
    """What a film was made with, for whoever asks why: the fonts of captions that are drawn are under the OFL."""
    fonts = {name: version for one in burned for name, version in one.versions}
    return {**film_versions(), **({**encoder_versions(), **fonts} if burned else {})}


def _voices_notice(parts: Parts) -> str:
    people = any(line.human_take for line in parts.lines)
    machine = any(line.voice and not line.human_take for line in parts.lines)
    if machine and people:
        return "Some lines are read by people, some by a synthetic voice."
    return "Read by people." if people else "Read by a synthetic voice."
