"""``vernacast weights import ID FOLDER`` and ``convert ID``: files that people brought, checked before they count."""

from __future__ import annotations

import getpass
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from flows.files import refuse_os_error
from languages.checkpoints import Checkpoint, get_checkpoint
from languages.environments import environment, source_path
from languages.errors import ResourceError, UsageError, WeightsRefused
from languages.weight_files import PIN, SEEN, TORCH_ENDINGS
from languages.weights import Found, State, look, sha256_of, usable, weights_root, write_pin

CONVERSIONS = {"nllb-200-distilled-600M": "nllb-200-distilled-600M-ct2-int8"}
"""Checkpoint → what is made of it on the user's own machine."""


def run(checkpoint_id: str, folder: str, sha256: str) -> int:
    """Copies a checkpoint in, rewrites its torch file if it has one, and pins it; all or nothing.

    Raises:
        UsageError: the folder is not there, or a torch file comes without its digest.
        WeightsRefused: a file is not what it should be.
        ResourceError: no space, or no environment that can read torch files.
    """
    checkpoint = get_checkpoint(checkpoint_id)
    source = Path(folder)
    if not source.is_dir():
        raise UsageError(f"{folder} is no folder.", expected=f"One with {', '.join(checkpoint.files)}.")

    def fill(place: Path) -> str:
        return _fill(checkpoint, source, place, sha256.lower().strip())

    found, note = take_in(checkpoint, _bytes_of(source), fill)
    print(f"{checkpoint_id} is in {found}.{' ' + note if note else ''}")
    return 0


def convert(checkpoint_id: str) -> int:
    """Makes the small quick form of a checkpoint that is here (CTranslate2, int8).

    Raises:
        UsageError: nothing can be made of it.
        WeightsMissing, WeightsRefused: it cannot be used itself.
    """
    if checkpoint_id not in CONVERSIONS:
        raise UsageError(f"{checkpoint_id!r} cannot be converted.", expected=f"One of {', '.join(CONVERSIONS)}.")
    source = usable(checkpoint_id)
    target = get_checkpoint(CONVERSIONS[checkpoint_id])

    def fill(place: Path) -> str:
        _child("translation.engines._ct2_convert", str(source), str(place))
        return f"converted from {checkpoint_id} {look(checkpoint_id).digest}"

    found, _ = take_in(target, _bytes_of(source), fill)
    print(f"{target.id} is in {found}.")
    return 0


def take_in(
    checkpoint: Checkpoint,
    size: int,
    fill: Callable[[Path], str],
    repository: str = "",
    revision: str = "",
) -> tuple[Path, str]:
    """Fills a folder under another name, checks and pins it there, and names it; what is there already stays.

    Args:
        size: bytes that will be needed.
        fill: puts the files there and says how they came to be, where they are not as published.
    """
    root = weights_root()
    root.mkdir(parents=True, exist_ok=True)
    final = root / checkpoint.id
    if look(checkpoint.id).state is State.READY:
        raise UsageError(f"{checkpoint.id} is here already: {final}.", remedy="Remove that folder to take it in anew.")
    free = shutil.disk_usage(root).free
    if free < size:
        raise ResourceError(
            f"{size / 1e9:.1f} GB are needed in {root}, {free / 1e9:.1f} GB are free.",
            remedy="Free some space, or set VERNACAST_WEIGHTS to a folder on another disk.",
        )
    part = root / f".part-{os.getpid()}"
    place = part / checkpoint.id
    try:
        place.mkdir(parents=True)
        note = fill(place)
        found = Found(checkpoint=checkpoint, folder=place, state=State.UNPINNED)
        write_pin(found, getpass.getuser(), repository, revision, note)
        if final.exists():
            shutil.move(final, part / "old")  # not pinned, or damaged: replaced by what is
        place.rename(final)
    except OSError as error:
        raise refuse_os_error(error, root) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return final, note


def _fill(checkpoint: Checkpoint, source: Path, place: Path, sha256: str) -> str:
    torch_files = dict(checkpoint.torch_files)
    digests = dict(checkpoint.sha256)
    model = _torch_file(checkpoint, source, sha256)
    note = ""
    outside: list[str] = []
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source).as_posix()
        if not path.is_file() or path.name in (PIN, SEEN) or any(p.startswith(".") for p in name.split("/")):
            continue
        if path == model:
            target = torch_files.get(name) or next(iter(torch_files.values()))
            note = _rewrite(checkpoint, path, place / target, digests.get(name, "") or sha256)
        elif model is not None and path.suffix.lower() in TORCH_ENDINGS:
            outside.append(name)  # of training, or made ready for other programs: the model can do without
        else:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place / name)
    return note + (f"; not taken in: {', '.join(outside)}" if outside else "")


def _torch_file(checkpoint: Checkpoint, source: Path, sha256: str) -> Path | None:
    """The torch file that is rewritten: of the published name, or the only one, or the one that the digest is of.

    Raises:
        UsageError: there are several, and nothing says which one is the model.
    """
    found = [p for p in sorted(source.rglob("*")) if p.is_file() and p.suffix.lower() in TORCH_ENDINGS]
    if not checkpoint.torch_files or not found:
        return None
    published = dict(checkpoint.torch_files)
    named = [p for p in found if p.relative_to(source).as_posix() in published]
    if chosen := named or (found if len(found) == 1 else [p for p in found if sha256_of(p) == sha256]):
        return chosen[0]
    raise UsageError(
        f"{', '.join(p.name for p in found)} are torch files, and nothing says which one is the model.",
        expected=f"--sha256 with the digest of one of them, or one called {', '.join(published)}.",
    )


def _rewrite(checkpoint: Checkpoint, path: Path, target: Path, wanted: str) -> str:
    if not wanted:
        raise UsageError(
            f"{path.name} is a torch file, and nothing says which one it ought to be.",
            expected="--sha256 with the digest that its publisher prints.",
            remedy=f"Its own is {sha256_of(path)}: compare it with the publisher's page, not with this message alone.",
        )
    found = sha256_of(path)
    if found != wanted:
        raise WeightsRefused(
            f"Its sha256 is {found}.", path=str(path), expected=wanted, remedy="Fetch it again from its publisher."
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    told = json.loads(_child("flows.torch_file", checkpoint.layout, str(path.resolve()), str(target)))
    left = f", left out: {', '.join(told['left_out'])}" if told["left_out"] else ""
    return f"rewritten from {path.name} sha256 {found}: {told['tensors']} tensors{left}"


def _child(module: str, *arguments: str) -> str:
    """What a module prints that is run in the environment ``neural``, without a hub and without our settings."""
    found = environment("neural")
    if not found.complete:
        raise ResourceError(
            "Torch files are read in the environment `neural`, which is not built.",
            remedy="`vernacast engines install translation/nllb` builds it.",
        )
    done = subprocess.run(
        [str(found.python), "-m", module, *arguments],
        env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": source_path("neural"), "HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        said = done.stderr.strip().splitlines() or [f"it ended with code {done.returncode}"]
        raise WeightsRefused(
            f"It could not be read as numbers only: {said[-1]}",
            path=" ".join(arguments),
            remedy="It is no checkpoint of this model, is damaged, or holds more than numbers.",
        )
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


def _bytes_of(folder: Path) -> int:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
