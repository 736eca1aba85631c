from __future__ import annotations

import pytest

from languages.unicode_scripts import written_with
from tests.stories import ROOT
from tests.video.typeset.conftest import sentences
from video.typeset.font_table import font_table, project_of, rows_for


@pytest.mark.parametrize(
    ("script", "tag", "family"),
    [
        ("Arab", "ar", "Noto Sans Arabic"),
        ("Arab", "ur", "Noto Nastaliq Urdu"),
        ("Arab", "ur-PK", "Noto Nastaliq Urdu"),
        ("Aran", "fa-Aran", "Noto Sans Arabic"),
        ("Hans", "zh", "Noto Sans CJK SC"),
        ("Hant", "zh-TW", "Noto Sans CJK TC"),
        ("Hant", "zh-HK", "Noto Sans CJK HK"),
        ("Hant", "zh-Hant-HK", "Noto Sans CJK HK"),
        ("Hant", "zh-MO", "Noto Sans CJK HK"),
        ("Jpan", "ja", "Noto Sans CJK JP"),
        ("Kore", "ko", "Noto Sans CJK KR"),
        ("Hang", "ko-Hang", "Noto Sans CJK KR"),
        ("Tibt", "bo", "Noto Serif Tibetan"),
    ],
)
def test_the_first_font_is_that_of_the_language(script: str, tag: str, family: str) -> None:
    assert rows_for(script, tag)[0].family == family


def test_serif_is_asked_for() -> None:
    assert rows_for("Deva", "hi", serif=True)[0].family == "Noto Serif Devanagari"
    assert rows_for("Arab", "ar", serif=True)[0].family == "Noto Naskh Arabic"
    assert rows_for("Adlm", "ff", serif=True)[0].family == "Noto Sans Adlam"


def test_every_script_of_the_sentences_has_a_font_in_a_package() -> None:
    for script in {s.script for s in sentences()}:
        assert rows_for(script)[0].package.startswith("fonts-noto-"), script


def test_no_font_has_more_of_a_script_than_there_is() -> None:
    for row in font_table():
        assert 0 <= row.has <= row.of, row
        assert bool(row.file) == (row.has > 0), row
        assert written_with(row.script)


def test_a_script_without_a_packaged_font_names_the_project() -> None:
    assert rows_for("Kawi") == ()
    assert project_of("Kawi") == "https://github.com/notofonts/kawi"
    assert project_of("Latn") == ""


def test_the_table_of_the_docs_is_that_of_the_data() -> None:
    text = (ROOT / "docs" / "typesetting.md").read_text(encoding="utf-8")
    shown = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| script")]
    assert shown == [
        f"| {row.script} | {row.family if row.file else 'none'} | {row.package} | {row.has} of {row.of} |"
        for row in font_table()
    ]
