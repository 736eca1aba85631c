"""What hands work on and the kit has no thing for: dough, a half peeled potato, a tub, a net in the lap.

In units of the figure, drawn about (0, 0), where the hand is that has it.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Point, box, limb, line, oval, polygon, smooth
from video.engines.papercut.people.pen import Pen

WOOD, IRON, LINEN, WATER, CLAY = 0xA97C50, 0x8D98A2, 0xE9DCC3, 0x8FC7E0, 0xB4664A


def _rag(pen: Pen, phase: float) -> None:
    """A cloth that hangs from the hand and swings."""
    a = 2.4 * math.sin(2 * math.pi * phase)
    cloth = smooth(
        [(-4, -2), (4, -2.5), (8.5 + a, 9), (6 + a, 19), (1 + a, 16), (-4 + a, 20), (-8 + a, 11)],
        closed=True,
        tension=7,
    )
    colour = pen.light.dye(0xD8574A)
    pen.sheet(cloth, colour, 2)
    with pen.within(cloth):
        for x in (-3.0, 2.5):
            pen.stroke(smooth([(x * 0.4, -2), (x + a * 0.6, 8), (x * 1.2 + a, 19)]), darker(colour, 0.2), 0.7, 0.7)


def _wrung(pen: Pen, phase: float) -> None:
    """A twisted cloth from (0, 0) to the right, and drops."""
    colour = pen.light.dye(0xD8E4EA)
    path = limb([(-3, 1), (4, -0.6), (10, 0.8), (17, -0.6), (24, 1)], [4.5, 7, 5.5, 7, 4.5])
    pen.sheet(path, colour, 2)
    with pen.within(path):
        for k in range(6):
            x = -1 + 4.2 * k
            pen.stroke(smooth([(x, -5), (x + 2.4, 0), (x + 2.0, 5)]), darker(colour, 0.22), 0.8, 0.8)
    _drops(pen, (10.0, 5.0), phase)


def _drops(pen: Pen, at: Point, phase: float, fall: float = 18.0) -> None:
    for k in range(3):
        y = fall * ((phase + k / 3) % 1.0)
        x = at[0] + (-2.6, 0.4, 2.8)[k]
        y += at[1]
        drop = smooth([(x, y - 2.6), (x + 1.4, y + 0.8), (x, y + 2), (x - 1.4, y + 0.8)], closed=True)
        pen.flat(drop, pen.light.dye(WATER), 0.95)


def _dough(pen: Pen, phase: float) -> None:
    """Dough on a board, pressed flat and gathered again."""
    flat = 0.5 + 0.5 * math.sin(2 * math.pi * phase)
    pen.sheet(box(-19, 4, 38, 3.4, 1.4), pen.light.dye(WOOD), 2)
    wide, tall = 11 + 3.5 * flat, 9 - 3 * flat
    lump = smooth(
        [(-wide, 4), (-wide * 0.8, 4 - tall), (0, 3.2 - tall), (wide * 0.8, 4 - tall), (wide, 4)], closed=True
    )
    pen.sheet(lump, pen.light.dye(0xEFDDB4), 1.6)


def _tuber(pen: Pen, phase: float) -> None:
    """A potato, half peeled, its peel hanging down."""
    skin, flesh = pen.light.dye(0xA87A4A), pen.light.dye(0xF2DFA4)
    whole = smooth([(-7, 0), (-5, -5.4), (1, -6.4), (7, -3.6), (7.4, 2), (2, 5.6), (-5, 4.8)], closed=True)
    pen.sheet(whole, skin, 1.6)
    with pen.within(whole):
        pen.flat(smooth([(1, -8), (9, -6), (10, 5), (3, 7), (0.4, 0)], closed=True), flesh)
    a = math.sin(2 * math.pi * phase)
    curl = smooth([(4, 4.6), (6.6 + a, 9), (4 + a, 12.6), (6.4 + 2 * a, 16)])
    pen.stroke(curl, skin, 2.2)


def _basin(pen: Pen, phase: float) -> None:
    """A tub with water and suds, its rim at (0, 0)."""
    wood = pen.light.dye(WOOD)
    tub = smooth([(-16, 0), (16, 0), (13, 15), (-13, 15)], closed=True, tension=12)
    pen.sheet(oval(0, 0, 16, 3.6), pen.light.dye(WATER), 1)
    pen.sheet(tub, wood, 2.5)
    for y in (4.0, 10.0):
        pen.stroke(line((-15 + y * 0.2, y), (15 - y * 0.2, y)), darker(wood, 0.3), 1.1, 0.9)
    for k, (x, r) in enumerate(((-9, 3.0), (-4, 2.3), (9, 2.8), (4, 1.9), (12, 1.8))):
        y = -1.4 - 0.8 * math.sin(2 * math.pi * (phase + k / 5))
        pen.sheet(oval(x, y, r, r), pen.light.dye(0xF6FAFC), 0.8)


def _lap_cloth(pen: Pen, phase: float) -> None:
    """Cloth that lies over the hand and hangs down, with a patch."""
    colour = pen.light.dye(0x4D7EA8)
    cloth = smooth([(-8, -2), (2, -3.4), (12, -2), (14, 9), (11, 18), (3, 15.5), (-5, 18.5), (-10, 9)],
                   closed=True, tension=8)  # fmt: skip
    pen.sheet(cloth, colour, 2)
    with pen.within(cloth):
        pen.flat(box(0, 2, 7, 7, 1), pen.light.dye(0xE2B04A))
        pen.stroke(box(-0.6, 1.4, 8.2, 8.2, 1), pen.light.dye(LINEN), 0.6, 0.9)


def _lap_net(pen: Pen, phase: float) -> None:
    """A net over the hand, hanging to the ground, with a float or two."""
    twine = pen.light.dye(0xCDB98A)
    for k in range(7):
        x = -9 + 3.6 * k
        pen.stroke(smooth([(x * 0.55 + 1, -2), (x, 12), (x * 1.25, 34)]), twine, 0.7)
    for k in range(8):
        y = 1 + 4.4 * k
        w = 6.5 + 0.7 * k
        pen.stroke(smooth([(1 - w, y), (1 - w * 0.3, y + 1.6), (1 + w * 0.3, y + 0.2), (1 + w, y + 1.4)]), twine, 0.7)
    pen.stroke(smooth([(-7, -1), (1, -3), (9, -1)]), darker(twine, 0.2), 1.4)
    for x in (-6.0, 7.0):
        pen.sheet(oval(x, 0.5, 2, 2), pen.light.dye(0xC2453A), 1)


def _shirt_wet(pen: Pen, phase: float) -> None:
    """A piece of washing that is rubbed in the tub."""
    colour = pen.light.dye(0xC9DCEB)
    pen.sheet(smooth([(-7, 3), (-4, -4), (3, -5), (8, -2), (7, 3)], closed=True), colour, 1.4)
    pen.stroke(smooth([(-4, 1), (0, -3), (5, 0)]), darker(colour, 0.2), 0.7, 0.8)


def _plate(pen: Pen, phase: float) -> None:
    """A plate, seen as one holds it up to dry it."""
    china = pen.light.dye(0xF3EEE2)
    pen.sheet(oval(0, 0, 9, 9), china, 2)
    pen.stroke(oval(0, 0, 5.8, 5.8), pen.light.dye(0x5E86A8), 0.9, 0.9)


def _lump(pen: Pen, phase: float) -> None:
    """A white mass in a round form, and whey that drips."""
    pen.sheet(oval(0, -2, 12, 4.2), pen.light.dye(0xF7F0DD), 1.4)
    pen.sheet(smooth([(-13, -1), (13, -1), (12, 7), (-12, 7)], closed=True, tension=12), pen.light.dye(WOOD), 2)
    _drops(pen, (0.0, 9.0), phase)


def _clay_lump(pen: Pen, phase: float) -> None:
    """Clay that is being given a form, as wide as both hands."""
    clay = pen.light.dye(0xA9623F)
    give = 0.8 * math.sin(2 * math.pi * phase)
    pen.sheet(
        smooth([(-12, 6), (-10 + give, -4), (-2, -8 - give), (8, -6), (12 - give, 1), (12, 6)], closed=True), clay, 2
    )
    for points in ([(-6, -3), (-2, -5), (2, -3)], [(1, 1), (5, -1), (9, 1)]):
        pen.stroke(smooth(points), darker(clay, 0.22), 1, 0.8)


def _clay_dish(pen: Pen, phase: float) -> None:
    """A broad dish of raw clay, wider than the one who moulds it."""
    clay = pen.light.dye(0xA9623F)
    pen.sheet(smooth([(-34, -5), (34, -5), (22, 7), (-22, 7)], closed=True, tension=14), darker(clay, 0.12), 2)
    pen.sheet(oval(0, -5, 34, 5.4), clay, 2)
    pen.flat(oval(0, -4.4, 28, 3.6), darker(clay, 0.24))


def _clay_bowl(pen: Pen, phase: float) -> None:
    """A bowl of raw clay."""
    clay = pen.light.dye(0xA9623F)
    pen.sheet(smooth([(-13, -8), (13, -8), (8, 6), (-8, 6)], closed=True, tension=10), clay, 2)
    pen.sheet(oval(0, -8, 13, 3), lighter(clay, 0.06), 1.4)
    pen.flat(oval(0, -7.6, 10, 2), darker(clay, 0.35))


def _paper(pen: Pen, phase: float) -> None:
    """A sheet on a board, with what has been drawn on it."""
    sheet = polygon([(-11, -9), (11, -11), (12, 9), (-10, 11)])
    pen.sheet(polygon([(-12.4, -10.4), (12.4, -12.4), (13.4, 10.2), (-11.4, 12.4)]), pen.light.dye(WOOD), 2)
    pen.sheet(sheet, pen.light.dye(0xFAF5E8), 1)
    for k in range(4):
        y = -5 + 3.6 * k
        pen.stroke(smooth([(-7, y), (-2, y - 1), (3, y + 0.2), (7 - 4 * (k == 3), y - 0.8)]), 0x5A5148, 0.7, 0.8)


def _picture(pen: Pen, phase: float) -> None:
    """A picture that is being painted."""
    pen.sheet(polygon([(-13, -11), (13, -13), (14, 11), (-12, 13)]), pen.light.dye(0xFAF5E8), 2)
    pen.flat(polygon([(-10.6, -8.6), (11, -10.4), (11.4, -1), (-10.2, 1)]), pen.light.dye(0x8FC3DC))
    pen.flat(polygon([(-10.2, 1), (11.4, -1), (11.8, 9), (-9.8, 10.6)]), pen.light.dye(0x79A85A))
    pen.flat(oval(-3.4, -4, 3, 3), pen.light.dye(0xF2C14B))


def _tube(pen: Pen, phase: float) -> None:
    """The tube of a wheel, in the water."""
    black = pen.light.dye(0x30343A)
    pen.sheet(oval(0, 0, 15, 14), black, 2)
    pen.flat(oval(0, 0, 8.6, 7.8), pen.light.dye(0xBFD9E4))
    pen.stroke(oval(0, 0, 12, 11), lighter(black, 0.3), 0.9, 0.7)


def _flames(pen: Pen, phase: float) -> None:
    a = math.sin(2 * math.pi * phase)
    for colour, k in ((0xF28A2E, 1.0), (0xFFC24A, 0.66), (0xFFF0B0, 0.34)):
        w, h = 11 * k, 17 * k
        flame = smooth([(-w, 0), (-w * 0.7, -h * 0.45), (-w * 0.25 + a, -h * 0.3), (a * 1.4, -h), (w * 0.3, -h * 0.4),
                        (w * 0.75 - a, -h * 0.6), (w, 0), (0, 3 * k)], closed=True)  # fmt: skip
        pen.flat(flame, colour)


def _ironed(pen: Pen, phase: float) -> None:
    """A shirt on a board, its sleeve hanging down."""
    cloth = pen.light.dye(0xB9D4E8)
    pen.sheet(box(-19, 2, 40, 3, 1.4), pen.light.dye(LINEN), 2)
    pen.sheet(smooth([(-15, 2.6), (-12, -1), (10, -1.6), (16, 2.6)], closed=True, tension=9), cloth, 1.4)
    pen.sheet(limb([(-9, 2), (-11, 9), (-10, 15)], [5, 4.6, 4.2]), darker(cloth, 0.08), 1.4)


def _fish_dish(pen: Pen, phase: float) -> None:
    """A grilled fish on a plate."""
    china, fish = pen.light.dye(0xF3EEE2), pen.light.dye(0xB98A54)
    pen.sheet(oval(0, 3, 14, 4.4), china, 2)
    body = smooth([(-11, -0.4), (-4, -4.8), (4, -4.2), (9, -0.6), (4, 2.8), (-4, 2.8)], closed=True)
    pen.sheet(polygon([(7.4, -0.6), (13.4, -5.2), (12.6, 3.6)]), fish, 1)
    pen.sheet(body, fish, 1.2)
    for x in (-5.0, -1.0, 3.0):
        pen.stroke(line((x, -3.6), (x + 1.6, 2.0)), darker(fish, 0.4), 0.9, 0.8)
    pen.flat(oval(-8, -1.2, 0.8, 0.8), 0x2E241A)


def _bite(pen: Pen, phase: float) -> None:
    """A fork with a bite on it, its bite upwards."""
    pen.sheet(limb([(0, 6), (0, -10)], [1.4, 1.2]), pen.light.dye(IRON), 0.8)
    pen.sheet(oval(0, -12, 3, 2.2), pen.light.dye(0xD9B27A), 0.8)


def _cord(pen: Pen, phase: float) -> None:
    """A cord with a knot, its ends in both hands: from (-8, 0) to (8, 0)."""
    a = math.sin(2 * math.pi * phase)
    hemp = pen.light.dye(0xD9BE84)
    for side in (-1, 1):
        pen.stroke(smooth([(side * 9, 0), (side * 4, 3 + a), (0, 3)]), darker(hemp, 0.3), 3.0)
        pen.stroke(smooth([(side * 9, 0), (side * 4, 3 + a), (0, 3)]), hemp, 2.2)
        pen.stroke(smooth([(0, 3), (side * 6, -4 - a), (side * 2.6, -8), (0, 2)]), hemp, 2.0)
        pen.stroke(smooth([(side * 9, 0), (side * 10, 8 + a), (side * 8, 15)]), hemp, 2.0)
    pen.sheet(oval(0, 3, 3, 2.6), darker(hemp, 0.1), 1)


def _rope_down(pen: Pen, phase: float) -> None:
    """A rope that comes up taut from the depth ahead into the hands, and falls slack behind."""
    hemp = pen.light.dye(0xD9BE84)
    for colour, width in ((darker(hemp, 0.35), 3.2), (hemp, 2.3)):
        pen.stroke(smooth([(-8, -2), (4, 3), (18, 18), (34, 38)]), colour, width)
        pen.stroke(smooth([(-8, -2), (-11, 10), (-8, 22), (-13, 32)]), colour, width)


def _garment(pen: Pen, phase: float) -> None:
    """A coat that is waved by its collar; (0, 0) is the collar, it flies to the right."""
    a = math.sin(2 * math.pi * phase)
    colour = pen.light.dye(0xE8B83A)
    coat = smooth([(-2, -3), (4, -6), (15, -11 + 3 * a), (31, -11 + 5 * a), (30, 7 + 4 * a), (16, 6 + 2 * a), (3, 5)],
                  closed=True, tension=8)  # fmt: skip
    for x, y in ((7, 3), (11, -9)):
        pen.sheet(
            limb([(x, y), (x + 6, y + 8 + 2 * a), (x + 12, y + 11 + 3 * a)], [6, 5, 4.6]), darker(colour, 0.12), 1.4
        )
    pen.sheet(coat, colour, 2)
    pen.stroke(smooth([(2, 0), (15, -2.5 + 2.5 * a), (30, -2 + 4.5 * a)]), darker(colour, 0.25), 0.8, 0.8)


def _seeds(pen: Pen, phase: float) -> None:
    """Seeds that fall from the hand."""
    for k in range(9):
        t = (phase * 2 + k / 9) % 1.0
        x, y = 2 + (k % 4) * 3.0 * (0.5 + t), 1 + 30 * t * t
        pen.flat(oval(x, y, 1.1, 1.5), pen.light.dye(0x8A5A2E))


def _knitting(pen: Pen, phase: float) -> None:
    """A piece of knitting that hangs down."""
    wool = pen.light.dye(0x3F8F8A)
    piece = smooth([(-6, -1), (9, -2), (9.5, 15), (-6.6, 16)], closed=True, tension=14)
    pen.sheet(limb([(-10, 2), (12, -3)], [1.1, 0.8]), pen.light.dye(WOOD), 0.8)
    pen.sheet(piece, wool, 2)
    with pen.within(piece):
        for y in (3.0, 7.5, 12.0):
            pen.stroke(line((-8, y), (11, y - 0.6)), lighter(wool, 0.3), 1.3, 0.9)


def _nail(pen: Pen, phase: float) -> None:
    """A nail in a piece of wood, the nail's head at (0, 0)."""
    iron = pen.light.dye(0x6E7780)
    pen.sheet(limb([(0, 0), (0, 9)], [1.6, 1.2]), iron, 1)
    pen.sheet(limb([(-2.2, 0), (2.2, 0)], [1.6, 1.6]), iron, 1)
    pen.sheet(box(-17, 7, 34, 6, 1), pen.light.dye(WOOD), 2)


