"""Where things stand: free places on a line, so that nothing overlaps and nobody stands in water."""

from __future__ import annotations

from collections.abc import Iterable


class Ground:
    """A line on which figures and things stand, with what of it is still free. Frame units."""

    def __init__(self, left: float, right: float) -> None:
        self._free: list[tuple[float, float]] = [(left, right)]

    @classmethod
    def of(cls, stretches: Iterable[tuple[float, float]], left: float, right: float) -> Ground:
        """A line of several stretches, as far as they lie between ``left`` and ``right``."""
        made = cls(left, right)
        made._free = [(max(a, left), min(b, right)) for a, b in sorted(stretches) if min(b, right) > max(a, left)]
        return made

    def block(self, left: float, right: float) -> None:
        """Takes a stretch away: water, a hearth, a figure."""
        out: list[tuple[float, float]] = []
        for a, b in self._free:
            if right <= a or left >= b:
                out.append((a, b))
                continue
            if left > a:
                out.append((a, left))
            if right < b:
                out.append((right, b))
        self._free = out

    def take(self, width: float, wish: float) -> float | None:
        """The middle of a free stretch of this width, as near to ``wish`` as can be; None where there is none."""
        best: float | None = None
        for a, b in self._free:
            if b - a < width:
                continue
            x = min(max(wish, a + width / 2), b - width / 2)
            if best is None or abs(x - wish) < abs(best - wish):
                best = x
        if best is not None:
            self.block(best - width / 2, best + width / 2)
        return best

    def room(self) -> float:
        """The length that is still free."""
        return sum(b - a for a, b in self._free)

    def longest(self) -> float:
        """The length of the longest free stretch."""
        return max((b - a for a, b in self._free), default=0.0)

    def copy(self) -> Ground:
        """The same line, to try something on."""
        made = Ground(0.0, 0.0)
        made._free = list(self._free)
        return made

    def become(self, other: Ground) -> None:
        """Takes over what is free on another line."""
        self._free = list(other._free)


def wishes(count: int) -> tuple[float, ...]:
    """Where ``count`` figures would like to stand, as shares of the frame: by thirds, never in the very middle."""
    if count <= 1:
        return (0.35,)
    if count == 2:
        return (0.31, 0.62)
    if count == 3:
        return (0.22, 0.44, 0.74)
    if count == 4:
        return (0.14, 0.36, 0.62, 0.84)
    return tuple(0.1 + 0.8 * i / (count - 1) for i in range(count))
