"""Water and its shores: river, lake, open sea, waves, beach."""

from __future__ import annotations

import skia

from video.engines.papercut.land.hills import darken_front
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, line, oval, polygon, ridge, smooth


def draw_river(board: Board, middle: float, top: float, colour: int) -> tuple[float, float]:
    """A river that comes from the hills to the stage front between two banks of the ground's colour.

    Answers the left and right end of the water at the line where figures stand.
    """
    light, chance = board.light, board.chance
    half_top, half_low = 105.0, 300.0
    bend = 150.0 if middle < board.span / 2 else -150.0
    stream = skia.Path()
    stream.moveTo(middle + bend * 1.6 - 9, top - 78)
    stream.cubicTo(middle + bend * 0.2 - 60, top - 52, middle + bend - 90, top - 30, middle - half_top - 30, top + 40)
    stream.lineTo(middle - half_low - 90, board.bottom + 40)
    stream.lineTo(middle + half_low + 90, board.bottom + 40)
    stream.lineTo(middle + half_top + 30, top + 40)
    stream.cubicTo(middle + bend + 70, top - 30, middle + bend * 0.2 + 45, top - 52, middle + bend * 1.6 + 16, top - 78)
    stream.close()
    board.sheet(stream, mix(light.water[0], light.water[1], 0.35), 3, edge=0.3)
    board.canvas.save()
    board.canvas.clipPath(stream, True)
    for i in range(3):
        inset = 1 - 0.28 * (i + 1)
        band = smooth(
            [
                (middle - half_top * inset, top + 20),
                (middle - half_low * inset * 0.8 + chance.near(0, 12), 900),
                (middle - half_low * inset, board.bottom + 60),
                (middle + half_low * inset, board.bottom + 60),
                (middle + half_low * inset * 0.8 + chance.near(0, 12), 900),
                (middle + half_top * inset, top + 20),
            ],
            closed=True,
        )
        board.sheet(band, mix(light.water[0], light.water[1], 0.5 - 0.22 * i), 3, edge=0.2)
    _ripples(board, middle - half_low, middle + half_low, top + 10, board.bottom, 26)
    board.canvas.restore()
    for way, edge in ((-1, board.left - 60), (1, board.right + 60)):
        bank = skia.Path()
        bank.moveTo(edge, top + chance.near(8, 8))
        bank.cubicTo(
            edge + (middle - edge) * 0.35, top - 26, middle + way * 300, top + 14, middle + way * half_top, top + 12
        )
        bank.cubicTo(middle + way * (half_top + 26), top + 40, middle + way * 128, 820, middle + way * 205, 880)
        bank.cubicTo(middle + way * 262, 940, middle + way * 240, 1010, middle + way * half_low, board.bottom + 40)
        bank.lineTo(edge, board.bottom + 40)
        bank.close()
        board.sheet(bank, colour, 11)
    darken_front(board)
    return middle - 190, middle + 190


def _ripples(board: Board, left: float, right: float, top: float, bottom: float, count: int) -> None:
    for _ in range(count):
        x, y = board.chance.between(left, right), board.chance.between(top, bottom)
        reach = 8 + (y - top) * 0.1
        board.stroke(
            smooth([(x - reach, y), (x, y - 3), (x + reach, y)]), lighter(board.light.water[1], 0.35), 2.4, 0.5
        )


def draw_lake(board: Board, middle: float, y: float) -> None:
    """Still water behind the stage's ground."""
    light = board.light
    for i in range(3):
        share = 1 - 0.2 * i
        board.sheet(
            oval(middle, y, board.span * 0.36 * share, 64 * share),
            mix(light.water[1], light.water[0], 0.35 + 0.25 * i),
            4,
            edge=0.3,
        )
    _ripples(board, middle - board.span * 0.25, middle + board.span * 0.25, y - 40, y + 40, 18)


