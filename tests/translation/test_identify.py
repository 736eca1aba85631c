"""Verdicts on texts: what is called, what is not, and that nothing else is claimed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages.registry import get_language
from languages.unicode_scripts import written_with
from tests.translation.golden_identify import samples
from translation import identify, identify_errors, identify_model
from translation.identify import Answer, Verdict, identify_file, identify_lines, identify_together
from translation.ngrams import words_of

SPANISH = (
    "La vieja del bosque contaba cada noche una historia a los niños que venían desde el otro lado del río, y ellos "
    "se quedaban callados hasta que el fuego se apagaba."
)


def one(text: str, expected: str, *others: str) -> Verdict:
    (verdict,) = identify_lines((text,), expected, others)
    return verdict


def test_no_golden_text_is_taken_for_another_language() -> None:
    for tag, text in samples():
        assert one(text, tag).answer in (Answer.RIGHT, Answer.CANNOT_TELL), (tag, text)


def test_golden_texts_of_the_likeliest_mistakes_are_noticed() -> None:
    texts = {tag: " ".join(t for s, t in samples() if s == tag) for tag, _ in samples()}
    for expected, is_in in [
        ("ast", "es"),
        ("gl", "pt"),
        ("nn", "nb"),
        ("szl", "pl"),
        ("ca", "es"),
        ("zu", "sw"),
    ]:
        verdict = one(texts[is_in], expected)
        assert (verdict.answer, verdict.other) == (Answer.ANOTHER, is_in), expected
        assert "caught" in verdict.error


def test_spanish_left_in_an_asturian_file_is_named() -> None:
    verdict = one(SPANISH, "ast", "es")
    assert (verdict.answer, verdict.other) == (Answer.ANOTHER, "es")


@pytest.mark.parametrize(
    ("text", "tag", "script"), [("আমি বাংলায় গান গাই আর লিখি", "sat", "Beng"), ("Добар дан свима вама", "hr", "Cyrl")]
)
def test_another_script_is_called_whatever_the_language(text: str, tag: str, script: str) -> None:
    assert (one(text, tag).answer, one(text, tag).other) == (Answer.SCRIPT, script)


OWN_SCRIPT = {
    "th": "วันนี้อากาศดีมาก เราไปเที่ยวกัน",
    "zh": "我今天很高兴，因为我的朋友来了。",
    "ja": "きょうはとてもいいてんきですね。",
    "km": "ខ្ញុំស្រឡាញ់ភាសាខ្មែរណាស់",
    "lo": "ຂ້ອຍຮັກພາສາລາວຫຼາຍ",
    "my": "မြန်မာစာကိုချစ်တယ်",
    "bo": "བོད་ཀྱི་སྐད་ཡིག་ནི་ཧ་ཅང་མཛེས་པོ་འདུག",
    "ru": "Добрый день, как ваши дела?",
    "ar": "صباح الخير، كيف حالك اليوم؟",
}


@pytest.mark.parametrize("tag", ["ca", "quy", "es"])
@pytest.mark.parametrize(("own", "text"), OWN_SCRIPT.items())
def test_a_line_in_another_script_is_called_with_spaces_between_its_words_or_without(
    own: str, text: str, tag: str
) -> None:
    found = one(text, tag)
    assert found.answer is Answer.SCRIPT
    assert found.other in written_with(get_language(own).script)


@pytest.mark.parametrize("text", ["我今天很高兴。", "これは日本語です"])
def test_a_short_sentence_in_ideographs_is_one_too(text: str) -> None:
    assert one(text, "ca").answer is Answer.SCRIPT


@pytest.mark.parametrize(
    "text",
    ["東京タワー", "田中太郎", "Anem a กรุงเทพมหานคร demà al matí", "Soc 東京タワー!", "ភ្នំពេញ", "Владимир Владимирович"],
)
def test_a_foreign_name_is_not_called_alone_or_in_a_latin_line(text: str) -> None:
    assert one(text, "ca").answer is Answer.CANNOT_TELL


def test_vowels_that_are_marks_count_for_their_script() -> None:
    text = "မနက်ဖြန် Chris Leslie ဟာ Nottingham မှာ ရှိပါတယ်"  # 11 consonants and 10 marks, 21 Latin letters
    assert one(text, "my").answer is not Answer.SCRIPT


@given(st.sampled_from(sorted(OWN_SCRIPT)), st.data())
def test_a_line_wholly_in_its_own_script_is_never_asked_about(tag: str, data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet=sorted(set(OWN_SCRIPT[tag])), max_size=60))
    assert one(text, tag).answer is not Answer.SCRIPT


@pytest.mark.parametrize("expected", ["ca", "gl", "ast", "an", "szl", "it"])
def test_an_alarm_names_the_likeliest_language_not_the_pair_that_called_it(expected: str) -> None:
    texts = [text for tag, text in samples() if tag == "es"]
    found = [v for v in identify_lines((*texts, " ".join(texts), SPANISH), expected) if v.answer is Answer.ANOTHER]
    assert found
    assert {v.other for v in found} == {"es"}


def test_the_source_language_is_named_where_it_is_nearly_the_likeliest() -> None:
    words = words_of(SPANISH)
    asked = identify._Asked("ca", ("es",))  # pyright: ignore[reportPrivateUsage]
    assert asked.table is not None
    scores = dict.fromkeys(asked.table.tags, 0.0) | {"ca": -300.0, "es": 95.0, "ast": 100.0}
    assert asked._compared(len(words), list(scores.values())).other == "es"  # pyright: ignore[reportPrivateUsage]
    scores["ast"] = 106.0
    assert asked._compared(len(words), list(scores.values())).other == "ast"  # pyright: ignore[reportPrivateUsage]


@pytest.mark.parametrize("text", ["GPS", "Nana, OK!", "…", "", "12.000 km", "Ana Maria", "Addis Abeba"])
@pytest.mark.parametrize("tag", ["ast", "am", "ka", "en"])
def test_names_numbers_and_a_word_or_two_raise_no_alarm(text: str, tag: str) -> None:
    assert one(text, tag).answer is Answer.CANNOT_TELL


def test_what_was_never_measured_is_not_judged() -> None:
    assert "never measured" in one(SPANISH, "rn").reason
    assert one(SPANISH, "tlh").reason == "Klingon is not among the languages that are told apart here"


def test_languages_that_cannot_be_told_apart_are_named() -> None:
    croatian = " ".join(text for tag, text in samples() if tag == "hr")
    verdict = one(croatian, "hr")
    assert verdict.answer is Answer.CANNOT_TELL
    assert "Croatian cannot be told from" in verdict.reason
    assert "Bosnian" in verdict.reason


def test_nothing_is_right_where_the_script_may_be_in_a_language_that_is_not_known() -> None:
    text = " ".join(text for tag, text in samples() if tag == "pl")
    assert one(text, "pl").answer is Answer.RIGHT
    assert "Klingon" in one(text, "pl", "tlh").reason


def test_a_region_is_known_by_its_language_but_not_in_another_script() -> None:
    assert identify_model.class_of("pt-BR") == ("Latn", "pt")
    assert identify_model.class_of("ca-valencia") == ("Latn", "ca")
    assert identify_model.class_of("sr") == ("Cyrl", "sr")
    assert identify_model.class_of("ru-Latn") == ("", "")
    assert identify_model.class_of("sr-ME") == ("", "")  # Latin, by CLDR's likely subtags
    assert identify_model.class_of("uz-AF") == ("", "")


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("See https://www.aragon.es/comarcas/somontano/cultura and write to informacion@barbastro.org", "en"),
        ("Pedro, Juan, María, José, Antonio, Francisco, Manuel, Carmen, Josefa, Isabel, Dolores, Pilar and Ana", "en"),
        ("На сайте есть CMS, в HTML и CSS, с USB, GPS, HDMI и LTE, а также COVID-19 и https://www.w3.org/", "ru"),
        ("ايك دفعه كا ذكر هے كه ايك گاؤں ميں ايك غريب كسان رهتا تها جس كے پاس ايك گائے تهى", "ur"),
    ],
)
def test_addresses_names_and_letters_of_another_keyboard_raise_no_alarm(text: str, tag: str) -> None:
    assert one(text, tag).answer in (Answer.CANNOT_TELL, Answer.RIGHT)


def test_an_address_in_a_line_in_another_language_hides_nothing() -> None:
    assert one(f"{SPANISH} https://www.aragon.es/cultura NATO", "ast", "es").other == "es"


def test_several_texts_are_judged_as_one() -> None:
    lines = [SPANISH[i : i + 40] for i in range(0, len(SPANISH), 40)]
    assert identify_together([lines, lines[:1]], "ast") == (one("\n".join(lines), "ast"), one(lines[0], "ast"))


def test_short_lines_are_judged_together() -> None:
    lines = SPANISH.replace(",", "").split(" ")
    short = tuple(" ".join(lines[i : i + 3]) for i in range(0, len(lines), 3)) * 3
    found = identify_file(short, "ast", ("es",))
    assert {v.answer for v in found.lines} == {Answer.CANNOT_TELL}
    assert (found.whole.answer, found.whole.other) == (Answer.ANOTHER, "es")


def test_without_its_data_it_says_unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identify_model, "tables", dict)
    assert one(SPANISH, "ast").reason.startswith("unchecked")


def test_a_verdict_stands_on_errors_that_reach_the_target() -> None:
    for tag, text in samples():
        verdict = one(text, tag)
        if verdict.answer is Answer.RIGHT:
            rows = identify_errors.at_length(identify_errors.measured(tag), len(words_of(text)))
            assert all(row.reaches for row in rows.values()), tag


@settings(max_examples=60)
@given(st.lists(st.text(max_size=60), max_size=4), st.sampled_from(["ast", "am", "zh", "ar", "tlh"]))
def test_any_text_gets_one_verdict(texts: list[str], tag: str) -> None:
    assert len(identify_lines(texts, tag)) == len(texts)
