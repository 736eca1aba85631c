"""Tiers are computed from claims and from nothing else."""

from __future__ import annotations

import dataclasses
import itertools

import pytest

from languages.card import Licence, Step
from languages.claims import Claim, Strength
from languages.language import Language
from languages.licences import Use
from languages.tiers import NEEDS, Tier, rate, standing
from languages.wanted import MOST, wishes

FREE = Licence(code="Apache-2.0", weights="Apache-2.0")
DRAFT = Claim(
    step=Step.TRANSLATE,
    engine="translation/any",
    says="drafts",
    strength=Strength.LISTED,
    counts=True,
    because="It is listed.",
    source="https://example.org",
    read="2026-11-22",
    licence=FREE,
    origins=("es", "en"),
)
VOICE = dataclasses.replace(DRAFT, step=Step.SPEAK, engine="speech/any", says="speaks", origins=())
EAR = dataclasses.replace(VOICE, step=Step.LISTEN, says="listens", strength=Strength.PUBLISHED, figure="3 %")


@pytest.mark.parametrize(
    ("claims", "tier"),
    [
        ((DRAFT, VOICE, EAR), Tier.DRAFTS_AND_SPEAKS),
        ((DRAFT, VOICE), Tier.DRAFTS_AND_SPEAKS),
        ((VOICE, EAR), Tier.SPEAKS),
        ((VOICE,), Tier.SPEAKS),
        ((DRAFT, EAR), Tier.RECORD),
        ((EAR,), Tier.RECORD),
        ((DRAFT,), Tier.HELP),
        ((), Tier.HELP),
    ],
)
def test_each_tier_stands_on_the_steps_that_it_names(claims: tuple[Claim, ...], tier: Tier) -> None:
    assert rate(claims).tier is tier


def test_a_claim_that_does_not_count_changes_no_tier() -> None:
    weak = dataclasses.replace(VOICE, counts=False, strength=Strength.MEASURED)
    assert rate((DRAFT, weak, EAR)) == rate((DRAFT, EAR))


def test_the_evidence_is_that_of_the_weakest_step() -> None:
    measured = dataclasses.replace(DRAFT, strength=Strength.MEASURED, figure="chrF 60")
    assert rate((measured, VOICE)).strength is Strength.LISTED
    heard = dataclasses.replace(VOICE, strength=Strength.PUBLISHED, figure="4 %")
    assert rate((measured, VOICE, heard)).strength is Strength.PUBLISHED
    assert rate(()).strength is None


def test_only_what_the_licence_allows_is_there_for_a_use() -> None:
    bound = dataclasses.replace(VOICE, licence=Licence(code="MIT", weights="CC-BY-NC-4.0"))
    assert rate((DRAFT, bound), Use.COMMUNITY).tier is Tier.DRAFTS_AND_SPEAKS
    assert rate((DRAFT, bound), Use.COMMERCIAL).tier is Tier.HELP
    unknown = dataclasses.replace(VOICE, licence=Licence(code="MIT", weights="unknown"))
    assert rate((unknown,), Use.COMMUNITY).tier is Tier.HELP


def test_drafts_count_from_the_language_that_is_asked_for() -> None:
    assert rate((DRAFT, VOICE), origin="es").tier is Tier.DRAFTS_AND_SPEAKS
    assert rate((DRAFT, VOICE), origin="qu").tier is Tier.SPEAKS
    assert standing((DRAFT,), Step.TRANSLATE, origin="qu") == ()


def test_more_claims_never_lower_a_tier() -> None:
    order = list(Tier)
    for size in range(4):
        for some in itertools.combinations((DRAFT, VOICE, EAR), size):
            for more in (DRAFT, VOICE, EAR):
                assert order.index(rate((*some, more)).tier) <= order.index(rate(some).tier)


def test_tiers_say_what_they_need() -> None:
    assert {tier: len(steps) for tier, steps in NEEDS.items()} == dict(zip(Tier, (2, 1, 1, 0), strict=True))


def wished(*claims: Claim, script: str = "Latn") -> list[str]:
    language = Language(tag="xx", iso639_3="", name="Any", script=script)
    return [wish.do for wish in wishes(language, claims, rate(claims))]


def test_what_would_lift_the_tier_is_wished_for_first() -> None:
    assert wished()[0].startswith("Record ten hours of speech, from many people")
    assert wished(EAR)[0].startswith("Record one person who agrees")
    assert wished(EAR, VOICE)[0].startswith("Translate:")
    assert wished(script="unknown")[0].startswith("Tell us in which script")


def test_where_all_is_there_but_unmeasured_speakers_are_asked_to_judge() -> None:
    (one,) = wished(DRAFT, VOICE, EAR)
    assert "translation/any and speech/any" in one
    measured = (
        dataclasses.replace(DRAFT, strength=Strength.MEASURED),
        dataclasses.replace(VOICE, strength=Strength.MEASURED),
    )
    assert wished(*measured, EAR) == []


def test_there_are_never_more_wishes_than_anybody_reads() -> None:
    assert len(wished(script="unknown")) == MOST
