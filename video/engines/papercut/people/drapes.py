"""Cloth that is laid over a garment or makes it what it is: saris, ponchos, yokes, borders, furs."""

from __future__ import annotations

from collections.abc import Callable

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import limb, line, oval, polygon, smooth
from video.engines.papercut.people.cut import Cloth, joined, waist
from video.engines.papercut.people.patterns import draw_pattern, second_ink
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.worn import Worn


def _pallu(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    """The end of a sari: from the hip across the chest and over the shoulder."""
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    sway = worn.joints.stance.sway
    cloth = joined(
        [t(s * 1.02, 0.1), t(s * 0.9, 0.34), t(s * 0.15, 0.7), t(-s * 0.55, 1.02)],
        [t(-s * 1.0, 0.99), t(-s * 1.12, 0.86)],
        [t(-s * 0.85, 0.72), t(-s * 0.45, 0.36), t(-s * 0.75, 0.06)],
        [t(0, 0.0), t(s * 1.02, 0.1)],
    )
    pen.sheet(cloth, worn.dress, 3)
    with pen.within(cloth):
        for ink, width, shift in ((worn.trim, 3.4, 0.0), (second_ink(worn.trim, worn.dress), 0.8, -0.16)):
            pen.stroke(
                smooth(
                    [
                        t(-s * (1.0 + shift), 0.84),
                        t(-s * (0.7 + shift), 0.66),
                        t(-s * (0.34 + shift), 0.36),
                        t(-s * (0.7 + shift), 0.04),
                    ]
                ),
                ink,
                width,
            )
        for k in (0.25, 0.55):
            pen.stroke(
                smooth(
                    [
                        t(s * (0.8 - k * 0.6), 0.16 + k * 0.2),
                        t(-s * (0.05 + k * 0.3), 0.6 + k * 0.2),
                        t(-s * (0.6 + k * 0.3), 1.0),
                    ]
                ),
                darker(worn.dress, 0.3),
                0.7,
                0.5,
            )
    x, y = t(-s * 1.06, 0.86)
    tail = joined(
        [t(-s * 0.7, 1.0), (x - 1.0, y)],
        [(x - 3.2 - sway, y + 12), (x - 2.6 - sway * 1.4, y + 25)],
        [(x + 3.6 - sway, y + 24), (x + 3.8, y + 8)],
        [t(-s * 0.7, 1.0)],
    )
    pen.sheet(tail, darker(worn.dress, 0.05), 2.5)
    with pen.within(tail):
        pen.stroke(line((x - 4 - sway, y + 22), (x + 4.5 - sway, y + 21)), worn.trim, 3.0)


def _jeogori(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    """The skirt's high waist and the ribbon of a hanbok."""
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    w = waist(worn.person, worn.joints)
    high = joined(
        [t(-s * 0.9, 0.56), t(0, 0.52), t(s * 0.95, 0.56)],
        [t(w + 2.6, 0.16)],
        [t(0, 0.1), t(-w - 2.2, 0.16)],
        [t(-s * 0.9, 0.56)],
    )
    pen.sheet(high, worn.dress, 0, edge=0)
    edge = joined(
        [t(-s * 0.98, 0.62), t(0, 0.575), t(s * 1.02, 0.62)],
        [t(s * 0.98, 0.53)],
        [t(0, 0.49), t(-s * 0.95, 0.53)],
        [t(-s * 0.98, 0.62)],
    )
    pen.sheet(edge, darker(worn.top, 0.04), 1.5)
    sway = worn.joints.stance.sway
    x, y = t(1.8, 0.66)
    pen.sheet(
        limb([(x, y), (x + 0.8 + sway * 0.3, y + 9), (x - 0.2 + sway * 0.8, y + 19)], [1.8, 2.4, 3.0]), worn.trim, 1.5
    )
    pen.sheet(
        limb([(x, y), (x + 3.2 + sway * 0.3, y + 7), (x + 3.6 + sway * 0.8, y + 14)], [1.6, 2.2, 2.8]),
        darker(worn.trim, 0.08),
        1.2,
    )
    pen.sheet(limb([(x - 0.5, y), (x - 3.8, y - 0.8), (x - 5.6, y + 1.6)], [1.6, 2.8, 1.4]), worn.trim, 1.2)


def _poncho(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    sway = worn.joints.stance.sway * 0.6
    left, right, low = t(-s * 1.75, 0.22), t(s * 1.8, 0.24), t(0.6, -0.3)
    left, right = (left[0] + sway * 0.5, left[1]), (right[0] + sway * 0.5, right[1])
    low = (low[0] + sway, low[1])
    path = joined(
        [t(-s * 0.36, 1.04), t(-s * 0.95, 0.97), t(-s * 1.4, 0.66), left],
        [left, low],
        [low, right],
        [right, t(s * 1.42, 0.66), t(s * 0.95, 0.97), t(s * 0.36, 1.04)],
    )
    pen.sheet(path, worn.dress, 5)
    grid = Cloth(
        path=path,
        top=(t(-s * 1.1, 0.98), t(s * 1.1, 0.98)),
        hem=(left, right),
        sag=max(2.0, low[1] - (left[1] + right[1]) / 2),
    )
    draw_pattern(pen, grid, "rows", (worn.trim, second_ink(worn.trim, worn.dress)))
    with pen.within(path):
        for i in range(-7, 8):
            a, b = grid.at(i / 7.2, 0.965), grid.at(i / 7.2, 1.0)
            pen.stroke(line(a, b), lighter(worn.dress, 0.4), 0.5, 0.7)


def _yoke(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    yoke = joined(
        [t(-s * 0.5, 1.02), t(-s * 0.98, 0.94), t(-s * 0.95, 0.76)],
        [t(0, 0.7), t(s * 0.98, 0.76)],
        [t(s * 0.98, 0.94), t(s * 0.5, 1.02)],
    )
    pen.sheet(yoke, worn.trim, 1)
    ink = second_ink(worn.dress, worn.trim)
    with pen.within(yoke):
        for i in range(-4, 5):
            x, y = t(i * s / 4.2, 0.8)
            pen.flat(oval(x, y, 1.0, 1.0), darker(worn.dress, 0.05))
            pen.flat(oval(x, y, 0.4, 0.4), ink)


def _brocade(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    grid = Cloth(path=upper.path, top=(t(-s, 0.72), t(s, 0.72)), hem=(t(-s, 0.28), t(s, 0.28)), sag=0.6)
    draw_pattern(pen, grid, "brocade", (worn.trim, darker(worn.dress, 0.05)))
    with pen.within(upper.path):
        a, b = upper.hem
        pen.stroke(
            smooth([(a[0] - 2, a[1] - 1), ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), (b[0] + 2, b[1] - 1)]), worn.trim, 1.6
        )


def _kente(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    """The part of a cloth that goes up over one shoulder."""
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    path = joined(
        [t(-s * 1.0, 0.52), t(-s * 0.1, 0.72), t(s * 0.42, 1.05)],
        [t(s * 0.98, 1.0), t(s * 1.22, 0.8), t(s * 1.2, 0.2)],
        [t(s * 1.3, -0.35), t(s * 0.5, -0.42)],
        [t(-s * 0.3, 0.1), t(-s * 1.0, 0.36)],
        [t(-s * 1.0, 0.52)],
    )
    pen.sheet(path, worn.dress, 3)
    grid = Cloth(path=path, top=(t(-s * 1.2, 1.02), t(s * 1.2, 1.02)), hem=(t(-s * 1.0, -0.4), t(s * 1.4, -0.4)))
    draw_pattern(pen, grid, "kente", (worn.trim, worn.dress))


def _drape(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    path = joined(
        [t(-s * 1.0, 0.5), t(-s * 0.1, 0.72), t(s * 0.42, 1.05)],
        [t(s * 0.98, 1.0), t(s * 1.22, 0.8), t(s * 1.15, 0.2)],
        [t(s * 1.2, -0.4), t(s * 0.3, -0.5)],
        [t(-s * 0.4, 0.1), t(-s * 1.0, 0.34)],
        [t(-s * 1.0, 0.5)],
    )
    pen.sheet(path, lighter(worn.dress, 0.1), 3)
    with pen.within(path):
        for k in (0.15, 0.4, 0.65, 0.9):
            pen.stroke(
                smooth(
                    [
                        t(-s * (1.0 - k * 0.9), 0.42 - k * 0.4),
                        t(s * (0.1 + k * 0.3), 0.55 - k * 0.2),
                        t(s * (0.5 + k * 0.4), 1.02),
                    ]
                ),
                darker(worn.dress, 0.28),
                0.7,
                0.6,
            )
        pen.stroke(smooth([t(-s * 1.0, 0.5), t(-s * 0.1, 0.71), t(s * 0.42, 1.04)]), worn.trim, 1.4)


def _embroidery(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    n = s * 0.36
    panel = joined(
        [t(-n * 1.6, 1.02), t(-n * 1.5, 0.84), t(-1.6, 0.5)],
        [t(0.6, 0.42), t(2.8, 0.5)],
        [t(n * 1.7, 0.84), t(n * 1.8, 1.02)],
    )
    pen.sheet(panel, worn.trim, 0.8)
    ink = mix(darker(worn.dress, 0.15), worn.trim, 0.1)
    with pen.within(panel):
        pen.stroke(
            smooth([t(-n * 1.2, 1.0), t(-n * 1.0, 0.84), t(0.6, 0.52), t(n * 1.2, 0.84), t(n * 1.4, 1.0)]), ink, 0.7
        )
        for i in range(5):
            x, y = t(0.6, 0.5 + i * 0.07)
            if i < 3:
                pen.flat(polygon([(x, y - 1.0), (x + 0.9, y), (x, y + 1.0), (x - 0.9, y)]), ink)


def _ermine(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    fur = pen.light.dye(0xF7F1E3, 0.7)
    cape = joined(
        [t(-s * 0.4, 1.05), t(-s * 1.1, 0.95), t(-s * 1.3, 0.72)],
        [t(-s * 0.6, 0.66), t(0.5, 0.74), t(s * 0.7, 0.66), t(s * 1.35, 0.72)],
        [t(s * 1.12, 0.95), t(s * 0.42, 1.05)],
    )
    for u in (0.03, 0.12):
        with pen.within(upper.path):
            pen.stroke(line(upper.at(u - 0.02, -0.9), upper.at(u, 1.04)), fur, 4.2)
    pen.sheet(cape, fur, 3)
    ink = pen.light.dye(0x2B2326, 0.6)
    for x, up in ((-0.85, 0.86), (-0.45, 0.76), (0.5, 0.76), (0.9, 0.86), (-0.98, 0.76), (1.05, 0.75)):
        px, py = t(s * x, up)
        pen.flat(smooth([(px, py - 1), (px + 0.6, py + 1.2), (px - 0.6, py + 1.2)], closed=True), ink)


def _furs(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    fur = pen.light.dye(0xEFE4D2, 0.7)
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    a, b = upper.hem
    for i in range(9):
        k = i / 8
        x, y = a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k + upper.sag * (1 - (2 * k - 1) ** 2)
        pen.sheet(oval(x, y, 2.3, 2.0), mix(fur, 0xC9B79A, 0.12 * (i % 2)), 0.8, edge=0.1)
    pen.stroke(line(t(0.6, 0.9), t(0.6, 0.0)), darker(worn.dress, 0.35), 0.6)
    for i in range(7):
        k = -1 + i / 3
        x, y = t(s * 0.56 * k, 1.0 - 0.06 * (1 - k * k))
        pen.sheet(oval(x, y, 2.6, 2.2), mix(fur, 0xC9B79A, 0.12 * (i % 2)), 0.8, edge=0.1)


def _tiers(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    colour = worn.dress
    with pen.within(lower.path):
        for k, v in enumerate((0.36, 0.68)):
            row = lower.row(v, 15)
            wavy = [(x, y + (0.9 if i % 2 else -0.5)) for i, (x, y) in enumerate(row)]
            pen.stroke(smooth([(x, y + 1.4) for x, y in wavy]), darker(colour, 0.4), 1.6, 0.35)
            pen.stroke(smooth(wavy), mix(colour, worn.trim, 0.75), 1.4)
            pen.stroke(smooth([(x, y - 2.0) for x, y in wavy]), lighter(colour, 0.35), 0.5 + 0.1 * k, 0.7)
        pen.stroke(smooth(lower.row(0.965)), worn.trim, 2.2)


def _borders(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    u = 1.0 / max(6.0, lower.tall())
    with pen.within(lower.path):
        pen.stroke(smooth(lower.row(1 - 2.0 * u)), worn.trim, 3.6)
        pen.stroke(smooth(lower.row(1 - 4.8 * u)), second_ink(worn.trim, worn.dress), 0.8)
        for k in (-0.14, 0.0, 0.14):
            pen.stroke(line(lower.at(k + 0.1, 0.05), lower.at(k * 1.3 + 0.1, 1.0)), darker(worn.dress, 0.3), 0.7, 0.5)


def _hemband(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    u = 1.0 / max(6.0, lower.tall())
    with pen.within(lower.path):
        pen.stroke(smooth(lower.row(1 - 1.6 * u)), worn.trim, 3.0)
        teeth = [lower.at(-1.06 + 2.12 * i / 20, 1 - (4.4 + (0.8 if i % 2 else -0.8)) * u) for i in range(21)]
        pen.stroke(line(*teeth), second_ink(worn.trim, worn.dress), 0.7)


def _slit(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    with pen.within(upper.path):
        pen.stroke(
            smooth([upper.at(0.5, 0.12), upper.at(0.52, 0.6), upper.at(0.5, 1.03)]), darker(worn.dress, 0.45), 0.8, 0.7
        )
        pen.stroke(
            smooth([upper.at(0.3, -0.35), upper.at(0.46, -0.1), upper.at(0.5, 0.12)]),
            mix(worn.dress, worn.trim, 0.8),
            0.8,
        )
    b = worn.joints.torso
    for x, up in ((3.2, 0.9), (4.6, 0.8)):
        px, py = b(x, up)
        pen.flat(oval(px, py, 0.7, 0.7), worn.trim)
    with pen.within(upper.path):
        for u, v in ((-0.35, 0.72), (-0.1, 0.84), (-0.52, 0.86)):
            x, y = upper.at(u, v)
            for dx, dy in ((0, -1.1), (1.05, -0.3), (0.65, 0.9), (-0.65, 0.9), (-1.05, -0.3)):
                pen.flat(oval(x + dx, y + dy, 0.72, 0.72), worn.trim)


def _fold(pen: Pen, worn: Worn, upper: Cloth, lower: Cloth) -> None:
    """The end of a wrapped cloth."""
    with pen.within(lower.path):
        pen.stroke(
            smooth([lower.at(0.2, 0.0), lower.at(0.36, 0.5), lower.at(0.3, 1.04)]), darker(worn.dress, 0.35), 0.9, 0.7
        )
        pen.stroke(smooth(lower.row(1 - 1.8 / max(6.0, lower.tall()))), worn.trim, 2.4)


DRAPES: dict[str, Callable[[Pen, Worn, Cloth, Cloth], None]] = {
    "pallu": _pallu,
    "jeogori": _jeogori,
    "poncho": _poncho,
    "yoke": _yoke,
    "brocade": _brocade,
    "kente": _kente,
    "drape": _drape,
    "embroidery": _embroidery,
    "ermine": _ermine,
    "furs": _furs,
    "tiers": _tiers,
    "borders": _borders,
    "hemband": _hemband,
    "slit": _slit,
    "fold": _fold,
}
