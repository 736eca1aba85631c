"""What is mended with: a bicycle's wheel and what belongs to it, small tools, glue and nails, cans for water."""

from __future__ import annotations

from math import cos, pi, sin

import skia

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, DARK_IRON, PALE_WOOD, WOOD, Prop, Trim, ring, stand, tint

_RUBBER = 0x34343C
_STEEL = 0xA9B4BC


def _tread(board: Board, y: float, r: float, rubber: int) -> None:
    for k in range(36):
        a = 2 * pi * k / 36
        at, to = (r - 2.2, r - 0.3) if k % 2 else (r - 3.2, r - 0.8)
        ends: tuple[Point, Point] = (
            (at * cos(a), y + at * sin(a)),
            (to * cos(a + 0.06), y + to * sin(a + 0.06)),
        )
        board.stroke(line(*ends), lighter(rubber, 0.22), 0.9, 0.9)


def _bicycle_wheel(board: Board, trim: Trim) -> None:
    rubber, steel = trim.own(board, _RUBBER), tint(board, 0xC2CAD0)
    stand(board, 14)
    for k in range(16):
        a, b = 2 * pi * k / 16, 2 * pi * (k + (0.8 if k % 2 else -0.8)) / 16
        board.stroke(line((1.8 * cos(b), -20 + 1.8 * sin(b)), (15 * cos(a), -20 + 15 * sin(a))), steel, 0.55)
    board.sheet(ring(0, -20, 19.4, 16.4), rubber, 2)
    _tread(board, -20, 19.4, rubber)
    board.stroke(oval(0, -20, 15.6, 15.6), steel, 1.7)
    board.stroke(oval(0, -20, 16.3, 16.3), darker(steel, 0.3), 0.4)
    board.sheet(oval(0, -20, 2.8, 2.8), steel, 1)
    board.flat(oval(0, -20, 1.1, 1.1), tint(board, DARK_IRON))
    board.stroke(line((0, -5.2), (0, -8.2)), tint(board, 0xD9A441), 1.1)


def _tyre(board: Board, trim: Trim) -> None:
    rubber = trim.own(board, _RUBBER)
    stand(board, 15)
    board.sheet(ring(0, -20, 20, 13.4), rubber, 3)
    _tread(board, -20, 20, rubber)
    board.stroke(oval(0, -20, 14.2, 14.2), darker(rubber, 0.4), 1.1)
    board.stroke(oval(0, -20, 16, 16), lighter(rubber, 0.14), 0.8)
    board.stroke(smooth([(-12.6, -31.6), (-6, -36.2), (2, -37.2)]), 0xFFFFFF, 1.2, 0.3)


def _inner_tube(board: Board, trim: Trim) -> None:
    """A bicycle's tube, blown up: a thin ring with its valve."""
    rubber = trim.own(board, 0x45464F)
    stand(board, 13)
    path = skia.Path()
    for wide in (18.2, 13.4):
        bend = [(wide + 0.5 * sin(3 * a + 1), 2 * pi * k / 16) for k in range(16) for a in (2 * pi * k / 16,)]
        path.addPath(smooth([(r * cos(a), -18 + 0.97 * r * sin(a)) for r, a in bend], closed=True))
    path.setFillType(skia.PathFillType.kEvenOdd)
    board.sheet(path, rubber, 2.5)
    board.stroke(smooth([(-15, -22), (-10, -30), (-1, -33.6), (8, -31.4)]), lighter(rubber, 0.4), 1.2, 0.8)
    board.stroke(line((0, -4.8), (0, -9.2)), tint(board, 0xD9A441), 1.7)
    board.stroke(line((0, -9), (0, -10.6)), tint(board, DARK_IRON), 2.2)


