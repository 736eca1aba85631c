"""Places without a horizon: a cave, the sea floor, the heavens of a creation story."""

from __future__ import annotations

import skia

from video.engines.papercut.land.clouds import bar, puff
from video.engines.papercut.land.country import darken
from video.engines.papercut.land.cut import lay, soft_line
from video.engines.papercut.land.heights import boulder
from video.engines.papercut.land.trees import leaf_blade
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import Light, darker, lighter, mix
from video.engines.papercut.paper import Board, Point, oval, polygon, smooth


def _cloth(board: Board, colour: int) -> None:
    whole = skia.Path.Rect(skia.Rect.MakeLTRB(board.left, board.top, board.right, board.bottom))
    board.sheet(whole, colour, 0, edge=0)


def _dark(board: Board, light: Light, colour: int, share: float) -> int:
    """Rock in half light, a little warmer where a fire may burn."""
    return mix(light.dye(colour, 0.6), 0x241A22, share)


def draw_cave_wall(board: Board, view: View) -> None:
    """The depth of the cave, with its mouth and the daylight in it."""
    light = view.outside
    _cloth(board, _dark(board, light, 0x6B5850, 0.62))
    x = view.disc[0]
    y = 300.0 - 0.3 * view.lift
    high = 250.0 * (1 + 0.5 * min(1.0, view.lift / 725))
    for k in range(4):
        grow = 1.75 - 0.25 * k
        mouth = _mouth(view, x, y, high * grow, f"mouth {k}")
        tone = light.sky[1] if k == 3 else _dark(board, light, 0x8A6E5E, 0.5 - 0.12 * k)
        board.sheet(mouth, tone, 8, edge=0.15)
    board.canvas.save()
    board.canvas.clipPath(_mouth(view, x, y, high, "mouth 3"), True)
    board.glow(x, y + high * 0.4, high * 1.3, light.sky[2], 0.8)
    if light.name == "night":
        board.sheet(oval(x + 30, y - 60, 42, 42), light.disc, 4)
        for dx, dy in ((-90, -90), (-60, 20), (90, -120), (110, 10), (-20, -150)):
            board.flat(oval(x + dx, y + dy, 3, 3), 0xFFF3CC)
    board.sheet(smooth([(x - high * 1.4, y + high * 0.75), (x - high * 0.3, y + high * 0.5), (x + high * 0.5,
        y + high * 0.66),
                        (x + high * 1.4, y + high * 0.5), (x + high * 1.4, y + high * 2), (x - high * 1.4,
                            y + high * 2)],
                       closed=True), light.hills[1], 5)  # fmt: skip
    board.canvas.restore()
    board.glow(x, y, high * 3.2, light.glow if not light.lit else light.sky[2], 0.3)


def _mouth(view: View, x: float, y: float, size: float, label: str) -> skia.Path:
    chance = view.chance(label)
    points: list[Point] = []
    matrix = skia.Matrix()
    for i in range(11):
        matrix.setRotate(360 * i / 11)
        p = matrix.mapXY(size * chance.near(1.0, 0.12), 0)
        points.append((x + p.x(), y + p.y() * 1.02))
    return smooth(points, closed=True)


def _hanging(board: Board, view: View, label: str, deep: float, colour: int) -> None:
    """Stone that hangs from the roof in spikes."""
    chance = view.chance(label)
    top = board.top - 20
    points: list[Point] = [(board.left - 20, top), (board.left - 20, view.top + deep)]
    x = board.left
    while x < board.right:
        wide = chance.between(60, 150)
        edge = abs(2 * (x / view.span) - 1)
        low = view.top + deep * (0.35 + 0.9 * edge**1.6)
        points += [(x + wide * 0.34, low), (x + wide * 0.5, low + chance.between(20, 120)), (x + wide * 0.68, low)]
        x += wide
    points += [(board.right + 20, view.top + deep), (board.right + 20, top)]
    board.sheet(polygon(points), colour, 9, edge=0.12)


