from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from languages.errors import FontRefused
from languages.registry import get_language
from video.typeset.block import Room, Style
from video.typeset.fonts import Asked, Fonts, find_fonts, font_folders
from video.typeset.layout import typeset
from video.typeset.paragraph import asked_for


def test_fonts_are_found_within_50_ms(fonts: Fonts) -> None:
    begun = time.perf_counter()
    again = find_fonts()
    assert time.perf_counter() - begun < 0.05
    assert again.files == fonts.files
    assert "NotoSansKhmer-Regular" in fonts.files


def test_a_users_own_font_wins_for_what_it_has(fonts: Fonts) -> None:
    own = find_fonts(own=(Path(fonts.files["NotoSerif-Regular"]),))
    block = typeset("abc កខគ", get_language("km"), own, Style(size_px=20), Room(width_px=500))
    assert [face.family for face in block.faces] == ["Noto Serif", "Noto Sans Khmer"]


def test_han_in_a_japanese_text_is_drawn_as_in_japan(fonts: Fonts) -> None:
    japanese = fonts.faces("Hani", Asked(tag="ja", script="Jpan"))
    assert japanese[0].family == "Noto Sans CJK JP"
    assert fonts.faces("Hani", Asked(tag="sw", script="Latn"))[0].family == "Noto Sans CJK SC"


@pytest.mark.parametrize("tag", ["ryu", "ain-Kana", "ja-Hrkt"])
def test_han_beside_kana_is_drawn_as_in_japan(tag: str, fonts: Fonts) -> None:
    assert fonts.faces("Hani", asked_for(get_language(tag)))[0].family == "Noto Sans CJK JP"


def test_bold_takes_the_bold_file_where_there_is_one(fonts: Fonts) -> None:
    assert fonts.faces("Thai", Asked(tag="th", script="Thai", bold=True))[0].path.endswith("NotoSansThai-Bold.ttf")
    assert fonts.faces("Ogam", Asked(tag="pgl", script="Ogam", bold=True))[0].path.endswith("NotoSansOgham-Regular.ttf")


def test_users_folders_come_before_the_machines(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fonts: Fonts) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder = tmp_path / "fonts" / "mine"
    folder.mkdir(parents=True)
    shutil.copy(fonts.files["NotoSansLisu-Regular"], folder)
    assert font_folders()[0] == tmp_path / "fonts"
    assert find_fonts().files["NotoSansLisu-Regular"] == str(folder / "NotoSansLisu-Regular.ttf")


def test_a_variable_font_is_found_by_its_name(tmp_path: Path, fonts: Fonts) -> None:
    shutil.copy(fonts.files["NotoSansLisu-Regular"], tmp_path / "NotoSansLisu[wght].ttf")
    here = find_fonts(folders=(tmp_path,))
    assert here.faces("Lisu", Asked(tag="lis", script="Lisu"))[0].family == "Noto Sans Lisu"


def test_a_machine_without_fonts_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(FontRefused, match="apt-get install fonts-noto-core"):
        typeset("a", get_language("en"), find_fonts(folders=(tmp_path,)), Style(size_px=20), Room(width_px=100))


def test_a_damaged_font_of_the_machine_is_named(tmp_path: Path, fonts: Fonts) -> None:
    data = Path(fonts.files["NotoSansLisu-Regular"]).read_bytes()
    (tmp_path / "NotoSansLisu-Regular.ttf").write_bytes(data[: len(data) // 2])
    with pytest.raises(FontRefused, match=r"NotoSansLisu-Regular\.ttf: It was cut short"):
        typeset("ꓞꓳ", get_language("lis"), find_fonts(folders=(tmp_path,)), Style(size_px=20), Room(width_px=100))
