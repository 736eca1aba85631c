"""The rules of joining shots (every point was seen to break without its rule)."""

from __future__ import annotations

import subprocess
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile

from languages.clock import TICKS_PER_S
from languages.errors import EngineError
from tests.video.conftest import TINY, painted
from video.encode import Profile, encode_shot
from video.fit import fit
from video.shot import Shot
from video.track import PlacedShot, write_picture_track

Shots = tuple[tuple[Shot, Path], ...]
GROUP = 5 * 1920

JOINS = {
    "loop after loop": ((0, 8.0), (0, 4.0)),
    "trimmed, then the next shot": ((0, 2.0), (1, 3.0)),
    "stretched to 0.8 and 1.25": ((0, 0.8), (1, 1.25), (0, 2.4)),
    "odd stretch": ((0, 3.37), (1, 2.71), (0, 5.13)),
    "clip held, then the next shot": ((2, 9.0), (0, 2.0)),
    "hold at the end of the film": ((0, 2.0), (2, 8.0)),
    "shorter than a group": ((0, 0.5), (1, 2.0)),
}


def place(shots: Shots, join: tuple[tuple[int, float], ...]) -> tuple[PlacedShot, ...]:
    placed, at = [], 0
    for number, groups in join:
        shot, path = shots[number]
        length = round(groups * GROUP) // 1920 * 1920
        placed.append(PlacedShot(shot=shot, path=path, start=at, length=length))
        at += length
    return tuple(placed)


def expected_frames(placed: tuple[PlacedShot, ...]) -> int:
    return sum(piece.frames for p in placed for piece in fit(p.shot, p.length))


def spans(path: Path) -> tuple[int, tuple[float, float], tuple[float, float]]:
    """(decoded pictures, start and end of the picture, start and end of the sound) in seconds."""
    pictures, times = 0, {"video": [], "audio": []}
    with av.open(str(path)) as media:
        for packet in media.demux():
            if packet.pts is not None and packet.time_base is not None:
                begin = float(packet.pts * packet.time_base)
                times[packet.stream.type] += [begin, begin + float((packet.duration or 0) * packet.time_base)]
            pictures += len(packet.decode()) if packet.stream.type == "video" else 0
    return pictures, (min(times["video"]), max(times["video"])), (min(times["audio"]), max(times["audio"]))


@pytest.mark.parametrize("name", JOINS)
def test_every_join_decodes_and_survives_copying_fragmenting_and_segmenting(
    name: str, shots: Shots, tmp_path: Path
) -> None:
    placed = place(shots, JOINS[name])
    track = tmp_path / "track.mp4"
    report = write_picture_track(placed, track)
    wanted = expected_frames(placed)
    assert report.frames == wanted
    seconds = report.length / TICKS_PER_S
    sound = tmp_path / "sound.wav"
    soundfile.write(sound, np.zeros(report.length, np.int16), 48_000)
    forms = {
        "copy.mp4": [],
        "fragmented.mp4": ["-movflags", "frag_keyframe+empty_moov+default_base_moof"],
        "stream.ts": [],
    }
    for form, options in forms.items():
        out = tmp_path / form
        muxed = ["ffmpeg", "-nostdin", "-v", "error", "-i", str(track), "-i", str(sound), "-c:v", "copy"]
        muxed += ["-c:a", "aac", "-video_track_timescale", "48000"] if form.endswith("mp4") else ["-c:a", "mp2"]
        run = subprocess.run([*muxed, *options, str(out)], capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
        pictures, picture, heard = spans(out)
        assert pictures == wanted, form
        # What follows a hold is one frame shorter in containers that keep no durations (TS).
        slack = 0.025 if form.endswith("mp4") else 0.025 + 1 / 25
        assert abs(picture[0] - max(heard[0], picture[0] if heard[0] < 0 else heard[0])) <= 0.025, form
        assert abs((picture[1] - picture[0]) - seconds) <= slack, form


def test_segments_hold_every_picture(shots: Shots, tmp_path: Path) -> None:
    placed = place(shots, JOINS["clip held, then the next shot"])
    track = tmp_path / "track.mp4"
    write_picture_track(placed, track)
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", str(track), "-c", "copy", "-f", "hls", "-hls_time", "0.4"]
    subprocess.run([*command, "-hls_list_size", "0", str(tmp_path / "film.m3u8")], check=True)
    counted = 0
    for part in sorted(tmp_path.glob("film*.ts")):
        with av.open(str(part)) as media:
            counted += sum(1 for p in media.demux(video=0) if p.size)
    assert counted == expected_frames(placed)


def test_a_shot_with_other_settings_is_refused(shots: Shots, tmp_path: Path) -> None:
    other = tmp_path / "other.mp4"
    profile = Profile(period_gops=2, gop_frames=5, level="5.1")
    shot = encode_shot(painted(tmp_path, 9), TINY, other, profile=profile)
    assert shot.headers != shots[0][0].headers
    placed = (*place(shots, ((0, 2.0),)), PlacedShot(shot=shot, path=other, start=2 * GROUP, length=GROUP))
    with pytest.raises(EngineError, match="encoded differently"):
        write_picture_track(placed, tmp_path / "track.mp4")


def test_a_hole_in_the_track_is_refused(shots: Shots, tmp_path: Path) -> None:
    shot, path = shots[0]
    late = PlacedShot(shot=shot, path=path, start=1920, length=GROUP)
    with pytest.raises(EngineError, match="hole"):
        write_picture_track((late,), tmp_path / "track.mp4")


def test_a_shot_that_lost_its_hold_is_refused(shots: Shots, tmp_path: Path) -> None:
    shot, path = shots[0]
    cut = tmp_path / "cut.mp4"
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", str(path), "-c", "copy", "-frames:v", "12", str(cut)]
    subprocess.run(command, check=True)
    with pytest.raises(EngineError, match="groups of pictures"):
        write_picture_track((PlacedShot(shot=shot, path=cut, start=0, length=GROUP),), tmp_path / "track.mp4")
