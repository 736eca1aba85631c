"""The sea, its shores, harbours and islands."""

from __future__ import annotations

import skia

from video.engines.papercut.land.build import ASKED, build
from video.engines.papercut.land.country import darken
from video.engines.papercut.land.cut import lay, soft_line
from video.engines.papercut.land.far import SNOW, cone, hill_tone, peaks
from video.engines.papercut.land.masonry import LAMPLIGHT
from video.engines.papercut.land.trees import plant
from video.engines.papercut.land.view import View
from video.engines.papercut.land.waters import glitter, ripples
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, limb, line, oval, smooth
from video.engines.papercut.things.props import draw_prop


def draw_sea(board: Board, view: View) -> None:
    """The open sea up to the horizon, with the light's trail on it."""
    light, h = board.light, view.setting.horizon
    if view.has("mountain") or "mountains" in view.setting.also:
        peaks(board, view.chance("sea peaks"), h + 10, 260, light.ranges[0], snow=True)
    lay(board, [(board.left - 20, h), (board.right + 20, h)], mix(light.water[1], light.sky[2], 0.35), 4)
    board.haze(h, h + 230, light.water[0], 0.8)
    if view.gloom < 0.5:
        glitter(board, view, h + 8, h + 150)


def draw_isle(board: Board, view: View) -> None:
    """Land far off on the sea: a cone, cliffs or a low shore, by style."""
    light, h = board.light, view.setting.horizon
    x = view.span * (0.24 if view.left else 0.76)
    colour = mix(light.ranges[1], light.sky[2], 0.15)
    high = 1 + 0.5 * min(1.0, view.lift / 725)
    board.canvas.save()
    board.canvas.clipRect(skia.Rect.MakeLTRB(board.left, board.top, board.right, h + 3))
    if view.style.far in ("cones", "canopy"):
        cone(board, x, h + 4, 120 * high, colour)
        cone(board, x + 150, h + 4, 74 * high, mix(colour, light.sky[2], 0.25))
    elif view.style.far in ("karst", "fjord", "peaks"):
        for dx, w, t in ((-120, 46, 90), (-40, 62, 150), (50, 44, 116), (150, 56, 74)):
            t *= high
            board.sheet(smooth([(x + dx - w, h + 6), (x + dx - w * 0.8, h - t * 0.6), (x + dx, h - t),
                                (x + dx + w * 0.9, h - t * 0.5), (x + dx + w, h + 6)], closed=True, tension=8),
                        mix(colour, light.sky[2], 0.1 if dx < 0 else 0.25), 5)  # fmt: skip
    else:
        board.sheet(smooth([(x - 340, h + 6), (x - 200, h - 40), (x - 40, h - 62 * high), (x + 120, h - 34),
                            (x + 330, h + 6)], closed=True), colour, 5)  # fmt: skip
    board.canvas.restore()


def draw_waves_far(board: Board, view: View) -> None:
    """Two rows of low waves behind the stage."""
    light = board.light
    for i in range(2):
        wave_row(board, view, view.setting.horizon + 62 + 44 * i, mix(light.water[1], light.water[0], 0.45 + 0.2 * i),
                 60 + 16 * i, 10)  # fmt: skip


def wave_row(board: Board, view: View, y: float, colour: int, step: float, dip: float) -> None:
    """One sheet of sea with a scalloped edge and a line of foam."""
    start = board.left - 40 - step * (1.5 + view.chance(f"wave {round(y)}").unit())
    crest = skia.Path()
    crest.moveTo(start, y)
    x = start
    while x < board.right + 2 * step:
        crest.quadTo(x + step * 0.5, y + dip * 2, x + step, y)
        x += step
    foam = skia.Path(crest)
    low = min(y + 330, board.bottom + 40)
    crest.lineTo(x, low)
    crest.lineTo(start, low)
    crest.close()
    board.canvas.save()
    board.canvas.clipRect(skia.Rect.MakeLTRB(board.left, y - 30, board.right, y + 50))
    board.shadow(crest, 7)
    board.canvas.restore()
    board.sheet(crest, colour, 0, edge=0.15)
    with board.within(crest):
        board.canvas.translate(0, 5)
        board.stroke(foam, lighter(board.light.water[1], 0.6), 4.5, 0.6)


