"""Gives every animal its place: in its element, of a size at which it is recognised, as many as were asked for."""

from __future__ import annotations

from dataclasses import replace

from video.chance import Chance
from video.concepts.scenery import Mention
from video.engine import Figure
from video.engines.papercut.people.animal_looks import coat_of, livery_of
from video.engines.papercut.staging.framing import Area, Framing
from video.engines.papercut.staging.ground import Ground
from video.engines.papercut.staging.laden import with_mouth_full
from video.engines.papercut.staging.lines import FLYING, PERCH, SWIMMING, Line, Lines
from video.engines.papercut.staging.pieces import Piece, unit_box
from video.engines.papercut.things.catalog import ANIMALS

LEAST = 58.0
"""Length below which an animal or a thing would not be recognised: 42 of 720 pixels."""
MOST_ALIKE = 6
SEVERAL = 3
SHRINKS = (1.0, 0.86, 0.74, 0.62, 0.5)
HUGE = 0.55
"""Size from which on what swims takes all the free water: a whale is larger than a boat."""
WADES = 0.5
"""How much of an animal of the land is under water where it swims, as a share of its height."""
WIDEST = 0.6
"""No animal or thing takes more of the picture's width."""


def number(mention: Mention) -> int:
    """How many of it are drawn."""
    return min(mention.count or SEVERAL, MOST_ALIKE)


def animal_piece(mention: Mention) -> Piece:
    """An animal that is nobody, not yet placed."""
    kind = mention.concept.id
    animal = ANIMALS[kind]
    height = -animal.box.top / 100
    coat, livery = mention.colour, None
    if mention.look:
        told = Figure(name="", look=mention.look)
        found = coat_of(told)
        coat, livery = (found if found is not None else coat), livery_of(told, kind)
    piece = Piece(
        x=0, y=0, animal=kind, gait=_gait(mention), colour=coat, livery=livery,
        size=mention.size * max(1.0, min(1.3, 0.2 / max(0.05, height))),
    )  # fmt: skip
    return with_mouth_full(piece, mention.mouth)


def _gait(mention: Mention) -> str:
    """How an animal goes or rests, as it is told; what lives in the water swims, what is in the air flies."""
    animal = ANIMALS[mention.concept.id]
    own = animal.medium == "water" or (animal.medium == "air" and mention.gait != "fly")
    return animal.gaits[0] if own or not mention.gait else animal.gait(mention.gait)


def handler_of(players: tuple[Piece, ...], kind: str) -> float | None:
    """Where (x) the hands are that have to do with an animal: who milks has the goat before them; None where nobody."""
    who = next((p for p in players if p.act.task and p.act.on == kind), None)
    if who is None:
        return None
    body = who.body()
    return body.left if who.flipped else body.right


def put_animals(
    lines: Lines, framing: Framing, mention: Mention, chance: Chance, at: float | None = None
) -> list[Piece]:
    """The animals of one kind, each in its element, near ``at`` where somebody has to do with them; what finds no place
    is noted in ``lines``."""
    kind = mention.concept.id
    piece = animal_piece(mention)
    medium = "air" if piece.gait == "fly" else ANIMALS[kind].medium
    piece = replace(piece, size=piece.size * lines.kin**0.6)
    rows = {"water": lines.water, "air": lines.air, "tree": (*lines.perch, *lines.back, lines.front)}.get(
        medium, (lines.front, *lines.back, *lines.fore)
    )
    rows = tuple(row for row in rows if row.free.room() > 0)
    if medium == "tree" and lines.perch:
        found = _herd(lines.perch, framing, (piece, mention, chance.between(0.0, 1.0)), lines)
        if found:
            return found
        lines.left_out.pop()
        rows = tuple(row for row in rows if row.row != PERCH)
    wet = tuple(row for row in lines.water if row.free.room() > 0)
    if mention.swims and medium == "land" and wet:
        noted = len(lines.left_out)
        found = _herd(wet, framing, (in_water(piece), mention, chance.pick((0.3, 0.7, 0.8))), lines)
        if found:
            return found
        del lines.left_out[noted:]
    if medium == "land" and "swim" in ANIMALS[kind].gaits and wet:
        noted = len(lines.left_out)
        found = _herd(rows, framing, (piece, mention, 0.76), lines) if rows else []
        if found:
            return found
        del lines.left_out[noted:]
        return _herd(wet, framing, (replace(piece, gait="swim"), mention, chance.pick((0.8, 0.9))), lines)
    if not rows:
        dry = medium == "water" and not lines.water
        lines.left_out.append(f"{kind} (there is no water)" if dry else kind)
        return []
    base = chance.pick((0.76, 0.66, 0.84)) if medium == "land" else chance.between(0.3, 0.7)
    if at is not None and medium == "land":
        base = (at - framing.safe.left) / max(1.0, framing.safe.width) + 0.16
    return _herd(rows, framing, (piece, mention, base), lines)


