"""The seam behind which the picture engines stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from languages.card import Card, Failed
from video.concepts.scenery import Scenery
from video.shot import Frame, Painted
from video.shotlist import ShotPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A character as the painter needs it: the same value gives the same figure in every scene."""

    name: str
    look: str = ""
    voice: str = ""
    """The wish for the voice tells age and gender where the look does not."""
    language: str = ""
    """In which look and voice are written; empty = one of English, Spanish, French, Catalan and Portuguese."""
    home: str = ""
    """The part of the world in which the story says that it plays, as house styles call it; empty = it says none."""
    world: str = ""
    """When the story plays, for clothes of which nothing is said: ``old``, ``modern``, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintJob:
    """One scene to be painted."""

    scene: str
    heading: str
    brief: str
    text: tuple[str, ...]
    """The scene's lines in the script's language, in order."""
    language: str
    """Of heading, brief and text."""
    present: tuple[str, ...]
    """Names of the characters who speak or are named in the scene."""
    cast: tuple[Figure, ...]
    """All characters of the story: clothes are dealt so that no two look alike."""
    picture: str
    """The creator's own picture or clip (absolute path), or empty."""
    frame: Frame
    seed: int
    folder: str
    """Existing folder into which files are written."""
    seconds: float = 0.0
    """How long the scene's narration lasts, about; 0 where the engine need not know."""
    first: str = ""
    """Path of a picture (PNG) that a film is to begin with, or empty."""
    model: str = ""
    """Id of the checkpoint that is to be used, or empty for the engine's best."""
    prompt: str = ""
    """The brief in a language that the model reads, where it is not the brief's own; empty = the brief."""
    avoid: tuple[str, ...] = ()
    """What the creator wants in no picture, in the language of the prompt."""
    reference: tuple[tuple[str, str], ...] = ()
    """(character, absolute path of a picture that shows how they look)."""
    shot: ShotPlan = field(default_factory=ShotPlan)
    """Which shot of the scene it is: how near, about whom, who does what."""
    scenery: Scenery | None = None
    """What is to be seen apart from the cast, as direction understood it; ``present`` is then all who are there.
    None: the painter reads brief, heading and text itself."""
    still: bool = False
    """Only one picture is wanted: parts that would move may be drawn onto the sheets."""
    style: str = ""
    """House style (id) in which scenes are drawn; empty = the painter's own."""


class Painter(Protocol):
    """An engine that makes pictures. Reading ``card`` and calling ``understand`` or ``versions`` loads nothing."""

    card: Card

    def understand(self, job: PaintJob) -> tuple[str, tuple[str, ...]]:
        """What would be drawn, in one line for a person, and the words asked for that it does not know.

        Reads only the brief's own words as "asked for"; light enough for a plan.
        """
        ...

    def key(self, job: PaintJob) -> dict[str, str]:
        """All of the job that can change the picture (and nothing else), besides frame and seed.

        An edited word that changes nothing in the picture must not change this.
        """
        ...

    def versions(self) -> dict[str, str]:
        """What decides the results besides the card's version."""
        ...

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes the engine ready. Raises MissingProgram or EngineUnusable."""
        ...

    def paint(self, batch: tuple[PaintJob, ...]) -> tuple[Painted | Failed, ...]:
        """One result per job, in order."""
        ...

    def close(self) -> None:
        """Lets go of everything; harmless after a failed ``load`` and when called twice."""
        ...


@runtime_checkable
class Styled(Protocol):
    """A painter that has house styles."""

    def styles(self) -> tuple[str, ...]:
        """Their ids, its own usual one first."""
        ...
