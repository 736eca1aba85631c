"""What stands open or lies about where somebody was at work: a hole that is dug, a net over its prey, an open cage."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, line, oval, polygon, smooth
from video.engines.papercut.things.prop import GOLD, ROPE, WOOD, Prop, Trim, stand, tint

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
    "open_gate": Prop(draw=_open_gate),
}
