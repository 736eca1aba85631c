"""Characters of a front matter, and casts that several stories share: ``cast: family.yaml``."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from languages.errors import ManuscriptRefused
from translation.front_values import mapping, short_text, wrong_kind
from translation.manuscript import Character
from translation.picture_path import CAST_FILE, check_beside, check_picture
from translation.text_file import has_bidi_override, read_text
from translation.yaml_tree import Branch, Leaf, Node, Rows, read_tree

KEYS = ("characters",)
CHARACTER_KEYS = ("name", "voice", "look", "picture")
NAME_LIMIT = 80
"""Characters in the name of a character."""
WISH_LIMIT = 300
"""Characters in a voice, a look, a path."""
LIMIT_BYTES = 200_000
_ENDINGS = (".yaml", ".yml")


def read_shared_cast(written: str, folder: Path, path: str, row: int) -> tuple[str, tuple[Character, ...]]:
    """The place of a shared cast file relative to the script's folder, and its characters, in order.

    It says nothing but ``characters``, as a front matter does; their pictures lie beside it or below.

    Raises:
        ManuscriptRefused: it leads out of the script's folder, is not there, is no such file, or what it says
            cannot be read; with the line of the script, or its own.
    """
    place = check_beside(written, folder, path, row, what=CAST_FILE)
    if PurePosixPath(place).suffix.lower() not in _ENDINGS:
        raise ManuscriptRefused(
            f"The cast {written!r} is no YAML file.",
            path=path,
            line=row,
            expected="Its name ends in .yaml.",
            remedy="Rename it.",
        )
    real = folder / place
    shown = str(Path(path).parent / place)
    tree = read_tree(read_text(real, ManuscriptRefused, LIMIT_BYTES), shown, 1)
    node = mapping(tree, shown, KEYS, "The cast").get("characters")
    characters = tuple(read_characters(node, shown))
    if not characters:
        raise ManuscriptRefused(
            f"The cast {written!r} has no characters.",
            path=shown,
            expected="A list `characters`, as in the front matter of a script.",
            remedy="Write it, or delete `cast` from the script.",
        )
    rows = picture_rows(node)
    return place, tuple(_pictured(c, n, place, folder, shown) for c, n in zip(characters, rows, strict=True))


def _pictured(character: Character, row: int, place: str, folder: Path, shown: str) -> Character:
    """The character with its picture relative to the script's folder."""
    if not character.picture:
        return character
    beside = (folder / place).parent
    check_picture(str(PurePosixPath(place).parent / character.picture), folder, shown, row)
    picture = check_picture(character.picture, beside.resolve(), shown, row)
    return dataclasses.replace(character, picture=str(PurePosixPath(place).parent / picture))


def joined_cast(
    shared: tuple[Character, ...], own: tuple[Character, ...], node: Node | None, path: str
) -> tuple[Character, ...]:
    """The shared characters, then the story's own: so that it is the story's own who make way where two look alike.

    Raises:
        ManuscriptRefused: one of the story's own has the name of a shared one.
    """
    taken = {c.name.casefold() for c in shared}
    rows = node.items if isinstance(node, Rows) else ()
    for character, item in zip(own, rows, strict=False):
        if character.name.casefold() in taken:
            raise ManuscriptRefused(
                f"The character {character.name!r} is in the shared cast too.",
                path=path,
                line=item.row,
                expected="A character of the cast is the same in all its stories.",
                remedy="Delete it here, or give it another name.",
            )
    return (*shared, *own)


def read_characters(node: Node | None, path: str) -> Iterator[Character]:
    """The characters of a list.

    Raises:
        ManuscriptRefused: no list, unknown keys, a name that cannot be one, or one that is there twice.
    """
    if node is None or (isinstance(node, Leaf) and not node.text):
        return
    if not isinstance(node, Rows):
        raise wrong_kind(
            node, path, "`characters`", "a list, each with `name` and, if wanted, `voice`, `look` and `picture`"
        )
    seen: dict[str, int] = {}
    for item in node.items:
        entries = {"name": item} if isinstance(item, Leaf) else mapping(item, path, CHARACTER_KEYS, "A character")
        name = short_text(entries.get("name"), path, "name", NAME_LIMIT).removesuffix(":").rstrip()
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
            voice=short_text(entries.get("voice"), path, "voice", WISH_LIMIT),
            look=short_text(entries.get("look"), path, "look", WISH_LIMIT),
            picture=short_text(entries.get("picture"), path, "picture", WISH_LIMIT),
        )


def picture_rows(node: Node | None) -> tuple[int, ...]:
    """Where each character's picture is named; 0 where it has none."""
    return tuple(_picture_row(item) for item in (node.items if isinstance(node, Rows) else ()))


def _picture_row(item: Node) -> int:
    entries = item.entries if isinstance(item, Branch) else ()
    return next((value.key_row for key, value in entries if key == "picture"), 0)
