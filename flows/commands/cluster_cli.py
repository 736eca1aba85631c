"""The words of ``vernacast cluster``."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.commands.options import joined

app = typer.Typer(no_args_is_help=True, help="The engines of a Ray cluster: up, status, down.")

Address = Annotated[
    str,
    typer.Option("--address", envvar="VERNACAST_CLUSTER", help="Port of the cluster's Ray client: ray://head:10001."),
]
Json = Annotated[bool, typer.Option("--json", help="Write data as JSON to stdout.")]
HERE = "ray://127.0.0.1:10001"


@app.command("up")
def up(
    script: Annotated[str, typer.Argument(help="Whose engines are wanted; none = all that work.")] = "",
    to: Annotated[list[str] | None, typer.Option("--to", help="Languages that the script is to be made in.")] = None,
    address: Address = HERE,
    device: Annotated[str, typer.Option("--device", help="Where models run: cpu or cuda.")] = "cpu",
    use: Annotated[str, typer.Option("--use", help="commercial, nonprofit or community.")] = "commercial",
    check: Annotated[bool, typer.Option("--check", help="With ears, that listen back to what machines speak.")] = False,
    keep: Annotated[int, typer.Option("--keep", min=0, help="Replicas of each that stay though nobody asks.")] = 0,
    as_json: Json = False,
) -> None:
    """Deploy the engines that a script needs, so that the first run finds them warm."""
    from flows.commands.cluster import bring

    raise typer.Exit(bring(script, joined(to), address, (device, use, check), keep, as_json))


@app.command("status")
def status(address: Address = HERE, as_json: Json = False) -> None:
    """Show machines, engines, lines a second, what is busy, what waits, what was found, and what a minute cost."""
    from flows.commands.cluster import show

    raise typer.Exit(show(address, as_json))


@app.command("down")
def down(address: Address = HERE, as_json: Json = False) -> None:
    """End the engines. What is in their hands is done first; runs go on when they are up again."""
    from flows.commands.cluster import end

    raise typer.Exit(end(address, as_json))
