"""What is worn on the head, about its middle: behind the body (veils), and over the hair."""

from __future__ import annotations

from collections.abc import Callable

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import limb, line, oval, polygon, smooth
from video.engines.papercut.people.caps import (
    draw_beret,
    draw_bowler,
    draw_cap,
    draw_fez,
    draw_flat_cap,
    draw_fur_hat,
    draw_helmet,
    draw_kufi,
    draw_top_hat,
)
from video.engines.papercut.people.cut import joined, scaled, soft
from video.engines.papercut.people.headcloths import (
    draw_gele,
    draw_hijab,
    draw_hood,
    draw_kerchief,
    draw_scarf,
    draw_turban,
    draw_veil,
    hat_colour,
)
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.person import Hat, Person


def draw_hat_back(pen: Pen, person: Person, r: float, sway: float) -> None:
    """What hangs behind the head."""
    if person.hat is Hat.VEIL:
        s = sway * 0.5 / r
        pen.sheet(
            soft(
                [
                    (0, -1.2),
                    (-0.95, -0.85),
                    (-1.24, 0.2),
                    (-1.5 + s * 0.5, 1.5),
                    (-1.5 + s, 2.9),
                    (0 + s, 3.0),
                    (1.3 + s, 2.8),
                    (1.24 + s * 0.5, 1.4),
                    (1.1, 0.2),
                    (0.85, -0.85),
                ],
                r,
            ),
            darker(hat_colour(pen, person), 0.1),
            4,
        )
    elif person.hat is Hat.HIJAB:
        pen.sheet(
            soft([(-0.9, 0.0), (-1.1, 0.9), (-1.2, 1.6), (0, 1.9), (1.15, 1.6), (1.05, 0.9), (0.9, 0)], r),
            darker(hat_colour(pen, person), 0.14),
            3,
        )


def draw_hat(pen: Pen, person: Person, r: float) -> None:
    """The hat, over the hair."""
    drawing = _DRAWINGS.get(person.hat)
    if drawing is not None:
        drawing(pen, person, r)


def _straw(pen: Pen, person: Person, r: float) -> None:
    c = hat_colour(pen, person)
    pen.sheet(
        joined(
            scaled(
                [
                    (-0.70, -0.62),
                    (-0.60, -1.22),
                    (-0.40, -1.52),
                    (0.10, -1.58),
                    (0.56, -1.48),
                    (0.74, -1.2),
                    (0.82, -0.62),
                ],
                r,
            ),
            scaled([(0.05, -0.5), (-0.70, -0.62)], r),
        ),
        c,
        2,
    )
    band = joined(
        scaled([(-0.72, -0.62), (-0.69, -0.86)], r),
        scaled([(0.03, -0.76), (0.80, -0.86)], r),
        scaled([(0.82, -0.6)], r),
        scaled([(0.05, -0.5), (-0.72, -0.62)], r),
    )
    pen.sheet(band, pen.light.dye(person.trim if person.trim != person.hat_colour else 0x8C2F39, 0.75), 0.8)
    brim = joined(
        scaled([(-1.62, -0.52), (-0.9, -0.74), (0.05, -0.66), (1.0, -0.76), (1.70, -0.54)], r),
        scaled([(1.0, -0.40), (0.1, -0.36), (-0.85, -0.38), (-1.62, -0.52)], r),
    )
    pen.sheet(brim, lighter(c, 0.08), 3.5)
    with pen.within(brim):
        pen.stroke(smooth(scaled([(-1.4, -0.5), (0.05, -0.46), (1.5, -0.52)], r)), darker(c, 0.2), 0.03 * r, 0.7)


