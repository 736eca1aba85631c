"""What is done with somebody else or with a big thing, and with which."""

from __future__ import annotations

import pytest

from video.direct import Acting, Doing, Mood, Role, Said, ToDirect, direct
from video.shotlist import Way

CAST = (
    Role(name="Ana", look="girl"),
    Role(name="Bruno", look="boy"),
    Role(name="Nana", look="old woman"),
    Role(name="Jamila", look="giraffe"),
    Role(name="Tito", look="mouse"),
    Role(name="Raven", look="black raven"),
)


def acts(brief: str, language: str = "en") -> dict[str, Acting]:
    asked = ToDirect(scene="s", brief=brief, lines=(Said(text="…"),), language=language, cast=CAST)
    return {a.name: a for a in direct(asked).shots[0].acting}


@pytest.mark.parametrize(
    ("language", "brief", "name", "way", "to"),
    [
        ("es", "Bruno empuja la bicicleta hasta el taller.", "Bruno", Way.PUSH, "bicycle"),
        ("es", "Bruno, agachado junto a su bicicleta roja, mira la rueda.", "Bruno", Way.BESIDE, "bicycle"),
        ("es", "Ana está sentada en una piedra.", "Ana", Way.ON, "stone"),
        ("en", "Nana stands on a rock.", "Nana", Way.ON, "rock"),
        ("en", "Nana sits in a rocking chair near the fireplace.", "Nana", Way.ON, "rocking_chair"),
        ("fr", "Nana est assise dans un fauteuil.", "Nana", Way.ON, "armchair"),
        ("es", "Nana en la mecedora.", "Nana", Way.ON, "rocking_chair"),
        ("en", "Bruno pushes the pram.", "Bruno", Way.PUSH, "pram"),
        ("en", "Ana rides a donkey.", "Ana", Way.RIDE, "donkey"),
        ("en", "Bruno leads a goat along the road.", "Bruno", Way.LEAD, "goat"),
        ("en", "Bruno gives Nana an apple.", "Bruno", Way.GIVE, "Nana"),
        ("en", "Ana and Nana walk hand in hand.", "Ana", Way.HANDS, "Nana"),
        ("ca", "El Bruno s'amaga darrere d'un arbre.", "Bruno", Way.BEHIND, "tree"),
        ("en", "Ana looks into the well.", "Ana", Way.INTO, "well"),
        ("en", "Nana looks up at the moon.", "Nana", Way.UP, ""),
        ("pt", "Bruno aponta para o alto.", "Bruno", Way.UP, ""),
        ("pt", "Nana carrega Bruno nas costas.", "Nana", Way.CARRY, "Bruno"),
        ("es", "Tito está sentado sobre la cabeza de la jirafa.", "Tito", Way.ON, "Jamila:head"),
        ("fr", "Jamila marche, Tito sur son dos.", "Tito", Way.ON, "Jamila:back"),
        ("pt", "Nana empurra um carrinho.", "Nana", Way.PUSH, "cart"),
        ("fr", "Ana pousse la barque vers l'eau.", "Ana", Way.PUSH, "boat"),
        ("en", "Raven flies above the house.", "Raven", Way.FLY, ""),
    ],
)
def test_a_deed_is_read_with_what_it_is_done_to(language: str, brief: str, name: str, way: Way, to: str) -> None:
    deed = acts(brief, language)[name].deed
    assert deed is not None
    assert (deed.way, deed.to) == (way, to)


@pytest.mark.parametrize(
    ("language", "brief"),
    [
        ("en", "Ana pushes her hair back and looks at the boat."),
        ("en", "Nana sits and thinks of a stone."),
        ("en", "Bruno hides his face."),
        ("en", "Ana gives a shout."),
        ("es", "Ana se sienta y mira una piedra."),
        ("en", "Nana has a basket on her back."),
    ],
)
def test_nothing_is_done_with_what_is_not_said_in_the_same_breath(language: str, brief: str) -> None:
    assert all(a.deed is None for a in acts(brief, language).values())


def test_who_hugs_a_thing_hugs_nobody() -> None:
    found = acts("Nana baja abrazada a un limonero, mientras Ana descarga cajas.", "es")
    assert found["Nana"].doing is not Doing.EMBRACE
    assert found["Ana"].doing is not Doing.EMBRACE
    assert acts("Nana embraces Ana.")["Ana"].doing is Doing.EMBRACE


