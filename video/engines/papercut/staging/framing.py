"""Framing: how large figures stand in a picture, where, and what is seen of the place behind them.

Whatever lies within ``keep_in`` stays in the picture's safe area while the camera moves, and is not covered by what a
platform lays over it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from video.camera import BREATH, MEAN_WINDOW, SWAY
from video.direct import Near
from video.engines.papercut.proportions import Camera, extent, middle, slack
from video.safe_area import safe_area
from video.shot import Face, Frame

ZOOMS = {Near.WIDE: 1.0, Near.MEDIUM: 1.25, Near.CLOSE: 1.5}
"""How near the place behind is seen: less than the figures, so that it stays behind them."""
NEARER, FURTHER = 1.12, 1.35
"""How much nearer than in the picture of the whole at least, and how much nearer than usual at most."""
MOST = {Near.WIDE: 6, Near.MEDIUM: 3, Near.CLOSE: 1}
"""How many players are seen."""
ALONE = 0.6
"""Width that is kept in the picture of one alone, as a share of a grown person's height."""
UPRIGHT_ZOOM, SQUARE_ZOOM = 1.25, 1.12
"""How near the whole place is seen in upright and square frames, where figures are larger."""
NATURAL, NEAREST = 520.0, 1.42
"""Height of a grown person at which a place is seen whole; the place comes nearer with those who stand in it, up to so
many times."""
LOWEST = 34.0
"""How much lower figures stand where the place is seen from near: there is less ground before them."""
LARGEST = 1.4
"""How much larger than a grown person would be drawn somebody small is: a child alone, one who sits."""
FOR_ANIMALS, LOWER = 2.0, 0.86
"""The same where only animals are there, and how high the tallest of them is beside the tallest of people."""
EMPTY = 0.54
"""Height of a grown person where none of the cast is there."""
DISC = 92.0
"""How far the middle of the sun or the moon stays below the upper edge of the safe area."""
LINE = 742.0
"""About where the ground begins, in all settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Edges in frame units."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From edge to edge."""
        return self.right - self.left

    def share(self, part: float) -> float:
        """The place at this share of its width."""
        return self.left + self.width * part

    def meets(self, other: Area) -> bool:
        """True where the two overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What framing asks of somebody, as shares of a grown person's height."""

    width: float
    top: float
    """Height of the highest point."""
    eyes: float
    chin: float = 0.0
    shift: float = 0.0
    """How far the middle of what it covers lies right of where it stands."""
    person: bool = True
    tied: bool = False
    """Whether something big belongs to what somebody does: it is seen too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """One way to look at the stage."""

    frame: Frame
    near: Near
    measure: float
    """Height of a grown person in the front row."""
    feet: float
    """Where they stand; below the frame in nearer pictures."""
    safe: Area

    @property
    def upright(self) -> bool:
        """True in frames that have more room above one another than beside."""
        return self.frame.width_px < 0.8 * self.frame.height_px


_WIDE = (640.0, 620.0, 570.0, 500.0, 450.0, 415.0)
_SQUARE = (600.0, 550.0, 490.0, 440.0, 415.0, 400.0)
_TALL = (810.0, 740.0, 660.0, 630.0, 530.0, 505.0)
"""How high the tallest of one, two, three … players is."""


def framing_for(frame: Frame, near: Near, bodies: tuple[Body, ...], feet: float) -> Framing:
    """How some are framed; ``feet`` is where figures stand in the picture of the whole place."""
    tall = extent(frame)[1]
    safe = keep_in(frame)
    ratio = frame.width_px / frame.height_px
    count = max(1, len(bodies))
    if not bodies:
        return Framing(frame=frame, near=Near.WIDE, measure=EMPTY * min(1000.0, safe.width), feet=feet, safe=safe)
    if near is Near.WIDE:
        sizes = _WIDE if ratio >= 1.2 else _SQUARE if ratio >= 0.8 else _TALL
        # No giraffe is without a head.
        over = max(b.top for b in bodies)
        people = any(b.person for b in bodies)
        least = max(1 / (LARGEST if people else FOR_ANIMALS), min(1.0, over))
        high = sizes[min(count, len(sizes)) - 1] * (1.0 if people else LOWER)
        measure = min(high / least, (feet - safe.top) / over)
        return Framing(frame=frame, near=Near.WIDE, measure=measure, feet=feet, safe=safe)
    top = middle(frame)[1] - tall / 2
    highest, lowest = max(b.eyes for b in bodies), min(b.eyes for b in bodies)
    room = safe.width * (0.96 if near is Near.MEDIUM else 0.9)
    abreast = bodies
    if near is Near.MEDIUM and ratio < 0.8 and count > 1:
        # In two rows, the smaller ones in front.
        abreast = tuple(sorted(bodies, key=lambda b: b.top))[: (count + 1) // 2]
    # Of one alone a tool or a hand may reach out of the picture.
    alone = count == 1 and bodies[0].person and not bodies[0].tied
    fits = room / (min(bodies[0].width, ALONE) if alone else sum(b.width for b in abreast))
    level = top + tall * (0.37 if ratio >= 0.8 else 0.38)
    if near is Near.MEDIUM and count == 1 and towers(bodies[0]):
        measure = NECK[0] * tall / bodies[0].top
    elif near is Near.MEDIUM:
        # Eyes of the smallest stay above the room for captions; of a small animal beside people, just above.
        people = [b.eyes for b in bodies if b.person]
        spread = 0.32 * tall / max(0.01, highest - (min(people) if people else lowest))
        low = min(0.39 * tall, safe.bottom - top - 0.41 * tall) / max(0.01, highest - lowest)
        measure = min(fits, spread, low, *(_medium(b, tall) for b in bodies))
    else:
        measure = _close(bodies[0], safe, tall)
        if not bodies[0].person and not towers(bodies[0]):
            measure = min(measure, CUT * fits)
    # No hat touches the upper edge.
    over = max((b.top - highest) * measure for b in bodies)
    feet = max(level, safe.top + over) + highest * measure
    if feet < top + 0.92 * tall:
        feet = max(feet, top + 0.81 * tall)  # feet that are seen stand on the ground
    return Framing(frame=frame, near=near, measure=measure, feet=feet, safe=safe)


TOWERS = 0.9
"""What animal is higher, as a share of a grown person's height, and not broad, is seen in part from near."""
NECK = (1.25, 2.1)
"""How high such an animal would be beside the picture, from near and from very near."""


