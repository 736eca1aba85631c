"""An engine that does what its jobs say, good and bad: found in the worker as another package's engine would be."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from pathlib import Path

from languages.card import Card, Failed, Licence, Resources, Step
from languages.errors import EngineUnusable, MissingProgram, VernacastError
from translation.engine import Draft, Route, TranslateJob
from translation.translated import Finding, FindingKind


class OddError(EngineUnusable):
    """A class that only this package knows."""


class Engine:
    """Translates by capitals; does harm where it is told to."""

    card = Card(
        id="translation/zz-fake",
        version="1",
        step=Step.TRANSLATE,
        summary="For tests.",
        licence=Licence(code="MIT"),
        evidence="never measured",
        resources=Resources(ram_gb=0.05),
        cost_s=0.001,
    )

    def routes(self, source: str = "", target: str = "") -> tuple[Route, ...]:
        return ()

    def versions(self, route: str) -> dict[str, str]:
        return {}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        how = os.environ.get("FAKE_LOAD", "")
        if how == "missing":
            raise MissingProgram("apertium", "apertium")
        if how == "die":
            os._exit(9)

    def translate(self, batch: tuple[TranslateJob, ...]) -> tuple[Draft | Failed, ...]:
        if batch[0].text == "one too few":
            return ()
        return tuple(self._one(job) for job in batch)

    def _one(self, job: TranslateJob) -> Draft | Failed:
        word, _, rest = job.text.partition(" ")
        match word:
            case "die":
                os._exit(3)
            case "crash":
                ctypes.string_at(0)
            case "hang":
                time.sleep(600)
            case "hang-with-child":
                subprocess.Popen(["sleep", "600"])
                Path(rest).write_text(str(os.getpid()))
                time.sleep(600)
            case "raise":
                raise KeyError(rest)
            case "cuda":
                raise RuntimeError(f"CUDA error: {rest}\nCompile with TORCH_USE_CUDA_DSA to see more.")
            case "odd":
                raise OddError("It is odd.", expected="It should be even.", remedy="Add one.")
            case "carry":
                error = VernacastError("no")
                raise error
            case "fail":
                return Failed(reason=rest)
            case "print":
                os.write(1, b"noise from a C library\n" * 1000)
                print("noise from Python", sys.stdin.read())
            case "grow":
                self._hoard = bytes(1_200_000_000)
                return Draft(text=str(os.getpid()))
            case "pid":
                return Draft(text=str(os.getpid()))
            case "path":
                return Draft(text=sys.path[0])
            case _:
                pass
        finding = Finding(kind=FindingKind.NUMBER, text=", ".join(job.keep))
        return Draft(text=job.text.upper(), findings=(finding,))

    def close(self) -> None:
        if place := os.environ.get("FAKE_CLOSED"):
            Path(place).write_text("closed")
