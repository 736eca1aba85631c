"""Faces: the head itself, eyes, brows, nose and mouth, in six moods. Drawn about the middle of the head."""

from __future__ import annotations

import skia

from video.direct import Doing, Mood
from video.engines.papercut.palette import darker, mix
from video.engines.papercut.paper import Point, limb, oval, smooth
from video.engines.papercut.people.act import Act
from video.engines.papercut.people.cut import joined
from video.engines.papercut.people.extras import draw_on_face
from video.engines.papercut.people.moods import MOODS, Look
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.person import Age, Hat, Person
from video.engines.papercut.people.poses import blinks

INK = 0x2A1F22
_MOUTH_INSIDE, _TONGUE, _TEETH, _LIP = 0x55191F, 0xD2645F, 0xFFF6E6, 0x9C3A38


_SHAPES = (
    (0.74, 0.87, 0.70, 0.34),
    (0.76, 0.93, 0.80, 0.42),
    (0.70, 0.81, 0.66, 0.32),
    (0.76, 0.86, 0.79, 0.48),
    (0.80, 0.89, 0.64, 0.25),
)
"""Half widths at brow, cheek, jaw and chin."""


def face_turn(act: Act, turn: float) -> float:
    """How far the middle of the face is to the right of the head's."""
    return 0.17 + 0.10 * turn + 0.035 * act.look_at


def draw_face(pen: Pen, person: Person, act: Act, r: float, turn: float) -> None:
    """The head with its face, about (0, 0); ``r`` = half its height."""
    skin = pen.light.dye(person.skin, 0.65)
    look = MOODS[act.mood]
    _ear(pen, person, skin, r)
    head = outline(person, r)
    pen.sheet(head, skin, 3.2)
    x = face_turn(act, turn) * r
    y = {Age.BABY: 0.17, Age.CHILD: 0.11}.get(person.age, 0.03) * r
    # On dark skin a full blush would be a rash.
    rosy = 0.42 if skin & 0xFF > 0x58 else 0.24
    blush = mix(skin, 0xD0493C, rosy if act.mood is not Mood.AFRAID else rosy * 0.5)
    with pen.within(head):
        for dx in (-0.50, 0.52):
            pen.soft(oval(x + dx * r, y + r * 0.36, r * 0.20, r * 0.15), blush, r * 0.06, 0.62)
    if person.features.freckles:
        for dx, dy in (
            (-0.5, 0.28),
            (-0.4, 0.36),
            (-0.58, 0.38),
            (0.44, 0.28),
            (0.54, 0.36),
            (0.4, 0.38),
            (-0.12, 0.26),
            (0.2, 0.25),
        ):
            pen.flat(oval(x + dx * r, y + dy * r, r * 0.024, r * 0.024), darker(skin, 0.35), 0.75)
    if person.age is Age.OLD:
        with pen.within(head):
            _lines(pen, skin, x, y, r)
    shut = (
        blinks(person, act)
        or (act.pose is Doing.SLEEP and act.task not in ("lie", "prone"))
        or act.task == "doze"
        or act.pose is Doing.EMBRACE
        or (act.pose is Doing.SING and act.mood is Mood.CALM)
    )
    for side in (-1, 1):
        _eye(pen, person, act, look, (x + side * 0.37 * r - (0.02 * r if side > 0 else 0), y), side, r, shut)
    if person.eyepatch:
        dark = mix(INK, 0x3A3440, 0.4)
        pen.stroke(
            smooth([(-0.9 * r, y - 0.34 * r), (x - 0.37 * r, y - 0.1 * r), (x + 0.5 * r, y - 0.62 * r)]), dark, r * 0.05
        )
        pen.sheet(oval(x - 0.37 * r, y + 0.02 * r, 0.25 * r, 0.23 * r), dark, 1)
    if act.task == "cry" and act.mood is Mood.SAD:
        _tears(pen, act, (x, y), r)
    _nose(pen, person, skin, x, y, r)
    _mouth(pen, person, act, look, skin, (x + 0.02 * r, y), r)
    draw_on_face(pen, person, r, (x, y))
    if person.glasses:
        ink = mix(INK, 0x7A5A3A, 0.25)
        for dx in (-0.37, 0.35):
            pen.flat(oval(x + dx * r, y + 0.03 * r, r * 0.27, r * 0.26), 0xFFFFFF, 0.10)
            pen.stroke(oval(x + dx * r, y + 0.03 * r, r * 0.27, r * 0.26), ink, r * 0.05, 0.92)
        pen.stroke(smooth([(x - 0.1 * r, y), (x, y - 0.05 * r), (x + 0.08 * r, y)]), ink, r * 0.05)
        pen.stroke(smooth([(x - 0.64 * r, y), (-0.86 * r, y - 0.04 * r)]), ink, r * 0.045)


