"""Floors of rooms, and what frames a room at the stage front."""

from __future__ import annotations

import skia

from video.engines.papercut.land.country import darken
from video.engines.papercut.land.cut import lay
from video.engines.papercut.land.inside import FLOOR, cloth_of
from video.engines.papercut.land.ornament import draw_border
from video.engines.papercut.land.shrubs import shrub, silhouette
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, shifted, smooth


def _base(board: Board, view: View, colour: int) -> None:
    lay(board, [(board.left - 20, FLOOR), (board.right + 20, FLOOR)], colour, 8, bottom=9e3, straight=True)


def _rug(board: Board, view: View) -> None:
    """A woven mat with the style's border, lying on the floor."""
    cloth = cloth_of(board, view, 0.85)
    middle, y = view.span * 0.47, 866.0
    grow = 1 + 0.5 * min(1.0, view.deep / 370)
    half, tall = min(470.0, view.span * 0.4), 62.0 * grow
    lean = 58.0 * grow

    def mat(inset: float) -> list[tuple[float, float]]:
        return [(middle - half + inset * 1.2, y - tall + inset * 0.4), (middle + half - inset * 1.2,
            y - tall + inset * 0.4),
                (middle + half + lean - inset * 1.5, y + tall - inset * 0.5), (middle - half - lean + inset * 1.5,
                    y + tall - inset * 0.5)]  # fmt: skip

    board.sheet(polygon(mat(0)), cloth[0], 4)
    board.flat(polygon(mat(30)), cloth[4 % len(cloth)])
    board.flat(polygon(mat(46)), cloth[1])
    draw_border(
        board,
        (middle - half - lean * 0.6, middle + half + lean * 0.6),
        y + tall - 17,
        18,
        view.style.ornament,
        (cloth[2], cloth[4 % len(cloth)]),
    )
    draw_border(
        board,
        (middle - half * 0.85, middle + half * 0.85),
        y,
        tall * 0.7,
        view.style.ornament,
        (cloth[2], cloth[3], cloth[4 % len(cloth)]),
    )
    fringe = skia.Path()
    for side in (-1, 1):
        for k in range(9):
            s = k / 8
            x = middle + side * (half + lean * s)
            fringe.moveTo(x, y - tall + 2 * tall * s)
            fringe.lineTo(x + side * 17, y - tall + 2 * tall * s + 3)
    board.stroke(fringe, cloth[2], 3)


def _round_rug(board: Board, view: View) -> None:
    cloth = cloth_of(board, view, 0.85)
    middle = view.span * 0.47
    grow = 1 + 0.4 * min(1.0, view.deep / 370)
    half = min(430.0, view.span * 0.38)
    for i in range(5):
        board.sheet(
            oval(middle, 864, half - half * 0.17 * i, (92 - 16 * i) * grow),
            cloth[(i * 2) % len(cloth)],
            3 if i == 0 else 1,
        )


def draw_floor(board: Board, view: View) -> None:
    """Boards that run towards the viewer, and a mat."""
    colour = mix(board.light.ground, board.light.dye(view.style.trim), 0.15)
    _base(board, view, colour)
    joints = skia.Path()
    for i in range(-16, 17):
        joints.addPath(
            line((view.span / 2 + i * 88, FLOOR), (view.span / 2 + i * 170 * (1 + view.deep / 900), view.bottom + 100))
        )
    board.stroke(joints, darker(colour, 0.35), 3, 0.55)
    _skirting(board, view, colour)
    if view.setting.id == "workshop":
        _shavings(board, view, colour)
    elif view.setting.id == "attic":
        pass
    elif view.style.ornament not in ("dots", "hearts", "lines") or view.has("bed"):
        _rug(board, view)
    else:
        _round_rug(board, view)
    darken(board, view)


def _shavings(board: Board, view: View, colour: int) -> None:
    """What lies on the floor of a workshop: curls of wood, stains, nothing woven."""
    chance = view.chance("shavings")
    for _ in range(5):
        x, y = chance.between(0.1, 0.9) * view.span, chance.between(FLOOR + 50, 930)
        board.flat(oval(x, y, chance.between(40, 110), chance.between(7, 13)), darker(colour, 0.3), 0.22)
    curl = board.light.dye(0xE7C88F, 0.9)
    for _ in range(16):
        x, y, turn = chance.between(0.05, 0.95) * view.span, chance.between(FLOOR + 20, 960), chance.near(0, 60)
        board.flat(shifted(smooth([(-16, 3), (-6, -5), (6, -4), (15, 4), (5, 1), (-6, 1)], closed=True), x, y, 1, turn),
                   curl, 0.85)  # fmt: skip


def _skirting(board: Board, view: View, colour: int) -> None:
    board.sheet(box(board.left - 20, FLOOR - 24, board.right - board.left + 40, 26), lighter(colour, 0.1), 4)


