from __future__ import annotations

import pytest

from languages.codes import canonical
from languages.errors import AmbiguousLanguage
from languages.evidence import rows
from languages.groups import find_group, found_by, leaves_open, members_of, taken_for
from languages.names import lines_of
from languages.questions import group_meant, told_of_group
from languages.registry import candidates, find_language, get_language, get_one_language


@pytest.mark.parametrize(
    ("code", "member"),
    [
        ("zh", "cmn"), ("ar", "arb"), ("sw", "swh"), ("et", "ekk"), ("fa", "pes"), ("ms", "zsm"), ("no", "nb"),
        ("az", "azj"), ("lv", "lvs"), ("mg", "plt"), ("mn", "khk"), ("ne", "npi"), ("or", "ory"), ("ps", "pbu"),
        ("sq", "als"), ("uz", "uzn"), ("yi", "ydd"), ("ku", "kmr"), ("ay", "ayr"), ("gn", "gug"), ("om", "gaz"),
        ("kok", "gom"),
    ],
)  # fmt: skip
def test_a_code_that_practice_takes_for_one_member_is_that_member(code: str, member: str) -> None:
    assert taken_for(code) == member
    assert member in members_of(code)
    assert get_one_language(code).tag == canonical(member) == canonical(code)


def test_what_a_code_is_taken_for_is_told_with_its_source() -> None:
    told = told_of_group("ar")
    assert told.startswith("Arabic (ar) is 28 languages, here taken for Standard Arabic (CLDR")
    assert "`vernacast languages --of ar`" in told
    assert [told_of_group(tag) for tag in ("ca", "nn", "arz", "ar-EG", "qu")] == [""] * 5


@pytest.mark.parametrize("code", ["qu", "ff", "zap", "cr", "oj", "bik", "kv", "qu-BO", "ff-Adlm", "que", "ZAP"])
def test_a_code_that_leaves_open_which_language_is_meant_asks(code: str) -> None:
    assert get_language(code).tag == canonical(code)
    assert leaves_open(canonical(code))
    with pytest.raises(AmbiguousLanguage) as caught:
        get_one_language(code)
    assert len(caught.value.candidates) >= 2
    for tag, name, known in caught.value.candidates:
        assert get_one_language(tag).tag == tag, tag
        assert name
        assert known


def test_the_question_names_the_best_known_first_and_says_what_machines_do_in_them() -> None:
    with pytest.raises(AmbiguousLanguage) as caught:
        get_one_language("qu")
    tags = [tag for tag, _, _ in caught.value.candidates]
    assert tags.index("quy") < tags.index("quz") < tags.index("qws")
    assert "Ayacucho Quechua (quy: speaks, listens, translates)" in str(caught.value)
    assert tags[:2] == ["quy", "quz"]
    said = str(caught.value)
    assert "43 languages" in said
    assert "and 35 more" in said
    assert said.endswith("`vernacast languages --of qu` shows all of them, and what can be done in each.")
    assert len(said) < 800
    assert caught.value.exit_code == 2


def test_the_code_of_a_collection_is_known_in_any_case() -> None:
    asked = {code: candidates(code) for code in ("roa", "ROA", "Roa")}
    assert len(asked["roa"]) > 40
    assert set(asked.values()) == {asked["roa"]}
    with pytest.raises(AmbiguousLanguage, match="Romance languages"):
        get_language("Roa")


@pytest.mark.parametrize("code", ["kg", "ik", "zza", "hmn"])
def test_a_code_that_models_have_and_no_code_of_its_members_is_offered_and_taken(code: str) -> None:
    with pytest.raises(AmbiguousLanguage, match=rf"\({code}: [stl]") as caught:
        get_language(get_language(code).name)
    assert f"--of {code}" in str(caught.value)
    assert get_one_language(code).tag == code
    assert f"({code}) is {len(members_of(code))} languages, and models name it by this code" in told_of_group(code)


def test_a_language_that_its_macrolanguages_code_is_taken_for_points_to_it() -> None:
    assert [wide.tag for member in ("tw",) if (wide := found_by(member))] == ["ak"]
    assert [found_by(tag) for tag in ("fat", "ak", "nb", "es")] == [None] * 4


def test_one_group_may_be_meant_by_a_code_or_a_name() -> None:
    asked = (
        "Zapotec",
        "Quechua",
        "Kichwa",
        "Mayan",
        "mayan languages",
        "ARA",
        "Creoles and pidgins",
        "bh",
        "quy",
        "Maya",
    )
    found = [group.tag if (group := group_meant(name)) else "" for name in asked]
    assert found == ["zap", "qu", "qu", "myn", "myn", "ar", "crp", "bh", "", ""]


