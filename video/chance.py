"""Repeatable chance: the same seed and label give the same numbers on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A stream of numbers that hangs on a seed and a label only, never on global state."""

    __slots__ = ("_count", "_label")

    def __init__(self, seed: int, label: str = "") -> None:
        self._label = f"{seed}:{label}"
        self._count = 0

    def unit(self) -> float:
        """The next number in [0, 1)."""
        self._count += 1
        digest = hashlib.blake2b(f"{self._label}:{self._count}".encode(), digest_size=7).digest()
        return int.from_bytes(digest, "big") / (1 << 56)

    def between(self, low: float, high: float) -> float:
        """The next number in [low, high)."""
        return low + (high - low) * self.unit()

    def near(self, middle: float, spread: float) -> float:
        """The next number within ``spread`` of ``middle``."""
        return self.between(middle - spread, middle + spread)

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[int(self.unit() * len(choices))]

    def maybe(self, share: float) -> bool:
        """True in this share of cases."""
        return self.unit() < share
