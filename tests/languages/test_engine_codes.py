from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from languages.codes import canonical
from languages.engine_codes import LISTS, code_of, codes, codes_of, tag_of, tagged, tags
from languages.names import DATA
from languages.registry import all_languages, candidates, find_language

FOLDER = DATA / "codes"


def head(name: str) -> list[str]:
    return [line for line in (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines() if line.startswith("#")]


def after(line: str) -> list[str]:
    return [word for word in line.rpartition(": ")[2].split() if word != "none"]


def test_every_list_on_disk_is_known_and_says_where_it_is_from() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.tsv")) == sorted(LISTS)
    for name in LISTS:
        source, left, shared = head(name)
        assert len(source) > 20
        assert left.startswith("# Without a tag")
        assert shared.startswith("# Sharing a tag")


@pytest.mark.parametrize("name", LISTS)
def test_codes_go_to_tags_and_back_without_loss(name: str) -> None:
    """Code → tag → code; what shares its tag with an earlier code is named in the head, and among ``codes_of``."""
    _, _, shared = head(name)
    lost = [code for code, tag in codes(name).items() if code_of(name, tag) != code]
    assert lost == after(shared)
    for code, tag in codes(name).items():
        assert code in codes_of(name, tag)
        assert canonical(tag) == tag, code
        found = find_language(code)
        assert found is not None, code
        meant = find_language(tag)
        assert meant is not None
        assert len(meant.iso639_3) == 3
        assert meant.name
        assert meant.script == "unknown" or len(meant.script) == 4
    assert tuple(dict.fromkeys(codes(name).values())) == tags(name)


@pytest.mark.parametrize("name", LISTS)
def test_the_table_is_what_the_rule_makes_of_the_list(name: str) -> None:
    _, left, _ = head(name)
    published = [*codes(name), *after(left)]
    assert len(set(published)) == len(published)
    assert tagged(published, name) == codes(name)
    assert [code for code in after(left) if tag_of(code)] == []


def test_lists_are_as_long_as_they_were_published() -> None:
    said = {"nllb": 202, "whisper": 100, "xtts": 17, "omnivoice": 646, "omniasr": 1672, "flores": 215, "espeak": 141}
    for name, count in said.items():
        assert len(codes(name)) + len(after(head(name)[1])) == count, name


@pytest.mark.parametrize(
    ("name", "tag", "code"),
    [
        ("mms", "az", "azj-script_latin"), ("mms", "az-Cyrl", "azj-script_cyrillic"), ("mms", "ku", "kmr-script_latin"),
        ("mms", "cac", "cac-dialect_sanmateoixtatan"), ("mms", "quy", "quy"), ("mms", "ca", "cat"),
        ("mms", "crk-Latn", "crk-script_latin"), ("mms", "ur", "urd-script_arabic"), ("mms", "tk", "tuk-script_latin"),
        ("nllb", "apc", "apc_Arab"), ("omnivoice", "ps", "ps"), ("omnivoice", "nb", "nb"), ("cldr", "az", "az"),
        ("whisper", "jv", "jw"), ("whisper", "nb", "no"), ("whisper", "nn", "nn"), ("nllb", "ko", "kor_Hang"),
        ("nllb", "quy", "quy_Latn"), ("nllb", "sat-Beng", "sat_Beng"), ("nllb", "tw", "twi_Latn"),
        ("nllb", "ak", "aka_Latn"), ("flores", "sat", "sat_Olck"), ("flores", "tw-asante", "twi_Latn_asan1239"),
        ("omniasr", "rm-sursilv", "roh_Latn_surs1244"), ("omniasr", "lld-gherd", "lld_Latn_gherd"),
        ("omniasr", "quz", "quz_Latn"), ("madlad", "qu", "qu"), ("xtts", "zh", "zh-cn"), ("espeak", "zh", "zh"),
        ("espeak", "hyw", "hyw"), ("espeak", "ca-valencia", ""), ("cldr", "sat-Deva", "sat-Deva"),
        ("cldr", "ca-valencia", "ca-ES-valencia"), ("apertium", "sc", "srd"), ("whisper", "quy", ""),
        ("apertium", "zlm", ""), ("mms", "zlm", "zlm"),
    ],
)  # fmt: skip
def test_lists_call_a_language_by_their_own_code(name: str, tag: str, code: str) -> None:
    assert code_of(name, tag) == code


@pytest.mark.parametrize(
    ("code", "tag"),
    [
        ("quy_Latn", "quy"), ("azj-script_latin", "az"), ("uzb-script_cyrillic", "uz-Cyrl"), ("jw", "jv"),
        ("cac-dialect_sansebastiancoatan", "cac"), ("roh-dialect_vallader", "rm-vallader"), ("kas_Deva", "ks-Deva"),
        ("zho_Hant", "zh-Hant"), ("prs_Arab", "fa-AF"), ("ell_Grek", "el"), ("nan_Latn_TW", "nan-Latn-TW"),
        ("yue-script_traditional", "yue"), ("arb_Latn", "ar-Latn"), ("npi_Deva", "ne"),
    ],
)  # fmt: skip
def test_people_may_say_what_models_say(code: str, tag: str) -> None:
    found = find_language(code)
    assert found is not None
    assert found.tag == tag


@pytest.mark.parametrize("name", LISTS)
def test_every_code_of_every_list_is_found_as_what_the_list_says(name: str) -> None:
    other = {code: found for code, tag in codes(name).items() if (found := candidates(code)) != (tag,)}
    # Omnilingual has Tawallammat in one script only; zlm is a language of its own, besides Apertium's name for Malay;
    # zh-cn is a tag before it is XTTS's code.
    known = {"glotlid": {"ttq_Tfng": ("ttq",)}, "apertium": {"zlm": ("zlm",)}, "xtts": {"zh-cn": ("zh-CN",)}}
    assert other == known.get(name, {})


@pytest.mark.parametrize(
    ("code", "tag"),
    [("BSK_LATN", "bsk"), ("zh-cn", "zh-CN"), ("ZH-cn", "zh-CN"), ("kff-SCRIPT_telugu", "kff"), ("bsk", "bsk")],
)
def test_codes_are_found_in_any_case_and_tags_stay(code: str, tag: str) -> None:
    assert candidates(code) == (tag,)


@pytest.mark.parametrize("code", ["abc-script_klingon", "zzz-script_latin", "-script_latin", "ell_Grek_cypr1249", "py"])
def test_a_code_of_nothing_registered_has_no_tag(code: str) -> None:
    assert tag_of(code) == ""


def test_every_language_of_every_list_is_in_the_register() -> None:
    known = {language.tag.partition("-")[0] for language in all_languages()}
    for name in LISTS:
        assert {tag.partition("-")[0] for tag in tags(name)} <= known, name
    assert len(known) > 2_300


def test_no_list_has_a_line_twice() -> None:
    for name in LISTS:
        lines = (Path(FOLDER) / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        assert [line for line, count in Counter(lines).items() if count > 1] == []
