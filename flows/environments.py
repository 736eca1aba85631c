"""Builds the Python environments that engines run in; where they lie is ``languages.environments``'s to know."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

from languages.environments import COMPLETE, Environment, environment, folder_of, lock_of
from languages.errors import ResourceError

DEBIAN = {"fairseq2": (("libsndfile.so.1", "libsndfile1"),)}
"""(library, Debian package) without which an environment does not work. Source: fairseq2's own error message."""

NEEDS_GB = {"neural": 2.5, "fairseq2": 9.0, "piper": 0.5}
"""Disk that each takes, measured on Linux x86-64 with the CPU builds (fairseq2 exists for CUDA only)."""

TORCH_CPU_INDEX = "https://download.pytorch.org/whl/cpu"
"""Where CPU builds of torch are published. Source: https://pytorch.org/get-started/locally/"""


def build(kind: str, say: Callable[[str], None]) -> Environment:
    """Builds an environment if it is not there; half-built ones are begun again.

    Raises:
        ResourceError: no space, no program, or a package could not be had.
    """
    found = environment(kind)
    if found.complete:
        return found
    folder = folder_of(kind)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(str(folder) + ".lock"):
        if not environment(kind).complete:
            _check(kind, folder)
            say(f"Building {folder} (about {NEEDS_GB[kind]:g} GB) …")
            shutil.rmtree(folder, ignore_errors=True)
            _fill(kind, folder)
            (folder / COMPLETE).touch()
    return environment(kind)


def _check(kind: str, folder: Path) -> None:
    import ctypes.util

    free = shutil.disk_usage(folder.parent).free / 1e9
    if free < NEEDS_GB[kind]:
        raise ResourceError(
            f"{free:.1f} GB are free in {folder.parent}; the environment {kind} takes {NEEDS_GB[kind]:g} GB.",
            remedy="Free some space, or set VERNACAST_ENVS to a folder on another disk.",
        )
    for library, package in DEBIAN.get(kind, ()):
        if ctypes.util.find_library(library.removeprefix("lib").partition(".")[0]) is None:
            raise ResourceError(f"{library} is not installed.", remedy=f"`apt-get install {package}`")


def _fill(kind: str, folder: Path) -> None:
    boot = folder.with_name(folder.name + ".boot")
    requirements = lock_of(kind).parent
    environment_ = dict(os.environ)
    # uv does not look where pip is told to look for wheels that lie on the disk.
    links = environment_.get("PIP_FIND_LINKS", "")
    if links and Path(links).is_dir():
        environment_.setdefault("UV_FIND_LINKS", links)
    if "+cpu" in lock_of(kind).read_text(encoding="utf-8") and not _has_torch(links):
        environment_["UV_EXTRA_INDEX_URL"] = TORCH_CPU_INDEX
    try:
        venv.create(boot, with_pip=True, clear=True)
        _run(str(boot / "bin" / "pip"), "install", "-q", "--require-hashes", "-r", str(requirements / "uv.txt"))
        uv = str(boot / "bin" / "uv")
        _run(uv, "venv", "-q", "-p", sys.executable, str(folder))
        # --no-deps: the lock is whole, and leaves out on purpose what the libraries ask for and never use.
        _run(
            uv, "pip", "install", "-q", "-p", str(folder / "bin" / "python"), "--compile-bytecode", "--no-deps",
            "--require-hashes", "-r", str(lock_of(kind)), env=environment_,
        )  # fmt: skip
    finally:
        shutil.rmtree(boot, ignore_errors=True)
    _without_cuda_torchaudio(folder)


def _has_torch(links: str) -> bool:
    return bool(links) and any(Path(links).glob("torch-*+cpu-*.whl"))


def _without_cuda_torchaudio(folder: Path) -> None:
    """Removes torchaudio's compiled parts beside a CPU torch: they are linked to CUDA and do not load.

    Without them torchaudio goes on in Python; with them ``import torchaudio`` fails.
    """
    packages = next(folder.glob("lib/python*/site-packages"))
    if any(packages.glob("torch-*+cpu.dist-info")):
        for library in (packages / "torchaudio" / "lib").glob("*.so"):
            library.unlink()


def _run(*command: str, env: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    if done.returncode:
        last = "\n".join(done.stderr.strip().splitlines()[-12:])
        raise ResourceError(
            f"{Path(command[0]).name} ended with code {done.returncode}:\n{last}",
            remedy="Packages come from the index that pip is set up for: is it reachable? Run it again to try again.",
        )
