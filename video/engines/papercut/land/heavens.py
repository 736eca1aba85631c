"""The open sky of a view: its colours cut in the way of the style, sun or moon, stars, rainbow, lightning."""

from __future__ import annotations

from collections.abc import Callable

import skia

from video.engines.papercut.land.clouds import draw_cloud_deck
from video.engines.papercut.land.cut import lay, soft_line
from video.engines.papercut.land.sheetwork import draw_paper
from video.engines.papercut.land.sky import draw_lightning, draw_rainbow
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import argb, darker, lighter, mix
from video.engines.papercut.paper import Board, Point, box, oval, polygon, smooth

GREY = 0x56617A


def draw_open_sky(board: Board, view: View) -> None:
    """The back cloth with all that stands in it, the clouds included."""
    cut = view.chance("sky").pick(view.style.skies)
    if view.light.name in ("dusk", "dawn") and cut == "plain":
        cut = "bands"  # the hours of colour deserve layers
    _fall(board, view, _covered(view, cut))
    CUTS[cut](board, view)
    _dim(board, view)
    if _starry(view):
        draw_stars(board, view)
    if view.gloom < 0.4 and ("moon" if _moon(view) else "sun") not in view.absent:
        draw_disc(board, view)
    if "rainbow" in view.sky:
        draw_rainbow(board, view.setting.horizon)
    if "storm" in view.weather:
        draw_lightning(board, view.setting.horizon)
    draw_cloud_deck(board, view)


def _starry(view: View) -> bool:
    return view.gloom < 0.4 and "star" not in view.absent and (view.outside.name == "night" or "star" in view.sky)


RINGS = 6


def _radius(view: View, ring: int) -> float:
    """Of a ring round the light, the largest first."""
    return max(view.span, 1000.0) * (0.92 - 0.80 * ((ring + 1) / RINGS) ** 0.8)


def _covered(view: View, cut: str) -> skia.Path:
    """What of the cloth the cut paper hides in any case: it costs a third of the sky and need not be drawn."""
    low = view.setting.horizon + 100
    if cut == "rings":
        radius = 0.95 * _radius(view, 0)
        return oval(*view.disc, radius, radius)
    if cut in ("bands", "strips"):
        top = view.top - 40
        first = top + (low - top) * 0.26 + 60
        return box(-2 * view.span, first, 5 * view.span, max(0.0, low - first))
    return skia.Path()


def _rings(board: Board, view: View) -> None:
    """Rings of paper round the light, each with a hole where the next one lies."""
    light = view.outside
    for i in range(RINGS):
        share = (i + 1) / RINGS
        middle = mix(light.sky[0], light.sky[1], min(1.0, share * 1.8))
        glow = light.glow if light.name == "night" else light.sky[2]
        colour = mix(middle, glow, max(0.0, share * 1.6 - 0.6))
        hole = 0.94 * _radius(view, i + 1) if i + 1 < RINGS else 0.0
        _ring(board, view, (_radius(view, i), hole), _grey(view, colour))


def ring_shade(board: Board, spot: Point, radius: float) -> None:
    """The shadow of a disc as a gradient: as soft as a blurred one at a tenth of the price."""
    x, y = spot
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


def _ring(board: Board, view: View, radii: tuple[float, float], colour: int) -> None:
    (x, y), (radius, hole) = view.disc, radii
    ring_shade(board, (x, y), radius)
    steps = 26
    points: list[Point] = []
    matrix = skia.Matrix()
    for i in range(steps):
        matrix.setRotate(360 * i / steps)
        point = matrix.mapXY(radius * board.chance.near(1.0, 0.012), 0)
        points.append((x + point.x(), y + point.y()))
    path = smooth(points, closed=True)
    if hole:
        path.addCircle(x, y, hole)
        path.setFillType(skia.PathFillType.kEvenOdd)
    board.sheet(path, colour, 0, edge=0.25)


