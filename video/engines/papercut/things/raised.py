"""Animals with paws as they stand on their hind legs, and as they float on their backs; facing right."""

from __future__ import annotations

from dataclasses import replace

import skia

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval
from video.engines.papercut.things.attire import below_head, draw_neckwear, draw_patch, lean_of
from video.engines.papercut.things.breeds import Breed
from video.engines.papercut.things.coats import draw_coat, draw_ruff, draw_tail
from video.engines.papercut.things.heads import draw_head
from video.engines.papercut.things.moment import Moment, own
from video.engines.papercut.things.seated import sits_upright

RAISED = ("rear", "float")
"""Gaits of those that can sit upright."""


def can_rise(breed: Breed) -> bool:
    """True for those with paws that sit upright too."""
    return sits_upright(breed)


def rearing_head(breed: Breed) -> Point:
    """The middle of the skull of one that stands on its hind legs."""
    top = _hip(breed) - 0.8 * breed.length
    return 4 + breed.neck[0] * 0.45, top - abs(breed.neck[1]) * 0.5 - breed.head * 0.35


def floating_head(breed: Breed) -> Point:
    """The middle of the skull of one that floats on its back, its water at 0."""
    return breed.length * 0.5 + breed.head * 0.45, -breed.head * 0.62 - breed.thick * 0.12


def _hip(breed: Breed) -> float:
    return -max(breed.leg * 0.85, breed.thick * 0.62)


def _joined(one: skia.Path, other: skia.Path) -> skia.Path:
    both = skia.Op(one, other, skia.PathOp.kUnion_PathOp)
    return one if both is None else both


def draw_rearing(board: Board, breed: Breed, moment: Moment) -> None:
    """Draws an animal that stands on its hind legs, forepaws before the chest."""
    coat = own(board, moment, breed.coat)
    legs = board.light.dye(breed.mark, 0.65) if "dark legs" in breed.marks else coat
    thick, wide = breed.thick, breed.leg_width
    hip, sway = _hip(breed), 0.5 * moment.swing()
    top = hip - 0.8 * breed.length
    board.shadow(oval(1, 0, thick * 0.9, 2.6), 5, 0.5)
    draw_tail(board, breed, replace(moment, gait="sleep"), coat, (-thick * 0.34, hip * 0.75))
    _hind(board, darker(legs, 0.24), (4.0, hip), (thick, wide))
    _paw(board, darker(legs, 0.24), (8 + sway, top + thick * 0.42), (thick, wide, breed.leg), moment)
    head = rearing_head(breed)
    head = head[0] + sway, head[1] + 0.3 * moment.swing()
    trunk = limb([(-1, hip + 2), (-2, (hip + top) * 0.52), (4 + sway, top)], [thick * 1.02, thick * 1.08, thick * 0.76])
    neck = limb([(2 + sway, top + 4), head], [thick * 0.8, max(breed.neck_width, thick * 0.5)])
    trunk = _joined(trunk, neck)
    board.sheet(trunk, coat, 4)
    draw_coat(board, breed, coat, trunk, (thick * 0.5, top, hip))
    if breed.belly != breed.coat:
        with board.within(trunk):
            pale = board.light.dye(breed.belly, 0.7)
            board.flat(oval(thick * 0.36, (hip + top) * 0.5, thick * 0.34, -(top - hip) * 0.46), pale, 0.9)
    if moment.livery is not None and moment.livery.chest is not None:
        with board.within(trunk):
            at = (thick * 0.3, top + thick * 0.5)
            draw_patch(board, at, (thick * 0.2, thick * 0.26), moment.livery.chest)
    _hind(board, legs, (-2.0, hip), (thick, wide))
    _paw(board, legs, (2 + sway, top + thick * 0.5), (thick, wide, breed.leg), moment)
    if "ruff" in breed.marks:
        draw_ruff(board, breed, coat, head)
    if moment.livery is not None:
        root = (2 + sway, top + 4)
        at = below_head(root, head, breed.head)
        draw_neckwear(board, moment.livery, at, max(breed.neck_width * 1.2, breed.head * 1.1), lean_of(root, head))
    draw_head(board, breed, coat, head, moment)


