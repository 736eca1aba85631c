"""The lines of a picture on which something may stand, float or fly, with what of each is still free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from video.direct import Near
from video.engines.papercut.land.setting import Places, Stretch
from video.engines.papercut.proportions import Camera
from video.engines.papercut.staging.framing import Area, Framing
from video.engines.papercut.staging.ground import Ground
from video.engines.papercut.staging.walls import Wall

PERCH = -4
"""The row of those who sit on boughs."""
BOUGH = 640.0
"""Height of a grown person beside whom boughs are as large as they get."""
FORE = 2
"""The row before the players."""
HIGHEST_BEFORE = 0.75
"""How high something there may be, as a share of a grown person's height."""
FLYING = -3
"""The row of what is in the air."""
SWIMMING = -2
"""The row of those who are in the water behind the stage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line; things on it are drawn at ``size`` to a grown person."""

    y: float
    size: float
    free: Ground
    row: int = 0
    zoom: float = 1.0
    """How large things are there, beside those at the stage front."""

    def take(self, box: Area, size: float, wish: float, heads: Sequence[Area] = ()) -> float | None:
        """The place (x) of something on it, as near to ``wish`` as can be; None where there is none.

        What flies and what stands before the players covers none of the ``heads``.
        """
        top, bottom = self.y + box.top * size, self.y + box.bottom * size
        if self.row == FORE and self.y - top > HIGHEST_BEFORE * self.size:
            return None
        free = self.free.copy()
        if self.row in (FORE, FLYING):
            for head in heads:
                if head.bottom > top and head.top < bottom:
                    free.block(head.left, head.right)
        x = free.take(box.width * size + 0.03 * self.size, wish)
        if x is not None:
            self.free.block(x - box.width * size / 2, x + box.width * size / 2)
        return x


@dataclass(frozen=True, slots=True, kw_only=True)
class Top:
    """The top of a table, on which something may lie."""

    y: float
    foot: float
    """Where the table stands."""
    row: int
    size: float
    free: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """All lines of a picture. What is taken on them is taken for good."""

    front: Line
    back: tuple[Line, ...] = ()
    fore: tuple[Line, ...] = ()
    """Before the players, lower: only in upright frames, which have ground to spare there."""
    water: tuple[Line, ...] = ()
    air: tuple[Line, ...] = ()
    perch: tuple[Line, ...] = ()
    """Boughs that reach into the picture from its sides: for what lives in trees."""
    indoors: bool = False
    wall: Wall | None = None
    """Of a room; None where nothing of it is bare."""
    kin: float = 1.0
    """How much larger than life all animals are, where the cast is of small ones only."""
    lying: int = 0
    """How many kinds of things are to lie on tables."""
    tops: list[Top] = field(default_factory=list)
    bodies: list[Area] = field(default_factory=list)
    """What is taken by whoever has a place."""
    heads: list[Area] = field(default_factory=list)
    stood: dict[str, Area] = field(default_factory=dict[str, Area])
    """Where things stand, by kind: of several the last."""
    low: list[Area] = field(default_factory=list)
    """Those who sit, kneel or lie: nothing stands before them."""
    left_out: list[str] = field(default_factory=list)
    """What was asked for and found no place."""

    def note(self, body: Area, head: Area | None) -> None:
        """Remembers somebody's place for those who may stand behind."""
        self.bodies.append(body)
        if head is not None:
            self.heads.append(head)

    def hide(self, area: Area, share: float = 0.8) -> None:
        """Takes away what somebody in front would cover of the lines behind."""
        half, x = area.width / 2 * share, (area.left + area.right) / 2
        for line in (*self.back, *self.water):
            line.free.block(x - half, x + half)


def lines_for(framing: Framing, places: Places, camera: Camera | None = None) -> Lines:
    """The lines of a framing; in nearer pictures only the one on which the players stand, and the air."""
    safe = framing.safe
    if framing.near is not Near.WIDE:
        front = Line(y=framing.feet, size=framing.measure, free=Ground(safe.left, safe.right))
        high = safe.top + 0.16 * (safe.bottom - safe.top)
        return Lines(
            front=front,
            back=(Line(y=framing.feet - 70, size=0.84 * framing.measure, free=Ground(safe.left, safe.right), row=-1),),
            air=(Line(y=high, size=0.7 * framing.measure, free=Ground(safe.left, safe.right), row=FLYING),),
        )
    if camera is not None:
        places = Places(
            ground=_seen(places.ground, framing, camera),
            back=_seen(places.back, framing, camera),
            water=_seen(places.water, framing, camera),
            air=_seen(places.air, framing, camera),
        )
    left, right = (safe.left, safe.right) if framing.upright else (max(safe.left, 60.0), safe.right)
    front = Ground.of(((s.left, s.right) for s in places.ground), left, right)
    return Lines(
        front=Line(y=framing.feet, size=framing.measure, free=front),
        back=tuple(_line(s, framing, left, right, -1) for s in places.back),
        water=tuple(_line(s, framing, left, right, SWIMMING) for s in places.water),
        air=tuple(_line(s, framing, left, right, FLYING) for s in places.air),
        perch=_boughs(framing) if places.back else (),
    )


def _boughs(framing: Framing) -> tuple[Line, ...]:
    safe = framing.safe
    # Where only small animals are, a bough is no larger than beside people.
    size = min(framing.measure, BOUGH)
    y = max(framing.feet - 1.12 * size, safe.top + max(0.2 * (safe.bottom - safe.top), 0.4 * size))
    free = Ground.of(((safe.left, safe.share(0.3)), (safe.share(0.7), safe.right)), safe.left, safe.right)
    return (Line(y=y, size=size, free=free, row=PERCH),)


def _line(stretch: Stretch, framing: Framing, left: float, right: float, row: int) -> Line:
    free = Ground.of(((stretch.left, stretch.right),), left, right)
    return Line(y=stretch.y, size=stretch.zoom * framing.measure, free=free, row=row, zoom=stretch.zoom)


def _seen(stretches: tuple[Stretch, ...], framing: Framing, camera: Camera) -> tuple[Stretch, ...]:
    """Stretches of the place where a camera shows them."""
    out: list[Stretch] = []
    for stretch in stretches:
        left, y = camera.shown(framing.frame, (stretch.left, stretch.y))
        right, _ = camera.shown(framing.frame, (stretch.right, stretch.y))
        out.append(replace(stretch, left=left, right=right, y=y))
    return tuple(out)
