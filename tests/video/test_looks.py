"""Looks of characters, read in many languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from video.concepts.looks import languages_of_looks, read_look
from video.concepts.scenery import animal_of
from video.concepts.world import world_of
from video.engine import Figure
from video.engines.papercut.people.animal_looks import coat_of, livery_of, unworn_of
from video.engines.papercut.people.customs import dressing_for
from video.engines.papercut.people.outfits import OLD_ENOUGH, get_outfit
from video.engines.papercut.people.person import Age, Build, Hair, Hat
from video.engines.papercut.people.wardrobe import SKINS, dress_cast
from video.engines.papercut.people.wishes import Wish, is_drawn, read_wish, unread_of
from video.engines.papercut.things.livery import Livery

RED, BLUE, WHITE = 0xC0392B, 0x3A6EA5, 0xF4EFE4


def wish(language: str, look: str) -> Wish:
    return read_wish(Figure(name="X", look=look, language=language))


@pytest.mark.parametrize(
    ("language", "look", "age", "kind", "hat"),
    [
        ("id", "dewa tua berjubah putih, janggut panjang, ikat kepala merah", Age.OLD, "habit", Hat.HEADBAND),
        ("sw", "bibi mzee, kanga nyekundu, kilemba cheupe", Age.OLD, "sarong", Hat.TURBAN),
        ("ru", "старая бабушка в красном платке, седые волосы, синий сарафан", Age.OLD, "dress", Hat.SCARF),
        ("zh", "白胡子老人，蓝色长袍，戴草帽", Age.OLD, "hanfu", Hat.STRAW),
        ("ja", "赤い着物を着た女の子、三つ編み", Age.CHILD, "kimono", Hat.NONE),
        ("ko", "하얀 수염을 기른 할아버지, 파란 한복", Age.OLD, "hanbok", Hat.NONE),
        ("hi", "बूढ़ी औरत, लाल साड़ी, सफेद बाल, चश्मा", Age.OLD, "sari", Hat.NONE),
        ("ar", "رجل عجوز، لحية بيضاء، عمامة خضراء", Age.OLD, "", Hat.TURBAN),
        ("vi", "bà cụ tóc bạc, áo dài đỏ, nón lá", Age.OLD, "aodai", Hat.CONICAL),
        ("tr", "yaşlı kadın, beyaz saçlı, mavi elbise, kırmızı başörtüsü", Age.OLD, "dress", Hat.SCARF),
        ("qu", "paya warmi, puka pullira, yana ch'ullu", Age.OLD, "pollera", Hat.CHULLO),
        ("de", "alter Mann mit weißem Bart, grüner Hut, braune Jacke", Age.OLD, "coat", Hat.STRAW),
        ("yo", "obìnrin arúgbó, gèlè pupa, ìró búlúù", Age.OLD, "sarong", Hat.GELE),
        ("am", "አሮጊት ሴት፣ ነጭ ቀሚስ፣ ቀይ ሻሽ", Age.OLD, "dress", Hat.KERCHIEF),
        ("tl", "batang babae, pulang bestida, mahabang buhok", Age.CHILD, "dress", Hat.NONE),
        ("th", "หญิงชรา ผมขาว ผ้าถุงสีแดง", Age.OLD, "sarong", Hat.NONE),
    ],
)
def test_looks_are_read_in_their_own_language(language: str, look: str, age: Age, kind: str, hat: Hat) -> None:
    read = wish(language, look)
    assert (read.age, read.kind, read.hat) == (age, kind, hat)
    assert unread_of(Figure(name="X", look=look, language=language)) == ()


def test_words_by_hand_come_before_those_of_cldr() -> None:
    assert wish("eu", "amona zaharra, zapi beltza").hat is Hat.KERCHIEF


def test_a_look_in_english_is_read_in_a_story_of_any_language() -> None:
    for language in ("sw", "tl", "zh", "pt"):
        assert wish(language, "old woman, red shawl").colours == {"shawl": RED}


def test_words_that_are_others_in_the_own_language_are_not_taken_for_them() -> None:
    assert wish("en", "woman, bone necklace").hat is Hat.NONE  # Portuguese boné is a cap
    assert wish("pt", "menino, boné vermelho").hat is Hat.CAP
    assert wish("tl", "batang lalaki").kind == ""  # Spanish bata is a gown
    assert wish("fr", "garçon, short kaki, tee-shirt rouge").kind == "tshirt+shorts"


def test_every_tag_by_hand_is_one_that_a_wardrobe_knows() -> None:
    for language in languages_of_looks():
        for word in (w for look in _all_words(language) for phrase in read_look(look, language) for w in phrase):
            assert all(is_drawn(tag) or tag in ("wear:bracelet", "wear:gloves") for tag in word.tags), (language, word)


def _all_words(language: str) -> list[str]:
    from video.concepts.abroad import read_sections

    rows = (row.split("\t") for row in read_sections("look_abroad.tsv", language))
    return [
        w.strip("~") for value, words in rows if value not in ("and", "not", "ends", "starts") for w in words.split("|")
    ]


def test_a_colour_goes_to_the_piece_beside_it() -> None:
    read = wish("en", "giant old woman, dark blue cloak full of stars, long silver hair")
    assert (read.colours["cloak"], read.hair_style, read.tall > 1.2) == (0x24406B, Hair.LONG, True)
    assert wish("fr", "femme, pagne bleu et jaune").colours == {"skirt": BLUE, "trim": 0xE8B83A}
    assert wish("fr", "robe de lin gris").colours["dress"] == 0x9A9AA2
    assert wish("es", "mujer, pañuelo rojo en el pelo").hat is Hat.KERCHIEF
    assert "neckscarf" in wish("es", "mujer, pañuelo rojo al cuello").worn


def test_upper_and_lower_pieces_are_worn_together() -> None:
    boy = wish("es", "niño de diez años, casco verde, camiseta de rayas, pantalón corto")
    assert (boy.kind, boy.pattern, boy.hat) == ("tshirt+shorts", "stripes", Hat.HELMET)
    man = wish("en", "tall thin man, about 70, bald, white vest, checked lungi, moustache like a broom")
    assert (man.age, man.kind, man.pattern) == (Age.OLD, "singlet+sarong", "checks")
    assert get_outfit("jumper+skirt").skirt_role == "dress"


def test_ages_are_told_in_numbers() -> None:
    ages = {"boy, 7": Age.CHILD, "man, about 70": Age.OLD, "menina de 8 anos": Age.CHILD, "girl, 15": Age.TEEN}
    for look, age in ages.items():
        assert wish("en", look).age is age, look


def test_a_man_with_a_moustache_has_no_beard_besides() -> None:
    people = dress_cast(tuple(Figure(name=f"P{i}", look="old man, white moustache") for i in range(9)))
    assert all(p.moustache and not p.beard and not p.stick for p in people.values())


def test_a_bun_is_no_monkey_and_a_girl_named_paloma_no_dove() -> None:
    assert animal_of("Abuela Pura", "anciana menuda, moño gris, falda negra", "es") is None
    assert animal_of("Paloma", "niña de siete años, vestido rojo", "es") is None
    assert animal_of("Paloma", "paloma blanca", "es") == "dove"
    assert animal_of("King Lion", "king of the plain, golden mane", "en") == "lion"
    assert animal_of("Kancil", "kancil kecil", "id") == "mouse_deer"


def test_people_of_a_myth_wear_nothing_of_today() -> None:
    cast = tuple(
        Figure(name=n, look=look, world="old") for n in ("Ana", "Bo", "Cy") for look in ("woman", "man", "boy")
    )
    cast = tuple(Figure(name=f"{f.name}{i}", look=f.look, world="old") for i, f in enumerate(cast))
    for style in ("", "city", "andes", "europe"):
        worn = {person.wears for person in dress_cast(cast, dressing_for(cast, style)).values()}
        assert worn <= OLD_ENOUGH


def test_when_a_story_plays() -> None:
    assert world_of(["Long ago, when the world was young, Otter swam."]) == "old"
    assert world_of(["Pada mulanya, belum ada bumi."]) == "old"
    assert world_of(["很久很久以前，有一座山。"]) == "old"
    assert world_of(["Long ago the lift in the house had no phone."]) == "modern"
    assert world_of(["The boats come home."]) == ""


def test_people_of_one_story_have_skins_close_to_one_another() -> None:
    cast = tuple(Figure(name=n, look="woman") for n in ("Ana", "Bo", "Cy", "Di", "Ed"))
    at = [SKINS.index(p.skin) for p in dress_cast(cast, dressing_for(cast, "")).values()]
    assert max(at) - min(at) <= 2
    fair = (Figure(name="Ana", look="girl, red hair"), *cast[1:])
    assert SKINS.index(dress_cast(fair, dressing_for(fair, ""))["Ana"].skin) <= 2
    swahili = tuple(Figure(name=f.name, language="sw") for f in cast)
    assert all(SKINS.index(p.skin) >= 4 for p in dress_cast(swahili, dressing_for(swahili, "")).values())


def test_unread_words_of_a_look_are_told() -> None:
    assert unread_of(Figure(name="X", look="old lady, red bindi, flumphy skirt", language="en")) == ("flumphy",)


def livery(language: str, look: str, kind: str) -> Livery:
    return livery_of(Figure(name="X", look=look, language=language), kind) or Livery()


def test_animals_have_their_parts_in_the_colours_of_their_looks() -> None:
    assert livery("en", "red fox with a white tail tip", "fox").tip == WHITE
    assert livery("es", "zorro gris, cola larga con la punta negra", "fox").tip == 0x2C2A35
    assert livery("pt", "vaca malhada de marrom, estrela branca na testa", "cow").brow == WHITE
    assert livery("fr", "vieille vache blanche et noire", "cow").mark == 0x2C2A35
    assert livery("fr", "vieille vache blanche et noire", "cow").aged
    assert livery("en", "old lion with grey mane", "lion").mane == 0x9A9AA2
    assert livery("en", "brown otter, one burnt black patch on chest", "otter").chest == 0x2C2A35
    rooster = Figure(name="X", look="grand coq roux, crête rouge, queue verte et bleue", language="fr")
    assert coat_of(rooster) == 0xB5502B
    assert livery("fr", rooster.look, "rooster").tail == 0x4E9A63
    assert livery("en", "a grey wolf", "wolf") == Livery()


def test_animals_wear_what_their_looks_say() -> None:
    assert livery("en", "a hare with a yellow scarf", "hare").worn == (("neckscarf", 0xE8B83A),)
    assert livery("id", "semut merah dengan mahkota kuning", "ant").worn == (("crown", 0xE8B83A),)
    assert livery("fr", "vache, cloche de cuivre au cou", "cow").piece("bell") is not None
    assert livery("pt", "cachorro preto, lenço vermelho no pescoço", "dog").worn == (("bandana", RED),)
    assert coat_of(Figure(name="X", look="horse with a green blanket", language="en")) is None


def test_what_an_animal_cannot_wear_is_told() -> None:
    monkey = Figure(name="X", look="monkey with a red waistcoat, blue cap", language="en")
    assert unworn_of(monkey, "monkey") == ("waistcoat",)
    assert unworn_of(monkey, "fox") == ()


@pytest.mark.parametrize(
    "kind", ["hare", "fox", "lion", "duck", "tortoise", "owl", "frog", "fish", "penguin", "elephant"]
)
def test_clothes_of_animals_are_seen(kind: str) -> None:
    import numpy as np

    from video.chance import Chance
    from video.engines.papercut.palette import LIGHTS
    from video.engines.papercut.paper import Board
    from video.engines.papercut.things.creatures import draw_animal
    from video.shot import Frame

    def drawn(livery: Livery | None) -> np.ndarray:
        board = Board(Frame(width_px=320, height_px=180), LIGHTS["day"], Chance(0, "x"))
        draw_animal(board, kind, 500, 460, 340, coat=None, flip=False, livery=livery)
        return board.pixels()

    for piece in ("neckscarf", "straw", "glasses"):
        worn = Livery(worn=((piece, 0x20E020),))
        assert np.abs(drawn(worn).astype(int) - drawn(None)).max() > 60, piece


def test_children_wear_no_earrings_that_nobody_asked_for() -> None:
    girls = dress_cast(tuple(Figure(name=f"G{i}", look="girl") for i in range(12)))
    assert not any(girl.earrings for girl in girls.values())
    assert dress_cast((Figure(name="G", look="girl, earrings"),))["G"].earrings


def test_two_who_talk_in_one_shot_both_move_their_mouths(tmp_path: Path) -> None:
    from video.engine import PaintJob
    from video.engines.papercut import Engine
    from video.shot import Frame, Painted
    from video.shotlist import Near, ShotPlan

    plan = ShotPlan(talks=True, focus="Ana", also="Bo", seen=("Ana", "Bo"), near=Near.MEDIUM, seconds=2.0)
    job = PaintJob(
        scene="1", heading="", brief="A village", text=(), language="en", present=plan.seen,
        cast=tuple(Figure(name=name) for name in plan.seen), picture="", frame=Frame(width_px=320, height_px=180),
        seed=1, folder=str(tmp_path), shot=plan,
    )  # fmt: skip
    painted = Engine().paint((job,))[0]
    assert isinstance(painted, Painted)
    assert sorted(layer.other for layer in painted.layers if layer.talking) == [False, True]


def test_uniforms_and_gowns_suit_who_wears_them() -> None:
    def worn(look: str, language: str = "en") -> str:
        return dress_cast((Figure(name="X", look=look, language=language),))["X"].wears

    assert worn("schoolboy, uniform, tie") == "schoolboy"
    assert worn("schoolgirl, uniform") == "uniform"
    assert worn("policeman, man, blue uniform") == "guard"
    assert worn("diosa, túnica plateada", "es") == "gown"
    assert worn("woman, loincloth") == "wrap"


def test_a_waistcoat_and_its_shirt_have_colours_of_their_own() -> None:
    person = dress_cast((Figure(name="X", look="joven moreno, camisa blanca, chaleco negro", language="es"),))["X"]
    assert (person.feminine, person.wears, person.top, person.dress) == (False, "vest", WHITE, 0x2C2A35)


def test_a_lone_adjective_tells_the_gender_where_it_has_one() -> None:
    assert wish("es", "joven moreno").feminine is False
    assert wish("pt", "gordinha, vestido azul").feminine is True
    assert wish("en", "tall, red hair").feminine is None


def test_only_who_is_described_tells_age_and_build() -> None:
    mother = wish("en", "young mother, orange wrapper, baby on her back")
    assert (mother.age, mother.feminine) == (Age.ADULT, True)
    boy = wish("en", "skinny boy, 7, big round glasses, old straw hat")
    assert (boy.age, boy.build) == (Age.CHILD, Build.THIN)
    assert wish("es", "mujer alta, chaqueta vieja").age is Age.ADULT
    assert wish("en", "old woman in a blue dress").age is Age.OLD
    assert (wish("pt", "avô de boné").feminine, wish("pt", "avó de xale").feminine) == (False, True)
    assert wish("fr", "femme, jupe grise").colours == {"skirt": 0x9A9AA2}


def test_clothes_that_are_dealt_are_seen_against_the_skin() -> None:
    cast = tuple(Figure(name=f"P{i}", look=look, world="old") for i, look in enumerate(("man", "woman", "boy") * 8))
    for style in ("", "andes"):
        for person in dress_cast(cast, dressing_for(cast, style)).values():
            apart = sum((((person.dress >> s) & 255) - ((person.skin >> s) & 255)) ** 2 for s in (16, 8, 0)) ** 0.5
            assert apart > 40, person


@pytest.mark.parametrize(
    ("language", "kind", "look", "coat", "parts"),
    [
        ("en", "rooster", "rooster with golden feathers and a red comb", 0xD9A62E, {"crest": RED}),
        ("fr", "hen", "poule rousse aux plumes dorées", 0xB5502B, {"wings": 0xD9A62E}),
        ("pt", "hen", "galinha de penas douradas", 0xD9A62E, {}),
        ("es", "dog", "perra de pelo rojo con una mancha blanca en el ojo", RED, {"eye": WHITE}),
        ("pt", "cat", "gato rajado de pelo laranja e barriga branca", 0xDD7A32, {"belly": WHITE, "pattern": "stripes"}),
        ("es", "parrot", "lora verde de pico amarillo y alas rojas", 0x4E9A63, {"beak": 0xE8B83A, "wings": RED}),
        ("es", "horse", "caballo negro, crin larga y plateada", 0x2C2A35, {"mane": 0x9A9AA2}),
        ("fr", "dog", "chienne blanche à taches noires", WHITE, {"mark": 0x2C2A35, "pattern": "patches"}),
        ("en", "cat", "black and white cat", 0x2C2A35, {"mark": WHITE, "pattern": "patches"}),
        ("en", "cat", "striped orange cat without a tail", 0xDD7A32, {"pattern": "stripes", "tailless": True}),
        ("pt", "dog", "cachorro branco sem rabo", WHITE, {"tailless": True}),
        ("en", "fox", "fox with a red and white scarf", None, {"printed": (("neckscarf", "stripes"),)}),
        ("en", "dog", "dog with a red collar", None, {"worn": (("collar", RED),)}),
        ("ca", "dog", "gos negre amb un mocador vermell", 0x2C2A35, {"worn": (("bandana", RED),)}),
        ("en", "bear", "enormous brown bear", 0x7B5138, {"grown": 1.22}),
        ("en", "mouse", "tiny mouse", None, {"grown": 1.0}),
        ("en", "dragon", "small red dragon with golden wings", RED, {"wings": 0xD9A62E, "grown": 0.7}),
        ("en", "cat", "blue-eyed white cat", WHITE, {}),
        ("es", "cheetah", "guepardo delgado, manchas negras", None, {"mark": 0x2C2A35, "pattern": ""}),
        ("en", "sheep", "black sheep with a white face", 0x2C2A35, {"mark": WHITE}),
        ("en", "horse", "brown horse with a white face", 0x7B5138, {"brow": WHITE, "pattern": ""}),
        ("fr", "cat", "vieux chat noir à la queue coupée", 0x2C2A35, {"tailless": True}),
        ("es", "dog", "dálmata joven, collar azul", None, {"worn": (("collar", BLUE),)}),
    ],
)
def test_an_animal_has_the_coat_the_parts_and_the_pattern_of_its_look(
    language: str, kind: str, look: str, coat: int | None, parts: dict[str, object]
) -> None:
    assert coat_of(Figure(name="X", look=look, language=language)) == coat
    found = livery(language, look, kind)
    assert {part: getattr(found, part) for part in parts} == parts


@pytest.mark.parametrize(
    ("language", "kind", "look", "lost"),
    [
        ("en", "wolf", "old grey wolf with one ear missing", ("one ear missing",)),
        ("es", "rabbit", "conejo blanco de ojos rojos", ("ojos rojos",)),
        ("es", "wolf", "lobo gris con una cicatriz en el hocico", ("cicatriz",)),
        ("fr", "elephant", "éléphant sans défenses", ("sans défenses",)),
        ("es", "frog", "rana verde con lunares amarillos", ("lunares amarillos",)),
        ("en", "dog", "three-legged dog with black fur", ("three legged",)),
        ("pt", "tortoise", "jabuti velho, casco rachado", ("casco rachado",)),
        ("en", "fox", "sly old fox with a bushy tail", ()),
        ("en", "hare", "brown hare with very long ears and big eyes", ()),
    ],
)
def test_what_of_an_animals_look_is_not_drawn_is_told(
    language: str, kind: str, look: str, lost: tuple[str, ...]
) -> None:
    assert unworn_of(Figure(name="X", look=look, language=language), kind) == lost


@pytest.mark.parametrize(
    ("language", "look", "hair"),
    [
        ("pt", "menina de cabelo azul e óculos vermelhos", 0x4F7FB5),
        ("fr", "fillette aux cheveux roses", 0xE08FA6),
        ("en", "green-haired girl", 0x5FA06A),
        ("es", "mujer de pelo morado", 0x7D4F96),
        ("en", "woman with dark curly hair", 0x2B2023),
        ("pt", "menino de cabelo vermelho", RED),
    ],
)
def test_hair_has_any_colour_that_is_said(language: str, look: str, hair: int) -> None:
    assert read_wish(Figure(name="X", look=look, language=language)).colours["hair"] == hair


@pytest.mark.parametrize(
    ("language", "look", "not_worn"),
    [
        ("en", "young woman with short pink hair", "shorts"),
        ("en", "short man, blue shirt", "shorts"),
        ("fr", "garçon aux oreilles pointues", "pointed"),
        ("en", "old woman, tartan blanket", "kilt"),
    ],
)
def test_words_of_a_body_are_no_clothes(language: str, look: str, not_worn: str) -> None:
    wish = read_wish(Figure(name="X", look=look, language=language))
    assert wish.hat.value != not_worn
    assert wish.kind != not_worn


def test_what_makes_a_body_unlike_others_is_drawn() -> None:
    rook = Figure(name="Rook", look="old pirate with a wooden leg, a scar and an eye patch", language="en")
    assert {"pegleg", "scar", "eyepatch"} <= read_wish(rook).worn
    assert read_wish(rook).hat is Hat.KERCHIEF
    assert read_wish(rook).age is Age.OLD
    assert unread_of(rook) == ()
    nell = Figure(name="Nell", look="niña con muletas, ojos verdes y espalda encorvada", language="es")
    person = dress_cast((nell,))["Nell"]
    assert person.stick
    assert person.extra("crutch") is not None
    assert person.extra("stoop") is not None
    assert person.features.iris == 0x4E9A63
    coat = Figure(name="Sue", look="woman in a patched coat", language="en")
    assert unread_of(coat) == ("patched",)
    old = Figure(name="Armand", look="vieil homme, petit et voûté", language="fr")
    assert read_wish(old).age is Age.OLD
    short = read_wish(Figure(name="X", look="tall woman with short hair", language="en"))
    assert short.tall > 1


def test_who_is_known_by_a_hat_wings_or_size_has_them() -> None:
    goblin = wish("en", "a goblin with green skin, yellow waistcoat")
    assert goblin.hat is Hat.POINTED
    assert goblin.tall < 0.7
    assert goblin.skin == 0x4E9A63
    assert wish("es", "duende de gorro rojo").hat is Hat.WOOLLY
    assert wish("pt", "bruxa velha, vestido preto").hat is Hat.POINTED
    assert wish("fr", "fée minuscule aux ailes bleues").colours["wings"] == BLUE
    assert wish("fr", "fée minuscule aux ailes bleues").tall < 0.7
    assert wish("en", "an ogre, brown beard").tall > 1.5
    assert "braces" in wish("fr", "garçon, bretelles, pieds nus").worn


def test_a_name_of_several_words_is_told_as_one() -> None:
    assert unread_of(Figure(name="X", look="niña en silla de ruedas, camiseta verde", language="es")) == (
        "silla de ruedas",
    )
    assert unread_of(Figure(name="X", look="a green woman, red shoes", language="en")) == ("green",)
    assert unread_of(Figure(name="X", look="woman in green, red shoes", language="en")) == ()
