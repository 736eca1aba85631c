"""Towns, markets and cities: houses wall to wall, paving, pavements and what stands in the street."""

from __future__ import annotations

import skia

from video.chance import Chance
from video.engines.papercut.land.build import ASKED, build, width_of_house
from video.engines.papercut.land.country import darken
from video.engines.papercut.land.cut import lay
from video.engines.papercut.land.far import SNOW
from video.engines.papercut.land.masonry import LAMPLIGHT
from video.engines.papercut.land.shrubs import natural, shrub, silhouette
from video.engines.papercut.land.townhouses import awning
from video.engines.papercut.land.trees import plant
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth

DRIVEN = ("car", "bus", "truck", "motorbike")
LOW_KINDS = frozenset({"mud", "tin", "yurt", "fale", "saddle", "stilt", "painted", "veranda", "round", "thatch"})


def _row_of_houses(
    board: Board, view: View, chance: Chance, y: float, size: float, *, gap: float = 0.0, kinds: tuple[str, ...] = ()
) -> None:
    """Houses side by side along the whole picture."""
    kinds = kinds or view.style.town
    x = board.left - 30.0
    i = int(chance.between(0, len(kinds)))
    x -= chance.between(0, 160)
    while x < board.right + 60:
        kind = chance.pick(kinds) if chance.maybe(0.35) else kinds[i % len(kinds)]
        large = size * chance.between(0.92, 1.12) * (1.12 if kind in LOW_KINDS else 1.0)
        wide = large * width_of_house(kind)
        build(board, view, x + wide / 2, y, large, kind)
        x += wide + gap + (chance.between(0, 22) if kind in LOW_KINDS else 0)
        i += 1


def draw_roofs(board: Board, view: View) -> None:
    """The town behind the square: houses further up, paler."""
    chance, h = view.chance("roofs"), view.setting.horizon
    high = 1 + 0.5 * min(1.0, view.lift / 725)
    _row_of_houses(board, view, chance, h + 96, 150 * high)
    board.haze(h - 200, h + 140, board.light.sky[2], 0.42)


def draw_street(board: Board, view: View) -> None:
    """The fronts of the houses on a square."""
    chance = view.chance("street")
    high = 1 + 0.55 * min(1.0, view.lift / 725)
    asked = [(m.concept.id, m.size) for m in view.asked if m.concept.id in ASKED]
    _row_of_houses(board, view, chance, view.setting.base + 14, 300 * high, gap=4)
    for i, (name, size) in enumerate(asked[:2]):
        build(board, view, view.span * (0.72, 0.28)[i], view.setting.base + 20, 380 * size * high, ASKED[name])


def draw_paving(board: Board, view: View) -> None:
    """A square paved with stones, in rings about its middle."""
    light, y = board.light, view.setting.line
    stone = light.dye(mix(0xC9BBA6, view.style.earth.sand, 0.5), 0.95)
    stone = mix(stone, light.dye(SNOW, 0.8), 0.7) if view.snowy else stone
    lay(board, [(board.left - 20, y), (board.right + 20, y)], stone, 9, bottom=9e3, straight=True)
    joints = skia.Path()
    row, py, tall = 0, y + 10, 12.0
    middle = view.span * 0.5
    while py < view.bottom + 90:
        joints.moveTo(board.left, py)
        joints.quadTo(middle, py + 8, board.right, py)
        wide = 64 + 17 * row
        for i in range(-16, 17):
            x = middle + (i + (0.5 if row % 2 else 0)) * wide
            if board.left < x < board.right:
                joints.moveTo(x, py + 4)
                joints.lineTo(x + (x - middle) * 0.05, py + tall + 4)
        py += tall
        tall *= 1.22
        row += 1
    board.stroke(joints, darker(stone, 0.35), 2.4, 0.4)
    darken(board, view)


def draw_street_things(board: Board, view: View) -> None:
    """A lamp, a tree and pots along the house fronts; a well-trodden step."""
    left = view.left
    lamp(board, view, view.span * (0.9 if left else 0.1), view.setting.line + 22, 470)
    x = view.span * (0.04 if left else 0.96)
    plant(board, view, (x, view.setting.line + 20), 520 * (1 + 0.2 * min(1.0, view.lift / 725)),
        view.style.trees[0])  # fmt: skip
    for share in (0.14, 0.19, 0.82) if left else (0.86, 0.81, 0.18):
        shrub(board, view.span * share, view.setting.line + 20, 74, "planter", natural(board))


