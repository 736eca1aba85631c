"""Bad input: font files that are broken."""

from __future__ import annotations

import io
import struct
from contextlib import suppress
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from languages.errors import FontRefused
from video.typeset.face import open_face
from video.typeset.font_check import BIGGEST_BYTES, check_font
from video.typeset.fonts import Fonts


@pytest.fixture(scope="module")
def whole(fonts: Fonts) -> bytes:
    return Path(fonts.files["NotoSansOgham-Regular"]).read_bytes()


def without(data: bytes, table: str) -> bytes:
    font = TTFont(io.BytesIO(data))
    del font[table]
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def test_a_whole_font_passes(whole: bytes) -> None:
    check_font("font.ttf", whole, 0)


@pytest.mark.parametrize("share", [0.001, 0.01, 0.1, 0.5, 0.9, 0.999])
def test_a_font_cut_short_is_refused_wherever_it_was_cut(whole: bytes, share: float) -> None:
    with pytest.raises(FontRefused, match=r"cut short|not whole|ends after|begin like"):
        check_font("font.ttf", whole[: int(len(whole) * share)], 0)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The file is empty"),
        (b"\x00" * 4096, "does not begin like a font"),
        (b"%PDF-1.7 and so on", "does not begin like a font"),
        (b"wOF2" + b"\x00" * 60, "web font"),
        (b"ttcf\x00\x01\x00\x00\xff\xff\xff\xff", "collection of 4294967295 faces"),
        (b"ttcf", "ends after 4 bytes"),
        (b"\x00\x01\x00\x00\xff\xff" + b"\x00" * 60, "65535 tables is not whole"),
        (b"OTTO" + b"\x00" * 60, "0 tables is not whole"),
    ],
)
def test_what_is_no_font_is_refused(data: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / "font.ttf").write_bytes(data)
    with pytest.raises(FontRefused, match=says) as refused:
        open_face(tmp_path / "font.ttf")
    assert refused.value.path == str(tmp_path / "font.ttf")


@pytest.mark.parametrize(("table", "says"), [("cmap", "lacks what a font needs: cmap"), ("glyf", "nothing that could")])
def test_a_font_that_lacks_a_table_is_refused(whole: bytes, table: str, says: str) -> None:
    with pytest.raises(FontRefused, match=says):
        check_font("font.ttf", without(whole, table), 0)


def test_a_cmap_without_characters_is_refused(whole: bytes, tmp_path: Path) -> None:
    font = TTFont(io.BytesIO(whole))
    font["cmap"].tables = []
    font.save(tmp_path / "font.ttf")
    with pytest.raises(FontRefused, match="no readable cmap"):
        open_face(tmp_path / "font.ttf")


def test_noise_in_the_tables_is_refused_or_read_but_never_ends_the_process(whole: bytes, tmp_path: Path) -> None:
    import random

    dice = random.Random(5)
    head = 12 + 16 * struct.unpack_from(">H", whole, 4)[0]
    for n in range(30):
        noisy = bytearray(whole)
        for _ in range(40):
            noisy[dice.randrange(head, len(noisy))] = dice.randrange(256)
        path = tmp_path / f"{n}.ttf"
        path.write_bytes(noisy)
        with suppress(FontRefused):
            face = open_face(path)
            assert len(face.extents(face.has_glyph("\u1681"))) == 4
            face.typeface()


def test_a_face_that_a_file_does_not_have_is_refused(fonts: Fonts) -> None:
    with pytest.raises(FontRefused, match="10 faces, and no face 10"):
        open_face(Path(fonts.files["NotoSansCJK-Regular"]), 10)
    with pytest.raises(FontRefused, match="one face, and no face 1"):
        open_face(Path(fonts.files["NotoSansOgham-Regular"]), 1)
    with pytest.raises(FontRefused, match="no face -1"):
        open_face(Path(fonts.files["NotoSansOgham-Regular"]), -1)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "font.ttf"
    with path.open("wb") as file:
        file.truncate(BIGGEST_BYTES + 1)
    with pytest.raises(FontRefused, match="268 MB"):
        open_face(path)
