"""Reads sound files of people. What a file is, is seen in its first bytes; only that reader gets it.

A playlist or web page under the name of a sound file is refused before any decoder sees it, so that no
decoder follows what such a file points at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from languages.errors import RecordingRefused

KINDS = "wav, flac, mp3, m4a or ogg"
BIGGEST_BYTES = 500_000_000
LOWEST_HZ = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Sound as it stands in the file: float32, shape (samples, channels), and its rate."""

    samples: np.ndarray
    rate_hz: int
    cut: bool
    """True where the file holds more than was asked for."""


def sniff(head: bytes) -> str:
    """``wav``, ``flac``, ``mp3``, ``m4a``, ``ogg`` by the file's first 16 bytes, or empty.

    Source: https://www.garykessler.net/library/file_sigs.html ; MPEG audio: ISO/IEC 11172-3, 2.4.2.3.
    """
    if head[:4] in (b"RIFF", b"RF64") and head[8:12] == b"WAVE":
        return "wav"
    if head[:4] == b"fLaC":
        return "flac"
    if head[:4] == b"OggS":
        return "ogg"
    if head[4:8] == b"ftyp":
        return "m4a"
    mpeg = len(head) > 2 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and head[2] & 0xF0 != 0xF0
    return "mp3" if head[:3] == b"ID3" or (mpeg and head[1] & 0x06) else ""


def read(path: Path, most_s: float) -> Decoded:
    """The first ``most_s`` seconds of a sound file.

    Raises:
        RecordingRefused: it is not there, empty, too large, of another kind, broken, or holds no number.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise _refused(path, f"The recording cannot be read: {error.strerror}.", "Is it there?") from error
    if not size:
        raise _refused(path, "The recording is empty (0 bytes).", "Record it again, or remove the file.")
    if size > BIGGEST_BYTES:
        raise _refused(path, f"The recording has {size:,} bytes.", "Cut it to the one line it is for.")
    kind = sniff(head)
    if not kind:
        raise _refused(path, "The file is not a sound file, whatever its name says.", "Export it as WAV.")
    decoded = _read_m4a(path, most_s) if kind == "m4a" else _read_plain(path, most_s)
    if not len(decoded.samples):
        raise _refused(path, "The recording has a header but no sound in it.", "Record it again.")
    if not np.isfinite(decoded.samples).all():
        raise _refused(path, "The recording holds samples that are no numbers.", "Export it as 16-bit WAV.")
    return decoded


def _refused(path: Path, what: str, remedy: str) -> RecordingRefused:
    return RecordingRefused(what, path=str(path), expected=f"A recording is {KINDS}.", remedy=remedy)


def _read_plain(path: Path, most_s: float) -> Decoded:
    import soundfile

    try:
        with soundfile.SoundFile(path) as file:
            if file.samplerate < LOWEST_HZ:
                raise _refused(path, f"The recording has {file.samplerate} Hz.", "Record at 16 kHz or more.")
            # The length in a header may lie, so no more is asked for than a line can need.
            wanted = round(most_s * file.samplerate)
            samples = file.read(wanted + 1, dtype="float32", always_2d=True)
            return Decoded(samples=samples[:wanted], rate_hz=file.samplerate, cut=len(samples) > wanted)
    except soundfile.LibsndfileError as error:
        raise _refused(path, f"The recording is broken: {error.error_string}.", "Record it again.") from error


def _read_m4a(path: Path, most_s: float) -> Decoded:
    import av

    try:
        # The demuxer is named, and only files may be opened: nothing else is tried or followed.
        with av.open(str(path), format="mov,mp4,m4a,3gp,3g2,mj2", options={"protocol_whitelist": "file"}) as file:
            if not file.streams.audio:
                raise _refused(path, "The file has no sound track.", "Export the sound as WAV.")
            stream = file.streams.audio[0]
            rate_hz = stream.rate
            if rate_hz < LOWEST_HZ:
                raise _refused(path, f"The recording has {rate_hz} Hz.", "Record at 16 kHz or more.")
            wanted = round(most_s * rate_hz)
            pieces: list[np.ndarray] = []
            for piece in _frames(file, stream):
                pieces.append(piece)
                if sum(len(p) for p in pieces) > wanted:
                    break
    except av.error.FFmpegError as error:
        raise _refused(path, f"The recording is broken: {error.strerror}.", "Record it again.") from error
    samples = np.concatenate(pieces) if pieces else np.zeros((0, 1), np.float32)
    return Decoded(samples=samples[:wanted], rate_hz=rate_hz, cut=len(samples) > wanted)


def _frames(file: object, stream: object) -> Iterator[np.ndarray]:
    import av

    resampler = av.AudioResampler(format="fltp")
    for frame in file.decode(stream):  # pyright: ignore[reportAttributeAccessIssue]  # PyAV's own types are partial
        for planar in resampler.resample(frame):
            yield planar.to_ndarray().T.astype(np.float32)
