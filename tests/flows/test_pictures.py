"""Who makes the pictures: chosen within licence, memory and what is here; films begin with a picture."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from flows import pictures as chosen
from flows.means import Means
from flows.offers import Offers
from flows.pictures import DRAWN, Pictures, choose_pictures
from flows.planning import unheeded
from flows.recipe import Recipe
from flows.stages.shots import OWN_PICTURE, narration_s, shot_jobs, shot_key
from languages.card import Card, Licence, Step
from languages.discover import get_engine
from languages.errors import EngineUnusable, LicenceRefused, NoRoute, UsageError, WeightsMissing
from languages.licences import Use
from tests.fakes import card
from tests.flows.test_means import recipe_of, wish
from translation.engine import Route
from translation.manuscript import Character, Line, LineKind, Manuscript, Scene, Wishes
from video.shapes import Format
from video.shot import Frame

FORMAT = Format(frame=Frame(width_px=320, height_px=180))
STORY = Manuscript(
    name="story",
    language="es",
    title=Line(id="title", text="T", kind=LineKind.TITLE),
    characters=(Character(name="Luna", look="vestido blanco", picture="luna.png"), Character(name="Pau")),
    scenes=(
        Scene(
            id="s1", heading="", brief="Un río. Luna.", lines=(Line(id="a", text="Una vez", kind=LineKind.NARRATION),)
        ),
        Scene(id="s2", heading="", picture="own.png", lines=()),
        Scene(id="s3", heading="", picture="own.mp4", lines=()),
    ),
    avoid=("gafas",),
)
RECIPE = Recipe(script="story.md", targets=("quy",), pictures="video/wan")
WAY = Route(id="es>en", source="es", target="en", rank=0.5, licence=Licence(code="MIT", source="a test"))


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if packages and weights of all engines were here."""
    monkeypatch.setattr(chosen, "not_installed", lambda _: "")
    monkeypatch.setattr(chosen, "fits_checkpoint", lambda *_: "")


def offers(*routes: Route) -> Offers:
    cards: tuple[Card, ...] = (
        card("translation/small", Step.TRANSLATE),
        get_engine("video/wan").card,
        get_engine("video/ltx").card,
        get_engine("video/image").card,
    )
    return Offers(cards=cards, routes=tuple(("translation/small", r) for r in routes), voices=())


def means(use: Use = Use.COMMERCIAL) -> Means:
    return Means(use=use, ram_gb=1000.0)


def test_without_a_wish_scenes_are_drawn() -> None:
    assert choose_pictures(STORY, offers(), dataclasses.replace(RECIPE, pictures=""), means()) == Pictures()


@pytest.mark.usefixtures("ready")
def test_a_brief_in_a_language_that_the_model_does_not_read_is_translated_and_that_is_said() -> None:
    made = choose_pictures(STORY, offers(WAY), RECIPE, means())
    assert made.via == ("translation/small", WAY)
    assert any("does not read es" in note and "translation/small" in note for note in made.notes)
    english = dataclasses.replace(STORY, language="en")
    assert choose_pictures(english, offers(), RECIPE, means()).via is None


@pytest.mark.usefixtures("ready")
def test_an_engine_without_checkpoints_answers_for_its_own_licence() -> None:
    own = dataclasses.replace(card("video/own", Step.PAINT), licence=Licence(code="MIT", weights="CC-BY-NC-4.0"))
    found = dataclasses.replace(offers(), cards=(*offers().cards, own))
    recipe = dataclasses.replace(RECIPE, pictures="video/own")
    with pytest.raises(LicenceRefused, match="CC-BY-NC"):
        choose_pictures(STORY, found, recipe, means())
    assert choose_pictures(STORY, found, recipe, means(Use.NONPROFIT)).engine == "video/own"


@pytest.mark.usefixtures("ready")
def test_a_brief_that_nothing_can_translate_is_refused_not_sent_as_it_is() -> None:
    with pytest.raises(NoRoute, match="nothing here translates es into English"):
        choose_pictures(STORY, offers(), RECIPE, means())


def test_packages_that_are_not_there_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen, "not_installed", lambda _: "its packages are not installed: `vernacast engines …`")
    with pytest.raises(EngineUnusable, match="vernacast engines"):
        choose_pictures(STORY, offers(WAY), RECIPE, means())


