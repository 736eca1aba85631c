"""More life of the sea: urchin, ray, eel, squid, lobster, hermit crab, manatee, walrus; and a pond's tadpole."""

from __future__ import annotations

from dataclasses import replace
from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval, smooth
from video.engines.papercut.things.moment import INK, TONGUE, Moment, draw_eye, own
from video.engines.papercut.things.sea import draw_crab, draw_seal


def draw_urchin(board: Board, moment: Moment) -> None:
    """A sea urchin, 40 high: a ball of spines with a small face."""
    coat = own(board, moment, 0x5A3F78)
    board.shadow(oval(0, -0.3, 15, 2), 4, 0.45)
    for ring, (count, long) in enumerate(((27, 20.5), (22, 17.0))):
        for k in range(count):
            a = 2 * pi * (k + 0.5 * ring) / count + 0.03 * moment.swing(1, 0.13 * k)
            tip = (long * cos(a), -19.5 + long * sin(a) * (1.0 if sin(a) < 0 else 0.9))
            board.sheet(limb([(6 * cos(a), -19.5 + 6 * sin(a)), tip], [3.2, 0.5]), lighter(coat, 0.18 * ring), 0.6)
    board.sheet(oval(0, -18.5, 11, 10.2), coat, 2)
    for x in (-3.8, 3.8):
        board.sheet(oval(x, -20, 2.9, 3.1), 0xFBF6EA, 0.5)
        draw_eye(board, x + 0.2, -19.8, 1.5, moment, lid=lighter(coat, 0.3))
    _smile(board, moment, (0, -14), 2.8, lighter(coat, 0.6))


def _smile(board: Board, moment: Moment, at: Point, half: float, tone: int) -> None:
    x, y = at
    if moment.mouth > 0.05:
        board.flat(oval(x, y, half * 0.7, 0.5 + half * 0.7 * moment.mouth), TONGUE)
    else:
        board.stroke(smooth([(x - half, y - 0.6), (x, y + 0.9), (x + half, y - 0.6)]), tone, half * 0.28)


def draw_ray(board: Board, moment: Moment) -> None:
    """A ray seen from above and before, 92 wide about (0, 0); its wings beat."""
    coat = own(board, moment, 0x5B7390)
    up = 8 * moment.swing()
    board.sheet(limb([(-14, 4), (-34, 7 + 0.2 * up), (-60, 4 - 0.3 * up)], [4, 2.2, 0.6]), darker(coat, 0.2), 1)
    far = smooth([(20, -4), (4, -15 - up), (-16, -26 - 1.6 * up), (-14, -6), (-16, 3)], closed=True)
    board.sheet(far, darker(coat, 0.22), 2)
    body = smooth([(26, -2), (16, -9), (-4, -9), (-18, 1), (-6, 8), (14, 8), (25, 4)], closed=True)
    near = smooth([(18, 4), (4, 14 - up), (-20, 26 - 1.6 * up), (-17, 8), (-18, 1)], closed=True)
    board.sheet(near, coat, 2.4)
    board.sheet(body, lighter(coat, 0.06), 2.4)
    for side in (-1, 1):
        board.sheet(limb([(22, 2 + side * 4), (30, 3 + side * 6)], [5, 2.4]), darker(coat, 0.1), 0.8)
    for x, y, r in ((-2, -3, 2), (5, -5.4, 1.4), (-9, 0, 1.5)):
        board.flat(oval(x, y, r * 1.3, r), lighter(coat, 0.4), 0.8)
    draw_eye(board, 17, -3.4, 2, moment, lid=coat)
    _smile(board, moment, (21, 3.4), 2.6, darker(coat, 0.5))


def draw_eel(board: Board, moment: Moment) -> None:
    """An eel, 84 long about (0, 0); a wave runs along it."""
    coat = own(board, moment, 0x56674A)
    points: list[Point] = []
    for k in range(10):
        x = -44 + k * 8.4
        points.append((x, 6.5 * (1 - k / 16) * sin(2 * pi * (k / 5 + moment.phase))))
    widths = [1, 4, 6, 7.4, 8.4, 9, 9.4, 9.6, 9.8, 9]
    fin = [(x, y - 3.6) for x, y in points[:8]]
    board.sheet(limb(fin, [1, 4, 6, 6.4, 6.4, 6, 4.4, 1]), lighter(coat, 0.22), 1)
    body = limb(points, widths)
    board.sheet(body, coat, 2.4)
    with board.within(body):
        board.flat(limb([(x, y + 4) for x, y in points], [w * 0.5 for w in widths]), lighter(coat, 0.45), 0.8)
    x, y = points[-1]
    board.sheet(smooth([(x - 7, y - 4), (x + 1, y - 5.6), (x + 10, y - 0.6), (x + 9, y + 3), (x - 2, y + 4.8)],
                       closed=True), coat, 1.6)  # fmt: skip
    draw_eye(board, x + 2.6, y - 1.8, 1.8, moment, lid=coat)
    _smile(board, moment, (x + 6.4, y + 1.9), 2, darker(coat, 0.6))


