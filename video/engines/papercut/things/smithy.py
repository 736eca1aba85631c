"""Of smiths, stables, knights and builders: anvils, saddles, yokes, chains, armour, diggers; small houses."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import (
    CREAM,
    DARK_IRON,
    GOLD,
    IRON,
    PALE_WOOD,
    WOOD,
    Prop,
    Trim,
    ring,
    stand,
    tint,
)

_STEEL = 0xA9B2B8


def _anvil(board: Board, trim: Trim) -> None:
    """An anvil on its block."""
    iron = trim.own(board, 0x565C66)
    stand(board, 22)
    board.sheet(polygon([(-18, -24), (18, -24), (21, 0), (-21, 0)]), tint(board, WOOD), 2.6)
    board.sheet(oval(0, -24, 18, 3.4), lighter(tint(board, WOOD), 0.25), 1)
    board.stroke(smooth([(-19.4, -14), (0, -11), (19.4, -14)]), tint(board, DARK_IRON), 2.4)
    board.sheet(polygon([(-13, -25), (13, -25), (7, -32), (7, -37), (-7, -37), (-7, -32)]), darker(iron, 0.1), 1.6)
    board.sheet(
        smooth([(-34, -46), (-14, -48), (21, -48), (21, -40), (8, -36), (-10, -36), (-20, -40)], closed=True,
               tension=10), iron, 2.4,
    )  # fmt: skip
    board.stroke(line((-28, -46), (20, -47)), lighter(iron, 0.45), 1.4)


def _saddle(board: Board, trim: Trim) -> None:
    leather = trim.own(board, 0x8A4F2E)
    for x in (-6, 6):
        board.stroke(line((x, -26), (x * 1.2, -8)), darker(leather, 0.35), 2)
        board.stroke(smooth([(x * 1.2 - 4, -1), (x * 1.2, -8), (x * 1.2 + 4, -1), (x * 1.2 - 4, -1)]),
                     tint(board, _STEEL), 1.8)  # fmt: skip
    board.sheet(smooth([(-27, -34), (25, -33), (23, -12), (0, -8), (-23, -12)], closed=True, tension=8),
                tint(board, 0x9E3B34), 1.8)  # fmt: skip
    board.sheet(smooth([(-18, -32), (16, -32), (15, -17), (4, -13), (-9, -15)], closed=True, tension=8), leather, 2)
    seat = [
        (-27, -44),
        (-22, -47),
        (-12, -38),
        (6, -37),
        (16, -42),
        (21, -50),
        (25, -47),
        (22, -32),
        (0, -28),
        (-22, -32),
    ]
    board.sheet(smooth(seat, closed=True), lighter(leather, 0.12), 2.4)
    board.sheet(oval(23, -49, 3.6, 3), darker(leather, 0.2), 1)
    board.stroke(smooth([(-14, -28), (0, -19), (12, -28)]), lighter(leather, 0.35), 0.9, 0.8)


def _horseshoe(board: Board, trim: Trim) -> None:
    iron = trim.own(board, 0x8A9098)
    arc = [(-9, -1), (-14, -12), (-12, -26), (0, -33), (12, -26), (14, -12), (9, -1)]
    board.sheet(limb(arc, [6, 7, 7.6, 8, 7.6, 7, 6]), iron, 2)
    for x, y in ((-12.6, -9), (-12.6, -19), (-7, -28), (7, -28), (12.6, -19), (12.6, -9)):
        board.flat(oval(x, y, 1.2, 1.2), darker(iron, 0.6))


def _yoke(board: Board, trim: Trim) -> None:
    """A yoke for two oxen."""
    wood = trim.own(board, 0x9A6A40)
    beam = [(-46, -24), (-36, -31), (-24, -33), (-12, -27), (0, -25), (12, -27), (24, -33), (36, -31), (46, -24)]
    for x in (-27, 27):
        bow = [(x - 9, -30), (x - 9, -10), (x, -1), (x + 9, -10), (x + 9, -30)]
        board.sheet(limb(bow, [3.4, 3.4, 3.4, 3.4, 3.4]), tint(board, PALE_WOOD), 1.4)
    board.sheet(limb(beam, [6, 8, 9, 9, 9, 9, 9, 8, 6]), wood, 2.6)
    board.sheet(ring(0, -17, 5, 3), tint(board, DARK_IRON), 1.2)
    board.stroke(smooth(beam[1:-1]), lighter(wood, 0.25), 1, 0.7)


def _chain(board: Board, trim: Trim) -> None:
    iron = trim.own(board, 0x7C838C)
    stand(board, 24)
    spots = ((-25, -5, 8), (-16, -8, -34), (-9, -16, -50), (0, -22, -8), (9, -18, 46), (14, -9, 52), (22, -5, 10))
    for k, (x, y, turn) in enumerate(spots):
        with board.at(x, y, turn=turn):
            if k % 2:
                board.sheet(box(-6.4, -1.6, 12.8, 3.4, 1.6), darker(iron, 0.15), 1.2)
            else:
                board.stroke(box(-6.6, -4, 13.2, 8, 4), darker(iron, 0.3), 3.4)
                board.stroke(box(-6.6, -4.3, 13.2, 8, 4), iron, 2.2)


def _armour(board: Board, trim: Trim) -> None:
    """A knight's armour, standing."""
    steel = trim.own(board, 0x9DA7B0)
    stand(board, 18)
    for side in (-1, 1):
        board.sheet(limb([(side * 7, -44), (side * 8, -24), (side * 8, -6)], [12, 10, 8]), steel, 1.8)
        board.sheet(oval(side * 8, -25, 6, 5), lighter(steel, 0.2), 1)
        board.sheet(smooth([(side * 3, -5), (side * 12, -5), (side * 19, 0), (side * 3, 0)], closed=True, tension=10),
                    darker(steel, 0.14), 1.2)  # fmt: skip
        board.sheet(limb([(side * 15, -74), (side * 20, -58), (side * 18, -42)], [9, 8, 7]), darker(steel, 0.08), 1.6)
        board.sheet(oval(side * 18, -40, 4.6, 5), darker(steel, 0.25), 1)
    board.sheet(polygon([(-12, -54), (12, -54), (17, -38), (0, -34), (-17, -38)]), darker(steel, 0.16), 1.6)
    board.sheet(smooth([(-15, -80), (15, -80), (15, -64), (10, -52), (-10, -52), (-15, -64)], closed=True, tension=8),
                steel, 2.6)  # fmt: skip
    for side in (-1, 1):
        board.sheet(oval(side * 15, -77, 7, 6), lighter(steel, 0.12), 1.6)
    board.stroke(line((0, -79), (0, -54)), darker(steel, 0.25), 1.2)
    board.sheet(limb([(-10, -54), (10, -54)], [3.4, 3.4]), tint(board, 0x7A4A30), 1)
    board.sheet(smooth([(2, -102), (-6, -112), (-18, -112), (-20, -102), (-10, -99)], closed=True),
                tint(board, 0xB8322F), 1.6)  # fmt: skip
    board.sheet(smooth([(0, -105), (10, -100), (10, -86), (5, -80), (-5, -80), (-10, -86), (-10, -100)], closed=True,
                       tension=8), steel, 2.2)  # fmt: skip
    board.flat(box(-7.4, -95, 14.8, 2.6, 1), 0x241F22)
    for x in (-4, 0, 4):
        board.flat(box(x - 0.6, -89, 1.2, 5, 0.6), 0x241F22)


