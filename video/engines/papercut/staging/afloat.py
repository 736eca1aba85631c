"""Who is on the water is in a boat; who is in it is seen from the chest up."""

from __future__ import annotations

from dataclasses import replace

from video.concepts.scenery import Concept, Mention
from video.concepts.table import get_concept
from video.direct import Doing, ShotPlan
from video.engines.papercut.land.settings import LANDLESS
from video.engines.papercut.proportions import extent, middle
from video.engines.papercut.staging.framing import Framing
from video.engines.papercut.staging.lines import Line, Lines
from video.engines.papercut.staging.pieces import Piece, Tied, piece_at_origin
from video.engines.papercut.staging.players import body_of
from video.engines.papercut.staging.scene import Scene
from video.engines.papercut.things.catalog import ANIMALS, THINGS
from video.engines.papercut.things.fauna import BREEDS
from video.shotlist import Way

BOATS = ("boat", "canoe", "raft", "ship")
ROWBOAT = Concept(id="rowboat", kind="thing")
"""What a boat on a river or a lake is."""
OPEN = frozenset(("rowboat", "canoe"))
"""Boats that hide the legs of who sits in them, and have no sail that would hide the rest."""
INSIDE, IN_OPEN = 0.2, 0.13
"""How deep a crew is in the hull, as a share of a grown person's height; in an open boat its side hides the legs."""
UNDER = frozenset(("underwater", "abyss"))
"""Places below the water."""
BREATH = 0.5
"""How large the bubbles from a mouth are, beside those that rise by themselves."""
SEAT = 0.18
"""Height of a boat's thwart."""
SITTING = (Doing.STAND, Doing.SPEAK, Doing.HOLD, Doing.SIT, Doing.KNEEL, Doing.WALK, Doing.RUN, Doing.WORK, Doing.SING)
"""Who does no more than that sits down in a boat: nobody walks there."""
LENGTH = {"boat": 1.85, "ship": 3.0, "canoe": 1.75, "rowboat": 1.55, "raft": 1.7}
"""How much larger a hull with a crew is drawn than one that lies on a shore: boats of 3 to 4 metres."""
HULL = -8.0
CHEST = 0.6
"""How much of who swims is under water, as a share of the height of the eyes; of an animal much less."""
RIM, HALF, STROKE = 0.13, 0.58, 0.02
"""How much an open boat's side rises to its ends, half its length, and half its rail's width, of its size."""
SWUM = 0.15
"""How far the middle of who swims stretched out is under water."""
ALL = ""
ROPES = frozenset(("rope", "thread", "ladder"))
"""By which somebody comes down from the sky."""


def crew_of(scene: Scene) -> tuple[frozenset[str], frozenset[str]]:
    """(names of the players who are in a boat, of those who are in the water)."""
    aboard, bathing = scene.scenery.aboard, scene.scenery.bathing
    names = [p.name for p in scene.players]
    heavy = {p.name for p in scene.players if not p.animal or ANIMALS[p.animal].medium == "land"}
    if LANDLESS & set(scene.scenery.places) and not aboard:
        boat = any(m.concept.id in BOATS for m in scene.scenery.things)
        aboard, bathing = ((ALL,), bathing) if boat else ((), (ALL,))
    saved = {a.deed.to for a in scene.shot.acting if a.deed is not None and a.deed.way is Way.SAVE}
    heavy -= saved | {a.name for a in scene.shot.acting if a.deed is not None and a.deed.way is Way.SAVE}
    swim = frozenset(n for n in names if n in heavy and (n in bathing or ALL in bathing))
    return frozenset(n for n in names if (n in aboard or ALL in aboard) and n not in swim), swim


def under_water(scene: Scene) -> bool:
    """True where everybody is below the water, and nobody hangs on a rope."""
    return bool(UNDER & set(scene.scenery.places)) and not scene.roped


