"""Long stories, edits and memory, measured on the command line as a user runs it."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
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


def long_story(lines: int, scenes: int = 5) -> str:
    """A story of distinct lines."""
    rows = ["---", "title: Una historia larga", "language: es", "borrow-voices: {ast: es, gl: es}", "---", ""]
    for n in range(lines):
        if n % (lines // scenes) == 0:
            rows += [f"# Escena {n // (lines // scenes) + 1}", "", "![Un pueblo junto al río, de día.]", ""]
        who, what, when = PEOPLE[n % 5], DEEDS[n // 5 % 5], TIMES[n // 25 % 8]
        rows += [f"Línea {n + 1}: {when} {who} {what} y vuelve con {n + 2} flores.", ""]
    return "\n".join(rows)


def vernacast(home: Path, *words: str) -> tuple[float, int]:
    """(wall seconds, exit code) of one run."""
    begun = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-m", "flows.cli", *words], cwd=home, env=environment(home), capture_output=True, check=False
    )
    return time.perf_counter() - begun, run.returncode


def one_word_edit(home: Path) -> tuple[float, float, dict[str, int], dict[str, int]]:
    """(seconds of the first run, of the run after an edit, what the edit made, what one more language made)."""
    script = home / "larga.es.md"
    script.write_text(long_story(200), encoding="utf-8")
    words = ("make", "larga.es.md", "--to", "ca,an,eo,ast,gl")
    first, code = vernacast(home, *words)
    assert code == 0
    text = script.read_text(encoding="utf-8")
    script.write_text(text.replace("vuelve con 101 flores", "vuelve con 101 peces"), encoding="utf-8")
    again, code = vernacast(home, *words)
    assert code == 0
    made = report(home / "out", "larga")["made"]
    assert isinstance(made, dict)
    return first, again, made, {}


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
    assert resource.RUSAGE_CHILDREN
    return peaks[0], peaks[1]


def help_seconds() -> float:
    """Best of five of ``vernacast --help``."""
    home = Path.cwd()
    return min(vernacast(home, "--help")[0] for _ in range(5))
