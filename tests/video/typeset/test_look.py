from __future__ import annotations

import pytest

from video.typeset.look import BLACK, OUTLINED, PLATED, READABLE, WHITE, Look, contrast, worst_contrast


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == 1
    assert contrast((119, 119, 119, 1.0), WHITE) == pytest.approx(4.48, abs=0.01)  # the grey that just fails


@pytest.mark.parametrize("look", [OUTLINED, PLATED])
def test_captions_can_be_read_on_any_picture(look: Look) -> None:
    assert worst_contrast(look) >= READABLE


def test_bare_or_thinly_covered_letters_cannot() -> None:
    assert worst_contrast(Look()) == 1
    assert worst_contrast(Look(plate=(0, 0, 0, 0.3))) < READABLE
    assert worst_contrast(Look(fill=(128, 128, 128, 1.0), outline=BLACK, outline_em=0.06)) < 6
