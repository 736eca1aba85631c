"""Land and water: what the stage stands on, and what lies behind it."""

from __future__ import annotations

import skia

from video.engines.papercut.palette import darker, mix
from video.engines.papercut.paper import Board, Point, line, polygon, ridge

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
        path = polygon([*points, (board.right + 300, board.bottom + 40), (board.left - 60, board.bottom + 40)])
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
    darken_front(board)


def darken_front(board: Board) -> None:
    """Deepens the ground where captions lie, so that they are easy to read."""
    board.haze(820, board.bottom, board.light.shade, 0.36)


def draw_road(board: Board, middle: float, top: float) -> None:
    """A path that comes from behind the hill to the front."""
    light = board.light
    path = skia.Path()
    path.moveTo(middle + 150, top + 6)
    path.cubicTo(middle - 50, top + 60, middle + 330, top + 120, middle - 90, board.bottom + 40)
    path.lineTo(middle + 430, board.bottom + 40)
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
        board.stroke(line((x0 + i * 60, top + 14), (x0 + i * 175, board.bottom + 20)), darker(colour, 0.28), 7, 0.35)
