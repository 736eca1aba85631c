"""A cave: its mouth, its dripstone, the rim through which we look in."""

from __future__ import annotations

import skia

from video.engines.papercut.land.beyond import whole_cloth
from video.engines.papercut.land.country import darken
from video.engines.papercut.land.cut import lay, soft_line
from video.engines.papercut.land.heights import boulder
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import Light, darker, mix
from video.engines.papercut.paper import Board, Point, oval, polygon, smooth


def _dark(board: Board, light: Light, colour: int, share: float) -> int:
    """Rock in half light, a little warmer where a fire may burn."""
    return mix(light.dye(colour, 0.6), 0x241A22, share)


def draw_cave_wall(board: Board, view: View) -> None:
    """The depth of the cave, with its mouth and the daylight in it."""
    light = view.outside
    whole_cloth(board, _dark(board, light, 0x6B5850, 0.62))
    x = view.disc[0]
    y = 300.0 - 0.3 * view.lift
    high = 250.0 * (1 + 0.5 * min(1.0, view.lift / 725))
    for k in range(4):
        grow = 1.75 - 0.25 * k
        mouth = _mouth(view, x, y, high * grow, f"mouth {k}")
        tone = light.sky[1] if k == 3 else _dark(board, light, 0x8A6E5E, 0.5 - 0.12 * k)
        board.sheet(mouth, tone, 8, edge=0.15)
    with board.within(_mouth(view, x, y, high, "mouth 3")):
        board.glow(x, y + high * 0.4, high * 1.3, light.sky[2], 0.8)
        if light.name == "night":
            board.sheet(oval(x + 30, y - 60, 42, 42), light.disc, 4)
            for dx, dy in ((-90, -90), (-60, 20), (90, -120), (110, 10), (-20, -150)):
                board.flat(oval(x + dx, y + dy, 3, 3), 0xFFF3CC)
        board.sheet(smooth([(x - high * 1.4, y + high * 0.75), (x - high * 0.3, y + high * 0.5), (x + high * 0.5,
            y + high * 0.66),
                            (x + high * 1.4, y + high * 0.5), (x + high * 1.4, y + high * 2), (x - high * 1.4,
                                y + high * 2)],
                           closed=True), light.hills[1], 5)  # fmt: skip
    board.glow(x, y, high * 3.2, light.glow if not light.lit else light.sky[2], 0.3)


def _mouth(view: View, x: float, y: float, size: float, label: str) -> skia.Path:
    chance = view.chance(label)
    points: list[Point] = []
    matrix = skia.Matrix()
    for i in range(11):
        matrix.setRotate(360 * i / 11)
        p = matrix.mapXY(size * chance.near(1.0, 0.12), 0)
        points.append((x + p.x(), y + p.y() * 1.02))
    return smooth(points, closed=True)


def _hanging(board: Board, view: View, label: str, deep: float, colour: int) -> None:
    """Stone that hangs from the roof in spikes."""
    chance = view.chance(label)
    top = board.top - 20
    points: list[Point] = [(board.left - 20, top), (board.left - 20, view.top + deep)]
    x = board.left
    while x < board.right:
        wide = chance.between(60, 150)
        edge = abs(2 * (x / view.span) - 1)
        low = view.top + deep * (0.35 + 0.9 * edge**1.6)
        points += [(x + wide * 0.34, low), (x + wide * 0.5, low + chance.between(20, 120)), (x + wide * 0.68, low)]
        x += wide
    points += [(board.right + 20, view.top + deep), (board.right + 20, top)]
    board.sheet(polygon(points), colour, 9, edge=0.12)


