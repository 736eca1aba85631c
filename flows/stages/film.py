"""Editions: one language's film, captions and credits, found in the store or put together and stored."""

from __future__ import annotations

import dataclasses
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from flows.amounts import picture_size
from flows.costs import Amount, Sample
from flows.files import copy_file
from flows.handed import PARCEL
from flows.keys import key
from flows.machines import machine_kind
from flows.meter import Meter, costed
from flows.once import once
from flows.plan import LanguagePlan
from flows.recipe import Receipt
from flows.stages.burned import BURNED, ENDING, Burned, set_captions
from flows.stages.credits import edition_credits
from flows.stages.found import Finds, found, known
from flows.stages.judge import judged
from flows.stages.lines import Heard, LineReport, hear, line_reports, with_guesses
from flows.stages.listen import Listened
from flows.stages.made import cpu, tool_made
from flows.stages.shots import GAP, read_shot
from flows.stages.translate import drafts_in, texts_in
from flows.store import Record, Store
from flows.work import LanguageWork
from languages.clock import seconds
from languages.cuts import row_versions
from languages.errors import StoreDamaged
from languages.registry import get_language
from publishing.credits import credits_md
from publishing.film import FilmMeta, film_versions, mux_film, verify_film
from publishing.sound import loudness_of, mix
from publishing.srt import srt
from publishing.vtt import vtt
from speech.consented import Output, note_outputs
from translation.engine import Draft, Route
from translation.manuscript import Manuscript
from translation.translated import Finding
from video.burn import burn
from video.captions import caption_findings
from video.encode import encoder_versions
from video.shot import Frame, Shot
from video.timeline import Timeline
from video.timing import build_timeline
from video.track import PlacedShot, write_picture_track

VERSION = "3"
"""Bumped when an edition's bytes should change without any of its parts changing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionJob:
    """One language to be published."""

    manuscript: Manuscript
    plan: LanguagePlan
    work: LanguageWork
    frame: Frame
    allow_gaps: bool
    out: str
    painters: tuple[tuple[str, str], ...] = ()
    """(engine, checkpoint or empty) of the shots of the scenes, in order."""
    via: tuple[str, Route] | None = None
    """(engine, route) that translates the briefs of pictures."""
    picture_terms: tuple[str, ...] = ()
    """What the licences of the painters ask of the user."""
    drafts: tuple[Receipt, ...] = ()
    """Found already made when the plan was made; likewise the takes."""
    takes: tuple[Receipt, ...] = ()
    burn: bool = False
    """Also make a film with the captions drawn into the picture."""


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
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    """Of its lines, for the user's files: whoever writes these need not ask the store for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """All that an edition is put together from."""

    job: EditionJob
    texts: Mapping[str, str]
    heard: Mapping[str, Heard]
    gaps: tuple[str, ...]
    """Ids of spoken lines that are not heard."""
    shots: Mapping[str, Shot]
    lines: tuple[LineReport, ...]


