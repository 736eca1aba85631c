"""What lies round the shoulders: shawls and cloaks."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import box, limb, oval, smooth
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


def draw_bag(pen: Pen, worn: Worn) -> None:
    """A bag on a strap across the chest."""
    if not worn.person.bag:
        return
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    leather = pen.light.dye(0x8A5F3C, 0.75)
    pen.sheet(limb([t(-s * 0.75, 1.0), t(0.2, 0.6), t(s * 0.95, 0.14)], [1.6, 1.6, 1.6]), darker(leather, 0.15), 1.2)
    x, y = t(s * 1.0, 0.06)
    pen.sheet(box(x - 5.0, y - 3.0, 10.0, 9.5, 2.0), leather, 2.5)
    pen.sheet(
        joined(
            [(x - 5.2, y - 3.2), (x + 5.2, y - 3.2)],
            [(x + 5.0, y + 1.0), (x, y + 3.0), (x - 5.0, y + 1.0)],
            [(x - 5.2, y - 3.2)],
        ),
        lighter(leather, 0.1),
        1,
    )
    pen.flat(oval(x, y + 2.0, 0.8, 0.8), pen.light.dye(0xE5B95A, 0.7))


def draw_wings(pen: Pen, worn: Worn) -> None:
    """Wings behind the shoulders, which beat a little with the breath."""
    if worn.person.wings is None:
        return
    t, s = worn.joints.torso, worn.joints.bones.shoulders
    colour, beat = pen.light.dye(worn.person.wings, 0.6), worn.joints.stance.breath * 1.2
    for side in (-1, 1):
        root, tip = t(side * s * 0.3, 0.8), t(side * (s * 2.9 + beat), 1.34)
        low = t(side * (s * 2.1 + beat), 0.2)
        wing = joined(
            [root, t(side * s * 1.3, 1.3), tip],
            [t(side * (s * 3.0 + beat), 0.86), t(side * (s * 2.4 + beat), 0.7)],
            [t(side * (s * 2.7 + beat), 0.46), low],
            [t(side * s * 1.0, 0.34), root],
        )
        pen.sheet(wing, colour, 3)
        with pen.within(wing):
            for k in (0.5, 0.8):
                quill = smooth([root, t(side * s * 1.5, 0.8 + 0.3 * k), t(side * (s * 2.8 + beat), 0.3 + 0.7 * k)])
                pen.stroke(quill, darker(colour, 0.2), 0.8, 0.6)
