"""Work with a tool on a thing: the thing in the nearer hand or on a trestle, the tool in the further one."""

from __future__ import annotations

from dataclasses import dataclass

from video.direction.handiwork import FIRE_BOWL, STANDS
from video.engines.papercut.people.implements import IMPLEMENTS, TRESTLE
from video.engines.papercut.people.items import Hands, Item, Moment, seen
from video.engines.papercut.people.tool import can_hold


def over(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    """A thing in the nearer hand, a tool in the further one that goes over it."""
    on, tool = seen(m.act.on), seen(m.act.holds)
    if m.act.on in STANDS or not (on and tool):
        return _reaching(m, tool)
    hold = m.at(15, 0.42)
    how = STROKES.get(m.act.task, Stroke())
    dx, dy = how.across * m.wave, how.down * (m.quarter if how.round else m.wave)
    hand = m.at(how.x + dx, how.up)
    hand = hand[0], hand[1] + dy
    middle = (hold[0] + 5.0, hold[1] - how.lift)
    if m.act.holds == "nail":
        tool = "spike"
    if m.act.on == FIRE_BOWL:
        on = "bowl"
    if m.act.task == "stir" and (on == "pan" or not can_hold(on)):
        on = "cooking_pot"
    if m.act.task == "stir" and tool == "spoon":
        tool = "ladle"
    if m.act.task == "paint" and on in ("sheet", "picture"):
        on = "painting"
    items = []
    if on:
        items.append(Item(kind=on, at=middle, centre=on not in IMPLEMENTS, most=how.most, least=15.0))
    if tool:
        at = (hand[0] - 1.0, hand[1] + 2.0)
        turn = how.turn + how.swing * m.wave
        items.append(Item(kind=tool, at=at, turn=turn, least=min(22.0, how.tool), most=how.tool))
    if how.inside:
        items.reverse()
    if m.act.on == FIRE_BOWL:
        items.insert(1, Item(kind="flames", at=(middle[0], middle[1] - 4.0)))
    if how.trestle and not m.joints.stance.lap:
        items.insert(0, Item(kind=TRESTLE, at=(middle[0], middle[1] + how.trestle)))
    hands: Hands = (hold, hand)
    return hands, tuple(items)


def _reaching(m: Moment, tool: str) -> tuple[Hands, tuple[Item, ...]]:
    """A tool on something large that stands ahead; of who kneels, low down."""
    if m.joints.stance.lap == "kneel":
        foot = m.ground(25, 0.0)
        hand = foot[0] + 1.5 * m.wave, -22.0 + 1.2 * m.quarter
        turn = 100.0
    else:
        hand = m.at(32 + 1.5 * m.wave, 0.8)
        hand = hand[0], hand[1] + 4.0 * m.wave
        turn = 62.0 + 18.0 * m.wave
    near = m.at(12, 0.3)
    items = (Item(kind=tool, at=(hand[0] + 1.0, hand[1] + 1.0), turn=turn, least=24.0, most=32.0),) if tool else ()
    return (near, hand), items


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """How a tool goes over a thing: where the hand is, and how far it moves."""

    x: float = 27.0
    up: float = 0.66
    across: float = 1.5
    down: float = 2.0
    round: bool = False
    turn: float = -70.0
    swing: float = 0.0
    lift: float = 2.0
    """How far the middle of the thing is above the hand that has it."""
    most: float = 24.0
    tool: float = 34.0
    """How large the tool may be."""
    inside: bool = False
    """Whether the tool goes into the thing, which hides its end."""
    trestle: float = 0.0
    """How far below the thing's place a trestle bears it; 0 = it is held."""


_BASIC: dict[str, Stroke] = {
    "stir": Stroke(x=24, up=0.96, across=2.6, down=1.0, round=True, turn=10, swing=7, lift=1, most=27, inside=True),
    "peel": Stroke(x=26, up=0.56, across=2.0, down=2.0, turn=-75),
    "cut": Stroke(x=26, up=0.68, across=0.8, down=2.6, turn=-110, swing=6),
    "carve": Stroke(x=27, up=0.6, across=2.4, down=1.0, turn=-75),
    "paint": Stroke(x=32, up=0.6, across=1.6, down=3.4, turn=-62, lift=7, most=30),
    "draw": Stroke(x=29, up=0.62, across=2.6, down=1.6, round=True, turn=-48, lift=6),
    "write": Stroke(x=29, up=0.62, across=3.0, down=0.6, round=True, turn=-48, lift=6),
    "sew": Stroke(x=27, up=0.66, across=2.6, down=4.4, turn=-35, lift=2),
    "spin": Stroke(x=28, up=0.62, across=0.6, down=4.0, turn=8, swing=14),
    "hammer_in": Stroke(
        x=33, up=0.66, across=-1.0, down=-3.0, turn=-62, swing=-22, lift=-2, most=30, tool=27, trestle=13
    ),
    "saw_up": Stroke(x=29, up=0.8, across=4.0, down=2.4, turn=-122, lift=-2, most=30, trestle=5),
    "pierce": Stroke(x=31, up=0.5, across=2.4, down=0.5, turn=-88, lift=2),
    "wipe": Stroke(x=22, up=0.6, across=2.6, down=2.6, round=True, turn=0, lift=4),
    "polish": Stroke(x=22, up=0.6, across=3.4, down=1.0, round=True, turn=0, lift=3),
    "light_up": Stroke(x=27, up=0.9, across=0.6, down=0.8, turn=-50, lift=7, most=26),
    "pound": Stroke(x=20, up=0.86, across=0.4, down=4.2, turn=4, lift=-2, most=30, inside=True),
    "knit": Stroke(x=25, up=0.56, across=1.6, down=1.2, round=True, turn=-50, lift=0),
}
STROKES = _BASIC | {
    "mend": _BASIC["sew"], "repair": _BASIC["hammer_in"], "beat": _BASIC["hammer_in"], "prise": _BASIC["pierce"],
    "ironing": Stroke(x=25, up=0.5, across=4.0, down=0.2, turn=0, lift=-2, most=30, trestle=3),
}  # fmt: skip
