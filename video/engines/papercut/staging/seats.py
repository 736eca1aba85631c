"""Seats and beds: who sits or sleeps does so on what the scene has for it."""

from __future__ import annotations

from dataclasses import replace

from video.concepts.scenery import Mention
from video.concepts.table import get_concept
from video.direct import Doing
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.things.catalog import THINGS

SEATS = ("throne", "chair", "bench", "stool", "log", "rock", "stone", "box", "chest")
BEDS = ("bed", "mat", "hammock", "cradle", "carpet")


def seated(
    placed: tuple[Piece, ...], things: tuple[Mention, ...], *, chairs: bool = False
) -> tuple[list[Piece], tuple[Piece, ...], tuple[Mention, ...]]:
    """The seats that are taken, the players on them, and the things that are left to be placed.

    ``chairs``: whoever finds no seat gets a chair, as one sits at a table.
    """
    left = list(things)
    seats: list[Piece] = []
    out: list[Piece] = []
    for piece in placed:
        wanted = {Doing.SIT: SEATS, Doing.SLEEP: BEDS}.get(piece.act.pose, ())
        mention = next((m for kind in wanted for m in left if m.concept.id == kind), None)
        if mention is None and chairs and piece.act.pose is Doing.SIT:
            mention = Mention(concept=get_concept("chair"))
        person = piece.player is not None and piece.player.person is not None
        top = THINGS[mention.concept.id].top if mention is not None else None
        if mention is None or top is None or not person:
            out.append(piece)
            continue
        if mention.count > 1:
            left[left.index(mention)] = replace(mention, count=mention.count - 1)
        elif mention in left and mention.count == 1:
            left.remove(mention)
        size = piece.size * (0.95 if piece.act.pose is Doing.SIT else 1.05)
        seats.append(
            Piece(
                x=piece.x, y=piece.y - 2, size=size, thing=mention.concept.id, colour=mention.colour,
                flip=piece.flipped, row=piece.row,
            )
        )  # fmt: skip
        height = -top * size / 100
        if piece.act.pose is Doing.SIT:
            out.append(replace(piece, act=replace(piece.act, seat=height / piece.size)))
        else:
            out.append(replace(piece, y=piece.y - height + 1))
    return seats, tuple(out), tuple(left)