def draw_cave_far(board: Board, view: View) -> None:
    """Pillars of dripstone far back."""
    light, chance = view.outside, view.chance("cave far")
    tone = _dark(board, light, 0x7E665A, 0.46)
    for _ in range(6):
        x = chance.between(board.left, board.right)
        if abs(x - view.disc[0]) < 300:
            continue
        w = chance.between(20, 46)
        foot = 700.0
        board.sheet(smooth([(x - w * 1.8, foot), (x - w * 0.6, foot - 150), (x - w * 0.4, 300), (x - w * 1.6,
            view.top - 90),
                            (x + w * 1.6, view.top - 90), (x + w * 0.4, 300), (x + w * 0.6, foot - 150),
                                (x + w * 1.8, foot)],
                           closed=True), tone, 7, edge=0.12)  # fmt: skip
    _hanging(board, view, "hang far", 170 + 0.3 * view.lift, tone)
    lay(board, soft_line(chance, board.left - 60, board.right + 60, 640, 26), tone, 8)


def draw_cave_middle(board: Board, view: View) -> None:
    """Crystals and stones on a ledge, painted hands on none of them."""
    light, chance = view.outside, view.chance("cave middle")
    tone = _dark(board, light, 0x8A6F60, 0.38)
    lay(board, soft_line(chance, board.left - 60, board.right + 60, 694, 20), tone, 8)
    for share in (0.06, 0.16, 0.84, 0.95):
        x, y = view.span * share, 720
        for k, (dx, tall, turn) in enumerate(((-16, 70, -18), (0, 110, 2), (18, 84, 20))):
            with board.at(x + dx, y, 1.0, turn=turn):
                gem = light.dye((0x8FD0D8, 0xB7A6E0, 0x9AE0C4)[k], 0.5)
                board.sheet(polygon([(-13, 4), (-13, -tall * 0.7), (0, -tall), (13, -tall * 0.7), (13, 4)]), gem, 4)
                board.flat(polygon([(0, 4), (0, -tall), (13, -tall * 0.7), (13, 4)]), light.shade, 0.2)
    _hanging(board, view, "hang near", 90 + 0.2 * view.lift, _dark(board, light, 0x6A5650, 0.5))


def draw_cave_floor(board: Board, view: View) -> None:
    """The floor of the cave with a small pool and boulders."""
    light, chance = view.outside, view.chance("cave floor")
    tone = _dark(board, light, 0x9A7C68, 0.28)
    lay(board, soft_line(chance, board.left - 60, board.right + 60, view.setting.line, 14), tone, 10, bottom=9e3)
    left = view.left
    board.sheet(
        oval(view.span * (0.2 if left else 0.8), view.setting.line + 38, 150, 15), mix(light.water[1], tone, 0.35), 2
    )
    boulder(board, view.span * (0.96 if left else 0.04), view.setting.line + 44, 110)
    for _ in range(7):
        boulder(
            board,
            chance.between(0, view.span),
            chance.between(view.setting.line + 16, view.bottom),
            chance.between(9, 24),
        )
    if view.deep > 60:
        for k in range(3):
            lay(board, soft_line(chance, board.left - 60, board.right + 60, 930 + 150 * k, 26), darker(tone,
                0.1 * (k + 1)), 8,
                bottom=9e3)  # fmt: skip
    darken(board, view)


def draw_cave_front(board: Board, view: View) -> None:
    """The dark rim through which we look in."""
    chance = view.chance("rim")
    dark = mix(0x1A1218, view.outside.shade, 0.3)
    outer = skia.Path.Rect(skia.Rect.MakeLTRB(board.left - 20, board.top - 20, board.right + 20, board.bottom + 20))
    middle_x, middle_y = view.span / 2, (view.top + view.bottom) / 2
    half_x, half_y = view.span / 2, (view.bottom - view.top) / 2
    points: list[Point] = []
    matrix = skia.Matrix()
    for i in range(22):
        matrix.setRotate(360 * i / 22)
        p = matrix.mapXY(1.0, 0)
        # Nearly a rectangle: what is drawn within must be seen.
        k = 1.0 / max(abs(p.x()), abs(p.y())) ** 0.62
        r = chance.near(0.97, 0.04)
        points.append((middle_x + p.x() * k * half_x * r, middle_y + p.y() * k * half_y * r))
    board.sheet(skia.Op(outer, smooth(points, closed=True), skia.PathOp.kDifference_PathOp), dark, 12, edge=0.1)