def outline(person: Person, r: float) -> skia.Path:
    """The outline of the head."""
    top, mid, jaw, chin = _SHAPES[person.features.shape]
    if person.age in (Age.BABY, Age.CHILD):
        more = 0.10 if person.age is Age.BABY else 0.06
        mid, jaw, chin = mid + more * 0.5, jaw + more, chin + more
    points = [
        (0.0, -1.0), (top * 0.62, -0.88), (top, -0.56), (mid, 0.02), (jaw + 0.02, 0.56), (chin + 0.06, 0.92),
        (0.08, 1.0), (-chin + 0.10, 0.92), (-jaw + 0.03, 0.58), (-mid, 0.04), (-top - 0.02, -0.56),
        (-top * 0.64, -0.88),
    ]  # fmt: skip
    return smooth([(px * r, py * r) for px, py in points], closed=True)


def _ear(pen: Pen, person: Person, skin: int, r: float) -> None:
    if person.hat in (Hat.HIJAB, Hat.SCARF, Hat.HOOD, Hat.CHULLO):
        return
    mid = _SHAPES[person.features.shape][1]
    x, y = -(mid + 0.02) * r, 0.16 * r
    pen.sheet(oval(x, y, 0.17 * r, 0.23 * r), darker(skin, 0.06), 1.2)
    pen.stroke(
        smooth([(x + 0.02 * r, y - 0.12 * r), (x - 0.08 * r, y - 0.02 * r), (x - 0.01 * r, y + 0.1 * r)]),
        darker(skin, 0.3),
        r * 0.035,
        0.8,
    )
    if person.earrings:
        gold = pen.light.dye(0xE9B93F, 0.55)
        pen.sheet(oval(x - 0.01 * r, y + 0.36 * r, 0.085 * r, 0.13 * r), gold, 1)
        pen.flat(oval(x - 0.01 * r, y + 0.38 * r, 0.04 * r, 0.06 * r), darker(gold, 0.3))


def _lines(pen: Pen, skin: int, x: float, y: float, r: float) -> None:
    """What the years have drawn."""
    ink = darker(skin, 0.28 if skin & 0xFF > 0x58 else 0.42)
    for dx in (-0.37, 0.35):
        cx = x + dx * r
        pouch = [(cx - 0.12 * r, y + 0.3 * r), (cx, y + 0.36 * r), (cx + 0.13 * r, y + 0.29 * r)]
        pen.stroke(smooth(pouch), ink, r * 0.024, 0.45)
        pen.stroke(
            smooth([(cx - 0.15 * r, y + 0.22 * r), (cx, y + 0.28 * r), (cx + 0.15 * r, y + 0.22 * r)]),
            ink,
            r * 0.032,
            0.7,
        )
    out = x - 0.37 * r - 0.27 * r
    for dy in (-0.03, 0.07):
        pen.stroke(smooth([(out - 0.1 * r, y + (dy * 2.2) * r), (out + 0.02 * r, y + dy * r)]), ink, r * 0.028, 0.6)
    pen.stroke(
        smooth([(x - 0.3 * r, y + 0.36 * r), (x - 0.38 * r, y + 0.48 * r), (x - 0.35 * r, y + 0.6 * r)]),
        ink,
        r * 0.032,
        0.65,
    )
    pen.stroke(
        smooth([(x + 0.33 * r, y + 0.36 * r), (x + 0.41 * r, y + 0.48 * r), (x + 0.38 * r, y + 0.6 * r)]),
        ink,
        r * 0.032,
        0.65,
    )
    for k, wide in ((0.54, 0.24), (0.66, 0.18)):
        brow = [(x - wide * r, y - k * r), (x, y - (k + 0.03) * r), (x + (wide + 0.02) * r, y - (k - 0.01) * r)]
        pen.stroke(smooth(brow), ink, r * 0.03, 0.55)
    jowl = [(x - 0.46 * r, y + 0.62 * r), (x - 0.44 * r, y + 0.76 * r), (x - 0.32 * r, y + 0.85 * r)]
    pen.stroke(smooth(jowl), ink, r * 0.026, 0.4)


