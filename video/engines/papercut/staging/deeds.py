"""What somebody does with a big thing or an animal: it goes with them, at the place where the hands or the feet are.

All measures are heights of a grown person, from the place where somebody stands, as they are turned to the right.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from video.concepts.table import standing_for
from video.direct import Doing
from video.engines.papercut.people.person import stature
from video.engines.papercut.staging.burdens import BURDENS, OPEN, heaped
from video.engines.papercut.staging.kites import with_kite
from video.engines.papercut.staging.laden import back_of, laden, with_mouth_full
from video.engines.papercut.staging.mouths import mouth_of
from video.engines.papercut.staging.pieces import Piece, Tied
from video.engines.papercut.things.catalog import ANIMALS, THINGS
from video.shotlist import Deed, Way

TOPS = {"fence": 0.42, "well": 0.36, "anthill": 0.38, "sack": 0.38, "gate": 0.66, "mushroom": 0.25, "pumpkin": 0.28}
"""Heights at which one can sit or stand on what has no flat top."""
LYING = (Doing.SLEEP,)
RIDDEN_SEAT = 0.3
"""How far below the seat the feet of who rides are, as a share of their own height."""
COVER = 0.5
"""The least height of what somebody hides behind, as a share of their own."""
TRUNK = 1.45
"""Size of a tree that somebody hides behind or climbs, as a multiple of their own height."""
CLIMBED = 0.3
"""How high up in it they are, as a share of its size."""
STOOD, BULKY = 0.6, 1.2
"""How broad a thing is at least on which an animal stands, as a share of the animal's width; how broad an animal is
that stands on no rock, whose top is narrow."""


def engaged(piece: Piece, deed: Deed | None) -> Piece:
    """The piece with what it is busy with tied to it; the same where the kit has no such thing."""
    if piece.kind and deed is not None and deed.way in (Way.REAR, Way.FLOAT):
        piece = replace(piece, gait=ANIMALS[piece.kind].gait(deed.way.value))
    piece = with_kite(with_mouth_full(piece, piece.act.holds))
    if deed is None:
        return piece
    piece = replace(piece, deed=deed)
    done = _DOES.get(deed.way)
    if done is not None:
        return done(piece, deed)
    hands = BURDENS.get(deed.way)
    if hands is None or (piece.kind and deed.way is not Way.DIG):
        return piece
    return hands(piece, deed, thing_of(deed) or animal_of_deed(deed), tall(piece))


def thing_of(deed: Deed | None) -> str:
    """Which thing of the kit a deed is done with; empty where it is none."""
    if deed is None or deed.way not in (*_DOES, *BURDENS) or ":" in deed.to:
        return ""
    if deed.to == "stone" and deed.way in (Way.ON, Way.BEHIND, Way.PUSH):
        return "rock"  # a stone that one can sit on
    if deed.way is Way.COOK:
        return "campfire"
    if deed.to == "tree":
        return "shade_tree"
    if deed.to in OPEN and deed.way in (Way.INTO, Way.PUT, Way.OPEN):
        return OPEN[deed.to]
    if deed.to == "boat" and deed.way in (Way.PUSH, Way.PULL, Way.BESIDE, Way.BEAR):
        return "rowboat"
    return standing_for(deed.to, THINGS) or ""


def animal_of_deed(deed: Deed | None) -> str:
    """Which animal that is nobody of the cast a deed is done with; empty where it is none."""
    if deed is None or deed.way not in (Way.RIDE, Way.LEAD, Way.PULL, Way.CARRY, Way.FREE):
        return ""
    return standing_for(deed.to, ANIMALS) or ""


def tall(piece: Piece) -> float:
    """Height of who does it, as a share of a grown person's."""
    person = piece.player.person if piece.player is not None else None
    return stature(person) if person is not None else piece.share


def _thing(kind: str, deed: Deed, x: float, size: float = 1.0, *, flip: bool = False) -> Piece:
    return Piece(x=x, y=0.0, size=size, share=size, thing=kind, colour=deed.colour, flip=flip)


