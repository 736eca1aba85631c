"""Frames from layers: sheets of paper and parts that move, as the camera sees them, smooth below the pixel.

The camera's way is periodic, so the last picture runs into the first without a jump. Parts that move by themselves move
with their layer's window.

All work is done on planes as the encoder takes them (``planes.py``). Of upper sheets only what is painted is drawn, and
nothing of what stands behind land that is opaque from there to the bottom.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from video.camera import Camera, Window, layer_size, window
from video.planes import Packed, lay
from video.sheets import Cels, Sheet, read_sheet
from video.shot import Frame, Layer
from video.subpixel import anchor, seen
from video.travel import place_at

if TYPE_CHECKING:
    import numpy as np

    from video.planes import Planes

    Array = np.ndarray
    Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A sheet as it is seen at one moment."""

    sheet: Sheet
    view: Window
    """Over the sheet: (0, 0) is its corner's place on a layer, moved by its own way."""
    following: Sheet | None = None
    """The picture that it goes over into."""
    share: float = 0.0
    """How much of that is seen."""


OVER_S = 0.8
"""How long the end of a period takes to go over into its beginning where layers pan."""
QUIET, FOCUS, OTHER = 0, 1, 2
"""Who speaks in a picture: nobody, the one whom the shot is about, another."""


class Theatre:
    """The layers of a shot, ready to be drawn at any moment of its period.

    Raises:
        ValueError: a layer does not hold what it should.
    """

    def __init__(self, layers: tuple[Layer, ...], frame: Frame, count: int, camera: Camera) -> None:
        import numpy as np

        layers = gathered(layers)
        self._layers, self._frame, self._count, self._camera = layers, frame, count, camera
        self._lead = min(0.25, OVER_S * frame.fps / count)  # what pans is seen so much before its period begins
        self._cels = Cels(layer_size(frame))
        self._numbers = {i: self._cels.count(layer) for i, layer in enumerate(layers) if is_part(layer)}
        self._still = {
            i: read_sheet(layer, layer_size(frame), ground=i == 0)
            for i, layer in enumerate(layers)
            if i not in self._numbers
        }
        if not layers or self._still.get(0) is None:
            raise ValueError("The first layer is one still sheet.")
        self._fleeting = {i for i in self._numbers if self._passes_quickly(i)}
        self._away = {i: self._places_away(i) for i, layer in enumerate(layers) if layer.travel}
        width, height = frame.width_px, frame.height_px
        self._planes: Planes = (np.empty((height, width), np.uint8), np.empty((height // 2, width // 2, 2), np.uint8))

    def draw(self, n: int) -> Planes:
        """Picture ``n`` of the period, in the planes in which all are drawn."""
        return self._shown(n, QUIET)

    def _shown(self, n: int, voice: int) -> Planes:
        """A whole picture; where layers pan, the last of a period go over into those before its beginning."""
        whole = (0, 0, self._frame.width_px, self._frame.height_px)
        share = self._share(n)
        if not share:
            return self._compose(self._laid(n, voice), whole)
        import cv2

        before = self._compose(self._laid(n, voice, again=True), whole)
        first, second = before[0].copy(), before[1].copy()
        now = self._compose(self._laid(n, voice), whole)
        cv2.addWeighted(now[0], 1 - share, first, share, 0, dst=now[0])
        cv2.addWeighted(now[1], 1 - share, second, share, 0, dst=now[1])
        return now

    def _share(self, n: int) -> float:
        """How much is seen of the next period's beginning at a picture of this one."""
        if not any(layer.pans for layer in self._layers):
            return 0.0
        late = n - self._count * (1 - self._lead)
        return 0.0 if late <= 0 else late / (self._count * self._lead)

    def speak(self, n: int, voice: int = FOCUS) -> Planes:
        """The same, drawn before, with whoever speaks speaking: only where that makes a difference is drawn again.

        ``voice`` = ``FOCUS`` or, after that, ``OTHER``.
        """
        if self._share(n):
            return self._shown(n, voice)
        quiet, talking = self._laid(n, QUIET), self._laid(n, voice)
        # Whoever has just been drawn speaking is quiet again while another speaks.
        pairs = [*zip(quiet, talking, strict=True)]
        pairs += [*zip(quiet, self._laid(n, FOCUS), strict=True)] if voice == OTHER else []
        boxes = [
            self._rectangle(laid, part)
            for pair in pairs
            if _sheet_of(pair[0]) is not _sheet_of(pair[1])
            for laid in pair
            if laid is not None
            for part in laid.sheet.parts
        ]
        boxes = [box for box in boxes if box[0] < box[2] and box[1] < box[3]]
        if not boxes:
            return self._planes
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return self._compose(talking, (min(lefts), min(tops), max(rights), max(bottoms)))

    def _laid(self, n: int, voice: int, *, again: bool = False) -> list[_Laid | None]:
        """What is seen of every layer at a moment; None for those of which nothing is.

        ``again``: as if the next period had begun already, so that what pans comes to its beginning.
        """
        phase = n / self._count
        found: list[_Laid | None] = []
        for i, layer in enumerate(self._layers):
            place = place_at(layer.travel, phase, self._away.get(i, ()))
            if layer.pans and place is not None:
                place = (-layer.pans * (self._lead + phase - again) / (1 + self._lead), 0.0)
            sheet, following, share = None, None, 0.0
            talking = voice == (OTHER if layer.other else FOCUS)
            if place is not None and i in self._numbers:
                # In whole numbers, so that no picture of a part comes a frame late by rounding.
                number, rest = divmod(n * layer.cycles * self._numbers[i], self._count)
                sheet = self._cels.find(layer, number % self._numbers[i], talking=talking)
                if layer.melts and rest:
                    following = self._cels.find(layer, (number + 1) % self._numbers[i], talking=talking)
                    share = rest / self._count
            elif place is not None:
                sheet = self._still[i]
            if sheet is None or place is None:
                found.append(None)
                continue
            view = self._window(layer.depth, phase)
            moved = Window(left=view.left - place[0], top=view.top - place[1], scale=view.scale)
            moved = self._at_pixels(moved) if i in self._fleeting else moved
            found.append(_Laid(sheet, moved, following, share))
        return found

    def _passes_quickly(self, i: int) -> bool:
        """True of rain: the same at many places, another picture in every third one at least."""
        layer = self._layers[i]
        return bool(layer.copies) and 3 * self._numbers[i] * layer.cycles >= self._count

    def _at_pixels(self, view: Window) -> Window:
        """About the same of a layer, pixel by pixel: of what passes quickly nobody sees a fraction of one, and it need
        not be scaled, which saves a tenth of all time that a picture with rain takes."""
        return Window(
            left=round(view.left + (view.scale - 1) * self._frame.width_px / 2),
            top=round(view.top + (view.scale - 1) * self._frame.height_px / 2),
            scale=1.0,
        )

    def _window(self, depth: float, phase: float) -> Window:
        views = self._camera.views
        if not views:
            return window(self._frame, depth, phase, self._camera.seed, self._camera.swing)
        # From view to view the camera begins and ends slowly; corner and width go together.
        width, height = layer_size(self._frame)
        left, top = place_at([(view.left * width, view.top * height) for view in views], phase) or (0.0, 0.0)
        share, _ = place_at([(view.width, 0.0) for view in views], phase) or (1.0, 0.0)
        return Window(left=left, top=top, scale=share * width / self._frame.width_px)

    def _compose(self, laid: list[_Laid | None], clip: Box) -> Planes:
        """Draws what lies within ``clip`` (even numbers)."""
        bottom = clip[3]
        tasks: list[tuple[_Laid, Box, bool]] = []
        for one in reversed(laid):
            if one is None or bottom <= clip[1]:
                continue
            if one.sheet.planes.opaque:
                tasks.append((one, (clip[0], clip[1], clip[2], bottom), True))
                break
            if one.sheet.solid is not None:
                first, end = ((row - one.view.top) / one.view.scale for row in one.sheet.solid)
                row = max(clip[1], _even_below(first + 4))
                if row < bottom <= end - 4:
                    tasks.append((one, (clip[0], row, clip[2], bottom), True))
                    bottom = row
            for part in one.sheet.parts:
                box = _common(self._rectangle(one, part), (clip[0], clip[1], clip[2], bottom))
                if box[0] < box[2] and box[1] < box[3]:
                    tasks.append((one, box, False))
        for one, box, opaque in reversed(tasks):
            self._draw(one, box, opaque=opaque)
        return self._planes

    def _draw(self, one: _Laid, box: Box, *, opaque: bool) -> None:
        import cv2

        left, top, right, bottom = box
        sheet, scale = one.sheet, one.view.scale
        found: list[Array] = []
        after = one.following.planes if one.following else None
        for plane, shrink, other in (
            (sheet.planes.full, 1, after.full if after else None),
            (sheet.planes.half, 2, after.half if after else None),
        ):
            x = anchor((one.view.left - sheet.left + left * scale) / shrink, scale, sheet.choices)
            y = anchor((one.view.top - sheet.top + top * scale) / shrink, scale, sheet.choices)
            size = ((right - left) // shrink, (bottom - top) // shrink)
            found.append(seen(plane, x, y, scale, size, sheet.pad))
            if other is not None:
                second = seen(other, x, y, scale, size, sheet.pad)
                found[-1] = cv2.addWeighted(found[-1], 1 - one.share, second, one.share, 0)
        below = (
            self._planes[0][top:bottom, left:right],
            self._planes[1][top // 2 : bottom // 2, left // 2 : right // 2],
        )
        if not opaque:
            lay(Packed(*found), below)
        elif sheet.planes.opaque:
            below[0][:], below[1][:] = found
        else:
            cv2.extractChannel(found[0], 0, below[0])
            below[1][:] = found[1][..., :2]

    def _rectangle(self, laid: _Laid, part: Box) -> Box:
        """Left, top, right, bottom of what of the frame a part of a sheet reaches, in even pixels."""
        left, top, right, bottom = part
        view = laid.view
        return (
            max(0, _even_below((left - view.left) / view.scale - 2)),
            max(0, _even_below((top - view.top) / view.scale - 2)),
            min(self._frame.width_px, _even_below((right - view.left) / view.scale + 4)),
            min(self._frame.height_px, _even_below((bottom - view.top) / view.scale + 4)),
        )

    def _places_away(self, i: int) -> tuple[bool, ...]:
        """For each place on a layer's way whether all of it is beyond the paper there."""
        layer, (width, height) = self._layers[i], layer_size(self._frame)
        own = self._cels.size(layer) if i in self._numbers else (width, height)
        corners = [(layer.left_px + x, layer.top_px + y) for x, y in layer.travel]
        return tuple(x >= width or y >= height or x + own[0] <= 0 or y + own[1] <= 0 for x, y in corners)


def gathered(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Layers, those that follow one another and show the same at several places made one: it is drawn at once."""
    found: list[Layer] = []
    for layer in layers:
        last = found[-1] if found else None
        alone = is_part(layer) and not layer.travel and not layer.copies
        if (
            last is not None
            and alone
            and replace(layer, left_px=last.left_px, top_px=last.top_px) == replace(last, copies=())
        ):
            way = (layer.left_px - last.left_px, layer.top_px - last.top_px)
            found[-1] = replace(last, copies=(*(last.copies or ((0, 0),)), way))
        else:
            found.append(layer)
    return tuple(found)


def is_part(layer: Layer) -> bool:
    """Whether a layer holds pictures of a part that moves."""
    return layer.path.endswith(".npy")


def _sheet_of(laid: _Laid | None) -> Sheet | None:
    return laid.sheet if laid else None


def _even_below(number: float) -> int:
    return 2 * math.floor(number / 2)


def _common(a: Box, b: Box) -> Box:
    """The rectangle that two have in common."""
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])
