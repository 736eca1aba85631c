"""The rules of joining shots (every point was seen to break without its rule)."""

from __future__ import annotations

import subprocess
from hashlib import sha256
from pathlib import Path

import av
import pytest

from languages.clock import TICKS_PER_S
from languages.errors import EngineError
from tests.video.conftest import TINY, painted
from video.encode import Profile, encode_shot
from video.fit import HOLD, fit
from video.shot import Shot
from video.track import PlacedShot, write_picture_track

Shots = tuple[tuple[Shot, Path], ...]
GROUP = 5 * 1920

JOINS = {
    "loop after loop": ((0, 8.0), (0, 4.0)),
    "loop, then another shot": ((0, 7.0), (1, 4.0)),
    "clip trimmed, then layers": ((2, 3.0), (0, 2.0)),
    "clip held, then layers": ((2, 9.0), (0, 2.0)),
    "layers, then a clip held at the end of the film": ((0, 2.0), (2, 8.0)),
    "stretched to 1.24, then to 0.8": ((2, 6.2), (1, 0.8), (0, 2.4)),
    "odd stretch": ((0, 3.37), (1, 2.71), (0, 5.13)),
    "cut within a group": ((0, 1.4), (1, 0.4), (0, 2.0)),
}


def place(shots: Shots, join: tuple[tuple[int, float], ...]) -> tuple[PlacedShot, ...]:
    placed, at = [], 0
    for number, groups in join:
        shot, path = shots[number]
        length = round(groups * GROUP) // 1920 * 1920
        placed.append(PlacedShot(shot=shot, path=path, start=at, length=length))
        at += length
    return tuple(placed)


def expected_pictures(placed: tuple[PlacedShot, ...]) -> list[str]:
    """Digests of the shots' own pictures in the order in which the film should show them."""
    found: list[str] = []
    for p in placed:
        own = decoded(p.path)
        for piece in fit(p.shot, p.length):
            first = (p.shot.gops if piece.gop == HOLD else piece.gop) * p.shot.gop_frames
            found += own[first : first + piece.frames]
    return found


def spans(path: Path) -> dict[str, tuple[float, float]]:
    """Begin and end of picture and sound in seconds, by their packets."""
    times: dict[str, list[float]] = {"video": [], "audio": []}
    with av.open(str(path)) as media:
        for packet in media.demux():
            if packet.pts is not None and packet.time_base is not None:
                begin = float(packet.pts * packet.time_base)
                times[packet.stream.type] += [begin, begin + float((packet.duration or 0) * packet.time_base)]
    return {kind: (min(found), max(found)) for kind, found in times.items()}


def decoded(path: Path) -> list[str]:
    """Digests of all pictures; a damaged one is an error, not a guess."""
    with av.open(str(path)) as media:
        stream = media.streams.video[0]
        stream.codec_context.options = {"err_detect": "explode"}
        return [sha256(picture.to_ndarray().tobytes()).hexdigest() for picture in media.decode(stream)]


def with_sound(track: Path, length: int) -> Path:
    """The film of a picture track: AAC of the same length beside it."""
    film, seconds = track.with_name("film.mp4"), f"{length / TICKS_PER_S:.6f}"
    sound = ["-f", "lavfi", "-t", seconds, "-i", "anullsrc=r=48000:cl=mono"]
    ffmpeg("-i", str(track), *sound, "-c:v", "copy", "-c:a", "aac", "-video_track_timescale", "48000", str(film))
    return film


def ffmpeg(*arguments: str) -> None:
    run = subprocess.run(["ffmpeg", "-nostdin", "-v", "error", *arguments], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert not run.stderr


FORMS = {
    "copy.mp4": ("-f", "mp4"),
    "fragmented.mp4": ("-f", "mp4", "-movflags", "frag_keyframe+empty_moov+default_base_moof"),
    "stream.ts": ("-f", "mpegts"),
    "hls.m3u8": ("-f", "hls", "-hls_time", "0.4", "-hls_list_size", "0"),
    "fmp4.m3u8": ("-f", "hls", "-hls_time", "0.4", "-hls_list_size", "0", "-hls_segment_type", "fmp4"),
}
AGAIN = {"again-from-fragments.mp4": "fragmented.mp4", "again-from-ts.mp4": "stream.ts"}


@pytest.mark.parametrize("name", JOINS)
def test_every_join_decodes_and_survives_copying_fragmenting_and_segmenting(
    name: str, shots: Shots, tmp_path: Path
) -> None:
    placed = place(shots, JOINS[name])
    track = tmp_path / "track.mp4"
    report = write_picture_track(placed, track)
    wanted = expected_pictures(placed)
    assert report.frames == len(wanted)
    assert decoded(track) == wanted
    film = with_sound(track, report.length)
    outputs: list[str] = []
    for form, options in FORMS.items():
        outputs += ["-map", "0", "-c", "copy", *options, str(tmp_path / form)]
    ffmpeg("-i", str(film), *outputs)
    for form, source in AGAIN.items():
        ffmpeg("-i", str(tmp_path / source), "-c", "copy", str(tmp_path / form))
    for form in ("film.mp4", *FORMS, *AGAIN):
        out = tmp_path / form
        assert decoded(out) == wanted, form
        picture, heard = spans(out)["video"], spans(out)["audio"]
        assert abs(picture[0] - heard[0]) <= 0.025, form
        assert abs(picture[1] - heard[1]) <= 0.025, form
        assert abs(picture[1] - picture[0] - report.length / TICKS_PER_S) <= 0.025, form


def test_a_hold_by_the_last_packets_length_alone_would_be_lost(shots: Shots, tmp_path: Path) -> None:
    """Why every shot ends in a hold group: TS keeps no lengths, so only a picture at the end keeps the time."""
    shot, path = shots[2]
    place_ = PlacedShot(shot=shot, path=path, start=0, length=9 * GROUP)
    track = tmp_path / "track.mp4"
    write_picture_track((place_,), track)
    with av.open(str(track)) as media:
        packets = [p for p in media.demux(video=0) if p.size]
    assert packets[-2].duration == 4 * GROUP - 1920
    assert packets[-2].is_keyframe
    assert packets[-1].duration == 1920


def test_segments_begin_with_keyframes_and_hold_every_picture(shots: Shots, tmp_path: Path) -> None:
    placed = place(shots, JOINS["clip held, then layers"])
    track = tmp_path / "track.mp4"
    write_picture_track(placed, track)
    ffmpeg("-i", str(track), "-c", "copy", "-f", "hls", "-hls_time", "0.4", "-hls_list_size", "0",
           str(tmp_path / "film.m3u8"))  # fmt: skip
    counted = 0
    for part in sorted(tmp_path.glob("film*.ts")):
        with av.open(str(part)) as media:
            packets = [p for p in media.demux(video=0) if p.size]
        assert packets[0].is_keyframe
        counted += len(packets)
    assert counted == len(expected_pictures(placed))


def test_a_file_that_is_not_what_its_shot_says_is_refused(shots: Shots, tmp_path: Path) -> None:
    other = tmp_path / "other.mp4"
    encode_shot(painted(tmp_path, 9), TINY, other, profile=Profile(period_gops=4, gop_frames=5, level="5.1"))
    swapped = PlacedShot(shot=shots[0][0], path=other, start=0, length=GROUP)
    with pytest.raises(EngineError, match="other headers"):
        write_picture_track((swapped,), tmp_path / "track.mp4")


def test_an_empty_film_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="without any scene"):
        write_picture_track((), tmp_path / "track.mp4")


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
