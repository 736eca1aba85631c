"""Hair and beards, about the middle of the head: what falls behind the body, and what lies over the face."""

from __future__ import annotations

from collections.abc import Sequence

import skia

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Point, limb, line, oval, smooth
from video.engines.papercut.people.beards import draw_beard, draw_moustache
from video.engines.papercut.people.cut import joined, scaled
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.person import COVERING, Age, Hair, Hat, Person

_FLAT = frozenset(Hat) - {Hat.NONE, Hat.FEATHERS, Hat.WREATH}
"""What presses the hair down."""


def hair_colour(pen: Pen, person: Person) -> int:
    """The colour of the hair in the light."""
    return pen.light.dye(person.hair, 0.7)


def draw_hair_back(pen: Pen, person: Person, r: float, sway: float) -> None:
    """Hair behind head and body; ``sway`` = how far loose ends lag behind, in figure units."""
    if person.hat in COVERING:
        return
    style, hair = person.hair_style, darker(hair_colour(pen, person), 0.12)
    s = sway * 0.5 / r
    bare = person.hat in (Hat.NONE, Hat.CROWN, Hat.FEATHERS, Hat.WREATH)
    if style in (Hair.LONG, Hair.WAVES, Hair.FRINGE):
        _long(pen, hair, r, s, waves=style is Hair.WAVES)
    elif style is Hair.BOB:
        path = smooth(
            scaled(
                [
                    (0, -1.12),
                    (-0.9, -0.75),
                    (-1.12, 0.1),
                    (-1.1 + s, 0.95),
                    (-0.4, 1.08),
                    (0.5, 1.04),
                    (1.02 + s, 0.9),
                    (1.04, 0),
                    (0.8, -0.8),
                ],
                r,
            ),
            closed=True,
        )
        pen.sheet(path, hair, 3)
    elif style is Hair.TAIL:
        pen.sheet(
            limb(
                scaled([(-0.62, -0.62), (-1.38 + s * 0.5, -0.5), (-1.62 + s, 0.3), (-1.42 + s * 1.6, 1.25)], r),
                [0.5 * r, 0.66 * r, 0.62 * r, 0.12 * r],
            ),
            hair,
            3,
        )
        pen.stroke(
            smooth(scaled([(-0.9, -0.66), (-1.38 + s * 0.5, -0.3), (-1.5 + s, 0.5)], r)),
            lighter(hair, 0.25),
            0.05 * r,
            0.6,
        )
    elif style is Hair.BUN and bare:
        pen.sheet(oval(-0.74 * r, -0.82 * r, 0.5 * r, 0.47 * r), hair, 3)
        pen.stroke(
            smooth(scaled([(-1.02, -0.95), (-0.72, -1.06), (-0.46, -0.86), (-0.62, -0.66)], r)),
            lighter(hair, 0.3),
            0.05 * r,
            0.6,
        )
    elif style is Hair.TOPKNOT and bare:
        pen.sheet(oval(-0.06 * r, -1.36 * r, 0.36 * r, 0.34 * r), hair, 3)
    elif style is Hair.PUFFS and bare:
        for x, y in ((-0.92, -0.78), (0.78, -0.86)):
            _curls(pen, hair, [(x + dx * 0.3, y + dy * 0.3) for dx, dy in _RING], 0.26, r)
            pen.sheet(oval(x * r, y * r, 0.42 * r, 0.42 * r), hair, 1, edge=0.1)
    elif style is Hair.CURLS:
        grow = 1.0 if bare else 0.9
        ring = [
            (-0.98, 0.42),
            (-1.2, 0.0),
            (-1.18, -0.46),
            (-0.92, -0.88),
            (-0.5, -1.18),
            (0.0, -1.3),
            (0.5, -1.2),
            (0.92, -0.9),
            (1.14, -0.46),
            (1.08, 0.0),
            (0.92, 0.36),
        ]
        if not bare:
            ring = [p for p in ring if p[1] > -0.7]
        pen.sheet(oval(-0.03 * r, -0.32 * r, 1.1 * r * grow, 1.02 * r * grow), hair, 3, edge=0.05)
        _curls(pen, hair, ring, 0.34, r)
    elif style is Hair.BRAIDS:
        for side in (-1, 1):
            _plait(
                pen,
                hair,
                scaled([(side * 0.9, 0.3), (side * 1.06 + s * 0.4, 1.0), (side * 0.98 + s, 2.0)], r),
                r,
                person.trim,
            )
    elif style is Hair.BRAID:
        _plait(pen, hair, scaled([(-0.7, 0.1), (-1.12 + s * 0.4, 0.9), (-1.0 + s, 2.35)], r), r * 1.15, person.trim)
    elif style is Hair.LOCS:
        for k in range(7):
            x = -0.98 + 0.31 * k
            low = 1.5 - 0.12 * abs(k - 2)
            pen.sheet(
                limb(
                    scaled([(x * 0.9, -0.4), (x * 1.06, 0.5), (x * 1.02 + s, low)], r), [0.24 * r, 0.26 * r, 0.18 * r]
                ),
                mix(hair, lighter(hair, 0.2), 0.5 * (k % 2)),
                1.5,
                edge=0.15,
            )
    elif style is Hair.CORNROWS:
        for k in range(4):
            x = -0.9 + 0.14 * k
            pen.sheet(
                limb(
                    scaled([(x, 0.1), (x - 0.12 + s * 0.4, 0.7), (x - 0.06 + s, 1.35)], r),
                    [0.16 * r, 0.17 * r, 0.12 * r],
                ),
                hair,
                1.2,
                edge=0.15,
            )