def draw_cave_far(board: Board, view: View) -> None:
    """Pillars of dripstone far back."""
    light, chance = view.outside, view.chance("cave far")
    tone = _dark(board, light, 0x7E665A, 0.46)
    for _ in range(6):
        x = chance.between(board.left, board.right)
        if abs(x - view.disc[0]) < 300:
            continue
        w = chance.between(20, 46)
        foot = 700.0
        board.sheet(smooth([(x - w * 1.8, foot), (x - w * 0.6, foot - 150), (x - w * 0.4, 300), (x - w * 1.6,
            view.top - 90),
                            (x + w * 1.6, view.top - 90), (x + w * 0.4, 300), (x + w * 0.6, foot - 150),
                                (x + w * 1.8, foot)],
                           closed=True), tone, 7, edge=0.12)  # fmt: skip
    _hanging(board, view, "hang far", 170 + 0.3 * view.lift, tone)
    lay(board, soft_line(chance, board.left - 60, board.right + 60, 640, 26), tone, 8)


def draw_cave_middle(board: Board, view: View) -> None:
    """Crystals and stones on a ledge, painted hands on none of them."""
    light, chance = view.outside, view.chance("cave middle")
    tone = _dark(board, light, 0x8A6F60, 0.38)
    lay(board, soft_line(chance, board.left - 60, board.right + 60, 694, 20), tone, 8)
    for share in (0.06, 0.16, 0.84, 0.95):
        x, y = view.span * share, 720
        for k, (dx, tall, turn) in enumerate(((-16, 70, -18), (0, 110, 2), (18, 84, 20))):
            with board.at(x + dx, y, 1.0, turn=turn):
                gem = light.dye((0x8FD0D8, 0xB7A6E0, 0x9AE0C4)[k], 0.5)
                board.sheet(polygon([(-13, 4), (-13, -tall * 0.7), (0, -tall), (13, -tall * 0.7), (13, 4)]), gem, 4)
                board.flat(polygon([(0, 4), (0, -tall), (13, -tall * 0.7), (13, 4)]), light.shade, 0.2)
    _hanging(board, view, "hang near", 90 + 0.2 * view.lift, _dark(board, light, 0x6A5650, 0.5))


def draw_cave_floor(board: Board, view: View) -> None:
    """The floor of the cave with a small pool and boulders."""
    light, chance = view.outside, view.chance("cave floor")
    tone = _dark(board, light, 0x9A7C68, 0.28)
    lay(board, soft_line(chance, board.left - 60, board.right + 60, view.setting.line, 14), tone, 10, bottom=9e3)
    left = view.disc[0] > view.span / 2
    board.sheet(
        oval(view.span * (0.2 if left else 0.8), view.setting.line + 38, 150, 15), mix(light.water[1], tone, 0.35), 2
    )
    boulder(board, view.span * (0.96 if left else 0.04), view.setting.line + 44, 110)
    for _ in range(7):
        boulder(
            board,
            chance.between(0, view.span),
            chance.between(view.setting.line + 16, view.bottom),
            chance.between(9, 24),
        )
    if view.deep > 60:
        for k in range(3):
            lay(board, soft_line(chance, board.left - 60, board.right + 60, 930 + 150 * k, 26), darker(tone,
                0.1 * (k + 1)), 8,
                bottom=9e3)  # fmt: skip
    darken(board, view)


def draw_cave_front(board: Board, view: View) -> None:
    """The dark rim through which we look in."""
    chance = view.chance("rim")
    dark = mix(0x1A1218, view.outside.shade, 0.3)
    outer = skia.Path.Rect(skia.Rect.MakeLTRB(board.left - 20, board.top - 20, board.right + 20, board.bottom + 20))
    middle_x, middle_y = view.span / 2, (view.top + view.bottom) / 2
    half_x, half_y = view.span / 2, (view.bottom - view.top) / 2
    points: list[Point] = []
    matrix = skia.Matrix()
    for i in range(22):
        matrix.setRotate(360 * i / 22)
        p = matrix.mapXY(1.0, 0)
        # Nearly a rectangle: what is drawn within must be seen.
        k = 1.0 / max(abs(p.x()), abs(p.y())) ** 0.62
        r = chance.near(0.97, 0.04)
        points.append((middle_x + p.x() * k * half_x * r, middle_y + p.y() * k * half_y * r))
    board.sheet(skia.Op(outer, smooth(points, closed=True), skia.PathOp.kDifference_PathOp), dark, 12, edge=0.1)


