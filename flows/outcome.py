"""What a run did; known without Prefect, so that the report can be read without it."""

from __future__ import annotations

from dataclasses import dataclass

from flows.recipe import Receipt
from flows.stages.film import Finished


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a run did for one language."""

    language: str
    drafts: tuple[Receipt, ...]
    takes: tuple[Receipt, ...]
    heard: tuple[Receipt, ...] = ()
    finished: Finished


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run did."""

    shots: tuple[Receipt, ...]
    spare: tuple[Receipt, ...] = ()
    """Of the card that is shown for missing lines, where there may be some."""
    editions: tuple[Made, ...]
    seconds: float
