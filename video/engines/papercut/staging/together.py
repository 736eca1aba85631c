"""What two do with each other: how close they stand, where their hands meet, who is on whose back."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from video.direct import Doing
from video.engines.papercut.people.figures import Act
from video.engines.papercut.people.skeleton import bones_of
from video.engines.papercut.staging.burdens import HANDS_AT, flying, hands_free, meshes
from video.engines.papercut.staging.deeds import RIDDEN_SEAT, tall
from video.engines.papercut.staging.laden import back_of
from video.engines.papercut.staging.mouths import mouth_of
from video.engines.papercut.staging.pieces import Piece, Tied, piece_at_origin
from video.engines.papercut.things.catalog import ANIMALS
from video.shotlist import Way

PAIRED = frozenset(
    {Way.GIVE, Way.HANDS, Way.COMFORT, Way.WHISPER, Way.BREATHE, Way.THROW, Way.SAVE, Way.FREE, Way.READ}
)
CHILD = 0.8
"""Up to which share of one's own height one has somebody in the arms rather than on the back."""
PERCHED = 0.5
"""Height of an animal up to which it sits on a shoulder, as a share of the person's."""
STRETCHED = 0.8
"""How far an arm is stretched that reaches for somebody, as a share of its length."""


def named(piece: Piece) -> str:
    """Name of the character that a piece is."""
    return piece.player.name if piece.player is not None else ""


def other_of(pieces: tuple[Piece, ...] | list[Piece], piece: Piece) -> Piece | None:
    """With whom somebody does what two do with each other; None where that is nobody in the picture."""
    deed = piece.deed
    if deed is None or deed.way not in PAIRED or not deed.to:
        return None
    return next((p for p in pieces if named(p) == deed.to and p is not piece), None)


def arm_of(piece: Piece) -> float:
    """Length of an arm, or how far an animal's muzzle is before it."""
    person = piece.player.person if piece.player is not None else None
    if person is None:
        return mouth_of(piece.kind, piece.gait)[0] * piece.share
    bones = bones_of(person)
    return (bones.upper + bones.fore) / 100 * tall(piece)


def shoulder_of(piece: Piece) -> float:
    """How high a shoulder is, or an animal's muzzle."""
    person = piece.player.person if piece.player is not None else None
    if person is None:
        return -mouth_of(piece.kind, piece.gait)[1] * piece.share
    bones = bones_of(person)
    low = {Doing.KNEEL: 0.62, Doing.SIT: 0.55 if piece.act.seat <= 0 else 0.9}.get(piece.act.pose, 1.0)
    return (bones.thigh + bones.shin + bones.torso) / 100 * tall(piece) * low


def apart(one: Piece, other: Piece, way: Way) -> float:
    """How far two stand apart who do something with each other, in heights of a grown person."""
    arms = arm_of(one) + arm_of(other)
    if way is Way.BREATHE and one.act.task == "prone":
        return piece_at_origin(one).body().right + 0.12 + 0.1 * tall(other)
    if one.kind and other.kind:
        return arms + (0.04 if way is not Way.GIVE else 0.12)
    if way is Way.GIVE:
        return STRETCHED * arms + 0.1 if not (one.kind or other.kind) else 0.92 * arms + 0.06
    if way is Way.SAVE:
        return 0.86 * arms
    if way is Way.FREE:
        return (1.0 if other.kind else 0.9) * arms + 0.12
    if way is Way.READ:
        return 0.8 * arms
    if way in (Way.HANDS, Way.RING):
        return max(0.62 * arms, 0.22)
    if one.kind or other.kind:
        return 0.9 * arms
    near = 0.62 if way is Way.COMFORT else 0.5
    return max(near * arms, 0.3 * (tall(one) + tall(other)) * 0.62)


