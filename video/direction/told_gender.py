"""The gender of a character, as look, voice and name say it."""

from __future__ import annotations

from collections.abc import Mapping

from video.concepts.looks import read_look
from video.concepts.mentions import Mention
from video.concepts.roles import load_roles
from video.concepts.scenery import animal_of
from video.concepts.told_sex import ended, feminine_word, titled
from video.shotlist import Role


def gender_of(role: Role, language: str) -> str:
    """``woman`` or ``man``; empty where nothing says it."""
    for text in (role.look, role.voice, titled(role.name, language), ended(role.name, language)):
        tags = {tag for phrase in read_look(text, language) for word in phrase for tag in word.tags}
        if tags & {"feminine", "girl"}:
            return "woman"
        if tags & {"masculine", "boy"}:
            return "man"
    return ""


CHILDREN = frozenset(("girl", "boy", "baby", "student"))
OLD = frozenset(("oldwoman", "oldman"))
TOLD = frozenset(
    ("woman", "man", "girl", "boy", "oldwoman", "oldman", "mother", "father", "king", "queen", "prince", "princess")
)
"""Persons of whom the word itself says the gender."""


def may_be(role: Role, kinds: frozenset[str], m: Mention, language: str) -> bool:
    """Whether a person who is told of by a word may be a character of whom no trade is known.

    Args:
        kinds: what the character is known to be.
    """
    kind = m.concept.id
    if m.concept.kind != "person" or m.count != 1 or m.absent or kind not in load_roles():
        return False
    if kinds - TOLD and kind not in TOLD:
        return kind in kinds  # another trade
    if kind in OLD and kinds and kind not in kinds:
        return False
    if bool(kinds & CHILDREN) != (kind in CHILDREN) and kinds:
        return False
    look = load_roles()[kind]
    woman = feminine_word(m.word.split()[-1], language) if kind not in TOLD else "woman" in look or kind == "girl"
    sex = gender_of(role, language)
    return not sex or woman is None or woman == (sex == "woman")


def sole_of(cast: tuple[Role, ...], kinds: Mapping[str, frozenset[str]], language: str) -> dict[str, str]:
    """By concept who is meant by "the old man", "the girl": the only one of the gender, young or grown."""
    found: dict[str, list[str]] = {}
    for role in cast:
        sex, mine = gender_of(role, language), kinds[role.name]
        if not sex or animal_of(role.name, role.look, language):
            continue
        tags = {tag for phrase in read_look(f"{role.look}, {role.voice}", language) for w in phrase for tag in w.tags}
        young = bool(mine & CHILDREN or tags & {"child", "teen", "girl", "boy"})
        ids = (("girl",) if sex == "woman" else ("boy",)) if young else (sex, f"old{sex}")
        for i in ids:
            found.setdefault(i, []).append(role.name)
    return {i: names[0] for i, names in found.items() if len(names) == 1}
