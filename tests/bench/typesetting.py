"""What setting and painting one caption takes, in each script: ``python -m tests.bench.typesetting``."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from languages.registry import get_language
from languages.segments import line_parts
from tests.video.typeset.conftest import sentences
from video.typeset.block import Room, Style
from video.typeset.fonts import find_fonts
from video.typeset.layout import typeset
from video.typeset.look import OUTLINED
from video.typeset.paint import picture_of

CHARACTERS = 80
TIMES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """Milliseconds for one caption of two rows, once everything is warm; the median of many."""

    script: str
    tag: str
    set_ms: float
    painted_ms: float


def took() -> tuple[Took, ...]:
    """One row for each golden sentence, at most 80 characters of it, at 720p."""
    fonts = find_fonts()
    style, room = Style(size_px=40, smallest_px=28), Room(width_px=1024, rows=2)
    found: list[Took] = []
    for sentence in sentences():
        ends = [end for _, end in line_parts(sentence.text, sentence.tag) if end <= CHARACTERS]
        text = sentence.text[: ends[-1] if ends else CHARACTERS].strip()
        language = get_language(sentence.tag)
        block = typeset(text, language, fonts, style, room)
        picture_of(block, OUTLINED)
        found.append(
            Took(
                script=sentence.script,
                tag=sentence.tag,
                set_ms=_median_ms(lambda t=text, la=language: typeset(t, la, fonts, style, room)),
                painted_ms=_median_ms(lambda b=block: picture_of(b, OUTLINED)),
            )
        )
    return tuple(found)


def finding_ms() -> float:
    """How long it takes to find the fonts of this machine."""
    find_fonts()
    return _median_ms(find_fonts)


def _median_ms(work: Callable[[], object]) -> float:
    each: list[float] = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        each.append((time.perf_counter() - begun) * 1e3)
    return statistics.median(each)


def main() -> None:
    """Prints a table."""
    rows = took()
    for row in sorted(rows, key=lambda r: -r.set_ms):
        print(f"{row.script} {row.tag:10} set {row.set_ms:5.2f} ms, painted {row.painted_ms:5.2f} ms")
    print(f"slowest {max(r.set_ms for r in rows):.2f} ms set, {max(r.painted_ms for r in rows):.2f} ms painted")
    print(f"fonts found in {finding_ms():.1f} ms")


if __name__ == "__main__":
    main()
