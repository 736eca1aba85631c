from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from speech.spoken import findings_of, language_for, spoken, spoken_by, unspeakable
from speech.utterance import Voice
from translation.translated import FindingKind


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    [
        ("ca", "Té 12 cases.", "Té dotze cases."),
        ("ca", "Val 3,5 € i no -5.", "Val tres coma cinc euros i no menys cinc."),
        ("ca", "el 25 % de 1.234", "el vint-i-cinc per cent de mil dos-cents trenta-quatre"),
        ("ca", "2026-11-27", "vint-i-set de novembre del dos mil vint-i-sis"),
        ("es", "el 27/11/2026", "el veintisiete de noviembre de dos mil veintiséis"),
        ("es-MX", "el 05/11/2026", "el cinco de noviembre de dos mil veintiséis"),
        ("en", "December 2026-12-25", "December December twenty-five, twenty twenty-six"),
        ("fr", "12 345 habitants, le 1er", "douze mille trois cent quarante-cinq habitants, le premier"),
        ("ru", "5 % и 3 €", "пять процентов и три евро"),
        ("ru", "2 %", "два процента"),
        ("hi", "१२ किताबें, १,२३,४५६", "बारह किताबें, एक लाख तेईस हज़ार चार सौ छप्पन"),
        ("bn", "১২ টি", "বারো টি"),
        ("fa", "۱۲۳", "صد و بیست و سه"),
        ("th", "มี๑๒คน", "มีสิบสองคน"),
        ("km", "១២", "ដប់ពីរ"),
        ("my", "၁၂", "ဆယ့်နှစ်"),
        ("zh", "他有12本书", "他有十二本书"),
        ("sw", "50%", "asilimia hamsini"),
        ("eu", "25 %", "ehuneko hogeita bost"),
        ("oc", "12 ostals", "dotze ostals"),
        ("tr", "%25 ve % 30", "yüzde yirmi beş ve yüzde otuz"),
        ("eu", "%25", "ehuneko hogeita bost"),
        ("es", "3.er piso, 1.ª", "tercer piso, primera"),
        ("es", "Tengo 12. Luego", "Tengo doce. Luego"),
        ("de", "Er ist 25.", "Er ist fünfundzwanzig."),
        ("nl", "de 1e", "de eerste"),
        ("gl", "2,10", "dous coma un cero"),
        ("ta", "21", "இருபத்து ஒன்று"),
        ("ja", "3.5", "三点五"),
        ("ast", "15 años", "quince años"),
        ("am", "21", "ሃያ አንድ"),
        ("sat", "᱑᱒", "ᱜᱮᱞ ᱵᱟᱨ"),
        ("uz", "25 ta", "yigirma besh ta"),
        ("ha", "15", "goma sha biyar"),
        ("sw", "KES 100", "mia moja shilingi za Kenya"),
        ("tr", "5 TRY", "beş Türk lirası"),
        ("es", "5,00 €", "cinco euros"),
        ("en", "I am 1.75 tall, 3.14 amps", "I am one point seven five tall, three point one four amps"),
        ("zh", "他花了50。12年", "他花了五十。十二年"),
        ("es", "10 20 30", "diez veinte treinta"),
        ("sr-ME", "25 %", "dvadeset pet procenata"),
    ],
)
def test_a_line_is_read_in_the_words_of_its_language(tag: str, text: str, said: str) -> None:
    assert spoken(text, tag).text == said


