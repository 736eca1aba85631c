from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from video.camera import SLOW_S, Camera, layer_size, swing_of, window
from video.direct import Near
from video.motion import Theatre, gathered
from video.shot import Frame, Layer

if TYPE_CHECKING:
    from video.planes import Planes

FRAME = Frame(width_px=320, height_px=180)


def frames(layers: tuple[Layer, ...], frame: Frame, count: int, camera: Camera) -> Iterator[Planes]:
    """One period; each picture is drawn over the one before, so look at it before the next is asked for."""
    theatre = Theatre(layers, frame, count, camera)
    yield from (theatre.draw(n) for n in range(count))


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
    for n, (y, _) in enumerate(frames((Layer(path=str(path), depth=depth),), FRAME, count, Camera(seed=seed))):
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
    bare = next(frames((ground,), FRAME, 10, Camera(seed=4)))
    y, uv = next(frames((ground, figure), FRAME, 10, Camera(seed=4)))
    view = window(FRAME, 1.0, 0.0, 4)
    left, right = ((edge - view.left) / view.scale for edge in box[::2])
    top, bottom = ((edge - view.top) / view.scale for edge in box[1::2])
    shown = (y.astype(float) - bare[0]) / (235.0 - bare[0])
    assert shown.sum() == pytest.approx((right - left) * (bottom - top), rel=0.02)
    rows, columns = np.nonzero(shown > 0.5)
    assert columns.mean() == pytest.approx((left + right - 1) / 2, abs=0.5)
    assert rows.mean() == pytest.approx((top + bottom - 1) / 2, abs=0.5)
    assert abs(uv.astype(int) - 128).max() <= 2
    far = np.ones_like(shown, bool)
    far[int(top) - 2 : int(bottom) + 4, int(left) - 2 : int(right) + 4] = False
    assert (y[far] == bare[0][far]).all()


def test_a_figure_at_the_edge_of_the_paper_is_cut_by_the_frame_alone(tmp_path: Path) -> None:
    width, height = layer_size(FRAME)
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    front = sheet(tmp_path, "front.png", (0, 100, width, height), 1.0)
    for y, _ in frames((ground, front), FRAME, 8, Camera(seed=6)):
        assert (y[-1] == 235).all()
        assert (y[140:, 0] == 235).all()
        assert (y[140:, -1] == 235).all()


def test_an_empty_sheet_changes_nothing(tmp_path: Path) -> None:
    ground, empty = sheet(tmp_path, "ground.png", None, 0.0), sheet(tmp_path, "empty.png", (0, 0, 0, 0), 0.5)
    for a, b in zip(
        *(frames(layers, FRAME, 2, Camera(seed=1)) for layers in ((ground,), (ground, empty))), strict=True
    ):
        assert all((x == y).all() for x, y in zip(a, b, strict=True))


def test_a_sheet_of_another_size_is_refused(tmp_path: Path) -> None:
    import cv2

    path = tmp_path / "small.png"
    cv2.imwrite(str(path), np.zeros((10, 10, 3), np.uint8))
    with pytest.raises(ValueError, match="10x10"):
        next(frames((Layer(path=str(path), depth=0.0),), FRAME, 1, Camera()))


def part(folder: Path, name: str, greys: tuple[int, ...], size: tuple[int, int] = (40, 60)) -> str:
    """One picture of each grey, opaque but for a rim of two pixels."""
    cels = np.zeros((len(greys), size[1], size[0], 4), np.uint8)
    for cel, grey in zip(cels, greys, strict=True):
        cel[2:-2, 2:-2] = (grey, grey, grey, 255)
    np.save(folder / name, cels)
    return str(folder / name)


def middle(y: np.ndarray, layer: Layer, n: int, count: int, seed: int) -> int:
    """Luma at the middle of a part of usual size."""
    view = window(FRAME, layer.depth, n / count, seed)
    x, row = ((corner + half - edge) / view.scale for corner, half, edge in
              ((layer.left_px, 20, view.left), (layer.top_px, 30, view.top)))  # fmt: skip
    return int(y[round(row), round(x)])


