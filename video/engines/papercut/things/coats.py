"""Tails, manes, humps and the patterns of coats."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import cos, pi, sin

import skia

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, limb, oval, polygon, smooth
from video.engines.papercut.things.breeds import Breed
from video.engines.papercut.things.moment import Moment

Trunk = tuple[float, float, float]
"""Half the length, the height of the withers, that of the belly."""


def draw_tail(board: Board, breed: Breed, moment: Moment, coat: int, at: Point) -> None:
    """The tail, from its root."""
    x, y = at
    sway = moment.swing(2 if moment.gait in ("walk", "run") else 1) * (0.3 if moment.gait in ("sleep", "sit") else 1.0)
    low = min(12.0, -y * 0.3) if moment.gait in ("sleep", "sit") else 0.0
    livery = moment.livery
    tip_of = livery.tip if livery is not None else None
    pale = board.light.dye(breed.belly if tip_of is None else tip_of, 0.7)
    if livery is not None and livery.tail is not None:
        coat = board.light.dye(livery.tail, 0.65)
    kind = breed.tail
    if kind == "bush":
        lift = -4.0 if moment.gait == "run" else 6.0 - low * 0.3
        points = [
            (x + 4, y + 2),
            (x - 12, y + 5 + lift),
            (x - 26, y + 1 + lift + sway),
            (x - 36, y - 8 + lift + 3 * sway),
        ]
        tail = limb(points, [6, 13, 16, 3])
        board.sheet(tail, coat, 3)
        if "rings" in breed.marks:
            for (ax, ay), (bx, by) in pairwise(points):
                for k in (0.2, 0.75):
                    cx, cy = ax + (bx - ax) * k, ay + (by - ay) * k
                    with board.within(tail):
                        board.stroke(
                            smooth([(cx - 1.5, cy - 11), (cx + 1.5, cy + 11)]), board.light.dye(breed.mark, 0.7), 3
                        )
        elif "no tip" not in breed.marks or tip_of is not None:
            with board.within(tail):
                board.flat(oval(points[3][0] + 1, points[3][1] + 2, 10, 12), pale)
    elif kind == "plume":
        points = [
            (x + 6, y + 8),
            (x - 10, y + 4),
            (x - 17, y - 14),
            (x - 10, y - 32 + sway),
            (x - 20 + sway * 2, y - 42),
        ]
        board.sheet(limb(points, [6, 13, 17, 17, 4]), coat, 3)
        board.stroke(smooth(points[:4]), lighter(coat, 0.35), 1.6, 0.6)
    elif kind == "up":
        board.sheet(limb([(x + 3, y + 4), (x - 9, y - 4), (x - 14 + 3 * sway, y - 19)], [6, 5.5, 3]), coat, 2)
    elif kind == "curl":
        points = [
            (x + 3, y + 4),
            (x - 13, y + 3),
            (x - 21, y - 11),
            (x - 17 + sway * 2, y - 25),
            (x - 11 + sway * 3, y - 27),
        ]
        if moment.gait == "sleep":
            points = [(x + 3, y + 4), (x - 10, y + 8), (x - 15, -4.5), (x - 2, -3), (x + 14, -4 + sway)]
        board.sheet(limb(points, [5, 5, 5, 4.6, 3.4]), coat, 2)
    elif kind == "cat":
        end = (x - 30 + sway * 2, y + 8 - sway * 3 - low)
        points = [(x + 3, y + 3), (x - 10, y + 12 - low), (x - 22, y + 16 - low), end]
        tail = limb(points, [5.5, 5, 4.6, 4])
        board.sheet(tail, coat, 2)
        if tip_of is not None:
            with board.within(tail):
                board.flat(oval(*end, 7, 7), pale)
        if "stripes" in breed.marks or "spots" in breed.marks or "rosettes" in breed.marks:
            for px, py in (points[1], points[2], (end[0] + 3, end[1] + 3)):
                board.flat(oval(px, py, 1.5, 2.6), board.light.dye(breed.mark, 0.6))
    elif kind in ("tuft", "long", "brush"):
        end = (x - 8 + 2.5 * sway, y * (0.45 if kind == "tuft" else 0.2))
        wide = 2.6 if kind == "tuft" else 8.0
        hair = board.light.dye(breed.mane, 0.7) if breed.mane is not None else darker(coat, 0.35)
        tone = coat if kind == "tuft" else hair
        board.sheet(
            limb([(x + 3, y + 2), (x - 6, y + 7), (x - 8 + sway, y * 0.7), end], [3.4, wide, wide, wide * 0.4]), tone, 2
        )
        if kind == "tuft":
            hair = hair if tip_of is None else pale
            tip = limb(
                [(end[0], end[1] - 4), (end[0] + 0.5 * sway, end[1] + 3), (end[0] + sway, end[1] + 10)], [2.4, 6.5, 1.5]
            )
            board.sheet(tip, hair, 1)
    elif kind == "puff":
        board.sheet(oval(x - 2, y + 5, 7.5, 7), lighter(pale, 0.3), 2)
    elif kind == "short":
        board.sheet(limb([(x + 4, y + 2), (x - 3, y + 4), (x - 5 - sway, y + 11)], [5, 6, 2.5]), coat, 2)
    elif kind == "pig":
        board.stroke(
            smooth(
                [(x + 2, y + 3), (x - 6, y + 1), (x - 8, y - 5 + sway), (x - 4, y - 5), (x - 5, y + 1), (x - 12, y - 2)]
            ),
            coat,
            2.2,
        )
    elif kind == "flat":
        board.sheet(
            limb([(x + 6, y + 14), (x - 16, y + 20), (x - 34, y + 15 - sway * 2)], [7, 15, 11]), darker(coat, 0.35), 2
        )
    elif kind == "thick":
        board.sheet(limb([(x + 10, y + 8), (x - 12, y + 16), (x - 34, y + 19 + sway)], [16, 10, 2]), coat, 2)
    elif kind == "thin":
        points = [(x + 3, y + 6), (x - 12, y + 13 - low * 0.4), (x - 24, y + 11 + sway), (x - 35, y + 3 + 3 * sway)]
        board.sheet(limb(points, [4, 3, 2.4, 1.3]), darker(coat, 0.12), 1.5)


def draw_humps(board: Board, breed: Breed, coat: int, at: Point) -> None:
    """One hump, or two."""
    x, y = at
    places = ((x, 21.0, 18.0),) if "hump" in breed.marks else ((x - 13, 11.0, 14.0), (x + 10, 11.0, 14.0))
    for cx, wide, tall in places:
        hump = smooth([(cx - wide, y + 6), (cx - wide * 0.5, y - tall * 0.7), (cx + 1, y - tall), (cx + wide * 0.6,
            y - tall * 0.6),
                       (cx + wide, y + 6)], closed=True)  # fmt: skip
        board.sheet(hump, darker(coat, 0.06), 3)


def draw_ruff(board: Board, breed: Breed, coat: int, head: Point) -> None:
    """A lion's mane: rings of pointed tufts."""
    tone = board.light.dye(breed.mark, 0.7)
    x, y = head[0] - breed.head * 0.35, head[1] + breed.head * 0.2
    for ring, (size, count) in enumerate(((2.0, 13), (1.62, 12))):
        points: list[Point] = []
        for k in range(count * 2):
            angle, r = pi * k / count + ring * 0.2, breed.head * size * (1.0 if k % 2 else 0.84)
            points.append((x + r * cos(angle), y + r * sin(angle)))
        board.sheet(smooth(points, closed=True, tension=7), mix(darker(tone, 0.14), tone, ring), 2.5)


