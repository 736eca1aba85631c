"""What stands far off: mountain ranges of several shapes, hills, high peaks, a volcano, a city's skyline."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import skia

from video.chance import Chance
from video.engines.papercut.land.cut import HIDDEN, lay, soft_line
from video.engines.papercut.land.trees import plant
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, box, oval, polygon, ridge, smooth

SNOW = 0xF4F7FA


def tallness(view: View) -> float:
    """How much taller than usual what is far off stands: it fills the sky of narrow frames."""
    return 1.0 + 0.75 * min(1.0, view.lift / 725)


def hill_tone(board: Board, view: View, row: int = 1) -> int:
    """Colour of the far (0) or near (1) hills, under snow where it lies."""
    colour = board.light.hills[row]
    return mix(colour, board.light.dye(SNOW, 0.8), 0.72) if view.snowy else colour


def draw_ranges(board: Board, view: View) -> None:
    """Two rows of mountains in the style's shape."""
    for row in range(2):
        height = (190.0 - 45 * row) * tallness(view)
        base = view.setting.horizon + 40 + 46 * row
        SHAPES[view.style.far](board, view, base, height, row)
    _air(board, view)


def _air(board: Board, view: View) -> None:
    h = view.setting.horizon
    board.haze(h - 60, h + 150, view.outside.sky[2], 0.5)


def _soft(board: Board, view: View, base: float, height: float, row: int) -> None:
    chance = view.chance(f"soft {row}")
    points = soft_line(chance, board.left - 80, board.right + 80, base - height * 0.55, height * 0.34)
    lay(board, points, board.light.ranges[row], 8)


def _flat(board: Board, view: View, base: float, height: float, row: int) -> None:
    chance = view.chance(f"flat {row}")
    lay(board, soft_line(chance, board.left - 80, board.right + 80, base - 50, 14), board.light.ranges[row], 8)


def _peaks(board: Board, view: View, base: float, height: float, row: int) -> None:
    peaks(board, view.chance(f"peaks {row}"), base, height * 1.35, board.light.ranges[row], snow=True)


def peaks(board: Board, chance: Chance, base: float, height: float, colour: int, *, snow: bool) -> None:
    """A row of pointed mountains, each with a lit and a shaded face, and snow where they are high."""
    points: list[Point] = [(board.left - 80, base - height * 0.3)]
    tops: list[Point] = []
    x = board.left - chance.between(0, 160)
    while x < board.right + 200:
        step = chance.between(0.55, 0.95) * max(190.0, height * 0.9)
        top = (x + step, base - height * chance.between(0.6, 1.1))
        points += [top, (x + step * 1.8, base - height * chance.between(0.18, 0.34))]
        tops.append(top)
        x += step * 1.8
    points.append((board.right + 320, base))
    path = lay(board, points, colour, 8, straight=True, bottom=min(HIDDEN, base + 190))
    with board.within(path):
        for i, (px, py) in enumerate(tops):
            right = points[2 * i + 2]
            face = [(px, py - 4), (px + 18, py + height * 0.24), (px - 6, py + height * 0.4), (px + 34, base + 40),
                    (right[0], base + 40), right]  # fmt: skip
            board.flat(polygon(face), board.light.shade, 0.1)
            if snow and py < base - height * 0.68:
                size = height * 0.2
                cap = [(px - size * 1.3, py + size * 1.35), (px - size * 0.66, py + size * 0.86),
                       (px - size * 0.24, py + size * 1.36), (px + size * 0.2, py + size * 0.9),
                       (px + size * 0.6, py + size * 1.46), (px + size * 1.3, py + size * 1.1),
                       (px + size, py - size), (px - size, py - size)]  # fmt: skip
                board.sheet(polygon(cap), mix(board.light.dye(SNOW, 0.9), colour, 0.2), 3, edge=0)
                board.flat(polygon([(px, py - 4), (px + 10, py + size), (px + size * 1.4, py + size * 1.6),
                                    (px + size * 1.2, py - size)]), board.light.shade, 0.08)  # fmt: skip


def draw_high_peaks(board: Board, view: View) -> None:
    """Great mountains near at hand, in three rows."""
    high = 420.0 * tallness(view)
    light = board.light
    for row, (share, drop) in enumerate(((1.0, 30.0), (0.72, 80.0), (0.42, 120.0))):
        colour = (light.ranges[0], light.ranges[1], mix(light.ranges[1], light.hills[0], 0.6))[row]
        peaks(
            board, view.chance(f"high {row}"), view.setting.horizon + drop, high * share, colour,
            snow=row < 2 or view.snowy,
        )  # fmt: skip
        if row < 2:
            board.haze(view.setting.horizon - 200, view.setting.horizon + 150, light.sky[2], 0.4)


