from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from speech.loudness import measure
from speech.sound import KEEP, bounds, heard, stretches, voiced, write_flac

SILENCE = np.zeros(48_000, np.float32)
TONE = (0.3 * np.sin(2 * np.pi * 200 * np.arange(24_000) / 48_000)).astype(np.float32)


def test_a_film_of_lines_told_one_after_the_other_has_the_films_loudness(speak) -> None:
    said = [
        ("Hace mucho tiempo, en un pueblo, vivía una mujer vieja.", "es"),
        ("El hilo es fino, pero une las cosas.", "es+old-woman"),
        ("¡Vuela, pájaro, vuela!", "es+child"),
        ("Sí.", "es+man"),
        ("La niña y la mujer vieja trabajaron junto al fuego hasta el alba.", "es"),
    ]
    pieces = [soundfile.read(speak(text, voice).path, dtype="float32")[0] for text, voice in said]
    film = np.concatenate([np.concatenate([p, SILENCE[:20_000]]) for p in pieces])
    lufs, dbtp = measure(film)
    assert lufs == pytest.approx(-16, abs=0.5)
    assert dbtp <= -1


def test_sound_is_found_between_silences_and_30_ms_of_quiet_are_kept() -> None:
    samples = np.concatenate([SILENCE, TONE, SILENCE])
    begin, end = bounds(heard(samples), len(samples))
    assert begin == pytest.approx(48_000 - KEEP, abs=240)
    assert end == pytest.approx(72_000 + KEEP, abs=240)


def test_in_silence_nothing_is_heard() -> None:
    assert bounds(heard(SILENCE), len(SILENCE)) == (0, 0)
    assert bounds(heard(SILENCE[:0]), 0) == (0, 0)


def test_one_word_in_a_long_noisy_silence_is_found_and_a_click_is_not() -> None:
    room = (0.001 * np.random.default_rng(1).normal(size=20 * 48_000)).astype(np.float32)
    room[480_000:504_000] += TONE
    room[96_000:96_200] = 0.5
    runs = stretches(voiced(room), len(room))
    assert len(runs) == 1
    assert runs[0] == pytest.approx((480_000, 504_000), abs=480)


def test_what_is_written_is_read_back_to_the_bit(tmp_path: Path) -> None:
    write_flac(tmp_path / "a.flac", np.array([0.0, 1.0, -1.0, 2.0, 0.5], np.float32))
    samples, rate = soundfile.read(tmp_path / "a.flac", dtype="int16")
    assert rate == 48_000
    assert samples.tolist() == [0, 32767, -32767, 32767, 16384]
