"""Pins: what the user accepted as a checkpoint, every file with its bytes and sha256, in ``vernacast.json``."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from languages.checkpoints import Checkpoint, how_to_get
from languages.errors import WeightsRefused
from languages.weight_files import PIN, files_of

NOTES = (".md",)
"""Endings of files that no engine opens: one that came after the pin changes nothing."""
NAMED = 3
"""How many files a message names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedFile:
    """One file as it was pinned."""

    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """What the user accepted as this checkpoint."""

    checkpoint: str
    repository: str
    revision: str
    """Commit, or empty where the files came from a folder."""
    files: dict[str, PinnedFile]
    who: str
    when: str
    licence: str = ""
    """SPDX expression of the weights as the user read it, where the register does not know it."""
    licence_source: str = ""
    """Where the user read it."""
    licence_by: str = ""
    """Who read it and when, where the files were pinned again since."""
    note: str = ""
    """How the files came to be, where they are not as published: converted, rewritten, changed."""


def read_pin(folder: Path) -> Pin | None:
    """The pin of a folder, or None where there is none.

    Raises:
        WeightsRefused: it cannot be read.
    """
    try:
        if (folder / PIN).is_fifo():
            raise OSError(errno.EINVAL, "it is a pipe")  # reading it would wait for somebody who writes
        return msgspec.json.decode((folder / PIN).read_bytes(), type=Pin)
    except FileNotFoundError:
        return None
    except (msgspec.DecodeError, OSError) as error:
        told = error.strerror if isinstance(error, OSError) else error
        raise WeightsRefused(
            f"The pin cannot be read: {told}.", path=str(folder / PIN), remedy="Delete it and pin the weights again."
        ) from error


def pin_digest(pin: Pin) -> str:
    """16 hexadecimal digits that stand for all files of a pin."""
    lines = "\n".join(f"{name} {pinned.sha256}" for name, pinned in sorted(pin.files.items()))
    return hashlib.sha256(lines.encode()).hexdigest()[:16]


def sha256_of(path: Path) -> str:
    """sha256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def pinned_files(folder: Path) -> dict[str, PinnedFile]:
    """Every file of a folder as a pin names it."""
    return {
        f.relative_to(folder).as_posix(): PinnedFile(sha256=sha256_of(f), bytes=f.stat().st_size)
        for f in files_of(folder)
    }


def why_unlike(pin: Pin, checkpoint: Checkpoint, sizes: Mapping[str, int]) -> str:
    """Why a folder is not what its pin says and what to do, or empty; digests are not compared.

    Args:
        sizes: bytes of each file that lies there, by name.
    """
    checkpoint_id, anew = checkpoint.id, f"To have it anew: {how_to_get(checkpoint)}"
    if pin.checkpoint != checkpoint_id:
        return (
            f"The pin in the folder {checkpoint_id} is of {pin.checkpoint}: give the folder its name back, or pin it "
            f"under the new one if that is what it holds: vernacast weights pin {checkpoint_id}"
        )
    if lacking := [name for name in pin.files if name not in sizes]:
        is_ = "is" if len(lacking) == 1 else "are"
        return f"{_named(lacking)} of {checkpoint_id} {is_} not there. {anew}"
    if extra := [name for name in sizes if name not in pin.files and not name.lower().endswith(NOTES)]:
        is_, them = ("is", "it") if len(extra) == 1 else ("are", "them")
        return (
            f"{_named(extra)} in {checkpoint_id} {is_} not in its pin. Remove {them}, or if you put {them} there on "
            f"purpose: vernacast weights pin {checkpoint_id}"
        )
    for name, pinned in pin.files.items():
        if sizes[name] != pinned.bytes:
            has = f"{sizes[name]:,} bytes instead of {pinned.bytes:,}"
            return f"{name} of {checkpoint_id} has {has}. {anew}"
    return ""


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
