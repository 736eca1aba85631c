"""Fixtures of the tests of CTC ears and aligners."""

from __future__ import annotations

from pathlib import Path

import pytest

from speech.engines import align as engine_module
from tests.tiny import ctc as tiny


@pytest.fixture(scope="package")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("ctc")
    tiny.build(place)
    tiny.build_aligner(place)
    return place


@pytest.fixture
def float32(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    monkeypatch.setattr(engine_module, "number_format", lambda _: torch.float32)