_RING = ((-0.9, 0.2), (-0.8, -0.55), (-0.2, -0.95), (0.5, -0.8), (0.9, -0.2), (0.75, 0.5), (0.1, 0.85), (-0.55, 0.7))


def _long(pen: Pen, hair: int, r: float, s: float, *, waves: bool) -> None:
    if waves:
        points = [
            (0, -1.1),
            (-0.95, -0.7),
            (-1.18, 0.0),
            (-1.08, 0.5),
            (-1.3 + s * 0.4, 1.0),
            (-1.12 + s, 1.55),
            (-1.22 + s, 2.05),
            (-0.4 + s, 2.15),
            (0.4 + s, 2.0),
            (1.02 + s, 1.8),
            (0.98 + s, 1.3),
            (1.14 + s * 0.4, 0.9),
            (0.96, 0.4),
            (1.04, -0.1),
            (0.84, -0.75),
        ]
    else:
        points = [
            (0, -1.1),
            (-0.95, -0.72),
            (-1.14, 0.2),
            (-1.18 + s * 0.4, 1.2),
            (-1.12 + s, 2.1),
            (-0.3 + s, 2.28),
            (0.55 + s, 2.1),
            (1.0 + s, 1.9),
            (1.02 + s * 0.4, 1.0),
            (1.0, 0.1),
            (0.84, -0.75),
        ]
    pen.sheet(smooth(scaled(points, r), closed=True), hair, 3.5)
    for x in (-0.95, -0.7, 0.82):
        pen.stroke(
            smooth(scaled([(x * 0.9, 0.2), (x * 1.08, 1.0), (x * 1.02 + s, 1.95)], r)),
            lighter(hair, 0.22),
            0.045 * r,
            0.5,
        )


def _curls(pen: Pen, hair: int, places: Sequence[Point], size: float, r: float) -> None:
    path = skia.Path()
    for x, y in places:
        path.addPath(oval(x * r, y * r, size * r, size * r))
    pen.sheet(path, hair, 1.6, edge=0.0)
    for x, y in places:
        pen.stroke(
            smooth(
                scaled(
                    [
                        (x - size * 0.35, y + size * 0.1),
                        (x - size * 0.1, y - size * 0.4),
                        (x + size * 0.35, y - size * 0.15),
                    ],
                    r,
                )
            ),
            lighter(hair, 0.22),
            0.045 * r,
            0.55,
        )


