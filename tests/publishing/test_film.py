from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile

from languages.clock import SOUND_STEP, ticks
from languages.errors import EngineError, MissingProgram
from publishing.film import FilmMeta, mux_film, verify_film
from publishing.sound import count_frames, encode_line, loudness_of, mix
from publishing.srt import srt
from speech.utterance import Utterance
from tests.video.conftest import SHORT_GROUPS, TINY, painted
from video.encode import encode_shot
from video.timeline import Cue, Said, Timeline
from video.track import PlacedShot, write_picture_track

TITLES = (
    "El pont",
    "a=b;c#d\\e",
    "dos\tmots",
    "%{pts} $(ls) `id`",
    "{\\an8}<b>x</b>",
    "\u202eal revés",
    "ქართული",
    "'\"",
)


def tone(path: Path, seconds: float) -> Path:
    t = np.arange(int(48_000 * seconds)) / 48_000
    sound = path.with_suffix(".flac")
    soundfile.write(sound, 0.2 * np.sin(2 * np.pi * 330 * t), 48_000)
    encode_line(sound, path)
    return path


def timeline(length: int, *said: Said) -> Timeline:
    return Timeline(language="ca", length=length, clips=(), said=said, cues=())


def film(folder: Path, title: str) -> Path:
    shot = encode_shot(painted(folder, 1), TINY, folder / "shot.mp4", seed=1, profile=SHORT_GROUPS)
    length = ticks(2.4)
    write_picture_track(
        (PlacedShot(shot=shot, path=folder / "shot.mp4", start=0, length=length),), folder / "picture.mp4"
    )
    track = tone(folder / "a.aac", 1.0)
    mix(timeline(length, Said(line="a", start=24 * SOUND_STEP, length=48_000)), {"a": track}, folder / "sound.aac")
    cue = Cue(start=ticks(0.5), end=ticks(1.5), rows=("Hola",), line="a")
    (folder / "c.srt").write_text(srt((cue,)), encoding="utf-8")
    meta = FilmMeta(title=title, language="ca", iso639_3="cat", language_name="català", comment="Prova.")
    mux_film(folder / "picture.mp4", folder / "sound.aac", folder / "c.srt", meta, folder / "film.mp4")
    return folder / "film.mp4"


@pytest.mark.parametrize("title", TITLES)
def test_a_title_comes_out_as_it_went_in(title: str, tmp_path: Path) -> None:
    with av.open(str(film(tmp_path, title))) as media:
        assert media.metadata["title"] == title


def test_tracks_say_their_language(tmp_path: Path) -> None:
    path = film(tmp_path, "A")
    with av.open(str(path)) as media:
        assert [s.codec_context.name for s in media.streams if s.type != "subtitle"] == ["h264", "aac"]
        for stream in (media.streams.audio[0], media.streams.subtitles[0]):
            assert stream.metadata["language"] == "cat"
            assert "(ca)" in stream.metadata["handler_name"]
    assert "català (ca)".encode() in path.read_bytes()
    facts = verify_film(path)
    assert facts.start_apart_s <= 0.025
    assert facts.end_apart_s <= 0.025


def test_equal_parts_make_equal_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        made.append(hashlib.sha256(film(tmp_path / name, "A").read_bytes()).hexdigest())
    assert made[0] == made[1]


