"""Framing: how large figures stand in a picture, where, and what is seen of the place behind them.

Whatever lies within ``keep_in`` stays in the picture's safe area while the camera moves, and is not covered by what a
platform lays over it.
"""

from __future__ import annotations

from dataclasses import dataclass

from video.camera import BREATH, MEAN_WINDOW, SWAY
from video.direct import Near
from video.engines.papercut.proportions import Camera, extent, middle, slack
from video.safe_area import safe_area
from video.shot import Face, Frame

ZOOMS = {Near.WIDE: 1.0, Near.MEDIUM: 1.25, Near.CLOSE: 1.5}
"""How near the place behind is seen: less than the figures, so that it stays behind them."""
MOST = {Near.WIDE: 6, Near.MEDIUM: 3, Near.CLOSE: 1}
"""How many players are seen."""
ALONE = 0.6
"""Width that is kept in the picture of one alone, as a share of a grown person's height."""
UPRIGHT_ZOOM, SQUARE_ZOOM = 1.25, 1.12
"""How near the whole place is seen in upright and square frames, where figures are larger."""
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


_WIDE = (600.0, 560.0, 510.0, 470.0, 430.0, 405.0)
_SQUARE = (580.0, 530.0, 470.0, 430.0, 410.0, 400.0)
_TALL = (790.0, 730.0, 660.0, 630.0, 530.0, 505.0)


def framing_for(frame: Frame, near: Near, bodies: tuple[Body, ...], feet: float) -> Framing:
    """How some are framed; ``feet`` is where figures stand in the picture of the whole place."""
    tall = extent(frame)[1]
    safe = keep_in(frame)
    ratio = frame.width_px / frame.height_px
    count = max(1, len(bodies))
    if near is Near.WIDE or not bodies:
        sizes = _WIDE if ratio >= 1.2 else _SQUARE if ratio >= 0.8 else _TALL
        # No giraffe is without a head.
        over = max((b.top for b in bodies), default=1.0)
        measure = min(sizes[min(count, len(sizes)) - 1], (feet - safe.top) / over)
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
    if near is Near.MEDIUM:
        # Eyes of the smallest stay above the room for captions; of a small animal beside people, just above.
        people = [b.eyes for b in bodies if b.person]
        spread = 0.32 * tall / max(0.01, highest - (min(people) if people else lowest))
        low = min(0.39 * tall, safe.bottom - top - 0.41 * tall) / max(0.01, highest - lowest)
        measure = min(fits, spread, low, *(_medium(b, tall) for b in bodies))
    else:
        measure = _close(bodies[0], safe, tall) if bodies[0].person else min(_close(bodies[0], safe, tall), fits)
    # No hat touches the upper edge.
    over = max((b.top - highest) * measure for b in bodies)
    feet = max(level, safe.top + over) + highest * measure
    if feet < top + 0.92 * tall:
        feet = max(feet, top + 0.81 * tall)  # feet that are seen stand on the ground
    return Framing(frame=frame, near=near, measure=measure, feet=feet, safe=safe)


def _medium(body: Body, tall: float) -> float:
    """From the knees up; an animal whole."""
    high = min(tall, 1500.0)
    if body.tied:
        return 0.7 * high / body.top
    return min(0.73 * high / body.eyes, 1.15 * high) if body.person else 0.5 * high / body.top


def _close(body: Body, safe: Area, tall: float) -> float:
    """From the chest up: the head is a third of the picture high; an animal whole."""
    if not body.person:
        return 0.66 * tall / body.top
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


def camera_behind(framing: Framing, x: float, disc: tuple[float, float], heads: tuple[Area, ...]) -> Camera:
    """What of the place is seen behind figures who stand about ``x`` of the whole; the sky's disc behind no head."""
    zoom = ZOOMS[framing.near]
    middle_x, middle_y = middle(framing.frame)
    across, down = slack(framing.frame, zoom)
    # The line where the ground begins comes lower the nearer the onlooker stands.
    line = LINE + 140.0 * (zoom - 1)
    y = middle_y + max(-down, min(down, (LINE - middle_y) - (line - middle_y) / zoom))
    wish = max(-across, min(across, x - middle_x))
    places = (wish, *sorted((across * (i / 4 - 1) for i in range(9)), key=lambda p: abs(p - wish)))
    clear = 80.0 * zoom
    for place in places:
        sun = Camera(x=middle_x + place, y=y, zoom=zoom).shown(framing.frame, disc)
        if not any(_around(sun, clear).meets(head) for head in heads):
            wish = place
            break
    return Camera(x=middle_x + wish, y=y, zoom=zoom)


def camera_whole(framing: Framing, ground: tuple[tuple[float, float], ...]) -> Camera | None:
    """What of the place is seen in a picture of the whole: a little less in narrow frames, the feet where they are.

    ``ground`` = stretches on which figures may stand: as much as can be of the longest is seen.
    """
    ratio = framing.frame.width_px / framing.frame.height_px
    if ratio >= 1.2:
        return None
    zoom = UPRIGHT_ZOOM if framing.upright else SQUARE_ZOOM
    x, y = middle(framing.frame)
    across, _ = slack(framing.frame, zoom)
    if ground:
        left, right = max(ground, key=lambda pair: pair[1] - pair[0])
        x += max(-across, min(across, (left + right) / 2 - x))
    return Camera(x=x, y=framing.feet - (framing.feet - y) / zoom, zoom=zoom)


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
