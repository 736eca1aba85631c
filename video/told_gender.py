"""The gender of a character, as look, voice and name say it."""

from __future__ import annotations

from video.concepts.looks import read_look
from video.concepts.told_sex import ended, titled
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
