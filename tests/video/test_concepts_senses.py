"""Words with several meanings, and nouns that are verbs where they stand."""

from __future__ import annotations

import pytest

from video.concepts.scenery import understand_scene


def ids(text: str, language: str) -> set[str]:
    return set(understand_scene("", text, language, ("Issa", "Nana")).ids())


@pytest.mark.parametrize(
    ("text", "language", "not_meant"),
    [
        ("Issa tasse la terre.", "fr", "cup"),
        ("La maîtresse leur montre comment faire.", "fr", "clock"),
        ("Coupe le pain.", "fr", "cup"),
        ("Il garde les chèvres.", "fr", "soldier"),
        ("Je bois de l'eau.", "fr", "forest"),
        ("Une vague idée.", "fr", "sea"),
        ("She rocks the baby.", "en", "rock"),
        ("The boy swallows the soup.", "en", "swallow"),
        ("He holds it against his chest.", "en", "chest"),
        ("Milk, rice and cricket bats for the match.", "en", "bat"),
        ("Nana flies above him.", "en", "fly"),
        ("An orange glow.", "en", "fruit"),
        ("El pájaro abrió el pico.", "es", "mountain"),
        ("Más tarde llegó la abuela.", "es", "afternoon"),
        ("Mañana iremos.", "es", "morning"),
        ("Lleva el pijama puesto.", "es", "stall"),
        ("Caminó despacio.", "es", "road"),
        ("Cerró los ojos.", "es", "hill"),
        ("La abuela se rió.", "es", "river"),
        ("O lobo mata a ovelha.", "pt", "jungle"),
        ("Vale a pena.", "pt", "valley"),
        ("Uma gaveta cheia de coisas.", "pt", "flood"),
        ("Estava tot sol.", "ca", "sun"),
        ("Porta un cistell.", "ca", "door"),
        ("La rueda del carro se rompió.", "es", "bicycle_wheel"),
        ("Bruno mete la cámara en el cubo y mira la rueda.", "es", "camera"),
        ("La palanca de la puerta.", "es", "tyre_lever"),
        ("A patch of blue sky.", "en", "patch"),
        ("She bites her nails.", "en", "nail"),
        ("Elle se colle au mur.", "fr", "glue"),
        ("C'était commode.", "fr", "dresser"),
        ("Uma nuvem em forma de peixe.", "pt", "cheese_mould"),
        ("An iron gate.", "en", "iron"),
        ("He gave her a lock of hair.", "en", "lock"),
        ("They lift the boat.", "en", "lift"),
        ("A young tree with bare roots.", "en", "root"),
        ("He presses the button of the door.", "en", "button"),
        ("Tem preguiça de acordar.", "pt", "sloth"),
        ("Nana leaned against the trunk and looked up.", "en", "chest"),
        ("The goat lowered its horns.", "en", "trumpet"),
        ("The letters on the sign were faded.", "en", "letter"),
        ("A coat of varnish covers the boat.", "en", "clothes"),
        ("One sock lay on the road.", "en", "clothes"),
        ("The path skirts the lake.", "en", "clothes"),
        ("It was grave news.", "en", "cemetery"),
        ("Make room for the goats!", "en", "room"),
        ("If you see him, wave.", "en", "sea"),
        ("Scrub between the fingers and under the nails.", "en", "nail"),
        ("A bright, thin stream ran from the tap.", "en", "river"),
        ("A rain gauge made of a bottle.", "en", "rain"),
        ("The weather station on the wall.", "en", "station"),
        ("A flat stone by the water.", "en", "apartment"),
        ("She shut the lambs in a pen.", "en", "pen"),
        ("That is not fair.", "en", "market"),
    ],
)
def test_a_word_that_means_something_else_here_is_not_drawn(text: str, language: str, not_meant: str) -> None:
    assert not_meant not in ids(text, language)


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("Une tasse de thé.", "fr", "cup"),
        ("Ils aiment leur maison.", "fr", "house"),
        ("De la mousse sur ses mains.", "fr", "soap"),
        ("Il se regarde dans la glace.", "fr", "mirror"),
        ("A swallow on a rock.", "en", "swallow"),
        ("A chest full of gold.", "en", "chest"),
        ("They give her bread.", "en", "bread"),
        ("Nevó en el pico más alto.", "es", "mountain"),
        ("Por la tarde llegó la abuela.", "es", "afternoon"),
        ("Una mañana fue al río.", "es", "morning"),
        ("Un macaco na mata.", "pt", "jungle"),
        ("Sota el sol.", "ca", "sun"),
        ("Aperta a massa branca dentro de uma forma redonda.", "pt", "cheese_mould"),
        ("A pot of soup on the stove.", "en", "cooking_pot"),
        ("A tulsi plant in a pot of soil.", "en", "flower_pot"),
        ("Ela abre uma gaveta.", "pt", "drawer"),
        ("Seu Osvaldo toca sanfona.", "pt", "accordion"),
        ("Elle nourrit le feu avec de la mousse sèche.", "fr", "moss"),
        ("Una línea de fuego avanza por la hierba.", "es", "wildfire"),
        ("Cuatro cerillas sobre la mesa.", "es", "matches"),
        ("Un panneau au bord du chemin.", "fr", "signpost"),
        ("Uma preguiça dorme num galho.", "pt", "sloth"),
        ("Baja abrazada a un limonero en una maceta.", "es", "lemon_tree"),
        ("She falls into the river and grabs a hanging root.", "en", "root"),
        ("Junto a su bicicleta mira la rueda desinflada.", "es", "bicycle"),
        ("Hunde una cámara de goma negra en un cubo.", "es", "inner_tube"),
        ("Mete dos palancas entre la llanta y la cubierta.", "es", "tyre_lever"),
        ("Mete dos palancas entre la llanta y la cubierta.", "es", "tyre"),
        ("La señala con un lápiz.", "es", "pencil"),
        ("Un bidon jaune percé avec un clou.", "fr", "nail"),
        ("Deux bâtons fourchus.", "fr", "forked_stick"),
        ("A yellow jerrycan hangs from the mango tree.", "en", "jerrycan"),
        ("He pumps air into the wheel of the bike with a pump.", "en", "pump"),
        ("The pirates buried a chest.", "en", "chest"),
        ("Nana hangs a shirt on the line.", "en", "shirt"),
        ("He shot an arrow from his bow.", "en", "bow"),
        ("The leaves turn yellow in autumn.", "en", "leaf"),
        ("They walked through the wood to the mill.", "en", "forest"),
        ("She drinks a glass of milk.", "en", "glass"),
    ],
)
def test_the_same_word_is_drawn_where_it_is_meant(text: str, language: str, meant: str) -> None:
    assert meant in ids(text, language)


