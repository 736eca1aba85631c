"""Rooms of houses, huts and flats; kitchens, classrooms, workshops."""

from __future__ import annotations

import skia

from video.engines.papercut.land.furniture import draw_hearth
from video.engines.papercut.land.inside import (
    FLOOR,
    ceiling,
    cloth_of,
    framed_window,
    hanging,
    hanging_lamp,
    outlook,
    shelf,
    texture,
    wall,
)
from video.engines.papercut.land.ornament import draw_border
from video.engines.papercut.land.shrubs import natural, shrub
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, box, limb, line, polygon, smooth


def draw_living_room(board: Board, view: View) -> None:
    """A room of a house: window, hanging, shelves; a hearth where there is a fire."""
    light = board.light
    wall(board, view, light.sky[0])
    if view.style.room == "screen":
        _screens(board, view)
    ceiling(board, view)
    high = 0.2 * view.lift
    framed_window(board, view, view.span * 0.25, y=150 - high * 0.4, h=290 + high * 0.4)
    hearth = view.hearth()
    if hearth is not None:
        draw_hearth(board, hearth[0])
        return
    hanging(board, view, view.span * (0.52 if view.span > 1400 else 0.57), 170 - high, 190, 250 + high * 0.6)
    for k in range(2 + (1 if view.lift > 100 else 0)):
        shelf(
            board, view, view.span * (0.79 if view.span > 1400 else 0.83), 300 + 140 * (k - 0.3) - high * (k == 2) * 4
        )


def _screens(board: Board, view: View) -> None:
    """Sliding walls of paper in a wooden grid."""
    light = board.light
    wood = light.dye(view.style.trim, 0.9)
    paper = 0xF6DCA6 if light.lit else light.dye(0xFBF4E2, 0.9)
    grid = skia.Path()
    width = view.span / 4
    top = view.top + 70
    for i in range(6):
        x = board.left - 20 + width * i
        board.sheet(box(x, top, width - 12, FLOOR - top), mix(paper, light.sky[0], 0.2), 4)
        for k in range(1, 5):
            grid.moveTo(x + (width - 12) * k / 5, top)
            grid.lineTo(x + (width - 12) * k / 5, 560)
        y = top + 92
        while y < 570:
            grid.moveTo(x, y)
            grid.lineTo(x + width - 12, y)
            y += 92
        board.sheet(box(x - 8, top, 14, FLOOR - top), wood, 4)
        board.sheet(box(x, 566, width - 12, 150), mix(wood, paper, 0.35), 3)
    board.stroke(grid, wood, 4, 0.8)


def draw_hut_inside(board: Board, view: View) -> None:
    """Inside a round or long house: poles and thatch above, an open door with the day in it."""
    light, style = board.light, view.style
    material = {"clay": 0xC08A58, "felt": 0xE4D6BE, "bamboo": 0xC9A468}.get(style.room, 0xC79A68)
    colour = mix(light.dye(material, 0.9), light.sky[0], 0.25)
    whole = skia.Path.Rect(skia.Rect.MakeLTRB(board.left, board.top, board.right, board.bottom))
    board.sheet(whole, colour, 0, edge=0)
    texture(board, view, colour)
    cloth = cloth_of(board, view)
    draw_border(board, (board.left, board.right), 520, 40, style.ornament, (cloth[0], cloth[2], cloth[4 % len(cloth)]))
    board.flat(box(board.left, 494, board.right - board.left, 5), cloth[1], 0.8)
    board.flat(box(board.left, 541, board.right - board.left, 5), cloth[1], 0.8)
    _thatch_above(board, view)
    left = not view.left
    x = view.span * (0.25 if left else 0.75)
    doorway = skia.Path()
    doorway.moveTo(x - 120, FLOOR + 30)
    doorway.lineTo(x - 120, 330)
    doorway.quadTo(x - 116, 232, x, 226)
    doorway.quadTo(x + 116, 232, x + 120, 330)
    doorway.lineTo(x + 120, FLOOR + 30)
    doorway.close()
    board.stroke(doorway, light.dye(style.trim, 0.9), 34)
    outlook(board, view, doorway)
    if not light.lit:
        board.glow(x, 500, 520, view.outside.sky[2], 0.35)
    other = view.span - x
    hanging(board, view, other - 60, 240, 170, 220)
    for k, (dx, tall) in enumerate(((60, 300), (130, 360), (205, 320))):
        _gourd(board, other + dx, tall, cloth[k % len(cloth)])


