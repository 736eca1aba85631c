from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages.codes import broken_tag, canonical, direction_of, iso639_3, likely_script, of_locale
from languages.names import lines_of
from languages.registry import all_languages, find_language
from languages.subtags import has_empty_part, parse, plain_tag, resolve, table

LANGUAGES = tuple(line[0] for line in lines_of("index.tsv"))
SCRIPTS = tuple(table("script"))
REGIONS = tuple(line[0] for line in lines_of("regions.tsv"))
VARIANTS = tuple(table("variant"))


@st.composite
def tags(draw: st.DrawFn) -> str:
    """Well-formed tags of registered subtags and of withdrawn codes, however they are written."""
    language = draw(st.sampled_from((*LANGUAGES, *table("alias"))))
    rest = [draw(st.sampled_from(("", *pool))) for pool in (SCRIPTS, REGIONS, VARIANTS)]
    tag = draw(st.sampled_from("-_")).join(p for p in (language, *rest) if p)
    return draw(st.sampled_from((tag, tag.upper(), tag.lower(), tag.title())))


@given(tags())
@settings(max_examples=300)
def test_a_canonical_tag_is_canonical(text: str) -> None:
    once = canonical(text.replace("_", "-"))
    assert canonical(once) == once


@given(tags())
@settings(max_examples=200)
def test_what_is_found_has_a_code_a_script_and_a_direction_or_says_unknown(text: str) -> None:
    language = find_language(text.replace("_", "-").lower())
    if language is None:
        return
    assert canonical(language.tag) == language.tag
    assert len(language.iso639_3) == 3
    assert language.name
    assert language.script in (*SCRIPTS, "unknown")
    assert language.direction in ("ltr", "rtl", "unknown")
    assert language.direction == direction_of(language.script)


@given(st.text(max_size=40) | st.text("abcdefghixqz0123-_@.", max_size=30))
@settings(max_examples=300)
def test_any_text_is_a_language_or_none(text: str) -> None:
    tag = canonical(text)
    assert not tag or (canonical(tag) == tag and iso639_3(tag))
    assert not of_locale(text) or canonical(of_locale(text)) == of_locale(text)


@pytest.mark.parametrize(
    ("asked", "tag", "script", "direction"),
    [
        ("kk-Arab", "kk-Arab", "Arab", "rtl"),
        ("kk-CN", "kk-CN", "Arab", "rtl"),
        ("kk-Cyrl", "kk", "Cyrl", "ltr"),
        ("sr-Latn", "sr-Latn", "Latn", "ltr"),
        ("sr-Cyrl", "sr", "Cyrl", "ltr"),
        ("sr-Latn-ME", "sr-ME", "Latn", "ltr"),
        ("sat-Olck", "sat", "Olck", "ltr"),
        ("sat-Deva", "sat-Deva", "Deva", "ltr"),
        ("quy-Latn", "quy", "Latn", "ltr"),
        ("pa-PK", "pa-PK", "Arab", "rtl"),
        ("az-IR", "az-IR", "Arab", "rtl"),
        ("az-Latn-IR", "az-Latn-IR", "Latn", "ltr"),
        ("uz-Latn-UZ", "uz-UZ", "Latn", "ltr"),
        ("ff-Adlm", "ff-Adlm", "Adlm", "rtl"),
        ("bm-Nkoo", "bm-Nkoo", "Nkoo", "rtl"),
        ("ku-Arab", "ku-Arab", "Arab", "rtl"),
        ("zh-Hans", "zh", "Hans", "ltr"),
        ("zh-Hant-TW", "zh-TW", "Hant", "ltr"),
        ("zh-cmn-Hans-CN", "zh-CN", "Hans", "ltr"),
        ("ko-Hang", "ko", "Kore", "ltr"),
        ("mn-Mong", "mn-Mong", "Mong", "unknown"),
        ("hi-Latn", "hi-Latn", "Latn", "ltr"),
        ("ar-Latn", "ar-Latn", "Latn", "ltr"),
        ("rm-sursilv", "rm-sursilv", "Latn", "ltr"),
        ("lld-gherd", "lld-gherd", "Latn", "ltr"),
        ("be-tarask", "be-tarask", "Cyrl", "ltr"),
        ("sl-rozaj-biske", "sl-biske-rozaj", "Latn", "ltr"),
        ("de-CH-1901", "de-CH-1901", "Latn", "ltr"),
        ("ja-hepburn-heploc", "ja-alalc97-hepburn", "Jpan", "ltr"),
    ],
)
def test_scripts_and_varieties_are_kept_and_the_usual_script_is_left_out(
    asked: str, tag: str, script: str, direction: str
) -> None:
    language = find_language(asked)
    assert language is not None
    assert (language.tag, language.script, language.direction) == (tag, script, direction)


