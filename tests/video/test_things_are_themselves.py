"""Words of things whose picture was another thing's: each is read as what it is."""

from __future__ import annotations

import pytest

from video.concepts.scenery import understand_scene
from video.concepts.table import standing_for
from video.engines.papercut.drawn import DRAWN


@pytest.mark.parametrize(
    ("brief", "language", "thing"),
    [
        ("Unas galletas sobre la mesa.", "es", "cookies"),
        ("Una farola encendida.", "es", "street_lamp"),
        ("Un réverbère allumé.", "fr", "street_lamp"),
        ("Une lampe torche.", "fr", "flashlight"),
        ("A light bulb.", "en", "lightbulb"),
        ("A broken engine.", "en", "engine"),
        ("O motor do barco.", "pt", "engine"),
        ("Une batterie neuve.", "fr", "battery"),
        ("A pile of ash.", "en", "ash"),
        ("Un columpio rojo.", "es", "swing"),
        ("A red balloon.", "en", "toy_balloon"),
        ("A hot air balloon.", "en", "balloon"),
        ("Um trator verde.", "pt", "tractor"),
        ("Una ambulancia.", "es", "ambulance"),
        ("Um limão.", "pt", "lemon"),
        ("Un navet.", "fr", "turnip"),
        ("Un calcetín con un agujero.", "es", "sock"),
        ("A jar of jam.", "en", "jar"),
        ("Des outils.", "fr", "toolbox"),
        ("Wet clay.", "en", "clay"),
        ("Um copo de água.", "pt", "glass"),
        ("Un reloj de arena.", "es", "hourglass"),
        ("Une montre en or.", "fr", "watch"),
        ("An alarm clock on the shelf.", "en", "alarm_clock"),
        ("Un collar de perlas.", "es", "necklace"),
        ("Um colar de contas.", "pt", "necklace"),
        ("Une boucle d'oreille.", "fr", "earrings"),
        ("Una pulsera de plata.", "es", "bracelet"),
        ("Un cartable rouge.", "fr", "backpack"),
        ("Uma mochila azul.", "pt", "backpack"),
        ("A pouch of coins.", "en", "purse"),
        ("Uma trouxa de roupa.", "pt", "bundle"),
        ("A woollen scarf.", "en", "scarf"),
        ("Una bufanda roja.", "es", "scarf"),
        ("Un rebozo sobre la silla.", "es", "shawl"),
        ("A red cloak on a hook.", "en", "cloak"),
        ("Une médaille d'or.", "fr", "medal"),
        ("Una brújula.", "es", "compass"),
        ("A telescope on the roof.", "en", "telescope"),
        ("Une longue-vue.", "fr", "spyglass"),
        ("Una lupa.", "es", "magnifying_glass"),
        ("Um binóculo.", "pt", "binoculars"),
        ("A newspaper on the bench.", "en", "newspaper"),
        ("Un pergamino antiguo.", "es", "scroll"),
        ("A magic wand.", "en", "wand"),
        ("Une baguette magique.", "fr", "wand"),
        ("A chessboard.", "en", "chess"),
        ("Un silbato rojo.", "es", "whistle"),
        ("Une cornemuse.", "fr", "bagpipes"),
        ("Uma gaita de foles.", "pt", "bagpipes"),
        ("Un saxofón.", "es", "saxophone"),
        ("Um pandeiro.", "pt", "tambourine"),
        ("A djembe under the tree.", "en", "djembe"),
        ("Une kora.", "fr", "kora"),
        ("A rocking chair.", "en", "rocking_chair"),
        ("Una mecedora.", "es", "rocking_chair"),
        ("Uma cadeira de balanço.", "pt", "rocking_chair"),
        ("Una manta de lana.", "es", "blanket"),
        ("Une couverture.", "fr", "blanket"),
        ("A fireplace in the room.", "en", "fireplace"),
        ("La fuente de la plaza.", "es", "fountain"),
        ("Un abreuvoir.", "fr", "trough"),
        ("A cupboard.", "en", "cupboard"),
        ("Uma máquina de costura.", "pt", "sewing_machine"),
        ("Un metate.", "es", "grinding_stone"),
        ("Un tobogán y un balancín.", "es", "slide"),
        ("Un tobogán y un balancín.", "es", "seesaw"),
        ("Un cheval à bascule.", "fr", "rocking_horse"),
        ("A pram in the park.", "en", "pram"),
        ("Un títere.", "es", "puppet"),
        ("Um castelo de areia.", "pt", "sandcastle"),
        ("Un carrosse doré.", "fr", "coach"),
        ("Una herradura.", "es", "horseshoe"),
        ("A suit of armour.", "en", "armour"),
        ("An anvil.", "en", "anvil"),
        ("Une pelleteuse.", "fr", "digger"),
        ("Un buzón.", "es", "mailbox"),
        ("A bouquet of roses.", "en", "bouquet"),
        ("Un barquito de papel en el charco.", "es", "paper_boat"),
        ("Um avião de papel.", "pt", "paper_plane"),
        ("A toy car.", "en", "toy_car"),
        ("Un tren de juguete.", "es", "toy_train"),
        ("Une trottinette.", "fr", "kick_scooter"),
        ("Una pecera.", "es", "fishbowl"),
        ("A Christmas tree.", "en", "christmas_tree"),
        ("Un sapin de Noël.", "fr", "christmas_tree"),
        ("Fuegos artificiales en la plaza.", "es", "fireworks"),
        ("Un feu d'artifice.", "fr", "fireworks"),
        ("Um semáforo.", "pt", "traffic_light"),
        ("Un saco de dormir.", "es", "sleeping_bag"),
        ("A fire engine.", "en", "fire_engine"),
        ("Elle écrit dans son journal.", "fr", "book"),
        ("Un orsacchiotto e uno zaino.", "it", "backpack"),
    ],
)
def test_a_thing_is_itself(brief: str, language: str, thing: str) -> None:
    things = [m.concept.id for m in understand_scene(brief, "", language, ()).things]
    assert thing in things
    assert standing_for(thing, DRAWN) == thing


@pytest.mark.parametrize(
    ("brief", "language", "thing"),
    [
        ("El collar del perro.", "es", "necklace"),
        ("La pendiente de la montaña.", "es", "earrings"),
        ("Ela vai colar a fita.", "pt", "necklace"),
        ("Un manto de nieve cubría el valle.", "es", "cloak"),
        ("A blanket of snow covered the village.", "en", "blanket"),
    ],
)
def test_a_word_that_means_something_else_is_not_that_thing(brief: str, language: str, thing: str) -> None:
    assert thing not in [m.concept.id for m in understand_scene(brief, "", language, ()).things]


@pytest.mark.parametrize("thing", ["machine", "column"])
def test_what_has_no_picture_is_told_and_not_drawn_as_another_thing(thing: str) -> None:
    assert standing_for(thing, DRAWN) is None
