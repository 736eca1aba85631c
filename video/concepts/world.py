"""When a story plays, as far as clothes hang on it: long ago or in a myth, today with its machines, or not said."""

from __future__ import annotations

import re
from collections.abc import Iterable

from video.concepts.rows import read_rows
from video.concepts.words import fold

OLD, MODERN = "old", "modern"


def world_of(texts: Iterable[str]) -> str:
    """``old``, ``modern`` or empty, by words of ``world.tsv`` anywhere in a story; machines win over "long ago"."""
    text = " ".join(" ".join(re.findall(r"\w+", fold(part))) for part in texts)
    found = {value for value, pattern in _patterns() if pattern.search(f" {text} ")}
    return MODERN if MODERN in found else OLD if OLD in found else ""


def _patterns() -> Iterable[tuple[str, re.Pattern[str]]]:
    for value, words in read_rows("world.tsv"):
        names = (" ".join(re.findall(r"\w+", fold(word))) for word in words.split("|"))
        # Languages without spaces between words have their phrases anywhere.
        parts = (re.escape(n) if re.search(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af]", n)
                 else rf" {re.escape(n)} " for n in names)  # fmt: skip
        yield value, re.compile("|".join(parts))
