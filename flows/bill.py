"""All the work in a plan, in the amounts that ``flows.costs`` prices. Pure but for the lengths of recordings."""

from __future__ import annotations

import dataclasses
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from flows.amounts import CHARACTERS_PER_S, job_size, picture_size, sound_size, start_amount
from flows.costs import Amount
from flows.stages.burned import BURNED
from flows.stages.edition import DISSOLVED, EditionJob
from flows.stages.listen import ListenTo
from flows.stages.shots import ShotJob
from flows.stages.speak import SpeakChunk
from flows.stages.translate import TranslateChunk
from languages.discover import get_engine
from translation.manuscript import Manuscript
from video.timing import AFTER_CUT_S, BEFORE_CUT_S, BETWEEN_LINES_S, LEAD_IN_S, TAIL_S


def translate_amounts(language: str, chunks: Iterable[TranslateChunk]) -> tuple[Amount, ...]:
    """Drafts to be made."""
    found: list[Amount] = []
    for chunk in chunks:
        amount = Amount(
            stage="translate",
            what=chunk.engine,
            variant=chunk.route.checkpoint or chunk.route.id,
            language=language,
            calls=1.0,
            jobs=float(len(chunk.lines)),
            size=float(sum(len(line.text) for line in chunk.lines)),
        )
        found += [amount, dataclasses.replace(amount, what="flows/translate", variant="")]
    return tuple(found)


def speak_amounts(
    language: str, chunks: Iterable[SpeakChunk], lacking: Mapping[str, Sequence[str]], sizes: Mapping[str, float]
) -> tuple[Amount, ...]:
    """Sounds to be made.

    Args:
        lacking: engines that have to work for a line.
        sizes: characters of each line's text.
    """
    found: list[Amount] = []
    for chunk in chunks:
        by: dict[tuple[str, str], list[float]] = {}
        for line in chunk.lines:
            for engine in lacking.get(line.line, ()):
                size = sizes.get(line.line, 0.0)
                variant = ""
                if line.recording is not None and engine == chunk.taker:
                    size = sound_size(line.recording.path, "x" * round(size))
                elif line.voice is not None:
                    variant = line.voice.checkpoint
                by.setdefault((engine, variant), []).append(size)
        for (engine, variant), each in by.items():
            amount = Amount(
                stage="speak",
                what=engine,
                variant=variant,
                language=language,
                calls=1.0,
                jobs=float(len(each)),
                size=sum(each),
            )
            found.append(amount)
        mine = found[len(found) - len(by) :]
        if mine:
            jobs, size = float(len(chunk.lines)), sum(a.size for a in mine)
            found.append(dataclasses.replace(mine[0], what="flows/speak", variant="", jobs=jobs, size=size))
    return tuple(found)


def listen_amounts(language: str, chunks: Iterable[ListenTo], sizes: Mapping[str, float]) -> tuple[Amount, ...]:
    """Sounds to be listened to.

    Args:
        sizes: characters of each line's text.
    """
    found: list[Amount] = []
    for chunk in chunks:
        amount = Amount(
            stage="listen",
            what=chunk.ear.engine,
            variant=chunk.ear.checkpoint,
            language=language,
            calls=1.0,
            jobs=float(len(chunk.lines)),
            size=sum(sizes.get(n, 0.0) for n in chunk.lines),
        )
        found += [amount, dataclasses.replace(amount, what="flows/listen", variant="")]
    return tuple(found)


def film_amount(job: EditionJob, language: str, sizes: Mapping[str, float]) -> Amount:
    """The edition: put together, checked, and put into its folder."""
    length_s = film_s(job.manuscript, sizes)
    variant, size = "", length_s
    if job.burn:
        variant, size = BURNED, sum(picture_size(f.frame, length_s) for f in job.formats)
    elif not job.hard_cuts:
        mixed = len(job.manuscript.scenes) + 1
        variant, size = DISSOLVED, sum(picture_size(f.frame, mixed) for f in job.formats)
    return Amount(
        stage="film",
        what="flows/film",
        variant=variant,
        language=language,
        calls=1.0,
        jobs=float(sum(1 for _ in job.manuscript.lines())),
        size=size,
    )


def film_s(manuscript: Manuscript, sizes: Mapping[str, float]) -> float:
    """About how long a film will be, in seconds; its pauses are those of ``video.timing``."""
    spoken = [line.id for line in manuscript.spoken()]
    told = sum(sizes.get(n, 0.0) for n in spoken) / CHARACTERS_PER_S + BETWEEN_LINES_S * len(spoken)
    return LEAD_IN_S + told + (BEFORE_CUT_S + AFTER_CUT_S) * len(manuscript.scenes) + TAIL_S