def _hind(board: Board, coat: int, hip: Point, measures: tuple[float, float]) -> None:
    """A bent hind leg on its long foot."""
    thick, wide = measures
    x, y = hip
    thigh = limb([(x, y - 1), (x + thick * 0.22, y * 0.62), (x - 1, -wide * 0.5)], [thick * 0.78, thick * 0.6, wide])
    foot = limb([(x - 2, -wide * 0.38), (x + wide * 1.7, -wide * 0.38)], [wide * 0.86, wide * 0.72])
    board.sheet(_joined(thigh, foot), coat, 1.8, edge=0.14)


def _paw(board: Board, coat: int, shoulder: Point, measures: tuple[float, float, float], moment: Moment) -> None:
    """A forepaw, held before the chest."""
    thick, wide, leg = measures
    x, y = shoulder
    reach = max(leg, thick * 0.7)
    end = (x + thick * 0.62, y + reach * (0.5 + 0.04 * moment.swing(2)))
    arm = limb([(x, y), (x + thick * 0.28, y + reach * 0.62), end], [wide * 1.3, wide * 1.05, wide * 0.85])
    board.sheet(_joined(arm, oval(end[0] + 1, end[1] + 0.5, wide * 0.56, wide * 0.5)), coat, 1.6, edge=0.14)


def draw_floating(board: Board, breed: Breed, moment: Moment) -> None:
    """Draws an animal on its back in the water, whose line is at 0: the belly up, the paws on it."""
    coat = own(board, moment, breed.coat)
    thick, wide, half = breed.thick, breed.leg_width, breed.length / 2
    bob = 0.5 * moment.swing()
    with board.at(-half * 0.86, -thick * 0.02 + bob, turn=8 + 4 * moment.swing()):
        board.sheet(limb([(2, 0), (-half * 0.5, -2), (-half * 0.95, -5)], [thick * 0.44, thick * 0.3, 3]), coat, 1.6)
    for k, x in enumerate((-half * 0.86, -half * 0.7)):
        foot = limb([(x + 4, -thick * 0.1 + bob), (x, -thick * 0.52 + bob)], [wide * 0.9, wide * 1.05])
        board.sheet(foot, darker(coat, 0.24 * (1 - k)), 1.4)
    head = floating_head(breed)
    head = head[0], head[1] + bob
    trunk = limb([(-half * 0.8, bob), (0, -thick * 0.1 + bob), (half * 0.72, -thick * 0.1 + bob)],
                 [thick * 0.68, thick * 0.96, thick * 0.8])  # fmt: skip
    trunk = _joined(trunk, limb([(half * 0.6, -thick * 0.14 + bob), head], [thick * 0.7, breed.neck_width * 0.9]))
    board.sheet(trunk, coat, 3.5)
    with board.within(trunk):
        pale = board.light.dye(breed.belly, 0.7) if breed.belly != breed.coat else lighter(coat, 0.25)
        board.flat(oval(-half * 0.04, -thick * 0.42 + bob, half * 0.72, thick * 0.34), pale, 0.9)
    draw_head(board, breed, coat, head, moment)
    for k, x in enumerate((half * 0.2, half * 0.44)):
        elbow = (x + 3, -thick * 0.46 + bob)
        end = (half * 0.12 + 4 * k, -thick * 0.64 + bob + 0.6 * moment.swing(2, 0.2 * k))
        arm = limb([(x + 5, -thick * 0.2 + bob), elbow, end], [wide * 1.15, wide, wide * 0.86])
        board.sheet(arm, darker(coat, 0.1 * (1 - k)), 1.5, edge=0.14)
    foam = board.light.dye(0xFFFFFF, 0.6)
    for x, long in ((-half * 0.5, half * 0.7), (half * 0.5, half * 0.8)):
        board.stroke(limb([(x - long / 2, thick * 0.3), (x + long / 2, thick * 0.3)], [0.8, 0.8]), foam, 0.8, 0.6)