def test_pictures_of_a_part_follow_one_another_as_often_as_its_layer_says(tmp_path: Path) -> None:
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    cels = Layer(path=part(tmp_path, "a.npy", (0, 128, 255)), depth=0.7, left_px=120, top_px=70, cycles=2)
    shown = [middle(y, cels, n, 12, 4) for n, (y, _) in enumerate(frames((ground, cels), FRAME, 12, Camera(seed=4)))]
    assert shown == pytest.approx([16, 16, 126, 126, 235, 235] * 2, abs=1)


def test_a_part_moves_with_its_sheet(tmp_path: Path) -> None:
    """A part and a sheet that show the same at the same depth give the same pictures."""
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    still = sheet(tmp_path, "still.png", (122, 72, 158, 128), 0.8)
    moving = Layer(path=part(tmp_path, "b.npy", (255,)), depth=0.8, left_px=120, top_px=70)
    pairs = zip(*(frames((ground, top), FRAME, 40, Camera(seed=2)) for top in (still, moving)), strict=True)
    for (y, uv), (other, others) in pairs:
        assert abs(y.astype(int) - other).mean() < 0.05
        assert abs(y.astype(int) - other).max() < 16
        assert abs(uv.astype(int) - others).max() <= 2


def test_a_part_that_travels_moves_smoothly_below_the_pixel(tmp_path: Path) -> None:
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    way = ((0.0, 0.0), (60.0, -20.0), (90.0, 0.0), (60.0, 20.0))
    bird = Layer(path=part(tmp_path, "bird.npy", (255,)), depth=0.9, left_px=110, top_px=80, travel=way)
    count, centres = 120, []
    bare = next(frames((ground,), FRAME, count, Camera(swing=0.0)))[0][0, 0]
    for n, (y, _) in enumerate(frames((ground, bird), FRAME, count, Camera(seed=3))):
        shown = y.astype(float) - bare
        view = window(FRAME, 0.9, n / count, 3)
        x = (shown.sum(0) * np.arange(FRAME.width_px)).sum() / shown.sum()
        centres.append((x + 0.5) * view.scale + view.left)
    steps = np.diff([*centres, centres[0]])
    assert max(centres) - min(centres) == pytest.approx(90, abs=1)
    assert np.abs(np.diff([*steps, steps[0]])).max() < 0.35  # pixels: no jerk, and none where it comes round


def test_a_part_that_goes_out_on_one_side_may_come_in_on_the_other(tmp_path: Path) -> None:
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    width, _ = layer_size(FRAME)
    way = tuple((float(x), 0.0) for x in np.linspace(-45, width + 5, 8))
    bird = Layer(path=part(tmp_path, "bird.npy", (255,)), depth=0.5, top_px=60, travel=way)
    count, seen = 160, []
    for y, _ in frames((ground, bird), FRAME, count, Camera()):
        columns = np.flatnonzero((y > 180).any(axis=0))
        seen.append(float(columns.mean()) if len(columns) else None)
    found = [x for x in seen if x is not None]
    assert found == sorted(found)
    assert len(found) > count / 2
    assert seen[-1] is None


def test_whoever_speaks_is_drawn_otherwise_and_nothing_else_is(tmp_path: Path) -> None:
    ground, front = sheet(tmp_path, "ground.png", None, 0.0), sheet(tmp_path, "front.png", (0, 120, 371, 209), 1.0)
    head = Layer(path=part(tmp_path, "quiet.npy", (0, 10)), depth=0.7, left_px=120, top_px=70,
                 talking=part(tmp_path, "talk.npy", (255, 250)))  # fmt: skip
    theatre = Theatre((ground, head, front), FRAME, 10, Camera(seed=5))
    for n in range(10):
        quiet = [plane.copy() for plane in theatre.draw(n)]
        told = [plane.copy() for plane in theatre.speak(n)]
        assert middle(quiet[0], head, n, 10, 5) < 30
        assert middle(told[0], head, n, 10, 5) > 225
        changed = np.flatnonzero((abs(quiet[0].astype(int) - told[0]) > 2).any(axis=0))
        assert 30 < len(changed) < 45
        again = theatre.draw(n)
        assert all((a == b).all() for a, b in zip(again, quiet, strict=True))