def draw_deep_water(board: Board, view: View) -> None:
    """Water that darkens with its depth, light falling from above."""
    light = view.outside
    top, low = view.top, view.bottom
    base = light.water[0]
    _cloth(board, mix(light.water[1], light.sky[2], 0.2))
    for i in range(6):
        share = (i + 1) / 6
        y = top + (low - top) * (0.1 + 0.62 * share)
        chance = view.chance(f"depth {i}")
        lay(board, soft_line(chance, board.left - 60, board.right + 60, y, 26), mix(mix(light.water[1], base, share),
            0x0F2A4A, 0.42 * share**1.5),
            6, bottom=9e3)  # fmt: skip
    x = view.disc[0]
    for dx, wide in ((-420, 60), (-210, 90), (-10, 60), (170, 110), (390, 70)):
        beam = polygon([(x + dx * 0.35 - wide * 0.3, board.top), (x + dx * 0.35 + wide * 0.3, board.top),
                        (x + dx + wide * 1.6, low), (x + dx - wide * 0.6, low)])  # fmt: skip
        board.flat(beam, lighter(light.water[1], 0.5), 0.10 if not light.lit else 0.05)
    board.glow(x, top - 40, 620, lighter(light.disc, 0.4), 0.4)


def draw_reef_far(board: Board, view: View) -> None:
    """Rocks and forests of kelp in the blue."""
    light, chance = view.outside, view.chance("reef far")
    high = 1 + 0.8 * min(1.0, view.lift / 725)
    tone = mix(light.water[0], 0x14304E, 0.3)
    points = [(board.left - 60, 560), (view.span * 0.12, 470 - 120 * (high - 1)), (view.span * 0.24, 600),
        (view.span * 0.5, 660),
              (view.span * 0.72, 590), (view.span * 0.86, 450 - 160 * (high - 1)), (board.right + 60, 520)]  # fmt: skip
    lay(board, points, tone, 8)
    for _ in range(9):
        x = chance.between(board.left, board.right)
        kelp(board, x, 690, chance.between(180, 330) * high, mix(tone, light.leaf[0], 0.4), chance.near(0, 30))
    board.haze(420, 800, light.water[0], 0.4)


def kelp(board: Board, x: float, y: float, tall: float, colour: int, bend: float) -> None:
    """A ribbon of kelp with its leaves."""
    path = skia.Path()
    count = 9
    for i in range(count):
        s = (i + 1) / count
        px, py = x + bend * s * s + 14 * (1 if i % 2 else -1), y - tall * s
        for side in (-1, 1):
            path.addOval(
                skia.Rect.MakeLTRB(
                    px + side * 3 - (26 if side < 0 else 0), py - 8, px + side * 3 + (26 if side > 0 else 0), py + 8
                )
            )
    path.setFillType(skia.PathFillType.kWinding)
    board.sheet(path, colour, 3, edge=0.1)
    board.stroke(smooth([(x, y), (x - 8 + bend * 0.3, y - tall * 0.5), (x + bend, y - tall)]), colour, 7)


