"""Rivers, lakes, swamps, a waterfall, the pool of an oasis."""

from __future__ import annotations

import skia

from video.engines.papercut.land.country import darken, folds, soil_colour, stone
from video.engines.papercut.land.cut import lay, soft_line
from video.engines.papercut.land.drought import crack_ground, draw_dry_bed, mud_of
from video.engines.papercut.land.far import hill_line, hill_tone
from video.engines.papercut.land.shrubs import natural, shrub
from video.engines.papercut.land.trees import plant
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, limb, oval, polygon, smooth


def draw_far_bank(board: Board, view: View) -> None:
    """The land across the water."""
    hill_line(board, view, "far bank", view.setting.base - 46, hill_tone(board, view))


def sheets_of_water(board: Board, view: View, top: float, low: float, count: int) -> None:
    """Water in strips from far to near, lighter where the sky lies in it, with the light's own trail."""
    if view.dry:
        draw_dry_bed(board, view, top, low)
        return
    light, chance = board.light, view.chance("water")
    for i in range(count):
        share = i / max(1, count - 1)
        y = top + (low - top) * share**1.25
        colour = mix(mix(light.water[1], light.sky[2], 0.22), light.water[0], share)
        points = soft_line(chance, board.left - 60, board.right + 60, y, 1.5 + 6 * share)
        following = top + (low - top) * min(1.0, (i + 1) / max(1, count - 1)) ** 1.25
        lay(board, points, colour, 3 + 3 * share, bottom=following + 60)
    ripples(board, view, top + 12, low, 34)
    if view.gloom < 0.5:
        glitter(board, view, top + 6, low)


def ripples(board: Board, view: View, top: float, low: float, count: int) -> None:
    """Short lines of light on water, longer where they are nearer."""
    chance = view.chance("ripples")
    near, far = skia.Path(), skia.Path()
    for i in range(count):
        x, y = chance.between(board.left, board.right), chance.between(top, low)
        share = (y - top) / max(1.0, low - top)
        reach = 10 + 36 * share
        path = near if i % 2 else far
        path.moveTo(x - reach, y)
        path.quadTo(x, y - 2 - 3 * share, x + reach, y)
    board.stroke(near, lighter(board.light.water[1], 0.4), 2.6, 0.55)
    board.stroke(far, darker(board.light.water[0], 0.1), 2.2, 0.35)


def glitter(board: Board, view: View, top: float, low: float) -> None:
    """The path of the sun or the moon on the water."""
    if ("moon" if view.light.name == "night" else "sun") in view.absent:
        return
    chance = view.chance("glitter")
    path = skia.Path()
    count = 13
    for i in range(count):
        y = top + (low - top) * (i / count) ** 1.2
        half = 14 + 60 * i / count * chance.between(0.5, 1.1)
        x = view.disc[0] + chance.near(0, 10 + 3 * i)
        path.moveTo(x - half, y)
        path.lineTo(x + half, y)
    board.stroke(path, lighter(board.light.disc, 0.3), 3.4, 0.5)


def draw_river_across(board: Board, view: View) -> None:
    """A river from side to side, and the near bank on which the stage is."""
    top, low = view.setting.base + 10, view.setting.line
    sheets_of_water(board, view, top, low, 4)
    for share, y in ((0.16, top + 34), (0.61, top + 58), (0.88, top + 26)):
        stone(board, view.span * share, y, 22)
    _near_bank(board, view)


def _near_bank(board: Board, view: View) -> None:
    chance = view.chance("near bank")
    colour, low = soil_colour(board, view), view.setting.line
    points = soft_line(chance, board.left - 60, board.right + 60, low, 12)
    lay(board, [(x, y - 11) for x, y in points], mix(board.light.sand, colour, 0.35), 6, bottom=low + 60)
    lay(board, points, colour, 8, bottom=9e3)
    if view.dry:
        crack_ground(board, view)
    folds(board, view, colour)
    darken(board, view)


def draw_lake(board: Board, view: View) -> None:
    """Still water that mirrors the land across it."""
    light = board.light
    top, low = view.setting.base + 6, view.setting.line
    if view.dry:
        draw_dry_bed(board, view, top, low)
        _near_bank(board, view)
        return
    lay(
        board,
        [(board.left - 60, top), (board.right + 60, top)],
        mix(light.water[1], light.sky[2], 0.3),
        3,
        bottom=low + 90,
    )
    chance = view.chance("far bank")
    mirror = [(x, 2 * top - y + 6) for x, y in soft_line(chance, board.left - 80, board.right + 80, top - 20, 26)]
    shape = smooth([(board.left - 80, top), *mirror, (board.right + 80, top)], closed=True, tension=8)
    board.flat(shape, mix(light.hills[1], light.water[0], 0.55), 0.55)
    board.haze(top + 30, low + 40, light.water[0], 0.75)
    ripples(board, view, top + 14, low, 26)
    if view.gloom < 0.5:
        glitter(board, view, top + 10, low - 10)
    pads = skia.Path()
    for _ in range(9):
        x, y = chance.between(0, view.span), chance.between(low - 52, low - 14)
        pads.addArc(skia.Rect.MakeLTRB(x - 26, y - 7, x + 26, y + 7), 20, 320)
    if not view.snowy:
        board.sheet(pads, light.leaf[1], 2, edge=0.1)
    _near_bank(board, view)


def draw_reeds(board: Board, view: View) -> None:
    """Reeds at the water's edge, at both sides of the stage."""
    chance = view.chance("reeds")
    for share in (0.01, 0.055, 0.1, 0.9, 0.945, 0.99):
        width = chance.between(90, 140)
        kind = "reeds" if chance.maybe(0.7) else chance.pick(view.style.shrubs)
        if not view.snowy:
            shrub(board, view.span * share, view.setting.line + chance.between(4, 26), width, kind, natural(board))
    for share in (0.15, 0.33, 0.72, 0.86):
        stone(board, view.span * share + chance.near(0, 30), view.setting.line + 8, chance.between(14, 28))