def test_who_sits_on_a_stone_sits_on_it_while_looking_up() -> None:
    deed = acts("Nana sits on a stone and looks up at the moon.")["Nana"].deed
    assert deed is not None
    assert (deed.way, deed.to) == (Way.ON, "stone")


def test_what_the_brief_shows_lasts_whatever_the_lines_tell() -> None:
    asked = ToDirect(
        scene="s",
        brief="A road. Bruno crouches beside his bicycle.",
        lines=(Said(text="Bruno walked three miles and ran home."),),
        language="en",
        cast=CAST,
    )
    (bruno,) = direct(asked).shots[0].acting
    assert bruno.doing is Doing.KNEEL


def test_a_voice_is_only_heard_where_nobody_can_stand() -> None:
    said = (Said(text="It is noon."), Said(text="Leave a place at the fire.", who="Nana"))
    at_sea = ToDirect(scene="s", brief="The open sea. Raven flies.", lines=said, language="en", cast=CAST)
    assert direct(at_sea).present == ("Raven",)
    ashore = ToDirect(scene="s", brief="A meadow. Raven flies.", lines=said, language="en", cast=CAST)
    assert direct(ashore).present == ("Raven", "Nana")


@pytest.mark.parametrize(
    ("text", "mood"),
    [("You are wet and tired.", Mood.CALM), ("I am so sad.", Mood.SAD), ("Help, or I cry!", Mood.CALM)],
)
def test_moods_of_speech_are_those_that_somebody_tells_of_themselves(text: str, mood: Mood) -> None:
    asked = ToDirect(scene="s", brief="A room. Nana.", lines=(Said(text=text, who="Nana"),), language="en", cast=CAST)
    assert direct(asked).shots[0].acting[0].mood is mood


def test_a_sad_thing_makes_nobody_sad_and_it_is_nobody() -> None:
    assert acts("Bruno encuentra a Nana junto a una rueda triste.", "es")["Bruno"].mood is Mood.CALM
    assert acts("Raven dropped the stone, and it fell into the sea.")["Raven"].doing is Doing.STAND


def test_an_animal_has_in_its_mouth_what_it_is_said_to_have_there() -> None:
    found = acts("Tito runs with a fish in his mouth.")["Tito"]
    assert (found.doing, found.holds) == (Doing.RUN, "fish")


def test_the_cousins_of_a_story_are_its_two_children_and_no_strangers() -> None:
    cast = (Role(name="Iaci", look="menina"), Role(name="Tonho", look="menino"), Role(name="Vó", look="senhora velha"))
    asked = ToDirect(scene="s", brief="Vó espera e os primos dançam.", lines=(), language="pt", cast=cast)
    found = direct(asked)
    assert set(found.present) == {"Vó", "Iaci", "Tonho"}
    assert not found.scenery.people
    doing = {a.name: a.doing for a in found.shots[0].acting}
    assert doing["Iaci"] is doing["Tonho"] is Doing.DANCE
    others = ToDirect(scene="s", brief="Iaci e outras crianças.", lines=(), language="pt", cast=cast)
    assert direct(others).scenery.people


def test_one_of_a_group_who_is_named_again_does_something_alone() -> None:
    cast = (Role(name="Iaci", look="menina"), Role(name="Tonho", look="menino"))
    brief = "A canoa dos primos passa debaixo de um galho, e Tonho aponta para o alto."
    doing = {
        a.name: a.doing for a in direct(ToDirect(scene="s", brief=brief, language="pt", cast=cast)).shots[0].acting
    }
    assert doing["Tonho"] is Doing.POINT
    assert doing["Iaci"] is not Doing.POINT


def test_who_is_in_bed_sits_up_to_talk() -> None:
    found = acts("El cuarto. Ana y Nana, cada una en su cama, hablan en voz baja.", "es")
    assert all(found[n].doing is Doing.SIT and found[n].deed is not None for n in ("Ana", "Nana"))


def test_what_is_told_of_something_unknown_is_told_of_nobody() -> None:
    assert acts("Ana mira. Luego la zapatra fue saltando fuera.", "es")["Ana"].doing is Doing.STAND
    assert acts("Ana dobló aquel zurbo orgulloso.", "es")["Ana"].mood is Mood.CALM


