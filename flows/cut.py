"""Lines and shots that are missing, cut into chunks by what they cost."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from flows.amounts import job_size, sound_size
from flows.plan import LanguagePlan
from flows.recipe import Receipt
from flows.sizing import Sizing, packed
from flows.stages.listen import ListenTo
from flows.stages.shots import ShotJob
from flows.stages.speak import SpeakChunk, SpeakLine
from flows.stages.translate import TranslateChunk
from flows.work import LanguageWork
from languages.discover import get_engine
from speech.engine import Ear
from translation.manuscript import Line

TAKER = "speech/recording"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class EditionTakes:
    """What was found of one language."""

    plan: LanguagePlan
    work: LanguageWork
    drafts: tuple[Receipt, ...]
    takes: tuple[Receipt, ...]
    characters: Mapping[str, float]
    """Of each line's text."""


def translate_chunks(whole: TranslateChunk, lines: Sequence[Line], sizing: Sizing) -> tuple[TranslateChunk, ...]:
    """Some lines of a chunk that has all of them, in chunks, in their order."""
    variant = whole.route.checkpoint or whole.route.id
    seconds = [
        sizing.unit_s(whole.engine, variant, float(len(line.text)))
        + sizing.unit_s("flows/translate", "", float(len(line.text)))
        for line in lines
    ]
    sizes = sizing.sizes(alone=_alone(whole.engine))
    return tuple(
        TranslateChunk(engine=whole.engine, route=whole.route, lines=part, keep=whole.keep)
        for part in packed(lines, seconds, sizes)
    )


def speak_chunks(
    language: str,
    lines: Sequence[SpeakLine],
    lacking: Mapping[str, Sequence[str]],
    characters: Mapping[str, float],
    sizing: Sizing,
) -> tuple[SpeakChunk, ...]:
    """Lines in chunks of one engine each, sorted by voice: an engine loads each voice once, not once a line.

    Args:
        lacking: engines that have to work for a line.
        characters: of each line's text.
    """
    voices: dict[tuple[str, str, str], int] = {}

    def voice(line: SpeakLine) -> tuple[str, str, str]:
        engine = next(iter(lacking.get(line.line, ())), "")
        if line.voice is None or engine == TAKER:
            return engine, "", ""
        return engine, line.voice.checkpoint, line.voice.id

    for line in lines:
        voices.setdefault(voice(line), len(voices))
    engines = {engine: n for n, (engine, _, _) in reversed(list(enumerate(voices)))}
    ordered = sorted(lines, key=lambda line: (engines[voice(line)[0]], voices[voice(line)]))
    chunks: list[SpeakChunk] = []
    for engine, group in groupby(ordered, key=lambda line: voice(line)[0]):
        some = list(group)
        seconds = [_spoken_s(n, lacking.get(n.line, ()), characters.get(n.line, 0.0), sizing) for n in some]
        sizes = sizing.sizes(alone=bool(engine) and _alone(engine))
        chunks += (SpeakChunk(language=language, lines=part, taker=TAKER) for part in packed(some, seconds, sizes))
    return tuple(chunks)


def _spoken_s(line: SpeakLine, lacking: Sequence[str], characters: float, sizing: Sizing) -> float:
    if not lacking:
        return 0.0  # nobody can speak it: that is only to be said
    seconds = 0.0
    for engine in lacking:
        size, variant = characters, line.voice.checkpoint if line.voice is not None else ""
        if engine == TAKER and line.recording is not None:
            size, variant = sound_size(line.recording.path, "x" * round(size)), ""
        seconds += sizing.unit_s(engine, variant, size)
    return seconds + sizing.unit_s("flows/speak", "", characters)


def listen_chunks(
    jobs: EditionTakes, todo: Mapping[Ear, Sequence[str]], speak: Sequence[SpeakChunk], sizing: Sizing
) -> tuple[ListenTo, ...]:
    """Listening to takes that were found, in chunks of one ear each, and then to those of each chunk of speaking.

    Args:
        todo: ids of those lines among the takes that each ear has yet to hear.
    """
    texts = {t.line: t for t in jobs.work.lines}
    drafts, takes = ({r.unit: r for r in receipts} for receipts in (jobs.drafts, jobs.takes))

    def part(ear: Ear, lines: Iterable[str], after: int | None = None) -> ListenTo:
        ids = tuple(lines)
        return ListenTo(
            ear=ear,
            plan=jobs.plan,
            work=dataclasses.replace(jobs.work, lines=tuple(texts[n] for n in ids if n in texts), recordings=()),
            drafts=tuple(drafts[n] for n in ids if n in drafts),
            takes=tuple(takes[n] for n in ids if n in takes) if after is None else (),
            lines=ids,
            after=after,
        )

    chunks: list[ListenTo] = []
    for ear, lines in todo.items():
        seconds = [_heard_s(ear, jobs.characters.get(n, 0.0), sizing) for n in lines]
        chunks += (part(ear, some) for some in packed(lines, seconds, sizing.sizes(_alone(ear.engine))))
    for number, chunk in enumerate(speak):
        hearing: dict[Ear, list[str]] = {}
        for line in chunk.lines:
            for ear in _ears_of(jobs.plan, line):
                hearing.setdefault(ear, []).append(line.line)
        chunks += (part(ear, some, after=number) for ear, some in hearing.items())
    return tuple(chunks)


def _ears_of(plan: LanguagePlan, line: SpeakLine) -> Iterable[Ear]:
    """Who listens to a line that is yet to be spoken."""
    if line.voice is None or line.recording is not None:
        return ()
    aligner = plan.aligner if not line.voice.tells_times else None
    return dict.fromkeys(ear for ear in (plan.ear, aligner) if ear is not None)


def _heard_s(ear: Ear, characters: float, sizing: Sizing) -> float:
    return sizing.unit_s(ear.engine, ear.checkpoint, characters) + sizing.unit_s("flows/listen", "", characters)


def shot_chunks(shots: Sequence[ShotJob], sizing: Sizing) -> tuple[tuple[ShotJob, ...], ...]:
    """Shots in chunks, in their order: as many together as are worth handing over; on this machine each alone."""
    if sizing.here:
        return tuple((shot,) for shot in shots)
    drawn = [shot for shot in shots if not _models(shot)]
    together = packed(drawn, [_shot_s(shot, sizing) for shot in drawn], sizing.task_sizes())
    return (*together, *((shot,) for shot in shots if _models(shot)))


def _models(shot: ShotJob) -> bool:
    """Whether an engine with models has a hand in it."""
    return any(_alone(engine) for engine, _ in shot.painters())


def _shot_s(shot: ShotJob, sizing: Sizing) -> float:
    size = job_size(shot.job)
    painted = sum(sizing.unit_s(engine, model, size, calls=1.0) for engine, model in shot.painters())
    return painted + sizing.unit_s("flows/shot", shot.engine, size, calls=1.0)


def _alone(engine: str) -> bool:
    """Whether an engine has one worker on a machine."""
    return bool(get_engine(engine).card.environment)
