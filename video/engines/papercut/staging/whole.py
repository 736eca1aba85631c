"""The picture of the whole place: everyone and everything that was asked for, or word of what found no room."""

from __future__ import annotations

from dataclasses import replace

from video.chance import Chance
from video.direct import Near
from video.engines.papercut.land.view import View
from video.engines.papercut.proportions import Camera
from video.engines.papercut.staging.afloat import board_boat
from video.engines.papercut.staging.crowd import crowd
from video.engines.papercut.staging.framing import Framing, camera_whole, disc_clear_of
from video.engines.papercut.staging.furnish import BEFORE, by_rank, put_things, thing_piece, wanted_ground
from video.engines.papercut.staging.ground import Ground
from video.engines.papercut.staging.herds import put_animals
from video.engines.papercut.staging.lines import FORE, Line, Lines, lines_for
from video.engines.papercut.staging.pieces import Piece, unit_box
from video.engines.papercut.staging.players import facing, frame_players, heads_of, piece_at_origin, place_players
from video.engines.papercut.staging.scene import Blocked, Scene
from video.engines.papercut.staging.seats import seated
from video.engines.papercut.things.catalog import ANIMALS, THINGS

SMALLER = (0.86, 0.74, 0.64)
"""Shares of the size that figures would like, tried until all that was asked for has room."""
HEARTH = -2
"""The row of a fire that burns in the wall."""
LARGE = 44.0
"""Hundredths of a grown person's height: what is wider has its place before animals."""


def block_whole(scene: Scene, view: View) -> Blocked:
    """Who and what stands where in a view of the whole place: as large as all find room, or as most do."""
    best = _block(scene, view, 1.0)
    for share in SMALLER:
        if not best.left_out:
            break
        tried = _block(scene, view, share)
        best = tried if len(tried.left_out) < len(best.left_out) else best
    return best


def _block(scene: Scene, view: View, share: float) -> Blocked:
    """The same with figures at a share of the size that they would like."""
    chance = Chance(scene.seed, "blocking")
    indoors = view.setting.indoors
    players = scene.there() if scene.shot.near is Near.WIDE else scene.players
    framing, pieces = frame_players(players, replace(scene.shot, near=Near.WIDE), scene.frame, view.setting.feet)
    framing = replace(framing, measure=share * framing.measure)
    places = view.places()
    camera = camera_whole(framing, tuple((s.left, s.right) for s in places.ground))
    lines = lines_for(framing, places, camera)
    things, animals = by_rank(scene.things(), indoors=indoors), scene.animals()
    if "awnings" in view.setting.ground:
        things = tuple(m for m in things if m.concept.id != "stall")  # the place has its own
    out: list[Piece] = []
    if places.ground:
        for mention in things:
            if mention.concept.id in BEFORE:
                out += _fire(lines, framing, thing_piece(mention), _hearth(view, camera, framing))
        rest = tuple(m for m in things if m.concept.id not in BEFORE)
        wanted = wanted_ground(animals, rest, upright=framing.upright)
        taken = tuple(p.body() for p in out)
        placed, missed = place_players(framing, pieces, lines.front.free, wanted, taken)
        lines.left_out.extend(missed)
        seats, placed, things = seated(facing(placed, scene.shot.focus), rest)
        out += seats
    else:
        boat = next((m for m in things if THINGS[m.concept.id].medium == "water"), None)
        swimmers = any(ANIMALS[m.concept.id].medium == "water" for m in animals)
        afloat = board_boat(lines, framing, pieces, boat, aside=swimmers)
        out += [p for p in afloat if p.player is None]
        placed = facing(tuple(p for p in afloat if p.player is not None), scene.shot.focus)
        things = tuple(m for m in things if m is not boat)
    lines.left_out.extend(p.name for p in players[len(pieces) :])
    framing, lines = _as_drawn(framing, lines, placed)
    if framing.upright and places.ground:
        lines = replace(lines, fore=(_fore(framing),))
    for piece in (*out, *placed):
        lines.hide(piece.body(), 0.8 if piece.player is not None else 1.1)
        lines.note(piece.body(), piece.head())
    # What is large and stands on the ground first: an animal finds its place more easily.
    large = tuple(m for m in things if THINGS[m.concept.id].medium == "ground" and THINGS[m.concept.id].width > LARGE)
    for mention in large:
        out += hiding(lines, put_things(lines, framing, mention, placed, chance))
    for mention in sorted(animals, key=lambda m: -ANIMALS[m.concept.id].size):
        out += hiding(lines, put_animals(lines, framing, mention, chance))
    for mention in things:
        if mention not in large:
            out += hiding(lines, put_things(lines, framing, mention, placed, chance))
    out += crowd(scene, lines, framing, view.light.hills[0])
    pieces_out = (*out, *placed)
    return Blocked(
        framing=framing, pieces=tuple(sorted(pieces_out, key=lambda p: p.order)), camera=camera,
        clear=_stretches(pieces_out, framing, camera), left_out=tuple(dict.fromkeys(lines.left_out)),
        disc_x=disc_clear_of(scene.frame, view.disc, camera, heads_of(placed)),
    )  # fmt: skip