def _mesas(board: Board, view: View, base: float, height: float, row: int) -> None:
    """Flat-topped hills with layers of rock."""
    chance = view.chance(f"mesas {row}")
    colour = board.light.ranges[row]
    points: list[Point] = [(board.left - 80, base - 24)]
    x = board.left - chance.between(-40, 220)
    while x < board.right:
        wide, tall = chance.between(150, 380), height * chance.between(0.45, 0.95)
        points += [(x, base - 26), (x + 34, base - tall * 0.5), (x + 46, base - tall), (x + 46 + wide, base - tall),
                   (x + 60 + wide, base - tall * 0.5), (x + 110 + wide, base - 26)]  # fmt: skip
        x += wide + chance.between(260, 620)
    points.append((max(board.right + 80, x), base - 22))
    path = lay(board, points, colour, 8, straight=True)
    with board.within(path):
        for k in range(1, 4):
            y = base - height + k * height * 0.24
            board.flat(box(board.left, y, board.right - board.left, height * 0.07), darker(colour, 0.5), 0.1)


def _cones(board: Board, view: View, base: float, height: float, row: int) -> None:
    """Old volcanoes: even slopes that steepen towards the top."""
    chance = view.chance(f"cones {row}")
    colour = board.light.ranges[row]
    for i in range(3 if row == 0 else 2):
        x = board.left + (board.right - board.left) * ((i * 0.41 + chance.between(0, 0.25) + 0.3 * row) % 1.0)
        cone(board, x, base + 10, height * chance.between(0.9, 1.45), colour)
    lay(board, soft_line(chance, board.left - 80, board.right + 80, base - 30, 16), colour, 5)


def cone(board: Board, x: float, base: float, height: float, colour: int) -> None:
    """One cone with a small flat top and ribs."""
    half = height * 1.35
    path = smooth(
        [(x - half, base), (x - half * 0.55, base - height * 0.3), (x - half * 0.2, base - height * 0.8),
         (x - half * 0.1, base - height), (x + half * 0.1, base - height * 0.98), (x + half * 0.2, base - height * 0.8),
         (x + half * 0.55, base - height * 0.3), (x + half, base), (x, base + 60)], closed=True, tension=9,
    )  # fmt: skip
    board.sheet(path, colour, 8)
    with board.within(path):
        board.flat(
            smooth([(x + half * 0.02, base - height * 1.05), (x + half * 0.1, base - height * 0.6),
                    (x + half * 0.06, base - height * 0.3), (x + half * 0.3, base + 60), (x + half, base + 60),
                    (x + half, base - height)], closed=True), board.light.shade, 0.1,
        )  # fmt: skip


def draw_volcano(board: Board, view: View) -> None:
    """One great cone with a glowing mouth and smoke, behind lower hills."""
    chance = view.chance("volcano")
    light, base = board.light, view.setting.horizon + 60
    x = view.span * (0.32 if view.left else 0.68)
    height = 400.0 * (1 + 0.45 * min(1.0, view.lift / 725))
    top = base - height
    smoke = mix(light.cloud, 0x6A5F66, 0.5)
    for i in range(7):
        r = 34 + 17 * i
        board.sheet(oval(x + 16 * i * (0.6 + 0.1 * i), top - 26 - 44 * i, r * 1.25, r), mix(smoke, light.sky[0],
            0.11 * i),
                    5, edge=0.1)  # fmt: skip
    rock = mix(light.ranges[1], light.dye(0x5A4744, 0.9), 0.55)
    cone(board, x, base, height, rock)
    board.glow(x, top + 6, 210, 0xFF8A3C, 0.6)
    mouth = smooth([(x - 58, top + 5), (x - 20, top - 7), (x + 22, top - 6), (x + 56, top + 8), (x, top + 22)],
                   closed=True)  # fmt: skip
    board.sheet(mouth, 0xF2733A, 2)
    for dx, length in ((-22, 0.42), (10, 0.62), (38, 0.3)):
        run = [
            (x + dx, top + 8),
            (x + dx * 1.7, top + height * length * 0.5),
            (x + dx * 2.6 + 8, top + height * length),
        ]
        flow = smooth([*run, *[(a + 17 - 6 * k, b) for k, (a, b) in reversed(list(enumerate(run)))]], closed=True)
        board.sheet(flow, 0xF2833A, 2)
    lay(board, soft_line(chance, board.left - 80, board.right + 80, base - 20, 30), light.hills[0], 9)
    _air(board, view)