def draw_squid(board: Board, moment: Moment) -> None:
    """A squid that swims with its arms behind it, 70 long about (0, 0)."""
    coat = own(board, moment, 0xD98A7C)
    wave = moment.swing()
    for k in range(6):
        y = -6 + k * 2.4
        arm = [(-8, y), (-20, y * 1.6 + wave * (1 if k % 2 else -1)), (-34 - 4 * (k % 3), y * 2 - 2 * wave)]
        board.sheet(limb(arm, [4, 3.2, 1]), darker(coat, 0.22 if k % 2 else 0.08), 0.9)
    for side in (-1, 1):
        fin = smooth([(16, side * 6), (26, side * (17 + wave)), (36, side * 3)], closed=True)
        board.sheet(fin, darker(coat, 0.14), 1.4)
    mantle = smooth([(-4, -10), (14, -12), (30, -7), (41, 0), (30, 7), (14, 12), (-4, 10)], closed=True)
    board.sheet(mantle, coat, 2.6)
    for x, y in ((12, -5), (22, -2), (16, 5), (28, 2)):
        board.flat(oval(x, y, 1.7, 1.2), lighter(coat, 0.35))
    board.sheet(oval(-4, 0, 8.4, 9), lighter(coat, 0.06), 1.4)
    for y in (-4.4, 4.0):
        board.sheet(oval(-3, y, 3.7, 3.6), 0xFBF6EA, 0.6)
        draw_eye(board, -2.6, y, 1.9, moment, lid=coat)
    if moment.mouth > 0.05:
        board.flat(oval(-9.5, 0, 1 + moment.mouth, 1.6), TONGUE)


def draw_lobster(board: Board, moment: Moment) -> None:
    """A lobster, 30 high and 84 long, claws before it."""
    coat = own(board, moment, 0xC23A30)
    walks = moment.gait in ("walk", "run")
    board.shadow(oval(-2, -0.3, 36, 2), 4, 0.45)
    for k in range(4):
        step = 2 * moment.swing(1, 0.25 * k) if walks else 0.0
        x = -2 + k * 5.4
        board.stroke(smooth([(x, -9), (x + 3, -7), (x + 2 + step, -0.6)]), darker(coat, 0.25), 1.8)
    for turn in (-16, 12):
        with board.at(-32, -8, turn=turn):
            board.sheet(limb([(3, 0), (-5, 0), (-12, 1)], [4, 7, 4]), darker(coat, 0.14), 1)
    for k in range(5):
        board.sheet(oval(-30 + k * 6.2, -9 - 0.5 * k, 6 + 0.2 * k, 5.4 + 0.5 * k), darker(coat, 0.09 * (k % 2)), 1.2)
    body = smooth([(-8, -4), (-7, -15), (6, -18), (20, -14), (24, -8), (12, -4)], closed=True)
    board.sheet(body, coat, 2.4)
    for k in (0, 1):
        tip = (46 + 4 * k, -30 + 6 * k + 1.4 * moment.swing(1, 0.2 * k))
        board.stroke(smooth([(22, -13), (34, -25 + 4 * k), tip]), darker(coat, 0.1), 1)
    for y, tone, size in ((-13, 0.22, 0.85), (-7, 0.0, 1.0)):
        with board.at(18, y, size, turn=-18 + 3 * moment.swing()):
            board.sheet(limb([(0, 0), (9, -1), (15, -3)], [3.6, 4, 5]), darker(coat, tone), 1)
            for jaw in (-16 - 12 * moment.mouth, 10):
                with board.at(15, -3, turn=jaw):
                    claw = smooth([(-2, -3.4), (7, -6), (17, -1), (7, 2.4), (-1, 2.6)], closed=True)
                    board.sheet(claw, darker(coat, tone), 1.2)
    for x in (17.5, 21.5):
        board.sheet(limb([(x, -13), (x + 1, -17)], [2, 1.8]), coat, 0.6)
        board.sheet(oval(x + 1.2, -18, 2.4, 2.4), 0xFBF6EA, 0.5)
        draw_eye(board, x + 1.5, -18, 1.3, moment, lid=lighter(coat, 0.2))


def draw_crayfish(board: Board, moment: Moment) -> None:
    """A crayfish: a small brown lobster of rivers."""
    draw_lobster(board, moment if moment.coat is not None else replace(moment, coat=0x8A6238))


def draw_hermit(board: Board, moment: Moment) -> None:
    """A hermit crab, 34 high: a crab that looks out of a snail's shell."""
    shell = board.light.dye(0xD9B98A, 0.65)
    draw_crab(board, moment)
    spire = smooth([(-25, -12), (-22, -27), (-9, -37), (6, -33), (12, -23), (6, -17), (-12, -14)], closed=True)
    board.sheet(spire, shell, 2.4)
    for k in range(3):
        x = -18 + k * 8.4
        board.stroke(smooth([(x, -17 - k), (x + 1, -25 - k * 2), (x + 6, -32 - k)]), darker(shell, 0.3), 1.3)
    for side in (-1, 1):
        board.sheet(limb([(side * 4, -15), (side * 4.6, -20)], [2.4, 2]), own(board, moment, 0xD9583B), 0.6)
        board.sheet(oval(side * 4.8, -21, 2.8, 2.8), 0xFBF6EA, 0.8)
        draw_eye(board, side * 4.6, -21, 1.5, moment, lid=shell)


