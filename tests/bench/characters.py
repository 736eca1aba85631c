"""How fast the characters of a text are looked at: ``python -m tests.bench.characters``.

Lines are the golden sentences of the typesetting tests in NFC, cut to 100 characters and repeated up to 1,000, as long
as a script's line may be; megabytes are those of UTF-8.
"""

from __future__ import annotations

import time
import unicodedata
from dataclasses import dataclass

from languages.characters import character_findings
from tests.video.typeset.conftest import sentences

ASCII = "The old woman went over the bridge by night, and nobody in the village knew where she had been. "
LINE = 1_000
TIMES = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """Megabytes a second for one text, in lines of about 100 and of 1,000 characters."""

    name: str
    tag: str
    short_mb_s: float
    long_mb_s: float


def took(tags: frozenset[str] = frozenset(), times: int = TIMES) -> tuple[Took, ...]:
    """English first, then one row for each golden sentence, or of some languages only."""
    texts = [
        ("ASCII", "en", ASCII),
        *((s.script, s.tag, unicodedata.normalize("NFC", s.text) + " ") for s in sentences()),
    ]
    return tuple(
        Took(
            name=name,
            tag=tag,
            short_mb_s=_speed(text[:100], tag, times),
            long_mb_s=_speed(text * (LINE // len(text)), tag, times),
        )
        for name, tag, text in texts
        if not tags or tag in tags
    )


def _speed(line: str, tag: str, times: int) -> float:
    character_findings(line, tag)
    best = 0.0
    for _ in range(3):
        begun = time.perf_counter()
        for _ in range(times):
            character_findings(line, tag)
        best = max(best, times * len(line.encode()) / (time.perf_counter() - begun) / 1e6)
    return best


def main() -> None:
    """Prints a table."""
    for row in took():
        print(f"{row.name:6} {row.tag:10} {row.short_mb_s:7.1f} MB/s {row.long_mb_s:7.1f} MB/s")


if __name__ == "__main__":
    main()