def _moon(view: View) -> bool:
    return view.outside.name == "night" or "moon" in view.sky


def _grey(view: View, colour: int) -> int:
    return mix(colour, GREY, 0.55 * view.gloom)


def tone(view: View, share: float) -> int:
    """The sky's colour at a height: 0 = top, 1 = horizon."""
    sky = view.outside.sky
    colour = mix(sky[0], sky[1], share * 2) if share < 0.5 else mix(sky[1], sky[2], share * 2 - 1)
    return _grey(view, colour)


def _fall(board: Board, view: View, covered: skia.Path) -> None:
    """One sheet that falls from the colour above to that of the horizon."""
    top, low = view.top - 80, view.setting.horizon + 80
    board.canvas.save()
    board.canvas.clipPath(covered, skia.ClipOp.kDifference, False)
    # White paper seen through the colours: so they lie under its grain, not over it.
    whole = skia.Path.Rect(skia.Rect.MakeLTRB(board.left, board.top, board.right, board.bottom))
    board.fill(whole, 0xFFFFFF, board.top, 3 * board.bottom)
    paint = skia.Paint()
    paint.setBlendMode(skia.BlendMode.kMultiply)
    stops = [tone(view, share) | 0xFF000000 for share in (0.0, 0.3, 0.6, 0.85, 1.0)]
    paint.setShader(
        skia.GradientShader.MakeLinear([skia.Point(0, top), skia.Point(0, low)], stops, [0, 0.3, 0.6, 0.85, 1])
    )
    board.canvas.drawPaint(paint)
    draw_paper(board, view, tone(view, 0.4))
    board.canvas.restore()


def _plain(board: Board, view: View) -> None:
    x, y = view.disc
    if view.gloom < 0.4:
        board.glow(x, y, 620, view.outside.glow, 0.4)


def _bands(board: Board, view: View) -> None:
    """Wide soft strips of paper, one before the other."""
    chance = view.chance("bands")
    top, low = view.top - 40, view.setting.horizon
    count = 5
    for i in range(count):
        share = (i + 1) / (count + 0.4)
        y = top + (low - top) * share**0.85
        colour = tone(view, min(1.0, share + 0.1))
        # Only as far as the next strip covers it: a whole sheet each would cost five times as much.
        deep = top + (low - top) * ((i + 2) / (count + 0.4)) ** 0.85 + 90 if i < count - 1 else low + 160
        lay(board, soft_line(chance, board.left - 60, board.right + 60, y, 26 - 3 * i), colour, 8, bottom=deep)


def _strips(board: Board, view: View) -> None:
    """Straight strips with torn edges."""
    chance = view.chance("strips")
    top, low = view.top - 40, view.setting.horizon
    count = 6
    for i in range(count):
        share = (i + 1) / (count + 0.5)
        y = top + (low - top) * share**0.9
        lean = chance.near(0, 34)
        points = [
            (board.left - 20 + (board.right - board.left + 40) * k / 36, y + lean * (k / 18 - 1) + chance.near(0, 3.4))
            for k in range(37)
        ]
        deep = top + (low - top) * ((i + 2) / (count + 0.5)) ** 0.9 + 90 if i < count - 1 else low + 160
        lay(board, points, tone(view, min(1.0, share + 0.08)), 6, bottom=deep, straight=True)


def _rays(board: Board, view: View) -> None:
    """Broad beams from the light, hardly lighter than the sky."""
    if view.gloom > 0.3:
        _bands(board, view)
        return
    x, y = view.disc
    reach = 2600.0
    count = 11
    turn = view.chance("rays").between(0, 1)
    matrix = skia.Matrix()
    for i in range(count):
        a = 360 * (i + turn) / count
        matrix.setRotate(a)
        first = matrix.mapXY(reach, 0)
        matrix.setRotate(a + 180 / count)
        second = matrix.mapXY(reach, 0)
        wedge = polygon([(x, y), (x + first.x(), y + first.y()), (x + second.x(), y + second.y())])
        board.flat(wedge, view.outside.glow, 0.2 if not view.outside.lit else 0.13)
    board.glow(x, y, 420, view.outside.glow, 0.45)


