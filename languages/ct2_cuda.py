"""The CUDA library that CTranslate2 opens by itself: put where it is found, beside a torch of another CUDA.

For engines: nothing here imports a model library.
"""

from __future__ import annotations

import ctypes
from importlib.util import find_spec
from pathlib import Path

from languages.errors import EngineUnusable

LIBRARIES = ("libcublasLt.so.12", "libcublas.so.12")
"""What CTranslate2 4 multiplies with, each after what it needs. It opens the second by name when it first multiplies,
which is too late to say that it is not there. Source: the strings of its wheel's libctranslate2.so; README of
faster-whisper, "GPU"."""


def open_cublas() -> None:
    """Opens cuBLAS for CUDA 12, from the package nvidia-cublas-cu12 or from where the system looks.

    Raises:
        EngineUnusable: it is not there.
    """
    for name in LIBRARIES:
        try:
            ctypes.CDLL(str(_packaged(name) or name), mode=ctypes.RTLD_GLOBAL)
        except OSError as error:
            raise EngineUnusable(
                f"CTranslate2 cannot multiply on the GPU: {error}",
                expected="It comes with the Python package nvidia-cublas-cu12, which the environment for CUDA has.",
                remedy="Run `vernacast engines install` for this engine again, or use --device cpu.",
            ) from error


def _packaged(name: str) -> Path | None:
    """Where NVIDIA's package keeps a library; None where the package is not installed."""
    found = find_spec("nvidia")
    places = found.submodule_search_locations if found is not None else None
    paths = (Path(place) / "cublas" / "lib" / name for place in places or ())
    return next((path for path in paths if path.is_file()), None)