def _pump(board: Board, trim: Trim) -> None:
    """A pump for tyres, with its hose."""
    barrel, black = trim.own(board, 0x2F6F9A), tint(board, 0x35363E)
    stand(board, 12)
    board.stroke(smooth([(3, -4), (12, -8), (14, -22), (9, -30), (12, -36)]), black, 1.9)
    board.stroke(line((12, -36), (12, -40)), tint(board, 0xD9A441), 2.2)
    board.sheet(limb([(-11, -1), (0, -2.6), (11, -1)], [2.6, 4, 2.6]), black, 1.5)
    board.stroke(line((0, -30), (0, -50)), tint(board, _STEEL), 2)
    board.sheet(box(-3.4, -35, 6.8, 33, 1.6), barrel, 2)
    board.flat(box(-2, -33, 1.5, 29, 0.7), lighter(barrel, 0.45), 0.8)
    board.sheet(box(-4, -37, 8, 3.4, 1.2), darker(barrel, 0.35), 1)
    board.sheet(limb([(-10.5, -50), (0, -51), (10.5, -50)], [3.6, 4.2, 3.6]), tint(board, WOOD), 1.5)


def _patch(board: Board, trim: Trim) -> None:
    """A patch for a tube: a rounded piece of rubber with a bright rim."""
    rim = trim.own(board, 0xE07B2E)
    stand(board, 9)
    with board.at(0, -5.4, turn=-7):
        board.sheet(box(-10, -5.2, 20, 10.4, 3.6), rim, 2)
        board.sheet(box(-7.4, -3.4, 14.8, 6.8, 2.4), tint(board, 0x3A3A42), 0.8)
        board.stroke(line((-4.6, -1.4), (3.2, -1.4)), 0xFFFFFF, 0.9, 0.3)


def _tyre_lever(board: Board, trim: Trim) -> None:
    """Two levers of plastic, with their spoons and hooks."""
    plastic = trim.own(board, 0xE0B02F)
    stand(board, 8)
    for turn, tone in ((-19, 0.14), (15, 0.0)):
        with board.at(0, 0, turn=turn):
            shape = [(-2.2, -1), (2.2, -1), (3, -14), (2.6, -28), (3.4, -33), (1.4, -35.6), (-2, -34), (-2.6, -26),
                     (-3, -12)]  # fmt: skip
            board.sheet(smooth(shape, closed=True, tension=9), darker(plastic, tone), 1.6)
            board.stroke(line((0, -6), (0, -24)), darker(plastic, 0.28), 0.9, 0.7)
            board.flat(polygon([(2.4, -2), (4.4, -4.6), (2.6, -6)]), darker(plastic, tone))


def _screwdriver(board: Board, trim: Trim) -> None:
    grip, steel = trim.own(board, 0xD0453A), tint(board, _STEEL)
    board.sheet(box(-1, -33, 2, 19, 0.4), steel, 1.4)
    board.sheet(polygon([(-1, -32), (1, -32), (1.9, -36.4), (-1.9, -36.4)]), steel, 0.8)
    handle = [(-3, -15), (3, -15), (2.6, -12), (3.6, -9), (3.4, -2), (0, 0), (-3.4, -2), (-3.6, -9), (-2.6, -12)]
    board.sheet(smooth(handle, closed=True, tension=8), grip, 2)
    for x in (-1.5, 1.3):
        board.stroke(line((x, -10.4), (x, -2.4)), darker(grip, 0.3), 0.7, 0.8)


def _wrench(board: Board, trim: Trim) -> None:
    steel = trim.own(board, 0x97A3AD)
    board.sheet(limb([(0, -3), (0, -34)], [4.6, 4]), steel, 2)
    board.stroke(line((0, -9), (0, -29)), darker(steel, 0.28), 1.5, 0.8)
    board.sheet(oval(0, -3.4, 4.8, 4.8), steel, 1.5)
    board.flat(oval(0, -3.4, 2.2, 2.2), darker(steel, 0.55))
    jaw = [(-2, -33), (-6.6, -38), (-6.4, -44.6), (-2.4, -46.6), (-2.2, -40.6), (2.2, -40.6), (2.4, -46.6),
           (6.4, -44.6), (6.6, -38), (2, -33)]  # fmt: skip
    board.sheet(smooth(jaw, closed=True, tension=13), steel, 2)
    board.stroke(smooth([(-5.6, -39), (-5.2, -43.6)]), lighter(steel, 0.5), 0.8, 0.9)


