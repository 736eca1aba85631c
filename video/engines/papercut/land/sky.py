"""The sky: rings of paper round the sun or the moon, stars, clouds, rain, snow, lightning, rainbow."""

from __future__ import annotations

import skia

from video.engines.papercut.palette import argb, darker, lighter, mix
from video.engines.papercut.paper import Board, Point, line, oval, polygon, smooth


def draw_sky(board: Board, disc: Point, *, horizon: float, stormy: float, moon: bool, stars: bool) -> None:
    """The back cloth: the sky's colours cut as rings round its light, which stands off the middle."""
    light = board.light
    x, y = disc
    back = _stormy(light.sky[0], stormy)
    board.sheet(skia.Path.Rect(skia.Rect.MakeLTRB(board.left, board.top, board.right, board.bottom)), back, 0, edge=0)
    rings = 6
    reach = max(board.span, 1000.0)
    for i in range(rings):
        share = (i + 1) / rings
        radius = reach * (0.92 - 0.80 * share**0.8)
        middle = mix(light.sky[0], light.sky[1], min(1.0, share * 1.8))
        colour = mix(middle, light.glow if light.name == "night" else light.sky[2], max(0.0, share * 1.6 - 0.6))
        _ring(board, x, y, radius, _stormy(colour, stormy))
    board.haze(horizon - 430, horizon + 60, _stormy(light.sky[2], stormy), 0.75)
    if stars:
        _stars(board, horizon, (x, y))
    if not stormy:
        _disc(board, x, y, moon=moon)


def _stormy(colour: int, share: float) -> int:
    return mix(colour, 0x56617A, 0.55 * share)


def _ring(board: Board, x: float, y: float, radius: float, colour: int) -> None:
    """A disc whose shadow is a gradient: as soft as a blurred one at a tenth of the price."""
    shade = skia.Paint(AntiAlias=True)
    shade.setShader(
        skia.GradientShader.MakeRadial(
            skia.Point(x, y), radius + 26, [argb(board.light.shade, 0.26), argb(board.light.shade, 0)],
            [max(0.01, (radius - 6) / (radius + 26)), 1.0],
        )
    )  # fmt: skip
    shade.setStyle(skia.Paint.kStroke_Style)
    shade.setStrokeWidth(60)
    board.canvas.drawCircle(x + 3, y + 3, radius, shade)
    steps = 26
    points: list[Point] = []
    matrix = skia.Matrix()
    for i in range(steps):
        matrix.setRotate(360 * i / steps)
        point = matrix.mapXY(radius * board.chance.near(1.0, 0.012), 0)
        points.append((x + point.x(), y + point.y()))
    board.sheet(smooth(points, closed=True), colour, 0, edge=0.25)


def _disc(board: Board, x: float, y: float, *, moon: bool) -> None:
    light = board.light
    if moon:
        board.glow(x, y, 230, light.disc, 0.4)
        board.sheet(oval(x, y, 64, 64), light.disc, 9)
        for dx, dy, r in ((-20, -14, 13), (16, 18, 17), (22, -24, 8), (-14, 26, 7)):
            board.flat(oval(x + dx, y + dy, r, r), darker(light.disc, 0.12), 0.7)
    else:
        board.glow(x, y, 300, lighter(light.disc, 0.3), 0.55)
        board.sheet(oval(x, y, 66, 66), light.disc, 8)


def _stars(board: Board, horizon: float, disc: Point) -> None:
    chance = board.chance
    for i in range(70):
        x, y = chance.between(board.left, board.right), chance.between(board.top, horizon - 90)
        if (x - disc[0]) ** 2 + (y - disc[1]) ** 2 < 130**2:
            continue
        size = chance.between(1.4, 3.4) if i > 9 else chance.between(6, 10)
        if size < 5:
            board.flat(oval(x, y, size, size), 0xFBF3D8, chance.between(0.45, 0.95))
        else:
            s = size * 0.26
            points = [(0, -size), (s, -s), (size, 0), (s, s), (0, size), (-s, s), (-size, 0), (-s, -s)]
            board.flat(polygon([(x + a, y + b) for a, b in points]), 0xFFF3CC, 0.95)


