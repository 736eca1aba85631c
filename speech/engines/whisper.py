"""The engine ``speech/whisper``: OpenAI's own Whisper, about 100 languages."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.environments import not_installed, versions_in
from languages.errors import EngineError, EngineUnusable, WeightsRefused
from languages.memory import budget_gb
from languages.warm import Warm, out_of_memory
from languages.weight_files import read_json
from languages.weights import look, size_gb, usable
from speech.engine import Ear, ListenJob, Transcript
from speech.listening import TEMPERATURES, read_16k
from speech.whisper_ears import (
    ALL,
    BEAMS,
    BEFORE_CANTONESE,
    ENGLISH_ONLY,
    code_for,
    ears,
    listen_all,
    transcript,
    window,
)

if TYPE_CHECKING:
    import numpy as np

PREFIX = "whisper-"
NO_CHANCES = "probability tensor"
"""How torch says that words were to be drawn by chances that are none, where its distributions are not told to look
first: then it is a ValueError. Other libraries tell them so for a whole process."""
PACKAGES = ("whisper", "torch", "safetensors")
DIMENSIONS = {"n_mels": (80, 128), "n_audio_ctx": (1500,), "n_vocab": (ENGLISH_ONLY, BEFORE_CANTONESE, ALL)}
"""What no Whisper has otherwise. Source: openai/whisper, audio.py, ``mel_filters`` and ``N_FRAMES``; model.py."""


class Engine:
    """Writes down what is said, with the times of the words that it wrote."""

    card = Card(
        id="speech/whisper",
        version="2",
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
        """One for each checkpoint that is here and each language that it knows."""
        return ears(self.card, self._root, language, _size)

    def versions(self, ear: str) -> dict[str, str]:
        """The pin of the weights and the libraries."""
        digest = look(ear.partition(":")[0], self._root).digest or "none"
        return {"weights": digest, **versions_in("neural", ("openai-whisper", "torch", "soxr"))}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes sure that torch works on the device; models are loaded when they are first asked for.

        Raises:
            EngineUnusable: it does not, or Whisper is not installed.
        """
        from importlib.util import find_spec

        self.close()
        if missing := [name for name in PACKAGES if find_spec(name) is None]:
            raise EngineUnusable(f"{', '.join(missing)} cannot be imported.", expected=not_installed(self.card))
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
        return listen_all(batch, self._listen, self._device)

    def close(self) -> None:
        """Lets go of all models."""
        if self._warm is not None:
            self._warm.close()
        self._warm = None

    def _listen(self, job: ListenJob) -> Transcript | Failed:
        checkpoint = job.ear.partition(":")[0]
        code = code_for(self.card, job, self._root, _size)
        sound = read_16k(job)
        return sound if isinstance(sound, Failed) else _transcribe(self._model(checkpoint), sound, job, code)

    def _model(self, checkpoint: str) -> Any:
        assert self._warm is not None
        folder = usable(checkpoint, self._root)
        size = size_gb(look(checkpoint, self._root), self._device)
        return self._warm.get(checkpoint, size, lambda: _load(folder, checkpoint, self._device))


def _size(folder: Path) -> int:
    """How many tokens a checkpoint has; 0 where it is not here or does not say."""
    path = folder / "dims.json"
    try:
        return _n_vocab(path, path.stat().st_mtime_ns)
    except (OSError, ValueError, KeyError, TypeError):
        return 0


@lru_cache
def _n_vocab(path: Path, _: int) -> int:
    return int(read_json(path)["n_vocab"])


def _load(folder: Path, checkpoint: str, device: str) -> Any:
    """The published checkpoint's two parts (its dimensions as JSON, its numbers as safetensors), and its heads.

    Words are placed by those heads of the decoder's attention that follow the sound; of OpenAI's own models they are
    known. Source: openai/whisper, __init__.py, ``_ALIGNMENT_HEADS``.
    """
    import torch
    import whisper
    from safetensors.torch import load_file
    from whisper.model import ModelDimensions, Whisper

    name = re.sub("[-_]en$", ".en", checkpoint.removeprefix(PREFIX))
    heads: bytes | None = whisper._ALIGNMENT_HEADS.get(name)
    try:
        dims = ModelDimensions(**read_json(folder / "dims.json"))
        _check(dims)
        model = Whisper(dims)
        model.load_state_dict(load_file(folder / "model.safetensors"))
        if heads is not None:
            model.set_alignment_heads(heads)
    except (TypeError, ValueError, OSError, RuntimeError) as error:
        if out_of_memory(error):
            raise
        raise WeightsRefused(
            f"These are not the weights of {checkpoint}: {str(error)[:300]}",
            path=str(folder),
            remedy="Import the checkpoint again, under its own id.",
        ) from error
    return model.to(torch.device(device)).eval()


def _check(dims: Any) -> None:
    """Raises ValueError: these are not the dimensions of a Whisper."""
    if not all(isinstance(n, int) and n > 0 for n in vars(dims).values()):
        raise ValueError(f"dimensions that are no numbers: {vars(dims)}")
    for name, known in DIMENSIONS.items():
        if getattr(dims, name) not in known:
            raise ValueError(f"{name} is {getattr(dims, name)}, not {' or '.join(map(str, known))}")
    if dims.n_audio_state % dims.n_audio_head or dims.n_text_state % dims.n_text_head:
        raise ValueError(f"states that cannot be shared among their heads: {vars(dims)}")


def _transcribe(model: Any, sound: np.ndarray, job: ListenJob, code: str) -> Transcript:
    """Once, and without the memory of earlier windows: what is checked must not be guessed from what went before."""
    import torch

    torch.manual_seed(0)
    try:
        told = model.transcribe(
            window(sound),
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
    except (ValueError, RuntimeError) as error:
        if isinstance(error, RuntimeError) and NO_CHANCES not in str(error):
            raise
        raise EngineError(f"{job.ear} gave numbers that are none (NaN).", remedy="Take another ear.") from error
    parts = [part for part in told["segments"] if part["tokens"]]
    heard = [(word["word"], word["start"], word["end"]) for part in parts for word in part.get("words", ())]
    means = [(part["avg_logprob"], len(part["tokens"])) for part in parts]
    return transcript(job, told["text"], heard, means, len(sound))
