"""Characters who are drawn as people though likely they are none: it is told, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translation.manuscript import Character, Manuscript
from video.concepts.living import ARTICLES
from video.concepts.lookup import get_vocabulary
from video.concepts.scenery import animal_of
from video.concepts.tokens import tokens
from video.concepts.told_sex import titled
from video.direction.told_cast import PERSON, tags_of, told_cast


def drawn_as_people(manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    """(name, the word that says what it is) of characters who are drawn as people for want of a picture."""
    texts = [line.text for scene in manuscript.scenes for line in scene.lines if not line.character]
    for c in told_cast(manuscript, drawn=True):
        if animal_of(c.name, c.look, manuscript.language) or _is_person(c, manuscript.language):
            continue
        word = _named(c.name) or _told(c.name, texts)
        if word and not _person(word, manuscript.language):
            yield c.name, word


def _is_person(c: Character, language: str) -> bool:
    said = titled(c.name, language)
    return bool((tags_of(c.look, language) | tags_of(c.voice, language)) & PERSON) and bool(c.look or said)


def _named(name: str) -> str:
    """What a name with an article says: "Le Geai"."""
    words = name.split()
    return words[-1] if len(words) > 1 and words[0].casefold() in ARTICLES else ""


def _told(name: str, texts: list[str]) -> str:
    """What stands behind a name between signs: "Zaza, la musaraigne,"."""
    articles = "|".join(sorted(map(re.escape, ARTICLES), key=len, reverse=True))
    said = re.compile(rf"\b{re.escape(name)}, (?:{articles})[ '’](\w+)[,.;!?]")
    return next((found[1] for text in texts if (found := said.search(text)) and found[1].islower()), "")


def _person(word: str, language: str) -> bool:
    row = tokens(word, language)
    hit = get_vocabulary(language).find(row, 0) if row else None
    return hit is not None and hit.entry.concept.kind == "person"
