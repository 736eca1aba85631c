"""The manuscript: the user's text with its structure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class LineKind(StrEnum):
    """What a line is."""

    NARRATION = "narration"
    SPEECH = "speech"
    """Said by one character."""
    TITLE = "title"
    """The work's title: translated and shown in titles, captions' metadata and credits, never spoken."""


TITLE_ID = "title"
"""The id of the one title line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing said by one character or by the narrator."""

    id: str
    """Keeps its value when lines around it are added, removed or changed."""
    text: str
    """NFC, one paragraph, no markup, no line feeds."""
    kind: LineKind = LineKind.NARRATION
    character: str | None = None
    """Name of the character that speaks; None for the narrator."""
    row: int = 0
    """Line number in the user's file, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWish:
    """Who is to be seen in a shot, and what they do and feel there, in the creator's words."""

    name: str
    acts: tuple[str, ...] = ()
    """Empty = as the words of the scene say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotWish:
    """One shot as the creator wants it."""

    first: int
    """Index of the scene's line with which it begins."""
    near: str
    """``wide``, ``medium`` or ``close``."""
    seen: tuple[ActWish, ...] | None = None
    """Whom it shows, the one whom it is about first; None = as direction chooses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the creator wants of a scene's pictures, in words as they were written.

    ``None`` and empty texts leave it to direction; an empty tuple of what may be None says: nothing of that kind.
    """

    seed: int | None = None
    """The scene is drawn with it, whatever seed the run has."""
    style: str = ""
    """House style of this scene."""
    place: tuple[str, ...] | None = None
    time: str = ""
    weather: tuple[str, ...] | None = None
    show: tuple[str, ...] | None = None
    """In place of all things, animals and unnamed people that were understood."""
    also: tuple[str, ...] = ()
    """Besides what was understood."""
    hide: tuple[str, ...] = ()
    near: str = ""
    """Of all its shots: ``wide``, ``medium`` or ``close``."""
    shots: tuple[ShotWish, ...] = ()
    cast: tuple[str, ...] | None = None
    """Names of the characters who are there, as the front matter writes them."""
    acts: tuple[ActWish, ...] = ()
    """What characters do and feel in the whole scene."""
    others: tuple[str, ...] = ()
    """Who is there besides the characters, and does what: "two women stir a pot"."""
    words: tuple[tuple[str, str], ...] = ()
    """(word, what it means) in this scene."""
    rows: tuple[tuple[str, int], ...] = ()
    """(key, its line number in the user's file)."""

    def row(self, key: str) -> int:
        """Line number of a key; 0 where it is not written."""
        return dict(self.rows).get(key, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Lines that are told over one picture."""

    id: str
    """Stable like a line's id."""
    heading: str
    brief: str = ""
    """What is to be seen, in the creator's words; empty where nothing was asked for."""
    picture: str = ""
    """The creator's own picture or clip, relative to the script's folder; empty where there is none."""
    lines: tuple[Line, ...] = ()
    row: int = 0
    wishes: Wishes = field(default_factory=Wishes)
    """For its pictures, from the front matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """Somebody of the story."""

    name: str
    voice: str = ""
    """A wish for the voice in the creator's words (``female``, ``old man``, ``child``); empty = none."""
    look: str = ""
    """A wish for the look in the creator's words (``red shawl, white hair``); empty = none."""
    picture: str = ""
    """A picture of the character, relative to the script's folder; empty = none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """The user's script, read."""

    name: str
    """The file's name up to its first dot."""
    language: str
    """Canonical BCP 47 tag of the language that it is written in."""
    title: Line
    """Always there: where the script names no title, the name of the file, with ``row`` 0."""
    narrator: str = ""
    """A wish for the narrator's voice, like a character's."""
    characters: tuple[Character, ...] = ()
    cast: str = ""
    """Where the cast is that other stories share, relative to the script's folder; empty where there is none."""
    avoid: tuple[str, ...] = ()
    """What no picture may show, in the creator's words."""
    credits: tuple[str, ...] = ()
    licence: str = ""
    """Under which others may use the work, in the creator's words (``CC BY-SA 4.0``); empty = not said."""
    borrow_voices: tuple[tuple[str, str], ...] = ()
    """Pairs (language, language whose voice may read it), canonical tags. ``("*", "*")`` = any."""
    style: str = ""
    """House style of all drawn pictures, as written; empty = the painter's own."""
    words: tuple[tuple[str, str], ...] = ()
    """(word, what it means to who draws) in all scenes."""
    scenes: tuple[Scene, ...] = ()
    folder: str = ""
    """Absolute path of the folder of the script."""
    path: str = ""
    """The script's path as the user gave it."""

    def spoken(self) -> Iterator[Line]:
        """All lines that are heard, in order."""
        for scene in self.scenes:
            yield from scene.lines

    def lines(self) -> Iterator[Line]:
        """The title and all spoken lines, in order: all that is translated."""
        yield self.title
        yield from self.spoken()
