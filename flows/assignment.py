"""What the running flow works on.

Not among the flow's parameters: Prefect sends those to the server and, with the flow, to every worker. The
flow reaches it through this module because cloudpickle carries a flow's own globals along, and a context
variable cannot be carried.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar

from flows.planning import Planned

Watch = Callable[[str, int, int], None]
"""Told (what, done so far, of how many) each time a task ends."""

_now: ContextVar[tuple[Planned, Watch]] = ContextVar("assignment")


@contextmanager
def assigned(planned: Planned, watch: Watch) -> Generator[None]:
    """Sets what the flow that is run inside works on."""
    token = _now.set((planned, watch))
    try:
        yield
    finally:
        _now.reset(token)


def assignment() -> tuple[Planned, Watch]:
    """What the running flow works on. Raises LookupError outside ``assigned``."""
    return _now.get()