def _digger(board: Board, trim: Trim) -> None:
    """A digger on its tracks, the bucket before it."""
    coat = trim.own(board, 0xE6A93C)
    stand(board, 76)
    board.sheet(limb([(14, -62), (60, -116)], [15, 12]), coat, 3)
    board.sheet(limb([(58, -116), (92, -62)], [12, 8]), darker(coat, 0.1), 2.6)
    board.sheet(limb([(30, -68), (50, -96)], [4, 4]), tint(board, _STEEL), 1.2)
    board.sheet(smooth([(86, -64), (100, -60), (104, -42), (88, -34), (76, -44)], closed=True, tension=8),
                tint(board, IRON), 2)  # fmt: skip
    for k in range(3):
        x, y = 78 + k * 4.6, -41 + k * 3
        board.sheet(polygon([(x, y), (x + 4, y + 2), (x + 0.6, y + 7)]), tint(board, IRON), 0.8)
    board.sheet(smooth([(-64, -64), (-58, -74), (-10, -74), (-10, -34), (-64, -34)], closed=True, tension=14), coat, 3)
    for k in range(3):
        board.flat(box(-58, -64 + k * 8, 26, 3, 1), darker(coat, 0.35))
    cab = polygon([(-14, -108), (14, -108), (26, -72), (26, -36), (-14, -36)])
    board.sheet(cab, coat, 2.6)
    board.sheet(polygon([(-8, -102), (11, -102), (20, -72), (20, -64), (-8, -64)]), tint(board, 0xBFDCE4), 1)
    board.flat(polygon([(-8, -102), (4, -102), (-8, -78)]), 0xFFFFFF, 0.4)
    board.sheet(box(-70, -30, 104, 30, 15), tint(board, DARK_IRON), 2.6)
    board.sheet(box(-63, -24, 90, 18, 9), lighter(tint(board, DARK_IRON), 0.16), 1)
    for k in range(4):
        board.sheet(oval(-52 + k * 23, -15, 7.4, 7.4), tint(board, _STEEL), 1)


def _birdhouse(board: Board, trim: Trim) -> None:
    """A small house for birds on a pole."""
    wood = trim.own(board, 0x6FA3A0)
    stand(board, 8)
    board.sheet(box(-2.2, -84, 4.4, 84), tint(board, WOOD), 1.8)
    board.sheet(polygon([(-15, -84), (15, -84), (15, -104), (0, -120), (-15, -104)]), wood, 2.6)
    board.flat(oval(0, -100, 5, 5), darker(wood, 0.65))
    board.sheet(limb([(0, -90.6), (0, -89)], [2.6, 2.6]), tint(board, PALE_WOOD), 1)
    board.sheet(box(-18, -85, 36, 3.4, 1), tint(board, PALE_WOOD), 1)
    for side in (-1, 1):
        board.sheet(limb([(side * 21, -98), (0, -123)], [4.4, 4.4]), tint(board, 0xB8472F), 1.6)