def draw_mane(board: Board, breed: Breed, withers: Point, head: Point, moment: Moment) -> None:
    """Hair along the neck."""
    colour = board.light.dye(breed.mane if breed.mane is not None else breed.mark, 0.7)
    (ax, ay), (bx, by) = withers, head
    blow = 2.0 * moment.swing(2) if moment.gait == "run" else 0.4 * moment.swing()
    back = breed.neck_width * 0.5
    if "crest" in breed.marks:  # upright, as a zebra's
        points = [
            (ax - 6 - (14 if ay - by < 8 else 0), ay + (2.5 if ay - by < 8 else -1)),
            ((ax + bx) / 2 - back, (ay + by) / 2 - 4),
            (bx - breed.head * 0.75, by - breed.head * 0.8),
        ]
        board.sheet(limb(points, [3, 7, 6]), colour, 2)
        return
    points = [
        (ax - 6, ay + 3),
        ((ax + bx) / 2 - back - 1 - blow, (ay + by) / 2 - 1),
        (bx - breed.head * 0.75, by - breed.head * 0.75),
    ]
    board.sheet(limb(points, [4, 11, 7]), colour, 2)
    lock = limb(
        [
            (bx - breed.head * 0.6, by - breed.head * 0.9),
            (bx + breed.head * 0.1, by - breed.head * 0.85),
            (bx + breed.head * 0.5, by - breed.head * 0.3),
        ],
        [4, 5, 1],
    )
    board.sheet(lock, colour, 1)


