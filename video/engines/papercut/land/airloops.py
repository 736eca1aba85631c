"""What moves in the air: rain, snow, mist, leaves, clouds, stars, fireflies, smoke, the light of fires."""

from __future__ import annotations

import math
from collections.abc import Callable

import skia

from video.chance import Chance
from video.engines.papercut.land.clouds import cloud
from video.engines.papercut.land.moving import Box, Part
from video.engines.papercut.land.view import View
from video.engines.papercut.land.wood import leaf_blade
from video.engines.papercut.palette import lighter, mix
from video.engines.papercut.paper import Board, Point, oval, polygon, shifted

TILE = 360.0
"""Side of a square of rain or snow; such squares fit to each other without a seam."""


DRIFT = 7.0
"""How far (frame units) a cloud drifts to either side: at most 8 pixels a second where 1280 are shown, in 4 s."""

GREEN = frozenset({"grove", "trunks", "jungle", "swamp trees", "farm", "yard house", "hamlet"})
"""Parts among which fireflies live."""


def falling(view: View, name: str, draw: Callable[[Board, float], None], cycle_s: float, cels: int) -> Part:
    """Squares of rain or snow over the whole paper."""
    tall, wide = (view.bottom - view.top) * 1.16, view.span * 1.16
    top, left = view.top - 0.08 * (view.bottom - view.top), -0.08 * view.span
    copies = tuple((i * TILE, k * TILE) for k in range(math.ceil(tall / TILE)) for i in range(math.ceil(wide / TILE)))
    box = Box(left=left, top=top, right=left + TILE, bottom=top + TILE)

    def drawn(board: Board, phase: float) -> None:
        board.canvas.save()
        board.canvas.clipRect(skia.Rect.MakeLTRB(box.left, box.top, box.right, box.bottom))
        board.canvas.translate(box.left, box.top)
        draw(board, phase)
        board.canvas.restore()

    return Part(name=name, box=box, depth=1.0, draw=drawn, cycle_s=cycle_s, cels=cels, copies=copies)


def _wrapped(x: float, y: float, reach: float) -> list[Point]:
    """A spot on the square, and those beyond its edges that reach into it."""
    x, y = x % TILE, y % TILE
    spots = [(x, y)]
    for dx in (-TILE, 0.0, TILE):
        for dy in (-TILE, 0.0, TILE):
            inside = -reach < x + dx < TILE + reach and -reach < y + dy < TILE + reach
            if (dx or dy) and inside:
                spots.append((x + dx, y + dy))
    return spots


def draw_rain(board: Board, phase: float) -> None:
    """One square of slanting rain from (0, 0); it falls one side (and shifts with its slant) in a cycle."""
    chance, light = Chance(1, "rain"), board.light
    colour = mix(lighter(light.cloud, 0.35), light.water[1], 0.35)
    for width, alpha, count in ((2.2, 0.4, 9), (3.4, 0.6, 8)):
        path = skia.Path()
        for _ in range(count):
            x, y, length = chance.between(0, TILE), chance.between(0, TILE), chance.between(34, 70)
            for px, py in _wrapped(x - TILE * phase, y + TILE * phase, 80):
                path.moveTo(px, py)
                path.lineTo(px - length * 0.27, py + length)
        board.stroke(path, colour, width, alpha)


def draw_snowfall(board: Board, phase: float) -> None:
    """One square of falling snow from (0, 0)."""
    chance = Chance(1, "snow")
    for low, high, alpha, count in ((2.2, 4.0, 0.6, 13), (4.4, 7.6, 0.92, 7)):
        path = skia.Path()
        for _ in range(count):
            x, y, size, turn = (
                chance.between(0, TILE),
                chance.between(0, TILE),
                chance.between(low, high),
                chance.unit(),
            )
            sway = 14 * math.sin(2 * math.pi * (phase + turn))
            for px, py in _wrapped(x + sway, y + TILE * phase, 10):
                path.addCircle(px, py, size)
        board.flat(path, 0xFBFBFF, alpha)


def twinkles(view: View) -> list[Part]:
    """A few stars that breathe."""
    if view.outside.name != "night" or view.gloom > 0.4 or "star" in view.absent:
        return []
    chance, out = view.chance("twinkle"), []
    for i in range(5):
        x, y = chance.between(60, view.span - 60), chance.between(view.top + 40, view.setting.horizon - 240)
        if (x - view.disc[0]) ** 2 + (y - view.disc[1]) ** 2 < 190**2:
            continue
        begin = chance.unit()

        def star(board: Board, phase: float, x: float = x, y: float = y, begin: float = begin) -> None:
            draw_star(board, (x, y), 12, phase + begin)

        box = Box(left=x - 16, top=y - 16, right=x + 16, bottom=y + 16)
        out.append(Part(name=f"star {i}", box=box, depth=0.05, draw=star, cycle_s=4.0, cels=8))
    return out


def draw_star(board: Board, spot: Point, size: float, phase: float) -> None:
    """One star that grows and shrinks."""
    x, y = spot
    size *= 0.62 + 0.38 * math.sin(2 * math.pi * phase)
    s = size * 0.24
    points = ((0, -size), (s, -s), (size, 0), (s, s), (0, size), (-s, s), (-size, 0), (-s, -s))
    board.flat(polygon([(x + a, y + b) for a, b in points]), 0xFFF3CC, 0.95)


