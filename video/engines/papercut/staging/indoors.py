"""Scenes in a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from video.concepts.scenery import Concept, Mention
from video.engines.papercut.land.room import draw_curtains, draw_floor, draw_wall
from video.engines.papercut.paper import Board
from video.engines.papercut.staging.ground import Ground
from video.engines.papercut.staging.players import draw_placed, place_players
from video.engines.papercut.things.creatures import FLYING, draw_animal, width_of
from video.engines.papercut.things.props import DRAWINGS, WIDTHS, draw_prop

if TYPE_CHECKING:
    from video.engines.papercut.staging.compose import Plot

FEET = 842.0
NOT_INDOORS = frozenset({"fire", "bush", "boat", "stall", "well", "tent", "rock"})


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
    plot.left_out.extend(p.name for p in plot.players if all(q.player is not p for q in placed))
    tall = placed[0].height if placed else 430.0
    behind = Ground(board.span * 0.08, board.span * 0.92)
    if hearth is not None:
        behind.block(hearth - 220, hearth + 220)
    for player in placed:
        behind.block(player.x - tall * 0.07, player.x + tall * 0.07)  # what stands at the wall may be half hidden
    for mention in plot.scenery.animals:
        kind = mention.concept.id
        large = tall * max(0.9, min(1.3, 0.5 / width_of(kind)))
        for shrink in (1.0, 0.8, 0.6):
            x = ground.take(width_of(kind) * large * shrink, board.span * 0.6)
            if x is not None:
                lift = 260 if kind in FLYING else 0
                draw_animal(board, kind, x, FEET - lift, large * shrink, coat=mention.colour, flip=False)
                break
        else:
            plot.left_out.append(kind)
    for mention in sorted(_furniture(plot), key=lambda m: -WIDTHS[m.concept.id]):
        if not _furnish(board, mention, tall, ground, behind):
            plot.left_out.append(mention.concept.id)
    for player in placed:
        draw_placed(board, player, FEET)
    if hearth is not None and board.light.lit:
        board.glow(hearth, 760, 900, 0xFFA050, 0.30)


def _furniture(plot: Plot) -> list[Mention]:
    """What stands in the room; bread and pot stand on a table, whether it was asked for or not."""
    things = [m for m in plot.scenery.things if m.concept.id in DRAWINGS and m.concept.id not in NOT_INDOORS]
    tables = [m for m in things if m.concept.id == "table"]
    served = [m for m in things if m.concept.id in ("bread", "pot")]
    if served and not tables:
        tables = [Mention(concept=Concept(id="table", kind="thing"))]
    return [*tables, *(m for m in things if m not in served and m not in tables)]


def _furnish(board: Board, mention: Mention, tall: float, ground: Ground, behind: Ground) -> bool:
    """Large things stand at the wall behind the figures, small ones between them; False where nothing fits."""
    kind, done = mention.concept.id, False
    for _ in range(min(mention.count or 2, 3)):
        width = WIDTHS[kind] * tall * mention.size / 100 + 10
        places = ((behind, 0.86, 776.0), (behind, 0.7, 772.0), (ground, 0.9, FEET - 14), (ground, 0.7, FEET - 20))
        for line_of, share, y in places if WIDTHS[kind] > 40 else places[2:] + places[:2]:
            x = line_of.take(width * share, board.span * (0.5 if line_of is behind else 0.86))
            if x is not None:
                draw_prop(board, kind, x, y, tall * mention.size * share, colour=mention.colour)
                done = True
                break
    return done
