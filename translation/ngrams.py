"""What a text is made of, as a language identifier counts it: hashes of the letter sequences within its words.

Numbers, punctuation and signs are left out; so are words with a capital letter inside a sentence, which are
mostly names (``in Maria's house`` says nothing of Italian). Shared by the script that learns and the engine that asks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set

import numpy as np
from numpy.typing import NDArray

from languages.unicode_scripts import COMMON, INHERITED, script_of

LONGEST = 5
"""Letters of the longest sequence; the space before and after a word counts as one."""

Ints = NDArray[np.uint32]

_MULTIPLIER = np.uint32(0x9E3779B1)
"""2³² divided by the golden ratio. Source: Knuth, The Art of Computer Programming, vol. 3, section 6.4."""
_SPACE = np.uint32(32)
_ENDS = frozenset('.!?…:;«»"“”„¿¡—–-()[]*/|。！？।॥።؟۔')
_APOSTROPHES = {0x27: "'", 0x2019: "'", 0x02BC: "'", 0x2018: "'"}


_LATIN = "[!-~À-ɏ]"
_ADDRESS = re.compile(rf"{_LATIN}*(?:://|@|\bwww\.|[A-Za-zÀ-ɏ]\.[A-Za-zÀ-ɏ]){_LATIN}*", re.IGNORECASE)
"""Of a page, a letter or a file."""


class _Letters(dict[int, str]):
    """Code point → itself in lower case where it is part of a word, a space where it is not; filled as met."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        kind = unicodedata.category(character)
        # Joiners stand inside words of Persian and Sinhala.
        part = kind[0] in "LM" or point in (0x200C, 0x200D)
        found = character.lower() if part else " "
        self[point] = found
        return found


_LETTERS = _Letters(_APOSTROPHES)


def words_of(text: str) -> list[str]:
    """The words that count, in lower case; all of them where every word has a capital letter."""
    kept, passed = _sorted(unicodedata.normalize("NFC", text).split())
    return [w for w in (kept if len(kept) >= len(passed) else kept + passed) if w]


def _sorted(tokens: list[str]) -> tuple[list[str], list[str]]:
    """(words that count, names within sentences), in lower case."""
    kept: list[str] = []
    passed: list[str] = []
    begins = True
    for token in tokens:
        first = token[0] if token[0].isalpha() else token.lstrip("'’«\"“”„¿¡([*—–-")[:1]
        found = token.translate(_LETTERS).split()
        is_name = first.isupper() and not begins
        (passed if is_name else kept).extend(w.strip("'") for w in found)
        begins = token[-1] in _ENDS or (begins and not found)
    return kept, passed


def plain(text: str) -> str:
    """A text in NFC without addresses, and without words in capitals where it has small letters too."""
    tokens = _ADDRESS.sub(" ", unicodedata.normalize("NFC", text)).split()
    small = any(c.islower() for t in tokens for c in t)
    return " ".join(t for t in tokens if not (small and len(t) > 1 and t.isupper()))


def telling_words(text: str, scripts: Set[str]) -> list[str]:
    """The words that count, without what says nothing of the language around it.

    Addresses, words in capitals and words with a letter of another script than ``scripts`` (values of Unicode's Script
    property; none = not known) are left out, and names also where they outnumber the rest; in a text without a word in
    small letters those in capitals count. The errors in ``identify_errors`` were measured with ``words_of``.
    """
    tokens = plain(text).split()
    if any(next((c for c in t if c.isalpha()), "").islower() for t in tokens):
        kept, _ = _sorted(tokens)
    else:
        kept = words_of(" ".join(tokens))
    own = scripts | {COMMON, INHERITED}
    return [w for w in kept if w and (not scripts or all(script_of(c) in own for c in w))]


def hashes_of(texts: list[list[str]]) -> tuple[Ints, NDArray[np.int64]]:
    """(hashes of all sequences of 1 to LONGEST letters in the words of each text, number of the text of each).

    Sequences never reach over the end of a word. In the order of the texts.
    """
    joined = [f" {' '.join(words)} " if words else "" for words in texts]
    points = np.frombuffer("".join(joined).encode("utf-32-le", "replace"), dtype=np.uint32)
    owners = np.repeat(np.arange(len(joined)), [len(j) for j in joined])
    is_space = points == _SPACE
    found: list[Ints] = []
    owned: list[NDArray[np.int64]] = []
    rolling = points * _MULTIPLIER
    inside = ~is_space
    for n in range(1, LONGEST + 1):
        if n > 1:
            if len(points) < n:
                break
            rolling = (rolling[:-1] ^ (rolling[:-1] >> np.uint32(15))) * _MULTIPLIER + points[n - 1 :]
            inside = ~(is_space[:-1] & is_space[1:]) if n == 2 else inside[:-1] & ~is_space[n - 2 : -1]
        hashed = (rolling ^ (rolling >> np.uint32(13))) * (_MULTIPLIER + np.uint32(2 * n))
        hashed ^= hashed >> np.uint32(16)
        found.append(hashed[inside])
        owned.append(owners[: len(rolling)][inside])
    if not found:
        return np.empty(0, np.uint32), np.empty(0, np.int64)
    owner = np.concatenate(owned)
    # Short integers are sorted digit by digit, several times as fast.
    order = np.argsort(owner.astype(np.uint16) if len(texts) < 1 << 16 else owner, kind="stable")
    return np.concatenate(found)[order], owner[order]