def _width(kind: str) -> float:
    return THINGS[kind].width / 100


def _right(piece: Piece) -> float:
    """How far an animal reaches forward."""
    animal = ANIMALS[piece.kind]
    box = animal.boxes.get(piece.gait or animal.gaits[0], animal.box)
    return box.right / 100 * piece.share


def _push(piece: Piece, deed: Deed) -> Piece:
    kind = thing_of(deed)
    if not kind:
        return piece
    if piece.kind:
        ahead = _right(piece) - 0.04 + _width(kind) / 2
        return replace(piece, tied=(*piece.tied, Tied(piece=_thing(kind, deed, ahead))))
    high = tall(piece)
    if kind in ("bicycle", "motorbike"):
        size = 0.62 + 0.4 * high
        x = 0.05 + 0.3 * high - 0.24 * size  # the handlebar within reach
        hands = (x + 0.24 * size, -0.57 * size), (x - 0.04 * size, -0.54 * size)
        return _handling(piece, _thing(kind, deed, x, size), hands, front=True, lean=4.0)
    if kind in ("cart", "wheelbarrow"):
        size = 0.7 + 0.3 * high
        grip = THINGS[kind].grip or (0.0, 0.0)
        shaft = abs(grip[0]) / 100 * size
        x = 0.24 + shaft
        level = min(-0.4 * high, grip[1] / 100 * size)
        hands = (x - shaft + 0.02, level), (x - shaft + 0.04, level + 0.04)
        thing = _thing(kind, deed, x, size, flip=grip[0] > 0)  # its handles towards who pushes
        piece = replace(piece, tied=(*piece.tied, *heaped(deed, kind, thing)))
        return _handling(piece, thing, hands, front=False, lean=8.0)
    box = THINGS[kind].box
    x = 0.36 * high - box.left / 100
    top = THINGS[kind].top
    level = max(-0.66 * high, 0.8 * box.top / 100 if top is None else top / 100 - 0.1)
    hands = (0.37 * high, level), (0.35 * high, min(-0.2 * high, level + 0.08))
    return _handling(piece, _thing(kind, deed, x), hands, front=False, lean=16.0)


def _handling(
    piece: Piece, thing: Piece, hands: tuple[tuple[float, float], tuple[float, float]], *, front: bool, lean: float
) -> Piece:
    act = replace(piece.act, holds="", far_at=hands[0], near_at=hands[1], lean=lean)
    return replace(piece, act=act, tied=(*piece.tied, Tied(piece=thing, front=front)))


def _pull(piece: Piece, deed: Deed) -> Piece:
    kind, high = thing_of(deed), tall(piece)
    beast = animal_of_deed(deed)
    if piece.kind:
        return piece
    if kind in ("cart", "coach", "sled", "plough"):
        size = 0.7 + 0.3 * high
        grip = THINGS[kind].grip or (THINGS[kind].box.right, -16.0)
        x = -0.12 * high - grip[0] / 100 * size
        hand = (-0.14 * high, -0.4 * high)
        tied = Tied(piece=_thing(kind, deed, x, size))
        act = replace(piece.act, holds="", near_at=hand, lean=9.0)
        return replace(piece, act=act, tied=(*piece.tied, tied), cords=(*piece.cords, (hand, (-0.16, -0.16 * size))))
    # Leaning back, the rope before the body.
    taut = not beast and kind in ("", "rope")
    hands = (0.38 * high, -(0.5 if taut else 0.58) * high), (0.24 * high, -(0.5 if taut else 0.54) * high)
    stands = Doing.STAND if piece.act.pose is Doing.WALK else piece.act.pose
    act = replace(piece.act, pose=stands, holds="", far_at=hands[0], near_at=hands[1], lean=-13.0)
    end = (0.36 * high + 0.42, -0.3 * high)
    tied = piece.tied
    if beast:
        other = _beast(beast, deed, 0.0)
        other = replace(other, x=end[0] + _right(other), flip=True)
        end = (end[0] + 0.1, mouth_of(beast, other.gait)[1])
        tied = (*tied, Tied(piece=other))
    elif kind and kind != "rope":
        tied = (*tied, Tied(piece=_thing(kind, deed, end[0] - THINGS[kind].box.left / 100)))
    else:
        end = (end[0] + 0.5, -0.42 * high)
    return replace(piece, act=act, tied=tied, cords=(*piece.cords, (hands[1], end)))