def _gourd(board: Board, x: float, y: float, colour: int) -> None:
    """A gourd or basket that hangs on a string."""
    board.stroke(line((x, y - 170), (x, y - 40)), darker(board.light.dye(0x6B5240), 0.2), 3)
    shape = smooth([(x - 9, y - 44), (x - 12, y - 20), (x - 30, y + 6), (x - 26, y + 32), (x, y + 42), (x + 26,
        y + 32), (x + 30, y + 6),
                    (x + 12, y - 20), (x + 9, y - 44)], closed=True)  # fmt: skip
    board.sheet(shape, board.light.dye(0xC9964E, 0.9), 5)
    board.flat(box(x - 28, y + 4, 56, 12), colour, 0.8)


def _thatch_above(board: Board, view: View) -> None:
    """The roof's inside: poles that meet above the picture, straw between them."""
    light = board.light
    straw = light.dye(0xA9854A if view.style.room != "felt" else 0xD9C7A4, 0.85)
    low = 150.0 - 0.25 * view.lift
    peak: Point = (view.span / 2, view.top - 260)
    roof = smooth([(board.left - 40, low + 60), (view.span * 0.25, low - 10), (view.span * 0.5, low - 26),
        (view.span * 0.75, low - 10),
                   (board.right + 40, low + 60)])  # fmt: skip
    roof.lineTo(board.right + 40, board.top - 40)
    roof.lineTo(board.left - 40, board.top - 40)
    roof.close()
    board.sheet(roof, darker(straw, 0.28), 10)
    with board.within(roof):
        rings = skia.Path()
        for k in range(1, 7):
            r = 150 * k + 60
            rings.addOval(skia.Rect.MakeLTRB(peak[0] - r * 2.2, peak[1] - r, peak[0] + r * 2.2, peak[1] + r))
        board.stroke(rings, lighter(straw, 0.12), 5, 0.5)
        wood = light.dye(view.style.trim, 0.9)
        for i in range(-6, 7):
            x = view.span / 2 + i * view.span * 0.12
            board.sheet(limb([peak, (x, low + 60)], [12, 20]), mix(wood, straw, 0.25), 5)


def draw_kitchen(board: Board, view: View) -> None:
    """A kitchen: tiles, shelves of pots, a stove with a hood, a window over the table."""
    light = board.light
    wall(board, view, mix(light.sky[0], light.dye(0xFFF4E0), 0.3), dado=False)
    cloth = cloth_of(board, view, 0.85)
    tile = mix(cloth[1], light.sky[0], 0.55)
    top = 430.0
    board.sheet(box(board.left - 20, top, board.right - board.left + 40, 330), tile, 4)
    joints = skia.Path()
    for k in range(5):
        joints.moveTo(board.left, top + 62 * k)
        joints.lineTo(board.right, top + 62 * k)
    x = board.left
    while x < board.right:
        joints.moveTo(x, top)
        joints.lineTo(x, FLOOR)
        x += 62
    board.stroke(joints, lighter(tile, 0.4), 3, 0.7)
    draw_border(board, (board.left, board.right), top + 31, 44, view.style.ornament, (cloth[0], cloth[2]))
    ceiling(board, view)
    high = 0.25 * view.lift
    framed_window(board, view, view.span * 0.27, y=140 - high, h=240 + high * 0.5)
    wide = view.span > 1400
    for y in (250, 390):
        shelf(board, view, view.span * (0.53 if wide else 0.56), y - high * 0.6, 300 if wide else 200)
    x = view.span * 0.8
    iron = light.dye(0x4A4E55, 0.9)
    board.sheet(box(x - 22, board.top - 20, 44, 300 - board.top), iron, 6)
    board.sheet(
        polygon([(x - 150, 330), (x - 60, 200), (x + 60, 200), (x + 150, 330)]), mix(iron, light.sky[0], 0.35), 8
    )
    board.sheet(box(x - 160, 520, 320, 230, 6), iron, 9)
    board.sheet(box(x - 172, 506, 344, 24, 4), darker(iron, 0.2), 6)
    mouth = box(x - 90, 590, 180, 110, 10)
    board.sheet(mouth, 0x2A1A1C, 0, edge=0)
    board.glow(x, 660, 130, 0xFF8A3C, 0.8)
    for dx, w, c in ((-80, 104, 0xB5623A), (72, 84, 0x3F6E8A)):
        board.sheet(smooth([(x + dx - w / 2, 508), (x + dx - w / 2 - 6, 462), (x + dx + w / 2 + 6, 462),
            (x + dx + w / 2, 508)],
                           closed=True, tension=12), light.dye(c, 0.85), 5)  # fmt: skip
        board.sheet(box(x + dx - w / 2 - 12, 454, w + 24, 12, 6), light.dye(c, 0.7), 3)


