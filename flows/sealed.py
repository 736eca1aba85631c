"""What Prefect passes on without looking inside.

Prefect searches whatever it is given, down to the last line of a story, for futures and states. That costs more
than the work when nothing is to be made. What is sealed is left alone, on every task runner (Prefect's own
``quote`` is lost on its way through prefect-ray 0.6.0).
"""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Sealed(Generic[T]):
    """Holds one value."""

    def __init__(self, value: T) -> None:
        self.value = value
