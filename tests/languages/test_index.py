"""The derived tables say what the libraries say, but where they are newer or were decided otherwise."""

from __future__ import annotations

import langcodes
import pytest
from langcodes.data_dicts import LIKELY_SUBTAGS

from languages.codes import canonical, direction_of, iso639_3
from languages.groups import find_group
from languages.names import lines_of
from languages.registry import get_language
from languages.subtags import table

ROWS = lines_of("index.tsv")


def by_library(code: str) -> str:
    """What langcodes makes of a code; empty where it finds that it is not valid."""
    tag = langcodes.standardize_tag(code, macro=True)
    return tag if langcodes.Language.get(tag).is_valid() else ""


def is_decided(code: str, tag: str) -> bool:
    """Whether ``languages/data/groups.tsv`` decides over a macrolanguage or its member."""
    return any(find_group(x) for x in (code, tag, canonical(code)))


def test_tags_are_those_of_the_library() -> None:
    """Every ninth of them: all take seconds. ``is_valid`` of langcodes goes by the registry of 2021."""
    other = {
        row[0]: library
        for row in ROWS[::9]
        if (library := by_library(row[0])) not in ("", row[0]) and not is_decided(row[0], library)
    }
    assert other == {}


def test_aliases_are_those_of_the_library() -> None:
    other: dict[str, tuple[str, str]] = {}
    for code in list(table("alias"))[::3]:
        library, ours = by_library(code), canonical(code)
        if library not in ("", code, ours) and not is_decided(code, library):
            other[code] = (library, ours)
    # CLDR 48 has other wishes for these than the CLDR that langcodes carries.
    assert set(other) <= {"nbx", "zh-cmn-hans"}, other


def test_codes_of_iso_639_3_are_those_of_the_library() -> None:
    for row in ROWS:
        if len(row[0]) == 2 and row[0] != "sh":
            assert iso639_3(row[0]) == langcodes.Language.get(row[0]).to_alpha3(variant="T"), row[0]
        elif len(row[0]) == 3:
            assert row[1] == row[0]


def test_likely_scripts_are_those_of_the_library() -> None:
    other = {
        row[0]: (row[5], library)
        for row in ROWS
        if (library := LIKELY_SUBTAGS.get(row[0], "").split("-")[1:2])
        and row[5] not in ("", library[0])
        and library[0] in table("script")
    }
    assert len(other) < 30, other


@pytest.mark.parametrize(
    "tag", ["es", "ka", "am", "wo", "ast", "sat", "dv", "yi", "zh", "th", "quy", "nqo", "ff", "kl"]
)
def test_names_are_those_of_cldr(tag: str) -> None:
    row = next(row for row in ROWS if row[0] == tag)
    assert row[2] == langcodes.Language.get(tag).display_name() or row[2].replace("’", "'")
    assert get_language(tag).name == row[2]


def test_every_language_has_a_code_a_name_and_a_script_or_unknown() -> None:
    assert len(ROWS) > 7_800
    assert len({row[0] for row in ROWS}) == len(ROWS)
    for tag, iso, name, autonym, source, likely, script, read, regions, _ in ROWS:
        assert len(iso) == 3
        assert name
        assert bool(autonym) == bool(source)
        assert source in ("", "cldr", "sil")
        assert (script == "unknown") == (read == "")
        assert read in ("", "cldr", "corpora")
        assert likely in ("", *table("script")), tag
        assert direction_of(script) in ("ltr", "rtl", "unknown")
        assert all(len(region) == 2 for region in regions.split())
        assert canonical(tag) == tag
