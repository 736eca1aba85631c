"""Scripts written into a temporary folder, and read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from translation.manuscript import Manuscript
from translation.reader import read_manuscript

Script = Callable[..., Path]


@pytest.fixture
def script(tmp_path: Path) -> Script:
    """Writes a script and gives its path."""

    def write(content: str | bytes, name: str = "story.es.md") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def manuscript(script: Script) -> Callable[..., Manuscript]:
    """Writes a script and gives the manuscript."""

    def read(content: str | bytes, name: str = "story.es.md") -> Manuscript:
        return read_manuscript(script(content, name)).manuscript

    return read
