"""Storyboards as web pages, pictures and PDFs: nothing of a text is taken for markup, and every script is drawn."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import cv2
import numpy as np
import pytest

from languages.language import Language
from languages.registry import get_language
from publishing.storyboard.board import BoardScene, Panel, Picture, Storyboard, Words
from publishing.storyboard.draw import PAGE, pdf_of, png_of
from publishing.storyboard.page import html_of
from video.typeset.fonts import find_fonts

GREEN = cv2.imencode(".jpg", np.full((90, 160, 3), (40, 160, 60), np.uint8))[1].tobytes()
WIDE = Picture(image=GREEN, width_px=160, height_px=90)


def board(text: str, *, language: str = "en", shots: int = 1, scenes: int = 1, shapes: int = 1) -> Storyboard:
    panel = Panel(pictures=(WIDE,) * shapes, label="1 wide", acting="Nana sits", said=(Words(text=text, who="Nana"),))
    scene = BoardScene(
        number=1, id="s1", heading=text, brief=text, facts=(("where", "river"),), warnings=("No picture for “weir”.",),
        panels=(panel,) * shots,
    )  # fmt: skip
    made = tuple(replace(scene, number=n + 1) for n in range(scenes))
    return Storyboard(title=text, language=get_language(language), facts=("2 scenes",), scenes=made)


class Seen(HTMLParser):
    """Tags and texts of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_page_has_titles_lines_facts_and_warnings_and_loads_nothing() -> None:
    page = html_of(board("Nana was here."))
    seen = Seen(page)
    for text in ("Nana was here.", "1 wide", "Nana sits", "river", "No picture for “weir”."):
        assert text in seen.text
    assert not re.search(r'(?:src|href)="(?!data:)', page)
    assert seen.tags.count("img") == 1


@pytest.mark.parametrize(
    "evil", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style><b>", "&lt;i&gt;"]
)
def test_no_text_is_taken_for_markup(evil: str) -> None:
    seen = Seen(html_of(board(evil)))
    assert "script" not in seen.tags
    assert seen.tags.count("img") == 1
    assert "b" in seen.tags  # the page's own label
    assert seen.tags.count("b") == 1
    assert evil in seen.text


def test_a_page_runs_the_way_of_its_language() -> None:
    assert '<html lang="ar" dir="rtl">' in html_of(board("ذهبت ليلى إلى النهر", language="ar"))


def read(png: bytes) -> np.ndarray:
    picture = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    return picture


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nana was here."),
        ("ar", "ذهبت ليلى إلى النهر"),
        ("hi", "नानी नदी के किनारे बैठी"),
        ("ja", "ナナは川へ行きました。"),
        ("am", "ናና ወደ ወንዝ"),
    ],
)
def test_a_picture_shows_texts_of_any_script_and_the_scenes(language: str, text: str) -> None:
    (png,) = png_of(board(text, language=language), find_fonts())
    picture = read(png)
    green = (abs(picture.astype(int) - (40, 160, 60)).sum(axis=2) < 30).mean()
    assert green > 0.05
    assert (picture.astype(int).sum(axis=2) < 250).mean() > 0.002  # ink


def test_letters_that_no_font_has_are_named_and_stop_nothing() -> None:
    strange = Language(tag="en", iso639_3="eng", name="English", script="Latn", direction="ltr")
    made = replace(board("Nana \U0001faea here"), language=strange)
    assert len(list(png_of(made, find_fonts()))) == 1


def test_a_right_to_left_board_is_mirrored() -> None:
    def middle_of_pictures(language: str, text: str) -> float:
        (png,) = png_of(board(text, language=language, shots=1), find_fonts())
        green = abs(read(png).astype(int) - (40, 160, 60)).sum(axis=2) < 30
        return float(np.argwhere(green)[:, 1].mean())

    assert middle_of_pictures("en", "Here.") < 900 < 700 + middle_of_pictures("he", "שלום")


def test_many_shots_shapes_and_missing_pictures_are_laid_out() -> None:
    fonts = find_fonts()
    one, many = (next(iter(png_of(board("Nana.", shots=n), fonts))) for n in (1, 5))
    assert read(many).shape[0] > read(one).shape[0]
    shaped = board("Nana.", shots=2, shapes=3)
    assert len(Seen(html_of(shaped)).tags) > 10
    next(iter(png_of(shaped, fonts)))
    lost = replace(WIDE, image=b"")
    scene = shaped.scenes[0]
    panel = replace(scene.panels[0], pictures=(lost,), problem="The painter was tired.")
    told = replace(shaped, scenes=(replace(scene, panels=(panel,)),))
    assert "The painter was tired." in Seen(html_of(told)).text
    next(iter(png_of(told, fonts)))


def test_a_pdf_has_as_many_pages_as_it_takes_and_keeps_text_as_text() -> None:
    fonts = find_fonts()
    short, long = (pdf_of(board("Nana was here.", scenes=n), fonts) for n in (1, 30))
    assert short.startswith(b"%PDF")
    assert short.count(b"/Type /Page\n") == 1
    assert long.count(b"/Type /Page\n") > 3
    assert b"/ToUnicode" in short
    assert PAGE == 2263


def test_a_shot_with_more_text_than_a_page_holds_has_a_longer_page() -> None:
    made = board("Nana.")
    panel = replace(made.scenes[0].panels[0], said=(Words(text="Nana was here."),) * 150)
    scenes = (replace(made.scenes[0], panels=(panel,)),)
    pdf = pdf_of(replace(made, scenes=scenes), find_fonts())
    heights = [float(h) for h in re.findall(rb"/MediaBox \[0 0 [0-9.]+ ([0-9.]+)\]", pdf)]
    assert max(heights) > 1500
