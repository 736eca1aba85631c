"""What all ears share: long sounds are cut where nobody speaks, and nothing is left that is too short to be heard."""

from __future__ import annotations

import numpy as np
import pytest

from speech.listening import RATE_HZ, SHORTEST_S, cut_quietly


def noise(seconds: float, quiet_at: float) -> np.ndarray:
    """Noise with 40 ms of quiet."""
    sound = np.random.default_rng(0).normal(0, 0.1, round(seconds * RATE_HZ)).astype(np.float32)
    begin = round(quiet_at * RATE_HZ)
    sound[begin : begin + RATE_HZ // 25] = 0
    return sound


def test_a_long_sound_is_cut_at_its_quietest_place() -> None:
    first, second = cut_quietly(noise(3.0, 1.8), 2.0)
    assert abs(len(first) / RATE_HZ - 1.82) < 0.02
    assert len(first) + len(second) == 3 * RATE_HZ


def test_a_short_sound_is_not_cut() -> None:
    assert len(cut_quietly(noise(2.0, 1.8), 2.0)) == 1


@pytest.mark.parametrize("samples", [1, 100, 399, 3000])
def test_what_is_left_after_a_cut_is_never_too_short_to_be_heard(samples: int) -> None:
    sound = noise(2.0 + samples / RATE_HZ, 1.96)
    parts = cut_quietly(sound, 2.0)
    assert all(SHORTEST_S * RATE_HZ <= len(p) <= 2 * RATE_HZ for p in parts)
    assert np.array_equal(np.concatenate(parts), sound)