def draw_parquet(board: Board, view: View) -> None:
    """Parquet and a round rug."""
    colour = mix(board.light.ground, board.light.dye(0xC08E5A), 0.4)
    _base(board, view, colour)
    marks = skia.Path()
    y, tall = FLOOR + 4, 26.0
    row = 0
    while y < view.bottom + 90:
        marks.addPath(line((board.left, y), (board.right, y)))
        wide = 120 + 24 * row
        x = view.span / 2 - wide * (12 + (0.5 if row % 2 else 0))
        while x < board.right:
            marks.addPath(line((x, y), (x + (x - view.span / 2) * 0.02, y + tall)))
            x += wide
        y += tall
        tall *= 1.18
        row += 1
    board.stroke(marks, darker(colour, 0.32), 2.6, 0.45)
    _skirting(board, view, board.light.dye(0xEDE4D2, 0.9))
    if view.setting.id == "flat":
        _round_rug(board, view)
    darken(board, view)


def draw_tile_floor(board: Board, view: View) -> None:
    """Square tiles in two colours."""
    light = board.light
    pale = mix(light.dye(0xE6D6BC, 0.9), light.ground, 0.2)
    dark = mix(cloth_of(board, view)[1], light.ground, 0.5)
    _base(board, view, pale)
    rows = [FLOOR]
    step = 30.0
    while rows[-1] < view.bottom + 90:
        rows.append(rows[-1] + step)
        step *= 1.3
    squares = skia.Path()
    middle = view.span / 2
    for r in range(len(rows) - 1):
        a, b = 1 + (rows[r] - FLOOR) / 420, 1 + (rows[r + 1] - FLOOR) / 420
        for i in range(-14, 14):
            if (i + r) % 2:
                squares.addPath(polygon([(middle + i * 96 * a, rows[r]), (middle + (i + 1) * 96 * a, rows[r]),
                                         (middle + (i + 1) * 96 * b, rows[r + 1]), (middle + i * 96 * b,
                                             rows[r + 1])]))  # fmt: skip
    board.flat(squares, dark, 0.8)
    _skirting(board, view, dark)
    darken(board, view)


def draw_earth_floor(board: Board, view: View) -> None:
    """Trodden earth with mats."""
    light, chance = board.light, view.chance("earth floor")
    colour = mix(light.dye(0xB08458, 0.9), light.ground, 0.3)
    _base(board, view, colour)
    for _ in range(12):
        x, y = chance.between(board.left, board.right), chance.between(FLOOR + 30, view.bottom)
        board.flat(oval(x, y, chance.between(60, 150), chance.between(6, 14)), darker(colour, 0.2), 0.25)
    if view.setting.id != "greenhouse":
        _rug(board, view)
    darken(board, view)


def draw_drapes(board: Board, view: View) -> None:
    """Cloth drawn aside at both edges, with the style's border."""
    light, cloth = board.light, cloth_of(board, view)
    tone = mix(light.front, cloth[0], 0.42)
    narrow = min(1.0, 0.5 + view.span / 3600)
    for side in (0, 1):
        edge, d = (board.left - 30, 1) if side == 0 else (board.right + 30, -1)
        inner = edge + d * (30 + board.bleed + 86 * narrow)
        low = view.bottom
        tie = 600 + 0.4 * view.deep
        path = smooth([(edge, board.top - 30), (inner + d * 70 * narrow, board.top - 30), (inner + d * 30,
            view.top + 150),
                       (inner - d * 34, tie - 60), (inner - d * 50, tie), (inner - d * 20, tie + 200),
                           (inner - d * 6, low + 100),
                       (edge, low + 100)], closed=True, tension=7)  # fmt: skip
        board.sheet(path, tone, 12, edge=0.12)
        folds = skia.Path()
        for k in range(3):
            x = edge + d * (46 + 40 * k)
            folds.addPath(
                smooth([(x, board.top), (x - d * 8, view.top + 300), (x - d * 24, tie), (x - d * 4, low + 60)])
            )
        board.stroke(folds, darker(tone, 0.4), 8, 0.4)
        a, b = sorted((edge, inner - d * 42))
        board.sheet(box(a, tie - 12, b - a, 26, 8), mix(light.front, cloth[2], 0.6), 5)
    pelmet = view.top + 8
    board.sheet(
        box(board.left - 20, board.top - 30, board.right - board.left + 40, pelmet - board.top + 30),
        tone,
        10,
        edge=0.12,
    )
    draw_border(
        board, (board.left, board.right), pelmet - 16, 26, view.style.ornament, (mix(light.front, cloth[2], 0.6),)
    )