def _beast(kind: str, deed: Deed, x: float, gait: str = "stand") -> Piece:
    return Piece(
        x=x, y=0.0, size=1.0, share=1.0, animal=kind, gait=ANIMALS[kind].gait(gait), colour=deed.colour
    )  # fmt: skip


def _lead(piece: Piece, deed: Deed) -> Piece:
    kind, high = animal_of_deed(deed), tall(piece)
    if not kind or piece.kind:
        return piece
    led = _beast(kind, deed, 0.0, "walk")
    led = replace(led, x=-0.3 * high - _right(led))
    hand = (-0.16 * high, -0.44 * high)
    mouth = mouth_of(kind, led.gait)
    cord = (hand, (led.x + mouth[0] - 0.1, mouth[1] + 0.02))
    act = replace(piece.act, near_at=hand)
    return replace(piece, act=act, tied=(*piece.tied, Tied(piece=led)), cords=(*piece.cords, cord))


def _ride(piece: Piece, deed: Deed) -> Piece:
    if piece.kind:
        return piece
    high = tall(piece)
    kind = thing_of(deed)
    if kind in ("bicycle", "motorbike"):
        size = 0.62 + 0.4 * high
        saddle = 0.5 * size
        act = replace(
            piece.act, pose=Doing.SIT, seat=0.42 * high, shadow=False,
            far_at=(0.34 * size, -0.62 * size), near_at=(0.3 * size, -0.6 * size), lean=10.0, holds="",
        )  # fmt: skip
        lift = max(0.0, saddle - 0.01 - 0.42 * high)
        if deed.part == "carrier":  # behind the saddle, the hands on it
            act = replace(act, far_at=(0.2 * high, -0.52 * size), near_at=None, lean=0.0)
            thing = _thing(kind, deed, 0.27 * size, size)
            return replace(piece, act=act, lift=max(0.0, lift - 0.08 * size), tied=(*piece.tied, Tied(piece=thing)))
        far = act.far_at or (0.0, 0.0)
        act = replace(act, far_at=(far[0], far[1] + lift), near_at=(far[0] - 0.04, far[1] + lift + 0.02))
        return replace(piece, act=act, lift=lift, tied=(*piece.tied, Tied(piece=_thing(kind, deed, 0.12, size))))
    beast = animal_of_deed(deed)
    if not beast:
        return piece
    seat = RIDDEN_SEAT * high
    mount = _beast(beast, deed, 0.0, "walk" if piece.act.pose in (Doing.WALK, Doing.RUN) else "stand")
    act = replace(piece.act, pose=Doing.SIT, seat=seat, shadow=False)
    lift = back_of(mount)[1] - seat
    return replace(piece, act=act, lift=lift, tied=(*piece.tied, Tied(piece=mount)))


def _on(piece: Piece, deed: Deed) -> Piece:
    kind = thing_of(deed)
    if not kind:
        return piece
    top = THINGS[kind].top
    level = -top / 100 if top is not None else TOPS.get(kind, 0.0)
    if level <= 0.0:
        return piece
    if piece.kind:
        least = 0.6 if kind == "haystack" else 0.8  # a bed of straw, a heap of dung
        size = max(least, min(1.8, 0.8 * ANIMALS[piece.kind].width / 100 * piece.share / _width(kind)))
        size = min(size, max(least, 0.9 * ANIMALS[piece.kind].height / 100 * piece.share / level))
        wide = ANIMALS[piece.kind].width / 100 * piece.share
        if _width(kind) * size < STOOD * wide or (kind == "rock" and wide > BULKY):
            return piece  # it would stand on the tip of it
        return _lifted(piece, _thing(kind, deed, 0.0, size), level * size)
    if piece.act.pose in LYING:
        return _lifted(piece, _thing(kind, deed, 0.0, 1.05), level * 1.05 - 0.01)
    if piece.act.pose in (Doing.SIT, Doing.SPEAK, Doing.HOLD) and piece.act.seat <= 0 and piece.act.pose is Doing.SIT:
        size = 0.95
        act = replace(piece.act, seat=level * size)
        return replace(piece, act=act, tied=(*piece.tied, Tied(piece=_thing(kind, deed, 0.0, size))))
    act = replace(piece.act, pose=Doing.STAND if piece.act.pose in (Doing.WALK, Doing.RUN) else piece.act.pose)
    return _lifted(replace(piece, act=act), _thing(kind, deed, 0.0), level - 0.02)