def _conical(pen: Pen, person: Person, r: float) -> None:
    c = hat_colour(pen, person)
    cone = joined(
        scaled([(-1.52, -0.36), (-0.62, -1.04), (0.06, -1.66)], r),
        scaled([(0.06, -1.66), (0.74, -1.06), (1.62, -0.38)], r),
        scaled([(0.86, -0.22), (0.05, -0.18), (-0.78, -0.22), (-1.52, -0.36)], r),
    )
    pen.sheet(cone, c, 4)
    with pen.within(cone):
        for k in (0.25, 0.5, 0.75):
            pen.stroke(
                smooth(
                    scaled(
                        [
                            (0.06 - 1.6 * k, -1.66 + 1.3 * k),
                            (0.06, -1.62 + 1.42 * k),
                            (0.06 + 1.6 * k, -1.66 + 1.3 * k),
                        ],
                        r,
                    )
                ),
                darker(c, 0.22),
                0.03 * r,
                0.7,
            )
        for x in (-0.9, -0.3, 0.35, 1.0):
            pen.stroke(line(*scaled([(0.06, -1.66), (x, -0.2)], r)), darker(c, 0.2), 0.02 * r, 0.5)
    pen.stroke(
        smooth(scaled([(-0.80, -0.25), (-0.62, 0.5), (0.1, 1.08), (0.72, 0.5), (0.84, -0.25)], r)),
        pen.light.dye(person.trim, 0.75),
        0.05 * r,
        0.8,
    )


def _chullo(pen: Pen, person: Person, r: float) -> None:
    c, ink = hat_colour(pen, person), pen.light.dye(person.trim, 0.75)
    for side, x in ((-1, -0.84), (1, 0.86)):
        flap = soft([(x - 0.2, -0.3), (x + 0.2, -0.3), (x + 0.16, 0.36), (x, 0.62), (x - 0.16, 0.36)], r)
        pen.sheet(flap, darker(c, 0.05), 1.5)
        pen.stroke(line(*scaled([(x, 0.62), (x + side * 0.06, 1.25)], r)), ink, 0.06 * r)
        pen.sheet(oval((x + side * 0.06) * r, 1.32 * r, 0.11 * r, 0.13 * r), ink, 0.8)
    cap = joined(
        scaled([(-1.0, -0.22), (-1.0, -0.76), (-0.6, -1.2), (0.02, -1.58)], r),
        scaled([(0.02, -1.58), (0.66, -1.2), (1.02, -0.76), (1.0, -0.24)], r),
        scaled([(0.5, -0.42), (0.0, -0.46), (-0.5, -0.40), (-1.0, -0.22)], r),
    )
    pen.sheet(cap, c, 2.5)
    with pen.within(cap):
        second = mix(ink, 0xFFF4DC, 0.45)
        pen.stroke(smooth(scaled([(-1.1, -0.40), (0, -0.62), (1.1, -0.42)], r)), ink, 0.12 * r)
        teeth = [(-1.1 + 0.17 * i, -0.72 - (0.14 if i % 2 else 0) - 0.1 * (1 - abs(i - 6.5) / 6.5)) for i in range(14)]
        pen.stroke(line(*scaled(teeth, r)), second, 0.06 * r)
        pen.stroke(smooth(scaled([(-0.9, -1.0), (0, -1.14), (0.9, -1.0)], r)), ink, 0.07 * r)
    pen.sheet(oval(0.02 * r, -1.64 * r, 0.16 * r, 0.16 * r), ink, 1.2)


def _crown(pen: Pen, person: Person, r: float) -> None:
    silver = min(person.hat_colour >> 16, person.hat_colour & 0xFF) > 0xA8  # white or silver, as it was asked for
    gold = pen.light.dye(0xD3D6DC if silver else 0xE5B53A, 0.55)
    low = -0.64
    teeth = [
        (-0.80, low),
        (-0.92, low - 0.74),
        (-0.46, low - 0.36),
        (0.04, low - 0.92),
        (0.52, low - 0.36),
        (0.98, low - 0.74),
        (0.88, low),
    ]
    back = polygon(scaled([(x * 0.94, y + 0.06 if i else y) for i, (x, y) in enumerate(teeth)], r))
    pen.sheet(back, darker(gold, 0.2), 1)
    pen.sheet(
        joined(
            *[[a, b] for a, b in zip(scaled(teeth, r), scaled(teeth, r)[1:], strict=False)],
            [scaled(teeth, r)[-1], *scaled([(0.04, low + 0.16), (-0.80, low)], r)],
        ),
        gold,
        3,
    )
    for x, y, c in ((-0.92, low - 0.76, 0xC8443C), (0.04, low - 0.95, 0x3C7FB0), (0.98, low - 0.76, 0xC8443C)):
        pen.sheet(oval(x * r, y * r, 0.1 * r, 0.1 * r), pen.light.dye(c, 0.6), 0.8)
    for x in (-0.4, 0.05, 0.5):
        pen.flat(oval(x * r, (low - 0.06) * r, 0.075 * r, 0.09 * r), pen.light.dye(0xB23A5B if x else 0x2F8F6B, 0.6))
    pen.stroke(
        smooth(scaled([(-0.80, low + 0.0), (0.04, low + 0.13), (0.87, low + 0.0)], r)),
        lighter(gold, 0.4),
        0.06 * r,
        0.8,
    )


