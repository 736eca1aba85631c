"""What hands say without a thing: on the hips, at the ears, before the face, together."""

from __future__ import annotations

from video.direction.handiwork import ONE_HANDED
from video.engines.papercut.people.items import HUNG, Hands, Item, Moment
from video.engines.papercut.people.tool import can_hold


def _on_hips(m: Moment) -> Hands:
    return m.at(-12.5, 0.12), m.at(13.5, 0.12)


def _crossed(m: Moment) -> Hands:
    return m.at(13, 0.6), m.at(1, 0.52)


def _belly(m: Moment) -> Hands:
    return m.at(4, 0.2), m.at(12, 0.3)


def _yawn(m: Moment) -> Hands:
    x, y = m.mouth(3.0, 6.0 + 1.5 * m.wave)
    return (x, y), m.at(16, 0.1)


def _clap(m: Moment) -> Hands:
    x, y = m.at(22, 0.78)
    apart = 3.0 + 3.5 * m.wave
    return (x - apart, y), (x + apart, y - 1.0)


def _face(m: Moment) -> Hands:
    r = m.joints.bones.head / 2
    x, y = m.joints.head
    return (x - 0.05 * r, y + 0.6 * r), (x + 1.0 * r, y + 0.72 * r)


def _ears(m: Moment) -> Hands:
    r = m.joints.bones.head / 2
    x, y = m.joints.head
    return (x - 0.95 * r, y + 0.5 * r), (x + 1.05 * r, y + 0.5 * r)


def _hush(m: Moment) -> Hands:
    x, y = m.mouth(1.0, 8.0)
    return (x, y), None


def _shade(m: Moment) -> Hands:
    r = m.joints.bones.head / 2
    x, y = m.joints.head
    return None, (x + 0.85 * r, y - 0.22 * r)


def _warm(m: Moment) -> Hands:
    lift = 0.02 * m.wave
    return m.at(25, 0.58 + lift), m.at(32, 0.6 - lift)


def _scratch(m: Moment) -> Hands:
    r = m.joints.bones.head / 2
    x, y = m.joints.head
    return None, (x + 0.7 * r + 1.2 * m.wave, y - 0.6 * r)


def _think(m: Moment) -> Hands:
    """A hand at the chin, the elbow in the other hand."""
    r = m.joints.bones.head / 2
    x, y = m.joints.head
    return m.at(13, 0.5), (x + 0.5 * r, y + 1.12 * r)


def _greet(m: Moment) -> Hands:
    """A hand waved over the head."""
    r = m.joints.bones.head / 2
    x, y = m.joints.head
    return None, (x + 2.0 * r + 0.6 * r * m.wave, y - 1.15 * r)


def _weep(m: Moment) -> Hands:
    """A hand wipes the eyes."""
    r = m.joints.bones.head / 2
    x, y = m.joints.head
    return m.at(8, 0.3), (x + 0.84 * r + 0.6 * m.wave, y + 0.5 * r)


def _laugh(m: Moment) -> Hands:
    """Both hands at the belly."""
    return m.at(6, 0.3 + 0.02 * m.wave), m.at(14, 0.36 - 0.02 * m.wave)


def _call(m: Moment) -> Hands:
    """The hands round the mouth, as a funnel."""
    x, y = m.mouth()
    r = m.joints.bones.head / 2
    return (x - 0.42 * r, y + 0.42 * r), (x + 0.62 * r, y + 0.3 * r)


def _knock(m: Moment) -> Hands:
    """A fist at a door before the face."""
    return None, m.at(31 + 1.6 * m.wave, 0.96)


_HANDS = {
    "think": _think, "greet": _greet, "cry": _weep, "laugh": _laugh, "call_out": _call, "knock": _knock,
    "hands_on_hips": _on_hips, "arms_crossed": _crossed, "hold_belly": _belly, "yawn": _yawn, "clap": _clap,
    "cover_face": _face, "cover_ears": _ears, "hush": _hush, "shade_eyes": _shade, "warm_hands": _warm,
    "scratch_head": _scratch,
}  # fmt: skip
GESTURES = frozenset(_HANDS)
OUTWARD = {
    "call_out": (False, True),
    "think": (False, True),
    "hands_on_hips": (False, True),
    "cover_ears": (True, False),
}
"""In these the elbow of the nearer or of the further arm points the other way than it does else."""
MOUTHS = {"yawn": 0.9, "eat": 0.35, "blow": 0.3, "call_out": 0.9, "laugh": 0.75}
"""How far the mouth is open meanwhile."""


def gesture(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    """Where the hands are; a thing is in the one that is free."""
    near, far = _HANDS[m.act.task](m)
    kind = m.act.holds
    if m.act.task not in ONE_HANDED or not can_hold(kind):
        return (near, far), ()
    nearer = m.act.task in ("shade_eyes", "scratch_head", "greet", "knock")
    hand = m.at(13, 0.42) if nearer else m.at(25, 0.5)
    item = Item(kind=kind, at=(hand[0] + 3.0, hand[1]), centre=kind not in HUNG, most=34.0)
    return ((hand, far) if nearer else (near, hand)), (item,)