def _plait(pen: Pen, hair: int, spine: list[Point], r: float, ribbon: int) -> None:
    steps = 5
    for k in range(steps):
        share = (k + 0.5) / steps
        x, y = _along(spine, share)
        size = 0.235 - 0.07 * share
        side = 0.05 * r * (1 if k % 2 else -1)
        pen.sheet(oval(x + side, y, size * r, size * r * 1.12), mix(hair, lighter(hair, 0.09), k % 2), 1.2, edge=0.15)
    x, y = spine[-1]
    pen.sheet(oval(x, y - 0.06 * r, 0.15 * r, 0.1 * r), pen.light.dye(ribbon, 0.75), 0.8)
    pen.sheet(limb([(x, y), (x, y + 0.3 * r)], [0.16 * r, 0.24 * r]), hair, 0.8)


def _along(spine: list[Point], share: float) -> Point:
    a, b, c = spine
    u = 1 - share
    return u * u * a[0] + 2 * u * share * b[0] + share * share * c[0], u * u * a[1] + 2 * u * share * b[
        1
    ] + share * share * c[1]


_CROWN = [
    (-0.92, 0.22),
    (-1.08, -0.34),
    (-0.92, -0.84),
    (-0.46, -1.14),
    (0.08, -1.2),
    (0.60, -1.08),
    (0.92, -0.70),
    (0.93, -0.22),
]
"""The outer edge of a head of hair, from the near ear over the top to the far temple."""
_LINES: dict[str, list[Point]] = {
    "sweep": [(0.79, -0.30), (0.68, -0.56), (0.34, -0.70), (-0.1, -0.56), (-0.5, -0.26), (-0.72, 0.16)],
    "part": [(0.80, -0.20), (0.72, -0.44), (0.52, -0.66), (0.28, -0.86), (0.04, -0.64), (-0.36, -0.36), (-0.72, 0.12)],
    "fringe": [(0.82, -0.22), (0.80, -0.33), (0.5, -0.30), (0.1, -0.27), (-0.3, -0.29), (-0.66, -0.24), (-0.72, 0.14)],
    "high": [(0.79, -0.28), (0.68, -0.60), (0.34, -0.72), (-0.1, -0.70), (-0.5, -0.52), (-0.70, -0.2), (-0.74, 0.14)],
    "short": [(0.82, -0.16), (0.76, -0.44), (0.56, -0.50), (0.3, -0.40), (0.02, -0.54), (-0.3, -0.42), (-0.62, -0.34),
              (-0.70, 0.10)],
}  # fmt: skip
"""Where hair ends above the face, from the far temple back to the near ear."""


def draw_hair_front(pen: Pen, person: Person, r: float) -> None:
    """Hair over the brow, and the beard."""
    hair, style = hair_colour(pen, person), person.hair_style
    beard = hair if person.beard_colour is None else pen.light.dye(person.beard_colour, 0.7)
    if person.beard:
        draw_beard(pen, person, beard, r)
    elif person.moustache:
        draw_moustache(pen, beard, r)
    if person.hat in COVERING or person.hat in (Hat.TURBAN, Hat.GELE):
        return
    if style is Hair.BALD:
        side = [(-0.92, 0.34), (-1.0, -0.02), (-0.94, -0.36), (-0.78, -0.3), (-0.72, 0.02), (-0.78, 0.3)]
        pen.sheet(smooth(scaled(side, r), closed=True), hair, 1.2)
        pen.stroke(smooth(scaled([(-0.2, -0.86), (0.1, -0.93), (0.36, -0.86)], r)), 0xFFFFFF, 0.05 * r, 0.25)
        return
    if person.age is Age.BABY and style in (Hair.SHORT, Hair.CROP):
        _baby(pen, hair, r)
        return
    if style in (Hair.CURLS, Hair.COILS, Hair.PUFFS):
        _curly_front(pen, person, hair, r)
        return
    line_ = {
        Hair.SHORT: "short", Hair.CROP: "high", Hair.CORNROWS: "high", Hair.LOCS: "high", Hair.TOPKNOT: "high",
        Hair.BRAIDS: "part", Hair.LONG: "part", Hair.WAVES: "sweep", Hair.FRINGE: "fringe", Hair.BOB: "fringe",
        Hair.BUN: "part" if person.age is Age.OLD else "sweep", Hair.TAIL: "sweep", Hair.BRAID: "sweep",
    }[style]  # fmt: skip
    crown = _CROWN
    flat = person.hat in _FLAT
    if style in (Hair.CROP, Hair.CORNROWS) or flat:
        crown = [(x * 0.97, y * 0.955 + 0.01) for x, y in _CROWN]
    if style is Hair.SHORT and not flat:
        crown = [
            (-0.90, 0.10),
            (-1.08, -0.36),
            (-0.96, -0.86),
            (-0.5, -1.16),
            (-0.06, -1.2),
            (0.3, -1.34),
            (0.72, -1.18),
            (1.0, -0.74),
            (0.94, -0.2),
        ]
    path = joined(scaled(crown, r), scaled(_LINES[line_], r), [scaled(crown, r)[0]])
    pen.sheet(path, hair, 2.2)
    with pen.within(path):
        _strands(pen, style, hair, r)
    if style in (Hair.LONG, Hair.WAVES):
        lock = limb(scaled([(0.84, -0.3), (0.98, 0.3), (0.94, 1.0)], r), [0.24 * r, 0.22 * r, 0.1 * r])
        pen.sheet(lock, hair, 1.4)


