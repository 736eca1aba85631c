from __future__ import annotations

import pytest

from languages.names import lines_of
from languages.regions import countries_in, find_region, region_name, regions_like, regions_of
from languages.registry import all_languages


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Bolivia", "BO"), ("bolivia", "BO"), ("BO", "BO"), ("bo", "BO"), ("BOL", "BO"), ("Perú", "PE"), ("Peru", "PE"),
        ("Brasil", "BR"), ("Brésil", "BR"), ("Côte d’Ivoire", "CI"), ("cote d'ivoire", "CI"), ("Costa de Marfil", "CI"),
        ("Deutschland", "DE"), ("Alemania", "DE"), ("日本", "JP"), ("ኢትዮጵያ", "ET"), ("UK", "GB"), ("USA", "US"),
        ("Burma", "MM"), ("Czech Republic", "CZ"), ("Turkey", "TR"), ("Kosovo", "XK"), ("419", "419"),
        ("South America", "005"), ("América do Sul", "005"), ("Guinea", "GN"), ("Guiné", "GN"),
    ],
)  # fmt: skip
def test_a_region_is_found_by_code_and_name(said: str, code: str) -> None:
    assert find_region(said) == code
    assert region_name(code)


@pytest.mark.parametrize("nonsense", ["", " ", "Atlantis", "ZZ", "QQ", "\ud800", "\x00", "x" * 500, "-"])
def test_nonsense_is_no_region(nonsense: str) -> None:
    assert find_region(nonsense) is None


@pytest.mark.parametrize(
    ("tag", "regions"),
    [
        ("quy", ("PE",)),
        ("ast", ("ES", "PT")),
        ("oc-aranes", ("ES",)),
        ("ca-valencia", ("ES",)),
        ("pt-BR", ("BR",)),
        ("tlh", ()),
        ("nonsense", ()),
    ],
)
def test_where_a_language_is_used(tag: str, regions: tuple[str, ...]) -> None:
    assert regions_of(tag) == regions


@pytest.mark.parametrize("tag", ["yi-Latn", "ru-Latn", "sr-Latn", "uz-Cyrl", "kk-Arab"])
def test_where_a_script_is_used_is_not_said(tag: str) -> None:
    assert regions_of(tag) == regions_of(tag.partition("-")[0])


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("Bolvia", ["BO"]), ("Holland", ["NL"]), ("Holand", ["NL", "PL"]), ("Scotland", ["GB"]),
        ("the Netherlands", ["NL"]),
        ("Congo", ["CD", "CG"]), ("Korea", ["KP", "KR"]), ("Macedonia", ["MK"]), ("CS", ["RS", "ME"]), ("Atlantis", []),
    ],
)  # fmt: skip
def test_what_is_no_regions_name_is_answered_with_those_it_may_mean(said: str, codes: list[str]) -> None:
    assert find_region(said) is None
    assert list(regions_like(said)) == codes


def test_languages_near_a_place_are_found() -> None:
    near = {language.tag for language in all_languages() if "BO" in regions_of(language.tag)}
    assert {"quh", "ay", "gn", "ese", "trn", "es"} <= near
    assert "quy" not in near


def test_a_larger_region_has_its_countries() -> None:
    assert {"BO", "PE", "BR"} <= set(countries_in("005"))
    assert "MX" not in countries_in("005")
    assert {"BO", "MX", "US"} <= set(countries_in("019"))
    assert countries_in("BO") == ("BO",)
    assert countries_in("Narnia") == ()


def test_every_region_of_the_index_has_a_name() -> None:
    used = {region for line in lines_of("index.tsv") for region in line[8].split()}
    assert [region for region in used if not region_name(region)] == []
