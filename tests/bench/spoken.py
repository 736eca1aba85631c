"""How fast lines are read for numbers: ``python -m tests.bench.spoken``. No test: figures for docs/benchmarks.md."""

from __future__ import annotations

import time

from speech.spoken import spoken

LINES = {
    "ca": "Fa molt de temps, en un poble a la vora del riu, vivia una dona vella que parlava amb la lluna.",
    "hi": "बहुत समय पहले, नदी के किनारे एक गाँव में एक बूढ़ी औरत रहती थी।",
    "th": "นานมาแล้วในหมู่บ้านริมแม่น้ำมีหญิงชราคนหนึ่งอาศัยอยู่",
}
WITH = {"ca": "Fa 25 anys, en un poble de 12 cases, vivia una dona.", "gl": "Hai 25 anos, nunha vila de 12 casas.",
        "quy": "12 wata ñawpaq, 25 runa."}  # fmt: skip
SECONDS = 1.0


def megabytes_a_second(text: str, tag: str) -> float:
    """How many MB of UTF-8 are gone through in a second, line by line, once warm."""
    spoken(text, tag)
    size, done, begun = len(text.encode()), 0, time.perf_counter()
    while (took := time.perf_counter() - begun) < SECONDS:
        for _ in range(50):
            spoken(text, tag)
        done += 50
    return done * size / took / 1e6


def main() -> None:
    """Prints one row for each line."""
    for title, lines in (("without a number", LINES), ("with two numbers", WITH)):
        for tag, line in lines.items():
            speed = megabytes_a_second(line, tag)
            each_us = len(line.encode()) / speed
            print(f"{title:18} {tag:4} {speed:7.2f} MB/s {each_us:7.1f} us a line")
    long = LINES["ca"] * 1000
    print(f"a text of {len(long.encode()) / 1e3:.0f} kB without a number: {megabytes_a_second(long, 'ca'):.1f} MB/s")


if __name__ == "__main__":
    main()