def draw_doorway(board: Board, view: View) -> None:
    """The dark door posts through which we look in, with a bundle of corn or herbs."""
    light = board.light
    wood = mix(light.front, light.dye(view.style.trim), 0.3)
    for side in (0, 1):
        x, d = (board.left + board.bleed * 0.3, 1) if side == 0 else (board.right - board.bleed * 0.3, -1)
        board.sheet(
            limb([(x, board.top - 40), (x + d * 14, 300), (x + d * 4, view.bottom + 120)], [120, 104, 124]),
            wood,
            11,
            edge=0.12,
        )
        for k in range(4):
            y = view.top + 120 + 230 * k
            board.stroke(
                smooth([(x + d * 20, y), (x + d * 28, y + 70), (x + d * 18, y + 140)]), darker(wood, 0.35), 5, 0.5
            )
    left = view.left
    x, d = (board.left + board.bleed * 0.3 + 110, 1) if left else (board.right - board.bleed * 0.3 - 110, -1)
    board.stroke(line((x, view.top - 60), (x, view.top + 60)), wood, 5)
    for k in range(7):
        board.sheet(limb([(x, view.top + 40), (x + d * (k - 3) * 10, view.top + 100), (x + d * (k - 3) * 16,
            view.top + 165)], [8, 16, 3]),
                    mix(wood, light.dye(0xC9A24B), 0.12 + 0.05 * (k % 3)), 4, edge=0.1)  # fmt: skip


def draw_shelf_front(board: Board, view: View) -> None:
    """The dark edge of a table with a bowl and a jug, close to the eye."""
    light, cloth = board.light, cloth_of(board, view)
    dark = mix(light.front, light.dye(view.style.trim), 0.25)
    low = view.bottom
    left = view.left
    edge, d = (board.left, 1) if left else (board.right, -1)
    reach = view.span * 0.3 + board.bleed
    a, b = sorted((edge - d * 20, edge + d * reach))
    board.sheet(box(a, low - 52, b - a, 200, 8), dark, 10, edge=0.12)
    x = edge + d * (board.bleed + 90)
    jug = smooth([(x - 46, low - 50), (x - 62, low - 120), (x - 30, low - 190), (x - 26, low - 230), (x + 26,
        low - 230), (x + 30, low - 190),
                  (x + 62, low - 120), (x + 46, low - 50)], closed=True)  # fmt: skip
    board.sheet(jug, mix(dark, cloth[0], 0.35), 8, edge=0.12)
    x += d * 170
    bowl = smooth(
        [(x - 80, low - 110), (x + 80, low - 110), (x + 54, low - 60), (x, low - 50), (x - 54, low - 60)],
        closed=True,
        tension=9,
    )
    for k in range(4):
        board.sheet(
            oval(x - 48 + 32 * k, low - 118, 26, 25),
            mix(dark, light.dye((0xC8403A, 0xD9822B, 0x8FA23F, 0xC8403A)[k]), 0.4),
            4,
            edge=0.1,
        )
    board.sheet(bowl, mix(dark, cloth[2], 0.3), 7, edge=0.12)


def draw_flat_front(board: Board, view: View) -> None:
    """A house plant in one corner, an armchair's back in the other."""
    tone, light = silhouette(board), board.light
    left = view.left
    edge, d = (board.left, 1) if left else (board.right, -1)
    low = view.bottom
    shrub(board, edge + d * (board.bleed + 60), low + 20, 330, "broad", tone)
    x = (board.right - board.bleed * 0.7 - 70) if left else (board.left + board.bleed * 0.7 + 70)
    chair = mix(light.front, cloth_of(board, view)[0], 0.35)
    back = smooth([(x - 170, low + 120), (x - 176, low - 120), (x - 110, low - 190), (x + 110, low - 190), (x + 176,
        low - 120), (x + 170, low + 120)],
                  closed=True, tension=9)  # fmt: skip
    board.sheet(back, chair, 10, edge=0.14)
    board.stroke(smooth([(x - 110, low - 160), (x, low - 166), (x + 110, low - 160)]), lighter(chair, 0.12), 5, 0.6)


def draw_desk_front(board: Board, view: View) -> None:
    """Backs of benches and books at the stage front."""
    light, cloth = board.light, cloth_of(board, view)
    dark = mix(light.front, light.dye(0x8A5E3C), 0.25)
    low = view.bottom
    for side in (0, 1):
        edge, d = (board.left - 20, 1) if side == 0 else (board.right + 20, -1)
        reach = board.bleed + view.span * 0.24
        a, b = sorted((edge, edge + d * reach))
        board.sheet(box(a, low - 74, b - a, 26, 6), dark, 9, edge=0.12)
        board.sheet(box(a, low - 30, b - a, 120, 6), mix(dark, light.shade, 0.2), 7, edge=0.12)
        for k in range(3):
            x = edge + d * (board.bleed + 60 + 10 * k)
            board.sheet(box(min(x, x + d * 120), low - 96 - 22 * k, 120, 20, 3), mix(dark, cloth[k], 0.4), 5, edge=0.1)
