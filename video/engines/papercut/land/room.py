"""A room: its wall with window, hearth and shelf; the floor; the curtain at the stage front."""

from __future__ import annotations

import skia

from video.engines.papercut.palette import Light, darker, lighter, mix
from video.engines.papercut.paper import Board, box, line, oval, polygon, smooth

FLOOR = 720.0


def draw_wall(board: Board, outside: Light, *, hearth_x: float | None, window_x: float, moon: bool) -> None:
    """The back wall; through its window stands the sky of the time of day."""
    light = board.light
    whole = skia.Rect.MakeLTRB(board.left, board.top, board.right, board.bottom)
    board.sheet(skia.Path.Rect(whole), light.sky[0], 0, edge=0)
    _paper_pattern(board)
    for i in range(7):
        x = board.left + (board.right - board.left) * (i + 0.5) / 7
        board.sheet(box(x - 13, board.top - 10, 26, board.lintel - board.top + 76), light.hills[1], 7)
    board.sheet(
        box(board.left - 10, board.top - 10, board.right - board.left + 20, board.lintel - board.top + 46),
        light.hills[0],
        7,
    )
    _window(board, outside, window_x, moon=moon)
    if hearth_x is not None:
        draw_hearth(board, hearth_x)
    _shelf(board, (hearth_x + window_x) / 2 if hearth_x is not None else board.span * 0.7)


def _paper_pattern(board: Board) -> None:
    for row in range(int((622 - board.top) / 76)):
        for i in range(int(board.span / 110) + 4):
            x, y = board.left + i * 110 + (row % 2) * 55, 622 - row * 76
            board.flat(oval(x, y, 6, 9), lighter(board.light.sky[0], 0.18), 0.55)
            board.flat(oval(x, y + 14, 2.5, 2.5), darker(board.light.sky[0], 0.16), 0.5)


def _window(board: Board, outside: Light, x: float, *, moon: bool) -> None:
    wood = board.light.dye(0x8A5E3C, 0.9)
    w, h, y = 250.0, 290.0, 150.0
    board.sheet(box(x - w / 2 - 20, y - 20, w + 40, h + 40, 8), wood, 8)
    pane = box(x - w / 2, y, w, h)
    board.canvas.save()
    board.canvas.clipPath(pane, True)
    for i, share in enumerate((0.0, 0.35, 0.65, 0.9)):
        board.sheet(
            oval(x + 45, y + 95, 300 * (1 - share) + 46, 300 * (1 - share) + 46),
            mix(outside.sky[0], outside.sky[2] if outside.name != "night" else outside.glow, share),
            3 if i else 0,
        )
    board.sheet(oval(x + 45, y + 95, 32, 32), outside.disc, 4)
    if outside.name == "night":
        for _ in range(14):
            board.flat(
                oval(x + board.chance.near(0, w / 2), y + board.chance.between(0, h * 0.6), 2.2, 2.2), 0xFFF3CC, 0.9
            )
    board.sheet(
        smooth(
            [
                (x - w, y + h * 0.8),
                (x - w * 0.25, y + h * 0.64),
                (x + w * 0.2, y + h * 0.8),
                (x + w, y + h * 0.66),
                (x + w, y + h * 2),
                (x - w, y + h * 2),
            ],
            closed=True,
        ),
        outside.hills[1],
        5,
    )
    board.shadow(line((x - w / 2, y - 4), (x + w / 2, y - 4)), 12)
    board.canvas.restore()
    board.sheet(box(x - 6, y, 12, h), wood, 4)
    board.sheet(box(x - w / 2, y + h * 0.46, w, 11), wood, 4)
    board.sheet(box(x - w / 2 - 34, y + h + 14, w + 68, 20, 5), lighter(wood, 0.12), 7)
    cloth = board.light.dye(0xC8665A if board.light.lit else 0xD98F7A, 0.85)
    for way in (-1, 1):
        edge = x + way * (w / 2 + 34)
        board.sheet(
            smooth(
                [
                    (edge, y - 34),
                    (x + way * w * 0.14, y - 32),
                    (x + way * w * 0.3, y + h * 0.32),
                    (x + way * w * 0.42, y + h * 0.52),
                    (x + way * w * 0.38, y + h + 4),
                    (edge + way * 14, y + h + 6),
                    (edge + way * 4, y + h * 0.5),
                ],
                closed=True,
                tension=7,
            ),
            cloth,
            7,
        )
        for k in (0.42, 0.55):
            board.stroke(
                smooth(
                    [
                        (x + way * w * k * 0.75, y - 20),
                        (x + way * w * (k + 0.02), y + h * 0.5),
                        (x + way * w * (k - 0.02), y + h),
                    ]
                ),
                darker(cloth, 0.25),
                4,
                0.5,
            )
    board.sheet(box(x - w / 2 - 60, y - 42, w + 120, 13, 6), darker(wood, 0.2), 5)


