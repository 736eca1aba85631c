"""Scenes in a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from video.papercut.creatures import FLYING, draw_animal, width_of
from video.papercut.paper import Board
from video.papercut.players import draw_placed, place_players
from video.papercut.props import DRAWINGS, WIDTHS, draw_prop
from video.papercut.room import draw_curtains, draw_floor, draw_wall
from video.papercut.stage import Ground

if TYPE_CHECKING:
    from video.papercut.compose import Plot

FEET = 842.0


def draw_indoors(board: Board, plot: Plot, layer: int) -> None:
    """One of a room's three layers: wall, floor with all that stands on it, curtains."""
    fire = plot.has("fire")
    hearth = board.span * 0.76 if fire else None
    if layer == 0:
        draw_wall(board, plot.light, hearth_x=hearth, window_x=board.span * 0.26, moon=True)
        if hearth is not None:
            draw_prop(board, "fire", hearth, 738, 400)
            board.glow(hearth, 640, 760, 0xFF9A4D, 0.42 if board.light.lit else 0.15)
        return
    if layer == 2:
        draw_curtains(board)
        return
    draw_floor(board, board.span * 0.46)
    ground = Ground(board.span * 0.1, board.span * 0.9)
    if hearth is not None:
        ground.block(hearth - 120, hearth + 120)
    placed = place_players(board, plot.players, ground, moving=False)
    tall = placed[0].height if placed else 430.0
    things = [m for m in plot.scenery.things if m.concept.id in DRAWINGS and m.concept.id not in ("fire", "bush", "boat", "stall")]
    for mention in things:
        size = tall * mention.size
        for _ in range(min(mention.count or 2, 3)):
            x = ground.take(WIDTHS[mention.concept.id] * size / 100 + 10, board.span * 0.86)
            if x is not None:
                draw_prop(board, mention.concept.id, x, FEET - 14, size, colour=mention.colour)
    for mention in plot.scenery.animals:
        kind = mention.concept.id
        large = tall * max(0.9, min(1.5, 0.5 / width_of(kind)))
        x = ground.take(width_of(kind) * large, board.span * 0.6)
        if x is not None:
            draw_animal(board, kind, x, FEET - (260 if kind in FLYING else 0), large, coat=mention.colour, flip=False)
    for player in placed:
        draw_placed(board, player, FEET)
    if hearth is not None and board.light.lit:
        board.glow(hearth, 760, 900, 0xFFA050, 0.30)