def swimming(scene: Scene, piece: Piece) -> Piece:
    """The piece as it moves below the water: people swim, and bubbles rise from their mouths."""
    if not under_water(scene) or piece.player is None or piece.act.task == "swim":
        return piece
    if piece.kind:
        return replace(piece, gait=ANIMALS[piece.kind].gait("run")) if piece.kind in BREEDS else piece
    poses = (Doing.SIT, Doing.KNEEL, Doing.SLEEP, Doing.DANCE, Doing.SING)
    pose = Doing.STAND if piece.act.pose in poses and not piece.act.task else piece.act.pose
    moved = replace(piece, act=replace(piece.act, pose=pose, swims=True, shadow=False))
    face = piece_at_origin(moved).face()
    if face is None:
        return moved
    x = max(face.left, face.right) if not moved.flipped else -min(face.left, face.right)
    bubble = Piece(x=x + 0.03, y=face.top - 0.02, size=BREATH, share=BREATH, thing="bubble")
    return replace(moved, tied=(*moved.tied, Tied(piece=bubble)))


def hangs(scene: Scene, piece: Piece) -> bool:
    """Whether one of the players is in the air: flies, or comes down where there is nothing to stand on."""
    player = piece.player
    if player is None or (piece.kind and ANIMALS[piece.kind].medium != "land"):
        return False  # birds fly and fish swim anyway
    if under_water(scene) and (player.person is not None or piece.kind in BREEDS):
        return True
    if piece.kind and "fly" not in ANIMALS[piece.kind].gaits and _winged(scene):
        return False  # of a mole and a heron it is the heron that flies
    return player.name in scene.scenery.flying or (scene.roped and player.person is not None)


def _winged(scene: Scene) -> bool:
    """Whether one of those who are said to fly has wings."""
    kinds = (p.animal for p in scene.players if p.name in scene.scenery.flying and p.animal)
    return any("fly" in ANIMALS[kind].gaits for kind in kinds)


def hung(piece: Piece, top: float | None = None) -> Piece:
    """A piece in the air, above where it would stand; ``top``: the highest that a head may be."""
    act = piece.act if piece.act.pose not in (Doing.WALK, Doing.RUN) else replace(piece.act, pose=Doing.STAND)
    head = piece.head()
    room = head.top - top if head is not None and top is not None else piece.size
    if act.task == "swim":
        lift = max(0.0, min(0.3 * piece.size / piece.share, room))
        return replace(piece, y=piece.y - lift, act=replace(act, shadow=False), hangs=True)
    lift = max(0.0, min((0.34 if not piece.kind else 0.4) * piece.size / piece.share, room))
    return replace(piece, y=piece.y - lift, clip=piece.y - lift - 0.012 * piece.size, act=act, hangs=True)


def embarked(scene: Scene) -> Scene:
    """The scene with a boat for whoever is in one: a rowing boat where somebody rows or the water is small.

    Where there is nothing to stand on, a rope is what somebody hangs on.
    """
    crew, _ = crew_of(scene)
    things = scene.scenery.things
    if LANDLESS & set(scene.scenery.places) and ROPES & {m.concept.id for m in things}:
        things = tuple(m for m in things if m.concept.id not in ROPES)
        return replace(scene, roped=True, scenery=replace(scene.scenery, things=things))
    fresh = {"river", "lake", "swamp"} & set(scene.scenery.places) and not scene.scenery.by_sea()
    if not crew:
        if fresh:
            things = tuple(replace(m, concept=ROWBOAT) if m.concept.id == "boat" else m for m in things)
        return replace(scene, scenery=replace(scene.scenery, things=things))
    boat = next((m for m in things if m.concept.id in BOATS), None)
    rows = any(a.holds == "oar" for a in scene.shot.acting) or any(m.concept.id == "oar" for m in things)
    sea = scene.scenery.by_sea() and not {"river", "lake", "swamp"} & set(scene.scenery.places)
    if boat is None:
        boat = Mention(concept=ROWBOAT if rows or not sea else get_concept("boat"))
    elif boat.concept.id == "boat" and (rows or not sea):
        boat = replace(boat, concept=ROWBOAT)
    # Others of its kind are elsewhere; the oars are in hands.
    oar = next((m for m in things if m.concept.id == "oar"), None)
    shot = scene.shot if oar is None else _with_oars(scene.shot, crew, oar, boat)
    rest = tuple(m for m in things if m.concept.id not in BOATS and m.concept.id not in ("oar", "net"))
    return replace(scene, shot=shot, scenery=replace(scene.scenery, things=(replace(boat, count=1), *rest)))


