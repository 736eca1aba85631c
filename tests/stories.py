"""Small stories for tests, and a way to run the command line on them as a user would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

SHORT = """---
title: El pan y la luna
language: es
characters:
  - name: Marta
    voice: mujer
    look: vestido rojo
borrow-voices:
  ast: es
---

# La casa

![Una casa de noche, con luna. Marta.]

Una noche Marta hizo pan para 3 amigos.

**Marta:** El pan está caliente.

# El campo

![Un campo de día.]

Por la mañana comieron todos juntos en el campo.
"""


def write_story(folder: Path, text: str = SHORT, name: str = "pan.es.md") -> Path:
    """Puts a story into a folder and gives its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def environment(home: Path) -> dict[str, str]:
    """The environment of a user who has nothing but this home folder; the Prefect server is shared."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "VERNACAST_STORE": str(home / "store"),
        "NO_COLOR": "1",
        "COLUMNS": "160",
    }


def vernacast(
    *words: str, home: Path, cwd: Path | None = None, timeout: float = 180
) -> subprocess.CompletedProcess[str]:
    """Runs ``vernacast`` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "flows.cli", *words],
        env=environment(home),
        cwd=cwd or home,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def report(out: Path, name: str = "pan") -> dict[str, object]:
    """The report that a run left."""
    return json.loads((out / name / "report.json").read_text(encoding="utf-8"))
