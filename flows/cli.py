"""The command line: ``vernacast plan | make | simulate | why | languages | engines | weights | voices | store | …``.

stdout carries data, stderr carries talk. Exit codes: 0 done, 2 usage, 3 finished with failed lines, 4 input
refused, 5 refused by licence or consent, 7 resources, 130 interrupted and resumable.

Nothing heavy is imported here: a command imports what it needs when it runs.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import Annotated

import typer

from flows.commands.check_text import check_text
from flows.commands.cluster_cli import app as cluster_commands
from flows.commands.deploy import deploy
from flows.commands.look import look
from flows.commands.options import joined
from flows.commands.simulate import simulate
from flows.commands.store_cli import app as store_commands
from flows.commands.storyboard import storyboard
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
To = Annotated[list[str], typer.Option("--to", help="Languages, by tag or name, separated by commas: ca,an,Esperanto.")]
Json = Annotated[bool, typer.Option("--json", help="Write data as JSON to stdout.")]
Out = Annotated[str, typer.Option("--out", help="Folder under which <name>/<language>/ is made.")]
Gaps = Annotated[bool, typer.Option("--allow-gaps", help="Make editions that lack lines; gaps are marked.")]
Borrow = Annotated[
    list[str] | None,
    typer.Option("--borrow-voices", help="Let a related voice read: ast=es,gl=es; or `any` for documented ones."),
]
Source = Annotated[str, typer.Option("--language", help="Language of a script that does not say it itself.")]
StoreUrl = Annotated[str, typer.Option("--store", help="Where results are remembered (folder or fsspec URL).")]
Seed = Annotated[int, typer.Option("--seed", help="Another seed moves and colours the pictures otherwise.")]
Size = Annotated[
    str, typer.Option("--size", help="Size of the picture (of the wide one): 1280x720, 720p; 640x360 for a quick look.")
]
ShapeNames = Annotated[
    list[str] | None,
    typer.Option("--shape", help="A film for each shape: wide,tall,square; none = one film of the size alone."),
]
NoCards = Annotated[bool, typer.Option("--no-cards", help="No title before the story, and none behind it who made it.")]
HardCuts = Annotated[bool, typer.Option("--hard-cuts", help="No dissolves between scenes, no fades at either end.")]
UseName = Annotated[
    str, typer.Option("--use", help="What it is for: commercial (safe for everything), nonprofit or community.")
]
Device = Annotated[str, typer.Option("--device", help="Where models run: cpu or cuda.")]
PicturesName = Annotated[
    str,
    typer.Option("--pictures", help="Who makes the pictures: papercut draws them; image, wan, ltx need weights."),
]
Check = Annotated[bool, typer.Option("--check", help="Listen back to every line that a machine speaks.")]
Burn = Annotated[
    bool, typer.Option("--burn-captions", help="Also make a film with the captions drawn into the picture.")
]
CaptionStyleName = Annotated[
    str, typer.Option("--caption-style", help="How these look: word (none = this), box, plate, paper or plain.")
]
RatesFile = Annotated[str, typer.Option("--rates", help="What hours cost, in TOML; none = your own rates.toml.")]
ComputeName = Annotated[
    str, typer.Option("--compute", help="`local`, `ray` for a Ray on this machine, or a cluster: ray://head:10001.")
]


weights = typer.Typer(no_args_is_help=True, help="Models' weights: what there is, what is here, and taking it in.")
voices = typer.Typer(no_args_is_help=True, help="Voices of people who allow a machine to speak with them.")
app.add_typer(weights, name="weights")
app.add_typer(voices, name="voices")
app.add_typer(store_commands, name="store")
app.add_typer(cluster_commands, name="cluster")
app.command(name="check-text")(check_text)
app.command()(deploy)
app.command()(look)
app.command()(simulate)
app.command()(storyboard)

Checkpoint = Annotated[str, typer.Argument(help="A checkpoint's id: `vernacast weights list` shows them.")]
Voice = Annotated[str, typer.Argument(help="The voice's name: lower-case letters, digits and hyphens.")]
Who = Annotated[str, typer.Option("--who", help="The person whose voice it is.")]
Uses = Annotated[str, typer.Option("--uses", help="What it may be used for: commercial,nonprofit,community.")]
Spoken = Annotated[str, typer.Option("--languages", help="Languages it may speak, separated by commas; `*` = all.")]
Until = Annotated[str, typer.Option("--until", help="Last day, as 2028-12-31.")]
Gender = Annotated[str, typer.Option("--gender", help="female, male, child or unknown.")]


@app.command()
def plan(
    script: Script,
    to: To,
    out: Out = "out",
    language: Source = "",
    borrow_voices: Borrow = None,
    allow_gaps: Gaps = False,
    store: StoreUrl = "",
    seed: Seed = 0,
    size: Size = "1280x720",
    shape: ShapeNames = None,
    hard_cuts: HardCuts = False,
    no_cards: NoCards = False,
    use: UseName = "commercial",
    device: Device = "cpu",
    pictures: PicturesName = "papercut",
    check: Check = False,
    burn_captions: Burn = False,
    caption_style: CaptionStyleName = "",
    rates: RatesFile = "",
    as_json: Json = False,
) -> None:
    """Show what will be done, by which engine and why, and what it costs. Makes nothing."""
    _say_reading(script)
    from flows.commands.plan import run
    from flows.commands.wish import Wish

    places = (script, joined(to), out, language, joined(borrow_voices), allow_gaps, store, seed, size, "local")
    shown = (joined(shape), hard_cuts, no_cards, caption_style)
    wish = Wish(*places, use, device, pictures, check, burn_captions, rates, *shown)
    raise typer.Exit(run(wish, as_json))


@app.command()
def make(
    script: Script,
    to: To,
    out: Out = "out",
    language: Source = "",
    borrow_voices: Borrow = None,
    allow_gaps: Gaps = False,
    store: StoreUrl = "",
    seed: Seed = 0,
    size: Size = "1280x720",
    shape: ShapeNames = None,
    hard_cuts: HardCuts = False,
    no_cards: NoCards = False,
    compute: ComputeName = "local",
    use: UseName = "commercial",
    device: Device = "cpu",
    pictures: PicturesName = "papercut",
    check: Check = False,
    burn_captions: Burn = False,
    caption_style: CaptionStyleName = "",
    rates: RatesFile = "",
    as_json: Json = False,
) -> None:
    """Make films, captions and credits. Run again to continue; edit one word and only that line is redone."""
    _say_reading(script)
    from flows.commands.make import run
    from flows.commands.wish import Wish

    places = (script, joined(to), out, language, joined(borrow_voices), allow_gaps, store, seed, size, compute)
    shown = (joined(shape), hard_cuts, no_cards, caption_style)
    wish = Wish(*places, use, device, pictures, check, burn_captions, rates, *shown)
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
    can: Annotated[str, typer.Option(help="Only those in which machines can: translate,speak,listen.")] = "",
    origin: Annotated[str, typer.Option("--from", help="Drafts are made from this language.")] = "",
    licence: Annotated[str, typer.Option(help="What the work is for: commercial, nonprofit or community.")] = "",
    script: Annotated[str, typer.Option(help="Only those written so: Ethi, or Ethiopic.")] = "",
    near: Annotated[str, typer.Option(help="Only those used there: Bolivia, BO, or 419.")] = "",
    of: Annotated[str, typer.Option(help="Only those of a group: qu, ar, zap.")] = "",
    as_json: Json = False,
) -> None:
    """Show what can be done in a language, with the evidence."""
    from flows.commands.languages import run
    from flows.commands.languages_table import wanted

    raise typer.Exit(run(tag, wanted(can, origin, licence, script, near, of), as_json))


@app.command()
def engines(
    what: Annotated[
        list[str] | None, typer.Argument(help="An engine's id, `check` and an id, or `install` and some ids.")
    ] = None,
    as_json: Json = False,
) -> None:
    """List the engines; show one; `engines check NAME` tries one out; `engines install NAME …` gets its packages."""
    from flows.commands.engines import run

    raise typer.Exit(run(tuple(what or ()), as_json))


@app.command()
def doctor(
    address: Annotated[str, typer.Option("--address", help="A Ray to look at as well: ray://head:10001.")] = "",
    as_json: Json = False,
) -> None:
    """Check that everything Vernacast needs is here and works, and that no door stands open."""
    from flows.commands.doctor import run

    raise typer.Exit(run(as_json, address))


@weights.command("list")
def weights_list(
    checkpoint: Annotated[str, typer.Argument(help="One checkpoint, with all that is known of it.")] = "",
    as_json: Json = False,
) -> None:
    """Show the register: licence, memory, uses, and what is here."""
    from flows.commands.weights import list_all, show

    raise typer.Exit(show(checkpoint, as_json) if checkpoint else list_all(as_json))


@weights.command("fetch")
def weights_fetch(checkpoint: Checkpoint) -> None:
    """Fetch a checkpoint from the hub, compare every file's digest, and pin it."""
    from flows.commands.weights_fetch import run

    raise typer.Exit(run(checkpoint))


