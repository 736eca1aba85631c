"""Woven and printed patterns on cloth: rows on the grid of a piece, so that they follow every stance."""

from __future__ import annotations

from collections.abc import Callable

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Point, line, oval, polygon, smooth
from video.engines.papercut.people.cut import Cloth
from video.engines.papercut.people.pen import Pen

PATTERNS = ("band", "dots", "stripes", "zigzag", "plain", "checks", "flowers", "diamonds", "waves", "leaves")
"""Those that are dealt."""


def draw_pattern(pen: Pen, cloth: Cloth, pattern: str, inks: tuple[int, int]) -> None:
    """Draws a pattern on a piece of cloth; ``inks`` = trim and a second colour."""
    drawing = _DRAWINGS.get(pattern)
    if drawing is not None:
        with pen.within(cloth.path):
            drawing(pen, cloth, inks)


def _unit(cloth: Cloth) -> float:
    return 1.0 / max(6.0, cloth.tall())


def _band(pen: Pen, cloth: Cloth, inks: tuple[int, int]) -> None:
    u = _unit(cloth)
    pen.stroke(smooth(cloth.row(1 - 4.2 * u)), inks[0], 2.8)
    pen.stroke(smooth(cloth.row(1 - 7.4 * u)), inks[1], 0.9)
    pen.stroke(smooth(cloth.row(1 - 1.4 * u)), inks[1], 0.9)


def _dots(pen: Pen, cloth: Cloth, inks: tuple[int, int]) -> None:
    u = _unit(cloth)
    rows = max(2, round(cloth.tall() / 7.0))
    for r in range(rows):
        v = (r + 0.6) / rows
        for i in range(-3, 4):
            x, y = cloth.at((i + (r % 2) * 0.5 - 0.25) / 3.2, v)
            pen.flat(oval(x, y, 1.05, 1.05), inks[0])
    pen.stroke(smooth(cloth.row(1 - 1.6 * u)), inks[0], 1.6)


def _stripes(pen: Pen, cloth: Cloth, inks: tuple[int, int]) -> None:
    for i in range(-4, 5):
        u = i / 4.2
        pen.stroke(line(cloth.at(u, -0.02), cloth.at(u, 1.04)), inks[i % 2], 1.5 if i % 2 == 0 else 0.8, 0.9)


def _zigzag(pen: Pen, cloth: Cloth, inks: tuple[int, int]) -> None:
    u = _unit(cloth)
    for low, high, ink in ((4.4, 9.4, inks[0]), (10.4, 13.4, inks[1])):
        teeth = [cloth.at(-1.06 + 2.12 * i / 18, 1 - (high if i % 2 else low) * u) for i in range(19)]
        pen.stroke(line(*teeth), ink, 1.5 if ink == inks[0] else 0.9)
    pen.stroke(smooth(cloth.row(1 - 1.7 * u)), inks[0], 1.9)


def _checks(pen: Pen, cloth: Cloth, inks: tuple[int, int]) -> None:
    rows = max(2, round(cloth.tall() / 7.5))
    for i in range(-3, 4):
        pen.stroke(line(cloth.at(i / 3.2, -0.02), cloth.at(i / 3.2, 1.04)), inks[0], 2.3, 0.5)
        pen.stroke(line(cloth.at((i + 0.5) / 3.2, -0.02), cloth.at((i + 0.5) / 3.2, 1.04)), inks[1], 0.6, 0.8)
    for r in range(rows):
        pen.stroke(smooth(cloth.row((r + 0.5) / rows)), inks[0], 2.3, 0.5)
        pen.stroke(smooth(cloth.row((r + 1.0) / rows)), inks[1], 0.6, 0.8)


def _flowers(pen: Pen, cloth: Cloth, inks: tuple[int, int]) -> None:
    rows = max(1, round(cloth.tall() / 10.5))
    for r in range(rows):
        for i in range(-2, 3):
            x, y = cloth.at((i + (r % 2) * 0.5 - 0.25) / 2.3, (r + 0.62) / rows)
            _blossom(pen, (x, y), 2.0, inks)


def _blossom(pen: Pen, at: Point, r: float, inks: tuple[int, int]) -> None:
    for dx, dy in ((0, -0.62), (0.6, -0.16), (0.36, 0.54), (-0.36, 0.54), (-0.6, -0.16)):
        pen.flat(oval(at[0] + dx * r, at[1] + dy * r, r * 0.44, r * 0.44), inks[0])
    pen.flat(oval(at[0], at[1], r * 0.34, r * 0.34), inks[1])


def _diamonds(pen: Pen, cloth: Cloth, inks: tuple[int, int]) -> None:
    u = _unit(cloth)
    mid = 1 - 7.2 * u
    for i in range(-4, 5):
        x, y = cloth.at(i / 4.1, mid)
        pen.flat(polygon([(x, y - 3.3), (x + 2.3, y), (x, y + 3.3), (x - 2.3, y)]), inks[0])
        pen.flat(polygon([(x, y - 1.5), (x + 1.05, y), (x, y + 1.5), (x - 1.05, y)]), inks[1])
    for v in (mid - 5.0 * u, mid + 5.0 * u):
        pen.stroke(smooth(cloth.row(v)), inks[0], 1.1)