def test_every_line_stands_at_its_sample_and_all_else_is_silent(tmp_path: Path) -> None:
    """Lines encoded each for itself sound in the film as they do alone, at the sample they were placed at."""
    lines, said, start = {}, [], 0
    whole = np.zeros(ticks(9), np.float32)
    for n in range(4):
        t = np.arange(30_000 + 977 * n) / 48_000
        sound = 0.3 * np.sin(2 * np.pi * (200 + 300 * (n + 1) * t) * t).astype(np.float32)
        soundfile.write(tmp_path / "a.flac", sound, 48_000, subtype="PCM_24")
        lines[f"l{n}"] = tmp_path / f"l{n}.aac"
        encode_line(tmp_path / "a.flac", lines[f"l{n}"])
        said.append(Said(line=f"l{n}", start=start, length=len(sound)))
        whole[start : start + len(sound)] = sound
        start += -(-(len(sound) + ticks(0.35)) // SOUND_STEP) * SOUND_STEP
    painted_film = film(tmp_path, "A")
    mix(timeline(ticks(9), *said), lines, tmp_path / "all.aac")
    meta = FilmMeta(title="A", language="ca", iso639_3="cat", language_name="català", comment="")
    mux_film(tmp_path / "picture.mp4", tmp_path / "all.aac", None, meta, painted_film)
    decode = ["ffmpeg", "-nostdin", "-v", "error", "-i", str(painted_film), "-map", "0:a", "-f", "f32le", "-"]
    samples = np.frombuffer(subprocess.run(decode, capture_output=True, check=True).stdout, np.float32)
    assert abs(len(samples) - ticks(9)) <= SOUND_STEP // 2
    for line in said:
        part = slice(line.start, line.start + line.length)
        error = samples[part] - whole[part]
        assert np.mean(error**2) < 0.001 * np.mean(whole[part] ** 2), line
        shifted = [np.mean((np.roll(samples, d)[part] - whole[part]) ** 2) for d in (-1, 1)]
        assert np.mean(error**2) < min(shifted)
        after = samples[part.stop + 2 * SOUND_STEP : part.stop + ticks(0.3)]
        assert np.max(np.abs(after)) < 1e-4


def test_lines_keep_to_whole_frames_of_sound(tmp_path: Path) -> None:
    track = {"a": tone(tmp_path / "a.aac", 1.0)}
    with pytest.raises(EngineError, match="whole frame"):
        mix(timeline(ticks(3), Said(line="a", start=1500, length=48_000)), track, tmp_path / "s.aac")


@pytest.mark.parametrize("content", [b"", b"RIFF" * 20], ids=["empty", "no AAC"])
def test_what_is_not_aac_is_an_error(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.aac").write_bytes(content)
    with pytest.raises(EngineError, match=r"AAC|frames"):
        mix(timeline(ticks(3), Said(line="a", start=0, length=10)), {"a": tmp_path / "a.aac"}, tmp_path / "s.aac")


def test_a_frame_that_is_cut_off_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="whole AAC frames"):
        count_frames(tone(tmp_path / "a.aac", 0.2).read_bytes()[:-1])


def test_a_missing_sound_is_an_error_not_silence(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no sound"):
        mix(timeline(ticks(3), Said(line="a", start=0, length=10)), {}, tmp_path / "s.aac")


def test_a_sound_of_another_length_is_an_error(tmp_path: Path) -> None:
    said = Said(line="a", start=0, length=10)
    with pytest.raises(EngineError, match="48 frames, not of 10 samples"):
        mix(timeline(ticks(3), said), {"a": tone(tmp_path / "a.aac", 1.0)}, tmp_path / "s.aac")


def test_a_film_whose_sound_ends_early_is_refused(tmp_path: Path) -> None:
    path = film(tmp_path, "A")
    mix(timeline(ticks(1), Said(line="a", start=0, length=48_000)), {"a": tmp_path / "a.aac"}, tmp_path / "short.aac")
    meta = FilmMeta(title="A", language="ca", iso639_3="cat", language_name="català", comment="")
    mux_film(tmp_path / "picture.mp4", tmp_path / "short.aac", None, meta, path)
    with pytest.raises(EngineError, match="lie apart"):
        verify_film(path)


def test_a_film_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = film(tmp_path, "A")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 2 // 3])
    with pytest.raises(EngineError, match=r"lie apart|readable"):
        verify_film(path)


def test_a_missing_ffmpeg_names_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    meta = FilmMeta(title="A", language="ca", iso639_3="cat", language_name="català", comment="")
    with pytest.raises(MissingProgram, match="apt-get install ffmpeg"):
        mux_film(tmp_path / "a", tmp_path / "b", None, meta, tmp_path / "c")


def test_loudness_is_the_mean_of_energies() -> None:
    def line(lufs: float, length: int) -> Utterance:
        return Utterance(
            line="a",
            voice="v",
            language="ca",
            audio="",
            length=length,
            words=(),
            loudness_lufs=lufs,
            peak_dbtp=lufs + 14,
        )

    assert loudness_of((line(-16, 48_000), line(-16, 96_000))) == pytest.approx((-16, -2))
    assert loudness_of((line(-10, 48_000), line(-40, 48_000)))[0] == pytest.approx(-13, abs=0.1)
