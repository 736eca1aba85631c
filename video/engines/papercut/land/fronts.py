"""The stage front: silhouettes in the corners, in the plants of the style, that give a scene its depth."""

from __future__ import annotations

import skia

from video.engines.papercut.land.cut import soft_line
from video.engines.papercut.land.dry import front_grass
from video.engines.papercut.land.shrubs import Tone, shrub, silhouette
from video.engines.papercut.land.view import View
from video.engines.papercut.land.wood import leaf_blade
from video.engines.papercut.palette import darker, mix
from video.engines.papercut.paper import Board, limb, oval, shifted, smooth

LOW: dict[str, tuple[str, ...]] = {
    "grass": ("grass", "fern"), "bunch": ("bunch", "agave"), "agave": ("agave", "cactus"), "broad": ("broad", "fern"),
    "thorn": ("thorn", "bunch"), "savanna": ("bunch", "aloe"), "datepalm": ("bunch", "bush"), "olive": ("lavender",
        "agave"),
    "conifer": ("fern", "heather"), "mango": ("broad", "bush"), "bamboo": ("bamboo", "fern"), "banana": ("broad",
        "fern"),
    "palm": ("broad", "fern"), "planter": ("bush", "grass"),
}  # fmt: skip
"""What stands in the lower corners."""


def draw_corner_plants(board: Board, view: View) -> None:
    """Plants in the lower corners and what hangs into one upper corner."""
    tone, kind = silhouette(board), view.style.front
    _mound(board, view, tone)
    _corners(board, view, tone, LOW[kind])
    if view.chance("hang or not").maybe(0.6):
        hang(board, view, tone, kind)


def _mound(board: Board, view: View, tone: Tone) -> None:
    low = view.bottom
    chance = view.chance("mound")
    line_of = soft_line(chance, board.left - 40, board.right + 40, 0, 5)
    points = [
        (x, low + 34 - 92 * abs(2 * (x - board.left) / (board.right - board.left) - 1) ** 2.4 + dy) for x, dy in line_of
    ]
    path = smooth(points)
    path.lineTo(board.right + 40, low + 200)
    path.lineTo(board.left - 40, low + 200)
    path.close()
    board.sheet(path, tone.dark, 7, edge=0.1)


def _corners(board: Board, view: View, tone: Tone, kinds: tuple[str, ...]) -> None:
    chance = view.chance("corners")
    grow = (1 + 0.55 * min(1.0, view.deep / 370)) * min(1.0, 0.55 + view.span / 3600)
    for side in (0, 1):
        edge, d = (board.left + board.bleed * 0.5, 1) if side == 0 else (board.right - board.bleed * 0.5, -1)
        for k, width in enumerate((210.0, 150.0, 100.0)):
            kind = kinds[(k + side) % len(kinds)]
            x = edge + d * (30 + 118 * k) * grow
            shrub(board, x, view.bottom + 8 + 26 * k, width * grow * chance.between(0.9, 1.15), kind, tone)


