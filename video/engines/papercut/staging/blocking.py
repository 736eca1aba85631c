"""Blocking: who and what of a scene is in a shot, and where.

Places are made from the scene: a nearer shot shows those of the whole picture, on the same sides and turned the same
way, before the same stretch of land.
"""

from __future__ import annotations

from dataclasses import replace

from video.chance import Chance
from video.direct import Near
from video.engines.papercut.land.view import View
from video.engines.papercut.people.casting import Player
from video.engines.papercut.proportions import Camera, extent, middle, slack
from video.engines.papercut.staging.afloat import bathed_near, board_near, boat_of, crew_of, hangs, swimming
from video.engines.papercut.staging.backdrop import beside_those, side_of, still_behind
from video.engines.papercut.staging.framing import Framing, camera_behind
from video.engines.papercut.staging.furnish import (
    BEFORE,
    TABLES,
    by_rank,
    dish,
    has_table,
    is_food,
    lies_on_tables,
    note_top,
    put_things,
    thing_piece,
)
from video.engines.papercut.staging.ground import Ground
from video.engines.papercut.staging.hearths import HEARTH, before_them
from video.engines.papercut.staging.herds import put_animals
from video.engines.papercut.staging.lines import Lines, lines_for
from video.engines.papercut.staging.oars import rowing
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.players import (
    body_of,
    facing,
    frame_players,
    heads_of,
    is_alone,
    kin_of,
    place_players,
    turned,
)
from video.engines.papercut.staging.scene import Blocked, Scene
from video.engines.papercut.staging.seats import seated
from video.engines.papercut.staging.walls import on_wall
from video.engines.papercut.staging.whole import as_large_as, block_whole, hiding, laid_table
from video.engines.papercut.things.catalog import ANIMALS, THINGS


def block(scene: Scene, view: View) -> Blocked:
    """The shot of a scene in a view of its place."""
    whole = block_whole(scene, view)
    if scene.shot.near is Near.WIDE:
        return whole
    ashore = bool(view.places().ground)
    framing, pieces = frame_players(_together(scene), scene.shot, scene.frame, view.setting.feet, afloat=not ashore)
    if not pieces:
        return _nearer(scene, whole)
    if framing.near is Near.WIDE:
        return whole
    about = _about(scene, whole, pieces)
    crew, swim = crew_of(scene)
    out_there = all(p.player is not None and p.player.name in crew | swim for p in pieces)
    if not ashore or out_there:
        return _afloat(scene, view, (whole, about), (framing, pieces))
    disc = whole.disc
    lines = replace(lines_for(framing, view.places()), indoors=view.setting.indoors, kin=kin_of(scene.there()))
    ground = _ashore(framing, view, camera_behind(framing, about, disc, (), whole.camera))
    things = by_rank(scene.things(), indoors=has_table(view))
    table = laid_table(lines, framing, pieces, things) if framing.near is Near.MEDIUM else None
    if table is not None:
        framing = _around_table(framing, pieces)
        lines = replace(lines, front=replace(lines.front, y=framing.feet, size=framing.measure))
        lines.front.free.become(Ground(framing.safe.left, framing.safe.right))
        table = laid_table(lines, framing, pieces, things) or table
        ground.block(table.body().left, table.body().right)
    placed, missed = place_players(framing, pieces, ground)
    if missed:
        placed, _ = place_players(framing, pieces, lines.front.free)
    for piece in placed:
        lines.front.free.block(piece.body().left, piece.body().right)
    placed = tuple(
        swimming(scene, _as_in(whole, piece, alone=len(placed) == 1)) for piece in facing(placed, scene.shot.focus)
    )
    chairs = any(p.thing == "chair" for p in whole.pieces)
    seats, placed, _ = seated(placed, scene.things(), chairs=chairs)
    if table is not None:
        table = as_large_as(placed, table)
        note_top(lines, table)
        seats = [table, *seats]
    if is_alone(framing, list(placed)):
        placed = tuple(_aside(framing, piece) for piece in placed)
    seats, placed = _moved_in(framing, *_below_the_edge(framing, seats, placed))
    others = list(seats)
    seen_feet = framing.feet < _foot(framing)
    at = sum(p.x for p in placed) / len(placed)
    camera = camera_behind(framing, about, disc, () if seen_feet else heads_of(placed), whole.camera, at)
    behind = still_behind(scene, whole, camera, (*placed, *seats))
    burning: list[Piece] = []
    if framing.near is Near.MEDIUM:
        fires = () if view.hearth() or len(placed) < 2 else (m for m in things if m.concept.id in BEFORE)
        burning = [p for fire in fires if (p := before_them(framing, thing_piece(fire), placed)) is not None]
        there = frozenset(p.thing or p.animal for p in (*behind, *burning))
        others += _beside(scene, view, (framing, there, whole), (lines, placed, tuple(seats)))
        behind = beside_those(scene, camera, behind, others)
        others.sort(key=lambda p: p.order)
    if framing.near is Near.MEDIUM and not _tells(scene, whole, (*behind, *others, *burning, *placed)):
        return block(replace(scene, shot=replace(scene.shot, near=Near.WIDE)), view)
    return Blocked(
        framing=framing, pieces=(*others, *sorted(placed, key=lambda p: p.order), *burning), camera=camera,
        clear=whole.clear, disc=whole.disc, built_in=behind,
    )  # fmt: skip


