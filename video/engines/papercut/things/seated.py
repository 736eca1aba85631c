"""Animals with paws as they sit: upright on their haunches; facing right, feet at (0, 0)."""

from __future__ import annotations

from dataclasses import replace

import skia

from video.engines.papercut.palette import darker
from video.engines.papercut.paper import Board, Point, limb, oval, smooth
from video.engines.papercut.things.attire import below_head, draw_neckwear, draw_patch, lean_of
from video.engines.papercut.things.breeds import Breed
from video.engines.papercut.things.coats import draw_coat, draw_mane, draw_ruff, draw_tail
from video.engines.papercut.things.heads import draw_head
from video.engines.papercut.things.moment import Moment, own

_HANGS = {
    "bush": 21.0,
    "cat": 16.0,
    "thick": 24.0,
    "flat": 24.0,
    "plume": 13.0,
    "thin": 14.0,
    "curl": 12.0,
    "puff": 12.0,
    "short": 13.0,
}
"""How far below its root a tail reaches: it must not lie under the ground."""


def sits_upright(breed: Breed) -> bool:
    """True for those that sit on their haunches; all others lie down with their heads up."""
    return breed.foot == "paw" and not {"spines", "bands"} & set(breed.marks)


def draw_seated(board: Board, breed: Breed, moment: Moment) -> None:
    """Draws an animal that sits."""
    coat = own(board, moment, breed.coat)
    legs = board.light.dye(breed.mark, 0.65) if "dark legs" in breed.marks else coat
    half, thick, wide = breed.length / 2, breed.thick, breed.leg_width
    breath = 0.012 * thick * moment.swing()
    tall = (breed.leg + thick) * 1.02 + breath
    board.shadow(oval(-half * 0.1, 0, half * 0.86, 2.6), 5, 0.5)
    root = max(thick * 0.3, _HANGS.get(breed.tail, 0.0))
    draw_tail(board, breed, replace(moment, gait="sleep"), coat, (-half * 0.7, -root))
    shoulder = (half * 0.34, -tall)
    _front_leg(board, breed, darker(legs, 0.24), (half * 0.52, -tall * 0.6))
    head = (
        shoulder[0] + breed.neck[0] * 0.7,
        shoulder[1] + breed.neck[1] * 0.72 - breed.head * 0.25 + 0.35 * moment.swing(),
    )
    rump = (-half * 0.42, -thick * 0.5)
    middle = (-half * 0.1, -tall * 0.58)
    trunk = limb([rump, middle, (half * 0.26, -tall * 0.84)], [thick * 0.98, thick * 1.06, thick * 0.8])
    neck = limb([(half * 0.16, -tall * 0.72), ((half * 0.3 + head[0]) / 2, (-tall * 0.9 + head[1]) / 2), head],
                [thick * 0.85, max(breed.neck_width * 1.2, thick * 0.5), breed.neck_width])  # fmt: skip
    joined = skia.Op(trunk, neck, skia.PathOp.kUnion_PathOp)
    trunk = trunk if joined is None else joined
    board.sheet(trunk, coat, 4)
    draw_coat(board, breed, coat, trunk, (half * 0.9, -tall, -breed.leg * 0.4))
    if breed.belly != breed.coat:
        with board.within(trunk):
            board.flat(
                oval(half * 0.52, -tall * 0.62, thick * 0.24, tall * 0.3), board.light.dye(breed.belly, 0.7), 0.9
            )
    _clothed(board, moment, trunk, (half, tall))
    board.sheet(oval(-half * 0.36, -thick * 0.46, half * 0.44, thick * 0.47), legs, 2, edge=0.16)
    foot = limb([(-half * 0.42, -wide * 0.42), (half * 0.16, -wide * 0.42)], [wide * 0.9, wide * 0.8])
    board.sheet(foot, darker(legs, 0.08), 1.4, edge=0.14)
    _front_leg(board, breed, legs, (half * 0.36, -tall * 0.6))
    if breed.mane is not None:
        draw_mane(board, breed, (half * 0.1, -tall * 0.84), head, moment)
    if "ruff" in breed.marks:
        draw_ruff(board, breed, coat, head)
    _dressed(board, breed, moment, trunk, (half, tall, head))
    draw_head(board, breed, coat, head, moment)


def _clothed(board: Board, moment: Moment, trunk: skia.Path, size: tuple[float, float]) -> None:
    """The waistcoat or cloth over the upper half of the trunk of one that sits."""
    half, tall = size
    piece = moment.livery.piece("vest", "apron", "poncho", "shawl", "cloak") if moment.livery is not None else None
    if piece is None:
        return
    cloth = board.light.dye(piece[1], 0.75)
    edge = [(-half * 1.1, -tall * 0.6), (-half * 0.5, -tall * 1.1), (half * 0.1, -tall * 0.94),
            (half * 0.8, -tall * 0.8), (half * 1.2, -tall * 0.5), (half * 0.6, -tall * 0.3),
            (-half * 0.3, -tall * 0.34)]  # fmt: skip
    with board.within(trunk):
        board.sheet(smooth(edge, closed=True, tension=8), cloth, 1.6)
        board.stroke(smooth([(half * 0.42, -tall * 0.86), (half * 0.5, -tall * 0.3)]), darker(cloth, 0.35), 1.0, 0.7)


def _dressed(board: Board, breed: Breed, moment: Moment, trunk: skia.Path, where: tuple[float, float, Point]) -> None:
    """What is worn, and a patch on the chest, of one that sits."""
    half, tall, head = where
    if moment.livery is None:
        return
    if moment.livery.chest is not None:
        with board.within(trunk):
            draw_patch(
                board, (half * 0.55, -tall * 0.66), (breed.thick * 0.16, breed.thick * 0.26), moment.livery.chest
            )
    if moment.livery.flank is not None:
        with board.within(trunk):
            draw_patch(board, (-half * 0.1, -tall * 0.3), (breed.thick * 0.3, breed.thick * 0.36), moment.livery.flank)
    root = (half * 0.16, -tall * 0.72)
    at = below_head(root, head, breed.head)
    draw_neckwear(board, moment.livery, at, max(breed.neck_width * 1.2, breed.head * 1.1), lean_of(root, head))


def _front_leg(board: Board, breed: Breed, coat: int, hip: Point) -> None:
    """A straight front leg with its paw."""
    wide = breed.leg_width
    x, y = hip
    foot = (x + wide * 0.3, -1.0)
    leg = limb(
        [(x, y - wide * 0.5), (x + 1, y), (x + 1.5, y * 0.45), foot], [wide * 0.6, wide * 1.5, wide * 1.05, wide * 0.95]
    )
    paw = oval(foot[0] + wide * 0.3, -wide * 0.32, wide * 0.78, wide * 0.4)
    joined = skia.Op(leg, paw, skia.PathOp.kUnion_PathOp)
    board.sheet(leg if joined is None else joined, coat, 1.6, edge=0.14)
    if breed.socks is not None:
        board.flat(paw, board.light.dye(breed.socks, 0.7))
