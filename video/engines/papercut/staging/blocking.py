"""Blocking: who and what of a scene is in a shot, and where.

Places are made from the scene: a nearer shot shows those of the whole picture, on the same sides and turned the same
way, before the same stretch of land.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from video.chance import Chance
from video.concepts.scenery import Mention, Scenery
from video.direct import Doing, Near, ShotPlan
from video.engine import Figure
from video.engines.papercut.people.casting import Player
from video.engines.papercut.people.wardrobe import dress_cast
from video.engines.papercut.proportions import Camera, extent, middle
from video.engines.papercut.staging.afloat import board_boat
from video.engines.papercut.staging.framing import Framing, camera_behind, camera_whole, disc_clear_of
from video.engines.papercut.staging.kit import ANIMALS, THINGS, Act, faded
from video.engines.papercut.staging.landkit import DRAWN, View
from video.engines.papercut.staging.layout import BEFORE, put_animals, put_things, thing_piece, wanted_ground
from video.engines.papercut.staging.lines import Lines, lines_for
from video.engines.papercut.staging.pieces import Piece, unit_box
from video.engines.papercut.staging.players import (
    body_of,
    facing,
    frame_players,
    heads_of,
    piece_at_origin,
    place_players,
    turned,
)
from video.engines.papercut.staging.seats import seated
from video.shot import Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All that a picture hangs on."""

    scenery: Scenery
    players: tuple[Player, ...]
    frame: Frame
    seed: int
    shot: ShotPlan = field(default_factory=ShotPlan)
    style: str = ""
    cast: frozenset[str] = frozenset()
    """Names of the story's characters: of them only those are there who are seen in the shot."""
    still: bool = False
    """True where one picture is wanted."""

    def there(self) -> tuple[Player, ...]:
        """The players who are in the shot."""
        seen = self.shot.seen
        return tuple(p for p in self.players if not seen or p.name in seen or p.name not in self.cast)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """A shot, ready to be drawn."""

    framing: Framing
    pieces: tuple[Piece, ...]
    """From the back to the front."""
    camera: Camera | None
    """What is seen of the place; None = all of it."""
    clear: tuple[tuple[float, float], ...]
    """Stretches of the whole place before which somebody stands."""
    disc_x: float
    """Where the sun or the moon stands in the whole place."""
    left_out: tuple[str, ...] = ()


def block(scene: Scene, view: View) -> Blocked:
    """The shot of a scene in a view of its place."""
    whole = _whole(scene, view)
    if scene.shot.near is Near.WIDE:
        return whole
    framing, pieces = frame_players(scene.there(), scene.shot, scene.frame, view.setting.feet)
    if not pieces or framing.near is Near.WIDE:
        return whole
    lines = lines_for(framing, view.places())
    placed, _ = place_players(framing, pieces, lines.front.free)
    placed = tuple(_as_in(whole, piece, alone=len(placed) == 1) for piece in facing(placed, scene.shot.focus))
    seats, placed, _ = seated(placed, _drawn_things(scene))
    if framing.near is Near.CLOSE:
        placed = tuple(_aside(framing, piece) for piece in placed)
    others = list(seats)
    if framing.near is Near.MEDIUM:
        others += _beside(scene, framing, lines, placed)
    at = [p.x for p in whole.pieces if p.player is not None and any(q.player is p.player for q in placed)]
    x = sum(at) / len(at) if at else middle(scene.frame)[0]
    if whole.camera is not None:
        x = whole.camera.place(scene.frame, (x, 0.0))[0]
    camera = camera_behind(framing, x, (whole.disc_x, view.disc[1]), heads_of(placed))
    return Blocked(framing=framing, pieces=(*others, *placed), camera=camera, clear=whole.clear, disc_x=whole.disc_x)


def _as_in(whole: Blocked, piece: Piece, *, alone: bool) -> Piece:
    """The piece, turned as it is in the picture of the whole place where it is seen alone."""
    there = next((p for p in whole.pieces if p.player is piece.player), None)
    return turned(piece, left=there.flipped) if alone and there is not None else piece


def _aside(framing: Framing, piece: Piece) -> Piece:
    """One alone, with room to look into."""
    if piece.kind:
        return replace(piece, x=framing.safe.share(0.5))
    near = 0.54 if framing.upright else 0.6
    return replace(piece, x=framing.safe.share(near if piece.flipped else 1 - near))