def _eye(pen: Pen, person: Person, act: Act, look: Look, at: Point, side: int, r: float, shut: bool) -> None:
    x, y = at
    young = {Age.BABY: 1.22, Age.CHILD: 1.16, Age.TEEN: 1.06, Age.OLD: 0.92}.get(person.age, 1.0) * person.features.eyes
    rx, ry = 0.165 * r * young, 0.175 * r * young
    if side > 0:
        rx *= 0.94  # the further eye
    if act.mood in (Mood.AFRAID, Mood.AMAZED):
        rx, ry = rx * 1.06, ry * 1.2
    skin = pen.light.dye(person.skin, 0.65)
    hair = mix(pen.light.dye(person.hair, 0.7), INK, 0.35)
    ink = mix(INK, skin, 0.04)
    brow_y = y - 0.30 * r * (0.6 + 0.4 * young) - (0.03 * r if act.mood is Mood.AMAZED else 0)
    inner = (x - side * 0.15 * r, brow_y - look.inner * r + 0.01 * r)
    outer = (x + side * 0.21 * r, brow_y - look.outer * r + 0.05 * r)
    middle = ((inner[0] + outer[0]) / 2, (inner[1] + outer[1]) / 2 - look.arch * r)
    thick = (
        0.075 * r * person.features.brows * (0.82 if person.feminine or person.age in (Age.BABY, Age.CHILD) else 1.12)
    )
    pen.flat(limb([inner, middle, outer], [thick * 0.9, thick * 1.15, thick * 0.35]), hair, 0.95)
    if shut:
        up = act.mood is Mood.GLAD
        bend = -0.09 * r if up else 0.09 * r
        pen.stroke(
            smooth([(x - rx * 1.05, y + 0.03 * r), (x, y + 0.03 * r + bend), (x + rx * 1.05, y + 0.03 * r)]),
            ink,
            r * 0.058,
        )
        if person.feminine and not up:
            pen.stroke(
                smooth([(x + side * rx * 1.0, y + 0.03 * r), (x + side * rx * 1.35, y + 0.02 * r)]), ink, r * 0.045
            )
        return
    white = smooth(
        [
            (x - rx * 1.12, y + ry * 0.08),
            (x - rx * 0.62, y - ry * 0.78),
            (x, y - ry),
            (x + rx * 0.62, y - ry * 0.78),
            (x + rx * 1.12, y + ry * 0.08),
            (x + rx * 0.55, y + ry * 0.82),
            (x, y + ry),
            (x - rx * 0.55, y + ry * 0.82),
        ],
        closed=True,
    )
    pen.flat(white, mix(pen.light.dye(0xFFFAEF, 0.6), skin, 0.06))
    ix, iy = x + act.look_at * rx * 0.30, y + ry * 0.04
    ir = min(rx, ry) * 0.86 * look.iris
    with pen.within(white):
        iris = person.features.iris
        tone = mix(INK, 0x6B3F22, 0.45) if iris is None else mix(INK, pen.light.dye(iris, 0.5), 0.85)
        pen.flat(oval(ix, iy, ir, ir * 1.1), tone)
        pen.flat(oval(ix, iy + ir * 0.1, ir * 0.62, ir * 0.7), INK)
        pen.flat(oval(ix - ir * 0.34, iy - ir * 0.42, ir * 0.27, ir * 0.29), 0xFFFFFF, 0.96)
        pen.flat(oval(ix + ir * 0.36, iy + ir * 0.42, ir * 0.13, ir * 0.13), 0xFFFFFF, 0.5)
        if look.lid or look.slant:
            a, b = look.lid + max(0.0, look.slant), look.lid + max(0.0, -look.slant)
            ends = ((x - side * rx * 1.4, y - ry + 2 * ry * a), (x + side * rx * 1.4, y - ry + 2 * ry * b))
            lid = joined(
                [ends[0], ends[1]], [(ends[1][0], y - ry * 2)], [(ends[0][0], y - ry * 2)], [ends[0]], tension=1e9
            )
            pen.flat(lid, darker(skin, 0.05))
            pen.stroke(smooth([ends[0], ends[1]]), ink, r * 0.05)
        if look.low:
            edge = y + ry - 2 * ry * look.low
            cheek = joined(
                [(x - rx * 1.5, edge + ry * 0.4), (x, edge - ry * 0.08), (x + rx * 1.5, edge + ry * 0.4)],
                [(x + rx * 1.5, y + ry * 2)],
                [(x - rx * 1.5, y + ry * 2)],
                [(x - rx * 1.5, edge + ry * 0.4)],
            )
            pen.flat(cheek, skin)
            pen.stroke(
                smooth([(x - rx * 1.2, edge + ry * 0.3), (x, edge - ry * 0.08), (x + rx * 1.2, edge + ry * 0.3)]),
                darker(skin, 0.3),
                r * 0.03,
            )
    lash = [
        (x - rx * 1.14, y + ry * 0.02),
        (x - rx * 0.62, y - ry * 0.80),
        (x, y - ry * 1.02),
        (x + rx * 0.62, y - ry * 0.80),
        (x + rx * 1.14, y + ry * 0.02),
    ]
    pen.stroke(smooth(lash), ink, r * 0.058)
    if person.feminine and person.age is Age.CHILD:  # no more than a hint: children's eyes are not made up
        tip = (x + side * rx * 1.34, y - ry * 0.2)
        pen.stroke(smooth([(x + side * rx * 1.05, y - ry * 0.08), tip]), ink, r * 0.04)
    elif person.feminine and person.age is not Age.BABY:
        tip = (x + side * rx * 1.46, y - ry * 0.36)
        pen.stroke(smooth([(x + side * rx * 1.05, y - ry * 0.12), tip]), ink, r * 0.048)
        if person.age is not Age.OLD:
            pen.stroke(
                smooth([(x + side * rx * 0.8, y - ry * 0.62), (x + side * rx * 1.2, y - ry * 0.92)]), ink, r * 0.04
            )


