"""Birds, cut from one pattern with the measures of each; facing right, feet at (0, 0), or flying about (0, 0)."""

from __future__ import annotations

from math import cos, pi, radians, sin

import skia

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval, polygon, shifted, smooth
from video.engines.papercut.things.attire import draw_headwear, draw_neckwear, lean_of
from video.engines.papercut.things.fowl import Fowl
from video.engines.papercut.things.gaits import WALK, foot_at
from video.engines.papercut.things.moment import Moment, draw_eye, own
from video.engines.papercut.things.plumage import draw_beak, draw_crest, draw_tail

WATERLINE = 0.35
"""How much of a swimming bird's body is under water, as a share of its half height."""


def draw_fowl(board: Board, fowl: Fowl, moment: Moment) -> None:
    """Draws a bird in its own units."""
    coat = own(board, moment, fowl.coat)
    rx, ry = fowl.body
    if moment.gait == "fly":
        _flying(board, fowl, moment, coat)
        return
    tilt, y = fowl.tilt, -(fowl.leg + ry * (1 + 0.25 * sin(radians(fowl.tilt)) * rx / ry * 0.5))
    if moment.gait == "sleep":
        y, tilt = -ry * 1.02 - 0.25 * moment.swing(), tilt * 0.5
    elif moment.gait == "swim":
        y, tilt = -ry * (1 - WATERLINE) + 0.8 * moment.swing(), min(tilt, 8)
    elif moment.gait in ("walk", "run"):
        y += 0.5 * moment.swing(2)
    else:
        y -= 0.2 * moment.swing()
    if moment.gait == "swim":
        board.canvas.save()
        board.canvas.clipRect(skia.Rect.MakeLTRB(-200, -300, 200, 0.5))
    else:
        board.shadow(oval(1, -0.3, rx * 0.95, 2), 4, 0.45)
    if moment.gait in ("stand", "walk", "run"):
        _legs(board, fowl, moment, (y, tilt))
    _standing(board, fowl, moment, coat, (y, tilt))
    if moment.gait == "swim":
        board.canvas.restore()
        foam = board.light.dye(0xFFFFFF, 0.6)
        for k, side in enumerate((-1, 1)):
            x = side * rx * 1.05 + 0.8 * moment.swing(1, 0.25 * k)
            board.stroke(smooth([(x - 7, 0.2), (x, 1.4), (x + 7, 0.2)]), foam, 1.0, 0.75)


def _on(y: float, tilt: float, px: float, py: float) -> Point:
    """A place on the body, which is tilted about (0, y)."""
    a = -radians(tilt)
    return px * cos(a) - py * sin(a), y + px * sin(a) + py * cos(a)


def _legs(board: Board, fowl: Fowl, moment: Moment, body: tuple[float, float]) -> None:
    y, _ = body
    colour = board.light.dye(fowl.leg_colour, 0.65)
    for far in (True, False):
        hip = (1.5 if far else -2.5, y + fowl.body[1] * 0.6)
        foot = (hip[0] + 1, -0.6)
        if moment.gait in ("walk", "run"):
            dx, dy = foot_at(WALK, moment.phase + (0.5 if far else 0.0), max(fowl.leg, 6) * 1.1)
            foot = (1 + dx, -0.6 + dy)
        knee = ((hip[0] + foot[0]) / 2 - fowl.leg * 0.1, (hip[1] + foot[1]) / 2)
        tone = darker(colour, 0.25) if far else colour
        wide = 2.0 if fowl.size < 0.5 else 2.4
        board.stroke(smooth([hip, knee, foot]), tone, wide)
        if fowl.web:
            board.sheet(polygon([(foot[0] - 1.5, foot[1]), (foot[0] + 6, foot[1] - 0.6), (foot[0] + 6.5, foot[1] + 1.4),
                                 (foot[0] - 1.5, foot[1] + 1.2)]), tone, 0.5)  # fmt: skip
        else:
            for toe in (4.6, -2.4):
                board.stroke(smooth([foot, (foot[0] + toe, foot[1] + 0.5)]), tone, wide * 0.85)


