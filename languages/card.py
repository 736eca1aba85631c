"""The engine card: what an engine says of itself, readable without importing anything heavy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """What an engine does."""

    TRANSLATE = "translate"
    SPEAK = "speak"
    TAKE = "take"
    """Turns a person's recording into a timed take."""
    PAINT = "paint"
    """Makes a scene's picture: sheets that can be moved, or the creator's own clip."""
    FILM = "film"
    """Makes a scene's picture move by itself, beginning with a given picture where it can."""
    IDENTIFY = "identify"
    """Says in which language a text is written."""
    LISTEN = "listen"
    """Writes down what is said in a sound, or lays a text onto it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """Licences as SPDX expressions; ``unknown`` counts as forbidden for every use."""

    code: str
    weights: str = "none"
    """Of model weights or of the language data; ``none`` where there are none."""
    outputs: str = "free"
    """``free``, or the terms that outputs carry."""
    source: str = ""
    """Where the licence was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """What one running instance needs."""

    cpus: float = 1.0
    ram_gb: float = 0.2
    gpu_gb: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program or system library that must be installed, and the Debian package that has it."""

    name: str
    package: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What an engine says of itself."""

    id: str
    """``<room>/<module>``, e.g. ``speech/espeak``; must equal the place of the file."""
    version: str
    """Bumped when results should change; part of every key."""
    step: Step
    summary: str
    """One sentence for a person."""
    licence: Licence
    evidence: str
    """On what evidence coverage and quality are claimed; ``never measured`` where that is so."""
    resources: Resources = Resources()
    programs: tuple[Program, ...] = ()
    environment: str = ""
    """Kind of Python environment that it runs in (``neural``, ``fairseq2``, ``piper``); empty = Vernacast's own."""
    device: str = "cpu"
    """``cpu``, or ``any`` where it also runs on a GPU."""
    cost_s: float = 0.0
    """Measured CPU seconds per unit (line, second of sound or shot: see ``cost_unit``); 0 = not measured."""
    cost_unit: str = "line"
    cost_source: str = "not measured"
    sends_text_away: bool = False
    """True where text leaves the machine."""
    repeatable: bool = True
    """True where equal input gives equal output, byte for byte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Stands in an engine's batch result in place of an answer: this one input could not be done."""

    reason: str
    """For a person: what happened · what was expected · what to do."""
