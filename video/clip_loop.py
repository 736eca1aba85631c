"""A creator's clip made endless: its end goes over into its beginning, in whole groups."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from video.planes import Planes

SEAM_S = 0.5
"""How long the end takes to go over into the first picture."""


def looped(pictures: Iterator[Planes], gop: int, fps: int) -> Iterator[Planes]:
    """The same pictures, cut to whole groups; the last ones go over into the first.

    What begins is seen from its beginning, and only a seam's length of the end is veiled. A clip shorter than two
    groups goes forth and back instead, as it would be over before it is seen.
    """
    seam = max(1, round(SEAM_S * fps))
    held = max(seam + gop, 2 * gop)
    pending: deque[Planes] = deque()
    first: Planes | None = None
    count = 0
    for picture in pictures:
        first = first or picture
        pending.append(picture)
        count += 1
        if len(pending) > held:
            yield pending.popleft()
    if first is None:
        return
    if count < 2 * gop:
        yield from _forth_and_back(list(pending), gop)
        return
    for _ in range(count % gop):
        pending.pop()
    while len(pending) > seam:
        yield pending.popleft()
    for n, picture in enumerate(pending, start=1):
        yield _mixed(picture, first, n / (len(pending) + 1))


def _forth_and_back(pictures: list[Planes], gop: int) -> Iterator[Planes]:
    way = [*pictures, *pictures[-2:0:-1]]
    times = -(-2 * gop // len(way))
    total = -(-times * len(way) // gop) * gop  # slower rather than faster: no picture is left out
    yield from (way[n * times * len(way) // total % len(way)] for n in range(total))


def _mixed(a: Planes, b: Planes, share: float) -> Planes:
    import cv2

    share = share * share * (3 - 2 * share)  # slow at both ends
    y, uv = (cv2.addWeighted(x, 1 - share, z, share, 0) for x, z in zip(a, b, strict=True))
    return y, uv
