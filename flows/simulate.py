"""Plays runs through on machines that are not here: the flow's own chunks and schedule, by a clock that does not wait.

What is played is what ``flows.localise`` does: a run begins, gives out what its ``Schedule`` lets begin, one after the
other, and hears of what is done. Who does the work is in ``flows.carriers``, what it costs in ``flows.duties``. Pure;
all that comes out is predicted, never measured.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from flows.carriers import Gpu, Needs, Replicas, Workers, deal
from flows.chunks import CPU
from flows.compute import slot_window
from flows.duties import Duty, Run, Step
from flows.schedule import Schedule
from flows.virtual import Clock, Post, Process, Processors, Slots


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What it takes to give a chunk to somebody, besides its work: CPU seconds."""

    run_s: float = 0.0
    """Of the run itself, one chunk after the other."""
    carrier_s: float = 0.0
    """Of whoever carries it."""
    server_s: float = 0.0
    """Of the Prefect server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compute:
    """How a kind of compute carries chunks."""

    name: str
    begin_s: float = 0.0
    """From a run's beginning until the first chunk can be given out, besides the run's own CPU seconds."""
    end_s: float = 0.0
    """From when all is done until the run has ended."""
    beside: float = 0.0
    """Threads of its own that want a core all the time."""
    task: Given = field(default_factory=Given)
    ask: Given = field(default_factory=Given)
    """Where engines are services: of a chunk that one of them does."""
    services: bool = False
    """Whether engines are services that all runs share, and other chunks have processes of their own."""
    process_s: float = 0.0
    """CPU seconds of a process that carries chunks of one run, before its first."""
    service_s: float = 0.0
    """CPU seconds of a service before its first."""
    server_here: bool = True
    """Whether the Prefect server works on the same processors."""
    window: Callable[[int], int] = slot_window
    """Chunks of a lane that are begun at once, by the number of processors."""
    asks: int = 6
    """Chunks of a service's lane that are begun at once, for each of its replicas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machines:
    """What there is to work with."""

    workers: int
    """Processor cores, of all machines together."""
    cores: int = 16
    """Of one machine."""
    gpus: int = 0
    gpu_gb: float = 64.0
    """Of each, that models may take."""
    drivers: int = 1
    """Runs that are under way at once."""
    others: float = 0.0
    """Threads of other programs that want a core all the time."""

    def __post_init__(self) -> None:
        """Raises ValueError where nothing could be done."""
        if min(self.workers, self.drivers) < 1 or self.gpus < 0 or self.gpu_gb <= 0:
            raise ValueError(f"Nothing can be done by {self.workers} processors and {self.drivers} drivers.")


@dataclass(slots=True, kw_only=True)
class Noted:
    """What was seen when a run ended: for what goes on in the same way after it."""

    at: float
    begun: int
    """Runs that had begun."""
    busy: dict[str, float] = field(default_factory=dict[str, float])


@dataclass(slots=True, eq=False, kw_only=True)
class _Run:
    """One run under way."""

    duties: dict[str, Duty]
    ready: Post
    idle: list[dict[str, Workers]] = field(default_factory=list[dict[str, Workers]])
    """Its processes that carry nothing now, each with engines of its own."""