def lamp(board: Board, view: View, x: float, y: float, tall: float) -> None:
    """A street lamp, lit in the evening."""
    iron = board.light.dye(0x39424C, 0.9)
    board.sheet(limb([(x, y), (x, y - tall * 0.5), (x, y - tall * 0.86)], [15, 9, 8]), iron, 4)
    board.sheet(box(x - 15, y - 16, 30, 16, 4), iron, 3)
    top = y - tall
    if board.light.lamps:
        board.glow(x, top + 34, 260, LAMPLIGHT, 0.5)
    glass = LAMPLIGHT if board.light.lamps else board.light.dye(0xE9E2CC, 0.9)
    board.sheet(polygon([(x - 16, top + 66), (x - 25, top + 14), (x + 25, top + 14), (x + 16, top + 66)]), glass, 3)
    board.sheet(polygon([(x - 32, top + 16), (x - 10, top - 6), (x + 10, top - 6), (x + 32, top + 16)]), iron, 3)
    board.stroke(line((x, top + 16), (x, top + 66)), iron, 3)


def draw_arcade(board: Board, view: View) -> None:
    """The houses round a market, with trees between."""
    chance = view.chance("arcade")
    high = 1 + 0.55 * min(1.0, view.lift / 725)
    village = "village" in view.setting.also or view.style.id in ("amazon", "pacific", "steppe", "eastafrica")
    kinds = view.style.homes if village else view.style.town
    _row_of_houses(board, view, chance, view.setting.base + 10, 262 * high, gap=70, kinds=kinds)
    for share in (0.12, 0.52, 0.88):
        x = view.span * share + chance.near(0, 40)
        plant(board, view, (x, view.setting.base + 18), 330 * high, chance.pick(view.style.trees))


def draw_awnings(board: Board, view: View) -> None:
    """Booths along the back of the market, their cloth in the style's colours, goods heaped below."""
    light, chance = board.light, view.chance("awnings")
    y = view.setting.line + 20
    cloth = view.style.cloth
    count = 4 if view.span > 1400 else 3
    for i in range(count):
        x = view.span * (i + 0.5) / count - 150 + chance.near(0, 14)
        pole = light.dye(view.style.trim, 0.9)
        for px in (x + 6, x + 284):
            board.sheet(limb([(px, y), (px, y - 210)], [9, 8]), pole, 4)
        board.sheet(box(x - 4, y - 72, 298, 72, 3), light.dye(mix(0x9A6B43, view.style.walls[0], 0.3), 0.9), 5)
        tone = light.dye(cloth[(i + 1) % len(cloth)], 0.9)
        board.flat(box(x - 4, y - 44, 298, 9), tone, 0.9)
        for k in range(7):
            gx = x + 26 + 40 * k
            good = light.dye(chance.pick((0xD9822B, 0xC8403A, 0x7FA23F, 0xE9C04A, 0xB5764A, 0x7A4A7A)), 0.85)
            for dx, dy in ((-10, 0), (10, 0), (0, -13)):
                board.sheet(oval(gx + dx, y - 82 + dy, 12, 11), good, 1.5, edge=0.15)
        with board.at(x - 16, y - 214, 3.3):
            awning(board, 0, 0, 98, (light.dye(cloth[i % len(cloth)], 0.9),))


def draw_bunting(board: Board, view: View) -> None:
    """Paper flags on a line across the top, baskets' rims and cloth at the foot of the picture."""
    light, cloth = board.light, view.style.cloth
    for row, (sag, y0) in enumerate(((70, view.top + 38), (96, view.top + 8))):
        rope = smooth([(board.left - 20, y0), (view.span * 0.5, y0 + sag), (board.right + 20, y0 + 6 * row)])
        board.stroke(rope, light.dye(0x6B5A4A, 0.9), 3)
        count = 17
        for i in range(count):
            share = (i + 0.5 + 0.5 * row) / count
            x = board.left + (board.right - board.left) * share
            y = y0 + sag * 4 * share * (1 - share)
            colour = light.dye(cloth[(i + 2 * row) % len(cloth)], 0.9)
            flag = polygon([(x - 28, y), (x + 28, y + 2), (x + 24, y + 56), (x, y + 42), (x - 24, y + 54)])
            board.sheet(flag, colour, 4, edge=0.15)
    low = view.bottom - 92
    dark = darker(light.front, 0.1)
    for side, x in ((1, board.left + 40), (-1, board.right - 40)):
        for i in range(3):
            cx = x + side * 150 * i
            board.sheet(smooth([(cx - 90, low + 90), (cx - 104, low - 14 + 22 * i), (cx + 104, low - 14 + 22 * i),
                                (cx + 90, low + 90)], closed=True, tension=14), mix(dark, light.dye(0x7A5238), 0.3), 5,
                        edge=0.1)  # fmt: skip
            for k in range(5):
                board.sheet(oval(cx - 66 + 33 * k, low - 22 + 22 * i, 24, 22), mix(dark,
                    light.dye(cloth[k % len(cloth)]), 0.35),
                            3, edge=0.1)  # fmt: skip


