"""The paper itself: a board of cut sheets, each with a soft shadow, a lit edge and a little grain.

All is drawn in frame units (``proportions``). A layer is 1.16 times as large as the frame in both directions, so there
are 80 units more at top and bottom.
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import lru_cache

import cv2
import numpy as np
import skia

from video.chance import Chance
from video.engines.papercut.palette import WHITE, Light, argb, darker, lighter
from video.engines.papercut.proportions import (
    LEAST_SPAN,
    OVERSIZE,
    SKY_SHARE,
    TALL,
    Camera,
    Cut,
    Point,
    extent,
    layer_size,
    middle,
    pixels_per_unit,
)
from video.shot import Frame

DEEP = 3000.0
"""Below every board: where sheets of land end."""

__all__ = [
    "DEEP", "LEAST_SPAN", "OVERSIZE", "SKY_SHARE", "TALL", "Board", "Camera", "Cut", "Point", "box", "curve_on",
    "extent", "layer_size", "limb", "line", "middle", "oval", "polygon", "ridge", "save_sheet", "shifted", "smooth",
]  # fmt: skip

# Measured on drawn layers: 0.05 to 0.08 s a layer instead of 0.14 s, and 15 % smaller than the library's own choice.
_PNG = (
    cv2.IMWRITE_PNG_COMPRESSION, 1, cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_RLE,
    cv2.IMWRITE_PNG_FILTER, cv2.IMWRITE_PNG_FILTER_SUB,
)  # fmt: skip


@lru_cache(maxsize=4)
def _grain(scale: float) -> skia.Image:
    """A tile of paper grain: translucent black and white, soft, so that it costs the encoder little.

    ``scale`` = pixels a frame unit, so that the grain is as coarse in a small frame as in a large one.
    """
    side = 512
    noise = np.frombuffer(hashlib.shake_256(b"paper grain").digest(side * side * 2), dtype=np.uint16)
    field = noise.reshape(side, side).astype(np.float32) / 65535 - 0.5
    # Two scales: fibres (drawn out sideways) and mottling. Wrapping borders keep the tile seamless.
    padded = np.tile(field, (3, 3))
    fibre = cv2.GaussianBlur(padded, (0, 0), sigmaX=3.6 * scale, sigmaY=1.3 * scale)[side : 2 * side, side : 2 * side]
    mottle = cv2.GaussianBlur(padded, (0, 0), sigmaX=13 * scale, sigmaY=13 * scale)[side : 2 * side, side : 2 * side]
    grain = fibre / fibre.std() * 0.7 + (mottle - mottle.mean()) / mottle.std() * 0.3
    # White shows less than black of equal strength, hence the 1.5.
    alpha = np.clip(np.where(grain > 0, 1.5, 1.0) * np.abs(grain) * 3.8, 0, 15).astype(np.uint8)
    tile = np.zeros((side, side, 4), np.uint8)
    tile[..., :3] = np.where(grain > 0, alpha, 0)[..., None]  # premultiplied white or black
    tile[..., 3] = alpha
    return skia.Image.fromarray(tile, colorType=skia.kRGBA_8888_ColorType, copy=True)


class Board:
    """One layer while it is drawn, or a part of one.

    Whatever is seen of it, the edges (``left``, ``top``, ...) are those of the whole stage, so that a place looks the
    same from near and from far.
    """

    def __init__(
        self,
        frame: Frame,
        light: Light,
        chance: Chance,
        *,
        base: int | None = None,
        camera: Camera | None = None,
        part: Cut | None = None,
    ) -> None:
        self.light = light
        self.chance = chance
        full_width, full_height = layer_size(frame)
        cut = part if part is not None else Cut(left=0, top=0, width=full_width, height=full_height)
        self.width_px, self.height_px = cut.width, cut.height
        self.span, tall = extent(frame)
        self.scale = pixels_per_unit(frame)
        self.top = -(tall - TALL) * SKY_SHARE - tall * (OVERSIZE - 1) / 2
        self.bottom = self.top + tall * OVERSIZE
        # As far above the visible edge as the top of a frame of usual shape is: what hangs into the picture hangs here.
        self.lintel = self.top + tall * (OVERSIZE - 1) / 2 - TALL * (OVERSIZE - 1) / 2
        self.bleed = (full_width / self.scale - self.span) / 2
        self.left, self.right = -self.bleed, self.span + self.bleed
        self.openings: list[tuple[float, float, float, float]] = []
        """Left, top, right, bottom of the windows and doors of a room through which one sees out, as they are drawn."""
        self._surface = skia.Surface(self.width_px, self.height_px)
        self.canvas = self._surface.getCanvas()
        self.zoom = 1.0
        self.aloft = False
        """True where the foot of what is drawn is not on the ground."""
        self.opaque = base is not None
        self.canvas.clear(argb(base) if base is not None else 0)
        self.canvas.translate(-cut.left, -cut.top)
        self.canvas.scale(self.scale, self.scale)
        self.canvas.translate(self.bleed, -self.top)
        self._plain = self.canvas.getTotalMatrix()
        self._near = 1.0
        if camera is not None:
            x, y = middle(frame)
            self.canvas.translate(x, y)
            self.canvas.scale(camera.zoom, camera.zoom)
            self.canvas.translate(-camera.x, -camera.y)
            self._near = camera.zoom

    @contextmanager
    def at(self, x: float, y: float, zoom: float = 1.0, *, flip: bool = False, turn: float = 0.0) -> Generator[None]:
        """Draws about (x, y), ``zoom`` times as large, mirrored or turned (degrees) where asked for."""
        before = self.zoom
        self.canvas.save()
        self.canvas.translate(x, y)
        self.canvas.rotate(turn)
        self.canvas.scale(-zoom if flip else zoom, zoom)
        self.zoom = before * zoom
        try:
            yield
        finally:
            self.canvas.restore()
            self.zoom = before

    @contextmanager
    def unmoved(self) -> Generator[None]:
        """Draws in units of the frame, whatever is seen of the stage."""
        near, self._near = self._near, 1.0
        self.canvas.save()
        self.canvas.setMatrix(self._plain)
        try:
            yield
        finally:
            self.canvas.restore()
            self._near = near

    @contextmanager
    def within(self, path: skia.Path) -> Generator[None]:
        """What is drawn now stays inside the path."""
        self.canvas.save()
        self.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        try:
            yield
        finally:
            self.canvas.restore()

    def sheet(self, path: skia.Path, colour: int, lift: float = 6.0, *, edge: float = 0.22) -> None:
        """Lays a cut sheet: its shadow, its colour with grain, its lit edge. ``lift`` = height above what is below."""
        if lift > 0:
            self.shadow(path, lift)
        bounds = path.getBounds()
        self.fill(path, colour, bounds.top(), min(bounds.bottom(), self.bottom))
        if edge > 0:
            with self.within(path):
                self.stroke(path, WHITE, 2.6 / (self.zoom * self._near), edge)

    def shadow(self, path: skia.Path, lift: float, alpha: float = 0.34) -> None:
        """The soft shadow that a sheet throws; the lamp hangs at the upper left."""
        paint = skia.Paint(AntiAlias=True, Color=argb(self.light.shade, alpha))
        lift /= self.zoom
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.85 * lift, True))
        self.canvas.save()
        self.canvas.translate(0.3 * lift, 0.25 * lift)
        self.canvas.drawPath(path, paint)
        self.canvas.restore()

    def fill(self, path: skia.Path, colour: int, top: float, bottom: float) -> None:
        """Coloured paper, a little lighter at the top, its grain shifted for every sheet.

        Two passes, because a blended shader is compiled anew for every paint (0.09 s each, measured).
        """
        fall = skia.GradientShader.MakeLinear(
            [skia.Point(0, top), skia.Point(0, bottom)],
            [argb(lighter(colour, 0.07)), argb(darker(colour, 0.10))],
        )
        self.canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=fall))
        shift = skia.Matrix()
        texel = 1 / (self.scale * self.zoom * self._near)
        shift.setScale(texel, texel)
        shift.postTranslate(int(self.chance.between(0, 512)) * texel, int(self.chance.between(0, 512)) * texel)
        grain = _grain(self.scale).makeShader(
            skia.TileMode.kRepeat, skia.TileMode.kRepeat, skia.SamplingOptions(skia.FilterMode.kNearest), shift
        )
        self.canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=grain))

    def flat(self, path: skia.Path, colour: int, alpha: float = 1.0) -> None:
        """Ink on the paper: no shadow, no grain."""
        self.canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=argb(colour, alpha)))

    def stroke(self, path: skia.Path, colour: int, width: float, alpha: float = 1.0) -> None:
        """A drawn line with round ends."""
        paint = skia.Paint(AntiAlias=True, Color=argb(colour, alpha), StrokeWidth=width)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
        self.canvas.drawPath(path, paint)

    def glow(self, x: float, y: float, radius: float, colour: int, alpha: float) -> None:
        """Light that falls on what is already there."""
        paint = skia.Paint(AntiAlias=True)
        paint.setShader(
            skia.GradientShader.MakeRadial(
                skia.Point(x, y),
                radius,
                [argb(colour, alpha), argb(colour, alpha * 0.38), argb(colour, 0)],
                [0, 0.4, 1],
            )
        )
        # On a sheet with holes, light must not fill the holes: it stays on the paper that is there.
        paint.setBlendMode(skia.BlendMode.kScreen if self.opaque else skia.BlendMode.kSrcATop)
        self.canvas.drawCircle(x, y, radius, paint)

    def haze(self, top: float, bottom: float, colour: int, alpha: float, *, below: bool = False) -> None:
        """Mist or dusk over the paper that is there, from clear at ``top`` to ``alpha`` at ``bottom``.

        With ``below`` as much of it lies over all that is further down: else the edge may be seen there.
        """
        paint = skia.Paint()
        paint.setShader(
            skia.GradientShader.MakeLinear(
                [skia.Point(0, top), skia.Point(0, bottom)], [argb(colour, 0), argb(colour, alpha)]
            )
        )
        paint.setBlendMode(skia.BlendMode.kSrcATop)
        low = self.bottom if below else max(top, bottom)
        self.canvas.drawRect(skia.Rect.MakeLTRB(self.left, min(top, bottom), self.right, low), paint)

    def soften(self, reach: float) -> None:
        """Makes all that is on the board soft, as if it were out of focus; ``reach`` in frame units."""
        image = self._surface.makeImageSnapshot()
        sigma = reach * self.scale
        paint = skia.Paint(ImageFilter=skia.ImageFilters.Blur(sigma, sigma, skia.TileMode.kClamp))
        self.canvas.save()
        self.canvas.resetMatrix()
        self.canvas.clear(0)
        self.canvas.drawImage(image, 0, 0, skia.SamplingOptions(), paint)
        self.canvas.restore()

    def pixels(self) -> np.ndarray:
        """uint8 (height, width, 4), BGRA with straight alpha."""
        pixels = np.empty((self.height_px, self.width_px, 4), np.uint8)
        info = skia.ImageInfo.Make(self.width_px, self.height_px, skia.kBGRA_8888_ColorType, skia.kUnpremul_AlphaType)
        self._surface.readPixels(info, pixels, self.width_px * 4, 0, 0)
        return pixels

    def save(self, path: str) -> None:
        """Writes the layer as PNG: RGB where it was given a base colour, else RGBA with straight alpha."""
        pixels = self.pixels()
        save_sheet(path, np.ascontiguousarray(pixels[..., :3]) if self.opaque else pixels)


def save_sheet(path: str, image: np.ndarray) -> None:
    """Writes a picture (BGR or BGRA) as PNG."""
    if not cv2.imwrite(path, image, _PNG):
        raise OSError(f"{path} could not be written.")


def smooth(points: Sequence[Point], *, closed: bool = False, tension: float = 6.0) -> skia.Path:
    """A soft curve through points (Catmull-Rom)."""
    path = skia.Path()
    count = len(points)
    path.moveTo(*points[0])
    for i in range(count if closed else count - 1):
        if closed:
            p0, p1, p2, p3 = (points[(i + k - 1) % count] for k in range(4))
        else:
            p0, p1, p2, p3 = (points[max(0, min(count - 1, i + k - 1))] for k in range(4))
        curve_on(path, (p0, p1, p2, p3), tension)
    if closed:
        path.close()
    return path


def curve_on(path: skia.Path, points: tuple[Point, Point, Point, Point], tension: float) -> None:
    """Goes on from the second of four points to the third, in a way that fits to the first and the last."""
    p0, p1, p2, p3 = points
    path.cubicTo(
        p1[0] + (p2[0] - p0[0]) / tension, p1[1] + (p2[1] - p0[1]) / tension,
        p2[0] - (p3[0] - p1[0]) / tension, p2[1] - (p3[1] - p1[1]) / tension, p2[0], p2[1],
    )  # fmt: skip


def polygon(points: Sequence[Point]) -> skia.Path:
    """Straight cuts from point to point, closed."""
    return skia.Path.Polygon([skia.Point(*p) for p in points], True)


def ridge(points: Sequence[Point], bottom: float = DEEP) -> skia.Path:
    """Land: a soft line through the points and all that is below it."""
    path = smooth(points)
    path.lineTo(points[-1][0], bottom)
    path.lineTo(points[0][0], bottom)
    path.close()
    return path


def oval(x: float, y: float, rx: float, ry: float) -> skia.Path:
    """An ellipse around (x, y)."""
    return skia.Path.Oval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))


def box(x: float, y: float, width: float, height: float, radius: float = 0.0) -> skia.Path:
    """A rectangle from its top left corner, with rounded corners where asked for."""
    rect = skia.Rect.MakeXYWH(x, y, width, height)
    return skia.Path.RRect(skia.RRect.MakeRectXY(rect, radius, radius)) if radius else skia.Path.Rect(rect)


def line(*points: Point) -> skia.Path:
    """Straight strokes from point to point."""
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    return path


def shifted(path: skia.Path, x: float, y: float, scale: float = 1.0, turn: float = 0.0) -> skia.Path:
    """The path scaled and turned (degrees) about its origin and moved to (x, y)."""
    matrix = skia.Matrix()
    matrix.setScale(scale, scale)
    matrix.postRotate(turn)
    matrix.postTranslate(x, y)
    out = skia.Path(path)
    out.transform(matrix)
    return out


def limb(points: Sequence[Point], widths: Sequence[float]) -> skia.Path:
    """A soft tapered shape along points: an arm, a leg, a neck, a tail; ``widths`` are full widths."""
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(0, i - 1)], points[min(len(points) - 1, i + 1)]
        length = max(1e-6, ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5)
        nx, ny = -(by - ay) / length * widths[i] / 2, (bx - ax) / length * widths[i] / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return smooth([*left, *reversed(right)], closed=True)
