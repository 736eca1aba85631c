"""Arms in their sleeves, hands, legs and feet."""

from __future__ import annotations

import math

import skia

from video.engines.papercut.palette import darker
from video.engines.papercut.paper import Point, limb, line, oval, smooth
from video.engines.papercut.people.cut import along, between, joined, leg_at
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.skeleton import FOOT, Arm, Bones, Joints, Leg


def _spine(arm: Arm, until: float) -> list[Point]:
    """Points along an arm up to a share of it: 0.5 = the elbow, 1 = the wrist."""
    points = [arm.shoulder]
    for share in (0.25, 0.5, 0.75, 1.0):
        if share >= until:
            break
        points.append(_on(arm, share))
    return [*points, _on(arm, until)]


def _on(arm: Arm, share: float) -> Point:
    return along(arm.shoulder, arm.elbow, arm.wrist, share)


def draw_arm(pen: Pen, arm: Arm, bones: Bones, *, skin: int, sleeve: int, kind: str, cuff: int | None) -> None:
    """An arm without its hand. ``kind``: none, cap, puff, short, long, wide, drape."""
    until = {"none": 0.0, "cap": 0.2, "puff": 0.3, "short": 0.36, "elbow": 0.55, "wide": 0.97, "drape": 0.8}.get(
        kind, 0.95
    )
    w = bones.arm
    if until < 0.9:
        spine = _spine(arm, 1.0)
        pen.sheet(limb(spine, [w * 0.86, w * 0.82, w * 0.7, w * 0.64, w * 0.52][: len(spine)]), skin, 3)
    if until == 0.0:
        return
    if kind in ("wide", "drape"):
        _wide_sleeve(pen, arm, bones, sleeve, cuff, until)
        return
    spine = _spine(arm, until)
    widths = [*[w * 1.06, w * 1.05, w * 0.95, w * 0.9, w * 0.84][: len(spine) - 1], w * (0.86 if until > 0.9 else 1.12)]
    if kind == "puff":
        widths = [w * 1.1] + [w * 1.5] * (len(spine) - 2) + [w * 1.0]
    path = limb(spine, widths)
    pen.sheet(path, sleeve, 3.5)
    if cuff is not None:
        a, b = spine[-1], between(spine[-1], spine[-2], 0.28 if until > 0.9 else 0.2)
        with pen.within(path):
            pen.stroke(_across(a, b, widths[-1] * 1.4), cuff, w * 0.34)


def _across(a: Point, b: Point, width: float):
    """A line across an arm near its end."""
    dx, dy = a[0] - b[0], a[1] - b[1]
    n = max(1e-6, math.hypot(dx, dy))
    m = between(a, b, 0.35)
    return line(
        (m[0] - dy / n * width / 2, m[1] + dx / n * width / 2), (m[0] + dy / n * width / 2, m[1] - dx / n * width / 2)
    )


def _wide_sleeve(pen: Pen, arm: Arm, bones: Bones, colour: int, cuff: int | None, until: float) -> None:
    """A sleeve that hangs from the arm by its own weight."""
    w = bones.arm
    end, mid, elbow = _on(arm, until), _on(arm, until * 0.5), arm.elbow
    drop = w * (2.1 if until > 0.9 else 1.5)
    raised = max(0.0, min(1.0, (arm.shoulder[1] + 6 - end[1]) / 20))
    away = (end[0] - arm.shoulder[0]) * 0.04
    # Where the arm hangs, the sleeve widens sideways to the back; where it is lifted, it hangs below.
    hanging = max(0.0, min(1.0, (end[1] - arm.shoulder[1]) / (bones.upper + bones.fore)))
    back = max(-1.0, min(1.0, -(end[0] - arm.shoulder[0] + 15) / 5))  # gradual: it passes over as the arm swings
    dx, dy = back * drop * 0.62 * hanging, drop * (1 - hanging) + 2.0
    upper = [
        (arm.shoulder[0], arm.shoulder[1] - w * 0.5),
        (arm.shoulder[0] - back * w * 0.42, arm.shoulder[1] - w * 0.12),
        (mid[0] - back * w * 0.52 * max(0.3, hanging), mid[1] - w * 0.2 * (1 - hanging)),
        (elbow[0] - back * w * 0.5 * hanging, elbow[1] - w * 0.42 * (1 - hanging)),
        (end[0] - back * w * 0.45 * hanging, end[1] - w * 0.42 * (1 - hanging)),
    ]
    tip = (end[0] + dx - away, end[1] + dy)
    inner = (elbow[0] + dx * 0.9, elbow[1] + dy * 0.8 - 2 * hanging)
    pit = (arm.shoulder[0] + back * w * 0.5 * (1 - raised), arm.shoulder[1] + w * 0.8)
    top = (arm.shoulder[0] + back * w * 0.44, arm.shoulder[1] - w * 0.18)
    path = joined(upper, [upper[-1], tip], [tip, inner, pit], [pit, top, upper[0]])
    pen.sheet(path, colour, 4)
    if cuff is not None:
        with pen.within(path):
            pen.stroke(line(upper[-1], tip), cuff, w * 0.42)


