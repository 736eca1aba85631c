from __future__ import annotations

import itertools

import numpy as np
import pytest

from speech import ctc
from speech.ctc import greedy, lay, log_softmax


def given(rows: list[list[float]]) -> np.ndarray:
    return np.log(np.array(rows) / np.array(rows).sum(axis=1, keepdims=True))


def test_greedy_joins_repetitions_and_leaves_blanks_out() -> None:
    best = [0, 1, 1, 0, 1, 2, 2, 0]
    rows = [[0.9 if k == b else 0.05 for k in range(3)] for b in best]
    found = greedy(given(rows), blank=0)
    assert [(s.token, s.start, s.end) for s in found] == [(1, 1, 3), (1, 4, 5), (2, 5, 7)]
    assert all(s.chance == pytest.approx(0.9) for s in found)
    assert greedy(given([[0.9, 0.1]] * 4), blank=0) == ()


@pytest.mark.parametrize("tokens", [[1], [1, 2], [1, 1], [2, 1, 1], [1, 2, 2, 1]])
@pytest.mark.parametrize("seed", range(4))
def test_the_laid_text_is_the_likeliest_of_all_ways(tokens: list[int], seed: int) -> None:
    logprobs = log_softmax(np.random.default_rng(seed).normal(size=(7, 3)) * 2)
    best, way = -np.inf, ()
    for path in itertools.product(range(3), repeat=7):
        said = [k for k, _ in itertools.groupby(path) if k]
        if said == tokens:
            score = sum(logprobs[t, k] for t, k in enumerate(path))
            best, way = (score, path) if score > best else (best, way)
    found = lay(logprobs, tokens, blank=0)
    assert found is not None
    path = [0] * 7
    for stretch in found:
        path[stretch.start : stretch.end] = [stretch.token] * (stretch.end - stretch.start)
    assert tuple(path) == way
    assert [s.token for s in found] == tokens


def test_more_letters_than_frames_cannot_be_laid() -> None:
    logprobs = log_softmax(np.zeros((3, 4)))
    assert lay(logprobs, [1, 2, 3, 1], blank=0) is None
    assert lay(logprobs, [1, 1, 2], blank=0) is None
    assert lay(logprobs, [], blank=0) is None


def test_a_long_text_is_laid() -> None:
    tokens = [1 + i % 3 for i in range(400)]
    best = [k for token in tokens for k in (token, 0)]
    found = lay(given([[0.9 if k == b else 0.03 for k in range(4)] for b in best]), tokens, blank=0)
    assert found is not None
    assert [s.start for s in found] == list(range(0, 800, 2))


def test_what_would_take_all_memory_is_not_laid(monkeypatch: pytest.MonkeyPatch) -> None:
    logprobs = log_softmax(np.zeros((10, 3)))
    assert lay(logprobs, [1, 2], blank=0) is not None
    monkeypatch.setattr(ctc, "MOST_CELLS", 49)
    assert lay(logprobs, [1, 2], blank=0) is None


def test_probabilities_sum_to_one() -> None:
    logits = np.array([[1000.0, 0.0, -1000.0], [0.1, 0.2, 0.3]])
    assert np.exp(log_softmax(logits)).sum(axis=1) == pytest.approx([1, 1])
