"""What is told of looks that nobody draws."""

from __future__ import annotations

from pathlib import Path

from flows.figures import looks_told
from translation.reader import read_manuscript

SCRIPT = """---
title: Two
language: en
characters:
  - {name: Linh, look: "twelve, shirt with rolled-up sleeves"}
  - {name: Minh, look: "Linh's little brother, six, a fez"}
---

# One

Linh and Minh walk.
"""


def test_a_look_may_name_another_of_the_cast(tmp_path: Path) -> None:
    script = tmp_path / "two.en.md"
    script.write_text(SCRIPT)
    told = looks_told(read_manuscript(script, language=None).manuscript)
    assert not any("Linh" in sentence.partition("drawn:")[2] or "sleeves" in sentence for sentence in told)