def joined(placed: tuple[Piece, ...], measure: float) -> tuple[Piece, ...]:
    """Those who do something with each other at the distance that it wants, about the middle between them."""
    at = {id(p): p.x for p in placed}
    done: set[int] = set()
    for piece in placed:
        other = other_of(placed, piece)
        if other is None or piece.deed is None or {id(piece), id(other)} & done or piece.deed.way is Way.THROW:
            continue  # what is thrown flies as far as there is room
        reach = apart(piece, other, piece.deed.way) * measure
        left, right = (piece, other) if at[id(piece)] <= at[id(other)] else (other, piece)
        middle = (at[id(left)] + at[id(right)]) / 2
        at[id(left)], at[id(right)] = middle - reach / 2, middle + reach / 2
        done |= {id(piece), id(other)}
    ring = in_ring(placed)
    if ring:
        steps = [0.0, *(apart(a, b, Way.RING) * measure for a, b in pairwise(ring))]
        x = sum(at[id(p)] for p in ring) / len(ring) - sum(steps) / 2
        for piece, step in zip(ring, steps, strict=True):
            x += step
            at[id(piece)] = x
    return tuple(replace(p, x=at[id(p)]) for p in placed)


def in_ring(placed: tuple[Piece, ...]) -> list[Piece]:
    """Those of one row who dance hand in hand, from left to right."""
    return sorted(
        (p for p in placed if p.deed is not None and p.deed.way is Way.RING and not p.kind), key=lambda p: p.x
    )


