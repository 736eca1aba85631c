"""Puts the parts of a script together: scenes with their lines, ids, characters and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from languages.character_finding import CharacterKind, named, shown
from languages.characters import character_findings
from languages.errors import ManuscriptRefused
from languages.unicode_scripts import script_of
from translation.front_values import nearest
from translation.ids import IdBook, IdKind, Wanted, assign
from translation.manuscript import TITLE_ID, Line, LineKind, Scene
from translation.picture_path import check_picture
from translation.reader_markdown import Part, PartKind
from translation.sentences import LONG, split_paragraph

LIMIT_LINES = 5_000
LIMIT_LINE = 1_000
"""Characters of one line, after long paragraphs were cut at sentence ends."""

RESERVED_IDS = (TITLE_ID, "gap")
"""Ids that mean something of their own: the title, and the card for a missing line."""

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What the parts of a script are read against."""

    path: str
    """As the user gave it."""
    folder: Path
    """Of the script, resolved."""
    names: tuple[str, ...]
    """Of the characters."""
    language: str
    """Canonical tag."""

    def refuse(self, what: str, row: int, expected: str = "", remedy: str = "") -> ManuscriptRefused:
        return ManuscriptRefused(what, path=self.path, line=row, expected=expected, remedy=remedy)


def read_scenes(source: Source, parts: Sequence[Part], book: IdBook) -> tuple[tuple[Scene, ...], IdBook]:
    """Scenes in order, every line and scene with its id, and the book of ids as it is afterwards.

    Raises:
        ManuscriptRefused: nothing is told, an unknown character speaks, an id cannot be used or is there
            twice, a picture cannot be used, a line or the script is too long.
    """
    parts = tuple(piece for part in parts for piece in _pieces(source, part))
    if not any(p.kind is PartKind.SAID for p in parts):
        raise ManuscriptRefused(
            "Nothing is told in the script: it has no paragraph.",
            path=source.path,
            remedy="Write at least one paragraph.",
        )
    if parts[0].kind is not PartKind.HEADING:
        parts = (Part(kind=PartKind.HEADING, row=parts[0].row, text=""), *parts)
    _check_ids(source, parts)
    named = [p for p in parts if p.kind is not PartKind.SEEN]
    wanted = [_wanted(source, p) for p in named]
    lines = sum(w.kind is IdKind.LINE for w in wanted)
    if lines > LIMIT_LINES:
        raise ManuscriptRefused(
            f"The script has {lines} lines.",
            path=source.path,
            expected=f"The limit is {LIMIT_LINES}.",
            remedy="Split it into parts.",
        )
    ids, book = assign(wanted, book)
    id_of = {id(p): i for p, i in zip(named, ids, strict=True)}
    starts = [i for i, p in enumerate(parts) if p.kind is PartKind.HEADING]
    return tuple(_scene(source, parts[a:b], id_of) for a, b in pairwise([*starts, len(parts)])), book


def _pieces(source: Source, part: Part) -> Iterator[Part]:
    """A part as it is, or a long paragraph cut into sentences, of which the first keeps an explicit id."""
    if part.kind is not PartKind.SAID:
        yield part
        return
    for i, text in enumerate(split_paragraph(part.text, source.language)):
        if len(text) > LIMIT_LINE:
            raise source.refuse(
                f"{len(text)} characters stand here without the end of a sentence.",
                part.row,
                f"Over {LONG} characters are cut at sentence ends; a line has at most {LIMIT_LINE}.",
                "End sentences with a full stop, or divide the paragraph by an empty line.",
            )
        yield Part(kind=part.kind, row=part.row, text=text, id=part.id if i == 0 else None, speaker=part.speaker)


def _check_ids(source: Source, parts: Sequence[Part]) -> None:
    seen: dict[str, int] = {}
    for part in parts:
        if part.id is None:
            continue
        if not _ID.fullmatch(part.id) or part.id.casefold() in RESERVED_IDS:
            raise source.refuse(
                f"{{#{part.id}}} is not an id that can be used.",
                part.row,
                "An id has 1 to 64 letters a–z, digits, `-` or `_`, begins with a letter, "
                f"and is none of {', '.join(RESERVED_IDS)}.",
                "Write it like {#storm-1}.",
            )
        first = seen.get(part.id.casefold())
        if first is not None:
            raise source.refuse(
                f"The id {{#{part.id}}} is there twice: in line {first} and in line {part.row}.",
                part.row,
                remedy="Change or delete one of them.",
            )
        seen[part.id.casefold()] = part.row


def _wanted(source: Source, part: Part) -> Wanted:
    return Wanted(
        kind=IdKind.SCENE if part.kind is PartKind.HEADING else IdKind.LINE,
        text=part.text,
        who=_speaker(source, part) or "",
        explicit=part.id or "",
    )


def _speaker(source: Source, part: Part) -> str | None:
    """The character's name as the front matter writes it."""
    if part.speaker is None:
        return None
    for name in source.names:
        if name.casefold() == part.speaker.casefold():
            return name
    known = (
        f"The characters are {', '.join(source.names)}." if source.names else "The front matter names no characters."
    )
    raise source.refuse(
        f"{part.speaker!r} speaks, but is no character of this story.",
        part.row,
        " ".join((nearest(part.speaker, source.names) or known, *_odd_letters(part.speaker, source.language))),
        f"Correct the name, or add `- name: {part.speaker}` to `characters` in the front matter.",
    )


def _odd_letters(name: str, language: str) -> Iterator[str]:
    """What nobody sees in a name: characters that look like others, or like nothing."""
    import langcodes

    for found in character_findings(name, language):
        character = name[found.start]
        script = langcodes.Language.make(script=script_of(character)).script_name()
        odd = f"{script} {shown(character)}" if found.kind is CharacterKind.MIXED_SCRIPTS else named(character)
        yield f"Character {found.start + 1} of {name!r} is {odd}."


def _scene(source: Source, parts: Sequence[Part], id_of: dict[int, str]) -> Scene:
    heading, *rest = parts
    seen = [p for p in rest if p.kind is PartKind.SEEN]
    pictures = [p for p in seen if p.picture]
    if len(pictures) > 1:
        raise source.refuse(
            f"The scene has a second picture, {pictures[1].picture!r}.",
            pictures[1].row,
            f"The first is in line {pictures[0].row}; a scene has one.",
            "Begin a new scene with a `#` heading, or delete one of them.",
        )
    lines = (
        Line(
            id=id_of[id(p)],
            text=p.text,
            kind=LineKind.NARRATION if p.speaker is None else LineKind.SPEECH,
            character=_speaker(source, p),
            row=p.row,
        )
        for p in rest
        if p.kind is PartKind.SAID
    )
    return Scene(
        id=id_of[id(heading)],
        heading=heading.text,
        brief=" ".join(p.text for p in seen if p.text),
        picture=check_picture(pictures[0].picture, source.folder, source.path, pictures[0].row) if pictures else "",
        lines=tuple(lines),
        row=heading.row,
    )
