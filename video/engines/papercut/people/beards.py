"""Beards and moustaches, about the middle of the head."""

from __future__ import annotations

import skia

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import limb, oval, smooth
from video.engines.papercut.people.cut import joined, scaled
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.person import Age, Person


def draw_beard(pen: Pen, person: Person, hair: int, r: float) -> None:
    """A beard with its moustache."""
    long = person.beard_kind == "long" or (person.age is Age.OLD and person.beard_kind != "short")
    low = 1.72 if long else 1.22
    outer = [
        (-0.84, 0.14),
        (-0.82, 0.62),
        (-0.52, 1.08 if not long else 1.3),
        (0.12, low),
        (0.68, 1.08 if not long else 1.26),
        (0.9, 0.6),
        (0.88, 0.16),
    ]
    inner = [(0.80, 0.36), (0.56, 0.46), (0.19, 0.40), (-0.22, 0.46), (-0.62, 0.42)]
    path = joined(scaled(outer, r), scaled(inner, r), [scaled(outer, r)[0]])
    mouth = oval(0.20 * r, 0.64 * r, 0.29 * r, 0.14 * r)
    pen.sheet(skia.Op(path, mouth, skia.PathOp.kDifference_PathOp), hair, 1.6)
    with pen.within(path):
        for x in (-0.4, -0.1, 0.5, 0.75):
            pen.stroke(
                smooth(scaled([(x, 0.86), (x * 0.85 + 0.02, 1.1), (x * 0.6 + 0.06, low - 0.12)], r)),
                darker(hair, 0.25) if hair > 0x808080 else lighter(hair, 0.2),
                0.03 * r,
                0.5,
            )


def draw_moustache(pen: Pen, hair: int, r: float) -> None:
    """A moustache alone."""
    for side in (-1, 1):
        half = limb(
            scaled([(0.20, 0.45), (0.20 + side * 0.2, 0.48), (0.20 + side * 0.42, 0.56)], r),
            [0.12 * r, 0.15 * r, 0.04 * r],
        )
        pen.sheet(half, hair, 0.8, edge=0.1)
