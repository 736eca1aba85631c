"""The heavens of a creation story: great lights, scrolls of cloud, banks of cloud to stand on."""

from __future__ import annotations

import skia

from video.engines.papercut.land.country import darken
from video.engines.papercut.land.heavens import ring_shade
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, oval, polygon, smooth


def whole_cloth(board: Board, colour: int) -> None:
    """One sheet over the whole paper."""
    whole = skia.Path.Rect(skia.Rect.MakeLTRB(board.left, board.top, board.right, board.bottom))
    board.sheet(whole, colour, 0, edge=0)


def great_light(view: View) -> Point:
    """Where the greater of the two lights stands."""
    return view.span * (0.5 + (0.16 if view.left else -0.16)), 300.0 - 0.35 * view.lift


def draw_void(board: Board, view: View) -> None:
    """The heavens: rings of deep colour round a great disc, stars as holes, a small second light far away."""
    light, chance = view.outside, view.chance("void")
    day = not light.lit
    deep = mix(0x141A3E, light.sky[0], 0.55 if day else 0.35)
    far = mix(light.sky[1], 0x7A5FA8, 0.35)
    whole_cloth(board, deep)
    x, y = great_light(view)
    reach = max(view.span, view.bottom - view.top)
    for i in range(6):
        share = (i + 1) / 6
        radius = reach * (0.72 - 0.58 * share)
        points: list[Point] = []
        matrix = skia.Matrix()
        for k in range(30):
            matrix.setRotate(12 * k)
            p = matrix.mapXY(radius * (1 + (0.035 if k % 2 else -0.035)) * chance.near(1.0, 0.008), 0)
            points.append((x + p.x(), y + p.y()))
        ring_shade(board, (x, y), radius)
        path = smooth(points, closed=True)
        if i < 5:  # where the next ring lies there is a hole: paper that nobody sees costs as much as any
            path.addCircle(x, y, 0.9 * reach * (0.72 - 0.58 * (i + 2) / 6))
            path.setFillType(skia.PathFillType.kEvenOdd)
        board.sheet(path, mix(deep, mix(far, light.glow, share * 0.6), share * 0.85), 0, edge=0.2)
    holes = skia.Path()
    for i in range(140):
        sx, sy = chance.between(board.left, board.right), chance.between(board.top, board.bottom)
        if (sx - x) ** 2 + (sy - y) ** 2 > 170**2:
            holes.addCircle(sx, sy, chance.between(1.4, 3.4) if i % 8 else chance.between(4, 6))
    board.flat(holes, 0xFFF4D2, 0.85)
    size = 118 * (1 + 0.3 * min(1.0, view.lift / 725))
    sun = "moon" not in view.sky and light.name != "night"
    board.glow(x, y, size * 4, light.disc, 0.5)
    if sun:
        rays = skia.Path()
        for k in range(16):
            matrix = skia.Matrix()
            matrix.setRotate(22.5 * k)
            ray = polygon(
                [(size * 1.12, -size * 0.13), (size * (1.62 if k % 2 else 1.4), 0), (size * 1.12, size * 0.13)]
            )
            ray.transform(matrix)
            rays.addPath(ray)
        rays.offset(x, y)
        board.sheet(rays, mix(light.disc, 0xF2A03C, 0.35), 5, edge=0.2)
    board.sheet(oval(x, y, size, size), light.disc, 10)
    board.sheet(oval(x, y, size * 0.8, size * 0.8), lighter(light.disc, 0.2), 3, edge=0.35)
    sx, sy, r = view.span - x + (120 if x < view.span / 2 else -120), y + 110, 52.0
    other = 0xEAE6D8 if sun else 0xF4C65E
    board.glow(sx, sy, 190, other, 0.35)
    bite = oval(sx - 22, sy - 10, r * 0.88, r * 0.88)
    board.sheet(
        skia.Op(oval(sx, sy, r, r), bite, skia.PathOp.kDifference_PathOp) if sun else oval(sx, sy, r, r), other, 7
    )