def draw_waves_near(board: Board, view: View) -> None:
    """The open sea around the stage: rows of waves, larger towards the viewer."""
    light = board.light
    y, i = view.setting.line - 8, 0
    while y < view.bottom + 60:
        colour = mix(light.water[1], light.water[0], min(1.0, 0.5 + 0.14 * i))
        colour = darker(colour, min(0.3, 0.05 * max(0, i - 3)))
        wave_row(board, view, y, colour, 110 + 26 * i, 15 + 3 * i)
        y += 50 + 11 * i
        i += 1
    darken(board, view)


def draw_headland(board: Board, view: View) -> None:
    """A hill that runs out into the sea, with houses on it where people live here."""
    left = view.left
    way, edge = (1, board.left - 60) if left else (-1, board.right + 60)
    lived = bool({"village", "town", "harbour", "city"} & set(view.setting.also)) or view.has("house", "hut", *ASKED)
    width, top = view.span * (0.5 if lived else 0.36), view.setting.horizon + 44
    high = 1 + 0.4 * min(1.0, view.lift / 725)
    points = [(edge, top - 110 * high), (edge + way * width * 0.3, top - 96 * high),
              (edge + way * width * 0.62, top - 36 * high), (edge + way * width * 0.88, top + 34),
              (edge + way * width, top + 120)]  # fmt: skip
    if not left:
        points.reverse()
    colour = hill_tone(board, view)
    lay(board, points, colour, 8)
    chance = view.chance("headland")
    if lived:
        homes = view.style.town if {"town", "city"} & set(view.setting.also) else view.style.homes
        named = [ASKED.get(m.concept.id, homes[0]) for m in view.asked if m.concept.id in (*ASKED, "house", "hut")]
        spots = ((0.1, -84), (0.3, -68), (0.2, -30), (0.5, -16), (0.38, 20), (0.62, 24))
        for i, (share, drop) in enumerate(spots):
            x, y = edge + way * (70 + width * share), top + drop * (high if drop < 0 else 1)
            kind = named[i] if i < len(named) else homes[i % len(homes)]
            build(board, view, x, y + 24, (150 if i < len(named) else 118) + 13 * i, kind)
    else:
        for share in (0.14, 0.34, 0.56):
            x = edge + way * (60 + width * share)
            plant(board, view, (x, top - 70 + 170 * share**2), 140, chance.pick(view.style.trees))


def draw_surf(board: Board, view: View) -> None:
    """The waves that run up the beach."""
    light = board.light
    for i in range(3):
        wave_row(board, view, 640 + 46 * i, mix(light.water[0], light.water[1], 0.15 + 0.38 * i), 104 + 12 * i, 13)


def draw_beach(board: Board, view: View) -> None:
    """Sand that rises to one side, its wet edge, shells and a palm or other tree of the shore."""
    light, chance = board.light, view.chance("beach")
    left = view.left
    colour = mix(light.sand, light.dye(SNOW, 0.8), 0.5) if view.snowy else light.sand
    y = view.setting.line
    near, far = (y - 40, y + 36) if left else (y + 36, y - 40)
    points = [(board.left - 60, near), (view.span * 0.27, y - 8), (view.span * 0.55, y + 16), (view.span * 0.82, y + 2),
              (board.right + 60, far)]  # fmt: skip
    lay(board, [(a, b - 16) for a, b in points], lighter(light.water[1], 0.62), 4, bottom=y + 90)
    lay(board, [(a, b - 4) for a, b in points], darker(colour, 0.16), 2, bottom=y + 90)
    lay(board, [(a, b + 14) for a, b in points], colour, 3, bottom=9e3)
    if view.deep > 60:
        for k in range(3):
            lay(board, soft_line(chance, board.left - 60, board.right + 60, 940 + 150 * k, 18), darker(colour,
                0.05 * (k + 1)),
                7, bottom=9e3)  # fmt: skip
    marks = skia.Path()
    for _ in range(24):
        x, py = chance.between(board.left, board.right), chance.between(y + 50, view.bottom)
        marks.addOval(skia.Rect.MakeXYWH(x, py, chance.between(4, 12), 4))
    board.flat(marks, darker(colour, 0.3), 0.35)
    for i in range(5):
        x, py = chance.between(60, view.span - 60), y + chance.between(56, 120)
        shell = smooth([(x - 9, py), (x - 5, py - 9), (x, py - 11), (x + 5, py - 9), (x + 9, py)], closed=True)
        board.sheet(shell, light.dye((0xF4D9CC, 0xF6EAD6, 0xE8B9A4)[i % 3], 0.8), 2)
    kind = next((k for k in view.style.trees if k in ("palm", "pandanus", "umbrella", "mangrove", "cypress")), None)
    tree = "palm" if view.has("palm") else kind
    if tree is not None and not view.snowy:
        x = 70.0 if left else view.span - 70
        plant(board, view, (x, y + 30), 520 * (1 + 0.3 * min(1.0, view.lift / 725)), tree)
        plant(board, view, (x + (110 if left else -110), y + 34), 380, tree)
    darken(board, view)


