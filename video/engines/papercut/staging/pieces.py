"""Pieces: whoever and whatever has a place of its own on the stage, with its measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import skia

from video.direct import Mood
from video.engines.papercut.paper import Board, Point, line, smooth
from video.engines.papercut.people.casting import Player
from video.engines.papercut.people.figures import Act, Measures, cycle_s, draw_person, measures
from video.engines.papercut.people.figures import Box as Figured
from video.engines.papercut.people.person import Person
from video.engines.papercut.staging.framing import Area
from video.engines.papercut.things.catalog import ANIMALS, THINGS, Box
from video.engines.papercut.things.creatures import draw_animal
from video.engines.papercut.things.livery import HEADWEAR, Livery
from video.engines.papercut.things.prop import ROPE
from video.engines.papercut.things.props import draw_prop
from video.shotlist import Deed


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """What goes with somebody wherever they are: what is pushed, sat on, led."""

    piece: Piece
    """Its place is measured from theirs in heights of a grown person, as they are turned to the right; so is its
    size."""
    front: bool = False
    """Whether it covers them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One person, animal or thing on its place. Frame units."""

    x: float
    y: float
    """Where it stands; of what swims and flies, the middle; of what floats, the water's line."""
    size: float
    """Height of a grown person there: the measure of everything in one row."""
    share: float = 1.0
    """Its size where a grown person is one: small animals who are characters are drawn larger than life."""
    player: Player | None = None
    """A person, or an animal of the cast."""
    animal: str = ""
    """An animal that is nobody."""
    livery: Livery | None = None
    """Of such an animal, where words tell what it looks like."""
    thing: str = ""
    act: Act = field(default_factory=Act)
    gait: str = ""
    colour: int | None = None
    flip: bool = False
    row: int = 0
    """The higher, the nearer: what is drawn over what."""
    foot: float | None = None
    """Where that stands on which it lies; None = it stands itself."""
    clip: float | None = None
    """Height of an edge behind which its lower part is hidden: of a boat, a wall."""
    afloat: bool = False
    """True where the water carries it: a boat and its crew rise and fall together."""
    lying: bool = False
    """True of a tool that lies on its side, its handle to the left."""
    rope: float | None = None
    """Height of the ceiling from which it hangs."""
    hangs: bool = False
    """True where it is in the air, though of no kind that flies."""
    still: bool = False
    """True where it is drawn once, though it could move."""
    deed: Deed | None = None
    """What its player does with somebody or something."""
    lift: float = 0.0
    """How high above its place it is, on what it sits or stands on: in heights of a grown person."""
    tied: tuple[Tied, ...] = ()
    cords: tuple[tuple[Point, Point], ...] = ()
    """Ropes between two places, measured as those of what is tied."""

    @property
    def order(self) -> tuple[int, float]:
        """What is drawn over what: the higher, the later."""
        return self.row, self.y if self.foot is None else self.foot

    @property
    def kind(self) -> str:
        """Which animal it is; empty for people and things."""
        return self.animal or (self.player.animal if self.player is not None else "")

    @property
    def flipped(self) -> bool:
        """True where it looks to the left."""
        return self.act.flip if self._person is not None else self.flip

    @property
    def moves(self) -> bool:
        """True where its pictures differ from moment to moment."""
        if self.still:
            return False
        return THINGS[self.thing].moves if self.thing else True

    @property
    def cycle_s(self) -> float:
        """Seconds that one cycle of its motion takes."""
        if self._person is not None:
            return cycle_s(self.act.pose)
        if self.kind:
            return ANIMALS[self.kind].cycle_s(self.gait)
        return THINGS[self.thing].cycle_s or 4.0

    @property
    def _person(self) -> Person | None:
        return self.player.person if self.player is not None else None

    @property
    def measure(self) -> float:
        """Height of a grown person at its place."""
        return self.size / self.share

    @property
    def side(self) -> float:
        """1 where it looks to the right, else -1."""
        return -1.0 if self.flipped else 1.0

    def with_it(self) -> tuple[Piece, ...]:
        """What is tied to it, where it is."""
        return tuple(self.tied_at(t) for t in self.tied)

    def tied_at(self, tied: Tied) -> Piece:
        """One of those that are tied to it, where it is."""
        p = tied.piece
        flip = p.flipped != self.flipped
        return replace(
            p, x=self.x + self.side * p.x * self.measure, y=self.y + p.y * self.measure, size=p.size * self.measure,
            flip=flip, act=replace(p.act, flip=flip), row=self.row,
        )  # fmt: skip

    def place_of(self, at: Point) -> Point:
        """A place that is measured from it, in the frame."""
        return self.x + self.side * at[0] * self.measure, self.y + at[1] * self.measure

    def box(self) -> Area:
        """All that it may cover, at any moment of its motion."""
        own = self._laid(_box_of(self)) if self._measures is None else self._grown(self._measures.box)
        return _around((own, *(p.box() for p in self.with_it()), *self._corded()))

    def body(self) -> Area:
        """What may not be covered by others: all of it but its shadow."""
        own = self._laid(_box_of(self)) if self._measures is None else self._grown(self._measures.body)
        return _around((own, *(p.body() for p in self.with_it()), *self._corded()))

    def _corded(self) -> Iterator[Area]:
        for a, b in self.cords:
            (x0, y0), (x1, y1) = self.place_of(a), self.place_of(b)
            yield Area(left=min(x0, x1), top=min(y0, y1), right=max(x0, x1), bottom=max(y0, y1))

    def head(self) -> Area | None:
        """Where its head may be, with what is worn on it; None for things."""
        return self.face() if self._measures is None else self._grown(self._measures.head)

    def face(self) -> Area | None:
        """Where its face may be; None for things."""
        if self._measures is not None:
            return self._grown(self._measures.face)
        if not self.kind:
            return None
        animal = ANIMALS[self.kind]
        x, y = animal.face
        reach = max(4.0, 0.3 * animal.size * 100)
        return self._laid(Box(left=x - reach, top=y - reach, right=x + reach, bottom=y + reach))

    @property
    def _measures(self) -> Measures | None:
        return measures(self._person, self.act) if self._person is not None else None

    def _grown(self, box: Box | Figured) -> Area:
        return Area(
            left=self.x + box.left * self.size, top=self._y + box.top * self.size,
            right=self.x + box.right * self.size, bottom=self._y + box.bottom * self.size,
        )  # fmt: skip

    def _laid(self, box: Box) -> Area:
        unit = self.size / 100
        left, right = (-box.right, -box.left) if self.flip else (box.left, box.right)
        return Area(
            left=self.x + left * unit, top=self._y + box.top * unit, right=self.x + right * unit,
            bottom=self._y + box.bottom * unit,
        )  # fmt: skip

    def draw(self, board: Board, phase: float = 0.0, mouth: float = 0.0) -> None:
        """Draws it at a moment of its motion, with its mouth so far open."""
        if self.clip is None:
            self._draw(board, phase, mouth)
            return
        board.canvas.save()
        board.canvas.clipRect(skia.Rect.MakeLTRB(board.left, board.top - 9999, board.right, self.clip))
        self._draw(board, phase, mouth)
        board.canvas.restore()

    @property
    def _y(self) -> float:
        return self.y - self.lift * self.measure

    def _draw(self, board: Board, phase: float, mouth: float) -> None:
        for tied in self.tied:
            if not tied.front:
                self.tied_at(tied).draw(board, phase)
        self._draw_cords(board)
        self._draw_own(board, phase, mouth)
        for tied in self.tied:
            if tied.front:
                self.tied_at(tied).draw(board, phase)

    def _draw_cords(self, board: Board) -> None:
        for a, b in self.cords:
            (x0, y0), (x1, y1) = self.place_of(a), self.place_of(b)
            sag = 0.03 * self.measure
            path = smooth([(x0, y0), ((x0 + x1) / 2, (y0 + y1) / 2 + sag), (x1, y1)])
            board.stroke(path, board.light.dye(0x8A6A44, 0.7), max(3.0, 0.014 * self.measure))

    def _draw_own(self, board: Board, phase: float, mouth: float) -> None:
        if self._person is not None:
            act = replace(self.act, phase=phase, mouth=mouth)
            draw_person(board, self._person, self.x, self._y, self.size, act)
        elif self.kind:
            draw_animal(
                board, self.kind, self.x, self._y, self.size, coat=self.colour, flip=self.flip, phase=phase,
                gait=self.gait or ANIMALS[self.kind].gaits[0], mouth=mouth,
                mood=None if self.act.mood is Mood.CALM else self.act.mood,
                livery=self.player.livery if self.player is not None else self.livery,
            )  # fmt: skip
        elif self.lying:
            with board.at(self.x, self.y - THINGS[self.thing].box.right * self.size / 100, turn=90 - TILT):
                draw_prop(board, self.thing, 0, 0, self.size, colour=self.colour, flip=self.flip, phase=phase)
        else:
            if self.rope is not None:
                top = self.y + (THINGS[self.thing].box.top + 3) * self.size / 100
                board.stroke(line((self.x, self.rope), (self.x, top)), board.light.dye(ROPE, 0.8), 2.6)
            draw_prop(board, self.thing, self.x, self.y, self.size, colour=self.colour, flip=self.flip, phase=phase)


