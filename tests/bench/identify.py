"""How fast the embedded identifier is: ``python -m tests.bench.identify`` (about 10 s).

Lines are the sentences of a story's length, made from the golden sample; loading is timed in a process of its own.
"""

from __future__ import annotations

import subprocess
import sys
import time

from tests.translation.golden_identify import samples

LINES = 5_000
LOAD = """
import time
from translation.identify_model import table
import numpy
begin = time.perf_counter()
assert table("Latn")
print(time.perf_counter() - begin)
"""


def lines_a_second(expected: str = "ast") -> float:
    """Lines of 12 words, checked one after the other in one call."""
    from translation.identify import identify_lines

    words = " ".join(text for _, text in samples()).split()
    texts = [" ".join(words[(i * 5) % (len(words) - 12) :][:12]) for i in range(LINES)]
    identify_lines(texts[:10], expected)
    begin = time.perf_counter()
    identify_lines(texts, expected, ("es",))
    return LINES / (time.perf_counter() - begin)


def load_seconds() -> float:
    """Seconds until the largest table is ready, NumPy already being there."""
    done = [subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True) for _ in range(3)]
    return min(float(d.stdout) for d in done)


if __name__ == "__main__":
    print(f"{lines_a_second():.0f} lines a second, table of the Latin script loaded in {1000 * load_seconds():.0f} ms")