def draw_coat(board: Board, breed: Breed, coat: int, trunk: skia.Path, measures: Trunk) -> None:
    """The belly and the pattern, within the trunk."""
    half, top, low = measures
    thick = low - top
    mark = board.light.dye(breed.mark, 0.7)
    if "wool" in breed.marks:
        for i in range(14):
            x = -half * 1.0 + (i % 7) * half * 0.31
            board.sheet(oval(x, top + thick * (0.16 if i < 7 else 0.82), half * 0.24, thick * 0.27), coat, 1.5)
        board.sheet(trunk, coat, 0, edge=0)
    with board.within(trunk):
        if breed.belly != breed.coat and low < -breed.leg * 0.5:  # none is seen of one that lies
            board.flat(oval(half * 0.12, low + 2.5, half * 0.86, thick * 0.2), board.light.dye(breed.belly, 0.7), 0.9)
        for name, draw in _PATTERNS.items():
            if name in breed.marks:
                draw(board, mark, (half, top, low))
    if "spines" in breed.marks:
        for ring, scale in enumerate((1.0, 0.74)):
            points = []
            for k in range(27):
                angle = pi * (1.03 + 0.94 * k / 26)
                r = (1.16 if k % 2 else 0.98) * scale
                points.append(
                    (-half * 0.12 + half * 1.02 * r * cos(angle), low - thick * 0.26 + thick * 0.86 * r * sin(angle))
                )
            board.sheet(polygon(points), lighter(coat, 0.16 * ring), 2.5)
    if "quills" in breed.marks:
        for k in range(17):
            angle = pi * (1.04 + 0.86 * k / 16)
            x, y = -half * 0.12 + half * 0.5 * cos(angle), low - thick * 0.26 + thick * 0.4 * sin(angle)
            long = (0.62 if k % 2 else 0.46) * half
            lean = angle - 0.35
            quill = limb([(x, y), (x + long * cos(lean), y + long * sin(lean))], [2.2, 0.8])
            board.sheet(quill, mark if k % 3 else darker(mark, 0.35), 0.8)
    if "fringe" in breed.marks:  # long hair below the belly
        points = [(-half * 0.95, low - thick * 0.3)]
        points += [(-half * 0.95 + half * 1.9 * k / 8, low + (8.0 if k % 2 else 2.0)) for k in range(9)]
        points += [(half * 0.95, low - thick * 0.3)]
        board.sheet(smooth(points, closed=True, tension=8), darker(coat, 0.14), 2)


def _patches(board: Board, mark: int, measures: Trunk) -> None:
    half, top, low = measures
    for px, py, rx, ry in (
        (-0.62, top + 9, 16, 12),
        (0.3, top + 7, 12, 14),
        (-0.1, low - 6, 11, 8),
        (0.85, low - 12, 8, 8),
    ):
        x = half * px
        blob = smooth([(x - rx, py), (x - 2, py - ry), (x + rx, py - 2), (x + 3, py + ry)], closed=True)
        board.flat(blob, mark)


def _stripes(board: Board, mark: int, measures: Trunk) -> None:
    half, top, low = measures
    count = 9
    for i in range(count):
        x = -half * 0.88 + half * 1.8 * i / (count - 1)
        deep = (low - top) * (0.62 if i % 2 else 0.48)
        board.flat(
            smooth(
                [(x - 2.4, top - 6), (x + 2.4, top - 6), (x + 1.6, top + deep * 0.6), (x - 1, top + deep)], closed=True
            ),
            mark,
        )
        if i % 2:
            board.flat(
                smooth([(x + 3, low + 5), (x + 6, low + 5), (x + 3.4, low - (low - top) * 0.34)], closed=True), mark
            )


def _zebra(board: Board, mark: int, measures: Trunk) -> None:
    half, top, low = measures
    for i in range(15):
        x = -half * 1.05 + half * 2.3 * i / 14
        lean = 5 if i < 7 else -1
        board.stroke(smooth([(x - lean, top - 34), (x, (top + low) / 2), (x + 1.5, low + 4)]), mark, 3.0)


def _scattered(measures: Trunk, rows: int, columns: int) -> list[Point]:
    """Places all over a trunk, in rows that are a little out of line."""
    half, top, low = measures
    out: list[Point] = []
    for row in range(rows):
        for col in range(columns):
            n = row * columns + col
            x = -half * 0.95 + half * 1.95 * (col + 0.5 * (row % 2) + 0.3 * sin(n * 2.4)) / columns
            out.append((x, top + (low - top) * (0.06 + 0.78 * (row + 0.25 * sin(n * 1.7)) / rows)))
    return out


def _spots(board: Board, mark: int, measures: Trunk) -> None:
    for i, (x, y) in enumerate(_scattered(measures, 4, 9)):
        board.flat(oval(x, y, 1.9 + 0.5 * sin(i * 3.1), 1.6), mark)


def _rosettes(board: Board, mark: int, measures: Trunk) -> None:
    for x, y in _scattered(measures, 3, 8):
        board.stroke(oval(x, y, 2.8, 2.3), mark, 1.7)


