"""Fixtures of the tests of OmniVoice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from speech.engines import omnivoice as engine_module
from tests.tiny import omnivoice as tiny


@pytest.fixture(scope="package")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("omnivoice")
    tiny.build(place)
    return place


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """Threads cost more than they give with matrices of 32."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(autouse=True)
def people(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "people"
    monkeypatch.setenv("VERNACAST_VOICES", str(folder))
    return folder


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two steps instead of 32."""

    def load(folder: Path, _: str, real: Any = engine_module._load) -> Any:
        loaded = real(folder, "cpu")
        loaded.settings.num_step = 2
        return loaded

    monkeypatch.setattr(engine_module, "_load", load)
