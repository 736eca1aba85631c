"""Beaks, crests and tails of birds."""

from __future__ import annotations

from math import cos, radians, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval, polygon, smooth
from video.engines.papercut.things.fowl import Fowl
from video.engines.papercut.things.moment import TONGUE, Moment


def draw_beak(board: Board, fowl: Fowl, moment: Moment, at: Point) -> None:
    """Both halves of a beak, from its root; they part as it speaks."""
    size = fowl.beak_size
    colour = board.light.dye(fowl.beak_colour, 0.6)
    deep = {
        "cone": 0.5,
        "hook": 0.56,
        "flat": 0.42,
        "long": 0.22,
        "thin": 0.24,
        "great": 0.5,
        "bent": 0.95,
        "pouch": 0.2,
        "curved": 0.24,
    }[fowl.beak] * size
    upper: list[Point] = [(-2, -deep * 0.62), (size * 0.55, -deep * 0.42), (size, deep * 0.08), (-2, deep * 0.16)]
    lower: list[Point] = [(-2, 0.0), (size * 0.86, 0.0), (size * 0.4, deep * 0.42), (-2, deep * 0.42)]
    if fowl.beak in ("hook", "bent"):
        upper = [(-2, -deep * 0.62), (size * 0.62, -deep * 0.5), (size, deep * 0.06), (size * 0.86, deep * 0.62),
                 (size * 0.62, deep * 0.14), (-2, deep * 0.16)]  # fmt: skip
        lower = [(-2, 0.0), (size * 0.6, 0.0), (size * 0.4, deep * 0.4), (-2, deep * 0.42)]
    elif fowl.beak == "flat":
        upper = [
            (-2, -deep * 0.7),
            (size * 0.5, -deep * 0.12),
            (size, -deep * 0.12),
            (size * 1.06, deep * 0.22),
            (-2, deep * 0.2),
        ]
        lower = [(-2, 0.0), (size * 0.94, deep * 0.1), (size * 0.8, deep * 0.48), (-2, deep * 0.46)]
    elif fowl.beak == "great":
        upper = [(-2, -deep * 0.72), (size * 0.5, -deep * 0.78), (size * 0.94, -deep * 0.2), (size * 1.02, deep * 0.34),
                 (size * 0.8, deep * 0.14), (-2, deep * 0.2)]  # fmt: skip
        lower = [(-2, 0.0), (size * 0.84, deep * 0.12), (size * 0.5, deep * 0.46), (-2, deep * 0.5)]
    elif fowl.beak == "pouch":
        lower = [(-2, 0.0), (size * 0.98, deep * 0.2), (size * 0.6, size * 0.3), (size * 0.1, size * 0.34), (-2, 2.0)]
    elif fowl.beak == "curved":
        upper = [
            (-2, -deep * 0.7),
            (size * 0.5, -deep * 0.4),
            (size, deep * 1.5),
            (size * 0.5, deep * 0.5),
            (-2, deep * 0.2),
        ]
        lower = [
            (-2, 0.0),
            (size * 0.5, deep * 0.4),
            (size * 0.9, deep * 1.4),
            (size * 0.4, deep * 0.8),
            (-2, deep * 0.5),
        ]
    tension = 14 if fowl.beak in ("cone", "long", "thin") else 8
    with board.at(*at, turn=16 * moment.mouth):
        board.sheet(smooth(lower, closed=True, tension=tension), darker(colour, 0.18), 1)
    if moment.mouth > 0.05:
        with board.at(*at):
            board.flat(
                polygon([(0, 0), (size * 0.6, -size * 0.08 * moment.mouth), (size * 0.55, size * 0.17 * moment.mouth)]),
                TONGUE,
            )
    with board.at(*at, turn=-12 * moment.mouth):
        board.sheet(smooth(upper, closed=True, tension=tension), colour, 1)
        if fowl.beak == "great":
            board.flat(oval(size * 0.9, 0, size * 0.12, deep * 0.3), board.light.dye(0x2D2B33, 0.6))


def draw_crest(board: Board, fowl: Fowl, r: float, *, behind: bool) -> None:
    """What is on a bird's head: some of it behind, some before."""
    kind = fowl.crest
    colour = board.light.dye(fowl.crest_colour, 0.65)
    if kind in ("comb", "big comb") and behind:
        big = 1.35 if kind == "big comb" else 1.0
        for x, y, s in ((-0.55, -0.85, 0.34), (-0.05, -1.06, 0.4), (0.48, -0.92, 0.36)):
            board.sheet(oval(r * x, r * y * (1 + 0.12 * (big - 1)), r * s * big * 0.9, r * s * 1.25 * big), colour, 1)
    elif kind in ("comb", "big comb"):
        big = 1.4 if kind == "big comb" else 1.0
        board.sheet(oval(r * 0.72, r * 0.95, r * 0.26 * big, r * 0.46 * big), colour, 1)
    elif kind == "tuft" and behind:
        board.sheet(polygon([(r * 0.5, -r * 0.8), (-r * 1.35, -r * 1.25), (-r * 0.9, -r * 0.1)]), colour, 1)
    elif kind == "fan" and behind:
        for k, turn in enumerate((-64, -38, -12, 14)):
            a = radians(turn - 90)
            tip = (r * (0.1 + 1.9 * cos(a)), r * (-0.2 + 1.9 * sin(a)))
            board.sheet(limb([(0, -r * 0.3), tip], [r * 0.3, r * 0.36]), darker(colour, 0.08 * (k % 2)), 0.8)
            board.flat(oval(*tip, r * 0.2, r * 0.2), board.light.dye(0x2E2A30, 0.65))
    elif kind == "casque" and not behind:
        board.sheet(oval(r * 1.1, -r * 0.75, r * 0.9, r * 0.3), colour, 1)
    elif kind == "plume" and behind:
        board.sheet(
            limb([(r * 0.4, -r * 0.7), (-r * 0.8, -r * 0.8), (-r * 2.1, -r * 0.2)], [r * 0.4, r * 0.55, r * 0.1]),
            colour,
            1,
        )
    elif kind == "crown" and behind:
        for dx in (-0.6, -0.15, 0.3):
            board.stroke(smooth([(0, -r * 0.7), (r * dx * 1.6, -r * 1.9)]), colour, 0.8)
            board.sheet(oval(r * dx * 1.6, -r * 1.95, r * 0.22, r * 0.26), lighter(colour, 0.15), 0.6)
    elif kind == "crown dot" and not behind:
        board.flat(oval(-r * 0.05, -r * 0.74, r * 0.5, r * 0.26), board.light.dye(0xD0392F, 0.65))
    elif kind == "wattle" and not behind:
        board.sheet(
            limb([(r * 0.75, r * 0.1), (r * 1.0, r * 1.0), (r * 0.7, r * 1.9)], [r * 0.4, r * 0.7, r * 0.4]), colour, 1
        )
    elif kind == "cheek" and not behind:
        board.flat(oval(r * 0.42, r * 0.05, r * 0.56, r * 0.62), colour)