def _costed(finished: Finished, meter: Meter) -> Finished:
    """With what it cost, and a sample as large as the film."""
    receipt = finished.receipt
    cpu_s = meter.cpu_s()
    amount = Amount(stage="film", what="flows/film", calls=1.0, jobs=float(len(finished.lines)), size=finished.seconds)
    if not receipt.made:
        amount = dataclasses.replace(amount, variant="found")
    elif finished.burned:
        amount = dataclasses.replace(amount, variant=BURNED, size=finished.burned)
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
    parts = Parts(job=job, texts=texts, heard=heard, gaps=gaps, shots=_shots(there, shots), lines=lines)
    timeline = _timeline(parts)
    lines = _with(lines, caption_findings(timeline.cues))
    burned, undrawn = _burned(parts, timeline)
    lines = _with(lines, burned.findings() if burned else ())
    k = _key(parts, burned)
    begun = time.perf_counter()
    keys = (*(line.text_key for line in lines), *(line.sound_key for line in lines), *(r.key for r in shots))
    made = once(store, (k,), lambda _: _make(store, k, parts, (timeline, burned), keys))
    took = time.perf_counter() - begun
    record = store.find(k)
    if record is None:
        raise StoreDamaged(f"The store lost the edition {k} as soon as it was made.", remedy="Run it again.")
    value = record.value
    files = _deliver(store, record, job)
    marked = f"{len(gaps)} gaps are marked: {', '.join(gaps)}." if gaps else ""
    length = float(str(value["seconds"]))
    return Finished(
        receipt=Receipt(unit=tag, key=k, made=bool(made), seconds=took),
        state="failed" if undrawn else "gaps" if gaps else "done",
        files=files,
        seconds=length,
        burned=picture_size(job.frame, length) if burned else 0.0,
        loudness_lufs=float(str(value["loudness_lufs"])),
        peak_dbtp=float(str(value["peak_dbtp"])),
        reasons=tuple(reason for reason in (marked, undrawn) if reason),
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
    parts = Parts(job=job, texts=texts, heard=heard, gaps=gaps, shots=_shots(there, shots), lines=lines)
    burned, undrawn = _burned(parts)
    return not undrawn and store.find(_key(parts, burned)) is not None


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


def _shots(store: Finds, receipts: Sequence[Receipt]) -> dict[str, Shot]:
    shots: dict[str, Shot] = {}
    for receipt in receipts:
        record = store.find(receipt.key)
        assert record is not None, "a receipt names a result that the store does not hold"
        shots[receipt.unit] = read_shot(record, receipt.unit)
    return shots


def _burned(parts: Parts, timeline: Timeline | None = None) -> tuple[Burned | None, str]:
    """(the captions as they are to be drawn, where that is wanted and can be done; why it cannot)."""
    job = parts.job
    if not job.burn:
        return None, ""
    return set_captions((timeline or _timeline(parts)).cues, get_language(job.plan.language), job.frame)


def _key(parts: Parts, burned: Burned | None) -> str:
    job = parts.job
    return key(
        "film",
        {
            "version": VERSION,
            "language": job.plan.language,
            "title": parts.texts.get(job.manuscript.title.id, ""),
            "scenes": [[s.id, [line.id for line in s.lines]] for s in job.manuscript.scenes],
            "lines": [[n, parts.texts.get(n, ""), h.key, *h.laid] for n, h in parts.heard.items()],
            "gaps": list(parts.gaps),
            "shots": [[s.id, parts.shots[s.id].media] for s in job.manuscript.scenes]
            + ([[GAP, parts.shots[GAP].media]] if parts.gaps else []),
            "credits": _credits(parts),
            "terms": list(_terms(job)),
            "encoder": encoder_versions(),
            "muxer": film_versions(),
            "captions": row_versions(),
            **({"burned": burned.key} if burned else {}),
        },
    )


def _credits(parts: Parts) -> str:
    job = parts.job
    title = parts.texts.get(job.manuscript.title.id, "") or job.manuscript.name
    credits = edition_credits(job.manuscript, job.plan, title, parts.lines, job.painters, job.via)
    return credits_md(dataclasses.replace(credits, terms=_terms(job)))


def _terms(job: EditionJob) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*job.plan.terms, *job.picture_terms)))


def _timeline(parts: Parts) -> Timeline:
    return build_timeline(
        parts.job.manuscript,
        parts.job.plan.language,
        {n: h.line for n, h in parts.heard.items()},
        parts.gaps,
        parts.job.frame,
    )


