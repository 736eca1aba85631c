"""Sheets that pass in one period, and go over into its beginning at its end."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.video.test_motion import frames
from video.camera import Camera, layer_size
from video.motion import Theatre
from video.shot import Frame, Layer

FRAME = Frame(width_px=320, height_px=180, fps=25)
COUNT = 200
WAY = 400
EDGE = 420.0


def band(folder: Path, way: int, *, name: str = "band") -> Layer:
    """A soft edge on an opaque sheet that is wider than the paper."""
    width, height = layer_size(FRAME)
    x = np.arange(width + abs(way))
    ramp = (255 / (1 + np.exp(-(x - EDGE) / 6))).astype(np.uint8)
    path = folder / f"{name}.png"
    cv2.imwrite(str(path), np.repeat(np.repeat(ramp[None, :, None], height, 0), 3, 2))
    return Layer(path=str(path), depth=0.0, left_px=min(0, -way) if way < 0 else 0, pans=way)


def edge(y: np.ndarray) -> float:
    row = y[90].astype(float)
    above = int(np.argmax(row > 125.5))
    return above - (row[above] - 125.5) / (row[above] - row[above - 1])


def test_land_passes_evenly_and_smoothly_below_the_pixel(tmp_path: Path) -> None:
    shown = [y.copy() for y, _ in frames((band(tmp_path, WAY),), FRAME, COUNT, Camera(swing=0.0))]
    places = [edge(y) for y in shown[20:90]]
    steps = np.diff(places)
    assert steps.mean() == pytest.approx(-WAY / 1.1 / COUNT / 1.075, rel=0.02)
    assert np.abs(steps - steps.mean()).max() < 0.12


def test_a_period_ends_as_it_begins(tmp_path: Path) -> None:
    shown = [y.astype(int) for y, _ in frames((band(tmp_path, WAY),), FRAME, COUNT, Camera(swing=0.0))]
    assert np.abs(shown[-1] - shown[0]).mean() < 14
    assert np.abs(shown[COUNT // 2] - shown[0]).mean() > 60
    changes = [np.abs(b - a).mean() for a, b in pairwise(shown)]
    assert max(changes) < 4 * float(np.median(changes)) + 8  # nowhere a cut


def test_whoever_speaks_while_the_period_ends_is_drawn_whole(tmp_path: Path) -> None:
    theatre = Theatre((band(tmp_path, WAY),), FRAME, COUNT, Camera(swing=0.0))
    quiet = theatre.draw(COUNT - 3)[0].copy()
    assert np.array_equal(theatre.speak(COUNT - 3)[0], quiet)


def test_a_sheet_that_is_not_as_wide_as_its_way_is_refused(tmp_path: Path) -> None:
    layer = band(tmp_path, WAY)
    with pytest.raises(ValueError, match="expected"):
        Theatre((Layer(path=layer.path, depth=0.0, pans=WAY + 20),), FRAME, COUNT, Camera())