def _tells(scene: Scene, whole: Blocked, pieces: tuple[Piece, ...]) -> bool:
    """Whether what a shot is about is in it, as far as it is in the picture of the whole place."""
    about = scene.shot.about

    def shows(some: tuple[Piece, ...]) -> bool:
        every = (q for p in some for q in (p, *p.with_it()))
        return any(about in (q.thing, q.animal) for q in every)

    return not about or not shows(whole.pieces) or shows(pieces)


def _nearer(scene: Scene, whole: Blocked) -> Blocked:
    """The place from nearer, about what is most telling of it: nobody of the cast is in it."""
    frame, before = scene.frame, whole.camera or Camera(x=middle(scene.frame)[0], y=middle(scene.frame)[1])
    zoom = NEARER if scene.shot.near is Near.MEDIUM else CLOSER
    seen = [p for p in whole.pieces if p.row > HEARTH]
    # Animals tell most, then what is large.
    best = max(seen, key=lambda p: (bool(p.kind), p.box().width), default=None)
    side = middle(frame)[0] + (0.12 if whole.disc[0] > middle(frame)[0] else -0.12) * extent(frame)[0]
    x = (best.box().left + best.box().right) / 2 if best is not None else side
    y = whole.framing.feet
    across, _ = slack(frame, zoom)
    x = middle(frame)[0] + max(-across, min(across, x - middle(frame)[0]))
    own = Camera(x=x, y=y - (y - middle(frame)[1]) / zoom, zoom=zoom)
    centre = before.place(frame, (own.x, own.y))

    def shown(piece: Piece) -> Piece:
        left, top = own.shown(frame, (piece.x, piece.y))
        foot = None if piece.foot is None else own.shown(frame, (0, piece.foot))[1]
        clip = None if piece.clip is None else own.shown(frame, (0, piece.clip))[1]
        return replace(piece, x=left, y=top, size=piece.size * zoom, foot=foot, clip=clip)

    return replace(
        whole,
        pieces=tuple(shown(piece) for piece in whole.pieces),
        camera=Camera(x=centre[0], y=centre[1], zoom=before.zoom * zoom),
        left_out=(),
    )


NEARER, CLOSER = 1.28, 1.5
"""How near a place without anybody is seen in nearer shots."""


def _around_table(framing: Framing, pieces: list[Piece]) -> Framing:
    """The framing in which a table has room between the players."""
    width = sum(body_of(p).width for p in pieces) + 0.01 * THINGS["table"].width
    measure = min(framing.measure, 0.9 * framing.safe.width / width)
    feet = framing.feet - (framing.measure - measure) * max(body_of(p).eyes for p in pieces)
    low = middle(framing.frame)[1] + 0.31 * extent(framing.frame)[1]
    return replace(framing, measure=measure, feet=max(feet, low))


