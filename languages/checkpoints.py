"""The register of checkpoints: which published models Vernacast can use, and what is known of each.

Data, in ``data/models/checkpoints.toml``; every row names its sources. Nothing in it is invented: a revision or a
digest that nobody here has read stands as ``unpinned``, a quality that nobody has published as ``unknown``.
"""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from languages.card import Licence
from languages.errors import UsageError

UNPINNED = "unpinned"
UNKNOWN = "unknown"
STAR = "*"
"""Stands in the id of a family for the code of the language: ``mms-tts-*``."""


NO_REPOSITORY = ("piper", "fairseq2", "whisper", "coqui")
"""Layouts that are not published as one repository of files that can hold no code: as many voices in one, or as torch
files. Source: rhasspy/piper-voices, the downloads of facebookresearch/omnilingual-asr and openai/whisper,
coqui/XTTS-v2 (model.pth)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """One published model."""

    id: str
    engines: tuple[str, ...]
    """Ids of the engines that can load it."""
    repository: str
    revision: str
    """Commit of the repository, or ``unpinned``."""
    layout: str
    """How its files lie: ``transformers``, ``diffusers``, ``ctranslate2``, ``coqui``, ``fairseq2``, …"""
    architectures: tuple[str, ...]
    """What its configuration must call itself (``model_type`` or ``_class_name``); one of them."""
    files: tuple[str, ...]
    """Files without which it cannot be loaded."""
    torch_files: tuple[tuple[str, str], ...] = ()
    """(published torch file, safetensors file that ``weights import`` makes of it)."""
    sha256: tuple[tuple[str, str], ...] = ()
    """(file, digest) where a digest was published; empty = unpinned."""
    licence: Licence
    languages: str
    """Which languages, and where that list was read."""
    prompts: tuple[str, ...] = ()
    """Languages in which a picture or film model reads what is to be seen, as its card says."""
    parameters_m: float = 0.0
    """Millions of parameters; 0 = unknown."""
    ram_gb: float
    """Memory that it takes on a CPU, working space included."""
    gpu_gb: float
    gpu_part_gb: float = 0.0
    """Least GPU memory with which it works, its parts moved there one by one; 0 = it has to be there whole."""
    quality: str = UNKNOWN
    """Published quality with its source, or ``unknown``."""
    source: str
    made_from: str = ""
    """Id of the checkpoint of which ``weights convert`` makes it; empty = it is published."""
    example: str = ""
    """Of a family: a published one of it, which stands for all where none is here; empty where none is known."""
    family: str = ""
    """Id of the family where this is one of many: ``mms-tts-*``."""


@lru_cache
def checkpoints() -> dict[str, Checkpoint]:
    """All rows of the register by id, families with their star."""
    table = tomllib.loads((files("languages") / "data" / "models" / "checkpoints.toml").read_text(encoding="utf-8"))
    return {name: _checkpoint(name, row) for name, row in table.items()}


def get_checkpoint(checkpoint_id: str) -> Checkpoint:
    """A checkpoint by id; one of a family by the id in which a code stands for the star.

    Raises:
        UsageError: there is none.
    """
    found = checkpoints().get(checkpoint_id)
    if found is not None and STAR not in checkpoint_id:
        return found
    for name, family in checkpoints().items():
        before, star, after = name.partition(STAR)
        inside = len(checkpoint_id) > len(before) + len(after)
        if star and inside and checkpoint_id.startswith(before) and checkpoint_id.endswith(after):
            code = checkpoint_id[len(before) : len(checkpoint_id) - len(after)]
            if code.replace("-", "").replace("_", "").isalnum():
                repository = family.repository.replace(STAR, code)
                return dataclasses.replace(family, id=checkpoint_id, repository=repository, family=name)
    if checkpoint_id in checkpoints():
        raise UsageError(
            f"{checkpoint_id!r} stands for many models.",
            expected=f"Put a code for the star: {checkpoint_id.replace(STAR, 'CODE')}.",
            remedy=f"`vernacast weights list {checkpoint_id}` says which there are.",
        )
    raise UsageError(
        f"No checkpoint is called {checkpoint_id!r}.",
        expected=f"There are {', '.join(checkpoints())}; {STAR} stands for a code.",
        remedy="`vernacast weights list` shows them.",
    )


def is_repository(checkpoint: Checkpoint) -> bool:
    """Whether a checkpoint is published as one repository on the hub that ``weights fetch`` can take."""
    return bool(checkpoint.repository) and STAR not in checkpoint.repository and checkpoint.layout not in NO_REPOSITORY


def how_to_get(checkpoint: Checkpoint) -> str:
    """The commands that bring a checkpoint onto this machine, whichever way there is."""
    if checkpoint.made_from:
        return f"make it with `vernacast weights convert {checkpoint.made_from}`"
    bring = f"`vernacast weights import {checkpoint.id} FOLDER`"
    if checkpoint.torch_files:
        return f"bring its files and {bring}, with `--sha256 DIGEST` where the model is a torch file"
    if is_repository(checkpoint):
        return f"`vernacast weights fetch {checkpoint.id}`, or {bring}"
    return f"bring its files and {bring}"


def checkpoints_of(engine: str) -> tuple[Checkpoint, ...]:
    """Rows of the register that an engine can load, families with their star."""
    return tuple(c for c in checkpoints().values() if engine in c.engines)


def _checkpoint(name: str, row: dict[str, object]) -> Checkpoint:
    values = dict(row)
    licence = values.pop("licence")
    assert isinstance(licence, dict)
    for key, value in values.items():
        if isinstance(value, list):
            values[key] = tuple(value)
        elif isinstance(value, dict):
            values[key] = tuple(value.items())
    return Checkpoint(id=name, licence=Licence(**licence), **values)  # pyright: ignore[reportArgumentType] - the test reads every row
