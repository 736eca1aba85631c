"""The fonts of this machine, and a sentence in each script."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.stories import ROOT
from video.typeset.fonts import Fonts, find_fonts


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One row of the golden sentences."""

    script: str
    tag: str
    text: str


def sentences() -> tuple[Sentence, ...]:
    """All of them."""
    text = (ROOT / "tests" / "golden" / "typeset" / "sentences.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    return tuple(Sentence(script=script, tag=tag, text=words) for script, tag, _, words in rows)


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return find_fonts()
