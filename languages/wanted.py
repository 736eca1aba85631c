"""What would help a language most: the next step that people can take, and why it is that one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from languages.card import Step
from languages.claims import Claim, Strength
from languages.groups import members_of
from languages.language import Language
from languages.subtags import UNKNOWN
from languages.tiers import Rating, Tier, standing

TEN_HOURS = (
    "Of the languages with 10 hours or more of speech, 95 % have a character error rate below 10; with less, 36 % have."
)
"""Source: per_language_results_table_7B_llm_asr.csv of Omnilingual ASR: 1,104 of 1,162 languages, and 186 of 521."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Something that people could do for a language."""

    do: str
    because: str


SIGNED = Wish(
    do="Film a signer: your own clip may stand for each scene (`![…](clip.mp4)`).",
    because="It is signed, and Vernacast knows words and sound only.",
)


def is_signed(language: Language) -> bool:
    """Whether it is a sign language: one of the collection ``sgn`` of ISO 639-5, or called so."""
    return language.tag.partition("-")[0] in (*members_of("sgn"), "sgn") or language.name.endswith("Sign Language")


def wishes(language: Language, claims: Sequence[Claim], rating: Rating) -> tuple[Wish, ...]:
    """What would help most, first what lifts the tier; never more than three."""
    if is_signed(language):
        return (SIGNED,)
    found: list[Wish] = []
    if language.script == UNKNOWN:
        found.append(
            Wish(
                do="Tell us in which script it is written.", because="No source that was read says it, or they differ."
            )
        )
    if Step.LISTEN not in rating.can and rating.tier in (Tier.HELP, Tier.SPEAKS, Tier.DRAFTS_AND_SPEAKS):
        found.append(_ear(claims))
    if Step.SPEAK not in rating.can:
        found.append(
            Wish(
                do="Record one person who agrees to lend the voice: ten hours read aloud, each line with its words.",
                because=f"No voice of this language counts. {TEN_HOURS}",
            )
        )
    if Step.TRANSLATE not in rating.can:
        found.append(
            Wish(
                do="Translate: every line that you approve is kept, and is offered again where it comes back.",
                because="No machine drafts it that counts; texts in two languages are what one would learn from.",
            )
        )
    if rating.strength in UNMEASURED and len(found) < MOST:
        found.append(
            Wish(
                do=f"Have three speakers judge twenty lines of {_engines(claims, rating)}, and send what they say.",
                because="Nobody has measured it: it may be good, and it may be of no use.",
            )
        )
    return tuple(found[:MOST])


MOST = 3
UNMEASURED = (Strength.LISTED, Strength.JUDGED)


def _ear(claims: Sequence[Claim]) -> Wish:
    heard = [c for c in claims if c.step is Step.LISTEN and c.figure]
    known = f"It is heard badly: {heard[0].figure}." if heard else "No ear was measured in it."
    return Wish(
        do="Record ten hours of speech, from many people, each line with its words.", because=f"{known} {TEN_HOURS}"
    )


def _engines(claims: Sequence[Claim], rating: Rating) -> str:
    best = [found[0] for step in (Step.TRANSLATE, Step.SPEAK) if (found := standing(claims, step))]
    return " and ".join(dict.fromkeys(claim.engine for claim in best if claim.strength in UNMEASURED))