def coral(board: Board, x: float, y: float, size: float, kind: int, colour: int) -> None:
    """A coral: branched, a fan, or a heap of round lumps."""
    with board.at(x, y, size / 100):
        if kind == 0:
            path = skia.Path()
            for turn, tall in ((-44, 66), (-20, 92), (4, 100), (28, 86), (50, 62)):
                matrix = skia.Matrix()
                matrix.setRotate(turn)
                arm = smooth([(-9, 4), (-8, -tall * 0.6), (-11, -tall), (0, -tall - 8), (11, -tall), (8,
                    -tall * 0.6), (9, 4)],
                             closed=True, tension=8)  # fmt: skip
                arm.transform(matrix)
                path.addPath(arm)
            path.setFillType(skia.PathFillType.kWinding)
            board.sheet(path, colour, 5, edge=0.1)
            for turn in (-20, 4, 28):
                with board.at(0, 0, turn=turn):
                    for k in range(4):
                        board.flat(oval(0, -30 - 17 * k, 2.4, 2.4), lighter(colour, 0.5), 0.8)
        elif kind == 1:
            board.sheet(
                smooth([(-5, 2), (-52, -50), (-34, -96), (0, -106), (36, -94), (52, -48), (5, 2)], closed=True),
                colour,
                5,
            )
            lines = skia.Path()
            for dx in (-34, -17, 0, 17, 34):
                lines.moveTo(0, 0)
                lines.quadTo(dx * 0.5, -46, dx, -92 + abs(dx) * 0.5)
            board.stroke(lines, darker(colour, 0.3), 2, 0.6)
        else:
            for dx, dy, r in ((-26, -18, 24), (24, -20, 26), (0, -40, 28)):
                board.sheet(oval(dx, dy, r, r), colour, 4)
                board.stroke(oval(dx, dy, r * 0.55, r * 0.55), darker(colour, 0.25), 2, 0.5)


def draw_reef(board: Board, view: View) -> None:
    """The reef behind the stage."""
    light, chance = view.outside, view.chance("reef")
    tone = mix(light.water[0], light.dye(0x8A7A90, 0.7), 0.4)
    lay(board, soft_line(chance, board.left - 60, board.right + 60, 664, 30), tone, 8)
    colours = (0xE8705E, 0xF0A64A, 0xC86AA0, 0x8F78C8, 0xF0C8A0)
    for i in range(8):
        x = view.span * (0.03 + 0.135 * i) + chance.near(0, 24)
        coral(board, x, 704, chance.between(90, 170), i % 3, mix(light.dye(colours[i % 5], 0.7), light.water[0], 0.3))
    for share in (0.1, 0.46, 0.9):
        kelp(board, view.span * share, 720, chance.between(240, 380) * (1 + 0.8 * min(1.0, view.lift / 725)),
             mix(light.leaf[0], light.water[0], 0.25), chance.near(0, 40))  # fmt: skip


def draw_sea_bed(board: Board, view: View) -> None:
    """Sand with ripples, shells, a starfish, corals at the sides."""
    light, chance = view.outside, view.chance("sea bed")
    sand = mix(light.sand, light.water[0], 0.3)
    lay(board, soft_line(chance, board.left - 60, board.right + 60, view.setting.line, 16), sand, 9, bottom=9e3)
    marks = skia.Path()
    for _ in range(16):
        x, y = chance.between(board.left, board.right), chance.between(view.setting.line + 30, view.bottom)
        for k in range(2):
            marks.moveTo(x + 110 * k, y)
            marks.quadTo(x + 50 + 110 * k, y - 10, x + 104 + 110 * k, y)
    board.stroke(marks, darker(sand, 0.3), 3, 0.3)
    colours = (0xF07A5E, 0xF4B04A, 0xD86AA0, 0x9A80D8)
    for i, share in enumerate((0.02, 0.11, 0.89, 0.98)):
        coral(
            board,
            view.span * share,
            view.setting.line + 48,
            150 - 26 * (i % 2),
            (i * 2) % 3,
            mix(light.dye(colours[i], 0.7), light.water[0], 0.12),
        )
    x, y = view.span * 0.3, view.setting.line + 66
    star: list[Point] = []
    matrix = skia.Matrix()
    for i in range(10):
        matrix.setRotate(36 * i - 90)
        p = matrix.mapXY(30.0 if i % 2 == 0 else 13.0, 0)
        star.append((x + p.x(), y + p.y() * 0.6))
    board.sheet(smooth(star, closed=True, tension=10), light.dye(0xE8843E, 0.7), 3)
    if view.deep > 60:
        for k in range(3):
            lay(
                board,
                soft_line(chance, board.left - 60, board.right + 60, 930 + 150 * k, 26),
                darker(sand, 0.08 * (k + 1)),
                8,
                bottom=9e3,
            )
            coral(
                board,
                view.span * (0.12 if k % 2 else 0.85),
                970 + 150 * k,
                120,
                k % 3,
                mix(light.dye(colours[k]), light.water[0], 0.2),
            )
    darken(board, view)


