"""What hands do with things: the verb, its tool and its object, in five languages, and where it is none of it."""

import pytest

from video.concepts.table import load_concepts
from video.direct import ToDirect, direct
from video.direction.handiwork import BODIES, FIRE_BOWL, HANDIWORK
from video.direction.hands import HANDY, LONG_TOOLS
from video.engines.papercut.people.act import Act
from video.engines.papercut.people.handling import is_handled
from video.engines.papercut.people.implements import IMPLEMENTS
from video.shotlist import Acting, Doing, Role


def acting(brief: str, language: str) -> Acting:
    asked = ToDirect(
        brief=brief, language=language, cast=(Role(name="Ana", look="woman"), Role(name="Bob", look="boy"))
    )
    return next(a for a in direct(asked).shots[0].acting if a.name == "Ana")


def things(brief: str, language: str) -> set[str]:
    asked = ToDirect(brief=brief, language=language, cast=(Role(name="Ana", look="woman"),))
    return {m.concept.id for m in direct(asked).scenery.things}


@pytest.mark.parametrize(
    ("brief", "language", "task", "holds", "on"),
    [
        ("Ana sits stirring a golden fire in a bowl with a long spoon.", "en", "stir", "spoon", FIRE_BOWL),
        ("Ana mexe um tacho de leite com uma colher de pau.", "pt", "stir", "spoon", "cauldron"),
        ("Ana épluche des pommes de terre devant le poêle.", "fr", "peel", "knife", "potato"),
        ("Ana pela una manzana.", "es", "peel", "knife", "apple"),
        ("Ana corta a coalhada em quadradinhos com uma faca comprida.", "pt", "cut", "knife", "cheese"),
        ("Ana repeint une vieille barque verte tirée sur les galets.", "fr", "paint", "paintbrush", "boat"),
        ("Ana mends a net on the beach.", "en", "mend", "needle", "net"),
        ("Ana mends the boat.", "en", "hammer_in", "hammer", "boat"),
        ("Ana enciende la lámpara.", "es", "light_up", "match", "lamp"),
        ("L'Ana encén l'espelma.", "ca", "light_up", "match", "candle"),
        ("Ana washes clothes in the river.", "en", "wash", "", "clothes"),
        ("Ana washes her hands.", "en", "wash", "", ""),
        ("Ana segura o lenço na cabeça.", "pt", "on_head", "", "shawl"),
        ("Ana holds up a broken jug.", "en", "hold_up", "broken_jug", "broken_jug"),
        ("Ana cose la red rota.", "es", "sew", "needle", "net"),
        ("Ana serve da panela.", "pt", "stir", "spoon", "cooking_pot"),
        ("Ana distribui colheres.", "pt", "give", "spoon", "spoon"),
        ("Ana amasa el pan en la cocina.", "es", "knead", "bread", "bread"),
        ("Ana hunde una cámara de goma en un cubo lleno de agua.", "es", "dip", "inner_tube", "inner_tube"),
        ("Ana infla con una bomba de mano la rueda de la bicicleta.", "es", "pump_up", "", "pump"),
        ("Ana se abanica con una carta.", "es", "fan_with", "letter", "letter"),
        ("Ana kneels and blows on a small fire.", "en", "blow", "", "fire"),
        ("Ana mange du poisson grillé.", "fr", "eat", "", "fried_fish"),
        ("Ana come una manzana.", "es", "eat", "apple", "apple"),
        ("Ana agite son manteau.", "fr", "wave_with", "coat", "coat"),
        ("Ana remonte un filet.", "fr", "pull_up", "", "net"),
        ("Ana ordenha a vaca num balde.", "pt", "milk_cow", "bucket", "cow"),
        ("Ana passa roupa ao lado da janela.", "pt", "ironing", "iron", "ironed"),
        ("Ana holds up one small red apple.", "en", "hold_up", "apple", "apple"),
        ("Ana levanta bem alto uma lamparina acesa.", "pt", "hold_up", "lamp", "lamp"),
        ("Ana lleva una jarra en la cabeza.", "es", "on_head", "jug", "jug"),
        ("Ana carries a sack on her back.", "en", "on_back", "sack", "sack"),
        ("Ana holds a closed shell tight against her chest.", "en", "at_chest", "shell", "shell"),
        ("Ana picks red apples from a young tree.", "en", "pick", "apple", "apple"),
        ("Ana holds out a small pot.", "en", "hold_out", "pot", "pot"),
        ("Ana remplit une cruche.", "fr", "fill", "jug", "jug"),
        ("Ana reads a letter.", "en", "read", "letter", "letter"),
        ("Ana mengupas kentang.", "id", "peel", "knife", "potato"),
        ("Ana schält Kartoffeln.", "de", "peel", "knife", "potato"),
        ("Ana taglia il pane.", "it", "cut", "knife", "bread"),
        ("Ana binds a twig with a rope.", "en", "tie", "rope", "branch"),
    ],
)  # fmt: skip
def test_a_verb_of_handiwork_has_its_tool_and_its_thing(
    brief: str, language: str, task: str, holds: str, on: str
) -> None:
    found = acting(brief, language)
    assert (found.task, found.holds, found.on) == (task, holds, on)


