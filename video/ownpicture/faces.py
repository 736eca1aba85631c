"""Finds faces that look at the camera, by a cascade of light and dark rectangles.

No model is loaded: the cascade (``frontal.npz``, 20 stages of 1,047 small trees) comes with this file. It finds
upright faces from the front or nearly so, of at least a twentieth of the picture's longer side; faces from the side,
turned or very dark are missed, so what is done with a picture must also be fair to one without any.

Measured on scikit-image's 200 cuts of 25 x 25 pixels from "Labeled Faces in the Wild": 83 of 100 faces found, none in
100 that are no face, nor in 11 other pictures.

Source: P. Viola and M. Jones, "Rapid object detection using a boosted cascade of simple features", 2001;
R. Lienhart's frontal cascade "alt2" of OpenCV 4.12 (``NOTICE``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from video.shot import Face

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray
    Box = tuple[float, float, float, float]

CASCADE = Path(__file__).with_name("frontal.npz")
WINDOW = 20
"""Side of the window that the cascade looks through, in pixels."""
WORKING_PX = 480
"""The picture's longer side while faces are looked for."""
STEP = 1.18
"""From one size of faces to the next."""
AGREE = 4
"""How many windows must agree on a face."""
ALIKE = 0.25
"""Edges of windows on one face differ by at most this share of their size."""
GRID = 64
"""Edges are told in steps of this share, so that the last bits of a sum decide nothing."""


@dataclass(frozen=True, slots=True)
class _Cascade:
    boxes: Array
    weights: Array
    bounds: Array
    leaves: Array
    leaf_left: Array
    counts: Array
    least: Array


@lru_cache
def _cascade() -> _Cascade:
    import numpy as np

    with np.load(CASCADE, allow_pickle=False) as held:
        return _Cascade(*(held[name] for name in _Cascade.__slots__))


def find_faces(bgr: Array) -> tuple[Face, ...]:
    """Faces in a BGR picture, the largest first, from brow to chin."""
    import cv2

    grey = cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY)
    shrink = max(1.0, max(grey.shape) / WORKING_PX)
    size = (max(1, round(grey.shape[1] / shrink)), max(1, round(grey.shape[0] / shrink)))
    grey = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    scales: list[float] = []
    while min(size) / STEP ** len(scales) >= WINDOW + 2:
        scales.append(STEP ** len(scales))
    if not scales:
        return ()
    windows = _windows(grey, scales)
    faces = [_face(box, size) for box in _grouped(_passing(windows))]
    return tuple(sorted(faces, key=lambda face: (face.left - face.right) * (face.bottom - face.top)))


def _face(box: Box, size: tuple[int, int]) -> Face:
    left, top, right, bottom = (
        min(1.0, max(0.0, round(edge / size[n % 2] * GRID) / GRID)) for n, edge in enumerate(box)
    )
    return Face(left=left, top=top, right=right, bottom=bottom)


@dataclass(frozen=True, slots=True)
class _Windows:
    """All places and sizes at which there may be a face, of all sizes at once: one call looks at them all."""

    sums: Array
    """Sums of what is above and on the left, of the picture in all its sizes, one after the other."""
    at: Array
    """Where in them each window begins."""
    row: Array
    """How far on its next row is."""
    spread: Array
    """How much light varies within it: it is taken out by that."""
    box: Array
    """Left, top, right, bottom in the picture."""

    def only(self, chosen: Array) -> _Windows:
        """Some of them."""
        return _Windows(self.sums, self.at[chosen], self.row[chosen], self.spread[chosen], self.box[chosen])


def _total(table: Array, at: Array, row: Array, box: Array) -> Array:
    x, y, w, h = (int(n) for n in box)
    corner = at + (y * row + x)
    below = corner + h * row
    return table[corner] - table[corner + w] - table[below] + table[below + w]


def _windows(grey: Array, scales: list[float]) -> _Windows:
    import cv2
    import numpy as np

    parts: list[tuple[Array, ...]] = []
    begin = 0
    inner = np.array([1, 1, WINDOW - 2, WINDOW - 2])  # the rim left out
    area = float((WINDOW - 2) ** 2)
    for scale in scales:
        size = (round(grey.shape[1] / scale), round(grey.shape[0] / scale))
        small = cv2.equalizeHist(cv2.resize(grey, size, interpolation=cv2.INTER_LINEAR))
        sums, squares = (table.reshape(-1) for table in cv2.integral2(small, sdepth=cv2.CV_32S, sqdepth=cv2.CV_64F))
        step = 1 if scale > 2 else 2
        ys, xs = (n.reshape(-1) for n in np.mgrid[0 : size[1] - WINDOW + 1 : step, 0 : size[0] - WINDOW + 1 : step])
        row = np.full(len(xs), size[0] + 1)
        at = ys * row + xs
        total = _total(sums, at, row, inner).astype(np.float64)
        spread = np.sqrt(np.maximum(area * _total(squares, at, row, inner) - total**2, 1.0))
        box = np.stack([xs, ys, xs + WINDOW, ys + WINDOW], axis=1) * scale
        parts.append((sums, at + begin, row, spread, box))
        begin += len(sums)
    return _Windows(*(np.concatenate(same) for same in zip(*parts, strict=True)))


def _passing(windows: _Windows) -> list[Box]:
    """The boxes of those that pass all stages."""
    import numpy as np

    told = _cascade()

    def value(node: int) -> Array:
        found = np.zeros(len(windows.at))
        for box, weight in zip(told.boxes[node], told.weights[node], strict=True):
            if weight:
                found += float(weight) * _total(windows.sums, windows.at, windows.row, box)
        return found / windows.spread

    tree = 0
    for count, least in zip(told.counts, told.least, strict=True):
        vote = np.zeros(len(windows.at))
        for n in range(tree, tree + int(count)):
            (t0, t1), (near, low, high) = told.bounds[n], told.leaves[n]
            ends = (value(2 * n) < t0) == told.leaf_left[n]
            vote += np.where(ends, near, np.where(value(2 * n + 1) < t1, low, high))
        tree += int(count)
        windows = windows.only(vote >= least)
    return [(float(a), float(b), float(c), float(d)) for a, b, c, d in windows.box]


def _grouped(boxes: list[Box]) -> list[Box]:
    """One box, the mean, for each heap of boxes that are alike and many enough; none within another."""
    heaps: list[list[Box]] = []
    for box in boxes:
        near = [heap for heap in heaps if any(_alike(box, other) for other in heap)]
        heaps = [heap for heap in heaps if heap not in near]
        heaps.append([box, *(other for heap in near for other in heap)])
    heaps.sort(key=len, reverse=True)
    found: list[Box] = []
    for heap in heaps:
        left, top, right, bottom = (sum(edges) / len(heap) for edges in zip(*heap, strict=True))
        x, y = (left + right) / 2, (top + bottom) / 2
        inside = any(a < x < c and b < y < d for a, b, c, d in found)
        if len(heap) >= AGREE and not inside:
            found.append((left, top, right, bottom))
    return found


def _alike(a: Box, b: Box) -> bool:
    near = ALIKE * min(a[2] - a[0], b[2] - b[0])
    return all(abs(x - y) <= near for x, y in zip(a, b, strict=True))