def _karst(board: Board, view: View, base: float, height: float, row: int) -> None:
    """Steep rounded pillars of rock that rise out of the mist."""
    chance = view.chance(f"karst {row}")
    colour = board.light.ranges[row]
    x = board.left - 60.0
    points: list[Point] = [(x - 40, base)]
    while x < board.right + 80:
        wide, tall = chance.between(90, 190), height * chance.between(0.55, 1.5)
        points += [(x, base - tall * 0.12), (x + wide * 0.16, base - tall * 0.7), (x + wide * 0.42, base - tall),
                   (x + wide * 0.72, base - tall * 0.84), (x + wide * 0.92, base - tall * 0.3)]  # fmt: skip
        x += wide + chance.between(10, 150)
        points.append((x, base - 16))
    lay(board, [*points, (x + 90, base)], colour, 8)
    board.haze(base - height * 0.7, base + 30, board.light.sky[2], 0.55)


def _fjord(board: Board, view: View, base: float, height: float, row: int) -> None:
    """Broad steep mountains with streaks of snow."""
    chance = view.chance(f"fjord {row}")
    colour = board.light.ranges[row]
    points: list[Point] = [(board.left - 90, base - height * 0.9)]
    x = board.left - 90
    tops: list[Point] = []
    while x < board.right + 100:
        wide = chance.between(260, 460)
        tall = height * chance.between(0.8, 1.35)
        top = (x + wide * 0.4, base - tall)
        points += [(x + wide * 0.16, base - tall * 0.72), top, (x + wide * 0.62, base - tall * 0.86),
                   (x + wide * 0.9, base - tall * 0.24)]  # fmt: skip
        tops.append(top)
        x += wide
    path = lay(board, [*points, (x + 80, base - height * 0.4)], colour, 8, straight=True)
    with board.within(path):
        white = mix(board.light.dye(SNOW, 0.9), colour, 0.25)
        for px, py in tops:
            for dx, length in ((-44, 0.45), (-6, 0.7), (34, 0.5)):
                low = py + height * length
                streak = [(px + dx - 9, py - 20), (px + dx + 13, py - 20),
                          (px + dx * 1.5 + 5, py + height * length * 0.5), (px + dx * 1.8 + 9, low)]  # fmt: skip
                board.sheet(polygon(streak), white, 1.5, edge=0)


def _canopy(board: Board, view: View, base: float, height: float, row: int) -> None:
    """Hills covered with the crowns of trees."""
    chance = view.chance(f"canopy {row}")
    canopy(board, chance, soft_line(chance, board.left - 80, board.right + 80, base - height * 0.45, height * 0.25),
           board.light.ranges[row], 36 - 8 * row)  # fmt: skip


def canopy(
    board: Board, chance: Chance, line_of: list[Point], colour: int, size: float, *, bottom: float = HIDDEN
) -> None:
    """Wooded land under a line: its edge is made of round crowns."""
    path = skia.Path()
    path.addPath(ridge(line_of, bottom))
    for (ax, ay), (bx, by) in itertools.pairwise(line_of):
        count = max(2, int((bx - ax) / (size * 0.9)))
        for k in range(count):
            s = k / count
            r = size * chance.between(0.6, 1.15)
            path.addCircle(ax + (bx - ax) * s, ay + (by - ay) * s + 4, r)
    path.setFillType(skia.PathFillType.kWinding)
    top = min(y for _, y in line_of) - 2 * size
    board.canvas.save()
    board.canvas.clipRect(skia.Rect.MakeLTRB(board.left, top - 20, board.right, max(y for _, y in line_of) + 60))
    board.shadow(path, 8)
    board.canvas.restore()
    board.sheet(path, colour, 0, edge=0)
    marks = skia.Path()
    low = max(y for _, y in line_of)
    for _ in range(46):
        x, y = chance.between(board.left, board.right), chance.between(low - 10, low + 150)
        marks.addArc(skia.Rect.MakeXYWH(x, y, size, size * 0.7), 190, 160)
    board.stroke(marks, lighter(colour, 0.16), 2.2, 0.5)


def _skyline(board: Board, view: View, base: float, height: float, row: int) -> None:
    skyline(board, view, row, base, height * 1.25)


