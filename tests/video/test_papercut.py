"""The engine video/papercut: what it draws, what its key hangs on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from languages.card import Failed
from video.camera import layer_size
from video.concepts.scenery import Scenery, understand_scene
from video.engine import Figure, PaintJob
from video.engines.papercut import Engine
from video.shot import Frame, Layer, Painted
from video.shotlist import Acting, Near, ShotPlan

SMALL = Frame(width_px=320, height_px=180, fps=25)
CAST = (
    Figure(name="Nana", voice="mujer anciana", look="mujer vieja, chal rojo, vestido azul, pelo blanco"),
    Figure(name="Lía", voice="niña", look="niña, vestido amarillo, pelo negro"),
)


def job(folder: Path, brief: str, **changes: object) -> PaintJob:
    made = PaintJob(
        scene="s1", heading="El pueblo", brief=brief, text=("Era de noche en el bosque.",), language="es",
        present=("Nana",), cast=CAST, picture="", frame=SMALL, seed=5, folder=str(folder),
    )  # fmt: skip
    return replace(made, **changes)  # pyright: ignore[reportArgumentType]


def painted(made: PaintJob) -> Painted:
    (answer,) = Engine().paint((made,))
    assert isinstance(answer, Painted)
    return answer


def sheets(made: Painted) -> list[Layer]:
    """The sheets of full size; parts that move lie between them."""
    return [layer for layer in made.layers if layer.path.endswith(".png")]


@pytest.mark.parametrize(
    "brief",
    [
        "Un pueblo con casas y un puente sobre el río, de día. Nana y Lía.",
        "El bosque de noche con luna y un zorro.",
        "Una casa por dentro, de noche, con fuego, una mesa y un gato.",
        "Una playa al atardecer con barcos y palmeras.",
        "Tormenta en la montaña, con nieve y niebla.",
        "El desierto con camellos y una tienda de campaña. Gente.",
    ],
)
def test_layers_have_the_agreed_size_and_the_farthest_is_opaque(tmp_path: Path, brief: str) -> None:
    layers = sheets(painted(job(tmp_path, brief)))
    assert 3 <= len(layers) <= 5
    assert [layer.depth for layer in layers] == sorted(layer.depth for layer in layers)
    for i, layer in enumerate(layers):
        image = cv2.imread(layer.path, cv2.IMREAD_UNCHANGED)
        assert image is not None
        assert (image.shape[1], image.shape[0]) == layer_size(SMALL)
        assert image.shape[2] == (3 if i == 0 else 4)


@pytest.mark.parametrize("size", [(180, 320), (200, 200), (640, 160)])
def test_frames_of_other_shapes_are_drawn_too(tmp_path: Path, size: tuple[int, int]) -> None:
    frame = Frame(width_px=size[0], height_px=size[1], fps=25)
    layers = painted(job(tmp_path, "Un río con un puente. Nana y Lía y un burro.", frame=frame)).layers
    image = cv2.imread(layers[0].path)
    assert image is not None
    assert (image.shape[1], image.shape[0]) == layer_size(frame)


def test_equal_jobs_give_equal_bytes_and_another_seed_another_picture(tmp_path: Path) -> None:
    sums: list[list[bytes]] = []
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        (tmp_path / name).mkdir()
        layers = painted(job(tmp_path / name, "Un pueblo de noche. Nana.", seed=seed)).layers
        sums.append([Path(layer.path).read_bytes() for layer in layers])
    assert sums[0] == sums[1]
    assert sums[0] != sums[2]


def test_an_edited_word_that_changes_no_concept_keeps_the_key(tmp_path: Path) -> None:
    engine = Engine()
    before = engine.key(job(tmp_path, "", text=("La casa junto al río era vieja.",)))
    assert engine.key(job(tmp_path, "", text=("La casa junto al río era muy antigua.",))) == before
    assert engine.key(job(tmp_path, "", text=("La cabaña junto al río era vieja.",))) != before


def test_new_clothes_of_one_present_change_the_key_and_those_of_one_absent_do_not(tmp_path: Path) -> None:
    engine = Engine()
    before = engine.key(job(tmp_path, "Un río de día."))
    nana, lia = CAST
    green = replace(nana, look="mujer vieja, chal verde, vestido azul, pelo blanco")
    assert engine.key(job(tmp_path, "Un río de día.", cast=(green, lia))) != before
    assert engine.key(job(tmp_path, "Un río de día.", cast=(nana, replace(lia, look="niña, vestido rojo")))) == before


def test_what_a_mentioned_animal_cannot_wear_is_named(tmp_path: Path) -> None:
    assert Engine().understand(job(tmp_path, "Un gato con botas rojas y un perro sin cola."))[1] == ("botas",)
    engine = Engine()
    plain, white = (engine.key(job(tmp_path, brief)) for brief in ("Un gato.", "Un gato con patas blancas."))
    assert plain != white


def test_words_of_the_brief_that_are_not_known_are_named(tmp_path: Path) -> None:
    made = job(tmp_path, "Un acueducto sobre el río. Nana.")
    line, unknown = Engine().understand(made)
    assert unknown == ("acueducto",)
    assert "river" in line
    assert "Nana" in line
    assert any("acueducto" in finding.text for finding in painted(made).findings)


def test_what_finds_no_room_is_said(tmp_path: Path) -> None:
    crowded = "Nana y Lía, un elefante, tres camellos, un oso, cuatro vacas, un caballo, un león y un burro."
    findings = painted(job(tmp_path, crowded, frame=Frame(width_px=180, height_px=320, fps=25))).findings
    assert any("No room" in finding.text for finding in findings)


def test_windows_are_lit_at_night_and_not_by_day(tmp_path: Path) -> None:
    lit: dict[str, float] = {}
    for time in ("de día", "de noche"):
        folder = tmp_path / time.replace(" ", "")
        folder.mkdir()
        layers = sheets(painted(job(folder, f"Un pueblo {time}.", present=())))
        stage = cv2.imread(layers[2].path, cv2.IMREAD_UNCHANGED)
        assert stage is not None
        blue, green, red = (stage[..., i].astype(np.int32) for i in range(3))
        lit[time] = float(((red > 220) & (green > 150) & (blue < 130) & (stage[..., 3] > 200)).mean())
    assert lit["de noche"] > 4 * lit["de día"]


def test_the_gap_card_needs_no_words(tmp_path: Path) -> None:
    made = job(tmp_path, "", scene="gap", heading="", text=(), present=(), cast=())
    layers = painted(made).layers
    assert len(layers) == 2
    assert all(Path(layer.path).is_file() for layer in layers)
    assert Engine().key(made) == Engine().key(replace(made, brief="anything"))


def test_a_missing_folder_fails_that_job_alone(tmp_path: Path) -> None:
    lost = job(tmp_path / "nowhere", "Un río.")
    first, second = Engine().paint((lost, job(tmp_path, "Un río.")))
    assert isinstance(first, Failed)
    assert "nowhere" in first.reason
    assert isinstance(second, Painted)


def test_in_a_scene_of_many_each_shot_has_those_it_shows_and_who_is_crowded_out_is_said(tmp_path: Path) -> None:
    many = tuple(Figure(name=name, look="woman") for name in ("Ana", "Bea", "Cid", "Dora", "Eli", "Fay", "Gus", "Hal"))
    names = tuple(figure.name for figure in many)
    crowd = job(tmp_path, "", text=(), cast=many, present=names, scenery=Scenery(places=("village",)))
    wide = painted(replace(crowd, shot=ShotPlan(seen=names[:6])))
    assert [f.text for f in wide.findings] == ["No room in the picture for: Gus, Hal"]
    gus = replace(crowd, shot=ShotPlan(near=Near.MEDIUM, focus="Gus", seen=("Gus",)))
    assert painted(gus).faces
    assert not painted(gus).findings


def test_what_somebody_holds_changes_the_key_whoever_it_is(tmp_path: Path) -> None:
    shot = ShotPlan(seen=("Nana",), acting=(Acting(name="Nana"), Acting(name="Lía")))
    empty = job(tmp_path, "Una cabra.", shot=shot)
    full = replace(empty, shot=replace(shot, acting=(shot.acting[0], Acting(name="Lía", holds="goat"))))
    assert Engine().key(empty) != Engine().key(full)


@pytest.mark.parametrize(("characters", "told"), [(0, ["2 of 5 woman"]), (2, ["3 of 5 woman", "1 of 3 man"])])
def test_of_many_it_is_told_how_many_are_not_drawn(tmp_path: Path, characters: int, told: list[str]) -> None:
    names = tuple(figure.name for figure in CAST[:characters])
    people = understand_scene("Five women and three men stand by the river.", "", "en", ()).people
    asked = job(tmp_path, "", text=(), present=names, scenery=Scenery(places=("river",), people=people))
    assert [f.text for f in painted(asked).findings] == [f"No room in the picture for: {', '.join(told)}"]