def draw_swirls(board: Board, view: View) -> None:
    """Scrolls of cloud that drift through the heavens."""
    light, chance = view.outside, view.chance("swirls")
    light_x, light_y = great_light(view)
    pale = mix(light.cloud, 0xD8DCF4, 0.45) if light.name == "night" else light.cloud
    tones = (mix(pale, light.sky[0], 0.45), mix(pale, light.sky[1], 0.35))
    for i in range(5 + int(view.lift / 240)):
        x = view.span * ((0.1 + 0.618 * i) % 1.0)
        y = 430 + 46 * (i % 4) - (0.9 * view.lift if i > 4 else 0.0)
        if abs(x - light_x) < 360 and abs(y - light_y) < 250:
            continue  # no scroll across the great light's face
        swirl(board, x, y, chance.between(70, 120), tones[i % 2], flip=i % 2 == 1)


def swirl(board: Board, x: float, y: float, size: float, colour: int, *, flip: bool) -> None:
    """One scroll of cloud with a long tail."""
    with board.at(x, y, size / 100, flip=flip):
        tail = smooth([(-10, -52), (70, -36), (190, 6), (300, 30), (180, 44), (60, 44), (-20, 52)], closed=True)
        body = skia.Op(oval(0, 0, 56, 54), tail, skia.PathOp.kUnion_PathOp)
        board.sheet(body, colour, 7)
        curl = skia.Path()
        curl.moveTo(150, 24)
        curl.cubicTo(60, 30, -44, 34, -40, -8)
        curl.cubicTo(-36, -44, 34, -42, 30, -4)
        curl.cubicTo(28, 20, -12, 18, -10, -4)
        board.stroke(curl, darker(colour, 0.3), 5, 0.45)


def _bank(board: Board, view: View, label: str, y: float, colour: int, size: float) -> None:
    chance = view.chance(label)
    path = skia.Path.Rect(
        skia.Rect.MakeLTRB(board.left - 20, y + size * 0.3, board.right + 20, min(board.bottom + 40, y + 420))
    )
    x = board.left - 40.0
    while x < board.right + 60:
        r = size * chance.between(0.6, 1.1)
        path.addOval(skia.Rect.MakeLTRB(x - r * 1.25, y - r * 0.62, x + r * 1.25, y + r))
        x += r * 1.5
    path.setFillType(skia.PathFillType.kWinding)
    board.sheet(path, colour, 9, edge=0.0)


def draw_cloud_bank_far(board: Board, view: View) -> None:
    """A bank of clouds far below."""
    pale, air = _pale(view)
    _bank(board, view, "bank far", 610, mix(pale, air, 0.6), 90)
    _bank(board, view, "bank mid", 680, mix(pale, air, 0.4), 100)


def _pale(view: View) -> tuple[int, int]:
    """The colour of clouds that are lit from above, and that of the air."""
    light = view.outside
    return (mix(light.cloud, 0xD8DCF4, 0.5) if light.name == "night" else light.cloud), light.sky[1]


def draw_cloud_bank(board: Board, view: View) -> None:
    """The clouds on which the stage is."""
    pale, air = _pale(view)
    y, i = view.setting.line + 14, 0
    while y < view.bottom + 60:
        _bank(board, view, f"bank {i}", y, darker(mix(pale, air, 0.2 + 0.08 * i), 0.04 * i), 110 + 14 * i)
        y += 116 + 16 * i
        i += 1
    darken(board, view)


def draw_cloud_front(board: Board, view: View) -> None:
    """Dark clouds in both lower corners."""
    light = view.outside
    dark = mix(light.front, light.sky[0], 0.45)
    grow = 1 + 0.5 * min(1.0, view.deep / 370)
    for side in (0, 1):
        edge, d = (board.left, 1) if side == 0 else (board.right, -1)
        for k, tone in ((1, mix(dark, light.cloud, 0.14)), (0, dark)):
            path = skia.Path()
            for dx, dy, r in ((40, -30, 150), (210, 40, 110), (350, 84, 84), (-60, 0, 150)):
                x, y = edge + d * (dx + 110 * k) * grow, view.bottom + (dy + 26 - 56 * k) * grow
                path.addOval(
                    skia.Rect.MakeLTRB(x - 1.2 * r * grow, y - 0.7 * r * grow, x + 1.2 * r * grow, y + r * grow)
                )
            path.setFillType(skia.PathFillType.kWinding)
            board.sheet(path, tone, 8, edge=0.0)
