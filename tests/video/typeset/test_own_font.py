"""Bad input: a user's own font that is damaged, or whose file has several faces; and one that holds all weights."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

from languages.errors import FontRefused
from languages.registry import get_language
from video.typeset.block import Block, Room, Style
from video.typeset.font_check import tables_of
from video.typeset.fonts import Fonts, find_fonts
from video.typeset.layout import typeset
from video.typeset.look import PRINTED
from video.typeset.own_font import own_face
from video.typeset.paint import picture_of
from video.typeset.problems import ProblemKind


@pytest.fixture(scope="module")
def whole(fonts: Fonts) -> bytes:
    return Path(fonts.files["NotoSansOgham-Regular"]).read_bytes()


@pytest.mark.parametrize("table", ["glyf", "loca", "hmtx", "cmap", "maxp", "head"])
def test_a_font_one_of_whose_tables_was_overwritten_is_refused(table: str, whole: bytes, tmp_path: Path) -> None:
    data = bytearray(whole)
    offset, length = next((offset, length) for name, _, offset, length in tables_of(whole, 0) if name == table)
    data[offset + length - 4 : offset + length] = b"\xa5\x5a\xa5\x5a"
    (tmp_path / "mine.ttf").write_bytes(data)
    with pytest.raises(FontRefused, match=r"damaged|readable"):
        own_face(tmp_path / "mine.ttf")


@pytest.mark.parametrize(
    ("units", "says"), [(0, "its em has 0 units"), (16, "advance 36.8 em"), (15, "its em has 15 units")]
)
def test_a_font_whose_em_cannot_be_is_refused(units: int, says: str, whole: bytes, tmp_path: Path) -> None:
    font = TTFont(io.BytesIO(whole))
    font["head"].unitsPerEm = units
    font.save(tmp_path / "mine.ttf")  # the sums of its tables are right
    with pytest.raises(FontRefused, match=says):
        own_face(tmp_path / "mine.ttf")


def test_a_font_whose_letters_show_nothing_is_refused(whole: bytes, tmp_path: Path) -> None:
    font = TTFont(io.BytesIO(whole))
    for name in font["glyf"].keys():  # noqa: SIM118 - WONTFIX: a table of fontTools is no mapping
        font["glyf"][name] = TTGlyphPen(None).glyph()
    font.save(tmp_path / "mine.ttf")
    with pytest.raises(FontRefused, match="show nothing"):
        own_face(tmp_path / "mine.ttf")


def test_a_face_of_a_collection_is_named(fonts: Fonts) -> None:
    path = fonts.files["NotoSansCJK-Regular"]
    with pytest.raises(FontRefused, match=r"10 faces: 0 Noto Sans CJK JP, .*#0 or"):
        own_face(Path(path))
    assert own_face(Path(f"{path}#2")).family == "Noto Sans CJK SC"
    assert own_face(Path(f"{path}#noto sans cjk tc")).family == "Noto Sans CJK TC"
    with pytest.raises(FontRefused, match="No face is called 'Noto'"):
        own_face(Path(f"{path}#Noto"))
    with pytest.raises(FontRefused, match="no face 10"):
        own_face(Path(f"{path}#10"))


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A font with the letter A, thin by default, that grows by 1 unit with each unit of weight."""
    made = FontBuilder(1000)
    made.setupGlyphOrder([".notdef", "A"])
    made.setupCharacterMap({65: "A"})
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 700), (100, 700), (100, 0)):
        pen.lineTo(point)
    pen.closePath()
    made.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "A": pen.glyph()})
    made.setupHorizontalMetrics({".notdef": (500, 0), "A": (1000, 0)})
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": "Mine", "styleName": "Thin"})
    made.setupOS2(usWeightClass=100)
    made.setupPost()
    made.setupFvar([("wght", 100, 100, 900, "Weight")], [])
    moved = [(0, 0), (0, 0), (800, 0), (800, 0), *[(0, 0)] * 4]
    made.setupGvar({"A": [TupleVariation({"wght": (0, 1, 1)}, moved)]})
    path = tmp_path_factory.mktemp("weights") / "mine.ttf"
    made.save(path)
    return path


def set_in(path: Path, bold: bool) -> Block:
    return typeset("A", get_language("en"), find_fonts((path,), ()), Style(size_px=100, bold=bold), Room(width_px=300))


@pytest.mark.parametrize(("bold", "width"), [(False, 40), (True, 70)])
def test_a_font_that_holds_all_weights_is_drawn_regular_or_bold(bold: bool, width: int, weights: Path) -> None:
    block = set_in(weights, bold)
    assert block.rows[0].ink.width == pytest.approx(width, abs=1)
    pixels, _ = picture_of(block, PRINTED)
    assert np.ptp(np.nonzero(pixels[..., 3] > 100)[1]) + 1 == pytest.approx(width, abs=2)
    assert block.problems == ()


def test_what_has_no_bold_is_said(fonts: Fonts) -> None:
    style, room = Style(size_px=40, bold=True), Room(width_px=300)
    assert typeset("a 1, กข", get_language("th"), fonts, style, room).problems == ()
    (problem,) = typeset("\u1682\u1683 \u1682", get_language("pgl"), fonts, style, room).problems
    assert (problem.kind, problem.start, problem.end) == (ProblemKind.NOT_BOLD, 0, 4)
    assert "Noto Sans Ogham" in problem.text
