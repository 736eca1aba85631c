"""How a result came to be, and how many results are made at once."""

from __future__ import annotations

import os
import threading
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime

from flows.means import licence_of
from flows.processes import user
from flows.store import Made
from languages.card import Card, Licence

_slots = threading.BoundedSemaphore(max(1, os.cpu_count() or 1))


@contextmanager
def cpu() -> Generator[None]:
    """One processor core's worth of work in this process; waits until one is free."""
    with _slots:
        yield


def licence_words(licence: Licence) -> str:
    """The licences of code, weights and outputs in a few words, each once."""
    parts = (licence.code, licence.weights, licence.outputs)
    return " and ".join(dict.fromkeys(part for part in parts if part not in ("none", "free")))


def made_by(card: Card, inputs: dict[str, str], seconds: float, own: Licence | None = None) -> Made:
    """The provenance of a result that an engine made just now; ``own`` is the licence of its weights, where known."""
    return Made(
        engine=card.id,
        version=card.version,
        licence=licence_words(licence_of(card, own)),
        inputs=inputs,
        who=user(),
        when=datetime.now(UTC).isoformat(timespec="seconds"),
        seconds=round(seconds, 3),
    )


def tool_made(tool: str, version: str, inputs: dict[str, str], seconds: float) -> Made:
    """The provenance of a result that this program made just now with other people's tools."""
    return Made(
        engine=tool,
        version=version,
        licence="Apache-2.0",
        inputs=inputs,
        who=user(),
        when=datetime.now(UTC).isoformat(timespec="seconds"),
        seconds=round(seconds, 3),
    )
