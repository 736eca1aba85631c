"""Long stories, edits and memory, measured on the command line as a user runs it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.stories import environment, report

PEOPLE = ("la niña", "el pescador", "la abuela", "el herrero", "la maestra")
DEEDS = ("mira el río", "canta una canción", "lleva pan a la casa", "busca leña en el bosque", "habla con el vecino")
TIMES = (
    "por la mañana",
    "al mediodía",
    "por la tarde",
    "cada noche",
    "en verano",
    "en invierno",
    "antes del alba",
    "hoy",
)
PLACES = ("", " junto al pozo", " cerca del molino")


def long_story(lines: int, scenes: int = 5) -> str:
    """A story of distinct lines of some eight words; at most 600 of them."""
    rows = ["---", "title: Una historia larga", "language: es", "borrow-voices: {ast: es, gl: es}", "---", ""]
    for n in range(lines):
        if n % (lines // scenes) == 0:
            rows += [f"# Escena {n // (lines // scenes) + 1}", "", "![Un pueblo junto al río, de día.]", ""]
        rows += [line(n), ""]
    return "\n".join(rows)


def line(n: int) -> str:
    """The line with this number, counted from 0."""
    who, what, when, where = PEOPLE[n % 5], DEEDS[n // 5 % 5], TIMES[n // 25 % 8], PLACES[n // 200]
    return f"{when.capitalize()} {who} {what}{where}."


def vernacast(home: Path, *words: str) -> tuple[float, int]:
    """(wall seconds, exit code) of one run."""
    begun = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-m", "flows.cli", *words], cwd=home, env=environment(home), capture_output=True, check=False
    )
    return time.perf_counter() - begun, run.returncode


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A story made in five languages, and made again after one word of one line was changed."""

    first_s: float
    again_s: float
    made: Mapping[str, int]
    """What the second run made, by stage, from its report."""
    film_s: float
    """Length of the first edition."""


def one_word_edit(home: Path) -> Edited:
    """200 lines in 5 languages; the user's server is up when the edited story is made."""
    script = home / "larga.es.md"
    script.write_text(long_story(200), encoding="utf-8")
    words = ("make", "larga.es.md", "--to", "ca,an,eo,ast,gl")
    first, code = vernacast(home, *words)
    assert code == 0
    edited = line(100).replace("la niña", "la reina")
    script.write_text(long_story(200).replace(line(100), edited), encoding="utf-8")
    again, code = vernacast(home, *words)
    assert code == 0
    told = report(home / "out", "larga")
    made = told["made"]
    assert isinstance(made, dict)
    assert made == {"translate": 5, "speak": 5, "shot": 0, "film": 5}, made
    length = subprocess.run(
        ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", "out/larga/ca/larga.mp4"],
        cwd=home,
        capture_output=True,
        text=True,
        check=True,
    )
    return Edited(first_s=first, again_s=again, made=made, film_s=float(length.stdout))


def one_more(home: Path) -> float:
    """Seconds of adding Occitan to the edited story, everything else found."""
    seconds, code = vernacast(home, "make", "larga.es.md", "--to", "ca,an,eo,ast,gl,oc", "--borrow-voices", "oc=ca")
    assert code == 0
    return seconds


def peak_memory(home: Path) -> tuple[int, int]:
    """Largest resident set of any process, in MB, for 50 and for 500 lines of one language."""
    peaks: list[int] = []
    for lines in (50, 500):
        (home / f"m{lines}.es.md").write_text(long_story(lines), encoding="utf-8")
        code = (
            "import resource, subprocess, sys\n"
            f"subprocess.run([sys.executable, '-m', 'flows.cli', 'make', 'm{lines}.es.md', '--to', 'es'], check=True)\n"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
        )
        run = subprocess.run(
            [sys.executable, "-c", code], cwd=home, env=environment(home), capture_output=True, text=True, check=True
        )
        peaks.append(int(run.stdout.strip().splitlines()[-1]) // 1024)
    return peaks[0], peaks[1]


def help_seconds() -> float:
    """Best of five of ``vernacast --help``."""
    home = Path.cwd()
    return min(vernacast(home, "--help")[0] for _ in range(5))
