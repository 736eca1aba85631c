"""What asking for a language takes: ``python -m tests.bench.languages``. Every figure is of fresh processes."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TIMES = 5
CARD = """
import time
from flows.language_claims import claims_of
from languages.registry import get_language
from languages.tiers import rate
start = time.perf_counter()
language = get_language({name!r})
claims = claims_of(language.tag)
assert rate(claims)
print((time.perf_counter() - start) * 1000)
"""
COMMAND = "import sys\nsys.argv = ['vernacast', *{args!r}]\nfrom flows.cli import main\nmain()"


def card_ms(name: str) -> float:
    """Milliseconds from a name to all claims about the language and its tier, once modules are loaded."""
    return statistics.median(float(_run(CARD.format(name=name))) for _ in range(TIMES))


def command_s(*args: str) -> float:
    """Seconds of a whole command, the start of Python included."""
    took: list[float] = []
    for _ in range(TIMES):
        start = time.perf_counter()
        _run(COMMAND.format(args=args))
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


if __name__ == "__main__":
    for asked in ("quy", "Ayacucho Quechua", "ast", "pt-BR"):
        print(f"card of {asked:<18} {card_ms(asked):7.1f} ms")
    print(f"vernacast --help        {command_s('--help') * 1000:7.0f} ms")
    print(f"vernacast languages     {command_s('languages') * 1000:7.0f} ms")
    print(f"vernacast languages quy {command_s('languages', 'quy') * 1000:7.0f} ms")