def fireflies(view: View) -> list[Part]:
    """Fireflies that glow and wander on small closed ways."""
    chance, out = view.chance("fireflies"), []
    for i in range(5):
        x, y = chance.between(0.06, 0.94) * view.span, chance.between(520, 730)
        begin, reach = chance.unit(), chance.between(30, 70)

        def fly(board: Board, phase: float, x: float = x, y: float = y, begin: float = begin) -> None:
            shine = 0.5 + 0.5 * math.sin(2 * math.pi * (phase + begin))
            for size, alpha in ((17, 0.10), (10, 0.22), (4.6, 0.95)):
                board.flat(oval(x, y, size, size), 0xFFE58A, alpha * shine)

        way = tuple(
            (
                reach * (math.sin(2 * math.pi * k / 16 + i) - math.sin(i)),
                0.6 * reach * (math.sin(4 * math.pi * k / 16 + i) - math.sin(i)),
            )
            for k in range(16)
        )
        box = Box(left=x - 20, top=y - 20, right=x + 20, bottom=y + 20)
        part = Part(name=f"firefly {i}", box=box, depth=0.6, draw=fly, cycle_s=3.0, cels=8, travel=way)
        out.append(part)
    return out


def drifting(view: View) -> list[Part]:
    """One cloud that drifts a little way to and fro; two in narrow frames, whose sky is high.

    A period of a shot is four seconds at least, so the way is short: nobody sees a cloud hurry.
    """
    if view.gloom > 0.6 or "fog" in view.weather or "cloud" in view.absent:
        return []
    chance, out = view.sky_chance("drift"), []
    colour = mix(view.outside.cloud, 0x4E5870, 0.55 * view.gloom)
    for i in range(2 if view.lift > 300 else 1):
        y = view.top + 90 + 0.4 * view.lift * i + chance.near(0, 20)
        size = chance.between(0.62, 0.8)

        def drawn(board: Board, phase: float, y: float = y, size: float = size) -> None:
            del phase
            cloud(board, view, 0.0, y, size, colour)

        half = 150 * size + 20
        begin = view.span * chance.between(0.16, 0.84)
        if abs(begin - view.disc[0]) < half + 110 and abs(y - view.disc[1]) < 190:
            # It stays where it is, so not before the sun.
            begin = view.disc[0] + (1 if view.disc[0] < view.span / 2 else -1) * (half + 150)
        way = tuple(
            (begin + DRIFT * math.sin(2 * math.pi * k / 12), 0.2 * DRIFT * math.cos(2 * math.pi * k / 12))
            for k in range(12)
        )
        box = Box(left=-half, top=y - 62 * size - 16, right=half, bottom=y + 56 * size + 16)
        out.append(Part(name=f"cloud {i}", box=box, depth=0.06, draw=drawn, cycle_s=12.0, cels=1, travel=way))
    return out


def blown(view: View) -> list[Part]:
    """Leaves that the wind carries across the stage."""
    chance, out = view.chance("blown"), []
    tones = (view.outside.leaf[2], view.outside.dye(0xD99A3C), view.outside.leaf[1])
    for i in range(4):
        y, colour, begin = chance.between(380, 760), tones[i % 3], chance.unit()

        def leaf(board: Board, phase: float, y: float = y, colour: int = colour, begin: float = begin) -> None:
            board.sheet(shifted(leaf_blade(34, 15), 0, y, 1.0, 360 * (phase + begin)), colour, 2, edge=0.1)

        reach = view.span * 0.12 + 60
        count = 20
        way = tuple(
            (-reach + (view.span + 2 * reach) * ((k / count + begin) % 1.0), 46 * math.sin(4 * math.pi * k / count))
            for k in range(count)
        )
        box = Box(left=-44, top=y - 44, right=44, bottom=y + 44)
        out.append(Part(name=f"leaf {i}", box=box, depth=0.8, draw=leaf, cycle_s=1.6, cels=8, travel=way))
    return out


def mist(view: View) -> Part:
    """Drifts of mist over the whole width."""
    y = view.setting.horizon + 70

    def drawn(board: Board, phase: float) -> None:
        draw_fog(board, view.span, y, phase)

    box = Box(left=-0.08 * view.span, top=y - 74, right=1.08 * view.span, bottom=y + 230)
    return Part(name="fog", box=box, depth=0.62, draw=drawn, cycle_s=12.0, cels=8)


def draw_fog(board: Board, span: float, top: float, phase: float) -> None:
    """Drifts of mist that swing to and fro."""
    paint = skia.Paint(AntiAlias=True, Color=lighter(board.light.cloud, 0.3) | 0x5A000000)
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 22, True))
    for i in range(5):
        x = span * ((i * 0.382 + 0.1) % 1.0) + 60 * math.sin(2 * math.pi * (phase + i * 0.2))
        board.canvas.drawPath(oval(x, top + 34 * i, 300 + 40 * (i % 3), 24 + 4 * (i % 2)), paint)