def draw_hand(pen: Pen, arm: Arm, bones: Bones, skin: int, shape: str) -> None:
    """A hand: rest, open, point or grip."""
    s = bones.arm / 7.8 * (0.92 if bones.head < 28 else 0.8)
    with pen.at(*arm.wrist, turn=-arm.turn):
        thumb = limb([(1.2 * s, 0.6 * s), (3.2 * s, 2.2 * s), (3.7 * s, 4.6 * s)], [2.2 * s, 2.2 * s, 1.5 * s])
        if shape == "open":
            thumb = limb([(1.2 * s, 0.8 * s), (3.8 * s, 1.6 * s), (5.4 * s, 2.4 * s)], [2.2 * s, 2.1 * s, 1.4 * s])
        pen.sheet(thumb, darker(skin, 0.04), 1.2)
        if shape == "grip":
            palm = smooth(
                [
                    (-2.4 * s, -1.2 * s),
                    (-3.0 * s, 2.2 * s),
                    (-1.6 * s, 5.0 * s),
                    (1.8 * s, 5.0 * s),
                    (3.0 * s, 2.2 * s),
                    (2.2 * s, -1.2 * s),
                ],
                closed=True,
            )
        else:
            palm = smooth(
                [
                    (-2.0 * s, -1.6 * s),
                    (-2.6 * s, 2.4 * s),
                    (-2.3 * s, 5.8 * s),
                    (-0.6 * s, 8.0 * s),
                    (1.5 * s, 7.2 * s),
                    (2.5 * s, 4.0 * s),
                    (2.0 * s, -1.6 * s),
                ],
                closed=True,
            )
        if shape == "point":
            palm = smooth(
                [
                    (-2.2 * s, -1.2 * s),
                    (-2.8 * s, 2.2 * s),
                    (-1.6 * s, 5.0 * s),
                    (1.8 * s, 5.0 * s),
                    (2.8 * s, 2.2 * s),
                    (2.2 * s, -1.2 * s),
                ],
                closed=True,
            )
            pen.sheet(
                limb([(0.6 * s, 2 * s), (1.0 * s, 6 * s), (1.1 * s, 9.6 * s)], [2.3 * s, 2.1 * s, 1.4 * s]), skin, 1.2
            )
        pen.sheet(palm, skin, 1.6)
        ink = darker(skin, 0.34)
        for x in (-0.9, 0.6) if shape in ("rest", "open") else (-0.9, 0.4, 1.5):
            top, low = (4.6, 6.6) if shape in ("rest", "open") else (2.6, 4.4)
            pen.stroke(line((x * s, top * s), ((x + 0.15) * s, low * s)), ink, 0.34 * s, 0.6)