def draw_manatee(board: Board, moment: Moment) -> None:
    """A manatee, 84 long about (0, 0)."""
    coat = own(board, moment, 0x8E9490)
    wave = moment.swing()
    with board.at(0, 0.8 * moment.swing(1, 0.25)):
        with board.at(-30, 1 + 2 * wave, turn=-8 * wave):
            board.sheet(smooth([(4, -5), (-12, -9), (-19, 0), (-12, 9), (4, 5)], closed=True), darker(coat, 0.12), 2)
        body = smooth([(-34, 0), (-18, -13), (6, -17), (26, -13), (38, -4), (39, 5), (26, 11), (2, 16), (-20, 10)],
                      closed=True)  # fmt: skip
        board.sheet(body, coat, 3)
        with board.within(body):
            board.flat(oval(4, 15, 34, 7), lighter(coat, 0.3), 0.8)
        with board.at(14, 9, turn=16 * wave):
            board.sheet(limb([(0, -2), (-4, 8), (-11, 14)], [9, 8, 4]), darker(coat, 0.16), 1.6)
        board.sheet(oval(36, 3.4, 6.4, 6.2), lighter(coat, 0.14), 1)
        for y in (0.4, 3.4):
            board.flat(oval(39.6, y - 1, 0.9, 0.8), INK)
        draw_eye(board, 28.5, -4, 1.6, moment, lid=coat)
        _smile(board, moment, (35.4, 7), 3, darker(coat, 0.5))


def draw_walrus(board: Board, moment: Moment) -> None:
    """A walrus: a heavy seal with two tusks and a moustache, 36 high."""
    draw_seal(board, moment if moment.coat is not None else replace(moment, coat=0x9A6B4C))
    swims, asleep = moment.gait == "swim", moment.gait == "sleep"
    up = 0.0 if swims or asleep else 1.0
    x, y = 26 + 2 * (1 - up) + 5, -9 - 20 * up + 0.6 * moment.swing() + (8 if swims else 0)
    ivory = board.light.dye(0xF7F0DE, 0.65)
    for dx, tone in ((3.4, 0.12), (-0.4, 0.0)):
        tusk = limb([(x + dx, y + 4), (x + dx + 0.8, y + 9), (x + dx - 0.4, y + 16)], [2.6, 2.2, 0.7])
        board.sheet(tusk, darker(ivory, tone), 1)
    board.sheet(oval(x + 1, y + 3, 5, 3.4), lighter(own(board, moment, 0x9A6B4C), 0.3), 0.8)
    board.flat(oval(x + 3.4, y + 0.8, 1.7, 1.2), INK)
    for k in range(5):
        board.flat(oval(x - 2 + k * 1.4, y + 3.4 + 0.8 * (k % 2), 0.4, 0.4), darker(0x9A6B4C, 0.6))


def draw_sea_lion(board: Board, moment: Moment) -> None:
    """A sea lion: a brown seal with small ears."""
    draw_seal(board, moment if moment.coat is not None else replace(moment, coat=0x7A5238))
    swims, asleep = moment.gait == "swim", moment.gait == "sleep"
    up = 0.0 if swims or asleep else 1.0
    x, y = 26 + 2 * (1 - up) - 4, -9 - 20 * up + 0.6 * moment.swing() + (8 if swims else 0)
    board.sheet(limb([(x, y - 0.5), (x - 3.4, y + 2.4)], [2.2, 1]), darker(own(board, moment, 0x7A5238), 0.3), 0.6)


def draw_tadpole(board: Board, moment: Moment) -> None:
    """A tadpole, 50 long about (0, 0); its tail beats."""
    coat = own(board, moment, 0x4E5A3E)
    wave = 6 * moment.swing()
    tail: list[Point] = [(0, 0), (-13, -wave * 0.4), (-25, wave), (-37, -wave * 0.6)]
    board.sheet(limb(tail, [9, 9, 7, 1]), lighter(coat, 0.3), 1.4)
    board.sheet(limb(tail, [7, 4, 2.4, 0.6]), darker(coat, 0.1), 0)
    board.sheet(oval(7, 0, 13.5, 11.5), coat, 2.6)
    board.flat(oval(6, 6, 8, 3.6), lighter(coat, 0.3), 0.8)
    for x in (8, 15):
        board.sheet(oval(x, -2.6, 3.3, 3.5), 0xFBF6EA, 0.5)
        draw_eye(board, x + 0.5, -2.4, 1.8, moment, lid=coat)
    _smile(board, moment, (13, 4.4), 2.8, lighter(coat, 0.6))
