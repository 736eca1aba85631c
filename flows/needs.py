"""What a run's engines take of a cluster. Pure.

Each engine is a service with replicas. Replicas take memory or a share of a GPU, never processors: programs of engines
take what the drawing leaves, as on one machine; a replica that had to wait for a free processor would wait for ever
behind a queue of short tasks, whose places Ray gives on to one another.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from flows.chunks import Drawing, Job, Piece, engine_of
from flows.means import needs_gb
from flows.stages.edition import EditionJob
from flows.stages.listen import ListenTo
from flows.stages.speak import SpeakChunk
from flows.stages.translate import TranslateChunk
from languages.card import Step
from languages.discover import get_engine
from languages.errors import ResourceError
from languages.memory import SHARE

MODELS = 4
"""Models that find room in a replica of an engine with a model for each voice, where the machine has the memory."""
WHOLE = 0.99
"""Share of a GPU that a replica takes that needs all of it; the rest is for whoever only looks at the GPU."""
BESIDE_GB = 2.0
"""RAM of a process that works on a GPU, besides parts of models that find no room there: torch, transformers and
diffusers take 0.4 GB (measured 2026-11-26), CUDA's own libraries are taken to need a GB, and a rest."""
CORES = 4
"""Processors to a replica of an engine without models: its own Python, one thread of it, serves about so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One machine of a cluster that is alive."""

    cpus: float
    ram_gb: float
    """As Ray counts it out."""
    gpus: int = 0
    gpu_gb: float = 0.0
    """Memory of each of its GPUs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What an engine's replicas take."""

    engine: str
    device: str
    memory_gb: float
    """RAM, or GPU memory where it works on a GPU."""
    gpus: float = 0.0
    """Share of a GPU."""
    ram_gb: float = 0.0
    """RAM that a replica on a GPU takes besides."""
    replicas: int = 1
    """At most."""
    least: int = 0
    """That stay though nobody asks."""

    @property
    def app(self) -> str:
        """Name of its application."""
        return app_of(self.engine)

    @property
    def deployment(self) -> str:
        """Name of its one deployment: another where replicas would have to be begun anew."""
        return "-".join((self.device, *map(str, self.numbers()), code_of(self.engine)))

    def numbers(self) -> tuple[int, ...]:
        """Of which a deployment must have as much, at least."""
        return round(1000 * self.memory_gb), round(1000 * self.ram_gb), self.replicas, self.least


def app_of(engine: str) -> str:
    """Name of the Serve application of an engine."""
    return "vernacast-" + engine.replace("/", "-")


def engine_of_app(app: str) -> str:
    """The engine whose application it is, or empty where it is none of ours."""
    step, _, name = app.removeprefix("vernacast-").partition("-")
    return f"{step}/{name}" if app.startswith("vernacast-") and name else ""


def code_of(engine: str) -> str:
    """What changes with an engine's version."""
    return hashlib.sha256(f"{engine} {get_engine(engine).card.version}".encode()).hexdigest()[:8]


def serves(deployment: str, need: Need) -> bool:
    """Whether a deployment of this name has what is needed: the same engine and device, and as much of all else."""
    found = _read(deployment, need)
    return found is not None and all(a >= b for a, b in zip(found, need.numbers(), strict=True))


def also(deployment: str, need: Need) -> Need:
    """What is needed, and as many replicas as a deployment of this name has that is to make way for it."""
    found = _read(deployment, need)
    if found is None:
        return need
    return replace(need, replicas=max(need.replicas, found[2]), least=max(need.least, found[3]))


def _read(deployment: str, need: Need) -> tuple[int, ...] | None:
    """The numbers in a deployment's name; None where it is another engine, version or device."""
    device, *numbers = deployment.split("-")
    code = numbers.pop() if numbers else ""
    if (device, code) != (need.device, code_of(need.engine)) or not all(n.isdigit() for n in numbers):
        return None
    return tuple(map(int, numbers)) if len(numbers) == len(need.numbers()) else None


