"""What is done with the whole body: lying, crawling, jumping, falling, swimming, climbing. Hands have nothing then."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from video.direct import Doing
from video.engines.papercut.people.act import Act
from video.engines.papercut.people.outfits import get_outfit
from video.engines.papercut.people.person import Person
from video.engines.papercut.people.skeleton import FOOT, Bones, Limb, Stance, bones_of

KNEE = 0.5
"""Hem of a skirt from which on no bare knee is seen beside it: under a longer one the legs lie stretched."""


class Wave:
    """Sines of the phase, the same at 0 and 1."""

    def __init__(self, phase: float) -> None:
        self.turn = 2 * math.pi * (phase % 1.0)

    def __call__(self, times: int = 1, ahead: float = 0.0) -> float:
        return math.sin(times * self.turn + 2 * math.pi * ahead)


def _full(bones: Bones) -> float:
    return bones.thigh + bones.shin + FOOT


def _lie(bones: Bones, wave: float, quarter: float) -> Stance:
    """On the back, awake, the hands beside the body."""
    return Stance(
        sink=_full(bones) - 0.8 * bones.shoulders, roll=-90.0, shift=0.1 * bones.torso, breath=wave, nod=6.0,
        profile=0.35, turn=0.3, near_arm=Limb(swing=-6, bend=4), far_arm=Limb(swing=-6 + wave, bend=2),
        near_leg=Limb(swing=0, bend=4), far_leg=Limb(swing=30, bend=56),
    )  # fmt: skip


def _prone(bones: Bones, wave: float, quarter: float) -> Stance:
    """On the stomach, up on the elbows, the head raised, one foot in the air."""
    return Stance(
        sink=_full(bones) - 1.05 * bones.shoulders, roll=78.0, shift=-0.3 * bones.torso, breath=wave, nod=-62.0,
        profile=0.5, turn=0.3, near_arm=Limb(swing=66, bend=92), far_arm=Limb(swing=80, bend=84 + wave),
        near_leg=Limb(swing=-12, bend=2, turn=-60), far_leg=Limb(swing=-12, bend=6 + 2 * wave, turn=-60),
    )  # fmt: skip


def _curl(bones: Bones, wave: float, quarter: float) -> Stance:
    """On the side, asleep, the knees drawn up."""
    return Stance(
        sink=_full(bones) - 0.62 * bones.shoulders, roll=-90.0, breath=wave, nod=16.0, lean=8.0,
        profile=0.5, turn=0.3, near_arm=Limb(swing=14, bend=130), far_arm=Limb(swing=10, bend=128 + wave),
        near_leg=Limb(swing=44, bend=88), far_leg=Limb(swing=56, bend=104),
    )  # fmt: skip


def _crawl(bones: Bones, wave: float, quarter: float) -> Stance:
    """On hands and knees."""
    hip = bones.thigh + 0.34 * bones.leg
    lean = math.degrees(math.acos(max(-0.5, min(0.5, (bones.upper + bones.fore + 3 - hip) / bones.torso))))
    x = bones.torso * math.sin(math.radians(lean))
    return Stance(
        sink=_full(bones) - hip, lean=lean, breath=wave, nod=-0.4 * lean, profile=0.6, turn=0.3,
        near_to=(x - 2 + 5 * wave, hip - 3.0 - 2.0 * max(0.0, quarter)),
        far_to=(x + 4 - 5 * wave, hip - 3.0 - 2.0 * max(0.0, -quarter)),
        near_leg=Limb(swing=2 - 12 * wave, bend=88 - 12 * wave, turn=-70),
        far_leg=Limb(swing=6 + 12 * wave, bend=88 + 12 * wave, turn=-70), lap="crawl",
    )  # fmt: skip


def _jump(bones: Bones, wave: float, quarter: float) -> Stance:
    """In the air, the knees drawn up and the arms high."""
    return Stance(
        rise=15.0 + 5.0 * wave, lean=7.0, nod=-6.0, profile=0.4, turn=0.25, sway=-3.0 * wave,
        near_arm=Limb(swing=-118 + 6 * wave, bend=-24), far_arm=Limb(swing=128 - 6 * wave, bend=18),
        near_leg=Limb(swing=-12 - 5 * wave, bend=56, turn=-30), far_leg=Limb(swing=54 + 5 * wave, bend=84, turn=10),
    )  # fmt: skip


def _fall(bones: Bones, wave: float, quarter: float) -> Stance:
    """Slips backwards: the feet go forward, the arms are flung up."""
    return Stance(
        sink=_full(bones) - 0.9 * bones.thigh - 2.0 * wave, lean=-34.0, nod=14.0, profile=0.5, turn=0.25, sway=-3.0,
        near_arm=Limb(swing=-92 + 8 * wave, bend=-14), far_arm=Limb(swing=138 - 8 * wave, bend=16),
        near_leg=Limb(swing=64, bend=12, turn=40), far_leg=Limb(swing=92 + 4 * wave, bend=22, turn=60),
    )  # fmt: skip


def _swim(bones: Bones, wave: float, quarter: float) -> Stance:
    """Stretched out in the water, one arm ahead, the legs kicking."""
    return Stance(
        sink=_full(bones) - 20.0, roll=74.0, shift=-0.5 * bones.torso, nod=-34.0, profile=0.45, turn=0.3, breath=wave,
        near_arm=Limb(swing=40 + 28 * wave, bend=22), far_arm=Limb(swing=158 + 10 * wave, bend=8),
        near_leg=Limb(swing=-6 + 15 * wave, bend=10, turn=-40), far_leg=Limb(swing=6 - 15 * wave, bend=14, turn=-40),
    )  # fmt: skip


def _climb(bones: Bones, wave: float, quarter: float) -> Stance:
    """Upwards by hands and feet."""
    return Stance(
        lean=4.0, nod=-12.0, profile=0.55, turn=0.3, breath=wave,
        near_arm=Limb(swing=150, bend=10), far_arm=Limb(swing=164, bend=6),
        near_leg=Limb(swing=4, bend=10, turn=-6), far_leg=Limb(swing=62 + 4 * wave, bend=84, turn=0),
    )  # fmt: skip


BODIES: dict[str, Callable[[Bones, float, float], Stance]] = {
    "lie": _lie, "prone": _prone, "curl": _curl,
    "crawl": _crawl, "jump": _jump, "fall": _fall, "swim": _swim, "climb": _climb,
}  # fmt: skip
"""By task; they leave nothing to the pose."""


def body_stance(person: Person, act: Act) -> Stance:
    """The stance of a task of the whole body."""
    turn = 2 * math.pi * (act.phase % 1.0)
    outfit = get_outfit(person.wears)
    if act.task in ("lie", "curl") and outfit.hem > KNEE and outfit.legs in ("none", "bare"):
        legs = Limb(swing=2, bend=4) if act.task == "lie" else Limb(swing=12, bend=18)
        return replace(BODIES[act.task](bones_of(person), math.sin(turn), math.cos(turn)), near_leg=legs, far_leg=legs)
    return BODIES[act.task](bones_of(person), math.sin(turn), math.cos(turn))


_STROKES = (Doing.STAND, Doing.WALK, Doing.RUN, Doing.HOLD)
"""What under water is swimming: whoever holds something has the arms before the body."""


def swimming(act: Act, stance: Stance) -> Stance:
    """The stance of somebody under water: the legs trail; who does nothing else swims with long strokes."""
    if stance.lap:
        return stance
    wave = Wave(act.phase)
    ahead = act.pose in _STROKES
    stance = replace(
        stance,
        rise=0.0, sink=0.0, lean=stance.lean + (40.0 if ahead else 12.0), nod=stance.nod - (24.0 if ahead else 6.0),
        near_leg=Limb(swing=-30 + 9 * wave(), bend=14 - 9 * wave(), turn=-50),
        far_leg=Limb(swing=-22 - 9 * wave(), bend=14 + 9 * wave(), turn=-50),
        profile=max(stance.profile, 0.5), sway=-4 + 2 * wave(1, 0.3),
    )  # fmt: skip
    if not ahead or act.holds:
        return stance
    return replace(
        stance, far_arm=Limb(swing=104 + 14 * wave(), bend=6), near_arm=Limb(swing=64 + 30 * wave(1, 0.1), bend=14)
    )