def _waves(pen: Pen, cloth: Cloth, inks: tuple[int, int]) -> None:
    u = _unit(cloth)
    for k, ink in ((3.0, inks[0]), (6.6, inks[1]), (10.2, inks[0])):
        crest = [cloth.at(-1.06 + 2.12 * i / 20, 1 - (k + (1.1 if i % 2 else -0.9)) * u) for i in range(21)]
        pen.stroke(smooth(crest), ink, 1.25)


def _leaves(pen: Pen, cloth: Cloth, inks: tuple[int, int]) -> None:
    rows = max(1, round(cloth.tall() / 9.0))
    for r in range(rows):
        for i in range(-2, 3):
            x, y = cloth.at((i + (r % 2) * 0.5 - 0.25) / 2.3, (r + 0.6) / rows)
            side = 1 if (i + r) % 2 else -1
            leaf = smooth([(x, y - 2.4), (x + side * 1.7, y - 0.3), (x, y + 2.2), (x - side * 0.5, y)], closed=True)
            pen.flat(leaf, inks[(i + r) % 2])


def _kente(pen: Pen, cloth: Cloth, inks: tuple[int, int]) -> None:
    gold, red, green, black = 0xE8B02F, 0xB8322A, 0x2E7D4F, 0x2A2326
    dyes = [pen.light.dye(c, 0.75) for c in (gold, red, green, black)]
    rows, columns = max(3, round(cloth.tall() / 5.2)), 7
    for r in range(rows):
        for c in range(columns):
            k = (r + c * 2) % 4
            if k == 0:
                continue
            u0, u1 = -1.06 + 2.12 * c / columns, -1.06 + 2.12 * (c + 1) / columns
            v0, v1 = r / rows, (r + 1) / rows
            if k == 1:
                for s in (0.12, 0.44, 0.76):
                    v = v0 + (v1 - v0) * (s + 0.1)
                    pen.stroke(line(cloth.at(u0, v), cloth.at(u1, v)), dyes[1], 0.95)
            else:
                patch = [cloth.at(u0, v0), cloth.at(u1, v0), cloth.at(u1, v1), cloth.at(u0, v1)]
                pen.flat(polygon(patch), dyes[k])
    for c in range(1, columns):
        u = -1.06 + 2.12 * c / columns
        pen.stroke(line(cloth.at(u, 0), cloth.at(u, 1.03)), dyes[3], 0.45, 0.8)


def _huipil(pen: Pen, cloth: Cloth, inks: tuple[int, int]) -> None:
    """Rows of brocade."""
    rows = max(3, round(cloth.tall() / 5.0))
    for r in range(rows):
        v = (r + 0.55) / rows
        ink = inks[r % 2]
        if r % 3 == 1:
            for i in range(-4, 5):
                x, y = cloth.at(i / 4.1, v)
                pen.flat(polygon([(x, y - 1.5), (x + 1.5, y), (x, y + 1.5), (x - 1.5, y)]), ink)
        else:
            pen.stroke(smooth(cloth.row(v)), ink, 1.1 if r % 3 else 1.8)


def _tartan(pen: Pen, cloth: Cloth, inks: tuple[int, int]) -> None:
    rows = max(3, round(cloth.tall() / 5.6))
    for i in range(-3, 4):
        pen.stroke(line(cloth.at(i / 3.2, -0.02), cloth.at(i / 3.2, 1.04)), darker(inks[0], 0.45), 2.2, 0.45)
        pen.stroke(line(cloth.at((i + 0.5) / 3.2, -0.02), cloth.at((i + 0.5) / 3.2, 1.04)), inks[1], 0.55, 0.9)
    for r in range(rows):
        pen.stroke(smooth(cloth.row((r + 0.5) / rows)), darker(inks[0], 0.45), 2.2, 0.45)
        pen.stroke(smooth(cloth.row((r + 1.0) / rows)), inks[1], 0.55, 0.9)


def _rows(pen: Pen, cloth: Cloth, inks: tuple[int, int]) -> None:
    """Bands of a poncho: broad and narrow in turn."""
    for v, width, k in ((0.12, 1.0, 1), (0.26, 3.0, 0), (0.38, 0.9, 1), (0.6, 1.0, 1), (0.74, 3.0, 0), (0.86, 0.9, 1)):
        pen.stroke(smooth(cloth.row(v)), inks[k], width)


_DRAWINGS: dict[str, Callable[[Pen, Cloth, tuple[int, int]], None]] = {
    "band": _band,
    "dots": _dots,
    "stripes": _stripes,
    "zigzag": _zigzag,
    "checks": _checks,
    "flowers": _flowers,
    "diamonds": _diamonds,
    "waves": _waves,
    "leaves": _leaves,
    "kente": _kente,
    "brocade": _huipil,
    "tartan": _tartan,
    "rows": _rows,
}


def second_ink(trim: int, cloth: int) -> int:
    """A second colour for a pattern: beside the trim, seen on the cloth."""
    return mix(lighter(trim, 0.45), cloth, 0.15)
