"""The rules of joining shots (every point was seen to break without its rule)."""

from __future__ import annotations

import dataclasses
import subprocess
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.frame import PictureType

from languages.clock import TICKS_PER_S
from languages.errors import EngineError
from tests.video.conftest import TINY, painted
from video import dissolve
from video.encode import Profile, add_stream, encode_shot
from video.fit import HOLD, fit
from video.shot import Shot
from video.track import PlacedShot, write_picture_track

Shots = tuple[tuple[Shot, Path], ...]
STEP = 1920
GROUP = 5 * STEP
MIXED = "mixed"

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
DISSOLVES = {
    "loop into loop": ((0, 8.0), (1, 4.0)),
    "out of a cut group": ((0, 3.4), (1, 2.8), (0, 5.2)),
    "trimmed clip, then layers": ((2, 3.0), (0, 2.6)),
    "held clip, then layers": ((2, 9.0), (0, 3.0)),
    "layers, then a clip held at the end of the film": ((0, 3.0), (2, 9.0)),
    "one shot alone": ((1, 4.0),),
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
    """Digests of the shots' own pictures in the order in which the film should show them; mixed ones have none."""
    found: list[str] = []
    for p in placed:
        own = decoded(p.path)
        found += [MIXED] * (p.enters // STEP)
        for piece in fit(p.shot, p.length - p.enters - p.leaves, [(a - p.start, b - p.start) for a, b in p.speaks]):
            hold = p.shot.gops * (2 if p.shot.talks else 1)
            first = (hold if piece.gop == HOLD else piece.gop) * p.shot.gop_frames
            found += own[first : first + piece.frames]
        found += [MIXED] * (p.leaves // STEP)
    return found


def melted(placed: tuple[PlacedShot, ...]) -> tuple[PlacedShot, ...]:
    """The same with dissolves of four pictures between all, and fades at both ends."""
    half = [dataclasses.replace(p, enters=2 * STEP, leaves=2 * STEP) for p in placed]
    half[0] = dataclasses.replace(half[0], enters=4 * STEP)
    half[-1] = dataclasses.replace(half[-1], leaves=4 * STEP)
    return tuple(half)


def planes(path: Path) -> list[np.ndarray]:
    with av.open(str(path)) as media:
        return [picture.to_ndarray(format="yuv420p").astype(float) for picture in media.decode(video=0)]


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


@pytest.mark.parametrize(("name", "melts"), [*((n, False) for n in JOINS), *((n, True) for n in DISSOLVES)])
def test_every_join_decodes_and_survives_copying_fragmenting_and_segmenting(
    name: str, melts: bool, shots: Shots, tmp_path: Path
) -> None:
    placed = place(shots, (JOINS | DISSOLVES)[name])
    placed = melted(placed) if melts else placed
    track = tmp_path / "track.mp4"
    report = write_picture_track(placed, track)
    wanted = expected_pictures(placed)
    seen = decoded(track)
    assert report.frames == len(wanted) == len(seen)
    assert report.length == sum(p.length for p in placed)
    assert [MIXED if w == MIXED else s for s, w in zip(seen, wanted, strict=True)] == wanted
    wanted = seen
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


def test_a_dissolve_comes_out_of_one_shot_and_goes_over_into_the_next(shots: Shots, tmp_path: Path) -> None:
    placed = melted(place(shots, ((0, 4.0), (1, 4.0))))
    track = tmp_path / "track.mp4"
    write_picture_track(placed, track)
    seen, wanted = planes(track), expected_pictures(placed)
    mixed = [n for n, w in enumerate(wanted) if w == MIXED]
    between = mixed[4:8]
    before, after = seen[between[0] - 1], seen[between[-1] + 1]
    shares = [np.sum((seen[n] - before) * (after - before)) / np.sum((after - before) ** 2) for n in between]
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.3
    assert 0.7 < shares[-1] < 1
    luma = [float(picture[:90].mean()) for picture in seen]
    assert luma[0] > luma[2] > luma[5], "the film comes out of paper"
    assert luma[-1] > luma[-3] > luma[-6], "and goes back into it"


def test_equal_dissolves_have_equal_bytes(shots: Shots, tmp_path: Path) -> None:
    placed = melted(place(shots, ((0, 4.0), (2, 4.0))))
    for name in ("one.mp4", "two.mp4"):
        write_picture_track(placed, tmp_path / name)
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()


def test_a_dissolve_that_was_made_before_is_not_made_again(
    shots: Shots, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = tuple((dataclasses.replace(shot, media=f"media {n}"), path) for n, (shot, path) in enumerate(shots))
    placed, other = (melted(place(stored, ((0, 4.0), (1, 4.0), (n, 4.0)))) for n in (0, 2))
    write_picture_track(placed, tmp_path / "one.mp4")
    made: list[int] = []
    encoded = dissolve._encoded
    monkeypatch.setattr(dissolve, "_encoded", lambda *what: (made.append(1), encoded(*what))[1])
    write_picture_track(placed, tmp_path / "two.mp4")
    assert made == []
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()
    write_picture_track(other, tmp_path / "three.mp4")
    assert len(made) == 2


def test_a_dissolve_needs_both_sides_and_time(shots: Shots, tmp_path: Path) -> None:
    one, two = place(shots, ((0, 2.0), (1, 2.0)))
    with pytest.raises(EngineError, match="does not leave"):
        write_picture_track((one, dataclasses.replace(two, enters=STEP)), tmp_path / "track.mp4")
    with pytest.raises(EngineError, match="too short"):
        write_picture_track((dataclasses.replace(one, enters=GROUP, leaves=GROUP),), tmp_path / "track.mp4")


def test_who_is_heard_is_seen_speaking(shots: Shots, tmp_path: Path) -> None:
    quiet, path = shots[0]
    talking = talkative(quiet, path, tmp_path / "talks.mp4")
    whole = PlacedShot(shot=talking, path=tmp_path / "talks.mp4", start=0, length=2 * GROUP)
    speaks = ((3 * GROUP, 5 * GROUP), (6 * GROUP, round(6.4 * GROUP)))
    placed = (whole, dataclasses.replace(whole, start=2 * GROUP, length=6 * GROUP, speaks=speaks))
    write_picture_track(placed, tmp_path / "track.mp4")
    own, seen = decoded(whole.path), decoded(tmp_path / "track.mp4")
    groups = [own.index(seen[n]) // 5 for n in range(0, 40, 5)]
    # Of the second clip the 2nd and 3rd group are heard, the 5th for less than half of it.
    assert groups == [0, 1, 0, 5, 6, 3, 0, 1]


def talkative(quiet: Shot, path: Path, to: Path) -> Shot:
    """A shot that holds its groups twice, the second time darker."""
    own = planes(path)
    body = own[: quiet.gops * quiet.gop_frames]
    step = Fraction(STEP, 48000)
    with av.open(str(to), "w", format="mp4", options={"video_track_timescale": "48000"}) as media:
        stream = add_stream(media, TINY, Profile(gop_frames=5))
        for n, picture in enumerate((*body, *(p * 0.9 for p in body), own[-1], own[-1])):
            image = av.VideoFrame.from_ndarray(picture.astype(np.uint8), format="yuv420p")
            image.pts, image.time_base = n, step
            image.pict_type = PictureType.NONE if n % 5 else PictureType.I
            media.mux(stream.encode(image))
        media.mux(stream.encode(None))
    return dataclasses.replace(quiet, talks=True)


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
