"""What both engines that run Whisper share: who knows which language, what is listened to, and what was heard. Pure."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from languages.card import Card, Failed
from languages.checkpoints import get_checkpoint
from languages.clock import SAMPLE_RATE_HZ
from languages.engine_codes import code_of, codes
from languages.errors import TooLarge, UsageError, VernacastError
from languages.warm import out_of_memory, release
from languages.weights import look
from speech.engine import Ear, ListenJob, Transcript
from speech.listening import LEAD_S, RATE_HZ, ears_of, with_lead, words_of
from speech.utterance import Word

if TYPE_CHECKING:
    import numpy as np

CODES = "whisper"
BEAMS = 5
"""Whisper's own default. Source: openai/whisper, transcribe.py, function cli. Greedily a line in ten is lost
altogether."""
ENGLISH_ONLY, BEFORE_CANTONESE, ALL = 51864, 51865, 51866
"""Sizes of the vocabularies: of the ``.en`` models, of those that know 99 languages, and of large-v3 and turbo.
Source: openai/whisper, model.py, ``is_multilingual`` and ``num_languages``; tokenizer.py, ``LANGUAGES``."""
STEP = 320
"""Samples between two frames of the encoder. A last window of half a frame has no place for the words that Whisper
writes for it. Source: https://github.com/SYSTRAN/faster-whisper/pull/1460."""


def ears(card: Card, root: Path | None, language: str, size: Callable[[Path], int]) -> tuple[Ear, ...]:
    """One for each checkpoint that is here and each language that it knows.

    With ``language`` those that do not know it are there too, broken.

    Args:
        size: gives how many tokens the checkpoint in a folder has; 0 = it does not say.
    """
    found = ears_of(card, root, {tag: code for code, tag in codes(CODES).items()}, language)
    sizes = {name: size(look(name, root).folder) for name in {ear.checkpoint for ear in found}}
    deaf = [why_deaf(ear.checkpoint, ear.language, sizes[ear.checkpoint]) for ear in found]
    return tuple(
        dataclasses.replace(ear, broken=ear.broken or why)
        for ear, why in zip(found, deaf, strict=True)
        if language or not why
    )


def why_deaf(checkpoint: str, tag: str, size: int) -> str:
    """Why a checkpoint with so many tokens does not understand a language, or empty."""
    code = code_of(CODES, tag)
    if not code:
        return f"Whisper does not list the language {tag}"
    if size == ENGLISH_ONLY and code != "en":
        return f"{checkpoint} understands English only"
    if size == BEFORE_CANTONESE and code == "yue":
        return f"{checkpoint} does not know Cantonese; large-v3 and turbo do"
    return ""


def code_for(card: Card, job: ListenJob, root: Path | None, size: Callable[[Path], int]) -> str:
    """Whisper's own code of the language that an ear of an engine understands.

    Raises:
        UsageError: the engine has no such ear.
    """
    checkpoint, _, tag = job.ear.partition(":")
    if card.id not in get_checkpoint(checkpoint).engines:
        raise UsageError(f"{card.id} has no ear {job.ear!r}.")
    if reason := why_deaf(checkpoint, tag, size(look(checkpoint, root).folder)):
        raise UsageError(f"{reason}.", remedy=f"`vernacast languages {tag}` lists the ears that do.")
    return code_of(CODES, tag)


def listen_all(
    batch: Sequence[ListenJob], listen: Callable[[ListenJob], Transcript | Failed], device: str
) -> tuple[Transcript | Failed, ...]:
    """One result per job, in order; jobs of one model follow one another, and one that does not fit stops nobody."""
    results: dict[int, Transcript | Failed] = {}
    for i in sorted(range(len(batch)), key=lambda i: _checkpoint(batch[i])):
        try:
            results[i] = listen(batch[i])
        except VernacastError as error:
            results[i] = Failed(reason=str(error))
        except (RuntimeError, MemoryError) as error:
            if not out_of_memory(error):
                raise
        if i not in results:
            release()  # not before the error has let go of what it held
            results[i] = Failed(reason=str(_too_large(_checkpoint(batch[i]), device)))
    return tuple(results[i] for i in range(len(batch)))


def _checkpoint(job: ListenJob) -> str:
    return job.ear.partition(":")[0]


def window(sound: np.ndarray) -> np.ndarray:
    """What is given to Whisper: the sound between two stretches of quiet, in whole frames."""
    import numpy as np

    led = with_lead(sound)
    return np.pad(led, (0, -len(led) % STEP))


def transcript(
    job: ListenJob,
    text: str,
    heard: Iterable[tuple[str, float, float]],
    means: Sequence[tuple[float, int]],
    samples: int,
) -> Transcript:
    """What was heard, its words within the sound.

    Args:
        heard: words, their starts and ends in seconds of what ``window`` gave.
        means: mean natural logarithm of the chance of a part's tokens, and how many they are.
        samples: of the sound itself.
    """
    total = sum(count for _, count in means)
    mean = sum(mean * count for mean, count in means) / total if total else -math.inf
    text = text.strip()
    return Transcript(
        line=job.line,
        text=text,
        language=job.language,
        words=_within(words_of(text, heard, LEAD_S), round(samples * SAMPLE_RATE_HZ / RATE_HZ)),
        confidence=min(1.0, max(0.0, math.exp(mean))),
    )


def _too_large(checkpoint: str, device: str) -> TooLarge:
    """What is said where memory runs out."""
    return TooLarge(
        f"Listening with {checkpoint} does not fit into the memory of the device ({device}).",
        remedy="Choose a smaller model, another device, or split the line.",
    )


def _within(words: Sequence[Word], length: int) -> tuple[Word, ...]:
    """None is heard later than the sound: words reach into the quiet that was put after it."""
    kept: list[Word] = []
    for word in reversed(words):
        end = min(word.end, length)
        kept.append(dataclasses.replace(word, start=min(word.start, end - 1), end=end))
        length = kept[-1].start
    return tuple(reversed(kept))
