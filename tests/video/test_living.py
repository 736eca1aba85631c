"""Things that are somebody: who is one, that it is drawn with a face, and that there is no second Moon."""

from __future__ import annotations

import numpy as np
import pytest

from tests.video.test_papercut_things import animal
from video.concepts.living import LIVING, PREFIX, living_of
from video.concepts.scenery import animal_of
from video.direct import ToDirect, direct
from video.engine import Figure, PaintJob
from video.engines.papercut.people.casting import read_job
from video.engines.papercut.things.living import LIVING_THINGS
from video.shot import Frame
from video.shotlist import Directed, Role


@pytest.mark.parametrize(
    ("language", "name", "look", "thing"),
    [
        ("en", "The Moon", "a round white moon with a woman's smile", "moon"),
        ("fr", "La Lune", "lune ronde et blanche au visage de femme, voile d'argent", "moon"),
        ("es", "El Sol", "", "sun"),
        ("es", "El Viento", "barba blanca", "wind"),
        ("en", "Teko", "a small clay pot with a big smile", "pot"),
        ("pt", "Panela", "panela de barro que fala", "cooking_pot"),
        ("ca", "L'Estel", "", "star"),
        ("en", "Old Oak", "a talking tree, green leaves", "tree"),
        ("fr", "La Vieille Cloche", "", "bell"),
        ("es", "Roca", "roca gris", "rock"),
    ],
)
def test_a_character_is_the_thing_that_its_name_or_look_says(language: str, name: str, look: str, thing: str) -> None:
    assert animal_of(name, look, language) == PREFIX + thing


@pytest.mark.parametrize(
    ("language", "name", "look"),
    [
        ("es", "Luna", ""),
        ("es", "Luna", "niña de pelo negro"),
        ("es", "Estrella", "vestido rojo"),
        ("en", "Rose", "red dress"),
        ("en", "Nana", "a basket on her back"),
        ("en", "Tom", "hat of straw, blue shirt"),
        ("fr", "Le Géant Gwenn", "géant de pierre, barbe d'algues vertes"),
        ("en", "The Baker", "bread in his hands"),
        ("es", "Sol", "mujer joven, corona de flores"),
        ("es", "Marta", "vestido rojo con una cara de gato"),
        ("ca", "La Rosa", "noia, faldilla blava"),
    ],
)
def test_people_are_no_things(language: str, name: str, look: str) -> None:
    assert living_of(name, look, language) is None


def test_all_that_may_be_somebody_has_a_face_that_shows_its_mood() -> None:
    assert {PREFIX + kind for kind in LIVING} == set(LIVING_THINGS)
    for kind in ("living_moon", "living_pot", "living_tree"):
        shown = {animal(kind, phase=0.1, mood=mood).pixels().tobytes() for mood in ("glad", "sad", "angry", "amazed")}
        assert len(shown) == 4
        assert not np.array_equal(animal(kind, phase=0.1).pixels(), animal(kind, phase=0.35).pixels())


CAST = (
    Role(name="The Moon", look="a round white moon"),
    Role(name="Teko", look="a small clay pot with a smile"),
    Role(name="Ina", look="girl, red dress"),
)


def told(brief: str) -> Directed:
    return direct(ToDirect(scene="s", heading="", brief=brief, cast=CAST, language="en", seed=1))


def test_the_pot_that_is_somebody_is_no_thing_besides() -> None:
    found = told("Night over the village. The Moon looks down at the pot. Ina carries water.")
    assert set(found.present) == {"The Moon", "Teko", "Ina"}
    assert "pot" not in {m.concept.id for m in found.scenery.things}


def test_there_is_one_moon() -> None:
    figures = tuple(Figure(name=role.name, look=role.look) for role in CAST)
    job = PaintJob(
        scene="1", heading="", brief="The Moon and Ina at night, by the sea", text=(), language="en",
        present=("The Moon", "Ina"), cast=figures, picture="", frame=Frame(), seed=7, folder="",
    )  # fmt: skip
    casting = read_job(job)
    assert [p.animal for p in casting.players] == ["living_moon", ""]
    assert "moon" in casting.scenery.absent
    assert "moon" not in casting.scenery.sky
