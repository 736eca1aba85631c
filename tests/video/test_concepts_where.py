"""Which place a scene is in, what stands there, and whom a title means."""

from __future__ import annotations

import pytest

from video.concepts.mentions import mentions
from video.concepts.scenery import Scenery, understand_scene
from video.engines.papercut.drawn import DRAWN


def seen(text: str, language: str = "en") -> Scenery:
    return understand_scene(text, "", language, ())


def things(scenery: Scenery) -> list[str]:
    return [m.concept.id for m in scenery.things]


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("Un immeuble de six étages, au-dessus d'une rue pleine de voitures.", "fr", ("apartment_block", "street")),
        ("Le toit de l'immeuble au coucher du soleil.", "fr", ("rooftop",)),
        ("A flat in the city.", "en", ("apartment", "city")),
        ("From the kitchen she went to the bedroom.", "en", ("bedroom",)),
        ("Goats in the field behind the kitchen.", "en", ("field",)),
        ("Gulls in the sky above the harbour.", "en", ("harbour",)),
        ("A street; an old house with balconies full of flowers.", "en", ("street",)),
        ("Una calle, un edificio viejo de seis pisos con balcones.", "es", ("street", "apartment_block")),
        ("Ana leans on the balcony.", "en", ("balcony",)),
    ],
)
def test_one_place_wins(text: str, language: str, places: tuple[str, ...]) -> None:
    assert seen(text, language).places == places


def test_a_name_behind_a_place_is_no_part_of_a_compound() -> None:
    """In the kitchen Mara cooked: she is there; the village children are not said to be in the village."""
    assert understand_scene("", "In the kitchen Mara cooked soup.", "en", ("Mara",)).places == ("kitchen",)
    assert understand_scene("", "Mara looked out of the window.", "en", ("Mara",)).places == ("room",)


def test_a_net_from_which_somebody_is_freed_needs_no_sea() -> None:
    assert not understand_scene("", "Mara freed the fox from the net.", "en", ("Mara",)).by_sea()
    assert understand_scene("", "Mara mended a net.", "en", ("Mara",)).by_sea()


def test_parts_of_a_house_are_a_house_in_the_open_and_nothing_beside_one() -> None:
    assert things(seen("Nets on the walls of the village, gulls over the roofs.")) == ["net"]
    assert things(seen("A wall in the meadow.")) == ["house"]
    assert things(seen("A window and a door in the kitchen wall.")) == ["window", "door"]
    assert things(seen("Ladrillos y un muro en el campo, un horno.", "es")) == ["brick", "house", "oven"]


def test_no_bus_stands_in_a_room_and_that_is_told() -> None:
    scenery = seen("A bus in the kitchen.").drawn_by(DRAWN)
    assert things(scenery) == []
    assert [m.concept.id for m in scenery.undrawn] == ["bus"]


def test_the_animals_are_some_of_the_place() -> None:
    scenery = seen("Os animais na savana.", "pt").drawn_by(DRAWN)
    assert [m.concept.id for m in scenery.animals] == ["zebra", "giraffe"]
    assert scenery.undrawn == ()
    assert [m.concept.id for m in seen("The animals, a cow and a hen.").drawn_by(DRAWN).animals] == ["cow", "hen"]


@pytest.mark.parametrize(
    ("text", "language", "name", "alone"),
    [
        ("Aunt Morag's kitchen.", "en", "Morag", True),
        ("La tía Rosa duerme.", "es", "Rosa", True),
        ("Bamba dort.", "fr", "Monsieur Bamba", True),
        ("The king, Morag and a dog.", "en", "Morag", False),
    ],
)
def test_a_title_is_who_it_stands_beside(text: str, language: str, name: str, alone: bool) -> None:
    found = mentions(text, language, (name,))
    assert any(m.concept.id == name for m in found)
    assert (not any(m.concept.kind == "person" for m in found)) is alone


def test_who_looks_through_the_window_is_in_a_room() -> None:
    assert seen("Lola lee en la cama. Por la ventana se ve el mar.", "es").places == ("room", "sea")
    assert seen("Un patio. La vieja mira desde la ventana.", "es").places == ("courtyard",)


def test_before_a_school_stands_the_bus() -> None:
    assert seen("The bus waits before the school.").places == ("street",)
    assert seen("The school and the teacher.").places == ("school",)


def test_an_oven_has_its_fire_in_it() -> None:
    assert things(seen("Un horno con fuego dentro.", "es").drawn_by(DRAWN)) == ["oven"]


