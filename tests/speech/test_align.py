from __future__ import annotations

import numpy as np

from speech.align import carry_over, cepstra, warp


def melody(stretch: float) -> np.ndarray:
    """Four notes with overtones of 0.25 s each, stretched in time but not in pitch."""
    each = round(12_000 * stretch)
    t = np.arange(each) / 48_000
    notes = [sum(np.sin(2 * np.pi * f * k * t) / k for k in (1, 2, 3)) for f in (200, 450, 300, 700)]
    return np.concatenate(notes).astype(np.float32) * 0.2


def test_a_sound_laid_beside_itself_keeps_its_times() -> None:
    times = (0, 12_000, 24_000, 36_000)
    assert carry_over(melody(1), melody(1), times) == times


def test_times_are_carried_over_to_slower_and_faster_sound() -> None:
    for stretch in (0.7, 1.5):
        carried = carry_over(melody(1), melody(stretch), (12_000, 24_000, 36_000))
        truth = np.array([12_000, 24_000, 36_000]) * stretch
        assert np.abs(np.array(carried) - truth).max() < 0.03 * 48_000


def test_a_path_never_runs_backwards_and_ends_at_the_end() -> None:
    rng = np.random.default_rng(1)
    path = warp(rng.normal(size=(40, 5)), rng.normal(size=(70, 5)))
    assert len(path) == 40
    assert (np.diff(path) >= 0).all()
    assert path[0] == 0


def test_very_short_and_very_long_sounds_are_aligned_too() -> None:
    assert len(carry_over(melody(1)[:100], melody(1)[:50], (0, 50))) == 2
    assert cepstra(np.zeros(48_000, np.float32)).shape == (100, 26)
    long = np.tile(melody(1), 3)
    assert len(cepstra(long, 4 * 480)) == 75
