"""Forest and jungle."""

from __future__ import annotations

import skia

from video.engines.papercut.land.country import darken, folds, lay_soil, soil_colour, stone
from video.engines.papercut.land.cut import lay, soft_line
from video.engines.papercut.land.far import canopy
from video.engines.papercut.land.shrubs import natural, shrub, silhouette
from video.engines.papercut.land.trees import plant
from video.engines.papercut.land.view import View
from video.engines.papercut.land.wood import leaf_blade
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, limb, line, oval, polygon, shifted, smooth


def draw_forest_far(board: Board, view: View) -> None:
    """Rows of trees that fade into the air."""
    light, h = board.light, view.setting.horizon
    high = 1 + 0.8 * min(1.0, view.lift / 725)
    trees = view.style.trees if not view.snowy else ("conifer", "bare")
    rows = ((0.75, 300), (0.5, 360))
    # A swamp's own trees stand close: one row behind them is enough.
    for row, (far, tall) in enumerate(rows[:1] if "swamp trees" in view.setting.middle else rows):
        chance = view.chance(f"forest {row}")
        count = 10 - 2 * row
        tone = mix(light.hills[0], light.sky[2], 0.45 - 0.25 * row)
        for i in range(count):
            x = board.left + (board.right - board.left) * (i + chance.between(0.1, 0.9)) / count
            kind = (
                chance.pick(trees)
                if chance.maybe(0.6)
                else "conifer"
                if view.style.far in ("fjord", "soft")
                else trees[0]
            )
            plant(board, view, (x, h + 84 + 40 * row), tall * high * chance.between(0.8, 1.2), kind, far=far)
        lay(board, soft_line(chance, board.left - 60, board.right + 60, h + 74 + 44 * row, 12), tone, 6)
        board.haze(h - 220 * high, h + 150, light.sky[2], 0.25)


def trunk(board: Board, x: float, foot: float, width: float, colour: int, *, lean: float = 0.0) -> None:
    """One trunk that runs out of the top of the picture."""
    top = board.top - 30
    middle = (foot + top) / 2
    board.sheet(
        smooth([(x - width * 0.95, foot + 6), (x - width * 0.52, foot - width * 0.9), (x - width * 0.42 + lean * 0.4,
            middle),
                (x - width * 0.36 + lean, top), (x + width * 0.36 + lean, top), (x + width * 0.42 + lean * 0.4, middle),
                (x + width * 0.54, foot - width * 0.9), (x + width, foot + 6), (x, foot + 12)], closed=True, tension=7),
        colour, 8, edge=0.15,
    )  # fmt: skip
    marks = skia.Path()
    for k in range(int((foot - top) / 130)):
        y = top + 130 * k + 60 * board.chance.unit()
        dx = width * board.chance.near(0, 0.22) + lean * (foot - y) / max(1.0, foot - top)
        marks.moveTo(x + dx, y)
        marks.quadTo(x + dx + 5, y + 28, x + dx - 2, y + 56)
    board.stroke(marks, darker(colour, 0.35), 3, 0.45)


def draw_trunks(board: Board, view: View) -> None:
    """The forest round the clearing: trunks that reach out of the picture, light falling between them."""
    chance, light, base = view.chance("trunks"), board.light, view.setting.base
    lay(
        board,
        soft_line(chance, board.left - 60, board.right + 60, base - 34, 14),
        mix(light.hills[1], light.ground, 0.3),
        7,
    )
    bark = light.dye(0xF0EBE0 if "birch" in view.style.trees and chance.maybe(0.4) else 0x77543E, 0.9)
    for i, share in enumerate((0.02, 0.13, 0.25, 0.40, 0.60, 0.74, 0.86, 0.97)):
        x = view.span * share + chance.near(0, 26)
        if view.span < 1400 and i in (3, 4):
            continue
        if any(a < x < b for a, b in view.clear):
            x += 90
        width = chance.between(34, 54) * (1.25 if i in (0, 7) else 0.8 if i in (3, 4) else 1.0)
        trunk(board, x, base + chance.between(0, 16), width, mix(bark, light.hills[0], 0.22), lean=chance.near(0, 36))
    leaves = skia.Path()
    top = view.top - 40
    for i in range(26):
        x = board.left + (board.right - board.left) * (i + chance.unit()) / 26
        edge = abs(2 * (x / view.span) - 1)
        leaves.addOval(
            skia.Rect.MakeXYWH(x - 100, board.top - 60, 200, (top - board.top) + 120 + 130 * edge + chance.near(0, 34))
        )
    leaves.setFillType(skia.PathFillType.kWinding)
    if not view.snowy:
        board.sheet(leaves, mix(light.leaf[0], light.hills[0], 0.15), 8, edge=0.0)
    if not light.lit and view.gloom < 0.4:
        x, y = view.disc[0], view.top - 60
        for dx in (-330, -120, 60, 250):
            beam = polygon(
                [(x + dx * 0.4 - 30, y), (x + dx * 0.4 + 50, y), (x + dx + 190, base + 40), (x + dx - 10, base + 40)]
            )
            board.flat(beam, light.glow, 0.13)
    for _ in range(7):
        x = chance.between(board.left, board.right)
        if not view.snowy:
            shrub(
                board, x, base + 18, chance.between(80, 130), chance.pick((*view.style.shrubs, "fern")), natural(board)
            )


