from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from languages.registry import get_language
from video.typeset.block import Room, Style
from video.typeset.fonts import Fonts
from video.typeset.layout import typeset
from video.typeset.paragraph import asked_for
from video.typeset.runs import Run
from video.typeset.shape import blanks, ink, shape


def glyphs(text: str, tag: str, fonts: Fonts, width_px: float = 1e5) -> list[int]:
    block = typeset(text, get_language(tag), fonts, Style(size_px=10), Room(width_px=width_px))
    return [glyph for row in block.rows for run in row.runs for glyph in run.glyphs]


def test_letters_have_the_forms_of_the_language(fonts: Fonts) -> None:
    assert glyphs("б", "sr", fonts) != glyphs("б", "ru", fonts)
    assert glyphs("б", "mk", fonts) == glyphs("б", "sr", fonts)
    assert glyphs("直", "ja", fonts) != glyphs("直", "zh", fonts)


def test_letters_join_across_the_end_of_a_run(fonts: Fonts) -> None:
    face = fonts.faces("Arab", asked_for(get_language("ar")))[0]
    text = "سلام"
    whole = shape(text, Run(start=0, end=4, script="Arab", level=1, face=face), "ar").glyphs
    first = shape(text, Run(start=0, end=1, script="Arab", level=1, face=face), "ar").glyphs
    alone = shape(text[:1], Run(start=0, end=1, script="Arab", level=1, face=face), "ar").glyphs
    assert first == whole[-1:]
    assert first != alone


def test_brackets_are_mirrored_from_right_to_left(fonts: Fonts) -> None:
    face = fonts.faces("Hebr", asked_for(get_language("he")))[0]
    left = shape("(", Run(start=0, end=1, script="Hebr", level=0, face=face), "he").glyphs
    assert shape(")", Run(start=0, end=1, script="Hebr", level=1, face=face), "he").glyphs == left


class Watched(tuple[int, ...]):
    """Counts how often all of it is walked through."""

    walks = 0

    def __iter__(self) -> Iterator[int]:
        Watched.walks += 1
        return super().__iter__()


def test_each_letter_that_shows_nothing_is_not_sought_among_all(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    face = fonts.faces("Ogam", asked_for(get_language("pgl")))[0]
    monkeypatch.setattr(type(face), "blank", lambda *_: True)
    text = "\u1682\u1683" * 20
    shaped = shape(text, Run(start=0, end=40, script="Ogam", level=0, face=face), "pgl")
    assert blanks(replace(shaped, clusters=Watched(shaped.clusters)), text) == tuple(range(40))
    assert Watched.walks < 5


def test_ink_is_what_the_glyphs_cover(fonts: Fonts) -> None:
    face = fonts.faces("Latn", asked_for(get_language("en")))[0]
    small = ink(shape("x", Run(start=0, end=1, script="Latn", level=0, face=face), "en"))
    high = ink(shape("xÅg", Run(start=0, end=3, script="Latn", level=0, face=face), "en"))
    assert high[1] > small[1]
    assert high[3] < small[3] <= 0
    assert ink(shape(" ", Run(start=0, end=1, script="Latn", level=0, face=face), "en")) == (0, 0, 0, 0)
