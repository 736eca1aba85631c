"""Who is on the water is in a boat."""

from __future__ import annotations

from dataclasses import replace

from video.concepts.scenery import Mention
from video.engines.papercut.staging.framing import Framing
from video.engines.papercut.staging.kit import THINGS
from video.engines.papercut.staging.lines import Lines
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.players import body_of


def board_boat(lines: Lines, framing: Framing, pieces: list[Piece], mention: Mention | None) -> list[Piece]:
    """The players in one boat on the nearest water, and the boat."""
    kind = mention.concept.id if mention is not None else "boat"
    line = lines.water[0]
    thing = THINGS[kind]
    crew = sum(body_of(p).width for p in pieces)
    measure = min(framing.measure * 0.86, 0.62 * framing.safe.width / max(crew, 0.5))
    # The hull holds them all.
    size = max(measure * 1.1, measure * (crew + 0.35) * 100 / thing.box.width * 1.15)
    size = min(size, 0.86 * framing.safe.width / thing.box.width * 100)
    x = line.free.take(thing.box.width * size / 100, framing.safe.share(0.46))
    if x is None:
        lines.left_out.append(kind)
        return []
    boat = Piece(x=x, y=line.y, size=size, thing=kind, colour=mention.colour if mention else None, row=0)
    deck = line.y + (thing.top if thing.top is not None else -8.0) * size / 100
    out: list[Piece] = [boat]
    begin = x - crew * measure / 2
    for piece in pieces:
        half = body_of(piece).width * measure / 2
        out.append(replace(piece, x=begin + half, y=deck + 0.12 * measure, size=piece.size * measure, row=1, clip=deck))
        begin += 2 * half
    return out
