"""The hour and the weather of a scene, as its words tell them in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from video.concepts.whereabouts import INSIDE, WAVES
from video.concepts.words import fold, load_words

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

SOME_DAY = "some_day"
"""What "one day" and "on Saturday" say: a new day, if nothing tells the hour."""
BEFORE_DAWN = "before_dawn"
"""Dawn without its sun."""
_WINTER = "winter wintry hiver invierno invernal inverno hivern"
WINTER = frozenset(_WINTER.split())
"""Words for snow that only tell the season: a storm in winter need not be one of snow."""
_FALLING = """llueve llovia lloviendo nieva nevaba nevando raining drizzling pouring snowing pleut pleuvait neige
neigeait chove chovia chovendo nevava plou plovia"""
FALLING = frozenset((*_FALLING.split(), "il pleut", "il pleuvait", "il neigeait", "il neige"))
"""Words of rain and snow that fall while something else is told."""
BLACKOUT, POWER_BACK = "blackout", "power_back"
"""No lamp burns and no window is lit; the current is back (a concept that asks for no picture)."""
BLACK_SKY = frozenset(
    ("black sky", "sky is black", "sky was black", "cielo negro", "ciel noir", "cel negre", "ceu preto", "ceu negro")
)
"""Of clouds where a storm, wind or clouds are told, else of night."""
UNLIT = (
    "before there was", "before there were", "antes de que hub", "antes de que exist", "avant qu'il y",
    "antes de haver",
    "antes que houvesse", "abans que hi", "before the first day", "antes del primer dia", "avant le premier jour",
    "antes do primeiro dia", "before the sun was made", "before the sun was born",
)  # fmt: skip
"""How words for a night begin in which no light is in the sky yet."""
STORMY = frozenset(("storm", "rain", "wind", "cloud", "snow", "thunder", "lightning"))
NIGHTLY = frozenset(("moon", "star", "shooting_star"))


def hour_of(
    asked: Sequence[Mention], told: Sequence[Mention], seen: Sequence[Mention], *, candlelit: bool = False
) -> tuple[str, bool, bool]:
    """(the hour's id, whether words tell it, whether a new day begins); ``seen``: what is there in any case;
    ``candlelit``: candles give the light, so that it is night if no word tells another hour."""
    times = [m.concept.id for source in (asked, told) for m in source if m.concept.kind == "time" and m.count < 2]
    if _black(asked) and not any(m.concept.kind == "time" for m in asked):
        return "night", True, False
    lit = any(m.concept.id in NIGHTLY for m in asked) and not any(m.concept.kind == "time" for m in asked)
    if lit and not set(times) - {SOME_DAY, "day"}:  # a brief's moon before a line's "one day"
        return "night", True, bool(times) and times[0] == SOME_DAY
    if BEFORE_DAWN in times and times[0] == "dawn":
        times = [BEFORE_DAWN]
    new_day = bool(times) and times[0] in (SOME_DAY, BEFORE_DAWN, "dawn", "morning")
    time = next((t for t in times if t != SOME_DAY), "day" if times and not candlelit else None)
    if time is not None:
        return time, True, new_day
    if candlelit or any(m.concept.id in NIGHTLY for m in seen) or _cut_off((*seen, *told)):
        return "night", True, new_day
    return "day", False, False


def _cut_off(mentions: Sequence[Mention]) -> bool:
    return any(m.concept.id == BLACKOUT for m in mentions)


def weather_of(asked: Sequence[Mention], told: Sequence[Mention], *, briefed: bool) -> tuple[str, ...]:
    """Ids of the weather: the brief's, or where it tells of none and shows a place in the open, that it rains or snows
    while the lines tell; without a brief, what the lines tell."""
    own = asked if briefed else told
    found = [m for m in own if m.concept.kind == "weather" and m.concept.id != "dried_up"]
    found += [m for m in told if briefed and m.concept.id == BLACKOUT]
    if _black(own):
        found = [m for m in found if fold(m.word) not in BLACK_SKY]
    if not found and any(m.concept.kind == "place" and m.concept.id not in INSIDE for m in asked):
        bright = any(m.concept.kind == "sky" for m in asked)
        found = [m for m in told if m.concept.kind == "weather" and fold(m.word) in FALLING and not bright]
    wet = any(m.concept.id in ("rain", "storm") for m in found)
    kept = [m.concept.id for m in found if not (wet and m.concept.id == "snow" and fold(m.word) in WINTER)]
    if not kept or kept == ["wind"]:
        kept += ["overcast"] if any(_grey(m) for m in own) else []
    if {"overcast", "wind"} <= set(kept) and any(fold(m.word) in WAVES for m in own):
        kept = ["storm"]
    if _cut_off(told):  # one paints no power cut that lines tell of, but it is dark
        kept.append(BLACKOUT)
    return tuple(dict.fromkeys(kept))


def _black(found: Sequence[Mention]) -> bool:
    """Whether a black sky is that of a night: no cloud and no storm is told."""
    return any(fold(m.word) in BLACK_SKY for m in found) and not STORMY & {m.concept.id for m in found}


def is_unlit(found: Sequence[Mention]) -> bool:
    """Whether it is before there is a sun, a moon or a star."""
    nights = [fold(m.word) for m in found if m.concept.id == "night"]
    return any(word.startswith(UNLIT) for word in nights) and not NIGHTLY & {m.concept.id for m in found}


def _grey(m: Mention) -> bool:
    """Whether a day or the sky is called grey: "un matin gris", "grey November sky"."""
    return m.colour == load_words().colours["grey"] and (m.concept.kind == "time" or m.concept.id == "sky_above")