def _strands(pen: Pen, style: Hair, hair: int, r: float) -> None:
    light = lighter(hair, 0.3)
    if style is Hair.CORNROWS:
        for k in range(7):
            x = -0.8 + 0.27 * k
            pen.stroke(
                smooth(scaled([(x * 1.1 + 0.1, -0.5), (x * 0.85, -0.86), (x * 0.45 - 0.25, -1.16)], r)),
                darker(hair, 0.55) if hair > 0x303030 else light,
                0.05 * r,
                0.8,
            )
        return
    if style is Hair.LOCS:
        for k in range(6):
            x = -0.85 + 0.33 * k
            pen.stroke(
                smooth(scaled([(x * 1.1, -0.4), (x * 0.8, -0.85), (x * 0.3 - 0.1, -1.2)], r)), light, 0.045 * r, 0.5
            )
        return
    if style is Hair.CROP:
        return
    shine = smooth(scaled([(-0.62, -0.72), (-0.2, -0.96), (0.32, -0.94)], r))
    pen.stroke(shine, light, 0.05 * r, 0.55)
    for k in (0.0, 0.16):
        pen.stroke(
            smooth(scaled([(0.34, -0.78 - k * 0.6), (-0.2, -0.70 - k), (-0.72, -0.2 - k)], r)),
            darker(hair, 0.3),
            0.028 * r,
            0.4,
        )


def _curly_front(pen: Pen, person: Person, hair: int, r: float) -> None:
    if person.hair_style is Hair.PUFFS:
        path = joined(scaled(_CROWN, r), scaled(_LINES["high"], r), [scaled(_CROWN, r)[0]])
        pen.sheet(path, hair, 2)
        pen.stroke(line(*scaled([(0.12, -1.18), (0.24, -0.72)], r)), pen.light.dye(person.skin, 0.65), 0.045 * r, 0.8)
        return
    small = person.hair_style is Hair.COILS
    path = joined(scaled(_CROWN, r), scaled(_LINES["high"], r), [scaled(_CROWN, r)[0]])
    pen.sheet(path, hair, 2, edge=0.05)
    size = 0.15 if small else 0.23
    rows = [
        (-0.82, 0.02),
        (-0.88, -0.3),
        (-0.74, -0.62),
        (-0.44, -0.78),
        (-0.1, -0.86),
        (0.24, -0.86),
        (0.54, -0.80),
        (0.76, -0.66),
    ]
    if small:
        rows = [*rows, (-0.7, -0.9), (-0.36, -1.06), (0.02, -1.12), (0.4, -1.06), (0.70, -0.86), (-1.0, -0.5)]
    _curls(pen, hair, rows, size, r)


def _baby(pen: Pen, hair: int, r: float) -> None:
    tuft = joined(
        scaled([(-0.55, -0.86), (-0.2, -1.12), (0.3, -1.1), (0.56, -0.84)], r),
        scaled([(0.3, -0.78), (0.14, -0.64), (-0.02, -0.8), (-0.3, -0.72), (-0.55, -0.86)], r),
    )
    pen.sheet(tuft, hair, 1.5)
    pen.stroke(smooth(scaled([(0.05, -1.08), (0.0, -1.3), (0.22, -1.36), (0.24, -1.2)], r)), hair, 0.07 * r)
