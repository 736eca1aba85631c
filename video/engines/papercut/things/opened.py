"""What stands open or lies about where somebody was at work: a hole that is dug, a net over its prey, an open cage."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, line, oval, polygon, smooth
from video.engines.papercut.things.prop import GOLD, PALE_WOOD, ROPE, WOOD, Prop, Trim, stand, tint

_EARTH = 0x7A5638


def _dug_hole(board: Board, trim: Trim) -> None:
    """A hole in the ground, the earth from it heaped beside it."""
    earth = trim.own(board, _EARTH)
    heap = smooth([(10, 0), (16, -9), (26, -15), (37, -12), (46, -3), (48, 1)], closed=True)
    board.sheet(heap, earth, 2)
    for x, y in ((20, -6), (30, -9), (38, -4), (27, -3)):
        board.flat(oval(x, y, 2.6, 1.5), lighter(earth, 0.14))
    board.sheet(oval(-8, 0, 24, 5.6), darker(earth, 0.12), 1.4)
    board.flat(oval(-8, 0.6, 20, 4.2), darker(earth, 0.55))


def _snare_net(board: Board, trim: Trim) -> None:
    """A net that lies over an animal: meshes about a dome, 60 wide."""
    rope = trim.own(board, 0x8A6F45)
    dome = smooth([(-30, 0), (-25, -26), (-8, -42), (12, -41), (27, -24), (31, 0)], tension=9)
    board.stroke(dome, rope, 1.5, 0.95)
    board.stroke(smooth([(-33, -1), (-12, 2.4), (12, 2), (34, -1)]), rope, 1.6, 0.95)
    for k in range(1, 6):
        x = -30 + k * 10
        top = -43 + 0.036 * (x - 1) ** 2
        board.stroke(smooth([(x - 5, 1), (x - 1, top * 0.5), (x + 3, top + 1)]), rope, 0.9, 0.9)
        board.stroke(smooth([(x + 6, 1), (x + 1, top * 0.5), (x - 3, top + 2)]), rope, 0.9, 0.9)
    for y, half in ((-10, 30), (-20, 27), (-30, 21)):
        board.stroke(smooth([(-half, y), (0, y - 3), (half, y)]), rope, 0.9, 0.9)
    for x in (-33, 34):
        board.sheet(oval(x, -1, 2.6, 2.2), tint(board, ROPE), 0.8)


def _open_cage(board: Board, trim: Trim) -> None:
    """A bird cage without its bird, the door open."""
    brass = trim.own(board, GOLD)
    stand(board, 15)
    board.stroke(oval(0, -52, 3.4, 3.4), brass, 1.5)
    board.stroke(line((-7, -18), (4, -18)), tint(board, WOOD), 1.6)
    for x in (-12, -8, -4, 12):
        top = -48 + 0.085 * x * x
        board.stroke(smooth([(x, -3), (x, -30), (x * 0.7, top + 2), (0, -49)]), brass, 0.9)
    for x in (0, 4, 8):
        top = -48 + 0.085 * x * x
        board.stroke(smooth([(x, -30), (x * 0.7, top + 2), (0, -49)]), brass, 0.9)
    board.stroke(line((-13, -30), (13, -30)), brass, 1.2)
    door = polygon([(12, -29), (23, -33), (23, -6), (12, -5)])
    board.stroke(door, brass, 1.2)
    for x in (15.6, 19.4):
        board.stroke(line((x, -31), (x, -5.5)), brass, 0.8)
    board.sheet(box(-15, -4.4, 30, 4.4, 1.5), darker(brass, 0.15), 1.5)


def _open_box(board: Board, trim: Trim) -> None:
    """A wooden box with its lid thrown back."""
    wood = trim.own(board, PALE_WOOD)
    stand(board, 17)
    board.sheet(polygon([(-17, -26), (17, -26), (23, -46), (-11, -46)]), lighter(wood, 0.12), 2)
    board.stroke(line((-14, -36), (20, -36)), darker(wood, 0.25), 1, 0.8)
    board.flat(oval(0, -25.4, 16, 3.4), darker(wood, 0.6))
    board.sheet(box(-17, -25, 34, 25, 1), wood, 3)
    for y in (-16.6, -8.3):
        board.stroke(line((-17, y), (17, y)), darker(wood, 0.3), 1, 0.8)
    for x in (-17, 13):
        board.sheet(box(x, -25, 4, 25), darker(wood, 0.12), 1)


def _open_chest(board: Board, trim: Trim) -> None:
    """A chest with its lid open, something glinting in it."""
    wood, gold = trim.own(board, WOOD), tint(board, 0xE0AF3C, 0.7)
    stand(board, 18)
    board.sheet(
        smooth([(-17, -18), (-15, -37), (15, -37), (17, -18)], closed=True, tension=9), lighter(wood, 0.05), 2.4
    )
    for x in (-12, 9):
        board.sheet(box(x, -37, 3, 20), gold, 1)
    board.flat(polygon([(-16, -22), (16, -22), (17, -16), (-17, -16)]), darker(wood, 0.6))
    board.sheet(box(-17, -17, 34, 17), wood, 3)
    for x in (-12, 9):
        board.sheet(box(x, -17, 3, 17), gold, 1)
    board.sheet(box(-18, -18, 36, 2.6), gold, 1)


def _open_gate(board: Board, trim: Trim) -> None:
    """A gate that is swung open between its posts."""
    wood = trim.own(board, 0x9A6B44)
    stand(board, 50)
    for x in (-48, 42):
        board.sheet(box(x, -64, 7, 64, 2), darker(wood, 0.2), 3)
        board.sheet(polygon([(x - 2, -63), (x + 3.5, -70), (x + 9, -63)]), wood, 1.5)
    for y in (-52, -34, -16):
        board.sheet(polygon([(-41, y), (-41, y + 5), (-14, y + 11), (-14, y + 5)]), wood, 1.5)
    for x, low in ((-41, 0), (-18, 6)):
        board.sheet(box(x, -55 + low, 5, 48, 1), lighter(wood, 0.08), 1.5)


OPENED: dict[str, Prop] = {
    "dug_hole": Prop(draw=_dug_hole),
    "snare_net": Prop(draw=_snare_net),
    "open_cage": Prop(draw=_open_cage, grip=(0, -52), medium="table"),
    "open_box": Prop(draw=_open_box, size=0.24),
    "open_chest": Prop(draw=_open_chest, size=0.36),
    "open_gate": Prop(draw=_open_gate),
}
