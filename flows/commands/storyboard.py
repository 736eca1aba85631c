"""``vernacast storyboard SCRIPT``: each scene's pictures with its lines on a page, before anything long is run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from languages.errors import UsageError

if TYPE_CHECKING:  # `vernacast --help` loads none of it
    from flows.storyboard import BoardWish, Shown
    from publishing.storyboard.board import Storyboard
    from translation.manuscript import Manuscript

ENDINGS = (".html", ".png", ".pdf")

Script = Annotated[str, typer.Argument(help="The script: Markdown (.md) or plain text (.txt).")]
To = Annotated[str, typer.Option("--to", help="File to write: its ending says what, .html, .png or .pdf.")]
Shape = Annotated[str, typer.Option("--shape", help="Shapes, separated by commas: wide, tall, square.")]
Scenes = Annotated[
    list[str] | None, typer.Option("--scene", help="Only this scene, by number, heading or id; may be given again.")
]
Seed = Annotated[
    int | None, typer.Option("--seed", help="Another seed; with --scene it rolls that scene, even where one is pinned.")
]
Pin = Annotated[str, typer.Option("--pin", help="Print the front matter lines that fix this scene as it is now.")]
Source = Annotated[str, typer.Option("--language", help="Language of a script that does not say it itself.")]
Json = Annotated[bool, typer.Option("--json", help="Write what was directed as JSON to stdout; paint nothing.")]


def storyboard(
    script: Script,
    to: To = "",
    shape: Shape = "wide",
    scene: Scenes = None,
    seed: Seed = None,
    pin: Pin = "",
    language: Source = "",
    as_json: Json = False,
) -> None:
    """Show each scene's pictures with its lines on one page, and what was understood; makes no film."""
    from flows.storyboard import BoardWish

    if pin:
        _check_alone(
            "--pin", {"--scene": scene, "--to": to, "--json": as_json}, "It prints lines for the scene it names."
        )
    if as_json:
        _check_alone("--json", {"--to": to}, "It writes to stdout.")
    scenes = (pin,) if pin else tuple(s.strip() for s in scene or () if s.strip())
    wish = BoardWish(
        script=script,
        language=language,
        scenes=scenes,
        seed=seed or 0,
        rolled=seed if scenes else None,
        shapes=_shapes(shape),
    )
    raise typer.Exit(run(wish, to, pins=bool(pin), as_json=as_json))


def run(wish: BoardWish, to: str, *, pins: bool, as_json: bool) -> int:
    """Writes the storyboard, or prints pins or JSON; exit code 3 where a picture could not be made."""
    from flows.storyboard import make_board, read_story

    target = Path(to) if to else None
    if target is not None and target.suffix.lower() not in ENDINGS:
        raise UsageError(
            f"--to {to!r} does not say what is to be written.", expected=f"A name that ends in {', '.join(ENDINGS)}."
        )
    manuscript, shown = read_story(wish)
    if pins or as_json:
        _print(manuscript, shown, as_json=as_json)
        return 0
    board = make_board(manuscript, shown, wish)
    for path in _write(board, target or Path("out") / manuscript.name / f"{manuscript.name}.storyboard.html"):
        print(path)
    failed = [p.problem for scene in board.scenes for p in scene.panels if p.problem]
    for scene in board.scenes:
        for warning in scene.warnings:
            print(f"scene {scene.number}: {warning}", file=sys.stderr)
    return 3 if failed else 0


def _check_alone(option: str, others: dict[str, object], expected: str) -> None:
    """Raises a UsageError where an option is given with others that it would pass over."""
    if idle := [name for name, value in others.items() if value]:
        raise UsageError(f"{option} takes no {' or '.join(idle)}.", expected=expected, remedy=f"Leave out {idle[0]}.")


def _shapes(text: str) -> tuple[str, ...]:
    from flows.storyboard import SIZES

    asked = [s.strip().casefold() for s in text.split(",") if s.strip()]
    if unknown := [s for s in asked if s not in SIZES]:
        raise UsageError(f"--shape {unknown[0]!r} is not known.", expected=f"It is one of {', '.join(SIZES)}.")
    return tuple(s for s in SIZES if s in asked) or ("wide",)


def _print(manuscript: Manuscript, shown: tuple[Shown, ...], *, as_json: bool) -> None:
    import msgspec

    from video.direct import roles_of
    from video.direction.pin import pinned

    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode([s.directed for s in shown]) + b"\n")
        return
    for s in shown:
        print(pinned(s.directed, s.number, manuscript.language, roles_of(manuscript)), end="")


def _write(board: Storyboard, target: Path) -> list[Path]:
    """Writes the board; of a PNG that is too long for one file as many as it takes, ``name-2.png`` and so on."""
    from flows.files import write_file

    target.parent.mkdir(parents=True, exist_ok=True)
    ending = target.suffix.lower()
    if ending == ".html":
        from publishing.storyboard.page import html_of

        write_file(target, html_of(board).encode())
        return [target]
    from publishing.storyboard.draw import pdf_of, png_of
    from video.typeset.fonts import find_fonts

    if ending == ".pdf":
        write_file(target, pdf_of(board, find_fonts()))
        return [target]
    written: list[Path] = []
    for number, picture in enumerate(png_of(board, find_fonts()), 1):
        name = target if number == 1 else target.with_stem(f"{target.stem}-{number}")
        write_file(name, picture)
        written.append(name)
    return written
