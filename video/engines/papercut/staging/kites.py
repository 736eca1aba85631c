"""A kite that somebody holds is in the air, on a string from the hand."""

from __future__ import annotations

from dataclasses import replace

from video.direct import Doing
from video.engines.papercut.people.person import stature
from video.engines.papercut.staging.pieces import Piece, Tied

AHEAD, ABOVE = 0.62, 0.34
"""How far ahead of who holds it and above their head its middle is, in heights of a grown person."""
SIZE = 0.8
"""How large it is, beside one that nobody holds."""


def with_kite(piece: Piece) -> Piece:
    """The piece of who holds a kite, with it; any other as it is."""
    person = piece.player.person if piece.player is not None else None
    if person is None or piece.act.holds != "kite":
        return piece
    high = stature(person)
    at = (AHEAD, -high - ABOVE)
    hand = (0.24 * high, -0.66 * high)
    pose = Doing.STAND if piece.act.pose is Doing.HOLD else piece.act.pose
    act = replace(piece.act, pose=pose, holds="", task="", on="", near_at=hand)
    kite = Piece(x=at[0], y=at[1], size=SIZE, share=SIZE, thing="kite")
    cord = (hand, (at[0] - 0.02, at[1] + 0.04))
    return replace(piece, act=act, tied=(*piece.tied, Tied(piece=kite)), cords=(*piece.cords, cord))
