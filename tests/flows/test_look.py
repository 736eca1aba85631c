"""``vernacast look``: character sheets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import pytest

from flows.commands.look import run
from languages.errors import ManuscriptRefused, UsageError
from tests.conftest import Ran

STORY = """---
language: en
characters:
  - name: Nana
    look: old woman, blue skirt, glittering eyes
  - name: Reynard
    look: red fox
---
# Home

**Nana:** Come in.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.md"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_a_sheet_is_drawn_and_what_was_not_understood_is_told(story: Path, command: Callable[..., Ran]) -> None:
    ran = command("look", str(story), "--character", "nana")
    target = story.parent / "look-Nana.png"
    assert (ran.code, ran.out.strip()) == (0, str(target))
    assert "not understood in the look: glittering" in ran.err
    image = cv2.imread(str(target))
    assert image is not None
    assert image.shape[1] == 1680


def test_everyone_gets_a_sheet_where_nobody_is_named(story: Path) -> None:
    assert run(story, "", str(story.parent / "cast.png"), "") == 0
    assert sorted(p.name for p in story.parent.glob("*.png")) == ["cast-Nana.png", "cast-Reynard.png"]


def test_a_sheet_may_be_a_pdf(story: Path) -> None:
    assert run(story, "Nana", str(story.parent / "nana.pdf"), "") == 0
    assert (story.parent / "nana.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("who", "to", "told"), [("Nobody", "", "no character 'Nobody'"), ("Nana", "x.gif", "PNG or PDF")]
)
def test_what_cannot_be_drawn_is_refused(story: Path, who: str, to: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        run(story, who, to, "")


def test_each_sheet_has_a_file_whatever_the_names(tmp_path: Path) -> None:
    long = "\U0001e900" * 79
    path = tmp_path / "story.md"
    listed = "".join(f"  - name: {name}\n" for name in ("A-B", "a b", "?!", long))
    path.write_text(f"---\nlanguage: en\ncharacters:\n{listed}---\n\nHello.\n", encoding="utf-8")
    assert run(path, "", "", "") == 0
    files = sorted(p.name for p in tmp_path.glob("*.png"))
    assert files[:3] == ["look-A-B.png", "look-a-b-2.png", "look-character.png"]
    assert len(files) == 4


def test_a_style_that_nobody_has_is_refused_before_a_sheet_is_drawn(story: Path) -> None:
    story.write_text(STORY.replace("language: en", "language: en\nstyle: anders"), encoding="utf-8")
    with pytest.raises(ManuscriptRefused, match="Did you mean 'andes'"):
        run(story, "Nana", "", "")
    assert not list(story.parent.glob("*.png"))
