"""Times of day with a full stop (``9.45 pm``), which are no decimals: pure, by what is written about them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from languages.number_words import day_periods, dots_times
from languages.segments import spaceless

_TIME = re.compile(r"([01]?\d|2[0-4])\.[0-5]\d")
_AFTER = r"น\.|Uhr(?!\w)|h(?!\w)"
_BEFORE = r"เวลา|\bklo|\bkl\.?|\bpukul|\bkell"
"""Said with a time. Source: CLDR 48.2, dateTimeFormats of th, fi, da nb sv, id, et; times of de, fr («14 Uhr», «14 h»);
น. is short for นาฬิกา, which CLDR's long time of th has."""
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Clock:
    """How times of day are written in one language."""

    dotted: bool = False
    """With a full stop, so that every such number may be one."""
    after: re.Pattern[str] = re.compile(rf"\s?(?:{_AFTER})")
    before: re.Pattern[str] = re.compile(rf"(?:{_BEFORE})\s?$")

    def tells(self, text: str, start: int, end: int) -> bool:
        """Whether words about a number, or the language's way of writing times, make of it a time of day."""
        return _TIME.fullmatch(text, start, end) is not None and (
            self.dotted
            or self.after.match(text, end) is not None
            or self.before.search(text[max(0, start - _LONGEST) : start]) is not None
        )


@lru_cache(256)
def clock_of(tag: str) -> Clock:
    """How times are written in a language, by CLDR: there ``AM`` is ``am`` and ``a.m.`` too."""
    told = {period for period in day_periods(tag) if len(period) > 1}
    forms = [_standing(period) for period in sorted(told)]
    ahead = [_standing(period) for period in sorted(told) if period[0] > "\u02ff"]  # not «I am 1.75 m tall»
    if {re.sub(r"[\W]", "", period).casefold() for period in told} & {"am", "pm"}:
        forms.append(r"(?<!\w)[ap]\.?\s?m(?!\w)")
    return Clock(
        dotted=dots_times(tag),
        after=re.compile(rf"\s?(?:{'|'.join((_AFTER, *forms))})", re.IGNORECASE),
        before=re.compile(rf"(?:{'|'.join((_BEFORE, *ahead))})\s?$", re.IGNORECASE),
    )


def _standing(period: str) -> str:
    """A pattern of a word that stands alone, but in scripts without spaces, and with any space in it."""
    words = r"\s?".join(map(re.escape, period.split()))
    return words if spaceless(period[0]) else rf"(?<![^\W\d_]){words}(?!\w)"