def test_one_day_is_a_new_day_unless_an_hour_is_told() -> None:
    assert (seen("Un samedi, Nana dort.", "fr").time, seen("Un samedi, Nana dort.", "fr").timed) == ("day", True)
    assert seen("One day, at midnight, a fox came.").time == "night"


def test_a_painter_is_told_which_lights_are_not_there() -> None:
    assert seen("Hakukuwa na mwezi wala nyota.", "sw").absent == ("moon", "star")


def test_the_sky_over_somebody_is_not_where_they_are() -> None:
    assert seen("Estrellas en el cielo. Nana duerme.", "es").places == ()
    assert seen("Un cóndor vuela en el cielo.", "es").places == ("sky_above",)
    assert seen("A boat in the air.").places == ("sky_above",)


def test_a_name_with_a_prefix_is_that_name() -> None:
    for text, language, name in (("UThandi uhlezi.", "zu", "Thandi"), ("Indlu kaThandi.", "zu", "Thandi")):
        assert [m.concept.id for m in mentions(text, language, (name,)) if m.concept.kind == "cast"] == [name]


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("Rain on the roof; she lay in bed.", "en", ()),
        ("She sat on the roof and looked at the stars.", "en", ("rooftop",)),
        ("There was no land.", "en", ("only_water",)),
        ("Solo había oscuridad.", "es", ("abyss",)),
        ("En pleine mer.", "fr", ("open_sea",)),
        ("A duna ao lado do mar.", "pt", ("beach",)),
        ("L'école sous un grand manguier.", "fr", ("playground",)),
        ("The children learn at school.", "en", ("school",)),
        ("A cellar with potatoes.", "en", ("cellar",)),
    ],
)
def test_roofs_seas_yards_and_cellars(text: str, language: str, places: tuple[str, ...]) -> None:
    assert seen(text, language).places == places


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("La mattina presto, in cucina.", "it", "kitchen"),
        ("Am Morgen im Schlafzimmer.", "de", "bedroom"),
        ("Sabah, mutfakta.", "tr", "kitchen"),
        ("Утром на кухне.", "ru", "kitchen"),
        ("Pagi di dapur.", "id", "kitchen"),
        ("सुबह रसोई में।", "hi", "kitchen"),
    ],
)
def test_mornings_and_rooms_are_known_in_more_languages(text: str, language: str, place: str) -> None:
    scenery = seen(text, language)
    assert (scenery.time, scenery.places) == ("morning", (place,))


def test_a_giant_turtle_is_a_large_turtle_and_rain_that_drums_is_no_drum() -> None:
    turtle = seen("A giant turtle swims up.")
    assert (turtle.people, [m.size for m in turtle.animals]) == ((), [1.35])
    assert things(seen("Rain drums on the roof.")) == []
    assert [m.concept.id for m in seen("A giant sits on a hill.").people] == ["giant"]


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        (
            "Martín empuja por el pasillo un carro; la abuela lo mira desde la puerta de la cocina.",
            "es",
            ("stairwell",),
        ),
        ("Monsoon rain, seen from inside the flat.", "en", ("apartment",)),
        ("Dans le poulailler, un coq est assis.", "fr", ("stable",)),
        ("Inside the tent she stirs a fire.", "en", ("hut_inside",)),
        ("He climbs to the palace above the clouds; below, the forest is a green stain.", "en", ("sky_above",)),
        ("The forest lies below the mountain; an eagle flies above the clouds.", "en", ("forest", "mountain")),
        ("Avant que la nuit tombe, il rentre.", "fr", ()),
        ("A crowded street; wires run above the shops.", "en", ("street",)),
        ("On a hill outside the city.", "en", ("hill",)),
        ("Ana waits outside the school.", "en", ("playground",)),
        ("Ana espera delante de la panadería.", "es", ("street",)),
        ("Ana attend devant la boulangerie.", "fr", ("street",)),
        ("Ana learns at school.", "en", ("school",)),
        ("Ana buys bread in the bakery.", "en", ("shop",)),
        ("Tortue marche entre les pieds de la Terre.", "fr", ()),
        ("Dans le marché, une tortue dort.", "fr", ("market",)),
        ("Una clariana al bosc.", "ca", ("forest",)),
        ("El agua negra del pozo.", "es", ()),
    ],
)
def test_the_innermost_place_counts_where_somebody_is(text: str, language: str, places: tuple[str, ...]) -> None:
    assert understand_scene(text, "", language, ("Martín",)).places == places
