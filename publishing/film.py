"""The film: picture, sound and captions in one MP4, put together by the program ffmpeg without encoding."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from languages.clock import SOUND_STEP, TICKS_PER_S
from languages.errors import DiskFull, EngineError, MissingProgram
from publishing.sound import PRIMING

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.video.stream import VideoStream

CLOSE_S = 0.025
"""How far picture and sound may lie apart at either end. Source: EBU R37 asks for +40/-60 ms; this is stricter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmMeta:
    """What is written into the film besides picture, sound and captions."""

    title: str
    language: str
    """Canonical BCP 47 tag."""
    iso639_3: str
    language_name: str
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmFacts:
    """What a finished film holds. Times in seconds."""

    frames: int
    picture_s: float
    sound_s: float
    start_apart_s: float
    end_apart_s: float


def ffmpeg() -> str:
    """Path of the program.

    Raises:
        MissingProgram: it is not installed.
    """
    path = shutil.which("ffmpeg")
    if path is None:
        raise MissingProgram("ffmpeg", "ffmpeg")
    return path


@lru_cache
def film_versions() -> dict[str, str]:
    """The version of ffmpeg, which decides the film's bytes."""
    said = subprocess.run([ffmpeg(), "-version"], capture_output=True, text=True, check=True)
    return {"ffmpeg": said.stdout.split(" ")[2]}


def mux_film(picture: Path, sound: Path, captions: Path | None, meta: FilmMeta, path: Path) -> None:
    """Writes the film. ``sound`` is what ``mix`` wrote; ``captions`` is an SRT file, or None where nothing is said.

    Texts of users are passed as single arguments, which ffmpeg does not interpret.

    Raises:
        MissingProgram, DiskFull, EngineError: it could not be written.
    """
    track = f"{meta.language_name} ({meta.language})"
    early = f"{-PRIMING * SOUND_STEP / TICKS_PER_S:.9f}"  # The edit list then begins with the first sample.
    inputs = ["-i", str(picture), "-itsoffset", early, "-f", "aac", "-i", str(sound)]
    maps = ["-map", "0:v:0", "-map", "1:a:0"]
    marks = ["-metadata:s:a:0", f"language={meta.iso639_3}", "-metadata:s:a:0", f"title={track}"]
    marks += ["-metadata:s:a:0", f"handler_name={track}"]
    if captions is not None:
        inputs += ["-f", "srt", "-i", str(captions)]
        maps += ["-map", "2:s:0"]
        marks += ["-c:s", "mov_text", "-disposition:s:0", "default"]
        marks += ["-metadata:s:s:0", f"language={meta.iso639_3}", "-metadata:s:s:0", f"title={track}"]
        marks += ["-metadata:s:s:0", f"handler_name={track}"]
    command = [ffmpeg(), "-nostdin", "-v", "error", "-y", *inputs, *maps, "-c:v", "copy", "-c:a", "copy"]
    command += ["-map_metadata", "-1", "-map_chapters", "-1", *marks]
    command += ["-metadata", f"title={meta.title}", "-metadata", f"comment={meta.comment}"]
    command += ["-video_track_timescale", str(TICKS_PER_S), "-movflags", "+faststart"]
    command += ["-fflags", "+bitexact", "-f", "mp4", str(path)]
    run = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if run.returncode:
        path.unlink(missing_ok=True)
        last = run.stderr.strip().rpartition("\n")[2]
        if "No space left" in run.stderr:
            raise DiskFull(f"No space is left to write {path}.", remedy="Make room and run it again.")
        raise EngineError(f"ffmpeg could not put the film together: {last}")


def verify_film(path: Path) -> FilmFacts:
    """What a film holds: its index, and the first and last packets themselves.

    Raises:
        EngineError: picture and sound do not begin and end together, or the end of the film cannot be read.
    """
    import av

    with av.open(str(path)) as media:
        streams = (media.streams.video[0], media.streams.audio[0])
        first = {stream.type: _span(media, stream, last=False)[0] for stream in streams}
        last = {stream.type: _span(media, stream, last=True)[1] for stream in streams}
        frames = streams[0].frames
    facts = FilmFacts(
        frames=frames,
        picture_s=last["video"],
        sound_s=last["audio"],
        start_apart_s=abs(first["video"] - max(0.0, first["audio"])),
        end_apart_s=abs(last["video"] - last["audio"]),
    )
    if facts.start_apart_s > CLOSE_S or facts.end_apart_s > CLOSE_S:
        raise EngineError(
            f"Picture and sound of {path} lie apart: {facts.start_apart_s:.3f} s at the start, "
            f"{facts.end_apart_s:.3f} s at the end.",
            expected=f"At most {CLOSE_S} s.",
        )
    return facts


def _span(media: InputContainer, stream: VideoStream | AudioStream, *, last: bool) -> tuple[float, float]:
    """Begin and end, in seconds, of the first packets of a track, or of its last ones."""
    media.seek((stream.duration or 0) if last else 0, stream=stream)
    spans: list[tuple[float, float]] = []
    for packet in media.demux(stream):
        if packet.pts is not None and packet.size:
            begin = float(packet.pts * packet.time_base)
            spans.append((begin, begin + float((packet.duration or 0) * packet.time_base)))
        if spans and not last:
            break
    if not spans:
        raise EngineError(f"The {stream.type} track of {media.name} has no readable packet where it should end.")
    return spans[0][0], max(end for _, end in spans)
