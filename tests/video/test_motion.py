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


@pytest.mark.parametrize("depth", [0.0, 1.0])
def test_motion_is_smooth_below_the_pixel(depth: float, tmp_path: Path) -> None:
    """The place of a soft vertical edge, found to a fraction of a pixel, follows the computed path."""
    import cv2

    width, height = layer_size(FRAME)
    x = np.arange(width)
    ramp = (255 / (1 + np.exp(-(x - width / 2) / 6))).astype(np.uint8)
    path = tmp_path / "edge.png"
    cv2.imwrite(str(path), np.repeat(np.repeat(ramp[None, :, None], height, 0), 3, 2))
    count, seed = 100, 5
    jitter: list[float] = []
    for n, (y, _, _) in enumerate(frames((Layer(path=str(path), depth=depth),), FRAME, count, seed)):
        row = y[90].astype(float)
        above = int(np.argmax(row > 125.5))
        found = above - (row[above] - 125.5) / (row[above] - row[above - 1])
        view = window(FRAME, depth, n / count, seed)
        expected = (width / 2 - view.left) / view.scale - 0.5
        jitter.append(found - expected)
    assert np.std(jitter) <= 0.1
    assert np.std(np.diff(jitter)) <= 0.1


def sheet(folder: Path, name: str, box: tuple[int, int, int, int] | None, depth: float) -> Layer:
    """White where ``box`` (left, top, right, bottom) is, transparent elsewhere; opaque grey without a box."""
    import cv2

    width, height = layer_size(FRAME)
    picture = np.full((height, width, 4), 255 if box else 90, np.uint8)
    if box is not None:
        picture[..., 3] = 0
        picture[box[1] : box[3], box[0] : box[2], 3] = 255
    cv2.imwrite(str(folder / name), picture)
    return Layer(path=str(folder / name), depth=depth)


def test_a_figure_stands_where_its_window_says_and_nothing_else_changes(tmp_path: Path) -> None:
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    box = (100, 60, 180, 150)
    figure = sheet(tmp_path, "figure.png", box, 1.0)
    bare = next(frames((ground,), FRAME, 10, 4))
    y, u, _ = next(frames((ground, figure), FRAME, 10, 4))
    view = window(FRAME, 1.0, 0.0, 4)
    left, right = ((edge - view.left) / view.scale for edge in box[::2])
    top, bottom = ((edge - view.top) / view.scale for edge in box[1::2])
    shown = (y.astype(float) - bare[0]) / (235.0 - bare[0])
    assert shown.sum() == pytest.approx((right - left) * (bottom - top), rel=0.02)
    rows, columns = np.nonzero(shown > 0.5)
    assert columns.mean() == pytest.approx((left + right - 1) / 2, abs=0.5)
    assert rows.mean() == pytest.approx((top + bottom - 1) / 2, abs=0.5)
    assert abs(u.astype(int) - 128).max() <= 2
    far = np.ones_like(shown, bool)
    far[int(top) - 2 : int(bottom) + 4, int(left) - 2 : int(right) + 4] = False
    assert (y[far] == bare[0][far]).all()


def test_a_figure_at_the_edge_of_the_paper_is_cut_by_the_frame_alone(tmp_path: Path) -> None:
    width, height = layer_size(FRAME)
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    front = sheet(tmp_path, "front.png", (0, 100, width, height), 1.0)
    for y, _, _ in frames((ground, front), FRAME, 8, 6):
        assert (y[-1] == 235).all()
        assert (y[140:, 0] == 235).all()
        assert (y[140:, -1] == 235).all()


def test_an_empty_sheet_changes_nothing(tmp_path: Path) -> None:
    ground, empty = sheet(tmp_path, "ground.png", None, 0.0), sheet(tmp_path, "empty.png", (0, 0, 0, 0), 0.5)
    for a, b in zip(*(frames(layers, FRAME, 2, 1) for layers in ((ground,), (ground, empty))), strict=True):
        assert all((x == y).all() for x, y in zip(a, b, strict=True))


def test_a_sheet_of_another_size_is_refused(tmp_path: Path) -> None:
    import cv2

    path = tmp_path / "small.png"
    cv2.imwrite(str(path), np.zeros((10, 10, 3), np.uint8))
    with pytest.raises(ValueError, match="10x10"):
        next(frames((Layer(path=str(path), depth=0.0),), FRAME, 1, 0))