def _afloat(scene: Scene, view: View, there: tuple[Blocked, float], shown: tuple[Framing, list[Piece]]) -> Blocked:
    """A nearer picture of those in a boat."""
    whole, about = there
    framing, pieces = shown
    _, swim = crew_of(scene)
    wet = [p for p in pieces if p.player is not None and (p.player.name in swim or hangs(scene, p))]
    dry = [p for p in pieces if p not in wet]
    if wet and (not dry or any(p.player is not None and p.player.name == scene.shot.focus for p in wet)):
        air = [p for p in wet if hangs(scene, p)]
        high, _ = place_players(framing, air, Ground(framing.safe.left, framing.safe.right))
        made, line = [replace(p, hangs=True, clip=p.y - 0.012 * p.size) for p in high], None
        if not air:
            made, line = bathed_near(framing, wet)
    else:
        made = board_near(framing, dry, boat_of(scene.things()))
        line = made[0].y
    above = min((area.top for area in heads_of(tuple(made))), default=framing.safe.top) - framing.safe.top
    if above < 0 and scene.shot.near is Near.CLOSE:  # small animals are drawn larger than they are
        made = [replace(p, y=p.y - above) for p in made]
        line = None if line is None else line - above
    hulls = [p for p in made if p.player is None]
    people = facing(tuple(p for p in made if p.player is not None), scene.shot.focus)
    people, oars = rowing(people, hulls[0] if hulls else None)
    made = sorted((*hulls, *people, *oars), key=lambda p: p.order)
    camera = camera_behind(framing, about, whole.disc, heads_of(tuple(made)), whole.camera)
    return Blocked(
        framing=framing, pieces=tuple(made), camera=camera, clear=whole.clear, disc=whole.disc,
        swell=None if line is None else line - 3,
    )  # fmt: skip


def _together(scene: Scene) -> tuple[Player, ...]:
    """Who is in a nearer picture with the one whom it is about: those ashore, in the boat, or in the water."""
    crew, swim = crew_of(scene)
    there = scene.there()
    about = scene.shot.focus or (there[0].name if there else "")
    return tuple(p for p in there if (p.name in crew, p.name in swim) == (about in crew, about in swim))


def _foot(framing: Framing) -> float:
    """Below this, feet are not seen."""
    return middle(framing.frame)[1] + 0.43 * extent(framing.frame)[1]


def _about(scene: Scene, whole: Blocked, pieces: list[Piece]) -> float:
    """Where (x) of the whole place those stand who are in a nearer picture."""
    at = [p.x for p in whole.pieces if p.player is not None and any(q.player is p.player for q in pieces)]
    x = sum(at) / len(at) if at else middle(scene.frame)[0]
    return x if whole.camera is None else whole.camera.place(scene.frame, (x, 0.0))[0]


def _ashore(framing: Framing, view: View, camera: Camera) -> Ground:
    """The ground of a nearer picture: where feet are seen, only what is ground in the place behind."""
    safe = framing.safe
    if framing.feet > _foot(framing):
        return Ground(safe.left, safe.right)
    ends = ((camera.shown(framing.frame, (s.left, 0)), camera.shown(framing.frame, (s.right, 0)))
            for s in view.places().ground)  # fmt: skip
    return Ground.of(((left[0], right[0]) for left, right in ends), safe.left, safe.right)


def _as_in(whole: Blocked, piece: Piece, *, alone: bool) -> Piece:
    """The piece, turned as it is in the picture of the whole place where it is seen alone."""
    there = next((p for p in whole.pieces if p.player is piece.player), None)
    return turned(piece, left=there.flipped) if alone and there is not None else piece


def _below_the_edge(
    framing: Framing, seats: list[Piece], placed: tuple[Piece, ...]
) -> tuple[list[Piece], tuple[Piece, ...]]:
    """All smaller, about the middle of the line on which they stand, until no head is above the safe area: a throne
    lifts whoever sits on it."""
    highest = min((head.top for head in heads_of(placed)), default=framing.safe.top)
    if highest >= framing.safe.top:
        return seats, placed
    share = (framing.feet - framing.safe.top) / (framing.feet - highest)
    middle_x = framing.safe.share(0.5)

    def smaller(piece: Piece) -> Piece:
        return replace(
            piece,
            x=middle_x + (piece.x - middle_x) * share,
            y=framing.feet + (piece.y - framing.feet) * share,
            size=piece.size * share,
        )

    return [smaller(piece) for piece in seats], tuple(smaller(piece) for piece in placed)


