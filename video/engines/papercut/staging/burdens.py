"""What is carried in the arms, put into something, thrown, dug or lifted: where it is and where the hands are.

All measures are heights of a grown person, from the place where somebody stands, as they are turned to the right.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from video.direct import Doing
from video.engines.papercut.people.tool import can_hold
from video.engines.papercut.staging.framing import Area
from video.engines.papercut.staging.pieces import Piece, Tied
from video.engines.papercut.things.catalog import ANIMALS, THINGS, Box
from video.shotlist import Deed, Way

RIMS = {"well": 0.36, "wheelbarrow": 0.42, "cart": 0.55, "fire": 0.2, "campfire": 0.2, "bathtub": 0.4}
"""Height of the rim of what has more above it."""
RAISED = frozenset({"pot", "cooking_pot", "pan", "bowl", "basin", "jar", "hat"})
"""What stands on a stool where something is put into it."""
OPEN = {"box": "open_box", "chest": "open_chest", "gate": "open_gate", "cage": "open_cage"}
"""How what is opened, or looked or put into, is drawn."""
STOOL = 0.9
HEAPED = frozenset({"wheelbarrow", "cart", "sled"})
"""What is drawn with what it is full of."""
CARRIED_AT: dict[str, tuple[float, float, float, float]] = {
    "hands": (0.27, 0.6, 0.2, 0.3),
    "arms": (0.2, 0.54, 0.3, 0.46),
    "back": (-0.14, 0.66, 0.3, 0.46),
    "shoulders": (0.0, 0.9, 0.42, 0.6),
    "up": (0.16, 1.2, 0.22, 0.5),
}
"""Where the middle of an animal is that somebody has there (x, how high), and how wide it is drawn at least and at
most: shares of the height of who carries it."""
HANDS_AT: dict[str, tuple[tuple[float, float], tuple[float, float]]] = {
    "hands": ((0.3, -0.54), (0.22, -0.53)),
    "arms": ((0.27, -0.5), (0.13, -0.47)),
    "back": ((0.05, -0.7), (-0.04, -0.5)),
    "shoulders": ((0.16, -0.64), (0.02, -0.62)),
    "up": ((0.24, -1.1), (0.1, -1.1)),
}
"""Where the further and the nearer hand are meanwhile."""


def thing_at(kind: str, x: float, y: float = 0.0, size: float = 1.0, colour: int | None = None) -> Piece:
    """A thing of the kit with its foot at a place; ``y`` is negative above the ground."""
    return Piece(x=x, y=y, size=size, share=size, thing=kind, colour=colour)


def carrying(piece: Piece, deed: Deed, beast: str, high: float) -> Piece:
    """Somebody with an animal in the arms or hands, on the shoulders or held up."""
    if beast not in ANIMALS:
        return piece
    part = deed.part or "arms"
    x, level, least, most = CARRIED_AT[part]
    gait = ANIMALS[beast].gait("sit" if part in ("arms", "hands") else "stand")
    animal = ANIMALS[beast]
    box = animal.boxes.get(gait, animal.box)
    size = max(least * high, min(most * high, box.width / 100)) / (box.width / 100)
    y = -level * high - (box.top + box.bottom) / 200 * size
    middle = (box.left + box.right) / 200 * size
    borne = Piece(
        x=x * high - middle, y=y, size=size, share=size, animal=beast, gait=gait, colour=deed.colour, hangs=True
    )  # fmt: skip
    far, near = HANDS_AT[part]
    act = replace(
        piece.act, pose=hands_free(piece), holds="", task="", nod=-12.0 if part == "up" else piece.act.nod + 4.0,
        far_at=(far[0] * high, far[1] * high), near_at=(near[0] * high, near[1] * high),
    )  # fmt: skip
    return replace(piece, act=act, tied=(*piece.tied, Tied(piece=borne, front=part not in ("back", "shoulders"))))


def hands_free(piece: Piece) -> Doing:
    """The pose of somebody whose hands are elsewhere."""
    return Doing.STAND if piece.act.pose in (Doing.HOLD, Doing.POINT, Doing.WORK) else piece.act.pose


def putting(piece: Piece, deed: Deed, kind: str, high: float) -> Piece:
    """Somebody before a basket, a pot or a well, with what is put into it between the hand and the rim."""
    if kind not in THINGS:
        return piece
    box = THINGS[kind].box
    x = 0.24 * high - box.left / 100
    tied: list[Tied] = []
    foot = 0.0
    if kind in RAISED:
        foot = STOOL * -(THINGS["stool"].top or 0.0) / 100
        tied.append(Tied(piece=thing_at("stool", x, 0.0, STOOL)))
    rim = foot + RIMS.get(kind, -box.top / 100)
    tied.append(Tied(piece=thing_at(kind, x, -foot, colour=deed.colour), front=kind not in RIMS))
    low = rim < 0.42 * high
    hand = (min(x - 0.02, (0.3 if low else 0.36) * high), -max(rim + 0.26, 0.3 * high))
    hand = (hand[0], max(hand[1], -0.86 * high))
    if deed.load in THINGS:
        thing = THINGS[deed.load]
        size = min(1.0, (0.13 if can_hold(deed.load) else 0.34) / (max(thing.width, thing.height) / 100))
        level = min(rim + 0.05, -hand[1] - 0.12)
        tied.insert(0, Tied(piece=thing_at(deed.load, x, -level, size), front=True))
    act = replace(
        piece.act, pose=Doing.KNEEL if low else hands_free(piece), holds="", task="", nod=10.0, lean=9.0, far_at=hand
    )  # fmt: skip
    return replace(piece, act=act, tied=(*piece.tied, *reversed(tied)))


def opening(piece: Piece, deed: Deed, kind: str, high: float) -> Piece:
    """Somebody at a gate that swings open, or on the knees before an open box."""
    if kind not in THINGS:
        return piece
    box, gate = THINGS[kind].box, deed.to == "gate"
    x = (0.2 if gate else 0.26) * high - box.left / 100
    far = (0.36 * high, -0.5 * high) if gate else (x + box.left / 100 + 0.04, box.top / 200 - 0.08)
    near = None if gate else (far[0] + 0.06, far[1] + 0.1)
    act = replace(
        piece.act, pose=hands_free(piece) if gate else Doing.KNEEL, holds="", task="", far_at=far, near_at=near,
        lean=4.0 if gate else 8.0, nod=0.0 if gate else 12.0,
    )  # fmt: skip
    return replace(piece, act=act, tied=(*piece.tied, Tied(piece=thing_at(kind, x, colour=deed.colour))))


def heaped(deed: Deed, kind: str, under: Piece) -> tuple[Tied, ...]:
    """What a cart or a barrow is full of, on top of it."""
    load = deed.load
    if kind not in HEAPED or load not in THINGS or (kind == "cart" and load in ("haystack", "hay")):
        return ()
    thing = THINGS[load]
    wide = 0.5 * THINGS[kind].width / 100 * under.size
    large = thing.width > 60
    size = min(1.0, (0.95 if large else 0.5) * wide / (thing.width / 100))
    step = min(thing.width / 100 * size, wide / 3)
    rim = RIMS.get(kind, -THINGS[kind].box.top / 100) * under.size
    middle = under.x + (0.12 if kind == "wheelbarrow" else 0.0) * under.size * (-1 if under.flip else 1)
    spots = ((-1.0, 0.0), (1.0, 0.0), (0.0, 0.0), (-0.5, 0.55), (0.5, 0.55))
    high = thing.height / 100 * size
    if large:
        return (Tied(piece=thing_at(load, middle, -rim + 0.04, size)),)
    return tuple(
        Tied(piece=thing_at(load, middle + a * step, -(rim - 0.25 * high + b * high), size), front=False)
        for a, b in reversed(spots)
    )


def flying(kind: str, x: float, level: float) -> Piece:
    """What is thrown, in the air."""
    thing = THINGS[kind]
    size = min(1.0, 0.16 / (max(thing.width, thing.height) / 100))
    return replace(thing_at(kind, x, -level, size), hangs=True)


def meshes(trap: str, x: float, over: Area, measure: float) -> Tied:
    """A net over somebody, as large as they are."""
    net = THINGS["snare_net"]
    wide, high = (over.right - over.left) / measure, (over.bottom - over.top) / measure
    size = 1.12 * max(wide / (net.width / 100), 0.9 * high / (net.height / 100))
    return Tied(piece=thing_at("snare_net", x, 0.0, min(size, 3.0)), front=True)


def freeing(piece: Piece, deed: Deed, beast: str, high: float) -> Piece:
    """Somebody who frees an animal: from a net on the knees, from a cage that is held open."""
    if beast not in ANIMALS:
        return piece
    animal = ANIMALS[beast]
    if deed.load == "cage":
        gait = animal.gait("fly")
        away = Piece(
            x=0.62 * high, y=-1.12 * high, size=1.3, share=1.3, animal=beast, gait=gait, colour=deed.colour, hangs=True
        )  # fmt: skip
        cage = thing_at("open_cage", 0.33 * high, -0.28 * high, 0.75)
        act = replace(
            piece.act, pose=Doing.STAND, holds="", task="", nod=-8.0, far_at=(0.36 * high, -0.7 * high),
            near_at=(0.31 * high, -0.27 * high),
        )  # fmt: skip
        return replace(piece, act=act, tied=(*piece.tied, Tied(piece=cage, front=True), Tied(piece=away, front=True)))
    gait = animal.gait("sit")
    box = animal.boxes.get(gait, animal.box)
    size = max(1.0, 0.5 / (box.width / 100))
    x = 0.3 * high - box.left / 100 * size
    prey = Piece(x=x, y=0.0, size=size, share=size, animal=beast, gait=gait, colour=deed.colour)
    net = meshes(deed.load, x + (box.left + box.right) / 200 * size, _area(box, size), 1.0)
    hands = (x + box.left / 100 * size + 0.06, 0.55 * box.top / 100 * size)
    act = replace(
        piece.act, pose=Doing.KNEEL, holds="", task="", lean=12.0, nod=8.0, far_at=hands,
        near_at=(hands[0] - 0.05, hands[1] + 0.07),
    )  # fmt: skip
    return replace(piece, act=act, tied=(*piece.tied, Tied(piece=prey, front=True), net))


def _area(box: Box, size: float) -> Area:
    unit = size / 100
    return Area(left=box.left * unit, top=box.top * unit, right=box.right * unit, bottom=box.bottom * unit)


def digging(piece: Piece, deed: Deed, kind: str, high: float) -> Piece:
    """Somebody before the hole that they dig."""
    x = 0.78 * high
    if piece.kind:
        animal = ANIMALS[piece.kind]
        x = animal.boxes.get(piece.gait or animal.gaits[0], animal.box).right / 100 * piece.share
    return replace(piece, tied=(*piece.tied, Tied(piece=thing_at("dug_hole", x))))


def cooking(piece: Piece, deed: Deed, kind: str, high: float) -> Piece:
    """Somebody on the knees before a pot over the fire, the spoon in it."""
    box = THINGS[kind].box
    x = 0.24 * high - 0.45 * box.left / 100
    act = replace(
        piece.act, pose=Doing.KNEEL, holds="spoon", task="", lean=10.0, nod=8.0, far_at=(x - 0.05, -0.46)
    )  # fmt: skip
    return replace(piece, act=act, tied=(*piece.tied, Tied(piece=thing_at(kind, x))))


def bearing_one_end(piece: Piece, deed: Deed, kind: str, high: float) -> Piece:
    """Somebody with one end of a heavy thing; at the other end somebody else is put (``sharing.py``)."""
    if kind not in THINGS:
        return piece
    box, level = THINGS[kind].box, 0.34 * high
    thing = thing_at(kind, 0.24 * high - box.left / 100, 0.1 - level, colour=deed.colour)
    act = replace(
        piece.act, pose=hands_free(piece), holds="", task="", lean=-3.0,
        far_at=(0.3 * high, -level - 0.04), near_at=(0.26 * high, -level - 0.02),
    )  # fmt: skip
    return replace(piece, act=act, tied=(*piece.tied, Tied(piece=thing)))


BURDENS: dict[Way, Callable[[Piece, Deed, str, float], Piece]] = {
    Way.CARRY: carrying, Way.PUT: putting, Way.FREE: freeing, Way.DIG: digging, Way.BEAR: bearing_one_end,
    Way.OPEN: opening, Way.COOK: cooking,
}  # fmt: skip
"""What people do with what they carry, fill or open: who, what, the kit's thing or animal, and how tall they are."""
