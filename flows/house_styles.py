"""Whether the house styles that a script asks for are there."""

from __future__ import annotations

from flows.pictures import DRAWN
from flows.stages.shots import painter
from languages.errors import ManuscriptRefused
from translation.front_values import nearest
from translation.manuscript import Manuscript
from video.engine import Styled


def check_styles(manuscript: Manuscript) -> None:
    """Lets a manuscript pass whose styles the house's painter has; one without any names none.

    Raises:
        ManuscriptRefused: a style is not known, with the nearest that is.
    """
    asked = [(manuscript.style, 0), *((s.wishes.style, s.wishes.row("style")) for s in manuscript.scenes)]
    drawn = painter(DRAWN)
    if not any(style for style, _ in asked) or not isinstance(drawn, Styled):
        return
    known = drawn.styles()
    for style, row in asked:
        if style and style not in known:
            raise ManuscriptRefused(
                f"There is no house style {style!r}.",
                path=manuscript.path,
                line=row or None,
                expected=" ".join(filter(None, (nearest(style, known), f"The styles are {', '.join(known)}."))),
                remedy="Correct `style` in the front matter, or leave it out.",
            )
