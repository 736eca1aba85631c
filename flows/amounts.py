"""How much work there is in a batch of jobs and in a plan, in the amounts that ``flows.costs`` prices."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from flows.costs import Amount
from languages.card import Step
from speech.engine import ListenJob, SpeakJob, TakeJob
from translation.engine import TranslateJob
from video.direct import ShotPlan
from video.engine import PaintJob
from video.shot import Frame

STAGES = ("translate", "speak", "listen", "shot", "film", "run")
STAGE_OF = {
    Step.TRANSLATE: "translate",
    Step.SPEAK: "speak",
    Step.TAKE: "speak",
    Step.LISTEN: "listen",
    Step.PAINT: "shot",
    Step.FILM: "shot",
}
CHARACTERS_PER_S = 14.0
"""Of speech: reading speed, own estimate. Sounds are as large as so many characters."""
START = "start"
"""Variant of the work of starting a worker."""


def start_amount(engine: str, step: Step, times: float = 1.0) -> Amount:
    """The start of a worker, or of several."""
    return Amount(stage=STAGE_OF.get(step, "run"), what=engine, variant=START, jobs=times)


def batch_amount(engine: str, step: Step, jobs: Sequence[object], needs: str = "") -> Amount:
    """What a worker is given at once; ``needs`` is the checkpoint that it is done with."""
    route = next((job.route for job in jobs if isinstance(job, TranslateJob)), "")
    return Amount(
        stage=STAGE_OF.get(step, "run"),
        what=engine,
        variant=needs or route,
        calls=1.0,
        jobs=float(len(jobs)),
        size=sum(size_of(job) for job in jobs),
    )


def size_of(job: object) -> float:
    """How large a job is: characters of a text or as many as its sound lasts for, or megapixels times seconds."""
    match job:
        case TranslateJob() | SpeakJob():
            return float(len(job.text))
        case TakeJob():
            return sound_size(job.recording, job.text)
        case ListenJob():
            return sound_size(job.sound, job.text)
        case PaintJob():
            return job_size(job)
        case _:
            return 1.0


def picture_size(frame: Frame, seconds: float) -> float:
    """Megapixels, times the seconds of a film where it is one."""
    return frame.width_px * frame.height_px / 1e6 * (seconds or 1.0)


def job_size(job: PaintJob) -> float:
    """How large a picture is; a drawn one that moves for longer than most, or is encoded twice, in proportion."""
    usual = ShotPlan()
    return (
        picture_size(job.frame, job.seconds)
        * job.shot.seconds
        / usual.seconds
        * (1.0 + job.shot.talks + bool(job.shot.also))
    )


@lru_cache(maxsize=4096)
def sound_size(path: str, text: str) -> float:
    """As many characters as a sound takes; those of its text where its file does not say how long it lasts."""
    import soundfile

    try:
        return soundfile.info(path).duration * CHARACTERS_PER_S
    except (OSError, RuntimeError):  # soundfile.LibsndfileError is a RuntimeError
        return float(len(text))