def skyline(board: Board, view: View, row: int, base: float, height: float) -> None:
    """A row of high buildings in one sheet, with lit windows at night."""
    chance = view.chance(f"skyline {row}")
    light = board.light
    colour = mix(light.ranges[row], light.sky[2], 0.28 - 0.2 * row)
    path = skia.Path()
    lamps = skia.Path()
    x = board.left - 40.0
    while x < board.right + 40:
        wide, tall = chance.between(58, 130), height * chance.between(0.45, 1.35)
        top = base - tall
        path.addRect(skia.Rect.MakeLTRB(x, top, x + wide, min(HIDDEN, base + 200)))
        shape = chance.unit()
        if shape < 0.25:
            path.addRect(skia.Rect.MakeLTRB(x + wide * 0.25, top - 34, x + wide * 0.75, top))
        elif shape < 0.4:
            path.addPath(polygon([(x, top), (x + wide, top), (x + wide, top - 46)]))
        elif shape < 0.55:
            path.addRect(skia.Rect.MakeLTRB(x + wide * 0.47, top - 70, x + wide * 0.53, top))
        elif shape < 0.65:
            path.addOval(skia.Rect.MakeLTRB(x, top - wide * 0.3, x + wide, top + wide * 0.3))
        for r in range(int(tall / 24)):
            for c in range(int(wide / 19)):
                if chance.maybe(0.45):
                    lamps.addRect(skia.Rect.MakeXYWH(x + 8 + 19 * c, top + 12 + 24 * r, 8, 11))
        x += wide + (0 if chance.maybe(0.6) else chance.between(4, 40))
    path.setFillType(skia.PathFillType.kWinding)
    board.sheet(path, colour, 7, edge=0.12)
    board.flat(lamps, 0xFFD98A if light.lamps else lighter(colour, 0.35), 0.75 if light.lamps else 0.35)


SHAPES: dict[str, Callable[[Board, View, float, float, int], None]] = {
    "soft": _soft, "flat": _flat, "peaks": _peaks, "mesas": _mesas, "cones": _cones, "karst": _karst,
    "fjord": _fjord, "canopy": _canopy, "skyline": _skyline,
}  # fmt: skip


def draw_skyline(board: Board, view: View) -> None:
    """The towers of a city in two rows."""
    for row in range(2):
        skyline(board, view, row, view.setting.horizon + 40 + 60 * row, (330.0 - 60 * row) * tallness(view))
        board.haze(view.setting.horizon - 200, view.setting.horizon + 130, board.light.sky[2], 0.35)


def draw_mesas(board: Board, view: View) -> None:
    """Table mountains on the edge of a plain."""
    _mesas(board, view, view.setting.horizon + 60, 130 * tallness(view), 0)
    _air(board, view)


def hill_line(board: Board, view: View, label: str, y: float, colour: int) -> skia.Path:
    """One hill line in the style's shape, answering its sheet."""
    chance, kind = view.chance(label), view.style.hills
    swing = {"flat": 12.0, "soft": 34.0, "terraced": 40.0, "skyline": 14.0}.get(kind, 26.0)
    points = soft_line(chance, board.left - 80, board.right + 80, y, swing)
    if kind == "canopy" and not view.snowy:
        canopy(board, chance, points, colour, 26)
        return ridge(points, HIDDEN)
    path = lay(board, points, colour, 9)
    if kind == "terraced" and not view.snowy:
        with board.within(path):
            for k in range(1, 6):
                board.stroke(
                    smooth([(x, py + 17 * k + 0.08 * k * (py - y)) for x, py in points]), darker(colour, 0.3), 2.2, 0.3
                )
                board.stroke(smooth([(x, py + 17 * k + 3) for x, py in points]), lighter(colour, 0.3), 1.4, 0.3)
    return path


def draw_hills(board: Board, view: View) -> None:
    """A line of hills in front of the mountains, with trees so small that they show how far it is."""
    light, y = board.light, view.setting.horizon + 34
    colour = mix(light.hills[0], light.dye(SNOW), 0.7) if view.snowy else light.hills[0]
    hill_line(board, view, "far hills", y, mix(colour, light.sky[2], 0.22))
    chance = view.chance("far trees")
    for _ in range(7):
        x = chance.between(board.left, board.right)
        plant(board, view, (x, y + 40), chance.between(46, 84), chance.pick(view.style.trees), far=0.55)


def draw_plain_far(board: Board, view: View) -> None:
    """A wide plain with the dots of far trees."""
    light, y = board.light, view.setting.horizon + 50
    chance = view.chance("plain")
    lay(board, soft_line(chance, board.left - 80, board.right + 80, y, 8), mix(light.hills[0], light.sky[2], 0.25), 8)
    for i in range(9):
        x = board.left + (board.right - board.left) * (i + chance.between(0.1, 0.9)) / 9
        plant(board, view, (x, y + 20 + chance.between(0, 26)), chance.between(50, 90), "acacia", far=0.45)
    for k in range(3):
        lay(board, soft_line(chance, board.left - 80, board.right + 80, y + 34 + 30 * k, 6),
            mix(light.hills[0], light.hills[1], 0.2 + 0.3 * k), 5)  # fmt: skip
