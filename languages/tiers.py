"""What can be done in a language in a person's words, computed from claims and from nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from languages.card import Step
from languages.claims import Claim, Strength, allowed, stand_ins
from languages.licences import Use


class Tier(StrEnum):
    """What machines do in a language, and what is left to people; most first."""

    DRAFTS_AND_SPEAKS = "the machine can draft and speak"
    SPEAKS = "the machine can speak, you write"
    RECORD = "you write and record, the machine times and checks it"
    HELP = "help us start"


NEEDS = {
    Tier.DRAFTS_AND_SPEAKS: (Step.TRANSLATE, Step.SPEAK),
    Tier.SPEAKS: (Step.SPEAK,),
    Tier.RECORD: (Step.LISTEN,),
    Tier.HELP: (),
}
"""Steps that a tier stands on: each must have a claim that counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """The tier of a language for one use, with the claims that it stands on."""

    tier: Tier
    strength: Strength | None
    """The weakest step's best evidence; None where the tier stands on nothing."""
    can: tuple[Step, ...]
    """Of translating, speaking and listening those that have a claim that counts."""


def standing(claims: Sequence[Claim], step: Step, use: Use | None = None, origin: str = "") -> tuple[Claim, ...]:
    """Claims of a step that count for a use, the strongest first; of a translation those from ``origin``, if given."""
    found = [
        claim
        for claim in claims
        if claim.step is step
        and claim.counts
        and (step is not Step.TRANSLATE or not origin or any(one in claim.origins for one in stand_ins(origin)))
        and allowed(claim, use)
    ]
    return tuple(sorted(found, key=lambda claim: -claim.strength))


def rate(claims: Sequence[Claim], use: Use | None = None, origin: str = "") -> Rating:
    """The tier that claims about one language give.

    Args:
        claims: all that are known of it.
        use: what the work is made for; None = anything that some licence allows.
        origin: canonical tag of the language that drafts are made from; empty = any.
    """
    best = {
        step: found[0].strength
        for step in (Step.TRANSLATE, Step.SPEAK, Step.LISTEN)
        if (found := standing(claims, step, use, origin))
    }
    tier = next(tier for tier, steps in NEEDS.items() if all(step in best for step in steps))
    strengths = [best[step] for step in NEEDS[tier]]
    return Rating(tier=tier, strength=min(strengths) if strengths else None, can=tuple(best))
