"""The words of ``vernacast store``."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="The store: what is in it, whether it is right, removing what is old.")

Url = Annotated[str, typer.Option("--store", help="Folder or URL; the user's own if not given.")]
Json = Annotated[bool, typer.Option("--json", help="Write data as JSON to stdout.")]


@app.command("status")
def status(store: Url = "", as_json: Json = False) -> None:
    """Show what is in the store: records by stage, objects, bytes."""
    from flows.commands.store import show_status

    raise typer.Exit(show_status(store, as_json))


@app.command("fsck")
def fsck(
    store: Url = "",
    repair: Annotated[bool, typer.Option("--repair", help="Set aside what is wrong, to be made again.")] = False,
    as_json: Json = False,
) -> None:
    """Read everything and name what is wrong."""
    from flows.commands.store import fsck as run

    raise typer.Exit(run(store, repair, as_json))


@app.command("gc")
def gc(
    store: Url = "",
    keep_days: Annotated[float, typer.Option("--keep-days", help="Keep what was made within so many days.")] = 30.0,
    wait: Annotated[float, typer.Option("--wait", help="Seconds to wait where another collection is at work.")] = 0.0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be removed.")] = False,
    as_json: Json = False,
) -> None:
    """Remove what no recent edition and no run needs. Safe beside runs."""
    from flows.commands.store import gc as run

    raise typer.Exit(run(store, keep_days, wait, dry_run, as_json))
