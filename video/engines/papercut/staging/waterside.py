"""The players of a picture of the whole place who are on, in or over water."""

from __future__ import annotations

from dataclasses import replace

from video.concepts.scenery import Mention
from video.direct import Near
from video.engines.papercut.land.settings import LANDLESS
from video.engines.papercut.land.view import View
from video.engines.papercut.staging.afloat import bathed, board_boat, boat_of, crew_of, hangs, hung
from video.engines.papercut.staging.framing import Framing
from video.engines.papercut.staging.herds import HUGE
from video.engines.papercut.staging.lines import SWIMMING, Lines
from video.engines.papercut.staging.oars import rowing
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.players import facing, frame_players, place_players, turned
from video.engines.papercut.staging.scene import Scene
from video.engines.papercut.things.catalog import ANIMALS, THINGS


def out_there(
    scene: Scene,
    where: tuple[Framing, Lines],
    pieces: list[Piece],
    things: tuple[Mention, ...],
    animals: tuple[Mention, ...],
) -> tuple[Lines, list[Piece], tuple[Piece, ...]]:
    """Where there is only water: the lines that are left, the boat, and the players in it, in the water or over it."""
    framing, lines = where
    crew, swim = crew_of(scene)
    boat, line = boat_of(things), lines.water[0]
    landless = bool(LANDLESS & set(scene.scenery.places))
    wet = [p for p in pieces if _name_of(p) in swim or hangs(scene, p)]
    dry = [p for p in pieces if p not in wet]
    if not crew and landless:
        wet, dry = pieces, []  # birds fly, fish swim
    swimmers = [ANIMALS[m.concept.id].size for m in animals if ANIMALS[m.concept.id].medium == "water"]
    beside = 2 if max(swimmers, default=0.0) > HUGE else 1 if swimmers or wet else 0
    afloat = board_boat(lines, framing, dry, boat, aside=beside) if dry or boat is not None else []
    bathers, missed = place_players(framing, wet, line.free)
    lines.left_out.extend(missed)
    if landless:  # what is not alive drifts
        lines = replace(lines, front=replace(lines.front, y=line.y + 22, free=line.free))
    placed = (*(p for p in afloat if p.player is not None), *(_in_place(scene, p, line.y, swim) for p in bathers))
    hulls = [p for p in afloat if p.player is None]
    placed, oars = rowing(facing(placed, scene.shot.focus), hulls[0] if hulls else None)
    return lines, [*hulls, *oars], placed


OPEN = frozenset(("sea", "lake", "river", "swamp", "open_sea"))


def from_the_water(scene: Scene) -> Scene:
    """The scene, seen from the water where none of the cast is there and all that is there swims, floats or flies."""
    scenery = scene.scenery
    some = scenery.animals and not scene.players and not scenery.people and not scenery.aboard
    if not some or not scenery.places or set(scenery.places) - OPEN:
        return scene
    ashore = any(THINGS[m.concept.id].medium != "water" for m in scenery.things)
    still = any(m.concept.id in ASHORE for m in scenery.doings)
    animals = tuple(_afloat(m) if not still else m for m in scenery.animals)
    swim = [m for m in animals if m.swims or ANIMALS[m.concept.id].medium == "water"]
    other = [m for m in animals if m not in swim and ANIMALS[m.concept.id].medium != "air"]
    if not swim or other or ashore:
        return scene
    return replace(scene, scenery=replace(scenery, animals=animals, bathing=("",)))


ASHORE = frozenset(("sit", "lie", "sleep", "stand", "walk", "run", "rest", "perch", "wait", "climb", "jump"))
"""What an animal does that need not be in the water."""


def _afloat(mention: Mention) -> Mention:
    """An animal of the water's edge, which swims where nothing else is told of it."""
    return replace(mention, swims=True) if "swim" in ANIMALS[mention.concept.id].gaits else mention


LEAPS = (0.0, 0.7, 0.25)
"""How much higher than the first the next are, as shares of their height: they do not swim in a row."""


def surfaced(piece: Piece, swell: float, i: int = 0) -> Piece:
    """What swims where waves are before it, so high that it is seen above them: a dolphin beside a boat leaps."""
    if (
        (ANIMALS[piece.kind].medium != "water" and piece.gait != "swim")
        or piece.row != SWIMMING
        or piece.y < swell - 40
    ):
        return piece
    body = piece.body()
    return replace(piece, y=piece.y + swell + (0.22 - LEAPS[i % 3]) * (body.bottom - body.top) - body.bottom)


def _in_place(scene: Scene, piece: Piece, y: float, swim: frozenset[str]) -> Piece:
    if hangs(scene, piece):
        return hung(piece)
    return bathed((piece,), y)[0] if _name_of(piece) in swim else piece


def _name_of(piece: Piece) -> str:
    return piece.player.name if piece.player is not None else ""


def behind_those(
    scene: Scene, view: View, where: tuple[Framing, Lines], ashore: tuple[Piece, ...], boat: Mention | None
) -> list[Piece]:
    """Those of the players who are on or in the water behind those ashore, turned to them."""
    framing, lines = where
    crew, swim = crew_of(scene)
    wide, line = replace(scene.shot, near=Near.WIDE), lines.water[0]

    def those(names: frozenset[str]) -> list[Piece]:
        some = tuple(p for p in scene.there() if p.name in names)
        return frame_players(some, wide, scene.frame, view.setting.feet)[1] if some else []

    aboard = board_boat(lines, framing, those(crew), boat, aside=0, line=line) if crew else []
    small = replace(framing, measure=framing.measure * max(0.62, line.zoom), feet=line.y + 24)
    bathers, missed = place_players(small, those(swim), line.free) if swim else ((), [])
    lines.left_out.extend(missed)
    return [replace(_turned_to(p, ashore), row=p.row - 3) for p in (*aboard, *bathed(bathers, line.y + 24))]


def _turned_to(piece: Piece, others: tuple[Piece, ...]) -> Piece:
    """Somebody of a crew, turned to those ashore."""
    if piece.player is None or not others:
        return piece
    return turned(piece, left=piece.x > sum(p.x for p in others) / len(others))
