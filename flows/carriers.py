"""Who does an engine's work in a simulated run: workers that are started when needed, or replicas on GPUs. Pure.

``Workers`` are those of ``flows.workers`` for engines without models: any of them, one call at a time. ``Replicas``
have models: what waits goes to them as one batch, voice by voice, and the next voice is loaded while one speaks.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count

from flows.desk import CHARACTERS, MOST
from flows.duties import Kind, Seconds, Step
from flows.virtual import Clock, Process, Processors, Slots, Wait, Wake, both


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What an engine needs to be carried."""

    start: Seconds
    """What it takes to start one."""
    models: bool = False
    """Whether it has models, and works in batches."""
    cores: int = 1
    """Processor cores that its work is spread over."""
    replicas: int = 1
    """On each machine, where it is a service; on GPUs one on each."""
    gpu_gb: float = 0.0
    """Of a GPU, for itself and one model; 0 = it works on processors."""
    each_gb: Callable[[str], float] = lambda _: 0.0
    """What one model takes."""


class Workers:
    """Workers of one engine without models."""

    def __init__(self, clock: Clock, cpu: Processors, most: int, needs: Needs, first_s: float = 0.0) -> None:
        """``first_s`` are CPU seconds of what the workers belong to, before the first of them."""
        self.started = 0
        self._first_s = first_s
        self._cpu = cpu
        self._needs = needs
        self._slots = Slots(clock, most)
        self._idle: list[set[str]] = []
        """What each has begun before; the last to be given back is taken first."""

    def serve(self, step: Step) -> Process:
        """One call."""
        place: list[int] = []
        yield self._slots.take(place)
        seconds = step.work[0] + step.kind.call[0]
        if self._idle:
            begun = self._idle.pop()
        else:
            begun = set[str]()
            self.started += 1
            first, self._first_s = self._first_s, 0.0
            seconds += self._needs.start[0] + first
        if step.kind.variant not in begun:
            begun.add(step.kind.variant)
            seconds += step.kind.begun[0]
        yield self._cpu.work(seconds)
        self._idle.append(begun)
        self._slots.give(place)

    def warm(self, number: int) -> Process:
        """Starts some beforehand, one after the other."""
        for _ in range(number - self.started):
            place: list[int] = []
            yield self._slots.take(place)
            self.started += 1
            yield self._cpu.work(self._needs.start[0])
            self._idle.append(set())
            self._slots.give(place)


@dataclass(slots=True, kw_only=True)
class Gpu:
    """One GPU: those who work on it at once share its time, and its memory is dealt out to replicas."""

    time: Processors
    gb: float
    taken: float = 0.0
    """The part of it that is given away."""


@dataclass(slots=True, eq=False, kw_only=True)
class _Replica:
    gpu: Gpu | None
    room_gb: float
    loaded: OrderedDict[str, float] = field(default_factory=OrderedDict[str, float])
    """Model → GB, the least recently used first."""
    started: bool = False


@dataclass(slots=True, eq=False, kw_only=True)
class _Ask:
    step: Step
    number: int
    """In the order of arrival."""
    wake: Wake