class World:
    """Machines, and the runs that are played on them."""

    def __init__(
        self, machines: Machines, compute: Compute, needs: Mapping[str, Needs], work: Mapping[str, float]
    ) -> None:
        """Makes all ready.

        Args:
            needs: of all engines.
            work: GPU seconds that there are for each engine, by which GPUs are dealt out.

        Raises:
            ValueError: an engine does not fit onto the GPUs.
        """
        self.clock = Clock()
        self.cpu = Processors(self.clock, machines.workers, machines.others + compute.beside)
        self.gpus = [Gpu(time=Processors(self.clock, 1.0), gb=machines.gpu_gb) for _ in range(machines.gpus)]
        self.done: list[Noted] = []
        self.first_s = 0.0
        self.chunks = 0
        self._machines = machines
        self._compute = compute
        self._needs = needs
        self._server = self.cpu if compute.server_here else Processors(self.clock, 1.0)
        on_gpus = [(e, n.gpu_gb, work.get(e, 0.0)) for e, n in needs.items() if n.gpu_gb and machines.gpus]
        self._places = deal(self.gpus, on_gpus)
        if lost := [e for e, _, _ in on_gpus if e not in self._places]:
            name = ", ".join(lost)
            raise ValueError(
                f"{name} does not fit onto {machines.gpus} GPUs of {machines.gpu_gb:g} GB beside the others."
            )
        self._replicas: dict[str, Replicas] = {}
        self._workers: dict[str, Workers] = {}
        each = {e: self._number(e) * compute.asks for e in needs}
        self._windows = each if compute.services else {}
        self._slots = Slots(self.clock, machines.workers)
        self._drivers_s = 0.0
        self._begun = 0

    def play(self, runs: Iterator[Run]) -> None:
        """Plays all runs, as many at once as there are drivers."""
        for _ in range(self._machines.drivers):
            self.clock.start(self._driver(runs))
        self.clock.run()

    def busy(self) -> dict[str, float]:
        """Seconds that each thing was at work so far, as parts of what there is of it."""
        found = {CPU: self.cpu.busy_s / self._machines.workers, "driver": self._drivers_s / self._machines.drivers}
        if self.gpus:
            found["gpu"] = sum(g.time.busy_s for g in self.gpus) / len(self.gpus)
        if not self._compute.server_here:
            found["Prefect server"] = self._server.busy_s
        for engine, replicas in self._replicas.items():
            found[engine] = replicas.at_work_s / replicas.number
        return found

    def replicas(self) -> tuple[tuple[str, int], ...]:
        """(engine with models, replicas)."""
        return tuple((engine, r.number) for engine, r in self._replicas.items())

    def loads(self) -> tuple[tuple[str, int], ...]:
        """(engine, how often a model was loaded)."""
        return tuple((engine, r.loads) for engine, r in self._replicas.items())

    def _driver(self, runs: Iterator[Run]) -> Process:
        for run in runs:
            self._begun += 1
            yield from self._play(run)
            self.done.append(Noted(at=self.clock.now, begun=self._begun, busy=self.busy()))

    def _play(self, run: Run) -> Process:
        """What ``flows.localise`` does."""
        if not self._compute.services:
            self._warm(run)
        before = self.clock.now
        yield self.cpu.work(run.begin_s)
        yield self.clock.sleep(self._compute.begin_s)
        self._drivers_s += self.clock.now - before
        window = self._compute.window(self._machines.workers)
        schedule = Schedule((duty.chunk for duty in run.duties), window, self._windows)
        mine = _Run(duties={duty.chunk.id: duty for duty in run.duties}, ready=Post(self.clock))
        while not schedule.finished:
            for chunk in schedule.begin():
                duty, before = mine.duties[chunk.id], self.clock.now
                yield self.cpu.work(self._given(duty).run_s)
                self._drivers_s += self.clock.now - before
                self.clock.start(self._carry(duty, mine))
            done: list[str] = []
            yield mine.ready.take(done)
            schedule.end(done[0])
            if mine.duties[done[0]].finishes:
                self.clock.start(_apart(self.cpu, run.beside_s))
                before = self.clock.now
                yield self.cpu.work(run.note_s)
                self._drivers_s += self.clock.now - before
        yield self.clock.sleep(self._compute.end_s)

    def _warm(self, run: Run) -> None:
        """Workers of engines without models start while the run still loads its libraries (``flows.warming``)."""
        asked = Counter(step.kind.engine for duty in run.duties for step in duty.steps)
        for engine, calls in asked.items():
            if engine and not self._needs[engine].models:
                self.clock.start(self._shared(engine).warm(min(calls, self._machines.workers)))

    def _given(self, duty: Duty) -> Given:
        return self._compute.ask if self._compute.services and duty.engine else self._compute.task

    def _carry(self, duty: Duty, run: _Run) -> Process:
        """One chunk, from being given out to being heard of."""
        given = self._given(duty)
        self.clock.start(_apart(self._server, given.server_s))
        place: list[int] = []
        home: dict[str, Workers] | None = None
        if self._compute.services and not duty.engine:
            yield self._slots.take(place)
            if run.idle:
                home = run.idle.pop()
            else:
                home = {}
                yield self.cpu.work(self._compute.process_s)
        yield self.cpu.work(given.carrier_s)
        for step in duty.steps:
            yield from self._do(step, home)
        if home is not None:
            run.idle.append(home)
            self._slots.give(place)
        self.chunks += 1
        if duty.finishes and not self.first_s:
            self.first_s = self.clock.now
        run.ready.put(duty.chunk.id)

    def _do(self, step: Step, home: dict[str, Workers] | None) -> Process:
        engine = step.kind.engine
        if not engine:
            yield self.cpu.work(step.work[0] + step.kind.call[0])
        elif self._needs[engine].models:
            yield from self._served(engine).serve(step)
        elif home is None:
            yield from self._shared(engine).serve(step)
        else:
            if engine not in home:
                home[engine] = Workers(self.clock, self.cpu, 1, self._needs[engine])
            yield from home[engine].serve(step)

    def _number(self, engine: str) -> int:
        """Replicas of an engine, where it is a service."""
        machines = max(1, self._machines.workers // self._machines.cores)
        return len(self._places.get(engine, ())) or machines * self._needs[engine].replicas

    def _shared(self, engine: str) -> Workers:
        """The workers of an engine without models, of all who ask for it together."""
        if engine not in self._workers:
            service_s = self._compute.service_s if self._compute.services else 0.0
            most = self._machines.workers
            self._workers[engine] = Workers(self.clock, self.cpu, most, self._needs[engine], service_s)
        return self._workers[engine]

    def _served(self, engine: str) -> Replicas:
        """The replicas of an engine with models: one on each GPU that it has a place on, else one on each machine."""
        if engine not in self._replicas:
            number = self._number(engine) if self._compute.services else 1
            places: Sequence[tuple[Gpu | None, float]] = self._places.get(engine) or [(None, float("inf"))] * number
            self._replicas[engine] = Replicas(self.clock, self.cpu, places, self._needs[engine])
        return self._replicas[engine]


def _apart(processors: Processors, seconds: float) -> Process:
    """Work that nobody waits for."""
    yield processors.work(seconds)