def draw_weed_front(board: Board, view: View) -> None:
    """Dark weeds at both sides."""
    chance, light = view.chance("weed"), view.outside
    dark = mix(light.front, light.water[0], 0.25)
    grow = 1 + 0.7 * min(1.0, view.deep / 370)
    for side in (0, 1):
        for k in range(4):
            x = (board.left + 40 + 74 * k) if side == 0 else (board.right - 40 - 74 * k)
            tall = (420 - 80 * k) * grow * chance.between(0.85, 1.1)
            with board.at(x, view.bottom + 60, 1.0, turn=(6 - 4 * k) * (1 if side == 0 else -1)):
                board.sheet(leaf_blade(tall, 44), mix(dark, light.leaf[0], 0.12 * (k % 3)), 6, edge=0.1)


def draw_void(board: Board, view: View) -> None:
    """The heavens: rings of deep colour round a great disc, stars as holes, a small second light far away."""
    light, chance = view.outside, view.chance("void")
    day = not light.lit
    deep = mix(0x141A3E, light.sky[0], 0.55 if day else 0.35)
    far = mix(light.sky[1], 0x7A5FA8, 0.35)
    _cloth(board, deep)
    x = view.span * (0.5 + (0.16 if view.disc[0] > view.span / 2 else -0.16))
    y = 300.0 - 0.35 * view.lift
    reach = max(view.span, view.bottom - view.top)
    for i in range(6):
        share = (i + 1) / 6
        radius = reach * (0.72 - 0.58 * share)
        points: list[Point] = []
        matrix = skia.Matrix()
        for k in range(30):
            matrix.setRotate(12 * k)
            p = matrix.mapXY(radius * (1 + (0.035 if k % 2 else -0.035)) * chance.near(1.0, 0.008), 0)
            points.append((x + p.x(), y + p.y()))
        board.sheet(
            smooth(points, closed=True), mix(deep, mix(far, light.glow, share * 0.6), share * 0.85), 7, edge=0.2
        )
    holes = skia.Path()
    for i in range(140):
        sx, sy = chance.between(board.left, board.right), chance.between(board.top, board.bottom)
        if (sx - x) ** 2 + (sy - y) ** 2 > 170**2:
            holes.addCircle(sx, sy, chance.between(1.4, 3.4) if i % 8 else chance.between(4, 6))
    board.flat(holes, 0xFFF4D2, 0.85)
    size = 118 * (1 + 0.3 * min(1.0, view.lift / 725))
    sun = "moon" not in view.sky and light.name != "night"
    board.glow(x, y, size * 4, light.disc, 0.5)
    if sun:
        rays = skia.Path()
        for k in range(16):
            matrix = skia.Matrix()
            matrix.setRotate(22.5 * k)
            ray = polygon(
                [(size * 1.12, -size * 0.13), (size * (1.62 if k % 2 else 1.4), 0), (size * 1.12, size * 0.13)]
            )
            ray.transform(matrix)
            rays.addPath(ray)
        rays.offset(x, y)
        board.sheet(rays, mix(light.disc, 0xF2A03C, 0.35), 5, edge=0.2)
    board.sheet(oval(x, y, size, size), light.disc, 10)
    board.sheet(oval(x, y, size * 0.8, size * 0.8), lighter(light.disc, 0.2), 3, edge=0.35)
    sx, sy, r = view.span - x + (120 if x < view.span / 2 else -120), y + 110, 52.0
    other = 0xEAE6D8 if sun else 0xF4C65E
    board.glow(sx, sy, 190, other, 0.35)
    bite = oval(sx - 22, sy - 10, r * 0.88, r * 0.88)
    board.sheet(
        skia.Op(oval(sx, sy, r, r), bite, skia.PathOp.kDifference_PathOp) if sun else oval(sx, sy, r, r), other, 7
    )


