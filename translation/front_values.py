"""Values of the front matter: texts, short texts, lists and mappings, each refused where it is of another kind."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from languages.errors import ManuscriptRefused
from translation.text_file import clean
from translation.yaml_tree import Branch, Leaf, Node, Rows


def nearest(word: str, known: tuple[str, ...]) -> str:
    """``Did you mean …?`` with the nearest of the known words, or nothing."""
    folded = {k.casefold(): k for k in known}
    close = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.5)
    return f"Did you mean {folded[close[0]]!r}?" if close else ""


def mapping(node: Node, path: str, keys: tuple[str, ...], what: str) -> dict[str, Node]:
    """The values of a mapping that has only these keys; empty where nothing is written."""
    for key, row, _ in pairs_of(node, path, what):
        if key not in keys:
            raise unknown_key(key, row, path, keys, what)
    return {key: value for key, _, value in pairs_of(node, path, what)}


def pairs_of(node: Node | None, path: str, what: str) -> Iterator[tuple[str, int, Node]]:
    """(key, its row, value) of a mapping; nothing where nothing is written."""
    if node is None or (isinstance(node, Leaf) and not node.text):
        return
    if not isinstance(node, Branch):
        raise wrong_kind(node, path, what, "`key: value` lines")
    yield from ((key, value.key_row, value.node) for key, value in node.entries)


def unknown_key(key: str, row: int, path: str, keys: tuple[str, ...], what: str) -> ManuscriptRefused:
    """The error for a key that is not known there."""
    return ManuscriptRefused(
        f"{what} has the unknown key {key!r}.",
        path=path,
        line=row,
        expected=nearest(key, keys) or f"The keys are {', '.join(keys)}.",
        remedy="Correct or delete it.",
    )


def wrong_kind(node: Node, path: str, what: str, expected: str) -> ManuscriptRefused:
    """The error for a value of the wrong kind."""
    kinds = {Leaf: "a text", Branch: "`key: value` lines", Rows: "a list"}
    return ManuscriptRefused(
        f"{what} is {kinds[type(node)]}.", path=path, line=node.row, expected=f"Expected: {expected}."
    )


def text_of(node: Node | None, path: str, what: str) -> str:
    """A text; empty where nothing is written."""
    if node is None:
        return ""
    if not isinstance(node, Leaf):
        raise wrong_kind(node, path, f"`{what}`", "a text")
    return clean(node.text)


def short_text(node: Node | None, path: str, what: str, limit: int) -> str:
    """A text of at most ``limit`` characters."""
    found = text_of(node, path, what)
    if node is not None and len(found) > limit:
        raise ManuscriptRefused(
            f"`{what}` has {len(found)} characters.",
            path=path,
            line=node.row,
            expected=f"The limit is {limit}.",
            remedy="Shorten it.",
        )
    return found


def texts_of(node: Node | None, path: str, what: str) -> Iterator[str]:
    """Texts from a list, or from the rows of one text."""
    if node is None:
        return
    if isinstance(node, Leaf):
        yield from (line for row in node.text.split("\n") if (line := clean(row)))
        return
    if not isinstance(node, Rows):
        raise wrong_kind(node, path, f"`{what}`", "a text or a list of texts")
    yield from (line for item in node.items if (line := text_of(item, path, what)))