def in_water(piece: Piece) -> Piece:
    """An animal of the land that swims: as its kind swims, else with its legs under water."""
    return replace(piece, gait="swim") if "swim" in ANIMALS[piece.animal].gaits else replace(piece, clip=0.0)


def element_of(piece: Piece) -> str:
    """Where an animal is: a seal that swims is in the water, though it could lie ashore."""
    medium = "air" if piece.gait == "fly" else ANIMALS[piece.animal].medium
    return "water" if medium == "land" and (piece.gait == "swim" or piece.clip is not None) else medium


def _herd(rows: tuple[Line, ...], framing: Framing, asked: tuple[Piece, Mention, float], lines: Lines) -> list[Piece]:
    """As many as were asked for, all of one size, the largest at which they all find room."""
    piece, mention, base = asked
    count = number(mention)
    best: list[Piece] = []
    kept: list[Line] | None = None
    medium = element_of(piece)
    if medium == "water" and framing.upright and count > 1 and not lines.back and rows[0].zoom >= OPEN_WATER:
        return _stacked(rows[0], framing, piece, count)
    for shrink in SHRINKS:
        tried = [replace(line, free=line.free.copy()) for line in rows]
        placed = [
            p for i in range(count) if (p := _one(lines, tried, framing, piece, (base, i, count, shrink))) is not None
        ]
        if medium == "air":
            placed = [_scattered(framing, _over(lines, framing, p), i) for i, p in enumerate(placed)]
        if len(placed) > len(best):
            best = placed
            kept = tried
        if len(placed) == count:
            break
    if len(best) < count and medium == "land":
        while len(best) < count and (peeping := _peeping(lines, framing, piece, best)) is not None:
            best.append(peeping)
            body = peeping.body()
            lines.back[0].free.block(body.left, body.right)
    if best and kept is not None:
        for line, tried_line in zip(rows, kept, strict=True):
            line.free.become(tried_line.free)
    if len(best) < count:
        name = mention.concept.id
        lines.left_out.append(name if not best else f"{count - len(best)} of {count} {name}")
    return best


SHORE = 26.0
"""How far below the middle of what swims the shore begins, in units of its water."""
OPEN_WATER = 0.9
"""Zoom of water that reaches to the foot of the picture."""
FARTHER = 150.0
"""How far above the usual the first of them is, frame units."""
ABREAST = (0.27, 0.73, 0.3, 0.7, 0.25, 0.75)
"""Where those of a shoal are, each lower than the one before, as shares of the width."""


def _stacked(line: Line, framing: Framing, piece: Piece, count: int) -> list[Piece]:
    """As many in open water, one below the other: an upright picture has more room there than beside."""
    box = unit_box(piece)
    high = box.bottom - box.top
    first = line.y - FARTHER
    low = framing.safe.bottom - first
    deeper = 0.6 * high
    unit = min(0.42 * framing.safe.width / box.width, _height(line, piece.animal) / high, low / (high + count * deeper))
    wades = WADES * high * unit if piece.clip is not None else 0.0
    out: list[Piece] = []
    for i in range(count):
        level = first + (0.5 * high if not wades else 0.0) * unit + i * deeper * unit
        clip = None if piece.clip is None else level + 3
        out.append(
            replace(
                piece, x=framing.safe.share(ABREAST[i % 6]), y=level + wades, size=piece.size * unit, row=line.row,
                flip=ABREAST[i % 6] > 0.5, clip=clip, afloat=clip is not None, foot=level,
            )
        )  # fmt: skip
    line.free.become(Ground(0.0, 0.0))
    return out


def _height(line: Line, kind: str) -> float:
    """How high the largest of its kind may be in that water."""
    return (50 + 80 * line.zoom) * (1 + 2.2 * ANIMALS[kind].size)


