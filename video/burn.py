"""Captions drawn into the picture, for places that show no caption tracks: messengers, squares, old players.

The picture track is decoded, painted and encoded once more; times stay as they were. What is held for long is cut into
frames, so that captions change on time. The word that is heard has a colour of its own. What is behind the captions is
measured first: where it is too bright for them, all of the film's captions get a plate.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from languages.clock import TICKS_PER_S, frame_ticks
from video.caption_patch import Patch, patch_of
from video.caption_place import DrawnCue
from video.caption_styles import LOOKS, CaptionStyle
from video.contrast import luminances, plate_needed, rgb_of
from video.encode import add_stream, new_track
from video.shot import Frame
from video.typeset.look import Look

if TYPE_CHECKING:
    import numpy as np
    from av.container import InputContainer

USUAL = LOOKS[CaptionStyle.WORD]


def burn(picture: Path, drawn: tuple[DrawnCue, ...], frame: Frame, path: Path, look: Look = USUAL) -> int:
    """Writes the picture track ``picture`` with its captions into an MP4 at ``path``; how many frames it has.

    ``look`` gets a plate where the film needs one.

    Memory holds one picture and the captions that are on it, however long the film is.

    Raises:
        FontRefused: the outlines of a font cannot be read.
    """
    import av
    from av.video.frame import PictureType

    count = 0
    lengths: dict[int, int] = {}
    look = readable(picture, drawn, look)
    with (
        av.open(str(picture)) as media,
        new_track(str(path)) as out,
    ):
        stream = add_stream(out, frame)

        def put(image: av.VideoFrame | None) -> None:
            for packet in stream.encode(image):
                packet.duration = lengths.pop(packet.pts or 0)
                out.mux(packet)

        shown = _Shown(drawn, frame, look)
        for pixels, start, length in _pictures(media, frame):
            lengths[start] = length
            image = av.VideoFrame.from_ndarray(shown.over(pixels, start), format="yuv420p")
            image.pts, image.time_base = start, Fraction(1, TICKS_PER_S)
            image.pict_type = PictureType.I if count % frame.fps == 0 else PictureType.NONE
            put(image)
            count += 1
        put(None)
    return count


def _pictures(media: InputContainer, frame: Frame) -> Iterator[tuple[np.ndarray, int, int]]:
    """(planes one after the other, start, length) of each picture, in ticks; held ones again and again."""
    step = frame_ticks(frame.fps)
    held: tuple[np.ndarray, int] | None = None
    last = step
    for image in media.decode(video=0):
        start = image.pts or 0
        if held is not None:
            yield from _cut(held[0], held[1], start - held[1], step)
        held, last = (image.to_ndarray(format="yuv420p"), start), image.duration or step
    if held is not None:
        yield from _cut(*held, last, step)


def _cut(pixels: np.ndarray, start: int, length: int, step: int) -> Iterator[tuple[np.ndarray, int, int]]:
    count = max(1, round(length / step))
    edges = [start + length * i // count for i in range(count + 1)]
    yield from ((pixels, a, b - a) for a, b in pairwise(edges))


def readable(picture: Path, drawn: tuple[DrawnCue, ...], look: Look) -> Look:
    """The look with the thinnest plate with which all captions can be read on what is behind them, if any is needed.

    Looked at is the first picture of each group. What stands on a plate that hides all behind it is read as it is.
    """
    import numpy as np

    if look.plate[3] == 1:
        return look
    light = min(float(luminances(np.array(colour[:3]) / 255)) for colour in (look.fill, look.marked))
    needed = 0.0
    waiting = sorted(drawn, key=lambda d: d.cue.start)
    for pixels, start, end in _keys(picture):
        while waiting and waiting[0].cue.end <= start:
            waiting.pop(0)
        seen = (d for d in waiting if start < d.cue.end and d.cue.start < end)
        needed = max([needed, *(_plate(pixels, d, light) for d in seen)])
    return replace(look, plate=(0, 0, 0, needed)) if needed > look.plate[3] else look


def _keys(picture: Path) -> Iterator[tuple[np.ndarray, int, float]]:
    """(planes, start, end) of the first pictures of all groups, each taken to last until the next; in ticks."""
    import av

    held: tuple[np.ndarray, int] | None = None
    with av.open(str(picture)) as media:
        media.streams.video[0].codec_context.skip_frame = "NONKEY"
        for image in media.decode(video=0):
            at = image.pts or 0
            if held is not None:
                yield *held, at
            held = image.to_ndarray(format="yuv420p"), at
    if held is not None:
        yield *held, math.inf


def _plate(pixels: np.ndarray, drawn: DrawnCue, light: float) -> float:
    rows, width = pixels.shape
    box = drawn.box()
    left, top = max(0, int(box.left)), max(0, int(box.top))
    right, bottom = min(width, int(box.right) + 1), min(rows * 2 // 3, int(box.bottom) + 1)
    if left >= right or top >= bottom:
        return 0.0
    return plate_needed(rgb_of(pixels, left, top, right, bottom)[::2, ::2], light)


class _Shown:
    """The captions that are on the picture now, painted when they begin and let go when they end."""

    def __init__(self, drawn: tuple[DrawnCue, ...], frame: Frame, look: Look) -> None:
        self._waiting = sorted(drawn, key=lambda d: d.cue.start, reverse=True)
        self._now: list[_Caption] = []
        self._frame, self._look = frame, look

    def over(self, pixels: np.ndarray, at: int) -> np.ndarray:
        """The picture with what is said at a tick; ``at`` never goes back."""
        while self._waiting and self._waiting[-1].cue.start <= at:
            self._now.append(_Caption(self._waiting.pop()))
        self._now = [one for one in self._now if at < one.drawn.cue.end]
        for one in self._now:
            pixels = one.patch(at, self._frame, self._look).over(pixels)
        return pixels


class _Caption:
    """One caption, painted anew whenever another of its words is heard."""

    def __init__(self, drawn: DrawnCue) -> None:
        self.drawn = drawn
        self._word = -2
        self._patch: Patch | None = None

    def patch(self, at: int, frame: Frame, look: Look) -> Patch:
        word = bisect_right(self.drawn.words, at, key=lambda w: w[0]) - 1
        if self._patch is None or word != self._word:
            marks = self.drawn.words[word][1] if word >= 0 else ()
            self._patch, self._word = patch_of(self.drawn, frame, look, marks), word
        return self._patch
