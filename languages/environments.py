"""Python environments for engines whose packages cannot share ours: built once per user, keyed by their lock.

``neural`` has torch and the model libraries, ``fairseq2`` the older torch that fairseq2 needs, ``piper`` a GPL
program. An engine says on its card which one it runs in; its worker is started with that environment's Python and
with this code on its path.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from languages.card import Card
from languages.errors import EngineUnusable, UsageError

COMPLETE = ".complete"
NVIDIA = Path("/proc/driver/nvidia/version")
"""There where a driver for NVIDIA's GPUs is loaded: then torch is the CUDA build."""
MODULES = {
    "neural": ("torch", "transformers", "diffusers", "ctranslate2"),
    "fairseq2": ("torch", "fairseq2", "omnilingual_asr"),
    "piper": ("piper",),
}
"""What must be importable for an environment of ours to serve as one of a kind (after ``pip install vernacast[…]``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """One environment as it is on this machine."""

    kind: str
    python: Path
    complete: bool


def kinds() -> tuple[str, ...]:
    """All kinds, in the order in which they are shown."""
    return tuple(MODULES)


def lock_of(kind: str) -> Path:
    """The lock of a kind: every package with version and digests.

    Raises:
        UsageError: there is no such kind.
    """
    if kind not in MODULES:
        raise UsageError(f"No environment is called {kind!r}.", expected=f"There are {', '.join(MODULES)}.")
    name = f"{kind}-cuda.txt" if kind == "neural" and NVIDIA.exists() else f"{kind}.txt"
    root = Path(__file__).resolve().parent.parent
    beside = root / "requirements" / name
    return beside if beside.is_file() else root / "flows" / "requirements" / name


def folder_of(kind: str) -> Path:
    """Where the environment of a kind lies, built or not; as ``scripts/env-path`` says for the main one."""
    digest = hashlib.sha256(lock_of(kind).read_bytes()).hexdigest()[:16]
    cache = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    root = Path(os.environ.get("VERNACAST_ENVS") or Path(cache) / "vernacast" / "envs")
    return root / f"{kind}-{sys.version_info.major}.{sys.version_info.minor}-{digest}"


def environment(kind: str) -> Environment:
    """The environment of a kind: ours where it has the packages, else one of its own, built or not."""
    if all(find_spec(name) is not None for name in MODULES.get(kind, ("",)) if name):
        return Environment(kind=kind, python=Path(sys.executable), complete=True)
    folder = folder_of(kind)
    return Environment(kind=kind, python=folder / "bin" / "python", complete=(folder / COMPLETE).exists())


def interpreter(card: Card) -> str:
    """The Python that an engine's worker runs in.

    Raises:
        EngineUnusable: its environment is not built.
    """
    if not card.environment:
        return sys.executable
    found = environment(card.environment)
    if not found.complete:
        raise EngineUnusable(not_installed(card), remedy=f"Run `vernacast engines install {card.id}`.")
    return str(found.python)


def source_path(kind: str) -> str:
    """A folder that holds our packages and nothing else, for the path of a foreign Python.

    Where we are installed into site-packages, putting that on its path would give it our numpy for its own.
    """
    root = Path(__file__).resolve().parent.parent
    if (root / "pyproject.toml").is_file():
        return str(root)  # a checkout has no other packages in it
    place = folder_of(kind) / f"vernacast-{hashlib.sha256(str(root).encode()).hexdigest()[:8]}"
    place.mkdir(exist_ok=True)
    for name in ("flows", "languages", "publishing", "speech", "translation", "video"):
        with suppress(FileExistsError):
            (place / name).symlink_to(root / name)
    return str(place)


def not_installed(card: Card) -> str:
    """Why an engine cannot run now, or empty."""
    if not card.environment or environment(card.environment).complete:
        return ""
    return f"its packages are not installed: `vernacast engines install {card.id}`"


@lru_cache
def versions_in(kind: str, packages: tuple[str, ...]) -> dict[str, str]:
    """Versions of packages in an environment, read from the names of their metadata folders; absent ones are left out.

    Nothing is imported or started: keys of results are worked out without loading any engine.
    """
    from importlib.metadata import distributions

    found = environment(kind)
    places = [str(p) for p in found.python.parent.parent.glob("lib/python*/site-packages")]
    wanted = {name.lower().replace("_", "-"): name for name in packages}
    known = {str(d.name).lower().replace("_", "-"): d.version for d in distributions(path=places)}
    return {wanted[n]: v for n, v in sorted(known.items()) if n in wanted}
