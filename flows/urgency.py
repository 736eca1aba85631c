"""For whom work is done: people who wait for it come before batches that nobody watches."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

from languages.errors import UsageError

INTERACTIVE = "interactive"
BATCH = "batch"
RANKS = {INTERACTIVE: 0, BATCH: 1}
"""The lowest goes first."""
VARIABLE = "VERNACAST_PRIORITY"

_now: ContextVar[str] = ContextVar("urgency", default="")


def urgency() -> str:
    """``interactive`` or ``batch``: of the work that this thread does, or else of this process.

    Raises:
        UsageError: ``VERNACAST_PRIORITY`` says something else.
    """
    said = _now.get() or os.environ.get(VARIABLE, "") or INTERACTIVE
    if said not in RANKS:
        raise UsageError(
            f"{VARIABLE} is {said!r}.",
            expected=f"It is {' or '.join(RANKS)}.",
            remedy="Set it to one of them, or not at all.",
        )
    return said


def rank() -> int:
    """0 where somebody waits, 1 for a batch."""
    return RANKS[urgency()]


@contextmanager
def working_for(whom: str) -> Generator[None]:
    """What this thread does inside is done for ``interactive`` or ``batch``."""
    token = _now.set(whom)
    try:
        yield
    finally:
        _now.reset(token)
