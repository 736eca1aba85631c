"""Weights on this machine: where they lie, whether they are what was pinned, and whether they are safe to open.

A checkpoint is one folder under the weights folder; ``vernacast.json`` in it is its pin: every file with its bytes
and sha256, who pinned it and when. Nothing is fetched here, and nothing that is not pinned is ever loaded.
Formats that can carry code (pickle: ``.bin``, ``.pt``, ``.pth``, ``.ckpt``) are refused; ``weights import`` turns a
torch file into safetensors in a process of its own.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from languages.checkpoints import UNKNOWN, Checkpoint, get_checkpoint
from languages.errors import UsageError, WeightsMissing, WeightsRefused
from languages.weight_files import PIN, SEEN, check_formats, files_of


class State(StrEnum):
    """What can be said of a checkpoint on this machine."""

    ABSENT = "absent"
    UNPINNED = "unpinned"
    READY = "ready"
    DAMAGED = "damaged"


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
    note: str = ""
    """How the files came to be, where they are not as published: converted, rewritten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A checkpoint and its state on this machine."""

    checkpoint: Checkpoint
    folder: Path
    state: State
    reason: str = ""
    """Why it cannot be used and what to do; empty where it is ready."""
    bytes: int = 0
    digest: str = ""
    """16 hexadecimal digits that stand for all its pinned files; part of keys."""


def weights_root() -> Path:
    """``VERNACAST_WEIGHTS``, else the user's data folder (XDG base directory specification)."""
    if own := os.environ.get("VERNACAST_WEIGHTS"):
        return Path(own)
    data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(data) / "vernacast" / "weights"


def look(checkpoint_id: str, root: Path | None = None) -> Found:
    """A checkpoint as it lies: sizes are compared with the pin, digests are not (``usable`` does).

    Raises:
        UsageError: the register has no such checkpoint.
    """
    checkpoint = get_checkpoint(checkpoint_id)
    folder = (root or weights_root()) / checkpoint_id
    if not folder.is_dir():
        return Found(checkpoint=checkpoint, folder=folder, state=State.ABSENT, reason=_absent(checkpoint))
    try:
        pin = read_pin(folder)
    except WeightsRefused as error:
        return Found(checkpoint=checkpoint, folder=folder, state=State.DAMAGED, reason=str(error))
    size = sum(f.stat().st_size for f in files_of(folder))
    if pin is not None:
        checkpoint = with_licence(checkpoint, pin)
    if pin is None:
        reason = f"{checkpoint_id} is here but not pinned. Look at it, then: vernacast weights pin {checkpoint_id}"
        return Found(checkpoint=checkpoint, folder=folder, state=State.UNPINNED, reason=reason, bytes=size)
    for name, pinned in pin.files.items():
        path = folder / name
        found = path.stat().st_size if path.is_file() else -1
        if found != pinned.bytes:
            what = "is not there" if found < 0 else f"has {found:,} bytes instead of {pinned.bytes:,}"
            reason = f"{name} of {checkpoint_id} {what}. Fetch or import it again."
            return Found(checkpoint=checkpoint, folder=folder, state=State.DAMAGED, reason=reason, bytes=size)
    return Found(checkpoint=checkpoint, folder=folder, state=State.READY, bytes=size, digest=pin_digest(pin))


def with_licence(checkpoint: Checkpoint, pin: Pin) -> Checkpoint:
    """The checkpoint under the licence that the user read; what the register knows of its licence stands."""
    if not pin.licence or checkpoint.licence.weights != UNKNOWN:
        return checkpoint
    source = f"{pin.licence_source}, as read by {pin.who} on {pin.when}"
    return replace(checkpoint, licence=replace(checkpoint.licence, weights=pin.licence, source=source))


def installed(engine: str, root: Path | None = None) -> tuple[Found, ...]:
    """Checkpoints of an engine that lie on this machine, in order of id, in whatever state."""
    place = root or weights_root()
    found: list[Found] = []
    for folder in sorted(place.iterdir()) if place.is_dir() else ():
        if folder.is_dir() and not folder.name.startswith("."):
            try:
                one = look(folder.name, place)
            except UsageError:
                continue
            if engine in one.checkpoint.engines:
                found.append(one)
    return tuple(found)


def usable(checkpoint_id: str, root: Path | None = None) -> Path:
    """The folder of a checkpoint whose every file is what was pinned and may be opened.

    Digests are worked out when a file's size, time or inode changed since they were last compared.

    Raises:
        WeightsMissing: it is not here, or not pinned.
        WeightsRefused: a file is not what was pinned, or of a kind that could carry code.
    """
    found = look(checkpoint_id, root)
    if found.state in (State.ABSENT, State.UNPINNED):
        raise WeightsMissing(found.reason)
    if found.state is State.DAMAGED:
        raise WeightsRefused(found.reason, path=str(found.folder))
    verify(found)
    check_formats(found.checkpoint, found.folder)
    return found.folder