FOREPART, CUT = 0.92, 1.35
"""How high an animal would be beside the picture from very near, and how long at most: its hind part is not seen."""


def towers(body: Body) -> bool:
    """True of a giraffe: seen whole, it would be smaller from near than from afar."""
    return not body.person and body.top > max(TOWERS, 1.2 * body.width)


def _medium(body: Body, tall: float) -> float:
    """From the knees up; an animal whole."""
    high = min(tall, 1500.0)
    if body.tied:
        return 0.7 * high / body.top
    return min(0.73 * high / body.eyes, 1.15 * high) if body.person else 0.6 * high / body.top


def _close(body: Body, safe: Area, tall: float) -> float:
    """From the chest up: the head is a third of the picture high; of an animal what is about its head."""
    if not body.person:
        return (NECK[1] if towers(body) else FOREPART) * tall / body.top
    head = 2 * (body.eyes - body.chin)
    return min(0.34 * tall, (0.6 if tall > safe.width else 0.42) * safe.width) / head


def keep_in(frame: Frame) -> Area:
    """Where faces and key things are drawn so that they stay in the safe area at every moment of the motion."""
    span, tall = extent(frame)
    x, y = middle(frame)
    box = safe_area(frame)
    nearest = MEAN_WINDOW - BREATH  # the smallest window shows the least
    return Area(
        left=x + span * ((box.left / frame.width_px - 0.5) * nearest + SWAY),
        right=x + span * ((box.right / frame.width_px - 0.5) * nearest - SWAY),
        top=y + tall * ((box.top / frame.height_px - 0.5) * nearest + SWAY / 2),
        bottom=y + tall * ((box.bottom / frame.height_px - 0.5) * nearest - SWAY / 2),
    )


def seen_as(frame: Frame, area: Area) -> Face:
    """Where a rectangle of the drawing may be seen in the moving picture, as shares of the frame."""
    span, tall = extent(frame)
    x, y = middle(frame)

    def across(place: float, way: int) -> float:
        share = (place - x) / span
        return _within(0.5 + share / _window(share * way) + way * SWAY)

    def down(place: float, way: int) -> float:
        share = (place - y) / tall
        return _within(0.5 + share / _window(share * way) + way * SWAY / 2)

    return Face(
        left=across(area.left, -1), right=across(area.right, 1), top=down(area.top, -1), bottom=down(area.bottom, 1)
    )


def _window(outwards: float) -> float:
    """The window at which an edge lies furthest out: the smallest where it lies outwards of the middle already."""
    return MEAN_WINDOW - BREATH if outwards > 0 else MEAN_WINDOW + BREATH


