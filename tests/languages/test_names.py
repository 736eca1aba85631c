from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages.groups import find_group, members_of
from languages.names import also_named, fold, line_of, lines_of, tags_named
from languages.registry import all_languages, candidates, find_language
from languages.subtags import table
from tests.stories import ROOT


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Català", "catala"), ("N’Ko", "nko"), ("N'Ko", "nko"), ("Kʼicheʼ", "kiche"), ("Straße", "strasse"),
        ("Hawaiʻi", "hawaii"), ("Thuɔŋjäŋ", "thuonjan"), ("Łemkowski", "lemkowski"), ("Bokmål", "bokmal"),
        ("Chinese, Mandarin", "chinese mandarin"), ("  Ga-Adangbe ", "ga adangbe"), ("İstanbul", "istanbul"),
        ("हिन्दी", "हिनदी"), ("العَرَبِيَّة", "العربية"), ("ＡＢＣ", "abc"), ("…", ""),
    ],
)  # fmt: skip
def test_names_are_folded_to_letters(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_folding_twice_changes_nothing_and_any_text_can_be_looked_up(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert isinstance(tags_named(text), tuple)
    assert isinstance(line_of("names.tsv", text), list)


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Català", "ca"), ("euskara", "eu"), ("Français", "fr"), ("castellano", "es"), ("Russe", "ru"),
        ("alemán", "de"), ("हिन्दी", "hi"), ("中文", "zh"), ("粵語", "yue"), ("العربية", "ar"), ("فارسی", "fa"),
        ("עברית", "he"), ("አማርኛ", "am"), ("ትግርኛ", "ti"), ("ߒߞߏ", "nqo"), ("ᱥᱟᱱᱛᱟᱲᱤ", "sat"), ("ᏣᎳᎩ", "chr"),
        ("ქართული", "ka"), ("Հայերեն", "hy"), ("ไทย", "th"), ("ລາວ", "lo"), ("မြန်မာ", "my"), ("ខ្មែរ", "km"),
        ("Basque language", "eu"), ("Tagalog", "fil"), ("Farsi", "fa"), ("Dari", "fa-AF"),
        ("Montenegrin", "sr-ME"), ("Flemish", "nl-BE"), ("Traditional Chinese", "zh-Hant"), ("Cantonese", "yue"),
        ("toki pona", "tok"), ("Yucatec Maya", "yua"), ("Quiché", "quc"), ("isiZulu", "zu"), ("Luganda", "lg"),
        ("White Hmong", "mww"), ("Western Armenian", "hyw"), ("Afaɗә", "aal"), ("Ayacucho Quechua", "quy"),
        ("Quechua, Ayacucho", "quy"), ("ιαπωνικά", "ja"), ("Asturien", "ast"),
        ("漢語", "zh"), ("台語", "nan"), ("조선말", "ko"), ("ᠮᠣᠩᠭᠣᠯ", "mn-Mong"), ("ꯃꯤꯇꯩꯂꯣꯟ", "mni-Mtei"),
        ("Basa Jawa", "jv"), ("Oromiffa", "om"), ("português (Brasil)", "pt-BR"), ("português do Brasil", "pt-BR"),
        ("brasileiro", "pt-BR"),
        ("Valenciano", "ca-valencia"),
        ("Extremeño", "ext"), ("Tseltal", "tzh"), ("Lemosin", "oc-lemosin"), ("Languedocien", "oc-lengadoc"),
        ("Auvernhat", "oc-auvern"), ("Sursilvan", "rm-sursilv"), ("Asante Twi", "tw-asante"),
        ("Langue des signes française", "fsl"), ("Lengua de señas argentina", "aed"), ("Libras", "bzs"),
    ],
)  # fmt: skip
def test_a_language_is_found_by_its_names(name: str, tag: str) -> None:
    for written in (name, name.upper(), name.lower()):
        found = find_language(written)
        assert found is not None, written
        assert found.tag == tag


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("\u200eپښتو\u200f", "ps"),
        (" es\N{NO-BREAK SPACE}", "es"),
        ("ｅｓ", "es"),
        ("Wo\u00adlof", "wo"),
        ("\tWolof\n", "wo"),
    ],
)
def test_what_nobody_sees_is_not_part_of_a_name(typed: str, tag: str) -> None:
    found = find_language(typed)
    assert found is not None
    assert found.tag == tag


def test_a_name_keeps_the_languages_that_it_was_dropped_for() -> None:
    assert (tags_named("Mongol"), also_named("Mongol")) == (("mgt",), ("mn",))
    assert also_named("Turkish") == ()  # Ottoman Turkish is not called so alone
    assert also_named("العربية") == ()  # others of the same macrolanguage, which the card lists


def cldr_says_another(name: str, tag: str) -> bool:
    """Whether what answers has the name from CLDR, so that it is what most people mean; be it a group."""
    if any((group := find_group(found)) and fold(group.name) == fold(name) for found in tags_named(name)):
        return True
    found = candidates(name)
    row = line_of("index.tsv", found[0].partition("-")[0]) if len(found) == 1 else []
    return bool(row) and found[0] != tag and fold(name) in (fold(row[2]), fold(row[3]))


def test_every_name_leads_to_its_language_or_to_a_question_that_includes_it() -> None:
    lost: list[tuple[str, str]] = []
    for language in all_languages():
        group = find_group(language.tag)
        for name in (language.name, language.autonym):
            found = candidates(name) if name else (language.tag,)
            if language.tag not in found and not cldr_says_another(name, language.tag):
                assert group, (language.tag, name, found)
                lost.append((language.tag, name))
    assert {tag for tag, _ in lost} <= {line[0] for line in lines_of("groups.tsv") if line[6] == "asks"}


def test_the_table_of_names_is_folded_sorted_and_leads_to_what_there_is() -> None:
    lines = lines_of("names.tsv")
    keys = [line[0] for line in lines]
    assert keys == sorted(set(keys))
    assert len(keys) > 20_000
    for key, tags, *also in lines[::7]:
        assert fold(key) == key
        assert not set(tags.split()) & set(" ".join(also).split())
        for tag in " ".join((tags, *also)).split():
            assert find_group(tag) or find_language(tag), (key, tag)


def test_every_correction_is_in_the_built_tables() -> None:
    lines = (ROOT / "scripts" / "corrections.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert all(len(row) == 4 and row[3] for row in rows)
    names: dict[str, set[str]] = {}
    for kind, what, value, _ in rows:
        if kind == "name":
            names.setdefault(what, set()).update(value.split())
        elif kind == "same":
            assert tags_named(what) == tags_named(value) != ()
        elif kind == "member":
            assert all(set(members_of(m) or (m,)) <= set(members_of(what)) for m in value.split() if m != "sq"), what
        elif kind == "withdrawn":
            assert table("withdrawn")[what][1] == value
        else:
            raise AssertionError(kind)
    assert {name: set(tags_named(name)) for name in names} == names
