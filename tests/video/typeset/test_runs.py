from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from languages.registry import get_language
from video.typeset import runs
from video.typeset.bidi import base_direction, levels
from video.typeset.fonts import Fonts, find_fonts
from video.typeset.paragraph import asked_for
from video.typeset.problems import ProblemKind
from video.typeset.runs import Itemised, home_script, itemise


def runs_of(text: str, tag: str, fonts: Fonts) -> Itemised:
    language = get_language(tag)
    return itemise(text, base_direction(text, language.direction), asked_for(language), fonts)


def scripts(text: str, tag: str, fonts: Fonts) -> list[tuple[str, str]]:
    return [(text[run.start : run.end], run.script) for run in runs_of(text, tag, fonts).runs]


def test_what_all_scripts_use_takes_the_script_before_it(fonts: Fonts) -> None:
    assert scripts("Привет, 5 раз", "ru", fonts) == [("Привет, 5 раз", "Cyrl")]
    assert scripts("«ab вг»", "ru", fonts) == [("«ab ", "Latn"), ("вг", "Cyrl"), ("»", "Latn")]
    assert scripts("12.", "ru", fonts) == [("12.", "Cyrl")]


def test_brackets_of_a_pair_have_one_script(fonts: Fonts) -> None:
    assert [s for _, s in scripts("ملین (ABC) لوگ", "ur", fonts)] == ["Arab", "Latn", "Arab"]
    assert [s for _, s in scripts("аб (в [cd) е", "ru", fonts)] == ["Cyrl", "Latn", "Cyrl"]
    assert [s for _, s in scripts("ab) вг", "ru", fonts)] == ["Latn", "Cyrl"]


def test_what_some_scripts_use_takes_that_of_the_language(fonts: Fonts) -> None:
    assert scripts("। क", "hi", fonts)[0][1] == "Deva"
    assert scripts("।", "bn", fonts) == [("।", "Beng")]
    assert {s for _, s in scripts("すべての人間は、", "ja", fonts)} == {"Hira", "Hani"}


def test_a_cluster_is_never_in_two_fonts(fonts: Fonts) -> None:
    text = "abc\u0e4b def\u093f ก็\u0301ข"  # marks of one script on letters of another
    found = runs_of(text, "th", fonts)
    ends = {0, *found.clusters, len(text)}
    assert all(run.start in ends and run.end in ends for run in found.runs)


def test_a_word_is_in_one_font_where_one_has_all_of_it(fonts: Fonts) -> None:
    """U+0750 is not in Nastaliq: its word is all Naskh, the others are not."""
    text = "سلام ب\u0750ب سلام"
    found = runs_of(text, "ur", fonts)
    assert [(text[r.start : r.end], r.face.family) for r in found.runs] == [
        ("سلام ", "Noto Nastaliq Urdu"),
        ("ب\u0750ب ", "Noto Sans Arabic"),
        ("سلام", "Noto Nastaliq Urdu"),
    ]
    (problem,) = found.problems
    assert (problem.kind, problem.start, problem.end) == (ProblemKind.TWO_FONTS, 5, 9)
    assert "Noto Nastaliq Urdu lacks U+0750" in problem.text


def test_a_users_font_that_lacks_words_is_named(fonts: Fonts, tmp_path: Path) -> None:
    own = find_fonts(own=(only("a", fonts.files["NotoSerif-Regular"], tmp_path),))
    (problem,) = runs_of("a a b", "en", own).problems
    assert (problem.kind, problem.start) == (ProblemKind.TWO_FONTS, 4)
    assert runs_of("b b", "en", own).problems == ()
    assert runs_of("a a", "en", own).problems == ()


class Watched(tuple[int, ...]):
    """Counts how often all of it is walked through."""

    walks = 0

    def __iter__(self) -> Iterator[int]:
        Watched.walks += 1
        return super().__iter__()


def walks_through_clusters(text: str, fonts: Fonts) -> int:
    found, asked = runs_of(text, "es", fonts), asked_for(get_language("es"))
    Watched.walks = 0
    assert runs._mixed(text, Watched(found.clusters), list(found.runs), [], asked, fonts)  # pyright: ignore
    return Watched.walks


def test_no_run_looks_at_the_clusters_of_all_others(fonts: Fonts) -> None:
    assert walks_through_clusters("ａｂ ﬁ " * 4, fonts) == walks_through_clusters("ａｂ ﬁ " * 8, fonts)


@pytest.mark.parametrize("sign", "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
@pytest.mark.parametrize("text", ["قال {}بسم الله", "قال {} بسم", "قال {}١٢ بسم", "ab {} cd بسم", "قال {}"])
def test_all_runs_as_fribidi_says_after_a_sign_that_stands_before_letters(sign: str, text: str, fonts: Fonts) -> None:
    text = text.format(sign)
    found = runs_of(text, "ar", fonts)
    assert [run.level for run in found.runs for _ in range(run.start, run.end)] == list(levels(text, "rtl"))


def only(character: str, path: str, folder: Path) -> Path:
    """A font with one character."""
    from fontTools import subset

    options = subset.Options(name_IDs=["*"])
    font = subset.load_font(path, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=character)
    subsetter.subset(font)
    subset.save_font(font, str(folder / f"{ord(character)}.ttf"), options)
    font.close()
    return folder / f"{ord(character)}.ttf"


def test_a_word_in_two_fonts_is_said_so(fonts: Fonts, tmp_path: Path) -> None:
    latin = fonts.files["NotoSans-Regular"]
    two = find_fonts(own=(only("a", latin, tmp_path), only("b", latin, tmp_path)), folders=())
    (problem,) = runs_of("ab", "en", two).problems
    assert (problem.kind, problem.start, problem.stops) == (ProblemKind.TWO_FONTS, 1, False)
    assert "U+0061 LATIN SMALL LETTER A is drawn with Noto Sans" in problem.text


def test_brackets_in_an_arabic_text_are_not_those_of_nastaliq(fonts: Fonts) -> None:
    families = {run.face.family for run in runs_of("والحقوق (١٢٣)؟", "ar", fonts).runs}
    assert families == {"Noto Sans Arabic", "Noto Sans"}


def test_wide_punctuation_comes_from_the_chinese_font_at_last(fonts: Fonts) -> None:
    assert [r.face.family for r in runs_of("ꊿ，", "ii", fonts).runs] == ["Noto Sans Yi", "Noto Sans CJK SC"]


def test_the_script_of_a_text_without_letters() -> None:
    assert [home_script(s) for s in ("Jpan", "Kore", "Hans", "Thai")] == ["Hani", "Hang", "Hani", "Thai"]
