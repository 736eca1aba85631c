"""Things that are somebody: who is one, that it is drawn with a face, and that there is no second Moon."""

from __future__ import annotations

import numpy as np
import pytest

from tests.video.test_papercut_things import animal, board
from video.concepts.living import LIVING, PREFIX, living_of
from video.concepts.scenery import animal_of
from video.direct import ToDirect, direct
from video.engine import Figure, PaintJob
from video.engines.papercut.people.animal_looks import coat_of, livery_of, unworn_of
from video.engines.papercut.people.casting import read_job
from video.engines.papercut.things.creatures import draw_animal
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
        ("en", "Wisp", "a pale ghost with a lantern", "spirit"),
        ("fr", "Blanc", "petit fantôme blanc au chapeau noir", "spirit"),
        ("en", "Snow", "a snowman with a carrot nose and a red scarf", "snowman"),
        ("fr", "Bonhomme", "un bonhomme de neige avec une écharpe", "snowman"),
        ("pt", "Zé", "espantalho de chapéu de palha", "scarecrow"),
        ("es", "Latita", "robot oxidado", "robot"),
        ("es", "El Río", "viejo, barba larga de espuma", "river"),
        ("fr", "Le Fleuve", "vieux, longue barbe verte", "river"),
        ("en", "Old River", "an old river with a long blue beard", "river"),
        ("pt", "O Mar", "", "sea"),
        ("en", "Rag", "a rag doll with button eyes", "doll"),
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
        ("es", "Duende", "duende bajito de gorro verde y barba blanca"),
        ("en", "Tim", "boy dressed as a ghost"),
        ("en", "Salt", "a sea captain, blue coat"),
        ("es", "Salado", "un lobo de mar, barba blanca"),
        ("en", "Nix", "a water spirit with green hair"),
        ("es", "Río", "chico de pelo azul"),
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


def test_what_is_on_the_face_of_a_thing_is_drawn_and_what_it_cannot_wear_is_told() -> None:
    river = Figure(name="Old River", look="an old river with a long blue beard", language="en")
    found = livery_of(river, PREFIX + "river")
    assert found is not None
    assert found.worn == (("beard", 0x3A6EA5),)
    assert coat_of(river) is None
    bearded, plain = board(), board()
    for on, livery in ((bearded, found), (plain, None)):
        draw_animal(on, PREFIX + "river", on.span / 2, 500, 300, coat=None, flip=False, livery=livery)
    assert not np.array_equal(plain.pixels(), bearded.pixels())
    seed = Figure(name="Seed", look="a brown seed with a green hat", language="en")
    assert unworn_of(seed, PREFIX + "seed") == ("hat",)
    scarf = Figure(name="Snow", look="a snowman with a green scarf", language="en")
    assert unworn_of(scarf, PREFIX + "snowman") == ()


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
