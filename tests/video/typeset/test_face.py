from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from languages.errors import FontRefused
from video.typeset.face import face_names, open_face
from video.typeset.fonts import Fonts


def test_a_face_knows_its_characters_and_name(fonts: Fonts) -> None:
    face = open_face(Path(fonts.files["NotoSansLisu-Regular"]))
    assert face.family == "Noto Sans Lisu"
    assert 0xA4D0 in face.characters
    assert 0x0E01 not in face.characters
    left, top, right, bottom = face.extents(face.has_glyph("\ua4d0"))
    assert left < right
    assert bottom < top
    assert face.extents(face.has_glyph(" ")) == (0, 0, 0, 0)


def test_faces_of_a_collection_have_names(fonts: Fonts) -> None:
    names = tuple(family for family, _ in face_names(Path(fonts.files["NotoSansCJK-Regular"])))
    assert names[:5] == tuple(f"Noto Sans CJK {end}" for end in ("JP", "KR", "SC", "TC", "HK"))
    assert open_face(Path(fonts.files["NotoSansCJK-Regular"]), 2).family == "Noto Sans CJK SC"


def test_the_painter_reads_the_same_face(fonts: Fonts) -> None:
    face = open_face(Path(fonts.files["NotoSansCJK-Regular"]), 1)
    assert face.typeface().getFamilyName() == "Noto Sans CJK KR"
    assert face.typeface().getUnitsPerEm() == face.upem


def test_a_file_that_changed_is_read_anew(tmp_path: Path, fonts: Fonts) -> None:
    path = tmp_path / "font.ttf"
    path.write_bytes(Path(fonts.files["NotoSansLisu-Regular"]).read_bytes())
    first = open_face(path)
    assert open_face(path) is first
    path.write_bytes(Path(fonts.files["NotoSansOgham-Regular"]).read_bytes())
    os.utime(path, ns=(1, 1))
    assert open_face(path).family == "Noto Sans Ogham"
    assert first.family == "Noto Sans Lisu"


def test_threads_share_a_face(fonts: Fonts) -> None:
    found: list[object] = []
    path = Path(fonts.files["NotoSansOgham-Regular"])
    work = [threading.Thread(target=lambda: found.append(open_face(path).typeface().countGlyphs())) for _ in range(8)]
    for thread in work:
        thread.start()
    for thread in work:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


@pytest.mark.parametrize("path", ["", "no/such.ttf", "nul\0.ttf", "/"])
def test_what_is_no_file_is_refused(path: str) -> None:
    with pytest.raises(FontRefused, match=r"cannot be read|no file|a folder"):
        open_face(Path(path))
