"""What all ears share: sound at 16 kHz, silence and odd lengths refused, words with their times. For engines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from languages.card import Card, Failed
from languages.checkpoints import STAR, checkpoints_of
from languages.clock import SAMPLE_RATE_HZ
from languages.environments import not_installed
from languages.weights import Found, State, installed, look
from speech.engine import Ear, ListenJob
from speech.utterance import Word

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np

RATE_HZ = 16_000
"""At which all ears listen. Source: the feature extractors of Whisper and wav2vec 2.0."""
SHORTEST_S = 0.2
"""Less is no word: ears invent some for it."""
LONGEST_S = 1800.0
"""More is no line of a story; ears take memory by its length."""
SILENT = 1e-4
"""Peak below which a sound counts as silence (−80 dBFS): Whisper invents words for 44 % of silent inputs.
Source: inferencebench.io on large-v3-turbo."""
LEAD_S = 0.4
"""Quiet before and after a trimmed line: Whisper-base then gets fewer letters wrong (Catalan 0.61 → 0.50, Spanish
0.34 → 0.26 on the worst of a few lines of espeak)."""
TEMPERATURES = (0.0, 0.2, 0.4)
"""Whisper's way out of a loop (one word written over and over: a transcript that compresses more than 2.4 times): it
tries again with some chance, seeded. Source: openai/whisper, transcribe.py, decode_with_fallback."""


def with_lead(sound: np.ndarray) -> np.ndarray:
    """The sound between two stretches of quiet."""
    import numpy as np

    quiet = np.zeros(round(LEAD_S * RATE_HZ), np.float32)
    return np.concatenate([quiet, sound, quiet])


def read_16k(job: ListenJob) -> np.ndarray | Failed:
    """The job's sound, mono float32 at 16 kHz, or why nobody can listen to it."""
    import numpy as np
    import soundfile

    try:
        info = soundfile.info(job.sound)
        if info.duration > LONGEST_S:
            return Failed(
                reason=f"The sound lasts {info.duration / 3600:.1f} h; a line lasts at most {LONGEST_S / 60:.0f} "
                "minutes. Split it."
            )
        samples, rate = soundfile.read(job.sound, dtype="float32", always_2d=True)
    except (OSError, RuntimeError) as error:
        return Failed(reason=f"{job.sound} cannot be read as sound: {error}.")
    sound = samples.mean(axis=1)
    if not np.isfinite(sound).all():
        return Failed(reason=f"{job.sound} holds numbers that are no sound (NaN).")
    if len(sound) < SHORTEST_S * rate:
        return Failed(reason=f"The sound lasts {len(sound) / rate:.2f} s: too short for a word.")
    if np.abs(sound).max() < SILENT:
        return Failed(reason="The sound is silence: models invent words for it, so nobody listened.")
    if rate != RATE_HZ:
        import soxr

        sound = soxr.resample(sound, rate, RATE_HZ)
    return np.ascontiguousarray(sound, np.float32)


def too_long(_: object) -> Failed:
    """The result of a part of a sound that alone does not fit into memory."""
    return Failed(reason="A part of the sound does not fit into the memory of the device. Split the line.")


def cut_quietly(sound: np.ndarray, most_s: float) -> list[np.ndarray]:
    """The sound in parts of at most ``most_s``, cut at the quietest 20 ms of the last sixth of each."""
    import numpy as np

    parts: list[np.ndarray] = []
    most, window = round(most_s * RATE_HZ), RATE_HZ // 50
    while len(sound) > most:
        begin = most - most // 6
        frames = sound[begin:most][: (most - begin) // window * window].reshape(-1, window)
        cut = begin + int(np.square(frames).sum(axis=1).argmin()) * window + window // 2
        cut = min(cut, len(sound) - round(SHORTEST_S * RATE_HZ))  # what is left must be enough to be listened to
        parts.append(sound[:cut])
        sound = sound[cut:]
    return [*parts, sound]


def ears_of(
    card: Card, root: Path | None, tags: dict[str, str], language: str, aligns: bool = False
) -> tuple[Ear, ...]:
    """One ear for each checkpoint that is here and each language; ids are ``<checkpoint>:<tag>``.

    With ``language``, and no checkpoint here, what there could be, broken, with what to do for it.

    Args:
        tags: the languages that the models understand → the model's own code.
    """
    if language and language not in tags:
        return ()
    found = list(installed(card.id, root))
    if not found and language:
        known = [c.example if STAR in c.id else c.id for c in checkpoints_of(card.id)]
        found = [look(name, root) for name in known if name][:1]
    missing = not_installed(card)
    return tuple(
        _ear(card, f, tag, aligns, missing) for f in found for tag in ((language,) if language else tuple(tags))
    )


def _ear(card: Card, found: Found, tag: str, aligns: bool, missing: str) -> Ear:
    return Ear(
        engine=card.id,
        id=f"{found.checkpoint.id}:{tag}",
        language=tag,
        aligns=aligns,
        evidence=f"listed by {found.checkpoint.id}; nobody has measured it here",
        broken=missing or ("" if found.state is State.READY else found.reason),
        licence=found.checkpoint.licence,
        checkpoint=found.checkpoint.id,
    )


def words_of(text: str, heard: Iterable[tuple[str, float, float]], lead_s: float = 0.0) -> tuple[Word, ...]:
    """Words (text, start and end in seconds) found again in a transcript, in ticks, in order and without overlap.

    ``lead_s`` is the quiet that was put before the sound.
    """
    words: list[Word] = []
    at = last = 0
    for written, start_s, end_s in heard:
        token = written.strip()
        offset = text.find(token, at) if token else -1
        if offset < 0:
            continue
        at = offset + len(token)
        start = max(last, round((start_s - lead_s) * SAMPLE_RATE_HZ))
        end = max(start + 1, round((end_s - lead_s) * SAMPLE_RATE_HZ))
        words.append(Word(text=token, offset=offset, start=start, end=end))
        last = end
    return tuple(words)
