"""The picture of the whole place: everyone and everything that was asked for, or word of what found no room."""

from __future__ import annotations

from dataclasses import replace

from video.chance import Chance
from video.concepts.scenery import Mention
from video.direct import Doing, Near
from video.engines.papercut.land.view import View
from video.engines.papercut.proportions import Camera
from video.engines.papercut.staging.afloat import boat_of, crew_of, hangs, hung, swimming, under_water
from video.engines.papercut.staging.crowd import crowd
from video.engines.papercut.staging.framing import Framing, camera_whole, disc_clear_of, lowered, on_ground
from video.engines.papercut.staging.furnish import (
    BEFORE,
    by_rank,
    dish,
    has_table,
    is_food,
    lies_on_tables,
    note_top,
    put_things,
    thing_piece,
    wanted_ground,
)
from video.engines.papercut.staging.ground import Ground
from video.engines.papercut.staging.hearths import amid, before_them, hearth_of, in_hearth
from video.engines.papercut.staging.herds import handler_of, put_animals
from video.engines.papercut.staging.lines import FORE, SWIMMING, Line, Lines, lines_for
from video.engines.papercut.staging.pieces import Piece, piece_at_origin, unit_box
from video.engines.papercut.staging.players import (
    body_of,
    facing,
    frame_players,
    heads_of,
    kin_of,
    place_players,
)
from video.engines.papercut.staging.scene import Blocked, Scene
from video.engines.papercut.staging.seats import seated
from video.engines.papercut.staging.walls import wall_of
from video.engines.papercut.staging.waterside import behind_those, out_there, surfaced
from video.engines.papercut.things.catalog import ANIMALS, THINGS

SMALLER = (0.88, 0.78)
"""Shares of the size that figures would like, tried until all that was asked for has room."""
HEROES = 1.4
"""How much larger things are where a picture shows nothing else."""
LOW = (Doing.SIT, Doing.KNEEL, Doing.SLEEP)
WIDE = 150.0
"""Frame units: what is wider is not hidden by other things."""
LARGE = 44.0
"""Hundredths of a grown person's height: what is wider has its place before animals."""


def block_whole(scene: Scene, view: View) -> Blocked:
    """Who and what stands where in a view of the whole place: as large as they can be without too much being missed."""
    best, worth = _block(scene, view, 1.0), 1.0
    worth -= _missed(scene, best)
    for share in SMALLER:
        if worth >= share:
            break
        tried = _block(scene, view, share)
        if share - _missed(scene, tried) > worth:
            best, worth = tried, share - _missed(scene, tried)
    return best


MISSED = {"player": 1.0, "first": 0.32, "later": 0.14, "fewer": 0.04}
"""What is lost, in shares of the size of all, where one of the cast finds no room, one of the first two things and
animals that were asked for, one of the others, some of several alike. Own choice, by looking: heroes who are a third
smaller are worse than a stool that is not there."""


WITH_SEATS = frozenset({"carriage", "classroom", "office", "library"})
"""Rooms in which whoever sits has a chair."""


def _missed(scene: Scene, blocked: Blocked) -> float:
    """What is lost by all that found no room, but would if all were smaller."""
    asked = [m.concept.id for m in (*scene.things(), *scene.animals())]
    lost = 0.0
    for name in blocked.left_out:
        if any(player.name == name for player in scene.players):
            lost += MISSED["player"]
        elif name in asked:
            lost += MISSED["first"] if asked.index(name) < 2 else MISSED["later"]
        elif name[:1].isdigit():
            lost += MISSED["fewer"]
    return lost


