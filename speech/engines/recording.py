"""The engine ``recording``: a person's recording of a line becomes an utterance like any other."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from languages.card import Card, Failed, Licence, Resources, Step
from languages.errors import RecordingRefused
from speech.engine import Spoken, TakeJob
from speech.timing import Event, cut_pauses, place_words, spread_words, tokens
from speech.utterance import Utterance, Word
from translation.translated import Finding, FindingKind

if TYPE_CHECKING:
    import numpy as np

    from speech.loudness import Samples

LONGEST_S = 120.0
SLOWEST_S = 0.6
PAUSES_S = 4.0
"""A line lasts at most 4 s and 0.6 s a letter, and never more than two minutes: very slow speech is 0.2 s a
letter, so what is longer holds something else."""

FASTEST_PER_S = 40.0
"""Nobody says more letters in a second; the fastest speakers reach about 25."""

SHORTEST_S = 0.2
LEAST_RANGE_DB = 6.0
"""The level of speech rises and falls by 20 dB and more; what stays within 6 dB is noise or a hum."""

SILENT_DBFS = -60.0
CLIPPED = 0.999
MOST_CLIPPED = 0.001
NOISE_DBFS = -40.0
"""A noise floor above this is heard in every pause."""


class Engine:
    """Makes takes of recordings."""

    card = Card(
        id="speech/recording",
        version="2",
        step=Step.TAKE,
        summary="A person's recording: trimmed, levelled, its words timed.",
        licence=Licence(code="Apache-2.0", source="LICENSE"),
        evidence="Word times against synthetic recordings whose times are known: speech/README.md.",
        resources=Resources(cpus=1, ram_gb=0.3),
        cost_s=0.4,
        cost_source="0.07 CPU seconds a second of sound (speech/README.md) and 0.010 to encode it, lines of 5 s",
    )

    def versions(self) -> dict[str, str]:
        """Versions of what decodes, resamples and writes."""
        from importlib.metadata import version

        return {name: version(name) for name in ("av", "numpy", "soundfile", "soxr")}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Nothing needs to be loaded."""

    def take(self, batch: tuple[TakeJob, ...]) -> tuple[Spoken | Failed, ...]:
        """One result per job, in order; what cannot be a reading of the line is a Failed."""
        return tuple(self._line(job) for job in batch)

    def close(self) -> None:
        """Nothing stays open."""

    def _line(self, job: TakeJob) -> Spoken | Failed:
        from speech.decode import read

        try:
            decoded = read(Path(job.recording), _longest_s(job.text) + 10.0)
            samples, findings = _one_channel(decoded.samples, decoded.rate_hz)
            return self._finish(job, samples, findings)
        except RecordingRefused as refused:
            return Failed(reason=str(refused))

    def _finish(self, job: TakeJob, samples: Samples, findings: list[str]) -> Spoken:
        from speech.loudness import level, measure
        from speech.sound import (
            LINE_LUFS,
            LINE_PEAK_DBTP,
            MIN_QUIET,
            floor_and_loud,
            stretches,
            voiced,
            write_flac,
        )

        floor_db, loud_db = floor_and_loud(samples)
        if loud_db < SILENT_DBFS:
            raise _refused(job, f"The recording is silent (it reaches {loud_db:.0f} dBFS).", "Record it again.")
        if loud_db - floor_db < LEAST_RANGE_DB:
            raise _refused(job, "There is only noise or a hum in the recording.", "Record it again.")
        flags = voiced(samples)
        begin, end = _bounds(flags, len(samples), job)
        before = measure(samples[begin:end])[0]
        done = level(samples[begin:end], LINE_LUFS, LINE_PEAK_DBTP)
        lufs, dbtp = measure(done)
        noise_db = floor_db + lufs - before
        if noise_db > NOISE_DBFS:
            findings.append(
                f"The pauses are noisy: {noise_db:.0f} dBFS once levelled, {NOISE_DBFS:.0f} is the most that "
                f"should be. Record in a quieter room, nearer to the microphone."
            )
        flags = voiced(done)
        words, how = _words(job, done, stretches(flags, len(done)))
        name = sha256("\0".join((job.line, job.recording, job.language, job.text)).encode()).hexdigest()[:32]
        path = Path(job.folder) / f"{name}.flac"
        write_flac(path, done)
        sound = tuple(Finding(kind=FindingKind.SOUND, text=text) for text in findings)
        utterance = Utterance(
            line=job.line,
            voice="recording",
            language=job.language,
            audio="",
            length=len(done),
            words=cut_pauses(words, stretches(~flags, len(done), MIN_QUIET)),
            loudness_lufs=round(lufs, 2),
            peak_dbtp=round(dbtp, 2),
            human=True,
            findings=(*sound, Finding(kind=FindingKind.TIMING, text=how)),
        )
        return Spoken(utterance=utterance, path=str(path))