def shot_amounts(shots: Iterable[ShotJob]) -> tuple[Amount, ...]:
    """Pictures to be painted, moved and encoded."""
    found: list[Amount] = []
    for shot in shots:
        job = shot.job
        drawn = Amount(
            stage="shot",
            what=shot.engine,
            variant=job.model,
            calls=1.0,
            jobs=1.0,
            size=job_size(job),
        )
        size = drawn.size
        if shot.base:
            base = dataclasses.replace(
                drawn, what=shot.base, variant=shot.base_model, size=picture_size(job.frame, 0.0)
            )
            found.append(base)
            size += base.size
        found.append(drawn)
        if shot.via is not None and not job.prompt:
            engine, route = shot.via
            briefs = (job.brief or job.heading, *job.avoid)
            found.append(
                Amount(
                    stage="shot",
                    what=engine,
                    variant=route.checkpoint or route.id,
                    calls=1.0,
                    jobs=float(len(briefs)),
                    size=float(sum(map(len, briefs))),
                )
            )
        found.append(dataclasses.replace(drawn, what="flows/shot", variant=shot.engine, size=size))
    return tuple(found)


def whole_bill(amounts: Iterable[Amount], run: Amount, cores: int) -> tuple[Amount, ...]:
    """All amounts of a run: with what its engines load, their starts, and the run's own."""
    asked = list(amounts)
    kinds = Counter((a.what, a.variant) for a in asked)
    engines: Counter[str] = Counter()
    left: dict[tuple[str, str], float] = {}
    for (what, variant), calls in kinds.items():
        if what.startswith("flows/"):
            continue
        engines[what] += calls
        left[what, variant] = float(min(calls, _most(what, cores)))
    bill: list[Amount] = []
    for amount in asked:
        kind = (amount.what, amount.variant)
        begun = min(1.0, left.get(kind, 0.0))
        if begun:
            left[kind] -= begun
        bill.append(dataclasses.replace(amount, begun=begun))
    for engine, calls in engines.items():
        bill.append(start_amount(engine, get_engine(engine).card.step, float(min(calls, _most(engine, cores)))))
    return (*bill, run)


def run_amount(tasks: int, lines: int, compute: str) -> Amount:
    """The run itself: the program's start, the plan, the flow.

    Args:
        tasks: of the flow.
        lines: that are looked up, all languages together.
    """
    variant = "" if compute == "local" else compute
    return Amount(stage="run", what="flows/run", variant=variant, calls=1.0, jobs=float(tasks), size=float(lines))


RAY_BEGINS_S, RAY_ENDS_S = 6.5, 2.6
"""Until a Ray of one run and Serve's controller are there, and until they are gone. Fitted to runs of 2 to 20 lines."""
RAY_PROCESS_S, RAY_SERVICE_S, RAY_TASK_S = 2.2, 2.5, 0.103
"""CPU seconds of a process of Ray before its first chunk (it imports Prefect and all else), of a replica likewise (own
estimate from the same imports), and of a process for each chunk. Source: ``tests/bench/calibration.py --overhead``."""


def ray_s(amounts: Iterable[Amount], cores: int) -> float:
    """Seconds that a Ray of its own adds to a run that has the machine to itself: it begins and ends, its processes and
    services start, and tasks are handed to them."""
    works = tuple(amounts)
    services = {
        a.what for a in works if a.stage in ("translate", "speak", "listen") and not a.what.startswith("flows/")
    }
    tasks = sum(a.what in ("flows/shot", "flows/film") for a in works)
    starting_s = RAY_PROCESS_S * min(cores, tasks) + RAY_SERVICE_S * len(services)
    return RAY_BEGINS_S + RAY_ENDS_S + (starting_s + RAY_TASK_S * tasks) / cores


def _most(engine: str, cores: int) -> int:
    """Workers of an engine at a time."""
    return 1 if get_engine(engine).card.environment else cores


def wall_s(by_stage: Mapping[str, tuple[float, float]], languages: int, cores: int) -> float:
    """About how long a run takes that has the machine to itself.

    What is done once (the run's own work) is done by one core; the rest by as many as there are, as far as there are
    languages and pictures to be worked at side by side. Work on a GPU is one thing after the other.

    Args:
        by_stage: (CPU seconds, GPU seconds) of each stage.
    """
    run = by_stage.get("run", (0.0, 0.0))[0]
    shots = by_stage.get("shot", (0.0, 0.0))[0]
    spoken = sum(cpu for stage, (cpu, _) in by_stage.items() if stage not in ("run", "shot"))
    gpu = sum(g for _, g in by_stage.values())
    longest = max(spoken / max(1, languages), (shots + spoken) / max(1, cores))
    return run + max(longest, gpu)


def rounded(value: float) -> float:
    """Seconds, to a hundredth; large ones to three digits."""
    return round(value, 2) if value < 100 else float(round(value, 2 - math.floor(math.log10(value))))
