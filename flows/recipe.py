"""What is wanted: the one value that a run starts from."""

from __future__ import annotations

from dataclasses import dataclass, field

from flows.costs import Sample
from languages.licences import Use
from video.caption_styles import CaptionStyle
from video.shapes import Format, Shape, formats
from video.shot import Frame

ANY = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What the user asks for. Two equal recipes over equal files make equal editions."""

    script: str
    """Path of the script as the user gave it."""
    targets: tuple[str, ...]
    """Canonical BCP 47 tags, in the order asked for, without repeats."""
    out: str = "out"
    """Folder under which ``<name>/<tag>/`` is made."""
    language: str = ""
    """Language of a script that does not say its own (plain text); empty otherwise."""
    allow_gaps: bool = False
    """Make editions that lack lines; the gaps are marked on screen and in the report."""
    borrow_voices: tuple[tuple[str, str], ...] = ()
    """Pairs (language, language whose voice may read it); ``("*", "*")`` allows any documented one."""
    frame: Frame = field(default_factory=Frame)
    """Of the film; where there are shapes, of the wide one."""
    shapes: tuple[Shape, ...] = ()
    """Shapes in which films are made, one each; empty = one film, as the frame says."""
    hard_cuts: bool = False
    """Scenes follow each other without dissolves, and the film begins and ends without fades."""
    cards: bool = True
    """Films begin with their title and end with who made them."""
    seed: int = 0
    store: str = ""
    """URL of the store; empty = the user's own."""
    compute: str = "local"
    """``local`` or ``ray``."""
    use: Use = Use.COMMERCIAL
    """What the editions are made for: engines whose licences rule it out are not used."""
    device: str = "cpu"
    """``cpu`` or ``cuda``: where engines run that can run on either."""
    pictures: str = ""
    """Id of the engine that makes the pictures of scenes without one of the creator's own; empty = they are drawn."""
    model: str = ""
    """Id of the checkpoint for the pictures; empty = the engine's best that is here."""
    first: str = ""
    """Id of the engine that paints the picture with which a film begins; empty = it is drawn."""
    first_model: str = ""
    """Id of the checkpoint for that picture; empty = the engine's best that is here."""
    check: bool = False
    """Listen back to what machines speak."""
    burn: CaptionStyle | None = None
    """How captions look in films that have them drawn into the picture; None: no such films are made."""

    @property
    def formats(self) -> tuple[Format, ...]:
        """Of the films that each language gets."""
        return formats(self.frame, self.shapes)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotId:
    """Which shot of a work."""

    scene: str
    number: int = 1
    """1 = the first of its scene."""
    frame: Frame = field(default_factory=Frame)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a stage says of one unit of work; the result itself is in the store under ``key``."""

    unit: str
    """Id of the line, name of the shot, or tag of the edition; for people to read."""
    shot: ShotId | None = None
    """Which shot it is of; None where it is of none."""
    findings: tuple[str, ...] = ()
    """Of a shot: what was asked for and is not in its pictures, besides words that were not understood."""
    key: str = ""
    """Empty where nothing could be made."""
    made: bool = False
    """True where this run made it, False where it was found already made."""
    failed: str = ""
    """Why it could not be made, or empty."""
    seconds: float = 0.0
    """Wall seconds that this run spent on it."""
    cpu_s: float = 0.0
    """CPU seconds that this run spent on it: of the stage, of its engines' workers and of the programs it ran."""
    gpu_s: float = 0.0
    """Seconds that an engine on a GPU was at work for it."""
    samples: tuple[Sample, ...] = ()
    """What was measured where this and its neighbours were made, on the first of them."""