def _tiles(board: Board, mark: int, measures: Trunk) -> None:
    """A giraffe's: patches all over trunk and neck."""
    half, _, low = measures
    for row in range(9):
        for col in range(7):
            x = -half * 1.1 + col * 11.5 + (row % 2) * 5.7
            y = low - 2 - row * 10.5
            board.flat(
                polygon(
                    [(x - 4, y - 2.6), (x - 0.5, y - 4.4), (x + 4.2, y - 2), (x + 3.4, y + 3.4), (x - 3.2, y + 3.6)]
                ),
                mark,
            )


def _saddle(board: Board, mark: int, measures: Trunk) -> None:
    """A woven blanket."""
    half, top, _ = measures
    for k, (wide, deep, colour) in enumerate(
        ((0.44, 19.0, mark), (0.44, 14.5, 0xF0C95A), (0.44, 11.5, 0x2F7F86), (0.44, 7.0, mark))
    ):
        blanket = smooth([(-half * wide - 2, top - 6), (half * wide - 4, top - 6), (half * wide - 6, top + deep),
            (-half * wide, top + deep)],
                         closed=True, tension=14)  # fmt: skip
        if k:
            board.flat(blanket, board.light.dye(colour, 0.7))
        else:
            board.sheet(blanket, colour, 1.5)


def _back(board: Board, mark: int, measures: Trunk) -> None:
    """A darker back."""
    half, top, low = measures
    board.flat(smooth([(-half * 1.1, top - 8), (half, top - 8), (half * 0.9, top + (low - top) * 0.28), (0,
        top + (low - top) * 0.36),
                       (-half * 1.05, top + (low - top) * 0.4)], closed=True), mark, 0.85)  # fmt: skip


def _halves(board: Board, mark: int, measures: Trunk) -> None:
    """Dark before and behind, light between: tapir and panda are cut so."""
    half, top, low = measures
    board.flat(
        smooth(
            [(half * 0.28, top - 40), (half * 3, top - 40), (half * 3, low + 8), (half * 0.2, low + 8)],
            closed=True,
            tension=12,
        ),
        mark,
    )


def _stripe_back(board: Board, _: int, measures: Trunk) -> None:
    """A skunk's white stripe."""
    half, top, _low = measures
    stripe = [
        (-half * 1.1, top + 6),
        (0, top + 1),
        (half * 1.2, top - 4),
        (half * 1.2, top + 4),
        (0, top + 8),
        (-half * 1.1, top + 13),
    ]
    board.flat(smooth(stripe, closed=True), 0xF4EFE6)


def _band(board: Board, mark: int, measures: Trunk) -> None:
    """A panda's shoulders."""
    half, top, low = measures
    board.flat(
        smooth(
            [(half * 0.22, top - 8), (half * 0.72, top - 12), (half * 0.95, low + 8), (half * 0.3, low + 8)],
            closed=True,
            tension=12,
        ),
        mark,
    )


def _bands(board: Board, mark: int, measures: Trunk) -> None:
    """An armadillo's plates."""
    half, top, low = measures
    for i in range(9):
        x = -half * 0.8 + half * 1.5 * i / 8
        board.stroke(smooth([(x - 2, top - 2), (x + 2, (top + low) / 2), (x, low + 3)]), mark, 1.5, 0.85)


def _plates(board: Board, mark: int, measures: Trunk) -> None:
    """A pangolin's scales."""
    half, top, low = measures
    for row in range(4):
        for col in range(9):
            x = -half * 1.05 + half * 2.1 * (col + 0.5 * (row % 2)) / 9
            y = top + (low - top) * (0.04 + 0.24 * row)
            board.stroke(smooth([(x - 3.6, y), (x, y + 5.4), (x + 3.6, y)]), mark, 1.2, 0.85)


def _curls(board: Board, mark: int, measures: Trunk) -> None:
    half, top, low = measures
    thick = low - top
    for i in range(15):
        x, y = -half * 0.85 + (i % 5) * half * 0.42 + (i // 5 % 2) * 5, top + thick * (0.18 + 0.28 * (i // 5))
        board.stroke(smooth([(x - 4, y), (x, y + 3), (x + 4, y - 1)]), mark, 1.1, 0.22)


_PATTERNS: dict[str, Callable[[Board, int, Trunk], None]] = {
    "patches": _patches, "stripes": _stripes, "zebra": _zebra, "spots": _spots, "rosettes": _rosettes, "tiles": _tiles,
    "saddle": _saddle, "back": _back, "halves": _halves, "band": _band,
    "stripe back": _stripe_back, "bands": _bands, "plates": _plates, "curls": _curls,
}  # fmt: skip
