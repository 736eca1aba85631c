from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

import pytest

from languages.weight_files import PIN


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("engine", "checkpoint", "name"),
    [
        ("coqui", "coqui-vits-es-x", "config.json"),
        ("align", "ctc-es", "config.json"),
        ("align", "ctc-es", "vocab.json"),
        ("piper", "piper-x", "voice.onnx.json"),
        ("whisper", "whisper-x", "dims.json"),
        ("faster_whisper", "faster-whisper-x", "vocabulary.json"),
        ("mms", "mms-tts-spa", PIN),
    ],
)
def test_nobody_waits_for_a_pipe_in_place_of_a_file(tmp_path: Path, engine: str, checkpoint: str, name: str) -> None:
    (tmp_path / checkpoint).mkdir()
    os.mkfifo(tmp_path / checkpoint / name)
    found = import_module(f"speech.engines.{engine}").Engine(tmp_path)
    offered = found.voices("es") if hasattr(found, "voices") else found.ears("es")
    assert all(offer.broken for offer in offered)