@weights.command("check")
def weights_check(checkpoints: Annotated[list[str] | None, typer.Argument()] = None, as_json: Json = False) -> None:
    """Compare every byte with the pins."""
    from flows.commands.weights import check

    raise typer.Exit(check(tuple(checkpoints or ()), as_json))


@weights.command("import")
def weights_import(
    checkpoint: Checkpoint,
    folder: Annotated[str, typer.Argument(help="The folder with its files.")],
    sha256: Annotated[str, typer.Option("--sha256", help="Digest of a torch file, as its publisher prints it.")] = "",
) -> None:
    """Take files in that you brought; a torch file is rewritten as safetensors in a process without network."""
    from flows.commands.weights_import import run

    raise typer.Exit(run(checkpoint, folder, sha256))


@weights.command("pin")
def weights_pin(
    checkpoint: Checkpoint,
    licence: Annotated[str, typer.Option("--licence", help="Its licence (SPDX), where the register knows none.")] = "",
    source: Annotated[str, typer.Option("--source", help="Where you read the licence.")] = "",
) -> None:
    """Accept what lies in the checkpoint's folder as it is."""
    from flows.commands.weights import pin

    raise typer.Exit(pin(checkpoint, licence, source))


@weights.command("convert")
def weights_convert(checkpoint: Checkpoint) -> None:
    """Make the small quick form (CTranslate2, int8) of a checkpoint that is here."""
    from flows.commands.weights_import import convert

    raise typer.Exit(convert(checkpoint))


