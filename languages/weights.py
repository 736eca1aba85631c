"""Weights on this machine: where they lie, whether they are what was pinned, and whether they are safe to open.

A checkpoint is one folder under the weights folder; ``vernacast.json`` in it is its pin (see ``languages.pins``).
Nothing is fetched here, and nothing is ever loaded from a folder that holds more or less than what was pinned.
Formats that can carry code (pickle: ``.bin``, ``.pt``, ``.pth``, ``.ckpt``) are refused; ``weights import`` turns a
torch file into safetensors in a process of its own.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from languages.checkpoints import UNKNOWN, Checkpoint, get_checkpoint, how_to_get
from languages.errors import ResourceError, UsageError, WeightsMissing, WeightsRefused
from languages.pins import Pin, pin_digest, pinned_files, read_pin, sha256_of, why_unlike
from languages.weight_files import PIN, SEEN, check_formats, sizes_of


class State(StrEnum):
    """What can be said of a checkpoint on this machine."""

    ABSENT = "absent"
    UNPINNED = "unpinned"
    READY = "ready"
    DAMAGED = "damaged"


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
    """A checkpoint as it lies: names and sizes are compared with the pin, digests are not (``usable`` does).

    A folder that cannot be read, or holds what may not be there, is damaged; it stops nobody who wants another one.

    Raises:
        UsageError: the register has no such checkpoint.
    """
    checkpoint = get_checkpoint(checkpoint_id)
    folder = (root or weights_root()) / checkpoint_id
    try:
        if not folder.is_dir():
            return Found(checkpoint=checkpoint, folder=folder, state=State.ABSENT, reason=_absent(checkpoint))
        pin = read_pin(folder)
        if pin is not None:
            checkpoint = with_licence(checkpoint, pin)
        sizes = sizes_of(folder)
    except WeightsRefused as error:
        return Found(checkpoint=checkpoint, folder=folder, state=State.DAMAGED, reason=str(error))
    except OSError as error:
        reason = str(_unreadable(error, folder))
        return Found(checkpoint=checkpoint, folder=folder, state=State.DAMAGED, reason=reason)
    size = sum(sizes.values())
    if pin is None:
        reason = f"{checkpoint_id} is here but not pinned. Look at it, then: vernacast weights pin {checkpoint_id}"
        return Found(checkpoint=checkpoint, folder=folder, state=State.UNPINNED, reason=reason, bytes=size)
    if reason := why_unlike(pin, checkpoint, sizes):
        return Found(checkpoint=checkpoint, folder=folder, state=State.DAMAGED, reason=reason, bytes=size)
    return Found(checkpoint=checkpoint, folder=folder, state=State.READY, bytes=size, digest=pin_digest(pin))


def with_licence(checkpoint: Checkpoint, pin: Pin) -> Checkpoint:
    """The checkpoint under the licence that the user read; what the register knows of its licence stands."""
    if not pin.licence or pin.checkpoint != checkpoint.id or checkpoint.licence.weights != UNKNOWN:
        return checkpoint
    source = f"{pin.licence_source}, as read by {pin.licence_by or f'{pin.who} on {pin.when}'}"
    return replace(checkpoint, licence=replace(checkpoint.licence, weights=pin.licence, source=source))


def installed(engine: str, root: Path | None = None) -> tuple[Found, ...]:
    """Checkpoints of an engine that lie on this machine, in order of id, in whatever state.

    Raises:
        ResourceError: the weights folder cannot be read.
    """
    place = root or weights_root()
    try:
        names = sorted(entry.name for entry in os.scandir(place) if entry.is_dir())
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise ResourceError(
            f"The weights folder {place} cannot be read: {error.strerror or error}.",
            remedy="Check its permissions, or name another with VERNACAST_WEIGHTS.",
        ) from error
    found: list[Found] = []
    for name in names:
        if not name.startswith("."):
            try:
                checkpoint = get_checkpoint(name)
            except UsageError:
                continue
            if engine in checkpoint.engines:
                found.append(look(name, place))
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
        named = found.reason.startswith(str(found.folder))
        raise WeightsRefused(found.reason, path="" if named else str(found.folder))
    try:
        verify(found)
        check_formats(found.checkpoint, found.folder)
    except OSError as error:
        raise _unreadable(error, found.folder) from error
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
                expected=f"{pinned.sha256[:16]}… was expected, pinned by {pin.who} on {pin.when}.",
                remedy=f"If you changed it on purpose, pin it again. To have it anew: {how_to_get(found.checkpoint)}",
            )
    told = json.dumps({name: [*values, pin.files[name].sha256] for name, values in now.items()})
    try:
        (found.folder / SEEN).write_text(told, encoding="utf-8")
    except OSError:
        return  # a folder that may only be read: digests are worked out each time


def _read_seen(folder: Path) -> dict[str, list[int | str]]:
    try:
        return msgspec.json.decode((folder / SEEN).read_bytes(), type=dict[str, list[int | str]])
    except (OSError, msgspec.DecodeError):
        return {}


def _unreadable(error: OSError, folder: Path) -> WeightsRefused:
    return WeightsRefused(
        f"It cannot be read: {error.strerror or error}.",
        path=str(error.filename or folder),
        remedy="Check its permissions and its disk.",
    )


def _absent(checkpoint: Checkpoint) -> str:
    where = f" ({checkpoint.repository})" if checkpoint.repository else ""
    return f"its weights {checkpoint.id}{where} are not here: {how_to_get(checkpoint)}"


def write_pin(
    found: Found,
    who: str,
    repository: str = "",
    revision: str = "",
    note: str = "",
    licence: tuple[str, str] = ("", ""),
) -> Pin:
    """Accepts what lies in the folder as this checkpoint, after looking at its files.

    What an earlier pin of the same checkpoint says of licence, repository, revision and note stays where nothing else
    is told; files that changed since are noted.

    Args:
        licence: SPDX expression of the weights and where the user read it, where the register does not know it.

    Raises:
        WeightsMissing: nothing is there.
        WeightsRefused: a file is incomplete, of another kind, could carry code, or has not the published digest.
        OSError: the folder cannot be read or written.
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
    old = read_pin(found.folder)
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
    if old is not None and old.checkpoint == pin.checkpoint:
        pin = _with_what_was_told(pin, old, keep_repository=not repository)
    part = found.folder / (PIN + ".part")
    part.write_bytes(msgspec.json.format(msgspec.json.encode(pin), indent=1))
    part.replace(found.folder / PIN)
    return pin


def _with_what_was_told(pin: Pin, old: Pin, keep_repository: bool) -> Pin:
    if not pin.licence and old.licence:
        by = old.licence_by or f"{old.who} on {old.when}"
        pin = replace(pin, licence=old.licence, licence_source=old.licence_source, licence_by=by)
    if keep_repository:
        pin = replace(pin, repository=old.repository, revision=pin.revision or old.revision)
    changed = sorted(name for name in {*pin.files, *old.files} if pin.files.get(name) != old.files.get(name))
    since = f"changed since {old.when}: {', '.join(changed)}" if changed else ""
    return replace(pin, note="; ".join(part for part in (pin.note or old.note, since) if part))