def draw_tail(board: Board, fowl: Fowl, coat: int, at: tuple[float, float, float], moment: Moment) -> None:
    """A bird's tail from its root (x, y) at the body's tilt."""
    x, y, tilt = at
    if moment.livery is not None and moment.livery.tailless:
        return
    size = fowl.tail_size
    own = moment.coat is not None
    colour = darker(coat, 0.24) if own or fowl.tail_colour is None else board.light.dye(fowl.tail_colour, 0.65)
    if moment.livery is not None and moment.livery.tail is not None:
        colour = board.light.dye(moment.livery.tail, 0.65)
    flick = 2.5 * moment.swing(2 if moment.gait in ("walk", "run") else 1)
    with board.at(x, y, turn=-tilt + flick):
        if fowl.tail == "cock":
            for k, turn in enumerate((8, 30, 52, 74)):
                with board.at(2, 0, turn=turn - 10):
                    tone = lighter(colour, 0.07 * k)
                    board.sheet(limb([(0, 2), (-size * 0.5, -size * 0.12), (-size * 0.95, size * 0.12),
                        (-size * 1.05, size * 0.55)],
                                     [6, 7.5, 6, 1.5]), tone, 1.5)  # fmt: skip
        elif fowl.tail in ("fan", "great fan"):
            spread = (-6, 6, 18, 30) if fowl.tail == "fan" else (-28, -8, 12, 32, 52, 72)
            for k, turn in enumerate(spread):
                with board.at(2, 0, turn=turn):
                    board.sheet(
                        limb([(0, 0), (-size * 0.6, 0), (-size, 0)], [5, size * 0.34, size * 0.24]),
                        darker(colour, 0.05 * (k % 2)),
                        1.2,
                    )
                    if fowl.tail == "great fan":
                        board.flat(oval(-size * 0.94, 0, 1.8, size * 0.11), board.light.dye(0xF0E2C6, 0.65))
        elif fowl.tail == "fork":
            for turn in (-8, 7):
                with board.at(2, 0, turn=turn):
                    board.sheet(limb([(2, 0), (-size * 0.4, 0), (-size, turn * 0.25)], [5, 5.5, 1]), colour, 1.2)
        elif fowl.tail == "long":
            for k, turn in enumerate((4, -3)):
                with board.at(3, 0, turn=turn):
                    board.sheet(
                        limb([(2, 0), (-size * 0.5, 1), (-size, 1)], [6, 6.5, 2]), darker(colour, 0.16 * (1 - k)), 1.2
                    )
        elif fowl.tail == "plume":
            for k in range(3):
                board.sheet(
                    oval(-size * (0.2 + 0.22 * k), 1.5 * (k % 2), size * 0.36, size * 0.3),
                    lighter(colour, 0.05 * k),
                    1.2,
                )
        elif fowl.tail == "peacock":
            _train(board, colour, size)
        else:
            wide = 8 if fowl.tail == "wedge" else 9
            board.sheet(limb([(3, 0), (-size * 0.5, 0), (-size, -1.5)], [wide, wide * 0.86,
                wide * (0.72 if fowl.tail == "wedge" else 0.2)]),
                        colour, 1.5)  # fmt: skip
            if fowl.tail == "wedge":
                board.stroke(smooth([(-size * 0.3, 0), (-size * 0.92, -1)]), darker(colour, 0.3), 0.8, 0.6)


def _train(board: Board, colour: int, size: float) -> None:
    """A peacock's train, spread out."""
    eye = board.light.dye(0x2C5FA5, 0.65)
    ring = board.light.dye(0xE0B24A, 0.65)
    for row, (far, count) in enumerate(((1.0, 11), (0.7, 8))):
        for k in range(count):
            angle = radians(-8 + (118 if row == 0 else 104) * k / (count - 1))
            tip = (-size * far * cos(angle) + 4, -size * far * sin(angle))
            board.sheet(limb([(4, 0), (tip[0] * 0.6, tip[1] * 0.6), tip], [3, size * 0.13, size * 0.15]),
                        lighter(colour, 0.12 * row + 0.05 * (k % 2)), 1)  # fmt: skip
            board.flat(oval(*tip, 3.4, 3.4), ring)
            board.flat(oval(*tip, 2.1, 2.1), eye)
