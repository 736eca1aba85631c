"""Taking weights in: filled in a folder under another name, checked and pinned there, and only then named."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flows.files import refuse_os_error
from flows.processes import user
from languages.checkpoints import Checkpoint
from languages.errors import ResourceError, UsageError, WeightsRefused
from languages.owners import is_gone, owner
from languages.weights import Found, State, look, weights_root, write_pin

PART = ".part-"
"""Begins the names of folders that are being filled; who fills them follows (``languages.owners.owner``)."""
OLD_S = 3 * 86400.0
"""Seconds after which a part counts as left where nobody can know: of another machine, or of before its last start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where files come from."""

    name: str
    """Folder or repository: what messages name."""
    repository: str = ""
    revision: str = ""


def take_in(checkpoint: Checkpoint, size: int, fill: Callable[[Path], str], origin: Origin) -> tuple[Path, str]:
    """Fills a folder under another name, checks and pins it there, and names it; what is ready already stays.

    Gives the folder and how its files came to be. What imports that were killed left behind goes.

    Args:
        size: bytes that will be needed.
        fill: puts the files there and says how they came to be, where they are not as published.

    Raises:
        UsageError: it is here and ready.
        ResourceError: no space, or the weights folder cannot be written.
        WeightsRefused: a file is not what it should be; the error names it as it is called where it came from.
    """
    root = weights_root()
    final = root / checkpoint.id
    if look(checkpoint.id).state is State.READY:
        raise UsageError(f"{checkpoint.id} is here already: {final}.", remedy="Remove that folder to take it in anew.")
    part: Path | None = None
    try:
        root.mkdir(parents=True, exist_ok=True)
        for left in leftovers(root):
            shutil.rmtree(left, ignore_errors=True)
        free = shutil.disk_usage(root).free
        if free < size:
            raise ResourceError(
                f"{size / 1e9:.1f} GB are needed in {root}, {free / 1e9:.1f} GB are free.",
                remedy="Free some space, or set VERNACAST_WEIGHTS to a folder on another disk.",
            )
        part = Path(tempfile.mkdtemp(prefix=f"{PART}{owner()}-", dir=root))
        place = part / checkpoint.id
        place.mkdir()
        try:
            note = fill(place)
            found = Found(checkpoint=checkpoint, folder=place, state=State.UNPINNED)
            write_pin(found, user(), origin.repository, origin.revision, note)
        except WeightsRefused as error:
            raise _named_as_it_came(error, place, origin.name) from error
        if final.exists():
            shutil.move(final, part / "old")  # not pinned, or damaged: replaced by what is
        place.rename(final)
    except OSError as error:
        raise refuse_os_error(error, root) from error
    finally:
        if part is not None:
            shutil.rmtree(part, ignore_errors=True)
    return final, note


def leftovers(root: Path) -> tuple[Path, ...]:
    """Folders that were being filled when their process was killed."""
    return tuple(p for p in sorted(root.glob(PART + "*")) if _is_left(p))


def _is_left(part: Path) -> bool:
    gone = is_gone(part.name.removeprefix(PART))
    try:
        return gone if gone is not None else time.time() - part.stat().st_mtime > OLD_S
    except OSError:
        return False  # it went just now


def _named_as_it_came(error: WeightsRefused, place: Path, name: str) -> WeightsRefused:
    """The folder that is being filled will be gone when somebody reads its name."""
    path = Path(error.path)
    if not path.is_relative_to(place):
        return error
    inside = path.relative_to(place).as_posix()
    return WeightsRefused(
        error.what.removeprefix(f"{error.path}: "),
        path=name if inside == "." else f"{name.rstrip('/')}/{inside}",
        expected=error.expected,
        remedy=error.remedy,
    )
