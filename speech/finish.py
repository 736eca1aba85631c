"""The last steps that every synthetic voice shares: silence trimmed, one loudness, words placed, FLAC written."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from languages.card import Failed
from languages.clock import SAMPLE_RATE_HZ
from speech.engine import SpeakJob, Spoken
from speech.loudness import Samples, level, measure
from speech.respell import Respelt
from speech.sound import LINE_LUFS, LINE_PEAK_DBTP, MIN_QUIET, bounds, heard, stretches, write_flac
from speech.timing import Event, cut_pauses, place_words, spread_words
from speech.utterance import Utterance, Voice, Word
from translation.translated import Finding

LONGEST_S = 600
"""A line that comes out longer than this is taken for a fault of the model: it went on and on."""


def at_48k(samples: np.ndarray, rate_hz: int) -> Samples:
    """Mono float32 at 48 kHz from mono sound of any rate."""
    import soxr

    sound = np.asarray(samples, np.float32).reshape(-1)
    return sound if rate_hz == SAMPLE_RATE_HZ else soxr.resample(sound, rate_hz, SAMPLE_RATE_HZ).astype(np.float32)


def finish(
    job: SpeakJob,
    voice: Voice,
    samples: np.ndarray,
    rate_hz: int,
    events: Sequence[Event] = (),
    findings: tuple[Finding, ...] = (),
) -> Spoken | Failed:
    """An utterance from a model's sound.

    Args:
        samples: mono, any real type, shape (samples,), full scale ±1.
        events: when which code point of what the job reads out begins, in ticks of the untrimmed sound; without any,
            words are placed by the number of their letters as they are read, and marked as not reported.
    """
    if not np.isfinite(samples).all():
        return Failed(reason=f"The voice {voice.id} gave numbers that are no sound (NaN) for {short(job.text)!r}.")
    sound = at_48k(samples, rate_hz)
    begin, end = bounds(heard(sound), len(sound))
    if end <= begin:
        return Failed(
            reason=f"The voice {voice.id} gave no sound for {short(job.text)!r}. Its letters or digits may be "
            f"unknown to it. Write numbers out, use another spelling, or record the line."
        )
    if end - begin > LONGEST_S * SAMPLE_RATE_HZ:
        return Failed(
            reason=f"The voice {voice.id} gave {(end - begin) / SAMPLE_RATE_HZ:.0f} s of sound for "
            f"{short(job.text)!r}. No line lasts so long. Split it, or record it."
        )
    sound = level(sound[begin:end], LINE_LUFS, LINE_PEAK_DBTP)
    quiet = stretches(~heard(sound), len(sound), MIN_QUIET)
    words = _placed(job, [Event(position=e.position, start=max(0, e.start - begin)) for e in events], sound)
    name = sha256("\0".join((job.line, job.voice, job.language, job.read_out().text)).encode()).hexdigest()[:32]
    path = Path(job.folder) / f"{name}.flac"
    write_flac(path, sound)
    lufs, dbtp = measure(sound)
    utterance = Utterance(
        line=job.line,
        voice=voice.label,
        language=voice.language,
        audio="",
        length=len(sound),
        words=cut_pauses(words, quiet),
        loudness_lufs=round(lufs, 2),
        peak_dbtp=round(dbtp, 2),
        findings=findings,
    )
    return Spoken(utterance=utterance, path=str(path))


def _placed(job: SpeakJob, events: Sequence[Event], sound: Samples) -> tuple[Word, ...]:
    """The line's own words, from the times of what was read out."""
    said = job.read_out()
    if events:
        known = [e for e in events if 0 <= e.position < len(said.origin)]
        return place_words(job.text, [_in_line(e, said) for e in known], len(sound))
    spread = spread_words(said.text, stretches(heard(sound), len(sound)), len(sound))
    starts = [_in_line(Event(position=w.offset, start=w.start), said) for w in spread]
    return tuple(dataclasses.replace(w, reported=False) for w in place_words(job.text, starts, len(sound)))


def _in_line(event: Event, said: Respelt) -> Event:
    return Event(position=said.origin[event.position], start=event.start)


def short(text: str) -> str:
    """A text as messages show it."""
    return text if len(text) <= 60 else text[:57] + "…"
