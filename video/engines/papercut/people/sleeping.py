"""Who sleeps: on the side, the head on a pillow, under a blanket that rises and falls."""

from __future__ import annotations

import math
from dataclasses import replace

from video.direct import Mood
from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Point, smooth
from video.engines.papercut.people.act import Act
from video.engines.papercut.people.cut import joined
from video.engines.papercut.people.faces import draw_face
from video.engines.papercut.people.hair import draw_hair_back, draw_hair_front
from video.engines.papercut.people.hats import draw_hat
from video.engines.papercut.people.limbs import draw_arm, draw_hand, ground_shadow
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.person import Hat, Person
from video.engines.papercut.people.skeleton import Arm, Stance, bones_of, solve
from video.engines.papercut.people.worn import worn_by

TURN = -62.0
"""How far the head lies on its side."""
_WORN_IN_BED = frozenset({Hat.SCARF, Hat.HIJAB, Hat.KERCHIEF, Hat.CHULLO, Hat.TURBAN, Hat.GELE, Hat.HOOD, Hat.VEIL})


def sleeper_head(person: Person, act: Act) -> tuple[Point, float, float]:
    """Middle, tilt and half height of a sleeper's head."""
    r = bones_of(person).head / 2
    return (-46.0 + r * 0.8, -r * 0.98 - 4.5), TURN + 0.8 * math.sin(2 * math.pi * act.phase), r


def dressed_for_bed(person: Person) -> Person:
    """The person without what is taken off at night."""
    in_bed = person if person.hat in _WORN_IN_BED else replace(person, hat=Hat.NONE)
    return replace(in_bed, glasses=False)


def draw_sleeper(pen: Pen, person: Person, act: Act) -> None:
    """Draws who sleeps, the head to the left, about (0, 0) on the ground."""
    in_bed = dressed_for_bed(person)
    act = replace(act, mood=Mood.CALM if act.mood is not Mood.GLAD else act.mood)
    (hx, hy), tilt, r = sleeper_head(person, act)
    breath = math.sin(2 * math.pi * act.phase)
    worn = worn_by(pen, in_bed, solve(person, Stance()))
    bones = worn.joints.bones
    if act.shadow:
        ground_shadow(pen, hx - r * 1.4, 56.0)
    pillow = smooth(
        [(hx - r * 1.5, -1.5), (hx - r * 1.5, -7.5), (hx - r * 0.4, -9.5), (hx + r * 1.0, -8.0), (hx + r * 1.35, -1.2)],
        closed=True,
    )
    pen.sheet(pillow, pen.light.dye(0xF3E9D8, 0.75), 2.5)
    with pen.at(hx, hy, turn=tilt):
        draw_hair_back(pen, in_bed, r, 0.0)
    shoulder = (hx + r * 0.95, -11.0)
    body = joined(
        [
            (shoulder[0] - 6, -1),
            (shoulder[0] - 5, -9),
            (shoulder[0] + 2, -19 - breath * 0.4),
            (shoulder[0] + 16, -20 - breath * 0.6),
        ],
        [(shoulder[0] + 16, -1)],
    )
    pen.sheet(body, worn.upper(), 3)
    with pen.at(hx, hy, turn=tilt):
        draw_face(pen, in_bed, act, r, 0.0)
        draw_hair_front(pen, in_bed, r)
        draw_hat(pen, in_bed, r)
    top = shoulder[0] + 7
    crest = -20.5 * bones.girth**0.5
    blanket = joined(
        [(top - 1, -0.6), (top - 3, -9), (top + 2, crest - breath * 0.9)],
        [
            (top + 16, crest - 1.4 - breath * 1.1),
            (top + 32, crest + 1 - breath * 0.6),
            (top + 46, crest + 7),
            (48, -11),
            (52, -13.5),
            (54, -9),
            (55, -0.8),
        ],
        [(20, 0.4), (top - 1, -0.6)],
    )
    colour = pen.light.dye(_blanket(person), 0.75)
    pen.sheet(blanket, colour, 4)
    with pen.within(blanket):
        for k, width in ((0.0, 5.0), (0.34, 2.2), (0.62, 2.2)):
            x = top + 1 + k * 46
            ink = lighter(colour, 0.5) if k == 0 else pen.light.dye(person.trim, 0.75)
            pen.stroke(smooth([(x - 3, 0.5), (x - 2.6, -10), (x + 1.4, -24)]), ink, width, 0.9)
        for x in (top + 14, top + 34):
            pen.stroke(smooth([(x, -2), (x + 3, -8), (x + 9, -12)]), darker(colour, 0.3), 0.9, 0.4)
    sleeve = worn.outfit.sleeve if worn.outfit.sleeve not in ("wide", "drape") else "long"
    arm = Arm(
        shoulder=(shoulder[0] + 3, -13.5 - breath * 0.3),
        elbow=(shoulder[0] + 14, -7.5 - breath * 0.2),
        wrist=(shoulder[0] + 3.5, -4.8),
        turn=-84.0,
    )
    draw_hand(pen, arm, bones, worn.skin, "rest")
    draw_arm(pen, arm, bones, skin=worn.skin, sleeve=worn.sleeves(), kind=sleeve, cuff=None)


def _blanket(person: Person) -> int:
    """A blanket's colour: a quiet one, beside that of the clothes."""
    choices = (0x8FA8B8, 0xC98F6B, 0x9DAA78, 0xB98AA0, 0xD8B26A)
    return choices[person.dress % len(choices)]