def test_animals_have_no_bread_in_the_mouth_that_nobody_told_of() -> None:
    assert acts("Jamila come hojas de la copa.", "es")["Jamila"].holds == ""


@pytest.mark.parametrize(
    ("language", "brief"),
    [
        ("en", "Ana stands by the building."),
        ("en", "The washing hangs on the line. Ana."),
        ("pt", "Ana espera. O vestido e o cabelo dela voam com o vento."),
        ("fr", "Ana est debout. Une mangue à moitié mangée est posée sur le banc."),
        ("en", "Ana gives Nana a look."),
    ],
)
def test_nouns_and_things_put_nobody_to_work(language: str, brief: str) -> None:
    assert acts(brief, language)["Ana"] == Acting(name="Ana")


def test_what_is_raised_is_held_up() -> None:
    for language, brief in (("pt", "Ana levanta uma lamparina acesa."), ("en", "Ana holds up one small red apple.")):
        found = acts(brief, language)["Ana"]
        assert found.holds in ("lamp", "apple")
        assert found.task == "hold_up"
    assert acts("Ana raises her voice.")["Ana"].deed is None


def test_what_they_do_is_not_what_the_only_one_there_does() -> None:
    asked = ToDirect(
        scene="s", brief="A plain. Nana.", lines=(Said(text="They ate their fish cold."),), language="en", cast=CAST
    )
    assert direct(asked).shots[0].acting[0].holds == ""
    asked = ToDirect(scene="s", brief="A plain. Nana.", lines=(Said(text="She danced."),), language="en", cast=CAST)
    assert direct(asked).shots[0].acting[0].doing is Doing.DANCE


@pytest.mark.parametrize(
    ("language", "brief", "name", "way", "to", "part", "load"),
    [
        ("en", "Nana carries Ana in her arms.", "Nana", Way.CARRY, "Ana", "arms", ""),
        ("es", "Nana lleva a Ana sobre los hombros.", "Nana", Way.CARRY, "Ana", "shoulders", ""),
        ("pt", "Nana carrega o cordeiro nos ombros.", "Nana", Way.CARRY, "lamb", "shoulders", ""),
        ("en", "Nana lifts up Ana.", "Nana", Way.CARRY, "Ana", "up", ""),
        ("es", "Nana levanta a Ana en alto.", "Nana", Way.CARRY, "Ana", "up", ""),
        ("fr", "Ana prit l'oiseau dans ses mains.", "Ana", Way.CARRY, "bird", "hands", ""),
        ("es", "Ana atrapa al pajarito.", "Ana", Way.CARRY, "bird", "hands", ""),
        ("en", "Ana dropped the apples into the basket.", "Ana", Way.PUT, "basket", "", "apple"),
        ("es", "Ana tiró una moneda al pozo.", "Ana", Way.PUT, "well", "", "coin"),
        ("fr", "Ana mit les pommes dans le panier.", "Ana", Way.PUT, "basket", "", "apple"),
        ("pt", "Ana pôs as maçãs no cesto.", "Ana", Way.PUT, "basket", "", "apple"),
        ("en", "Ana threw the ball to Bruno.", "Ana", Way.THROW, "Bruno", "", "ball"),
        ("pt", "Ana atirou a bola ao Bruno.", "Ana", Way.THROW, "Bruno", "", "ball"),
        ("fr", "Nana et Bruno portaient ensemble une grande table.", "Bruno", Way.BEAR, "table", "", ""),
        ("es", "Nana y Bruno llevaban juntos un tronco.", "Nana", Way.BEAR, "log", "", ""),
        ("en", "Nana freed the fox from the net.", "Nana", Way.FREE, "fox", "", "net"),
        ("pt", "Nana abriu a gaiola e soltou o pássaro.", "Nana", Way.FREE, "bird", "", "cage"),
        ("en", "Nana pulled Bruno out of the water.", "Nana", Way.SAVE, "Bruno", "", ""),
        ("es", "Nana sacó a Bruno del río.", "Nana", Way.SAVE, "Bruno", "", ""),
        ("fr", "Nana, Ana et Bruno dansaient en rond.", "Ana", Way.RING, "", "", ""),
        ("pt", "Bruno empurra um carrinho cheio de abóboras.", "Bruno", Way.PUSH, "cart", "", "pumpkin"),
        ("en", "Bruno dug a hole.", "Bruno", Way.DIG, "", "", ""),
        ("fr", "Bruno ouvrit la boîte.", "Bruno", Way.OPEN, "box", "", ""),
        ("en", "Ana put the shells into the bucket.", "Ana", Way.PUT, "bucket", "", "shell"),
        ("fr", "Nana portait un chevreau dans ses bras.", "Nana", Way.CARRY, "kid", "arms", ""),
        ("en", "Nana reads a story to Ana.", "Nana", Way.READ, "Ana", "", ""),
        ("en", "Ana fell into the river. Nana pulled her out of the water.", "Nana", Way.SAVE, "Ana", "", ""),
        ("en", "Nana carried the log on her shoulder.", "Nana", Way.BEAR, "log", "", ""),
        ("es", "Nana teje una manta.", "Nana", Way.BESIDE, "loom", "", ""),
        ("pt", "Ana apanhou as cerejas e deitou-as no cesto.", "Ana", Way.PUT, "basket", "", "cherries"),
        ("en", "Nana picks Ana up.", "Nana", Way.CARRY, "Ana", "arms", ""),
        ("es", "Nana metió el pan en la bolsa.", "Nana", Way.PUT, "bag", "", "bread"),
    ],
)
def test_what_is_carried_put_thrown_and_opened(
    language: str, brief: str, name: str, way: Way, to: str, part: str, load: str
) -> None:
    deed = acts(brief, language)[name].deed
    assert deed is not None
    assert (deed.way, deed.to, deed.part, deed.load) == (way, to, part, load)