@pytest.mark.parametrize(
    ("brief", "language"),
    [
        ("Ana raises her hand.", "en"),
        ("Ana cuts across the field.", "en"),
        ("Ana se levanta y mira el mar.", "es"),
        ("Ana tiene el pelo corto.", "es"),
        ("Ana mira la luna llena.", "es"),
        ("Ana remue la queue.", "fr"),
        ("Ana opens the door of the house.", "en"),
        ("Una barca pintada y Ana.", "es"),
        ("Ana by a painted box.", "en"),
        ("A peeled potato and Ana.", "en"),
        ("The wind blows. Ana waits.", "en"),
        ("Ana lives in a tall building.", "en"),
        ("Era la hora de la cena. Ana.", "es"),
    ],
)
def test_what_only_sounds_like_handiwork_is_none(brief: str, language: str) -> None:
    found = acting(brief, language)
    assert found.task == ""
    assert found.doing is not Doing.KNEEL


def test_who_sits_goes_on_sitting_while_the_hands_are_at_work() -> None:
    assert acting("Ana sits on a stool and peels potatoes.", "en").doing is Doing.SIT
    assert acting("Ana, sentada num banquinho, ordenha a vaca num balde.", "pt").doing is Doing.SIT


def test_trees_are_felled_with_an_axe_and_holes_dug_with_a_spade() -> None:
    assert acting("Ana cuts down a tree.", "en").holds == "axe"
    assert acting("Ana digs a hole.", "en").holds == "shovel"


@pytest.mark.parametrize(
    ("brief", "language", "kind"),
    [("Ana plays the flute.", "en", "flute"), ("Ana toca el tambor.", "es", "drum"),
     ("Ana toca sanfona.", "pt", "accordion"), ("Ana joue du violon.", "fr", "violin")],
)  # fmt: skip
def test_instruments_are_played_and_not_only_held(brief: str, language: str, kind: str) -> None:
    found = acting(brief, language)
    assert (found.task, found.on) == ("play_music", kind)


def test_animals_eat_from_no_bowl_and_drink_from_no_cup() -> None:
    asked = ToDirect(brief="Rex eats and drinks.", language="en", cast=(Role(name="Rex", look="brown dog"),))
    assert direct(asked).shots[0].acting[0].holds == ""


@pytest.mark.parametrize(
    ("brief", "language", "task"),
    [
        ("Ana espera con los brazos en jarras.", "es", "hands_on_hips"),
        ("Ana se tient le ventre à deux mains.", "fr", "hold_belly"),
        ("Ana boceja.", "pt", "yawn"),
        ("Ana warms her hands at the fire.", "en", "warm_hands"),
        ("Ana es tapa les orelles.", "ca", "cover_ears"),
        ("Ana assa um peixe na brasa.", "pt", "roast"),
        ("Ana combs her hair.", "en", "comb_hair"),
    ],
)
def test_gestures_are_read_and_need_no_thing(brief: str, language: str, task: str) -> None:
    assert acting(brief, language).task == task


def test_who_holds_a_lamp_and_yawns_has_it_still() -> None:
    found = acting("Ana segura o lampião e boceja.", "pt")
    assert (found.task, found.holds) == ("yawn", "lamp")


def test_each_of_several_has_one_of_the_cups() -> None:
    asked = ToDirect(
        brief="Ana and Bob stand in the balcony door with cups of tea.", language="en",
        cast=(Role(name="Ana", look="woman"), Role(name="Bob", look="boy")),
    )  # fmt: skip
    found = direct(asked)
    assert {act.holds for act in found.shots[0].acting} == {"cup"}
    assert "cup" not in [m.concept.id for m in found.scenery.things]


def test_a_title_written_short_ends_no_sentence() -> None:
    cast = (Role(name="Ana", look="woman"), Role(name="Mr. D'Bo", look="old man"))
    found = direct(ToDirect(brief="Ana gives Mr. D'Bo a plate.", language="en", cast=cast)).shots[0].acting
    assert {act.name: act.holds for act in found}["Ana"] == "plate"


def test_who_chops_wood_with_an_axe_does_so() -> None:
    assert acting("Ana chops wood with an axe.", "en").doing is Doing.WORK


def test_nets_are_pulled_in_and_long_tools_used_as_ever() -> None:
    assert acting("Ana casts her net.", "en").on == "net"
    assert acting("Ana is fishing.", "en").holds == "fishing_rod"
    assert acting("Ana ratisse les feuilles.", "fr").holds == "rake"
    assert acting("Ana repara su red.", "es").holds == "needle"
    assert acting("Ana washes the dishes.", "en").doing is Doing.WORK
    assert acting("Ana dries a plate.", "en").on == "plate"


def test_what_is_in_the_hands_stands_nowhere_else_and_what_is_painted_stays() -> None:
    assert things("Ana peels one potato.", "en") == set()
    assert things("Ana stirs the milk in a pot.", "en") == set()
    assert things("Ana sits stirring a fire in a bowl.", "en") == set()
    assert things("Ana paints a boat.", "en") == {"boat"}


def test_every_handiwork_has_a_concept_a_way_and_things_that_are_drawn() -> None:
    concepts = load_concepts()
    for task, rule in HANDIWORK.items():
        assert concepts[task].kind == "doing"
        assert is_handled(Act(task=task)) or rule.tool in LONG_TOOLS or task == "fishing" or task in BODIES
        for kind in (rule.tool, rule.on, *rule.tools):
            known = not kind or kind in concepts or kind in IMPLEMENTS
            assert known, f"{task} wants {kind}"
    assert set(concepts) >= HANDY


def test_a_trap_is_mended_and_not_the_door_before_which_one_sits() -> None:
    asked = ToDirect(
        brief="Nana mends a lobster trap on her doorstep.", language="en",
        cast=(Role(name="Nana", look="old woman"),),
    )  # fmt: skip
    act = direct(asked).shots[0].acting[0]
    assert act.on == "fish_trap"
