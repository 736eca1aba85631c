"""Planks under one's feet over water: a bridge on which people stand, the deck of a ship."""

from __future__ import annotations

import skia

from video.engines.papercut.land.country import darken
from video.engines.papercut.land.far import SNOW
from video.engines.papercut.land.view import View
from video.engines.papercut.land.waters import sheets_of_water
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, line, oval

DEEP = 150.0
"""How far (frame units) a bridge's deck reaches from its back rail to its edge."""


def draw_bridge_deck(board: Board, view: View) -> None:
    """The river, the bridge's back rail, its deck, and its edge over the water at the stage front."""
    y, whole = view.setting.line, board.right - board.left + 40
    sheets_of_water(board, view, view.setting.base + 6, view.bottom + 60, 5)
    board.flat(box(board.left - 20, view.bottom - 60, whole, board.bottom - view.bottom + 100), board.light.water[0])
    wood = _timber(board, view)
    _rail(board, view, y + 4, wood)
    deck = box(board.left - 20, y, whole, DEEP)
    board.sheet(deck, wood, 8)
    with board.within(deck):
        _planks(board, view, y, darker(wood, 0.35))
    board.sheet(box(board.left - 20, y + DEEP - 6, whole, 40), darker(wood, 0.28), 9)
    for i in range(5):
        x = view.span * (i + 0.5) / 5
        board.sheet(box(x - 26, y + DEEP + 30, 52, view.bottom - y, 4), darker(wood, 0.4), 8)
    darken(board, view)


def draw_ship_deck(board: Board, view: View) -> None:
    """The deck of a ship to the foot of the picture, its rail, a coil of rope, a mast with its shrouds."""
    y, wood = view.setting.line, _timber(board, view)
    _rail(board, view, y + 4, mix(wood, board.light.dye(0xF3EEE2, 0.9), 0.25))
    deck = box(board.left - 20, y, board.right - board.left + 40, board.bottom - y + 40)
    board.sheet(deck, wood, 8)
    with board.within(deck):
        _planks(board, view, y, darker(wood, 0.35))
    x = view.span * (0.1 if view.left else 0.9)
    mast = darker(wood, 0.2)
    shrouds = skia.Path()
    for k in range(4):
        shrouds.addPath(line((x - 130 + 40 * k, y - 6), (x, view.top - 120)))
    board.stroke(shrouds, board.light.dye(0x6B5138, 0.9), 4, 0.8)
    board.sheet(box(x - 24, board.top - 20, 48, y - board.top + 46, 6), mast, 9)
    rope = board.light.dye(0xC9A66B, 0.9)
    coil = view.span * (0.9 if view.left else 0.1)
    for i in range(4):
        board.sheet(oval(coil, y + 40 - 11 * i, 62 - 3 * i, 17), mix(rope, darker(rope, 0.2), 0.5 * (i % 2)), 3)
    darken(board, view)


def _timber(board: Board, view: View) -> int:
    wood = board.light.dye(mix(view.style.trim, 0xA77C50, 0.75), 0.9)
    return mix(wood, board.light.dye(SNOW, 0.8), 0.6) if view.snowy else wood


def _planks(board: Board, view: View, y: float, colour: int) -> None:
    """Joints of planks that run towards the viewer."""
    joints, middle = skia.Path(), view.span / 2
    for i in range(-26, 27):
        joints.addPath(line((middle + 62 * i, y), (middle + 90 * i, y + DEEP), (middle + 250 * i, board.bottom + 40)))
    board.stroke(joints, colour, 3, 0.5)


def _rail(board: Board, view: View, foot: float, wood: int) -> None:
    """Posts with two bars, behind whoever stands there."""
    posts, high = skia.Path(), 128.0
    step = view.span / 9
    for i in range(-1, 11):
        posts.addRect(skia.Rect.MakeXYWH(step * (i + 0.5) - 9, foot - high, 18, high + 6))
    board.sheet(posts, darker(wood, 0.2), 5)
    for dy, tall in ((high, 20.0), (0.52 * high, 13.0)):
        board.sheet(box(board.left - 20, foot - dy - 8, board.right - board.left + 40, tall, 5), lighter(wood, 0.1), 6)
