"""Things with a face: the Moon, a pot, an old tree that are somebody in a story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import cos, pi, sin

from video.concepts.living import LIVING, PREFIX, SKIES
from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval, polygon, smooth
from video.engines.papercut.things import beings
from video.engines.papercut.things.attire import draw_beard, draw_on_face
from video.engines.papercut.things.boxes import THING_BOXES
from video.engines.papercut.things.fauna import HOVERS, Creature
from video.engines.papercut.things.moment import INK, TONGUE, Moment, own
from video.engines.papercut.things.prop import CLAY, Trim, stand, tint
from video.engines.papercut.things.stock import PROPS

GOES = ("stand", "walk", "run", "sleep", "sit")
SMALLEST, LARGEST = 0.42, 1.1
"""Height of a hero that is a thing, as a share of a person's: a pot that talks is larger than a pot."""
FACES: dict[str, tuple[float, float, float]] = {
    "bell": (0, 0.6, 0.2), "book": (0, 0.5, 0.2), "boat": (0.05, 0.86, 0.1), "bus": (0.25, 0.45, 0.12),
    "car": (0.3, 0.55, 0.12), "train": (0.3, 0.5, 0.12), "truck": (0.3, 0.45, 0.12), "ship": (0.1, 0.85, 0.08),
    "candle": (0, 0.62, 0.16), "lamp": (0, 0.55, 0.18), "sunflower": (0, 0.2, 0.24), "flower": (0, 0.24, 0.22),
    "rose": (0, 0.22, 0.22), "mushroom": (0, 0.68, 0.16), "fire": (0, 0.62, 0.22), "umbrella": (0, 0.3, 0.14),
    "kettle": (-0.05, 0.6, 0.2), "chair": (0, 0.35, 0.16),
    "scarecrow": (0, 0.245, 0.085), "doll": (0, 0.22, 0.16), "leaf": (0, 0.45, 0.2),
}  # fmt: skip
"""Where a face is on a thing: across from its middle, down from its top, and half its width, as shares of its box."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """Where a face is, in the units of a drawing."""

    x: float
    y: float
    r: float
    """Half its width."""


def draw_face(board: Board, face: Face, moment: Moment, paper: int) -> None:
    """Eyes, cheeks and a mouth on something that has none; ``paper`` = the colour beneath."""
    x, y, r = face.x, face.y, face.r
    draw_beard(board, (x, y, r), moment)
    for side in (-1, 1):
        board.flat(oval(x + side * 0.86 * r, y + 0.42 * r, 0.24 * r, 0.15 * r), 0xE0685C, 0.42)
        _eye(board, (x + side * 0.46 * r + 0.06 * r, y), 0.3 * r, moment, paper)
    _mouth(board, (x + 0.06 * r, y + 0.56 * r), r, moment)
    draw_on_face(board, (x, y, r), moment)


def _eye(board: Board, at: Point, r: float, moment: Moment, paper: int) -> None:
    x, y = at
    if moment.asleep() or moment.mood == "glad":
        bend = -1 if moment.mood == "glad" and not moment.asleep() else 1
        arch = smooth([(x + r * t, y + bend * 0.7 * r * (1 - t * t)) for t in (-1, -0.5, 0, 0.5, 1)])
        board.stroke(arch, 0xFBF6EA, 0.5 * r, 0.85)  # read on dark things too
        board.stroke(arch, INK, 0.26 * r)
        return
    wide = 1.2 if moment.mood in ("afraid", "amazed") else 1.0
    board.flat(oval(x, y, r * wide, 1.1 * r * wide), 0xFBF6EA)
    board.stroke(oval(x, y, r * wide, 1.1 * r * wide), darker(paper, 0.5), 0.1 * r)
    board.flat(oval(x + 0.2 * r, y + 0.06 * r, 0.56 * r, 0.64 * r), INK)
    board.flat(oval(x + 0.4 * r, y - 0.18 * r, 0.18 * r, 0.18 * r), 0xFFFFFF)
    tilt = {"angry": 0.5, "sad": -0.4, "afraid": -0.4}.get(moment.mood or "", 0.0)
    if tilt:
        inner = 1.0 if at[0] < 0 else -1.0
        board.stroke(
            smooth([(x - r, y - (1.5 - inner * tilt * -1) * r), (x + r, y - (1.5 - inner * tilt) * r)]), INK, 0.3 * r
        )


def _mouth(board: Board, at: Point, r: float, moment: Moment) -> None:
    x, y = at
    if moment.mouth > 0.08:
        tall = (0.1 + 0.3 * moment.mouth) * r
        board.flat(oval(x, y + 0.4 * tall, 0.3 * r, tall), INK)
        board.flat(oval(x, y + 0.9 * tall, 0.18 * r, 0.4 * tall), TONGUE)
        return
    if moment.mood == "amazed":
        board.flat(oval(x, y + 0.1 * r, 0.14 * r, 0.2 * r), INK)
        return
    curve = {"sad": -0.2, "afraid": -0.14, "angry": -0.1, "glad": 0.34}.get(moment.mood or "", 0.2)
    line = smooth([(x + 0.36 * r * t, y + curve * r * (1 - t * t)) for t in (-1, -0.5, 0, 0.5, 1)])
    board.stroke(line, 0xFBF6EA, 0.2 * r, 0.55)
    board.stroke(line, INK, 0.11 * r)


def _hop(moment: Moment) -> tuple[float, float]:
    """(height, lean in degrees) of a thing that goes: it has no feet, so it hops."""
    if moment.gait in ("walk", "run"):
        return -6 * abs(moment.swing()), 5 * moment.beat()
    return 0.0, 0.8 * moment.swing()


def draw_thing(kind: str, face: Face, board: Board, moment: Moment) -> None:
    """A thing of the kit with a face."""
    up, lean = _hop(moment)
    with board.at(0, up, turn=lean):
        dress = moment.livery.piece("vest") if moment.livery is not None else None
        colour = dress[1] if dress is not None and kind == "scarecrow" else moment.coat
        PROPS[kind].draw(board, Trim(colour=colour, phase=moment.phase))
        draw_face(board, face, moment, moment.coat if moment.coat is not None else CLAY)


def _bright(board: Board, moment: Moment, usual: int) -> int:
    """The colour of what shines: the night hardly darkens it."""
    return board.light.dye(moment.coat if moment.coat is not None else usual, 0.12)


def _sun(board: Board, moment: Moment) -> None:
    gold = _bright(board, moment, 0xF2B640)
    board.glow(0, 0, 78, gold, 0.5)
    for n in range(12):
        a = 2 * pi * (n) / 12 + 0.05 * moment.swing()
        long = 47 if n % 2 else 41
        ray: list[Point] = [(long * cos(a), long * sin(a)), (31 * cos(a + 0.2), 31 * sin(a + 0.2)),
                            (31 * cos(a - 0.2), 31 * sin(a - 0.2))]  # fmt: skip
        board.sheet(polygon(ray), darker(gold, 0.1), 1.2)
    board.sheet(oval(0, 0, 33, 33), gold, 3)
    draw_face(board, Face(x=0, y=-4, r=19), moment, gold)


def _moon(board: Board, moment: Moment) -> None:
    pale = _bright(board, moment, 0xF1ECD9)
    board.glow(0, 0, 76, 0xF6F0D8, 0.45)
    disc = oval(0, 0, 36, 36)
    board.sheet(disc, pale, 3)
    with board.within(disc):
        for x, y, r in ((-20, 18, 7), (22, -20, 5), (20, 22, 4), (-24, -16, 4.5)):
            board.flat(oval(x, y, r, r * 0.9), darker(pale, 0.12))
    draw_face(board, Face(x=1.2 * moment.swing(), y=-4, r=21), moment, pale)


def _star(board: Board, moment: Moment) -> None:
    gold = _bright(board, moment, 0xF4D76A)
    board.glow(0, 0, 70, gold, 0.4)
    points: list[Point] = []
    for n in range(10):
        a = pi * n / 5 - pi / 2 + 0.04 * moment.swing()
        r = 42 if n % 2 == 0 else 22
        points.append((r * cos(a), r * sin(a)))
    board.sheet(polygon(points), gold, 3)
    draw_face(board, Face(x=0, y=-3, r=15), moment, gold)


def _cloud(board: Board, moment: Moment) -> None:
    white = own(board, moment, 0xE9EEF2)
    drift = 1.2 * moment.swing()
    puffs = ((-30, 6, 18), (-12, -10, 23), (14, -8, 21), (32, 6, 17), (0, 8, 24))
    for x, y, r in puffs:
        board.sheet(oval(x + drift, y, r * 1.1, r), white, 1.6)
    board.flat(oval(drift, 8, 34, 15), white)
    draw_face(board, Face(x=drift, y=0, r=17), moment, white)


def _wind(board: Board, moment: Moment) -> None:
    """A cloud with round cheeks that blows to the right."""
    _cloud(board, moment)
    pale = board.light.dye(0xF4F8FA, 0.65)
    for n, y in enumerate((2, 13, 24)):
        start, long = 44 + 4 * n, 34 - 5 * n + 3 * moment.swing(1, 0.2 * n)
        curl = [(start, y), (start + long * 0.5, y - 4), (start + long, y), (start + long + 4, y - 6)]
        board.stroke(smooth(curl), pale, 2.6, 0.9)


def _tree(board: Board, moment: Moment) -> None:
    """An old tree with the face on its trunk, 150 high."""
    green, bark = own(board, moment, 0x5C8F4E), board.light.dye(0x7A5638, 0.7)
    sway = 2.2 * moment.swing()
    stand(board, 34)
    for side in (-1, 1):
        board.sheet(limb([(side * 6, -8), (side * 22, -2), (side * 34, 0)], [12, 8, 2]), darker(bark, 0.12), 1.5)
    for side in (-1, 1):
        arm: list[Point] = [(side * 8, -72), (side * 30, -88 + 2 * moment.swing(1, 0.1)), (side * 44, -104 + sway)]
        board.sheet(limb(arm, [13, 9, 4]), darker(bark, 0.08), 1.5)
    for x, y, r in ((-38, -108, 30), (38, -106, 29), (-20, -130, 32), (22, -130, 31), (0, -112, 36)):
        board.sheet(oval(x + sway * (-y / 110), y, r, r * 0.9), lighter(green, 0.06) if y < -120 else green, 2)
    trunk = smooth([(-26, 0), (-19, -30), (-18, -64), (-24, -92), (24, -92), (18, -64), (19, -30), (26, 0)],
                   closed=True, tension=8)  # fmt: skip
    board.sheet(trunk, bark, 3)
    for side in (-1, 1):
        board.stroke(smooth([(side * 13, -12), (side * 11, -24), (side * 13, -36)]), darker(bark, 0.3), 1.1)
    draw_face(board, Face(x=0, y=-58, r=15), moment, bark)


def _mountain(board: Board, moment: Moment) -> None:
    """A small mountain with a face, 130 high."""
    rock = own(board, moment, 0x8C8578)
    body = smooth([(-84, 0), (-52, -58), (-26, -92), (-4, -128), (20, -98), (46, -64), (86, 0)], closed=True, tension=9)
    stand(board, 80)
    board.sheet(body, rock, 4)
    with board.within(body):
        snow: list[Point] = [(-60, -140), (60, -140), (34, -86), (20, -96), (8, -84), (-6, -98), (-20, -84), (-40, -96)]
        board.flat(polygon(snow), tint(board, 0xF4F6F6))
        board.flat(polygon([(10, 0), (0, -130), (90, -40), (90, 0)]), darker(rock, 0.16), 0.5)
    draw_face(board, Face(x=0, y=-50 - 0.8 * moment.swing(), r=25), moment, rock)


def _ghost(board: Board, moment: Moment) -> None:
    with board.at(0, -4 + 2.4 * moment.swing()):
        beings.draw_ghost(board, moment)
        draw_face(board, Face(x=0, y=-68, r=19), moment, own(board, moment, 0xF3F1EC))


def _robot(board: Board, moment: Moment) -> None:
    up, _ = _hop(moment)
    with board.at(0, up * 0.3):
        beings.draw_robot(board, moment)
        draw_face(board, Face(x=0, y=-81, r=17), moment, own(board, moment, 0x8FA6AE))


def _snowman(board: Board, moment: Moment) -> None:
    up, lean = _hop(moment)
    with board.at(0, up, turn=lean):
        beings.draw_snowman(board, moment)
        draw_face(board, Face(x=0, y=-77.5, r=10.5), moment, 0xF8F8F4)
        beings.draw_carrot_nose(board)


def _water(board: Board, moment: Moment) -> None:
    up, _ = _hop(moment)
    with board.at(0, up * 0.4):
        beings.draw_water(board, moment)
        draw_face(board, Face(x=0, y=-58, r=19), moment, own(board, moment, 0x4F93B8))


def _of_box(kind: str) -> Creature:
    left, top, right, bottom = THING_BOXES[kind]
    tall, wide = bottom - top, right - left
    across, down, half = FACES.get(kind, (0.0, 0.5, 0.26))
    face = Face(
        x=(left + right) / 2 + across * wide, y=top + down * tall, r=max(4.0, half * min(1.6 * tall, wide) * 1.2)
    )
    up = bottom if PROPS[kind].medium not in ("air", "wall") else 0
    size = min(LARGEST, max(SMALLEST, (tall - max(0, up)) / 100))
    return Creature(draw=partial(draw_thing, kind, face), size=size, tall=tall, gaits=GOES, face=(face.x, face.y))


def _own(draw: Callable[[Board, Moment], None], size: float, tall: float, face: Point) -> Creature:
    return Creature(draw=draw, size=size, tall=tall, gaits=GOES, face=face)


def _above(draw: Callable[[Board, Moment], None], size: float, tall: float) -> Creature:
    return Creature(draw=draw, size=size, tall=tall, medium="air", gaits=HOVERS, face=(0, -3))


_DRAWN: dict[str, Creature] = {
    "sun": _above(_sun, 0.62, 94), "moon": _above(_moon, 0.56, 74), "star": _above(_star, 0.42, 84),
    "cloud": _above(_cloud, 0.42, 70), "wind": _above(_wind, 0.46, 70),
    "spirit": _own(_ghost, 0.8, 96, (0, -68)), "robot": _own(_robot, 0.8, 106, (0, -81)),
    "snowman": _own(_snowman, 0.9, 98, (0, -77)), "river": _own(_water, 0.95, 100, (0, -58)),
    "sea": _own(_water, 1.1, 100, (0, -58)),
    "tree": _own(_tree, 1.6, 150, (0, -58)), "mountain": _own(_mountain, 1.7, 130, (0, -50)),
}  # fmt: skip
LIVING_THINGS: dict[str, Creature] = {
    PREFIX + kind: _DRAWN[kind] if kind in _DRAWN else _of_box(kind) for kind in sorted(LIVING)
}
"""By id with ``PREFIX``, what is drawn for a character that is a thing."""
ABOVE = frozenset(PREFIX + kind for kind in SKIES)
"""Who of them is in the sky."""
