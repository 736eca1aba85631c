"""Who is on the water is in a boat."""

from __future__ import annotations

from dataclasses import replace

from video.concepts.scenery import Mention
from video.direct import Doing
from video.engines.papercut.staging.framing import Framing
from video.engines.papercut.staging.lines import Lines
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.players import body_of
from video.engines.papercut.things.catalog import THINGS


def board_boat(
    lines: Lines, framing: Framing, pieces: list[Piece], mention: Mention | None, *, aside: bool
) -> list[Piece]:
    """The players in one boat on the nearest water, and the boat; ``aside`` leaves room for what swims."""
    line, pieces = lines.water[0], [_aboard(p) for p in pieces]
    crew = sum(body_of(p).width for p in pieces)
    measure = min(framing.measure * 0.86, 0.62 * framing.safe.width / max(crew, 0.5))
    width = THINGS[_kind(mention)].box.width
    # The hull holds them all.
    size = max(measure * 1.1, measure * (crew + 0.35) * 100 / width * 1.15)
    size = min(size, (0.86 if not aside else 0.66 if framing.upright else 0.5) * framing.safe.width / width * 100)
    measure = min(measure, 0.87 * size * width / 100 / max(crew + 0.35, 0.5))
    x = line.free.take(width * size / 100, framing.safe.share(0.1 if aside else 0.46))
    if x is None:
        lines.left_out.append(_kind(mention))
        return []
    return _manned(pieces, mention, (x, line.y, size), measure)


def board_near(framing: Framing, pieces: list[Piece], mention: Mention | None) -> list[Piece]:
    """The same in a nearer picture: the crew above the hull, which goes on beyond the picture."""
    pieces = [_aboard(p) for p in pieces]
    crew = sum(body_of(p).width for p in pieces)
    width = THINGS[_kind(mention)].box.width
    measure = min(framing.measure, 0.9 * framing.safe.width / max(crew, 0.5))
    eyes = framing.feet - max(body_of(p).eyes for p in pieces) * framing.measure
    deck = eyes + (max(body_of(p).eyes for p in pieces) - INSIDE) * measure
    size = measure * (crew + 0.5) * 100 / width * 1.25
    top = THINGS[_kind(mention)].top
    line = deck - (top if top is not None else HULL) * size / 100
    return _manned(pieces, mention, (framing.safe.share(0.5), line, size), measure)


INSIDE = 0.2
"""How deep a crew stands in the hull, as a share of a grown person's height."""
SEAT = 0.18
"""Height of a boat's thwart."""
SITTING = (Doing.STAND, Doing.SPEAK, Doing.HOLD, Doing.SIT, Doing.KNEEL)
"""Who does no more than that sits down in a boat."""


def _aboard(piece: Piece) -> Piece:
    """One of the crew, sitting unless there is something to do."""
    if piece.kind or piece.act.pose not in SITTING:
        return piece
    return replace(piece, act=replace(piece.act, pose=Doing.SIT, seat=SEAT))


HULL = -8.0


def _kind(mention: Mention | None) -> str:
    return mention.concept.id if mention is not None else "boat"


def _manned(
    pieces: list[Piece], mention: Mention | None, boat: tuple[float, float, float], measure: float
) -> list[Piece]:
    """A boat at (x, water line) of a size, and those in it side by side."""
    x, y, size = boat
    kind = _kind(mention)
    top = THINGS[kind].top
    deck = y + (top if top is not None else HULL) * size / 100
    out = [Piece(x=x, y=y, size=size, thing=kind, colour=mention.colour if mention else None)]
    begin = x - sum(body_of(p).width for p in pieces) * measure / 2
    for piece in pieces:
        body = body_of(piece)
        middle = begin + body.width * measure / 2
        out.append(
            replace(
                piece, x=middle - body.shift * measure, y=deck + INSIDE * measure, size=piece.size * measure, row=1,
                clip=deck,
            )
        )  # fmt: skip
        begin += body.width * measure
    return out
