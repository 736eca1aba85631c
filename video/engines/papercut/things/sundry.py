"""Small things of streets and pockets: bins, signposts, matches, buttons, scales."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, DARK_IRON, GOLD, PALE_WOOD, WOOD, Prop, Trim, stand, tint


def _bin(board: Board, trim: Trim) -> None:
    """A dustbin under its lid."""
    tin = trim.own(board, 0x7F8C92)
    stand(board, 14)
    board.sheet(polygon([(-14, -40), (14, -40), (11, 0), (-11, 0)]), tin, 2.6)
    for x in (-8, -2.6, 2.6, 8):
        board.stroke(line((x * 1.15, -38), (x * 0.9, -2)), darker(tin, 0.2), 1, 0.8)
    board.sheet(
        smooth([(-16, -40), (-10, -45), (0, -47), (10, -45), (16, -40)], closed=True, tension=9), lighter(tin, 0.1), 1.6
    )
    board.stroke(smooth([(-4, -46.6), (0, -50), (4, -46.6)]), darker(tin, 0.25), 1.8)


def _signpost(board: Board, trim: Trim) -> None:
    """A post with two boards that point both ways."""
    wood = trim.own(board, PALE_WOOD)
    stand(board, 8)
    board.sheet(limb([(0, 0), (0.6, -50), (0, -98)], [5, 4.6, 4.4]), tint(board, WOOD), 2.2)
    right = [(-8, -92), (26, -92), (33, -85), (26, -78), (-8, -78)]
    left = [(8, -72), (-24, -72), (-31, -65), (-24, -58), (8, -58)]
    for points, tone in ((right, 0.0), (left, 0.12)):
        board.sheet(polygon(points), darker(wood, tone), 2)
    for x0, x1, y in ((-2, 22, -87), (-2, 16, -83), (2, -20, -67), (2, -14, -63)):
        board.stroke(line((x0, y), (x1, y)), darker(wood, 0.45), 1.3, 0.8)


def _matches(board: Board, trim: Trim) -> None:
    """A box of matches, half open."""
    paper = trim.own(board, 0xC8443C)
    stand(board, 14)
    board.sheet(box(4, -11, 15, 10, 0.6), tint(board, CREAM), 1.2)
    for k in range(4):
        y = -9.4 + k * 2.2
        board.stroke(line((2, y), (16, y)), tint(board, 0xE6CFA0), 1.1)
        board.flat(oval(16.4, y, 1.5, 1), tint(board, 0x8F2F2A))
    board.sheet(box(-16, -12.6, 24, 12.6, 0.8), paper, 2)
    board.flat(box(-13, -10, 18, 7.4, 0.8), tint(board, GOLD))
    board.flat(box(-16, -1.8, 24, 1.8), tint(board, DARK_IRON))


def _button(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0x3F7FA8)
    stand(board, 8)
    board.sheet(oval(0, -9, 9, 9), coat, 1.8)
    board.stroke(oval(0, -9, 6.4, 6.4), darker(coat, 0.25), 1, 0.9)
    for x, y in ((-2, -11), (2, -11), (-2, -7), (2, -7)):
        board.flat(oval(x, y, 1.1, 1.1), darker(coat, 0.55))


def _scales(board: Board, trim: Trim) -> None:
    """Scales with two pans on a beam, which swings a little."""
    brass = trim.own(board, 0xC9A24A)
    stand(board, 12)
    board.sheet(smooth([(-11, 0), (-8, -4), (8, -4), (11, 0)], closed=True, tension=9), darker(brass, 0.2), 1.4)
    board.sheet(limb([(0, -3), (0, -44)], [3.4, 2.6]), brass, 1.6)
    tilt = 4 * trim.swing()
    with board.at(0, -43, turn=tilt):
        board.sheet(limb([(-21, 0), (0, -1.4), (21, 0)], [2, 3.2, 2]), brass, 1.4)
    for side in (-1, 1):
        with board.at(side * 20.6, -43 + side * 0.36 * tilt):
            for x in (-8, 8):
                board.stroke(line((0, 0), (x, 19)), darker(brass, 0.3), 0.7)
            board.sheet(
                smooth([(-10, 19), (10, 19), (6, 24), (-6, 24)], closed=True, tension=9), lighter(brass, 0.15), 1.2
            )


SUNDRY: dict[str, Prop] = {
    "bin": Prop(draw=_bin, size=0.45),
    "signpost": Prop(draw=_signpost, size=1.1),
    "matches": Prop(draw=_matches, medium="table", grip=(-4, -6), size=0.03),
    "button": Prop(draw=_button, medium="hand", grip=(0, -4), size=0.01),
    "scales": Prop(draw=_scales, medium="table", grip=(0, -30), size=0.3, cycle_s=3.0),
}
