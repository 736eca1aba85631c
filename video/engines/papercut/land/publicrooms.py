"""Rooms in which people work or are looked after: an office, a hospital ward; and a stairwell."""

from __future__ import annotations

import math

import skia

from video.engines.papercut.land.inside import FLOOR, cloth_of, framed_window, hanging_lamp, outlook, wall
from video.engines.papercut.land.masonry import LAMPLIGHT
from video.engines.papercut.land.ornament import draw_border
from video.engines.papercut.land.shrubs import natural, shrub
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, box, line, oval, polygon, smooth


def clock(board: Board, x: float, y: float, radius: float, rim: int) -> None:
    """A round clock."""
    board.sheet(oval(x, y, radius, radius), rim, 6)
    board.flat(oval(x, y, radius * 0.84, radius * 0.84), board.light.dye(0xFBF6E8, 0.8))
    hands = skia.Path()
    for turn, reach in ((-60, 0.45), (48, 0.66)):
        a = math.radians(turn)
        hands.moveTo(x, y)
        hands.lineTo(x + radius * reach * math.sin(a), y - radius * reach * math.cos(a))
    for k in range(12):
        a = math.radians(30 * k)
        hands.moveTo(x + radius * 0.7 * math.sin(a), y - radius * 0.7 * math.cos(a))
        hands.lineTo(x + radius * 0.76 * math.sin(a), y - radius * 0.76 * math.cos(a))
    board.stroke(hands, board.light.dye(0x3A3A40, 0.9), radius * 0.07)


def door_leaf(board: Board, spot: Point, width: float, height: float, colour: int) -> None:
    """A panelled door in its frame, its sill's middle at a spot."""
    x, foot = spot
    frame = lighter(colour, 0.4)
    board.sheet(box(x - width / 2 - 18, foot - height - 18, width + 36, height + 18, 3), frame, 7)
    board.sheet(box(x - width / 2, foot - height, width, height), colour, 3)
    for dy, tall in ((0.06, 0.36), (0.5, 0.42)):
        for dx in (-0.4, 0.06):
            board.flat(box(x + width * dx, foot - height * (1 - dy), width * 0.34, height * tall, 4),
                       darker(colour, 0.16))  # fmt: skip
    board.flat(oval(x + width * 0.38, foot - height * 0.46, 7, 7), board.light.dye(0xE5B53A, 0.7))