def highest(line: Line, framing: Framing, box: Area) -> float:
    """The size at which what stands on a line reaches the upper edge of the picture: no giraffe is without a head."""
    return (line.y - framing.safe.top) / max(0.01, -box.top) if line.row not in (FLYING, PERCH) else 1e9


def _over(lines: Lines, framing: Framing, piece: Piece) -> Piece:
    """What flies, above every head."""
    body = piece.body()
    highest = min((head.top for head in lines.heads), default=piece.y)
    low = max(framing.safe.top + (piece.y - body.top), highest - (body.bottom - piece.y) - 12)
    return replace(piece, y=min(piece.y, low))


HIGHER = (0.0, 58.0, 22.0, 76.0, 10.0, 44.0)
"""How much higher than the first the others of a flock fly, frame units."""
DEEPER = (0.0, 24.0, -12.0, 30.0, 6.0, 18.0)
"""How much deeper than the first the others of a shoal swim, in units of their water."""


def _scattered(framing: Framing, piece: Piece, i: int) -> Piece:
    """One of a flock, not in a row with the others."""
    above = piece.y - piece.body().top
    return replace(piece, y=max(min(piece.y, framing.safe.top + above), piece.y - HIGHER[i % 6]))


def _peeping(lines: Lines, framing: Framing, piece: Piece, others: list[Piece]) -> Piece | None:
    """The animal behind those who stand in front, half hidden, its face free and nobody's face covered."""
    if not lines.back:
        return None
    line = lines.back[0]
    box = unit_box(piece)
    for shrink in (1.0, 0.8, 0.6):
        size = min(0.9 * framing.measure, WIDEST * framing.safe.width / box.width) * shrink * piece.size
        for step in range(48):
            # From the sides inwards.
            share = (0.02 + 0.96 * (step // 4) / 23) if step % 4 < 2 else 1 - (0.02 + 0.96 * (step // 4) / 23)
            x = framing.safe.share(share)
            there = replace(piece, x=x, y=line.y, size=size, flip=step % 2 == 1, row=line.row)
            body, head = there.body(), there.head()
            if head is None or body.left < framing.safe.left - 30 or body.right > framing.safe.right + 30:
                continue
            if any(head.meets(b) for b in lines.bodies) or any(body.meets(h) for h in lines.heads):
                continue
            if any(body.meets(o.body()) for o in others):
                continue
            return there
    return None


def _one(
    lines: Lines, rows: list[Line], framing: Framing, piece: Piece, how: tuple[float, int, int, float]
) -> Piece | None:
    base, i, count, shrink = how
    heads = [*lines.heads, *lines.low]
    box = unit_box(piece)
    spread = 0.0 if rows[0].row in (0, -1) else 0.62 / max(2, count)  # a herd keeps together
    share = (base + (i - (count - 1) / 2) * spread * (1 if base < 0.5 else -1)) % 1.0
    for line in rows:
        unit = line.size * shrink
        unit = max(unit, min(LEAST / max(0.01, box.bottom - box.top, 0.6 * box.width), 1.8 * unit))
        unit = min(unit, WIDEST * framing.safe.width / box.width)
        if line.row == SWIMMING:
            # No higher than its water is wide, and no longer than what of it is free.
            unit = min(unit, _height(line, piece.animal) / max(0.01, box.bottom - box.top))
            room = 0.95 if ANIMALS[piece.animal].size > HUGE else 0.6
            unit = max(0.4 * unit, min(unit, room * line.free.longest() / box.width / (count - i)))
        unit = min(unit, highest(line, framing, box))
        x = line.take(box, unit, framing.safe.share(share), heads)
        if x is None:
            continue
        y, flip = line.y, x > (framing.safe.left + framing.safe.right) / 2
        medium = element_of(piece) if piece.animal else ""
        if medium == "water":
            y += 26 + (14 + DEEPER[i % 6]) * line.zoom
            if piece.clip is not None:
                level, y = y, y + WADES * (box.bottom - box.top) * unit
                piece = replace(piece, clip=level + 3, afloat=True)
            elif lines.front.free.room() and ANIMALS[piece.animal].size > HUGE and line.zoom < OPEN_WATER:
                piece = replace(piece, clip=y + SHORE * line.zoom)  # no whale lies on the quay
        elif medium == "air":
            y += 46 * ((i * 2) % 3 - 1)
            flip = i % 2 == 1 if count > 1 else flip
        return replace(piece, x=x, y=y, size=piece.size * unit, flip=flip, row=line.row)
    return None
