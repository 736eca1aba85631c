"""Whether the files of a checkpoint are whole, of the kind that they say, and safe to open."""

from __future__ import annotations

import errno
import json
import os
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from languages.checkpoints import Checkpoint
from languages.errors import WeightsRefused

PIN = "vernacast.json"
SEEN = ".vernacast-seen.json"
"""Sizes and times of the files when their digests were last compared with the pin."""
OURS = (PIN, SEEN, PIN + ".part")
TORCH_ENDINGS = (".bin", ".pt", ".pth", ".ckpt", ".pkl", ".pickle", ".h5", ".msgpack")
NOT_TORCH = {"ctranslate2": ("model.bin",), "fasttext": ("model.bin",)}
"""Layouts whose ``model.bin`` is a format of its own, which holds numbers and no code."""
MOST_HEADER_BYTES = 100_000_000
"""Source: https://huggingface.co/docs/safetensors, "Format": the header may have at most 100 MB."""
PICKLES = (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05", b"PK\x03\x04")
"""How pickles of protocol 2 to 5 begin, and the zip that ``torch.save`` writes. Source: Python's pickletools."""


WEIGHTS = (".safetensors", ".onnx")
"""Endings of files that hold the numbers of a model and no code."""


def weights_among(checkpoint: Checkpoint, names: Iterable[str]) -> tuple[str, ...]:
    """Those of a folder's files (names with ``/``) that hold the numbers of the model and cannot hold code."""
    own = NOT_TORCH.get(checkpoint.layout, ())
    return tuple(name for name in names if name in own or name.endswith(WEIGHTS))


def check_formats(checkpoint: Checkpoint, folder: Path) -> None:
    """Refuses what is missing, incomplete, of another architecture, or could carry code.

    Raises:
        WeightsRefused: says which file and why.
    """
    for name in checkpoint.files:
        if not (folder / name).is_file():
            raise WeightsRefused(
                f"{checkpoint.id} has no {name}.",
                path=str(folder),
                expected=f"It needs {', '.join(checkpoint.files)}.",
                remedy="The download is not complete, or this is the folder of something else.",
            )
    own = NOT_TORCH.get(checkpoint.layout, ())
    names = tuple(sizes_of(folder))
    for name in names:
        path = folder / name
        if is_torch(checkpoint, name):
            way = ", or take it in with `vernacast weights import`" if checkpoint.torch_files else ""
            raise refuse_torch(path, f"Get the safetensors version{way}, and remove this file.")
        if path.suffix == ".safetensors":
            check_safetensors(path)
        elif name in own or path.suffix == ".onnx":
            _refuse_pickle(path)
    if not weights_among(checkpoint, names):
        raise WeightsRefused(
            f"{checkpoint.id} has no weights.",
            path=str(folder),
            expected=f"A file that ends in {' or '.join(WEIGHTS)} was expected beside its settings.",
            remedy="The download is not complete, or this is the folder of something else.",
        )
    told = _architecture(folder)
    if told and checkpoint.architectures and told not in checkpoint.architectures:
        raise WeightsRefused(
            f"Its configuration calls it {told!r}.",
            path=str(folder),
            expected=f"{checkpoint.id} is one of {', '.join(checkpoint.architectures)}.",
            remedy="This is another model: take it in under its own id.",
        )


def is_torch(checkpoint: Checkpoint, name: str) -> bool:
    """Whether a file of a checkpoint's folder is a pickle by its name, and could run code when it is opened."""
    return name.lower().endswith(TORCH_ENDINGS) and name not in NOT_TORCH.get(checkpoint.layout, ())


def refuse_torch(path: Path, remedy: str) -> WeightsRefused:
    """The error that tells why a torch file is not taken."""
    return WeightsRefused(
        "Files of this kind are pickles, which can run code when they are opened.",
        path=str(path),
        expected="Weights as safetensors, CTranslate2 or ONNX were expected.",
        remedy=remedy,
    )


def check_safetensors(path: Path) -> None:
    """Reads the header of a safetensors file and compares it with the file's length.

    Source: https://huggingface.co/docs/safetensors, "Format".

    Raises:
        WeightsRefused: it is something else, or cut short.
    """
    _refuse_pickle(path)
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(8)
        length = struct.unpack("<Q", head)[0] if len(head) == 8 else 0
        if not 2 <= length <= min(MOST_HEADER_BYTES, size - 8):
            raise WeightsRefused(
                "This is no safetensors file, or its beginning is missing.",
                path=str(path),
                remedy="Get it anew from its publisher.",
            )
        try:
            header = json.loads(file.read(length))
            ends = [int(t["data_offsets"][1]) for name, t in header.items() if name != "__metadata__"]
        except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
            raise WeightsRefused(
                f"The header of this safetensors file cannot be read: {error}.",
                path=str(path),
                remedy="Get it anew from its publisher.",
            ) from error
    whole = 8 + length + max(ends, default=0)
    if size != whole:
        raise WeightsRefused(
            f"It has {size:,} bytes; its header speaks of {whole:,}.",
            path=str(path),
            remedy="The download was cut short, or the file is damaged: get it anew from its publisher.",
        )


def _refuse_pickle(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(4).startswith(PICKLES):
            raise WeightsRefused(
                "This file is a pickle or a torch archive under another name, and could run code when opened.",
                path=str(path),
                expected=f"What its name says: {path.suffix[1:]}.",
                remedy="Do not use it. Fetch the model from its own repository.",
            )


def _architecture(folder: Path) -> str:
    """What the folder's configuration calls the model; empty where it does not say."""
    for name, keys in (("model_index.json", ("_class_name",)), ("config.json", ("model_type", "model", "model_arch"))):
        try:
            told = json.loads((folder / name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        for key in keys:
            if isinstance(told, dict) and isinstance(told.get(key), str):
                return str(told[key])
    return ""


def read_json(path: Path) -> Any:
    """What a settings file holds. Nobody waits for a pipe in its place.

    Raises:
        OSError: it is no file, or cannot be read.
        ValueError: it is no JSON.
    """
    if not path.is_file():
        raise FileNotFoundError(errno.ENOENT, "There is no such file", str(path))
    return json.loads(path.read_text(encoding="utf-8"))


def files_of(folder: Path) -> Iterator[Path]:
    """Files of a checkpoint in order of name; see ``sizes_of``."""
    return (folder / name for name in sizes_of(folder))


def sizes_of(folder: Path) -> dict[str, int]:
    """Bytes of each file of a checkpoint by its name (with ``/``), in order of name.

    The pin, what belongs to us and hidden files are left out.

    Raises:
        WeightsRefused: a link leads out of the folder, or something is neither a file nor a folder.
        OSError: the folder cannot be read.
    """
    found: dict[str, int] = {}
    places = [("", str(folder))]
    while places:
        above, place = places.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name in OURS:
                    continue
                if entry.is_symlink():
                    _refuse_link_out(folder, entry.path)
                if entry.is_dir(follow_symlinks=False):
                    places.append((f"{above}{entry.name}/", entry.path))
                elif entry.is_file():
                    found[above + entry.name] = entry.stat().st_size
                elif not entry.is_dir():
                    raise WeightsRefused(
                        "It is neither a file nor a folder.",
                        path=entry.path,
                        remedy="It is no part of a model: remove it.",
                    )
    return dict(sorted(found.items()))


def _refuse_link_out(folder: Path, path: str) -> None:
    target = os.path.realpath(path)
    if not Path(target).is_relative_to(os.path.realpath(folder)):
        raise WeightsRefused(
            f"It is a link to {target}, outside of the folder.",
            path=path,
            remedy="Take the weights in with `vernacast weights import`, which copies what links point to.",
        )
