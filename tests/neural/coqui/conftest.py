"""Fixtures of the tests of Coqui's models."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.commands import weights_import
from languages.weights import sha256_of
from tests.tiny import coqui as tiny


@pytest.fixture(scope="package")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """VITS voices as ``weights import`` leaves them."""
    place = tmp_path_factory.mktemp("coqui")
    tiny.build_vits(place)
    several = {"use_speaker_embedding": True, "speaker_embedding_channels": 8, "speakers_file": "speakers.json"}
    tiny.build_vits(place, "coqui-vits-two", {"speakers.json": tiny.SPEAKERS}, model_args=several)
    return place


@pytest.fixture(scope="package")
def xtts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """XTTS as it is published, taken in by the command itself."""
    place = tmp_path_factory.mktemp("xtts")
    tiny.publish_xtts(place / "published")
    patch = pytest.MonkeyPatch()
    patch.setenv("VERNACAST_WEIGHTS", str(place / "weights"))
    assert weights_import.run(tiny.XTTS, str(place / "published"), sha256_of(place / "published" / "model.pth")) == 0
    patch.undo()
    return place / "weights"


@pytest.fixture(autouse=True)
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No voice of anybody, and weights only where a test puts them."""
    monkeypatch.setenv("VERNACAST_VOICES", str(tmp_path / "voices"))
    monkeypatch.setenv("VERNACAST_WEIGHTS", str(tmp_path / "weights"))
