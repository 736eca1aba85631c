"""Who a process is, so that a reused number is never mistaken for it, and how our own child processes are started."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent


def user() -> str:
    """Who runs this: the user's name, or its number where it has none, as in some containers."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"


def python_command(module: str, *arguments: str, python: str = "") -> list[str]:
    """The command line that runs a module of ours, with this Python or another.

    ``-P`` keeps the folder that the user stands in off the path: a ``random.py`` there must not become ours.
    """
    return [python or sys.executable, "-P", "-m", module, *arguments]


def python_path() -> str:
    """``PYTHONPATH`` for a child process: it finds what this process finds."""
    places = dict.fromkeys([str(_ROOT), *(p for p in sys.path if p)])
    return os.pathsep.join(places)