def _within(share: float) -> float:
    return round(max(0.0, min(1.0, share)), 4)


def camera_behind(
    framing: Framing,
    x: float,
    disc: tuple[float, float],
    heads: tuple[Area, ...],
    whole: Camera | None,
    at: float | None = None,
) -> Camera:
    """What of the place is seen behind figures who stand about ``x`` of the whole; the sky's disc behind no head.

    ``whole`` = what of it is seen in the picture of the whole, which is farther; ``at`` = where (x) in the frame the
    figures are, None = in its middle.
    """
    zoom = ZOOMS[framing.near]
    if whole is not None:
        zoom = max(zoom, min(FURTHER * zoom, NEARER * whole.zoom))
    middle_x, middle_y = middle(framing.frame)
    across, down = slack(framing.frame, zoom)
    # The line where the ground begins comes lower the nearer the onlooker stands.
    line = LINE + 140.0 * (zoom - 1)
    y = middle_y + max(-down, min(down, (LINE - middle_y) - (line - middle_y) / zoom))
    beside = 0.0 if at is None else (at - middle_x) / zoom
    wish = max(-across, min(across, x - beside - middle_x))
    places = (wish, *sorted((across * (i / 4 - 1) for i in range(9)), key=lambda p: abs(p - wish)))
    clear = 80.0 * zoom
    for place in places:
        sun = Camera(x=middle_x + place, y=y, zoom=zoom).shown(framing.frame, disc)
        if not any(_around(sun, clear).meets(head) for head in heads):
            wish = place
            break
    return Camera(x=middle_x + wish, y=y, zoom=zoom)


def nearness(framing: Framing) -> float:
    """How near the whole place is seen: nearer in narrow frames, and nearer the larger those are who stand in it."""
    ratio = framing.frame.width_px / framing.frame.height_px
    if ratio >= 1.2:
        return max(1.0, min(NEAREST, framing.measure / NATURAL))
    base, natural = (UPRIGHT_ZOOM, 790.0) if framing.upright else (SQUARE_ZOOM, 580.0)
    return base * max(1.0, min(1.2, framing.measure / natural))


def on_ground(framing: Framing) -> Framing:
    """The framing of a whole place seen from near: its ground comes lower."""
    if framing.upright:
        return framing
    return replace(framing, feet=framing.feet + LOWEST * min(1.0, 2.5 * (nearness(framing) - 1.0)))


def camera_whole(framing: Framing, ground: tuple[tuple[float, float], ...], feet: float) -> Camera | None:
    """What of the place is seen in a picture of the whole; None = all of it.

    ``ground`` = stretches on which figures may stand: as much as can be of the longest is seen. ``feet`` = where in the
    place they stand; it is seen where the framing has their feet.
    """
    zoom = nearness(framing)
    if zoom <= 1.0:
        return None
    x, y = middle(framing.frame)
    across, down = slack(framing.frame, zoom)
    if ground:
        left, right = max(ground, key=lambda pair: pair[1] - pair[0])
        x += max(-across, min(across, (left + right) / 2 - x))
    at = feet - (framing.feet - y) / zoom
    return Camera(x=x, y=max(y - down, min(y + down, at)), zoom=zoom)


def lowered(disc: tuple[float, float], framing: Framing, camera: Camera | None) -> tuple[float, float]:
    """Where the sun or the moon stands in the place, low enough to be seen in a picture of the whole."""
    if camera is None or camera.shown(framing.frame, disc)[1] > framing.safe.top + DISC:
        return disc
    return disc[0], camera.place(framing.frame, (0.0, framing.safe.top + DISC))[1]


def disc_clear_of(frame: Frame, disc: tuple[float, float], camera: Camera | None, heads: tuple[Area, ...]) -> float:
    """Where (x) the sun or the moon stands behind no head: as near to its place as can be."""
    span = extent(frame)[0]
    shares = sorted((0.3, 0.7, 0.5, 0.16, 0.84, 0.4, 0.6), key=lambda s: abs(s * span - disc[0]))
    for x in (disc[0], *(s * span for s in shares)):
        seen = camera.shown(frame, (x, disc[1])) if camera is not None else (x, disc[1])
        if not any(_around(seen, 84.0).meets(head) for head in heads):
            return x
    return disc[0]


def _around(point: tuple[float, float], reach: float) -> Area:
    return Area(left=point[0] - reach, top=point[1] - reach, right=point[0] + reach, bottom=point[1] + reach)
