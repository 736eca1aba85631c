from __future__ import annotations

import numpy as np
import pytest

from tests.video.portraits import SKINS, scene
from video.ownpicture.faces import find_faces
from video.ownpicture.subject import focus_of


@pytest.mark.parametrize("skin", SKINS)
@pytest.mark.parametrize("radius", [34, 60, 100])
def test_a_face_is_found_where_it_is(skin: tuple[int, int, int], radius: int) -> None:
    (face,) = find_faces(scene((600, 400), (420, 190, radius), skin=skin))
    assert (face.left + face.right) * 300 == pytest.approx(420, abs=radius / 3)
    assert (face.top + face.bottom) * 200 == pytest.approx(190, abs=radius / 2)
    assert 1.1 * radius < (face.bottom - face.top) * 400 < 2.4 * radius


def test_all_faces_of_a_group_are_found_the_largest_first() -> None:
    faces = find_faces(scene((800, 400), (120, 200, 50), (400, 180, 90), (680, 220, 60)))
    assert len(faces) == 3
    assert faces[0].left < 0.5 < faces[0].right
    sizes = [face.bottom - face.top for face in faces]
    assert sizes == sorted(sizes, reverse=True)


def test_nothing_is_taken_for_a_face() -> None:
    dice = np.random.default_rng(1)
    assert find_faces(dice.integers(0, 255, (200, 300, 3)).astype(np.uint8)) == ()
    assert find_faces(np.full((200, 300, 3), 90, np.uint8)) == ()
    assert find_faces(np.zeros((16, 3000, 3), np.uint8)) == ()


def test_the_eye_goes_to_what_is_drawn() -> None:
    picture = np.full((300, 500, 3), 200, np.uint8)
    picture[60:160, 330:430] = np.random.default_rng(1).integers(0, 255, (100, 100, 3))
    x, y = focus_of(picture)
    assert (x, y) == pytest.approx((0.76, 0.37), abs=0.08)
    assert focus_of(np.full((50, 80, 3), 90, np.uint8)) == (0.5, 0.5)
