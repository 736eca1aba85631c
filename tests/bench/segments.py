"""How fast texts are cut, against ICU alone in the same run: ``python -m tests.bench.segments``.

Time of the processor, which other work on the machine disturbs less than time of the clock.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from icu4py.breakers import CharacterBreaker, LineBreaker, SentenceBreaker, WordBreaker

from languages.segments import graphemes, line_parts, sentences, words
from tests.stories import ROOT

TAGS = (
    "en",
    "de",
    "ast",
    "ca",
    "nb",
    "sw",
    "aii",
    "vi",
    "ru",
    "el",
    "ka",
    "ar",
    "he",
    "am",
    "hi",
    "ta",
    "th",
    "lo",
    "km",
    "my",
    "bo",
    "zh",
    "ja",
    "ko",
)
BYTES = 200_000
TIMES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One way of cutting a text in one language; the best of a few."""

    tag: str
    into: str
    ours_mb_s: float
    """Megabytes of UTF-8 a second."""
    icu_mb_s: float
    """The same for icu4py's own breaker, its parts in a list."""

    @property
    def ratio(self) -> float:
        """How many times longer ours takes."""
        return self.icu_mb_s / self.ours_mb_s


def cuts() -> tuple[Cut, ...]:
    """Four ways in each language, over the golden texts repeated up to ``BYTES``."""
    found: list[Cut] = []
    for tag, text in _texts().items():
        mb = len(text.encode()) / 1e6
        for into, ours, theirs in (
            ("graphemes", lambda t=text: graphemes(t), lambda t=text: list(CharacterBreaker(t, "und"))),
            ("words", lambda t=text, g=tag: words(t, g), lambda t=text, g=tag: list(WordBreaker(t, g))),
            ("sentences", lambda t=text, g=tag: sentences(t, g), lambda t=text, g=tag: list(SentenceBreaker(t, g))),
            ("line parts", lambda t=text, g=tag: line_parts(t, g), lambda t=text, g=tag: list(LineBreaker(t, g))),
        ):
            found.append(Cut(tag=tag, into=into, ours_mb_s=mb / _best_s(ours), icu_mb_s=mb / _best_s(theirs)))
    return tuple(found)


def _texts() -> dict[str, str]:
    lines = (ROOT / "tests" / "golden" / "segments" / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    texts = {row[1]: row[3].replace("|", "") + " " for row in rows}
    return {tag: texts[tag] * (BYTES // len(texts[tag].encode())) for tag in TAGS}


def _best_s(work: Callable[[], object]) -> float:
    work()
    best = float("inf")
    for _ in range(TIMES):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return best


def main() -> None:
    """Prints a table, and what misses the goal: 5 MB a second or half of what ICU alone does."""
    found = cuts()
    for cut in found:
        print(f"{cut.tag:4} {cut.into:10} {cut.ours_mb_s:6.1f} MB/s, ICU {cut.icu_mb_s:6.1f}, {cut.ratio:4.1f}×")
    slow = [cut for cut in found if cut.ours_mb_s < 5 and cut.ratio > 2]
    print(f"slowest {min(c.ours_mb_s for c in found):.1f} MB/s, {len(slow)} of {len(found)} miss the goal")


if __name__ == "__main__":
    main()