def _moved_in(framing: Framing, seats: list[Piece], placed: tuple[Piece, ...]) -> tuple[list[Piece], tuple[Piece, ...]]:
    """All moved as far as a face would lie outside the safe area: who was turned looks elsewhere."""
    faces = [face for piece in placed if (face := piece.face()) is not None]
    left = max((framing.safe.left - face.left for face in faces), default=0.0)
    right = max((face.right - framing.safe.right for face in faces), default=0.0)
    x = max(0.0, left) - max(0.0, right)
    y = -max(0.0, max((face.bottom - framing.safe.bottom for face in faces), default=0.0))
    return [replace(p, x=p.x + x, y=p.y + y) for p in seats], tuple(replace(p, x=p.x + x, y=p.y + y) for p in placed)


def _aside(framing: Framing, piece: Piece) -> Piece:
    """One alone, with room to look into, the face within the safe area."""
    safe = framing.safe
    if piece.kind:
        piece = replace(piece, x=safe.share(0.5))
        face, body = piece.face(), piece.body()
        if face is not None and body.width > safe.width:  # what is cut is behind, not before
            ahead = safe.share(0.3 if piece.flipped else 0.7)
            piece = replace(piece, x=piece.x + ahead - (face.left + face.right) / 2)
    else:
        near = 0.54 if framing.upright else 0.6
        head = piece.body() if piece.tied else piece.head()
        near = 0.5 if piece.tied else near  # what belongs to it is seen too
        middle_x = (head.left + head.right) / 2 if head is not None else piece.x
        piece = replace(piece, x=piece.x + safe.share(near if piece.flipped else 1 - near) - middle_x)
    face = piece.face()
    if face is None:
        return piece
    x = max(0.0, safe.left - face.left) - max(0.0, face.right - safe.right)
    y = max(0.0, safe.top - face.top) - max(0.0, face.bottom - safe.bottom)
    return replace(piece, x=piece.x + x, y=piece.y + y)


def _beside(
    scene: Scene,
    view: View,
    how: tuple[Framing, frozenset[str], Blocked],
    there: tuple[Lines, tuple[Piece, ...], tuple[Piece, ...]],
) -> list[Piece]:
    """What stands beside the players of a nearer picture and is high enough to be seen; no more is missed there.

    ``how`` = (its framing, what is seen behind them already, the picture of the whole).
    """
    lines, placed, table = there
    framing, behind, whole = how
    chance = Chance(scene.seed, "beside")
    for piece in (*placed, *table):
        lines.back[0].free.block(piece.body().left, piece.body().right)
        lines.note(piece.body(), piece.head())
    out: list[Piece] = []
    first = scene.shot.about
    for mention in sorted(by_rank(scene.things(), indoors=has_table(view)), key=lambda m: m.concept.id != first):
        kind = mention.concept.id
        if THINGS[kind].medium == "water" or on_wall(kind) or (kind in BEFORE and view.hearth()) or kind in behind:
            continue
        if kind in TABLES and lines.tops:
            continue  # they sit at it
        if lies_on_tables(kind) and not lines.tops:
            continue  # the ground is out of the picture
        beside = side_of(whole, placed, kind)
        out += hiding(lines, put_things(lines, framing, replace(mention, count=1), placed, chance, beside))
    for mention in scene.animals():
        if mention.concept.id in behind:
            continue
        if is_food(mention.concept.id, lines) and lines.tops:
            out += dish(lines, framing, mention)
        elif ANIMALS[mention.concept.id].medium in ("land", "air"):
            out += hiding(lines, put_animals(lines, framing, mention, chance))
    seen = middle(scene.frame)[1] + 0.24 * extent(scene.frame)[1]
    heads = heads_of(placed)
    kept = [p for p in out if p.box().top < seen and not any(p.box().meets(head) for head in heads)]
    # What lies on a table that is out of the picture is so too.
    standing = {p.y + 1 for p in (*kept, *placed, *table) if p.thing in TABLES}
    return sorted((p for p in kept if p.foot is None or p.foot in standing), key=lambda p: p.order)
