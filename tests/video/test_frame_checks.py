"""What a model made: can it be a picture, can it be a film?"""

from __future__ import annotations

import numpy as np

from video.frame_checks import film_fault, picture_fault

NOISE = np.random.default_rng(0).random((5, 24, 32, 3))


def test_a_picture_with_light_and_shapes_passes() -> None:
    assert picture_fault(NOISE[0]) == ""


def test_numbers_that_are_none_are_named() -> None:
    broken = NOISE[0].copy()
    broken[3, 4, 1] = np.nan
    assert "NaN" in picture_fault(broken)


def test_black_and_plain_pictures_are_faults() -> None:
    assert "black" in picture_fault(np.zeros((24, 32, 3)))
    assert "plain colour" in picture_fault(np.full((24, 32, 3), 0.5))


def test_a_dark_picture_with_a_lantern_in_it_passes() -> None:
    night = np.full((24, 32, 3), 0.01)
    night[10:14, 10:14] = 0.9
    assert picture_fault(night) == ""


def test_one_bad_picture_spoils_a_film_and_its_number_is_told() -> None:
    film = NOISE.copy()
    film[3] = 0
    assert "picture 4 of 5" in film_fault(film)


def test_a_film_in_which_nothing_moves_is_frozen() -> None:
    assert "frozen" in film_fault(np.repeat(NOISE[:1], 5, axis=0))
    assert film_fault(NOISE) == ""
    assert film_fault(NOISE[:1]) == ""
