from __future__ import annotations

import pytest

from video.typeset.look import BLACK, OUTLINED, PLATED, WHITE, Colour, Look

READABLE = 4.5
"""Contrast that text needs at least. Source: WCAG 2.2, success criterion 1.4.3, https://www.w3.org/TR/WCAG22/"""


def contrast(one: Colour, other: Colour) -> float:
    """Contrast of two opaque colours, from 1 (the same) to 21 (black and white).

    Source: WCAG 2.2, «contrast ratio» and «relative luminance», https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    parts = [v / 255 for v in colour[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def worst_contrast(look: Look) -> float:
    """Contrast of the letters with what touches them, on the picture that is worst for them.

    An outline touches all edges of the letters; a plate lets some of a black or a white picture through.
    """
    if look.outline_em > 0 and look.outline[3] == 1.0:
        return contrast(look.fill, look.outline)
    return min(contrast(look.fill, _over(look.plate, behind)) for behind in (BLACK, WHITE))


def _over(colour: Colour, behind: Colour) -> Colour:
    much = colour[3]
    red, green, blue = (round(a * much + b * (1 - much)) for a, b in zip(colour[:3], behind[:3], strict=True))
    return (red, green, blue, 1.0)


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
