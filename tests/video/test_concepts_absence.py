"""What is named and yet not there, and what words say together that none of them says alone."""

from __future__ import annotations

import pytest

from video.concepts.absence import get_absence
from video.concepts.mentions import mentions, read_text
from video.concepts.scenery import understand_scene
from video.concepts.shapes import like_a_verb


def there(text: str, language: str) -> list[str]:
    return [m.concept.id for m in mentions(text, language) if not m.absent and not m.concept.idle]


@pytest.mark.parametrize(
    ("language", "text", "concepts"),
    [
        ("en", "There was no sun, and not a single tree on the hill.", ["hill"]),
        ("en", "A road without trees or houses.", ["road"]),
        ("es", "No había barcos en el puerto ni gaviotas.", ["harbour"]),
        ("pt", "Nem árvore nem casa: só areia e pedras.", ["beach", "stone"]),
        ("fr", "Il n'y avait pas d'arbres, ni maison, dans le désert.", ["desert"]),
        ("ca", "No hi havia arbres al desert.", ["desert"]),
        ("it", "Non c'era la luna.", []),
        ("de", "Kein Baum und kein Haus.", []),
        ("nl", "Geen boom, geen huis.", []),
        ("sv", "Inget träd, ingen sol.", []),
        ("ru", "Не было луны.", []),
        ("pl", "Nie ma domu.", []),
        ("fi", "Ilman kuuta.", []),
        ("tr", "Ağaç yok.", []),
        ("id", "Tidak ada bulan dan tidak ada bintang.", []),
        ("sw", "Hakukuwa na jua, wala mwezi, wala nyota.", []),
        ("ha", "Babu wata.", []),
        ("yo", "Kò sí igi.", []),
        ("vi", "Không có cây.", []),
        ("zh", "没有树。", []),
        ("ja", "木がない。", []),
        ("hi", "पेड़ नहीं था।", []),
        ("ar", "لا يوجد قمر", []),
        ("eu", "Ez dago zuhaitzik.", []),
    ],
)
def test_what_is_not_there_is_not_drawn(language: str, text: str, concepts: list[str]) -> None:
    assert there(text, language) == concepts


def test_each_phrase_of_absence_takes_only_what_it_stands_with() -> None:
    assert there("Hapakuwa na maji mtoni.", "sw") == ["river"]
    assert there("No one saw the river.", "en") == ["river"]


def test_what_is_compared_lost_sought_or_only_thought_of_is_not_there() -> None:
    assert there("Waves as high as houses.", "en") == ["sea"]
    assert there("As árvores perderam as folhas.", "pt") == ["tree"]
    assert there("Si llueve, ponle una tela.", "es") == ["cloth"]
    assert there("Os animais andavam à procura de água.", "pt") == ["wild_animal", "walk", "search"]


def test_figures_of_speech_ask_for_nothing() -> None:
    assert there("sentados em roda, à luz da lua", "pt") == ["sit", "moon"]
    assert there("Una luz en la noche.", "es") == ["night"]
    assert read_text("sentados em roda", "pt").unknown == ()


def test_a_river_without_water_is_dry_and_laundry_is_not() -> None:
    def weather(text: str, language: str) -> tuple[str, ...]:
        return understand_scene(text, "", language, ()).weather

    assert weather("O rio secou.", "pt") == ("drought",)
    assert weather("El río estaba seco.", "es") == ("drought",)
    assert weather("The lake had dried up.", "en") == ("drought",)
    assert weather("A dry well in the savanna.", "en") == ("drought",)
    assert weather("Hapakuwa na maji mtoni.", "sw") == ("drought",)
    assert weather("Se seca la ropa junto a la casa.", "es") == ()
    assert weather("It did not rain.", "en") == ()


@pytest.mark.parametrize(
    ("language", "verb", "noun"),
    [
        ("sw", "anaruka", "ndege"), ("id", "memancing", "menara"), ("tr", "yuruyordu", "kedi"),
        ("es", "caminaban", "gallina"), ("qu", "tusuchkanku", "chaka"),
    ],
)  # fmt: skip
def test_verbs_are_told_from_nouns_by_their_shape_only_where_that_is_sure(language: str, verb: str, noun: str) -> None:
    assert like_a_verb(verb, language)
    assert not like_a_verb(noun, language)


def test_a_language_without_rules_has_none() -> None:
    assert get_absence("xx").before == ()


def test_what_is_worn_lies_nowhere_and_hearts_beat_unseen() -> None:
    assert there("Elle porte une robe rouge et un panier.", "fr") == ["carry", "basket"]
    assert there("She wears a red hat and carries a hat.", "en") == ["carry", "hat"]
    assert there("Se dio cuenta; tenía el corazón roto y los ojos como estrellas.", "es") == []
    assert there("En la copa del árbol había un nido.", "es") == ["tree", "nest"]


def test_a_character_may_be_absent_too() -> None:
    names = ("Mama Ngozi", "Juan")
    found = mentions("Neither Ngozi nor Juan is at home.", "en", names)
    assert [(m.concept.id, m.absent) for m in found if m.concept.kind == "cast"] == [
        ("Mama Ngozi", True),
        ("Juan", True),
    ]
    assert not mentions("If Juan comes, he sings.", "en", names)[0].absent