@pytest.mark.parametrize(
    ("tag", "text", "what", "why"),
    [
        ("quy", "12 runa", "12", "nobody here knows the number words of"),
        ("zu", "abantu 25", "25", "nobody here knows the number words of"),
        ("lo", "໑໒", "໑໒", "nobody here knows"),
        ("sat", "᱑᱐᱐᱐", "᱑᱐᱐᱐", "below 100 only"),
        ("es", "$3", "$3", "several currencies"),
        ("oc", "5 €", "5 €", "no name of EUR"),
        ("ast", "5 %", "5 %", "how % is said"),
        ("de", "am 27.11.2026", "27.11.2026", "how a date is said"),
        ("bg", "2026-11-27", "2026-11-27", "how a date is said"),
        ("ru", "2026-11-27", "2026-11-27", "how a date is said"),
        ("en", "5/6/2026", "5/6/2026", "day and month"),
        ("es", "31/02/2026", "31/02/2026", "no date"),
        ("ca", "a les 14:30", "14:30", "a time of day"),
        ("es", "007", "007", "several ways"),
        ("am", "፲፪", "፲፪", "a numeral sign"),
        ("am", "-5", "-5", "nothing read here says"),
        ("tr", "20'de", "20'de", "letters and digits"),
        ("es", "a 30°C hoy", "30°C", "degree"),
        ("pt", "a 30 °C hoje", "30 °C", "degree"),
        ("es", "5° bajo cero", "5°", "degree"),
        ("fr", "un angle de 90°", "90°", "degree"),
        ("it", "a 30°C oggi", "30°C", "degree"),
        ("es", "45° 30' norte", "45° 30'", "degree"),
        ("en", "45° 30′ 12″ north", "45° 30′ 12″", "degree"),
        ("de", "Am 3. Oktober", "3.", "may be an ordinal"),
        ("cs", "od 3. května", "3.", "may be an ordinal"),
        ("tr", "3. kat", "3.", "may be an ordinal"),
        ("hu", "a 3. ház", "3.", "may be an ordinal"),
        ("nb", "den 3. mai", "3.", "may be an ordinal"),
        ("hr", "u 3. razredu", "3.", "may be an ordinal"),
        ("et", "3. mail", "3.", "may be an ordinal"),
        ("sr", "од 3. маја", "3.", "may be an ordinal"),
        ("lv", "1998. gada", "1998.", "may be an ordinal"),
        ("de", "vom 3.–", "3.", "may be an ordinal"),
        ("eu", "3. mendea", "3.", "may be an ordinal"),
        ("es", "a las 18h30", "18h30", "letters and digits"),
        ("de", "18h30", "18h30", "letters and digits"),
        ("en", "a 2x4 beam", "2x4", "letters and digits"),
        ("de", "3² Meter", "3²", "letters and digits"),
        ("nl", "1e5", "1e5", "letters and digits"),
        ("en", "a 12-year-old", "12-year-old", "letters and digits"),
        ("zh", "A4纸", "A4", "letters and digits"),
        ("es", "2,50 €", "2,50 €", "prices with cents"),
        ("en", "£2.50", "£2.50", "prices with cents"),
        ("en", "I TRY 2 doors", "TRY 2", "another abbreviation or a word"),
        ("en", "She writes PHP 8 code.", "PHP 8", "another abbreviation or a word"),
        ("en", "USE 2 GEL PENS", "2 GEL", "another abbreviation or a word"),
        ("en", "PAY 5 EUR NOW", "5 EUR", "another abbreviation or a word"),
        ("et", "KES 100", "KES 100", "another abbreviation or a word"),
        ("th", "เวลา 18.05 น.", "18.05", "a time of day"),
        ("en", "9.45 pm", "9.45", "a time of day"),
        ("en", "at 11.05 a.m.", "11.05", "a time of day"),
        ("zh", "上午9.45", "9.45", "a time of day"),
        ("fi", "klo 9.45", "9.45", "a time of day"),
        ("id", "9.45", "9.45", "a time of day"),
        ("ko", "2026. 5. 3.", "2026. 5. 3", "a date in digits"),
        ("es", "Tel. 985 12 34 56", "985 12 34 56", "a telephone number"),
        ("es", "Tel. 112", "112", "a telephone number"),
        ("fr", "le 06 12 34 56 78", "06 12 34 56 78", "a telephone number"),
        ("sr-ME", "Imam 5 €", "5 €", "no name of EUR"),
        ("en", "Version 2.10", "2.10", "zero at its end"),
        ("tr", "%25%", "%25", "several ways"),
        ("es", "el § 5", "§ 5", "a sign that nothing here reads"),
        ("ru", "№5", "№5", "a sign that nothing here reads"),
        ("en", "#7", "#7", "a sign that nothing here reads"),
        ("it", "al n° 5", "n° 5", "a sign that nothing here reads"),
        ("fr", "n°5", "n°5", "a sign that nothing here reads"),
        ("en", "for 18+", "18+", "a sign that nothing here reads"),
        ("en", "5/kg", "5/", "a sign that nothing here reads"),
        ("en", "5 ₭", "5 ₭", "a sign that nothing here reads"),
        ("es", "Luis XIV", "XIV", "a Roman numeral"),
        ("ru", "XXI-го века", "XXI", "a Roman numeral"),
        ("pt", "CAPÍTULO IV", "IV", "a Roman numeral"),
        ("ga", "12", "12", "nobody here knows"),
        ("cy", "12", "12", "below 10 only"),
    ],
)
def test_what_nobody_here_can_read_stays_as_written_and_is_told(tag: str, text: str, what: str, why: str) -> None:
    said = spoken(text, tag)
    assert said.text == text
    (one,) = unspeakable(text, tag)
    assert text[one.start : one.end] == one.what == what
    assert why in one.why
    assert one.remedy == "Write it out in words."
    assert one.read_as == ""


