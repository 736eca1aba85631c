"""Learns to tell languages of one script apart; a part of build_identify.py.

Softmax regression over the letter sequences of ``translation.ngrams``, learned on windows of 2 to 22 words
with AdaGrad. NumPy alone, one seed, so that it can be repeated.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from identify_texts import TESTS, Texts
from numpy.typing import NDArray

from languages.unicode_scripts import script_of
from translation.ngrams import hashes_of, words_of

Floats = NDArray[np.float32]
MOST_LINES = 12_000
FEW_WORDS = 400
LENGTHS = (2, 22)


@dataclass(slots=True)
class Source:
    """One kind of text in one language: lines of words, or words with cumulated frequencies."""

    weight: float
    lines: list[list[str]]
    words: list[str]
    cumulated: NDArray[np.float64] | None = None


@dataclass(slots=True)
class Corpus:
    """What is learned from and what is tested on, by tag."""

    sources: dict[str, list[Source]]
    counts: dict[str, Counter[str]]
    scripts: dict[str, str]
    tests: dict[str, dict[str, list[list[str]]]]
    """tag → kind → lines of words."""


def corpus_of(texts: Texts) -> Corpus:
    """Texts as words, split into what is learned from and what is tested on."""
    rng = random.Random(1)
    corpus = Corpus(sources={}, counts={}, scripts={}, tests={})
    for tag, kinds in sorted(texts.lines.items()):
        sources: list[Source] = []
        counts: Counter[str] = Counter()
        for kind, raw in sorted(kinds.items()):
            chosen = list(dict.fromkeys(raw))
            chosen = rng.sample(chosen, MOST_LINES) if len(chosen) > MOST_LINES else chosen
            lines = [w for w in map(words_of, chosen) if w]
            if kind in TESTS:
                corpus.tests.setdefault(tag, {})[kind] = lines
                continue
            total = sum(map(len, lines))
            if not total:
                continue
            weight = min(1.0, total / 8000) * (0.3 if kind == "emoji" else 1.0)
            sources.append(Source(weight=weight, lines=lines, words=[]))
            for word, n in Counter(w for line in lines for w in line).items():
                counts[word] += n * weight * 10000 / total
        if tag in texts.words:
            pairs = [(w, n) for word, n in texts.words[tag].items() for w in words_of(word.lower())]
            cumulated = np.cumsum([n for _, n in pairs], dtype=np.float64)
            sources.append(Source(weight=0.8, lines=[], words=[w for w, _ in pairs], cumulated=cumulated))
            for word, n in pairs:
                counts[word] += n * 8000 / float(cumulated[-1])
        if sum(s.weight for s in sources) * 8000 >= FEW_WORDS:
            corpus.sources[tag], corpus.counts[tag] = sources, counts
            corpus.scripts[tag] = Counter(script_of(w[0]) for w in list(counts)[:3000]).most_common(1)[0][0]
    return corpus


def window(sources: list[Source], rng: random.Random) -> list[str]:
    """Some words in a row (or drawn by their frequency)."""
    source = rng.choices(sources, [s.weight for s in sources])[0]
    n = rng.randint(*LENGTHS)
    if source.cumulated is not None:
        drawn = np.searchsorted(source.cumulated, [rng.random() * source.cumulated[-1] for _ in range(n)])
        return [source.words[min(int(i), len(source.words) - 1)] for i in drawn]
    line = source.lines[rng.randrange(len(source.lines))]
    start = rng.randrange(max(1, len(line) - n + 1))
    return line[start : start + n]


def choose(tags: list[str], corpus: Corpus, most: dict[str, int]) -> NDArray[np.uint32]:
    """Hashes of the sequences that are frequent in a language and rarer in the others."""
    found: dict[str, tuple[NDArray[np.uint32], NDArray[np.float64]]] = {}
    for tag in tags:
        counts = corpus.counts[tag]
        words = list(counts)
        hashes, owners = hashes_of([[w] for w in words])
        unique, inverse = np.unique(hashes, return_inverse=True)
        shares = np.bincount(inverse, np.array([counts[w] for w in words])[owners])
        found[tag] = (unique, shares / shares.sum())
    every, inverse = np.unique(np.concatenate([found[t][0] for t in tags]), return_inverse=True)
    mean = np.bincount(inverse, np.concatenate([found[t][1] for t in tags])) / len(tags)
    chosen: set[int] = set()
    for tag in tags:
        hashes, shares = found[tag]
        gain = shares * np.log(shares / mean[np.searchsorted(every, hashes)])
        chosen.update(hashes[np.argsort(-gain)[: most[tag]]].tolist())
        chosen.update(hashes[np.argsort(-shares)[: most[tag] // 3]].tolist())
    return np.array(sorted(chosen), np.uint32)


def features(lines: list[list[str]], keys: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(rows of the known sequences, numbers of their lines)."""
    hashes, owners = hashes_of(lines)
    rows = np.minimum(np.searchsorted(keys, hashes), len(keys) - 1)
    known = keys[rows] == hashes
    return rows[known], owners[known]


def sums(weights: Floats, bias: Floats, rows: NDArray[np.int64], owners: NDArray[np.int64], n: int) -> Floats:
    """Evidence for every language, line by line."""
    scores = np.tile(bias, (n, 1))
    if len(rows):
        starts = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]])
        scores[owners[starts]] += np.add.reduceat(weights[rows], starts, axis=0)
    return scores


def learn(
    tags: list[str],
    corpus: Corpus,
    keys: NDArray[np.uint32],
    amount: dict[str, int],
    begun: tuple[Floats, int, int] | None = None,
) -> tuple[Floats, NDArray[np.int64]]:
    """(weights of every sequence for every language, how often each was met). ``begun``: weights, first, last round."""
    weights, first, last = begun or (np.zeros((len(keys), len(tags)), np.float32), 0, 6)
    squares = np.full(len(keys), 1e-2, np.float32)
    met = np.zeros(len(keys), np.int64)
    bias = np.zeros(len(tags), np.float32)
    rng = random.Random(7 + first)
    batch = 192
    for round_ in range(first, last):
        begin = time.perf_counter()
        items = [(j, window(corpus.sources[t], rng)) for j, t in enumerate(tags) for _ in range(amount[t])]
        rng.shuffle(items)
        truth = np.array([j for j, _ in items])
        right = 0
        rows, owners = features([w for _, w in items], keys)
        met += np.bincount(rows, minlength=len(keys))
        cuts = np.searchsorted(owners, np.arange(0, len(items) + batch, batch))
        rate = 0.08 * (1 - 0.92 * round_ / last)
        for k, (a, e) in enumerate(pairwise(cuts)):
            y = truth[k * batch : (k + 1) * batch]
            if a == e:
                continue
            mine, owner = rows[a:e], owners[a:e] - k * batch
            p = sums(weights, bias, mine, owner, len(y))
            p = np.exp(p - p.max(1, keepdims=True))
            p /= p.sum(1, keepdims=True)
            right += int((p.argmax(1) == y).sum())
            p[np.arange(len(y)), y] -= 1
            order = np.argsort(mine, kind="stable")
            sorted_rows = mine[order]
            starts = np.flatnonzero(np.r_[True, sorted_rows[1:] != sorted_rows[:-1]])
            gradient = np.add.reduceat(p[owner[order]], starts, axis=0)
            unique = sorted_rows[starts]
            squares[unique] += (gradient * gradient).mean(1)
            weights[unique] -= rate * gradient / np.sqrt(squares[unique])[:, None]
        print(f"  round {round_}: {right / len(items):.4f} right, {time.perf_counter() - begin:.0f} s", flush=True)
    return weights, met
