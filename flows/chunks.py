"""The chunks of a run: what is to be done, what each needs, and in which order. Pure but for looking shots up.

The flow gives them to Prefect (``flows.localise``), the simulator to a clock of its own (``flows.simulate``): both work
on the same graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flows.estimate import edition_job
from flows.jobs import EditionJobs
from flows.planning import Planned
from flows.recipe import Receipt, Recipe
from flows.schedule import Chunk
from flows.stages.edition import EditionJob
from flows.stages.listen import ListenTo
from flows.stages.shots import ShotJob, found_shot, gap_job
from flows.stages.speak import SpeakChunk
from flows.stages.translate import TranslateChunk
from flows.store import Store
from languages.discover import get_engine

CPU = "cpu"
"""The lane of what is drawn, encoded, mixed and put together; the others are named by their engine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Shots that are drawn one after the other."""

    shots: tuple[ShotJob, ...]


Job = Drawing | TranslateChunk | SpeakChunk | ListenTo | EditionJob


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One chunk, and the work that it stands for."""

    chunk: Chunk
    job: Job
    what: str
    """What a person is told that is done."""
    language: str = ""
    """Tag of the edition it is for; empty where all share it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionChunks:
    """One language, and the ids of its chunks."""

    jobs: EditionJobs
    drafts: tuple[str, ...]
    takes: tuple[str, ...]
    heard: tuple[str, ...]
    film: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """All chunks of a run."""

    pieces: tuple[Piece, ...]
    shots: tuple[str, ...]
    """Names of all shots, in order; a chunk that draws some is called by the first of them."""
    found: tuple[tuple[str, Receipt], ...]
    """(name, receipt) of the shots in the store."""
    editions: tuple[EditionChunks, ...]


def graph_of(recipe: Recipe, planned: Planned, store: Store) -> Graph:
    """What a plan leaves to be done; shots that were made since it was planned are found."""
    wanted = (*planned.shots, *(map(gap_job, recipe.formats) if recipe.allow_gaps else ()))
    found: dict[str, Receipt] = {}
    missing: dict[str, ShotJob] = {}
    for shot in wanted:
        if receipt := found_shot(store, shot):
            found[shot_name(shot)] = receipt
        else:
            missing[shot_name(shot)] = shot
    pieces = list(_drawings(planned, missing))
    to_draw = tuple(piece.chunk.id for piece in pieces)
    editions: list[EditionChunks] = []
    for number, jobs in enumerate(planned.editions):
        film = edition_job(recipe, planned.work.manuscript, jobs, planned.shared)
        mine = tuple(_edition(number, jobs, film, to_draw))
        pieces += mine
        editions.append(_chunks_of(jobs, mine))
    return Graph(
        pieces=tuple(pieces),
        shots=tuple(map(shot_name, wanted)),
        found=tuple(found.items()),
        editions=tuple(editions),
    )


def engine_of(job: Job) -> str:
    """The engine whose service does a piece of work; empty where a plain task does it: drawing, encoding, mixing."""
    match job:
        case TranslateChunk():
            return job.engine
        case SpeakChunk():
            return job.engine()
        case ListenTo():
            return job.ear.engine
        case Drawing():
            painters = (e for shot in job.shots for e, _ in shot.painters())
            return next((e for e in painters if get_engine(e).card.environment), "")
        case EditionJob():
            return ""


def shot_name(shot: ShotJob) -> str:
    """What a shot is called in a graph."""
    return f"shot {shot.name}"


def _drawings(planned: Planned, missing: Mapping[str, ShotJob]) -> Iterator[Piece]:
    """Chunks of the shots that are missing, as the plan put them together; what went missing since is drawn alone."""
    together = {shot_name(shot): n for n, shots in enumerate(planned.drawings) for shot in shots}
    groups: dict[int | str, list[ShotJob]] = {}
    for name, shot in missing.items():
        groups.setdefault(together.get(name, name), []).append(shot)
    for shots in groups.values():
        first, last = shots[0].name, shots[-1].name
        what = f"picture {first}" if first == last else f"pictures {first} to {last}"
        job = Drawing(shots=tuple(shots))
        chunk = Chunk(id=shot_name(shots[0]), lane=engine_of(job) or CPU, rank=(-1,))
        yield Piece(chunk=chunk, job=job, what=what)


def _edition(number: int, jobs: EditionJobs, film: EditionJob, shots: tuple[str, ...]) -> Iterator[Piece]:
    """The chunks of one language, its film the last; those of the first are begun first where there is a choice."""
    tag, rank = jobs.plan.language, (number,)
    needed: list[str] = []
    drafts: dict[str, str] = {}
    takes: list[Chunk] = []
    for i, job in enumerate(jobs.translate):
        chunk = Chunk(id=f"{tag} translate {i}", lane=engine_of(job), rank=rank)
        drafts |= {line.id: chunk.id for line in job.lines}
        needed.append(chunk.id)
        yield Piece(chunk=chunk, job=job, what=f"{tag}: drafts", language=tag)
    for i, spoken in enumerate(jobs.speak):
        needs = tuple(dict.fromkeys(drafts[n.line] for n in spoken.lines if n.line in drafts))
        chunk = Chunk(id=f"{tag} speak {i}", lane=engine_of(spoken), rank=rank, needs=needs)
        takes.append(chunk)
        needed.append(chunk.id)
        yield Piece(chunk=chunk, job=spoken, what=f"{tag}: voices", language=tag)
    for i, to in enumerate(jobs.listen):
        needs = (*takes[to.after].needs, takes[to.after].id) if to.after is not None else ()
        chunk = Chunk(id=f"{tag} listen {i}", lane=engine_of(to), rank=rank, needs=needs)
        needed.append(chunk.id)
        yield Piece(chunk=chunk, job=to, what=f"{tag}: listening", language=tag)
    chunk = Chunk(id=f"{tag} film", lane=CPU, rank=rank, needs=(*needed, *shots))
    yield Piece(chunk=chunk, job=film, what=f"{tag}: film", language=tag)


def _chunks_of(jobs: EditionJobs, pieces: Iterable[Piece]) -> EditionChunks:
    ids: dict[type[Job], list[str]] = {}
    for piece in pieces:
        ids.setdefault(type(piece.job), []).append(piece.chunk.id)
    (film,) = ids[EditionJob]
    return EditionChunks(
        jobs=jobs,
        drafts=tuple(ids.get(TranslateChunk, ())),
        takes=tuple(ids.get(SpeakChunk, ())),
        heard=tuple(ids.get(ListenTo, ())),
        film=film,
    )