def draw_flat_inside(board: Board, view: View) -> None:
    """A flat in a town: one wide window over the roofs, pictures, a lamp, books."""
    light = board.light
    tone = mix(light.sky[0], light.dye(mix(view.style.walls[-1], 0xE8E2D6, 0.5)), 0.5)
    wall(board, view, tone, dado=False)
    board.sheet(box(board.left - 20, 690, board.right - board.left + 40, 40), lighter(tone, 0.4), 4)
    high = 0.32 * view.lift
    w = min(720.0, view.span * 0.44)
    x = view.span * 0.33
    frame = light.dye(0xF2ECE0, 0.9) if not light.lit else light.dye(0xC9BBA8, 0.9)
    y, h = 110 - high, 400 + high
    board.sheet(box(x - w / 2 - 18, y - 18, w + 36, h + 36, 4), frame, 8)
    outlook(board, view, box(x - w / 2, y, w, h), town=True)
    for k in (1, 2):
        board.sheet(box(x - w / 2 + w * k / 3 - 6, y, 12, h), frame, 4)
    board.sheet(box(x - w / 2 - 40, y + h + 12, w + 80, 20, 4), lighter(frame, 0.3), 7)
    cloth = cloth_of(board, view, 0.85)
    for way in (-1, 1):
        e = x + way * (w / 2 + 70)
        a = x + way * (w / 2 - 16)
        board.sheet(smooth([(e, y - 50), (a, y - 50), (a + way * 10, y + h * 0.5), (a + way * 4, 690), (e, 690),
            (e - way * 6, y + h * 0.5)],
                           closed=True, tension=10), cloth[1], 7)  # fmt: skip
    for k, dx in enumerate((-0.16, 0.1, 0.3)):
        shrub(board, x + w * dx, y + h + 16, 80, "planter" if k != 1 else "bush", natural(board))
    sx = view.span * 0.8
    for i, (dx, dy, pw, ph) in enumerate(((-110, 160, 130, 160), (60, 130, 170, 120), (50, 280, 120, 150))):
        py = dy - high * 0.8
        board.sheet(box(sx + dx - pw / 2, py, pw, ph, 3), light.dye(0x5A4638, 0.9), 6)
        board.flat(box(sx + dx - pw / 2 + 11, py + 11, pw - 22, ph - 22), mix(cloth[(i + 2) % len(cloth)], frame, 0.35))
        board.sheet(smooth([(sx + dx - pw / 2 + 11, py + ph * 0.7), (sx + dx, py + ph * 0.45),
            (sx + dx + pw / 2 - 11, py + ph * 0.66),
                            (sx + dx + pw / 2 - 11, py + ph - 11), (sx + dx - pw / 2 + 11, py + ph - 11)],
                                closed=True, tension=12),
                    cloth[i % len(cloth)], 2)  # fmt: skip
    shelf(board, view, sx, 520, 320)
    shelf(board, view, sx, 640, 320)
    hanging_lamp(board, view, view.span * 0.62, view.top - 20, 110 + 0.3 * view.lift)


