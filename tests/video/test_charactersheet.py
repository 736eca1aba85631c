"""Character sheets in any script; the page about them names all that can be worn."""

from __future__ import annotations

from pathlib import Path

import pytest

from languages.registry import get_one_language
from video.charactersheet import Sheet, sheet_png
from video.direct import Doing, Mood
from video.engine import Figure
from video.engines.papercut.people.outfits import load_outfits
from video.engines.papercut.people.person import Hair
from video.engines.papercut.people.portrait import portray
from video.portrait import Portrait, Sitting
from video.typeset.fonts import find_fonts

DOCS = Path(__file__).parents[2] / "docs" / "pictures-people.md"


def portrait_of(name: str, look: str, language: str) -> Portrait:
    figure = Figure(name=name, look=look)
    return portray(Sitting(figure=figure, cast=(figure, Figure(name="Bo", look="boy")), language=language), 240)


def test_a_portrait_shows_all_poses_moods_and_lights() -> None:
    portrait = portrait_of("Nana", "old woman, blue skirt, some stars", "en")
    assert [p.label for p in portrait.poses] == [pose.value for pose in Doing]
    assert [p.label for p in portrait.moods] == [mood.value for mood in Mood]
    assert [p.label for p in portrait.lights] == ["day", "dusk", "night"]
    assert [name for name, _ in portrait.places] == ["Nana", "Bo"]
    assert portrait.unread == ("some", "stars")
    assert "blouse and skirt" in portrait.asked
    assert all(p.pixels.shape[2] == 4 and p.pixels[..., 3].max() == 255 for p in portrait.poses)


@pytest.mark.parametrize(("name", "tag"), [("नानी", "hi"), ("جدة", "ar"), ("Ñaña", "es")])
def test_names_are_set_in_their_script(name: str, tag: str) -> None:
    portrait = portrait_of(name, "", tag)
    sheet = Sheet(portrait=portrait, name=name, look="", language=get_one_language(tag), fonts=find_fonts())
    assert sheet_png(sheet).startswith(b"\x89PNG")


def test_the_page_names_every_kind_of_dress_and_every_way_of_hair() -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert [kind for kind in load_outfits() if f"| `{kind}` |" not in text] == []
    assert [style.value for style in Hair if style.value not in text] == []


@pytest.mark.parametrize("look", ["red fox", "spider", "elephant", "fish", "bird"])
def test_animals_of_the_cast_are_portrayed_in_their_gaits(look: str) -> None:
    portrait = portrait_of("Anansi", look, "en")
    assert len(portrait.poses) >= 1
    assert len(portrait.moods) == len(Mood)
    assert all(p.pixels[..., 3].max() == 255 for p in (*portrait.poses, *portrait.moods, portrait.whole))
