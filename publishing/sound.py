"""The sound track of an edition: utterances at their places, silence between them, AAC.

Utterances come levelled from speech/ (every line at the film's loudness, its true peaks limited), so mixing is
placing: no gain moves, and one edited line changes nothing around it. Each line is encoded once, for itself, into
AAC frames (ADTS); an edition's sound is these frames and frames of silence one after the other. That is exact:
an AAC frame overlaps only its neighbours (ISO/IEC 14496-3, 4.6.11), and where lines meet silence both are silent.
"""

from __future__ import annotations

import io
import math
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from languages.clock import SAMPLE_RATE_HZ, SOUND_STEP
from languages.errors import EngineError
from speech.utterance import Utterance
from video.timeline import Timeline

if TYPE_CHECKING:
    import numpy as np

    Samples = np.ndarray

BIT_RATE = 96_000
PRIMING = 1
"""Frames that the encoder puts before the first sample."""
HEADER = 7
"""Bytes before each frame. Source: ISO/IEC 13818-7, 6.2 (ADTS, without a checksum)."""


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


@lru_cache
def sound_versions() -> dict[str, str]:
    """What decides the bytes of an encoded line."""
    import av

    return {"PyAV": av.__version__, "libavcodec": ".".join(map(str, av.library_versions["libavcodec"]))}


def encode_line(sound: Path, path: Path) -> None:
    """Writes a stored utterance as AAC frames, the priming frame first.

    Raises:
        EngineError: it is not 48 kHz mono.
    """
    path.write_bytes(_encode(read_sound(sound)))


def mix(timeline: Timeline, encoded: Mapping[str, Path], path: Path) -> None:
    """Writes the sound of an edition as AAC frames of the timeline's length, rounded to whole frames.

    ``encoded`` holds what ``encode_line`` wrote for each line. The first frame is the priming frame.

    Raises:
        EngineError: a line is missing, does not fit its place, or does not begin on a whole frame.
    """
    now = -PRIMING
    with path.open("wb") as file:
        for said in timeline.said:
            first = said.start // SOUND_STEP - PRIMING
            if said.line not in encoded or first < now:
                raise EngineError(f"Line {said.line} has no sound, or two lines sound at once.")
            if said.start % SOUND_STEP:
                raise EngineError(f"Line {said.line} begins at {said.start}, which is not a whole frame of sound.")
            line = encoded[said.line].read_bytes()
            frames = count_frames(line)
            if frames != PRIMING - (-said.length // SOUND_STEP):
                raise EngineError(f"The sound of line {said.line} has {frames} frames, not of {said.length} samples.")
            file.write(_silence() * (first - now))
            file.write(line)
            now = first + frames
        file.write(_silence() * (round(timeline.length / SOUND_STEP) - now))


def count_frames(sound: bytes) -> int:
    """How many AAC frames these are.

    Raises:
        EngineError: they are none, or one of them is cut off.
    """
    return len(_frames(sound))


def _frames(sound: bytes) -> list[bytes]:
    frames: list[bytes] = []
    at = 0
    while at < len(sound):
        size = (sound[at + 3] & 3) << 11 | sound[at + 4] << 3 | sound[at + 5] >> 5 if at + HEADER <= len(sound) else 0
        if size <= HEADER or at + size > len(sound) or sound[at] != 0xFF:
            raise EngineError("The sound of a line is not whole AAC frames.")
        frames.append(sound[at : at + size])
        at += size
    return frames


@lru_cache
def _silence() -> bytes:
    """One frame of silence between frames of silence."""
    import numpy as np

    return _frames(_encode(np.zeros(8 * SOUND_STEP, np.float32)))[4]


def _encode(samples: Samples) -> bytes:
    """48 kHz mono as AAC frames."""
    import av

    sound = io.BytesIO()
    with av.open(sound, "w", format="adts") as media:
        stream = media.add_stream("aac", rate=SAMPLE_RATE_HZ, layout="mono", options={"aac_coder": "fast"})
        stream.bit_rate = BIT_RATE
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="fltp", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE_HZ, 0, Fraction(1, SAMPLE_RATE_HZ)
        media.mux(stream.encode(frame))
        media.mux(stream.encode(None))
    return sound.getvalue()


def read_encoded(path: Path) -> Samples:
    """What ``encode_line`` wrote, as 48 kHz mono: float32, shape (samples,), without what is primed.

    Raises:
        EngineError: it cannot be decoded.
    """
    import av
    import numpy as np
    from av.error import FFmpegError

    try:
        with av.open(str(path), format="aac") as media:
            parts = [frame.to_ndarray().mean(axis=0) for frame in media.decode(audio=0)]
    except FFmpegError as error:
        raise EngineError(f"The sound {path.name} cannot be decoded: {error}") from error
    return np.concatenate(parts)[PRIMING * SOUND_STEP :] if parts else np.zeros(0, np.float32)


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
