"""Layers read: sheets as padded planes, and the pictures of moving parts as they are needed.

A shot's sheets take about 6 bytes a pixel; pictures of moving parts are cut to what is painted, kept as far as
``KEPT_BYTES`` allows and made again when they are needed again. So a shot takes no more memory however many
pictures its parts have.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from video.planes import Packed, opaque_planes, veiled_planes
from video.shot import Layer
from video.subpixel import CHOICES, FEW, TAIL_PX, pad_px

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray
    Box = tuple[int, int, int, int]
    """Left, top, right, bottom."""

KEPT_BYTES = 160 << 20
MOST_CELS = 480
MOST_COPIES = 400
LARGEST = 4
"""Sides of a layer that a moving part may be wide or high, or away from its corner, at most."""
SMALL_PX = 400
"""A sheet with a shorter side than this is brought to its place with fewer samples left out."""
CELL_PX = 16
"""What is painted is found in squares of so many pixels."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture, ready to be laid."""

    planes: Packed
    """Padded by ``pad_px(choices)`` on the left and above."""
    choices: int
    left: int
    top: int
    """Place of its corner on a layer; even."""
    parts: tuple[Box, ...]
    """Rectangles, in layer pixels, outside of which nothing is painted; those of one sheet do not overlap."""
    solid: tuple[int, int] | None
    """Rows of a layer from the first to before the second through which nothing shows from edge to edge, as deep down
    as there are any; None where there are none. Where they reach to the paper's foot, the second is beyond it."""

    @property
    def pad(self) -> int:
        """Pixels of the padding on the left and above."""
        return pad_px(self.choices)


def read_sheet(layer: Layer, size: tuple[int, int], *, ground: bool) -> Sheet | None:
    """The sheet of a still layer, or None where nothing is painted on it. ``size`` is that of a full layer.

    Raises:
        ValueError: it is not a picture that can be laid there.
    """
    import cv2

    picture = cv2.imread(layer.path, cv2.IMREAD_UNCHANGED)
    if picture is None or picture.ndim != 3 or picture.dtype != "uint8" or picture.shape[2] not in (3, 4):
        raise ValueError(f"{layer.path} is not a colour picture of 8 bits.")
    height, width = picture.shape[:2]
    expected = (size[0] + abs(layer.pans), size[1])
    corner = (min(0, layer.pans), 0)
    whole = (width, height) == expected and (layer.left_px, layer.top_px) == corner and not layer.travel
    if not whole and (ground or picture.shape[2] == 3 or layer.pans):
        raise ValueError(f"{layer.path} is {width}x{height}, expected {expected[0]}x{expected[1]} that stay in place.")
    _check_place(layer, (width, height), size)
    if ground or picture.shape[2] == 3:
        planes = opaque_planes(picture[..., :3])
        box = (corner[0], 0, corner[0] + width, height)
        return Sheet(_padded(planes, CHOICES, whole=True), CHOICES, *corner, (box,), None)
    return _veiled(picture, (layer.left_px, layer.top_px), still=whole)


