"""Caps and stiff hats, about the middle of the head."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Point, limb, line, oval, smooth
from video.engines.papercut.people.cut import joined, scaled, soft
from video.engines.papercut.people.headcloths import hat_colour
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.person import Person


def _brimmed(pen: Pen, person: Person, r: float, crown: list[Point]) -> None:
    """A stiff hat with a narrow brim."""
    c = hat_colour(pen, person)
    body = joined(scaled(crown, r), scaled([(0.05, -0.50), crown[0]], r))
    pen.sheet(body, c, 2.5)
    with pen.within(body):
        pen.stroke(smooth(scaled([(-0.9, -0.74), (0.05, -0.62), (0.95, -0.74)], r)), darker(c, 0.4), 0.16 * r)
    brim = joined(
        scaled([(-1.10, -0.50), (-0.6, -0.66), (0.05, -0.58), (0.7, -0.66), (1.20, -0.52)], r),
        scaled([(0.7, -0.40), (0.05, -0.38), (-0.6, -0.40), (-1.10, -0.50)], r),
    )
    pen.sheet(brim, lighter(c, 0.08), 2.5)


def draw_top_hat(pen: Pen, person: Person, r: float) -> None:
    """A top hat."""
    _brimmed(
        pen,
        person,
        r,
        [(-0.70, -0.60), (-0.62, -1.2), (-0.74, -1.86), (0.05, -1.96), (0.84, -1.86), (0.72, -1.2), (0.80, -0.60)],
    )


def draw_bowler(pen: Pen, person: Person, r: float) -> None:
    """A bowler."""
    _brimmed(
        pen,
        person,
        r,
        [(-0.80, -0.56), (-0.84, -1.0), (-0.5, -1.42), (0.05, -1.52), (0.6, -1.42), (0.92, -1.0), (0.88, -0.56)],
    )


def draw_fur_hat(pen: Pen, person: Person, r: float) -> None:
    """A hat of fur."""
    c = hat_colour(pen, person)
    pen.sheet(soft([(-0.84, -0.7), (-0.7, -1.3), (0.05, -1.5), (0.78, -1.3), (0.9, -0.7)], r), c, 2)
    fur = pen.light.dye(0x8A6A4E, 0.75)
    for k in range(9):
        x = -1.0 + 0.255 * k
        y = -0.44 - 0.22 * (1 - ((k - 4) / 4) ** 2)
        pen.sheet(oval(x * r, y * r, 0.25 * r, 0.24 * r), mix(fur, 0xB9987A, 0.25 * (k % 2)), 1.2, edge=0.08)


def draw_helmet(pen: Pen, person: Person, r: float) -> None:
    """A helmet."""
    c = hat_colour(pen, person)
    dome = joined(
        scaled(
            [
                (-1.06, -0.10),
                (-1.12, -0.62),
                (-0.72, -1.16),
                (0.05, -1.34),
                (0.76, -1.16),
                (1.08, -0.62),
                (1.02, -0.26),
            ],
            r,
        ),
        scaled([(0.3, -0.50), (-0.5, -0.40), (-1.06, -0.10)], r),
    )
    pen.sheet(dome, c, 3)
    with pen.within(dome):
        pen.stroke(smooth(scaled([(-0.1, -1.4), (0.2, -0.9), (0.26, -0.4)], r)), lighter(c, 0.3), 0.12 * r)
        pen.stroke(
            smooth(scaled([(-1.1, -0.16), (-0.5, -0.46), (0.3, -0.56), (1.04, -0.32)], r)), darker(c, 0.3), 0.12 * r
        )


def draw_kufi(pen: Pen, person: Person, r: float) -> None:
    """A small round cap."""
    c = hat_colour(pen, person)
    body = joined(
        scaled([(-0.86, -0.46), (-0.78, -1.02), (-0.3, -1.22), (0.35, -1.22), (0.80, -1.02), (0.86, -0.52)], r),
        scaled([(0.05, -0.62), (-0.86, -0.46)], r),
    )
    pen.sheet(body, c, 2.5)
    with pen.within(body):
        teeth = [
            (-0.95 + 0.155 * i, -0.76 - (0.1 if i % 2 else 0) - 0.08 * (1 - ((i - 6) / 6) ** 2)) for i in range(13)
        ]
        pen.stroke(line(*scaled(teeth, r)), pen.light.dye(person.trim, 0.75), 0.06 * r)


def draw_cap(pen: Pen, person: Person, r: float) -> None:
    """A cap with a peak."""
    c = hat_colour(pen, person)
    dome = joined(
        scaled(
            [(-1.0, -0.22), (-1.04, -0.66), (-0.72, -1.1), (-0.1, -1.3), (0.52, -1.18), (0.94, -0.8), (0.98, -0.38)], r
        ),
        scaled([(0.2, -0.56), (-0.5, -0.44), (-1.0, -0.22)], r),
    )
    pen.sheet(dome, c, 2.5)
    with pen.within(dome):
        for x in (-0.5, 0.1, 0.6):
            pen.stroke(smooth(scaled([(-0.05, -1.3), (x, -0.9), (x * 1.2, -0.4)], r)), darker(c, 0.25), 0.03 * r, 0.6)
    pen.flat(oval(-0.06 * r, -1.3 * r, 0.1 * r, 0.06 * r), darker(c, 0.15))
    peak = joined(
        scaled([(0.06, -0.52), (0.62, -0.56), (1.02, -0.42), (1.42, -0.22)], r),
        scaled([(1.3, -0.14), (0.8, -0.26), (0.06, -0.36)], r),
    )
    pen.sheet(peak, darker(c, 0.12), 2)


def draw_flat_cap(pen: Pen, person: Person, r: float) -> None:
    """A flat cap: low soft cloth, drawn down onto a short peak."""
    c = hat_colour(pen, person)
    peak = soft([(0.1, -0.5), (0.7, -0.6), (1.2, -0.34), (1.22, -0.22), (0.7, -0.38), (0.1, -0.36)], r)
    pen.sheet(peak, darker(c, 0.28), 1.6)
    crown = soft(
        [(-1.02, -0.3), (-1.16, -0.62), (-0.86, -1.0), (-0.2, -1.14), (0.5, -1.04), (1.02, -0.66), (1.06, -0.44),
         (0.6, -0.5), (-0.3, -0.46)],
        r,
    )  # fmt: skip
    pen.sheet(crown, c, 2.5)
    with pen.within(crown):
        for points in (((-0.9, -0.9), (-0.1, -0.78), (0.9, -0.56)), ((-0.5, -1.1), (-0.4, -0.8), (-0.6, -0.4))):
            pen.stroke(smooth(scaled(list(points), r)), darker(c, 0.25), 0.035 * r, 0.6)
    pen.flat(oval(-0.1 * r, -1.12 * r, 0.1 * r, 0.05 * r), darker(c, 0.18))


def draw_beret(pen: Pen, person: Person, r: float) -> None:
    """A beret."""
    c = hat_colour(pen, person)
    pen.sheet(
        soft(
            [
                (-0.98, -0.34),
                (-1.36, -0.72),
                (-1.06, -1.16),
                (-0.2, -1.34),
                (0.62, -1.18),
                (1.0, -0.78),
                (0.84, -0.5),
                (0, -0.62),
            ],
            r,
        ),
        c,
        3,
    )
    pen.stroke(smooth(scaled([(-0.96, -0.34), (-0.1, -0.62), (0.86, -0.5)], r)), darker(c, 0.35), 0.09 * r)
    pen.stroke(line(*scaled([(-0.24, -1.32), (-0.28, -1.46)], r)), darker(c, 0.2), 0.06 * r)


def draw_fez(pen: Pen, person: Person, r: float) -> None:
    """A fez with its tassel."""
    c = hat_colour(pen, person)
    body = joined(
        scaled([(-0.72, -0.64), (-0.54, -1.42)], r),
        scaled([(0.05, -1.50), (0.60, -1.42)], r),
        scaled([(0.80, -0.66)], r),
        scaled([(0.05, -0.54), (-0.72, -0.64)], r),
    )
    pen.sheet(body, c, 2.5)
    ink = pen.light.dye(0x2B2326, 0.7)
    pen.stroke(smooth(scaled([(0.05, -1.46), (0.5, -1.36), (0.74, -0.98)], r)), ink, 0.045 * r)
    pen.sheet(limb(scaled([(0.74, -1.0), (0.78, -0.66)], r), [0.08 * r, 0.15 * r]), ink, 0.8)
