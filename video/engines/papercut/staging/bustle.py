"""Things, animals and people of an open-air scene, each on a place of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from video.engines.papercut.land.plants import draw_crop, draw_flowers
from video.engines.papercut.palette import darker
from video.engines.papercut.paper import Board, box, line, polygon
from video.engines.papercut.staging.ground import Ground
from video.engines.papercut.staging.players import FEET, Placed, draw_crowd, draw_placed
from video.engines.papercut.things.creatures import FLYING, draw_animal, width_of
from video.engines.papercut.things.props import DRAWINGS, WIDTHS, draw_prop

if TYPE_CHECKING:
    from video.concepts.scenery import Mention
    from video.engines.papercut.staging.compose import Plot

BEHIND = frozenset({"boat", "flag", "bush", "fire", "stall"})


def draw_bustle(board: Board, plot: Plot, placed: tuple[Placed, ...], ground: Ground, hearth: float | None) -> None:
    """All that stands, walks and flies before the backdrop, the players last."""
    scenery = plot.scenery
    if plot.has("fence"):
        _fence(board)
    if plot.has("flag"):
        _bunting(board)
    if plot.has("market", "stall"):
        for share in (0.17, 0.5, 0.84):
            draw_prop(board, "stall", board.span * share, 772, 300)
    if plot.has("wheat"):
        draw_crop(board, 792, board.left, board.right)
    tall = placed[0].height if placed else 420.0
    behind = Ground(board.span * 0.03, board.span * 0.97)
    for player in placed:
        behind.block(player.x - tall * 0.2, player.x + tall * 0.2)
    for mention in scenery.animals:
        if mention.concept.id not in FLYING and not _walks(board, mention, tall, ground):
            plot.left_out.append(mention.concept.id)
    _things(board, plot, tall, ground, behind)
    crowd = next((m for m in scenery.people if m.concept.id in ("people", "children")), None)
    if crowd is not None or plot.has("market"):
        children = crowd is not None and crowd.concept.id == "children"
        draw_crowd(board, 6 if crowd else 4, 786, 300, behind, children=children)
    for mention in scenery.animals:
        if mention.concept.id in FLYING:
            _flies(board, mention, tall)
    fire = plot.thing("fire")
    if fire is not None and hearth is not None:
        draw_prop(board, "fire", hearth, FEET - 4, 400 * fire.size)
    if plot.has("flower", "garden"):
        for share in (0.06, 0.36, 0.62, 0.94):
            x = ground.take(110, board.span * share)
            if x is not None:
                draw_flowers(board, x, FEET + 34, 150, 6)
    for player in placed:
        draw_placed(board, player, FEET)


def _things(board: Board, plot: Plot, tall: float, ground: Ground, behind: Ground) -> None:
    """Things at the front where there is room, else smaller at the back."""
    for mention in plot.scenery.things:
        kind = mention.concept.id
        if kind not in DRAWINGS or kind in BEHIND:
            continue
        size = tall * 0.9 * mention.size
        for drawn in range(min(mention.count or 3, 3)):
            width = WIDTHS[kind] * size / 100 + 14
            wish = board.span * board.chance.pick((0.2, 0.5, 0.82))
            x = ground.take(width, wish)
            if x is not None:
                behind.block(x - width / 2, x + width / 2)
                draw_prop(board, kind, x, FEET - 8, size, colour=mention.colour)
                continue
            x = behind.take(width * 0.72, wish)
            if x is not None:
                draw_prop(board, kind, x, 780, size * 0.72, colour=mention.colour)
            elif not drawn:
                plot.left_out.append(kind)


def _walks(board: Board, mention: Mention, tall: float, ground: Ground) -> bool:
    """Draws an animal on the ground, smaller where it is tight; False where there is no room at all."""
    kind, done = mention.concept.id, False
    for i in range(min(mention.count or 3, 4)):
        large = tall * mention.size * max(1.0, min(1.25, 0.5 / width_of(kind)))
        for shrink in (1.0, 0.8, 0.62):
            x = ground.take(width_of(kind) * large * shrink, board.span * ((0.8 - 0.27 * i) % 1.0))
            if x is not None:
                draw_animal(
                    board,
                    kind,
                    x,
                    FEET + 2 - 40 * (1 - shrink),
                    large * shrink,
                    coat=mention.colour,
                    flip=x > board.span / 2,
                )
                done = True
                break
    return done


def _flies(board: Board, mention: Mention, tall: float) -> None:
    for i in range(min(mention.count or 3, 5)):
        x, y = board.span * ((0.56 + 0.23 * i) % 0.9 + 0.05), 300 + 70 * ((i * 2) % 3) + board.chance.near(0, 20)
        draw_animal(
            board, mention.concept.id, x, y, tall * (1.5 - 0.15 * i), coat=mention.colour, flip=board.chance.maybe(0.5)
        )


def _fence(board: Board) -> None:
    wood = board.light.dye(0xA67C52, 0.9)
    for y in (712.0, 742.0):
        board.sheet(box(board.left - 10, y, board.right - board.left + 20, 9), darker(wood, 0.15), 3)
    x = board.left
    while x < board.right:
        board.sheet(polygon([(x, 775), (x, 700), (x + 8, 688), (x + 16, 700), (x + 16, 775)]), wood, 3)
        x += 62


def _bunting(board: Board) -> None:
    count = 15
    board.stroke(line((board.left, 330), (board.right, 330)), board.light.dye(0x6B4A36), 3)
    for i in range(count):
        x = board.left + (board.right - board.left) * i / count
        colour = (0xC8553D, 0xE0A030, 0x2F6F8F, 0x7A4B8C, 0x3F8F6B)[i % 5]
        board.sheet(polygon([(x, 330), (x + 62, 330), (x + 31, 394)]), board.light.dye(colour, 0.7), 5)
