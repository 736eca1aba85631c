"""The seam behind which every translation engine stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from languages.card import Card, Failed, Licence
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
    licence: Licence | None = None
    """Of the weights that this route takes, where it differs from the card's."""
    checkpoint: str = ""
    """Id of those weights; empty where the engine has none."""


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

    def routes(self, source: str = "", target: str = "") -> tuple[Route, ...]:
        """All ways that what is installed offers, broken ones included (they say so).

        With ``source`` or ``target`` (canonical tags) only those from or to it; with both, models that are not on
        this machine are offered too, broken, with what to do. With neither, an engine that can do every pair of a
        long list gives those from English only.
        """
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


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentifyJob:
    """One text whose language is asked for."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """What a text was taken for."""

    guesses: tuple[tuple[str, float], ...]
    """(canonical tag, or the engine's own label where it has none, probability from 0 to 1), the likeliest first."""

    def probability(self, tag: str) -> float:
        """Of one tag; 0 where it is not among the guesses."""
        return next((p for guess, p in self.guesses if guess == tag), 0.0)


class Identifier(Protocol):
    """An engine that says in which language a text is written."""

    card: Card

    def languages(self) -> tuple[str, ...]:
        """Canonical tags that it can tell apart, as far as it can be known without its weights."""
        ...

    def versions(self) -> dict[str, str]:
        """What decides the results besides the card's version."""
        ...

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes the engine ready. Raises WeightsMissing, WeightsRefused or EngineUnusable."""
        ...

    def identify(self, batch: tuple[IdentifyJob, ...]) -> tuple[Identified | Failed, ...]:
        """One result per job, in order. A text without letters is a Failed."""
        ...

    def close(self) -> None:
        """Lets go of everything; harmless after a failed ``load`` and when called twice."""
        ...
