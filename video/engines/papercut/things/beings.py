"""Who is neither person nor animal: a ghost, a robot, a snowman, a river; drawn without their faces."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, line, oval, polygon, smooth
from video.engines.papercut.things.moment import Moment, own
from video.engines.papercut.things.prop import stand, tint


def draw_ghost(board: Board, moment: Moment) -> None:
    """A sheet that hovers a little, 96 high; its face is about (0, -66)."""
    white = own(board, moment, 0xF3F1EC)
    sway = 2.0 * moment.swing()
    stand(board, 24)
    hem = [(-33 + 11 * k + sway * (0.6 + 0.1 * k), -9 if k % 2 else 0) for k in range(7)]
    sheet: list[Point] = [(-30, -48), (-25, -78), (0, -96), (25, -78), (30, -48), *reversed(hem)]
    for side in (-1, 1):
        arm: list[Point] = [(side * 24, -56), (side * 38, -54 + sway), (side * 46, -62 + 2 * sway)]
        board.sheet(limb(arm, [15, 12, 7]), darker(white, 0.06), 2)
    board.sheet(smooth(sheet, closed=True, tension=6), white, 3.5)
    for x in (-14, 1, 15):
        board.stroke(smooth([(x, -36), (x + 1 + sway * 0.4, -22), (x - 1 + sway * 0.7, -9)]), darker(white, 0.14), 1.3)


def draw_robot(board: Board, moment: Moment) -> None:
    """A robot of tin, 104 high; its face is about (0, -76)."""
    tin = own(board, moment, 0x8FA6AE)
    dark, lamp = darker(tin, 0.3), board.light.dye(0xE8B83A, 0.3)
    swing = 3 * moment.swing(2) if moment.gait in ("walk", "run") else 0.6 * moment.swing()
    stand(board, 22)
    for side in (-1, 1):
        x = side * 10
        board.sheet(limb([(x, -24), (x + side * swing * 0.4, -6)], [9, 9]), dark, 1.5)
        board.sheet(limb([(x - 4, -3.4), (x + 9, -3.4)], [6.8, 6.8]), darker(tin, 0.12), 1.5)
        arm: list[Point] = [(side * 20, -50), (side * 31, -42 + side * swing), (side * 30, -28 + side * swing)]
        board.sheet(limb(arm, [7, 6, 6]), dark, 1.5)
        board.sheet(oval(arm[2][0], arm[2][1] + 2, 5, 5), darker(tin, 0.12), 1.5)
    board.sheet(polygon([(-20, -57), (20, -57), (22, -22), (-22, -22)]), tin, 3)
    board.sheet(polygon([(-11, -50), (11, -50), (11, -36), (-11, -36)]), darker(tin, 0.18), 1)
    for k, x in enumerate((-6, 0, 6)):
        board.flat(oval(x, -43, 2, 2), (lamp, board.light.dye(0xC8443C, 0.4), board.light.dye(0x4E9A63, 0.4))[k])
    for x in (-16, 16):
        board.flat(oval(x, -27, 1.4, 1.4), dark)
    board.sheet(limb([(0, -56), (0, -62)], [9, 9]), dark, 1)
    board.stroke(line((0, -94), (swing * 0.5, -103)), dark, 1.8)
    board.sheet(oval(swing * 0.5, -104, 3, 3), lamp, 1)
    board.sheet(smooth([(-22, -62), (-22, -93), (22, -93), (22, -62)], closed=True, tension=14), tin, 3)
    for side in (-1, 1):
        board.sheet(oval(side * 23, -77, 3, 5), dark, 1)


def draw_snowman(board: Board, moment: Moment) -> None:
    """A snowman with scarf and hat, 98 high; its face is about (0, -77)."""
    snow = own(board, moment, 0xF8F8F4)
    worn = moment.livery.piece("neckscarf") if moment.livery is not None else None
    scarf = tint(board, worn[1] if worn is not None else 0xC8443C)
    wood, felt = tint(board, 0x6B4A36), tint(board, 0x3E4048)
    sway = moment.swing()
    stand(board, 22)
    for side in (-1, 1):
        board.stroke(smooth([(side * 13, -46), (side * 24, -51), (side * 34, -60 + sway)]), wood, 2)
        board.stroke(line((side * 26, -53), (side * 27, -61)), wood, 1.4)
    for y, wide, high in ((-19, 23, 20), (-49, 16.5, 15), (-73, 12.5, 12)):
        board.sheet(oval(0, y, wide, high), snow, 3)
    roll: list[Point] = [(-12, -65), (0, -61), (12, -65), (12, -60), (0, -55.4), (-12, -60)]
    board.sheet(smooth(roll, closed=True, tension=9), scarf, 1.5)
    board.sheet(polygon([(5, -58), (12, -58), (13 + sway, -42), (7 + sway, -41)]), scarf, 1.2)
    for x, y in ((0, -51), (0, -44)):
        board.flat(oval(x, y, 1.5, 1.5), 0x2F2A33)
    board.sheet(polygon([(-9, -98), (9, -98), (9, -84), (-9, -84)]), felt, 2)
    board.sheet(limb([(-13, -84.4), (13, -84.4)], [3.6, 3.6]), felt, 1.2)


def draw_carrot_nose(board: Board) -> None:
    """The nose of a snowman, over its face."""
    board.sheet(polygon([(1, -75.6), (12, -73.4), (1, -72.2)]), tint(board, 0xE8853A), 0.8)


def draw_water(board: Board, moment: Moment) -> None:
    """A wave that rises and looks about, 100 high; its face is about (0, -58)."""
    blue = own(board, moment, 0x4F93B8)
    roll = 2.4 * moment.swing()
    stand(board, 52)
    for k, tone in ((-1, darker(blue, 0.18)), (1, darker(blue, 0.08))):
        side: list[Point] = [(k * 20, -2), (k * 38, -30 + roll * k), (k * 56, -24), (k * 68, -2)]
        board.sheet(smooth([*side, (k * 20, 2)], closed=True, tension=7), tone, 2)
    body: list[Point] = [(-50, 0), (-34, -30), (-30, -62), (-14, -90), (14, -100 + roll), (36, -86 + roll),
                         (38, -70 + roll), (28, -78), (22, -72), (30, -52), (36, -26), (52, 0)]  # fmt: skip
    board.sheet(smooth(body, closed=True, tension=7), blue, 3.5)
    foam, pale = board.light.dye(0xF4F8FA, 0.5), lighter(blue, 0.35)
    for x, y, r in ((36, -72, 4.4), (30, -78, 3.4), (38, -80, 4), (32, -88, 4), (22, -96, 3.6)):
        board.sheet(oval(x, y + roll, r, r), foam, 0.6)
    for k in range(3):
        y = -8 - 9 * k
        run = [(-38 + 7 * k + 12 * t, y + 2.4 * sin(pi * t + 2 * pi * moment.phase)) for t in range(7 - k)]
        board.stroke(smooth(run), pale, 1.8, 0.8)
    for k in range(5):
        angle = pi * (0.15 + 0.18 * k)
        board.flat(oval(52 * cos(angle), -4 - 3 * sin(angle), 5, 2.6), foam, 0.8)