def draw_forest_floor(board: Board, view: View) -> None:
    """Moss, fallen leaves, mushrooms, a log."""
    light, chance = board.light, view.chance("forest floor")
    colour = soil_colour(board, view)
    lay_soil(board, view, colour, 14)
    moss = mix(light.leaf[1], light.leaf[2], 0.3)
    for _ in range(7 if not view.snowy else 0):
        x, y = chance.between(board.left, board.right), chance.between(770, 860)
        board.flat(oval(x, y, chance.between(60, 150), chance.between(8, 16)), moss, 0.35)
    for _ in range(34):
        x, y = chance.between(board.left, board.right), chance.between(765, view.bottom)
        tone = light.dye(chance.pick((0xC98A3C, 0xB5623A, 0x9A7A3C, 0xD9B04A)), 0.85)
        board.flat(shifted(leaf_blade(17, 8), x, y, 1.0, chance.between(0, 360)), tone, 0.8)
    left = view.left
    for k, size in enumerate((1.0, 0.7, 0.9, 0.6)):
        share = chance.between(0.02, 0.16) if k < 2 else chance.between(0.84, 0.98)
        mushroom(board, view.span * share, 800 + 10 * k, size)
    if chance.maybe(0.7):
        log(board, view.span * (chance.between(0.8, 0.94) if left else chance.between(0.06, 0.2)), 786, 190)
    for share in (0.2, 0.8, 0.99):
        if not view.snowy:
            shrub(board, view.span * share, 776, 120, "fern", natural(board))
    folds(board, view, colour)
    darken(board, view)


def mushroom(board: Board, x: float, y: float, size: float) -> None:
    """A toadstool."""
    light = board.light
    board.sheet(smooth([(x - 9 * size, y), (x - 7 * size, y - 30 * size), (x + 7 * size, y - 30 * size),
        (x + 9 * size, y)],
                       closed=True, tension=12), light.dye(0xF2E6D2, 0.9), 3)  # fmt: skip
    cap = smooth([(x - 30 * size, y - 26 * size), (x - 20 * size, y - 46 * size), (x, y - 54 * size),
                  (x + 20 * size, y - 46 * size), (x + 30 * size, y - 26 * size)], closed=True)  # fmt: skip
    board.sheet(cap, light.dye(0xC24A3A, 0.85), 3)
    for dx, dy in ((-12, -40), (2, -46), (14, -36)):
        board.flat(oval(x + dx * size, y + dy * size, 3.4 * size, 2.6 * size), light.dye(0xFBF3E4, 0.8))


def log(board: Board, x: float, y: float, length: float) -> None:
    """A fallen trunk with moss on it."""
    bark = board.light.dye(0x6B4A36, 0.9)
    board.sheet(limb([(x - length, y), (x, y - 8), (x + length, y - 2)], [46, 50, 46]), bark, 6)
    board.sheet(oval(x + length, y - 2, 11, 23), lighter(bark, 0.35), 2)
    board.stroke(oval(x + length, y - 2, 5, 12), bark, 2, 0.7)
    board.sheet(smooth([(x - length * 0.8, y - 18), (x - length * 0.2, y - 36), (x + length * 0.5, y - 28),
        (x + length * 0.1, y - 20)],
                       closed=True), board.light.leaf[1], 2)  # fmt: skip
    board.stroke(line((x - length * 0.6, y + 8), (x + length * 0.7, y + 8)), darker(bark, 0.35), 3, 0.5)


def draw_jungle_far(board: Board, view: View) -> None:
    """Wooded hills in steam, the tallest trees standing over them."""
    light, h = board.light, view.setting.horizon
    high = 1 + 0.8 * min(1.0, view.lift / 725)
    for row in range(3):
        chance = view.chance(f"jungle {row}")
        y = h - 100 * high + 74 * row
        if row:
            for _ in range(3):
                plant(
                    board,
                    view,
                    (chance.between(board.left, board.right), y + 70),
                    260 * high,
                    "jungle",
                    far=0.7 - 0.25 * row,
                )
        tone = mix((light.ranges[0], light.ranges[1], light.hills[0])[row], light.sky[2], 0.2 - 0.1 * row)
        # Only as far as the next row hides it.
        deep = y + 74 + 170
        canopy(board, chance, soft_line(chance, board.left - 80, board.right + 80, y, 30), tone, 34, bottom=deep)
        board.haze(y - 60, y + 190, lighter(light.sky[2], 0.2), 0.5)