def test_more_pictures_than_are_kept_are_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    cels = Layer(path=part(tmp_path, "a.npy", (0, 128, 255)), depth=0.7, left_px=120, top_px=70, cycles=2)
    plenty = [y.copy() for y, _ in frames((ground, cels), FRAME, 12, Camera())]
    monkeypatch.setattr("video.sheets.KEPT_BYTES", 0)
    scarce = [y.copy() for y, _ in frames((ground, cels), FRAME, 12, Camera())]
    assert all((a == b).all() for a, b in zip(plenty, scarce, strict=True))


@pytest.mark.parametrize(
    ("shape", "corner", "word"),
    [
        ((2, 41, 60, 4), (0, 0), "even"),
        ((2, 40, 60, 4), (1, 0), "even"),
        ((2, 40, 60, 3), (0, 0), "array of bytes"),
        ((0, 40, 60, 4), (0, 0), "0 pictures"),
        ((1, 2000, 60, 4), (0, 0), "60x2000"),
        ((1, 40, 60, 4), (9000, 0), "far from"),
    ],
)
def test_a_part_that_cannot_be_right_is_refused(
    shape: tuple[int, ...], corner: tuple[int, int], word: str, tmp_path: Path
) -> None:
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    np.save(tmp_path / "part.npy", np.zeros(shape, np.uint8))
    layer = Layer(path=str(tmp_path / "part.npy"), depth=0.5, left_px=corner[0], top_px=corner[1])
    with pytest.raises(ValueError, match=word):
        Theatre((ground, layer), FRAME, 4, Camera())


