"""Things that are broken, torn, empty, unlit or open: the whole thing's own drawing, cut, rent, or without a flame."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import skia

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, box, line, oval, polygon, smooth
from video.engines.papercut.things.boxes import THING_BOXES
from video.engines.papercut.things.prop import CREAM, DARK_IRON, GOLD, PALE_WOOD, WOOD, Prop, Trim, stand, tint

FAR = 400.0
"""Beyond every drawing."""
_SPLIT = """pot jug cup plate bowl glass bottle jar flower_pot cooking_pot mirror clock drum guitar violin box table
bench wheel"""
SPLIT = tuple(_SPLIT.split())
"""What breaks in two from top to bottom."""
_SNAPPED = "stick oar spear sword broom arrow pencil umbrella chair stool ladder walking_stick flute hoe"
SNAPPED = tuple(_SNAPPED.split())
"""What breaks across: its upper part lies beside it."""
_TORN = """net sack shirt trousers dress coat sock glove blanket shawl scarf flag kite letter map paper curtain bag
backpack book newspaper"""
TORN = tuple(_TORN.split())
"""What has a rent and a hole."""
EMPTIED, UNLIT = ("bucket", "glass", "cup", "nest", "cage", "cart"), ("candle", "lamp", "lantern", "torch")
"""What is drawn without what it holds, or without its flame."""
PART = {
    "flag": (2.0, -104.0, 46.0, -68.0),
    "kite": (-20.0, -26.0, 18.0, 30.0),
    "cup": (-8.0, -14.0, 12.0, 1.0),
    "net": (-21.0, -50.0, 21.0, -8.0),
}
"""The box of what is broken or torn of a thing that has more to it: a pole, a tail."""
UPTURNED = ("bicycle", "chair", "table", "wheelbarrow")
"""What is drawn on its head."""
HOLE = (
    (0.26, 0.42), (0.34, 0.38), (0.4, 0.43), (0.45, 0.42), (0.42, 0.52), (0.44, 0.58), (0.36, 0.56), (0.3, 0.6),
    (0.31, 0.51),
)  # fmt: skip
"""The corners of a hole, as shares of width and height."""
ZIGZAG = (0.0, 0.13, -0.1, 0.15, -0.07, 0.1, 0.0)
"""How far a break is from its line, one point after the other, as shares of how wide it is there."""


def worn(whole: Mapping[str, Prop]) -> dict[str, Prop]:
    """The broken and torn things, by what they are when whole: ``broken_pot``, ``torn_net``."""
    out = {f"broken_{kind}": _made(whole[kind], _split(kind, whole[kind])) for kind in SPLIT}
    out |= {f"broken_{kind}": _short(_made(whole[kind], _snapped(kind, whole[kind]))) for kind in SNAPPED}
    out |= {f"torn_{kind}": _made(whole[kind], _torn(kind, whole[kind])) for kind in TORN}
    out |= {f"empty_{kind}": _made(whole[kind], _bared(whole[kind])) for kind in EMPTIED}
    out |= {f"unlit_{kind}": _made(whole[kind], _bared(whole[kind])) for kind in UNLIT}
    out |= {f"upturned_{kind}": _made(whole[kind], _upturned(kind, whole[kind])) for kind in UPTURNED}
    return {**out, "broken_boat": _made(whole["rowboat"], _stove_in(whole["rowboat"]), medium="ground"), **OPENED}


def _made(whole: Prop, draw: Callable[[Board, Trim], None], medium: str = "") -> Prop:
    """A thing that stands still, and on which nothing stands."""
    lies = whole.medium if whole.medium != "wall" else "table"
    return replace(whole, draw=draw, medium=medium or lies, top=None, cycle_s=0.0)


def _short(snapped: Prop) -> Prop:
    """A thing half as high as it was when whole."""
    return snapped if snapped.size is None else replace(snapped, size=0.55 * snapped.size)


def _box(kind: str) -> tuple[float, float, float, float]:
    return PART.get(kind) or THING_BOXES[kind]


def _still(trim: Trim) -> Trim:
    return Trim(colour=trim.colour, bare=True)


def _bared(whole: Prop) -> Callable[[Board, Trim], None]:
    return lambda board, trim: whole.draw(board, _still(trim))


def _upturned(kind: str, whole: Prop) -> Callable[[Board, Trim], None]:
    """A thing on its head: its top on the ground."""
    left, top, right, _ = THING_BOXES[kind]

    def draw(board: Board, trim: Trim) -> None:
        stand(board, 0.35 * (right - left))
        with board.at(left + right, top, turn=180):
            board.aloft = True
            whole.draw(board, _still(trim))
            board.aloft = False

    return draw


def _stove_in(whole: Prop) -> Callable[[Board, Trim], None]:
    """A boat with a hole in its side."""

    def draw(board: Board, trim: Trim) -> None:
        hole = [(-24, -10), (-17, -13), (-9, -9), (-2, -12), (9, -8), (5, -4), (10, -1), (-1, 1), (-9, -1), (-15, 1),
                (-17, -4)]  # fmt: skip
        with board.at(0, -5, turn=4):
            whole.draw(board, _still(trim))
            board.flat(polygon(hole), 0x2A211E)
            for a, b in (((-20, -9), (-8, -5)), ((4, -1), (-5, -5))):
                board.stroke(line(a, b), tint(board, PALE_WOOD), 2)

    return draw


def _split(kind: str, whole: Prop) -> Callable[[Board, Trim], None]:
    """Two halves that lean apart, and shards between them."""

    def draw(board: Board, trim: Trim) -> None:
        left, top, right, bottom = _box(kind)
        wide, tall, foot = right - left, bottom - top, min(bottom, 0.0) if whole.medium != "wall" else bottom
        middle = left + 0.52 * wide
        crack: list[Point] = [
            (middle + wide * shift * 0.6, top - 2 + (tall + 4) * k / (len(ZIGZAG) - 1))
            for k, shift in enumerate(ZIGZAG)
        ]
        raise_to = -foot
        for side, turn in ((-1, -9.0), (1, 15.0)):
            edge = [(side * FAR, -FAR), (crack[0][0], -FAR), *crack, (crack[-1][0], FAR), (side * FAR, FAR)]
            with board.at(side * 0.09 * wide, raise_to):
                pivot = (left + (0.2 if side < 0 else 0.8) * wide, foot)
                with board.at(*pivot, turn=turn):
                    board.canvas.translate(-pivot[0], -pivot[1])
                    with board.within(polygon(edge)):
                        whole.draw(board, _still(trim))
        for x, y, size, turn in ((0.0, 0.35, 0.2, 70), (-0.42, 0.5, 0.15, 200), (0.55, 0.6, 0.17, -40)):
            _shard(board, trim, whole, (middle + x * 0.3 * wide, top + y * tall), size * min(wide, tall),
                   (middle + x * wide, raise_to + foot), turn)  # fmt: skip

    return draw


def _shard(board: Board, trim: Trim, whole: Prop, of: Point, size: float, at: Point, turn: float) -> None:
    """A piece cut out of a thing at ``of``, laid on the ground at ``at``."""
    piece = polygon([(of[0] - size, of[1] + size * 0.5), (of[0], of[1] - size), (of[0] + size, of[1] + size * 0.7)])
    with board.at(at[0], at[1] - size * 0.6, turn=turn):
        board.canvas.translate(-of[0], -of[1])
        with board.within(piece):
            whole.draw(board, _still(trim))


def _snapped(kind: str, whole: Prop) -> Callable[[Board, Trim], None]:
    """The lower part stands; the upper one has fallen over beside it."""

    def draw(board: Board, trim: Trim) -> None:
        left, top, right, bottom = _box(kind)
        wide, tall = right - left, bottom - top
        level = top + 0.48 * tall
        jag = min(0.16 * tall, max(3.0, 0.5 * wide))
        crack: list[Point] = [
            (left - 2 + (wide + 4) * k / (len(ZIGZAG) - 1), level + 2.2 * jag * shift) for k, shift in enumerate(ZIGZAG)
        ]
        lower = [(-FAR, FAR), (-FAR, crack[0][1]), *crack, (FAR, crack[-1][1]), (FAR, FAR)]
        upper = [(-FAR, -FAR), (-FAR, crack[0][1]), *crack, (FAR, crack[-1][1]), (FAR, -FAR)]
        with board.within(polygon(lower)):
            whole.draw(board, _still(trim))
        with board.at(right + 0.1 * tall, -0.04 * tall, turn=74):
            board.canvas.translate(-(left + right) / 2, -level)
            with board.within(polygon(upper)):
                whole.draw(board, _still(trim))

    return draw


def _torn(kind: str, whole: Prop) -> Callable[[Board, Trim], None]:
    """With a rent from the lower edge upwards and a hole beside it."""

    def draw(board: Board, trim: Trim) -> None:
        left, top, right, bottom = _box(kind)
        wide, tall = right - left, bottom - top

        def at(x: float, y: float) -> Point:
            return left + x * wide, top + y * tall

        rent = [at(0.62, 1.1), at(0.6, 0.84), at(0.65, 0.76), at(0.57, 0.64), at(0.6, 0.5), at(0.68, 0.66),
                at(0.74, 0.7), at(0.73, 0.82), at(0.82, 0.88), at(0.84, 1.1)]  # fmt: skip
        large = 2.3 if kind == "net" else 1.0
        hole = [at(0.36 + (x - 0.36) * large, 0.5 + (y - 0.5) * large) for x, y in HOLE]
        board.canvas.save()
        for gap in (rent, hole):
            board.canvas.clipPath(polygon(gap), skia.ClipOp.kDifference, True)
        whole.draw(board, _still(trim))
        board.canvas.restore()

    return draw


def _open_box(board: Board, trim: Trim) -> None:
    """A crate; its lid leans against it."""
    wood = trim.own(board, PALE_WOOD)
    stand(board, 24)
    board.sheet(polygon([(18, -1), (31, -30), (34, -29), (22, 0)]), lighter(wood, 0.15), 1.8)
    board.sheet(polygon([(-17, -24), (17, -24), (14, -31), (-14, -31)]), darker(wood, 0.6), 1)
    rim = [(-17, -24), (-14, -31), (14, -31), (17, -24), (19, -26), (15.4, -33), (-15.4, -33), (-19, -26)]
    board.sheet(polygon(rim), lighter(wood, 0.1), 1)
    board.sheet(box(-17, -24, 34, 24, 1), wood, 3)
    for y in (-16, -8):
        board.stroke(line((-17, y), (17, y)), darker(wood, 0.3), 1, 0.8)
    for x in (-17, 13):
        board.sheet(box(x, -24, 4, 24), darker(wood, 0.12), 1)
        for y in (-20, -4):
            board.flat(oval(x + 2, y, 0.8, 0.8), tint(board, DARK_IRON))


def _open_chest(board: Board, trim: Trim) -> None:
    """A chest with its lid thrown back."""
    wood, gold = trim.own(board, WOOD), tint(board, 0xE0AF3C, 0.7)
    stand(board, 18)
    lid = smooth([(-17, -22), (-18, -36), (-13, -43), (13, -43), (18, -36), (17, -22)], closed=True, tension=12)
    board.sheet(lid, darker(wood, 0.1), 2.4)
    board.flat(smooth([(-14, -22), (-15, -34), (-11, -39), (11, -39), (15, -34), (14, -22)], closed=True, tension=12),
               darker(wood, 0.5))  # fmt: skip
    for x in (-12, 9):
        board.flat(box(x, -41, 3, 20), darker(gold, 0.3))
    board.sheet(polygon([(-17, -17), (17, -17), (16, -23), (-16, -23)]), darker(wood, 0.65), 0.6)
    board.sheet(box(-17, -18, 34, 18), wood, 3)
    for x in (-12, 9):
        board.sheet(box(x, -18, 3, 18), gold, 1)
    board.sheet(box(-18, -19, 36, 2.6), gold, 1)
    board.sheet(box(-3, -18, 6, 7, 1), gold, 1.2)
    board.flat(oval(0, -14.6, 1, 1.2), 0x3A2A20)


def _closed_book(board: Board, trim: Trim) -> None:
    cover = trim.own(board, 0x9C3338)
    stand(board, 12)
    board.sheet(polygon([(-11, -33), (10, -35), (14, -32), (14, 1), (-8, 2)]), darker(cover, 0.35), 1.4)
    board.sheet(polygon([(-9, -31), (12, -33), (12.6, -1), (-8, 0.6)]), tint(board, 0xFBF5E6), 0.8)
    for k in range(3):
        board.stroke(line((10 + k * 0.9, -32), (10.6 + k * 0.9, -1)), darker(tint(board, 0xFBF5E6), 0.25), 0.5)
    board.sheet(polygon([(-13, -32), (8, -34), (9, -1), (-12, 0)]), cover, 1.8)
    board.stroke(line((-9.4, -31.6), (-8.6, -1)), darker(cover, 0.3), 1.2)
    board.stroke(polygon([(-6, -29), (5.4, -30), (6, -5), (-5.6, -4)]), tint(board, GOLD), 0.8)
    board.flat(polygon([(0, -23), (3.4, -17), (0.4, -11), (-3, -17)]), tint(board, GOLD))


def _empty_sack(board: Board, trim: Trim) -> None:
    """A sack that has sunk together, its mouth open."""
    cloth = trim.own(board, 0xC7A46A)
    stand(board, 20)
    board.sheet(
        smooth([(-10, -12), (-22, -6), (-20, 0), (18, 0), (22, -4), (14, -10), (8, -14)], closed=True), cloth, 2.6
    )
    board.sheet(smooth([(6, -14), (20, -19), (29, -12), (24, -4), (12, -6)], closed=True), lighter(cloth, 0.08), 1.8)
    board.flat(smooth([(17, -16), (26, -14), (25, -7), (16, -9)], closed=True), darker(cloth, 0.6))
    for points in ([(-14, -9), (-4, -4), (4, -7)], [(-8, -11), (2, -8), (8, -11)], [(-18, -3), (-8, -2), (0, -3)]):
        board.stroke(smooth(points), darker(cloth, 0.28), 1, 0.8)
    board.stroke(smooth([(8, -15), (3, -10), (7, -3)]), tint(board, CREAM), 1.2, 0.6)


OPENED: dict[str, Prop] = {
    "open_box": Prop(draw=_open_box, grip=(0, -12), size=0.24),
    "open_chest": Prop(draw=_open_chest, size=0.36),
    "closed_book": Prop(draw=_closed_book, medium="hand", grip=(0, -3), size=0.14),
    "empty_sack": Prop(draw=_empty_sack, grip=(0, -8), size=0.2),
}