def _longest_s(text: str) -> float:
    return min(LONGEST_S, PAUSES_S + SLOWEST_S * len(text))


def _refused(job: TakeJob, what: str, remedy: str) -> RecordingRefused:
    expected = f"A recording of this line of {len(job.text)} letters was expected."
    return RecordingRefused(what, path=job.recording, expected=expected, remedy=remedy)


def _one_channel(decoded: np.ndarray, rate_hz: int) -> tuple[Samples, list[str]]:
    """48 kHz mono without direct current, and what was found about the sound as recorded."""
    import numpy as np
    import soxr

    findings: list[str] = []
    clipped = float((np.abs(decoded) >= CLIPPED).any(axis=1).mean())
    if clipped > MOST_CLIPPED:
        findings.append(
            f"The recording is overdriven: {clipped:.1%} of its samples are clipped. Record it again at a lower level."
        )
    level = np.sqrt((decoded.astype(np.float64) ** 2).mean(axis=0))
    mono = decoded.mean(axis=1)
    # Channels of opposite phase, or one dead channel among eight, would all but cancel the voice.
    if np.sqrt((mono.astype(np.float64) ** 2).mean()) < 0.3 * level.max():
        mono = decoded[:, int(level.argmax())]
    return soxr.resample((mono - mono.mean()).astype(np.float32), rate_hz, 48_000, "VHQ"), findings


def _bounds(flags: np.ndarray, length: int, job: TakeJob) -> tuple[int, int]:
    from speech.sound import bounds

    begin, end = bounds(flags, length)
    lasts_s = (end - begin) / 48_000
    fewest_s = max(SHORTEST_S, len(job.text) / FASTEST_PER_S)
    if lasts_s < fewest_s:
        raise _refused(
            job,
            f"The recording has {lasts_s:.2f} s of sound; the line needs at least {fewest_s:.1f} s.",
            "Is it the right file? Record the whole line.",
        )
    if lasts_s > _longest_s(job.text):
        raise _refused(
            job,
            f"The recording has over {_longest_s(job.text):.0f} s of sound, more than this line can last.",
            "Is it the right file? Cut it to this one line.",
        )
    return begin, end


def _words(job: TakeJob, samples: Samples, stretches: tuple[tuple[int, int], ...]) -> tuple[tuple[Word, ...], str]:
    line = tokens(job.text)
    if job.reference and len(job.reference_words) == 2 * len(line) > 0:
        import soundfile

        from speech.align import carry_over

        reference, _ = soundfile.read(job.reference, dtype="float32")
        starts = carry_over(reference, samples, job.reference_words[::2])
        events = [Event(position=t.offset, start=s) for t, s in zip(line, starts, strict=True)]
        words = place_words(job.text, events, len(samples))
        return _unreported(words), (
            "Word times were found by laying a synthetic voice beside the recording; they are estimates."
        )
    return spread_words(job.text, stretches, len(samples)), (
        "Word times are estimated from the number of letters; no voice was there to compare with."
    )


def _unreported(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(Word(text=w.text, offset=w.offset, start=w.start, end=w.end, reported=False) for w in words)
