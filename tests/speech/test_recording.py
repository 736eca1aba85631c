from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from languages.card import Failed
from speech.engine import Spoken, TakeJob
from speech.engines.recording import Engine
from speech.loudness import Samples
from speech.sound import LINE_LUFS, LINE_PEAK_DBTP
from tests.contract.checks import content_digest
from translation.translated import FindingKind

TEXT = "Fa molt de temps, en un poble de 12 cases, vivia una dona vella. L'aigua va créixer."
RNG = np.random.default_rng(3)


def take(path: Path, text: str = "la la la la", **more: object) -> Spoken | Failed:
    job = TakeJob(line="a", text=text, language="ca", recording=str(path), folder=str(path.parent))
    (result,) = Engine().take((replace(job, **more),))
    return result


def taken(path: Path, text: str = "la la la la", **more: object) -> Spoken:
    result = take(path, text, **more)
    assert not isinstance(result, Failed), result.reason
    return result


def wav(folder: Path, samples: Samples, rate_hz: int = 48_000, subtype: str = "FLOAT") -> Path:
    path = folder / "take.wav"
    soundfile.write(path, samples, rate_hz, subtype=subtype)
    return path


def as_m4a(samples: Samples, *, video_only: bool = False) -> bytes:
    import av

    held = io.BytesIO()
    with av.open(held, "w", format="mp4") as file:
        if video_only:
            picture = file.add_stream("mpeg4", rate=25)
            picture.width = picture.height = 32
            for _ in range(25):
                file.mux(picture.encode(av.VideoFrame(32, 32, "yuv420p")))
            file.mux(picture.encode())
        else:
            stream = file.add_stream("aac", rate=48_000, layout="mono")
            for begin in range(0, len(samples) - 1024, 1024):
                frame = av.AudioFrame.from_ndarray(samples[None, begin : begin + 1024], "fltp", "mono")
                frame.sample_rate = 48_000
                frame.pts = begin
                file.mux(stream.encode(frame))
            file.mux(stream.encode())
    return held.getvalue()


@pytest.mark.parametrize("kind", ["wav", "flac", "mp3", "ogg", "m4a"])
def test_each_kind_of_sound_file_is_known_by_its_content_not_its_name(
    tmp_path: Path, murmur: Samples, kind: str
) -> None:
    path = tmp_path / "take.wav"
    if kind == "m4a":
        path.write_bytes(as_m4a(murmur))
    else:
        held = io.BytesIO()
        soundfile.write(held, murmur, 48_000, format=kind.upper())
        path.write_bytes(held.getvalue())
    utterance = taken(path).utterance
    assert utterance.human
    assert utterance.voice == "recording"
    assert utterance.length == pytest.approx(1.9 * 48_000, rel=0.08)
    assert utterance.loudness_lufs == pytest.approx(LINE_LUFS, abs=0.3)
    assert utterance.peak_dbtp <= LINE_PEAK_DBTP


@pytest.mark.parametrize(("rate_hz", "channels"), [(8_000, 1), (44_100, 2), (192_000, 8)])
def test_any_rate_and_any_number_of_channels_become_48_khz_mono(
    tmp_path: Path, murmur: Samples, rate_hz: int, channels: int
) -> None:
    t = np.arange(2 * rate_hz) / rate_hz
    voice = np.interp(t, np.arange(len(murmur)) / 48_000, murmur)
    sound = np.zeros((len(t), channels))
    sound[:, -1] = voice  # one live microphone among dead ones
    spoken = taken(wav(tmp_path, sound, rate_hz))
    samples, rate = soundfile.read(spoken.path)
    assert (rate, samples.ndim) == (48_000, 1)
    assert len(samples) == pytest.approx(1.9 * 48_000, rel=0.08)


def test_channels_of_opposite_phase_do_not_cancel(tmp_path: Path, murmur: Samples) -> None:
    assert taken(wav(tmp_path, np.stack([murmur, -murmur], axis=1))).utterance.length > 48_000


def test_silence_around_the_voice_and_direct_current_are_taken_away(tmp_path: Path, murmur: Samples) -> None:
    pause = np.zeros(72_000, np.float32)
    spoken = taken(wav(tmp_path, np.concatenate([pause, murmur, pause]) + 0.1))
    samples, _ = soundfile.read(spoken.path)
    assert len(samples) < 98_000
    assert abs(samples.mean()) < 0.001


def no_samples(folder: Path) -> Path:
    return wav(folder, np.zeros(0, np.float32))


