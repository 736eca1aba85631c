from __future__ import annotations

import pytest

from languages.registry import get_language
from video.typeset.choice import has
from video.typeset.fonts import Fonts
from video.typeset.paragraph import asked_for


@pytest.mark.parametrize("cluster", ["é", "e\u0301", "ẹ\u0301", "a\ufe0e", "a\u200d", "\u00a0", "\u2009"])
def test_a_font_has_what_the_shaper_can_make_of_it(cluster: str, fonts: Fonts) -> None:
    assert has(fonts.faces("Latn", asked_for(get_language("yo")))[0], cluster)


def test_a_font_does_not_have_what_it_lacks(fonts: Fonts) -> None:
    latin = fonts.faces("Latn", asked_for(get_language("yo")))[0]
    assert not has(latin, "ก")
    assert not has(latin, "a\u0e4b")