@pytest.mark.parametrize(("text", "language"), [("Two baby pigeons.", "en"), ("Un elefante bebé.", "es")])
def test_a_baby_animal_is_a_small_animal_and_no_child(text: str, language: str) -> None:
    scenery = understand_scene("", text, language, ())
    assert scenery.people == ()
    assert [m.size for m in scenery.animals] == [0.6]
    assert "baby" in ids("A baby looks at the pigeons.", "en")


@pytest.mark.parametrize(
    ("language", "brief", "told", "thing"),
    [
        ("es", "Un helado en la mesa.", "El suelo estaba helado.", "ice_cream"),
        ("fr", "Un cristal.", "Le cristal tinta.", "gem"),
    ],
)
def test_a_shy_word_means_its_thing_only_where_it_is_asked_for(
    language: str, brief: str, told: str, thing: str
) -> None:
    assert [m.concept.id for m in understand_scene(brief, told, language, ()).things][:1] == [thing]
    assert not understand_scene("", told, language, ()).things


def test_an_explained_word_means_what_the_creator_says() -> None:
    scenery = understand_scene("", "The trunk was full.", "en", (), (("trunk", "chest"),))
    assert [m.concept.id for m in scenery.things] == ["chest"]


@pytest.mark.parametrize(
    ("text", "language", "not_meant", "meant"),
    [
        ("A mountain of potatoes on the table.", "en", "mountain", "potato"),
        ("A cloud of bees flew up.", "en", "cloud", "bee"),
        ("A column of ants crossed the floor.", "en", "column", "ant"),
        ("Una lluvia de flores.", "es", "rain", "flower"),
        ("Um mar de gente na praça.", "pt", "sea", "people"),
        ("Une pluie d'étoiles.", "fr", "rain", "star"),
        ("Un núvol de mosques.", "ca", "cloud", "fly"),
    ],
)
def test_what_only_says_how_much_there_is_is_not_there(text: str, language: str, not_meant: str, meant: str) -> None:
    assert not_meant not in ids(text, language)
    assert meant in ids(text, language)


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("A wall of stone.", "en", "wall"),
        ("The sea of the giants.", "en", "sea"),
        ("Un bosque de pinos.", "es", "forest"),
        ("El mar de noche.", "es", "sea"),
    ],
)
def test_what_something_is_made_of_leaves_it_there(text: str, language: str, meant: str) -> None:
    assert meant in ids(text, language)


@pytest.mark.parametrize(
    ("text", "not_meant"),
    [
        ("Sand the wood.", "beach"),
        ("Then lock the door.", "lock"),
        ("Rock the cradle.", "rock"),
        ("Nana laughs, and then ice the cake.", "ice"),
        ("The church mouse sang.", "church"),
        ("Nana was as quick as the crow flies.", "crow"),
    ],
)
def test_orders_compounds_and_sayings_in_english(text: str, not_meant: str) -> None:
    assert not_meant not in ids(text, "en")


def test_an_adjective_that_begins_a_sentence_is_no_name() -> None:
    assert "leaf" in ids("Dead leaves lay on the ground.", "en")