def draw_swamp(board: Board, view: View) -> None:
    """Still green water with islands of grass, duckweed and stumps."""
    light, chance = board.light, view.chance("swamp")
    top, low = view.setting.base + 4, view.setting.line
    sheets_of_water(board, view, top, low, 3)
    weed = skia.Path()
    for _ in range(0 if view.dry else 40):
        weed.addOval(skia.Rect.MakeXYWH(chance.between(board.left, board.right), chance.between(top + 20, low), 26, 8))
    board.flat(weed, light.leaf[2], 0.55)
    for share in (0.2, 0.46, 0.78):
        x, y = view.span * share, top + chance.between(34, 70)
        board.sheet(smooth([(x - 120, y + 8), (x - 40, y - 16), (x + 60, y - 14), (x + 130, y + 8)], closed=True),
                    light.ground, 4)  # fmt: skip
        shrub(board, x, y, 110, "reeds", natural(board))
    bark = light.dye(0x5A4636, 0.9)
    for share in (0.34, 0.9):
        x = view.span * share
        board.sheet(limb([(x, top + 92), (x - 6, top + 40), (x + 8, top + 8)], [26, 18, 8]), bark, 4)
    _near_bank(board, view)
    draw_reeds(board, view)


def draw_swamp_trees(board: Board, view: View) -> None:
    """Trees that stand in the water on their roots, with hanging moss."""
    chance = view.chance("swamp trees")
    draw_far_bank(board, view)
    for i in range(6):
        x = view.span * (0.04 + 0.185 * i) + chance.near(0, 30)
        tall = chance.between(330, 440) * (1 + 0.5 * min(1.0, view.lift / 725))
        if not any(a < x < b for a, b in view.clear):
            plant(board, view, (x, view.setting.base + 26), tall, "mangrove" if i % 2 else "willow")


def fall_of(view: View) -> tuple[float, float, float, float]:
    """Left, top, right and foot of the falling water of a waterfall."""
    x = view.span * (0.3 if view.left else 0.7)
    return x - 84, 190.0 - 0.55 * view.lift, x + 84, view.setting.base + 16


def draw_waterfall(board: Board, view: View) -> None:
    """A cliff over which a river falls, trees on its edge, mist at its foot."""
    light, chance = board.light, view.chance("waterfall")
    left, top, right, foot = fall_of(view)
    draw_far_bank(board, view)
    rock = mix(light.ranges[1], light.dye(0x8A7A70, 0.9), 0.45)
    way = 1 if left < view.span / 2 else -1
    edge = board.left - 30 if way > 0 else board.right + 30
    for k, (reach, drop) in enumerate(((330.0, 0.0), (210.0, 60.0))):
        far = (right if way > 0 else left) + way * reach
        cliff = [(edge, top - 60 + drop), (left if way > 0 else right, top + drop * 0.3),
            (right if way > 0 else left, top + 6 + drop * 0.3),
                 (far - way * 70, top + 40 + drop), (far - way * 20, (top + foot) / 2), (far, foot + 60), (edge,
                     foot + 60)]  # fmt: skip
        board.sheet(polygon(cliff), mix(rock, light.sky[2], 0.18 - 0.18 * k), 9)
    cracks = skia.Path()
    for _ in range(14):
        x, y = chance.between(min(edge, right), max(edge, right) + 120), chance.between(top + 60, foot - 60)
        cracks.moveTo(x, y)
        cracks.lineTo(x + chance.near(0, 16), y + chance.between(30, 80))
    board.stroke(cracks, darker(rock, 0.35), 4, 0.4)
    water = smooth([(left, top + 4), (left + 14, (top + foot) / 2), (left - 20, foot), (right + 20, foot),
        (right - 14, (top + foot) / 2), (right, top + 4)],
                   closed=True, tension=9)  # fmt: skip
    if view.dry:
        board.sheet(water, darker(rock, 0.2), 0)
        return
    board.sheet(water, mix(light.water[1], 0xFFFFFF, 0.25), 6)
    streaks = skia.Path()
    for i in range(7):
        x = left + 16 + 22 * i
        streaks.addPath(smooth([(x, top + 8), (x + chance.near(0, 5), (top + foot) / 2), (x + (i - 3) * 4, foot - 8)]))
    board.stroke(streaks, lighter(light.water[1], 0.75), 5, 0.7)
    for i in range(9):
        x = left - 60 + 36 * i
        board.flat(oval(x, foot - 4 - 10 * (i % 2), 40, 22), lighter(light.cloud, 0.3), 0.5)
    for k in range(3):
        x = (left if way > 0 else right) - way * (90 + 120 * k)
        plant(board, view, (x, top - 10 + 6 * k), chance.between(140, 200), chance.pick(view.style.trees))


def draw_pool(board: Board, view: View) -> None:
    """The pool of an oasis with its palms behind it."""
    light = board.light
    x, y = view.span * 0.54, view.setting.base - 8
    for dx, tall in ((-250, 330), (-170, 400), (190, 380), (270, 300)):
        plant(board, view, (x + dx, y + 4), tall * (1 + 0.35 * min(1.0, view.lift / 725)), "datepalm")
    for i in range(3):
        tone = darker(mud_of(board), 0.1 * i) if view.dry else mix(light.water[1], light.water[0], 0.3 * i)
        board.sheet(oval(x, y, 230 - 34 * i, 34 - 7 * i), tone, 3)
    for dx in (-210, -150, 170, 225):
        shrub(board, x + dx, y + 22, 100, "bunch", natural(board))
