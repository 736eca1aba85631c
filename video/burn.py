"""Captions drawn into the picture, for places that show no caption tracks: messengers, squares, old players.

The picture track is decoded, painted and encoded once more; times stay as they were. What is held for long is cut into
frames, so that captions change on time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from languages.clock import TICKS_PER_S, frame_ticks
from languages.language import Language
from video.encode import add_stream
from video.shot import Frame
from video.timeline import Cue
from video.typeset.block import Block, Room, Style
from video.typeset.fonts import Fonts
from video.typeset.layout import typeset
from video.typeset.look import OUTLINED, Look
from video.typeset.paint import picture_of
from video.typeset.problems import ProblemKind

if TYPE_CHECKING:
    import numpy as np
    from av.container import InputContainer

LETTER = 1 / 18
"""Height of the em, of the picture's height or width, whichever is less: 40 px of 720."""
LEAST_LETTER = 0.7
"""A caption shrinks to so much of it where its rows are too long for the picture, then it takes more rows."""
NARROW_LETTER = 0.85
"""Where that is not enough, in tall and square pictures, letters are this high and take as many rows as they need."""
SAFE = 0.05
"""Left free at each edge. Source: EBU R 95, safe area for graphics of 16:9 pictures (5 %)."""
LUMA, BLUENESS, REDNESS = (0.2126, 0.7152, 0.0722), 1.8556, 1.5748
"""Weights of red, green and blue in luma, and divisors of B'-Y' and R'-Y'. Source: ITU-R BT.709-6, table 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnCue:
    """A caption as it stands on the picture."""

    cue: Cue
    block: Block
    left_px: float
    top_px: float
    """Where the room of the block begins."""


def drawn_cues(cues: tuple[Cue, ...], language: Language, fonts: Fonts, frame: Frame) -> tuple[DrawnCue, ...]:
    """Captions set at the foot of a picture.

    Raises:
        TextUndrawable: a character is in no font of this machine; it says which, and which package has it.
        FontRefused, MissingProgram: as ``typeset``.
    """
    size = LETTER * min(frame.width_px, frame.height_px)
    larger = Style(size_px=NARROW_LETTER * size)
    style, room = Style(size_px=size, smallest_px=LEAST_LETTER * size), frame.width_px * (1 - 2 * SAFE)
    found: list[DrawnCue] = []
    for cue in cues:
        block = typeset("\n".join(cue.rows), language, fonts, style, Room(width_px=room, rows=len(cue.rows)))
        if any(p.kind is ProblemKind.TOO_MANY_ROWS for p in block.problems):
            # A narrow picture: rows of its own, larger than what two of them would have to be.
            block = typeset(cue.text or "\n".join(cue.rows), language, fonts, larger, Room(width_px=room))
        top = frame.height_px * (1 - SAFE) - block.height_px
        found.append(DrawnCue(cue=cue, block=block, left_px=frame.width_px * SAFE, top_px=top))
    return tuple(found)


def burn(picture: Path, drawn: tuple[DrawnCue, ...], frame: Frame, path: Path, look: Look = OUTLINED) -> int:
    """Writes the picture track ``picture`` with its captions into an MP4 at ``path``; how many frames it has.

    Memory holds one picture and the captions that are on it, however long the film is.

    Raises:
        FontRefused: the outlines of a font cannot be read.
    """
    import av
    from av.video.frame import PictureType

    count = 0
    lengths: dict[int, int] = {}
    with (
        av.open(str(picture)) as media,
        av.open(str(path), "w", format="mp4", options={"video_track_timescale": str(TICKS_PER_S)}) as out,
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


class _Shown:
    """The captions that are on the picture now, painted when they begin and let go when they end."""

    def __init__(self, drawn: tuple[DrawnCue, ...], frame: Frame, look: Look) -> None:
        self._waiting = sorted(drawn, key=lambda d: d.cue.start, reverse=True)
        self._now: list[tuple[int, _Patch]] = []
        self._frame, self._look = frame, look

    def over(self, pixels: np.ndarray, at: int) -> np.ndarray:
        """The picture with what is said at a tick; ``at`` never goes back."""
        while self._waiting and self._waiting[-1].cue.start <= at:
            drawn = self._waiting.pop()
            self._now.append((drawn.cue.end, _patch(drawn, self._frame, self._look)))
        self._now = [(end, patch) for end, patch in self._now if at < end]
        for _, patch in self._now:
            pixels = patch.over(pixels)
        return pixels


@dataclass(frozen=True, slots=True)
class _Patch:
    """A painted caption and where it lies; all edges even, as chroma is kept for two by two pixels."""

    left: int
    top: int
    ink: tuple[np.ndarray, np.ndarray, np.ndarray]
    """Y', Cb and Cr, each from 0 to 255, times how much of it covers: uint16."""
    spared: tuple[np.ndarray, np.ndarray]
    """How much of the picture stays, from 0 to 255: of luma and of chroma."""

    def over(self, pixels: np.ndarray) -> np.ndarray:
        import numpy as np

        rows, width = pixels.shape
        height, size = rows * 2 // 3, rows * 2 // 3 * width
        flat = pixels.reshape(-1).copy()
        luma = flat[:size].reshape(height, width)
        chroma = flat[size:].reshape(2, height // 2, width // 2)
        for plane, ink, spared, by in (
            (luma, self.ink[0], self.spared[0], 1),
            (chroma[0], self.ink[1], self.spared[1], 2),
            (chroma[1], self.ink[2], self.spared[1], 2),
        ):
            top, left = self.top // by, self.left // by
            part = plane[top : top + ink.shape[0], left : left + ink.shape[1]]
            part[:] = ((part.astype(np.uint16) * spared + ink + 127) // 255).astype(np.uint8)
        return flat.reshape(rows, width)


def _patch(drawn: DrawnCue, frame: Frame, look: Look) -> _Patch:
    import numpy as np

    painted, box = picture_of(drawn.block, look)
    left, top = round(drawn.left_px + box.left), round(drawn.top_px + box.top)
    # On whole pairs of pixels, and within the picture.
    at_x, at_y = max(0, left) // 2 * 2, max(0, top) // 2 * 2
    end_x = min(frame.width_px, -(-(left + painted.shape[1]) // 2) * 2)
    end_y = min(frame.height_px, -(-(top + painted.shape[0]) // 2) * 2)
    sheet = np.zeros((max(0, end_y - at_y), max(0, end_x - at_x), 4), np.float32)
    seen = painted[max(0, -top) : end_y - top, max(0, -left) : end_x - left]
    y, x = max(0, top) - at_y, max(0, left) - at_x
    sheet[y : y + seen.shape[0], x : x + seen.shape[1]] = seen
    cover = sheet[..., 3] / 255
    red, green, blue = (sheet[..., n] / 255 for n in range(3))
    light = LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue
    planes = (16 + 219 * light, 128 + 224 * (blue - light) / BLUENESS, 128 + 224 * (red - light) / REDNESS)
    inks = [plane * cover for plane in planes]
    coarse = _halved(cover)
    return _Patch(
        left=at_x,
        top=at_y,
        ink=(_whole(inks[0]), _whole(_halved(inks[1])), _whole(_halved(inks[2]))),
        spared=(_whole(1 - cover), _whole(1 - coarse)),
    )


def _halved(plane: np.ndarray) -> np.ndarray:
    height, width = plane.shape
    return plane.reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3))


def _whole(plane: np.ndarray) -> np.ndarray:
    import numpy as np

    return np.rint(plane * 255).astype(np.uint16)
