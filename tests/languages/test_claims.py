"""What is claimed of languages by published lists, and on what evidence."""

from __future__ import annotations

import datetime

import pytest

from languages.card import Step
from languages.checkpoints import checkpoints
from languages.claims import Claim, Ground, Strength, allowed, grounds, licence_of, lists, published_claims, stand_ins
from languages.discover import get_engine
from languages.engine_codes import LISTS, tag_of, tags
from languages.evidence import rows
from languages.licences import Use, terms

MADLAD = grounds()["madlad"]


def figures(tag: str) -> dict[str, str]:
    return {claim.engine: claim.figure for claim in published_claims(tag)}


def counting(tag: str) -> set[str]:
    return {claim.engine for claim in published_claims(tag) if claim.counts}


@pytest.mark.parametrize("known", lists(), ids=lambda known: known.id)
def test_a_list_names_an_engine_that_does_the_step_and_a_model_that_it_loads(known: object) -> None:
    assert isinstance(known, Ground)
    assert known.codes in LISTS
    assert get_engine(known.engine).card.step is known.step
    models = [c for name, c in checkpoints().items() if known.engine in c.engines]
    assert any(known.weights == c.id or known.weights.startswith(c.id.partition("*")[0]) for c in models)
    assert datetime.date.fromisoformat(known.read) >= datetime.date(2026, 11, 1)
    assert known.source.startswith("https://")
    assert known.because.endswith(".")
    assert all(part in terms() for part in licence_of(known.weights).weights.split(" AND "))


def test_licences_are_those_of_the_engines_and_models() -> None:
    for known in grounds().values():
        card = get_engine(known.engine).card
        if not known.weights:
            assert (known.licence.code, known.licence.weights) == (card.licence.code, card.licence.weights), known.id
        assert known.step is card.step, known.id


def test_figures_are_those_of_the_makers() -> None:
    """Read by hand in their tables: per_language_results_table_7B_llm_asr.csv and docs/lang_id_name_map.tsv."""
    assert figures("quy")["speech/omnilingual"] == "character error rate 2.7 % of its 7B model"
    assert figures("quy")["speech/omnivoice"] == "0.05 hours of training speech"
    assert figures("ast")["speech/omnivoice"] == "8.48 hours of training speech"


def test_a_voice_with_little_speech_and_an_ear_that_mishears_do_not_count() -> None:
    assert counting("quy") == {"translation/nllb", "translation/madlad", "speech/mms", "speech/omnilingual"}
    assert "speech/omnilingual" not in counting("zh")  # 11.5 %
    assert "speech/omnivoice" in counting("zh")
    assert "speech/align" not in counting("quy")


def claim_of(tag: str, engine: str) -> Claim:
    (found,) = (claim for claim in published_claims(tag) if claim.engine == engine)
    return found


def test_madlad_counts_only_where_flores_200_has_texts() -> None:
    has = {
        tag_of(code) for row in rows() for key, value in row.cells if key == MADLAD.only_with for code in value.split()
    }
    for tag in tags("madlad"):
        assert claim_of(tag, "translation/madlad").counts == (tag in has), tag
    assert {"es", "ak", "kg", "crh-Latn"} <= has
    assert "yua" not in has
    assert "is tzm-Tfng only" in claim_of("tzm", "translation/madlad").because


@pytest.mark.parametrize(
    ("tag", "engine", "listed"),
    [
        ("sat", "translation/nllb", "sat-Beng"),
        ("sat", "translation/madlad", "sat-Latn"),
        ("tzm", "translation/nllb", "tzm-Tfng"),
        ("lld", "speech/omnilingual", "lld-gherd, lld-valbadia"),
        ("zh-TW", "speech/omnivoice", "zh"),
        ("uz", "speech/mms", "uz-Cyrl"),
        ("shi-Latn", "speech/mms", "shi"),
    ],
)
def test_what_a_list_has_in_another_form_is_told_and_does_not_count(tag: str, engine: str, listed: str) -> None:
    claim = claim_of(tag, engine)
    assert (claim.counts, claim.weights, claim.strength) == (False, "", Strength.LISTED)
    assert f"listed as {listed} only" in claim.because


def test_a_language_whose_script_nobody_knows_is_one_with_the_script_that_all_lists_have_it_in() -> None:
    assert stand_ins("ctd") == ("ctd", "ctd-Latn")
    assert stand_ins("ctd-Latn-MM") == ("ctd-Latn-MM", "ctd-Latn", "ctd")
    assert counting("ctd") == counting("ctd-Latn") == {"speech/mms", "speech/omnilingual"}
    assert claim_of("ctd", "speech/omnilingual").meant == "ctd-Latn"
    assert stand_ins("shi") == ("shi",)  # CLDR has it in Tifinagh
    assert stand_ins("gof") == ("gof",)  # GlotLID has it in Ethiopic
    assert stand_ins("bng") == ("bng",)  # only one list names a script


def test_a_code_that_the_list_may_hold_by_mistake_does_not_count() -> None:
    (claim,) = (claim for claim in published_claims("it") if claim.engine == "speech/mms")
    assert not claim.counts
    assert "another model's sake" in claim.because


def test_what_is_said_of_a_language_holds_for_its_regions_but_not_for_its_scripts_and_variants() -> None:
    assert stand_ins("pt-BR") == ("pt-BR", "pt")
    assert stand_ins("sr-Latn-ME") == ("sr-Latn-ME", "sr-Latn")
    assert stand_ins("oc-aranes") == ("oc-aranes",)
    assert {claim.meant for claim in published_claims("pt-BR")} == {"pt"}
    assert "speech/omnivoice" not in counting("sr-Latn")
    assert "speech/omnivoice" in counting("sr")


def test_hours_of_training_speech_are_no_measure_of_quality() -> None:
    (claim,) = (claim for claim in published_claims("zh") if claim.engine == "speech/omnivoice")
    assert claim.figure.startswith("111343")
    assert claim.strength is Strength.LISTED


def test_a_licence_bounds_what_it_may_be_used_for() -> None:
    (mms,) = (claim for claim in published_claims("quy") if claim.step is Step.SPEAK and claim.counts)
    assert mms.weights == "mms-tts-quy"
    assert [use for use in Use if allowed(mms, use)] == [Use.NONPROFIT, Use.COMMUNITY]
    assert allowed(mms, None)


@pytest.mark.parametrize("tag", ["aaa", "und-Latn", "x-none", ""])
def test_what_no_list_names_is_claimed_of_nobody(tag: str) -> None:
    assert published_claims(tag) == ()


def test_the_tags_of_the_coverage_table_are_those_of_its_codes() -> None:
    from languages.codes import canonical

    assert [row.tag for row in rows()] == [canonical(row.iso639_3) for row in rows()]


def test_spanish_of_latin_america_is_asked_for_before_that_of_spain() -> None:
    assert stand_ins("es-MX") == ("es-MX", "es-419", "es")
    assert stand_ins("es-US") == ("es-US", "es-419", "es")
    assert stand_ins("es-ES") == ("es-ES", "es")
    assert stand_ins("pt-BR") == ("pt-BR", "pt")