def draw_islet(board: Board, view: View) -> None:
    """A small island in the middle: sand, grass, palms, the sea all round."""
    light = board.light
    colour, middle, y = light.sand, view.span * 0.5, view.setting.line
    i, sea = 0, view.setting.line + 76
    wave_row(board, view, y - 22, mix(light.water[1], light.water[0], 0.25), 120, 14)
    half = view.span * 0.43
    board.sheet(smooth([(middle - half - 60, 880), (middle - half * 0.5, y + 6), (middle, y - 22),
        (middle + half * 0.5, y + 4),
                        (middle + half + 60, 880), (middle, 960)], closed=True), lighter(light.water[1], 0.6),
                            4)  # fmt: skip
    sand = smooth([(middle - half, 872), (middle - half * 0.5, y + 16), (middle, y - 12), (middle + half * 0.5, y + 14),
                   (middle + half, 872), (middle, 940)], closed=True)  # fmt: skip
    board.sheet(sand, colour, 5)
    board.sheet(smooth([(middle - half * 0.6, 808), (middle - half * 0.3, y + 4), (middle, y - 26),
        (middle + half * 0.34, y + 2),
                        (middle + half * 0.6, 806), (middle, 830)], closed=True), light.leaf[1], 4)  # fmt: skip
    tree = next((k for k in view.style.trees if k in ("palm", "pandanus", "breadfruit")), "palm")
    for share, tall in ((-0.34, 430), (0.3, 480), (0.42, 330)):
        plant(board, view, (middle + half * share, y + 22), tall * (1 + 0.3 * min(1.0, view.lift / 725)), tree)
    while sea < view.bottom + 60:
        sea += 50 + 14 * i
        i += 1
        if sea > 890:
            wave_row(board, view, sea, darker(mix(light.water[1], light.water[0], 0.6), 0.05 * i), 130 + 20 * i, 16)
    darken(board, view)


def draw_basin(board: Board, view: View) -> None:
    """The quiet water of a harbour with moored boats and a wooden pier."""
    light = board.light
    for i in range(3):
        wave_row(board, view, 632 + 42 * i, mix(light.water[1], light.water[0], 0.35 + 0.2 * i), 80 + 10 * i, 8)
    ripples(board, view, 640, 750, 22)
    _pier(board, view)
    chance = view.chance("moored")
    spots = ((0.34, 150.0), (0.62, 190.0)) if view.left else ((0.66, 150.0), (0.38, 190.0))
    for share, size in spots[: 1 if view.has("boat", "canoe", "ship", "raft") else 2]:
        colour = mix(chance.pick(view.style.cloth), 0x9A6B43, 0.25)
        draw_prop(board, "boat", view.span * share, 668 + 0.2 * size, size, colour=colour, flip=share > 0.5)


def _pier(board: Board, view: View) -> None:
    """A pier of planks on posts, which runs out into the basin at the side away from the headland."""
    light = board.light
    wood = light.dye(0x8F6B4A, 0.9)
    d, edge = (-1, board.right + 20) if view.left else (1, board.left - 20)
    end, y = edge + d * (board.bleed + 20 + 0.2 * view.span), 668.0
    posts = skia.Path()
    for k in range(6):
        x = end - d * (14 + 76 * k)
        posts.addPath(line((x, y), (x, y + 62)))
        posts.addPath(line((x - d * 26, y - 4), (x - d * 26, y + 36)))
    board.stroke(posts, darker(wood, 0.35), 12)
    a, b = sorted((edge, end))
    board.sheet(box(a, y - 16, b - a, 30, 3), wood, 7)
    planks = skia.Path()
    for k in range(int((b - a) / 34)):
        planks.addPath(line((a + 34 * k, y - 15), (a + 34 * k - 5, y + 1)))
    board.stroke(planks, darker(wood, 0.4), 2.4, 0.5)
    board.flat(box(a, y + 1, b - a, 13), darker(wood, 0.22), 0.8)
    for k in (0, 2):
        x = end - d * (14 + 76 * k)
        board.sheet(limb([(x, y - 10), (x, y - 62)], [15, 13]), darker(wood, 0.2), 4)
    if light.lit:
        board.glow(end - d * 14, y - 84, 190, LAMPLIGHT, 0.5)
    lantern = LAMPLIGHT if light.lit else light.dye(0xE9E2CC, 0.9)
    board.sheet(box(end - d * 14 - 11, y - 96, 22, 30, 5), lantern, 3)


