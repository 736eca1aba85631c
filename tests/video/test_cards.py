"""Cards of text: all of it is on them, within the safe area, and can be read."""

from __future__ import annotations

import numpy as np
import pytest

from languages.errors import TextUndrawable
from languages.registry import get_language
from tests.video.test_burn import fonts
from video.cards import INK, PALE, PAPER, CardRow, Weight, _pages, card_picture, set_cards
from video.contrast import contrast, luminances
from video.safe_area import safe_area
from video.shot import Frame
from video.typeset.fonts import Fonts

__all__ = ["fonts"]

SHAPES = (Frame(), Frame(width_px=720, height_px=1280), Frame(width_px=720, height_px=720))
DARK = np.full((720, 1280, 3), 20, np.uint8)


def card_pictures(
    rows: tuple[CardRow, ...], frame: Frame, fonts: Fonts, behind: np.ndarray | None = None
) -> tuple[np.ndarray, ...]:
    return tuple(card_picture(page, frame, behind) for page in set_cards(rows, frame, fonts))


def card(text: str, tag: str, weight: Weight = Weight.TEXT) -> CardRow:
    return CardRow(text=text, language=get_language(tag), weight=weight)


@pytest.mark.parametrize("frame", SHAPES)
@pytest.mark.parametrize(("tag", "text"), [("es", "El puente de hilo"), ("ar", "جسر الخيط"), ("my", "ခံတားငယ်ပုံပြင်")])
def test_the_paper_lies_in_the_safe_area_with_ink_on_it(frame: Frame, tag: str, text: str, fonts: Fonts) -> None:
    (picture,) = card_pictures((card(text, tag, Weight.TITLE),), frame, fonts, DARK)
    assert picture.shape == (frame.height_px, frame.width_px, 3)
    paper = np.argwhere((picture > 200).all(axis=2))
    (top, left), (bottom, right) = paper.min(axis=0), paper.max(axis=0)
    area = safe_area(frame)
    assert top >= area.top - 1
    assert bottom <= area.bottom + 1
    assert abs((left + right) / 2 - frame.width_px / 2) < 4
    inside = picture[top + 20 : bottom - 20, left + 20 : right - 20]
    assert (inside < 70).all(axis=2).mean() > 0.01


def test_long_credits_take_several_pages_and_lose_nothing(fonts: Fonts) -> None:
    few = card_pictures(tuple(card(f"Nombre número {n}", "es") for n in range(5)), Frame(), fonts)
    many = card_pictures(tuple(card(f"Nombre número {n}", "es") for n in range(60)), Frame(), fonts)
    assert len(few) == 1
    assert 2 <= len(many) <= 4
    ink = sum(float((page < 90).all(axis=2).sum()) for page in many)
    assert ink > 3 * float((few[0] < 90).all(axis=2).sum())


@pytest.mark.parametrize(
    ("tag", "word", "join"), [("es", "dedicatoria", " "), ("ja", "物語", ""), ("ar", "حكاية", " ")]
)
def test_one_text_longer_than_a_card_goes_on_on_the_next(tag: str, word: str, join: str, fonts: Fonts) -> None:
    text = join.join([word] * 2000)
    pages = set_cards((card("Créditos", "es", Weight.HEAD), card(text, tag)), Frame(), fonts)
    area = safe_area(Frame())
    assert len(pages) > 1
    assert all(sum(block.height_px for block in page.blocks()) <= area.height for page in pages)
    said = "".join(row.text for page in pages for block in page.blocks() for row in block.rows)
    assert said.replace(" ", "").count(word) == 2000


def test_a_label_is_not_left_alone_at_the_end_of_a_page(fonts: Fonts) -> None:
    rows = [row for n in range(40) for row in (card(f"Rótulo {n}", "es", Weight.LABEL), card(f"Texto {n}", "es"))]
    frame = Frame()
    pages = _pages(tuple(rows), frame, fonts, 1.0)
    assert len(pages) > 1
    assert all(page.rows[-1].weight is Weight.TEXT for page in pages)
    assert sum(len(page.rows) for page in pages) == len(rows)


@pytest.mark.parametrize("ink", [INK, PALE])
def test_texts_can_be_read_on_the_paper(ink: tuple[int, int, int, float]) -> None:
    paper = np.array([PAPER >> 16, PAPER >> 8 & 255, PAPER & 255]) / 255
    assert contrast(float(luminances(paper)), float(luminances(np.array(ink[:3]) / 255))) >= 6


def test_equal_cards_are_equal_and_nothing_is_no_card(fonts: Fonts) -> None:
    rows = (card("Adéu", "ca"),)
    first, second = (card_pictures(rows, Frame(), fonts, DARK)[0] for _ in range(2))
    assert np.array_equal(first, second)
    assert card_pictures((), Frame(), fonts) == ()


def test_a_character_without_a_font_is_told(fonts: Fonts) -> None:
    with pytest.raises(TextUndrawable, match=r"U\+10FB0"):
        card_pictures((card("\U00010fb0", "xco"),), Frame(), fonts)
