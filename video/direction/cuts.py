"""Where a scene is cut: which of its lines are told over one shot, and for about how long.

Cuts fall at the beginnings of lines only, so that every language has them at the same places whatever its lengths.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from languages.unicode_scripts import script_of
from video.shotlist import Said

CHARACTERS_PER_S = 15.0
"""Of speech in alphabets; own estimate from readings of the example."""
PAUSE_S = 0.6
"""After a line; own estimate."""
HEAVY = {"Hani": 3.0, "Hira": 2.0, "Kana": 2.0, "Hang": 2.5, "Ethi": 2.0, "Cher": 2.0, "Vaii": 2.0, "Yiii": 2.5}
"""How many letters of an alphabet a character takes as long to say as: those that stand for syllables or words."""
SHORTEST_S = 4.0
"""Before the eye has gone over a picture of several figures, a cut is felt as haste."""
FLASH_S = 2.5
"""Shorter than this, a shot is joined with its neighbour even where that makes it long."""
LONGEST_S = 14.0
"""Beyond that, a picture of paper that moves little is looked at long enough."""
EMPTY_S = 24.0
"""The same for a place without characters, which is not cut before."""
ONE_S = 8.0
"""A scene that is told in this time is one shot."""
STEPS_S = (4.0, 8.0)
"""How long one period of a shot may be: few values, so that an edited word draws nothing anew; and not longer, as a
longer shot shows it twice, and drawing and encoding cost by its length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Lines that are told over one shot: ``first`` up to, not including, ``end``."""

    first: int
    end: int
    seconds: float

    def period_s(self) -> float:
        """How long one period of its motion is."""
        return next((step for step in STEPS_S if step >= self.seconds), STEPS_S[-1])


def spoken_s(text: str) -> float:
    """About how long a line is heard, the pause after it included."""
    weight = float(len(text))
    if not text.isascii():
        weight = sum(HEAVY.get(script_of(c), 1.0) for c in text)
    return weight / CHARACTERS_PER_S + PAUSE_S


def cut(lines: tuple[Said, ...]) -> tuple[Stretch, ...]:
    """The stretches of a scene, at least one.

    Who speaks on stays in the picture; the narrator's lines are parted where they would be too long together.
    """
    times = [spoken_s(line.text) for line in lines]
    if not lines or sum(times) <= ONE_S:
        return (Stretch(first=0, end=len(lines), seconds=sum(times)),)
    found: list[Stretch] = []
    for i, line in enumerate(lines):
        last = found[-1] if found else None
        stays = last is not None and line.who == lines[i - 1].who
        if last is not None and stays and (line.who or last.seconds + times[i] <= LONGEST_S):
            found[-1] = Stretch(first=last.first, end=i + 1, seconds=last.seconds + times[i])
        else:
            found.append(Stretch(first=i, end=i + 1, seconds=times[i]))
    return _joined(found)


def _joined(found: list[Stretch]) -> tuple[Stretch, ...]:
    """None too short: each such is told over the picture of its shorter neighbour."""
    stretches = list(found)
    while len(stretches) > 1:
        short = [
            i for i in range(len(stretches)) if stretches[i].seconds < SHORTEST_S and _neighbour(stretches, i) >= 0
        ]
        if not short:
            break
        i = min(short, key=lambda n: (stretches[n].seconds, n))
        j = _neighbour(stretches, i)
        a, b = stretches[min(i, j)], stretches[max(i, j)]
        stretches[min(i, j) : max(i, j) + 1] = [Stretch(first=a.first, end=b.end, seconds=a.seconds + b.seconds)]
    return tuple(stretches)


def _neighbour(stretches: list[Stretch], i: int) -> int:
    """With which a short stretch is joined, or -1 where both would be too long and it is no flash."""
    beside = [j for j in (i - 1, i + 1) if 0 <= j < len(stretches)]
    j = min(beside, key=lambda n: (stretches[n].seconds, n))
    fits = stretches[i].seconds + stretches[j].seconds <= LONGEST_S
    return j if fits or stretches[i].seconds < FLASH_S else -1


def uncut(stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """A scene without characters: one shot as long as that can be looked at, as there is nobody to go near to."""
    whole = Stretch(first=0, end=stretches[-1].end, seconds=sum(s.seconds for s in stretches))
    return (whole,) if whole.seconds <= EMPTY_S else stretches


def cut_at(lines: tuple[Said, ...], firsts: tuple[int, ...]) -> tuple[Stretch, ...]:
    """The stretches that begin with given lines."""
    ends = (*firsts[1:], len(lines))
    times = [spoken_s(line.text) for line in lines]
    return tuple(
        Stretch(first=a, end=max(a, b), seconds=math.fsum(times[a:b])) for a, b in zip(firsts, ends, strict=True)
    )
