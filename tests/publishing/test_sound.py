from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from languages.clock import SAMPLE_RATE_HZ
from languages.errors import EngineError
from publishing.sound import encode_line, read_encoded


def test_an_encoded_line_is_read_back_in_its_place(tmp_path: Path) -> None:
    samples = np.zeros(SAMPLE_RATE_HZ, np.float32)
    samples[20_000:30_000] = 0.3 * np.sin(np.arange(10_000) * 0.05)
    soundfile.write(tmp_path / "line.flac", samples, SAMPLE_RATE_HZ)
    encode_line(tmp_path / "line.flac", tmp_path / "line.aac")
    read = read_encoded(tmp_path / "line.aac")
    assert abs(len(read) - len(samples)) <= 2048
    loud = np.flatnonzero(np.abs(read) > 0.05)
    assert abs(int(loud[0]) - 20_000) < 200
    assert abs(int(loud[-1]) - 30_000) < 200


def test_what_is_no_sound_is_refused(tmp_path: Path) -> None:
    (tmp_path / "line.aac").write_bytes(b"nothing")
    with pytest.raises(EngineError, match=r"line\.aac"):
        read_encoded(tmp_path / "line.aac")
