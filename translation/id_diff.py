"""Finds which of the old texts each new text is: exact first, then moved, similar, and in the same place."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Text = tuple[str, str]
"""Who says it, and what."""

SIMILAR = 0.5
"""difflib's ratio from which two texts count as one text, edited."""
REACH = 10
"""Old texts that are compared with a new one: an edit seldom moves a line further inside one block."""
SURE = 0.8
"""A ratio from which no better one is looked for."""
SHARED_TRIPLES = 0.2
"""Share of letter triples below which the (slow) ratio is not asked: it would be below ``SIMILAR``. Unrelated
texts of one language share about a tenth, texts of which half was rewritten a third."""
SHORT = 20
"""Characters: shorter texts have too few triples to say anything, and their ratio is cheap."""
OFTEN = 100
"""A text that stands there more often anchors nothing (its pairs would be too many); its lines are matched in
order afterwards."""
BUDGET = 5_000_000
"""Pairs of characters that are compared for ratios in one block, so that a book rewritten from end to end costs
no more than half a second; what then is left over keeps its id by position, or is new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The old text that a new one is."""

    index: int
    was_gone: bool = False
    """True where the index is one of the removed texts."""


def match(old: Sequence[Text], new: Sequence[Text], gone: Sequence[Text]) -> list[Where | None]:
    """For each new text the old (or formerly removed) text that it is, or None; none is used twice."""
    found: dict[int, int] = dict((j, i) for i, j in _common(old, new))
    anchors = sorted(found.items())
    _moved(old, new, found, lambda text: text)
    _moved(old, new, found, lambda text: text[1])
    back: dict[int, int] = {}
    _moved(gone, [t if j not in found else None for j, t in enumerate(new)], back, lambda text: text)
    used = set(found.values())
    last_i = last_j = -1
    for j, i in [*anchors, (len(new), len(old))]:
        old_block = [k for k in range(last_i + 1, i) if k not in used]
        new_block = [k for k in range(last_j + 1, j) if k not in found and k not in back]
        found.update((b, a) for a, b in _replaced(old, new, old_block, new_block))
        last_i, last_j = i, j
    return [
        Where(index=found[j]) if j in found else Where(index=back[j], was_gone=True) if j in back else None
        for j in range(len(new))
    ]


def _common(old: Sequence[Text], new: Sequence[Text]) -> Iterator[tuple[int, int]]:
    """A longest common subsequence as pairs of indices (Hunt and Szymanski, after the equal ends).

    Source: https://doi.org/10.1145/359581.359603
    """
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        yield start, start
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
        yield len(old) - end, len(new) - end
    places: defaultdict[Text, list[int]] = defaultdict(list)
    for i in range(len(old) - end - 1, start - 1, -1):
        places[old[i]].append(i)
    often = {text for text, where in places.items() if len(where) > OFTEN}
    ends: list[int] = []
    chains: list[_Chain] = []
    for j in range(start, len(new) - end):
        for i in places[new[j]] if new[j] in places and new[j] not in often else ():
            k = bisect_left(ends, i)
            chain = _Chain(i, j, chains[k - 1] if k else None)
            if k == len(ends):
                ends.append(i)
                chains.append(chain)
            else:
                ends[k], chains[k] = i, chain
    link = chains[-1] if chains else None
    while link is not None:
        yield link.i, link.j
        link = link.before


@dataclass(frozen=True, slots=True)
class _Chain:
    i: int
    j: int
    before: _Chain | None


def _moved(
    old: Sequence[Text], new: Sequence[Text | None], found: dict[int, int], key: Callable[[Text], object]
) -> None:
    """Adds the unmatched new texts that equal an unmatched old one, wherever it stands."""
    used = set(found.values())
    places: defaultdict[object, list[int]] = defaultdict(list)
    for i in range(len(old) - 1, -1, -1):
        if i not in used:
            places[key(old[i])].append(i)
    for j, text in enumerate(new):
        if text is not None and j not in found and places.get(key(text)):
            found[j] = places[key(text)].pop()


def _replaced(
    old: Sequence[Text], new: Sequence[Text], old_block: list[int], new_block: list[int]
) -> Iterator[tuple[int, int]]:
    """Pairs inside one replaced block: similar texts in order; between them, equal numbers by position."""
    if not old_block or not new_block:
        return
    pairs = [*_similar(old, new, old_block, new_block), (len(old_block), len(new_block))]
    last_a = last_b = -1
    for a, b in pairs:
        between_old, between_new = old_block[last_a + 1 : a], new_block[last_b + 1 : b]
        if len(between_old) == len(between_new):
            yield from zip(between_old, between_new, strict=True)
        if b < len(new_block):
            yield old_block[a], new_block[b]
        last_a, last_b = a, b


def _similar(
    old: Sequence[Text], new: Sequence[Text], old_block: list[int], new_block: list[int]
) -> Iterator[tuple[int, int]]:
    triples_of = {i: _triples(old[i][1]) for i in old_block}
    first = 0
    budget = BUDGET
    for b, j in enumerate(new_block):
        text, triples = new[j][1], _triples(new[j][1])
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(text)
        best, best_a = 0.0, -1
        for a in range(first, min(len(old_block), first + REACH)):
            other, others = old[old_block[a]][1], triples_of[old_block[a]]
            shared = 2 * len(triples & others) / (len(triples) + len(others))
            if min(len(text), len(other)) > SHORT and shared < SHARED_TRIPLES:
                continue
            budget -= len(text) * len(other)
            if budget < 0:
                return
            matcher.set_seq1(other)
            ratio = matcher.ratio()
            if ratio >= SIMILAR and ratio > best:
                best, best_a = ratio, a
            if best >= SURE:
                break
        if best_a >= 0:
            yield best_a, b
            first = best_a + 1


def _triples(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 3] for i in range(max(1, len(text) - 2)))
