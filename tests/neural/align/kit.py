"""What tests of CTC ears and aligners share."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import soundfile

from speech.engine import ListenJob, Transcript
from speech.engines.align import Engine
from tests.tiny import ctc as tiny

EAR = "ctc-es:es"


def write(path: Path, samples: np.ndarray, rate: int = tiny.RATE_HZ) -> Path:
    soundfile.write(path, samples, rate)
    return path


def job(path: Path, text: str = "", ear: str = EAR, line: str = "a") -> ListenJob:
    return ListenJob(line=line, ear=ear, sound=str(path), language=ear.partition(":")[2], text=text)


def hear(engine: Engine, *jobs: ListenJob) -> list[Transcript]:
    answers = engine.listen(jobs)
    assert all(isinstance(a, Transcript) for a in answers), answers
    return [a for a in answers if isinstance(a, Transcript)]


def sung(folder: Path, count: int, words: int = 4) -> list[tuple[str, tiny.Sung, Path]]:
    draw = random.Random(7)
    texts = [tiny.phrase(draw, words) for _ in range(count)]
    sounds = [tiny.sing(text, 5000 + i) for i, text in enumerate(texts)]
    return [(t, s, write(folder / f"{i}.flac", s.samples)) for i, (t, s) in enumerate(zip(texts, sounds, strict=True))]