def _pliers(board: Board, trim: Trim) -> None:
    steel, grip = tint(board, 0x8D98A2), trim.own(board, 0xC8443C)
    for side in (-1, 1):
        board.sheet(limb([(side * 1, -20), (side * 6.4, -12), (side * 5.2, 0)], [3.4, 3.6, 3.2]), grip, 1.5)
        jaw = [(side * -0.4, -20), (side * 4, -24), (side * 3.2, -30), (side * 0.5, -35), (side * 0.4, -25)]
        board.sheet(smooth(jaw, closed=True, tension=9), steel, 1.3)
    board.sheet(oval(0, -21.6, 3.4, 3.2), steel, 1.2)
    board.flat(oval(0, -21.6, 1.1, 1.1), tint(board, DARK_IRON))


def _nail(board: Board, trim: Trim) -> None:
    steel = trim.own(board, 0x8C969F)
    board.sheet(polygon([(-1.3, -19), (1.3, -19), (1.2, -3.6), (0, 0), (-1.2, -3.6)]), steel, 1.3)
    board.sheet(smooth([(-4, -20.6), (0, -21.8), (4, -20.6), (3.6, -18.6), (-3.6, -18.6)], closed=True), steel, 1.2)
    board.stroke(line((-0.5, -17.4), (-0.5, -5)), 0xFFFFFF, 0.6, 0.7)


def _thorn(board: Board, trim: Trim) -> None:
    """A long thorn, drawn larger than life, broken off with a bit of bark."""
    wood = trim.own(board, 0x8A5A34)
    board.sheet(
        smooth([(-6, -2), (-4, -5.4), (0, -6.4), (5, -5), (6, -1.4), (0, 0)], closed=True), darker(wood, 0.3), 1.4
    )
    board.sheet(smooth([(-4.2, -4.4), (-2, -14), (1.4, -27), (2.2, -14), (4, -4)], closed=True, tension=8), wood, 1.6)
    board.stroke(smooth([(-1.4, -6), (0, -14), (1.2, -23)]), lighter(wood, 0.35), 1, 0.8)


def _sandpaper(board: Board, trim: Trim) -> None:
    """A sheet of sandpaper, one corner rolled up to its pale back."""
    grit = trim.own(board, 0x9B6238)
    stand(board, 12)
    sheet = smooth([(-13, -1), (13, -1), (13.4, -10), (7, -18), (-13, -18)], closed=True, tension=26)
    board.sheet(sheet, grit, 1.8)
    with board.within(sheet):
        for _ in range(60):
            x, y = board.chance.near(0, 13), -board.chance.between(1, 18)
            board.flat(oval(x, y, 0.45, 0.45), board.chance.pick((darker(grit, 0.45), lighter(grit, 0.4))))
    curl = smooth([(13.4, -10), (6, -11.4), (7, -18), (11.4, -15.4)], closed=True, tension=9)
    board.sheet(curl, tint(board, 0xE9D9B6), 1.5)


def _glue(board: Board, trim: Trim) -> None:
    """A tube of glue with a drop at its mouth."""
    tube = trim.own(board, 0xF0C23B)
    stand(board, 6)
    board.sheet(polygon([(-7, 0), (7, 0), (7, -2.6), (-7, -2.6)]), darker(tube, 0.35), 1)
    board.sheet(smooth([(-6.6, -2), (6.6, -2), (4.6, -20), (0, -22), (-4.6, -20)], closed=True, tension=12), tube, 2)
    board.sheet(box(-4.6, -15.6, 9.2, 7.4, 1), tint(board, 0xC8443C), 0.6)
    board.stroke(line((-2.8, -12), (2.8, -12)), tint(board, CREAM), 1.2)
    board.sheet(polygon([(-2.2, -21.4), (2.2, -21.4), (1, -28), (-1, -28)]), tint(board, CREAM), 1)
    board.sheet(smooth([(0, -34), (2, -30.4), (0, -28.2), (-2, -30.4)], closed=True), tint(board, 0xFBF6E6), 0.8)


