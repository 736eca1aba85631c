"""``vernacast weights import ID FOLDER`` and ``convert ID``: files that people brought, checked before they count."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from flows.intake import Origin, take_in
from languages.checkpoints import Checkpoint, checkpoints, get_checkpoint
from languages.environments import environment, source_path
from languages.errors import ResourceError, UsageError, WeightsRefused
from languages.weight_files import PIN, SEEN, is_torch, refuse_torch, weights_among
from languages.weights import look, sha256_of, usable


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
        raise UsageError(
            f"{folder} is {'a file' if source.exists() else 'not there'}.", expected=_folder_of(checkpoint)
        )

    def fill(place: Path) -> str:
        return _fill(checkpoint, source, place, sha256.lower().strip())

    found, note = take_in(checkpoint, _bytes_of(source), fill, Origin(name=folder))
    print(f"{checkpoint_id} is in {found}.{' ' + note if note else ''}")
    return 0


def convert(checkpoint_id: str) -> int:
    """Makes the small quick form of a checkpoint that is here (CTranslate2, int8).

    Raises:
        UsageError: nothing can be made of it.
        WeightsMissing, WeightsRefused: it cannot be used itself.
        ResourceError: no space, or no environment that can convert.
    """
    conversions = {c.made_from: c for c in checkpoints().values() if c.made_from}
    if checkpoint_id not in conversions:
        raise UsageError(f"{checkpoint_id!r} cannot be converted.", expected=f"These can: {', '.join(conversions)}.")
    source = usable(checkpoint_id)
    target = conversions[checkpoint_id]

    def fill(place: Path) -> str:
        _child("translation.engines._ct2_convert", source, str(source), str(place))
        return f"converted from {checkpoint_id} {look(checkpoint_id).digest}"

    found, _ = take_in(target, _bytes_of(source), fill, Origin(name=str(source)))
    print(f"{target.id} is in {found}.")
    return 0


def _folder_of(checkpoint: Checkpoint) -> str:
    needed = f"Expected is a folder with {', '.join(checkpoint.files)}"
    return f"{needed}, or with its torch file and --sha256." if checkpoint.torch_files else f"{needed}."


def _fill(checkpoint: Checkpoint, source: Path, place: Path, sha256: str) -> str:
    """Copies what belongs to the model; torch files enter only rewritten, or stay outside."""
    paths = {p.relative_to(source).as_posix(): p for p in sorted(source.rglob("*")) if p.is_file()}
    paths = {n: p for n, p in paths.items() if p.name not in (PIN, SEEN) and not any(x[0] == "." for x in n.split("/"))}
    weights = weights_among(checkpoint, paths)
    model = _torch_file(checkpoint, paths, bool(weights), sha256)
    if sha256 and not model and not any(sha256_of(paths[name]) == sha256 for name in weights):
        raise WeightsRefused(
            "No file of weights has this sha256.", path=str(source), expected=f"{sha256} was expected."
        )
    torch_files = dict(checkpoint.torch_files)
    target = torch_files.get(model) or next(iter(torch_files.values()), "") if model else ""
    note: list[str] = []
    outside: list[str] = []
    for name, path in paths.items():
        if name == model:
            digest = dict(checkpoint.sha256).get(name, "") or sha256
            note.append(_rewrite(checkpoint, path, place / target, digest))
        elif is_torch(checkpoint, name) and not model and not weights:
            raise refuse_torch(path, "Bring the safetensors version from its own repository.")
        elif is_torch(checkpoint, name) or name == target:
            outside.append(name)  # of training, or made ready for other programs: the model can do without
        else:
            _copy(path, place / name)
    return "; ".join((*note, f"not taken in: {', '.join(outside)}") if outside else note)


def _copy(path: Path, target: Path) -> None:
    try:
        path.open("rb").close()
    except OSError as error:
        raise WeightsRefused(f"It cannot be read: {error.strerror or error}.", path=str(path)) from error
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target)


def _torch_file(checkpoint: Checkpoint, paths: Mapping[str, Path], have_weights: bool, sha256: str) -> str:
    """The torch file that is rewritten, or empty: of the published name, the only one, or the one of the digest.

    Where other weights lie beside it, only the one of the digest.

    Raises:
        UsageError: there are several, and nothing says which one is the model.
    """
    found = [name for name in paths if is_torch(checkpoint, name)]
    if not checkpoint.torch_files or not found:
        return ""
    published = dict(checkpoint.torch_files)
    named = [] if have_weights else [name for name in found if name in published]
    if chosen := named or (found if len(found) == 1 and not have_weights else []):
        return chosen[0]
    if chosen := [name for name in found if sha256 and sha256_of(paths[name]) == sha256]:
        return chosen[0]
    if have_weights:
        return ""
    raise UsageError(
        f"{', '.join(found)} are torch files, and nothing says which one is the model.",
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
            f"Its sha256 is {found}.",
            path=str(path),
            expected=f"{wanted} was expected.",
            remedy="Get it anew from its publisher.",
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    told = json.loads(_child("flows.torch_file", path, checkpoint.layout, str(path.resolve()), str(target)))
    left = f", left out: {', '.join(told['left_out'])}" if told["left_out"] else ""
    return f"rewritten from {path.name} sha256 {found}: {told['tensors']} tensors{left}"


def _child(module: str, source: Path, *arguments: str) -> str:
    """What a module prints that is run in the environment ``neural``, without a hub and without our settings.

    Args:
        source: what it reads, as a message names it.
    """
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
            path=str(source),
            remedy="It is no checkpoint of this model, is damaged, or holds more than numbers.",
        )
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


def _bytes_of(folder: Path) -> int:
    try:
        return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
    except OSError as error:
        raise WeightsRefused(
            f"It cannot be read: {error.strerror or error}.", path=str(error.filename or folder)
        ) from error