@pytest.mark.parametrize(
    ("language", "brief", "name"),
    [
        ("en", "Nana puts on her hat.", "Nana"),
        ("en", "Nana puts the lamp on the table.", "Nana"),
        ("en", "Nana catches the goat.", "Nana"),
        ("es", "Nana suelta un grito.", "Nana"),
        ("fr", "Nana se met à rire.", "Nana"),
        ("en", "Nana closes the box.", "Nana"),
        ("pt", "Nana solta a corda.", "Nana"),
        ("en", "Nana reads Ana's letter.", "Nana"),
        ("en", "Nana weaves a basket.", "Nana"),
        ("en", "Nana carries the news to Ana.", "Nana"),
        ("en", "Nana puts the hat on the box.", "Nana"),
        ("en", "Nana takes the bird's feather.", "Nana"),
        ("en", "Nana digs into her bag.", "Nana"),
        ("en", "Nana takes the dog for a walk.", "Nana"),
    ],
)
def test_what_only_looks_like_a_burden_is_none(language: str, brief: str, name: str) -> None:
    assert acts(brief, language)[name].deed is None


@pytest.mark.parametrize(
    ("language", "brief", "task"),
    [
        ("en", "Ana kneels by the stream and drinks.", "scoop"),
        ("es", "Ana bebe del arroyo.", "scoop"),
        ("en", "Ana drinks a cup of milk.", "drink"),
    ],
)
def test_who_drinks_from_a_stream_has_no_cup(language: str, brief: str, task: str) -> None:
    assert acts(brief, language)["Ana"].task == task


def test_who_is_carried_or_read_to_does_nothing_else() -> None:
    """What was told of them before is over; who lies in bed goes on lying."""
    found = acts("Ana digs a hole. Nana carries Ana in her arms.")
    assert found["Ana"].deed is None
    assert acts("Nana reads a book to Ana.")["Ana"].doing is Doing.SIT
    assert acts("Ana sleeps in her bed. Nana reads a book to Ana.")["Ana"].doing is Doing.SLEEP


def test_who_carries_and_speaks_goes_on_carrying() -> None:
    found = acts("Nana carries Ana in her arms and asks a question.")["Nana"]
    assert found.deed is not None
    assert found.deed.way is Way.CARRY


def test_water_is_poured_into_the_pot_and_soup_served_from_it() -> None:
    assert acts("Nana pours water into the pot.")["Nana"].task == "pour"
    assert acts("Nana serves soup from the pot.")["Nana"].task == "stir"