def model_of(job: Job) -> str:
    """The model that a piece of work needs loaded; empty where its engine has none, or the same for all."""
    if isinstance(job, SpeakChunk):
        return next((n.voice.checkpoint for n in job.lines if n.voice is not None), "")
    return ""


def wanted(pieces: Iterable[Piece]) -> dict[str, tuple[str, ...]]:
    """Engine → checkpoints that a run's chunks need of its service."""
    found: dict[str, dict[str, None]] = {}
    for piece in pieces:
        if engine := engine_of(piece.job):
            found.setdefault(engine, {}).update(dict.fromkeys(_checkpoints(piece.job)))
    return {engine: tuple(sorted(names)) for engine, names in sorted(found.items())}


def _checkpoints(job: Job) -> Sequence[str]:
    match job:
        case TranslateChunk():
            return (job.route.checkpoint,)
        case SpeakChunk():
            return tuple(n.voice.checkpoint for n in job.lines if n.voice is not None)
        case ListenTo():
            return (job.ear.checkpoint,)
        case Drawing():
            translating = (shot.via[1].checkpoint for shot in job.shots if shot.via is not None)
            return (*(model for shot in job.shots for _, model in shot.painters()), *translating)
        case EditionJob():
            return ()


def needs_of(engines: Mapping[str, Iterable[str]], device: str, nodes: Iterable[Node]) -> tuple[Need, ...]:
    """What engines with their checkpoints take of a cluster's machines.

    Raises:
        ResourceError: no machine has room for one of them.
    """
    machines = tuple(nodes)
    return tuple(need_of(engine, names, device, machines) for engine, names in engines.items())


def need_of(engine: str, checkpoints: Iterable[str], device: str, nodes: Sequence[Node]) -> Need:
    """What an engine takes; its replicas are at most as many as the machines or GPUs that have room for one.

    Raises:
        ResourceError: no machine has room for it.
    """
    card = get_engine(engine).card
    on = device if card.device == "any" else "cpu"
    names = tuple(dict.fromkeys((*checkpoints, "")))
    least, best = map(max, zip(*(needs_gb(card, name, on) for name in names), strict=True))
    most = max((n.ram_gb if on == "cpu" else SHARE * n.gpu_gb for n in nodes), default=0.0)
    if least > most:
        raise _too_large(engine, least, "memory" if on == "cpu" else "GPU memory", most)
    gb = min(best, most)
    ram_gb = 0.0 if on == "cpu" else BESIDE_GB
    if on != "cpu" and gb < best:  # what finds no room on the GPU lies in the machine's memory
        ram_gb += max(needs_gb(card, name, "cpu")[0] for name in names)
    if card.environment and card.step is Step.SPEAK:
        gb = min(most, MODELS * gb)
    if on == "cpu":
        fit = [n for n in nodes if n.ram_gb >= gb]
        each = [1 if card.environment else max(1, round(n.cpus / CORES)) for n in fit]
        return Need(engine=engine, device=on, memory_gb=gb, replicas=sum(each))
    large = [n for n in nodes if n.gpus and SHARE * n.gpu_gb >= gb]
    fit = [n for n in large if n.ram_gb >= ram_gb]
    if not fit:
        raise _too_large(engine, ram_gb, "memory beside the GPU", max(n.ram_gb for n in large))
    share = min(WHOLE, gb / (SHARE * min(n.gpu_gb for n in fit)))
    replicas = sum(n.gpus for n in fit)
    return Need(engine=engine, device=on, memory_gb=gb, gpus=share, ram_gb=ram_gb, replicas=replicas)


def _too_large(engine: str, gb: float, what: str, most: float) -> ResourceError:
    return ResourceError(
        f"{engine} takes about {gb:.1f} GB of {what}; the largest machine of the cluster gives {most:.1f} GB.",
        remedy="Choose a smaller model, or add a machine with more memory to the cluster.",
    )
