"""The front matter of a script: a small, strict part of YAML in which every value is a text."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from languages.errors import ManuscriptRefused
from translation.manuscript import Character
from translation.text_file import clean, has_bidi_override
from translation.yaml_tree import Branch, Leaf, Node, Rows, read_tree

KEYS = ("title", "language", "narrator", "characters", "avoid", "credits", "borrow-voices")
CHARACTER_KEYS = ("name", "voice", "look", "picture")
NAME_LIMIT = 80
"""Characters in the name of a character."""
TITLE_LIMIT = 300
"""Characters in a title."""
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
    borrow_voices: tuple[tuple[str, str], ...] = ()
    """Pairs as written, not yet canonical; ``*`` = any."""
    borrow_row: int = 0


def read_front_matter(text: str, path: str, first_row: int) -> FrontMatter:
    """The front matter from the lines between its ``---`` marks.

    Raises:
        ManuscriptRefused: broken YAML, anchors, tags, doubled or unknown keys, values of the wrong kind.
    """
    tree = read_tree(text, path, first_row)
    entries = _entries(tree, path, KEYS, "The front matter")
    title, language = entries.get("title"), entries.get("language")
    borrow, credits_ = entries.get("borrow-voices"), entries.get("credits")
    return FrontMatter(
        title=_short(title, path, "title", TITLE_LIMIT),
        title_row=title.row if title else 0,
        language=_short(language, path, "language", TITLE_LIMIT),
        language_row=language.row if language else 0,
        narrator=_short(entries.get("narrator"), path, "narrator", TITLE_LIMIT),
        avoid=tuple(_texts(entries.get("avoid"), path, "avoid")),
        characters=tuple(_characters(entries.get("characters"), path)),
        picture_rows=tuple(_picture_rows(entries.get("characters"))),
        credits=tuple(_texts(credits_, path, "credits")),
        credits_row=credits_.row if credits_ else 0,
        borrow_voices=tuple(dict.fromkeys(_pairs(borrow, path))),
        borrow_row=borrow.row if borrow else 0,
    )


def nearest(word: str, known: tuple[str, ...]) -> str:
    """``Did you mean …?`` with the nearest of the known words, or nothing."""
    folded = {k.casefold(): k for k in known}
    close = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.5)
    return f"Did you mean {folded[close[0]]!r}?" if close else ""


def _entries(node: Node, path: str, keys: tuple[str, ...], what: str) -> dict[str, Node]:
    if isinstance(node, Leaf) and not node.text:
        return {}
    if not isinstance(node, Branch):
        raise _wrong(node, path, what, "`key: value` lines")
    for key, value in node.entries:
        if key not in keys:
            raise ManuscriptRefused(
                f"{what} has the unknown key {key!r}.",
                path=path,
                line=value.key_row,
                expected=nearest(key, keys) or f"The keys are {', '.join(keys)}.",
                remedy="Correct or delete it.",
            )
    return {key: value.node for key, value in node.entries}


def _wrong(node: Node, path: str, what: str, expected: str) -> ManuscriptRefused:
    kinds = {Leaf: "a text", Branch: "`key: value` lines", Rows: "a list"}
    return ManuscriptRefused(
        f"{what} is {kinds[type(node)]}.", path=path, line=node.row, expected=f"Expected: {expected}."
    )


def _text(node: Node | None, path: str, what: str) -> str:
    if node is None:
        return ""
    if not isinstance(node, Leaf):
        raise _wrong(node, path, f"`{what}`", "a text")
    return clean(node.text)


def _short(node: Node | None, path: str, what: str, limit: int) -> str:
    text = _text(node, path, what)
    if node is not None and len(text) > limit:
        raise ManuscriptRefused(
            f"`{what}` has {len(text)} characters.",
            path=path,
            line=node.row,
            expected=f"The limit is {limit}.",
            remedy="Shorten it.",
        )
    return text


def _characters(node: Node | None, path: str) -> Iterator[Character]:
    if node is None or (isinstance(node, Leaf) and not node.text):
        return
    if not isinstance(node, Rows):
        raise _wrong(
            node, path, "`characters`", "a list, each with `name` and, if wanted, `voice`, `look` and `picture`"
        )
    seen: dict[str, int] = {}
    for item in node.items:
        entries = {"name": item} if isinstance(item, Leaf) else _entries(item, path, CHARACTER_KEYS, "A character")
        name = _short(entries.get("name"), path, "name", NAME_LIMIT).removesuffix(":").rstrip()
        if not name or "*" in name or has_bidi_override(name):
            raise ManuscriptRefused(
                f"A character is called {name!r}." if name else "A character has no name.",
                path=path,
                line=item.row,
                expected="A name is not empty and has no `*` and no mark that turns the reading direction.",
                remedy="Give `name: …`.",
            )
        if name.casefold() in seen:
            raise ManuscriptRefused(
                f"The character {name!r} is there twice.",
                path=path,
                line=item.row,
                expected=f"The first is in line {seen[name.casefold()]}.",
                remedy="Delete or rename one of them.",
            )
        seen[name.casefold()] = item.row
        yield Character(
            name=name,
            voice=_short(entries.get("voice"), path, "voice", TITLE_LIMIT),
            look=_short(entries.get("look"), path, "look", TITLE_LIMIT),
            picture=_short(entries.get("picture"), path, "picture", TITLE_LIMIT),
        )


def _picture_rows(node: Node | None) -> Iterator[int]:
    for item in node.items if isinstance(node, Rows) else ():
        entries = item.entries if isinstance(item, Branch) else ()
        yield next((value.key_row for key, value in entries if key == "picture"), 0)


def _texts(node: Node | None, path: str, what: str) -> Iterator[str]:
    """Texts from a list, or from the rows of one text."""
    if node is None:
        return
    if isinstance(node, Leaf):
        yield from (line for row in node.text.split("\n") if (line := clean(row)))
        return
    if not isinstance(node, Rows):
        raise _wrong(node, path, f"`{what}`", "a text or a list of texts")
    yield from (line for item in node.items if (line := _text(item, path, what)))


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
            if word := _text(item, path, "borrow-voices"):
                yield _pair(word)
        return
    for language, value in node.entries:
        voices = value.node.items if isinstance(value.node, Rows) else (value.node,)
        for voice in voices:
            word = _text(voice, path, f"borrow-voices: {language}")
            yield (clean(language), ANY if word.casefold() in ("", "true", "yes") else word)


def _pair(word: str) -> tuple[str, str]:
    language, _, voice = word.partition("=")
    return (language.strip(), voice.strip() or ANY)
