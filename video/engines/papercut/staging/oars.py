"""Oars of those who sit in open boats: over the side, the blade in the water behind whoever rows."""

from __future__ import annotations

from dataclasses import replace

from video.engines.papercut.people.person import stature
from video.engines.papercut.staging.lines import FORE
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.things.catalog import THINGS

OAR, OUT = "oar", "oar_out"
ROWED = frozenset(("rowboat", "canoe", "raft"))
GRIP = 40.0
"""Height of the hand above the water in the drawing of an oar, in its hundredths."""
REACH, ABOVE = 0.27, 0.12
"""How far before who rows the hands are, as a share of their height, and how high over the boat's side."""


def rowing(crew: tuple[Piece, ...], boat: Piece | None) -> tuple[tuple[Piece, ...], list[Piece]]:
    """(the crew, the hands of those with an oar at its handle; the oars). The crew is turned as it will stay."""
    if boat is None or boat.thing not in ROWED:
        return crew, []
    out: list[Piece] = []
    oars: list[Piece] = []
    top = THINGS[boat.thing].top
    side = boat.y + (top if top is not None else 0.0) * boat.size / 100
    for piece in crew:
        person = piece.player.person if piece.player is not None else None
        if person is None or piece.act.holds != OAR:
            out.append(piece)
            continue
        x = REACH * stature(person)
        high = (piece.y - side) / piece.size + ABOVE
        act = replace(piece.act, holds="", far_at=(x, -high), near_at=(x - 0.05, -high - 0.07), lean=6.0)
        out.append(replace(piece, act=act))
        level = piece.y - high * piece.size
        oars.append(
            Piece(
                x=piece.x + (-x if piece.flipped else x) * piece.size, y=boat.y, size=100 * (boat.y - level) / GRIP,
                thing=OUT, flip=piece.flipped, row=FORE, afloat=True,
            )
        )  # fmt: skip
    return tuple(out), oars
