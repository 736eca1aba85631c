"""The card that stands where a picture is missing: it says so without words."""

from __future__ import annotations

from pathlib import Path

import skia

from video.chance import Chance
from video.engines.papercut.palette import DAY, argb, darker
from video.engines.papercut.paper import TALL, Board, box, extent, oval, polygon, smooth
from video.shot import Frame, Layer, Painted

DESK = 0xB9AE9C
CARD = 0xF5EFE2
INK = 0x8C8377


def draw_gap(frame: Frame, folder: Path) -> Painted:
    """A paper card with a dotted frame, an empty speech bubble and a pencil: something is missing here.

    Two layers, so that it moves a little like every other picture and is not taken for a fault of the player.
    """
    desk = Board(frame, DAY, Chance(0, "gap desk"), base=DESK)
    desk.sheet(skia.Path.Rect(skia.Rect.MakeLTRB(desk.left, desk.top, desk.right, desk.bottom)), DESK, 0, edge=0)
    card = Board(frame, DAY, Chance(0, "gap card"))
    _card(card, frame)
    layers: list[Layer] = []
    for name, board, depth in (("desk", desk, 0.1), ("card", card, 0.45)):
        path = folder / f"gap-{name}.png"
        board.save(str(path))
        layers.append(Layer(path=str(path), depth=depth))
    return Painted(layers=tuple(layers))


def _card(board: Board, frame: Frame) -> None:
    margin = min(board.span, 1000.0) * 0.10
    width = board.span - 2 * margin
    # As high as the frame allows: in an upright one the card stands upright.
    more = 0.3 * (extent(frame)[1] - TALL)
    board.sheet(box(margin, 85 - more, width, 690 + 2 * more, 18), CARD, 16)
    dots = skia.Paint(AntiAlias=True, Color=argb(INK), StrokeWidth=7)
    dots.setStyle(skia.Paint.kStroke_Style)
    dots.setStrokeCap(skia.Paint.kRound_Cap)
    dots.setPathEffect(skia.DashPathEffect.Make([0.1, 24.0], 0.0))
    board.canvas.drawPath(box(margin + 38, 123 - more, width - 76, 614 + 2 * more, 10), dots)
    scale = min(1.0, board.span / 1100)
    with board.at(board.span / 2 - 40 * scale, 400, scale):
        bubble = skia.Op(
            box(-210, -140, 420, 260, 70), polygon([(-110, 100), (-160, 205), (-10, 105)]), skia.PathOp.kUnion_PathOp
        )
        board.sheet(bubble, 0xFDFBF5, 10)
        board.stroke(bubble, INK, 5, 0.8)
        for i in (-1, 0, 1):
            board.flat(oval(i * 74, -10, 14, 14), INK, 0.55)
    with board.at(board.span / 2 + 190 * scale, 560, scale, turn=-38):
        _pencil(board)


def _pencil(board: Board) -> None:
    board.sheet(polygon([(-150, -20), (-200, 0), (-150, 20)]), 0xEAD2AC, 8)
    board.flat(polygon([(-182, -7), (-200, 0), (-182, 7)]), 0x3A3440)
    board.sheet(box(-150, -20, 260, 40), 0xE0A030, 8)
    board.flat(box(-150, -7, 260, 14), darker(0xE0A030, 0.12))
    board.sheet(box(110, -20, 26, 40), 0xB9BDC4, 4)
    board.sheet(smooth([(136, -19), (168, -16), (172, 0), (168, 16), (136, 19)], closed=True, tension=8), 0xD9748C, 4)
