"""Owl, penguin and bat: those that face the onlooker or stand like people; feet at (0, 0), or flying about (0, 0)."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval, polygon, smooth
from video.engines.papercut.things.moment import TONGUE, Moment, draw_eye, own


def draw_owl(board: Board, moment: Moment) -> None:
    """An owl, 46 high."""
    coat = own(board, moment, 0x8E6C4A)
    pale = board.light.dye(0xF0DDB8, 0.65)
    fly = moment.gait == "fly"
    lift = 20.0 + 2 * moment.beat() if fly else 0.0
    if not fly:
        board.shadow(oval(0, -0.3, 13, 2), 4, 0.45)
    with board.at(0, lift):
        if fly:
            for side in (-1.0, 1.0):
                up = 20 * moment.beat()
                wing: list[Point] = [(8, -30), (24, -30 - up), (44, -24 - up * 1.1), (40, -16 - up), (34,
                -18 - up * 0.8), (30, -9 - up * 0.6),
                                     (22, -13 - up * 0.3), (10, -12)]  # fmt: skip
                board.sheet(smooth([(side * x, y) for x, y in wing], closed=True, tension=8), darker(coat, 0.2), 3)
        board.sheet(polygon([(-5, -6), (5, -6), (6, 5 if fly else 1), (-6, 5 if fly else 1)]), darker(coat, 0.3), 1)
        body = smooth(
            [(-13, -35), (-14.5, -15), (-7, -1.5), (7, -1.5), (14.5, -15), (13, -35), (7, -42), (-7, -42)], closed=True
        )
        board.sheet(body, coat, 3.5)
        board.sheet(oval(0, -14, 9.4, 12), lighter(coat, 0.45), 0.8)
        for row in range(3):
            for i in range(3 - row % 2):
                x, y = -5 + i * 5 + (row % 2) * 2.5, -19 + row * 5
                board.stroke(smooth([(x - 1.6, y), (x, y + 1.8), (x + 1.6, y)]), darker(coat, 0.1), 1, 0.8)
        if not fly:
            flap = 1.2 * max(0.0, moment.swing())
            for side in (-1, 1):
                board.sheet(
                    limb([(side * 11.5, -29), (side * (15.2 + flap), -17), (side * 10, -4)], [5, 9, 2]),
                    darker(coat, 0.2),
                    2,
                )
        _owl_face(board, moment, coat, pale)
        for x in (-4, 4):
            for k in (-1.6, 0, 1.6):
                board.flat(oval(x + k, -0.8, 1, 1.7), board.light.dye(0xE0A040, 0.6))


def _owl_face(board: Board, moment: Moment, coat: int, pale: int) -> None:
    with board.at(0, -33, turn=6 * moment.swing() if moment.gait == "stand" else 0):
        for side in (-1, 1):
            board.sheet(
                smooth([(side * 4, -8), (side * 12.5, -15), (side * 12.5, -1)], closed=True, tension=10), coat, 1.2
            )
        for side in (-1, 1):
            board.sheet(oval(side * 5.6, 0.5, 6.2, 6.4), pale, 1.2)
            draw_eye(board, side * 5.2, 0.8, 2.7, moment, lid=pale)
        open_by = 2.2 * moment.mouth
        board.flat(polygon([(-1.8, 4.5), (1.8, 4.5), (0, 8.4 + open_by)]), TONGUE)
        board.sheet(polygon([(-2.2, 2), (2.2, 2), (0, 8)]), board.light.dye(0xE09A3A, 0.6), 1)


def draw_penguin(board: Board, moment: Moment) -> None:
    """A penguin, 48 high; it rocks as it walks."""
    coat = own(board, moment, 0x2F3542)
    white = board.light.dye(0xF8F5EC, 0.65)
    orange = board.light.dye(0xE9942F, 0.6)
    walking = moment.gait in ("walk", "run")
    if moment.gait == "swim":
        with board.at(-22, 6, turn=78 + 4 * moment.swing()):
            _penguin(board, moment, (coat, white, orange), 0.0)
        return
    board.shadow(oval(1, -0.3, 13, 2), 4, 0.45)
    rock = 6 * moment.swing() if walking else 0.8 * moment.swing()
    for side in (-1, 1):
        up = max(0.0, moment.swing() * side) * 2.5 if walking else 0.0
        board.sheet(oval(side * 5 + 2, -1.4 - up, 5.6, 2), orange, 1)
    with board.at(0, -1.5, turn=rock):
        _penguin(board, moment, (coat, white, orange), rock)


def _penguin(board: Board, moment: Moment, colours: tuple[int, int, int], rock: float) -> None:
    coat, white, orange = colours
    wave = 10 + abs(rock) * 1.5 + 3 * moment.swing()
    with board.at(9, -28, turn=-wave):
        board.sheet(limb([(0, 0), (4, 9), (3, 19)], [5, 6.5, 2]), darker(coat, 0.25), 1.5)
    board.sheet(polygon([(-9, -5), (-15, 0.5), (-4, 0)]), darker(coat, 0.2), 1)
    body = smooth([(-12, -10), (-12, -26), (-7, -37), (-6, -44), (1, -48), (8, -44), (8.5, -37), (12, -26), (12,
        -10), (5, -0.5), (-6, -0.5)],
                  closed=True)  # fmt: skip
    board.sheet(body, coat, 3.5)
    with board.within(body):
        board.sheet(
            smooth([(-4, -30), (5, -33), (14, -24), (13, -6), (5, 0), (-3, -3), (-6, -14)], closed=True),
            white,
            0.8,
            edge=0,
        )
        board.flat(oval(5.2, -41, 5.2, 4.6), white)
        board.flat(oval(4, -31, 7, 2.4), board.light.dye(0xF3C65A, 0.6), 0.8)
    with board.at(7.5, -40.5, turn=10 * moment.mouth):
        board.sheet(polygon([(-1, 0), (7, 0.8), (-1, 2.2)]), darker(orange, 0.15), 0.6)
    with board.at(7.5, -41, turn=-10 * moment.mouth):
        board.sheet(polygon([(-1, -1.8), (8.5, 0.6), (-1, 1)]), orange, 0.8)
    draw_eye(board, 4.2, -42, 1.3, moment, lid=white)
    with board.at(-9.5, -28, turn=wave * 0.8):
        board.sheet(limb([(0, 0), (-4.5, 9), (-3.5, 20)], [5.5, 7.5, 2]), darker(coat, 0.1), 2)


def draw_bat(board: Board, moment: Moment) -> None:
    """A bat: flying it is 90 wide; else it hangs from (0, -46), head down, wrapped in its wings."""
    coat = own(board, moment, 0x5A4A5E)
    skin = darker(coat, 0.3)
    if moment.gait in ("stand", "sleep"):
        with board.at(0, -46, turn=2.5 * moment.swing()):
            for x in (-2.5, 2.5):
                board.stroke(smooth([(x, -0.5), (x, 6)]), skin, 1.8)
            _bat_head(board, moment, coat, (0, 34), -1)
            for side in (-1, 1):
                board.sheet(
                    smooth([(0, 4), (side * 9, 7), (side * 11, 20), (side * 6, 32), (0, 36)], closed=True),
                    darker(skin, 0.1 * side),
                    2,
                )
        return
    up = 15 * moment.beat()
    with board.at(0, 2 * moment.beat()):
        for side in (-1.0, 1.0):
            wing: list[Point] = [(4, -6), (20, -15 - up), (46, -8 - up * 1.15), (40, 2 - up * 0.8), (32,
            1 - up * 0.55), (25, 9 - up * 0.4),
                                 (16, 6 - up * 0.1), (5, 9)]  # fmt: skip
            board.sheet(smooth([(side * x, y) for x, y in wing], closed=True, tension=9), skin, 3)
            for x, y in ((40.0, 2 - up * 0.8), (25.0, 9 - up * 0.4)):
                board.stroke(smooth([(side * 20, -14 - up), (side * x, y)]), lighter(skin, 0.25), 0.9, 0.7)
        board.sheet(oval(0, 2, 7.5, 10), coat, 2.5)
        _bat_head(board, moment, coat, (0, -9), 1)


def _bat_head(board: Board, moment: Moment, coat: int, at: Point, way: int) -> None:
    with board.at(*at, turn=0 if way > 0 else 180):
        for side in (-1, 1):
            board.sheet(
                smooth([(side * 1.5, -5), (side * 7.5, -15), (side * 7.5, -2)], closed=True, tension=9), coat, 1
            )
            board.flat(
                smooth([(side * 3.4, -5), (side * 6.6, -11.5), (side * 6.4, -4)], closed=True, tension=9),
                board.light.dye(0xC98F96, 0.65),
            )
        board.sheet(oval(0, 0, 7.6, 7), coat, 1.5)
        for side in (-1, 1):
            draw_eye(board, side * 3, -0.6, 1.5, moment, lid=coat)
        board.flat(oval(0, 3.2, 2.2, 0.8 + 1.4 * moment.mouth), TONGUE)
        for side in (-1, 1):
            board.flat(polygon([(side * 1.6, 3), (side * 0.8, 3), (side * 1.2, 4.8)]), 0xFFFFFF)