def _lifted(piece: Piece, below: Piece, by: float) -> Piece:
    act = replace(piece.act, shadow=False)
    return replace(piece, act=act, lift=by, tied=(*piece.tied, Tied(piece=below)))


def _beside(piece: Piece, deed: Deed) -> Piece:
    kind, high = thing_of(deed), tall(piece)
    if not kind:
        return piece
    size = 1.0 if piece.kind else 0.62 + 0.4 * high
    edge = _right(piece) if piece.kind else 0.3 * high
    box = THINGS[kind].box
    thing = _thing(kind, deed, edge - box.left / 100 * size, size)
    tied = (*piece.tied, Tied(piece=thing))
    if piece.kind or piece.act.pose is Doing.SPEAK:
        return replace(piece, tied=tied)
    level = max(-0.5 * high, 0.7 * box.top / 100 * size)
    if piece.act.pose is not Doing.KNEEL:
        return replace(piece, tied=tied)
    act = replace(piece.act, nod=8.0, far_at=(edge + 0.06, max(level, -0.36 * high)))
    return replace(piece, act=act, tied=tied)


def _into(piece: Piece, deed: Deed) -> Piece:
    kind, high = thing_of(deed), tall(piece)
    if not kind:
        return piece
    box = THINGS[kind].box
    edge = _right(piece) - 0.1 if piece.kind else 0.26 * high
    thing = _thing(kind, deed, edge - box.left / 100)
    tied = (*piece.tied, Tied(piece=thing, front=True))
    low = -box.top / 100 < 0.5 * high
    act = piece.act
    if not piece.kind:
        pose = Doing.KNEEL if low and act.pose in (Doing.STAND, Doing.WALK, Doing.HOLD) else act.pose
        act = replace(act, pose=pose, nod=16.0, lean=12.0, far_at=(edge + 0.08, max(-0.5 * high, box.top / 100)))
    return replace(piece, act=act, tied=tied)


def _behind(piece: Piece, deed: Deed) -> Piece:
    kind, high = thing_of(deed), tall(piece)
    if not kind:
        return piece
    height = THINGS[kind].height / 100
    size = max(1.0, COVER * high / height)
    if piece.kind:
        size = max(0.7, COVER * ANIMALS[piece.kind].height / 100 * piece.share / height)
    if kind == "shade_tree":
        size = max(1.1, TRUNK * (high if not piece.kind else 0.6))
    thing = _thing(kind, deed, 0.1 if not piece.kind else -0.1 * piece.share, size)
    if kind == "shade_tree":
        thing = replace(thing, x=0.16 * high)
        if deed.part == "under" or piece.act.pose in (Doing.SLEEP, Doing.SIT):
            return replace(piece, tied=(*piece.tied, Tied(piece=thing)))
    act = replace(piece.act, nod=-4.0, shadow=False, holds="")
    if not piece.kind and kind != "shade_tree" and height * size > 0.75 * high:  # looks out from behind what is as tall
        thing = replace(thing, x=0.5 * _width(kind) * size + 0.02)
        thing = replace(thing, x=min(thing.x, 0.34))
        act = replace(act, pose=Doing.STAND)
    return replace(piece, act=act, tied=(*piece.tied, Tied(piece=thing, front=True)))