def _block(scene: Scene, view: View, share: float) -> Blocked:
    """The same with figures at a share of the size that they would like."""
    chance = Chance(scene.seed, "blocking")
    indoors = view.setting.indoors
    players = scene.there() if scene.shot.near is Near.WIDE else scene.players
    crew, swim = crew_of(scene)
    ashore = tuple(p for p in players if p.name not in crew | swim)
    standing = players if not view.places().ground or not ashore else ashore
    framing, pieces = frame_players(standing, replace(scene.shot, near=Near.WIDE), scene.frame, view.setting.feet)
    heroes = not pieces and _of_things(scene)
    framing = on_ground(replace(framing, measure=share * framing.measure * (HEROES if heroes else 1.0)))
    places = view.places()
    narrow = scene.frame.width_px < 1.2 * scene.frame.height_px
    camera = camera_whole(framing, tuple((s.left, s.right) for s in places.ground), view.setting.feet)
    disc = lowered(view.disc, framing, camera)
    lines = replace(lines_for(framing, places, camera), wall=wall_of(view, framing, camera), indoors=indoors)
    lines = replace(lines, kin=kin_of(players))
    animals = scene.animals()
    food = tuple(m for m in animals if is_food(m.concept.id, lines))
    animals = tuple(m for m in animals if m not in food)
    things = by_rank(scene.things(), indoors=has_table(view), food=bool(food))
    if "awnings" in view.setting.ground:
        things = tuple(m for m in things if m.concept.id != "stall")  # the place has its own
    lines = replace(lines, lying=len(food) + sum(lies_on_tables(m.concept.id) for m in things))
    hearth = hearth_of(view, camera, framing)
    fires = tuple(m for m in things if m.concept.id in BEFORE)
    out: list[Piece] = []
    taken_seats: list[Piece] = []
    swell: float | None = None
    if places.ground:
        for mention in fires:
            if hearth is not None:
                out.append(in_hearth(lines, framing, thing_piece(mention), hearth))
            elif not narrow:
                out += amid(lines, framing, thing_piece(mention))
        rest = tuple(m for m in things if m.concept.id not in BEFORE)
        chairs = view.setting.id in WITH_SEATS or (indoors and any(m.concept.id == "table" for m in rest))
        table = laid_table(lines, framing, pieces, rest)
        if table is not None:
            out.append(table)
            rest = tuple(m for m in rest if m.concept.id != table.thing)
        wanted = wanted_ground(animals, rest, upright=framing.upright)
        taken = tuple(p.body() for p in out)
        placed, missed = place_players(framing, pieces, lines.front.free, wanted, taken)
        lines.left_out.extend(missed)
        out = [as_large_as(placed, p) if p.row == 0 else p for p in out]
        placed = tuple(swimming(scene, hung(p, framing.safe.top)) if hangs(scene, p) else p for p in placed)
        seats, placed, things = seated(facing(placed, scene.shot.focus), rest, chairs=chairs)
        out += seats
        taken_seats = seats
        if standing is not players and lines.water:
            for piece in placed:
                lines.hide(piece.body(), 1.5)
            boat = boat_of(things) if crew else None
            out += behind_those(scene, view, (framing, lines), placed, boat)
            things = tuple(m for m in things if m is not boat)
    else:
        lines, afloat, placed = out_there(scene, (framing, lines), pieces, things, animals)
        out += afloat
        swell = lines.water[0].y - 3 if (lines.water[0].zoom >= 1 and afloat) or placed else None
        things = tuple(m for m in things if m is not boat_of(things))
    borne = sum(t.piece.player is not None for p in pieces for t in p.tied)
    lines.left_out.extend(p.name for p in standing[len(pieces) + borne :])
    framing, lines = _as_drawn(framing, lines, placed)
    if narrow and hearth is None and places.ground:
        burning = [before_them(framing, thing_piece(fire), placed) for fire in fires]
        lines.left_out.extend(m.concept.id for m, p in zip(fires, burning, strict=True) if p is None)
        out += [p for p in burning if p is not None]
    if framing.upright and places.ground:
        lines = replace(lines, fore=(_fore(framing),))
    for piece in out:
        if all(piece is not seat for seat in taken_seats):  # nothing lies where somebody sits
            note_top(lines, piece)
    for piece in (*out, *placed):
        lines.hide(piece.body(), 0.8 if piece.player is not None else 1.1)
        lines.note(piece.body(), piece.head())
        if piece.player is not None and (piece.kind or piece.act.pose in LOW):
            lines.low.append(piece.body())  # nothing stands before those who are low
        if piece.player is not None and lines.fore:
            body = piece.body()
            inset = 0.12 * body.width
            lines.fore[0].free.block(body.left + inset, body.right - inset)  # nor before anybody of the cast
    wet = lines
    if under_water(scene) and lines.water:  # fish swim there too; no boat floats below the surface
        wet = replace(lines, water=(*lines.water, _above(framing, placed)))
    # What is large and stands on the ground first: an animal finds its place more easily.
    large = tuple(m for m in things if THINGS[m.concept.id].medium == "ground" and THINGS[m.concept.id].width > LARGE)
    for mention in large:
        out += hiding(lines, put_things(lines, framing, mention, placed, chance))
    for mention in sorted(animals, key=lambda m: -ANIMALS[m.concept.id].size):
        herd = put_animals(wet, framing, mention, chance, handler_of(placed, mention.concept.id))
        herd = herd if swell is None else [surfaced(p, swell, i) for i, p in enumerate(herd)]
        out += hiding(lines, herd)
    for mention in things:
        if mention not in large:
            out += hiding(lines, put_things(lines, framing, mention, placed, chance))
    for mention in food:
        out += dish(lines, framing, mention)
    out += crowd(scene, lines, framing, view.light.hills[0])
    pieces_out = (*out, *placed)
    return Blocked(
        framing=framing, pieces=tuple(sorted(pieces_out, key=lambda p: p.order)), camera=camera,
        clear=_stretches(pieces_out, framing, camera), left_out=tuple(dict.fromkeys(lines.left_out)),
        disc=(disc_clear_of(scene.frame, disc, camera, heads_of(placed)), disc[1]), swell=swell,
    )  # fmt: skip


