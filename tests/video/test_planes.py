from __future__ import annotations

import numpy as np
import pytest

from video.planes import Packed, lay, opaque_planes, veiled_planes


def plain(*channels: int) -> np.ndarray:
    picture = np.zeros((4, 4, len(channels)), np.uint8)
    picture[:] = channels
    return picture


@pytest.mark.parametrize(
    ("bgr", "yuv"),
    [((0, 0, 255), (63, 102, 240)), ((255, 255, 255), (235, 128, 128)), ((0, 0, 0), (16, 128, 128))],
)
def test_colours_are_those_of_bt709(bgr: tuple[int, ...], yuv: tuple[int, ...]) -> None:
    packed = opaque_planes(plain(*bgr))
    assert packed.opaque
    assert (int(packed.full[0, 0]), *map(int, packed.half[0, 0])) == yuv


def test_a_sheet_that_hides_all_is_its_own_colour() -> None:
    below = opaque_planes(plain(10, 200, 30))
    lay(veiled_planes(plain(0, 0, 255, 255)), (below.full, below.half))
    assert np.abs(below.full.astype(int) - 63).max() <= 1
    assert np.abs(below.half.astype(int) - (102, 240)).max() <= 1


def test_a_sheet_of_nothing_changes_nothing() -> None:
    below = opaque_planes(plain(10, 200, 30))
    before = below.full.copy(), below.half.copy()
    lay(veiled_planes(plain(255, 255, 255, 0)), (below.full, below.half))
    assert (below.full == before[0]).all()
    assert (below.half == before[1]).all()


def test_half_a_veil_lies_between() -> None:
    below = opaque_planes(plain(0, 0, 0))
    lay(veiled_planes(plain(255, 255, 255, 128)), (below.full, below.half))
    assert np.abs(below.full.astype(int) - (16 + 219 * 128 / 255)).max() <= 1.5
    assert np.abs(below.half.astype(int) - 128).max() <= 2


def test_the_colour_of_nothing_does_not_fringe_an_edge() -> None:
    """White paper that ends within a chroma sample, before white: no trace of the black behind its alpha."""
    sheet = plain(255, 255, 255, 255)
    sheet[:, 1:] = 0
    below = opaque_planes(plain(255, 255, 255))
    lay(veiled_planes(sheet), (below.full, below.half))
    assert np.abs(below.full.astype(int) - 235).max() <= 1
    assert np.abs(below.half.astype(int) - 128).max() <= 1
    assert isinstance(veiled_planes(sheet), Packed)
