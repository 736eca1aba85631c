from __future__ import annotations

from pathlib import Path

import cv2
import pytest

from languages.errors import EngineError
from video.contact import WIDTH_PX, contact_sheet
from video.shot import Shot


def test_pictures_from_all_over_the_film_stand_row_by_row(shots: tuple[tuple[Shot, Path], ...], tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.png"
    assert contact_sheet(shots[0][1], sheet, columns=3, count=5) == 5
    picture = cv2.imread(str(sheet))
    assert picture.shape == (2 * 180, 3 * WIDTH_PX, 3)
    assert picture[180:, 2 * WIDTH_PX :].max() == 0  # the place of a sixth
    assert picture[180:, : 2 * WIDTH_PX].max() > 0
    assert (picture[:180, :WIDTH_PX] != picture[:180, 2 * WIDTH_PX :]).any()


def test_what_is_no_film_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "no.mp4").write_bytes(b"no")
    with pytest.raises(EngineError, match=r"no\.mp4"):
        contact_sheet(tmp_path / "no.mp4", tmp_path / "sheet.png")
    assert not (tmp_path / "sheet.png").exists()


def test_a_sheet_without_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="0 columns"):
        contact_sheet(tmp_path / "film.mp4", tmp_path / "sheet.png", columns=0)
