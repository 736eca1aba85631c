"""A railway station: the platform, a train at it, the roof over the platform."""

from __future__ import annotations

import skia

from video.engines.papercut.land.country import darken
from video.engines.papercut.land.cut import lay, paving
from video.engines.papercut.land.far import SNOW
from video.engines.papercut.land.masonry import LAMPLIGHT
from video.engines.papercut.land.publicrooms import clock
from video.engines.papercut.land.shrubs import natural, shrub
from video.engines.papercut.land.streets import bench, lamp
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, line, oval, polygon, smooth


def draw_train_at_platform(board: Board, view: View) -> None:
    """Carriages from side to side, the engine's end seen at one of them."""
    d = 1 if view.left else -1  # the train's head points to this side
    zoom = 1.42 * (1 + 0.15 * min(1.0, view.lift / 725))
    with board.at(view.span * (0.86 if d > 0 else 0.14), view.setting.base + 30, zoom, flip=d < 0):
        reach = (board.right - board.left) / zoom
        board.sheet(box(-reach, -30, 2 * reach, 60), board.light.dye(0x4A443E, 0.9), 5)
        for k in range(1 + int(reach / WAGON)):
            _carriage(board, view, -(WAGON + 12) * k, first=k == 0)


WAGON = 560.0


def _carriage(board: Board, view: View, right: float, *, first: bool) -> None:
    """One carriage on the rails at height 0; the first has the driver's cab at its right end."""
    light = board.light
    colour = light.dye(view.style.cloth[1], 0.9)
    pale = light.dye(mix(view.style.walls[0], 0xF4EBD8, 0.5), 0.9)
    left, tall = right - WAGON, 250.0
    body = box(left, -tall, WAGON, tall - 26, 18)
    if first:
        nose = smooth([(right, -28), (right + 92, -30), (right + 84, -120), (right + 34, -226), (right, -tall),
                       (right - 60, -tall), (right - 60, -28)], closed=True, tension=10)  # fmt: skip
        body = skia.Op(body, nose, skia.PathOp.kUnion_PathOp)
    board.sheet(body, pale, 8)
    with board.within(body):
        board.flat(box(left, -112, WAGON + 120, 120), colour)
        board.flat(box(left, -122, WAGON + 120, 7), light.dye(view.style.cloth[2], 0.9))
        board.flat(box(left, -tall - 4, WAGON + 120, 22), darker(colour, 0.25))
        if first:
            glass = polygon([(right + 40, -206), (right + 80, -130), (right + 6, -130), (right + 6, -206)])
            board.flat(glass, LAMPLIGHT if light.lamps else light.dye(0x3F5E70, 0.9))
            board.flat(oval(right + 78, -64, 12, 12), LAMPLIGHT)
    panes, shine = skia.Path(), skia.Path()
    for k in range(5):
        x = left + 44 + 100 * k
        shine.addPath(polygon([(x + 6, -202), (x + 40, -202), (x + 6, -154)]))
        if k == 2:
            board.sheet(box(x - 6, -222, 82, 192, 8), mix(colour, pale, 0.3), 2)
            panes.addRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x + 8, -206, 54, 78), 8, 8))
        else:
            panes.addRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x, -206, 72, 74), 9, 9))
    board.flat(panes, LAMPLIGHT if light.lamps else light.dye(0x4F7488, 0.9))
    if not light.lit:
        board.flat(shine, 0xFFFFFF, 0.16)


def draw_platform(board: Board, view: View) -> None:
    """Slabs, the line at the edge that nobody steps over, a bench, a lamp, a clock on a post."""
    light, y = board.light, view.setting.line
    slab = light.dye(mix(0xC9BFB0, view.style.earth.sand, 0.3), 0.95)
    slab = mix(slab, light.dye(SNOW, 0.8), 0.7) if view.snowy else slab
    lay(board, [(board.left - 20, y), (board.right + 20, y)], slab, 9, bottom=9e3, straight=True)
    board.flat(box(board.left - 20, y, board.right - board.left + 40, 12), lighter(slab, 0.35))
    board.flat(box(board.left - 20, y + 24, board.right - board.left + 40, 9), light.dye(0xE9B93A, 0.9), 0.85)
    joints = paving(board, view, (110, 178, y + 34, 14), (y + 70, 44.0, 1.35))
    board.stroke(joints, darker(slab, 0.3), 2.6, 0.36)
    left = view.left
    bench(board, view, view.span * (0.12 if left else 0.88), y + 46)
    lamp(board, view, view.span * (0.24 if left else 0.76), y + 44, 470)
    x = view.span * (0.9 if left else 0.1)
    iron = light.dye(0x39424C, 0.9)
    board.stroke(line((x, y + 46), (x, y - 300)), iron, 11)
    clock(board, x, y - 330, 54, iron)
    for dx in (-1, 1):
        shrub(board, x + dx * 70, y + 50, 96, "planter", natural(board))
    darken(board, view)


def draw_canopy(board: Board, view: View) -> None:
    """The edge of the roof over the platform, cut into a fringe, on one column at the stage front."""
    light = board.light
    dark = mix(light.front, light.dye(view.style.trim), 0.25)
    low = view.top + 60 + 0.2 * view.lift
    d, edge = (-1, board.right) if view.left else (1, board.left)
    x = edge + d * (board.bleed + 46)
    board.sheet(box(x - 22, low - 20, 44, view.bottom - low + 200, 4), dark, 9, edge=0.12)
    board.sheet(box(x - 38, view.bottom - 40, 76, 200, 6), mix(dark, light.shade, 0.2), 8, edge=0.12)
    brace = smooth([(x, low + 170), (x + d * 30, low + 60), (x + d * 150, low + 6)])
    board.stroke(brace, dark, 16)
    fringe = skia.Path.Rect(skia.Rect.MakeLTRB(board.left - 20, board.top - 20, board.right + 20, low))
    px = board.left - 20
    while px < board.right + 40:
        fringe.addPath(polygon([(px, low - 2), (px + 46, low - 2), (px + 40, low + 26), (px + 23, low + 40), (px + 6,
            low + 26)]))  # fmt: skip
        px += 52
    fringe.setFillType(skia.PathFillType.kWinding)
    board.sheet(fringe, dark, 9, edge=0.1)