@pytest.mark.parametrize(
    ("tag", "text", "words", "why"),
    [
        ("ca", "2", "dos", "gender"),
        ("ca", "21 €", "vint-i-u euros", "gender"),
        ("fr", "1/11/2026", "un novembre deux mille vingt-six", "its day is read as a count"),
        ("en", "in 1998", "nineteen ninety-eight", "year"),
        ("ru", "1998", "одна тысяча девятьсот девяносто восемь", "year"),
        ("it", "5° piano", "quinto", "may be degrees"),
        ("en", "£2.55", "two point five five British pounds", "money with decimals"),
        ("ar", "3 نساء", "ثلاثة", "gender"),
        ("zh", "2个人", "二", "a word that counts"),
        ("es", "1987 casas", "mil novecientos ochenta y siete", "gender"),
    ],
)
def test_what_is_read_but_may_be_meant_otherwise_is_told_too(tag: str, text: str, words: str, why: str) -> None:
    (one,) = unspeakable(text, tag)
    assert one.read_as == words
    assert why in one.why


@pytest.mark.parametrize(
    ("tag", "text"),
    [("es", "el 3 de mayo de 1987"), ("ca", "3 de maig del 1987"), ("pt", "maio de 1982"), ("es", "Mayo, 1987")],
)
def test_a_year_after_a_month_agrees_with_no_word(tag: str, text: str) -> None:
    assert unspeakable(text, tag) == ()


@pytest.mark.parametrize(("tag", "text"), [("fr", "en 1998"), ("ja", "1998年")])
def test_a_year_that_is_said_as_a_count_is_certain(tag: str, text: str) -> None:
    assert unspeakable(text, tag) == ()


@pytest.mark.parametrize(("text", "told"), [("к1ант 1аьнан хьо1", 0), ("г1алахь-м", 0), ("11а", 1), ("1 а", 1)])
def test_a_digit_typed_for_the_palochka_is_no_number(text: str, told: int) -> None:
    assert len(unspeakable(text, "ce")) == told


@pytest.mark.parametrize("text", ["VI ÄR HÄR", "SHA CI U A ER", "I V X", "CIVIL MIX", "IIII IC VX", "A.II", "xiv"])
def test_capitals_that_are_no_numeral_are_no_finding(text: str) -> None:
    assert spoken(text, "sv").unsaid == ()


def test_a_number_at_the_end_of_a_sentence_is_read_unless_the_next_word_may_go_with_it() -> None:
    assert spoken("Er ist 25.\n\nDann", "de").text == "Er ist fünfundzwanzig.\n\nDann"
    assert spoken("Sono 25. Poi", "it").unsaid == ()
    assert [u.what for u in unspeakable("Er ist 25. Dann", "de")] == ["25."]
    assert [u.what for u in unspeakable("3., 4. Mai", "de")] == ["3.", "4."]


def test_a_number_of_ten_thousand_digits_is_one_finding_and_takes_no_time() -> None:
    begun = time.perf_counter()
    (one,) = unspeakable("9" * 10_000, "es")
    assert time.perf_counter() - begun < 1
    assert one.end == 10_000
    assert len(one.what) <= 40
    assert "10000 digits" in one.why


def test_a_long_run_of_separators_takes_no_time() -> None:
    begun = time.process_time()
    spoken("1." * 20_000 + "1,1" + " 123" * 20_000, "es")
    assert time.process_time() - begun < 4


TAGS = st.sampled_from(["ca", "es", "en", "fr", "hi", "ar", "th", "zh", "quy", "oc", "ru", "eu", "xx", "de-CH", "sat"])
PARTS = st.sampled_from(
    ["12", "3,5", "1.234", " ", "%", "€", "$", "-", "1er", "½", "१२", "٫", "a", "é", "\ud800", "2026-11-27", "/", ":",
     "5", ".", "\u00a0", "ª", "人", "\u0301", "'", "US$", "EUR", "0",
     "°", "C", "²", "n°", "§", "№", "h30", "+", "1e5", ". m", ". M", "′"]
)  # fmt: skip


