"""``vernacast doctor``: is everything here that Vernacast needs, and does it work?"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from languages.card import Card
from languages.errors import VernacastError

ENOUGH_GB = 2.0
"""Free space below which the doctor warns. Source: a ten-minute film in ten languages takes about 1 GB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing looked at."""

    what: str
    good: bool
    found: str
    remedy: str = ""


def run(as_json: bool) -> int:
    """Prints every check; exit code 7 where one fails."""
    good = True
    checks: list[Check] = []
    for check in examine():
        good = good and check.good
        checks.append(check)
        if not as_json:
            print(f"{'ok ' if check.good else 'BAD'} {check.what}: {check.found}", flush=True)
            if check.remedy and not check.good:
                print(f"    {check.remedy}")
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(checks) + b"\n")
    return 0 if good else 7


def examine() -> Iterator[Check]:
    """All checks, one after the other."""
    version = ".".join(str(n) for n in sys.version_info[:3])
    yield Check(what="Python", good=(3, 11) <= sys.version_info[:2] < (3, 13), found=version)
    yield _program("ffmpeg", "ffmpeg")
    yield _program("apertium", "apertium")
    yield _store()
    yield _server()
    from languages.discover import discover_all

    for engine_id in discover_all():
        yield _engine(engine_id)


def _program(name: str, package: str) -> Check:
    path = shutil.which(name)
    return Check(what=name, good=path is not None, found=path or "not found", remedy=f"apt-get install {package}")


def _store() -> Check:
    from flows.store import Store

    try:
        store = Store()
        place = Path(store.root)
        place.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(place).free / 1e9
    except (VernacastError, OSError) as error:
        return Check(what="store", good=False, found=str(error), remedy="Name another place with VERNACAST_STORE.")
    return Check(
        what="store",
        good=free >= ENOUGH_GB,
        found=f"{place}, {free:.1f} GB free",
        remedy="Make room, or name another place with VERNACAST_STORE.",
    )


def _server() -> Check:
    from flows.server import ensure_server

    try:
        return Check(what="Prefect server", good=True, found=ensure_server())
    except VernacastError as error:
        return Check(what="Prefect server", good=False, found=str(error), remedy=error.remedy)


def _engine(engine_id: str) -> Check:
    from flows.commands.engines import try_out
    from languages.card import Failed
    from languages.discover import get_engine

    card = get_engine(engine_id).card
    with tempfile.TemporaryDirectory() as folder:
        try:
            answer = try_out(card, Path(folder))
        except VernacastError as error:
            return Check(what=engine_id, good=False, found=str(error))
    if isinstance(answer, Failed):
        # Engines with models are there for who wants them; that they are not set up is nothing amiss.
        optional = bool(card.environment) and not _set_up(card)
        return Check(what=engine_id, good=optional, found=f"not set up: {answer.reason}" if optional else answer.reason)
    return Check(what=engine_id, good=True, found=answer)


def _set_up(card: Card) -> bool:
    """Whether an engine's packages and at least some of its weights are here."""
    from languages.environments import not_installed
    from languages.weights import installed

    return not not_installed(card) and bool(installed(card.id))