def draw_hearth(board: Board, x: float) -> None:
    """A chimney with its open mouth at x."""
    stone = board.light.dye(0xC2B4A4, 0.9)
    board.sheet(
        polygon([(x - 150, 330), (x - 96, board.top - 10), (x + 96, board.top - 10), (x + 150, 330)]),
        lighter(board.light.sky[0], 0.12),
        9,
    )
    board.sheet(box(x - 185, 330, 370, 420), stone, 11)
    board.canvas.save()
    board.canvas.clipPath(box(x - 185, 330, 370, 420))
    for row in range(9):
        for i in range(-3, 4):
            brick = box(x + i * 76 + (row % 2) * 38 - 36, 336 + row * 46, 71, 41, 7)
            board.sheet(brick, mix(stone, board.chance.pick((0x9A7A66, 0xE0CDB6, 0xAFA196)), 0.22), 2, edge=0.12)
    board.canvas.restore()
    mouth = skia.Path()
    mouth.moveTo(x - 118, 760)
    mouth.lineTo(x - 118, 540)
    mouth.quadTo(x, 440, x + 118, 540)
    mouth.lineTo(x + 118, 760)
    mouth.close()
    board.sheet(mouth, 0x2A1A1C, 0, edge=0)
    board.sheet(box(x - 205, 318, 410, 34, 6), board.light.dye(0x8A5E3C, 0.9), 9)
    for dx, kind in ((-120, 0x5F8FA0), (110, 0xC9A24B)):
        board.sheet(
            smooth(
                [
                    (x + dx - 14, 318),
                    (x + dx - 22, 290),
                    (x + dx - 9, 262),
                    (x + dx + 9, 262),
                    (x + dx + 22, 290),
                    (x + dx + 14, 318),
                ],
                closed=True,
            ),
            board.light.dye(kind, 0.8),
            5,
        )


def _shelf(board: Board, x: float) -> None:
    wood = board.light.dye(0x8A5E3C, 0.9)
    for y in (270.0, 420.0):
        board.sheet(box(x - 105, y, 210, 15, 3), wood, 7)
        px = x - 88
        while px < x + 74:
            tall, wide = board.chance.between(36, 66), board.chance.between(16, 30)
            colour = board.light.dye(board.chance.pick((0x2F6F8F, 0xB5533C, 0xD9A441, 0x5F8F6B, 0xEDE0C8)), 0.85)
            if board.chance.maybe(0.35):
                board.sheet(
                    smooth(
                        [
                            (px + 4, y),
                            (px, y - tall * 0.45),
                            (px + wide * 0.3, y - tall * 0.8),
                            (px + wide * 0.8, y - tall * 0.8),
                            (px + wide + 4, y - tall * 0.45),
                            (px + wide, y),
                        ],
                        closed=True,
                    ),
                    colour,
                    4,
                )
            else:
                board.sheet(box(px, y - tall, wide, tall, 2), colour, 4)
            px += wide + board.chance.between(6, 20)


def draw_floor(board: Board, middle: float) -> None:
    """Boards that run towards the viewer, and a round rug."""
    light = board.light
    floor = polygon(
        [
            (board.left - 20, FLOOR),
            (board.right + 20, FLOOR),
            (board.right + 20, board.bottom + 20),
            (board.left - 20, board.bottom + 20),
        ]
    )
    board.sheet(floor, light.ground, 8)
    for i in range(-16, 17):
        board.stroke(
            line((board.span / 2 + i * 88, FLOOR), (board.span / 2 + i * 170, board.bottom + 20)),
            darker(light.ground, 0.35),
            3,
            0.6,
        )
    board.sheet(box(board.left - 20, FLOOR - 24, board.right - board.left + 40, 26), light.hills[0], 4)
    for i, colour in enumerate((0x8C3B3F, 0xE3C58D, 0x2F5F73, 0xC9764F)):
        board.sheet(oval(middle, 862, 430 - 62 * i, 96 - 15 * i), light.dye(colour, 0.85), 3 if i == 0 else 1)
    board.haze(840, board.bottom, light.shade, 0.38)


def draw_curtains(board: Board) -> None:
    """Dark drapery at both sides and a table edge below: the frame of the little theatre."""
    light = board.light
    for way, edge in ((1, board.left - 30), (-1, board.right + 30)):
        inner = edge + way * (30 + board.bleed + 92)
        path = smooth(
            [
                (edge, board.top - 30),
                (inner + way * 60, board.top - 30),
                (inner + way * 8, 260),
                (inner - way * 40, 520),
                (inner - way * 60, 600),
                (inner - way * 26, 820),
                (inner - way * 14, board.bottom + 40),
                (edge, board.bottom + 40),
            ],
            closed=True,
            tension=7,
        )
        board.sheet(path, mix(light.front, 0x7A2F35, 0.32), 12, edge=0.12)
        for k in range(3):
            x = edge + way * (40 + 44 * k)
            board.stroke(
                smooth([(x, board.top), (x - way * 8, 400), (x - way * 26, 600), (x - way * 6, board.bottom)]),
                darker(light.front, 0.35),
                8,
                0.4,
            )
        board.sheet(
            box(min(edge, inner - way * 40), 590, abs(inner - way * 40 - edge), 22, 8), light.dye(0xC9973F, 0.8), 5
        )
    width = board.right - board.left
    valance = skia.Path()
    valance.moveTo(board.left - 20, board.top - 20)
    valance.lineTo(board.left - 20, board.lintel + 76)
    for i in range(8):
        valance.quadTo(
            board.left + width * (i + 0.5) / 8,
            board.lintel + 150,
            board.left + width * (i + 1) / 8 + (20 if i == 7 else 0),
            board.lintel + 76,
        )
    valance.lineTo(board.right + 20, board.top - 20)
    valance.close()
    board.sheet(valance, mix(light.front, 0x7A2F35, 0.4), 10, edge=0.12)
