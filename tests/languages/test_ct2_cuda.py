"""cuBLAS for CTranslate2: opened from NVIDIA's package before it is looked for, or told that it is not there."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pytest

from languages.ct2_cuda import LIBRARIES, open_cublas
from languages.errors import EngineUnusable

LOCK = Path(__file__).parents[2] / "requirements" / "neural-cuda.txt"


def test_the_packages_libraries_are_opened_for_all_each_after_what_it_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "nvidia" / "cublas" / "lib"  # as the wheel is laid out, without any __init__.py
    folder.mkdir(parents=True)
    for name in LIBRARIES:
        (folder / name).touch()
    opened: list[tuple[str, int]] = []
    monkeypatch.setattr(ctypes, "CDLL", lambda path, mode: opened.append((path, mode)))
    monkeypatch.syspath_prepend(str(tmp_path))
    open_cublas()
    assert opened == [(str(folder / name), ctypes.RTLD_GLOBAL) for name in LIBRARIES]


def test_without_the_package_the_system_is_asked_and_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(path: str, mode: int) -> None:
        raise OSError(f"{path}: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(ctypes, "CDLL", missing)
    with pytest.raises(EngineUnusable, match=r"libcublasLt\.so\.12") as raised:
        open_cublas()
    assert "nvidia-cublas-cu12" in str(raised.value)


def test_the_environment_for_cuda_has_what_is_opened_and_what_compiles() -> None:
    names = {line.partition("==")[0] for line in LOCK.read_text(encoding="utf-8").splitlines() if "==" in line}
    assert {"nvidia-cublas-cu12", "triton", "ctranslate2", "torch"} <= names
