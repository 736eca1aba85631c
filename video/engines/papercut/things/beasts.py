"""Animals on four legs, cut from one pattern with the measures of each breed; facing right, feet at (0, 0)."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval, smooth
from video.engines.papercut.things.attire import below_head, draw_bodywear, draw_neckwear, draw_patch, lean_of
from video.engines.papercut.things.breeds import Breed
from video.engines.papercut.things.coats import draw_coat, draw_humps, draw_mane, draw_ruff, draw_tail
from video.engines.papercut.things.gaits import GAITS, foot_at, joint_of
from video.engines.papercut.things.heads import draw_head
from video.engines.papercut.things.moment import Moment, own
from video.engines.papercut.things.raised import RAISED, draw_floating, draw_rearing
from video.engines.papercut.things.seated import draw_seated, sits_upright


@dataclass(frozen=True, slots=True, kw_only=True)
class Stature:
    """Where the parts of an animal are in one moment."""

    breed: Breed
    half: float
    """Half the length of its trunk."""
    top: float
    low: float
    """Withers and belly."""
    bob: float
    pitch: float

    def at(self, x: float, y: float) -> Point:
        """A place on the trunk, carried along by its swaying."""
        return x, y + self.bob + self.pitch * x / self.half

    def back(self, share: float) -> float:
        """Height of the back; ``share`` -1 = croup, 1 = withers."""
        return self.top + self.breed.slope * (1 - share) / 2


def place_stature(breed: Breed, moment: Moment) -> Stature:
    """The trunk of a breed in one moment."""
    leg = breed.leg
    bob = pitch = drop = 0.0
    swell = 0.0
    stepping = GAITS.get(moment.gait)
    if stepping is not None:
        bob = leg * stepping.bob * moment.swing(2 if moment.gait == "walk" else 1)
        pitch = leg * stepping.pitch * moment.swing(1, 0.2)
    elif moment.gait in ("sleep", "sit"):
        drop = leg * 0.9
        swell = breed.thick * 0.025 * moment.swing()
    else:
        swell = breed.thick * 0.012 * moment.swing()
    return Stature(
        breed=breed,
        half=breed.length / 2,
        top=-(leg + breed.thick) + drop - swell,
        low=-leg + drop + (swell if moment.gait not in ("sleep", "sit") else 0),
        bob=bob,
        pitch=pitch,
    )


def draw_beast(board: Board, breed: Breed, moment: Moment) -> None:
    """Draws a four-legged animal in its own units."""
    if moment.gait == "sit" and sits_upright(breed):
        draw_seated(board, breed, moment)
        return
    if moment.gait in RAISED:
        (draw_rearing if moment.gait == "rear" else draw_floating)(board, breed, moment)
        return
    coat = own(board, moment, breed.coat)
    legs = board.light.dye(breed.mark, 0.65) if "dark legs" in breed.marks else coat
    stature = place_stature(breed, moment)
    lying = moment.gait in ("sleep", "sit")
    board.shadow(oval(2, 0, stature.half * 1.08, 2.6), 5, 0.5)
    rear = stature.at(-stature.half * 0.96, stature.back(-1) + breed.thick * 0.24)
    draw_tail(board, breed, moment, coat, rear)
    if not lying:
        _legs(board, stature, moment, darker(legs, 0.24), far=True)
    head = head_place(stature, moment)
    if "hump" in breed.marks or "humps" in breed.marks:
        draw_humps(board, breed, coat, stature.at(-stature.half * 0.05, stature.back(0)))
    trunk = _trunk(stature, head)
    board.sheet(trunk, coat, 4)
    draw_coat(board, breed, coat, trunk, (stature.half, stature.top, stature.low))
    draw_on_trunk(board, breed, moment, trunk, (stature.half, stature.top, stature.low))
    if lying:
        _folded(board, stature, legs)
    else:
        _legs(board, stature, moment, legs, far=False)
    if breed.mane is not None:
        draw_mane(board, breed, stature.at(stature.half * 0.62, stature.top), head, moment)
    if "ruff" in breed.marks:
        draw_ruff(board, breed, coat, head)
    root = stature.at(stature.half * 0.5, stature.top + breed.thick * 0.47)
    draw_round_neck(board, breed, moment, root, head)
    draw_head(board, breed, coat, head, moment)


def draw_on_trunk(
    board: Board, breed: Breed, moment: Moment, trunk: skia.Path, measures: tuple[float, float, float]
) -> None:
    """A patch on the chest, and clothes, within the trunk."""
    livery = moment.livery
    if livery is None:
        return
    half, top, low = measures
    with board.within(trunk):
        if livery.chest is not None:
            at = half * 0.92, top + (low - top) * 0.5
            draw_patch(board, at, (breed.thick * 0.2, breed.thick * 0.3), livery.chest, -16)
        if livery.flank is not None:
            draw_patch(
                board, (-half * 0.1, top + (low - top) * 0.4), (breed.thick * 0.42, breed.thick * 0.3), livery.flank
            )
        draw_bodywear(board, livery, half, top, low)


def draw_round_neck(board: Board, breed: Breed, moment: Moment, root: Point, head: Point) -> None:
    """What is worn round the neck, close below the head."""
    if moment.livery is None:
        return
    at = below_head(root, head, breed.head * 1.02)
    wide = max(breed.neck_width * 1.15, breed.head * 1.05) if breed.neck_width > 0 else breed.head * 1.5
    draw_neckwear(board, moment.livery, at, wide, lean_of(root, head))


def head_place(stature: Stature, moment: Moment) -> Point:
    """The middle of the skull."""
    breed = stature.breed
    x, y = stature.at(stature.half * 0.72, stature.top + breed.thick * 0.18)
    dx, dy = breed.neck
    if moment.gait == "sleep":
        if dy < -26 or "trunk" in breed.marks:  # long necks stay up
            return x + dx * 1.1, y + dy * 0.86
        low = (stature.half * 0.98 + breed.head * 0.75, -breed.head * (1.8 if "ruff" in breed.marks else 0.92))
        if breed.foot == "hoof" and "wool" not in breed.marks:  # hoofed ones doze with their heads half up
            return (x + dx + low[0]) / 2, (y + dy + low[1]) / 2
        return low
    if moment.gait == "run":
        return x + dx * 1.18, y + dy * 0.8 - stature.pitch * 0.5
    nod = 0.9 * moment.swing(2, 0.15) if moment.gait == "walk" else 0.35 * moment.swing()
    return x + dx + nod * 0.5, y + dy + nod


def _trunk(stature: Stature, head: Point) -> skia.Path:
    """Trunk and neck as one cut."""
    breed, half, top, low = stature.breed, stature.half, stature.top, stature.low
    thick, at = breed.thick, stature.at
    body = smooth(
        [
            at(-half * 1.02, stature.back(-1) + thick * 0.46),
            at(-half * 0.92, stature.back(-1) + thick * 0.15),
            at(-half * 0.62, stature.back(-0.7) + thick * 0.01),
            at(-half * 0.12, stature.back(0) + thick * 0.05),
            at(half * 0.36, stature.back(0.6) + thick * 0.04),
            at(half * 0.74, top + thick * 0.05),
            at(half * 1.0, top + thick * 0.4),
            at(half * 0.9, low - thick * 0.12),
            at(half * 0.45, low + 1),
            at(-half * 0.15, low - breed.tuck * 0.5),
            at(-half * 0.6, low - breed.tuck),
            at(-half * 0.96, low - thick * 0.18),
        ],
        closed=True,
    )
    if breed.neck_width <= 0:
        return body
    root = at(half * 0.5, top + thick * 0.47)
    across = (head[0] - root[0], head[1] - root[1])
    middle = (root[0] + across[0] * 0.55 - across[1] * -0.06, root[1] + across[1] * 0.55 + 1)
    neck = limb([root, middle, head], [thick * 0.85, max(breed.neck_width * 1.22, thick * 0.3), breed.neck_width])
    joined = skia.Op(body, neck, skia.PathOp.kUnion_PathOp)
    return body if joined is None else joined


def _legs(board: Board, stature: Stature, moment: Moment, coat: int, *, far: bool) -> None:
    """Two legs of one side, hind leg first."""
    breed, half = stature.breed, stature.half
    stepping = GAITS.get(moment.gait)
    for i, front in enumerate((False, True)):
        x = half * (0.68 if front else -0.7) + (5.0 if far else -1.0)
        hip = stature.at(x, stature.low - breed.thick * (0.22 if front else 0.3))
        long = -hip[1] + stature.bob + stature.pitch * x / half
        stand = (1.5 if front else -2.5) * breed.leg / 24
        foot = (x + stand, -1.0)
        if stepping is not None:
            dx, dy = foot_at(stepping, moment.phase - stepping.offsets[i + (2 if far else 0)], breed.leg)
            foot = (x + dx, -1.0 + dy)
        bones = (long * (0.5 if front else 0.51), long * (0.508 if front else 0.525))
        knee = joint_of(hip, foot, bones, 1.0 if front else -1.0)
        _leg(board, stature, coat, (hip, knee, foot), front=front)


def _leg(board: Board, stature: Stature, coat: int, joints: tuple[Point, Point, Point], *, front: bool) -> None:
    breed = stature.breed
    hip, knee, foot = joints
    wide = breed.leg_width
    thigh = breed.thick * (0.34 if front else 0.66 if "haunch" in breed.marks else 0.44)
    ankle = (foot[0] + (knee[0] - foot[0]) * 0.12, foot[1] - 1.5)
    upper = (hip[0] + (knee[0] - hip[0]) * 0.5, hip[1] + (knee[1] - hip[1]) * 0.5)
    shoulder = max(wide * 1.5, thigh)
    cap = (hip[0], hip[1] - shoulder * 0.42)
    shape = limb(
        [cap, hip, upper, knee, ankle], [shoulder * 0.4, shoulder, max(wide * 1.3, thigh * 0.8), wide, wide * 0.9]
    )
    end = _foot(breed, foot)
    if breed.foot != "hoof":
        joined = skia.Op(shape, end, skia.PathOp.kUnion_PathOp)
        shape = shape if joined is None else joined
    board.sheet(shape, coat, 1.6, edge=0.14)
    if breed.socks is not None:
        with board.within(shape):
            sock = board.light.dye(breed.socks, 0.7)
            board.flat(limb([(knee[0], knee[1] + wide * 0.6), foot, (foot[0] + 3, foot[1] + 4)], [wide * 2] * 3), sock)
    if {"stripes", "zebra", "leg stripes"} & set(breed.marks):
        with board.within(shape):
            for k in (0.0, 0.24, 0.48, 0.72):
                x, y = knee[0] + (foot[0] - knee[0]) * k, knee[1] + (foot[1] - knee[1]) * k
                band = smooth([(x - wide * 0.8, y - 0.6), (x, y + 0.8), (x + wide * 0.8, y - 0.6)])
                board.stroke(band, board.light.dye(breed.mark, 0.7), wide * 0.22)
    if breed.foot == "hoof":
        board.sheet(end, board.light.dye(0x4A3F3C, 0.7), 0, edge=0.1)
    elif breed.foot == "pad":
        for k in (-0.3, 0.05, 0.4):
            board.flat(oval(foot[0] + wide * k + 1, foot[1] - 0.6, wide * 0.13, 1.2), lighter(coat, 0.55), 0.9)
    else:
        for k in (0.35, 0.62):
            x = foot[0] + wide * k
            board.stroke(smooth([(x, foot[1] - wide * 0.26), (x + 0.6, foot[1] + 0.2)]), darker(coat, 0.45), 0.7, 0.7)


def _foot(breed: Breed, foot: Point) -> skia.Path:
    x, y = foot
    wide = breed.leg_width
    if breed.foot == "hoof":
        tall = wide * 0.5
        return smooth(
            [(x - wide * 0.46, y - tall), (x + wide * 0.46, y - tall), (x + wide * 0.66, y + 0.8), (x - wide * 0.5,
            y + 0.8)],
            closed=True, tension=14,
        )  # fmt: skip
    if breed.foot == "pad":
        return smooth(
            [(x - wide * 0.5, y - wide * 0.5), (x + wide * 0.5, y - wide * 0.5), (x + wide * 0.58, y + 0.9),
             (x - wide * 0.54, y + 0.9)], closed=True, tension=12,
        )  # fmt: skip
    return oval(x + wide * 0.3, y - wide * 0.1, wide * 0.78, wide * 0.4)


def _folded(board: Board, stature: Stature, coat: int) -> None:
    """The legs of an animal that lies."""
    breed, half = stature.breed, stature.half
    wide, thick = breed.leg_width, breed.thick
    lies = -wide * 0.42
    fore = limb([(half * 0.5, stature.low - thick * 0.25), (half * 0.62, lies - 1), (half * 1.12, lies)],
                [thick * 0.36, wide * 1.1, wide * 0.85])  # fmt: skip
    board.sheet(fore, darker(coat, 0.06), 1.6, edge=0.14)
    hind = limb([(-half * 0.35, lies), (half * 0.1, lies)], [wide * 0.95, wide * 0.8])
    board.sheet(hind, darker(coat, 0.12), 1.4, edge=0.14)
    board.sheet(oval(-half * 0.58, -thick * 0.36, half * 0.36, thick * 0.36), coat, 2, edge=0.16)
