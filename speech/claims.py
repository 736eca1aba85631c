"""What is claimed of voices by rule: espeak-ng's and Festival's. Nothing here looks at this machine."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from languages.claims import Claim, Ground, Strength, grounds, stand_ins
from languages.codes import canonical
from speech.espeak_data import TAGS, WEAK, known_voices
from speech.misheard import rates

ESPEAK = "speech/espeak"
MOST_MISHEARD = 0.25
"""Of the letters of a voice that counts as understood: own choice; of plain English ones Whisper base mishears 3 %."""


@lru_cache
def _measured(engine: str) -> dict[str, float]:
    """Canonical tag → character error rate of the engine's plain voice, where it was measured."""
    found: dict[str, float] = {}
    for (whose, voice), rate in rates().items():
        name, _, variant = voice.partition("+")
        if whose == engine and not variant:
            tag = TAGS.get(name) or canonical(name) if engine == ESPEAK else "ca"
            found[tag] = rate
    return found


def claims_of(tag: str) -> tuple[Claim, ...]:
    """Claims about a canonical tag: of espeak-ng's voices, and of Festival's Catalan one."""
    found: list[Claim] = []
    voice = next((one for one in stand_ins(tag) if one in known_voices()), "")
    others = sorted(one for one in known_voices() if one.partition("-")[0] == tag.partition("-")[0])
    if voice:
        found.append(_claim(grounds()["espeak"], tag, voice, WEAK.get(voice, "")))
    elif others:
        only = f"It has a voice of {', '.join(others)} only."
        found.append(replace(_claim(grounds()["espeak"], tag, tag, only), counts=False))
    if "ca" in stand_ins(tag):
        found.append(_claim(grounds()["festival"], tag, "ca", ""))
    return tuple(found)


def _claim(known: Ground, tag: str, voice: str, weak: str) -> Claim:
    measured = _measured(known.engine)
    near = [rate for one in stand_ins(tag) if (rate := measured.get(one)) is not None]
    near = near or [rate for one, rate in measured.items() if one.partition("-")[0] == voice]
    return Claim(
        step=known.step,
        engine=known.engine,
        says=known.says,
        figure=f"Whisper base mishears {min(near):.0%} of its letters" if near else "",
        strength=Strength.LISTED if not near else Strength.POOR if min(near) > MOST_MISHEARD else Strength.MEASURED,
        counts=True,
        because=weak or known.because,
        source=known.source,
        read=known.read,
        licence=known.licence,
        meant="" if voice == tag else voice,
    )