def test_an_array_that_holds_objects_is_never_unpacked(tmp_path: Path) -> None:
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    np.save(tmp_path / "part.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(ValueError, match="cannot be read"):
        Theatre((ground, Layer(path=str(tmp_path / "part.npy"), depth=0.5)), FRAME, 4, Camera())


def test_talking_pictures_of_another_shape_are_refused(tmp_path: Path) -> None:
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    quiet, talking = part(tmp_path, "q.npy", (0, 1)), part(tmp_path, "t.npy", (0,))
    with pytest.raises(ValueError, match="another shape"):
        Theatre((ground, Layer(path=quiet, depth=0.5, talking=talking)), FRAME, 4, Camera())


def test_no_motion_is_faster_in_a_short_shot_or_a_near_one() -> None:
    def fastest(near: Near, seconds: float) -> float:
        count = round(seconds * 25)
        lefts = [window(FRAME, 1.0, n / count, 3, swing_of(near, seconds)).left for n in range(count)]
        return float(np.abs(np.diff(lefts)).max()) * 25

    limit = FRAME.width_px * 0.0195
    assert all(fastest(near, seconds) <= limit for near in Near for seconds in (1, 3, 6, SLOW_S, 30))
    assert fastest(Near.CLOSE, 6) < fastest(Near.MEDIUM, 6) < fastest(Near.WIDE, 6)


def test_pictures_that_melt_go_over_into_one_another(tmp_path: Path) -> None:
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    mist = Layer(path=part(tmp_path, "m.npy", (0, 255)), depth=0.7, left_px=120, top_px=70, melts=True)
    shown = [middle(y, mist, n, 8, 4) for n, (y, _) in enumerate(frames((ground, mist), FRAME, 8, Camera(seed=4)))]
    assert shown == pytest.approx([16, 71, 126, 180, 235, 180, 126, 71], abs=2)


def test_copies_of_a_part_stand_where_they_should(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rain in squares gives the same as the squares laid one by one, cut by the paper's edge."""
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    path, ways = part(tmp_path, "r.npy", (255, 0)), ((0, 0), (40, 0), (340, 60), (-40, 120))
    rain = Layer(path=path, depth=1.0, left_px=20, top_px=10, copies=ways)
    drops = tuple(Layer(path=path, depth=1.0, left_px=20 + x, top_px=10 + y) for x, y in ways)
    monkeypatch.setattr("video.motion.gathered", tuple)
    one, many = (frames((ground, *layers), FRAME, 8, Camera(seed=8)) for layers in ((rain,), drops))
    for (y, uv), (other, others) in zip(one, many, strict=True):
        assert abs(y.astype(int) - other).mean() < 0.1
        assert abs(y.astype(int) - other).max() < 24
        assert abs(uv.astype(int) - others).max() <= 2


def test_what_passes_quickly_stands_within_a_few_pixels_of_its_place(tmp_path: Path) -> None:
    """Rain is laid pixel by pixel: not scaled, about the middle of the picture where it would be."""
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    path, ways = part(tmp_path, "r.npy", (255, 0)), ((0, 0), (60, 0), (120, 60))
    rain = Layer(path=path, depth=1.0, left_px=60, top_px=40, copies=ways, cycles=2)
    shown = [y.copy() for y, _ in frames((ground, rain), FRAME, 8, Camera(seed=8))]
    slow = [y.copy() for y, _ in frames((ground, replace(rain, cycles=1)), FRAME, 8, Camera(seed=8))]
    for y, other in zip(shown[:2], slow[:2], strict=True):
        (top, left), (high, low) = (np.argwhere(p > 100).min(axis=0) for p in (y, other))
        assert abs(int(top) - int(high)) <= 0.09 * FRAME.height_px
        assert abs(int(left) - int(low)) <= 0.09 * FRAME.width_px
        assert set(np.unique(y)) <= set(np.unique(y)[[0, -1]])  # no pixel is mixed of two


def test_the_same_at_several_places_is_drawn_at_once() -> None:
    tile = Layer(path="rain.npy", depth=1.0, left_px=20, top_px=10, cycles=4)
    row = [replace(tile, left_px=20 + 40 * n) for n in range(3)]
    other = Layer(path="other.npy", depth=1.0)
    found = gathered((other, *row, other, tile, replace(tile, cycles=5)))
    assert found == (other, replace(tile, copies=((0, 0), (40, 0), (80, 0))), other, tile, replace(tile, cycles=5))


def test_what_is_hidden_is_left_out_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Land behind land: the same pictures as when all of it is drawn."""
    width, height = layer_size(FRAME)
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    far = sheet(tmp_path, "far.png", (0, 90, width, 160), 0.3)  # ends behind what is nearer
    near = sheet(tmp_path, "near.png", (0, 130, width, height), 1.0)
    gap = sheet(tmp_path, "gap.png", (0, 60, width, 80), 0.5)  # hides nothing that reaches below it
    layers = (ground, gap, far, near)
    quick = [(y.copy(), uv.copy()) for y, uv in frames(layers, FRAME, 20, Camera(seed=9))]
    monkeypatch.setattr("video.sheets._solid_rows", lambda _: None)
    for (y, uv), (whole, both) in zip(quick, frames(layers, FRAME, 20, Camera(seed=9)), strict=True):
        # Parts begin at other fractions of a pixel, so edges may differ by that.
        assert abs(y.astype(int) - whole).mean() < 0.1
        assert abs(y.astype(int) - whole).max() < 12
        assert abs(uv.astype(int) - both).max() <= 2


def test_copies_by_odd_ways_are_refused(tmp_path: Path) -> None:
    ground = sheet(tmp_path, "ground.png", None, 0.0)
    rain = Layer(path=part(tmp_path, "r.npy", (255,)), depth=1.0, copies=((0, 0), (41, 0)))
    with pytest.raises(ValueError, match="even ways"):
        Theatre((ground, rain), FRAME, 6, Camera())
