"""Which method each step's engines have, and what goes in and comes out: the table of the worker protocol."""

from __future__ import annotations

from dataclasses import dataclass

from languages.card import Step
from speech.engine import ListenJob, SpeakJob, Spoken, TakeJob, Transcript
from translation.engine import Draft, Identified, IdentifyJob, TranslateJob
from video.engine import PaintJob
from video.shot import Painted


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The batch method of a step."""

    method: str
    job: type
    result: type


SHAPES = {
    Step.TRANSLATE: Shape(method="translate", job=TranslateJob, result=Draft),
    Step.SPEAK: Shape(method="speak", job=SpeakJob, result=Spoken),
    Step.TAKE: Shape(method="take", job=TakeJob, result=Spoken),
    Step.IDENTIFY: Shape(method="identify", job=IdentifyJob, result=Identified),
    Step.LISTEN: Shape(method="listen", job=ListenJob, result=Transcript),
    Step.PAINT: Shape(method="paint", job=PaintJob, result=Painted),
    Step.FILM: Shape(method="paint", job=PaintJob, result=Painted),
}