def test_weights_that_are_not_there_are_told_from_a_licence_that_forbids(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(chosen, "not_installed", lambda _: "")
    monkeypatch.setenv("VERNACAST_WEIGHTS", str(tmp_path))
    with pytest.raises(WeightsMissing, match="weights fetch"):
        choose_pictures(STORY, offers(WAY), RECIPE, means())
    with pytest.raises(LicenceRefused, match="LicenseRef-LTX-Video-Open-Weights"):
        choose_pictures(STORY, offers(WAY), dataclasses.replace(RECIPE, pictures="video/ltx"), means())


@pytest.mark.usefixtures("ready")
def test_films_begin_with_the_drawn_the_painted_or_the_creators_own_picture(tmp_path: Path) -> None:
    (tmp_path / "own.mp4").write_bytes(b"\0\0\0\x18ftypisom" + bytes(32))
    story = dataclasses.replace(STORY, folder=str(tmp_path))
    drawn = shot_jobs(story, FORMAT, 0, choose_pictures(STORY, offers(WAY), RECIPE, means()))
    assert [(s.engine, s.base) for s in drawn] == [
        ("video/wan", DRAWN),
        ("video/wan", OWN_PICTURE),
        (OWN_PICTURE, ""),
    ]
    wished = dataclasses.replace(RECIPE, first="video/image")
    made = choose_pictures(STORY, offers(WAY), wished, means())
    painted = shot_jobs(story, FORMAT, 0, made)
    assert [(s.base, s.base_model) for s in painted[:2]] == [("video/image", "flux.1-schnell"), (OWN_PICTURE, "")]
    assert painted[0].painters() == (("video/wan", "wan2.1-t2v-1.3b"), ("video/image", "flux.1-schnell"))
    assert any("begin with pictures by video/image" in note for note in made.notes)


@pytest.mark.usefixtures("ready")
def test_wishes_and_looks_go_with_the_job(tmp_path: Path) -> None:
    story = dataclasses.replace(STORY, folder=str(tmp_path))
    first = shot_jobs(story, FORMAT, 0, choose_pictures(story, offers(WAY), RECIPE, means()))[0]
    assert first.job.avoid == ("gafas",)
    assert first.job.reference == (("Luna", str(tmp_path / "luna.png")),)
    assert first.job.present == ("Luna",)


@pytest.mark.usefixtures("ready")
def test_another_first_picture_is_another_shot() -> None:
    def first(recipe: Recipe) -> str:
        return shot_key(shot_jobs(STORY, FORMAT, 0, choose_pictures(STORY, offers(WAY), recipe, means()))[0])

    assert first(RECIPE) != first(dataclasses.replace(RECIPE, first="video/image"))


def test_an_edited_word_films_a_scene_again_only_where_it_gets_much_longer() -> None:
    def seconds(text: str) -> float:
        return narration_s(Scene(id="s", heading="", lines=(Line(id="a", text=text, kind=LineKind.NARRATION),)))

    assert seconds("Una noche la zorra vio la luna.") == seconds("Una noche la zorra miró la luna.") == 5.0
    assert seconds("Una noche. " * 20) > 10


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("papercut", ("", "", "", "")),
        ("wan", ("", "", "video/wan", "")),
        ("papercut+wan", ("", "", "video/wan", "")),
        ("image+ltx", ("video/image", "", "video/ltx", "")),
        ("image=z-image-turbo+wan=wan2.2-ti2v-5b", ("video/image", "z-image-turbo", "video/wan", "wan2.2-ti2v-5b")),
    ],
)
def test_who_paints_and_who_films_is_one_wish(text: str, wanted: tuple[str, str, str, str]) -> None:
    recipe = recipe_of(wish(pictures=text))
    assert (recipe.first, recipe.first_model, recipe.pictures, recipe.model) == wanted


@pytest.mark.parametrize("text", ["wan+image", "wan+papercut", "image+", "+wan", "image+image", "wan=flux.1-schnell"])
def test_wishes_that_make_no_film_are_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"is not known|cannot load"):
        recipe_of(wish(pictures=text))


def test_wishes_that_a_painter_does_not_read_are_told() -> None:
    plain, own, _ = STORY.scenes
    assert unheeded(plain, "video/picture") == ()
    wished = dataclasses.replace(own, wishes=Wishes(seed=2, place=("river",), rows=(("seed", 8), ("place", 9))))
    (told,) = unheeded(wished, "video/picture")
    assert told == "`place` of the front matter is for drawn pictures: video/picture does not read it."