def draw_clouds(board: Board, count: int, *, stormy: bool) -> None:
    """Clouds of two sheets each, flat below."""
    chance = board.chance
    colour = mix(board.light.cloud, 0x4E5870, 0.55) if stormy else board.light.cloud
    for i in range(count):
        x = board.left + (board.right - board.left) * (i + chance.between(0.15, 0.85)) / count
        y = chance.between(board.top + 100, board.top + 200) if stormy else chance.between(board.top + 140, 270)
        size = chance.between(0.8, 1.25) * (1.7 if stormy else 1.0)
        for dx, dy, scale, shade in ((34, -16, 0.8, 0.25), (0, 0, 1.0, 0.0)):
            board.sheet(_cloud(x + dx * size, y + dy * size, size * scale), mix(colour, board.light.sky[1], shade), 7)


def _cloud(x: float, y: float, size: float) -> skia.Path:
    path = oval(x, y - 16 * size, 46 * size, 36 * size)
    for part in (
        oval(x - 48 * size, y - 4 * size, 38 * size, 24 * size),
        oval(x + 50 * size, y - 6 * size, 42 * size, 27 * size),
    ):
        path = skia.Op(path, part, skia.PathOp.kUnion_PathOp)
    base = skia.Path.RRect(
        skia.RRect.MakeRectXY(
            skia.Rect.MakeLTRB(x - 96 * size, y - 4 * size, x + 104 * size, y + 20 * size), 12 * size, 12 * size
        )
    )
    return skia.Op(path, base, skia.PathOp.kUnion_PathOp)


def draw_rain(board: Board) -> None:
    """Strips of light paper, slanting."""
    chance = board.chance
    colour = mix(lighter(board.light.cloud, 0.35), board.light.water[1], 0.4)
    for _ in range(150):
        x, y = chance.between(board.left, board.right), chance.between(board.top, board.bottom)
        length = chance.between(26, 58)
        board.stroke(
            line((x, y), (x - length * 0.28, y + length)), colour, chance.between(2, 3.8), chance.between(0.45, 0.85)
        )


def draw_snowfall(board: Board) -> None:
    """Falling flakes, near ones larger."""
    chance = board.chance
    for _ in range(130):
        size = chance.between(2.2, 7.5)
        x, y = chance.between(board.left, board.right), chance.between(board.top, board.bottom)
        board.flat(oval(x, y, size, size), 0xFBFBFF, chance.between(0.55, 0.95))


def draw_lightning(board: Board, horizon: float) -> None:
    """One bolt on the side away from the middle."""
    x = board.span * board.chance.pick((0.2, 0.82))
    bolt = [(x, 60), (x - 46, 250), (x - 8, 245), (x - 60, horizon - 120), (x + 46, 205), (x + 8, 212), (x + 40, 60)]
    board.glow(x, 230, 380, 0xFFF3C0, 0.5)
    board.sheet(polygon([(a, b) for a, b in bolt]), 0xFBE38A, 6)


def draw_rainbow(board: Board, horizon: float) -> None:
    """Seven narrow paper bows."""
    x, radius = board.span * 0.42, 520.0
    for i, colour in enumerate((0xC0392B, 0xDD7A32, 0xE8B83A, 0x4E9A63, 0x3A6EA5, 0x4B4F94, 0x7D4F96)):
        board.stroke(oval(x, horizon + 90, radius - 17 * i, radius - 17 * i), lighter(colour, 0.25), 17, 0.7)


def draw_mist(board: Board, top: float) -> None:
    """Soft drifts of mist over what is already there."""
    chance = board.chance
    paint = skia.Paint(AntiAlias=True, Color=argb(lighter(board.light.cloud, 0.3), 0.5))
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 26, True))
    for i in range(7):
        x = board.left + (board.right - board.left) * ((i * 0.382 + 0.1) % 1.0)
        y = top + 34 * (i % 5) + chance.near(0, 12)
        board.canvas.drawPath(oval(x, y, chance.between(250, 480), chance.between(20, 38)), paint)