def _feathers(pen: Pen, person: Person, r: float) -> None:
    ink = pen.light.dye(person.trim, 0.75)
    for turn, tall, c in ((-0.42, 0.78, 0xF3E3BC), (-0.62, 0.62, person.hat_colour)):
        base = (turn, -0.74)
        tip = (turn - 0.34, -0.74 - tall)
        pen.sheet(
            limb(
                scaled([base, ((base[0] + tip[0]) / 2 - 0.05, (base[1] + tip[1]) / 2), tip], r),
                [0.1 * r, 0.24 * r, 0.06 * r],
            ),
            pen.light.dye(c, 0.75),
            1.5,
        )
        pen.stroke(line(*scaled([base, tip], r)), darker(pen.light.dye(c, 0.75), 0.35), 0.025 * r, 0.8)
    band = joined(
        scaled([(-0.96, -0.24), (-0.5, -0.6), (0.1, -0.72), (0.66, -0.64), (0.95, -0.42)], r),
        scaled([(0.92, -0.24), (0.62, -0.46), (0.1, -0.53), (-0.46, -0.4), (-0.92, -0.04)], r),
    )
    pen.sheet(band, hat_colour(pen, person), 1.6)
    with pen.within(band):
        teeth = [
            (-0.98 + 0.15 * i, -0.2 - 0.4 * (1 - ((i - 6.5) / 6.5) ** 2) + (0.05 if i % 2 else -0.05))
            for i in range(14)
        ]
        pen.stroke(line(*scaled(teeth, r)), ink, 0.045 * r)


def _wreath(pen: Pen, person: Person, r: float) -> None:
    leaf = pen.light.dye(0x5E8F52, 0.75)
    places = [(-0.92, -0.3), (-0.72, -0.62), (-0.4, -0.84), (-0.02, -0.95), (0.36, -0.92), (0.7, -0.74), (0.93, -0.44)]
    for i, (x, y) in enumerate(places):
        pen.sheet(oval(x * r, y * r, 0.2 * r, 0.12 * r), mix(leaf, 0x2F6B4F, 0.3 * (i % 2)), 0.8, edge=0.1)
    for i, (x, y) in enumerate(places[::2]):
        c = pen.light.dye((person.hat_colour, 0xF6E7C8, person.trim, 0xE8788A)[i % 4], 0.75)
        for dx, dy in ((0, -0.11), (0.11, -0.03), (0.07, 0.1), (-0.07, 0.1), (-0.11, -0.03)):
            pen.flat(oval((x + dx) * r, (y - 0.04 + dy) * r, 0.08 * r, 0.08 * r), c)
        pen.flat(oval(x * r, (y - 0.04) * r, 0.06 * r, 0.06 * r), pen.light.dye(0xF2C14E, 0.7))


def _woolly(pen: Pen, person: Person, r: float) -> None:
    """A knitted cap with a turned-up edge."""
    c = hat_colour(pen, person)
    cap = joined(
        scaled([(-0.98, -0.3), (-1.0, -0.8), (-0.56, -1.26), (0.04, -1.4)], r),
        scaled([(0.04, -1.4), (0.64, -1.26), (1.02, -0.8), (0.98, -0.34)], r),
        scaled([(0.4, -0.6), (-0.4, -0.56), (-0.98, -0.3)], r),
    )
    pen.sheet(cap, c, 3)
    with pen.within(cap):
        for x in (-0.7, -0.36, 0.0, 0.36, 0.7):
            pen.stroke(line(*scaled([(x, -0.5), (x * 0.55 + 0.02, -1.36)], r)), darker(c, 0.2), 0.035 * r, 0.7)
    edge = joined(
        scaled([(-1.04, -0.22), (-1.04, -0.52)], r),
        scaled([(-0.45, -0.8), (0.4, -0.84), (1.04, -0.56)], r),
        scaled([(1.02, -0.28)], r),
        scaled([(0.4, -0.54), (-0.42, -0.5), (-1.04, -0.22)], r),
    )
    pen.sheet(edge, lighter(c, 0.14), 2)
    pen.sheet(oval(0.04 * r, -1.44 * r, 0.17 * r, 0.16 * r), lighter(c, 0.2), 1)