@pytest.mark.parametrize(
    ("old", "tag"),
    [
        ("iw", "he"), ("in", "id"), ("ji", "yi"), ("mo", "ro"), ("sh", "sr-Latn"), ("hbs", "sr-Latn"), ("scc", "sr"),
        ("scr", "hr"), ("jw", "jv"), ("no-nyn", "nn"), ("zh-min-nan", "nan"), ("zh-yue", "yue"), ("i-klingon", "tlh"),
        ("art-lojban", "jbo"), ("sgn-BE-FR", "sfb"), ("sgn-US", "ase"), ("hy-arevela", "hy"), ("hy-arevmda", "hyw"),
        ("ajp", "apc"), ("en-UK", "en-GB"), ("de-DD", "de-DE"), ("my-BU", "my-MM"), ("prs", "fa-AF"), ("cnr", "sr-ME"),
        ("alb", "sq"), ("sqi", "sq"), ("arm", "hy"), ("baq", "eu"), ("bur", "my"), ("chi", "zh"), ("cze", "cs"),
        ("dut", "nl"), ("fre", "fr"), ("fra", "fr"), ("geo", "ka"), ("ger", "de"), ("gre", "el"), ("ice", "is"),
        ("mac", "mk"), ("mao", "mi"), ("may", "ms"), ("per", "fa"), ("rum", "ro"), ("slo", "sk"), ("tib", "bo"),
        ("wel", "cy"), ("twi", "tw"), ("ES", "es"), ("Spa", "es"), ("PT-br", "pt-BR"), ("zH-hAnT", "zh-Hant"),
    ],
)  # fmt: skip
def test_withdrawn_and_longer_codes_are_replaced(old: str, tag: str) -> None:
    assert canonical(old) == tag


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("ca_ES@valencia", "ca-valencia"), ("ca_ES.UTF-8@valencia", "ca-valencia"), ("sr_RS@latin", "sr-Latn-RS"),
        ("pt_BR.UTF-8", "pt-BR"), ("zh_TW.Big5", "zh-TW"), ("de_DE@euro", "de-DE"), ("be_BY@latin", "be-Latn-BY"),
        ("uz_UZ@cyrillic", "uz-Cyrl-UZ"), ("tt_RU@iqtelif", "tt-Latn-RU"), ("ks_IN@devanagari", "ks-Deva-IN"),
        ("nan_TW@latin", "nan-Latn-TW"), ("aa_ER@saaho", "ssy"), ("no_NO", "nb-NO"), ("oc_FR", "oc-FR"),
        ("C", ""), ("POSIX", ""), ("C.UTF-8", ""), ("ca_ES@klingon", ""), ("sr@latin", "sr-Latn"),
    ],
)  # fmt: skip
def test_names_of_locales_are_read(name: str, tag: str) -> None:
    assert of_locale(name) == tag
    assert (found.tag if (found := find_language(name)) else "") == tag


