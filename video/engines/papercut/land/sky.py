"""What appears in the sky now and then: lightning, a rainbow, mist before it."""

from __future__ import annotations

import skia

from video.engines.papercut.palette import Light, argb, lighter, mix
from video.engines.papercut.paper import Board, oval, polygon


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


FOG_GREY = {"night": 0.1, "dusk": 0.6, "dawn": 0.55}
"""Share of cold grey in a fog by the hour's light; by day it is nearly all."""


def fog_of(light: Light) -> int:
    """The colour of a fog in a light."""
    return mix(light.sky[2], 0xC3CCD4, FOG_GREY.get(light.name, 0.9))


def draw_veil(board: Board, light: Light, alphas: tuple[float, float, float], heights: tuple[float, float]) -> None:
    """Fog over all the paper that is there.

    ``alphas``: at the paper's upper edge, at the first of the ``heights``, and at the second and below.
    """
    high, low = heights
    white = fog_of(light)
    top = board.top
    paint = skia.Paint()
    share = (high - top) / (low - top)
    paint.setShader(
        skia.GradientShader.MakeLinear(
            [skia.Point(0, top), skia.Point(0, low)], [argb(white, a) for a in alphas], [0.0, share, 1.0]
        )
    )
    paint.setBlendMode(skia.BlendMode.kSrcATop)
    board.canvas.drawRect(skia.Rect.MakeLTRB(board.left, top, board.right, board.bottom), paint)


def draw_mist(board: Board, top: float) -> None:
    """Soft drifts of mist over what is already there."""
    chance = board.chance
    paint = skia.Paint(AntiAlias=True, Color=argb(lighter(board.light.cloud, 0.3), 0.5))
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 26, True))
    for i in range(7):
        x = board.left + (board.right - board.left) * ((i * 0.382 + 0.1) % 1.0)
        y = top + 34 * (i % 5) + chance.near(0, 12)
        board.canvas.drawPath(oval(x, y, chance.between(250, 480), chance.between(20, 38)), paint)
