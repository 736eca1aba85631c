"""What lies under ``runs/``: the roots that garbage collection keeps, with all that hangs on them.

::

    runs/work-<id>/<language>.json   what the last run of a work made and found for a language; kept until deleted
    runs/<run>/                      a run of a cluster: its parcel, what it made, its result; kept until some days
                                     after it ended, or where it never did, after it was sent or last at work
    runs/pins/…                      what runs at work build on; each ends with its run
    runs/…                           whatever else is put there in a .json file; kept until it is deleted

Everything of 64 hexadecimal digits in such a file is a key of a record or the digest of an object. No text of a user:
works appear by ids made from where their script lies.
"""

from __future__ import annotations

import hashlib
import math
import os
import re
import threading
import time
import uuid
from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from flows.handed import PARCEL
from flows.processes import user
from flows.shelf import Lying, Shelf, each, some_of
from languages.errors import ResourceError
from languages.owners import is_gone, owner

if TYPE_CHECKING:
    from flows.outcome import Made
    from flows.planning import Planned
    from flows.recipe import Receipt, Recipe
    from flows.store import Store

PIN_S = 24 * 3600.0
"""A pin that nobody renewed for so long was left by a process of another machine that has ended."""
RENEW_S = 3600.0
SKEW_S = 3600.0
"""Clocks differ by less: S3 refuses whoever is 15 minutes off."""
PINS = "runs/pins"
RESULT = "result.json"
SENT = "sent.json"
_NAMES = re.compile(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_RUN = re.compile(r"runs/[0-9a-f]{64}")


class _Pin(msgspec.Struct):
    """What a pin says."""

    keys: list[str]
    schema: str = "Pin.1"
    since: float = 0.0
    """Unix time of its writer's clock; 0 in pins of earlier versions."""


class _Roots(msgspec.Struct):
    """What a run noted for one language."""

    language: str
    edition: str
    """Key of the edition, or empty where none could be made yet."""
    keys: list[str]
    when: str
    schema: str = "Roots.1"


class _Sent(msgspec.Struct):
    """A parcel that was sent: its list and its files."""

    objects: list[str]
    schema: str = "Sent.1"


def names_in(content: bytes) -> Iterator[str]:
    """All keys and digests that stand in a file."""
    return (match.group().decode() for match in _NAMES.finditer(content))


@contextmanager
def pinned(store: Store, keys: Iterable[str], renew_s: float = RENEW_S) -> Generator[None]:
    """No collection that begins, or comes to them, while this lasts removes the results under keys; none that begins
    meanwhile removes anything that was put since this began."""
    place = f"{PINS}/{owner()}-{uuid.uuid4().hex}.json"
    content = msgspec.json.encode(_Pin(keys=sorted(set(keys) - {""}), since=time.time()))
    store.note(place, content)
    done = threading.Event()

    def renew() -> None:
        while not done.wait(renew_s):
            with suppress(ResourceError):
                store.note(place, content)

    thread = threading.Thread(target=renew, daemon=True, name="pin")
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
        with suppress(ResourceError):  # what is left of it lapses; the work is done
            store.shelf.remove(place)


def needs_of(planned: Planned, shots: Iterable[Receipt] = ()) -> Iterator[str]:
    """Keys of what a plan found already made; ``shots`` are those that were found."""
    for jobs in planned.editions:
        yield from (receipt.key for receipt in (*jobs.drafts, *jobs.takes, *jobs.heard.receipts()))
    for shot in planned.shots:
        yield from shot.drafts
    yield from (receipt.key for receipt in shots)


def note_edition(store: Store, recipe: Recipe, made: Made, shots: Iterable[Receipt]) -> None:
    """Notes what an edition that has just ended hangs on, in place of what an earlier run of the work noted.

    Where it could not be made, the edition that an earlier run made stays a root.

    Raises:
        DiskFull, ResourceError: it cannot be written.
    """
    place = f"{folder_of(recipe)}/{made.language}.json"
    receipts = (*made.drafts, *made.takes, *made.heard, *shots)
    edition = made.finished.receipt.key
    if not edition and (before := store.noted(place)) is not None:
        with suppress(msgspec.DecodeError):
            edition = msgspec.json.decode(before, type=_Roots).edition
    roots = _Roots(
        language=made.language,
        edition=edition,
        keys=sorted({receipt.key for receipt in receipts} - {""}),
        when=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    store.note(place, msgspec.json.encode(roots))


def folder_of(recipe: Recipe) -> str:
    """Where a run notes its roots: the folder of its parcel on a cluster, else one for the work."""
    parcel = os.environ.get(PARCEL, "")
    return f"runs/{parcel.partition(' ')[0]}" if parcel else work_folder(Path(recipe.script))


def work_folder(script: Path) -> str:
    """The folder of a work's roots: by who made it and where its script lies, so that a later run finds it again."""
    told = f"{user()} {script.resolve()}"
    return f"runs/work-{hashlib.sha256(told.encode(errors='surrogateescape')).hexdigest()[:16]}"


def note_sent(store: Store, run: str, objects: Iterable[str]) -> None:
    """Makes a parcel a root; again and again while it is waited for, and it stays young."""
    store.note(f"runs/{run}/{SENT}", msgspec.json.encode(_Sent(objects=sorted({run, *objects}))))


def adopt(store: Store, run: str, script: Path) -> None:
    """What a run of a cluster made becomes what the last run of the work made."""
    for lying in list(store.shelf.places(f"runs/{run}")):
        name = lying.place.rpartition("/")[2]
        if name not in (RESULT, SENT) and name.endswith(".json") and (content := store.noted(lying.place)) is not None:
            with suppress(msgspec.DecodeError, msgspec.ValidationError):
                msgspec.json.decode(content, type=_Roots)
                store.note(f"{work_folder(script)}/{name}", content)


def pins(shelf: Shelf, now: float, sweep: bool) -> tuple[list[str], float]:
    """(what pins name, since when the longest run is at work: nothing younger may be removed; infinity without any).

    Args:
        now: Unix time by the shelf's clock.
        sweep: removes the pins that ended processes left.
    """
    names: list[str] = []
    since = math.inf
    for lying, content in read_all(shelf, shelf.places(PINS)):
        if is_gone(lying.place.rpartition("/")[2]) is True or now - (lying.when or now) > PIN_S:
            if sweep:
                shelf.remove(lying.place)
            continue
        names += names_in(content)
        with suppress(msgspec.DecodeError):
            begun = msgspec.json.decode(content, type=_Pin).since
            since = min(since, begun - SKEW_S) if begun else since
    return names, since


def old_runs(shelf: Shelf, now: float, ended_before: float, sent_before: float) -> frozenset[str]:
    """Folders of the runs of a cluster that ended long ago, or were sent long ago and never ended."""
    newest: dict[str, float] = {}
    ended: set[str] = set()
    for lying in shelf.places("runs"):
        folder, _, name = lying.place.rpartition("/")
        if _RUN.fullmatch(folder):
            newest[folder] = max(newest.get(folder, 0.0), lying.when or now)
            if name == RESULT:
                ended.add(folder)
    return frozenset(f for f, when in newest.items() if when < (ended_before if f in ended else sent_before))


def forget(shelf: Shelf, folders: Iterable[str]) -> None:
    """Removes some folders under ``runs/``."""
    for folder in folders:
        for lying in list(shelf.places(folder)):
            shelf.remove(lying.place)


def contents_of_runs(shelf: Shelf, without: Collection[str]) -> Iterator[bytes]:
    """What stands in the files under ``runs/``; pins excepted, and folders that are to be forgotten."""
    found = (
        lying
        for lying in shelf.places("runs")
        if lying.place.endswith(".json") and (f := lying.place.rpartition("/")[0]) not in without and f != PINS
    )
    return (content for _, content in read_all(shelf, found))


def read_all(shelf: Shelf, places: Iterable[Lying]) -> Iterator[tuple[Lying, bytes]]:
    """(where, content) of what is there."""
    for some in some_of(places, 500):
        for lying, content in zip(some, each(shelf, lambda x: shelf.read(x.place), some), strict=True):
            if content is not None:
                yield lying, content