def _with_oars(shot: ShotPlan, crew: frozenset[str], oar: Mention, boat: Mention) -> ShotPlan:
    """The shot with the oars that are there in the hands of a crew: a canoe has one for each."""
    rowers = [a.name for a in shot.acting if a.name in crew and not a.holds]
    if oar.count == 1 and boat.concept.id != "canoe":
        rowers = [] if any(a.holds == "oar" for a in shot.acting) else rowers[-1:]
    acting = tuple(replace(a, holds="oar") if a.name in rowers else a for a in shot.acting)
    return replace(shot, acting=acting)


def boat_of(things: tuple[Mention, ...]) -> Mention | None:
    """What floats, among things."""
    return next((m for m in things if THINGS[m.concept.id].medium == "water"), None)


def board_boat(
    lines: Lines,
    framing: Framing,
    pieces: list[Piece],
    mention: Mention | None,
    *,
    aside: int,
    line: Line | None = None,
) -> list[Piece]:
    """The players in one boat, and the boat; ``aside`` 1 leaves room for what swims, 2 for a whale.

    ``line``: the water on which it floats where that is not the nearest.
    """
    line = line or lines.water[0]
    kind = _kind(mention)
    pieces = [_aboard(p, kind) for p in pieces]
    thing = THINGS[kind]
    crew = sum(body_of(p).width for p in pieces) + 0.35
    full = framing.measure * (1.0 if line.zoom >= 1 else max(0.58, line.zoom))
    measure = min(full, 0.8 * framing.safe.width / crew)
    # The hull holds them all, and is as long as such boats are.
    size = max(measure * LENGTH.get(kind, 1.4), measure * crew * 100 / thing.width * 1.15)
    widest = 0.9 if not aside else 0.66 if framing.upright else 0.56
    widest *= 0.72 if aside > 1 else 1.0
    size = min(
        size, widest * framing.safe.width / thing.width * 100, (line.y - framing.safe.top) / -thing.box.top * 100
    )
    share = framing.safe.share(0.1 if aside else 0.5 if line.zoom >= 1 else 0.8)
    least = 0.45 * size
    while size > least and thing.width * size / 100 > line.free.longest():
        size *= 0.9
    measure = min(measure, 0.87 * size * thing.width / 100 / max(crew, 0.5))
    x = line.free.take(thing.width * size / 100, share)
    if x is None:
        lines.left_out.append(kind)
        return []
    return _manned(pieces, mention, (x, line.y, size), measure)


def board_near(framing: Framing, pieces: list[Piece], mention: Mention | None) -> list[Piece]:
    """The same in a nearer picture: the crew above the hull, which goes on beyond the picture."""
    # Eyes stay where they would be ashore.
    eyes = framing.feet - max(body_of(p).eyes for p in pieces) * framing.measure
    pieces = [_aboard(p, _kind(mention)) for p in pieces]
    crew = sum(body_of(p).width for p in pieces)
    width = THINGS[_kind(mention)].box.width
    measure = min(framing.measure, 0.9 * framing.safe.width / max(crew, 0.5))
    deck = eyes + (max(body_of(p).eyes for p in pieces) - _inside(_kind(mention))) * measure
    seen = 0.36 if _kind(mention) == "raft" else 0.45
    low = middle(framing.frame)[1] + seen * extent(framing.frame)[1]
    if deck > low:  # the hull is seen
        measure *= (low - eyes) / (deck - eyes)
        deck = low
    size = measure * (crew + 0.5) * 100 / width * 1.25
    top = THINGS[_kind(mention)].top
    line = deck - (top if top is not None else HULL) * size / 100
    return _manned(pieces, mention, (framing.safe.share(0.5), line, size), measure)


def bathed(pieces: tuple[Piece, ...], y: float | None = None) -> tuple[Piece, ...]:
    """Those pieces let down into the water that is before them, as far as their kind is under it."""
    return tuple(_let_down(p, y) for p in pieces)


