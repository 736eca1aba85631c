"""What lies over a garment: sashes, aprons, shawls, collars, ponchos and the rest."""

from __future__ import annotations

from collections.abc import Callable

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import box, limb, line, oval, polygon, smooth
from video.engines.papercut.people.cut import WAIST, Cloth, joined, waist
from video.engines.papercut.people.drapes import DRAPES
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.worn import Worn


def draw_layer(pen: Pen, layer: str, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    """Draws one layer over the upper and the lower garment (which may be the same)."""
    LAYERS[layer](pen, worn, upper, lower)


def _girdle(pen: Pen, worn: Worn, colour: int, width: float, at: float = WAIST) -> None:
    """A band round the waist."""
    t, w = worn.joints.torso, waist(worn.person, worn.joints) + worn.outfit.ease + 1.2
    half = width / worn.joints.bones.torso / 2
    belt = joined(
        [t(-w, at + half), t(0, at + half - 0.02), t(w + 1, at + half)], [t(w + 1, at - half)],
        [t(0, at - half - 0.02), t(-w, at - half)], [t(-w, at + half)],
    )  # fmt: skip
    pen.sheet(belt, colour, 1.5)


def _sash(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    _girdle(pen, worn, worn.trim, 3.6)
    x, y = worn.joints.torso(waist(worn.person, worn.joints) * 0.42, WAIST - 0.02)
    sway = worn.joints.stance.sway
    for dx, long in ((-1.2, 8.5), (1.6, 6.5)):
        pen.sheet(
            limb(
                [(x, y), (x + dx * 0.8 + sway * 0.2, y + long * 0.5), (x + dx + sway * 0.6, y + long)], [2.0, 2.4, 3.0]
            ),
            darker(worn.trim, 0.06),
            1.2,
        )
    pen.sheet(oval(x, y, 1.9, 1.7), worn.trim, 1)


def _belt(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    at = 0.03 if worn.outfit.legs in ("trousers",) else WAIST - 0.05
    _girdle(pen, worn, pen.light.dye(0x5A3D2B, 0.8), 2.2, at)
    x, y = worn.joints.torso(1.0, at - 0.01)
    pen.stroke(box(x - 1.4, y - 1.2, 2.8, 2.4, 0.5), pen.light.dye(0xE0B75A, 0.7), 0.7)


def _waistband(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    _girdle(pen, worn, mix(worn.dress, worn.trim, 0.8), 2.8, WAIST - 0.03)


def _obi(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    _girdle(pen, worn, worn.trim, 8.0, WAIST + 0.08)
    _girdle(pen, worn, mix(worn.dress, 0xF3E3BC, 0.35), 1.3, WAIST + 0.08)


def _collar(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t, n = worn.joints.torso, worn.joints.bones.shoulders * 0.36
    colour = lighter(worn.top, 0.35) if worn.outfit.upper_role == "top" else worn.trim
    for side in (-1, 1):
        wing = joined(
            [t(side * n, 1.03), t(side * n * 2.0, 0.93), t(side * n * 0.9, 0.85), t(0.5, 0.925)],
            [t(0.5, 0.925), t(side * n, 1.03)],
        )
        pen.sheet(wing, colour, 1.2)


def _buttons(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t = worn.joints.torso
    ink = darker(worn.upper(), 0.35)
    low = 0.1 if worn.outfit.hem <= 0.3 or worn.outfit.upper == "shirt" else -0.1
    pen.stroke(line(t(1.4, 0.9), t(1.4, low)), ink, 0.4, 0.6)
    for k in range(4):
        x, y = t(0.5, 0.8 - k * (0.8 - low - 0.08) / 3.4)
        pen.flat(oval(x, y, 0.75, 0.75), lighter(worn.trim, 0.2))


def _shirtfront(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t, n = worn.joints.torso, worn.joints.bones.shoulders * 0.36
    front = joined([t(-n * 1.15, 1.03), t(0.6, 0.46)], [t(0.6, 0.46), t(n * 1.3, 1.03)])
    pen.sheet(front, worn.top, 0, edge=0)
    pen.stroke(line(t(-n * 1.15, 1.02), t(0.6, 0.46), t(n * 1.3, 1.02)), darker(worn.dress, 0.3), 0.6, 0.7)


def _lapels(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t, n = worn.joints.torso, worn.joints.bones.shoulders * 0.36
    colour = lighter(worn.dress, 0.10)
    for side in (-1, 1):
        lapel = joined(
            [t(side * n * 0.95, 1.05), t(side * n * 2.1, 0.9), t(side * n * 1.5, 0.74), t(0.6, 0.5)],
            [t(0.6, 0.5), t(side * n * 0.7, 0.86), t(side * n * 0.95, 1.05)],
        )
        pen.sheet(lapel, colour, 1.3)


def _necktie(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t = worn.joints.torso
    tie = polygon([t(-0.9, 0.94), t(1.9, 0.94), t(1.2, 0.88), t(2.3, 0.55), t(0.6, 0.46), t(-1.1, 0.55), t(-0.2, 0.88)])
    pen.sheet(tie, worn.trim if worn.trim != worn.top else worn.dress, 1.2)


def _knit(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    with pen.within(upper.path):
        for v in (0.3, 0.38):
            pen.stroke(smooth(upper.row(v)), worn.trim, 1.5)
        teeth = [upper.at(-1.06 + 2.12 * i / 16, 0.34 + (0.022 if i % 2 else -0.022)) for i in range(17)]
        pen.stroke(line(*teeth), lighter(worn.dress, 0.5), 0.8)
        for i in range(-8, 9):
            pen.stroke(line(upper.at(i / 8, 0.92), upper.at(i / 8, 1.02)), darker(worn.dress, 0.35), 0.5, 0.6)


def _placket(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t = worn.joints.torso
    low = 0.3 if worn.outfit.hem < 0.8 else -0.1
    pen.sheet(polygon([t(-0.9, 0.9), t(2.1, 0.9), t(2.1, low), t(-0.9, low)]), worn.trim, 0.8)
    for k in range(5):
        x, y = t(0.6, 0.82 - k * (0.82 - low) / 4.6)
        pen.flat(oval(x, y, 0.6, 0.6), darker(worn.dress, 0.2))


def _sporran(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    x, y = lower.at(0.05, 0.45)
    pen.sheet(
        smooth([(x - 3, y - 3), (x + 3, y - 3), (x + 3.2, y + 1.6), (x, y + 4.6), (x - 3.2, y + 1.6)], closed=True),
        pen.light.dye(0x5A3D2B, 0.8),
        1.6,
    )
    pen.flat(oval(x, y - 0.6, 0.8, 0.8), pen.light.dye(0xE0B75A, 0.7))
    for leg in (worn.joints.near_leg, worn.joints.far_leg):
        kx, ky = leg.knee
        ax, ay = leg.ankle
        half = worn.joints.bones.leg
        sock = [(kx + (ax - kx) * 0.3, ky + (ay - ky) * 0.3), (kx + (ax - kx) * 0.7, ky + (ay - ky) * 0.7), (ax, ay)]
        pen.sheet(limb(sock, [half * 0.72, half * 0.68, half * 0.5]), worn.top, 1.5)


def _chemise(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    bib = joined(
        [t(-s * 0.4, 1.03), t(-s * 0.9, 0.97), t(-s * 0.62, 0.74)],
        [t(0.5, 0.64), t(s * 0.66, 0.74)],
        [t(s * 0.9, 0.97), t(s * 0.42, 1.03)],
    )
    pen.sheet(bib, worn.top, 0.6)


def _laces(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t = worn.joints.torso
    for k in range(3):
        up = 0.58 - k * 0.1
        pen.stroke(line(t(-1.8, up), t(3.0, up - 0.07)), worn.trim, 0.6)
        pen.stroke(line(t(3.0, up), t(-1.8, up - 0.07)), worn.trim, 0.6)


def _pinafore(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    """An apron over the skirt."""
    _apron(pen, worn, lower, pen.light.dye(worn.person.apron or 0xF6EEE2, 0.75))


def _apron(pen: Pen, worn: Worn, lower: Cloth, colour: int) -> None:
    v = min(0.88, 26.0 / max(20.0, lower.tall()))
    path = joined(
        [lower.at(-0.55, 0.02), lower.at(0.62, 0.02)],
        [lower.at(0.6, v * 0.6), lower.at(0.56, v)],
        [lower.at(0.05, v + 0.05), lower.at(-0.48, v)],
        [lower.at(-0.55, 0.02)],
    )
    pen.sheet(path, colour, 2)
    with pen.within(path):
        pen.stroke(
            smooth([lower.at(-0.6, v - 0.07), lower.at(0.05, v - 0.02), lower.at(0.66, v - 0.07)]), worn.trim, 1.1
        )
    _girdle(pen, worn, colour, 1.8, WAIST - 0.02)


def _frog(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t = worn.joints.torso
    pen.stroke(smooth([t(0.5, 0.94), t(3.4, 0.84), t(6.8, 0.78)]), worn.trim, 1.0)


def _print(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t = worn.joints.torso
    x, y = t(0.6, 0.66)
    star = [
        (x + r * dx, y + r * dy)
        for r, dx, dy in (
            (3.6, 0, -1),
            (1.6, 0.59, -0.81),
            (3.6, 0.95, -0.31),
            (1.6, 0.95, 0.31),
            (3.6, 0.59, 0.81),
            (1.6, 0, 1),
            (3.6, -0.59, 0.81),
            (1.6, -0.95, 0.31),
            (3.6, -0.95, -0.31),
            (1.6, -0.59, -0.81),
        )
    ]
    if worn.person.pattern in ("plain", "band", "diamonds", "leaves"):
        pen.flat(polygon(star), worn.trim)


def _bib(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    colour, w = worn.trousers, waist(worn.person, worn.joints)
    pen.sheet(
        joined(
            [t(-w - 0.8, 0.28), t(0, 0.25), t(w + 1.2, 0.28)],
            [t(worn.joints.bones.hips + 1, 0.02)],
            [t(0, -0.08), t(-worn.joints.bones.hips - 1, 0.02)],
            [t(-w - 0.8, 0.28)],
        ),
        colour,
        1.5,
    )
    for side in (-1, 1):
        pen.sheet(
            limb([t(side * s * 0.56, 1.0), t(side * s * 0.5, 0.8), t(side * s * 0.46, 0.66)], [2.4, 2.3, 2.2]),
            colour,
            1.2,
        )
    pen.sheet(
        joined(
            [t(-s * 0.6, 0.72), t(s * 0.64, 0.72)],
            [t(s * 0.7, 0.24)],
            [t(-s * 0.66, 0.24)],
            [t(-s * 0.6, 0.72)],
            tension=1e9,
        ),
        colour,
        1.8,
    )
    pocket = joined([t(-2.6, 0.56), t(3.4, 0.56)], [t(3.2, 0.42), t(0.4, 0.38), t(-2.4, 0.42)], [t(-2.6, 0.56)])
    pen.stroke(pocket, lighter(colour, 0.4), 0.5, 0.9)
    for side in (-1, 1):
        x, y = t(side * s * 0.47, 0.67)
        pen.flat(oval(x, y, 0.95, 0.95), pen.light.dye(0xE5B95A, 0.7))


LAYERS: dict[str, Callable[[Pen, Worn, Cloth, Cloth], None]] = {
    **DRAPES,
    "sash": _sash,
    "belt": _belt,
    "waistband": _waistband,
    "obi": _obi,
    "collar": _collar,
    "buttons": _buttons,
    "shirtfront": _shirtfront,
    "lapels": _lapels,
    "necktie": _necktie,
    "knit": _knit,
    "placket": _placket,
    "sporran": _sporran,
    "chemise": _chemise,
    "laces": _laces,
    "pinafore": _pinafore,
    "frog": _frog,
    "print": _print,
    "bib": _bib,
}


def draw_apron(pen: Pen, worn: Worn, lower: Cloth) -> None:
    """An apron of the person's own."""
    if worn.person.apron is not None and "pinafore" not in worn.outfit.over:
        _apron(pen, worn, lower, pen.light.dye(worn.person.apron, 0.75))
