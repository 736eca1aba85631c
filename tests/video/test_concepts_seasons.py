"""The season of a scene: told or shown, and kept until another one is."""

from __future__ import annotations

import pytest

from translation.manuscript import Line, Manuscript, Scene
from video.concepts.scenery import understand_scene
from video.direct import directed
from video.engines.papercut.land.view import view_of
from video.engines.papercut.styles import load_styles
from video.shot import Frame


@pytest.mark.parametrize(
    ("language", "brief", "season"),
    [
        ("en", "The park in autumn.", "autumn"),
        ("en", "Golden leaves on the path.", "autumn"),
        ("en", "A carpet of red leaves.", "autumn"),
        ("en", "Red and green leaves.", ""),
        ("en", "Dry leaves on the path.", ""),
        ("es", "Un parque en otoño.", "autumn"),
        ("fr", "Un parc, feuilles mortes au sol.", "autumn"),
        ("pt", "Um parque no outono.", "autumn"),
        ("ca", "La tardor al bosc.", "autumn"),
        ("en", "Spring in the garden.", "springtime"),
        ("en", "A spring morning by the river.", "springtime"),
        ("en", "A spring in the forest.", ""),
        ("en", "Cherry trees in bloom.", "springtime"),
        ("en", "A rose in bloom.", ""),
        ("es", "Almendros en flor.", "springtime"),
        ("fr", "Les cerisiers sont en fleurs.", "springtime"),
        ("fr", "Un matin d'été.", "summer"),
        ("fr", "Il a été roi.", ""),
        ("en", "Bare trees on a hill.", "wintertime"),
        ("en", "All four seasons: summer, autumn, springtime.", ""),
    ],
)
def test_words_and_signs_tell_the_season(language: str, brief: str, season: str) -> None:
    assert understand_scene(brief, "", language, ()).season == season


def seasons(*briefs: str) -> list[tuple[str, bool]]:
    """(season, whether snow falls) of each scene of a story."""
    scenes = tuple(Scene(id=f"s{i}", heading="", brief=b, lines=()) for i, b in enumerate(briefs))
    whole = Manuscript(name="m", language="en", title=Line(id="t", text="T"), scenes=scenes)
    found = [directed(whole, scene).scenery for scene in scenes]
    return [(s.season, "snow" in s.weather) for s in found]


def test_a_season_goes_on_until_another_one_or_much_later() -> None:
    assert [s for s, _ in seasons("A park in autumn.", "A street.", "A garden in summer.", "A street.")] == [
        "autumn", "autumn", "summer", "summer",
    ]  # fmt: skip
    assert [s for s, _ in seasons("A park in autumn.", "Years later. A street.", "A street.")] == ["autumn", "any", ""]


def test_snow_that_fell_lies_until_it_melts_or_rains() -> None:
    assert seasons("Snow falls. A village.", "A street.")[1] == ("snow_lies", False)
    assert seasons("A mountain in the snow.", "A street.")[1] == ("", False)
    assert seasons("Snow falls. A village.", "The snow melted. A street.")[1] == ("any", False)
    assert seasons("Snow falls. A village.", "A street in the rain.", "A street.")[2] == ("wintertime", False)
    assert seasons("A park in autumn.", "A park in the snow.", "A street.")[2] == ("snow_lies", False)


def test_a_season_is_seen_where_there_is_one() -> None:
    frame, style = Frame(width_px=320, height_px=180), load_styles()["paper"]

    def view(brief: str) -> tuple[str, tuple[int, int, int]]:
        seen = view_of(understand_scene(brief, "", "en", ()), style, frame, 1)
        return seen.season, seen.light.leaf

    assert view("A park in autumn.")[0] == "autumn"
    assert view("A park in autumn.")[1] != view("A park.")[1]
    assert view("A desert in autumn.") == ("", view("A desert.")[1])