def bathed_near(framing: Framing, pieces: list[Piece]) -> tuple[list[Piece], float]:
    """Those who swim in a nearer picture, side by side, and the height of the water's line before them."""
    total = sum(body_of(p).width for p in pieces)
    measure = min(framing.measure, 0.9 * framing.safe.width / max(0.3, total))
    eyes = max(body_of(p).eyes for p in pieces)
    line = framing.feet - eyes * framing.measure + (1 - CHEST) * eyes * measure
    begin = framing.safe.share(0.5) - total * measure / 2
    out: list[Piece] = []
    for piece in pieces:
        body = body_of(piece)
        x = begin + (body.width / 2 - body.shift) * measure
        out.append(replace(piece, x=x, y=line, size=piece.size * measure))
        begin += body.width * measure
    return list(bathed(tuple(out))), line


def _let_down(piece: Piece, y: float | None) -> Piece:
    act = piece.act
    if piece.gait == "float":  # it lies on the water
        level = piece.y if y is None else y
        return replace(piece, y=level, clip=level + 0.06 * piece.measure, foot=level, afloat=True)
    if not piece.kind and act.task == "swim":
        line = piece.y if y is None else y
        return replace(
            piece, y=line + SWUM * piece.measure, clip=line + 0.02 * piece.measure, foot=line, afloat=True,
            act=replace(act, shadow=False),
        )  # fmt: skip
    if not piece.kind and act.pose not in (Doing.EMBRACE, Doing.POINT, Doing.HOLD):
        act = replace(act, pose=Doing.STAND if act.pose is not Doing.SPEAK else Doing.SPEAK)
    stood = replace(piece, act=act)
    eyes = body_of(piece_at_origin(stood)).eyes * piece.size / piece.share
    deep = (CHEST if not piece.kind else 0.45) * eyes
    line = piece.y if y is None else y
    return replace(stood, y=line + deep, clip=line + 0.04 * piece.size, foot=line, afloat=True)


def _aboard(piece: Piece, hull: str) -> Piece:
    """One of the crew, sitting unless there is something to do."""
    if piece.kind and piece.gait == "swim" and ANIMALS[piece.kind].medium != "water":
        return replace(piece, gait="stand")  # a seal in a boat does not swim
    if piece.kind or piece.act.pose not in SITTING:
        return piece
    return replace(piece, act=replace(piece.act, pose=Doing.SIT, seat=SEAT if hull != "raft" else 0.0))


def _inside(kind: str) -> float:
    return IN_OPEN if kind in OPEN else 0.0 if kind == "raft" else INSIDE


def _deep(kind: str, piece: Piece) -> float:
    """How deep one of a crew is in the hull: a small animal less than a person."""
    body = body_of(piece)
    if body.person:
        return _inside(kind) * min(1.0, body.top / 0.62) ** 2
    if kind not in OPEN:
        return min(_inside(kind), 0.3 * body.top)
    return min(_inside(kind), 0.12 * body.top) - 0.6 * max(0.0, 0.24 - body.top)  # the smallest stand on the thwart


def _rim(aside: float, size: float) -> float:
    """How much higher than in its middle an open boat's side is, ``aside`` of it: it hides no small animal."""
    return RIM * size * min(1.0, aside / (HALF * size)) ** 2 + STROKE * size


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
    hides = kind in OPEN
    out = [
        Piece(
            x=x, y=y, size=size, thing=kind, colour=mention.colour if mention else None, row=1 if hides else 0,
            afloat=True,
        )
    ]  # fmt: skip
    begin = x - sum(body_of(p).width for p in pieces) * measure / 2
    for piece in pieces:
        body = body_of(piece)
        centre = begin + body.width * measure / 2
        out.append(
            replace(
                piece, x=centre - body.shift * measure,
                y=deck + _deep(kind, piece) * measure - (_rim(centre - x, size) if hides and piece.kind else 0.0),
                size=piece.size * measure, row=0 if hides else 1, afloat=True,
                clip=y if hides else None if kind == "raft" else deck,
            )
        )  # fmt: skip
        begin += body.width * measure
    return out
