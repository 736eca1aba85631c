from __future__ import annotations

import warnings

import numpy as np
import pytest

from speech.loudness import SILENCE_LUFS, level, limit, measure, true_peak

T = np.arange(5 * 48_000) / 48_000


def speechlike(seed: int = 1) -> np.ndarray:
    noise = np.random.default_rng(seed).normal(size=len(T))
    return (0.1 * noise * np.sin(np.pi * 2 * T) ** 2 + 0.1 * np.sin(2 * np.pi * 500 * T)).astype(np.float32)


def test_a_full_scale_sine_of_997_hz_measures_minus_3_lufs() -> None:
    # Source: EBU Tech 3341, https://tech.ebu.ch/docs/tech/tech3341.pdf: 0 dBFS sine, one channel, -3.01 LUFS.
    lufs, dbtp = measure(np.sin(2 * np.pi * 997 * T).astype(np.float32))
    assert lufs == pytest.approx(-3.01, abs=0.05)
    assert dbtp == pytest.approx(0, abs=0.05)


def test_loudness_equals_what_pyloudnorm_measures() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pyloudnorm
    samples = speechlike()
    samples[48_000:96_000] *= 0.001
    ours, theirs = measure(samples)[0], pyloudnorm.Meter(48_000).integrated_loudness(samples.astype(float))
    assert ours == pytest.approx(theirs, abs=0.1)


def test_long_sound_is_measured_the_same_across_the_borders_of_pieces() -> None:
    long = np.tile(speechlike(), 5)
    assert measure(long)[0] == pytest.approx(measure(long[:480_000])[0], abs=0.02)


def test_a_sound_shorter_than_a_gating_block_still_has_a_loudness() -> None:
    short = speechlike()[:4800]
    assert measure(short)[0] == pytest.approx(measure(np.tile(short, 20))[0], abs=1.5)
    assert measure(level(short, -18, -2))[0] == pytest.approx(-18, abs=0.2)


def test_a_peak_between_two_samples_is_seen() -> None:
    # Samples of this sine reach -3 dBFS only; the curve through them reaches 0.
    samples = np.sin(2 * np.pi * 12_000 * T + np.pi / 4).astype(np.float32)
    assert 20 * np.log10(np.abs(samples).max()) == pytest.approx(-3, abs=0.1)
    assert true_peak(samples) == pytest.approx(0, abs=0.3)


@pytest.mark.parametrize("kind", ["sine", "square", "click", "noise"])
def test_nothing_comes_out_of_the_limiter_above_its_ceiling(kind: str) -> None:
    rng = np.random.default_rng(2)
    click = np.zeros(48_000, np.float32)
    click[24_000:24_002] = (1, -1)
    samples = {
        "sine": np.sin(2 * np.pi * 12_000 * T + np.pi / 4),
        "square": np.sign(np.sin(2 * np.pi * 300 * T)),
        "click": click,
        "noise": rng.normal(size=48_000),
    }[kind].astype(np.float32)
    assert true_peak(limit(samples, -1)) <= -1


def test_what_lies_far_from_a_peak_is_not_touched_by_the_limiter() -> None:
    samples = 0.1 * speechlike()
    samples[100_000] = 1.5
    done = limit(samples, -1)
    assert np.array_equal(done[:99_000], samples[:99_000])
    assert np.array_equal(done[101_000:], samples[101_000:])
    assert done[100_000] < 0.9


@pytest.mark.parametrize("target", [-16.0, -18.0, -12.0])
def test_levelled_sound_has_the_loudness_and_keeps_the_ceiling(target: float) -> None:
    lufs, dbtp = measure(level(speechlike(), target, -1))
    assert lufs == pytest.approx(target, abs=0.2)
    assert dbtp <= -1


def test_silence_stays_silence() -> None:
    silence = np.zeros(48_000, np.float32)
    assert measure(silence) == (SILENCE_LUFS, 2 * SILENCE_LUFS)
    assert not level(silence, -16, -1).any()
    assert measure(np.zeros(0, np.float32))[0] == SILENCE_LUFS
