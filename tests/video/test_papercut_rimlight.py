"""Light on the edges of figures."""

from __future__ import annotations

import numpy as np
import pytest

from video.engines.papercut.palette import LIGHTS
from video.engines.papercut.staging.rimlight import FIRELIGHT, MOONLIGHT, light_of, rimmed


def disc(level: int) -> np.ndarray:
    y, x = np.mgrid[:80, :80]
    out = np.zeros((80, 80, 4), np.uint8)
    out[..., :3] = level
    out[..., 3] = np.where((x - 40) ** 2 + (y - 40) ** 2 < 30**2, 255, 0)
    out[70:74, 20:60, 3] = 90  # its shadow
    return out


def test_the_edge_is_lit_and_the_middle_and_the_shape_stay() -> None:
    before = disc(30)
    after = rimmed(before, MOONLIGHT, 0.6, 4.0)
    assert np.array_equal(after[..., 3], before[..., 3])
    assert int(after[11, 40, 0]) > 100
    assert int(after[40, 40, 0]) < 34
    assert int(after[11, 40, 0]) > int(after[68, 40, 0]) > 40  # less at the foot
    assert np.array_equal(after[72, 22], before[72, 22])


def test_what_is_lighter_than_the_light_is_not_made_darker() -> None:
    white = disc(255)
    assert np.array_equal(rimmed(white, FIRELIGHT, 0.6, 4.0), white)


@pytest.mark.parametrize("name", ["day", "morning", "afternoon"])
def test_there_is_none_where_there_is_light_enough(name: str) -> None:
    assert light_of(LIGHTS[name], indoors=False, fire=True)[1] == 0


def test_it_is_of_the_fire_where_one_burns_at_night() -> None:
    assert light_of(LIGHTS["night"], indoors=False, fire=True)[0] == FIRELIGHT
    assert light_of(LIGHTS["night"], indoors=False, fire=False)[0] == MOONLIGHT
