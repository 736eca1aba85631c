"""Figures of people: paper dolls on bones, always in the same clothes, in every pose and mood."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

import skia

from video.direct import Doing
from video.engines.papercut.palette import darker
from video.engines.papercut.paper import Board, Point, limb
from video.engines.papercut.people.act import Act, cycle_s
from video.engines.papercut.people.bodies import BODIES
from video.engines.papercut.people.cut import gown, skirt
from video.engines.papercut.people.dressing import draw_clothes, draw_far_arm, draw_legs, draw_near_arm, draw_over
from video.engines.papercut.people.extras import draw_braces, draw_in_hair, draw_neckscarf, draw_socks, draw_sparkle
from video.engines.papercut.people.faces import draw_face, face_box
from video.engines.papercut.people.gestures import GESTURES, MOUTHS
from video.engines.papercut.people.hair import draw_hair_back, draw_hair_front
from video.engines.papercut.people.handling import is_handled
from video.engines.papercut.people.hats import draw_hat, draw_hat_back
from video.engines.papercut.people.items import draw_item
from video.engines.papercut.people.layers import draw_apron
from video.engines.papercut.people.limbs import draw_foot, draw_hand, draw_leg, ground_shadow, hand_point
from video.engines.papercut.people.mantles import draw_bag, draw_cloak, draw_necklace, draw_shawl, draw_wings
from video.engines.papercut.people.pen import Pen, Ruler
from video.engines.papercut.people.person import Person, faded, stature
from video.engines.papercut.people.poses import handle_angle, handling, lifted, stance_of
from video.engines.papercut.people.skeleton import Joints, Leg, solve
from video.engines.papercut.people.sleeping import draw_sleeper, dressed_for_bed, sleeper_head
from video.engines.papercut.people.tool import HOE, LONG, along_handle, can_hold
from video.engines.papercut.people.worn import Worn, worn_by

__all__ = ["Act", "Box", "Measures", "can_hold", "cycle_s", "draw_person", "faded", "measures", "stature"]

ADULT = 100.0
_PHASES = 12
"""Moments of a cycle at which a figure is measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Edges, in heights of a grown person, from the place where a figure stands; y downwards."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """How much room a figure takes, and where its parts are; over the whole cycle of its pose where it is a box."""

    box: Box
    """All of it, held things, hat and shadow included."""
    body: Box
    """The same without the shadow on the ground."""
    head: Box
    """The head with hair and hat."""
    face: Box
    """From brow to chin and from ear to cheek."""
    eyes: Point
    """Between the eyes at phase 0."""
    far_hand: Point
    """The hand towards which the figure is turned, at phase 0."""
    ground: float
    """Half the width that it takes on the ground."""


def draw_person(board: Board, person: Person, x: float, y: float, height: float, act: Act) -> None:
    """Draws a figure that stands on (x, y); ``height`` is that of a grown person, in frame units."""
    _draw(Pen(board), person, act, (x, y), height)


def _draw(pen: Pen, person: Person, act: Act, at: Point, height: float) -> None:
    act = replace(act, phase=act.phase % 1.0)
    with pen.figure(*at, height * stature(person) / ADULT, flip=act.flip):
        if _in_bed(act):
            draw_sleeper(pen, person, act)
            return
        stance = stance_of(person, act)
        joints = solve(person, stance)
        if act.shadow:
            ground_shadow(pen, *_footing(joints, person))
        if not stance.roll:
            _figure(pen, person, act, joints)
            return
        x, y = joints.hip
        with pen.at(x, y, turn=stance.roll), pen.at(-x, -y):
            _figure(pen, person, act, joints)


def _in_bed(act: Act) -> bool:
    """Whether somebody sleeps under a blanket."""
    return act.pose is Doing.SLEEP and act.task not in BODIES


def _footing(joints: Joints, person: Person) -> tuple[float, float]:
    half = joints.bones.hips * 1.5 + 3
    if joints.stance.roll:
        side = 1 if joints.stance.roll > 0 else -1
        ends = (
            joints.hip[0] + side * (joints.bones.torso + joints.bones.head),
            joints.hip[0] - side * joints.bones.thigh * 1.6,
        )
        return min(ends), max(ends)
    xs = (
        [p[0] for leg in (joints.near_leg, joints.far_leg) for p in (leg.ankle, leg.knee)]
        if joints.stance.lap
        else [leg.ankle[0] for leg in (joints.near_leg, joints.far_leg)]
    )
    return min(*xs, joints.hip[0] - half * 0.6) - 6, max(*xs, joints.hip[0] + half * 0.6) + 7


def _figure(pen: Pen, person: Person, act: Act, joints: Joints) -> None:
    worn = worn_by(pen, person, joints)
    head_r = joints.bones.head / 2
    sway = joints.stance.sway
    hands = _hands(person, act)
    items = handling(person, act).items if is_handled(act) else ()
    for item in items:
        if item.behind:
            draw_item(pen, person, item, act.phase)
    draw_wings(pen, worn)
    draw_cloak(pen, worn)
    draw_sparkle(pen, worn)
    with pen.at(*joints.head, turn=joints.tilt):
        draw_hat_back(pen, person, head_r, sway)
        draw_hair_back(pen, person, head_r, sway)
    _neck(pen, worn)
    if act.pose is Doing.SIT and act.seat <= 0:
        _crossed_legs(pen, worn)
    draw_hand(pen, joints.far, joints.bones, darker(worn.skin, 0.1), hands[1])
    draw_far_arm(pen, worn)
    if not (act.pose is Doing.SIT and act.seat <= 0):
        draw_legs(pen, worn)
        draw_socks(pen, worn)
    draw_clothes(pen, worn)
    draw_braces(pen, worn)
    draw_apron(pen, worn, _lower(worn))
    under = _arm_hangs(person, act) and (person.shawl is not None or "poncho" in worn.outfit.over)
    if under:
        draw_hand(pen, joints.near, joints.bones, worn.skin, hands[0])
        draw_near_arm(pen, worn)
        draw_over(pen, worn)
    draw_necklace(pen, worn)
    draw_bag(pen, worn)
    draw_shawl(pen, worn)
    draw_neckscarf(pen, worn)
    if items:
        for item in items:
            if not (item.behind or item.over):
                draw_item(pen, person, item, act.phase)
        draw_hand(pen, joints.far, joints.bones, darker(worn.skin, 0.1), hands[1])
    elif not is_handled(act) and act.task not in BODIES:
        _held(pen, person, act, joints)
    with pen.at(*joints.head, turn=joints.tilt):
        mouth = max(act.mouth, MOUTHS.get(act.task, 0.0))
        draw_face(pen, person, replace(act, mouth=mouth), head_r, joints.stance.turn)
        draw_hair_front(pen, person, head_r)
        draw_in_hair(pen, person, head_r)
        draw_hat(pen, person, head_r)
    if not under:
        draw_hand(pen, joints.near, joints.bones, worn.skin, hands[0])
        draw_near_arm(pen, worn)
    for item in items:
        if item.over:
            draw_item(pen, person, item, act.phase)


def _arm_hangs(person: Person, act: Act) -> bool:
    """True where the nearer arm hangs down, under what lies round the shoulders."""
    if act.near_at is not None or is_handled(act) or act.task in BODIES:
        return False
    if act.pose in (Doing.STAND, Doing.WALK):
        return True
    return act.pose in (Doing.SPEAK, Doing.POINT) and not act.holds


def _lower(worn: Worn):
    outfit = worn.outfit
    if outfit.skirt_role:
        return skirt(worn.person, worn.joints, hem=outfit.hem, flare=outfit.flare)
    return gown(worn.person, worn.joints, hem=max(0.3, outfit.hem), flare=outfit.flare, ease=outfit.ease)


def _neck(pen: Pen, worn: Worn) -> None:
    j = worn.joints
    w = j.bones.head * 0.30
    a, b = j.torso(0.0, 0.86), j.torso(0.0, 1.02)
    top = j.head[0] * 0.75 + b[0] * 0.25, j.head[1] + j.bones.head * 0.36
    pen.sheet(limb([a, b, top], [w * 1.25, w * 1.08, w]), darker(worn.skin, 0.09), 1.5)


def _crossed_legs(pen: Pen, worn: Worn) -> None:
    """Legs folded on the ground: the knees to both sides, the shins before the body."""
    j, kind = worn.joints, worn.outfit.legs if worn.outfit.legs != "none" else "bare"
    if worn.outfit.hem > 0.5 and kind == "bare":
        for side in (-1, 1):
            toe = Leg(hip=j.hip, knee=j.hip, ankle=(j.hip[0] + side * 3.0, -2.4), turn=0.0)
            draw_foot(pen, toe, j.bones, worn.shoes, kind=worn.feet(), skin=worn.skin)
        return
    for leg, shade in ((j.far_leg, 0.1), (j.near_leg, 0.0)):
        draw_foot(pen, leg, j.bones, worn.shoes, kind=worn.feet(), skin=worn.skin)
        draw_leg(
            pen,
            leg,
            j.bones,
            darker(worn.trousers if kind != "bare" else worn.skin, shade),
            kind=kind,
            skin=darker(worn.skin, shade),
        )


def _hands(person: Person, act: Act) -> tuple[str, str]:
    """How the nearer and the further hand are held."""
    if act.task in GESTURES:
        near = "point" if act.task == "hush" else "grip" if act.task in ("think", "knock") else "open"
        return near, "grip" if act.task == "knock" else "rest" if act.task in ("hush", "yawn", "think") else "open"
    if act.task in BODIES:
        return ("grip", "grip") if act.task == "climb" else ("rest", "open")
    if is_handled(act):
        return "grip", "grip"
    if act.pose is Doing.POINT:
        return ("grip" if act.holds else "rest"), "point"
    if act.pose in (Doing.SPEAK, Doing.DANCE, Doing.SING, Doing.EMBRACE):
        return ("grip" if act.holds else "rest" if act.pose is Doing.SPEAK else "open"), "open"
    if act.pose in (Doing.WORK, Doing.RUN) or (act.holds and act.pose is Doing.HOLD):
        return "grip", "grip"
    grips = act.holds or (person.stick and act.pose in (Doing.STAND, Doing.WALK))
    return "rest", "grip" if grips else "rest"


def _held(pen: Pen, person: Person, act: Act, joints: Joints) -> None:
    near, far = hand_point(joints, joints.near), hand_point(joints, joints.far)
    measure = 1.0 / stature(person)
    if act.pose is Doing.WORK and (not act.holds or act.holds in LONG):
        kind = act.holds or HOE
        turn = along_handle(kind, handle_angle(lifted(act)))
        pen.tool(kind, far, min(1.15, measure), phase=act.phase, turn=turn)
    elif act.holds and can_hold(act.holds):
        two = act.pose in (Doing.HOLD, Doing.SIT, Doing.KNEEL, Doing.WORK, Doing.SING) and act.holds not in LONG
        one = near if act.pose in (Doing.SPEAK, Doing.POINT) else far
        at = ((near[0] + far[0]) / 2 + 1.0, (near[1] + far[1]) / 2 + 1.0) if two else one
        pen.tool(act.holds, at, min(1.3, measure), phase=act.phase)
    elif person.stick and act.pose in (Doing.STAND, Doing.WALK):
        wood = pen.light.dye(0x7A5233, 0.8)
        if person.extra("crutch") is not None:
            _crutch(pen, far, joints.torso(joints.bones.shoulders, 0.9)[1], wood)
        else:
            _stick(pen, far, (far[0] - joints.hip[0]) * 0.1, wood)


def _stick(pen: Pen, hand: Point, aside: float, wood: int) -> None:
    x, y = hand
    pen.sheet(limb([(x - 0.8, y - 7.5), hand, (x + 2.5 + aside, -1.0)], [2.4, 2.4, 1.8]), wood, 2)
    pen.sheet(limb([(x - 4.2, y - 7.2), (x - 2.4, y - 9.2), (x - 0.6, y - 7.0)], [2.0, 2.4, 2.4]), wood, 1)


def _crutch(pen: Pen, hand: Point, high: float, wood: int) -> None:
    """A crutch from the armpit to the ground, with a grip where the hand is."""
    x, y = hand
    top = high + 5.0
    pen.sheet(limb([(x - 1.5, top), hand, (x + 2.5, -1.0)], [2.2, 2.4, 1.9]), wood, 2)
    pen.sheet(limb([(x - 6.0, top - 0.6), (x - 1.5, top - 1.4), (x + 3.0, top - 0.4)], [2.4, 3.2, 2.4]), wood, 1)
    pen.sheet(limb([(x - 3.0, y), (x + 3.4, y)], [2.2, 2.2]), darker(wood, 0.15), 1)


@lru_cache(maxsize=2048)
def measures(person: Person, act: Act) -> Measures:
    """How much room a figure takes in a pose; phase and mouth of the act do not matter."""
    unit = stature(person) / ADULT
    body: Box | None = None
    shadow: Box | None = None
    heads: list[Box] = []
    faces: list[Box] = []
    for i in range(_PHASES):
        moment = replace(act, phase=i / _PHASES, mouth=1.0 if i == 0 else 0.0, shadow=False)
        body = _joined(body, _ruled(person, moment))
        if act.shadow and i % 3 == 0:
            shadow = _joined(shadow, _shadow_box(person, moment))
        heads.append(_head_box(person, moment))
        faces.append(_face_box(person, moment))
    assert body is not None
    first = replace(act, phase=0.0)
    joints = solve(person, stance_of(person, first))
    side = -1.0 if act.flip else 1.0
    face = faces[0]
    far = (0.0, -8.0) if _in_bed(act) else _rolled(hand_point(joints, joints.far), joints)
    left, right = _footing(joints, person)
    eyes = (
        (face.left + face.right) / 2 + side * joints.bones.head * 0.08 * unit,
        face.top + (face.bottom - face.top) * 0.43,
    )
    return Measures(
        box=_joined(shadow, body),
        body=body,
        head=_all(heads),
        face=_all(faces),
        eyes=eyes,
        far_hand=(side * far[0] * unit, far[1] * unit),
        ground=max(-left, right) * unit if not _in_bed(act) else max(-body.left, body.right),
    )


def _ruled(person: Person, act: Act) -> Box:
    ruler = Ruler()
    _draw(ruler, person, act, (0.0, 0.0), 1.0)
    return _box_of(ruler.box)


def _shadow_box(person: Person, act: Act) -> Box:
    """Where the shadow lies; of a sleeper with all that lies on it."""
    if _in_bed(act):
        return _ruled(person, replace(act, shadow=True))
    ruler = Ruler()
    with ruler.figure(0, 0, stature(person) / ADULT, flip=act.flip):
        ground_shadow(ruler, *_footing(solve(person, stance_of(person, act)), person))
    return _box_of(ruler.box)


def _box_of(rect: skia.Rect | None) -> Box:
    assert rect is not None
    return Box(left=rect.left(), top=rect.top(), right=rect.right(), bottom=rect.bottom())


def _head_place(person: Person, act: Act) -> tuple[Point, float, float]:
    """Middle, tilt and half height of the head."""
    if _in_bed(act):
        return sleeper_head(person, act)
    joints = solve(person, stance_of(person, act))
    roll = joints.stance.roll
    if not roll:
        return joints.head, joints.tilt, joints.bones.head / 2
    return _rolled(joints.head, joints), joints.tilt + roll, joints.bones.head / 2


def _rolled(point: Point, joints: Joints) -> Point:
    """Where a point of a figure is that is turned about its hips."""
    a = math.radians(joints.stance.roll)
    (x, y), (dx, dy) = joints.hip, (point[0] - joints.hip[0], point[1] - joints.hip[1])
    return x + dx * math.cos(a) - dy * math.sin(a), y + dx * math.sin(a) + dy * math.cos(a)


def _head_box(person: Person, act: Act) -> Box:
    at, tilt, r = _head_place(person, act)
    if _in_bed(act):
        person = dressed_for_bed(person)
    ruler = Ruler()
    with ruler.figure(0, 0, stature(person) / ADULT, flip=act.flip), ruler.at(*at, turn=tilt):
        draw_face(ruler, person, act, r, 0.0)
        draw_hair_front(ruler, person, r)
        draw_hat(ruler, person, r)
        if person.hair_style.value in ("bun", "topknot", "curls", "puffs"):
            draw_hair_back(ruler, person, r, 0.0)
    return _box_of(ruler.box)


def _face_box(person: Person, act: Act) -> Box:
    at, tilt, r = _head_place(person, act)
    left, top, right, bottom = face_box(r)
    matrix = skia.Matrix()
    matrix.setRotate(tilt)
    matrix.postTranslate(*at)
    unit = stature(person) / ADULT
    matrix.postScale(-unit if act.flip else unit, unit)
    return _box_of(matrix.mapRect(skia.Rect.MakeLTRB(left, top, right, bottom)))


def _joined(one: Box | None, two: Box) -> Box:
    if one is None:
        return two
    return Box(
        left=min(one.left, two.left),
        top=min(one.top, two.top),
        right=max(one.right, two.right),
        bottom=max(one.bottom, two.bottom),
    )


def _all(boxes: list[Box]) -> Box:
    out = boxes[0]
    for box in boxes[1:]:
        out = _joined(out, box)
    return out
