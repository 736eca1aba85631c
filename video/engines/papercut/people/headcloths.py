"""Cloths round the head: turbans, scarves, veils, hoods. Drawn about the middle of the head."""

from __future__ import annotations

import skia

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import limb, oval, smooth
from video.engines.papercut.people.cut import joined, scaled, soft
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.person import Person


def hat_colour(pen: Pen, person: Person) -> int:
    """The colour of what is on the head, in the light."""
    return pen.light.dye(person.hat_colour, 0.75)


def draw_turban(pen: Pen, person: Person, r: float) -> None:
    """A turban."""
    c = hat_colour(pen, person)
    pen.sheet(
        soft(
            [
                (-0.98, -0.06),
                (-1.22, -0.55),
                (-1.02, -1.12),
                (-0.4, -1.52),
                (0.3, -1.52),
                (0.95, -1.16),
                (1.14, -0.6),
                (0.92, -0.24),
                (0.2, -0.46),
                (-0.55, -0.32),
            ],
            r,
        ),
        c,
        3,
    )
    fold, light = darker(c, 0.24), lighter(c, 0.25)
    for a, b, d in (
        ((-1.1, -0.3), (-0.2, -0.95), (0.7, -1.34)),
        ((-1.16, -0.66), (-0.4, -1.1), (0.3, -1.48)),
        ((-0.8, -0.22), (0.1, -0.72), (1.04, -0.92)),
        ((1.0, -0.4), (0.3, -0.78), (-0.1, -1.1)),
    ):
        pen.stroke(smooth(scaled([a, b, d], r)), fold, 0.05 * r, 0.7)
        pen.stroke(
            smooth(scaled([(a[0], a[1] + 0.07), (b[0], b[1] + 0.07), (d[0], d[1] + 0.07)], r)), light, 0.03 * r, 0.5
        )
    pen.sheet(oval(0.36 * r, -0.72 * r, 0.12 * r, 0.14 * r), pen.light.dye(person.trim, 0.7), 1)


def _cloth_round(pen: Pen, person: Person, r: float) -> int:
    """A cloth round the face; its colour."""
    c = hat_colour(pen, person)
    outer = soft(
        [
            (0.08, -1.18),
            (-0.82, -0.84),
            (-1.1, 0.05),
            (-0.88, 0.84),
            (-0.2, 1.28),
            (0.42, 1.22),
            (0.92, 0.82),
            (1.04, 0.02),
            (0.86, -0.8),
        ],
        r,
    )
    opening = soft(
        [
            (0.16, -0.70),
            (-0.44, -0.5),
            (-0.66, 0.05),
            (-0.52, 0.58),
            (0.12, 0.93),
            (0.70, 0.56),
            (0.84, 0.05),
            (0.70, -0.5),
        ],
        r,
    )
    pen.sheet(skia.Op(outer, opening, skia.PathOp.kDifference_PathOp), c, 3)
    pen.stroke(opening, lighter(c, 0.25), 0.05 * r, 0.8)
    return c


def draw_scarf(pen: Pen, person: Person, r: float) -> None:
    """A scarf, knotted under the chin."""
    c = _cloth_round(pen, person, r)
    for x, y in (
        (-0.6, -0.76),
        (-0.2, -0.93),
        (0.24, -0.94),
        (0.62, -0.78),
        (-0.86, -0.32),
        (-0.88, 0.2),
        (0.92, -0.3),
        (0.95, 0.2),
        (-0.7, 0.66),
    ):
        pen.flat(oval(x * r, y * r, 0.06 * r, 0.06 * r), pen.light.dye(person.trim, 0.75))
    for tip in ((-0.12, 1.86), (0.48, 1.78)):
        pen.sheet(
            limb(scaled([(0.2, 1.14), ((0.2 + tip[0]) / 2, 1.46), tip], r), [0.2 * r, 0.34 * r, 0.3 * r]),
            darker(c, 0.08),
            1.5,
        )
    pen.sheet(oval(0.2 * r, 1.14 * r, 0.17 * r, 0.14 * r), c, 1)


def draw_hijab(pen: Pen, person: Person, r: float) -> None:
    """A hijab."""
    c = _cloth_round(pen, person, r)
    drape = joined(
        scaled([(-0.92, 0.7), (-1.2, 1.2), (-1.1, 1.8)], r),
        scaled([(-0.3, 2.1), (0.5, 1.98), (1.1, 1.66)], r),
        scaled([(1.08, 1.1), (0.9, 0.7)], r),
        scaled([(0.1, 1.14), (-0.92, 0.7)], r),
    )
    pen.sheet(drape, c, 2)
    with pen.within(drape):
        for k in (0.0, 0.3, 0.6):
            pen.stroke(
                smooth(scaled([(-0.8 + k * 0.2, 0.9 + k * 0.6), (0.1, 1.3 + k * 0.7), (0.95, 0.9 + k * 0.6)], r)),
                darker(c, 0.25),
                0.05 * r,
                0.55,
            )


