"""The sound track of an edition: utterances at their places, silence between them, AAC.

Utterances come levelled from speech/ (every line at the film's loudness, its true peaks limited), so mixing is
placing: no gain moves, and one edited line changes nothing around it. Memory holds one utterance at a time.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from languages.clock import SAMPLE_RATE_HZ
from languages.errors import EngineError
from speech.utterance import Utterance
from video.timeline import Timeline

if TYPE_CHECKING:
    import numpy as np

    Samples = np.ndarray

BIT_RATE = 96_000
BLOCK = 1024
"""Samples in one AAC frame. Source: ISO/IEC 14496-3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixed:
    """What was mixed."""

    length: int
    """Ticks."""
    lufs: float
    """Loudness of the speech, from the measured loudness of its lines."""
    dbtp: float
    """Highest true peak of the lines."""


def loudness_of(utterances: tuple[Utterance, ...]) -> tuple[float, float]:
    """(loudness in LUFS, true peak in dBTP) of lines told one after the other.

    The pauses between lines fall under the gate, so the mean of the lines' energies is the film's loudness.
    Source: ITU-R BS.1770-4, annex 1.
    """
    total = sum(u.length for u in utterances)
    if not total:
        return -math.inf, -math.inf
    energy = sum(u.length * 10 ** (u.loudness_lufs / 10) for u in utterances) / total
    return 10 * math.log10(energy), max(u.peak_dbtp for u in utterances)


def mix(timeline: Timeline, tracks: Mapping[str, Path], path: Path) -> None:
    """Writes the sound of an edition as AAC into an M4A of the timeline's length.

    Raises:
        EngineError: an utterance is missing, does not fit its place, or is not 48 kHz mono.
    """
    import av

    with av.open(str(path), "w", format="ipod") as media:
        stream = media.add_stream("aac", rate=SAMPLE_RATE_HZ, layout="mono", options={"aac_coder": "fast"})
        stream.bit_rate = BIT_RATE
        at = 0
        for block in _blocks(_pieces(timeline, tracks)):
            frame = av.AudioFrame.from_ndarray(block.reshape(1, -1), format="fltp", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE_HZ, at, Fraction(1, SAMPLE_RATE_HZ)
            at += len(block)
            media.mux(stream.encode(frame))
        media.mux(stream.encode(None))


def _pieces(timeline: Timeline, tracks: Mapping[str, Path]) -> Iterator[Samples]:
    """The sound in order: silence where nobody speaks, and each utterance at its sample."""
    import numpy as np

    now = 0
    for said in timeline.said:
        if said.start < now or said.line not in tracks:
            raise EngineError(f"Line {said.line} has no sound, or two lines sound at once.")
        yield from _silence(said.start - now)
        samples = read_sound(tracks[said.line])
        if len(samples) != said.length:
            raise EngineError(f"The sound of line {said.line} has {len(samples)} samples, not {said.length}.")
        yield samples.astype(np.float32)
        now = said.start + said.length
    yield from _silence(timeline.length - now)


def _silence(length: int) -> Iterator[Samples]:
    import numpy as np

    while length > 0:
        yield np.zeros(min(length, SAMPLE_RATE_HZ), np.float32)
        length -= SAMPLE_RATE_HZ


def _blocks(pieces: Iterator[Samples]) -> Iterator[Samples]:
    """The same samples in the encoder's blocks; the last may be shorter."""
    import numpy as np

    rest = np.zeros(0, np.float32)
    for piece in pieces:
        rest = np.concatenate([rest, piece])
        whole = len(rest) // BLOCK * BLOCK
        for i in range(0, whole, BLOCK):
            yield rest[i : i + BLOCK]
        rest = rest[whole:]
    if len(rest):
        yield rest


def read_sound(path: Path) -> Samples:
    """A stored utterance, float32, shape (samples,).

    Raises:
        EngineError: it is not 48 kHz mono.
    """
    import soundfile

    samples, rate = soundfile.read(str(path), dtype="float32")
    if rate != SAMPLE_RATE_HZ or samples.ndim != 1:
        raise EngineError(f"{path} is not 48 kHz mono.")
    return samples
