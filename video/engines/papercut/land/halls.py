"""Larger rooms: a hall with columns, a room full of shelves."""

from __future__ import annotations

import skia

from video.engines.papercut.land.inside import FLOOR, cloth_of, hanging_lamp, outlook, shelf, wall
from video.engines.papercut.land.masonry import opening
from video.engines.papercut.land.ornament import draw_border
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, line, smooth


def draw_hall(board: Board, view: View) -> None:
    """A great hall: columns, round arches with the open air in them, hangings and a carpet."""
    light, cloth = board.light, cloth_of(board, view)
    stone = mix(light.sky[0], light.dye(mix(0xD8CBB8, view.style.walls[0], 0.4)), 0.6)
    wall(board, view, stone, dado=False)
    count = 5 if view.span > 1400 else 3
    width = view.span / count
    top = 110.0 - 0.42 * view.lift
    for i in range(count):
        x = width * (i + 0.5)
        arch = opening(x - width * 0.32, width * 0.64, 640 - top, foot=640)
        board.sheet(arch, darker(stone, 0.22), 0)
        if i % 2 == 0:
            outlook(
                board,
                view,
                opening(x - width * 0.27, width * 0.54, 600 - top, foot=640),
                town="city" in view.setting.also,
            )
        else:
            w, h = width * 0.34, 360 + 0.3 * view.lift
            y = top + 80
            board.sheet(smooth([(x - w / 2, y), (x + w / 2, y), (x + w / 2, y + h), (x, y + h + 60), (x - w / 2,
                y + h)], closed=True, tension=18),
                        cloth[i % len(cloth)], 7)  # fmt: skip
            for k in range(3):
                draw_border(
                    board,
                    (x - w / 2 + 8, x + w / 2 - 8),
                    y + h * (0.2 + 0.3 * k),
                    54,
                    view.style.ornament,
                    (cloth[2], cloth[4 % len(cloth)]),
                )
    board.sheet(box(board.left - 20, 636, board.right - board.left + 40, 110), darker(stone, 0.12), 5)
    draw_border(board, (board.left, board.right), 664, 36, view.style.ornament, cloth[:3])
    for i in range(count + 1):
        x = width * i
        board.sheet(box(x - 34, top - 60, 68, FLOOR - top + 70), lighter(stone, 0.2), 9)
        flutes = skia.Path()
        for dx in (-16, 0, 16):
            flutes.addPath(line((x + dx, top - 20), (x + dx, FLOOR - 40)))
        board.stroke(flutes, darker(stone, 0.25), 3, 0.35)
        board.sheet(box(x - 50, top - 84, 100, 34, 5), lighter(stone, 0.3), 6)
        board.sheet(box(x - 50, FLOOR - 22, 100, 34, 4), lighter(stone, 0.12), 6)
    board.sheet(
        box(board.left - 20, board.top - 20, board.right - board.left + 40, top - 84 - board.top + 20), stone, 8
    )
    draw_border(board, (board.left, board.right), top - 108, 40, view.style.ornament, (cloth[0], cloth[1]))
    if light.lamps:
        for share in (0.3, 0.7):
            hanging_lamp(board, view, view.span * share, view.top - 60, 190 + 0.3 * view.lift)


def draw_shelves(board: Board, view: View) -> None:
    """A room whose walls are shelves: a library or a shop."""
    light = board.light
    wall(board, view, light.sky[0], dado=False)
    wood = light.dye(mix(view.style.trim, 0x8A5E3C, 0.6), 0.9)
    cloth, chance = cloth_of(board, view, 0.85), view.chance("shelves")
    books = "library" in view.setting.also or view.setting.id == "library"
    count = 4 if view.span > 1400 else 3
    width = view.span / count
    top = 80.0 - 0.6 * view.lift
    for i in range(count):
        if i == 1:
            x = width * 1.5
            board.sheet(box(x - width * 0.4, 120 - 0.4 * view.lift, width * 0.8, 420 + 0.4 * view.lift, 4), wood, 6)
            outlook(board, view, box(x - width * 0.36, 136 - 0.4 * view.lift, width * 0.72, 388 + 0.4 * view.lift),
                    town="city" in view.setting.also)  # fmt: skip
            board.sheet(box(x - 5, 136 - 0.4 * view.lift, 10, 388 + 0.4 * view.lift), wood, 4)
            continue
        left = width * i + 16
        board.sheet(box(left - 14, top - 20, width - 4, FLOOR - top + 40, 3), darker(wood, 0.35), 8)
        y = top + 120
        while y < FLOOR + 20:
            if books:
                _books(board, left, y, width - 34, cloth, chance.between(0, 1))
                board.sheet(box(left - 12, y, width - 8, 15), wood, 5)
            else:
                shelf(board, view, left + width / 2 - 18, y, width - 14)
            y += 126
    board.sheet(box(board.left - 20, top - 46, board.right - board.left + 40, 40), wood, 8)
    if light.lit or view.lift > 100:
        hanging_lamp(board, view, view.span * 0.62, view.top - 40, 150 + 0.3 * view.lift)


def _books(board: Board, x: float, y: float, width: float, cloth: tuple[int, ...], lean: float) -> None:
    """A row of books."""
    chance = board.chance
    end = x + width
    i = int(lean * 7)
    while x < end - 30:
        tall, wide = chance.between(66, 100), chance.between(16, 30)
        colour = mix(cloth[i % len(cloth)], board.light.dye(0x8A6A50), 0.3)
        board.sheet(box(x, y - tall, wide, tall, 2), colour, 2)
        board.flat(box(x, y - tall * 0.8, wide, 6), lighter(colour, 0.4), 0.7)
        x += wide + (22 if chance.maybe(0.1) else 1.5)
        i += 1
