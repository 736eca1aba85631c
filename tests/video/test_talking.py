from __future__ import annotations

import numpy as np

from languages.clock import SAMPLE_RATE_HZ, ticks
from video.talking import heard_spans

RATE = SAMPLE_RATE_HZ


def tone(seconds: float, level: float = 0.2) -> np.ndarray:
    return (level * np.sin(np.arange(round(seconds * RATE)) * 0.03)).astype(np.float32)


def test_pauses_within_a_line_are_silent_and_soft_ends_are_heard() -> None:
    hiss = (np.random.default_rng(1).normal(0, 0.001, RATE // 2)).astype(np.float32)
    spans = heard_spans(np.concatenate([tone(1.0), hiss, tone(0.5, 0.05)]))
    assert spans == ((0, ticks(1.0)), (ticks(1.5), ticks(2.0)))


def test_a_soft_line_is_heard_like_a_loud_one() -> None:
    line = np.concatenate([np.zeros(RATE // 4, np.float32), tone(1.0)])
    assert heard_spans(line) == heard_spans(line * 0.01) == ((ticks(0.25), ticks(1.25)),)


def test_silence_and_nothing_are_not_heard() -> None:
    assert heard_spans(np.zeros(RATE, np.float32)) == ()
    assert heard_spans(np.zeros(10, np.float32)) == ()
