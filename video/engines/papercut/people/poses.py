"""The poses: how a figure holds itself at each phase of what it does. At phase 1 all is as at phase 0."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from video.direct import Doing, Mood
from video.direction.handiwork import FRUITS
from video.engines.papercut.people.act import Act
from video.engines.papercut.people.bodies import BODIES, Wave, body_stance, swimming
from video.engines.papercut.people.handling import Handled, handled, is_handled
from video.engines.papercut.people.outfits import get_outfit
from video.engines.papercut.people.person import Age, Person, stature
from video.engines.papercut.people.skeleton import FOOT, Limb, Stance, along, bones_of, solve
from video.engines.papercut.people.tool import LONG

BLINK = 0.09
"""In this part of a quiet cycle the eyes are shut."""
_QUIET = frozenset({Doing.STAND, Doing.SIT, Doing.KNEEL, Doing.HOLD, Doing.POINT, Doing.SPEAK})
_STANDING = frozenset({Doing.STAND, Doing.SPEAK, Doing.POINT, Doing.HOLD, Doing.EMBRACE, Doing.SING, Doing.SLEEP})


def blinks(person: Person, act: Act) -> bool:
    """True where the eyes are shut for a moment; not all people of a scene at once."""
    begin = 0.15 + (person.dress ^ person.skin ^ person.hair) % 61 / 100
    return act.pose in _QUIET and begin <= act.phase % 1.0 < begin + BLINK


def stance_of(person: Person, act: Act) -> Stance:
    """The stance of an act."""
    if act.task in BODIES:
        return _reaching(person, act, body_stance(person, act))
    if is_handled(act):
        return handling(person, act).stance
    stance = _POSES[act.pose](person, act, Wave(act.phase))
    stands = act.pose in _STANDING or (act.pose is Doing.WORK and bool(act.holds) and act.holds not in LONG)
    stance = _at_rest(person, stance) if stands else stance
    return _reaching(person, act, swimming(act, stance) if act.swims else stance)


def _reaching(person: Person, act: Act, stance: Stance) -> Stance:
    """The stance with the hands at what they are to reach."""
    if act.nod or act.lean:
        stance = replace(stance, nod=stance.nod + act.nod, lean=stance.lean + act.lean)
    if act.near_at is None and act.far_at is None:
        return stance
    hip, unit = solve(person, stance).hip, 100 / stature(person)

    def from_hips(at: tuple[float, float] | None) -> tuple[float, float] | None:
        return None if at is None else (at[0] * unit - hip[0], at[1] * unit - hip[1])

    near, far = from_hips(act.near_at), from_hips(act.far_at)
    return replace(stance, near_to=near or stance.near_to, far_to=far or stance.far_to)


def handling(person: Person, act: Act) -> Handled:
    """The stance of a task, whose legs and seat are those of its pose, and what is in the hands."""
    wave = Wave(act.phase)
    pose = Doing.STAND if act.pose in (Doing.WORK, Doing.HOLD, Doing.SPEAK, Doing.POINT) else act.pose
    if pose is Doing.STAND and act.task == "pick" and act.on not in FRUITS:
        pose = Doing.KNEEL
    plain = replace(act, holds="", pose=pose)
    stance = _POSES[plain.pose](replace(person, stick=False), plain, wave)
    stance = _at_rest(person, stance) if plain.pose in _STANDING else stance
    return handled(person, act, stance, wave.turn)


def _stoop(person: Person) -> float:
    return 11.0 if person.extra("stoop") is not None else 5.0 if person.age is Age.OLD else 0.0


def _at_rest(person: Person, stance: Stance) -> Stance:
    """The stance on legs that stand."""
    apart = 3.0 if person.feminine else 5.0
    return replace(stance, near_leg=Limb(swing=-apart), far_leg=Limb(swing=apart))


def _stand(person: Person, act: Act, wave: Wave) -> Stance:
    far = Limb(swing=11 + 1.2 * wave(), bend=9)
    near = Limb(swing=-11 - 1.2 * wave(), bend=10 + 2 * wave())
    if act.holds:
        far = Limb(swing=16 + wave(), bend=62 + 2 * wave())
    elif person.stick:
        far = Limb(swing=22 + 0.6 * wave(), bend=34)
    elif act.mood in _FELT and person.age is not Age.BABY:
        return _feel(person, act, wave)
    if person.age is Age.BABY:
        near, far = Limb(swing=-28 - 5 * wave(), bend=-8), Limb(swing=28 + 5 * wave(), bend=8)
    return Stance(
        shift=0.5 * wave(),
        lean=_stoop(person) + 0.6 * wave(),
        breath=wave(),
        nod=-0.3 * _stoop(person) + 1.6 * wave(1, 0.1),
        near_arm=near,
        far_arm=far,
        sway=0.5 * wave(1, 0.7),
    )


_FELT: dict[Mood, tuple[float, float, Limb, Limb]] = {
    Mood.AFRAID: (-5.0, 2.0, Limb(swing=24, bend=112), Limb(swing=16, bend=124)),
    Mood.SAD: (5.0, 11.0, Limb(swing=2, bend=6), Limb(swing=8, bend=10)),
    Mood.ANGRY: (3.0, 4.0, Limb(swing=-30, bend=52), Limb(swing=34, bend=-34)),
    Mood.AMAZED: (-4.0, -4.0, Limb(swing=-24, bend=-46), Limb(swing=26, bend=52)),
}
"""Lean, nod, nearer and further arm of who stands and feels it: a mood is to be seen from afar."""


def _feel(person: Person, act: Act, wave: Wave) -> Stance:
    lean, nod, near, far = _FELT[act.mood]
    quick = wave(4) if act.mood is Mood.AFRAID else wave()
    return Stance(
        shift=0.5 * quick,
        lean=_stoop(person) + lean + 0.6 * wave(),
        breath=wave(),
        nod=nod - 0.3 * _stoop(person) + 1.4 * wave(1, 0.1),
        near_arm=replace(near, swing=near.swing + wave()),
        far_arm=replace(far, swing=far.swing - wave()),
        sway=0.5 * wave(1, 0.7),
    )


def _speak(person: Person, act: Act, wave: Wave) -> Stance:
    far = Limb(swing=30 + 9 * wave(), bend=70 + 16 * wave(1, 0.12), turn=12 * wave(1, 0.2))
    near = Limb(swing=-10 - 2 * wave(2), bend=14 + 3 * wave(2))
    if act.holds:
        near = Limb(swing=2 + wave(), bend=72 + 3 * wave())
    return Stance(
        shift=0.6 * wave(),
        lean=_stoop(person) + 1.6 + 1.2 * wave(),
        breath=wave(2),
        nod=-0.3 * _stoop(person) + 2.4 * wave(2, 0.1),
        near_arm=near,
        far_arm=far,
        sway=0.6 * wave(1, 0.7),
    )


def _point(person: Person, act: Act, wave: Wave) -> Stance:
    near = Limb(swing=2, bend=72 + 2 * wave()) if act.holds else Limb(swing=-14, bend=16 + 2 * wave())
    return Stance(
        shift=0.4 * wave(),
        lean=_stoop(person) * 0.6 + 2 + wave(),
        breath=wave(),
        nod=-3 + 1.5 * wave(1, 0.1),
        turn=0.35,
        near_arm=near,
        far_arm=Limb(swing=94 + 3 * wave(), bend=-4 + 2 * wave()),
        sway=0.4 * wave(1, 0.7),
    )


def _hold(person: Person, act: Act, wave: Wave) -> Stance:
    return Stance(
        shift=0.4 * wave(),
        lean=_stoop(person) * 0.8 - 1 + 0.6 * wave(),
        breath=wave(),
        nod=3 + 1.5 * wave(1, 0.1),
        near_arm=Limb(swing=10 + wave(), bend=76 + 2.5 * wave(), turn=-10),
        far_arm=Limb(swing=4 + wave(), bend=76 + 2.5 * wave(), turn=6),
        sway=0.5 * wave(1, 0.7),
    )


def _walk(person: Person, act: Act, wave: Wave) -> Stance:
    wide = {Age.OLD: 0.66, Age.BABY: 0.6, Age.CHILD: 1.05}.get(person.age, 1.0)
    arms = 0.5 if person.age is Age.BABY else 1.0
    near_arm = Limb(swing=-29 * wave() * wide * arms - 1, bend=20 - 14 * wave() * arms)
    far_arm = Limb(swing=29 * wave() * wide * arms + 1, bend=20 + 14 * wave() * arms)
    if act.holds:
        far_arm = Limb(swing=14 + 2 * wave(2), bend=66 + 3 * wave(2))
    elif person.stick:
        far_arm = Limb(swing=26 + 9 * wave(), bend=30)
    return Stance(
        lean=_stoop(person) + 3.0,
        breath=0.5 * wave(2),
        nod=-1 - 0.3 * _stoop(person) + 1.2 * wave(2, 0.1),
        near_arm=near_arm,
        far_arm=far_arm,
        near_leg=_step(wave, 0.0, 25 * wide),
        far_leg=_step(wave, 0.5, 25 * wide),
        sway=1.5 * wave(2, 0.3),
        profile=0.0 if person.age is Age.BABY else 0.55,
        turn=0.25,
    )


def _step(wave: Wave, ahead: float, wide: float) -> Limb:
    """A leg in its stride: it swings forward bent and comes down straight."""
    swing = wide * wave(1, ahead)
    lifted = max(0.0, wave(1, ahead + 0.28))
    bend = 5 + wide * 1.55 * lifted**1.5
    return Limb(swing=swing + bend * 0.2, bend=bend, turn=-0.55 * swing + 0.35 * bend)


def _run(person: Person, act: Act, wave: Wave) -> Stance:
    wide = {Age.OLD: 0.75, Age.BABY: 0.6}.get(person.age, 1.0)
    return Stance(
        rise=1.2 + 2.4 * max(0.0, wave(2, 0.1)),
        lean=11 + _stoop(person) * 0.5,
        nod=-9 + 1.5 * wave(2),
        near_arm=Limb(swing=-46 * wave() * wide - 4, bend=74 - 22 * wave()),
        far_arm=Limb(swing=46 * wave() * wide + 2, bend=78 + 22 * wave()) if not act.holds else Limb(swing=20, bend=80),
        near_leg=_stride(wave, 0.0, 42 * wide),
        far_leg=_stride(wave, 0.5, 42 * wide),
        sway=-4 + 2.2 * wave(2, 0.3),
        profile=0.7,
        turn=0.3,
    )


def _stride(wave: Wave, ahead: float, wide: float) -> Limb:
    swing = wide * wave(1, ahead)
    bend = 14 + wide * 1.9 * max(0.0, wave(1, ahead + 0.3)) ** 1.3
    return Limb(swing=swing + bend * 0.3, bend=bend, turn=-0.5 * swing + 0.55 * bend)


def _sit(person: Person, act: Act, wave: Wave) -> Stance:
    bones = bones_of(person)
    full = bones.thigh + bones.shin + FOOT
    near, far = Limb(swing=-2 + wave(), bend=40 + wave()), Limb(swing=14 + wave(), bend=24 + wave())
    if act.holds:
        near, far = Limb(swing=8 + wave(), bend=74 + 2 * wave()), Limb(swing=6 + wave(), bend=74 + 2 * wave())
    sink, near_leg, far_leg = full - bones.leg * 0.62, Limb(swing=-62, bend=-140), Limb(swing=62, bend=140)
    if act.seat > 0:
        height = act.seat * 100 / stature(person)
        # On a low seat the feet are further away.
        high = min(1.0, height / max(1.0, bones.shin + FOOT))
        down = 8.0 if high > 0.7 else 8 + 55 * (0.7 - high)
        sink = full - height - bones.leg * 0.35
        near_leg, far_leg = Limb(swing=84, bend=84 - down), Limb(swing=80, bend=76 - down)
    doze = act.task == "doze"
    return Stance(
        sink=sink,
        lean=_stoop(person) + 0.6 * wave() + 6.0 * doze,
        breath=wave(),
        nod=1.5 * wave(1, 0.1) + 20.0 * doze,
        near_arm=near,
        far_arm=far,
        near_leg=near_leg,
        far_leg=far_leg,
        lap="seat" if act.seat > 0 else "cross",
    )


def _kneel(person: Person, act: Act, wave: Wave) -> Stance:
    bones = bones_of(person)
    full = bones.thigh + bones.shin + FOOT
    near, far = Limb(swing=14 + wave(), bend=40 + wave()), Limb(swing=22 + wave(), bend=34 + wave())
    if act.holds:
        near, far = Limb(swing=10 + wave(), bend=74 + 2 * wave()), Limb(swing=6 + wave(), bend=74 + 2 * wave())
    return Stance(
        sink=full - bones.thigh * 0.74 - bones.leg * 0.5,
        lean=_stoop(person) + 3 + 0.6 * wave(),
        breath=wave(),
        nod=3 + 1.5 * wave(1, 0.1),
        near_leg=Limb(swing=42, bend=132),
        far_leg=Limb(swing=46, bend=136),
        near_arm=near,
        far_arm=far,
        lap="kneel",
    )


def _embrace(person: Person, act: Act, wave: Wave) -> Stance:
    return Stance(
        lean=_stoop(person) * 0.6 + 6 + wave(),
        breath=wave(),
        nod=8 + 1.5 * wave(),
        sway=0.5 * wave(),
        shift=0.5 * wave(),
        near_arm=Limb(swing=48 + 2 * wave(), bend=38 + 3 * wave(), turn=-22),
        far_arm=Limb(swing=62 + 2 * wave(), bend=26 + 3 * wave(), turn=-24),
    )


def _work(person: Person, act: Act, wave: Wave) -> Stance:
    if act.holds and act.holds not in LONG:
        # Hands busy with something small: sewing, kneading, carving.
        return Stance(
            lean=_stoop(person) + 7 + wave(),
            breath=wave(),
            nod=9 + 2 * wave(1, 0.1),
            near_arm=Limb(swing=20 + 7 * wave(), bend=62 + 10 * wave(1, 0.1), turn=-8 * wave()),
            far_arm=Limb(swing=14 - 5 * wave(), bend=72 - 8 * wave(1, 0.1)),
        )
    return _dig(person, lifted(act), wave)


def _dig(person: Person, up: float, wave: Wave) -> Stance:
    """Works the ground with a long handle; ``up`` = 1 where it is highest."""
    bones = bones_of(person)
    lean = 24 - 17 * up
    # The further hand is a third of the way down the handle, the nearer one at its upper end.
    far_arm = Limb(swing=36 + 58 * up, bend=16 + 34 * up)
    shoulder = along((0.0, 0.0), 180 - lean, bones.torso - 2.6)
    shoulder = shoulder[0] + bones.shoulders * 0.4, shoulder[1]
    elbow = along(shoulder, far_arm.swing, bones.upper)
    wrist = along(elbow, far_arm.swing + far_arm.bend, bones.fore)
    grip = along(wrist, handle_angle(up) + 180, 12.0)
    return Stance(
        sink=3.5,
        lean=lean,
        breath=wave(),
        nod=4 - 8 * up,
        shift=-2.5 + 1.5 * up,
        turn=0.35,
        profile=0.45,
        near_to=grip,
        far_arm=far_arm,
        near_leg=Limb(swing=-17, bend=5, turn=6),
        far_leg=Limb(swing=25, bend=22, turn=0),
        sway=1.2 * wave(),
    )


def handle_angle(up: float) -> float:
    """The way the handle of a hoe points: down before the feet, or up before the face."""
    return 44.0 + 98.0 * up


def lifted(act: Act) -> float:
    """How high the hoe is, 0 to 1."""
    return _HEIGHTS.get(act.holds, 1.0) * (Wave(act.phase)(1, 0.25) * 0.5 + 0.5)


_HEIGHTS = {"broom": 0.14, "rake": 0.2, "shovel": 0.16, "oar": 0.4}
"""How high a tool is swung, as a share of a hoe: a broom stays near the ground."""


def _dance(person: Person, act: Act, wave: Wave) -> Stance:
    side = wave()
    # Long cloth hides how high a knee is lifted, and must not be pierced by it.
    free = 0.45 if get_outfit(person.wears).hem > 0.6 else 1.0
    lift = free * max(0.0, wave()) ** 1.2, free * max(0.0, -wave()) ** 1.2
    return Stance(
        shift=3.2 * side,
        lean=-6 * side,
        breath=wave(2),
        nod=7 * side,
        sway=4.5 * wave(1, 0.62),
        near_arm=Limb(swing=-118 + 16 * wave(1, 0.1), bend=-42 + 26 * wave(1, 0.2), turn=-16 * wave(2)),
        far_arm=Limb(swing=118 + 16 * wave(1, 0.1), bend=42 + 26 * wave(1, 0.2), turn=16 * wave(2)),
        near_leg=Limb(swing=-9 - 20 * lift[0], bend=-50 * lift[0], turn=20 * lift[0]),
        far_leg=Limb(swing=9 + 20 * lift[1], bend=50 * lift[1], turn=-6 * lift[1]),
    )


def _sing(person: Person, act: Act, wave: Wave) -> Stance:
    near = Limb(swing=6 + 2 * wave(), bend=100 + 4 * wave(), turn=10)
    far = Limb(swing=46 + 12 * wave(), bend=34 + 10 * wave(1, 0.1), turn=14)
    if act.holds:
        near, far = Limb(swing=8 + wave(), bend=74 + 2 * wave()), Limb(swing=6 + wave(), bend=74 + 2 * wave())
    return Stance(
        shift=0.9 * wave(),
        lean=_stoop(person) * 0.5 - 3 + 1.5 * wave(),
        breath=1.6 * wave(),
        nod=-8 + 2.5 * wave(1, 0.1),
        near_arm=near,
        far_arm=far,
        sway=0.9 * wave(1, 0.7),
    )


def _sleep(person: Person, act: Act, wave: Wave) -> Stance:
    return Stance(
        breath=wave(),
    )


_POSES: dict[Doing, Callable[[Person, Act, Wave], Stance]] = {
    Doing.STAND: _stand,
    Doing.WALK: _walk,
    Doing.RUN: _run,
    Doing.SIT: _sit,
    Doing.KNEEL: _kneel,
    Doing.POINT: _point,
    Doing.HOLD: _hold,
    Doing.EMBRACE: _embrace,
    Doing.SLEEP: _sleep,
    Doing.WORK: _work,
    Doing.DANCE: _dance,
    Doing.SING: _sing,
    Doing.SPEAK: _speak,
}
