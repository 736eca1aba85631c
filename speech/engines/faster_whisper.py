"""The engine ``speech/faster_whisper``: Whisper through CTranslate2, int8 on a CPU; the quick ear for 100 languages."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.engine_codes import code_of, codes
from languages.environments import versions_in
from languages.errors import EngineUnusable, VernacastError
from languages.memory import budget_gb
from languages.warm import Warm
from languages.weights import look, size_gb, usable
from speech.engine import Ear, ListenJob, Transcript
from speech.listening import LEAD_S, TEMPERATURES, ears_of, read_16k, with_lead, words_of

if TYPE_CHECKING:
    import numpy as np

CODES = "whisper"
BEAMS = 5
"""Whisper's own default. Source: openai/whisper, transcribe.py. Greedily a line in ten is lost altogether."""


class Engine:
    """Writes down what is said, with the times of the words that it wrote."""

    card = Card(
        id="speech/faster_whisper",
        version="1",
        step=Step.LISTEN,
        summary="Listens with Whisper (CTranslate2): about 100 languages, small and quick on a CPU.",
        licence=Licence(code="MIT", weights="MIT", source="https://github.com/openai/whisper/blob/main/LICENSE"),
        evidence="https://github.com/openai/whisper/blob/main/language-breakdown.svg; none was measured here",
        resources=Resources(cpus=2.0, ram_gb=0.6, gpu_gb=0.6),
        environment="neural",
        device="any",
        cost_s=1.5,
        cost_unit="line",
        cost_source="CPU seconds of Whisper-base int8 on a line of 4 s, two cores",
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
        return {"weights": digest, **versions_in("neural", ("faster-whisper", "ctranslate2"))}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes sure that the device is there; models are loaded when they are first asked for.

        Raises:
            EngineUnusable: it is not.
        """
        import ctranslate2

        if device != "cpu" and not ctranslate2.get_cuda_device_count():
            raise EngineUnusable(f"CTranslate2 finds no GPU for --device {device}.", remedy="Use --device cpu.")
        self._root = weights or self._root
        self._device = device
        self._warm = Warm(budget_gb(device), close=lambda model: model.model.unload_model())

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
        if not code or self.card.id not in _engines_of(checkpoint):
            return Failed(reason=f"{self.card.id} has no ear {job.ear!r}.")
        sound = read_16k(job)
        if isinstance(sound, Failed):
            return sound
        try:
            return _transcribe(self._model(checkpoint), sound, job, code)
        except VernacastError as error:
            return Failed(reason=str(error))

    def _model(self, checkpoint: str) -> Any:
        assert self._warm is not None
        folder = usable(checkpoint, self._root)
        size = size_gb(look(checkpoint, self._root), self._device)
        return self._warm.get(checkpoint, size, lambda: _load(folder, self._device))


def _engines_of(checkpoint: str) -> tuple[str, ...]:
    from languages.checkpoints import get_checkpoint

    try:
        return get_checkpoint(checkpoint).engines
    except VernacastError:
        return ()


def _load(folder: Path, device: str) -> Any:
    from faster_whisper import WhisperModel

    return WhisperModel(
        str(folder),
        device="cpu" if device == "cpu" else "cuda",
        compute_type="int8" if device == "cpu" else "float16",
        local_files_only=True,
    )


def _transcribe(model: Any, sound: np.ndarray, job: ListenJob, code: str) -> Transcript:
    """Once, and without the memory of earlier windows: what is checked must not be guessed from what went before."""
    import ctranslate2

    ctranslate2.set_random_seed(0)
    segments, _ = model.transcribe(
        with_lead(sound),
        language=code,
        task="transcribe",
        beam_size=BEAMS,
        temperature=TEMPERATURES,
        log_prob_threshold=None,
        no_speech_threshold=None,
        condition_on_previous_text=False,
        word_timestamps=True,
    )
    parts = list(segments)
    text = "".join(part.text for part in parts).strip()
    heard = [(w.word, w.start, w.end) for part in parts for w in part.words or ()]
    tokens = [(part.avg_logprob, len(part.tokens)) for part in parts if part.tokens]
    total = sum(n for _, n in tokens)
    confidence = math.exp(sum(p * n for p, n in tokens) / total) if total else 0.0
    return Transcript(
        line=job.line,
        text=text,
        language=job.language,
        words=words_of(text, heard, LEAD_S),
        confidence=min(1.0, max(0.0, confidence)),
    )
