"""A work on its way to a cluster and back: its files as objects of the store, and a list of them.

A parcel holds the script, its line ids, the PO files and recordings of the languages asked for, and the pictures it
names. Its id is the sha256 of its list, so the same files and wishes are the same run wherever they are sent from.
On every machine it is unpacked under the same path, which the pieces of work name; it goes when the run has ended, and
on machines that are not told of that, when nobody used it for three days.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
import uuid
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import msgspec

from flows.files import copy_file, digest_of, write_file
from flows.handed import PARCEL
from flows.recipe import Recipe
from flows.roots import RESULT, adopt, note_sent
from flows.stages.cards import notices_path
from flows.store import Store
from flows.work import Work, read_work, takes_path
from languages.errors import InputRefused, StoreDamaged

UNUSED_S = 3 * 24 * 3600.0
"""Files of a run that no piece of its work asked for so long are removed from a machine."""
OUT = ".out"
"""Folder beside the unpacked script in which editions are made."""
LIST_TYPE = "application/vnd.vernacast.parcel+json"

_arrived: set[str] = set()
"""Parcels that this process has unpacked, or found unpacked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What is in a parcel."""

    schema: str = field(default="Parcel.1")
    script: str
    """Path of the script among the files."""
    words: tuple[str, ...]
    """Options of ``vernacast make``, without those that say where."""
    files: tuple[tuple[str, str], ...]
    """(path relative to the script's folder, sha256)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a run in a cluster left; ``runs/<id>/result.json`` in the store."""

    schema: str = field(default="Result.1")
    code: int
    """Exit code of ``vernacast make``."""
    job: str = ""
    """Id of the Ray job that left it; empty outside of one."""
    said: str = ""
    """The end of what it said."""
    folder: str = ""
    """Where its files lay there; what it said and reported names them so."""
    files: tuple[tuple[str, str], ...] = ()
    """(path relative to the script's folder, sha256) of all files that are new or changed; editions below ``.out``."""


def send(store: Store, recipe: Recipe, words: Iterable[str]) -> str:
    """Puts a work into the store; the id of its run.

    Raises:
        InputRefused: a file of the work cannot be used, or lies outside the script's folder.
    """
    work = read_work(recipe)
    script = Path(recipe.script)
    folder = script.resolve().parent
    files: dict[str, str] = {}
    for path in work_files(recipe, work):
        if not path.is_file():
            continue
        real, named = path.resolve(), Path(os.path.abspath(path))
        if not real.is_relative_to(folder):
            raise InputRefused(
                "This file lies outside the script's folder, and a cluster sees only that.",
                path=str(path),
                remedy=f"Put it below {folder} and name it there.",
            )
        # By the name that the work calls it by, which may be a link's.
        place = named.relative_to(folder) if named.is_relative_to(folder) else real.relative_to(folder)
        files[script.name if path == script else place.as_posix()] = store.put_file(
            real, "application/octet-stream"
        ).digest
    parcel = Parcel(script=script.name, words=tuple(words), files=tuple(sorted(files.items())))
    with store.scratch() as scratch:
        (scratch / "list.json").write_bytes(msgspec.json.encode(parcel))
        run = store.put_file(scratch / "list.json", LIST_TYPE).digest
    note_sent(store, run, files.values())
    return run


def work_files(recipe: Recipe, work: Work) -> list[Path]:
    """Every file that a run of a work may read, there or not."""
    folder = Path(work.manuscript.folder)
    named = [p for s in work.manuscript.scenes if (p := s.picture)]
    named += [p for c in work.manuscript.characters if (p := c.picture)]
    named += [work.manuscript.cast] if work.manuscript.cast else []
    files = [Path(recipe.script), work.id_path, notices_path(work.manuscript), *(folder / p for p in named)]
    for language in work.languages:
        files += [Path(language.po)] if language.po else []
        files += [Path(r.path) for r in language.recordings]
        files.append(takes_path(work.manuscript, language.language))
    return files


def read_parcel(store: Store, run: str) -> Parcel:
    """The list of a parcel. Raises StoreDamaged where the store does not hold it whole."""
    try:
        return msgspec.json.decode(store.path(run).read_bytes(), type=Parcel)
    except msgspec.DecodeError as error:
        raise StoreDamaged(
            f"{run} is no parcel: {error}", remedy="Send the work again with `vernacast make`."
        ) from error


def place_of(run: str) -> Path:
    """Where a parcel is unpacked on every machine."""
    return Path(tempfile.gettempdir()) / f"vernacast-{os.getuid()}" / run[:32]


def unpack(store: Store, run: str) -> Path:
    """Puts a parcel's files in their place and gives the script's path; files that are there stay as they are.

    What a run has written meanwhile (drafts in PO files) is not undone. Safe for many processes at once.

    Raises:
        StoreDamaged: the store lacks something of it, or its list names a place outside.
    """
    parcel = read_parcel(store, run)
    folder = place_of(run)
    folder.parent.mkdir(mode=0o700, exist_ok=True)
    if not folder.exists():
        sweep()
    folder.mkdir(mode=0o700, exist_ok=True)
    os.utime(folder)  # in use: not to be swept
    for name, digest in parcel.files:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\0" in name:
            raise StoreDamaged(f"The parcel {run} names {name!r}, which is no place in it.")
        if not (folder / name).exists():
            copy_file(store.path(digest), folder / name, digest)
    return folder / parcel.script


def arrive() -> None:
    """Unpacks the parcel that this process works on, where ``VERNACAST_PARCEL`` names one (``<run> <store>``)."""
    arrive_as(os.environ.get(PARCEL, ""))


def arrive_as(named: str) -> None:
    """Unpacks a parcel (``<run> <store>``) on this machine, where it is not there; nothing for an empty name."""
    if not named:
        return
    run, _, url = named.partition(" ")
    if named in _arrived:
        with suppress(FileNotFoundError):  # it was swept: nobody had used it for days, or its run had ended
            os.utime(place_of(run))
            return
    unpack(Store(url), run)
    _arrived.add(named)


def clean_up(run: str) -> None:
    """Removes the files of a run that has ended from this machine; whoever still needs them unpacks them anew."""
    _remove(place_of(run))


def sweep(older_s: float = UNUSED_S) -> int:
    """Removes from this machine the files of runs that nobody used for long; of how many."""
    swept = 0
    with suppress(FileNotFoundError):
        for folder in list(place_of("").iterdir()):
            with suppress(FileNotFoundError):
                if time.time() - folder.stat().st_mtime > older_s:
                    _remove(folder)
                    swept += 1
    return swept


def _remove(folder: Path) -> None:
    """At once, so that nobody finds a half of it."""
    gone = folder.with_name(f"gone-{uuid.uuid4().hex}")
    with suppress(FileNotFoundError):
        folder.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)


