"""Low plants of many lands: as they are, or as dark silhouettes at the stage front."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import skia

from video.chance import Chance
from video.engines.papercut.land.wood import leaf_blade
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, limb, line, oval, shifted, smooth


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """Colours of a low plant, dark to light, and of what flowers on it."""

    dark: int
    middle: int
    light: int
    flower: int | None = None


def natural(board: Board) -> Tone:
    """The colours of the land."""
    leaf = board.light.leaf
    return Tone(dark=leaf[0], middle=leaf[1], light=leaf[2], flower=0xD8577A)


def silhouette(board: Board) -> Tone:
    """The colours of the stage front."""
    front = board.light.front
    return Tone(dark=front, middle=mix(front, board.light.leaf[0], 0.28), light=mix(front, board.light.leaf[0], 0.5))


def shrub(board: Board, x: float, y: float, width: float, kind: str, tone: Tone) -> None:
    """A low plant standing at (x, y)."""
    with board.at(x, y, width / 100, flip=board.chance.maybe(0.5)):
        SHRUBS[kind](board, board.chance, tone)


def _bush(board: Board, chance: Chance, tone: Tone) -> None:
    board.sheet(
        smooth([(-50, 0), (-42, -33), (-10, -55), (25, -47), (50, 0), (0, 4)], closed=True), tone.dark, 5, edge=0.15
    )
    board.sheet(smooth([(-32, 0), (-14, -34), (18, -29), (34, 0), (0, 3)], closed=True), tone.middle, 3, edge=0.15)
    marks = skia.Path()
    for dx, dy in ((-30, -26), (-8, -42), (20, -36), (2, -18), (-16, -12), (22, -12)):
        marks.moveTo(dx - 4, dy + 2)
        marks.quadTo(dx, dy - 4, dx + 4, dy + 2)
    board.stroke(marks, tone.light, 1.6, 0.7)
    if tone.flower is not None and chance.maybe(0.5):
        for _ in range(7):
            board.flat(oval(chance.near(0, 32), -chance.between(8, 40), 3.4, 3.4), board.light.dye(tone.flower, 0.7))


def _fern(board: Board, chance: Chance, tone: Tone) -> None:
    for i, turn in enumerate((-58, -30, 2, 32, 60)):
        frond = skia.Path()
        for k in range(8):
            share = k / 8
            for side in (-1, 1):
                frond.addPath(
                    limb([(0, -70 * share), (side * 9 * (1 - share * 0.6), -70 * share - 7),
                          (side * 17 * (1 - share * 0.6), -70 * share - 8)], [2, 5 * (1 - share * 0.5), 0.8])
                )  # fmt: skip
        frond.addPath(limb([(0, 4), (0, -72)], [3, 1]))
        frond.setFillType(skia.PathFillType.kWinding)
        board.sheet(shifted(frond, 0, 0, 1.0, turn), (tone.dark, tone.middle)[i % 2], 3, edge=0.0)


def _blades(board: Board, chance: Chance, tone: Tone, *, count: int, tall: float, spread: float) -> None:
    for layer, colour in enumerate((tone.dark, tone.middle)):
        path = skia.Path()
        for i in range(count):
            share = (i + chance.unit()) / count
            x = -46 + 92 * share
            tip = x + (share - 0.5) * spread + chance.near(0, 9)
            top = -tall * chance.between(0.6, 1.0) * (1.0 - 0.35 * layer) * (1 - 0.5 * abs(2 * share - 1))
            path.moveTo(x * 0.5 - 2.4, 3)
            path.quadTo(x * 0.62 - 1, top * 0.5, tip, top)
            path.quadTo(x * 0.62 + 3, top * 0.4, x * 0.5 + 2.8, 3)
            path.close()
        path.setFillType(skia.PathFillType.kWinding)
        board.sheet(path, colour, 3, edge=0.0)


def _grass(board: Board, chance: Chance, tone: Tone) -> None:
    _blades(board, chance, tone, count=15, tall=78, spread=60)


def _bunch(board: Board, chance: Chance, tone: Tone) -> None:
    dry = Tone(dark=tone.middle, middle=tone.light, light=tone.light)
    _blades(board, chance, dry, count=19, tall=62, spread=110)


def _agave(board: Board, chance: Chance, tone: Tone) -> None:
    for i, turn in enumerate((-78, 76, -56, 54, -34, 32, -12, 10)):
        with board.at(0, 0, turn=turn):
            leaf = smooth([(-7, 2), (-9, -20), (0, -66), (9, -20), (7, 2)], closed=True, tension=9)
            board.sheet(leaf, mix(tone.dark, tone.middle, (i // 2) / 3), 3)


def _aloe(board: Board, chance: Chance, tone: Tone) -> None:
    board.sheet(limb([(2, -20), (4, -84)], [3, 2]), tone.dark, 1)
    flower = board.light.dye(0xE2622E, 0.7) if tone.flower is not None else tone.light
    board.sheet(limb([(4, -70), (5, -98), (5, -108)], [11, 8, 1]), flower, 2)
    _agave(board, chance, tone)


def _cactus(board: Board, chance: Chance, tone: Tone) -> None:
    for x, y, rx, ry, turn in (
        (0, -26, 17, 28, 0),
        (-22, -58, 13, 20, -28),
        (20, -62, 14, 21, 26),
        (-2, -80, 11, 16, 6),
    ):
        board.sheet(shifted(oval(0, 0, rx, ry), x, y, 1.0, turn), tone.middle if y < -50 else tone.dark, 3)
        for dx, dy in ((-6, -8), (5, -10), (0, 2), (-5, 10), (7, 8)):
            board.flat(oval(x + dx, y + dy, 1.2, 1.2), tone.light, 0.9)


def _broad(board: Board, chance: Chance, tone: Tone) -> None:
    for i, (turn, length) in enumerate(((-74, 64), (70, 66), (-42, 84), (44, 80), (-12, 96), (18, 92))):
        with board.at(0, 2, turn=turn):
            blade = leaf_blade(length, 30)
            colour = (tone.dark, tone.dark, tone.dark, tone.middle, tone.middle, tone.middle)[i]
            board.sheet(blade, colour, 4, edge=0.1)
            veins = line((0, -4), (2, -length * 0.9))
            for k in range(1, 5):
                y = -length * k / 5.2
                veins.addPath(line((-9, y - 7), (0.5, y), (9, y - 7)))
            board.stroke(veins, tone.light, 1.3, 0.5)


def _thorn(board: Board, chance: Chance, tone: Tone) -> None:
    for x, top in ((-30, -46), (-14, -66), (4, -54), (20, -70), (34, -42)):
        board.sheet(limb([(x * 0.2, 2), (x * 0.6, top * 0.5), (x, top)], [4, 3, 1]), tone.dark, 1)
        for k in range(3):
            px, py = x * (0.6 + 0.16 * k), top * (0.55 + 0.17 * k)
            board.sheet(oval(px + 4, py, 7, 3.6), tone.middle, 1)
            board.sheet(oval(px - 6, py + 4, 6, 3.2), tone.middle, 1)


def _heather(board: Board, chance: Chance, tone: Tone) -> None:
    _bush(board, chance, Tone(dark=tone.dark, middle=tone.middle, light=tone.light))
    bloom = board.light.dye(0xA66BA8, 0.75) if tone.flower is not None else tone.light
    for i in range(15):
        x = -40 + 80 * (i + chance.unit()) / 15
        board.flat(oval(x, -chance.between(10, 46) * (1 - abs(x) / 70), 2.4, 6), bloom, 0.9)


def _lavender(board: Board, chance: Chance, tone: Tone) -> None:
    _blades(board, chance, tone, count=13, tall=44, spread=50)
    bloom = board.light.dye(0x7E6BB8, 0.75) if tone.flower is not None else tone.light
    for i in range(11):
        x = -44 + 8.8 * i
        top = -58 + abs(x) * 0.4 + chance.near(0, 4)
        board.stroke(limb([(x * 0.5, 0), (x * 0.9, top)], [0.5, 0.5]), tone.middle, 1.4)
        board.flat(oval(x * 0.95, top, 3, 9), bloom)


def _bamboo(board: Board, chance: Chance, tone: Tone) -> None:
    for x, top in ((-28, -92), (-8, -120), (14, -104), (30, -84)):
        board.sheet(limb([(x * 0.7, 2), (x, top)], [4, 2.4]), tone.middle, 2)
        for k in range(5):
            for side in (-1, 1):
                with board.at(x * (0.75 + 0.05 * k), top * (0.35 + 0.14 * k), turn=side * (60 + 8 * k)):
                    board.flat(leaf_blade(26, 7), tone.dark if k % 2 else tone.middle)


def _planter(board: Board, chance: Chance, tone: Tone) -> None:
    with board.at(0, -28, 0.7):
        _bush(board, chance, tone)
    pot = board.light.dye(0xB8704E, 0.9) if tone.flower is not None else tone.dark
    board.sheet(smooth([(-30, -34), (30, -34), (24, 0), (-24, 0)], closed=True, tension=18), pot, 3)
    board.sheet(box(-33, -38, 66, 9, 2), lighter(pot, 0.12), 2)


def _reeds(board: Board, chance: Chance, tone: Tone) -> None:
    _blades(board, chance, tone, count=13, tall=112, spread=34)
    for x, top in ((-24, -104), (2, -124), (24, -98)):
        board.stroke(limb([(x * 0.5, 0), (x, top)], [0.4, 0.4]), tone.middle, 1.8)
        head = board.light.dye(0x7A5230, 0.9) if tone.flower is not None else darker(tone.dark, 0.1)
        board.flat(oval(x, top + 6, 3.4, 13), head)


SHRUBS: dict[str, Callable[[Board, Chance, Tone], None]] = {
    "bush": _bush, "fern": _fern, "grass": _grass, "bunch": _bunch, "agave": _agave, "aloe": _aloe, "cactus": _cactus,
    "broad": _broad, "thorn": _thorn, "heather": _heather, "lavender": _lavender, "bamboo": _bamboo,
    "planter": _planter, "reeds": _reeds,
}  # fmt: skip
