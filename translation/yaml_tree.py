"""YAML as a tree of texts with line numbers: no anchors, no tags, no types, no doubled keys.

Values stay the text that was written: YAML's own rules would read the language ``no`` as *false*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

from languages.errors import ManuscriptRefused
from translation.text_file import find_control, find_no_character

LIMIT = 100_000
"""Characters of front matter."""
DEPTH = 8
"""Levels of lists and mappings inside each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A text."""

    row: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A list."""

    row: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What stands under a key."""

    key_row: int
    node: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A mapping, in the order of the file."""

    row: int
    entries: tuple[tuple[str, Value], ...]


Node = Leaf | Rows | Branch

_EMPTY = ("", "~", "null", "Null", "NULL")


class _Builder:
    """Builds the tree from YAML's events without recursion, so that depth cannot overflow anything."""

    def __init__(self, path: str, first_row: int) -> None:
        self.path = path
        self.first_row = first_row
        self.open: list[tuple[bool, int, list[Node]]] = []
        self.root: Node | None = None

    def refuse(self, what: str, row: int, expected: str = "", remedy: str = "") -> NoReturn:
        raise ManuscriptRefused(what, path=self.path, line=row, expected=expected, remedy=remedy)

    def start(self, is_mapping: bool, row: int) -> None:
        if len(self.open) >= DEPTH:
            self.refuse(f"The front matter has more than {DEPTH} levels.", row, remedy="Write it with fewer levels.")
        self.open.append((is_mapping, row, []))

    def end(self) -> None:
        is_mapping, row, nodes = self.open.pop()
        self.add(self._branch(row, nodes) if is_mapping else Rows(row=row, items=tuple(nodes)))

    def add(self, node: Node) -> None:
        if self.open:
            self.open[-1][2].append(node)
        else:
            self.root = node

    def _branch(self, row: int, nodes: list[Node]) -> Branch:
        entries: dict[str, Value] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Leaf):
                self.refuse("A list or mapping stands where a key should be.", key.row, "A key is a word.")
            if key.text in entries:
                self.refuse(
                    f"The key {key.text!r} is there twice.",
                    key.row,
                    f"The first is in line {entries[key.text].key_row}.",
                    "Delete one of them.",
                )
            entries[key.text] = Value(key_row=key.row, node=value)
        return Branch(row=row, entries=tuple(entries.items()))


def read_tree(text: str, path: str, first_row: int) -> Node:
    """The tree of a YAML text whose first line is line ``first_row`` of its file.

    Raises:
        ManuscriptRefused: broken YAML, anchors, aliases, tags, doubled keys, too many levels, too long.
    """
    import yaml

    build = _Builder(path, first_row)
    if len(text) > LIMIT:
        build.refuse(f"The front matter has {len(text)} characters.", first_row, f"The limit is {LIMIT}.")
    row = first_row
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            row = event.start_mark.line + first_row if event.start_mark else row
            if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
                _refuse_feature(build, "an anchor or alias (`&…`, `*…`)", row)
            if isinstance(event, yaml.ScalarEvent):
                if event.tag is not None:
                    _refuse_feature(build, "a tag (`!…`)", row)
                _check_characters(build, str(event.value), row)
                is_empty = event.style is None and event.value in _EMPTY
                build.add(Leaf(row=row, text="" if is_empty else str(event.value)))
            elif isinstance(event, yaml.CollectionStartEvent):
                if event.tag is not None:
                    _refuse_feature(build, "a tag (`!…`)", row)
                build.start(isinstance(event, yaml.MappingStartEvent), row)
            elif isinstance(event, yaml.CollectionEndEvent):
                build.end()
    except yaml.YAMLError as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        what = error.problem if isinstance(error, yaml.MarkedYAMLError) else "a character that YAML forbids"
        raise ManuscriptRefused(
            f"The front matter is not valid YAML: {what}.",
            path=path,
            line=mark.line + first_row if mark else row,
            expected="Expected: lines like `title: The bridge`, lists with `- ` under each other.",
            remedy="Put a text that holds `: `, `#` or quotes into quotation marks.",
        ) from error
    return build.root or Leaf(row=first_row, text="")


def _check_characters(build: _Builder, text: str, row: int) -> None:
    """Refuses what escapes bring in (``"\\uD800"``) and the file itself may not hold."""
    found = find_control(text) or find_no_character(text)
    if found is not None:
        build.refuse(
            f"A value of the front matter has {found[0]}, which is no character of a text.",
            row,
            "Of control characters, only tabs and line ends are allowed.",
            "Delete the escape that stands for it.",
        )


def _refuse_feature(build: _Builder, feature: str, row: int) -> NoReturn:
    build.refuse(
        f"The front matter uses {feature}.",
        row,
        "Anchors, aliases and tags are not allowed.",
        "Write the value out, or put the text into quotation marks.",
    )
