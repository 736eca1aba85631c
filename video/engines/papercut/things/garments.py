"""Single garments, as they are mended, washed and hung: socks, gloves, shirts, trousers, dresses, coats, boots."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, DARK_IRON, GOLD, Prop, Trim, stand, tint


def _sock(board: Board, trim: Trim) -> None:
    wool = trim.own(board, 0xC8553D)
    body = smooth(
        [(-7, -34), (5, -34), (5, -14), (9, -9), (19, -6), (21, -1.5), (16, 1), (0, 1), (-6, -3), (-8, -10)],
        closed=True, tension=9,
    )  # fmt: skip
    board.sheet(body, wool, 2)
    with board.within(body):
        board.flat(oval(20, -2, 6, 6), tint(board, CREAM))
        board.flat(oval(-6, -1, 6, 6), tint(board, CREAM))
        for y in (-24, -18):
            board.stroke(line((-9, y), (8, y)), lighter(wool, 0.4), 1.8)
    board.sheet(box(-8.4, -38, 14.6, 6, 1.4), darker(wool, 0.14), 1)
    for x in range(-6, 6, 3):
        board.stroke(line((x, -37), (x, -33)), darker(wool, 0.35), 0.6)


def _glove(board: Board, trim: Trim) -> None:
    wool = trim.own(board, 0x2F7F86)
    for x, top, lean in ((-6, -32, -1.4), (-2, -36, -0.4), (2.2, -35, 0.6), (6, -31, 1.6)):
        board.sheet(limb([(x, -16), (x + lean, top)], [4.4, 3.8]), wool, 0.8)
    board.sheet(limb([(6, -8), (12, -15), (14, -22)], [5.4, 4.6, 3.6]), wool, 0.8)
    board.sheet(
        smooth([(-8, -20), (8, -20), (8.4, -8), (6, 0), (-6, 0), (-8.6, -8)], closed=True, tension=8), wool, 1.4
    )
    board.sheet(box(-7.4, -3, 14.8, 7, 1.4), darker(wool, 0.16), 1)
    for x in range(-5, 7, 3):
        board.stroke(line((x, -2), (x, 3)), darker(wool, 0.4), 0.6)


def _shirt(board: Board, trim: Trim) -> None:
    cloth = trim.own(board, 0x5F8FB8)
    body = [(-7, -40), (7, -40), (23, -28), (17, -19), (12, -23), (12, 0), (-12, 0), (-12, -23), (-17, -19), (-23, -28)]
    board.sheet(polygon(body), cloth, 2.2)
    board.sheet(polygon([(-7, -40), (0, -34), (7, -40), (3, -42), (-3, -42)]), lighter(cloth, 0.3), 1)
    board.stroke(line((0, -34), (0, -1)), darker(cloth, 0.25), 0.8)
    for y in (-29, -22, -15, -8):
        board.flat(oval(1.6, y, 0.9, 0.9), tint(board, CREAM))


def _trousers(board: Board, trim: Trim) -> None:
    cloth = trim.own(board, 0x4F5F8A)
    board.sheet(polygon([(-12, -52), (12, -52), (15, 0), (4, 0), (0, -32), (-4, 0), (-15, 0)]), cloth, 2.2)
    board.sheet(box(-12.4, -54, 24.8, 4.4, 0.8), darker(cloth, 0.2), 1)
    board.stroke(line((0, -50), (0, -33)), darker(cloth, 0.3), 0.8)
    for side in (-1, 1):
        board.stroke(line((side * 6, -49.4), (side * 11, -42)), darker(cloth, 0.3), 0.8)


def _dress(board: Board, trim: Trim) -> None:
    cloth = trim.own(board, 0xC65B7C)
    board.sheet(
        smooth([(-8, -36), (8, -36), (15, -12), (22, 0), (0, 2.4), (-22, 0), (-15, -12)], closed=True, tension=9),
        cloth,
        2.2,
    )
    board.sheet(
        polygon(
            [
                (-6, -56),
                (-2, -52),
                (2, -52),
                (6, -56),
                (14, -49),
                (11, -44),
                (8, -46),
                (8, -34),
                (-8, -34),
                (-8, -46),
                (-11, -44),
                (-14, -49),
            ]
        ),
        cloth,
        1.4,
    )
    board.sheet(box(-8.4, -37, 16.8, 3.4, 1), darker(cloth, 0.25), 0.8)
    board.stroke(smooth([(-19, -4), (0, -1.6), (19, -4)]), lighter(cloth, 0.4), 1.4)


def _coat(board: Board, trim: Trim) -> None:
    """A coat with a hood, as it hangs on a hook."""
    cloth = trim.own(board, 0xE0B42F)
    board.sheet(
        polygon(
            [
                (-8, -54),
                (8, -54),
                (22, -26),
                (15, -22),
                (11, -32),
                (16, 0),
                (-16, 0),
                (-11, -32),
                (-15, -22),
                (-22, -26),
            ]
        ),
        cloth,
        2.4,
    )
    board.sheet(
        smooth([(-8, -52), (-9, -62), (0, -67), (9, -62), (8, -52), (0, -49)], closed=True, tension=7),
        darker(cloth, 0.1),
        1.4,
    )
    board.flat(
        smooth([(-4.4, -53), (-5, -60), (0, -63), (5, -60), (4.4, -53)], closed=True, tension=7), darker(cloth, 0.45)
    )
    board.stroke(line((0, -50), (0, -1)), darker(cloth, 0.28), 0.9)
    for y in (-44, -34, -24, -14):
        board.flat(oval(2, y, 1.2, 1.2), tint(board, DARK_IRON))
    for side in (-1, 1):
        board.stroke(line((side * 5, -18), (side * 12, -18)), darker(cloth, 0.32), 1.2)


def _apron(board: Board, trim: Trim) -> None:
    cloth = trim.own(board, 0xB9483F)
    board.stroke(smooth([(-6, -44), (-4, -54), (4, -54), (6, -44)]), darker(cloth, 0.1), 1.6)
    for side in (-1, 1):
        board.stroke(smooth([(side * 12, -28), (side * 20, -24), (side * 18, -12)]), darker(cloth, 0.1), 1.6)
    board.sheet(
        polygon([(-7, -45), (7, -45), (8, -30), (14, -28), (15, 0), (-15, 0), (-14, -28), (-8, -30)]), cloth, 2.2
    )
    board.sheet(box(-7, -20, 14, 9, 1), lighter(cloth, 0.15), 0.8)


def _helmet(board: Board, trim: Trim) -> None:
    """A hard hat."""
    shell = trim.own(board, GOLD)
    stand(board, 16)
    board.sheet(
        smooth([(-15, -3), (-14, -13), (-5, -20), (6, -19.6), (14, -12), (15, -3)], closed=True, tension=8), shell, 2.2
    )
    board.sheet(smooth([(-4, -20), (4, -20), (5, -3), (-3, -3)], closed=True, tension=12), lighter(shell, 0.2), 0.8)
    board.sheet(limb([(-16, -2.4), (0, -3), (22, -1.4)], [4, 4.4, 2.6]), darker(shell, 0.12), 1.2)


def _cap(board: Board, trim: Trim) -> None:
    cloth = trim.own(board, 0xB5453F)
    stand(board, 14)
    board.sheet(smooth([(-14, -2), (-13, -10), (-3, -15), (7, -13), (12, -3)], closed=True, tension=8), cloth, 2)
    board.sheet(smooth([(4, -4), (16, -4.4), (24, -0.6), (8, 0)], closed=True, tension=9), darker(cloth, 0.2), 1.2)
    board.sheet(oval(-2.6, -14.8, 1.6, 1), darker(cloth, 0.2), 0.5)


def _boots(board: Board, trim: Trim) -> None:
    """Two boots for water and mud."""
    rubber = trim.own(board, 0x3C6E52)
    stand(board, 22)
    for x, tone in ((-16, 0.14), (0, 0.0)):
        board.sheet(
            smooth([(x, -40), (x + 12, -40), (x + 12, -14), (x + 22, -9), (x + 24, -1), (x, -1)], closed=True,
                   tension=12),
            darker(rubber, tone), 2,
        )  # fmt: skip
        board.sheet(box(x - 0.6, -2.6, 24.8, 2.8, 0.8), tint(board, DARK_IRON), 0.6)
        board.stroke(line((x, -36.6), (x + 12, -36.6)), lighter(rubber, 0.35), 1.2)


def _sandals(board: Board, trim: Trim) -> None:
    leather = trim.own(board, 0x9A5A36)
    stand(board, 20)
    for x, y in ((-8, -4), (4, 0)):
        board.sheet(limb([(x - 13, y - 1.6), (x, y - 1.8), (x + 14, y - 1.6)], [4, 3, 4]), darker(leather, 0.3), 1)
        board.stroke(smooth([(x - 11, y - 2), (x - 8, y - 9), (x - 4, y - 3)]), leather, 2)
        board.stroke(smooth([(x + 1, y - 2), (x + 6, y - 8), (x + 10, y - 2.4)]), leather, 2.4)


def _wetsuit(board: Board, trim: Trim) -> None:
    """A suit for diving."""
    rubber = trim.own(board, 0x2C343C)
    body = [
        (-6, -76), (6, -76), (13, -72), (20, -46), (15, -44), (10, -58), (9, -40),
        (12, -2), (3, -2), (0, -36), (-3, -2), (-12, -2), (-9, -40), (-10, -58), (-15, -44), (-20, -46), (-13, -72),
    ]  # fmt: skip
    board.sheet(polygon(body), rubber, 2.4)
    for side in (-1, 1):
        board.stroke(line((side * 9.6, -70), (side * 8, -40)), tint(board, 0x3FA6C0), 1.6)
    board.stroke(line((0, -75), (0, -48)), lighter(rubber, 0.4), 0.8)


GARMENTS: dict[str, Prop] = {
    "sock": Prop(draw=_sock, medium="hand", grip=(-1, -34), size=0.2),
    "glove": Prop(draw=_glove, medium="hand", grip=(0, -2), size=0.13),
    "shirt": Prop(draw=_shirt, medium="hand", grip=(0, -39), size=0.42),
    "trousers": Prop(draw=_trousers, medium="hand", grip=(0, -52), size=0.6),
    "dress": Prop(draw=_dress, medium="hand", grip=(0, -52), size=0.65),
    "coat": Prop(draw=_coat, medium="hand", grip=(0, -62), size=0.65),
    "apron": Prop(draw=_apron, medium="hand", grip=(0, -52), size=0.5),
    "helmet": Prop(draw=_helmet, medium="hand", grip=(0, -3), size=0.13),
    "cap": Prop(draw=_cap, medium="hand", grip=(-4, -3), size=0.09),
    "boots": Prop(draw=_boots, grip=(-2, -38), size=0.25),
    "sandals": Prop(draw=_sandals, grip=(-2, -8), size=0.06),
    "wetsuit": Prop(draw=_wetsuit, medium="hand", grip=(0, -74), size=0.9),
}