def _as_drawn(framing: Framing, lines: Lines, placed: tuple[Piece, ...]) -> tuple[Framing, Lines]:
    """Framing and lines at the measure at which the players found room: everything has one measure."""
    measure = placed[0].size / piece_at_origin(placed[0]).size if placed else framing.measure
    return replace(framing, measure=measure), replace(lines, front=replace(lines.front, size=measure))


def _fore(framing: Framing) -> Line:
    """The line before the players."""
    y, size = framing.feet + 0.2 * framing.measure, 1.06 * framing.measure
    return Line(y=y, size=size, free=Ground(framing.safe.left, framing.safe.right), row=FORE)


def _stretches(pieces: tuple[Piece, ...], framing: Framing, camera: Camera | None) -> tuple[tuple[float, float], ...]:
    """Where players and fires stand, in units of the stage."""
    bodies = (p.body() for p in pieces if p.row >= -1 and (p.player is not None or p.thing in BEFORE))
    if camera is None:
        return tuple((b.left, b.right) for b in bodies)
    ends = ((camera.place(framing.frame, (b.left, 0)), camera.place(framing.frame, (b.right, 0))) for b in bodies)
    return tuple((left[0], right[0]) for left, right in ends)


def hiding(lines: Lines, made: list[Piece]) -> list[Piece]:
    """The same pieces, having taken from the lines behind what they cover."""
    for piece in made:
        lines.note(piece.body(), piece.head())
        if piece.row == 0:
            lines.hide(piece.body(), 0.9)
    return made


def _hearth(view: View, camera: Camera | None, framing: Framing) -> tuple[float, float] | None:
    """Where in the frame the hearth of a room is seen."""
    hearth = view.hearth()
    return camera.shown(framing.frame, hearth) if camera is not None and hearth is not None else hearth


def _fire(lines: Lines, framing: Framing, piece: Piece, hearth: tuple[float, float] | None) -> list[Piece]:
    """A fire, before the players: they stand around it, houses keep away; in a room it burns in the hearth."""
    size = framing.measure * piece.size
    width = unit_box(piece).width * framing.measure
    if hearth is not None and hearth[1] < framing.feet - 40:
        if lines.front.free.room() > 3 * width:
            lines.front.free.block(hearth[0] - width / 2, hearth[0] + width / 2)  # nobody stands before it
        return [replace(piece, x=hearth[0], y=hearth[1], size=size * 0.9, row=HEARTH)]
    x = lines.front.free.take(width, framing.safe.share(0.5))
    if x is None:
        lines.left_out.append(piece.thing)
        return []
    placed = replace(piece, x=x, y=framing.feet - 4, size=size)
    lines.hide(placed.body(), 1.3)
    return [placed]