def collect(store: Store, run: str, code: int, said: str, job: str = "") -> Result:
    """Puts what a run left into the store and notes it as the run's result.

    Editions are taken from the report: they are in the store already, put there by whatever machine made them.
    """
    parcel = read_parcel(store, run)
    folder = place_of(run)
    before = dict(parcel.files)
    files = _editions(folder)
    # Those that were sent are looked at by name: a list of names may lack one that is being replaced just now.
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*")} | before.keys()
    for name in sorted(there - files.keys()):
        path = folder / name
        if path.name.endswith(".part") or not path.is_file():
            continue
        if before.get(name) != (digest := digest_of(path)):
            store.put_file(path, "application/octet-stream")
            files[name] = digest
    result = Result(code=code, said=said, job=job, folder=str(folder), files=tuple(sorted(files.items())))
    store.note(f"runs/{run}/{RESULT}", msgspec.json.encode(result))
    return result


def _editions(folder: Path) -> dict[str, str]:
    """Path relative to a run's folder → sha256 of what its report names."""
    from flows.report import read_report

    found: dict[str, str] = {}
    for path in (folder / OUT).glob("*/report.json"):
        with suppress(msgspec.DecodeError):
            files = (file for edition in read_report(path).languages for file in edition.files)
            found |= {str(PurePosixPath(p).relative_to(folder)): digest for p, digest in files}
    return found


def find_result(store: Store, run: str) -> Result | None:
    """What a run left, or None where it has not ended yet."""
    content = store.noted(f"runs/{run}/{RESULT}")
    return msgspec.json.decode(content, type=Result) if content is not None else None


def at_home(text: str, result: Result, script: Path, out: Path, *, as_json: bool = False) -> str:
    """A text of a run, in which files are named by where they are here.

    Args:
        as_json: it is JSON, in which a path may be written otherwise.
    """
    if not result.folder:
        return text
    for there, here in ((f"{result.folder}/{OUT}", str(out)), (result.folder, str(script.parent))):
        text = text.replace(_in_json(there), _in_json(here)) if as_json else text.replace(there, here)
    return text


def _in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def fetch(store: Store, run: str, result: Result, script: Path, out: Path) -> tuple[str, ...]:
    """Puts a run's files beside the script and its editions into the out folder.

    Returns: names of files that people changed while it ran; those are left as they are.
    """
    sent = dict(read_parcel(store, run).files)
    kept: list[str] = []
    for name, digest in result.files:
        if name.startswith(f"{OUT}/"):
            target = out / name.removeprefix(f"{OUT}/")
            if target.name == "report.json":
                report = store.path(digest).read_text(encoding="utf-8")
                write_file(target, at_home(report, result, script, out, as_json=True).encode())
                continue
        else:
            target = script.parent / name
            if target.exists() and digest_of(target) not in (sent.get(name), digest):
                kept.append(name)
                continue
        copy_file(store.path(digest), target, digest)
    adopt(store, run, script)
    return tuple(kept)