def _tears(pen: Pen, act: Act, at: Point, r: float) -> None:
    """Tears that run down the cheeks, large enough to be seen from afar."""
    x, y = at
    blue = pen.light.dye(0x8FD3F4, 0.5)
    for side, ahead in ((-1, 0.0), (1, 0.45)):
        for k in (0.0, 0.5):
            t = (act.phase + ahead + k) % 1.0
            drop_y = y + (0.26 + 0.5 * t) * r
            drop_x = x + side * (0.42 + 0.06 * t) * r
            pen.sheet(oval(drop_x, drop_y, 0.085 * r, 0.13 * r), blue, 0.8)


def _nose(pen: Pen, person: Person, skin: int, x: float, y: float, r: float) -> None:
    ink = darker(skin, 0.30)
    kind = person.features.nose
    if person.age in (Age.BABY, Age.CHILD):
        kind = 0 if kind not in (1, 3) else kind
    p = lambda dx, dy: (x + dx * r, y + dy * r)  # noqa: E731
    if kind == 0:
        pen.stroke(smooth([p(0.10, 0.24), p(0.14, 0.31), p(0.02, 0.35)]), ink, r * 0.05, 0.85)
    elif kind == 1:
        pen.flat(oval(*p(0.08, 0.29), 0.12 * r, 0.10 * r), mix(skin, 0xD0593C, 0.2))
        pen.stroke(smooth([p(0.19, 0.25), p(0.18, 0.36), p(0.05, 0.40), p(-0.03, 0.34)]), ink, r * 0.045, 0.8)
    elif kind == 2:
        pen.stroke(smooth([p(0.06, -0.02), p(0.12, 0.18), p(0.21, 0.35), p(0.06, 0.40)]), ink, r * 0.05, 0.85)
    elif kind == 3:
        pen.flat(smooth([p(0.06, 0.12), p(0.20, 0.30), p(0.06, 0.40), p(-0.10, 0.30)], closed=True), darker(skin, 0.07))
        pen.stroke(
            smooth([p(-0.12, 0.30), p(-0.09, 0.38), p(0.06, 0.40), p(0.22, 0.38), p(0.24, 0.29)]), ink, r * 0.048, 0.85
        )
    else:
        pen.stroke(
            smooth([p(0.05, -0.04), p(0.17, 0.10), p(0.22, 0.30), p(0.16, 0.40), p(0.04, 0.37)]), ink, r * 0.05, 0.85
        )


