"""What animals have in the mouth and on the back.

All measures are heights of a grown person, from the place where an animal stands, as it is turned to the right.
"""

from __future__ import annotations

from dataclasses import replace

from video.engines.papercut.staging.burdens import thing_at
from video.engines.papercut.staging.mouths import mouth_of
from video.engines.papercut.staging.pieces import Piece, Tied
from video.engines.papercut.things.catalog import ANIMALS, THINGS
from video.shotlist import Deed

LADEN = 0.62
"""How broad a load is at most, as a share of the width of the animal that has it on the back."""
IN_MOUTH = 0.62
"""How large a thing is that an animal has in its mouth, beside one in a hand."""


def back_of(piece: Piece) -> tuple[float, float]:
    """(where it is, how high) the place on an animal's back where one sits."""
    animal = ANIMALS[piece.kind]
    low = 0.55 if piece.gait in ("sleep", "sit") else 0.97
    return -0.06 * piece.share, animal.size * piece.share * low


def laden(piece: Piece, deed: Deed) -> Piece:
    """An animal with a load on its back."""
    if not piece.kind or deed.load not in THINGS:
        return piece
    x, high = back_of(piece)
    thing = THINGS[deed.load]
    size = min(1.0, LADEN * ANIMALS[piece.kind].width * piece.share / thing.width)
    load = thing_at(deed.load, x - (thing.box.left + thing.box.right) / 200 * size, size=size)
    sunk = 0.04 * ANIMALS[piece.kind].size * piece.share
    return replace(piece, tied=(*piece.tied, Tied(piece=replace(load, y=-(high - sunk)))))


def with_mouth_full(piece: Piece, held: str) -> Piece:
    """An animal with what it holds in its mouth; empty = nothing."""
    if not piece.kind or not held or held not in (*THINGS, *ANIMALS):
        return piece
    x, y = mouth_of(piece.kind, piece.gait)
    if held in ANIMALS:
        prey = ANIMALS[held]
        size = min(1.0, 0.7 * piece.share * ANIMALS[piece.kind].size / max(0.05, prey.size))
        level = y * piece.share - (prey.box.top + prey.box.bottom) / 200 * size
        put = Piece(x=x * piece.share, y=level, size=size, share=size, animal=held, gait=prey.gait("stand"))
        return replace(piece, tied=(*piece.tied, Tied(piece=put, front=True)))
    thing = THINGS[held]
    size = IN_MOUTH * max(0.5, min(1.1, 1.4 * ANIMALS[piece.kind].size * piece.share))
    grip = thing.grip or ((thing.box.left + thing.box.right) / 2, (thing.box.top + thing.box.bottom) / 2)
    put = Piece(
        x=x * piece.share - grip[0] / 100 * size, y=y * piece.share - grip[1] / 100 * size, size=size, share=size,
        thing=held,
    )  # fmt: skip
    return replace(piece, tied=(*piece.tied, Tied(piece=put, front=True)))