def _standing(board: Board, fowl: Fowl, moment: Moment, coat: int, body: tuple[float, float]) -> None:
    y, tilt = body
    rx, ry = fowl.body
    draw_tail(board, fowl, coat, (*_on(y, tilt, -rx * 0.8, -ry * 0.1), tilt), moment)
    nx, ny = fowl.neck
    if moment.gait == "sleep":
        nx, ny = nx * 0.72, ny * (0.5 if ny < -20 else 0.72)
    elif moment.gait in ("walk", "run"):
        nx += 2.2 * moment.swing(2)
    head = (nx, y + ny + 0.3 * moment.swing())
    _trunk(board, fowl, coat, (y, tilt), head)
    wing = _folded_wing(fowl)
    lift = 1.0 + 0.03 * moment.swing()
    board.sheet(
        shifted(wing, *_on(y, tilt, -rx * 0.16, -ry * 0.16), lift, -tilt - 4),
        _wing_colour(board, fowl, moment, coat),
        2.2,
    )
    with board.at(*_on(y, tilt, -rx * 0.16, -ry * 0.16), turn=-tilt - 4):
        for k in (0.25, 0.6):
            board.stroke(smooth([(-rx * 0.75, ry * (0.1 + 0.2 * k)), (-rx * 0.2, ry * (0.55 - 0.4 * k)), (rx * 0.25,
                ry * (0.3 - 0.4 * k))]),
                         darker(_wing_colour(board, fowl, moment, coat), 0.3), 0.8, 0.6)  # fmt: skip
    root = _on(y, tilt, rx * 0.52, -ry * 0.1)
    at = head[0] + (root[0] - head[0]) * 0.42, head[1] + (root[1] - head[1]) * 0.42
    draw_neckwear(board, moment.livery, at, max(fowl.neck_width * 1.3, fowl.head * 1.3), lean_of(root, head))
    _draw_head(board, fowl, moment, coat, head)


def _wing_colour(board: Board, fowl: Fowl, moment: Moment, coat: int) -> int:
    livery = moment.livery
    if livery is not None and livery.wings is not None:
        return board.light.dye(livery.wings, 0.65)
    if livery is not None and livery.mark is not None and not livery.pattern:
        return board.light.dye(livery.mark, 0.65)  # black and white
    return darker(coat, 0.16) if moment.coat is not None else board.light.dye(fowl.wing, 0.65)


def _folded_wing(fowl: Fowl) -> skia.Path:
    rx, ry = fowl.body
    return smooth([(-rx * 1.02, ry * 0.2), (-rx * 0.5, -ry * 0.36), (rx * 0.2, -ry * 0.48), (rx * 0.56, -ry * 0.04),
        (rx * 0.3, ry * 0.44),
                   (-rx * 0.3, ry * 0.52)], closed=True)  # fmt: skip