def _net(board: Board, view: View, x: float, y: float, wide: float) -> None:
    """A fishing net hung up to dry between two poles, with its floats."""
    light = board.light
    pole = light.dye(0x7A5A40, 0.9)
    for dx in (-wide / 2, wide / 2):
        board.sheet(limb([(x + dx, y + 6), (x + dx, y - 250)], [12, 9]), pole, 5)
    top, low = (lambda s: y - 238 + 60 * s * (1 - s) * 4 * 0.5), (lambda s: y - 70 + 40 * s * (1 - s) * 4)
    mesh, net = skia.Path(), light.dye(0x6F8C8A, 0.9)
    steps = max(6, round(wide / 26))
    for k in range(steps + 1):
        s = k / steps
        for way in (-1, 1):
            e = min(1.0, max(0.0, s + way * 0.3))
            mesh.moveTo(x - wide / 2 + wide * s, top(s))
            mesh.lineTo(x - wide / 2 + wide * e, low(e))
    board.stroke(mesh, net, 2.6, 0.8)
    for edge in (top, low):
        rope = smooth([(x - wide / 2 + wide * k / 6, edge(k / 6)) for k in range(7)])
        board.stroke(rope, darker(net, 0.2), 5)
    for k in range(1, 8):
        s = k / 8
        board.sheet(oval(x - wide / 2 + wide * s, low(s), 11, 9), light.dye(0xD9772E, 0.85), 3)


def draw_quay(board: Board, view: View) -> None:
    """A quay of stones with bollards, ropes, a heap of crates and a net that dries."""
    light, y = board.light, view.setting.line
    rock = light.dye(mix(0xB5AA9C, view.style.earth.sand, 0.35), 0.9)
    lay(board, [(board.left - 20, y), (board.right + 20, y)], rock, 10, bottom=9e3, straight=True)
    board.flat(box(board.left - 20, y, board.right - board.left + 40, 20), darker(rock, 0.14))
    joints = skia.Path()
    row, py, tall = 0, y + 20, 26.0
    while py < view.bottom + 80:
        joints.moveTo(board.left, py)
        joints.lineTo(board.right, py)
        wide = 130 + 26 * row
        x = board.left - wide * (0.5 if row % 2 else 0.1)
        while x < board.right:
            joints.moveTo(x, py)
            joints.lineTo(x + (x - view.span / 2) * 0.03, py + tall)
            x += wide
        py += tall
        tall *= 1.25
        row += 1
    board.stroke(joints, darker(rock, 0.35), 3, 0.45)
    iron = light.dye(0x3F444C, 0.9)
    for share in (0.12, 0.36, 0.64, 0.88):
        x = view.span * share
        board.sheet(smooth([(x - 14, y + 6), (x - 10, y - 26), (x - 17, y - 38), (x + 17, y - 38), (x + 10, y - 26),
                            (x + 14, y + 6)], closed=True, tension=10), iron, 4)  # fmt: skip
    rope = light.dye(0xCBB083, 0.9)
    board.stroke(smooth([(view.span * 0.36, y - 24), (view.span * 0.3, y + 8), (view.span * 0.22, y - 40)]), rope, 5)
    for i, (dx, dy) in enumerate(((0, 0), (92, 0), (44, -62))):
        x = (view.span - 240 if not view.left else 60.0) + dx
        wood = light.dye((0xA5764A, 0x8F6238, 0xB98A56)[i], 0.9)
        board.sheet(box(x, y - 44 + dy, 84, 62, 2), wood, 5)
        for k in range(3):
            board.stroke(
                line((x + 4, y - 30 + dy + 18 * k), (x + 80, y - 30 + dy + 18 * k)), darker(wood, 0.3), 2.6, 0.7
            )
    _net(board, view, view.span * (0.86 if view.left else 0.14), y + 26, 0.17 * view.span)
    darken(board, view)
