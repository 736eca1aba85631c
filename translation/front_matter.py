"""The front matter of a script: a small, strict part of YAML in which every value is a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from translation.cast_file import NAME_LIMIT, joined_cast, picture_rows, read_characters, read_shared_cast
from translation.front_values import mapping, short_text, text_of, texts_of
from translation.manuscript import Character
from translation.text_file import clean
from translation.wishes import SceneWishes, read_wishes, read_words
from translation.yaml_tree import Leaf, Node, Rows, read_tree

KEYS = (
    "title",
    "language",
    "narrator",
    "characters",
    "avoid",
    "credits",
    "licence",
    "borrow-voices",
    "style",
    "words",
    "scenes",
    "cast",
)
TITLE_LIMIT = 300
"""Characters in a title."""
LICENCE_LIMIT = 120
"""Characters of a licence's name."""
ANY = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the front matter says; rows are line numbers in the file, 0 where it says nothing."""

    title: str = ""
    title_row: int = 0
    language: str = ""
    language_row: int = 0
    narrator: str = ""
    """The wish for the narrator's voice."""
    avoid: tuple[str, ...] = ()
    characters: tuple[Character, ...] = ()
    picture_rows: tuple[int, ...] = ()
    """Where each character's picture is named; 0 where it has none."""
    credits: tuple[str, ...] = ()
    credits_row: int = 0
    licence: str = ""
    borrow_voices: tuple[tuple[str, str], ...] = ()
    """Pairs as written, not yet canonical; ``*`` = any."""
    borrow_row: int = 0
    cast: str = ""
    """Where the shared cast is, relative to the script's folder; its characters are the first of ``characters``."""
    style: str = ""
    words: tuple[tuple[str, str], ...] = ()
    scenes: tuple[SceneWishes, ...] = ()


def read_front_matter(text: str, path: str, first_row: int, folder: Path) -> FrontMatter:
    """The front matter from the lines between its ``---`` marks; a shared cast is read from below ``folder``.

    Raises:
        ManuscriptRefused: broken YAML, anchors, tags, doubled or unknown keys, values of the wrong kind.
    """
    tree = read_tree(text, path, first_row)
    entries = mapping(tree, path, KEYS, "The front matter")
    title, language = entries.get("title"), entries.get("language")
    borrow, credits_ = entries.get("borrow-voices"), entries.get("credits")
    shared, cast = _shared(entries.get("cast"), folder, path)
    listed = entries.get("characters")
    characters = joined_cast(shared, tuple(read_characters(listed, path)), listed, path)
    return FrontMatter(
        title=short_text(title, path, "title", TITLE_LIMIT),
        title_row=title.row if title else 0,
        language=short_text(language, path, "language", TITLE_LIMIT),
        language_row=language.row if language else 0,
        narrator=short_text(entries.get("narrator"), path, "narrator", TITLE_LIMIT),
        avoid=tuple(texts_of(entries.get("avoid"), path, "avoid")),
        characters=characters,
        picture_rows=(*(0 for _ in shared), *picture_rows(listed)),
        cast=cast,
        credits=tuple(texts_of(credits_, path, "credits")),
        licence=short_text(entries.get("licence"), path, "licence", LICENCE_LIMIT),
        credits_row=credits_.row if credits_ else 0,
        borrow_voices=tuple(dict.fromkeys(_pairs(borrow, path))),
        borrow_row=borrow.row if borrow else 0,
        style=short_text(entries.get("style"), path, "style", NAME_LIMIT),
        words=read_words(entries.get("words"), path),
        scenes=read_wishes(entries.get("scenes"), path, tuple(c.name for c in characters)),
    )


def _shared(node: Node | None, folder: Path, path: str) -> tuple[tuple[Character, ...], str]:
    written = short_text(node, path, "cast", TITLE_LIMIT)
    if node is None or not written:
        return (), ""
    place, characters = read_shared_cast(written, folder, path, node.row)
    return characters, place


def _pairs(node: Node | None, path: str) -> Iterator[tuple[str, str]]:
    """Pairs (language, language whose voice may read it) from a mapping, a list, or ``true``."""
    if node is None:
        return
    if isinstance(node, Leaf):
        word = clean(node.text)
        if word.casefold() in ("true", "yes"):
            yield (ANY, ANY)
        elif word and word.casefold() not in ("false", "no"):
            yield _pair(word)
        return
    if isinstance(node, Rows):
        for item in node.items:
            if word := text_of(item, path, "borrow-voices"):
                yield _pair(word)
        return
    for language, value in node.entries:
        voices = value.node.items if isinstance(value.node, Rows) else (value.node,)
        for voice in voices:
            word = text_of(voice, path, f"borrow-voices: {language}")
            yield (clean(language), ANY if word.casefold() in ("", "true", "yes") else word)


def _pair(word: str) -> tuple[str, str]:
    language, _, voice = word.partition("=")
    return (language.strip(), voice.strip() or ANY)