@voices.command("sentence")
def voices_sentence(voice: Voice, who: Who, uses: Uses, languages: Spoken, until: Until) -> None:
    """Show what the person reads aloud to allow it."""
    from flows.commands.voices import Wish, sentence

    raise typer.Exit(sentence(Wish(voice=voice, who=who, uses=uses, languages=languages, until=until)))


@voices.command("add")
def voices_add(
    voice: Voice,
    who: Who,
    uses: Uses,
    languages: Spoken,
    until: Until,
    sample: Annotated[str, typer.Option("--sample", help="Recording that a machine may imitate, 3 to 60 s.")],
    statement: Annotated[str, typer.Option("--statement", help="Recording in which the person says the sentence.")],
    sample_text: Annotated[str, typer.Option("--sample-text", help="What is said in the sample.")] = "",
    gender: Gender = "unknown",
) -> None:
    """Record whose voice it is and what they allow, with both recordings."""
    from flows.commands.voices import Wish, add

    wish = Wish(voice=voice, who=who, uses=uses, languages=languages, until=until, gender=gender)
    raise typer.Exit(add(wish, sample, statement, sample_text))


@voices.command("list")
def voices_list(as_json: Json = False) -> None:
    """Show all voices, whose they are, and what is allowed."""
    from flows.commands.voices import list_all

    raise typer.Exit(list_all(as_json))


@voices.command("revoke")
def voices_revoke(voice: Voice, as_json: Json = False) -> None:
    """Take a consent back; lists every file that was made with the voice."""
    from flows.commands.voices import revoke

    raise typer.Exit(revoke(voice, as_json))


def _say_reading(script: str) -> None:
    """Shows something at once: the imports that follow take longer than a person likes to wait for nothing."""
    print(f"Reading {script} …", file=sys.stderr, flush=True)


def main() -> None:
    """Runs the command line and ends the process with an honest exit code."""
    if os.environ.get("VERNACAST_LOG"):
        from flows import logs

        logs.start()
    try:
        app(prog_name="vernacast")
    except VernacastError as error:
        from flows import logs
        from flows.redaction import redact

        logs.log(logs.Event(event="refused", error=error, level=logging.ERROR))
        print(f"vernacast: {redact(str(error))}", file=sys.stderr)
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
