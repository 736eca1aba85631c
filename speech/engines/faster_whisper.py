"""The engine ``speech/faster_whisper``: Whisper through CTranslate2, int8 on a CPU; the quick ear for 100 languages."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.ct2_cuda import open_cublas
from languages.environments import not_installed, versions_in
from languages.errors import EngineUnusable, WeightsRefused
from languages.memory import budget_gb
from languages.warm import Warm, out_of_memory
from languages.weights import look, size_gb, usable
from speech.engine import Ear, ListenJob, Transcript
from speech.listening import TEMPERATURES, read_16k
from speech.whisper_ears import BEAMS, code_for, ears, listen_all, transcript, window

if TYPE_CHECKING:
    import numpy as np

PACKAGES = ("faster_whisper", "ctranslate2", "tokenizers")
LOOP = 2.4
"""A transcript that compresses more often than this is one word over and over. Source: faster-whisper, transcribe.py,
``compression_ratio_threshold``."""
MARKS = ("<|endoftext|>", "<|startoftranscript|>", "<|transcribe|>", "<|notimestamps|>")
"""Tokens that steer Whisper; those of another version's tokenizer have other numbers."""


class Engine:
    """Writes down what is said, with the times of the words that it wrote."""

    card = Card(
        id="speech/faster_whisper",
        version="2",
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
        """One for each checkpoint that is here and each language that it knows."""
        return ears(self.card, self._root, language, _size)

    def versions(self, ear: str) -> dict[str, str]:
        """The pin of the weights and the libraries."""
        digest = look(ear.partition(":")[0], self._root).digest or "none"
        return {"weights": digest, **versions_in("neural", ("faster-whisper", "ctranslate2", "soxr"))}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes sure that the device is there; models are loaded when they are first asked for.

        Raises:
            EngineUnusable: it is not, or faster-whisper is not installed.
        """
        from importlib.util import find_spec

        self.close()
        if missing := [name for name in PACKAGES if find_spec(name) is None]:
            raise EngineUnusable(f"{', '.join(missing)} cannot be imported.", expected=not_installed(self.card))
        import ctranslate2

        if device != "cpu":
            if not ctranslate2.get_cuda_device_count():
                raise EngineUnusable(f"CTranslate2 finds no GPU for --device {device}.", remedy="Use --device cpu.")
            open_cublas()
        self._root = weights or self._root
        self._device = device
        self._warm = Warm(budget_gb(device), close=lambda model: model.model.unload_model())

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
        return sound if isinstance(sound, Failed) else self._transcribe(checkpoint, sound, job, code)

    def _transcribe(self, checkpoint: str, sound: np.ndarray, job: ListenJob, code: str) -> Transcript:
        """By the likeliest words; where those are a loop, by chance.

        CTranslate2's workers take the seed once, when they first draw, and unloading does not end them: only a model
        that was loaded anew draws the same again. Source: https://github.com/OpenNMT/CTranslate2/issues/1757, and
        measured here.
        """
        assert self._warm is not None
        parts = _parts(self._model(checkpoint), sound, code, TEMPERATURES[:1])
        if any(part.compression_ratio > LOOP for part in parts):
            self._warm.drop(checkpoint)
            parts = _parts(self._model(checkpoint), sound, code, TEMPERATURES)
        heard = [(word.word, word.start, word.end) for part in parts for word in part.words or ()]
        means = [(part.avg_logprob, len(part.tokens)) for part in parts]
        return transcript(job, "".join(part.text for part in parts), heard, means, len(sound))

    def _model(self, checkpoint: str) -> Any:
        assert self._warm is not None
        folder = usable(checkpoint, self._root)
        size = size_gb(look(checkpoint, self._root), self._device)
        return self._warm.get(checkpoint, size, lambda: _load(folder, self._device))


def _size(folder: Path) -> int:
    """How many tokens a checkpoint has; 0 where it is not here or does not say."""
    try:
        return len(_tokens(folder))
    except (OSError, ValueError):
        return 0


def _tokens(folder: Path) -> tuple[str, ...]:
    """A checkpoint's tokens in order, from the newer or the older form of the file.

    Raises:
        FileNotFoundError, ValueError: there is none, or it cannot be read.
    """
    path = folder / "vocabulary.json"
    path = path if path.is_file() else folder / "vocabulary.txt"
    return _read_tokens(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read_tokens(path: Path, _: int) -> tuple[str, ...]:
    text = path.read_text(encoding="utf-8")
    return tuple(json.loads(text)) if path.suffix == ".json" else tuple(text.removesuffix("\n").split("\n"))


def _load(folder: Path, device: str) -> Any:
    import ctranslate2
    from faster_whisper import WhisperModel

    ctranslate2.set_random_seed(0)
    try:
        tokens = dict(zip(_tokens(folder), range(1 << 20), strict=False))
        model = WhisperModel(
            str(folder),
            device="cpu" if device == "cpu" else "cuda",
            compute_type="int8" if device == "cpu" else "float16",
            local_files_only=True,
        )
        if other := [mark for mark in MARKS if model.hf_tokenizer.token_to_id(mark) != tokens.get(mark, -1)]:
            raise ValueError(f"tokenizer.json is another model's: {', '.join(other)} differ")
        if (mels := len(model.feature_extractor.mel_filters)) != model.model.n_mels:
            raise ValueError(f"it listens to {model.model.n_mels} mel filters; preprocessor_config.json makes {mels}")
    except Exception as error:  # tokenizers raises nothing more precise
        if out_of_memory(error):
            raise
        raise WeightsRefused(
            f"CTranslate2 cannot listen with it: {str(error)[:300]}",
            path=str(folder),
            remedy="Fetch or import the checkpoint again, with all its files.",
        ) from error
    return model


def _parts(model: Any, sound: np.ndarray, code: str, temperatures: tuple[float, ...], timed: bool = True) -> list[Any]:
    """Once, and without the memory of earlier windows: what is checked must not be guessed from what went before."""
    segments, _ = model.transcribe(
        window(sound),
        language=code,
        task="transcribe",
        beam_size=BEAMS,
        temperature=temperatures,
        compression_ratio_threshold=LOOP,
        log_prob_threshold=None,
        no_speech_threshold=None,
        condition_on_previous_text=False,
        word_timestamps=timed,
    )
    try:
        return [part for part in segments if part.tokens]
    except IndexError:  # a last window of half a frame, after words that end between two (see whisper_ears.STEP)
        if not timed:
            raise
        return _parts(model, sound, code, temperatures, timed=False)