def _mouth(pen: Pen, person: Person, act: Act, look: Look, skin: int, at: Point, r: float) -> None:
    x, y = at[0], at[1] + (0.60 if person.age not in (Age.BABY, Age.CHILD) else 0.57) * r
    wide = look.wide * r * (0.86 if person.age is Age.BABY else 1.0)
    young = person.age in (Age.BABY, Age.CHILD)
    lip = mix(_LIP, skin, 0.34 if young else 0.22 if not person.feminine else 0.08)
    open_ = max(act.mouth, look.open_ if act.mouth < 0.05 else 0.0)
    if act.pose is Doing.SING:
        open_ = max(open_, 0.45 if act.mood is not Mood.AMAZED else 0.7)
    if act.pose is Doing.SLEEP:
        open_ = 0.0
    smile = look.smile * r
    if open_ > 0.04:
        tall = (0.07 + 0.34 * open_) * r
        # A wide open mouth is narrower and rounder than a smile.
        wide *= 1.0 - 0.30 * open_ if act.mood is not Mood.GLAD else 1.0 - 0.1 * open_
        corner = y - smile * 0.5
        top = [
            (x - wide, corner),
            (x - wide * 0.4, corner + smile * 0.30 - tall * 0.22),
            (x, corner + smile * 0.34 - tall * 0.16),
            (x + wide * 0.4, corner + smile * 0.30 - tall * 0.22),
            (x + wide, corner),
        ]
        low = [
            (x + wide, corner),
            (x + wide * 0.62, corner + smile * 0.5 + tall * 0.72),
            (x, corner + smile * 0.62 + tall),
            (x - wide * 0.62, corner + smile * 0.5 + tall * 0.72),
            (x - wide, corner),
        ]
        shape = joined(top, low) if act.mood is not Mood.AMAZED else _round_mouth((x, y), wide, tall)
        pen.flat(shape, _MOUTH_INSIDE)
        with pen.within(shape):
            pen.flat(oval(x + 0.03 * r, corner + smile * 0.62 + tall * 1.04, wide * 0.62, tall * 0.42), _TONGUE)
            if person.age is not Age.BABY and act.mood is not Mood.AMAZED:
                teeth = [
                    (x - wide, corner - tall),
                    (x + wide, corner - tall),
                    (x + wide, corner + smile * 0.22),
                    (x, corner + smile * 0.34 + tall * 0.08),
                    (x - wide, corner + smile * 0.22),
                ]
                pen.flat(smooth(teeth, closed=True), _TEETH)
        pen.stroke(shape, lip, r * (0.055 if not person.feminine else 0.07) * person.features.lips)
        return
    ends = (x - wide, y - smile * 0.5), (x + wide, y - smile * 0.5)
    middle = (x, y + smile * 0.5)
    thick = 0.085 * r * person.features.lips * (1.2 if person.feminine else 0.85)
    pen.flat(
        limb(
            [ends[0], (x - wide * 0.5, y + smile * 0.26), middle, (x + wide * 0.5, y + smile * 0.26), ends[1]],
            [thick * 0.35, thick * 0.85, thick, thick * 0.85, thick * 0.35],
        ),
        lip,
    )
    pen.stroke(
        smooth(
            [
                (x - wide * 0.4, y + smile * 0.5 + 0.12 * r),
                (x, y + smile * 0.5 + 0.145 * r),
                (x + wide * 0.4, y + smile * 0.5 + 0.12 * r),
            ]
        ),
        darker(skin, 0.22),
        r * 0.035,
        0.5,
    )
    if look.smile > 0:
        for side, end in ((-1, ends[0]), (1, ends[1])):
            pen.stroke(
                smooth(
                    [
                        (end[0] + side * 0.01 * r, end[1] - 0.06 * r),
                        (end[0] + side * 0.05 * r, end[1]),
                        (end[0] + side * 0.03 * r, end[1] + 0.05 * r),
                    ]
                ),
                darker(skin, 0.28),
                r * 0.032,
                0.65,
            )


def _round_mouth(at: Point, wide: float, tall: float) -> skia.Path:
    """A mouth that says «oh»."""
    return oval(at[0], at[1] + tall * 0.32, wide * 0.92, tall * 0.66)


def face_box(r: float) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the face about the middle of the head."""
    return -0.95 * r, -0.72 * r, 0.95 * r, 1.02 * r
