"""Several who do the same with one big thing: it is there once, and they are at it together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from video.engines.papercut.staging.deeds import tall, thing_of
from video.engines.papercut.staging.pieces import Piece, Tied
from video.engines.papercut.things.catalog import THINGS
from video.shotlist import Way

BEHIND = (0.38, 0.14)
"""How far behind one who pushes or pulls the next stands: shares of the height of the next and of the one."""
SEAT = 0.26
"""How far from the middle of a bench two sit on it, as a share of its width."""
BROAD = 0.7
"""Width of what two can be on side by side, in heights of a grown person."""


def shared(pieces: list[Piece]) -> list[Piece]:
    """The pieces without those who do the same with the same thing as another: they are tied to that one."""
    out = list(pieces)
    for leader in pieces:
        kind = _common(leader)
        if not kind or not any(p is leader for p in out):
            continue
        group = [p for p in out if p is not leader and _common(p) == kind and p.deed == leader.deed]
        if not group:
            out = [_alone(p) if p is leader and kind is Way.BEAR else p for p in out]
            continue
        # The tallest is whom the thing is measured by.
        first = max((leader, *group), key=tall)
        mates = [p for p in (leader, *group) if p is not first][: 3 if kind in FILED else 1]
        one = _with(first, mates)
        if one is None:
            continue
        out = [one if p is first else p for p in out if all(p is not m for m in mates)]
    return out


FILED = frozenset({Way.PUSH, Way.PULL})
"""What several do one behind the other."""
SHOULDERED = frozenset({"log", "plank"})
"""What one alone carries on the shoulder."""
FACED = frozenset({Way.BESIDE, Way.INTO})
"""What two do from both sides."""


def _common(piece: Piece) -> Way | None:
    """What somebody does with a thing that could be shared; None where that is nothing such."""
    deed = piece.deed
    if deed is None or not thing_of(deed) or not (_things(piece) or _roped(piece)) or piece.kind:
        return None
    return deed.way if deed.way in FILED | FACED | {Way.ON, Way.BEAR} else None


def _roped(piece: Piece) -> bool:
    """Whether somebody pulls at a rope alone."""
    return piece.deed is not None and piece.deed.way is Way.PULL and bool(piece.cords)


def _things(piece: Piece) -> list[Tied]:
    return [t for t in piece.tied if t.piece.thing]


def _with(first: Piece, mates: Iterable[Piece]) -> Piece | None:
    """The first with the thing and all the others; None where it has room for one only."""
    way = first.deed.way if first.deed is not None else Way.ON
    mates = list(mates)
    if way is Way.BEAR:
        return _borne(first, mates)
    if _roped(first):
        return _tugging(first, mates)
    thing = _things(first)[0].piece
    wide = THINGS[thing.thing].width / 100 * thing.size
    x, tied = 0.0, first.tied
    if way is Way.ON:
        if wide < BROAD:
            return None
        shift = SEAT * wide
        moved = replace(thing, x=thing.x + shift)
        tied = tuple(replace(t, piece=moved) if t.piece is thing else t for t in tied)
        return replace(first, tied=(*tied, *(_mate(m, 2 * shift, flip=False, front=True) for m in mates)))
    for mate in mates:
        if way in FACED:
            own = _things(mate)[0].piece
            tied = (*tied, _mate(mate, thing.x + own.x, flip=True))
        else:
            x -= BEHIND[0] * tall(mate) + BEHIND[1] * tall(first)
            tied = (*tied, _mate(mate, x, flip=False))
    return replace(first, tied=tied)


def _tugging(first: Piece, mates: list[Piece]) -> Piece:
    """Several at one rope, one behind the other."""
    x, tied = 0.0, first.tied
    start = first.cords[-1][0]
    for mate in mates:
        high = tall(mate)
        x -= (BEHIND[0] + 0.06) * high + BEHIND[1] * tall(first)
        level = max(start[1], -0.72 * high)
        act = replace(mate.act, far_at=(0.36 * high, level), near_at=(0.22 * high, level))
        tied = (*tied, _mate(replace(mate, act=act), x, flip=False))
    last = max(start[1], -0.72 * tall(mates[-1]))
    return replace(first, tied=tied, cords=(*first.cords, (start, (x + 0.2 * tall(mates[-1]), last))))


def _alone(piece: Piece) -> Piece:
    """Somebody with a log on the shoulder; or whose mate is out of the picture, what they carried set down."""
    if piece.deed is not None and piece.deed.to in SHOULDERED:
        high = tall(piece)
        up = replace(piece.tied[-1].piece, x=0.04 * high, y=-0.82 * high)
        act = replace(piece.act, near_at=(0.14 * high, -0.8 * high), far_at=None, lean=0.0)
        return replace(piece, act=act, tied=(*piece.tied[:-1], replace(piece.tied[-1], piece=up)))
    tied = tuple(replace(t, piece=replace(t.piece, y=0.0)) for t in piece.tied)
    return replace(piece, act=replace(piece.act, near_at=None, far_at=None, lean=0.0), tied=tied)


def _borne(first: Piece, mates: list[Piece]) -> Piece | None:
    """Something heavy between two: the second is at its other end, turned to the first; more are beside these."""
    thing = _things(first)[0].piece
    tied = first.tied
    for k, mate in enumerate(mates):
        own = mate.act.far_at or (0.3, 0.0)
        far = 2 * thing.x - 0.02 if k != 1 else -0.24 * tall(mate)
        scale = tall(first) / tall(mate)
        act = replace(mate.act, far_at=(own[0], own[1] * scale), near_at=(own[0] - 0.04, own[1] * scale + 0.03))
        tied = (*tied, _mate(replace(mate, act=act), far, flip=k != 1))
    return replace(first, tied=tied)


def _mate(piece: Piece, x: float, *, flip: bool, front: bool = False) -> Tied:
    """One of them, without the thing, so far from the first."""
    act = replace(piece.act, flip=flip)
    alone = replace(piece, x=x, y=0.0, size=piece.share, act=act, flip=flip, tied=(), cords=())
    return Tied(piece=alone, front=front)
