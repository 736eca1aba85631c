"""How large things and animals are drawn beside people: compressed, so that small ones are seen, never turned round.

A drawing of a small thing is larger than the thing. How much of that is kept hangs on where it is: least of what
stands alone on the ground beside somebody, most of what lies on a table.
"""

from __future__ import annotations

from video.engines.papercut.things.catalog import ANIMALS, THINGS

STANDING, HELD, LYING = 0.45, 0.5, 0.6
"""The power of its enlargement that is kept of a thing on the ground, in a hand, on a table."""
MOST = 2.6
"""Times its true size at most."""
BESIDE, ALONE = 0.15, 0.3
"""The power by which small animals of the cast are nearer to people, or to the largest animal among them."""
TINY, FINDABLE, HUGE = (0.088, 0.125), 1.7, 0.8
"""Heights below which somebody would be lost beside people, and beside animals from the third on, as shares of a
person's; how much larger the smallest are drawn besides, at most."""
LARGE = 0.62
"""Height of the largest animal where no people are, as a share of a person's: smaller casts are drawn larger."""


def kept(kind: str, power: float) -> float:
    """The share of its drawn size at which a thing is drawn: 1 for what is drawn in its true size."""
    thing = THINGS[kind]
    enlarged = max(1.0, thing.height / 100 / max(0.005, thing.size))
    return min(enlarged**power, MOST) / enlarged


def group(sizes: tuple[float, ...], *, people: bool) -> float:
    """How much larger than life all of a cast are drawn: small animals among themselves, so that they are seen."""
    return 1.0 if people or not sizes else max(1.0, min(2.0, LARGE / max(sizes)))


def larger_than_life(kind: str, sizes: tuple[float, ...], *, people: bool) -> float:
    """By how much an animal of the cast is drawn larger; ``sizes`` of all animals of the cast who are there."""
    size = max(0.05, ANIMALS[kind].size)
    among = max((*sizes, size))
    if people:
        return max(1.0, min(FINDABLE, TINY[0] / size)) * max(1.0, min(1.35, (1 / size) ** BESIDE))
    tiny = max(1.0, min(FINDABLE, TINY[1] / size)) if among > HUGE else 1.0
    return tiny * group(sizes, people=False) * max(1.0, min(1.6, (among / size) ** ALONE))