def draw_blocks(board: Board, view: View) -> None:
    """A street of flats and shops in two depths."""
    chance = view.chance("blocks")
    style = view.style
    kinds = style.town if style.id == "city" else ("block", style.town[0], "shop", "block", style.town[-1])
    high = 1 + 0.5 * min(1.0, view.lift / 725)
    _row_of_houses(board, view, chance, view.setting.base - 6, 232 * high, kinds=("block", "block", "rowhouse"))
    board.haze(view.setting.horizon - 420, view.setting.base, board.light.sky[2], 0.3)
    _row_of_houses(board, view, view.chance("fronts"), view.setting.base + 16, 292 * high, kinds=kinds, gap=2)


def draw_pavement(board: Board, view: View) -> None:
    """Pavement with slabs and trees, the kerb, the road with its marks."""
    light, y = board.light, view.setting.line - 14
    slab = light.dye(0xC4BCB0, 0.95)
    slab = mix(slab, light.dye(SNOW, 0.8), 0.75) if view.snowy else slab
    lay(board, [(board.left - 20, y), (board.right + 20, y)], slab, 8, bottom=9e3, straight=True)
    # Where something drives, the road is the stage, with a crossing for those who are on foot.
    driven = view.has(*DRIVEN)
    middle, kerb = view.span * 0.5, y + 44 if driven else 880.0 + 0.35 * view.deep
    joints = skia.Path()
    for k in (0.16, 0.42):
        joints.moveTo(board.left, y + (kerb - y) * k)
        joints.lineTo(board.right, y + (kerb - y) * k)
    for i in range(-14, 15):
        joints.moveTo(middle + i * 100, y)
        joints.lineTo(middle + i * 136, kerb)
    board.stroke(joints, darker(slab, 0.3), 2.4, 0.4)
    road = light.dye(0x5E6268, 0.95)
    road = mix(road, light.dye(SNOW, 0.8), 0.4) if view.snowy else road
    board.sheet(box(board.left - 20, kerb - 16, board.right - board.left + 40, 18), lighter(slab, 0.25), 3)
    lay(board, [(board.left - 20, kerb), (board.right + 20, kerb)], road, 3, bottom=9e3, straight=True)
    dash = light.dye(0xE9E3D2, 0.9)
    if driven:
        stripes = skia.Path()
        for i in range(-3, 3):
            a, b = 62.0, 62.0 * (1 + (view.bottom + 90 - kerb) / 420)
            stripes.addPath(
                polygon([(middle + i * a, kerb + 22), (middle + (i + 0.55) * a, kerb + 22),
                         (middle + (i + 0.55) * b, view.bottom + 90), (middle + i * b, view.bottom + 90)])
            )  # fmt: skip
        board.flat(stripes, dash, 0.75)
    lane = kerb + 0.52 * (view.bottom - kerb)
    for i in range(-5, 6):
        x = middle + i * 280
        if driven and abs(i) < 2:
            continue
        board.flat(polygon([(x - 80, lane), (x + 60, lane), (x + 70, lane + 13), (x - 84, lane + 13)]), dash, 0.7)
    left = view.left
    for share in (0.06, 0.93) if left else (0.07, 0.94):
        x = view.span * share
        board.sheet(oval(x, y + 34, 56, 12), light.dye(0x6E5442, 0.9), 2)
        plant(board, view, (x, y + 34), 470 * (1 + 0.3 * min(1.0, view.lift / 725)), view.style.trees[0])
    lamp(board, view, view.span * (0.8 if left else 0.2), y + 30, 480)
    bench(board, view, view.span * (0.2 if left else 0.8), y + 34)
    darken(board, view)


def bench(board: Board, view: View, x: float, y: float) -> None:
    """A park bench."""
    wood, iron = board.light.dye(0x9A6B43, 0.9), board.light.dye(0x39424C, 0.9)
    for dx in (-72, 72):
        board.sheet(box(x + dx - 5, y - 60, 10, 60), iron, 3)
    for dy in (-104, -84, -58):
        board.sheet(box(x - 92, y + dy, 184, 13, 4), wood, 4)


def draw_street_front(board: Board, view: View) -> None:
    """A railing and leaves of a street tree at the stage front."""
    front = board.light.front
    left = view.left
    low = view.bottom
    for side in (0, 1):
        reach = view.span * 0.17
        x0 = board.left - 20 if side == 0 else board.right + 20 - reach - board.bleed
        wide = reach + board.bleed
        board.sheet(box(x0, low - 96, wide, 12, 5), front, 5, edge=0.12)
        board.sheet(box(x0, low - 20, wide, 10, 4), front, 5, edge=0.12)
        for i in range(int(wide / 30)):
            board.sheet(box(x0 + 12 + 30 * i, low - 92, 7, 180), front, 3, edge=0.1)
    for i in range(3):
        x = (board.left + 30 + 120 * i) if left else (board.right - 30 - 120 * i)
        shrub(board, x, low + 44, 210 - 30 * i, "bush", silhouette(board))
