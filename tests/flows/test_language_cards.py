"""Cards and the table of languages: what they claim, and that no claim goes beyond its evidence."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from flows.commands.languages import lines_of, run, told, uses
from flows.commands.languages_table import Wanted, read_table, wanted
from flows.language_card import read_card
from flows.language_claims import claims_of, making_claims
from flows.offers import read_offers
from languages.card import Step
from languages.claims import WORDS, Strength, allowed, stand_ins
from languages.codes import canonical, likely_script
from languages.engine_codes import LISTS, codes
from languages.environments import COMPLETE, folder_of
from languages.errors import AmbiguousLanguage, UnknownLanguage, UsageError
from languages.licences import Use
from languages.registry import all_languages, get_language
from languages.tiers import NEEDS, Tier, rate
from speech.espeak_data import known_voices
from translation.apertium_installed import evidence

ROOT = Path(__file__).resolve().parents[2]
COVERAGE = ROOT / "languages" / "data" / "coverage.tsv"


def rows_with(column: str) -> list[tuple[str, str]]:
    """(canonical tag, raw cell) of the published table."""
    lines = [line for line in COVERAGE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(canonical(row["iso3"]), row[column]) for row in csv.DictReader(lines, delimiter="\t") if row[column]]


def worst(column: str, pick: Callable[[Iterable[float]], float]) -> dict[str, float]:
    """Canonical tag → the figure that says least for it, where the table has several rows."""
    found: dict[str, list[float]] = {}
    for tag, value in rows_with(column):
        found.setdefault(tag, []).append(float(value))
    return {tag: pick(values) for tag, values in found.items()}


def test_every_language_of_every_list_has_a_card() -> None:
    known = {language.tag for language in all_languages()}
    assert len(known) >= 1800
    assert all(get_language(tag).tag == tag for tag in known)
    for name in LISTS:
        lacking = {tag for tag in codes(name).values() if tag.partition("-")[0] not in known}
        assert not lacking, name
    assert {tag for tag, _ in rows_with("name") if tag} <= known


def test_no_claim_of_any_card_goes_beyond_its_evidence() -> None:
    error, hours = worst("omniasr_cer7b", max), worst("omnivoice_tts_hours", min)
    for language in all_languages():
        for claim in claims_of(language.tag):
            place = f"{language.tag}: {claim.engine}"
            assert claim.source, place
            assert claim.because, place
            assert date.fromisoformat(claim.read) <= date.today() + timedelta(days=1), place  # in any time zone
            assert claim.licence.code, place
            assert claim.figure or claim.strength is Strength.LISTED, place  # a measurement has a figure
            if claim.engine == "speech/omnilingual" and claim.counts:
                assert error[(claim.meant or language.tag).partition("-")[0]] < 10, place
            if claim.engine == "speech/omnivoice" and claim.counts:
                assert hours[claim.meant or language.tag] >= 10, place


def test_no_tier_of_any_language_goes_beyond_its_claims() -> None:
    for language in all_languages():
        claims = making_claims(language.tag)
        for use in (None, *Use):
            rating = rate(claims, use)
            counted = {claim.step for claim in claims if claim.counts}
            assert set(NEEDS[rating.tier]) <= set(rating.can) <= counted, language.tag
            assert (rating.strength is None) == (rating.tier is Tier.HELP), language.tag
            best = [
                max(c.strength for c in claims if c.counts and c.step is step and allowed(c, use))
                for step in NEEDS[rating.tier]
            ]
            assert rating.strength == (min(best) if best else None), language.tag


@pytest.mark.parametrize(
    ("tag", "tier"),
    [
        ("quy", Tier.DRAFTS_AND_SPEAKS),
        ("yua", Tier.SPEAKS),
        ("ast", Tier.RECORD),
        ("sc", Tier.HELP),
        ("aaa", Tier.HELP),
    ],
)
def test_languages_of_each_tier(tag: str, tier: Tier) -> None:
    """Worked out by hand from the published lists."""
    assert rate(making_claims(tag)).tier is tier


def test_what_may_be_sold_is_less() -> None:
    card = read_card(get_language("quy"))
    by_use = dict(card.by_use)
    assert by_use[Use.COMMUNITY].tier is Tier.DRAFTS_AND_SPEAKS
    assert by_use[Use.COMMERCIAL].tier is Tier.RECORD
    assert "in commercial use: you write and record" in "\n".join(lines_of(card))


def test_a_card_says_all_that_the_issue_of_a_language_needs() -> None:
    text = "\n".join(lines_of(read_card(get_language("quechua ayacucho"))))
    for said in (
        "Ayacucho Quechua (quy): Runasimi",
        "used in Peru",
        "What can be done: the machine can draft and speak · never measured here",
        "character error rate 2.7 % of its 7B model · measured by its makers · for any use (Apache-2.0)",
        "for nonprofit and community use only (CC-BY-NC-4.0)",
        "2026-11-22, https://github.com/facebookresearch/fairseq",
        "On this machine now:",
        "fonts for Latn: Noto Sans (fonts-noto-core",
        "numbers in words: nobody here knows its number words",
        "flores quy_Latn",
        "What would help most:",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("installed", "step"),
    [(False, "`vernacast engines install speech/mms`"), (True, "`vernacast weights fetch mms-tts-quy`")],
)
def test_a_card_names_the_next_step_to_a_voice(
    installed: bool, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERNACAST_ENVS", str(tmp_path / "envs"))
    monkeypatch.setenv("VERNACAST_WEIGHTS", str(tmp_path / "weights"))
    if installed:
        folder_of("neural").mkdir(parents=True)
        (folder_of("neural") / COMPLETE).touch()
    lacking = dict(read_card(get_language("quy")).here.lacking)
    assert step in lacking["speech/mms mms-tts-quy"]


def test_what_nobody_knows_of_a_language_is_said() -> None:
    text = "\n".join(lines_of(read_card(get_language("aaa"))))
    assert "What can be done: help us start\n" in text
    assert "Drafts: no machine that we know of; people write it." in text
    assert "Voices: none that we know of; people record it." in text
    assert "never measured, so a text in another language is not noticed" in text
    assert "none that we know of names it" in text


def test_a_voice_that_is_all_but_silent_is_claimed_of_nobody() -> None:
    assert [claim.engine for claim in making_claims("chr") if claim.step is Step.SPEAK and claim.counts] == []
    (belarusian,) = (claim for claim in making_claims("be") if claim.engine == "speech/espeak")
    assert "dictionary is not complete" in belarusian.because


def test_routes_that_were_read_and_found_wanting_do_not_count() -> None:
    drafts = {claim.origins[0]: claim for claim in making_claims("es") if claim.engine == "translation/apertium"}
    assert not drafts["en"].counts
    assert {claim.counts for claim in making_claims("sr-Latn") if claim.engine == "translation/apertium"} == {False}
    catalan = {claim.origins[0]: claim for claim in making_claims("ca") if claim.engine == "translation/apertium"}
    assert catalan["es"].counts
    assert catalan["es"].strength is Strength.MEASURED


def test_measured_voices_have_their_figure() -> None:
    (spanish,) = (claim for claim in making_claims("es-MX") if claim.engine == "speech/espeak" and claim.counts)
    assert "Whisper base mishears" in spanish.figure
    assert spanish.strength is Strength.MEASURED


def test_the_table_is_narrowed_by_every_filter() -> None:
    everything = {row.tag: row for row in read_table(Wanted())}
    assert len(everything) == len(all_languages())
    spoken = read_table(wanted("speak,listen", "", "", "", "Bolivia"))
    assert {row.tag for row in spoken} >= {"quh", "ayo", "es"}
    assert all({Step.SPEAK, Step.LISTEN} <= set(row.can) and "BO" in row.regions for row in spoken)
    ethiopic = read_table(wanted("", "", "", "Ethiopic", ""))
    assert {row.script for row in ethiopic} == {"Ethi"}
    assert "am" in {row.tag for row in ethiopic}
    assert {row.tag for row in read_table(wanted("", "", "", "Ethi", ""))} == {row.tag for row in ethiopic}
    sold = {row.tag: row.tier for row in read_table(wanted("", "", "commercial", "", ""))}
    assert sold["quy"] is Tier.RECORD
    drafted = {row.tag for row in read_table(wanted("translate", "Spanish", "commercial", "", ""))}
    assert {"ast", "an", "gl"} <= drafted
    assert "sc" in drafted  # over Catalan
    assert "frp" not in drafted  # from French only
    assert "es" not in drafted


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("sing", "", "", "", ""), "Give translate, speak or listen"),
        (("", "", "free", "", ""), "Give commercial, nonprofit or community"),
        (("", "", "", "Runes of Mordor", ""), "is no script"),
        (("", "", "", "", "Atlantis"), "is no country or region"),
        (("", "", "", "", "Korea"), r"Did you mean North Korea \(KP\), South Korea \(KR\)"),
        (("", "", "", "", "Congo"), r"several. Did you mean Congo - Kinshasa \(CD\), Congo - Brazzaville \(CG\)"),
        (("", "", "", "", "Bolvia"), r"Did you mean Bolivia \(BO\)"),
        (("", "", "", "Hmong", ""), r"Did you mean Pahawh Hmong \(Hmng\), Nyiakeng Puachue Hmong \(Hmnp\)"),
        (("", "", "", "Canadian Aboriginal", ""), r"Did you mean Unified Canadian Aboriginal Syllabics \(Cans\)"),
        (("", "", "", "Aran", ""), r"is a style of Arabic \(Arab\)"),
        ((",", "", "", "", ""), "Give translate, speak or listen"),
    ],
)
def test_a_filter_that_cannot_be_read_is_refused(options: tuple[str, str, str, str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        wanted(*options)


def test_from_asks_which_language_and_filters_ask_for_the_table() -> None:
    with pytest.raises(AmbiguousLanguage):
        wanted("", "qu", "", "", "")
    with pytest.raises(UsageError, match="choose among all languages"):
        run("quy", wanted("speak", "", "", "", ""), as_json=False)
    with pytest.raises(AmbiguousLanguage, match="quy"):
        run("Quechua", Wanted(), as_json=False)
    with pytest.raises(UnknownLanguage):
        run("quechwa ayakuchano", Wanted(), as_json=False)


def test_card_and_table_are_data_too(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("ast", Wanted(), as_json=True) == 0
    card = json.loads(capfdbinary.readouterr().out)
    assert card["language"]["tag"] == "ast"
    assert card["rating"]["tier"] == str(Tier.RECORD)
    assert {"because", "source", "read", "figure", "strength"} <= set(card["claims"][0])
    assert run("", wanted("", "", "", "", "Bolivia"), as_json=True) == 0
    rows = json.loads(capfdbinary.readouterr().out)
    assert {"tag", "tier", "evidence", "can"} <= set(rows[0])


def test_columns_stand_below_each_other_in_every_script(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("", wanted("", "", "", "", "Asia"), as_json=False) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line[:1].isalpha()]
    rows = [(line, tier) for line in lines for tier in Tier if f"  {tier}" in line]
    assert len(rows) > 500
    wide = {
        sum(
            0
            if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me", "Cf")
            else 2
            if unicodedata.east_asian_width(c) in "WF"
            else 1
            for c in line[: line.index(f"  {tier}")]
        )
        for line, tier in rows
    }
    assert len(wide) == 1


def test_the_words_for_tiers_and_uses() -> None:
    rating = rate(making_claims("ast"))
    assert told(rating).endswith("(and a machine can draft it) · measured by its makers")
    (mms,) = (claim for claim in making_claims("quy") if claim.engine == "speech/mms")
    assert uses(mms) == "for nonprofit and community use only (CC-BY-NC-4.0)"


def test_regions_inherit_nothing_that_is_said_of_another_script() -> None:
    for tag in ("pa-PK", "mn-CN", "kk-CN", "uz-AF", "az-IR", "sd-IN", "ug-KZ", "zh-TW", "zh-HK", "sr-ME", "ha-SD"):
        script = likely_script(tag)
        written = canonical(f"{tag.partition('-')[0]}-{script}")
        assert written != tag.partition("-")[0], tag
        assert stand_ins(tag) == (tag, written)
        assert rate(making_claims(tag)).tier == rate(making_claims(written)).tier, tag
    for tag in ("pt-BR", "es-MX", "kk-KZ", "zh-SG"):
        assert stand_ins(tag)[-1] == tag.partition("-")[0]


def test_of_several_figures_the_range_is_told_and_the_least_counts() -> None:
    (sardinian,) = (c for c in making_claims("sc") if c.engine == "speech/omnilingual")
    assert sardinian.figure == "character error rate 8.2–16.3 % of its 7B model"
    assert not sardinian.counts
    (uzbek,) = (c for c in making_claims("uz") if c.engine == "speech/omnilingual")
    assert uzbek.counts


def test_a_figure_without_a_code_is_shown_and_does_not_count() -> None:
    (hakka,) = (c for c in making_claims("hak") if c.engine == "speech/omnilingual")
    assert (hakka.counts, hakka.figure) == (False, "character error rate 1.6 % of its 7B model")
    assert "hak-Latn only" in hakka.because


def test_drafts_from_a_regions_language_are_those_from_its_language() -> None:
    brazil = read_table(wanted("translate", "pt-BR", "", "", ""))
    portugal = read_table(wanted("translate", "pt", "", "", ""))
    assert {r.tag for r in brazil} - {"pt"} == {r.tag for r in portugal}
    assert len(portugal) > 100


def test_a_groups_card_asks_which_and_its_members_can_be_listed() -> None:
    text = "\n".join(lines_of(read_card(get_language("qu"))))
    assert "stands for 43 languages, and for none of them alone" in text
    assert "`vernacast languages --of qu`" in text
    members = {row.tag for row in read_table(wanted("", "", "", "", "", "qu"))}
    assert {"quy", "quz", "quh"} <= members
    assert len(members) == 43
    with pytest.raises(UsageError, match="no group of languages"):
        wanted("", "", "", "", "", "quy")
    assert wanted("", "", "", "", "", "Zapotec") == wanted("", "", "", "", "", "zap") != Wanted()


def members(of: str) -> tuple[str, ...]:
    return wanted("", "", "", "", "", of).members or ()


@pytest.mark.parametrize("of", ["bh", "bih", "him", "pra"])
def test_a_group_whose_languages_are_not_listed_is_refused(of: str) -> None:
    with pytest.raises(UsageError, match="its languages are not listed here"):
        members(of)


def test_collections_that_cldr_left_empty_have_their_languages() -> None:
    assert set(members("ypk")) == {"ems", "ess", "esu", "ynk"}
    assert set(members("hyx")) == {"axm", "hy", "hyw", "xcl"}
    assert "sq" in members("sqj")
    assert {"ht", "tpi", "kea"} & set(members("crp")) == {"ht", "kea"}


def test_near_a_place_are_languages_that_no_list_names_too(capsys: pytest.CaptureFixture[str]) -> None:
    near = wanted("", "", "", "", "Bolivia")
    tags = [row.tag for row in read_table(near)]
    assert {"mzp", "brg", "ito", "ure", "bvl", "quh", "es"} <= set(tags)
    assert tags == sorted(tags)
    assert run("", near, as_json=False) == 0
    head, *_, last = capsys.readouterr().out.split(" languages used in Bolivia (BO), where licences allow it.")
    assert head.startswith("tag ")
    assert "`vernacast languages TAG`" in last


def test_a_card_says_where_the_language_is_used_and_not_the_script() -> None:
    assert "the language is used in Serbia, " in "\n".join(lines_of(read_card(get_language("sr-Latn"))))
    assert "usual in Brazil" in "\n".join(lines_of(read_card(get_language("pt-BR"))))
    assert "Akan (ak) is taken for it: `vernacast languages ak`" in "\n".join(lines_of(read_card(get_language("tw"))))


def test_a_voice_that_is_hard_to_understand_is_called_poor() -> None:
    french = [c for c in making_claims("fr") if c.engine == "speech/espeak"]
    assert [c.strength for c in french] == [Strength.POOR]


def test_what_is_signed_is_not_to_be_read_aloud() -> None:
    for tag in ("ase", "ase-US", "bfi"):
        text = "\n".join(lines_of(read_card(get_language(tag))))
        assert "Film a signer" in text
        assert "Voices: none: it has no sound." in text
        assert "people record it" not in text
        assert "number words" not in text


@pytest.mark.parametrize("tag", ["fr", "it", "pt"])
def test_the_weakest_evidence_is_told_too(tag: str) -> None:
    """Their voices that may be sold were measured, and are poor."""
    card = read_card(get_language(tag))
    assert dict(card.by_use)[Use.COMMERCIAL].strength is Strength.POOR
    assert f"in commercial use: {Tier.DRAFTS_AND_SPEAKS} · measured here, and poor" in "\n".join(lines_of(card))
    (row,) = [row for row in read_table(wanted("", "", "commercial", "", "", "")) if row.tag == tag]
    assert row.evidence == "measured here, and poor"


FROM_LISTS = ("translation/nllb", "translation/madlad", "speech/mms", "speech/omnivoice", "speech/omnilingual")
"""Engines that offer what they list whatever is installed, broken where it is not."""
REGIONS = (
    "ca-ES",
    "en-GB",
    "es-MX",
    "eu-ES",
    "quy-PE",
    "pt-BR",
    "de-AT",
    "de-1901",
    "sr-ME",
    "qu-BO",
    "zh-TW",
    "zh-HK",
)


def test_what_counts_is_offered_too() -> None:
    for tag in (*REGIONS, *(language.tag for language in all_languages()[::40])):
        counted = [claim for claim in making_claims(tag) if claim.counts and claim.engine in FROM_LISTS]
        found = read_offers([("es", tag), ("en", tag)], [tag])
        routes = (*found.routes_between("es", tag), *found.routes_between("en", tag))
        offered = {engine for engine, _ in routes}
        offered |= {one.engine for one in (*found.voices_of(tag), *found.ears_of(tag))}
        assert {claim.engine for claim in counted} <= offered, tag


def test_a_region_is_offered_what_its_language_is() -> None:
    region, language = read_offers([("ca", "es-ES")], ["es-ES"]), read_offers([("ca", "es")], ["es"])
    assert region.routes_between("ca", "es-ES") == language.routes_between("ca", "es")
    assert region.voices_of("es-ES") == language.voices_of("es")
    here = read_card(get_language("es-ES")).here
    assert here == read_card(get_language("es")).here
    mexican = {v.language for v in read_offers([], ["es-MX"]).voices_of("es-MX") if v.engine == "speech/espeak"}
    assert mexican == {"es-419"}


def test_a_card_says_once_for_each_engine_how_its_drafts_could_be_had() -> None:
    lacking = [what for what, _ in read_card(get_language("quy")).here.lacking]
    assert {"translation/nllb", "translation/madlad"} <= set(lacking)
    assert len(lacking) == len(set(lacking))


def test_a_voice_of_espeak_is_claimed_only_where_there_is_one() -> None:
    (serbian,) = (claim for claim in making_claims("sr-Latn") if claim.engine == "speech/espeak")
    assert (serbian.counts, serbian.because) == (False, "It has a voice of sr only.")
    spoken = ((n.tag, c) for n in all_languages() for c in making_claims(n.tag) if c.engine == "speech/espeak")
    assert {claim.meant or tag for tag, claim in spoken if claim.counts} <= set(known_voices())


@pytest.mark.parametrize(
    ("tag", "route", "strength", "because"),
    [
        ("oc", "spa-cat>ca-oc", Strength.MEASURED, "no native speaker"),
        ("sc", "fra-cat>cat-srd", Strength.MEASURED, "no native speaker"),
        ("ca", "spa-cat", Strength.MEASURED, "no native speaker"),
        ("ca", "fra-cat", Strength.JUDGED, "it was read over fra-cat>cat-srd"),
        ("oc-aranes", "fra-cat>ca-oc_aran", Strength.JUDGED, "its parts were read"),
        ("ca-valencia", "spa-cat_valencia", Strength.JUDGED, "in another route"),
    ],
)
def test_only_a_route_that_was_read_itself_is_measured(tag: str, route: str, strength: Strength, because: str) -> None:
    (claim,) = (claim for claim in making_claims(tag) if f"({route})" in claim.says)
    assert claim.strength is strength
    assert because in claim.because
    assert ("Nobody read what it makes" in claim.because) == (strength is Strength.JUDGED)


def test_every_route_that_was_read_goes_over_known_modes() -> None:
    known = evidence()
    assert {mode for row in known.values() for mode in row.read.split(">") if mode} <= known.keys()


def test_malay_is_called_one_thing_by_apertium() -> None:
    assert any(claim.engine == "translation/apertium" for claim in making_claims("ms"))
    assert "apertium zlm" not in "\n".join(lines_of(read_card(get_language("zlm"))))


def test_no_tier_is_said_to_stand_on_identification() -> None:
    lines = lines_of(read_card(get_language("qu")))
    told = lines[lines.index("Identification:") + 1 :]
    assert told[0] == "  comes with Vernacast"
    assert "At no length of text" in told[2]
    assert not any(claim.counts for n in ("qu", "ca") for claim in claims_of(n) if claim.step is Step.IDENTIFY)


def test_a_card_as_data_has_the_question_and_evidence_in_words(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("qu", Wanted(), as_json=True) == 0
    card = json.loads(capfdbinary.readouterr().out)
    assert len(card["group"]["members"]) == 43
    assert card["group"]["taken_for"] == ""
    assert {claim["evidence"] for claim in card["claims"]} <= set(WORDS.values())
    assert card["rating"]["evidence"] == card["by_use"][1][1]["evidence"] == "never measured here"
    assert run("dan", Wanted(), as_json=True) == 0
    assert "dnj" in json.loads(capfdbinary.readouterr().out)["also"]