def laid_table(lines: Lines, framing: Framing, pieces: list[Piece], things: tuple[Mention, ...]) -> Piece | None:
    """A table between several who sit, before they have their places; None where there is none or they do not sit."""
    mention = next((m for m in things if m.concept.id == "table" and m.count == 1), None)
    sitting = [p for p in pieces if p.act.pose is Doing.SIT and not p.kind]
    if mention is None or len(sitting) < 2 or framing.upright:
        return None
    piece = thing_piece(mention)
    size = framing.measure * piece.size
    # As many as can be of whoever comes first sit on its left.
    width, half = unit_box(piece).width, len(pieces) // 2
    left, right = (sum(body_of(p).width for p in some) for some in (pieces[:half], pieces[half:]))
    if lines.front.free.room() < 0.7 * (left + width + right) * framing.measure:
        return None
    wish = framing.safe.share((left + width / 2) / (left + width + right))
    x = lines.front.free.take(0.9 * width * framing.measure, wish)
    if x is None:
        return None
    return replace(piece, x=x, y=framing.feet - 4, size=size)


def as_large_as(placed: tuple[Piece, ...], table: Piece) -> Piece:
    """A table or a fire in the measure of those who sit at it."""
    measure = placed[0].size / placed[0].share if placed else table.size
    return replace(table, size=min(table.size, 0.94 * measure))


def _of_things(scene: Scene) -> bool:
    """True where a picture is about things: nobody is in it, and what there is stands on the ground or on a table."""
    folk = scene.animals() or scene.scenery.people
    media = [THINGS[m.concept.id].medium for m in scene.things()]
    return not folk and bool(media) and all(medium in ("ground", "hand", "table") for medium in media)


def _as_drawn(framing: Framing, lines: Lines, placed: tuple[Piece, ...]) -> tuple[Framing, Lines]:
    """Framing and lines at the measure at which the players found room: everything has one measure."""
    measure = placed[0].size / piece_at_origin(placed[0]).size if placed else framing.measure
    return replace(framing, measure=measure), replace(lines, front=replace(lines.front, size=measure))


def _fore(framing: Framing) -> Line:
    """The line before the players."""
    y, size = framing.feet + 0.2 * framing.measure, 1.06 * framing.measure
    return Line(y=y, size=size, free=Ground(framing.safe.left, framing.safe.right), row=FORE)


def _above(framing: Framing, placed: tuple[Piece, ...]) -> Line:
    """The upper water below the surface, where nobody of the cast swims."""
    safe = framing.safe
    y = safe.top + 0.2 * (safe.bottom - safe.top)
    free = Ground(safe.left, safe.right)
    for piece in placed:
        body = piece.body()
        if body.top < y + 80:
            free.block(body.left, body.right)
    return Line(y=y, size=0.62 * framing.measure, free=free, row=SWIMMING, zoom=0.62)


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
        if piece.row == SWIMMING and lines.back:  # nothing stands before what swims
            body = piece.body()
            lines.front.free.block(body.left + 0.15 * body.width, body.right - 0.15 * body.width)
        lines.note(piece.body(), piece.head())
        if piece.row == 0:
            lines.hide(piece.body(), 0.9)
        elif piece.row == -1 and (piece.animal or (piece.thing and piece.body().width > WIDE)):
            body = piece.body()
            inset = (0.06 if piece.animal else 0.2) * body.width
            lines.front.free.block(body.left + inset, body.right - inset)  # nor does anything stand before it
        if piece.row == -1 and piece.thing:  # and nothing swims behind it
            body = piece.body()
            for line in lines.water:
                if body.top < line.y < body.bottom:
                    line.free.block(body.left, body.right)
    return made