def _make(store: Store, k: str, parts: Parts, shown: tuple[Timeline, Burned | None], keys: Sequence[str]) -> None:
    """``keys`` are those of texts, sounds and shots: garbage collection keeps what an edition that it keeps names."""
    begun = time.perf_counter()
    job, (timeline, burned) = parts.job, shown
    language = get_language(job.plan.language)
    with store.scratch() as folder:
        picture, sound, captions = folder / "picture.mp4", folder / "sound.aac", folder / "captions.srt"
        with cpu():
            write_picture_track(_placed(store, parts, timeline), picture)
            mix(timeline, {n: store.path(h.utterance.encoded) for n, h in parts.heard.items()}, sound)
            captions.write_text(srt(timeline.cues), encoding="utf-8")
            meta = FilmMeta(
                title=parts.texts.get(job.manuscript.title.id, ""),
                language=language.tag,
                iso639_3=language.iso639_3,
                language_name=language.autonym or language.name,
                comment=" ".join(("Made with Vernacast.", _voices_notice(parts), *_terms(job))),
            )
            film = folder / "film.mp4"
            mux_film(picture, sound, captions if timeline.cues else None, meta, film)
            verify_film(film)
            second = folder / ENDING
            if burned:
                drawn = folder / "drawn.mp4"
                burn(picture, burned.cues, job.frame, drawn)
                mux_film(drawn, sound, None, meta, second)
                verify_film(second)
        (folder / "captions.vtt").write_text(vtt(timeline.cues), encoding="utf-8")
        (folder / "credits.md").write_text(_credits(parts), encoding="utf-8")
        stored = {
            "mp4": store.put_file(film, media_type="video/mp4", move=True).digest,
            "srt": store.put_file(captions, media_type="application/x-subrip").digest,
            "vtt": store.put_file(folder / "captions.vtt", media_type="text/vtt").digest,
            "md": store.put_file(folder / "credits.md", media_type="text/markdown").digest,
            **({ENDING: store.put_file(second, media_type="video/mp4", move=True).digest} if burned else {}),
        }
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


def _inputs(burned: Burned | None) -> dict[str, str]:
    """What a film was made with, for whoever asks why: the fonts of captions that are drawn are under the OFL."""
    return {**film_versions(), **({**encoder_versions(), **dict(burned.versions)} if burned else {})}


def _placed(store: Store, parts: Parts, timeline: Timeline) -> tuple[PlacedShot, ...]:
    placed: list[PlacedShot] = []
    for clip in timeline.clips:
        shot = parts.shots[GAP if clip.gap else clip.scene]
        path = store.path(shot.media)
        placed.append(PlacedShot(shot=shot, path=path, start=clip.start, length=clip.length))
    return tuple(placed)


def _voices_notice(parts: Parts) -> str:
    people = any(line.human_take for line in parts.lines)
    machine = any(line.voice and not line.human_take for line in parts.lines)
    if machine and people:
        return "Some lines are read by people, some by a synthetic voice."
    return "Read by people." if people else "Read by a synthetic voice."


def _deliver(store: Store, record: Record, job: EditionJob) -> tuple[tuple[str, str], ...]:
    """Copies an edition's files out of the store; what is already right is not touched.

    Not on a cluster: whoever sent the work takes them out of the store (``flows.parcel``), from whatever machine.
    """
    name = job.manuscript.name
    folder = Path(job.out) / name / job.plan.language
    digests = record.value["files"]
    assert isinstance(digests, dict)
    endings = [e for e in ("mp4", "srt", "vtt", "md", ENDING) if e in digests]
    places = {e: "credits.md" if e == "md" else f"{name}.{e}" for e in endings}
    files = tuple((str(folder / place), str(digests[ending])) for ending, place in places.items())
    _note_voices(job.plan, files)  # first: no output is ever unlisted
    if not os.environ.get(PARCEL):
        for path, digest in files:
            copy_file(store.path(digest), Path(path), digest)
    return files


def _note_voices(plan: LanguagePlan, files: Sequence[tuple[str, str]]) -> None:
    """Tells the consent records of people whose voices are in an edition which files it has."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    outputs = tuple(Output(path=str(Path(path).resolve()), sha256=digest, when=now) for path, digest in files)
    for voice in sorted({cast.voice.consent for cast in plan.voices if cast.voice.consent}):
        note_outputs(voice, outputs)
