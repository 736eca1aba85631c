"""Who embraces whom, and how close they stand."""

from __future__ import annotations

from dataclasses import replace

from video.direct import Doing
from video.engines.papercut.staging.pieces import Piece, piece_at_origin, unit_box
from video.engines.papercut.staging.together import joined, other_of

CLOSE = 0.39
"""How far the middles of two who embrace are apart, as a share of how broad both are."""
SMALL = 0.5
"""Height of an animal for whom one kneels down, as a share of a grown person's height."""


def paired(pieces: list[Piece]) -> list[Piece]:
    """The pieces in the same order, but that those who embrace stand beside each other."""
    for piece in list(pieces):
        other = other_of(pieces, piece)
        if other is not None:
            pieces = [p for p in pieces if p is not other]
            at = next(i for i, p in enumerate(pieces) if p is piece)
            pieces.insert(at + 1, other)
    arms = [p for p in pieces if p.act.pose is Doing.EMBRACE]
    if len(arms) < 2:
        return pieces
    out: list[Piece] = []
    for piece in pieces:
        out += arms if piece is arms[0] else [] if any(piece is p for p in arms) else [piece]
    return out


def with_arms_down(piece: Piece) -> Piece:
    """One whom a picture shows alone: nobody is there to be embraced."""
    return replace(piece, act=replace(piece.act, pose=Doing.STAND)) if piece.act.pose is Doing.EMBRACE else piece


def bent(piece: Piece, pieces: list[Piece]) -> Piece:
    """A person who embraces a small animal goes down on the knees."""
    stood = tuple(replace(p, x=float(i)) for i, p in enumerate(pieces))
    other = partner_of(stood, next(s for s, p in zip(stood, pieces, strict=True) if p is piece))
    if piece.kind or other is None or not other.kind or unit_box(piece_at_origin(other)).top < -SMALL:
        return piece
    return replace(piece, act=replace(piece.act, pose=Doing.KNEEL))


def partner_of(pieces: tuple[Piece, ...], piece: Piece) -> Piece | None:
    """Whom somebody embraces: who embraces too and stands next in the row, else who is nearest."""
    if (other := other_of(pieces, piece)) is not None:
        return other
    if piece.act.pose is not Doing.EMBRACE or len(pieces) < 2:
        return None
    arms = [p for p in sorted(pieces, key=lambda p: p.x) if p.act.pose is Doing.EMBRACE]
    at = next(i for i, p in enumerate(arms) if p is piece)
    other = at + 1 if at % 2 == 0 else at - 1
    if other < len(arms):
        return arms[other]
    return min((p for p in pieces if p is not piece), key=lambda p: abs(p.x - piece.x))


def embraced(placed: tuple[Piece, ...], measure: float) -> tuple[Piece, ...]:
    """Who embraces stands so close to whom it embraces that the arms lie around both."""
    placed = joined(placed, measure)
    at = {id(p): p.x for p in placed}
    done: set[int] = set()
    for piece in placed:
        near = partner_of(placed, piece)
        if near is None or id(piece) in done or piece.act.pose is not Doing.EMBRACE:
            continue
        left, right = (piece, near) if at[id(piece)] <= at[id(near)] else (near, piece)
        reach = CLOSE * (_breadth(left) + _breadth(right)) * measure
        middle = (at[id(left)] + at[id(right)]) / 2
        both = partner_of(placed, near) is piece
        # Who is embraced without doing it stays; two who do it meet halfway.
        at[id(left)] = middle - reach / 2 if both else at[id(right)] - reach if left is piece else at[id(left)]
        at[id(right)] = middle + reach / 2 if both else at[id(left)] + reach if right is piece else at[id(right)]
        done |= {id(piece), id(near)} if both else {id(piece)}
    return tuple(replace(p, x=at[id(p)]) for p in placed)


def _breadth(piece: Piece) -> float:
    """How broad a piece is that embraces nobody: without the arms that it holds out."""
    still = piece_at_origin(replace(piece, act=replace(piece.act, pose=Doing.STAND)))
    return unit_box(still).width if piece.kind else still.body().width
