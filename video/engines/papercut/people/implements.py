"""Tools that handiwork needs and the kit has no thing for: a brush, a pump, an iron. In units of the figure.

Each is drawn about (0, 0), where the hand that has it is; what is drawn along a handle has it downwards.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Point, box, limb, line, oval, polygon, smooth
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.stuffs import IRON, LINEN, STUFFS, WATER, WOOD


def _brush(pen: Pen, phase: float) -> None:
    pen.sheet(limb([(0, 8), (0, -5)], [1.8, 2.2]), pen.light.dye(WOOD), 1.5)
    pen.sheet(box(-2.2, -8.5, 4.4, 3.8, 0.6), pen.light.dye(IRON), 1)
    tip = smooth([(-2.2, -8.2), (2.2, -8.2), (2.4, -12), (0, -16), (-2.4, -12)], closed=True, tension=7)
    pen.sheet(tip, pen.light.dye(0xC2453A), 1)


def _pump(pen: Pen, phase: float) -> None:
    """A foot-high air pump that stands at (0, 30); its handle at (0, 0) goes up and down."""
    y = -5 * math.sin(2 * math.pi * phase)
    iron = pen.light.dye(IRON)
    pen.sheet(limb([(0, y), (0, 14)], [1.6, 1.6]), iron, 1)
    pen.sheet(limb([(-6, y), (6, y)], [2.8, 2.8]), pen.light.dye(0x3F4650), 1.4)
    pen.stroke(smooth([(2, 28), (9, 30), (15, 24), (22, 28)]), pen.light.dye(0x2F343B), 1.5)
    pen.sheet(box(-3.2, 9, 6.4, 20, 1.6), pen.light.dye(0xC2453A), 1.8)
    pen.sheet(limb([(-6.4, 29.4), (6.4, 29.4)], [2.2, 2.2]), iron, 1)


def _match(pen: Pen, phase: float) -> None:
    flicker = 0.7 * math.sin(4 * math.pi * phase)
    pen.sheet(limb([(0, 3), (0, -9)], [1.3, 1.1]), pen.light.dye(WOOD), 0.8)
    pen.flat(smooth([(-2.2, -9), (flicker, -16), (2.2, -9), (0, -7)], closed=True), 0xFFB23E)
    pen.flat(smooth([(-1.1, -9), (0.5 * flicker, -13), (1.1, -9), (0, -8)], closed=True), 0xFFE9A0)


def _mortar(pen: Pen, phase: float) -> None:
    """A bowl of stone, its rim at (0, 0)."""
    stone = pen.light.dye(0x8C8478)
    pen.sheet(oval(0, 0, 11, 2.8), darker(stone, 0.35), 1)
    pen.sheet(smooth([(-11, 0), (11, 0), (8, 10), (4, 13), (-4, 13), (-8, 10)], closed=True, tension=9), stone, 2)


def _pestle(pen: Pen, phase: float) -> None:
    pen.sheet(limb([(0, -11), (0, 4), (0, 12)], [3.0, 3.0, 4.4]), pen.light.dye(0x6F6A62), 1.6)


def _sieve(pen: Pen, phase: float) -> None:
    wood = pen.light.dye(0xC79A5E)
    pen.sheet(oval(0, 0, 15, 4), pen.light.dye(LINEN), 1)
    pen.sheet(smooth([(-15, 0), (15, 0), (14.2, 5), (-14.2, 5)], closed=True, tension=12), wood, 2)
    for k in range(7):
        y = 6 + 14 * ((phase * 2 + k * 0.37) % 1.0)
        pen.flat(oval(-9 + 3 * k, y, 0.8, 1.0), pen.light.dye(0xF6EFDD), 0.95)


def _needles(pen: Pen, phase: float) -> None:
    pen.sheet(limb([(0, 6), (0, -14)], [1.2, 0.8]), pen.light.dye(WOOD), 0.8)


def _watering_can(pen: Pen, phase: float) -> None:
    """A can, its handle at (0, 0), its spout to the right, tilted; water runs from it."""
    tin = pen.light.dye(0x5E9C76)
    with pen.at(0, 0, 24):
        pen.stroke(smooth([(-7, 5), (-3, -2), (4, -2), (6, 5)]), darker(tin, 0.25), 1.8)
        pen.sheet(limb([(6, 14), (15, 7), (19, 4)], [3.4, 2.2, 2.0]), tin, 1.6)
        pen.sheet(smooth([(-8, 4), (7, 4), (8, 17), (-9, 17)], closed=True, tension=13), tin, 2)
        pen.sheet(limb([(17.6, 1.6), (20.6, 6.4)], [2.4, 2.4]), darker(tin, 0.2), 1)
    for k in range(8):
        t = (phase * 2 + k / 8) % 1.0
        x = 17 + 9 * t + (k % 3 - 1) * 2.6 * t
        y = 13 + 6 * t + 34 * t * t
        pen.flat(oval(x, y, 0.75, 1.5), pen.light.dye(WATER), 0.95)


def _stream(pen: Pen, phase: float) -> None:
    """Water that runs down from (0, 0)."""
    a = 0.7 * math.sin(2 * math.pi * phase)
    pen.flat(limb([(0, 0), (1.2, 4), (1.6 + a * 0.3, 8), (1.8, 13)], [2.2, 2.2, 1.9, 2.2]), pen.light.dye(WATER), 0.95)


def _handful(pen: Pen, phase: float) -> None:
    """Water in hollow hands, which drips."""
    pen.flat(smooth([(-5, 0), (0, -1.6), (5, 0), (3, 3), (-3, 3)], closed=True), pen.light.dye(WATER), 0.95)
    for k, x in enumerate((-2.4, 2.2)):
        t = (phase + 0.5 * k) % 1.0
        pen.flat(oval(x, 5 + 12 * t, 0.8, 1.4), pen.light.dye(WATER), 0.9 * (1 - t))


def _breath(pen: Pen, phase: float) -> None:
    """Breath that goes to the right from (0, 0)."""
    for k, y in enumerate((-2.6, 0.4, 3.4)):
        t = (phase + k / 3) % 1.0
        x = 2 + 9 * t
        curl = smooth([(x, y * (1 + 0.5 * t)), (x + 4, y * (1.2 + 0.5 * t) - 1), (x + 7, y * (1.3 + 0.5 * t))])
        pen.stroke(curl, pen.light.dye(0xFFFFFF, 0.4), 1.1, 0.85 * (1 - t))


def _spike(pen: Pen, phase: float) -> None:
    """A long nail, held by its head, its point upwards before it is turned."""
    iron = pen.light.dye(0x59616A)
    pen.sheet(polygon([(-1.3, 4), (1.3, 4), (0.3, -13), (-0.3, -13)]), iron, 1)
    pen.sheet(limb([(-3, 5), (3, 5)], [2, 2]), iron, 1)


def _pencil(pen: Pen, phase: float) -> None:
    pen.sheet(limb([(0, 12), (0, -5)], [2.6, 2.6]), pen.light.dye(0xE0A93A), 1.4)
    pen.sheet(polygon([(-1.3, -5), (1.3, -5), (0, -10)]), pen.light.dye(0xEAD3AE), 0.8)
    pen.flat(polygon([(-0.5, -8.2), (0.5, -8.2), (0, -10.2)]), 0x3A3530)


def _iron(pen: Pen, phase: float) -> None:
    """A flat iron, its handle at (0, 0)."""
    steel = pen.light.dye(0x7C8A96)
    pen.stroke(smooth([(-5, 5), (-5, 0), (5, 0), (6, 5)]), pen.light.dye(0x3A3F46), 2.4)
    pen.sheet(smooth([(-9, 11), (-8, 5), (4, 4.4), (13, 11)], closed=True, tension=9), steel, 2)
    pen.stroke(line((-9, 10.6), (12.6, 10.6)), lighter(steel, 0.4), 0.9, 0.9)


def _ladle(pen: Pen, phase: float) -> None:
    """A long wooden spoon, its bowl downwards."""
    wood = pen.light.dye(0x9A6A3C)
    pen.sheet(limb([(0, -13), (0, 12)], [2.2, 2.6]), wood, 1.6)
    pen.sheet(oval(0, 14, 4, 5), wood, 1.4)


def draw_legs_of_work(pen: Pen, at: Point) -> None:
    """What holds up a thing before who stands: a trestle from there to the ground."""
    wood = darker(pen.light.dye(WOOD), 0.18)
    x, y = at
    for side in (-1, 1):
        pen.sheet(limb([(x + side * 9, y), (x + side * 13, -1.0)], [3.4, 3.0]), wood, 1.6)
    pen.sheet(limb([(x - 11, y * 0.5), (x + 11, y * 0.5)], [2.4, 2.4]), wood, 1.2)
    pen.sheet(limb([(x - 17, y), (x + 17, y)], [3.4, 3.4]), pen.light.dye(WOOD), 1.8)


TRESTLE = "trestle"
IMPLEMENTS: dict[str, Callable[[Pen, float], None]] = {
    **STUFFS,
    "brush": _brush,
    "pump": _pump,
    "match": _match,
    "stone_mortar": _mortar,
    "pestle": _pestle,
    "sieve": _sieve,
    "needles": _needles,
    "watering_can": _watering_can,
    "stream": _stream,
    "breath": _breath,
    "handful": _handful,
    "spike": _spike,
    "pencil": _pencil,
    "iron": _iron,
    "ladle": _ladle,
}


def draw_implement(pen: Pen, kind: str, at: Point, *, phase: float, turn: float = 0.0) -> None:
    """Draws an implement at a hand, turned (degrees) about it."""
    if kind == TRESTLE:
        draw_legs_of_work(pen, at)
        return
    with pen.at(*at, turn=turn):
        IMPLEMENTS[kind](pen, phase)
