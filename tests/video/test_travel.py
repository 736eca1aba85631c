from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from video.travel import place_at

WAY = ((0.0, 0.0), (30.0, -10.0), (50.0, 5.0), (20.0, 40.0))


def test_a_sheet_without_a_way_stays() -> None:
    assert place_at((), 0.3) == (0.0, 0.0)


@pytest.mark.parametrize("number", range(4))
def test_it_passes_through_every_place_in_its_time(number: int) -> None:
    assert place_at(WAY, number / 4) == pytest.approx(WAY[number])


@given(phase=st.floats(0, 1))
def test_it_never_jumps(phase: float) -> None:
    a, b = place_at(WAY, phase), place_at(WAY, phase + 0.001)
    assert a is not None
    assert b is not None
    assert max(abs(a[0] - b[0]), abs(a[1] - b[1])) < 0.5


def test_it_leaves_where_it_goes_out_of_sight_and_comes_in_elsewhere() -> None:
    way, away = ((-100.0, 0.0), (0.0, 0.0), (100.0, 0.0), (200.0, 0.0)), (True, False, False, True)
    assert place_at(way, 0.875, away) is None
    before = [place_at(way, phase / 100, away) for phase in range(75)]
    xs = [place[0] for place in before if place is not None]
    assert len(xs) == 75
    assert xs == pytest.approx([-100 + 4 * n for n in range(75)], abs=0.01)
