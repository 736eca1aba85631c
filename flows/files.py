"""Writing a user's file: whole under its final name, or not at all."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
from pathlib import Path
from typing import BinaryIO

from languages.errors import DiskFull, ResourceError
from languages.owners import part_beside


def refuse_os_error(error: OSError, path: Path) -> ResourceError:
    """The error of ours that tells a person what an operating system's error means for a file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        free = _free_bytes(path)
        room = "" if free is None else f" ({free:,} bytes are free)"
        whose = "The quota is used up" if error.errno == errno.EDQUOT else "No space is left"
        return DiskFull(
            f"{whose} to write {path}{room}.",
            remedy="Make room (or name another place with --out and --store) and run the same command again: "
            "what was finished is kept.",
        )
    return ResourceError(
        f"{path} cannot be written: {error.strerror or error}.",
        remedy="Check the folder and its permissions, then run the same command again.",
    )


def _free_bytes(path: Path) -> int | None:
    for folder in (path, *path.parents):
        try:
            return shutil.disk_usage(folder).free
        except OSError:
            continue  # not there yet: the folder above it lies on the same disk
    return None


def user_state() -> Path:
    """The user's state folder: ``VERNACAST_STATE``, or where the system keeps such things."""
    if named := os.environ.get("VERNACAST_STATE"):
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_state_dir("vernacast"))


def digest_of(path: Path) -> str:
    """sha256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """Makes a rename in a folder last through a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copy_file(source: Path, path: Path, digest: str) -> None:
    """Puts a copy of a stored file in place, whole or not at all; a file that is already equal stays.

    Raises:
        DiskFull, ResourceError: it cannot be written; what was there before is untouched.
    """
    try:
        if path.stat().st_size == source.stat().st_size and digest_of(path) == digest:
            return
    except OSError:
        pass  # not there yet, or not readable: it is written anew below, with a clear error if it cannot be
    with source.open("rb") as file:
        _write(path, file)


def write_file(path: Path, content: bytes) -> None:
    """Writes a file, whole or not at all.

    Raises:
        DiskFull, ResourceError: it cannot be written; what was there before is untouched.
    """
    _write(path, io.BytesIO(content))


def _write(path: Path, content: BinaryIO) -> None:
    """By way of a temporary file beside it: fsync, rename, fsync of the folder."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = part_beside(path)
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except OSError as error:
        raise refuse_os_error(error, path) from error
    try:
        with os.fdopen(handle, "wb") as file:
            shutil.copyfileobj(content, file, 1 << 20)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
        sync_folder(path.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise refuse_os_error(error, path) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
