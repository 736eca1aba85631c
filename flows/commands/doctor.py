"""``vernacast doctor``: is everything here that Vernacast needs, and does it work?"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from flows.commands.check import Check
from flows.redaction import redact
from languages.card import Card
from languages.errors import VernacastError

ENOUGH_GB = 2.0
"""Free space below which the doctor warns. Source: a ten-minute film in ten languages takes about 1 GB."""
RAY = "Install Vernacast with its extra: pip install 'vernacast[ray]'."


def run(as_json: bool, address: str = "") -> int:
    """Prints every check; exit code 7 where one fails.

    Args:
        address: of a Ray to be looked at (``ray://head:10001``); empty = what ``VERNACAST_CLUSTER`` says.
    """
    good = True
    checks: list[Check] = []
    for check in examine(address or os.environ.get("VERNACAST_CLUSTER", "")):
        good = good and check.good
        checks.append(check)
        if not as_json:
            print(f"{'ok ' if check.good else 'BAD'} {check.what}: {check.found}", flush=True)
            if check.remedy and (not check.good or check.what.startswith("door")):
                print(f"    {check.remedy}")
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(checks) + b"\n")
    return 0 if good else 7


def examine(cluster: str = "") -> Iterator[Check]:
    """All checks, one after the other."""
    version = ".".join(str(n) for n in sys.version_info[:3])
    yield Check(what="Python", good=(3, 11) <= sys.version_info[:2] < (3, 13), found=version)
    yield _program("ffmpeg", "ffmpeg")
    yield _program("apertium", "apertium")
    yield _store()
    yield from _beyond(cluster)
    yield _server()
    from languages.discover import discover_all

    for engine_id in discover_all():
        yield _engine(engine_id)


def _program(name: str, package: str) -> Check:
    path = shutil.which(name)
    return Check(what=name, good=path is not None, found=path or "not found", remedy=f"apt-get install {package}")


def _store() -> Check:
    """Whether the store is there, can be written and read, and has room."""
    from flows.exposure import without_secret
    from flows.store import Store

    remedy = "Name another place with VERNACAST_STORE."
    try:
        store = Store()
        local = "://" not in store.url or store.url.startswith("file://")
        if local:
            Path(store.root).mkdir(parents=True, exist_ok=True)
        with store.scratch() as folder:
            probe = folder / "probe"
            probe.write_bytes(f"vernacast doctor {time.time_ns()}".encode())
            # Into a folder nothing is put that would stay; elsewhere only a small object proves that it is let in.
            written = local or store.has(store.put_file(probe, "text/plain").digest)
        free = shutil.disk_usage(store.root if local else tempfile.gettempdir()).free / 1e9
    except (VernacastError, OSError) as error:
        return Check(what="store", good=False, found=redact(str(error)), remedy=remedy)
    shown = store.root if local else without_secret(store.url)
    if not written:
        return Check(what="store", good=False, found=f"What was put into {shown} is not there.", remedy=remedy)
    where = f"{shown}, written and read"
    if not local:
        return Check(what="store", good=True, found=where)
    return Check(
        what="store",
        good=free >= ENOUGH_GB,
        found=f"{where}, {free:.1f} GB free",
        remedy="Make room, or name another place with VERNACAST_STORE.",
    )


def _beyond(cluster: str) -> Iterator[Check]:
    """Doors first: nobody is greeted with a token through one that stands open."""
    from flows.commands.doctor_cluster import check_cluster, check_doors, check_prefect, check_ray_here, versions

    yield Check(
        what="Ray", good=not cluster or versions()["ray"] != "not installed", found=versions()["ray"], remedy=RAY
    )
    doors = tuple(check_doors(cluster))
    yield from doors
    if all(d.good for d in doors):
        yield from check_cluster(cluster) if cluster else check_ray_here()
        if url := os.environ.get("PREFECT_API_URL", ""):
            yield from check_prefect(url, os.environ.get("PREFECT_API_AUTH_STRING", ""))


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
