"""Small pieces that are worn besides: a scarf round the neck, a bindi, a pipe, a ribbon, socks, painted cheeks."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import limb, line, oval, polygon, smooth
from video.engines.papercut.people.cut import between, joined, scaled
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.person import Person
from video.engines.papercut.people.worn import Worn


def _dyed(pen: Pen, person: Person, piece: str) -> int | None:
    colour = person.extra(piece)
    return None if colour is None else pen.light.dye(colour, 0.75)


def draw_neckscarf(pen: Pen, worn: Worn) -> None:
    """A scarf wound round the neck, one end hanging down; and a garland of flowers."""
    t, s, sway = worn.joints.torso, worn.joints.bones.shoulders, worn.joints.stance.sway
    colour = _dyed(pen, worn.person, "neckscarf")
    if colour is not None:
        x, y = t(s * 0.3, 0.9)
        end = limb([(x, y), (x + 1.5 + sway * 0.3, y + 9), (x + 2 + sway * 0.7, y + 19)], [4.6, 5.6, 6.2])
        pen.sheet(end, darker(colour, 0.08), 1.8)
        with pen.within(end):
            for k in (14.0, 16.5):
                pen.stroke(line((x - 4, y + k), (x + 7, y + k + 0.6)), lighter(colour, 0.4), 0.9, 0.8)
        roll = joined(
            [t(-s * 0.56, 1.06), t(-s * 0.66, 0.96), t(-s * 0.3, 0.86)],
            [t(0.6, 0.83), t(s * 0.42, 0.87), t(s * 0.7, 0.97)],
            [t(s * 0.6, 1.07), t(0.6, 0.99), t(-s * 0.56, 1.06)],
        )
        pen.sheet(roll, colour, 2.2)
        with pen.within(roll):
            for k in (0.0, 0.06):
                fold = smooth([t(-s * 0.62, 1.0 - k), t(0.6, 0.91 - k), t(s * 0.66, 1.01 - k)])
                pen.stroke(fold, darker(colour, 0.25), 0.7, 0.6)
    tie = _dyed(pen, worn.person, "bowtie")
    if tie is not None:
        x, y = t(0.5, 0.96)
        for side in (-1, 1):
            pen.sheet(polygon([(x, y), (x + side * 4.4, y - 2.6), (x + side * 4.4, y + 2.6)]), tie, 1.2)
        pen.sheet(oval(x, y, 1.3, 1.4), darker(tie, 0.15), 0.6)
    lei = _dyed(pen, worn.person, "lei")
    if lei is not None:
        for i in range(15):
            k = -1 + i / 7
            x, y = t(0.4 + s * 0.62 * k, 1.0 - 0.46 * (1 - k * k))
            tone = (lei, pen.light.dye(0xF6E7C8, 0.75), lighter(lei, 0.3))[i % 3]
            pen.sheet(oval(x, y, 2.3, 2.1), tone, 0.8, edge=0.1)
            pen.flat(oval(x, y, 0.7, 0.7), pen.light.dye(0xF2C14E, 0.7))


def draw_braces(pen: Pen, worn: Worn) -> None:
    """Two straps from the shoulders to the waist, over a shirt."""
    colour = _dyed(pen, worn.person, "braces")
    if colour is None:
        return
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    for side, low in ((-1, 0.42), (1, 0.5)):
        strap = limb([t(side * s * 0.5, 0.97), t(side * s * 0.48, 0.5), t(side * s * low, 0.06)], [2.6, 2.6, 2.4])
        pen.sheet(strap, colour, 1)
        pen.flat(oval(*t(side * s * low, 0.1), 1.2, 1.2), pen.light.dye(0xD9B45B, 0.7))


def draw_socks(pen: Pen, worn: Worn) -> None:
    """Socks on bare shins, the further one a little lower."""
    colour = _dyed(pen, worn.person, "socks")
    if colour is None or worn.outfit.legs not in ("bare", "short"):
        return
    half = worn.joints.bones.leg
    for leg, high in ((worn.joints.far_leg, 0.62), (worn.joints.near_leg, 0.42)):
        top = between(leg.knee, leg.ankle, high)
        pen.sheet(
            limb([top, between(top, leg.ankle, 0.5), leg.ankle], [half * 0.72, half * 0.66, half * 0.54]), colour, 1
        )
        a, b = between(leg.knee, leg.ankle, high + 0.05), between(leg.knee, leg.ankle, high + 0.12)
        for x, y in (a, b):
            pen.stroke(
                line((x - half * 0.34, y), (x + half * 0.34, y)), pen.light.dye(worn.person.trim, 0.75), 0.8, 0.9
            )


def draw_sparkle(pen: Pen, worn: Worn) -> None:
    """Stars on a cloak that falls behind the figure."""
    colour = worn.person.extra("sparkle")
    if colour is None or worn.person.cloak is None:
        return
    s, x0 = worn.joints.bones.shoulders, worn.joints.hip[0]
    high = worn.joints.hip[1]
    for i in range(16):
        side = -1 if i % 2 else 1
        x = x0 + side * s * (1.15 + 0.6 * ((i * 0.618) % 1.0))
        y = high + (i / 16 - 0.42) * abs(high) * 1.7
        if y > -5:
            continue
        pen.flat(_star(x, y, 1.0 + 0.5 * ((i * 0.38) % 1.0)), colour, 0.95)


def _star(x: float, y: float, r: float):
    points = []
    for k in range(10):
        turn, reach = pi * k / 5 - pi / 2, r * (1.0 if k % 2 == 0 else 0.42)
        points.append((x + reach * cos(turn), y + reach * sin(turn)))
    return polygon(points)


def draw_on_face(pen: Pen, person: Person, r: float, at: tuple[float, float]) -> None:
    """What is on the face: a bindi, painted stripes, a pipe in the mouth; ``at`` = its middle."""
    x, y = at
    bindi = _dyed(pen, person, "bindi")
    if bindi is not None:
        pen.flat(oval(x, y - 0.3 * r, 0.075 * r, 0.08 * r), bindi)
    paint = _dyed(pen, person, "facepaint")
    if paint is not None:
        for side in (-1, 1):
            for k in (0.0, 0.13):
                run = [(x + side * 0.2 * r, y + (0.24 + k) * r), (x + side * 0.62 * r, y + (0.2 + k) * r)]
                pen.stroke(line(*run), paint, 0.06 * r, 0.9)
    scar = person.extra("scar")
    if scar is not None:
        tone = mix(pen.light.dye(person.skin, 0.65), pen.light.dye(scar, 0.6), 0.75)
        run = [(x + 0.5 * r, y + 0.1 * r), (x + 0.56 * r, y + 0.3 * r), (x + 0.46 * r, y + 0.52 * r)]
        pen.stroke(smooth(run), tone, 0.055 * r, 0.95)
        for k in (0.2, 0.34):
            pen.stroke(line((x + 0.45 * r, y + k * r), (x + 0.64 * r, y + (k - 0.03) * r)), tone, 0.035 * r, 0.95)
    pipe = _dyed(pen, person, "pipe")
    if pipe is not None:
        start, bowl = (x + 0.16 * r, y + 0.6 * r), (x + 0.78 * r, y + 0.78 * r)
        pen.stroke(line(start, bowl), darker(pipe, 0.3), 0.08 * r)
        pen.sheet(
            polygon([
                (bowl[0] - 0.12 * r, bowl[1] - 0.2 * r), (bowl[0] + 0.14 * r, bowl[1] - 0.2 * r),
                (bowl[0] + 0.11 * r, bowl[1] + 0.1 * r), (bowl[0] - 0.09 * r, bowl[1] + 0.1 * r),
            ]),
            pipe, 1,
        )  # fmt: skip


def draw_in_hair(pen: Pen, person: Person, r: float) -> None:
    """What is in the hair: a ribbon, curlers."""
    ribbon = _dyed(pen, person, "ribbon")
    if ribbon is not None:
        x, y = -0.5 * r, -0.86 * r
        for side in (-1, 1):
            wing = [(x, y), (x + side * 0.34 * r, y - 0.2 * r), (x + side * 0.36 * r, y + 0.16 * r)]
            pen.sheet(smooth(wing, closed=True, tension=7), ribbon, 1)
        pen.sheet(oval(x, y, 0.09 * r, 0.1 * r), darker(ribbon, 0.15), 0.6)
    curlers = _dyed(pen, person, "curlers")
    if curlers is not None:
        for x, y in ((-0.72, -0.72), (-0.32, -0.98), (0.14, -1.02), (0.58, -0.86), (-0.95, -0.3)):
            roll = scaled([(x - 0.16, y + 0.05), (x + 0.16, y - 0.05)], r)
            pen.sheet(limb(roll, [0.2 * r, 0.2 * r]), curlers, 1.2)
            pen.stroke(line(*roll), darker(curlers, 0.25), 0.03 * r, 0.7)