def _jerrycan(board: Board, trim: Trim) -> None:
    """A can of twenty litres, as water is carried in."""
    can = trim.own(board, 0xE8B62E)
    stand(board, 14)
    board.sheet(box(5.4, -35.4, 6, 5, 1.2), tint(board, 0x2F2F38), 1)
    body = [
        (-14, -2),
        (-14, -23),
        (-11, -29.6),
        (4, -29.6),
        (6, -32),
        (11, -32),
        (14, -26),
        (14, -2),
        (11, 0),
        (-11, 0),
    ]
    board.sheet(smooth(body, closed=True, tension=16), can, 3)
    board.sheet(limb([(-11, -28), (-9, -34), (-2, -34.6), (3, -33.6), (5, -30)], [3.4, 3.2, 3.2, 3.2, 3.4]), can, 1.5)
    for a, b in (((-9, -24), (9, -5)), ((9, -24), (-9, -5))):
        board.stroke(line(a, b), darker(can, 0.2), 2.4, 0.8)
        board.stroke(line((a[0] - 0.7, a[1] - 0.7), (b[0] - 0.7, b[1] - 0.7)), lighter(can, 0.3), 0.8, 0.8)
    board.stroke(smooth([(-12.4, -3), (-12.4, -22.6), (-10.4, -27.4)]), lighter(can, 0.4), 1, 0.8)


def _forked_stick(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0x80573A)
    for side in (-1, 1):
        board.sheet(limb([(0, -52), (side * 6, -64), (side * 11.5, -80)], [4.6, 4, 3.2]), wood, 1.6)
        board.sheet(oval(side * 11.6, -80, 1.7, 1.3), lighter(wood, 0.5), 0.5)
    board.sheet(limb([(0.6, 0), (-0.8, -26), (0, -55)], [4.2, 4.8, 5.6]), wood, 2)
    board.sheet(limb([(0, -30), (5.4, -36)], [2.6, 1.8]), wood, 1)
    for y in (-12, -40):
        board.stroke(smooth([(-1.6, y), (0.6, y - 2), (1.8, y - 1)]), darker(wood, 0.35), 0.8, 0.8)


def _pencil(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0xE6A92C)
    with board.at(0, 0, turn=14):
        board.sheet(box(-2.4, -32, 4.8, 26, 0.3), coat, 1.6)
        board.flat(box(-0.8, -32, 1.6, 26), lighter(coat, 0.35), 0.8)
        board.sheet(polygon([(-2.4, -6.2), (2.4, -6.2), (0, 0.6)]), tint(board, 0xEBCB9A), 0.8)
        board.flat(polygon([(-0.8, -1.8), (0.8, -1.8), (0, 0.6)]), 0x2B2A30)
        board.sheet(box(-2.5, -35, 5, 3.2, 0.3), tint(board, _STEEL), 0.6)
        board.sheet(box(-2.3, -38.4, 4.6, 3.6, 1.3), tint(board, 0xD9737C), 0.8)


def _paintbrush(board: Board, trim: Trim) -> None:
    paint = trim.own(board, 0x2F7FB0)
    with board.at(0, 0, turn=12):
        board.sheet(limb([(0, -16), (0, -28), (0, -42)], [3, 3.4, 1.8]), tint(board, 0xB5533C), 1.6)
        board.sheet(box(-2.2, -17.4, 4.4, 6, 0.6), tint(board, _STEEL), 1)
        hair = [(-2.4, -11.6), (2.4, -11.6), (3.2, -6), (0, 1), (-3.2, -6)]
        board.sheet(smooth(hair, closed=True, tension=8), tint(board, 0x7A5638), 1)
        board.sheet(smooth([(-3, -6.4), (0, -5), (3, -6.4), (0, 1)], closed=True, tension=8), paint, 0.5)


def _tape(board: Board, trim: Trim) -> None:
    """A roll of tape with its end hanging out."""
    tape = trim.own(board, 0xC9A06A)
    stand(board, 9)
    board.sheet(polygon([(7, -6), (10.4, -9), (19, -3), (16.4, 0)]), lighter(tape, 0.15), 1)
    board.sheet(ring(0, -9.6, 9.6, 5.4), tape, 2)
    board.stroke(oval(0, -9.6, 7.6, 7.6), darker(tape, 0.18), 0.8, 0.8)
    board.stroke(oval(0, -9.6, 5.8, 5.8), tint(board, 0x8A5E3C), 1.2)


