"""Words of languages without a table of their own: CLDR's, some by hand, and likely endings."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

import video.concepts
from video.concepts.abroad import BY_HAND, CLDR, list_languages, load_colours, load_words_of
from video.concepts.endings import get_endings
from video.concepts.lookup import get_vocabulary
from video.concepts.mentions import mentions, read_text
from video.concepts.table import load_concepts
from video.concepts.words import fold

FOLDER = Path(video.concepts.__file__).parent


def test_a_hundred_languages_have_a_hundred_concepts_each() -> None:
    text = (FOLDER / CLDR).read_text(encoding="utf-8")
    sections = re.split(r"\n= ", text)[1:]
    counts = {s.partition("\n")[0]: len(re.findall(r"^(?!colour:)\S+\t", s, re.MULTILINE)) for s in sections}
    assert len({tag.split("-")[0] for tag in counts}) >= 98
    assert min(counts.values()) >= 100
    assert {
        "qu",
        "yo",
        "ig",
        "ha",
        "zu",
        "am",
        "ti",
        "om",
        "rw",
        "wo",
        "mi",
        "to",
        "sc",
        "br",
        "chr",
        "fo",
        "eu",
    } <= set(counts)


def test_every_row_is_of_a_concept() -> None:
    concepts = load_concepts()
    for file in (CLDR, BY_HAND):
        for row in (FOLDER / file).read_text(encoding="utf-8").splitlines():
            if row and row[0] not in "#=":
                assert row.split("\t")[0] in concepts or row.startswith("colour:"), row


@pytest.mark.parametrize(
    ("language", "text", "concepts"),
    [
        ("qu", "Chakapi atuq. Tutapi killa, mayupi challwa.", "bridge fox night moon river fish"),
        ("eu", "Zubian txakur bat, etxean katua.", "bridge dog house cat"),
        ("tr", "Köprünün altında bir tilki; denizde tekne.", "bridge fox sea boat"),
        ("sw", "Darajani kuna simba na tembo, kando ya mto.", "bridge lion elephant river"),
        ("zh", "桥上有一只狐狸，月亮和星星。", "bridge fox moon star"),
        ("ja", "橋の上に狐、夜、月。", "bridge fox night moon"),
        ("hi", "पुल पर लोमड़ी, नदी के पास घोड़े, रात।", "bridge fox river horse night"),
        ("am", "በድልድዩ ላይ አንበሳ፣ ዝሆኖች በወንዝ።", "bridge lion elephant river"),
        ("yo", "Afárá, ajá àti ológbò nínú ilé.", "bridge dog cat house"),
        ("ig", "Ọdụm n'elu àkwà mmiri, ọnwa.", "lion bridge moon"),
        ("ru", "На мосту лиса, ночью луна и звёзды.", "bridge fox night moon star"),
        ("de", "Auf der Holzbrücke ein Fuchs, im Wald Bären.", "bridge fox forest bear"),
        ("ar", "على الجسر ثعلب، والنجوم في الليل.", "bridge fox star night"),
        ("th", "บนสะพานมีสุนัข บ้าน แม่น้ำ", "bridge dog house river"),
        ("ko", "다리 위에 여우가, 집이, 별이.", "bridge fox house star"),
        ("id", "Di jembatan ada rubah, rumah-rumah.", "bridge fox house"),
        ("gl", "Unha ponte, un raposo e dúas casas.", "bridge fox house"),
        ("ast", "Una ponte sobre'l ríu, un raposu.", "bridge river fox"),
        ("cy", "Llwynog ar y bont, coed.", "fox bridge tree"),
    ],
)
def test_what_is_to_be_seen_is_found_in_many_languages(language: str, text: str, concepts: str) -> None:
    assert [m.concept.id for m in mentions(text, language)] == concepts.split()


def test_endings_are_guessed_only_of_what_is_left_by_known_ones() -> None:
    quechua = get_endings("qu")
    assert quechua.stem("chakakunamanta", {"chaka"}) == "chaka"
    assert quechua.stem("chakana", {"chaka"}) is None
    assert get_endings("en").stem("houseful", {"house"}) is None
    assert get_endings("am").stem("ቤቱ", {"ቤት"}) == "ቤት"
    assert get_endings("de").stem("Steinbrücke".lower(), {"brücke"}) == "brücke"


def test_marks_that_are_vowels_are_not_folded_away() -> None:
    assert fold("Niña") == "nina"
    assert fold("पुल") == "पुल"
    assert fold("สะพาน") == "สะพาน"
    assert fold("الْجِسْر") == fold("الجسر")
    assert fold("p’unchay") == fold("pʼunchay") == fold("p`unchay") == "p'unchay"


def test_colours_are_known_too() -> None:
    assert load_colours("sw")[fold("nyekundu")] == 0xC0392B


def test_numbers_stand_before_or_behind() -> None:
    assert [m.count for m in mentions("Mbuzi wawili.", "sw")] == [2]
    assert [m.count for m in mentions("Три собаки.", "ru")] == [3]
    assert [m.count for m in mentions("两只狐狸", "zh")] == [2]


def test_function_words_are_not_said_to_be_unknown() -> None:
    assert read_text("Simba na tembo ni katika nyumba yake.", "sw").unknown == ()


def test_one_language_is_read_in_a_moment() -> None:
    load_words_of("qu")  # the file is read once for all languages
    get_vocabulary.cache_clear()
    load_words_of.cache_clear()
    spent = []
    for tag in ("sw", "hi", "ja", "tr", "yo"):
        start = time.process_time()
        get_vocabulary(tag)
        spent.append(time.process_time() - start)
    assert sorted(spent)[2] < 0.03


def test_every_language_can_be_asked() -> None:
    for tag in list_languages():
        assert get_vocabulary(tag).layers
