from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from languages.errors import EngineError
from languages.registry import get_language
from video.typeset.fonts import Fonts
from video.typeset.sheet import MOST_PX, SheetLine, is_sheet, picture_of_lines, pictures_of_lines


def line(label: str, text: str, tag: str) -> SheetLine:
    return SheetLine(label=label, text=text, language=get_language(tag))


def picture(png: bytes) -> np.ndarray:
    return cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)


def test_lines_of_many_languages_stand_on_one_picture(fonts: Fonts) -> None:
    one = picture(picture_of_lines((line("l1", "Hello there", "en"),), fonts))
    two = picture(picture_of_lines((line("l1", "Hello there", "en"), line("l2", "مرحبا", "ar")), fonts))
    assert one.shape[1] == two.shape[1] == 1280
    assert two.shape[0] > one.shape[0] * 1.8
    assert (two[: one.shape[0]] == one).all()


def test_a_line_that_cannot_be_drawn_says_so_in_its_place(fonts: Fonts) -> None:
    bad = picture(picture_of_lines((line("\U00011f04 l1", "ab\U00011f04", "jv"),), fonts))
    red = (bad[..., 2] > 140) & (bad[..., 1] < 10) & (bad[..., 0] < 10)
    assert red.mean() > 0.05


def test_a_sheet_of_nothing_and_one_that_is_too_high(fonts: Fonts) -> None:
    assert picture(picture_of_lines((), fonts)).shape == (1, 1280, 3)
    with pytest.raises(EngineError, match="pixels high"):
        picture_of_lines((line("l", "a", "en"),) * 400, fonts)


def test_lines_fill_sheets_by_height_and_each_is_known_as_a_sheet(fonts: Fonts, tmp_path: Path) -> None:
    pngs = list(pictures_of_lines((line("l", "a " * 1500, "en"),) * 20, fonts, name="ñandú-1"))
    heights = [picture(png).shape[0] for png in pngs]
    assert len(heights) > 1
    assert max(heights) <= MOST_PX
    path = tmp_path / "a.png"
    path.write_bytes(pngs[0])
    assert is_sheet(path, "ñandú-1", 1)
    assert not any(is_sheet(path, *other) for other in (("ñandú-1", 2), ("ñandú", 1), ("ñandú-", 1), ("", 1)))
    path.write_bytes(cv2.imencode(".png", picture(pngs[0]))[1].tobytes())
    assert not is_sheet(path, "ñandú-1", 1)
    assert not is_sheet(tmp_path / "none.png", "none", 1)