def _pointed(pen: Pen, person: Person, r: float) -> None:
    """A pointed hat with a broad brim, its tip bent."""
    c = hat_colour(pen, person)
    cone = joined(
        scaled([(-0.84, -0.5), (-0.5, -1.3), (-0.1, -1.95), (-0.5, -2.3)], r),
        scaled([(-0.5, -2.3), (0.28, -2.06), (0.6, -1.3), (0.88, -0.54)], r),
        scaled([(0.05, -0.42), (-0.84, -0.5)], r),
    )
    pen.sheet(cone, c, 3)
    with pen.within(cone):
        ribbon = smooth(scaled([(-0.84, -0.66), (0.03, -0.58), (0.88, -0.7)], r))
        pen.stroke(ribbon, pen.light.dye(person.trim, 0.75), 0.2 * r)
        pen.stroke(smooth(scaled([(0.3, -1.1), (0.1, -1.6), (-0.1, -2.0)], r)), darker(c, 0.3), 0.05 * r, 0.6)
    brim = joined(
        scaled([(-1.6, -0.4), (-0.8, -0.62), (0.05, -0.54), (0.9, -0.64), (1.66, -0.42)], r),
        scaled([(0.9, -0.32), (0.05, -0.3), (-0.85, -0.3), (-1.6, -0.4)], r),
    )
    pen.sheet(brim, lighter(c, 0.06), 3)


def _headband(pen: Pen, person: Person, r: float) -> None:
    """A band of cloth round the brow, knotted at the side."""
    c = hat_colour(pen, person)
    for tip in ((-1.3, 0.36), (-1.12, 0.56)):
        pen.sheet(
            limb(scaled([(-0.94, -0.2), (-1.14, 0.06), tip], r), [0.1 * r, 0.2 * r, 0.14 * r]), darker(c, 0.12), 1
        )
    band = joined(
        scaled([(-0.99, -0.1), (-1.0, -0.38)], r),
        scaled([(-0.5, -0.7), (0.1, -0.8), (0.7, -0.7), (0.98, -0.46)], r),
        scaled([(0.95, -0.24)], r),
        scaled([(0.62, -0.48), (0.1, -0.57), (-0.46, -0.46), (-0.99, -0.1)], r),
    )
    pen.sheet(band, c, 1.6)
    with pen.within(band):
        ink = pen.light.dye(person.trim, 0.75)
        pen.stroke(smooth(scaled([(-1.0, -0.24), (-0.48, -0.58), (0.1, -0.69), (0.98, -0.36)], r)), ink, 0.06 * r)


_DRAWINGS: dict[Hat, Callable[[Pen, Person, float], None]] = {
    Hat.STRAW: _straw,
    Hat.CONICAL: _conical,
    Hat.TURBAN: draw_turban,
    Hat.SCARF: draw_scarf,
    Hat.HIJAB: draw_hijab,
    Hat.KERCHIEF: draw_kerchief,
    Hat.VEIL: draw_veil,
    Hat.CHULLO: _chullo,
    Hat.FEZ: draw_fez,
    Hat.CAP: draw_cap,
    Hat.FLAT_CAP: draw_flat_cap,
    Hat.BERET: draw_beret,
    Hat.CROWN: _crown,
    Hat.HOOD: draw_hood,
    Hat.FEATHERS: _feathers,
    Hat.GELE: draw_gele,
    Hat.WREATH: _wreath,
    Hat.TOP_HAT: draw_top_hat,
    Hat.BOWLER: draw_bowler,
    Hat.FUR_HAT: draw_fur_hat,
    Hat.HELMET: draw_helmet,
    Hat.KUFI: draw_kufi,
    Hat.WOOLLY: _woolly,
    Hat.HEADBAND: _headband,
    Hat.POINTED: _pointed,
}