def test_a_region_narrows_the_question() -> None:
    with pytest.raises(AmbiguousLanguage) as caught:
        get_one_language("qu-BO")
    assert {tag for tag, _, _ in caught.value.candidates} == {"quh", "qul"}
    assert "--of" not in str(caught.value)  # they are all there


@pytest.mark.parametrize("code", ["ber", "nah", "bat", "ber_Latn", "nah_Latn", "oto", "bai", "sgn"])
def test_a_collection_is_answered_with_its_languages(code: str) -> None:
    assert find_language(code) is None
    with pytest.raises(AmbiguousLanguage) as caught:
        get_language(code)
    assert len(caught.value.candidates) > 2


@pytest.mark.parametrize(
    ("name", "among"),
    [
        ("Aja", {"aja", "ajg"}),
        ("Bari", {"bfa", "mot"}),
        ("Quechua", {"quy", "quz", "quh"}),
        ("Kechua", {"quy", "quz"}),
        ("Kichwa", {"quy", "qvc", "qug"}),
        ("Zapotec", {"zai", "zaa"}),
        ("Mixtec", {"mib", "mig"}),
        ("Kurdish", {"ku", "ckb", "sdh"}),
        ("Norwegian", {"nb", "nn"}),
        ("norsk", {"nb", "nn"}),
        ("Dinka", {"din", "dip"}),
        ("Aymara", {"ay", "ayc"}),
        ("Serbo-Croatian", {"bs", "hr", "sr", "sr-ME"}),
        ("Nahuatl", {"nch", "nhe"}),
        ("Sami", {"se", "sma"}),
        ("Berber", {"kab", "rif"}),
        ("Kikongo", {"kng", "kwy", "kg"}),
        ("Fante", {"ak", "fat", "tw"}),
        ("Yup'ik", {"esu", "ems", "ess", "ynk"}),
        ("wichi", {"wlv", "mzh", "mtp"}),
        ("rarámuri", {"tar", "thh"}),
        ("Mixteco", {"mib", "mig"}),
        ("Bahasa Melayu", {"ms", "zlm"}),
        ("Ga", {"ga", "gaa"}),
        ("Sign", {"ase", "ncs", "lsp"}),
        ("sign language", {"ase", "ncs", "lsp"}),
        ("Tshiluba", {"lu", "lua"}),
        ("isiNdebele", {"nd", "nr"}),
        ("ⵜⴰⵎⴰⵣⵉⵖⵜ", {"zgh", "tzm"}),
        ("Mon", {"mn", "mnw"}),
    ],
)
def test_a_name_of_several_languages_is_a_question(name: str, among: set[str]) -> None:
    assert find_language(name) is None
    with pytest.raises(AmbiguousLanguage) as caught:
        get_language(name)
    found = {tag for tag, _, _ in caught.value.candidates}
    assert among <= found == set(candidates(name))


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Kurmanji", "ku"), ("Sorani", "ckb"), ("Bokmål", "nb"), ("Nynorsk", "nn"), ("Swahili", "sw"),
        ("Chinese", "zh"), ("Arabic", "ar"), ("Persian", "fa"), ("Ayacucho Quechua", "quy"), ("Isthmus Zapotec", "zai"),
        ("Southwestern Dinka", "din"), ("Central Aymara", "ay"), ("Malay", "ms"), ("Diidxazá", "zai"),
    ],
)  # fmt: skip
def test_a_name_that_says_which_member_is_no_question(name: str, tag: str) -> None:
    assert get_one_language(name).tag == tag


def test_every_group_has_members_that_are_found_one_by_one() -> None:
    for tag, kind, _, _, taken, _, by_name, why in lines_of("groups.tsv"):
        group = find_group(tag)
        assert group is not None
        assert why
        assert by_name in ("asks", "taken")
        if kind == "macrolanguage":
            assert len(group.members) > 1 or tag == "sh", tag
            for member in group.members:
                assert canonical(member), (tag, member)
            assert not taken or canonical(taken) == canonical(tag) or tag == "ak", tag


def test_what_is_one_language_has_no_members() -> None:
    assert members_of("es") == members_of("quy") == ()
    assert not leaves_open("es")
    assert not leaves_open("zh-Hant")


def test_no_listed_code_of_iso_639_3_is_a_question_but_macrolanguages() -> None:
    asked = {row.iso639_3 for row in rows() if (tag := canonical(row.iso639_3)) and leaves_open(tag)}
    assert all(find_group(canonical(code)) for code in asked)
    assert "quz" not in asked