class Cels:
    """The pictures of moving parts of one shot, made when they are asked for."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._size = size
        self._files: dict[str, Array] = {}
        self._kept: OrderedDict[tuple[object, ...], Sheet | None] = OrderedDict()
        self._bytes = 0

    def count(self, layer: Layer) -> int:
        """How many pictures a layer's part has.

        Raises:
            ValueError: one of its files does not hold what it should.
        """
        cels = self._opened(layer.path)
        _check_place(layer, self.size(layer), self._size)
        if layer.talking and self._opened(layer.talking).shape != cels.shape:
            raise ValueError(f"{layer.talking} has another shape than {layer.path}.")
        return len(cels)

    def size(self, layer: Layer) -> tuple[int, int]:
        """Width and height of a part's pictures."""
        _, height, width, _ = self._opened(layer.path).shape
        return width, height

    def find(self, layer: Layer, number: int, *, talking: bool) -> Sheet | None:
        """A picture of a layer's part; None where nothing is painted on it."""
        path = layer.talking if talking and layer.talking else layer.path
        key = (path, number, layer.left_px, layer.top_px, layer.melts, layer.copies)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        corner = (layer.left_px, layer.top_px)
        cel = self._opened(path)[number]
        if layer.copies:
            cel, corner = _repeated(cel, [(corner[0] + x, corner[1] + y) for x, y in layer.copies], self._size)
        sheet = _veiled(cel, corner, whole=layer.melts)
        self._kept[key] = sheet
        self._bytes += sheet.planes.size_bytes if sheet else 0
        while self._bytes > KEPT_BYTES and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self._bytes -= gone.planes.size_bytes if gone else 0
        return sheet

    def _opened(self, path: str) -> Array:
        """The file, mapped into memory rather than read: what is not asked for is never there."""
        import numpy as np

        if path not in self._files:
            try:
                cels = np.load(path, mmap_mode="r", allow_pickle=False)
            except (OSError, ValueError, EOFError) as error:
                raise ValueError(f"{path} cannot be read as pictures of a moving part: {error}.") from error
            if not isinstance(cels, np.ndarray) or cels.dtype != np.uint8 or cels.ndim != 4 or cels.shape[3] != 4:
                raise ValueError(f"{path} is not an array of bytes of shape (pictures, height, width, 4).")
            if not 1 <= len(cels) <= MOST_CELS:
                raise ValueError(f"{path} has {len(cels)} pictures; from 1 to {MOST_CELS} were expected.")
            self._files[path] = cels
        return self._files[path]


def _check_place(layer: Layer, own: tuple[int, int], size: tuple[int, int]) -> None:
    if any(n % 2 for n in (*own, layer.left_px, layer.top_px)):
        raise ValueError(f"{layer.path} has {own[0]}x{own[1]} pixels at {layer.left_px}, {layer.top_px}: all even?")
    if not all(2 <= side <= LARGEST * full for side, full in zip(own, size, strict=True)):
        raise ValueError(f"{layer.path} has {own[0]}x{own[1]} pixels on a layer of {size[0]}x{size[1]}.")
    if len(layer.copies) > MOST_COPIES or any(x % 2 or y % 2 for x, y in layer.copies):
        raise ValueError(f"{layer.path} has {len(layer.copies)} copies: at most {MOST_COPIES}, all by even ways?")
    if abs(layer.left_px) > LARGEST * size[0] or abs(layer.top_px) > LARGEST * size[1]:
        raise ValueError(f"{layer.path} lies at {layer.left_px}, {layer.top_px}, far from its layer.")


def _repeated(cel: Array, corners: list[tuple[int, int]], size: tuple[int, int]) -> tuple[Array, tuple[int, int]]:
    """A picture laid at all its places, as far as they are on the paper; and where that begins."""
    import numpy as np

    high, wide = cel.shape[:2]
    left, top = max(0, min(x for x, _ in corners)), max(0, min(y for _, y in corners))
    right, bottom = (
        min(full, max(place[n] for place in corners) + own)
        for n, (full, own) in enumerate(zip(size, (wide, high), strict=True))
    )
    sheet = np.zeros((max(2, bottom - top), max(2, right - left), 4), np.uint8)
    for x, y in corners:
        x0, y0, x1, y1 = max(x, left), max(y, top), min(x + wide, right), min(y + high, bottom)
        if x0 < x1 and y0 < y1:
            sheet[y0 - top : y1 - top, x0 - left : x1 - left] = cel[y0 - y : y1 - y, x0 - x : x1 - x]
    return sheet, (left, top)


