"""Apertium's mode names, files and routes, without Apertium."""

from __future__ import annotations

import pytest

from translation.apertium_installed import evidence
from translation.apertium_modes import Evidence, Mode, parse_mode, split_name, tag_of, ways_over


def mode(name: str, *, broken: str = "") -> Mode:
    codes = split_name(name)
    assert codes
    return Mode(
        name=name,
        start=codes[0],
        end=codes[1],
        source=tag_of(codes[0]),
        target=tag_of(codes[1]),
        broken=broken,
    )


@pytest.mark.parametrize(
    ("name", "tags"),
    [
        ("spa-cat", ("es", "ca")),
        ("es-eo", ("es", "eo")),
        ("fra-oci_gascon", ("fr", "oc-gascon")),
        ("es-oc_aran", ("es", "oc-aranes")),
        ("cat-srd", ("ca", "sc")),
        ("spa-cat_valencia", ("es", "ca-valencia")),
        ("nob-nno", ("nb", "nn")),
        ("cat-eng_US", ("ca", "en-US")),
        ("es-pt_BR", ("es", "pt-BR")),
        ("fra-frp", ("fr", "frp")),
        ("ind-zlm", ("id", "ms")),
        ("eng-hbs", ("en", "sr-Latn")),
        ("eng-hbs_SR", ("en", "sr-Latn")),
        ("pol-szl", ("pl", "szl")),
    ],
)
def test_a_modes_name_gives_canonical_tags(name: str, tags: tuple[str, str]) -> None:
    codes = split_name(name)
    assert codes
    assert (tag_of(codes[0]), tag_of(codes[1])) == tags


@pytest.mark.parametrize("name", ["spa-ast-pn-old", "eco-es-fr", "es-eo-no_cg", "fr-eo-bytecode", "spa", "a-b"])
def test_modes_that_are_no_translation_are_passed_over(name: str) -> None:
    assert split_name(name) is None


def test_further_spellings_of_a_language_have_no_tag() -> None:
    assert tag_of("cat_pre2017") == ""
    assert tag_of("cat_valencia_uni") == ""


def test_a_mode_file_becomes_commands_that_answer_at_nul() -> None:
    text = "lt-proc -w '/a b/x.bin' | apertium-tagger -g $2 '/y.prob' |apertium-pretransfer| lt-proc $1 /z@w.bin"
    assert parse_mode(text) == (
        ("lt-proc", "-z", "-w", "/a b/x.bin"),
        ("apertium-tagger", "-z", "-g", "/y.prob"),
        ("apertium-pretransfer", "-z"),
        ("lt-proc", "-z", "-g", "/z@w.bin"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "lt-proc x.bin | apertium-transfer-j a b c",
        "lt-proc x.bin; rm -r /",
        "lt-proc x.bin > /etc/passwd",
        "lt-proc x.bin || true",
        "/tmp/lt-proc x.bin",
        "lt-proc 'x.bin",
        "",
    ],
)
def test_a_mode_file_with_anything_else_in_it_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_mode(text)


def test_the_better_way_comes_before_the_shorter_one() -> None:
    modes = tuple(mode(n) for n in ("spa-cat", "cat-oci", "spa-oci"))
    table = {
        "spa-cat": Evidence(rank=0.9),
        "cat-oci": Evidence(rank=0.8),
        "spa-oci": Evidence(rank=0.3, evidence="shaky"),
    }
    found = [w.route for w in ways_over(modes, table) if (w.route.source, w.route.target) == ("es", "oc")]
    assert [r.id for r in found] == ["spa-cat>cat-oci", "spa-oci"]
    assert found[0].rank == pytest.approx(0.9 * 0.8 * 0.95, abs=0.001)
    assert found[0].hops == 2
    assert found[1].evidence == "shaky"


def test_a_broken_mode_says_so_and_is_part_of_no_way() -> None:
    modes = (mode("spa-cat"), mode("cat-srd", broken="its data is not installed"))
    routes = [w.route for w in ways_over(modes, {})]
    assert [r.id for r in routes] == ["cat-srd", "spa-cat"]
    assert routes[0].broken == "its data is not installed"
    assert routes[0].rank == 0.0


def test_ways_go_over_the_same_variety_only_and_never_back() -> None:
    modes = tuple(mode(n) for n in ("spa-cat_valencia", "cat-srd", "cat-spa", "es-fr", "fr-es"))
    ids = {w.route.id for w in ways_over(modes, {})}
    assert "spa-cat_valencia>cat-srd" not in ids
    assert "es-fr>fr-es" not in ids
    assert "fr-es>spa-cat_valencia" in ids
    assert all(w.route.source != w.route.target for w in ways_over(modes, {}))


def test_a_pair_has_at_most_three_ways_of_at_most_three_hops() -> None:
    names = [f"{a}-{b}" for a in ("spa", "cat", "fra", "ita", "por") for b in ("cat", "fra", "ita", "por", "srd")]
    ways = ways_over(tuple(mode(n) for n in names if n[:3] != n[4:]), {})
    assert sum((w.route.source, w.route.target) == ("es", "sc") for w in ways) == 3
    assert max(w.route.hops for w in ways) <= 3


def test_another_variety_shares_what_is_known_of_its_pair() -> None:
    (way,) = ways_over((mode("eng-cat_valencia"),), {"eng-cat": Evidence(rank=0.15, evidence="bad")})
    assert (way.route.rank, way.route.evidence) == (0.15, "bad")


def test_the_table_of_evidence_is_whole() -> None:
    table = evidence()
    assert len(table) > 30
    assert all(0 <= e.rank <= 1 and e.evidence for e in table.values())
    assert all(e.rank < 0.35 for name, e in table.items() if name.startswith("eng-"))
    assert table["es-oc"].broken
    assert table["rus-bel"].broken
