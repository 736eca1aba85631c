"""Reading CTC log-probabilities: the likeliest letters, and a given text laid onto them (forced alignment). Pure numpy.

Source: Graves et al., "Connectionist Temporal Classification" (ICML 2006); Kürzinger et al., "CTC-Segmentation"
(arXiv 2007.09127).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np


MOST_CELLS = 1_000_000_000
"""Of the table that a text is laid with, one byte each: about 13 minutes of speech (50 frames and 15 letters a second)
as one line. More would take the memory that the models need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One letter on the sound."""

    token: int
    start: int
    """First frame; ``end`` is the one after the last."""
    end: int
    chance: float
    """Mean probability of the letter over its frames, from 0 to 1."""


def greedy(logprobs: np.ndarray, blank: int) -> tuple[Stretch, ...]:
    """The likeliest letters, repetitions joined and blanks left out.

    Args:
        logprobs: natural logarithms, shape (frames, tokens).
    """
    import numpy as np

    best = logprobs.argmax(axis=1)
    top = np.exp(logprobs.max(axis=1))
    found: list[Stretch] = []
    begin = 0
    for t in range(1, len(best) + 1):
        if t == len(best) or best[t] != best[begin]:
            if best[begin] != blank:
                chance = float(top[begin:t].mean())
                found.append(Stretch(token=int(best[begin]), start=begin, end=t, chance=chance))
            begin = t
    return tuple(found)


def lay(logprobs: np.ndarray, tokens: Sequence[int], blank: int) -> tuple[Stretch, ...] | None:
    """The given letters on the sound, one stretch for each, in order; None where they are more than it has room for.

    The likeliest way through (Viterbi); time and memory are frames × twice the letters, one byte a cell. None, too,
    where that is more than ``MOST_CELLS``.

    Args:
        logprobs: natural logarithms, shape (frames, tokens).
    """
    import numpy as np

    frames, wide = len(logprobs), 2 * len(tokens) + 1
    if frames * wide > MOST_CELLS:
        return None
    if not tokens or frames < len(tokens) + sum(a == b for a, b in itertools.pairwise(tokens)):
        return None
    states = np.full(wide, blank)
    states[1::2] = tokens
    # A letter may follow another without a blank between them where the two differ.
    skips = np.zeros(wide, bool)
    skips[3::2] = states[3::2] != states[1:-2:2]
    came = np.zeros((frames, wide), np.int8)
    best = np.full(wide, -np.inf)
    best[0], best[1] = logprobs[0, blank], logprobs[0, tokens[0]]
    for t in range(1, frames):
        step = np.concatenate([[-np.inf], best[:-1]])
        leap = np.where(skips, np.concatenate([[-np.inf, -np.inf], best[:-2]]), -np.inf)
        ways = np.stack([best, step, leap])
        came[t] = ways.argmax(axis=0)
        best = ways.max(axis=0) + logprobs[t, states]
    state = wide - 1 if best[-1] >= best[-2] else wide - 2
    if not np.isfinite(best[state]):
        return None
    path = np.empty(frames, np.int64)
    for t in range(frames - 1, -1, -1):
        path[t] = state
        state -= int(came[t, state])
    found: list[Stretch] = []
    for n, token in enumerate(tokens):
        where = np.flatnonzero(path == 2 * n + 1)
        begin, end = int(where[0]), int(where[-1]) + 1
        chance = float(np.exp(logprobs[begin:end, token]).mean())
        found.append(Stretch(token=int(token), start=begin, end=end, chance=chance))
    return tuple(found)


def log_softmax(logits: np.ndarray) -> np.ndarray:
    """Natural logarithms of probabilities, shape (frames, tokens), from a model's numbers."""
    import numpy as np

    shifted = logits - logits.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
