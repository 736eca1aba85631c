"""The characters of a manuscript as painters need them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from flows.pictures import DRAWN
from languages.discover import get_engine
from video.concepts.country import home_of
from video.concepts.world import world_of
from video.direction.told_cast import told_cast
from video.direction.told_persons import drawn_as_people
from video.engine import Figure

if TYPE_CHECKING:
    from translation.manuscript import Manuscript
    from video.portrait import Portrayer


def figures_of(manuscript: Manuscript) -> tuple[Figure, ...]:
    """All characters, with the language of their looks and the time in which the story plays."""
    told = [t for s in manuscript.scenes for t in (s.heading, s.brief, *(line.text for line in s.lines))]
    told = [manuscript.title.text, *told, *(c.look for c in manuscript.characters)]
    world, home = world_of(told), home_of(told)
    return tuple(
        Figure(name=c.name, look=c.look, voice=c.voice, language=manuscript.language, world=world, home=home)
        for c in told_cast(manuscript, drawn=True)
    )


def looks_told(manuscript: Manuscript) -> tuple[str, ...]:
    """What of the characters' looks says nothing to who draws, a sentence for each character, and what to do."""
    painter = cast("Portrayer", get_engine(DRAWN)())
    people = tuple(
        f"“{name}” is drawn as a person: no picture of “{word}” is known. "
        "Say in its `look` which animal or thing is nearest, or who it is."
        for name, word in drawn_as_people(manuscript)
    )
    return people + tuple(
        f"Of the look of {figure.name} not understood, and not drawn: {', '.join(f'“{word}”' for word in words)}. "
        "Other words for it stand in docs/pictures-people.md; `vernacast look` draws the character alone."
        for figure in figures_of(manuscript)
        if (words := painter.unread(figure))
    )
