"""The seam behind which every translation engine stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from languages.card import Card, Failed
from translation.translated import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One way from a language to another, over one or more modes of one engine."""

    id: str
    """Stable and readable: ``spa-cat>cat-srd``. Never parsed."""
    source: str
    """Canonical BCP 47 tag."""
    target: str
    """Canonical BCP 47 tag."""
    hops: int = 1
    rank: float = 0.5
    """Evidence of quality from 0 (unusable) to 1 (publishable after a glance)."""
    evidence: str = "never measured"
    """For a person: what the rank rests on."""
    broken: str = ""
    """Why this route must not be taken, or empty. Kept so that the plan can say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslateJob:
    """One text to be translated."""

    text: str
    route: str
    """Id of one of the engine's routes."""
    keep: tuple[str, ...] = ()
    """Names that must come out as they went in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A machine's translation: fit to be shown to an audience, engine marks already turned into findings."""

    text: str
    findings: tuple[Finding, ...] = ()


class Translator(Protocol):
    """An engine that translates. Reading ``card`` and calling ``routes`` or ``versions`` loads nothing."""

    card: Card

    def routes(self) -> tuple[Route, ...]:
        """All ways that what is installed offers, broken ones included (they say so)."""
        ...

    def versions(self, route: str) -> dict[str, str]:
        """What decides this route's results besides the card's version: tools and data packages."""
        ...

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes the engine ready. Raises MissingProgram or EngineUnusable."""
        ...

    def translate(self, batch: tuple[TranslateJob, ...]) -> tuple[Draft | Failed, ...]:
        """One result per job, in order."""
        ...

    def close(self) -> None:
        """Lets go of everything; harmless after a failed ``load`` and when called twice."""
        ...