EACH_BYTE = 3.0
"""A model takes no more than so many bytes for each byte on the disk: half precision made float32, and work space."""
BESIDE_GB = 0.3


def size_gb(found: Found, device: str = "cpu") -> float:
    """Memory that a checkpoint takes on a device, in GB: as the register says, or less where its files are smaller."""
    told = found.checkpoint.ram_gb if device == "cpu" else found.checkpoint.gpu_gb
    return min(told, EACH_BYTE * found.bytes / 1e9 + BESIDE_GB) if found.bytes else told


def least_gb(found: Found, device: str = "cpu") -> float:
    """The least memory on a device with which a checkpoint works, in GB: on a GPU that of its largest part."""
    whole, part = size_gb(found, device), found.checkpoint.gpu_part_gb
    return min(whole, part) if part and device != "cpu" else whole


def verify(found: Found, always: bool = False) -> None:
    """Compares digests with the pin; ``always`` also of files that have not changed since.

    Raises:
        WeightsRefused: a file is not what was pinned.
    """
    pin = read_pin(found.folder)
    assert pin is not None
    seen = {} if always else _read_seen(found.folder)
    now: dict[str, list[int]] = {}
    for name, pinned in pin.files.items():
        stat = (found.folder / name).stat()
        now[name] = [stat.st_size, stat.st_mtime_ns, stat.st_ino]
        if seen.get(name) == [*now[name], pinned.sha256]:
            continue
        digest = sha256_of(found.folder / name)
        if digest != pinned.sha256:
            raise WeightsRefused(
                f"Its sha256 is {digest[:16]}…, not what was pinned.",
                path=str(found.folder / name),
                expected=f"{pinned.sha256[:16]}…, pinned by {pin.who} on {pin.when}.",
                remedy="Fetch or import it again; if you changed it on purpose, pin it again.",
            )
    told = json.dumps({name: [*values, pin.files[name].sha256] for name, values in now.items()})
    try:
        (found.folder / SEEN).write_text(told, encoding="utf-8")
    except OSError:
        return  # a folder that may only be read: digests are worked out each time


def read_pin(folder: Path) -> Pin | None:
    """The pin of a folder, or None where there is none.

    Raises:
        WeightsRefused: it cannot be read.
    """
    try:
        return msgspec.json.decode((folder / PIN).read_bytes(), type=Pin)
    except FileNotFoundError:
        return None
    except msgspec.DecodeError as error:
        raise WeightsRefused(
            f"The pin cannot be read: {error}.", path=str(folder / PIN), remedy="Delete it and pin the weights again."
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


def _read_seen(folder: Path) -> dict[str, list[int | str]]:
    try:
        return json.loads((folder / SEEN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _absent(checkpoint: Checkpoint) -> str:
    where = f" ({checkpoint.repository})" if checkpoint.repository else ""
    return (
        f"its weights {checkpoint.id}{where} are not here: `vernacast weights fetch {checkpoint.id}`, or "
        f"`vernacast weights import {checkpoint.id} FOLDER`"
    )


def write_pin(
    found: Found,
    who: str,
    repository: str = "",
    revision: str = "",
    note: str = "",
    licence: tuple[str, str] = ("", ""),
) -> Pin:
    """Accepts what lies in the folder as this checkpoint, after looking at its files.

    Args:
        licence: SPDX expression of the weights and where the user read it, where the register does not know it.

    Raises:
        WeightsMissing: nothing is there.
        WeightsRefused: a file is incomplete, of another kind, could carry code, or has not the published digest.
    """
    if found.state is State.ABSENT:
        raise WeightsMissing(found.reason)
    check_formats(found.checkpoint, found.folder)
    files = pinned_files(found.folder)
    for name, published in found.checkpoint.sha256:
        if name in files and files[name].sha256 != published:
            raise WeightsRefused(
                f"Its sha256 is {files[name].sha256[:16]}…; {published[:16]}… was published.",
                path=str(found.folder / name),
                remedy="Fetch it again from its own repository.",
            )
    pin = Pin(
        checkpoint=found.checkpoint.id,
        repository=repository or found.checkpoint.repository,
        revision=revision,
        files=files,
        who=who,
        when=datetime.now(UTC).isoformat(timespec="seconds"),
        licence=licence[0],
        licence_source=licence[1],
        note=note,
    )
    part = found.folder / (PIN + ".part")
    part.write_bytes(msgspec.json.format(msgspec.json.encode(pin), indent=1))
    part.replace(found.folder / PIN)
    return pin