def _plank(board: Board, trim: Trim) -> None:
    """Boards, one on the other."""
    wood = trim.own(board, PALE_WOOD)
    stand(board, 38)
    for x, y, tone in ((-36, 0, 0.12), (-40, -5.4, 0.0), (-33, -10.8, 0.06)):
        board.sheet(box(x, y - 5, 74, 5, 0.6), darker(wood, tone), 1.6)
        board.stroke(smooth([(x + 6, y - 3.4), (x + 30, y - 2), (x + 68, y - 3)]), darker(wood, 0.28), 0.7, 0.7)
        board.flat(box(x + 71.5, y - 4.6, 2.2, 4.2), lighter(wood, 0.3), 0.8)


def _ruler(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0xE2B35A)
    board.sheet(box(-3.2, -44, 6.4, 44, 0.5), wood, 1.6)
    for k in range(1, 22):
        board.stroke(line((3, -2 * k), (3 - (3.2 if k % 5 == 0 else 1.8), -2 * k)), darker(wood, 0.6), 0.5)


def _funnel(board: Board, trim: Trim) -> None:
    tin = trim.own(board, 0xC0453F)
    board.sheet(polygon([(-2, -12), (2, -12), (1.2, 0), (-1.6, -1.4)]), darker(tin, 0.14), 1.2)
    board.sheet(smooth([(-12, -28), (12, -28), (2.4, -11), (-2.4, -11)], closed=True, tension=16), tin, 2)
    board.sheet(oval(0, -28, 12.4, 2.8), darker(tin, 0.42), 1)
    board.stroke(oval(0, -28, 12.4, 2.8), lighter(tin, 0.25), 1.1)


REPAIR: dict[str, Prop] = {
    "bicycle_wheel": Prop(draw=_bicycle_wheel, grip=(0, -37), size=0.39),
    "tyre": Prop(draw=_tyre, grip=(0, -37), size=0.41),
    "inner_tube": Prop(draw=_inner_tube, medium="hand", grip=(0, -33), size=0.36),
    "pump": Prop(draw=_pump, medium="hand", grip=(0, -50), size=0.38),
    "patch": Prop(draw=_patch, medium="table", grip=(0, -5), size=0.02),
    "tyre_lever": Prop(draw=_tyre_lever, medium="hand", grip=(0, -6), size=0.08),
    "screwdriver": Prop(draw=_screwdriver, medium="hand", grip=(0, -7), size=0.13),
    "wrench": Prop(draw=_wrench, medium="hand", grip=(0, -10), size=0.15),
    "pliers": Prop(draw=_pliers, medium="hand", grip=(0, -6), size=0.11),
    "thorn": Prop(draw=_thorn, medium="hand", grip=(0, -3), size=0.05),
    "nail": Prop(draw=_nail, medium="hand", grip=(0, -13), size=0.05),
    "sandpaper": Prop(draw=_sandpaper, medium="hand", grip=(0, -8), size=0.1),
    "glue": Prop(draw=_glue, medium="hand", grip=(0, -10), size=0.08),
    "jerrycan": Prop(draw=_jerrycan, medium="hand", grip=(-4, -34.4), size=0.27),
    "forked_stick": Prop(draw=_forked_stick, medium="hand", grip=(0, -34)),
    "pencil": Prop(draw=_pencil, medium="hand", grip=(3, -12), size=0.1),
    "paintbrush": Prop(draw=_paintbrush, medium="hand", grip=(5, -24), size=0.12),
    "tape": Prop(draw=_tape, medium="table", grip=(0, -9), size=0.06),
    "plank": Prop(draw=_plank, top=-16),
    "ruler": Prop(draw=_ruler, medium="hand", grip=(0, -16), size=0.18),
    "funnel": Prop(draw=_funnel, medium="hand", grip=(0, -16), size=0.1),
}
