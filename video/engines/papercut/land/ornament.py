"""Borders: bands of simple figures in the colours of a style, on walls, mats, curtains and cloth."""

from __future__ import annotations

from collections.abc import Callable

import skia

from video.engines.papercut.paper import Board, Point, polygon, smooth


def draw_border(
    board: Board, ends: tuple[float, float], y: float, tall: float, kind: str, colours: tuple[int, ...]
) -> None:
    """A band ``tall`` high about the height ``y``; its figures take the colours, already in the light, in turn."""
    left, right = ends
    figure = FIGURES[kind]
    count = max(1, round((right - left) / (tall * 1.25)))
    step = (right - left) / count
    paths = [skia.Path() for _ in colours]
    for i in range(count):
        path = figure(step / 2, tall / 2)
        matrix = skia.Matrix()
        matrix.setTranslate(left + step * (i + 0.5), y)
        path.transform(matrix)
        paths[i % len(colours)].addPath(path)
    for path, colour in zip(paths, colours, strict=True):
        board.flat(path, colour, 0.9)


def _poly(*points: Point) -> skia.Path:
    return polygon(list(points))


def _circle(r: float) -> skia.Path:
    path = skia.Path()
    path.addCircle(0, 0, r)
    return path


def _dots(w: float, h: float) -> skia.Path:
    path = _circle(h * 0.5)
    path.addCircle(w, 0, h * 0.18)
    return path


def _steps(w: float, h: float) -> skia.Path:
    return _poly((-w, h), (-w, h * 0.3), (-w * 0.6, h * 0.3), (-w * 0.6, -h * 0.35), (-w * 0.2, -h * 0.35),
        (-w * 0.2, -h),
                 (w * 0.2, -h), (w * 0.2, -h * 0.35), (w * 0.6, -h * 0.35), (w * 0.6, h * 0.3), (w, h * 0.3), (w,
                     h))  # fmt: skip


def _scallops(w: float, h: float) -> skia.Path:
    path = skia.Path()
    path.moveTo(-w, -h)
    path.quadTo(-w, h, 0, h)
    path.quadTo(w, h, w, -h)
    path.close()
    return path


def _zigzag(w: float, h: float) -> skia.Path:
    return _poly((-w, h), (0, -h * 0.4), (w, h), (w, h * 0.2), (0, -h), (-w, h * 0.2))


def _diamonds(w: float, h: float) -> skia.Path:
    path = _poly((-w * 0.9, 0), (0, -h), (w * 0.9, 0), (0, h))
    path.addPath(_poly((-w * 0.4, 0), (0, h * 0.45), (w * 0.4, 0), (0, -h * 0.45)))
    path.setFillType(skia.PathFillType.kEvenOdd)
    return path


def _checks(w: float, h: float) -> skia.Path:
    path = skia.Path()
    for i in (0, 1):
        for k in (0, 1):
            if i == k:
                path.addRect(skia.Rect.MakeXYWH(-w + i * w, -h + k * h, w, h))
    return path


def _triangles(w: float, h: float) -> skia.Path:
    return _poly((-w, h), (0, -h), (w, h))


def _stars(w: float, h: float) -> skia.Path:
    points: list[Point] = []
    matrix = skia.Matrix()
    for i in range(16):
        matrix.setRotate(22.5 * i)
        p = matrix.mapXY(h if i % 2 == 0 else h * 0.62, 0)
        points.append((p.x(), p.y()))
    return polygon(points)


def _waves(w: float, h: float) -> skia.Path:
    return smooth([(-w, h * 0.4), (-w * 0.4, -h * 0.8), (w * 0.3, -h * 0.2), (w, h * 0.4), (w * 0.3, h * 0.5),
        (-w * 0.3, h * 0.1)],
                  closed=True)  # fmt: skip


def _hearts(w: float, h: float) -> skia.Path:
    path = skia.Path()
    path.moveTo(0, h)
    path.cubicTo(-w * 1.3, -h * 0.1, -w * 0.5, -h * 1.2, 0, -h * 0.3)
    path.cubicTo(w * 0.5, -h * 1.2, w * 1.3, -h * 0.1, 0, h)
    path.close()
    return path


def _flakes(w: float, h: float) -> skia.Path:
    path = skia.Path()
    for turn in (0, 60, 120):
        arm = skia.Path()
        arm.addRect(skia.Rect.MakeLTRB(-h, -h * 0.13, h, h * 0.13))
        matrix = skia.Matrix()
        matrix.setRotate(turn + 30)
        arm.transform(matrix)
        path.addPath(arm)
    path.setFillType(skia.PathFillType.kWinding)
    return path


def _scrolls(w: float, h: float) -> skia.Path:
    path = _circle(h * 0.9)
    path.addCircle(h * 0.12, -h * 0.12, h * 0.5)
    path.addRect(skia.Rect.MakeLTRB(0, h * 0.62, w * 1.2, h * 0.9))
    path.setFillType(skia.PathFillType.kEvenOdd)
    return path


def _drops(w: float, h: float) -> skia.Path:
    return smooth([(0, -h), (-w * 0.55, h * 0.3), (0, h), (w * 0.6, h * 0.2), (w * 0.3, -h * 0.2)], closed=True)


def _scales(w: float, h: float) -> skia.Path:
    path = skia.Path()
    for r in (1.0, 0.66, 0.33):
        path.addArc(skia.Rect.MakeLTRB(-w * r, h - 2 * h * r, w * r, h + 2 * h * r), 180, 180)
    path.setFillType(skia.PathFillType.kEvenOdd)
    return path


def _leaves(w: float, h: float) -> skia.Path:
    path = smooth([(-w * 0.9, h * 0.6), (-w * 0.2, -h * 0.7), (w * 0.8, -h * 0.8), (w * 0.2, h * 0.5)], closed=True)
    return path


def _lines(w: float, h: float) -> skia.Path:
    path = skia.Path()
    for k in (-0.75, 0.0, 0.75):
        path.addRect(skia.Rect.MakeLTRB(w * k - w * 0.16, -h, w * k + w * 0.16, h))
    return path


FIGURES: dict[str, Callable[[float, float], skia.Path]] = {
    "dots": _dots, "steps": _steps, "scallops": _scallops, "zigzag": _zigzag, "diamonds": _diamonds, "checks": _checks,
    "triangles": _triangles, "stars": _stars, "waves": _waves, "hearts": _hearts, "flakes": _flakes,
    "scrolls": _scrolls, "drops": _drops, "scales": _scales, "leaves": _leaves, "lines": _lines,
}  # fmt: skip