def draw_kerchief(pen: Pen, person: Person, r: float) -> None:
    """A kerchief, knotted in the neck."""
    c = hat_colour(pen, person)
    pen.sheet(
        limb(scaled([(-0.84, 0.1), (-1.16, 0.5), (-1.2, 0.95)], r), [0.2 * r, 0.36 * r, 0.3 * r]), darker(c, 0.12), 1.5
    )
    cap = joined(
        scaled(
            [(-0.94, 0.22), (-1.12, -0.4), (-0.86, -0.98), (-0.2, -1.24), (0.5, -1.14), (0.94, -0.72), (0.92, -0.28)], r
        ),
        scaled([(0.5, -0.54), (-0.1, -0.56), (-0.62, -0.2), (-0.94, 0.22)], r),
    )
    pen.sheet(cap, c, 2.5)
    with pen.within(cap):
        ink = pen.light.dye(person.trim, 0.75)
        pen.stroke(
            smooth(scaled([(0.9, -0.36), (0.5, -0.64), (-0.1, -0.66), (-0.66, -0.3), (-0.96, 0.1)], r)), ink, 0.07 * r
        )
        for x, y in ((-0.7, -0.6), (-0.3, -0.9), (0.15, -0.98), (0.55, -0.86)):
            pen.flat(oval(x * r, y * r, 0.06 * r, 0.06 * r), ink)


def draw_veil(pen: Pen, person: Person, r: float) -> None:
    """A veil."""
    c = hat_colour(pen, person)
    cap = joined(
        scaled([(-1.2, 0.5), (-1.16, -0.3), (-0.86, -0.98), (-0.2, -1.26), (0.5, -1.16), (0.96, -0.7), (1.08, 0.5)], r),
        scaled([(0.92, 0.1), (0.80, -0.42), (0.3, -0.78), (-0.3, -0.68), (-0.74, -0.2), (-0.86, 0.4), (-1.2, 0.5)], r),
    )
    pen.sheet(cap, c, 2.5)
    with pen.within(cap):
        pen.stroke(
            smooth(scaled([(0.9, 0.1), (0.79, -0.44), (0.3, -0.82), (-0.3, -0.72), (-0.76, -0.22), (-0.88, 0.4)], r)),
            pen.light.dye(person.trim, 0.75),
            0.08 * r,
        )


def draw_hood(pen: Pen, person: Person, r: float) -> None:
    """A hood, of fur where it is a parka's."""
    c = hat_colour(pen, person)
    outer = soft(
        [
            (-0.05, -1.36),
            (-0.86, -0.96),
            (-1.22, 0.0),
            (-1.06, 0.86),
            (-0.5, 1.24),
            (0.4, 1.24),
            (0.98, 0.88),
            (1.1, 0.0),
            (0.84, -0.92),
        ],
        r,
    )
    opening = soft(
        [
            (0.16, -0.84),
            (-0.5, -0.6),
            (-0.74, 0.05),
            (-0.58, 0.62),
            (0.12, 0.98),
            (0.72, 0.62),
            (0.9, 0.05),
            (0.74, -0.6),
        ],
        r,
    )
    pen.sheet(skia.Op(outer, opening, skia.PathOp.kDifference_PathOp), c, 3)
    if person.wears == "parka":
        fur = pen.light.dye(0xEFE4D2, 0.7)
        for k, (x, y) in enumerate(
            (
                (0.16, -0.98),
                (-0.24, -0.9),
                (-0.58, -0.66),
                (-0.8, -0.3),
                (-0.86, 0.1),
                (-0.78, 0.48),
                (-0.54, 0.8),
                (0.54, -0.88),
                (0.84, -0.6),
                (0.99, -0.24),
                (1.02, 0.14),
                (0.92, 0.5),
                (0.68, 0.82),
                (0.3, 1.02),
                (-0.16, 1.0),
            )
        ):
            pen.sheet(oval(x * r, y * r, 0.21 * r, 0.2 * r), mix(fur, 0xC9B79A, 0.12 * (k % 2)), 0.8, edge=0.1)
    else:
        pen.stroke(opening, darker(c, 0.3), 0.06 * r, 0.8)


def draw_gele(pen: Pen, person: Person, r: float) -> None:
    """A gele."""
    c = hat_colour(pen, person)
    pen.sheet(
        soft(
            [
                (-0.9, -0.2),
                (-1.5, -0.9),
                (-1.36, -1.7),
                (-0.5, -1.66),
                (-0.2, -1.2),
                (0.4, -1.86),
                (1.2, -1.62),
                (1.3, -0.9),
                (0.9, -0.36),
            ],
            r,
        ),
        darker(c, 0.08),
        3,
    )
    pen.sheet(
        soft(
            [
                (-0.98, 0.02),
                (-1.12, -0.5),
                (-0.7, -1.06),
                (0.1, -1.2),
                (0.84, -0.98),
                (1.06, -0.5),
                (0.94, -0.24),
                (0.3, -0.5),
                (-0.5, -0.36),
            ],
            r,
        ),
        c,
        2.5,
    )
    fold = lighter(c, 0.28)
    for run in (
        [(-1.0, -0.3), (-0.1, -0.8), (0.9, -0.9)],
        [(-1.05, -0.1), (-0.1, -0.6), (1.0, -0.62)],
        [(-1.3, -0.9), (-1.1, -1.3), (-0.7, -1.55)],
        [(0.4, -1.2), (0.7, -1.5), (1.05, -1.5)],
        [(0.7, -1.05), (1.0, -1.2), (1.2, -1.1)],
    ):
        pen.stroke(smooth(scaled(run, r)), fold, 0.05 * r, 0.6)
    pen.stroke(
        smooth(scaled([(-0.98, 0.0), (-0.5, -0.36), (0.3, -0.5), (0.94, -0.26)], r)),
        pen.light.dye(person.trim, 0.75),
        0.07 * r,
    )
