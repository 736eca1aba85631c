"""What each chunk of a run costs: its work in steps, by whom, with the costs that ``flows.costs`` knows. Pure.

A plan counts how often models and dictionaries are loaded; here that is left open (``Kind.begun``), because it hangs on
who does what after what, which ``flows.simulate`` plays through.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from flows.amounts import START
from flows.bill import film_amount, film_s, listen_amounts, shot_amounts, speak_amounts, translate_amounts
from flows.chunks import Drawing, Graph, Piece, engine_of
from flows.costs import Amount, Costs
from flows.schedule import Chunk
from flows.stages.edition import EditionJob
from flows.stages.listen import ListenTo
from flows.stages.shots import likeness
from flows.stages.speak import SpeakChunk
from flows.stages.translate import TranslateChunk
from translation.manuscript import Manuscript

PLAN_LINE_S, NOTE_LINE_S = 0.00023, 0.00012
"""CPU seconds that a line takes to be planned, and to be noted when its edition ends, one after the other. The rest of
what ``flows/run`` costs for a line is spent beside: on a Ray most of it by Ray's own threads, in proportion to time.
Measured 2026-11-26: 4.6 s for 100 languages more of a story of 200 lines; 90 to 115 µs a line in runs of 60 and 100
lines in 8 to 36 languages, on threads and on a Ray."""

Seconds = tuple[float, float]
"""(of a CPU core, of a GPU)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Work of one sort: by one engine (empty: by this program itself) with one model, dictionary or voice."""

    engine: str
    variant: str
    begun: Seconds
    """What it takes a worker to begin with it: loading."""
    call: Seconds
    """What it takes to be asked, however much at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Part of a chunk's work that is done in one go."""

    kind: Kind
    jobs: int
    size: float
    """In characters, or in what else ``flows.costs`` counts."""
    work: Seconds
    """Without beginning and asking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One chunk, its steps one after the other, and the edition that is ready when it is done."""

    chunk: Chunk
    steps: tuple[Step, ...]
    engine: str = ""
    """Whose service does it on a cluster; empty where a plain task does."""
    finishes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: its chunks, and what it takes to begin it."""

    duties: tuple[Duty, ...]
    begin_s: float
    """CPU seconds, one after the other: the program's start, the plan, the libraries."""
    note_s: float = 0.0
    """CPU seconds of the run itself when an edition ends, before it does anything else: people's files."""
    beside_s: float = 0.0
    """CPU seconds of its process for an edition that nothing waits for."""
    film_s: float = 0.0
    """Seconds of film that it makes, all editions together."""

    def editions(self) -> int:
        """How many languages it makes."""
        return sum(1 for duty in self.duties if duty.finishes)


class Priced:
    """Costs, each kind of work looked up once."""

    def __init__(self, costs: Costs) -> None:
        self.rate = cache(costs.rate)
        self._kind = cache(self._make)

    def _make(self, what: str, variant: str) -> Kind:
        rate = self.rate(what, variant)
        engine = "" if what.startswith("flows/") else what
        begun, call = (rate.cpu[0], rate.gpu[0]), (rate.cpu[1], rate.gpu[1])
        return Kind(engine=engine, variant=variant, begun=begun, call=call)

    def start(self, engine: str) -> Seconds:
        """What it takes to start a worker of an engine."""
        rate = self.rate(engine, START)
        return rate.cpu[2], rate.gpu[2]

    def step(self, amount: Amount) -> Step:
        """An amount as one step."""
        rate = self.rate(amount.what, amount.variant)
        work = _of(rate.cpu, amount), _of(rate.gpu, amount)
        return Step(kind=self._kind(amount.what, amount.variant), jobs=round(amount.jobs), size=amount.size, work=work)


def _of(line: tuple[float, ...], amount: Amount) -> float:
    return line[2] * amount.jobs + line[3] * amount.size


def run_of(graph: Graph, manuscript: Manuscript, priced: Priced) -> Run:
    """A run's graph with its costs."""
    editions = {e.jobs.plan.language: e.jobs for e in graph.editions}
    sizes = {tag: dict(jobs.sizes) for tag, jobs in editions.items()}
    duties: list[Duty] = []
    told_s = 0.0
    drawn: set[str] = set()
    for piece in graph.pieces:
        if isinstance(piece.job, Drawing):
            piece = replace(piece, job=_new(piece.job, drawn))
        amounts = _amounts(piece, manuscript, sizes.get(piece.language, {}))
        steps = tuple(priced.step(a) for a in amounts)
        finishes = ""
        if isinstance(piece.job, EditionJob):
            finishes = piece.language
            told_s += film_s(manuscript, sizes.get(piece.language, {})) * len(piece.job.formats)
        duties.append(Duty(chunk=piece.chunk, steps=steps, engine=engine_of(piece.job), finishes=finishes))
    begin = priced.rate("flows/run", "")
    lines, line_s = sum(1 for _ in manuscript.lines()), begin.cpu[3]
    plan_s = min(PLAN_LINE_S, line_s)
    note_s = min(NOTE_LINE_S, line_s - plan_s)
    return Run(
        duties=tuple(duties),
        begin_s=begin.cpu[1] + plan_s * lines * len(graph.editions),
        note_s=note_s * lines,
        beside_s=(line_s - plan_s - note_s) * lines,
        film_s=told_s,
    )


def _amounts(piece: Piece, manuscript: Manuscript, sizes: Mapping[str, float]) -> tuple[Amount, ...]:
    """The work of one chunk, in the order in which it is done: engines first, then what this program does itself."""
    job = piece.job
    match job:
        case Drawing():
            found = shot_amounts(job.shots)
        case TranslateChunk():
            found = translate_amounts(piece.language, [job])
        case SpeakChunk():
            found = speak_amounts(piece.language, [job], _lacking(job), sizes)
        case ListenTo():
            found = listen_amounts(piece.language, [job], sizes)
        case EditionJob():
            found = (film_amount(job, piece.language, sizes),)
    return tuple(sorted(found, key=lambda a: a.what.startswith("flows/")))


def _new(drawing: Drawing, drawn: set[str]) -> Drawing:
    """The shots that are not found when their like was drawn, in another scene that looks the same."""
    kinds = {likeness(shot): shot for shot in drawing.shots}
    new = tuple(shot for kind, shot in kinds.items() if kind not in drawn)
    drawn.update(kinds)
    return Drawing(shots=new)


def _lacking(chunk: SpeakChunk) -> dict[str, tuple[str, ...]]:
    """Engines that have to work for each line; a recording is timed by the voice that reads it too."""
    found: dict[str, tuple[str, ...]] = {}
    for line in chunk.lines:
        voice = (line.voice.engine,) if line.voice is not None else ()
        found[line.line] = (*voice, *((chunk.taker,) if line.recording is not None else ()))
    return found


def longest_s(run: Run) -> float:
    """The seconds of the longest chain of chunks that need one another, loading and waiting left out."""
    took: dict[str, float] = {}
    for duty in run.duties:  # each comes after what it needs
        before = max((took[n] for n in duty.chunk.needs), default=0.0)
        took[duty.chunk.id] = before + sum(max(s.work) for s in duty.steps)
    return max(took.values(), default=0.0)