def draw_jungle(board: Board, view: View) -> None:
    """A wall of plants: great trunks with buttresses, vines, broad leaves."""
    chance, light, base = view.chance("jungle"), board.light, view.setting.base
    canopy(board, chance, soft_line(chance, board.left - 80, board.right + 80, base - 92, 18), light.hills[1], 30)
    bark = mix(light.dye(0x7A6048, 0.9), light.hills[1], 0.25)
    for share in (0.06, 0.3, 0.69, 0.93):
        x = view.span * share + chance.near(0, 30)
        if any(a < x < b for a, b in view.clear):
            x += 100
        trunk(board, x, base + 4, chance.between(46, 66), bark, lean=chance.near(0, 40))
        for side in (-1, 1):
            board.sheet(smooth([(x + side * 16, base - 120), (x + side * 40, base - 30), (x + side * 96, base + 8),
                (x, base + 8)],
                               closed=True, tension=7), mix(bark, light.shade, 0.1), 4)  # fmt: skip
    roof = skia.Path()
    for i in range(22):
        x = board.left + (board.right - board.left) * (i + chance.unit()) / 22
        edge = abs(2 * (x / view.span) - 1)
        roof.addOval(
            skia.Rect.MakeXYWH(
                x - 110, board.top - 80, 220, (view.top - board.top) + 150 + 150 * edge + chance.near(0, 40)
            )
        )
    roof.setFillType(skia.PathFillType.kWinding)
    board.sheet(roof, mix(light.leaf[0], light.hills[1], 0.3), 8, edge=0.0)
    vines = skia.Path()
    for _ in range(9):
        x, drop = chance.between(board.left, board.right), chance.between(150, 360)
        vines.moveTo(x, view.top - 90)
        vines.quadTo(x + chance.near(0, 40), view.top + drop * 0.7, x + chance.near(0, 20), view.top + drop + 60)
    board.stroke(vines, light.leaf[1], 6, 0.9)
    for i in range(11):
        x = board.left + (board.right - board.left) * (i + chance.unit()) / 11
        kind = chance.pick(("banana", "treefern", "palm")) if i % 3 == 0 else ""
        if kind and not any(a < x < b for a, b in view.clear):
            plant(board, view, (x, base + 18), chance.between(230, 330), kind)
        else:
            shrub(
                board, x, base + 26, chance.between(130, 190), chance.pick(("broad", "fern", "broad")), natural(board)
            )


def draw_jungle_floor(board: Board, view: View) -> None:
    """A clearing with roots, flowers and leaves at its edge."""
    light, chance = board.light, view.chance("jungle floor")
    colour = mix(light.ground, light.dye(0x7A5A3C, 0.9), 0.22)
    lay_soil(board, view, colour, 12)
    for i in range(10):
        share = (i + chance.unit()) / 10
        if 0.2 < share < 0.8 and i % 2:
            continue
        shrub(
            board,
            view.span * share,
            view.setting.line + 22,
            chance.between(90, 140),
            chance.pick(("fern", "broad")),
            natural(board),
        )
    for share in (0.03, 0.16, 0.86, 0.97):
        x, y = view.span * share, view.setting.line + 12
        for k, turn in enumerate((-40, 0, 40)):
            with board.at(x + 14 * k, y, 1.0, turn=turn):
                board.sheet(smooth([(0, 0), (-13, -30), (0, -54), (13, -30)], closed=True),
                            light.dye((0xE8483A, 0xF08A2C, 0xE8487E)[k], 0.8), 3)  # fmt: skip
    stone(board, view.span * 0.23, 782, 24)
    folds(board, view, colour)
    darken(board, view)


def draw_jungle_front(board: Board, view: View) -> None:
    """Great leaves that frame the picture on all sides."""
    chance, tone = view.chance("jungle front"), silhouette(board)
    narrow = min(1.0, 0.5 + view.span / 3600)
    for side in (-1, 1):
        x = board.left + board.bleed * 0.4 if side < 0 else board.right - board.bleed * 0.4
        for k in range(3):
            width = chance.between(280, 360) * narrow
            shrub(board, x - side * (90 * k), view.bottom + 60, width - 60 * k, "broad", tone)
        for k, turn in enumerate((118, 150, 96)):
            with board.at(x, view.top - 10 + 40 * k, 1.0, turn=-side * turn):
                board.sheet(leaf_blade(300 * narrow, 92 * narrow), (tone.dark, tone.middle)[k % 2], 7, edge=0.1)
                board.stroke(line((0, 0), (4, -260 * narrow)), tone.light, 3, 0.5)
    shrub(board, view.span * 0.34, view.bottom + 70, 190, "fern", tone)
    shrub(board, view.span * 0.63, view.bottom + 76, 170, "broad", tone)


def draw_forest_front(board: Board, view: View) -> None:
    """Two dark trunks at the sides, a branch from one, ferns at their feet."""
    tone = silhouette(board)
    bark = mix(tone.dark, board.light.dye(0x4A3628), 0.35)
    reach = 0.055 if view.span > 1400 else 0.035
    for side in (0, 1):
        x = view.span * (reach if side == 0 else 1 - reach) + (-board.bleed * 0.5 if side == 0 else board.bleed * 0.5)
        trunk(board, x, view.bottom + 70, 120, bark, lean=-40 if side == 0 else 40)
        for k in range(2):
            shrub(board, x + (90 * k + 40) * (1 if side == 0 else -1), view.bottom + 50, 190 - 40 * k, "fern", tone)
