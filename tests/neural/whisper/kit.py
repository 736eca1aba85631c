"""What tests of both engines that run Whisper share."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import soundfile

from languages.card import Failed
from speech.engine import ListenJob, Transcript
from tests.tiny import whisper as tiny

HEARD = {key: text.strip() for key, text in tiny.TAUGHT.items() if key[0] != "loop"}


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the two engines."""

    module: ModuleType
    checkpoint: str

    def ear(self, tag: str = "es") -> str:
        return f"{self.checkpoint}:{tag}"

    def engine(self, root: Path) -> Any:
        return self.module.Engine(root)


KINDS = {
    name: Kind(importlib.import_module(f"speech.engines.{name}"), checkpoint)
    for name, checkpoint in (("whisper", tiny.OPENAI), ("faster_whisper", tiny.FASTER))
}
OPENAI, FASTER = KINDS.values()


def write(path: Path, samples: np.ndarray, rate: int = tiny.RATE_HZ) -> Path:
    soundfile.write(path, samples, rate)
    return path


def job(path: Path, ear: str, line: str = "a", text: str = "") -> ListenJob:
    return ListenJob(line=line, ear=ear, sound=str(path), language=ear.partition(":")[2], text=text)


def hear(engine: Any, *jobs: ListenJob) -> list[Transcript]:
    answers = engine.listen(jobs)
    assert all(isinstance(a, Transcript) for a in answers), answers
    return list(answers)


def refusal(engine: Any, sound: Path, ear: str) -> str:
    (answer,) = engine.listen((job(sound, ear),))
    assert isinstance(answer, Failed)
    return answer.reason
