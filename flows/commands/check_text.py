"""``vernacast check-text FILE``: what a reader, a voice or a screen would stumble over, line by line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from languages.errors import UsageError

if TYPE_CHECKING:  # `vernacast --help` loads none of it
    from flows.text_check import Checked, TextFinding

File = Annotated[str, typer.Argument(help="A PO file, or a script (.md, .txt).")]
Lang = Annotated[str, typer.Option("--language", help="The language that it should be in; else as the name says.")]
Font = Annotated[
    list[str] | None, typer.Option("--font", help="A font file of your own, asked first (FILE.ttc#NAME: a face of it).")
]
Picture = Annotated[str, typer.Option("--picture", help="Also paint every line as a caption, on PNG sheets.")]
Json = Annotated[bool, typer.Option("--json", help="Write data as JSON to stdout.")]

REPAIR = "repair"
SHOWN = 3
"""Places that are shown of findings that ask the same; ``--json`` has all."""


def check_text(
    file: File, language: Lang = "", font: Font = None, picture: Picture = "", as_json: Json = False
) -> None:
    """Check a text line by line: language, script, characters, glyphs, numbers. Nothing is changed."""
    raise typer.Exit(run(Path(file), language, tuple(Path(f) for f in font or ()), picture, as_json))


def run(path: Path, language: str, fonts: tuple[Path, ...], picture: str, as_json: bool) -> int:
    """Prints what was found; 3 where something has to be repaired, 0 where there are questions only, or nothing."""
    import msgspec

    from flows.text_check import check_file

    if picture and Path(picture).suffix.lower() != ".png":
        raise UsageError(f"--picture {picture!r} is no name of a PNG file.", expected="A name that ends in .png.")
    if picture:
        _refuse_strange(Path(picture), 1)
    checked = check_file(path, language, fonts)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(checked) + b"\n")
    else:
        print("\n".join(lines_of(checked)), flush=True)
    if picture:
        paint(checked, fonts, Path(picture))
    return 3 if any(f.severity == REPAIR for f in checked.findings) else 0


def lines_of(checked: Checked) -> list[str]:
    """What was found, for a person: what several places have in common is said at the first."""
    n = checked.language
    found = [f"{checked.path}: {n.name} ({n.tag}), {_texts(len(checked.passages))}"]
    alike: dict[tuple[str, str, str], list[TextFinding]] = {}
    for f in checked.findings:
        alike.setdefault((f.severity, f.kind, f.subject or f.text), []).append(f)
    place = ("", -1)
    for f, *others in alike.values():
        if (f.label, f.row) != place:
            place = (f.label, f.row)
            found.append(f"  row {f.row}{f' ({f.label})' if f.label else ''}:")
        found.append(f"    {f.severity} · {f.kind}{_at(f)}: {f.text}{_so_too(others)}")
    repairs = sum(f.severity == REPAIR for f in checked.findings)
    asked = len(checked.findings) - repairs
    found.append(f"{repairs} to repair, {asked} to be asked; {_texts(checked.clean)} without either.")
    if checked.unwritten:
        found.append(f"{_texts(checked.unwritten)} not written yet.")
    return [*found, *_untold(checked), *checked.notes, *checked.unfinished]


def _untold(checked: Checked) -> list[str]:
    if not checked.untold:
        return []
    if checked.whole is not None and checked.whole.answer == "right":
        name = checked.language.name
        return [f"All lines together are in {name} as far as was measured; single lines are too short to tell."]
    count = sum(n for _, n in checked.untold)
    why = checked.untold[0][0] + (", or the like" if len(checked.untold) > 1 else "")
    return [f"Whether the language is right could not be checked for {_texts(count)}: {why}."]


def _so_too(others: list[TextFinding]) -> str:
    if not others:
        return ""
    shown = [f"row {f.row}{_at(f)}" for f in others[: SHOWN - 1]]
    more = len(others) - len(shown)
    return f" (So too in {'; '.join(shown)}{f' and {more} more' if more else ''}.)"


def _texts(count: int) -> str:
    return f"{count} text" if count == 1 else f"{count} texts"


def _at(f: TextFinding) -> str:
    return f", column {f.column}" if f.kind != "language" else ""


def paint(checked: Checked, fonts: tuple[Path, ...], target: Path) -> None:
    """Writes the lines as captions on sheets: ``name.png``, ``name-2.png``, …; earlier ones of that name make room.

    Raises:
        UsageError: a file of that name is another than the sheet it would be. FontRefused, DiskFull, ResourceError.
    """
    from flows.files import write_file
    from flows.passages import Part
    from video.typeset.fonts import find_fonts
    from video.typeset.sheet import SheetLine, pictures_of_lines

    lines = tuple(
        SheetLine(label=p.label, text=p.text, language=checked.language)
        for p in checked.passages
        if p.part is Part.LINE
    )
    if not lines:
        print("No picture was painted: there is no text.", file=sys.stderr)
    count = 0
    for count, picture in enumerate(pictures_of_lines(lines, find_fonts(fonts), name=target.stem), 1):
        name = _refuse_strange(target, count)
        write_file(name, picture)
        print(f"painted sheet {count}: {name}", file=sys.stderr)
    _remove_earlier(target, count)


def _sheet(target: Path, number: int) -> Path:
    return target if number == 1 else target.with_stem(f"{target.stem}-{number}")


def _refuse_strange(target: Path, number: int) -> Path:
    """The path of a sheet, where nothing else stands in its place."""
    from video.typeset.sheet import is_sheet

    name = _sheet(target, number)
    if name.is_file() and not is_sheet(name, target.stem, number):
        raise UsageError(
            f"{name} is there already, and is no sheet {number} that --picture {target.name} painted.",
            remedy="Give another name, or move it away.",
        )
    return name


def _remove_earlier(target: Path, count: int) -> None:
    """Removes the sheets that an earlier, longer text had beyond these."""
    from video.typeset.sheet import is_sheet

    number = max(count, 1) + 1
    while (name := _sheet(target, number)).is_file() and is_sheet(name, target.stem, number):
        name.unlink()
        print(f"removed sheet {number} of an earlier text: {name}", file=sys.stderr)
        number += 1