def _veiled(bgra: Array, place: tuple[int, int], *, still: bool = False, whole: bool = False) -> Sheet | None:
    """A sheet with alpha, cut to what is painted; None where nothing is.

    ``still`` = a full layer that stays where it is; ``whole`` = not cut, so that all pictures of a part are alike.
    """
    import cv2
    import numpy as np

    alpha = np.ascontiguousarray(bgra[..., 3])
    height, width = alpha.shape
    left, top, wide, high = (0, 0, width, height) if whole else cv2.boundingRect(alpha)
    if not wide:
        return None
    # Even corners, as chroma has half as many samples, and a clear margin where there is one.
    left, top = max(0, (left - 2) // 2 * 2), max(0, (top - 2) // 2 * 2)
    right, bottom = min(width, (left + wide + 5) // 2 * 2), min(height, (top + high + 5) // 2 * 2)
    cut = alpha[top:bottom, left:right]
    corner = (left + place[0], top + place[1])
    choices = CHOICES if min(cut.shape) > SMALL_PX else FEW
    planes = _padded(veiled_planes(np.ascontiguousarray(bgra[top:bottom, left:right])), choices, whole=still)
    box = (corner[0], corner[1], corner[0] + cut.shape[1], corner[1] + cut.shape[0])
    parts = _parts(cut, corner) if still else (box,)
    return Sheet(planes, choices, *corner, parts, _solid_rows(alpha) if still else None)


def _solid_rows(alpha: Array) -> tuple[int, int] | None:
    """The lowest rows without a gap through which nothing shows."""
    import numpy as np

    full = (alpha == 255).all(axis=1)
    if not full.any():
        return None
    end = len(full) - int(full[::-1].argmax())
    clear = np.flatnonzero(~full[:end])
    return int(clear[-1]) + 1 if len(clear) else 0, end if end < len(full) else 2 * end


def _parts(alpha: Array, corner: tuple[int, int]) -> tuple[Box, ...]:
    """Rectangles that hold all that is painted and do not overlap: islands on a grid, those that meet made one."""
    import cv2
    import numpy as np

    height, width = alpha.shape
    grid = (-(-height // CELL_PX), -(-width // CELL_PX))
    whole = np.zeros((grid[0] * CELL_PX, grid[1] * CELL_PX), bool)
    whole[:height, :width] = alpha > 0
    cells = np.asarray(whole.reshape(grid[0], CELL_PX, grid[1], CELL_PX).any(axis=(1, 3)), np.uint8)
    _, _, found, _ = cv2.connectedComponentsWithStats(cells, connectivity=8)
    boxes = [(int(x), int(y), int(x + w), int(y + h)) for x, y, w, h, _ in found[1:]]
    return tuple(
        (
            corner[0] + left * CELL_PX,
            corner[1] + top * CELL_PX,
            corner[0] + min(width, right * CELL_PX),
            corner[1] + min(height, bottom * CELL_PX),
        )
        for left, top, right, bottom in _apart(boxes)
    )


def _apart(boxes: list[Box]) -> list[Box]:
    """Boxes on a grid, those that overlap or touch made one."""
    found: list[Box] = []
    for box in boxes:
        left, top, right, bottom = box
        while touching := [b for b in found if b[0] <= right and left <= b[2] and b[1] <= bottom and top <= b[3]]:
            found = [b for b in found if b not in touching]
            left, top = min(left, *(b[0] for b in touching)), min(top, *(b[1] for b in touching))
            right, bottom = max(right, *(b[2] for b in touching)), max(bottom, *(b[3] for b in touching))
        found.append((left, top, right, bottom))
    return found


def _padded(planes: Packed, choices: int, *, whole: bool) -> Packed:
    """Planes continued as scaling needs them: a whole layer by its edge, a part by nothing."""
    import cv2

    pad = pad_px(choices)
    edge = cv2.BORDER_REPLICATE if whole else cv2.BORDER_CONSTANT
    full = cv2.copyMakeBorder(planes.full, pad, TAIL_PX, pad, TAIL_PX, edge, value=(0, 255, 0, 0))
    half = cv2.copyMakeBorder(planes.half, pad, TAIL_PX, pad, TAIL_PX, edge, value=(0, 0, 255, 255))
    return Packed(full, half)