def bytes_of(content: bytes, name: str = "take.wav"):
    def write(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return write


def sound_of(samples: np.ndarray, rate_hz: int = 48_000):
    return lambda folder: wav(folder, samples, rate_hz)


NAN = np.full(48_000, np.nan, np.float32)
SILENT = np.zeros(48_000, np.float32)
HISS = (0.1 * RNG.normal(size=96_000)).astype(np.float32)
SHORT = np.concatenate([SILENT, 0.3 * np.sin(np.arange(4800) / 20), SILENT]).astype(np.float32)
LONG = np.tile(np.concatenate([np.sin(np.arange(36_000) / 20), np.zeros(12_000)]), 20).astype(np.float32) * 0.3
PLAYLIST = b"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n"
CONCAT = b"ffconcat version 1.0\nfile '/etc/passwd'\n"
REFUSED = {
    "empty": (bytes_of(b""), "0 bytes"),
    "header-without-samples": (no_samples, "no sound in it"),
    "broken-header": (bytes_of(b"RIFF\x10\x00\x00\x00WAVEfmt \x01"), "broken"),
    "broken-m4a": (bytes_of(b"\x00\x00\x00\x18ftypM4A " + b"\x00" * 64), "broken"),
    "not-a-number": (sound_of(NAN), "no numbers"),
    "silent": (sound_of(SILENT), "is silent"),
    "only-noise": (sound_of(HISS), "only noise"),
    "too-short": (sound_of(SHORT), "needs at least"),
    "too-long": (sound_of(LONG), "over 11 s"),
    "web-page": (bytes_of(b"<!doctype html><html>"), "not a sound file"),
    "playlist-as-mp3": (bytes_of(PLAYLIST, "take.mp3"), "not a sound file"),
    "concat-as-wav": (bytes_of(CONCAT), "not a sound file"),
    "playlist-behind-an-id3-tag": (bytes_of(b"ID3\x04\x00\x00\x00\x00\x00\x00" + PLAYLIST, "a.mp3"), "broken"),
    "film-without-sound": (bytes_of(as_m4a(SILENT, video_only=True)), "no sound track"),
    "absent": (lambda folder: folder / "none.wav", "cannot be read"),
    "a-folder": (lambda folder: folder, "cannot be read"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_a_reading_of_the_line_fails_with_its_reason(tmp_path: Path, case: str) -> None:
    make, reason = REFUSED[case]
    path = make(tmp_path)
    result = take(path)
    assert isinstance(result, Failed)
    assert reason in result.reason
    assert str(path) in result.reason
    assert not list(tmp_path.glob("*.flac"))


def test_a_header_that_claims_4_gb_is_read_by_what_is_there(tmp_path: Path, murmur: Samples) -> None:
    path = wav(tmp_path, murmur, subtype="PCM_16")
    content = bytearray(path.read_bytes())
    at = content.index(b"data") + 4
    content[at : at + 4] = b"\xf0\xff\xff\xff"
    path.write_bytes(content)
    assert taken(path).utterance.length < 2 * 48_000


def test_clipping_and_a_noisy_room_are_said(tmp_path: Path, murmur: Samples) -> None:
    loud = np.clip(20 * np.concatenate([murmur, SILENT]), -1, 1)
    said = [f.text for f in taken(wav(tmp_path, loud)).utterance.findings if f.kind is FindingKind.SOUND]
    assert len(said) == 1
    assert "clipped" in said[0]
    noise = 0.02 * RNG.normal(size=len(murmur) + 48_000)
    noisy = np.concatenate([murmur, SILENT]) + noise.astype(np.float32)
    said = [f.text for f in taken(wav(tmp_path, noisy)).utterance.findings if f.kind is FindingKind.SOUND]
    assert len(said) == 1
    assert "noisy" in said[0]


def test_word_times_of_a_recording_are_found_beside_a_synthetic_reading(tmp_path: Path, speak) -> None:
    reference = speak(TEXT, "ca")
    person = speak(TEXT, "ca+child")
    voice, _ = soundfile.read(person.path, dtype="float32")
    # A tenth slower by resampling, 0.7 s of quiet before, light noise all over.
    slower = np.interp(np.arange(0, len(voice), 0.9), np.arange(len(voice)), voice)
    sound = np.concatenate([np.zeros(33_600), slower, np.zeros(20_000)])
    sound = sound + 0.002 * RNG.normal(size=len(sound))
    times = tuple(t for w in reference.utterance.words for t in (w.start, w.end))
    utterance = taken(wav(tmp_path, 0.5 * sound), TEXT, reference=reference.path, reference_words=times).utterance
    lead = (len(slower) - utterance.length) / 2  # what the trimming took, shared by both ends
    truth = np.array([w.start / 0.9 for w in person.utterance.words]) - lead
    errors = np.abs(np.array([w.start for w in utterance.words]) - truth) / 48
    assert np.median(errors) < 25
    assert np.percentile(errors, 90) < 60
    assert not any(w.reported for w in utterance.words)
    assert "synthetic voice" in utterance.findings[-1].text


def test_without_a_reference_words_are_spread_by_letters_and_it_is_said(tmp_path: Path, murmur: Samples) -> None:
    utterance = taken(wav(tmp_path, murmur), "un riu molt llarg").utterance
    assert [w.text for w in utterance.words] == ["un", "riu", "molt", "llarg"]
    assert utterance.findings[-1].kind is FindingKind.TIMING
    assert "number of letters" in utterance.findings[-1].text


def test_the_same_recording_gives_the_same_bytes(tmp_path: Path, murmur: Samples) -> None:
    path = wav(tmp_path, murmur)
    first = content_digest(taken(path).path)
    assert content_digest(taken(path).path) == first