def draw_office(board: Board, view: View) -> None:
    """An office: a window with a blind, a board of notes, cabinets of drawers, folders, a clock."""
    light, chance, cloth = board.light, view.chance("office"), cloth_of(board, view, 0.85)
    tone = mix(light.sky[0], light.dye(0xDDE3DC, 0.9), 0.5)
    wall(board, view, tone, dado=False)
    high = 0.3 * view.lift
    frame = light.dye(0xF2ECE0, 0.9) if not light.lit else light.dye(0xBFB4A6, 0.9)
    x, w = view.span * 0.27, min(560.0, view.span * 0.38)
    y, h = 130 - high, 350 + high
    board.sheet(box(x - w / 2 - 16, y - 16, w + 32, h + 32, 4), frame, 8)
    outlook(board, view, box(x - w / 2, y, w, h), town=bool({"city", "town"} & {*view.setting.also, view.style.id}))
    board.sheet(box(x - 5, y, 10, h), frame, 3)
    for k in range(5):
        board.sheet(box(x - w / 2 - 4, y - 4 + 21 * k, w + 8, 15, 3), lighter(frame, 0.25), 2)
    board.sheet(box(x - w / 2 - 34, y + h + 12, w + 68, 18, 4), lighter(frame, 0.3), 6)
    shrub(board, x + w * 0.36, y + h + 16, 84, "planter", natural(board))
    bx = view.span * (0.6 if view.span > 1400 else 0.66)
    board.sheet(box(bx - 130, 190 - high, 260, 200, 4), light.dye(0x9A6B43, 0.9), 6)
    board.flat(box(bx - 118, 202 - high, 236, 176), light.dye(0xCFA878, 0.9))
    for k in range(8):
        px, py = bx - 100 + 56 * (k % 4) + chance.near(0, 6), 214 - high + 80 * (k // 4) + chance.near(0, 6)
        board.sheet(box(px, py, 42, 54, 1), mix(cloth[k % len(cloth)], light.dye(0xFBF6E8), 0.6), 3)
        board.flat(oval(px + 21, py + 5, 4, 4), cloth[(k + 1) % len(cloth)])
    clock(board, view.span * 0.49, 210 - high, 42, light.dye(0x4A4E55, 0.9))
    iron = light.dye(0x8A9AA0, 0.9)
    for i, share in enumerate((0.82, 0.93)):
        cx, tall = view.span * share, 330 if i else 250
        board.sheet(box(cx - 82, FLOOR + 20 - tall, 164, tall, 4), mix(iron, cloth[1], 0.25 * i), 8)
        for k in range(tall // 82):
            dy = FLOOR + 10 - 80 * (k + 1)
            board.sheet(box(cx - 70, dy, 140, 68, 3), lighter(iron, 0.14), 2)
            board.flat(box(cx - 22, dy + 20, 44, 9, 4), darker(iron, 0.35))
    for k in range(6):
        px = view.span * 0.82 - 74 + 25 * k
        board.sheet(box(px, FLOOR + 20 - 250 - 92, 21, 92, 2), cloth[k % len(cloth)], 3)
        board.flat(box(px + 4, FLOOR + 20 - 250 - 70, 13, 24), light.dye(0xFBF6E8, 0.8))
    _tube(board, view)


def _tube(board: Board, view: View) -> None:
    """A long lamp under the ceiling."""
    x, y = view.span * 0.5, view.top + 46 + 0.3 * view.lift
    for dx in (-120, 120):
        board.stroke(line((x + dx, view.top - 90), (x + dx, y)), board.light.dye(0x4A4E55, 0.9), 4)
    if board.light.lamps:
        board.glow(x, y + 20, 620, LAMPLIGHT, 0.4)
    board.sheet(box(x - 190, y, 380, 24, 8), LAMPLIGHT if board.light.lamps else board.light.dye(0xFBF6E8, 0.9), 5)


def draw_ward(board: Board, view: View) -> None:
    """A hospital ward: pale tiles, a tall window, screens of cloth, a cabinet of bottles, a stand with a drip."""
    light, cloth = board.light, cloth_of(board, view, 0.85)
    tone = mix(light.sky[0], light.dye(0xE6EFEA, 0.9), 0.6)
    wall(board, view, tone, dado=False)
    tile = mix(light.dye(0xA9CFC4, 0.9), tone, 0.35)
    board.sheet(box(board.left - 20, 500, board.right - board.left + 40, 250), tile, 4)
    joints = skia.Path()
    for k in range(1, 4):
        joints.addPath(line((board.left, 500 + 56 * k), (board.right, 500 + 56 * k)))
    for i in range(math.ceil((board.right - board.left) / 56)):
        joints.addPath(line((board.left + 56 * i, 500), (board.left + 56 * i, FLOOR)))
    board.stroke(joints, lighter(tile, 0.45), 2.6, 0.6)
    board.sheet(box(board.left - 20, 492, board.right - board.left + 40, 14), lighter(tile, 0.3), 4)
    high = 0.25 * view.lift
    framed_window(board, view, view.span * 0.3, w=230, h=290 + high * 0.6, y=140 - high)
    rail = light.dye(0x9AA6AA, 0.9)
    for share, wide in ((0.06, 300.0), (0.62, 190.0)):
        _screen(board, view, view.span * share, wide, mix(cloth[1], light.dye(0xF4F1E6), 0.62))
    x = view.span * 0.83
    white = light.dye(0xF0EDE2, 0.9)
    board.sheet(box(x - 110, 190 - high, 220, 240, 5), white, 7)
    board.flat(box(x - 96, 204 - high, 192, 212), mix(light.dye(0xA9C4C8, 0.9), white, 0.3))
    for row in range(3):
        sy = 268 - high + 68 * row
        for k in range(5):
            tall = (34.0, 46.0, 28.0, 40.0, 36.0)[(k + 2 * row) % 5]
            board.sheet(box(x - 84 + 36 * k, sy - tall, 22, tall, 5), cloth[(k + row) % len(cloth)], 2)
            board.flat(box(x - 84 + 36 * k + 6, sy - tall - 7, 10, 8, 2), white)
        board.sheet(box(x - 96, sy, 192, 9), white, 3)
    sx = view.span * 0.72
    board.stroke(line((sx, 330), (sx, FLOOR + 26)), rail, 8)
    board.stroke(line((sx - 30, 340), (sx + 30, 340)), rail, 7)
    board.stroke(line((sx - 36, FLOOR + 30), (sx, FLOOR + 10), (sx + 36, FLOOR + 30)), rail, 7)
    board.sheet(box(sx + 10, 352, 38, 66, 12), mix(light.dye(0xD8ECF0, 0.9), white, 0.3), 4)
    board.stroke(smooth([(sx + 29, 418), (sx + 34, 470), (sx + 16, 520)]), lighter(rail, 0.4), 3)
    _tube(board, view)


def _screen(board: Board, view: View, x: float, wide: float, colour: int) -> None:
    """A curtain on a rail, in folds."""
    top, low = 150 - 0.3 * view.lift, FLOOR - 20
    board.stroke(line((x - wide / 2 - 20, top), (x + wide / 2 + 20, top)), board.light.dye(0x9AA6AA, 0.9), 8)
    folds = max(3, round(wide / 50))
    for i in range(folds):
        a = x - wide / 2 + wide * i / folds
        b = a + wide / folds + 6
        fold = smooth([(a, top + 6), (b, top + 6), (b - 4, (top + low) / 2), (b + 3, low), (a - 3, low + 4),
            (a + 4, (top + low) / 2)], closed=True, tension=10)  # fmt: skip
        board.sheet(fold, mix(colour, board.light.shade, 0.07 * (i % 2)), 4)


STEPS = 9
"""Steps of the flight that is seen."""


def draw_stairwell(board: Board, view: View) -> None:
    """A stairwell: a flight with its banister, a door below, another on the landing, a tall window, a lamp."""
    light, cloth = board.light, cloth_of(board, view, 0.85)
    tone = mix(light.sky[0], light.dye(mix(view.style.walls[0], 0xE8DCC0, 0.4)), 0.4)
    wall(board, view, tone, dado=False)
    paint = mix(light.dye(view.style.walls[1 % len(view.style.walls)], 0.9), tone, 0.35)
    board.sheet(box(board.left - 20, 470, board.right - board.left + 40, 280), paint, 3)
    draw_border(board, (board.left, board.right), 470, 26, view.style.ornament, cloth[:3])
    d = 1 if view.left else -1  # the flight rises away from the door
    start = view.span * (0.46 if d > 0 else 0.54)
    wide, tall = view.span * 0.045, 46.0
    end_x, end_y = start + d * wide * STEPS, FLOOR - tall * STEPS
    door_leaf(board, (view.span * (0.17 if d > 0 else 0.83), FLOOR + 4), 190, 400, light.dye(view.style.trim, 0.9))
    framed_window(board, view, view.span * (0.4 if d > 0 else 0.6), w=150, h=230 + 0.3 * view.lift,
                  y=110 - 0.35 * view.lift)  # fmt: skip
    far = board.right + 40 if d > 0 else board.left - 40
    door_leaf(board, (end_x + d * 0.11 * view.span, end_y), 170, 350, cloth[0])
    stone = light.dye(mix(0xC9B79C, view.style.earth.sand, 0.3), 0.95)
    flight: list[Point] = [(start, FLOOR + 12)]
    for i in range(STEPS):
        flight += [(start + d * wide * i, FLOOR - tall * (i + 1)), (start + d * wide * (i + 1), FLOOR - tall * (i + 1))]
    below = [(far, end_y), (far, end_y + 62), (end_x + d * 10, end_y + 62), (start + d * wide * 1.6, FLOOR + 12)]
    board.sheet(polygon([*flight, *below]), darker(stone, 0.1), 11)
    treads, runner = skia.Path(), skia.Path()
    for i in range(STEPS):
        a, b = sorted((start + d * (wide * i - 8), start + d * wide * (i + 1)))
        treads.addRect(skia.Rect.MakeLTRB(a, FLOOR - tall * (i + 1) - 2, b, FLOOR - tall * (i + 1) + 11))
        runner.addRect(skia.Rect.MakeLTRB(a + 3, FLOOR - tall * (i + 1) + 11, b, FLOOR - tall * i - 2))
    board.flat(runner, mix(cloth[0], stone, 0.35))
    board.flat(treads, lighter(stone, 0.3))
    a, b = sorted((end_x, far))
    board.flat(box(a, end_y - 2, b - a, 13), lighter(stone, 0.3))
    wood = light.dye(mix(view.style.trim, 0x7A5238, 0.5), 0.9)
    posts = skia.Path()
    for i in range(STEPS):
        px, py = start + d * wide * (i + 0.5), FLOOR - tall * (i + 1)
        posts.addPath(line((px, py), (px, py - 128)))
    for i in range(1, 12):
        posts.addPath(line((end_x + d * wide * i, end_y), (end_x + d * wide * i, end_y - 128)))
    board.stroke(posts, light.dye(0x4A4640, 0.9), 7)
    rail = smooth([(start, FLOOR - 156), (end_x, end_y - 132), (end_x + d * 60, end_y - 134), (far, end_y - 134)],
                  tension=12)  # fmt: skip
    board.stroke(rail, light.shade, 20, 0.2)
    board.stroke(rail, wood, 16)
    board.sheet(box(start - 14, FLOOR - 170, 28, 184, 5), wood, 6)
    board.sheet(oval(start, FLOOR - 178, 22, 20), lighter(wood, 0.1), 5)
    hanging_lamp(board, view, view.span * (0.3 if d > 0 else 0.7), view.top - 40, 110 + 0.3 * view.lift)


def draw_banister_front(board: Board, view: View) -> None:
    """The banister of the next flight down, dark at the stage front."""
    light = board.light
    dark = mix(light.front, light.dye(view.style.trim), 0.25)
    d, edge = (-1, board.right) if view.left else (1, board.left)
    reach, low = board.bleed + 0.26 * view.span, view.bottom
    posts = skia.Path()
    for k in range(1, 9):
        s = k / 9
        posts.addPath(line((edge + d * reach * s, low + 120), (edge + d * reach * s, low - 200 + 190 * s)))
    board.stroke(posts, dark, 13)
    rail = smooth(
        [(edge - d * 30, low - 218), (edge + d * reach * 0.5, low - 116), (edge + d * reach * 1.05, low + 30)]
    )
    board.stroke(rail, light.shade, 40, 0.25)
    board.stroke(rail, dark, 32)
    x = edge + d * reach * 0.04
    board.sheet(box(x - 26, low - 270, 52, 460, 8), mix(dark, light.shade, 0.2), 9, edge=0.12)