def reaching(placed: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The same with their hands where they meet; all are turned as they will be."""
    acts: dict[int, Act] = {}
    for one, mate in pairwise(in_ring(placed)):
        if one.row == mate.row:
            _hand_in_hand(one, mate, acts)
    tied: dict[int, Tied] = {}
    for piece in placed:
        other = other_of(placed, piece)
        if other is None or piece.deed is None or id(piece) in acts:
            continue
        way = piece.deed.way
        if way is Way.GIVE:
            _give(piece, other, acts)
        elif way is Way.HANDS:
            _hand_in_hand(piece, other, acts)
        elif way is Way.THROW and not piece.kind:
            tied[id(piece)] = _throw(piece, other, acts)
        elif way is Way.SAVE and not piece.kind and not other.kind:
            _save(piece, other, acts)
        elif way is Way.FREE and not piece.kind:
            spot = other.x - 0.1 * other.measure * piece.side, other.y - 0.4 * shoulder_of(other) * other.measure
            acts[id(piece)] = replace(piece.act, far_at=_seen_from(piece, spot), lean=14.0, nod=8.0)
            tied[id(other)] = meshes(piece.deed.load, 0.0, other.body(), other.measure)
        elif way is Way.COMFORT and not piece.kind:
            spot = (
                other.x - 0.05 * other.measure * other.side * -1,
                other.y - 0.96 * shoulder_of(other) * other.measure,
            )
            acts[id(piece)] = replace(piece.act, pose=hands_free(piece), far_at=_seen_from(piece, spot), lean=5.0)
        elif way is Way.WHISPER and not piece.kind:
            high = tall(piece)
            acts[id(piece)] = replace(
                piece.act, far_at=(0.2 * high, -0.86 * high), lean=9.0 if tall(other) >= high else 15.0, nod=4.0
            )
        elif way is Way.BREATHE and not piece.kind:
            _breathe(piece, other, acts)
    return tuple(
        replace(p, act=acts.get(id(p), p.act), tied=(*p.tied, tied[id(p)]) if id(p) in tied else p.tied) for p in placed
    )


def _breathe(piece: Piece, other: Piece, acts: dict[int, Act]) -> None:
    """Head near head: who lies blows at somebody who kneels, who stands bends down to whom is smaller."""
    if piece.act.task == "prone":
        if not other.kind and other.act.pose in (Doing.STAND, Doing.SPEAK, Doing.HOLD):
            acts[id(other)] = replace(other.act, pose=Doing.KNEEL, holds="", task="")
        return
    low = tall(other) < 0.9 * tall(piece) or other.act.pose in (Doing.SIT, Doing.KNEEL)
    pose = Doing.KNEEL if low and not other.kind else hands_free(piece)
    acts[id(piece)] = replace(piece.act, pose=pose, holds="", task="blow", on="")


def _throw(piece: Piece, other: Piece, acts: dict[int, Act]) -> Tied:
    """An arm flung out, hands held up to catch, and what is thrown in the air between them."""
    high, low = tall(piece), tall(other)
    acts[id(piece)] = replace(
        piece.act, pose=hands_free(piece), holds="", task="", far_at=(0.34 * high, -0.98 * high), lean=7.0
    )  # fmt: skip
    if not other.kind:
        acts[id(other)] = replace(
            other.act, pose=hands_free(other), holds="", task="",
            far_at=(0.3 * low, -0.84 * low), near_at=(0.27 * low, -0.72 * low),
        )  # fmt: skip
    x = (0.5 * (other.x - piece.x)) * piece.side / piece.measure
    load = piece.deed.load if piece.deed is not None else ""
    level = 0.5 * (shoulder_of(piece) + shoulder_of(other)) + 0.3
    return Tied(piece=flying(load, x, level), front=True)


def _save(piece: Piece, other: Piece, acts: dict[int, Act]) -> None:
    """One leans back and pulls, the other comes up from the knees."""
    spot = 0.5 * (piece.x + other.x), piece.y - 0.5 * shoulder_of(piece) * piece.measure
    acts[id(piece)] = replace(
        piece.act, pose=hands_free(piece), holds="", task="", lean=-12.0, far_at=_seen_from(piece, spot),
        near_at=_seen_from(piece, (spot[0] - 0.03 * piece.measure * piece.side, spot[1] + 0.03 * piece.measure)),
    )  # fmt: skip
    acts[id(other)] = replace(
        other.act, pose=Doing.KNEEL, holds="", task="", nod=-8.0, lean=8.0, far_at=_seen_from(other, spot),
        near_at=_seen_from(other, (spot[0] - 0.03 * other.measure * other.side, spot[1] + 0.04 * other.measure)),
    )  # fmt: skip


def _seen_from(piece: Piece, spot: tuple[float, float]) -> tuple[float, float]:
    """A place of the frame, measured from somebody."""
    return (spot[0] - piece.x) * piece.side / piece.measure, (spot[1] - piece.y) / piece.measure


def _give(giver: Piece, taker: Piece, acts: dict[int, Act]) -> None:
    share = arm_of(giver) / max(0.01, arm_of(giver) + arm_of(taker))
    x = giver.x + (taker.x - giver.x) * share
    level = min(0.9 * shoulder_of(giver), 0.9 * shoulder_of(taker)) + 0.25 * abs(
        shoulder_of(giver) - shoulder_of(taker)
    )
    spot = (x, giver.y - level * giver.measure)
    if not giver.kind:
        acts[id(giver)] = replace(giver.act, pose=hands_free(giver), far_at=_seen_from(giver, spot), lean=4.0)
    if not taker.kind:
        low = (spot[0], spot[1] + 0.035 * taker.measure)
        acts[id(taker)] = replace(
            taker.act, pose=hands_free(taker), far_at=_seen_from(taker, low),
            near_at=_seen_from(taker, (low[0] + 0.04 * taker.measure * taker.side, low[1] + 0.03 * taker.measure)),
            lean=4.0,
        )  # fmt: skip


def _hand_in_hand(one: Piece, other: Piece, acts: dict[int, Act]) -> None:
    spot = (
        (one.x + other.x) / 2,
        (one.y + other.y) / 2 - 0.66 * min(shoulder_of(one), shoulder_of(other)) * one.measure,
    )
    for piece, mate in ((one, other), (other, one)):
        if piece.kind:
            continue
        ahead = (mate.x - piece.x) * piece.side > 0
        at = _seen_from(piece, spot)
        act = acts.get(id(piece), piece.act)
        acts[id(piece)] = replace(act, far_at=at) if ahead else replace(act, near_at=at)


def folded(pieces: list[Piece]) -> list[Piece]:
    """The pieces without those who are on somebody's back, head or arms: they are tied to whom they are on."""
    out = list(pieces)
    for piece in pieces:
        bearer = _bearer(piece, out)
        if bearer is None or not any(p is piece for p in out):
            continue
        out = [
            replace(p, tied=(*p.tied, _borne(piece, p, bearer[1]))) if p is bearer[0] else p
            for p in out
            if p is not piece
        ]
    return out


def _bearer(piece: Piece, pieces: list[Piece]) -> tuple[Piece, str] | None:
    """Who bears a piece, and on which part of the body."""
    deed = piece.deed
    if deed is not None and deed.way in (Way.ON, Way.RIDE):
        name, _, part = deed.to.partition(":")
        found = next((p for p in pieces if named(p) == name and p is not piece), None)
        return (found, part or "back") if found is not None else None
    for other in pieces:
        carried = other.deed is not None and other.deed.way is Way.CARRY and other.deed.to == named(piece)
        if carried and other is not piece and not piece.tied:
            part = other.deed.part if other.deed is not None else ""
            return other, part or ("back" if tall(piece) > CHILD * tall(other) else "lap")
    return None


def _borne(piece: Piece, bearer: Piece, part: str) -> Tied:
    seat = RIDDEN_SEAT * tall(piece) if not piece.kind else 0.0
    act = replace(piece.act, pose=Doing.SIT, seat=seat, shadow=False) if not piece.kind else piece.act
    if bearer.kind:
        x, high = back_of(bearer)
        if part == "head":
            mouth = mouth_of(bearer.kind, bearer.gait)
            size = ANIMALS[bearer.kind].size
            x = (mouth[0] - 0.16 * size) * bearer.share
            high = (-mouth[1] + 0.2 * size) * bearer.share
        return _tie(piece, act, (x, -(high - seat)), front=True)
    high = tall(bearer)
    if piece.kind and part == "back" and ANIMALS[piece.kind].size * piece.share < PERCHED * high:
        lies = bearer.act.pose is Doing.SLEEP
        return _tie(piece, act, (0.0, -0.2 * high) if lies else (-0.17 * high, -0.76 * high), front=True)
    if part == "head":
        return _tie(piece, act, (0.02, -(0.97 * high - seat)), front=True)
    if part == "shoulders":
        return _tie(piece, act, (-0.02 * high, -(0.86 * high - seat)), front=False)
    if part == "up":
        raised = piece.act if piece.kind else replace(piece.act, pose=Doing.STAND, shadow=False, holds="", task="")
        return _tie(piece, raised, (0.24 * high, -(0.92 * high)), front=False)
    if part in ("lap", "arms", "hands"):
        return _tie(piece, act, (0.2 * high, -(0.44 * high - seat)), front=True)
    return _tie(piece, act, (-0.13 * high, -(0.5 * high - seat)), front=False)


def _tie(piece: Piece, act: Act, at: tuple[float, float], *, front: bool) -> Tied:
    return Tied(piece=replace(piece, x=at[0], y=at[1], size=piece.share, act=act, flip=False, lift=0.0), front=front)


def unfolded(placed: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The same with those who are borne as pieces of their own, on their places."""
    out: list[Piece] = []
    for piece in placed:
        borne = [t for t in piece.tied if t.piece.player is not None]
        if not borne:
            out.append(piece)
            continue
        foot = piece.y if piece.foot is None else piece.foot
        rest = replace(piece, tied=tuple(t for t in piece.tied if t.piece.player is None))
        out.append(rest)
        out += (replace(piece.tied_at(t), foot=foot + (0.4 if t.front else -0.4)) for t in borne)
    return tuple(out)


def bearing(piece: Piece) -> Piece:
    """Who carries somebody in the arms or on the back has the hands there."""
    deed = piece.deed
    if deed is None or deed.way is not Way.CARRY or piece.kind or not any(t.piece.player for t in piece.tied):
        return piece
    high = tall(piece)
    front = any(t.front for t in piece.tied)
    act = replace(piece.act, holds="", pose=Doing.STAND if piece.act.pose is Doing.HOLD else piece.act.pose)
    part = deed.part
    if part in ("up", "shoulders"):
        far, near = HANDS_AT[part]
        act = replace(act, far_at=(far[0] * high, far[1] * high), near_at=(near[0] * high, near[1] * high))
        act = replace(act, nod=-12.0 if part == "up" else act.nod)
    elif front:
        act = replace(act, far_at=(0.26 * high, -0.5 * high), near_at=(0.16 * high, -0.44 * high))
    else:
        act = replace(act, near_at=(-0.1 * high, -0.42 * high), far_at=(0.06 * high, -0.42 * high), lean=9.0)
    return replace(piece, act=act)