def _around(areas: tuple[Area, ...]) -> Area:
    if len(areas) == 1:
        return areas[0]
    return Area(
        left=min(a.left for a in areas), top=min(a.top for a in areas), right=max(a.right for a in areas),
        bottom=max(a.bottom for a in areas),
    )  # fmt: skip


TILT = 5.0
"""Degrees by which what lies on the ground is not quite level."""
HAT = 0.18
"""How much higher an animal is with a hat, as a share of its height."""


def _box_of(piece: Piece) -> Box:
    if piece.kind:
        animal = ANIMALS[piece.kind]
        box = animal.boxes.get(piece.gait or animal.gaits[0], animal.boxes[animal.gaits[0]])
        livery = piece.player.livery if piece.player is not None else piece.livery
        if livery is not None and livery.piece(*HEADWEAR) is not None:
            return replace(box, top=box.top - HAT * box.height)
        return box
    box = THINGS[piece.thing].box
    if piece.lying:
        return Box(left=-box.bottom, right=-box.top, top=-0.9 * box.width - TILT, bottom=1.0)
    return box


def unit_box(piece: Piece) -> Area:
    """The body of a piece that is not yet placed, as wide to the left as to the right: it may yet be turned."""
    body = piece.body()
    half = max(-body.left, body.right)
    return Area(left=-half, top=body.top, right=half, bottom=body.bottom)


def piece_at_origin(piece: Piece) -> Piece:
    """The piece as it was before it was placed, for its measures."""
    return replace(piece, x=0.0, y=0.0, size=piece.share)