class Replicas:
    """Replicas of one engine with models: each does one batch at a time, for one model."""

    def __init__(self, clock: Clock, cpu: Processors, places: Sequence[tuple[Gpu | None, float]], needs: Needs) -> None:
        """``places`` are, for each replica, its GPU and the memory in GB that its models may take there."""
        self.loads = 0
        """How often a model was loaded."""
        self.at_work_s = 0.0
        """Seconds of all replicas together that they were at work."""
        self.number = len(places)
        self._clock = clock
        self._cpu = cpu
        self._needs = needs
        self._idle = [_Replica(gpu=gpu, room_gb=room) for gpu, room in places]
        self._waiting: dict[str, deque[_Ask]] = {}
        """By model; the one that was asked for first is the first."""
        self._there: Counter[str] = Counter()
        """How many replicas have a model loaded."""
        self._asks = count()

    def serve(self, step: Step) -> Process:
        """One ask; it is answered when its batch is done."""

        def wait(wake: Wake) -> None:
            model = step.kind.variant
            self._waiting.setdefault(model, deque()).append(_Ask(step=step, number=next(self._asks), wake=wake))
            if self._idle:
                replica = next((r for r in self._idle if model in r.loaded), self._idle[0])
                self._idle.remove(replica)
                self._clock.start(self._work(replica))

        yield wait

    def _work(self, replica: _Replica) -> Process:
        begun = self._clock.now
        if not replica.started:
            replica.started = True
            yield self._spend(replica, self._needs.start)
        while group := self._next(replica):
            kind = group[0].step.kind
            if kind.variant not in replica.loaded:
                yield self._load(replica, kind)
            replica.loaded.move_to_end(kind.variant)
            todo = [self._spend(replica, _whole(group))]
            if ahead := self._ahead():
                todo.append(self._load(replica, ahead))
            yield both(*todo)
            self.at_work_s += self._clock.now - begun
            begun = self._clock.now
            for ask in group:
                self._clock.at(self._clock.now, ask.wake)
        self._idle.append(replica)

    def _next(self, replica: _Replica) -> list[_Ask]:
        """What goes to a replica as one batch: asks for one model, one that it has or else one that nobody has."""
        some, other = sorted((replica.loaded.keys(), self._waiting.keys()), key=len)
        mine = [self._waiting[model][0] for model in some if model in other]
        first = min(mine, key=lambda ask: ask.number, default=None)
        if first is None and not self._waiting:
            return []
        model = first.step.kind.variant if first else self._new() or next(iter(self._waiting))
        queue = self._waiting[model]
        group = [queue.popleft()]
        jobs, size = group[0].step.jobs, group[0].step.size
        while queue and jobs + queue[0].step.jobs <= MOST and size + queue[0].step.size <= CHARACTERS:
            jobs, size = jobs + queue[0].step.jobs, size + queue[0].step.size
            group.append(queue.popleft())
        if not queue:
            del self._waiting[model]
        return group

    def _ahead(self) -> Kind | None:
        """The model that will be wanted next and that nobody has: it is loaded meanwhile."""
        model = self._new()
        return self._waiting[model][0].step.kind if model else None

    def _new(self) -> str | None:
        """The first model that is asked for and that no replica has."""
        return next((model for model in self._waiting if not self._there[model]), None)

    def _load(self, replica: _Replica, kind: Kind) -> Wait:
        self.loads += 1
        self._there[kind.variant] += 1
        replica.loaded[kind.variant] = self._needs.each_gb(kind.variant)
        while len(replica.loaded) > 2 and sum(replica.loaded.values()) > replica.room_gb:
            gone, _ = replica.loaded.popitem(last=False)
            self._there[gone] -= 1
        return self._spend(replica, kind.begun)

    def _spend(self, replica: _Replica, seconds: Seconds) -> Wait:
        """Cores and GPU are at work at the same time; a model's work on cores is spread over several."""
        cpu, gpu = seconds
        cores = self._needs.cores
        work = [self._cpu.work(cpu / cores) for _ in range(cores)] if cpu else []
        if gpu:
            assert replica.gpu is not None
            work.append(replica.gpu.time.work(gpu))
        return both(*work) if work else self._clock.sleep(0.0)


def _whole(group: Sequence[_Ask]) -> Seconds:
    """What a batch takes: it is asked for once."""
    call = group[0].step.kind.call
    return call[0] + sum(a.step.work[0] for a in group), call[1] + sum(a.step.work[1] for a in group)


def deal(gpus: Sequence[Gpu], engines: Sequence[tuple[str, float, float]]) -> dict[str, list[tuple[Gpu, float]]]:
    """Where replicas are placed: (GPU, memory in GB for models) of each, one on every GPU for each engine if they fit.

    Those with the most work are placed first; what then does not fit on a GPU has no place there. No GPU is given away
    more than once.

    Args:
        engines: (id, GB that one replica takes, seconds of work that there are for it).
    """
    places: dict[str, list[tuple[Gpu, float]]] = {}
    for engine, gb, _ in sorted(engines, key=lambda e: -e[2]):
        for gpu in gpus:
            if gpu.taken + gb / gpu.gb <= 1.0:
                gpu.taken += gb / gpu.gb
                places.setdefault(engine, []).append((gpu, gb))
    return places