def _kennel(board: Board, trim: Trim) -> None:
    """A dog's house."""
    wood = trim.own(board, 0xB5713F)
    stand(board, 34)
    board.sheet(polygon([(-28, 0), (-28, -36), (0, -60), (28, -36), (28, 0)]), wood, 3)
    for y in (-10, -20, -30):
        board.stroke(line((-27, y), (27, y)), darker(wood, 0.25), 0.9, 0.8)
    board.sheet(smooth([(-14, 0), (-14, -22), (0, -34), (14, -22), (14, 0)], closed=True, tension=9),
                tint(board, 0x3A2A22), 0)  # fmt: skip
    for side in (-1, 1):
        board.sheet(polygon([(0, -68), (side * 37, -35), (side * 33, -29), (0, -58)]), tint(board, 0x9E3B34), 2)
    board.sheet(smooth([(-7, -43), (-5, -46.4), (0, -43), (5, -46.4), (7, -43), (5, -39.6), (0, -41.4), (-5, -39.6)],
                       closed=True), tint(board, CREAM), 0.8)  # fmt: skip


def _mailbox(board: Board, trim: Trim) -> None:
    """A box for letters on its post."""
    coat = trim.own(board, 0xB8322F)
    stand(board, 9)
    board.sheet(box(-2.5, -57, 5, 57), tint(board, WOOD), 1.8)
    board.sheet(
        smooth([(-17, -56), (-17, -74), (-9, -82), (9, -82), (17, -74), (17, -56)], closed=True, tension=10), coat, 2.8
    )
    board.flat(box(-10, -73, 20, 3, 1), darker(coat, 0.6))
    board.sheet(polygon([(-7, -80), (7, -82), (8, -72), (-6, -72)]), tint(board, CREAM), 1)
    board.flat(box(-10, -72.6, 20, 1.6, 0.6), darker(coat, 0.3))
    board.sheet(box(-6, -68, 12, 8, 1), lighter(coat, 0.2), 1)
    board.sheet(limb([(17, -64), (19, -84)], [2, 2]), tint(board, GOLD), 0.8)
    board.sheet(polygon([(19, -86), (28, -83), (19, -78)]), tint(board, GOLD), 0.8)


def _bouquet(board: Board, trim: Trim) -> None:
    """A bunch of flowers in paper."""
    petal = trim.own(board, 0xC8507A)
    green = tint(board, 0x5F8F4E)
    for x in (-8, -3, 3, 8):
        board.stroke(smooth([(x * 0.3, -6), (x * 0.6, -24), (x * 1.4, -42)]), green, 1.8)
    for x, y, turn in ((-15, -33, -50), (15, -33, 50), (0, -52, 0)):
        with board.at(x, y, turn=turn):
            board.sheet(smooth([(0, -9), (4, -2), (0, 6), (-4, -2)], closed=True), green, 1)
    blooms = ((-12, -41, petal), (12, -42, tint(board, 0xE8B83A)), (0, -48, tint(board, CREAM)),
              (-6, -32, tint(board, 0x7D5FA0)), (7, -33, petal))  # fmt: skip
    for x, y, tone in blooms:
        for k in range(6):
            a = 2 * pi * k / 6
            board.sheet(oval(x + 4.4 * cos(a), y + 4.4 * sin(a), 3.4, 3.4), tone, 0.7)
        board.sheet(oval(x, y, 2.8, 2.8), tint(board, GOLD), 0.6)
    board.sheet(polygon([(-15, -26), (0, -22), (15, -26), (4, 0), (-4, 0)]), tint(board, 0xE9DCBE), 1.8)
    board.stroke(line((0, -22), (-1, -1)), darker(tint(board, 0xE9DCBE), 0.25), 0.9)
    board.sheet(limb([(-7, -12), (7, -12)], [3.4, 3.4]), tint(board, 0xB8322F), 1)


SMITHY: dict[str, Prop] = {
    "anvil": Prop(draw=_anvil, top=-48),
    "saddle": Prop(draw=_saddle, medium="hand", grip=(0, -30), size=0.3),
    "horseshoe": Prop(draw=_horseshoe, medium="hand", grip=(0, -30), size=0.08),
    "yoke": Prop(draw=_yoke, grip=(0, -27), size=0.25),
    "chain": Prop(draw=_chain, medium="hand", grip=(0, -20), size=0.1),
    "armour": Prop(draw=_armour),
    "digger": Prop(draw=_digger),
    "birdhouse": Prop(draw=_birdhouse),
    "kennel": Prop(draw=_kennel),
    "mailbox": Prop(draw=_mailbox),
    "bouquet": Prop(draw=_bouquet, medium="hand", grip=(0, -5), size=0.25),
}