def _whole(scene: Scene, view: View) -> Blocked:
    """The picture of the whole place."""
    chance = Chance(scene.seed, "blocking")
    scenery, frame = scene.scenery, scene.frame
    plan = replace(scene.shot, near=Near.WIDE)
    players = scene.there() if scene.shot.near is Near.WIDE else scene.players
    framing, pieces = frame_players(players, plan, frame, view.setting.feet)
    places = view.places()
    camera = camera_whole(framing)
    lines = lines_for(framing, places, camera)
    animals = tuple(m for m in scenery.animals if m.concept.id in ANIMALS)
    things = _drawn_things(scene)
    out: list[Piece] = []
    for mention in things:
        if mention.concept.id in BEFORE and places.ground:
            out += _hearth(lines, framing, thing_piece(mention), indoors=view.setting.indoors)
    if not places.ground:
        boats = next((m for m in things if THINGS[m.concept.id].medium == "water"), None)
        out += board_boat(lines, framing, pieces, boats)
        placed = tuple(p for p in out if p.player is not None)
        things = tuple(m for m in things if m is not boats)
    else:
        rest = tuple(m for m in things if m.concept.id not in BEFORE)
        wanted = wanted_ground(animals, rest, upright=framing.upright)
        placed, missed = place_players(framing, pieces, lines.front.free, wanted)
        lines.left_out.extend(missed)
        placed = facing(placed, plan.focus)
        seats, placed, things = seated(placed, things)
        out += seats
    lines.left_out.extend(p.name for p in players[len(pieces) :])
    measure = placed[0].size / piece_at_origin(placed[0]).size if placed else framing.measure
    framing = replace(framing, measure=measure)
    lines = replace(lines, front=replace(lines.front, size=measure))
    for piece in (*out, *placed):
        lines.hide(piece.body())
        lines.note(piece.body(), piece.head())
    for mention in sorted(animals, key=lambda m: -ANIMALS[m.concept.id].size):
        made = put_animals(lines, framing, mention, chance)
        out += _hiding(lines, made)
    for mention in sorted(things, key=lambda m: -THINGS[m.concept.id].box.width):
        if mention.concept.id not in BEFORE:
            out += _hiding(lines, put_things(lines, framing, mention, placed, chance))
    if places.back:
        out += _crowd(scene, lines, framing, chance, view)
    pieces_out = (*out, *(p for p in placed if p not in out))
    standing = (p.body() for p in pieces_out if p.row >= -1 and (p.player or p.thing in BEFORE))
    edges = ((b.left, b.right) for b in standing)
    if camera is not None:
        edges = (tuple(camera.place(frame, (x, 0.0))[0] for x in pair) for pair in edges)
    return Blocked(
        framing=framing, pieces=tuple(sorted(pieces_out, key=lambda p: (p.row, p.y))), camera=camera,
        clear=tuple((left, right) for left, right in edges), left_out=tuple(dict.fromkeys(lines.left_out)),
        disc_x=disc_clear_of(frame, view.disc, camera, heads_of(placed)),
    )  # fmt: skip


def _drawn_things(scene: Scene) -> tuple[Mention, ...]:
    """Things that stand on the stage: what land draws is not among them."""
    return tuple(m for m in scene.scenery.things if m.concept.id in THINGS and m.concept.id not in DRAWN)


def _hiding(lines: Lines, made: list[Piece]) -> list[Piece]:
    """The same pieces, having taken from the lines behind what they cover."""
    for piece in made:
        lines.note(piece.body(), piece.head())
        if piece.row == 0:
            lines.hide(piece.body(), 0.9)
    return made


def _hearth(lines: Lines, framing: Framing, piece: Piece, *, indoors: bool) -> list[Piece]:
    """A fire, before the players: they stand around it, houses keep away."""
    size = framing.measure * piece.size * 0.95
    x = lines.front.free.take(unit_box(piece).width * size, framing.safe.share(0.76 if indoors else 0.5))
    if x is None:
        lines.left_out.append(piece.thing)
        return []
    placed = replace(piece, x=x, y=framing.feet - 4, size=size)
    lines.hide(placed.body(), 1.3)
    return [placed]


def _beside(scene: Scene, framing: Framing, lines: Lines, placed: tuple[Piece, ...]) -> list[Piece]:
    """What stands beside the players of a nearer picture and is high enough to be seen; no more is missed there."""
    chance = Chance(scene.seed, "beside")
    for piece in placed:
        lines.back[0].free.block(piece.body().left, piece.body().right)
        lines.note(piece.body(), piece.head())
    tall = extent(scene.frame)[1]
    seen = middle(scene.frame)[1] + 0.24 * tall
    out: list[Piece] = []
    for mention in _drawn_things(scene):
        if THINGS[mention.concept.id].medium not in ("water", "air"):
            out += _hiding(lines, put_things(lines, framing, replace(mention, count=1), placed, chance))
    for mention in scene.scenery.animals:
        if mention.concept.id in ANIMALS and ANIMALS[mention.concept.id].medium in ("land", "air"):
            out += _hiding(lines, put_animals(lines, framing, mention, chance))
    faces = heads_of(placed)
    kept = [p for p in out if p.box().top < seen and not any(p.box().meets(face) for face in faces)]
    return sorted(kept, key=lambda p: (p.row, p.y))


CROWD = ("mujer", "hombre", "mujer, delantal", "hombre, sombrero", "niña", "mujer, pañuelo", "niño", "hombre, barba")


def _crowd(scene: Scene, lines: Lines, framing: Framing, chance: Chance, view: View) -> list[Piece]:
    """Unnamed people at the back: smaller, a little in the air's colour, where there is room."""
    scenery = scene.scenery
    asked = next((m for m in scenery.people if m.concept.id in ("people", "children", "crowd")), None)
    if asked is None and "market" not in scenery.places:
        return []
    children = asked is not None and asked.concept.id == "children"
    looks = ("niña", "niño") if children else CROWD
    count = 6 if asked else 4
    folk = dress_cast(tuple(Figure(name=f"crowd {i}", look=looks[i % len(looks)]) for i in range(count)))
    line = lines.back[0]
    out: list[Piece] = []
    for i, (name, person) in enumerate(folk.items()):
        player = Player(name=name, person=faded(person, view.light.hills[0], 0.3))
        act = Act(pose=chance.pick((Doing.STAND, Doing.STAND, Doing.HOLD, Doing.SPEAK)), flip=chance.maybe(0.5))
        piece = Piece(x=0, y=0, size=1.0, player=player, act=act)
        x = line.free.take(body_of(piece).width * line.size, framing.safe.share((0.1 + i * 0.382) % 1.0))
        if x is not None:
            out.append(replace(piece, x=x, y=line.y + chance.near(0, 6), size=line.size, row=line.row, still=True))
    return out