def draw_swirls(board: Board, view: View) -> None:
    """Scrolls of cloud that drift through the heavens."""
    light, chance = view.outside, view.chance("swirls")
    pale = mix(light.cloud, 0xD8DCF4, 0.45) if light.name == "night" else light.cloud
    tones = (mix(pale, light.sky[0], 0.45), mix(pale, light.sky[1], 0.35))
    for i in range(5 + int(view.lift / 240)):
        x = view.span * ((0.1 + 0.618 * i) % 1.0)
        y = 430 + 46 * (i % 4) - (0.9 * view.lift if i > 4 else 0.0)
        swirl(board, x, y, chance.between(70, 120), tones[i % 2], flip=i % 2 == 1)


def swirl(board: Board, x: float, y: float, size: float, colour: int, *, flip: bool) -> None:
    """One scroll of cloud with a long tail."""
    with board.at(x, y, size / 100, flip=flip):
        tail = smooth([(-10, -52), (70, -36), (190, 6), (300, 30), (180, 44), (60, 44), (-20, 52)], closed=True)
        body = skia.Op(oval(0, 0, 56, 54), tail, skia.PathOp.kUnion_PathOp)
        board.sheet(body, colour, 7)
        curl = skia.Path()
        curl.moveTo(150, 24)
        curl.cubicTo(60, 30, -44, 34, -40, -8)
        curl.cubicTo(-36, -44, 34, -42, 30, -4)
        curl.cubicTo(28, 20, -12, 18, -10, -4)
        board.stroke(curl, darker(colour, 0.3), 5, 0.45)


def _bank(board: Board, view: View, label: str, y: float, colour: int, size: float) -> None:
    chance = view.chance(label)
    path = skia.Path.Rect(
        skia.Rect.MakeLTRB(board.left - 20, y + size * 0.3, board.right + 20, min(board.bottom + 40, y + 420))
    )
    x = board.left - 40.0
    while x < board.right + 60:
        r = size * chance.between(0.6, 1.1)
        path.addOval(skia.Rect.MakeLTRB(x - r * 1.25, y - r * 0.62, x + r * 1.25, y + r))
        x += r * 1.5
    path.setFillType(skia.PathFillType.kWinding)
    board.sheet(path, colour, 9, edge=0.1)


def draw_cloud_bank_far(board: Board, view: View) -> None:
    """A bank of clouds far below."""
    pale, air = _pale(view)
    _bank(board, view, "bank far", 610, mix(pale, air, 0.6), 90)
    _bank(board, view, "bank mid", 680, mix(pale, air, 0.4), 100)


def _pale(view: View) -> tuple[int, int]:
    """The colour of clouds that are lit from above, and that of the air."""
    light = view.outside
    return (mix(light.cloud, 0xD8DCF4, 0.5) if light.name == "night" else light.cloud), light.sky[1]


def draw_cloud_bank(board: Board, view: View) -> None:
    """The clouds on which the stage is."""
    pale, air = _pale(view)
    y, i = view.setting.line + 14, 0
    while y < view.bottom + 60:
        _bank(board, view, f"bank {i}", y, darker(mix(pale, air, 0.2 + 0.08 * i), 0.04 * i), 110 + 14 * i)
        y += 116 + 16 * i
        i += 1
    darken(board, view)


def draw_cloud_front(board: Board, view: View) -> None:
    """Dark clouds in both lower corners."""
    light = view.outside
    dark = mix(light.front, light.sky[0], 0.45)
    grow = 1 + 0.5 * min(1.0, view.deep / 370)
    for side in (0, 1):
        x = board.left + 60 if side == 0 else board.right - 60
        board.sheet(puff(x, view.bottom - 20, 2.6 * grow), dark, 9, edge=0.12)
        board.sheet(
            bar(x + (180 if side == 0 else -180), view.bottom + 24, 230 * grow, 40),
            mix(dark, light.cloud, 0.12),
            7,
            edge=0.12,
        )
