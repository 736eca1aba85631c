"""Fish and what swims with them, about (0, 0) as they swim to the right."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

import skia

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval, polygon, smooth
from video.engines.papercut.things.moment import TONGUE, Moment, draw_eye, own


@dataclass(frozen=True, slots=True, kw_only=True)
class Swimmer:
    """Measures of a fish or whale, 60 long."""

    coat: int
    belly: int
    deep: float = 11.0
    """Half its height."""
    snout: float = 0.35
    """0 = round, 1 = pointed."""
    tail: str = "fork"
    """``fork``, ``fan``, ``shark`` or ``fluke``."""
    fin: str = "low"
    """Its back fin: ``low``, ``high``, ``shark``, ``long`` or empty."""
    eye: float = 1.9
    marks: tuple[str, ...] = ()
    mark: int = 0xF3E3BC


SWIMMERS: dict[str, Swimmer] = {
    "fish": Swimmer(coat=0xE58E4A, belly=0xF6D8A0, marks=("scales",)),
    "goldfish": Swimmer(coat=0xEE7A34, belly=0xFBC25A, deep=14, snout=0.1, tail="fan", fin="high", eye=2.6,
        marks=("scales",)),
    "salmon": Swimmer(coat=0x8FA3B0, belly=0xF0A892, deep=9, snout=0.6, marks=("dots",), mark=0x5A6A76),
    "catfish": Swimmer(coat=0x6E6A60, belly=0xC9BFA4, deep=10, snout=0.2, tail="fan", fin="long", marks=("barbels",)),
    "piranha": Swimmer(coat=0x6C7F92, belly=0xD95B43, deep=15, snout=0.15, eye=2.2, marks=("teeth", "scales")),
    "angelfish": Swimmer(coat=0xF4CF5C, belly=0xF7E3A0, deep=16, snout=0.5, tail="fan", fin="high", eye=2.2,
        marks=("bars",), mark=0x2F4A66),
    "shark": Swimmer(coat=0x6F8494, belly=0xEDF0EE, deep=10.5, snout=0.8, tail="shark", fin="shark", eye=1.5,
        marks=("gills", "teeth")),
    "dolphin": Swimmer(coat=0x6F93AE, belly=0xE6EEF0, deep=9.5, snout=0.55, tail="fluke", fin="shark", eye=1.5,
        marks=("beak",)),
    "whale": Swimmer(coat=0x47708C, belly=0xDCE7EA, deep=17, snout=0.0, tail="fluke", fin="", eye=1.5,
        marks=("grooves",)),
    "orca": Swimmer(coat=0x2D323C, belly=0xF6F4EE, deep=11.5, snout=0.15, tail="fluke", fin="shark", eye=1.2,
        marks=("eye patch",)),
    "narwhal": Swimmer(coat=0x8A98A6, belly=0xEDEFEE, deep=11.5, snout=0.1, tail="fluke", fin="", eye=1.2,
        marks=("horn", "dots"), mark=0x5E6C7A),
    "swordfish": Swimmer(coat=0x4E6E8E, belly=0xE2E8EA, deep=9, snout=0.9, tail="shark", fin="shark", eye=2,
        marks=("sword",)),
    "clownfish": Swimmer(coat=0xF0822E, belly=0xF6A04E, deep=13, snout=0.2, tail="fan", fin="low", eye=2.3,
        marks=("bars",), mark=0xF8F5EE),
    "pufferfish": Swimmer(coat=0xC9A24E, belly=0xF8F0DC, deep=21, snout=0.0, tail="fan", fin="", eye=2.8,
        marks=("spikes", "dots"), mark=0x7C5A2E),
}  # fmt: skip


def draw_swimmer(board: Board, swimmer: Swimmer, moment: Moment) -> None:
    """A fish or whale; its tail beats with the phase."""
    coat = own(board, moment, swimmer.coat)
    deep, wave = swimmer.deep, moment.swing()
    fluke = swimmer.tail == "fluke"
    rise = 0.8 * moment.swing(1, 0.25)
    with board.at(0, rise, turn=2.0 * wave if fluke else 0):
        _tail_fin(board, swimmer, coat, wave)
        _back_fin(board, swimmer, coat)
        nose = 30.0
        blunt = deep * (0.62 - 0.45 * swimmer.snout)
        bend = (3.0 if fluke else 1.2) * wave
        body = smooth(
            [(-27, bend * 0.8), (-12, -deep * 0.74 + bend * 0.3), (6, -deep), (21,
            -deep * 0.78 + swimmer.snout * 2), (nose - 1, -blunt),
             (nose, blunt * 0.35), (20, deep * 0.8), (4, deep), (-12, deep * 0.66 + bend * 0.3)],
            closed=True,
        )  # fmt: skip
        if "beak" in swimmer.marks:
            with board.at(26, 2.2, turn=10 * moment.mouth):
                board.sheet(limb([(-6, 0.6), (4, 1), (11, 0.6)], [5, 4, 2]), darker(coat, 0.12), 0.8)
            beak = limb([(18, -1), (30, 0.5), (38, 1.4)], [9, 5, 2.4])
            joined = skia.Op(body, beak, skia.PathOp.kUnion_PathOp)
            body = body if joined is None else joined
        _points(board, swimmer, coat)
        board.sheet(body, coat, 3)
        with board.within(body):
            board.flat(smooth([(-32, bend + 2), (-8, deep * 0.3), (14, deep * 0.18), (34, deep * 0.12), (36,
                deep * 1.4), (-10, deep * 1.5)],
                              closed=True), board.light.dye(swimmer.belly, 0.65), 0.92)  # fmt: skip
            _marks(board, swimmer, coat)
        _mouth(board, swimmer, moment, coat)
        with board.at(5, deep * 0.34, turn=14 + 12 * moment.swing(1, 0.2)):
            long = 17 if swimmer.fin == "shark" or fluke else 9
            board.sheet(
                smooth([(4, -2), (-long * 0.4, long * 0.72), (-long * 0.9, long * 0.85), (-3, 3)], closed=True),
                darker(coat, 0.16),
                1.6,
            )
        draw_eye(board, 20.5, -deep * 0.22, swimmer.eye, moment, lid=coat)


def _points(board: Board, swimmer: Swimmer, coat: int) -> None:
    """What stands out from a body: a tooth like a horn, a sword, spikes."""
    if "horn" in swimmer.marks:
        board.sheet(limb([(24, -4), (46, -9), (66, -14)], [3.4, 2.2, 0.6]), board.light.dye(0xF2E8D0, 0.65), 1.2)
    if "sword" in swimmer.marks:
        board.sheet(limb([(22, 0), (44, 0.6), (64, 1.2)], [6, 2.6, 0.6]), darker(coat, 0.1), 1.2)
    if "spikes" in swimmer.marks:
        for k in range(16):
            a = 2 * pi * k / 16
            x, y = 4 + 27 * cos(a), swimmer.deep * sin(a)
            board.sheet(limb([(x * 0.9, y * 0.86), (x * 1.1 + 1, y * 1.22)], [3, 0.5]), darker(coat, 0.25), 0.5)


def _tail_fin(board: Board, swimmer: Swimmer, coat: int, wave: float) -> None:
    tone = darker(coat, 0.14)
    squeeze = 1 - 0.3 * abs(wave)
    if swimmer.tail == "fluke":
        with board.at(-25, 2.6 * wave, turn=-14 * wave):
            board.sheet(limb([(6, 0), (-4, 0), (-8, -1)], [9, 6, 5]), coat, 1)
            for side in (-1, 1):
                board.sheet(
                    smooth(
                        [(-3, 0), (-11, side * 5 - 2), (-20, side * 9 - 3), (-14, side * 2 - 1)], closed=True, tension=8
                    ),
                    tone,
                    1.5,
                )
        return
    with board.at(-24, 0.8 * wave):
        if swimmer.tail == "fan":
            fan = smooth([(4, 0), (-10 * squeeze, -13 + 2 * wave), (-22 * squeeze, -11 + 4 * wave), (-17 * squeeze,
                0), (-22 * squeeze, 11 + 4 * wave),
                          (-10 * squeeze, 13)], closed=True)  # fmt: skip
        elif swimmer.tail == "shark":
            fan = polygon(
                [(4, -3), (-9 * squeeze, -16), (-16 * squeeze, -21), (-9 * squeeze, -3), (-13 * squeeze, 8), (4, 3)]
            )
        else:
            fan = smooth([(5, 0), (-8 * squeeze, -10), (-16 * squeeze, -12 + wave), (-9 * squeeze, 0),
                (-16 * squeeze, 12 + wave), (-8 * squeeze, 10)],
                         closed=True, tension=9)  # fmt: skip
        board.sheet(fan, tone, 2)
        for y in (-5, 5):
            board.stroke(smooth([(0, y * 0.2), (-11 * squeeze, y)]), lighter(tone, 0.25), 0.9, 0.6)


def _back_fin(board: Board, swimmer: Swimmer, coat: int) -> None:
    d, tone = swimmer.deep, darker(coat, 0.16)
    fins: dict[str, list[Point]] = {
        "low": [(-8, -d * 0.7), (0, -d - 6), (8, -d - 5), (12, -d * 0.8)],
        "high": [(-10, -d * 0.6), (-8, -d - 9), (2, -d - 13), (10, -d * 0.8)],
        "shark": [(-6, -d * 0.7), (-7, -d - 11), (0, -d - 7), (8, -d * 0.8)],
        "long": [(-18, -d * 0.5), (-12, -d - 3), (8, -d - 5), (14, -d * 0.7)],
    }
    if swimmer.fin:
        board.sheet(smooth(fins[swimmer.fin], closed=True, tension=9), tone, 1.5)
    if swimmer.fin == "high":
        board.sheet(smooth([(-8, d * 0.6), (-9, d + 8), (0, d + 9), (6, d * 0.8)], closed=True, tension=9), tone, 1.5)


def _marks(board: Board, swimmer: Swimmer, coat: int) -> None:
    d = swimmer.deep
    mark = board.light.dye(swimmer.mark, 0.65)
    if "scales" in swimmer.marks:
        for i in range(9):
            x, y = -12 + (i % 4) * 6 + (i // 4 % 2) * 3, -d * 0.45 + (i // 4) * d * 0.4
            board.stroke(smooth([(x + 2, y - 3), (x - 1, y), (x + 2, y + 3)]), lighter(coat, 0.45), 1, 0.75)
        board.stroke(smooth([(14, -d * 0.6), (11.6, 0), (14, d * 0.6)]), darker(coat, 0.3), 1, 0.7)
    if "dots" in swimmer.marks:
        for i in range(10):
            board.flat(oval(-18 + i * 3.4, -d * (0.35 + 0.2 * (i % 2)), 0.9, 0.9), mark)
    if "bars" in swimmer.marks:
        for x in (-12, 2, 15):
            board.flat(limb([(x, -d - 3), (x + 1.5, 0), (x, d + 3)], [4, 5, 4]), mark)
    if "gills" in swimmer.marks:
        for k in range(3):
            board.stroke(smooth([(11 - k * 2.6, -d * 0.3), (10 - k * 2.6, d * 0.3)]), darker(coat, 0.4), 0.9, 0.8)
    if "grooves" in swimmer.marks:
        for k in range(4):
            board.stroke(
                smooth([(30, d * (0.34 + 0.15 * k)), (14, d * (0.46 + 0.14 * k)), (-2, d * (0.55 + 0.12 * k))]),
                darker(coat, 0.1),
                0.8,
                0.5,
            )
    if "eye patch" in swimmer.marks:
        board.flat(oval(17, -d * 0.36, 5, 2.6), 0xF6F4EE)


def _mouth(board: Board, swimmer: Swimmer, moment: Moment, coat: int) -> None:
    d = swimmer.deep
    y = d * (0.2 if "grooves" not in swimmer.marks else 0.12)
    if "beak" in swimmer.marks:
        board.stroke(smooth([(37, 2.4), (30, 2.2), (25, 3.2)]), darker(coat, 0.5), 0.8)
        return
    if moment.mouth > 0.05:
        board.flat(smooth([(31, y - 0.5), (22, y), (30, y + 4.5 * moment.mouth)], closed=True, tension=9), TONGUE)
    board.stroke(smooth([(29.6, y), (25, y + 1.2), (22, y - 0.4)]), darker(coat, 0.6), 0.9)
    if "teeth" in swimmer.marks:
        for k in range(3):
            x = 24 + k * 2
            board.flat(polygon([(x, y + 0.6), (x + 1.6, y + 0.6), (x + 0.8, y + 2.4)]), 0xFFFFFF)
    if "barbels" in swimmer.marks:
        for k in (-1, 1):
            board.stroke(smooth([(29, y), (33, y + 4 + k + moment.swing()), (38, y + 3 + 4 * k)]), darker(coat, 0.2), 1)
