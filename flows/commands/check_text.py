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
SHEET = 60
"""Lines on one sheet."""


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
    checked = check_file(path, language, fonts)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(checked) + b"\n")
    else:
        print("\n".join(lines_of(checked)), flush=True)
    if picture:
        paint(checked, fonts, Path(picture))
    return 3 if any(f.severity == REPAIR for f in checked.findings) else 0


def lines_of(checked: Checked) -> list[str]:
    """What was found, for a person."""
    n = checked.language
    found = [f"{checked.path}: {n.name} ({n.tag}), {_texts(len(checked.passages))}"]
    place = ("", -1)
    for f in checked.findings:
        if (f.label, f.row) != place:
            place = (f.label, f.row)
            found.append(f"  row {f.row}{f' ({f.label})' if f.label else ''}:")
        found.append(f"    {f.severity} · {f.kind}{_at(f)}: {f.text}")
    repairs = sum(f.severity == REPAIR for f in checked.findings)
    asked = {(f.label, f.row) for f in checked.findings}
    clean = sum((p.label, p.row) not in asked for p in checked.passages)
    found.append(f"{repairs} to repair, {len(checked.findings) - repairs} to be asked; {_texts(clean)} without either.")
    if checked.unwritten:
        found.append(f"{_texts(checked.unwritten)} not written yet.")
    if checked.untold:
        count = sum(n for _, n in checked.untold)
        why = checked.untold[0][0] + (", or the like" if len(checked.untold) > 1 else "")
        found.append(f"Whether the language is right could not be checked for {_texts(count)}: {why}.")
    return [*found, *checked.unfinished]


def _texts(count: int) -> str:
    return f"{count} text" if count == 1 else f"{count} texts"


def _at(f: TextFinding) -> str:
    return f", character {f.start + 1}" if f.kind != "language" else ""


def paint(checked: Checked, fonts: tuple[Path, ...], target: Path) -> None:
    """Writes the lines as captions on sheets, ``SHEET`` on each; ``name.png``, ``name-2.png``, …

    Raises:
        FontRefused, DiskFull, ResourceError.
    """
    from flows.files import write_file
    from video.typeset.fonts import find_fonts
    from video.typeset.sheet import SheetLine, picture_of_lines

    here, count = find_fonts(fonts), -(-len(checked.passages) // SHEET)
    for i in range(count):
        part = checked.passages[i * SHEET : (i + 1) * SHEET]
        lines = tuple(SheetLine(label=p.label, text=p.text, language=checked.language) for p in part)
        name = target if i == 0 else target.with_stem(f"{target.stem}-{i + 1}")
        write_file(name, picture_of_lines(lines, here))
        print(f"painted {i + 1} of {count}: {name}", file=sys.stderr)
