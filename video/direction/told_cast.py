"""The cast as the whole story tells it: what the narrator says somebody is goes with the look that the creator wrote.

A character's own look counts more than anything: what it says is never changed, only what it leaves open is added.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from translation.manuscript import Character, Manuscript
from video.concepts.living import PERSONAL
from video.concepts.looks import read_look
from video.concepts.roles import load_roles
from video.concepts.scenery import animal_of
from video.concepts.told_kinds import Kind, named_role, told_kinds
from video.concepts.told_sex import ended, feminine_word, titled, told_sex
from video.direction.quotes import without_quotes

PERSON = PERSONAL | {"human"}
"""Tags of a look that says that somebody is a person."""


def told_cast(manuscript: Manuscript, *, drawn: bool = False) -> tuple[Character, ...]:
    """The characters, with what the story says that they are added to their looks.

    Every scene of a story asks for them: of one manuscript they are worked out once.

    Args:
        drawn: for who draws: a trade as the clothes that it is known by, not as its word.
    """
    return _of(_Same(manuscript), drawn)


class _Same:
    """A manuscript known by being that object: its words need not be hashed for each scene."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.manuscript is other.manuscript

    def __hash__(self) -> int:
        return id(self.manuscript)


@lru_cache(maxsize=8)
def _of(same: _Same, drawn: bool) -> tuple[Character, ...]:
    manuscript = same.manuscript
    texts = tuple(
        t
        for scene in manuscript.scenes
        for t in (scene.brief, *(without_quotes(line.text) for line in scene.lines if not line.character))
        if t.strip()
    )
    return _told(manuscript.characters, texts, manuscript.language, drawn)


@lru_cache(maxsize=64)
def _told(
    characters: tuple[Character, ...], texts: tuple[str, ...], language: str, drawn: bool
) -> tuple[Character, ...]:
    names = tuple(c.name for c in characters)
    kinds = told_kinds(texts, names, language)
    sexes = told_sex(texts, names, language)
    return tuple(_one(c, kinds.get(c.name), sexes.get(c.name, ""), language, drawn=drawn) for c in characters)


def _one(c: Character, kind: Kind | None, sex: str, language: str, *, drawn: bool) -> Character:
    if animal_of(c.name, c.look, language) is not None:
        return c
    looked, spoken = tags_of(c.look, language), tags_of(c.voice, language)
    if kind is not None and kind.kind != "person" and not looked & PERSON:
        word = kind.word if kind.kind == "animal" else f"the {kind.word}"
        return replace(c, look=_joined(word, c.look))
    said = titled(c.name, language)
    named = None if "," in said else named_role(c.name, language)
    person = kind if kind is not None and kind.kind == "person" else named
    look = _trade(c, person, language, drawn=drawn)
    if said and not (looked | spoken | tags_of(look, language)) & PERSON:
        trade = c.name.split()[0] if "," in said and not drawn else ""
        look = _joined(look, trade, said.partition(",")[0] if trade else said)
    known = (looked | spoken | tags_of(look, language)) & {"feminine", "masculine", "girl", "boy", "baby"}
    if not known and (sex or ended(c.name, language)):
        child = {"child", "teen"} & (looked | spoken)
        look = _joined(look, _aged(sex or ended(c.name, language), child=bool(child)))
    return c if look == c.look else replace(c, look=look)


def _trade(c: Character, kind: Kind | None, language: str, *, drawn: bool) -> str:
    """The look with a trade: in full where the creator wrote nothing."""
    if kind is None:
        return c.look
    if c.look.strip():
        return c.look if drawn else _joined(c.look, kind.word)
    role = load_roles()[kind.id]
    said = titled(c.name, language) or _tags_word(tags_of(c.voice, language))
    woman = "woman" in said or said == "girl" if said else feminine_word(kind.word, language)
    if woman is not None:
        child = "girl" in said or "boy" in said
        grown = ("girl" if woman else "boy") if child else "woman" if woman else "man"
        role = re.sub(r"\b(wo)?man\b", grown, role)
    if "old" in said and "old" not in role:
        role = f"old {role}"
    return role if drawn else _joined(kind.word, role.partition(",")[0])  # dress in English would tell the language


def _tags_word(tags: frozenset[str]) -> str:
    gender = "woman" if tags & {"feminine", "girl"} else "man" if tags & {"masculine", "boy"} else ""
    return f"old {gender}" if gender and "old" in tags else gender


def _aged(sex: str, *, child: bool) -> str:
    return {"woman": "girl", "man": "boy"}[sex] if child else sex


def tags_of(text: str, language: str) -> frozenset[str]:
    """All that the words of a look say."""
    return frozenset(tag for phrase in read_look(text, language) for word in phrase for tag in word.tags)


def _joined(*parts: str) -> str:
    return ", ".join(part.strip().rstrip(".,;") for part in parts if part.strip())
