"""The command line: ``vernacast plan | make | why | languages | engines | doctor``.

stdout carries data, stderr carries talk. Exit codes: 0 done, 2 usage, 3 finished with failed lines, 4 input
refused, 5 refused by licence or consent, 7 resources, 130 interrupted and resumable.

Nothing heavy is imported here: a command imports what it needs when it runs.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from languages.errors import VernacastError

app = typer.Typer(
    name="vernacast",
    help="One script becomes films in many languages, above all small ones.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Script = Annotated[str, typer.Argument(help="The script: Markdown (.md) or plain text (.txt).")]
To = Annotated[str, typer.Option("--to", help="Languages, by tag or name, separated by commas: ca,an,Esperanto.")]
Json = Annotated[bool, typer.Option("--json", help="Write data as JSON to stdout.")]
Out = Annotated[str, typer.Option("--out", help="Folder under which <name>/<language>/ is made.")]
Gaps = Annotated[bool, typer.Option("--allow-gaps", help="Make editions that lack lines; gaps are marked.")]
Borrow = Annotated[
    str,
    typer.Option("--borrow-voices", help="Let a related voice read: ast=es,gl=es; or `any` for documented ones."),
]
Source = Annotated[str, typer.Option("--language", help="Language of a script that does not say it itself.")]
StoreUrl = Annotated[str, typer.Option("--store", help="Where results are remembered (folder or fsspec URL).")]
Seed = Annotated[int, typer.Option("--seed", help="Another seed moves and colours the pictures otherwise.")]
Size = Annotated[str, typer.Option("--size", help="Size of the picture, e.g. 1280x720, or 640x360 for a quick look.")]
UseName = Annotated[
    str, typer.Option("--use", help="What it is for: commercial (safe for everything), nonprofit or community.")
]
Device = Annotated[str, typer.Option("--device", help="Where models run: cpu or cuda.")]
PicturesName = Annotated[
    str,
    typer.Option("--pictures", help="Who makes the pictures: papercut draws them; image, wan, ltx need weights."),
]
Check = Annotated[bool, typer.Option("--check", help="Listen back to every line that a machine speaks.")]
ComputeName = Annotated[str, typer.Option("--compute", help="`local`, or `ray` for a Ray on this machine.")]


@app.command()
def plan(
    script: Script,
    to: To,
    out: Out = "out",
    language: Source = "",
    borrow_voices: Borrow = "",
    allow_gaps: Gaps = False,
    store: StoreUrl = "",
    seed: Seed = 0,
    size: Size = "1280x720",
    use: UseName = "commercial",
    device: Device = "cpu",
    pictures: PicturesName = "papercut",
    check: Check = False,
    as_json: Json = False,
) -> None:
    """Show what will be done, by which engine and why, and what it costs. Makes nothing."""
    _say_reading(script)
    from flows.commands.plan import run
    from flows.commands.wish import Wish

    places = (script, to, out, language, borrow_voices, allow_gaps, store, seed, size, "local")
    wish = Wish(*places, use, device, pictures, check)
    raise typer.Exit(run(wish, as_json))


@app.command()
def make(
    script: Script,
    to: To,
    out: Out = "out",
    language: Source = "",
    borrow_voices: Borrow = "",
    allow_gaps: Gaps = False,
    store: StoreUrl = "",
    seed: Seed = 0,
    size: Size = "1280x720",
    compute: ComputeName = "local",
    use: UseName = "commercial",
    device: Device = "cpu",
    pictures: PicturesName = "papercut",
    check: Check = False,
    as_json: Json = False,
) -> None:
    """Make films, captions and credits. Run again to continue; edit one word and only that line is redone."""
    _say_reading(script)
    from flows.commands.make import run
    from flows.commands.wish import Wish

    places = (script, to, out, language, borrow_voices, allow_gaps, store, seed, size, compute)
    wish = Wish(*places, use, device, pictures, check)
    raise typer.Exit(run(wish, as_json))


@app.command()
def why(
    file: Annotated[str, typer.Argument(help="A film, caption or credits file that Vernacast made.")],
    store: StoreUrl = "",
    as_json: Json = False,
) -> None:
    """Show how a file came to be: every line, engine, version and licence."""
    from flows.commands.why import run

    raise typer.Exit(run(file, store, as_json))


@app.command()
def languages(
    tag: Annotated[str, typer.Argument(help="A language by tag or name; none = a table of all.")] = "",
    as_json: Json = False,
) -> None:
    """Show what can be done in a language, with the evidence."""
    from flows.commands.languages import run

    raise typer.Exit(run(tag, as_json))


@app.command()
def engines(
    what: Annotated[list[str] | None, typer.Argument(help="An engine's id, or `check` and an id.")] = None,
    as_json: Json = False,
) -> None:
    """List the engines; show one; `engines check NAME` tries one out."""
    from flows.commands.engines import run

    raise typer.Exit(run(tuple(what or ()), as_json))


@app.command()
def doctor(as_json: Json = False) -> None:
    """Check that everything Vernacast needs is here and works."""
    from flows.commands.doctor import run

    raise typer.Exit(run(as_json))


def _say_reading(script: str) -> None:
    """Shows something at once: the imports that follow take longer than a person likes to wait for nothing."""
    print(f"Reading {script} …", file=sys.stderr, flush=True)


def main() -> None:
    """Runs the command line and ends the process with an honest exit code."""
    try:
        app()
    except VernacastError as error:
        print(f"vernacast: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        print("\nvernacast: interrupted. Nothing is lost; run the same command to continue.", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        # Whoever read our output went away (`vernacast languages | head`): not an error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


if __name__ == "__main__":
    main()