def draw_open_sea(board: Board, horizon: float, disc_x: float, *, island: bool, glint: bool) -> None:
    """The sea up to the horizon, with the light's path on it and land far off."""
    light = board.light
    if island:
        _island(board, board.span * (0.3 if disc_x > board.span / 2 else 0.7), horizon + 6)
    else:
        far = [
            (board.left - 60, horizon - 26),
            (board.left + board.span * 0.14, horizon - 64),
            (board.left + board.span * 0.33, horizon - 16),
            (board.left + board.span * 0.46, horizon + 12),
        ]
        board.sheet(ridge(far, horizon + 30), light.ranges[1], 6)
    sea = polygon(
        [
            (board.left - 20, horizon),
            (board.right + 20, horizon),
            (board.right + 20, board.bottom + 20),
            (board.left - 20, board.bottom + 20),
        ]
    )
    board.sheet(sea, mix(light.water[1], light.sky[2], 0.25), 5)
    board.haze(horizon, horizon + 240, light.water[0], 0.75)
    for i in range(16 if glint else 0):
        y = horizon + 8 + i * 9
        half = 16 + i * 5.5 * board.chance.between(0.5, 1.2)
        x = disc_x + board.chance.near(0, 8 + i * 2.2)
        board.stroke(line((x - half, y), (x + half, y)), lighter(light.disc, 0.2), 3.2, 0.62 - i * 0.03)


def _island(board: Board, x: float, y: float) -> None:
    light = board.light
    board.sheet(
        smooth(
            [
                (x - 250, y + 20),
                (x - 150, y - 34),
                (x - 40, y - 96),
                (x + 60, y - 70),
                (x + 170, y - 24),
                (x + 260, y + 20),
            ],
            closed=True,
            tension=7,
        ),
        light.hills[1],
        7,
    )
    board.sheet(
        smooth([(x - 270, y + 22), (x - 100, y + 2), (x + 90, y + 4), (x + 280, y + 22)], closed=True), light.sand, 4
    )


def draw_waves(board: Board, top: float, rows: int) -> list[float]:
    """Rows of wave sheets before the beach; answers their heights."""
    light = board.light
    out: list[float] = []
    for i in range(rows):
        y = top + 52 * i
        draw_wave(board, y, mix(light.water[0], light.water[1], 0.15 + 0.5 * i / max(1, rows - 1)))
        out.append(y)
    return out


def draw_wave(board: Board, y: float, colour: int) -> None:
    """One sheet of sea with a scalloped edge and a line of foam."""
    step = board.chance.between(84, 112)
    x = board.left - 60 - board.chance.between(0, step)
    crest = skia.Path()
    crest.moveTo(x, y)
    while x < board.right + 80:
        crest.quadTo(x + step * 0.5, y + 24, x + step, y)
        x += step
    foam = skia.Path(crest)
    crest.lineTo(x, board.bottom + 40)
    crest.lineTo(board.left - 240, board.bottom + 40)
    crest.close()
    board.sheet(crest, colour, 8)
    board.canvas.save()
    board.canvas.clipPath(crest, True)
    board.canvas.translate(0, 5)
    board.stroke(foam, lighter(board.light.water[1], 0.6), 5, 0.55)
    board.canvas.restore()


def draw_beach(board: Board, y: float, *, left_high: bool, colour: int) -> None:
    """The shore: sand that rises towards one side, with a wet edge."""
    near, far = (y - 26, y + 34) if left_high else (y + 34, y - 26)
    points = [
        (board.left - 60, near),
        (board.left + board.span * 0.3, y - 6),
        (board.left + board.span * 0.6, y + 16),
        (board.left + board.span * 0.85, y),
        (board.right + 60, far),
    ]
    board.sheet(ridge([(a, b - 15) for a, b in points]), lighter(board.light.water[1], 0.55), 4)
    board.sheet(ridge(points), colour, 7)
    for _ in range(16):
        x, py = board.chance.between(board.left, board.right), board.chance.between(y + 60, 1000)
        board.flat(oval(x, py, board.chance.between(3, 8), 3), darker(colour, 0.25), 0.45)
    darken_front(board)


def draw_headland(board: Board, top: float, *, left: bool) -> list[tuple[float, float]]:
    """A hill that runs out into the sea; answers places for houses on it, from the top down."""
    way = 1 if left else -1
    edge = board.left - 60 if left else board.right + 60
    width = board.span * 0.46
    points = [
        (edge, top - 90),
        (edge + way * width * 0.3, top - 84),
        (edge + way * width * 0.62, top - 30),
        (edge + way * width * 0.88, top + 36),
        (edge + way * width, top + 130),
    ]
    if not left:
        points.reverse()
    board.sheet(ridge(points), board.light.hills[1], 9)
    return [(edge + way * (90 + width * share), top + drop) for share, drop in ((0.1, -58), (0.32, -36), (0.55, 18))]