def _trunk(board: Board, fowl: Fowl, coat: int, body: tuple[float, float], head: Point) -> None:
    """Body and neck as one cut, the breast in its colour, the hood where there is one."""
    y, tilt = body
    rx, ry = fowl.body
    egg = shifted(
        smooth([(-rx * 1.04, -ry * 0.1), (-rx * 0.45, -ry * 0.78), (rx * 0.35, -ry * 0.95), (rx * 0.98, -ry * 0.25),
            (rx * 0.8, ry * 0.62),
                (rx * 0.05, ry), (-rx * 0.62, ry * 0.62)], closed=True),
        0, y, 1.0, -tilt,
    )  # fmt: skip
    root = _on(y, tilt, rx * 0.52, -ry * 0.1)
    middle = ((root[0] + head[0]) / 2 + 1.5, (root[1] + head[1]) / 2)
    points = [root, middle, head]
    widths = [fowl.neck_width * 1.7, fowl.neck_width * 1.12, fowl.neck_width]
    if "bent neck" in fowl.marks:
        points = [root, (root[0] + (head[0] - root[0]) * 0.9 + 5, root[1] + (head[1] - root[1]) * 0.3),
                  (root[0] + (head[0] - root[0]) * 0.3 - 1, root[1] + (head[1] - root[1]) * 0.72), head]  # fmt: skip
        widths = [fowl.neck_width * 1.9, fowl.neck_width * 1.2, fowl.neck_width, fowl.neck_width]
    neck = limb(points, widths)
    joined = skia.Op(egg, neck, skia.PathOp.kUnion_PathOp)
    trunk = egg if joined is None else joined
    board.sheet(trunk, coat, 3.5)
    with board.within(trunk):
        if fowl.breast != fowl.coat:
            belly = _on(y, tilt, rx * 0.42, ry * 0.62)
            board.flat(
                shifted(oval(0, 0, rx * 0.86, ry * 0.62), *belly, 1.0, -tilt - 16),
                board.light.dye(fowl.breast, 0.65),
                0.95,
            )
        if {"speckles", "bars"} & set(fowl.marks):
            for k in range(14):
                px, py = _on(y, tilt, rx * (-0.1 + 0.22 * (k % 5)), ry * (-0.15 + 0.32 * (k // 5)))
                wide = 0.9 if "speckles" in fowl.marks else 2.2
                board.flat(oval(px, py, wide, 0.8), _speck(board, fowl))
        if fowl.hood is not None:
            board.flat(
                limb(points[-2:], [fowl.neck_width * 1.3, fowl.neck_width * 1.5]), board.light.dye(fowl.hood, 0.65)
            )
    if fowl.crest == "collar":
        at = (root[0] + (head[0] - root[0]) * 0.42, root[1] + (head[1] - root[1]) * 0.42)
        for dx, dy in ((-4.5, 1), (0, 2.4), (4.5, 2.2), (1.5, -0.5)):
            board.sheet(oval(at[0] + dx, at[1] + dy, 4.2, 3.4), board.light.dye(fowl.crest_colour, 0.65), 1)


def _speck(board: Board, fowl: Fowl) -> int:
    """The colour of specks on a breast: dark on a pale one, pale on a dark one."""
    if fowl.speck is not None:
        return board.light.dye(fowl.speck, 0.65)
    breast = board.light.dye(fowl.breast, 0.65)
    return darker(breast, 0.5) if (breast >> 8 & 255) > 120 else lighter(breast, 0.75)


def _draw_head(board: Board, fowl: Fowl, moment: Moment, coat: int, at: Point) -> None:
    r = fowl.head
    face = board.light.dye(fowl.hood, 0.65) if fowl.hood is not None else coat
    with board.at(*at, turn=(14 if moment.gait == "sleep" else 0) - 8 * moment.mouth):
        draw_crest(board, fowl, r, behind=True)
        draw_beak(board, fowl, moment, (r * 0.72, r * 0.12))
        board.sheet(oval(0, 0, r * 1.04, r), face, 2)
        draw_crest(board, fowl, r, behind=False)
        if "throat" in fowl.marks:
            board.flat(oval(r * 0.45, r * 0.5, r * 0.5, r * 0.4), board.light.dye(0xC4553A, 0.65))
        draw_eye(board, r * 0.3, -r * 0.16, max(1.2, r * 0.22), moment, lid=face)
        draw_headwear(board, moment.livery, r * 1.2, (r * 0.3, -r * 0.16))


def _flying(board: Board, fowl: Fowl, moment: Moment, coat: int) -> None:
    rx, ry = fowl.body
    beat = moment.beat(fowl.beats)
    y, tilt = 1.6 * beat, 8.0
    wing = _wing_colour(board, fowl, moment, coat)
    draw_tail(board, fowl, coat, (*_on(y, tilt, -rx * 0.8, -ry * 0.05), 2.0), moment)
    if fowl.trails:
        for dy in (0.0, 2.0):
            board.stroke(
                smooth([(-rx * 0.5, y + ry * 0.5), (-rx - fowl.leg, y + ry * 0.6 + dy)]),
                board.light.dye(fowl.leg_colour, 0.65),
                1.8,
            )
    _wing(board, fowl, (y, beat), darker(wing, 0.2), far=True)
    nx, ny = fowl.neck
    far_out = (nx * nx + ny * ny) ** 0.5
    reach = min(far_out * 0.96, 34.0) if not fowl.trails or "bent neck" not in fowl.marks else far_out * 0.62
    head = (max(nx, reach * 0.97), y - max(3.0, reach * 0.2))
    _trunk(board, fowl, coat, (y, tilt), head)
    _draw_head(board, fowl, moment, coat, head)
    _wing(board, fowl, (y, beat), wing, far=False)


def _wing(board: Board, fowl: Fowl, state: tuple[float, float], colour: int, *, far: bool) -> None:
    """A spread wing: raised at beat 1, below the body at beat -1."""
    y, beat = state
    rx, ry = fowl.body
    span, broad = fowl.wings, fowl.broad * fowl.wings * 0.34
    x0 = rx * (0.34 if far else 0.12)
    flat = (
        1 - beat * beat
    )  # in the middle of the stroke it is seen from its edge: far one above, near one over the body
    up = span * (0.34 + 0.62 * beat) * 0.94 if far else span * (0.12 + 0.84 * beat)
    drop = 0.0 if far else broad * 0.5 * flat
    back = -span * (0.22 + 0.4 * flat) + (6 if far else 0)
    tip = (x0 + back, y - ry * 0.3 - up + drop)
    wrist = (x0 + back * 0.12 + 3, y - ry * 0.3 - up * 0.62 + drop * 0.2)
    front, rear = (x0 + rx * 0.28, y - ry * 0.34), (x0 - broad * 1.05, y - ry * 0.02 + drop * 0.9)
    points = [front, wrist, tip]
    fingers = 5 if "fingers" in fowl.marks else 4
    for k in range(1, fingers + 1):
        share = k / (fingers + 1)
        edge = (
            tip[0] + (rear[0] - tip[0]) * share - broad * 0.34 * sin(pi * share),
            tip[1] + (rear[1] - tip[1]) * share,
        )
        points += [(edge[0] + broad * 0.16, edge[1] - up * 0.03), edge] if "fingers" in fowl.marks else [edge]
    points.append(rear)
    path = smooth(points, closed=True, tension=8)
    board.sheet(path, colour, 3)
    with board.within(path):
        if "white wing" in fowl.marks and not far:
            board.flat(limb([rear, ((rear[0] + tip[0]) / 2 - broad * 0.2, (rear[1] + tip[1]) / 2)], [broad * 0.9,
                broad * 0.6]),
                       board.light.dye(0xF0ECE4, 0.65))  # fmt: skip
        inner = smooth(
            [
                front,
                (wrist[0] - broad * 0.3, wrist[1]),
                (tip[0] + broad * 0.2, tip[1]),
                (rear[0] + broad * 0.5, rear[1]),
            ]
        )
        board.stroke(inner, lighter(colour, 0.22), 1.3, 0.7)
        for k in (0.3, 0.55, 0.8):
            end = (tip[0] + (rear[0] - tip[0]) * k - broad * 0.3, tip[1] + (rear[1] - tip[1]) * k)
            start = (wrist[0] + (front[0] - wrist[0]) * k - broad * 0.25, wrist[1] + (front[1] - wrist[1]) * k)
            board.stroke(smooth([start, end]), darker(colour, 0.3), 0.8, 0.6)
