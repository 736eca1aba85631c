"""The engine ``speech/whisper``: OpenAI's own Whisper, about 100 languages."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.checkpoints import get_checkpoint
from languages.engine_codes import code_of, codes
from languages.environments import versions_in
from languages.errors import EngineUnusable, UsageError, VernacastError, WeightsRefused
from languages.memory import budget_gb
from languages.warm import Warm
from languages.weights import look, size_gb, usable
from speech.engine import Ear, ListenJob, Transcript
from speech.listening import LEAD_S, TEMPERATURES, ears_of, read_16k, with_lead, words_of

if TYPE_CHECKING:
    import numpy as np

CODES = "whisper"
BEAMS = 5
"""Whisper's own default. Source: openai/whisper, transcribe.py, function cli."""


class Engine:
    """Writes down what is said, with the times of the words that it wrote."""

    card = Card(
        id="speech/whisper",
        version="1",
        step=Step.LISTEN,
        summary="Listens with OpenAI's Whisper: about 100 languages.",
        licence=Licence(code="MIT", weights="MIT", source="https://github.com/openai/whisper/blob/main/LICENSE"),
        evidence="https://github.com/openai/whisper/blob/main/language-breakdown.svg; none was measured here",
        resources=Resources(cpus=2.0, ram_gb=1.5, gpu_gb=1.0),
        environment="neural",
        device="any",
        cost_s=4.4,
        cost_unit="line",
        cost_source="CPU seconds of Whisper-base, float32, five beams, 24 tokens, lines of 4.3 s (random weights)",
    )

    def __init__(self, weights: Path | None = None) -> None:
        self._root = weights
        self._device = "cpu"
        self._warm: Warm[Any] | None = None

    def ears(self, language: str = "") -> tuple[Ear, ...]:
        """One for each checkpoint that is here and each language of Whisper's list."""
        return ears_of(self.card, self._root, {tag: code for code, tag in codes(CODES).items()}, language)

    def versions(self, ear: str) -> dict[str, str]:
        """The pin of the weights and the libraries."""
        digest = look(ear.partition(":")[0], self._root).digest or "none"
        return {"weights": digest, **versions_in("neural", ("openai-whisper", "torch"))}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes sure that torch works on the device; models are loaded when they are first asked for.

        Raises:
            EngineUnusable: it does not.
        """
        import torch

        if device != "cpu" and not torch.cuda.is_available():
            raise EngineUnusable(f"torch finds no GPU for --device {device}.", remedy="Use --device cpu.")
        self._root = weights or self._root
        self._device = device
        self._warm = Warm(budget_gb(device))

    def listen(self, batch: tuple[ListenJob, ...]) -> tuple[Transcript | Failed, ...]:
        """One result per job, in order; the job's text is not looked at."""
        if self._warm is None:
            self.load(self._device)
        return tuple(self._listen(job) for job in batch)

    def close(self) -> None:
        """Lets go of all models."""
        if self._warm is not None:
            self._warm.close()
        self._warm = None

    def _listen(self, job: ListenJob) -> Transcript | Failed:
        checkpoint, _, tag = job.ear.partition(":")
        code = code_of(CODES, tag)
        sound = read_16k(job)
        if isinstance(sound, Failed):
            return sound
        try:
            if not code or self.card.id not in get_checkpoint(checkpoint).engines:
                raise UsageError(f"{self.card.id} has no ear {job.ear!r}.")
            return _transcribe(self._model(checkpoint), sound, job, code)
        except VernacastError as error:
            return Failed(reason=str(error))

    def _model(self, checkpoint: str) -> Any:
        assert self._warm is not None
        folder = usable(checkpoint, self._root)
        size = size_gb(look(checkpoint, self._root), self._device)
        return self._warm.get(checkpoint, size, lambda: _load(folder, self._device))


def _load(folder: Path, device: str) -> Any:
    """The published checkpoint's two parts: its dimensions as JSON, its numbers as safetensors."""
    import torch
    from safetensors.torch import load_file
    from whisper.model import ModelDimensions, Whisper

    try:
        dims = ModelDimensions(**json.loads((folder / "dims.json").read_text(encoding="utf-8")))
        model = Whisper(dims)
        model.load_state_dict(load_file(folder / "model.safetensors"))
    except (TypeError, ValueError, RuntimeError) as error:
        raise WeightsRefused(
            f"These are not the weights of a Whisper of these dimensions: {str(error)[:300]}",
            path=str(folder),
            remedy="Import the checkpoint again.",
        ) from error
    return model.to(torch.device(device)).eval()


def _transcribe(model: Any, sound: np.ndarray, job: ListenJob, code: str) -> Transcript:
    """Once, and without the memory of earlier windows: what is checked must not be guessed from what went before."""
    import torch

    torch.manual_seed(0)
    told = model.transcribe(
        with_lead(sound),
        language=code,
        task="transcribe",
        beam_size=BEAMS,
        temperature=TEMPERATURES,
        logprob_threshold=None,
        no_speech_threshold=None,
        condition_on_previous_text=False,
        word_timestamps=True,
        fp16=model.device.type != "cpu",
        verbose=None,
    )
    text = told["text"].strip()
    parts = [part for part in told["segments"] if part["tokens"]]
    heard = [(w["word"], w["start"], w["end"]) for part in parts for w in part.get("words", ())]
    total = sum(len(part["tokens"]) for part in parts)
    mean = sum(part["avg_logprob"] * len(part["tokens"]) for part in parts) / total if total else -math.inf
    return Transcript(
        line=job.line,
        text=text,
        language=job.language,
        words=words_of(text, heard, LEAD_S),
        confidence=min(1.0, max(0.0, math.exp(mean))),
    )
