"""Land and water: what the stage stands on, and what lies behind it."""

from __future__ import annotations

import skia

from video.papercut.palette import darker, lighter, mix
from video.papercut.paper import BOTTOM, Board, Point, line, oval, polygon, ridge, smooth

SNOW = 0xEDF2F7


def rolling(board: Board, y: float, swing: float, steps: int = 6) -> list[Point]:
    """Points of a soft land line about the height ``y``."""
    width = board.right - board.left + 120
    way = 1 if board.chance.maybe(0.5) else -1
    out: list[Point] = []
    for i in range(steps + 1):
        out.append(
            (
                board.left - 60 + width * i / steps,
                y + way * swing * (0.9 if i % 2 else -0.9) + board.chance.near(0, swing * 0.45),
            )
        )
    return out


def draw_mountains(board: Board, horizon: float, *, high: bool, snow: bool) -> None:
    """Two ranges of peaks, the near ones snow-capped where they are high."""
    chance, light = board.chance, board.light
    for row, colour in enumerate(light.ranges):
        height = (300.0 if high else 150.0) * (1 - 0.28 * row)
        base = horizon + 40 + 50 * row
        points: list[Point] = [(board.left - 60, base - height * 0.35)]
        peaks: list[Point] = []
        x = board.left - chance.between(0, 120)
        while x < board.right + 160:
            step = chance.between(150, 240) * (1.25 if high else 1.0)
            peak = (x + step, base - height * chance.between(0.62, 1.12))
            points += [peak, (x + step * 1.9, base - height * chance.between(0.18, 0.36))]
            peaks.append(peak)
            x += step * 1.9
        path = polygon([*points, (board.right + 300, BOTTOM + 40), (board.left - 60, BOTTOM + 40)])
        board.sheet(path, colour, 9)
        board.canvas.save()
        board.canvas.clipPath(path, True)
        for px, py in peaks:
            shade = [(px, py - 5), (px + 26, py + 70), (px + 4, py + 130), (px + 70, py + 300), (px + 330, py + 330)]
            board.flat(polygon(shade), light.shade, 0.07)
            if (high or snow) and row < 2:
                cap = [
                    (px - 70, py + 82),
                    (px - 38, py + 58),
                    (px - 16, py + 84),
                    (px + 8, py + 56),
                    (px + 34, py + 88),
                    (px + 72, py + 66),
                    (px + 70, py - 20),
                    (px - 70, py - 20),
                ]
                board.sheet(polygon(cap), mix(light.dye(0xF4F6F8, 0.9), colour, 0.3), 3, edge=0)
        board.canvas.restore()
    board.haze(horizon - 60, horizon + 160, light.sky[2], 0.55)


def draw_hills(board: Board, horizon: float, colours: tuple[int, ...]) -> None:
    """Rolling land in the distance, paler the further off."""
    for i, colour in enumerate(colours):
        board.sheet(ridge(rolling(board, horizon + 22 + 55 * i, 34)), colour, 9)


def draw_ground(board: Board, y: float, colour: int, *, swing: float = 12) -> None:
    """The ground that figures stand on, its edge at about ``y``, darker where captions lie."""
    board.sheet(ridge(rolling(board, y, swing)), colour, 11)
    _darken(board)


def _darken(board: Board) -> None:
    board.haze(820, BOTTOM, board.light.shade, 0.36)


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
    stream.lineTo(middle - half_low - 90, BOTTOM + 40)
    stream.lineTo(middle + half_low + 90, BOTTOM + 40)
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
                (middle - half_low * inset, BOTTOM + 60),
                (middle + half_low * inset, BOTTOM + 60),
                (middle + half_low * inset * 0.8 + chance.near(0, 12), 900),
                (middle + half_top * inset, top + 20),
            ],
            closed=True,
        )
        board.sheet(band, mix(light.water[0], light.water[1], 0.5 - 0.22 * i), 3, edge=0.2)
    _ripples(board, middle - half_low, middle + half_low, top + 10, BOTTOM, 26)
    board.canvas.restore()
    for way, edge in ((-1, board.left - 60), (1, board.right + 60)):
        bank = skia.Path()
        bank.moveTo(edge, top + chance.near(8, 8))
        bank.cubicTo(
            edge + (middle - edge) * 0.35, top - 26, middle + way * 300, top + 14, middle + way * half_top, top + 12
        )
        bank.cubicTo(middle + way * (half_top + 26), top + 40, middle + way * 128, 820, middle + way * 205, 880)
        bank.cubicTo(middle + way * 262, 940, middle + way * 240, 1010, middle + way * half_low, BOTTOM + 40)
        bank.lineTo(edge, BOTTOM + 40)
        bank.close()
        board.sheet(bank, colour, 11)
    _darken(board)
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


def draw_open_sea(board: Board, horizon: float, disc_x: float, *, island: bool) -> None:
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
            (board.right + 20, BOTTOM + 20),
            (board.left - 20, BOTTOM + 20),
        ]
    )
    board.sheet(sea, mix(light.water[1], light.sky[2], 0.25), 5)
    board.haze(horizon, horizon + 240, light.water[0], 0.75)
    for i in range(16):
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
    crest.lineTo(x, BOTTOM + 40)
    crest.lineTo(board.left - 240, BOTTOM + 40)
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
    _darken(board)


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


def draw_road(board: Board, middle: float, top: float) -> None:
    """A path that comes from behind the hill to the front."""
    light = board.light
    path = skia.Path()
    path.moveTo(middle + 150, top + 6)
    path.cubicTo(middle - 50, top + 60, middle + 330, top + 120, middle - 90, BOTTOM + 40)
    path.lineTo(middle + 430, BOTTOM + 40)
    path.cubicTo(middle + 520, top + 160, middle + 60, top + 80, middle + 185, top + 6)
    path.close()
    board.sheet(path, mix(light.sand, light.ground, 0.25), 3)


def draw_dunes(board: Board, horizon: float) -> None:
    """Dunes with one lit and one shaded face each."""
    light = board.light
    for i in range(3):
        y = horizon + 20 + 48 * i
        colour = mix(mix(light.sand, 0xC98A4E, 0.2 + 0.12 * i), light.sky[2], 0.35 - 0.15 * i)
        points = rolling(board, y, 40 - 6 * i, 5)
        board.sheet(ridge(points), colour, 9)


def draw_furrows(board: Board, top: float, colour: int) -> None:
    """Ploughed rows that run towards the viewer."""
    x0 = board.span * 0.5
    for i in range(-14, 15):
        board.stroke(line((x0 + i * 60, top + 14), (x0 + i * 175, BOTTOM + 20)), darker(colour, 0.28), 7, 0.35)
