"""Short briefs of the kinds that stories have, and what their words ask to be seen."""

from __future__ import annotations

import pytest

from video.concepts.scenery import understand_scene


@pytest.mark.parametrize(
    ("brief", "language", "places"),
    [
        ("Mole pushes his head out of the lawn.", "en", ("garden",)),
        ("Old Tam mends a net on the slipway.", "en", ("harbour",)),
        ("On the fire escape, five floors up, Imani waters tomato plants.", "en", ("balcony",)),
        ("A dark, snowy plain under the northern lights.", "en", ("ice",)),
        ("Great Turtle rises out of endless grey water.", "en", ("open_sea",)),
        ("Ben sows beans in the vegetable patch.", "en", ("garden",)),
        ("En el ascensor, entre el tercero y el cuarto, comparten una mandarina.", "es", ("lift_cabin",)),
        ("Iván corta la tabla. El suelo del garaje está lleno de serrín.", "es", ("workshop",)),
        ("Las olas saltan por encima del rompeolas.", "es", ("sea", "harbour")),
        ("Dans un champ de blé. Le soir tombe.", "fr", ("field",)),
        ("Sur l'établi : une scie et quatre planches.", "fr", ("workshop",)),
        ("Il revient de l'estran avec un seau.", "fr", ("beach",)),
        ("No alto de uma nuvem, o Urubu toca viola.", "pt", ("sky_above",)),
        ("Neixen els volcans.", "ca", ("volcano",)),
        ("Rema cap a la cala.", "ca", ("beach",)),
        ("Gulls on the roof, crates of fish on the quay.", "en", ("harbour",)),
        ("They dance on the roof.", "en", ("rooftop",)),
        ("The land is flat and nothing moves.", "en", ()),
        ("Aarav lived in flat 7B.", "en", ("apartment",)),
        ("He carves people from willow wood.", "en", ()),
        ("She walks out over the reef at low tide.", "en", ("beach",)),
        ("Llueve a mares en la calle.", "es", ("street",)),
        ("Rita toca a campainha.", "pt", ()),
        ("Um coelho na toca.", "pt", ("cave",)),
    ],
)
def test_a_brief_says_where_it_is(brief: str, language: str, places: tuple[str, ...]) -> None:
    assert understand_scene(brief, "", language, ("Mole", "Old Tam", "Imani", "Ben", "Iván", "Urubu")).places == places


@pytest.mark.parametrize(
    ("brief", "language", "time"),
    [
        ("Les pirogues rentrent au couchant.", "fr", "dusk"),
        ("El sol comença a sortir darrere del cap.", "ca", "dawn"),
        ("The sun is rising over the town.", "en", "dawn"),
    ],
)
def test_a_brief_says_when_it_is(brief: str, language: str, time: str) -> None:
    assert understand_scene(brief, "", language, ()).time == time


@pytest.mark.parametrize(
    ("brief", "language", "stray"),
    [
        ("On the fire escape Imani waits.", "en", "fire"),
        ("A ball of string lies next to him.", "en", "ball"),
        ("The washing machine rumbles.", "en", "magnet"),
        ("Neon signs slide across the glass.", "en", "cup"),
        ("The turtle has a little mud on her shell.", "en", "shell"),
        ("Before there were stars, she sat alone.", "en", "star"),
        ("But fire is not a berry.", "en", "fire"),
        ("Le feu n'est pas une baie.", "fr", "fire"),
        ("El fuego no es un juguete.", "es", "fire"),
        ("Les bottes pleines de vase.", "fr", "pot"),
        ("Il pleut des cordes dehors.", "fr", "rope"),
        ("O leite tinha virado um espelho.", "pt", "mirror"),
        ("Uma pipa entre caixas d'água e antenas.", "pt", "box"),
        ("Clava una caixa al tronc d'un pi.", "ca", "log"),
        ("Corta la tabla por la línea de lápiz.", "es", "pen"),
        ("La garza se tapa los oídos con las alas.", "es", "feather"),
        ("Imani waters a row of tomato plants.", "en", "water"),
        ("She paints the bow of a boat.", "en", "bow"),
        ("Una farola alumbra la calle.", "es", "lantern"),
        ("A wren between the antlers of a stag.", "en", "bone"),
        ("El mantel de cuadros de una merienda.", "es", "picture"),
        ("La sirena del faro suena.", "es", "mermaid"),
        ("Marina espera a su padre.", "es", "father"),
        ("Imani draws a horse.", "en", "horse"),
        ("Vera dibuja un pez en el cristal.", "es", "fish"),
        ("Un banc sota un plàtan sense fulles.", "ca", "banana"),
        ("Le moulin à légumes tourne.", "fr", "vegetables"),
        ("Fa un sol que estavella les pedres.", "ca", "stone"),
    ],
)
def test_what_a_brief_only_speaks_of_is_not_there(brief: str, language: str, stray: str) -> None:
    assert stray not in understand_scene(brief, "", language, ("Imani",)).ids()


@pytest.mark.parametrize(
    ("brief", "language", "there"),
    [
        ("The boy throws a ball.", "en", "ball"),
        ("A shell lies on the beach.", "en", "shell"),
        ("Le vase est sur la table.", "fr", "pot"),
        ("Une corde pend du toit.", "fr", "rope"),
        ("Um espelho na parede.", "pt", "mirror"),
        ("A small fire burns.", "en", "fire"),
    ],
)
def test_the_same_words_are_drawn_where_they_are_meant(brief: str, language: str, there: str) -> None:
    assert there in understand_scene(brief, "", language, ()).ids()


def test_flames_are_parts_of_one_fire_and_who_hammers_has_one_hammer() -> None:
    fire = understand_scene("A small fire. They hold out their hands to the flames.", "", "en", ()).things
    assert [(m.concept.id, m.count) for m in fire] == [("fire", 1)]
    hammer = understand_scene("Ben hammers the board.", "", "en", ("Ben",))
    assert "hammer" not in [m.concept.id for m in hammer.things]  # it is in the hand
    assert "hammer_in" in [m.concept.id for m in hammer.doings]


def test_who_walks_through_smoke_is_in_a_haze() -> None:
    scenery = understand_scene("Jamila camina entre el humo.", "", "es", ("Jamila",))
    assert (scenery.weather, scenery.things) == (("fog",), ())
    assert [m.concept.id for m in understand_scene("Del horno sale humo.", "", "es", ()).things] == ["oven", "smoke"]


def test_where_there_is_no_sun_yet_it_is_dark() -> None:
    assert understand_scene("Sale del lago, y todavía no hay sol.", "", "es", ()).time == "night"


def test_a_dry_thing_is_no_drought_and_a_drought_is() -> None:
    assert understand_scene("A lã azul seca no varal.", "", "pt", ()).weather == ()
    assert understand_scene("A seca chegou à savana.", "", "pt", ()).weather == ("drought",)


def test_the_name_of_somebody_is_no_part_of_a_phrase() -> None:
    found = understand_scene("En Pau planta alls.", "", "ca", ("Pau",))
    assert [m.concept.id for m in found.moods] == []
    assert [m.concept.id for m in understand_scene("Dormen en pau.", "", "ca", ()).moods] == ["calm"]