def draw_leg(pen: Pen, leg: Leg, bones: Bones, colour: int, *, kind: str, skin: int) -> None:
    """A leg. ``kind``: bare, trousers, wide, short."""
    w = bones.leg
    points = [leg.hip, leg_at(leg, 0.25), leg.knee, leg_at(leg, 0.75), leg.ankle]
    if kind in ("bare", "short"):
        bare = [w * 0.9, w * 0.8, w * 0.66, w * 0.62, w * 0.44]
        if _folded(leg):
            pen.sheet(limb(points[:3], bare[:3]), skin, 2.5)
            pen.sheet(limb(points[2:], bare[2:]), skin, 2.5)
        else:
            pen.sheet(limb(points, bare), skin, 2.5)
        if kind == "short":
            points = points[:3]
            points[2] = leg_at(leg, 0.46)
            pen.sheet(limb(points, [w * 1.12, w * 1.15, w * 1.12]), colour, 3)
        return
    widths = [w * 1.1, w * 1.04, w * 0.92, w * 0.86, w * 0.8]
    if kind == "wide":
        widths = [w * 1.2, w * 1.34, w * 1.36, w * 1.16, w * 0.62]
    if _folded(leg):
        # One sheet cannot be bent so far: thigh and shin are cut apart.
        knee = oval(*leg.knee, widths[2] * 0.52, widths[2] * 0.52)
        thigh = skia.Op(limb(points[:3], [*widths[:2], widths[2] * 0.98]), knee, skia.PathOp.kUnion_PathOp)
        pen.sheet(thigh, colour, 3)
        pen.sheet(limb(points[2:], [widths[2] * 0.86, *widths[3:]]), colour, 2)
        return
    pen.sheet(limb(points, widths), colour, 3)


def _folded(leg: Leg) -> bool:
    """True where the knee is bent by more than a right angle."""
    (hx, hy), (kx, ky), (ax, ay) = leg.hip, leg.knee, leg.ankle
    return (kx - hx) * (ax - kx) + (ky - hy) * (ay - ky) < 0


def draw_foot(pen: Pen, leg: Leg, bones: Bones, colour: int, *, kind: str, skin: int) -> None:
    """A foot in what it wears. ``kind``: shoe, boot, sandal, bare, curled."""
    s = bones.leg / 10.2 * 0.96
    x, y = leg.ankle
    with pen.at(x, y, turn=leg.turn):
        sole = FOOT
        if kind in ("sandal", "bare"):
            pen.sheet(
                joined(
                    [(-2.6 * s, -2.6 * s), (-3.2 * s, sole), (7.2 * s, sole)],
                    [(7.2 * s, sole), (7.4 * s, 0.8), (3.4 * s, -1.2 * s), (2.2 * s, -2.8 * s)],
                    [(2.2 * s, -2.8 * s), (-2.6 * s, -2.6 * s)],
                ),
                skin,
                1.6,
            )
            if kind == "sandal":
                pen.stroke(line((-3.4 * s, sole), (7.6 * s, sole)), colour, 1.3)
                pen.stroke(smooth([(0.2 * s, -1.6 * s), (2.6 * s, 0.2), (3.4 * s, sole)]), colour, 1.2)
            return
        if kind == "boot":
            pen.sheet(
                joined(
                    [(-3.4 * s, -9.0 * s), (-3.0 * s, -2 * s), (-3.7 * s, sole)],
                    [(-3.7 * s, sole), (7.8 * s, sole)],
                    [(7.8 * s, sole), (7.6 * s, 0.2), (3.9 * s, -1.4 * s), (3.5 * s, -9.0 * s)],
                    [(3.5 * s, -9 * s), (-3.4 * s, -9 * s)],
                ),
                colour,
                2,
            )
            pen.stroke(line((-3.6 * s, -7.6 * s), (3.4 * s, -7.6 * s)), darker(colour, 0.25), 0.7, 0.8)
            return
        toe = (
            [(8.0 * s, sole), (9.4 * s, -0.8), (8.6 * s, -1.6), (6.4 * s, 0.4)]
            if kind == "curled"
            else [(8.0 * s, sole), (8.0 * s, 0.6), (5.6 * s, -0.6)]
        )
        pen.sheet(
            joined(
                [(-2.9 * s, -2.2 * s), (-3.6 * s, 0.4), (-3.2 * s, sole)],
                [(-3.2 * s, sole), (8.0 * s, sole)],
                [*toe, (2.6 * s, -2.4 * s)],
                [(2.6 * s, -2.4 * s), (-2.9 * s, -2.2 * s)],
            ),
            colour,
            1.8,
        )


def hand_point(joints: Joints, arm: Arm, more: float = 4.0) -> Point:
    """The middle of a hand."""
    a = math.radians(arm.turn)
    return arm.wrist[0] + more * math.sin(a), arm.wrist[1] + more * math.cos(a)


def ground_shadow(pen: Pen, left: float, right: float) -> None:
    """The soft shadow under a figure."""
    middle, half = (left + right) / 2, (right - left) / 2
    pen.soft(oval(middle + 1.5, -0.2, half, 3.0 + half * 0.03), pen.light.shade, 1.9, 0.36)
