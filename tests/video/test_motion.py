from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from video.motion import bgr_planes, frames, layer_size, window
from video.shot import Frame, Layer

FRAME = Frame(width_px=320, height_px=180)


@given(depth=st.floats(0, 1), phase=st.floats(0, 1), seed=st.integers(0, 10**6))
def test_the_edge_of_the_paper_is_never_seen(depth: float, phase: float, seed: int) -> None:
    width, height = layer_size(FRAME)
    view = window(FRAME, depth, phase, seed)
    assert view.left >= 0
    assert view.top >= 0
    assert view.left + view.scale * FRAME.width_px <= width
    assert view.top + view.scale * FRAME.height_px <= height


def test_the_path_comes_back_to_where_it_began() -> None:
    begin, end = window(FRAME, 1.0, 0.0, 7), window(FRAME, 1.0, 1.0, 7)
    assert (begin.left, begin.top, begin.scale) == pytest.approx((end.left, end.top, end.scale), abs=1e-6)


def test_nearer_sheets_move_further() -> None:
    def reach(depth: float) -> float:
        lefts = [window(FRAME, depth, n / 50, 3).left for n in range(50)]
        return max(lefts) - min(lefts)

    assert reach(1.0) > 2 * reach(0.0) > 0


def test_colours_are_those_of_bt709() -> None:
    picture = np.zeros((2, 2, 3), np.uint8)
    picture[:] = (0, 0, 255)  # red, as OpenCV orders it
    y, u, v = bgr_planes(picture)
    assert (int(y[0, 0]), int(u[0, 0]), int(v[0, 0])) == (63, 102, 240)
    picture[:] = 255
    y, u, v = bgr_planes(picture)
    assert (int(y[0, 0]), int(u[0, 0]), int(v[0, 0])) == (235, 128, 128)


def test_motion_is_smooth_below_the_pixel(tmp_path: Path) -> None:
    """The place of a soft vertical edge, found to a fraction of a pixel, follows the computed path."""
    import cv2

    width, height = layer_size(FRAME)
    x = np.arange(width)
    ramp = (255 / (1 + np.exp(-(x - width / 2) / 6))).astype(np.uint8)
    path = tmp_path / "edge.png"
    cv2.imwrite(str(path), np.repeat(np.repeat(ramp[None, :, None], height, 0), 3, 2))
    count, seed = 100, 5
    jitter: list[float] = []
    for n, (y, _, _) in enumerate(frames((Layer(path=str(path), depth=1.0),), FRAME, count, seed)):
        row = y[90].astype(float)
        above = int(np.argmax(row > 125.5))
        found = above - (row[above] - 125.5) / (row[above] - row[above - 1])
        view = window(FRAME, 1.0, n / count, seed)
        expected = (width / 2 - view.left) / view.scale - 0.5
        jitter.append(found - expected)
    assert np.std(np.diff(jitter)) <= 0.1


def test_a_sheet_of_another_size_is_refused(tmp_path: Path) -> None:
    import cv2

    path = tmp_path / "small.png"
    cv2.imwrite(str(path), np.zeros((10, 10, 3), np.uint8))
    with pytest.raises(ValueError, match="10x10"):
        next(frames((Layer(path=str(path), depth=0.0),), FRAME, 1, 0))