def _scales(board: Board, view: View) -> None:
    """Rows of overlapping arcs along the horizon, like waves of air."""
    low = view.setting.horizon
    size = 150.0
    for row in range(5):
        y = low - 190 + 62 * row
        x = board.left - (size / 2 if row % 2 else 0)
        while x < board.right + size:
            for k, shade in ((1.0, 0.42), (0.72, 0.62), (0.44, 0.8)):
                r = size * 0.62 * k
                colour = mix(tone(view, 0.62 + 0.08 * row), view.outside.cloud, shade * 0.5)
                if k == 1.0:
                    board.sheet(oval(x, y + 40, r, r), colour, 0, edge=0.3)
                else:
                    board.flat(oval(x, y + 40, r, r), colour)
            x += size


CUTS: dict[str, Callable[[Board, View], None]] = {
    "rings": _rings, "plain": _plain, "bands": _bands, "strips": _strips, "rays": _rays, "scales": _scales,
}  # fmt: skip


def _dim(board: Board, view: View) -> None:
    low = view.setting.horizon
    board.haze(low - 380, low + 60, _grey(view, view.outside.sky[2]), 0.55)


def draw_disc(board: Board, view: View) -> None:
    """The sun, or the moon with its halo; a thin moon now and then."""
    light, (x, y) = view.outside, view.disc
    size = 1.0 + 0.25 * min(1.0, view.lift / 700)
    if not _moon(view):
        large = 78 if light.name in ("dawn", "dusk") else 62
        board.glow(x, y, 330 * size, lighter(light.disc, 0.3), 0.6)
        board.sheet(oval(x, y, large * size, large * size), light.disc, 7)
        board.sheet(oval(x, y, large * size * 0.8, large * size * 0.8), lighter(light.disc, 0.22), 2, edge=0.3)
        return
    radius = 70 * size
    board.glow(x, y, 380 * size, light.disc, 0.34)
    for k in (2.3, 1.65):
        board.flat(oval(x, y, radius * k, radius * k), light.disc, 0.06)
    if view.chance("moon").maybe(0.35) and "moon" not in view.sky:
        bite = oval(x - radius * 0.42, y - radius * 0.16, radius * 0.9, radius * 0.9)
        board.sheet(skia.Op(oval(x, y, radius, radius), bite, skia.PathOp.kDifference_PathOp), light.disc, 6)
        return
    board.sheet(oval(x, y, radius, radius), light.disc, 8)
    for dx, dy, r in ((-22, -14, 14), (17, 20, 18), (24, -26, 9), (-14, 28, 8)):
        board.flat(oval(x + dx * size, y + dy * size, r * size, r * size), darker(light.disc, 0.12), 0.7)


def draw_stars(board: Board, view: View) -> None:
    """Stars as holes punched into the cloth, a lamp behind it."""
    chance = view.chance("stars")
    low = view.setting.horizon - 70
    holes, bright = skia.Path(), skia.Path()
    for i in range(int(90 + 0.07 * view.lift)):
        x, y = chance.between(board.left, board.right), chance.between(board.top, low)
        size = chance.between(1.3, 3.2) if i % 9 else chance.between(6, 10)
        if (x - view.disc[0]) ** 2 + (y - view.disc[1]) ** 2 < 150**2:
            continue
        if size < 5:
            holes.addCircle(x, y, size)
        else:
            s = size * 0.26
            bright.addPath(
                polygon([(x + a, y + b) for a, b in
                         ((0, -size), (s, -s), (size, 0), (s, s), (0, size), (-s, s), (-size, 0), (-s, -s))])
            )  # fmt: skip
    board.flat(holes, 0xFBF3D8, 0.8)
    board.flat(bright, 0xFFF3CC, 0.95)