@settings(max_examples=150)
@given(text=st.one_of(st.text(max_size=30), st.lists(PARTS, max_size=10).map("".join)), tag=TAGS)
@example(text="\udc00 12 \ud800", tag="ca")
@example(text="٣٫", tag="ar")
def test_any_text_is_taken_and_nothing_outside_of_numbers_is_changed(text: str, tag: str) -> None:
    said = spoken(text, tag)
    done, rest = 0, said.text
    for piece in said.pieces:
        assert done <= piece.start < piece.end <= len(text)
        kept = text[done : piece.start]
        assert rest.startswith(kept + piece.words)
        assert piece.words
        assert any(c.isnumeric() for c in text[piece.start : piece.end])
        rest = rest.removeprefix(kept + piece.words)
        done = piece.end
    assert rest == text[done:]
    for one in said.unsaid:
        assert 0 <= one.start < one.end <= len(text)
    assert [u.start for u in said.unsaid] == sorted(u.start for u in said.unsaid)


@settings(max_examples=60)
@given(text=st.lists(PARTS, max_size=10).map("".join), tag=TAGS)
def test_every_digit_is_read_or_told(text: str, tag: str) -> None:
    said = spoken(text, tag)
    spans = [(p.start, p.end) for p in said.pieces] + [(u.start, u.end) for u in said.unsaid]
    for i, char in enumerate(text):
        assert not char.isdecimal() or any(a <= i < b for a, b in spans)


def voice(language: str, reads: bool) -> Voice:
    return Voice(engine="speech/x", id="x", language=language, reads_numbers=reads)


def test_a_voice_that_reads_the_numbers_of_the_language_is_given_the_line_as_written() -> None:
    assert spoken_by("12", "ca", voice("ca", True)).text == "12"
    assert spoken_by("12", "pt", voice("pt-BR", True)).text == "12"


def test_other_voices_are_given_words_and_so_are_voices_borrowed_from_another_language() -> None:
    assert spoken_by("12", "ca", voice("ca", False)).text == "dotze"
    assert spoken_by("12", "ast", voice("es", True)).text == "doce"
    assert spoken_by("12", "ca-valencia", voice("ca", True)).unsaid


def test_a_finding_names_places_reason_and_remedy_once_for_each_reason() -> None:
    (finding,) = findings_of(spoken("12 runa 25", "quy"))
    assert finding.kind is FindingKind.SPOKEN
    assert "«12» (character 1), «25» (character 9)" in finding.text
    assert "Write it out in words" in finding.text


def test_many_places_are_not_all_named() -> None:
    (finding,) = findings_of(spoken(" ".join(["12"] * 40), "quy"))
    assert "and 35 more" in finding.text


def test_a_region_s_text_is_given_to_an_engine_as_its_language_s() -> None:
    catalan = Voice(engine="speech/festival", id="ona", language="ca", evidence="a test")
    assert language_for("ca-ES", catalan) == "ca"  # Festival reads no other language's text by Catalan rules
    assert language_for("oc-aranes", catalan) == "oc-aranes"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("€5 million", "en"),
        ("EUR 3 millones", "es"),
        ("5 € millions", "fr"),
        ("EUR 5 Millionen", "de"),
        ("5 € tausend", "de"),
        ("EUR 5 миллионов", "ru"),
        ("€ 2 mil", "pt"),
    ],
)
def test_an_amount_whose_number_goes_on_in_words_stays_as_it_is(text: str, tag: str) -> None:
    said = spoken(text, tag)
    assert said.text == text
    assert "belongs to the number" in said.unsaid[0].why


def test_an_amount_before_any_other_word_is_read() -> None:
    assert spoken("It cost €5 though.", "en").text == "It cost five euros though."
    assert spoken("5 € тысячелетия", "ru").text == "пять евро тысячелетия"
    assert spoken("INR 500", "hi").text == "पाँच सौ भारतीय रुपए"
    assert spoken("€5 milk", "en").text == "five euros milk"
    assert spoken("5 million EUR", "en").text == "five million EUR"
