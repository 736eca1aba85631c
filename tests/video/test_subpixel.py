from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from video.subpixel import CHOICES, FEW, TAIL_PX, anchor, pad_px, seen

PAD = pad_px(CHOICES)
PLANE = np.random.default_rng(1).integers(16, 236, (120, 200), np.uint8)


def padded() -> np.ndarray:
    return np.pad(PLANE, (PAD, TAIL_PX), "edge")


@given(place=st.floats(0, 100), scale=st.floats(1.03, 1.12))
def test_the_wanted_place_is_never_missed_by_a_tenth_of_a_pixel(place: float, scale: float) -> None:
    found = anchor(place, scale)
    assert abs(found.begin + found.skip * scale - place) < 0.1


def test_places_are_missed_by_a_hundredth_of_a_pixel_on_the_whole() -> None:
    dice = np.random.default_rng(2)
    missed: list[float] = []
    for place, scale in zip(dice.uniform(0, 60, 2000), dice.uniform(1.045, 1.105, 2000), strict=True):
        found = anchor(place, scale)
        missed.append(found.begin + found.skip * scale - place)
    assert np.std(missed) <= 0.015
    assert abs(np.mean(missed)) <= 0.002


@pytest.mark.parametrize("choices", [CHOICES, FEW])
def test_small_parts_are_missed_by_little_more(choices: int) -> None:
    dice = np.random.default_rng(3)
    missed: list[float] = []
    for place, scale in zip(dice.uniform(0, 60, 2000), dice.uniform(1.045, 1.105, 2000), strict=True):
        found = anchor(place, scale, choices)
        missed.append(found.begin + found.skip * scale - place)
        assert found.skip < choices
    assert np.std(missed) <= 0.03


def test_what_is_seen_is_the_plane_interpolated_at_that_place() -> None:
    left, top, scale, size = 3.37, 2.81, 1.0731, (160, 90)
    shown = seen(padded(), anchor(left, scale), anchor(top, scale), scale, size, PAD).astype(float)
    x, y = ((np.arange(n) + 0.5) * scale - 0.5 + begin for n, begin in zip(size, (left, top), strict=True))
    xi, yi = np.floor(x).astype(int), np.floor(y).astype(int)
    fx, fy = x - xi, (y - yi)[:, None]
    plane = PLANE.astype(float)
    above = plane[yi][:, xi] * (1 - fx) + plane[yi][:, xi + 1] * fx
    below = plane[yi + 1][:, xi] * (1 - fx) + plane[yi + 1][:, xi + 1] * fx
    assert shown.shape == (90, 160)
    assert np.sqrt(np.mean((shown - above * (1 - fy) - below * fy) ** 2)) < 2  # noise of 60 levels, missed by 0.01 px


def test_a_part_is_cut_from_the_same_picture() -> None:
    left, top, scale = 3.37, 2.81, 1.0731
    whole = seen(padded(), anchor(left, scale), anchor(top, scale), scale, (160, 90), PAD).astype(int)
    x, y = anchor(left + 40 * scale, scale), anchor(top + 30 * scale, scale)
    part = seen(padded(), x, y, scale, (60, 20), PAD).astype(int)
    assert abs(part - whole[30:50, 40:100]).mean() < 1.5
