"""Casts that several stories share."""

from __future__ import annotations

from pathlib import Path

import pytest

from languages.errors import ManuscriptRefused
from translation.manuscript import Manuscript
from translation.reader import read_manuscript

FAMILY = """# Who lives by the river.
characters:
  - name: Nana
    look: old woman, blue skirt
    picture: nana.png
  - name: Ina
    look: girl, red dress
"""


def story(folder: Path, front: str, name: str = "one.md") -> Manuscript:
    path = folder / name
    path.write_text(f"---\nlanguage: en\n{front}---\n# Home\n\n**Nana:** Come in.\n", encoding="utf-8")
    return read_manuscript(path).manuscript


@pytest.fixture
def series(tmp_path: Path) -> Path:
    (tmp_path / "cast").mkdir()
    (tmp_path / "cast" / "family.yaml").write_text(FAMILY, encoding="utf-8")
    (tmp_path / "cast" / "nana.png").write_bytes(b"a picture")
    return tmp_path


def test_characters_of_a_shared_cast_come_before_the_storys_own(series: Path) -> None:
    one = story(series, "cast: cast/family.yaml\ncharacters:\n  - name: Bo\n    look: boy\n")
    two = story(series, "cast: cast/family.yaml\n", "two.md")
    assert [c.name for c in one.characters] == ["Nana", "Ina", "Bo"]
    assert one.characters[:2] == two.characters
    assert one.characters[0].picture == "cast/nana.png"
    assert one.cast == "cast/family.yaml"
    assert next(one.spoken()).character == "Nana"


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("cast: ../family.yaml\n", "leads out"),
        ("cast: /etc/family.yaml\n", "not beside"),
        ("cast: https://example.org/family.yaml\n", "address"),
        ("cast: cast/nobody.yaml\n", "There is no cast"),
        ("cast: cast/nana.png\n", "no YAML file"),
        ("cast: cast/family.yaml\ncharacters:\n  - nana\n", "in the shared cast too"),
    ],
)
def test_a_cast_that_cannot_be_used_is_refused(series: Path, front: str, told: str) -> None:
    with pytest.raises(ManuscriptRefused, match=told):
        story(series, front)


@pytest.mark.parametrize(
    ("text", "told", "line"),
    [
        ("characters:\n  - name: Nana\n    lok: old woman\n", "unknown key 'lok'", 3),
        ("title: Family\ncharacters:\n  - Nana\n", "unknown key 'title'", 1),
        ("characters:\n  - Nana\n  - nana\n", "there twice", 3),
        ("characters:\n  - name: Nana\n    picture: gone.png\n", "There is no picture", 3),
        ("characters:\n  - name: Nana\n    picture: ../../x.png\n", "leads out", 3),
        ("characters: []\n", "no characters", None),
    ],
)
def test_a_mistake_in_a_cast_is_told_with_its_own_line(series: Path, text: str, told: str, line: int | None) -> None:
    (series / "cast" / "family.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ManuscriptRefused, match=told) as caught:
        story(series, "cast: cast/family.yaml\n")
    assert caught.value.line == line
    assert str(caught.value.path).endswith("family.yaml")


def test_a_cast_behind_a_link_that_leads_out_is_refused(series: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "family.yaml"
    outside.write_text(FAMILY, encoding="utf-8")
    (series / "linked.yaml").symlink_to(outside)
    with pytest.raises(ManuscriptRefused, match="leads out"):
        story(series, "cast: linked.yaml\n")
