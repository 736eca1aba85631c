"""What lies round the shoulders: shawls and cloaks."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import oval, smooth
from video.engines.papercut.people.cut import joined
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.worn import Worn


def draw_shawl(pen: Pen, worn: Worn) -> None:
    """A shawl round the shoulders, crossed before the chest."""
    if worn.person.shawl is None:
        return
    colour = pen.light.dye(worn.person.shawl, 0.75)
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    cape = joined(
        [t(-s * 0.42, 1.06), t(-s * 1.12, 0.97), t(-s * 1.34, 0.72), t(-s * 1.3, 0.52)],
        [t(-s * 0.5, 0.52), t(0.6, 0.26)],
        [t(s * 0.55, 0.52), t(s * 1.34, 0.52)],
        [t(s * 1.36, 0.72), t(s * 1.14, 0.97), t(s * 0.42, 1.06)],
        [t(s * 0.2, 0.95), t(0.4, 0.84), t(-s * 0.2, 0.95)],
    )
    pen.sheet(cape, colour, 4)
    fringe = lighter(colour, 0.35)
    with pen.within(cape):
        for side in (-1, 1):
            pen.stroke(
                smooth([t(side * s * 0.4, 1.0), t(side * s * 0.75, 0.78), t(side * s * 0.3, 0.5)]), fringe, 0.7, 0.6
            )
            pen.stroke(smooth([t(side * s * 1.3, 0.58), t(side * s * 0.52, 0.59), t(0.6, 0.34)]), fringe, 0.9, 0.8)
    pen.sheet(oval(*t(0.5, 0.82), 1.3, 1.3), darker(colour, 0.2), 1)


def draw_cloak(pen: Pen, worn: Worn) -> None:
    """A cloak that falls from the shoulders behind the figure."""
    if worn.person.cloak is None:
        return
    colour = darker(pen.light.dye(worn.person.cloak, 0.75), 0.08)
    t, s, sway = worn.joints.torso, worn.joints.bones.shoulders, worn.joints.stance.sway
    foot = -3.0 if not worn.joints.stance.lap else -1.0
    x = worn.joints.hip[0] + sway
    path = joined(
        [t(0, 1.06), t(-s * 1.1, 0.98), t(-s * 1.55, 0.5), (x - s * 1.95, foot)],
        [(x - s * 0.9, foot + 2), (x + s * 0.6, foot + 1.4), (x + s * 1.7, foot)],
        [t(s * 1.5, 0.5), t(s * 1.1, 0.98), t(0, 1.06)],
    )
    pen.sheet(path, colour, 4)


def draw_necklace(pen: Pen, worn: Worn) -> None:
    """Beads round the neck."""
    if worn.person.necklace is None:
        return
    t, n = worn.joints.torso, worn.joints.bones.shoulders * 0.36
    colour = pen.light.dye(worn.person.necklace, 0.7)
    for i in range(9):
        k = -1 + i / 4
        x, y = t(0.4 + n * 1.35 * k, 1.0 - 0.17 * (1 - k * k))
        pen.sheet(oval(x, y, 1.05, 1.05), colour if i % 2 else lighter(colour, 0.3), 0.6, edge=0.1)