def _plank(pen: Pen, phase: float) -> None:
    wood = pen.light.dye(WOOD)
    pen.sheet(box(-18, 0, 40, 5.5, 0.8), wood, 2)
    pen.stroke(line((-16, 2.2), (20, 2.2)), darker(wood, 0.25), 0.6, 0.7)


def _hung_shirt(pen: Pen, phase: float) -> None:
    """A wet shirt that hangs from two hands; its shoulders at (-6, 0) and (6, 0)."""
    a = 0.8 * math.sin(2 * math.pi * phase)
    linen = pen.light.dye(0xF3EEE2)
    for side in (-1, 1):
        pen.sheet(
            limb([(side * 7, 0), (side * 11 + a, 7), (side * 11 + a, 13)], [5, 4.6, 4.4]), darker(linen, 0.06), 1.2
        )
    shirt = smooth([(-8, -1), (-3, 1), (3, 1), (8, -1), (8 + a, 20), (-8 + a, 21)], closed=True, tension=12)
    pen.sheet(shirt, linen, 1.8)
    pen.stroke(line((a * 0.4, 2), (a, 20)), darker(linen, 0.2), 0.7, 0.8)


def _roast_fish(pen: Pen, phase: float) -> None:
    """A fish on a stick."""
    fish = pen.light.dye(0xB98A54)
    pen.sheet(polygon([(-7, 0), (-13, -4.4), (-12.4, 4.4)]), fish, 1)
    pen.sheet(smooth([(-9, 0), (-2, -4.8), (6, -3.6), (11, 0.4), (6, 3.4), (-2, 3.8)], closed=True), fish, 1.4)
    for x in (-2.0, 2.0, 5.4):
        pen.stroke(line((x, -3.2), (x + 1.4, 2.6)), darker(fish, 0.4), 0.9, 0.8)
    pen.flat(oval(8.4, -0.8, 0.8, 0.8), 0x2E241A)


def _skewer(pen: Pen, phase: float) -> None:
    """A stick, held behind its middle."""
    pen.sheet(limb([(0, 14), (0, -26)], [1.8, 1.2]), pen.light.dye(WOOD), 1.2)


STUFFS: dict[str, Callable[[Pen, float], None]] = {
    "rag": _rag,
    "roast_fish": _roast_fish,
    "skewer": _skewer,
    "hung_shirt": _hung_shirt,
    "wrung": _wrung,
    "dough": _dough,
    "tuber": _tuber,
    "basin": _basin,
    "nail_in": _nail,
    "sawn_plank": _plank,
    "knitting": _knitting,
    "lap_cloth": _lap_cloth,
    "lap_net": _lap_net,
    "garment": _garment,
    "washing": _shirt_wet,
    "china": _plate,
    "lump": _lump,
    "clay_lump": _clay_lump,
    "clay_dish": _clay_dish,
    "clay_bowl": _clay_bowl,
    "sheet": _paper,
    "cord": _cord,
    "rope_down": _rope_down,
    "seeds": _seeds,
    "tube": _tube,
    "painting": _picture,
    "flames": _flames,
    "ironed": _ironed,
    "fish_dish": _fish_dish,
    "bite": _bite,
}
