"""What is claimed of voices by rule: espeak-ng's and Festival's. Nothing here looks at this machine."""

from __future__ import annotations

from functools import lru_cache

from languages.card import Card, Step
from languages.claims import Claim, Strength, stand_ins
from languages.codes import canonical
from languages.engine_codes import codes
from speech.engines import espeak, festival
from speech.espeak_data import TAGS, WEAK
from speech.misheard import MEASURED_ON, rates

BENCH = "tests/bench/misheard.py; speech/data/misheard.tsv"
TRIED = "2026-11-26"
"""When every voice of espeak-ng 1.51 was tried, and its list read from the package espeak-ng-data."""


@lru_cache
def _measured(engine: str) -> dict[str, float]:
    """Canonical tag → lowest character error rate of the voices of an engine that were measured."""
    found: dict[str, float] = {}
    for (whose, voice), rate in rates().items():
        if whose == engine:
            name = voice.partition("+")[0]
            tag = TAGS.get(name) or canonical(name) if engine == espeak.Engine.card.id else "ca"
            found[tag] = min(rate, found.get(tag, 1.0))
    return found


def claims_of(tag: str) -> tuple[Claim, ...]:
    """Claims about a canonical tag: of espeak-ng's voices, and of Festival's Catalan one."""
    found: list[Claim] = []
    spoken = frozenset(codes("espeak").values())
    voice = next((one for one in stand_ins(tag) if one in spoken), "")
    if voice:
        found.append(
            _claim(espeak.Engine.card, "a formant voice by espeak-ng, which sounds like a machine", tag, voice)
        )
    if "ca" in stand_ins(tag):
        found.append(_claim(festival.Engine.card, "eight characters of one voice by Festival", tag, "ca"))
    return tuple(found)


def _claim(card: Card, says: str, tag: str, voice: str) -> Claim:
    near = [rate for one in stand_ins(tag) if (rate := _measured(card.id).get(one)) is not None]
    near += [r for one, r in _measured(card.id).items() if one.partition("-")[0] == voice] if not near else []
    weak = WEAK.get(voice, "") if card.id == espeak.Engine.card.id else ""
    return Claim(
        step=Step.SPEAK,
        engine=card.id,
        says=says,
        figure=f"Whisper base mishears {min(near):.0%} of its letters" if near else "",
        strength=Strength.MEASURED if near else Strength.LISTED,
        counts=True,
        because=weak or "Every voice was tried, and gives sound; no speaker of the language judged any.",
        source=BENCH if near else card.licence.source,
        read=MEASURED_ON if near else TRIED,
        licence=card.licence,
        meant="" if voice == tag else voice,
    )