@pytest.mark.parametrize(
    ("language", "text", "concepts"),
    [
        ("de", "Sie sitzt und weint.", ["sit", "cry"]),
        ("it", "Nina suona il flauto.", ["play_music", "flute"]),
        ("ru", "Она сидит.", ["sit"]),
        ("ha", "Yana gudu.", ["run"]),
        ("id", "Dia duduk dan bernyanyi.", ["sit", "sing"]),
        ("sw", "Anasoma kitabu.", ["read", "book"]),
    ],
)
def test_commonest_doings_are_known_in_some_more_languages(language: str, text: str, concepts: list[str]) -> None:
    assert there(text, language) == concepts


@pytest.mark.parametrize(
    ("text", "language", "not_there"),
    [
        ("The wave was as big as a house.", "en", "house"),
        ("She wanted a horse.", "en", "horse"),
        ("They talked about the elephant.", "en", "elephant"),
        ("He did not like dogs.", "en", "dog"),
        ("The man next door.", "en", "door"),
        ("Aquele remo foi dele quando era menino.", "pt", "boy"),
        ("Canoas nas portas como se fossem cavalos.", "pt", "horse"),
        ("A canoa ficou rodando feito cachorro atrás do rabo.", "pt", "dog"),
        ("O vestido e o cabelo dela voam com o vento.", "pt", "clothes"),
        ("Soñaba con un caballo.", "es", "horse"),
        ("Nunca había visto un camello.", "es", "camel"),
        ("Une maison qui ressemble à un bateau.", "fr", "boat"),
        ("Semblava un lleó.", "ca", "lion"),
    ],
)
def test_what_is_compared_wished_or_remembered_is_not_drawn(text: str, language: str, not_there: str) -> None:
    assert not_there not in understand_scene("", text, language, ()).ids()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In the morning the rain stopped.", "en"),
        ("Morning sun after the rain.", "en"),
        ("Dejó de llover y salió el sol.", "es"),
        ("La tormenta pasó.", "es"),
        ("La pluie s'arrêta et le chat sortit.", "fr"),
        ("A chuva parou.", "pt"),
        ("Va parar de ploure.", "ca"),
    ],
)
def test_a_weather_that_is_over_is_not_drawn(text: str, language: str) -> None:
    assert understand_scene("", text, language, ()).weather == ()


@pytest.mark.parametrize(
    ("text", "language", "stray"),
    [
        ("Nana remembered the day when the river had carried a boat.", "en", "boat"),
        ("Recordaba el verano en que su tío tenía un barco.", "es", "boat"),
        ("Elle se souvenait de la maison et du grand bateau.", "fr", "boat"),
        ("Ele lembrava o verão em que havia um barco.", "pt", "boat"),
        ("Nana told them stories about a fox, a lion and a ship.", "en", "ship"),
        ("Nana asked where the ship had gone.", "en", "ship"),
        ("Nana pictured the fox, and a boat on a river.", "en", "boat"),
        ("The stars were like salt on a black cloth.", "en", "cloth"),
        ("If she stayed silent, the ship would sink in the fog.", "en", "ship"),
    ],
)
def test_what_is_remembered_or_would_be_is_not_there(text: str, language: str, stray: str) -> None:
    assert stray not in understand_scene("", text, language, ("Nana",)).ids()


@pytest.mark.parametrize(
    ("text", "there"),
    [("In the king's palace cooks sing.", False), ("She beats her brother's drum.", False), ("The king sings.", True)],
)
def test_who_only_owns_something_is_not_there(text: str, there: bool) -> None:
    assert bool({"king", "boy"} & set(understand_scene("", text, "en", ()).ids())) is there


def test_what_ends_a_memory_is_there() -> None:
    assert "boat" in understand_scene("", "Nana remembered the song, and then she saw a boat.", "en", ("Nana",)).ids()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "He ran quick as lightning."),
        ("en", "He moved with the speed of lightning."),
        ("en", "Her thoughts were in a fog."),
        ("en", "He tossed like a ship in a storm."),
        ("en", "She shook like a leaf in the wind."),
        ("es", "Habló con voz de trueno."),
        ("es", "La harina parecía nieve."),
        ("es", "Temblaba como una hoja al viento."),
        ("fr", "Il avait une voix de tonnerre."),
        ("fr", "Un tonnerre d'applaudissements éclata."),
        ("fr", "En un éclair, il disparut."),
        ("fr", "Les pétales tombaient comme de la neige."),
        ("pt", "A voz dele era um trovão."),
        ("pt", "Falou com voz de trovão."),
        ("pt", "O cabelo era branco como a neve."),
        ("ca", "Tenia veu de tro."),
    ],
)
def test_weather_in_a_comparison_or_a_saying_is_not_there(language: str, told: str) -> None:
    assert understand_scene("", told, language, ()).weather == ()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Thunder rolled and her voice was lost."),
        ("en", "There were no boats in the storm."),
        ("fr", "Le tonnerre grondait."),
        ("pt", "Um trovão caiu perto da casa."),
    ],
)
def test_a_storm_that_is_told_is_there(language: str, told: str) -> None:
    assert "storm" in understand_scene("", told, language, ()).weather