def draw_classroom(board: Board, view: View) -> None:
    """A classroom: a board with chalk drawings, windows, paper flags, a shelf of books."""
    light, chance = board.light, view.chance("classroom")
    wall(board, view, mix(light.sky[0], light.dye(0xEFE6D0), 0.35))
    ceiling(board, view)
    x, w = view.span * (0.54 if view.span > 1400 else 0.62), min(640.0, view.span * 0.42)
    high = 0.2 * view.lift
    y = 170.0 - high
    board.sheet(box(x - w / 2 - 20, y - 20, w + 40, 330, 4), light.dye(0x8A5E3C, 0.9), 9)
    board.sheet(box(x - w / 2, y, w, 290), light.dye(0x35564A, 0.9), 0)
    board.sheet(box(x - w / 2 - 30, y + 300, w + 60, 18, 4), light.dye(0x9A6B43, 0.9), 6)
    chalk = skia.Path()
    chalk.addCircle(x - w * 0.3, y + 100, 44)
    for turn in range(0, 360, 45):
        matrix = skia.Matrix()
        matrix.setRotate(turn)
        a, b = matrix.mapXY(56, 0), matrix.mapXY(78, 0)
        chalk.moveTo(x - w * 0.3 + a.x(), y + 100 + a.y())
        chalk.lineTo(x - w * 0.3 + b.x(), y + 100 + b.y())
    chalk.addPath(
        line(
            (x - 30, y + 210),
            (x - 30, y + 120),
            (x + 50, y + 66),
            (x + 130, y + 120),
            (x + 130, y + 210),
            (x - 30, y + 210),
        )
    )
    chalk.moveTo(x + w * 0.3, y + 215)
    chalk.lineTo(x + w * 0.3, y + 130)
    chalk.addCircle(x + w * 0.3, y + 96, 40)
    board.stroke(chalk, 0xF4F0E4, 5, 0.8)
    framed_window(board, view, view.span * 0.15, w=190, h=270, y=160 - high * 0.5)
    if view.span > 1400:
        shelf(board, view, view.span * 0.88, 330, 250)
        shelf(board, view, view.span * 0.88, 470, 250)
    rope_y = view.top + 66 + 0.42 * view.lift
    cloth = cloth_of(board, view)
    for i in range(15):
        px = board.left + (board.right - board.left) * (i + 0.5) / 15
        py = rope_y + 30 * (1 - (2 * (i + 0.5) / 15 - 1) ** 2)
        board.sheet(
            polygon([(px - 30, py), (px + 30, py + 1), (px + chance.near(0, 3), py + 54)]), cloth[i % len(cloth)], 4
        )


def draw_workshop(board: Board, view: View) -> None:
    """A workshop: tools on pegs, planks, a window, coils and jars."""
    light = board.light
    wall(board, view, mix(light.sky[0], light.dye(0xB48A5C), 0.4), dado=False)
    ceiling(board, view)
    high = 0.2 * view.lift
    framed_window(board, view, view.span * 0.22, y=150 - high, h=270 + high * 0.6)
    wood, iron = light.dye(0x8A5E3C, 0.9), light.dye(0x6A7078, 0.9)
    x = view.span * 0.6
    y = 190 - high
    board.sheet(box(x - 300, y - 20, 560, 24, 4), wood, 6)
    for i, px in enumerate((x - 250, x - 150, x - 40, x + 80, x + 190)):
        board.sheet(box(px - 8, y + 4, 16, 130, 6), lighter(wood, 0.25), 4)
        head = (
            box(px - 34, y + 4, 68, 34, 4),
            polygon([(px - 10, y + 120), (px + 60, y + 150), (px + 54, y + 210), (px - 12, y + 190)]),
            smooth(
                [
                    (px, y + 110),
                    (px - 40, y + 160),
                    (px - 20, y + 220),
                    (px + 4, y + 190),
                    (px - 12, y + 160),
                    (px + 8, y + 130),
                ],
                closed=True,
            ),
            polygon([(px - 30, y + 124), (px + 30, y + 124), (px + 8, y + 220), (px - 8, y + 220)]),
            box(px - 14, y + 120, 28, 100, 6),
        )[i]
        board.sheet(head, iron, 4)
    shelf(board, view, view.span * 0.6, 520, 480)
    for k in range(5):
        px = view.span * 0.9 + 26 * k
        board.sheet(polygon([(px - 20, FLOOR + 20), (px + 26, 110 - high + 20 * k), (px + 50, 112 - high + 20 * k),
            (px + 8, FLOOR + 20)]),
                    mix(wood, light.dye(0xD9B07A), 0.2 * k), 5)  # fmt: skip
