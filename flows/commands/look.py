"""``vernacast look SCRIPT --character NAME``: the character sheet, drawn from the script alone."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from languages.errors import UsageError

if TYPE_CHECKING:  # `vernacast --help` loads none of it
    from translation.manuscript import Manuscript

Script = Annotated[str, typer.Argument(help="The script: Markdown (.md) or plain text (.txt).")]
Who = Annotated[str, typer.Option("--character", help="Name of the character; none = all, one sheet each.")]
To = Annotated[str, typer.Option("--to", help="The sheet's file, .png or .pdf; else look-NAME.png beside the script.")]
Source = Annotated[str, typer.Option("--language", help="Language of a script that does not say it itself.")]

HEIGHT_PX = 760
DRAWN = "video/papercut"
ENDINGS = (".png", ".pdf")
MOST_BYTES = 120
"""Of a character's name in a file's; file systems have at most 255."""


def look(script: Script, character: Who = "", to: To = "", language: Source = "") -> None:
    """Draw a character's sheet: in all poses, moods and lights, beside the others. Nothing else is made."""
    raise typer.Exit(run(Path(script), character, to, language))


def run(script: Path, character: str, to: str, language: str) -> int:
    """Writes a sheet for one character, or one for each; 0.

    Raises:
        UsageError: no such character, or no name of a PNG or PDF file. ManuscriptRefused: also where there is no such
            house style. FontRefused.
    """
    from flows.house_styles import check_styles
    from translation.reader import read_manuscript

    if to and Path(to).suffix.lower() not in ENDINGS:
        raise UsageError(f"--to {to!r} is no name of a PNG or PDF file.", expected="A name that ends in .png or .pdf.")
    manuscript = read_manuscript(script, language=language or None).manuscript
    check_styles(manuscript)
    names = _asked(manuscript, character)
    for name, plain in zip(names, _file_names(names), strict=True):
        target = Path(to) if to else script.parent / f"look-{plain}.png"
        if len(names) > 1 and to:
            target = target.with_stem(f"{target.stem}-{plain}")
        _write(manuscript, name, target)
        print(target, flush=True)
    return 0


def _asked(manuscript: Manuscript, character: str) -> tuple[str, ...]:
    names = tuple(c.name for c in manuscript.characters)
    found = tuple(n for n in names if not character or n.casefold() == character.casefold())
    if found:
        return found
    raise UsageError(
        f"The script has no character {character!r}." if character else "The script has no characters.",
        expected=f"The characters are {', '.join(names)}." if names else "Front matter with a list `characters`.",
        remedy="Name one of them." if names else "Write `characters:` with `- name: …` and `look: …`.",
    )


def _file_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names as parts of files' names, no two alike even where letters of both cases are taken for the same."""
    found: dict[str, str] = {}
    for name in names:
        letters = "".join(c if c.isalnum() else "-" for c in name).encode()[:MOST_BYTES].decode(errors="ignore")
        plain = letters.strip("-") or "character"
        number = next(n for n in count(1) if _numbered(plain, n).casefold() not in found)
        found[_numbered(plain, number).casefold()] = _numbered(plain, number)
    return tuple(found.values())


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"


def _write(manuscript: Manuscript, name: str, target: Path) -> None:
    from typing import cast

    from flows.figures import figures_of
    from flows.files import write_file
    from languages.discover import get_engine
    from languages.registry import get_one_language
    from video.charactersheet import Sheet, sheet_pdf, sheet_png
    from video.portrait import Portrayer, Sitting
    from video.typeset.fonts import find_fonts

    cast_ = figures_of(manuscript)
    figure = next(f for f in cast_ if f.name == name)
    painter = cast("Portrayer", get_engine(DRAWN)())
    sitting = Sitting(figure=figure, cast=cast_, language=manuscript.language, style=manuscript.style)
    portrait = painter.portray(sitting, HEIGHT_PX)
    if portrait.unread:
        print(f"{name}: not understood in the look: {', '.join(portrait.unread)}", file=sys.stderr)
    sheet = Sheet(
        portrait=portrait,
        name=name,
        look=figure.look,
        language=get_one_language(manuscript.language),
        fonts=find_fonts(),
    )
    write_file(target, sheet_pdf(sheet) if target.suffix.lower() == ".pdf" else sheet_png(sheet))