@pytest.mark.parametrize(
    "wrong",
    [
        "es-valencia", "fr-gascon", "es-XX", "es-QM", "en-ZZ", "es-Abcd", "es-Qaaa", "qaa", "qtz", "x-a", "i-default",
        "es-latn-latn", "es-es-es", "ca-valencia-valencia", "es-x", "es-x-", "-es", "es-", "es--ES", "es-u", "aaaa",
        "en-a-bb-a-cc", "zh-deu", "es-1234567890", "es-\N{LATIN SMALL LETTER LONG S}", "ſpa", "ｅｓ", "es\n", "e",
    ],
)  # fmt: skip
def test_what_is_no_registered_tag_is_none(wrong: str) -> None:
    assert canonical(wrong) == ""
    assert resolve(wrong) is None


def test_variants_may_stand_only_with_their_language() -> None:
    assert canonical("ca-valencia")
    assert canonical("de-1996")
    assert not canonical("en-1996")
    assert canonical("fr-fonipa"), "a variant of every language"


def test_private_use_and_extensions_are_kept() -> None:
    parts = parse("vi-VN-u-ca-buddhist-x-central")
    assert parts is not None
    assert (parts.language, parts.region, parts.rest) == ("vi", "VN", "-u-ca-buddhist-x-central")
    assert str(parts) == "vi-VN-u-ca-buddhist-x-central"


@pytest.mark.parametrize(
    ("tag", "plain"),
    [
        ("de-DE-u-co-phonebk", "de-DE"), ("en-x-foo", "en"), ("vi-VN-u-ca-buddhist-x-central", "vi-VN"),
        ("de-CH-1901", "de-CH"), ("de-1996", "de"), ("en-GB-oxendict", "en-GB"), ("be-tarask", "be"),
        ("oc-gascon-grclass", "oc-gascon"), ("hi-t-en-m0-iso", "hi"), ("sr-Latn", "sr-Latn"),
        ("ca-valencia", "ca-valencia"), ("zh-Latn-pinyin", "zh-Latn-pinyin"), ("rm-sursilv", "rm-sursilv"),
        ("es", "es"), ("no tag", "no tag"), ("", ""),
    ],
)  # fmt: skip
def test_a_plain_tag_keeps_what_changes_the_language_and_its_letters(tag: str, plain: str) -> None:
    assert plain_tag(tag) == plain


def test_spellings_are_those_that_the_registry_calls_so() -> None:
    spellings = table("orthography")
    assert len(spellings) == 30
    assert {"1901", "1996", "oxendict", "ao1990", "tarask", "grclass"} <= set(spellings) < set(table("variant"))
    assert not {"pinyin", "hepburn", "valencia", "provenc", "1694acad"} & set(spellings)
    assert all("orthograph" in said.lower() or "spelling" in said.lower() for _, said in spellings.values())


@pytest.mark.parametrize("text", ["en-", "en_", "-en", "en--US", "pt__BR", "EN-", "en\u2010"])
def test_a_tag_with_an_empty_part_is_told_from_others(text: str) -> None:
    assert has_empty_part(text)


@pytest.mark.parametrize(
    "text", ["en", "pt-BR", "pt_BR", "ca_ES@valencia", "N'Ko", "Ga-Adangbe", "Wolof -", "", "ქარ-"]
)
def test_what_has_no_empty_part_is_not_taken_for_it(text: str) -> None:
    assert not has_empty_part(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("en-", "en"), ("pt__BR", "pt-br"), ("ber-", "ber"), ("-Atshe", ""), ("en", ""), ("Wolof-", ""), ("zzz-", "")],
)
def test_what_a_broken_tag_was_meant_to_be_is_a_tag(text: str, meant: str) -> None:
    assert broken_tag(text) == meant


def test_every_listed_language_is_what_it_is_called_by_its_codes() -> None:
    for language in all_languages():
        assert canonical(language.tag) == language.tag
        assert likely_script(language.tag) in (language.script, "") or language.script == "unknown"
        base = language.tag.partition("-")[0]
        if base in LANGUAGES and not table("alias").get(language.iso639_3, ("",))[0].startswith("sr"):
            assert canonical(language.iso639_3).partition("-")[0] == base, language