def hang(board: Board, view: View, tone: Tone, kind: str) -> None:
    """A branch, fronds or leaves in the upper corner that is farther from the light; none where there are no trees."""
    if "tree" in view.absent:
        return
    left = view.left
    edge, d = (board.left, 1) if left else (board.right, -1)
    top, chance = view.top, view.chance("hang")
    x = edge + d * board.bleed * 0.4
    bare = (view.snowy or view.dry) and kind not in ("conifer", "palm")
    if kind in ("palm", "datepalm"):
        for turn, length in ((62, 330), (96, 380), (126, 320), (34, 250)):
            with board.at(x, top - 20, 1.0, turn=d * turn):
                board.sheet(_frond(length), (tone.dark, tone.middle)[length % 20 == 0], 6, edge=0.06)
    elif kind in ("banana", "broad"):
        for turn, length, wide in ((70, 330, 90), (110, 360, 100), (140, 260, 84)):
            with board.at(x, top - 16, 1.0, turn=d * turn):
                board.sheet(
                    leaf_blade(length, wide), (tone.dark, tone.middle, tone.dark)[length // 50 % 3], 7, edge=0.1
                )
                board.stroke(limb([(0, 0), (4, -length * 0.9)], [0.5, 0.5]), tone.light, 3, 0.5)
    elif kind == "bamboo":
        for k in range(3):
            px = x + d * (40 + 70 * k)
            board.sheet(
                limb([(px, top - 90), (px - d * 14, top + 380 - 110 * k)], [17, 15]),
                (tone.dark, tone.middle)[k % 2],
                6,
                edge=0.12,
            )
            for i in range(9):
                y = top + 30 + 36 * i - 12 * k
                if y > top + 360 - 110 * k:
                    break
                with board.at(
                    px - d * 4, y, 1.0, turn=d * chance.between(70, 150) if i % 2 else -d * chance.between(80, 140)
                ):
                    board.sheet(leaf_blade(74, 17), (tone.middle, tone.dark)[i % 2], 3, edge=0.0)
    elif kind == "conifer":
        for k in range(3):
            y, reach = top + 10 + 80 * k, 340 - 70 * k
            branch = [(x - d * 60, y - 20), (x + d * reach * 0.5, y + 10), (x + d * reach, y + 62)]
            for i in range(12):
                s = (i + 1) / 12
                bx, by = x + d * reach * s, y + 62 * s * s
                branch.append((bx, by))
            comb = skia.Path()
            for i in range(15):
                s = i / 15
                bx, by = x - d * 30 + d * (reach + 20) * s, y - 14 + 74 * s * s
                comb.addPath(shifted(limb([(0, 0), (d * 12, 40 * (1.1 - s * 0.6))], [10, 2]), bx, by))
                comb.addPath(shifted(limb([(0, 0), (d * 16, -22 * (1.1 - s * 0.6))], [8, 2]), bx, by))
            comb.addPath(limb(branch[:3], [12, 9, 3]))
            comb.setFillType(skia.PathFillType.kWinding)
            board.sheet(comb, (tone.dark, tone.middle, tone.dark)[k], 5, edge=0.0)
    else:
        _branch(board, view, (x, top), d, tone, bare=bare, olive=kind == "olive")


def _frond(length: float) -> skia.Path:
    path = skia.Path()
    for i in range(15):
        s = (i + 1) / 16
        for side in (-1, 1):
            reach = length * 0.26 * (1 - abs(2 * s - 0.9) * 0.7)
            path.addPath(
                shifted(
                    limb([(0, 0), (side * reach * 0.6, -reach * 0.3), (side * reach, -reach * 0.25)], [8, 8, 1.5]),
                    0,
                    -length * s,
                )
            )
    path.addPath(limb([(0, 0), (0, -length)], [9, 2]))
    path.setFillType(skia.PathFillType.kWinding)
    return path


def _branch(
    board: Board, view: View, start: tuple[float, float], d: int, tone: Tone, *, bare: bool = False, olive: bool = False
) -> None:
    """A branch with leaves that reaches into the picture; ``d`` = 1 to the right, -1 to the left."""
    chance, (x, top) = view.chance("branch"), start
    spine = [(x - d * 60, top + 50), (x + d * 120, top + 84), (x + d * 240, top + 72), (x + d * 365, top + 118)]
    board.sheet(limb(spine, [26, 17, 11, 3]), tone.dark, 6, edge=0.1)
    board.sheet(limb([spine[1], (x + d * 205, top + 160)], [9, 2]), tone.dark, 3, edge=0.1)
    if bare:
        return
    wide, long = (9, 44) if olive else (21, 52)
    for i in range(24):
        s = 0.04 + 0.96 * i / 24
        px, py = x + d * 365 * s, top + 58 + 52 * s + chance.near(0, 8)
        turn = d * (chance.between(20, 90) if i % 2 else chance.between(100, 165))
        leaf = leaf_blade(long * chance.between(0.8, 1.15), wide)
        board.sheet(shifted(leaf, px, py, 1.0, turn), (tone.dark, tone.middle)[i % 2], 3, edge=0.08)


def draw_bank_plants(board: Board, view: View) -> None:
    """Reeds at the stage front, with the style's plants behind them."""
    tone = silhouette(board)
    _mound(board, view, tone)
    _corners(board, view, tone, ("reeds", LOW[view.style.front][0]))
    hang(board, view, tone, view.style.front)


def draw_reed_front(board: Board, view: View) -> None:
    """Reeds on both sides, moss hanging from a branch."""
    tone = silhouette(board)
    _mound(board, view, tone)
    _corners(board, view, tone, ("reeds", "fern"))
    left = view.left
    x, d = (board.left, 1) if left else (board.right, -1)
    _branch(board, view, (x + d * board.bleed * 0.4, view.top), d, tone, bare=True)
    for k in range(6):
        px = x + d * (90 + 60 * k)
        board.sheet(limb([(px, view.top + 70), (px + 8, view.top + 150), (px - 4, view.top + 210 - 16 * k)], [14, 20,
            2]), tone.middle,
                    4, edge=0.0)  # fmt: skip


def draw_shore_plants(board: Board, view: View) -> None:
    """Grass of the dunes or leaves of palms in the corners."""
    tone = silhouette(board)
    _corners(board, view, tone, ("grass", LOW[view.style.front][0]))
    if view.style.front in ("palm", "banana", "broad", "datepalm", "mango"):
        hang(board, view, tone, "palm")


def draw_wave_front(board: Board, view: View) -> None:
    """One dark wave that curls in a corner."""
    light = board.light
    left = view.left
    edge, d = (board.left - 20, 1) if left else (board.right + 20, -1)
    low = view.bottom
    deep = "dark water" in view.setting.ground
    dark = 0x10163A if deep else darker(mix(light.front, light.water[0], 0.86), 0.12)
    reach = view.span * 0.34
    crest = smooth([(edge, low - 130), (edge + d * reach * 0.4, low - 96), (edge + d * reach * 0.75, low - 20),
        (edge + d * reach * 1.5, low + 44),
                    (edge + d * reach * 3.2, low + 70), (edge + d * reach * 3.4, low + 200), (edge, low + 200)],
                        closed=True, tension=8)  # fmt: skip
    board.sheet(crest, dark, 9, edge=0.15)


def draw_quay_front(board: Board, view: View) -> None:
    """A post with a rope and a net's floats, dark at the stage front."""
    tone = silhouette(board)
    left = view.left
    edge, d = (board.left, 1) if left else (board.right, -1)
    low = view.bottom
    for k, tall in enumerate((330, 230)):
        x = edge + d * (board.bleed * 0.6 + 40 + 130 * k)
        board.sheet(
            limb([(x, low + 140), (x - d * 6, low - tall)], [62 - 8 * k, 52 - 8 * k]),
            mix(tone.dark, 0x3A2A22, 0.4),
            8,
            edge=0.12,
        )
    x = edge + d * (board.bleed * 0.6 + 40)
    rope = mix(tone.dark, board.light.dye(0xC9A878), 0.35)
    for k in range(3):
        board.stroke(
            smooth([(x - 34, low - 236 + 17 * k), (x, low - 226 + 17 * k), (x + 34, low - 238 + 17 * k)]), rope, 11
        )
    board.stroke(smooth([(x, low - 200), (x + d * 60, low - 96), (x + d * 132, low - 150)]), rope, 9)


def draw_crop_front(board: Board, view: View) -> None:
    """Ears and stalks of the crop, close to the eye."""
    tone = silhouette(board)
    gold = mix(tone.dark, board.light.dye(0xD9A93C), 0.32)
    if view.style.crop in ("wheat", "rye", "rice"):
        front_grass(board, view, gold)
        chance = view.chance("ears")
        for i in range(16):
            share = (i % 8) / 8 * 0.22
            x = board.left + (board.right - board.left) * (share if i < 8 else 1 - share)
            tall = 240 - 620 * share + chance.near(0, 26)
            for k in range(6):
                for side in (-1, 1):
                    board.flat(
                        shifted(oval(0, 0, 6, 13), x + side * 7, view.bottom + 40 - tall - 15 * k, 1, side * 24), gold
                    )
        return
    _corners(board, view, Tone(dark=tone.dark, middle=gold, light=tone.light), ("broad", "grass"))


def draw_garden_front(board: Board, view: View) -> None:
    """Leaves and flower heads close to the eye."""
    tone = silhouette(board)
    draw_corner_plants(board, view)
    chance = view.chance("garden front")
    for side in (0, 1):
        for k in range(4):
            x = (board.left + 60 + 70 * k) if side == 0 else (board.right - 60 - 70 * k)
            y = view.bottom - 150 + 42 * k
            colour = mix(tone.dark, board.light.dye(chance.pick(view.style.cloth)), 0.42)
            board.stroke(smooth([(x, view.bottom + 60), (x + 8, (view.bottom + y) / 2), (x, y)]), tone.dark, 7)
            head = skia.Path()
            for dx, dy in ((0, -22), (21, -7), (13, 18), (-13, 18), (-21, -7)):
                head.addCircle(x + dx, y + dy, 17)
            head.setFillType(skia.PathFillType.kWinding)
            board.sheet(head, colour, 4, edge=0.1)
            board.flat(oval(x, y, 11, 11), tone.middle)


def draw_pot_plant(board: Board, view: View) -> None:
    """The leaves of a plant in a pot, close to the eye, in the corner away from the door."""
    tone = silhouette(board)
    edge, d = (board.right, -1) if view.left else (board.left, 1)
    x = edge + d * (board.bleed * 0.7 + 36)
    for k, (lean, tall) in enumerate(((-70, 150), (-34, 214), (6, 250), (48, 206), (92, 140))):
        tip = (x + d * lean * 1.6, view.bottom - tall)
        leaf = [(x - 12, view.bottom + 70), (x + d * lean - 26, view.bottom - tall * 0.45), tip,
                (x + d * lean + 26, view.bottom - tall * 0.4), (x + 12, view.bottom + 70)]  # fmt: skip
        board.sheet(smooth(leaf, closed=True, tension=7), (tone.dark, tone.middle)[k % 2], 6)
