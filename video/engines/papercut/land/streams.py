"""Water that runs towards the viewer, and the bridge over it."""

from __future__ import annotations

import skia

from video.engines.papercut.land.buildings import draw_bridge
from video.engines.papercut.land.country import darken, soil_colour
from video.engines.papercut.land.drought import crack, mud_of
from video.engines.papercut.land.shrubs import natural, shrub
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, smooth


def draw_stream(board: Board, view: View) -> None:
    """A river that comes from the hills towards the viewer, a bridge over it where one was asked for."""
    assert view.stream is not None
    colour = soil_colour(board, view)
    draw_river(board, view.stream, view.setting.line, colour, dry=view.dry)
    if view.has("bridge"):
        draw_bridge(board, view.stream - 290, view.stream + 290, 806)
    chance = view.chance("stream")
    for dx in (-330, -300, 310, 345):
        if not view.snowy and 0 < view.stream + dx < view.span:
            shrub(board, view.stream + dx, 838 + chance.near(0, 12), chance.between(70, 110), "reeds", natural(board))
    darken(board, view)


def draw_river(board: Board, middle: float, top: float, colour: int, *, dry: bool = False) -> tuple[float, float]:
    """A river that comes from the hills to the stage front between two banks of the ground's colour.

    Answers the left and right end of the water at the line where figures stand.
    """
    light, chance = board.light, board.chance
    half_top, half_low = 105.0, 300.0
    bend = 150.0 if middle < board.span / 2 else -150.0
    stream = skia.Path()
    stream.moveTo(middle + bend * 1.6 - 9, top - 78)
    stream.cubicTo(middle + bend * 0.2 - 60, top - 52, middle + bend - 90, top - 30, middle - half_top - 30, top + 40)
    stream.lineTo(middle - half_low - 40, top + 230)  # wider than the banks leave open, in every shape
    stream.lineTo(middle - half_low - 90, board.bottom + 40)
    stream.lineTo(middle + half_low + 90, board.bottom + 40)
    stream.lineTo(middle + half_low + 40, top + 230)
    stream.lineTo(middle + half_top + 30, top + 40)
    stream.cubicTo(middle + bend + 70, top - 30, middle + bend * 0.2 + 45, top - 52, middle + bend * 1.6 + 16, top - 78)
    stream.close()
    board.sheet(stream, mud_of(board) if dry else mix(light.water[0], light.water[1], 0.35), 3, edge=0.3)
    with board.within(stream):
        if dry:
            crack(board, chance, (top - 60, board.bottom), 40.0, darker(mud_of(board), 0.5))
        for i in range(0 if dry else 3):
            inset = 1 - 0.28 * (i + 1)
            band = smooth(
                [
                    (middle - half_top * inset, top + 20),
                    (middle - half_low * inset * 0.8 + chance.near(0, 12), 900),
                    (middle - half_low * inset, board.bottom + 60),
                    (middle + half_low * inset, board.bottom + 60),
                    (middle + half_low * inset * 0.8 + chance.near(0, 12), 900),
                    (middle + half_top * inset, top + 20),
                ],
                closed=True,
            )
            board.sheet(band, mix(light.water[0], light.water[1], 0.5 - 0.22 * i), 3, edge=0.2)
        _ripples(board, middle - half_low, middle + half_low, top + 10, board.bottom, 0 if dry else 26)
    for way, edge in ((-1, board.left - 60), (1, board.right + 60)):
        bank = skia.Path()
        bank.moveTo(edge, top + chance.near(8, 8))
        bank.cubicTo(
            edge + (middle - edge) * 0.35, top - 26, middle + way * 300, top + 14, middle + way * half_top, top + 12
        )
        bank.cubicTo(middle + way * (half_top + 26), top + 40, middle + way * 128, 820, middle + way * 205, 880)
        bank.cubicTo(middle + way * 262, 940, middle + way * 240, 1010, middle + way * half_low, board.bottom + 40)
        bank.lineTo(edge, board.bottom + 40)
        bank.close()
        board.sheet(bank, colour, 11)
    return middle - 190, middle + 190


def _ripples(board: Board, left: float, right: float, top: float, bottom: float, count: int) -> None:
    for _ in range(count):
        x, y = board.chance.between(left, right), board.chance.between(top, bottom)
        reach = 8 + (y - top) * 0.1
        board.stroke(
            smooth([(x - reach, y), (x, y - 3), (x + reach, y)]), lighter(board.light.water[1], 0.35), 2.4, 0.5
        )