def _climb(piece: Piece, deed: Deed) -> Piece:
    kind, high = thing_of(deed), tall(piece)
    if kind not in ("ladder", "stepladder", "rope", "rock", "shade_tree"):
        return piece
    if kind == "rock":
        return _on(replace(piece, act=replace(piece.act, pose=Doing.STAND)), deed)
    if piece.kind:
        return piece
    hands = (0.2 * high, -0.98 * high), (0.1 * high, -0.8 * high)
    act = replace(piece.act, pose=Doing.STAND, task="climb", far_at=hands[0], near_at=hands[1], shadow=False, holds="")
    if kind == "rope":
        rope = ((0.15 * high, -1.9 * high), (0.12 * high, 0.0))
        return replace(piece, act=act, lift=0.3, cords=(*piece.cords, rope))
    if kind == "shade_tree":
        size = max(1.1, TRUNK * high)
        act = replace(act, far_at=(0.24 * high, -0.94 * high), near_at=(0.06 * high, -0.9 * high))
        return replace(
            piece, act=act, lift=CLIMBED * size, tied=(*piece.tied, Tied(piece=_thing(kind, deed, 0.13, size)))
        )  # fmt: skip
    size = max(0.9, 1.25 * high)
    return replace(piece, act=act, lift=0.3 * size, tied=(*piece.tied, Tied(piece=_thing(kind, deed, 0.13, size))))


def _play(piece: Piece, deed: Deed) -> Piece:
    """Plays what stands on the ground: seated before its keys or strings, both hands at them."""
    kind, high = thing_of(deed), tall(piece)
    if not kind or piece.kind:
        return piece
    stool = THINGS["stool"]
    size = 0.62 + 0.4 * high
    seat = 0.9 * -(stool.top or 0.0) / 100 + 0.06 * high
    low = seat / 0.9 / (-(stool.top or 1.0) / 100) * 0.9
    under = Tied(piece=_thing("stool", Deed(way=Way.ON, to="stool"), -0.02, low))
    box = THINGS[kind].box
    if kind == "piano":
        x = 0.27 * high + 0.24 * size
        hands = (0.36 * high, -0.47 * size), (0.26 * high, -0.46 * size)
    else:
        x = 0.16 * high - box.left / 100 * size
        hands = (0.33 * high, -0.58 * size), (0.3 * high, -0.42 * size)
    act = replace(
        piece.act, pose=Doing.SIT, seat=seat, holds="", task="", far_at=hands[0], near_at=hands[1], lean=5.0
    )  # fmt: skip
    tied = Tied(piece=_thing(kind, deed, x, size, flip=kind == "harp"))
    return replace(piece, act=act, tied=(*piece.tied, tied, under))


def _up(piece: Piece, deed: Deed) -> Piece:
    if piece.kind:
        return piece
    high = tall(piece)
    act = replace(piece.act, nod=-15.0)
    if act.holds:
        pose = Doing.STAND if act.pose is Doing.HOLD else act.pose
        act = replace(act, pose=pose, far_at=(0.24 * high, -0.98 * high), nod=-9.0)
    elif act.pose is Doing.POINT:
        act = replace(act, far_at=(0.34 * high, -1.02 * high))
    return replace(piece, act=act)


def _fly(piece: Piece, deed: Deed) -> Piece:
    if not piece.kind or "fly" not in ANIMALS[piece.kind].gaits:
        return piece
    lift = 0.0 if ANIMALS[piece.kind].medium == "air" else 0.62
    return replace(piece, gait="fly", lift=lift, act=replace(piece.act, pose=Doing.STAND), hangs=True)


_DOES: dict[Way, Callable[[Piece, Deed], Piece]] = {
    Way.PUSH: _push, Way.PULL: _pull, Way.LEAD: _lead, Way.RIDE: _ride, Way.ON: _on, Way.BESIDE: _beside,
    Way.INTO: _into, Way.BEHIND: _behind, Way.CLIMB: _climb, Way.PLAY: _play, Way.UP: _up, Way.FLY: _fly,
    Way.LADEN: laden,
}  # fmt: skip
