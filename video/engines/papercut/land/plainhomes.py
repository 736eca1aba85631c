"""Plain houses of no particular land: low gables and flat roofs in the colours of earth."""

from __future__ import annotations

from video.engines.papercut.land.masonry import House, capped, door, window
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, limb, line, polygon


def _dado(board: Board, house: House, left: float, wide: float) -> None:
    """The darker foot of a wall."""
    board.flat(box(left, -11, wide, 11), mix(house.wall, board.light.dye(0x9A6A48, 0.9), 0.45))


def plain(board: Board, house: House) -> None:
    """A low house with its long side to us, under a shallow roof of boards or reeds."""
    board.sheet(box(-52, -46, 104, 46), house.wall, 4)
    _dado(board, house, -52, 104)
    door(board, -10, 19, 35, house.trim)
    for x in (-41, 24):
        window(board, (x, -36, 17, 15), lighter(house.wall, 0.5))
    roof = [(-62, -42), (-50, -68), (50, -68), (62, -42)]
    board.sheet(polygon(roof), house.roof, 5)
    for k in range(9):
        x = -48 + 12 * k
        board.stroke(line((x * 1.04, -66), (x * 1.22, -44)), darker(house.roof, 0.3), 0.8, 0.5)
    board.sheet(box(-63, -45, 126, 5, 2), darker(house.roof, 0.15), 2)
    if house.snow:
        capped(board, [(-55, -60), (-50, -69), (50, -69), (55, -60)])


def porch(board: Board, house: House) -> None:
    """A house with its low gable to us and a porch of posts before the door."""
    board.sheet(polygon([(-42, 0), (-42, -50), (0, -76), (42, -50), (42, 0)]), house.wall, 4)
    _dado(board, house, -42, 84)
    door(board, -9, 18, 34, house.trim)
    for x in (-34, 19):
        window(board, (x, -34, 14, 14), lighter(house.wall, 0.5))
    window(board, (-5, -64, 10, 9), lighter(house.wall, 0.5), bars=False)
    eaves = [(-54, -44), (0, -80), (54, -44), (51, -38), (0, -71), (-51, -38)]
    board.sheet(polygon(eaves), house.roof, 4)
    for x in (-22, 22):
        board.sheet(limb([(x, 1), (x, -41)], [3.2, 2.8]), house.trim, 2)
    board.sheet(polygon([(-30, -40), (-24, -47), (24, -47), (30, -40)]), mix(house.roof, house.trim, 0.25), 3)
    if house.snow:
        capped(board, [(-40, -54), (0, -81), (40, -54)])


def flat(board: Board, house: House) -> None:
    """A cube with a parapet, a stair up its side and a smaller room on its roof."""
    board.sheet(box(-14, -88, 50, 40), darker(house.wall, 0.07), 4)
    window(board, (2, -79, 12, 13), house.trim)
    board.sheet(box(-48, -58, 96, 58), house.wall, 5)
    board.sheet(box(-51, -63, 102, 7, 1), lighter(house.wall, 0.28), 2)
    board.sheet(box(-17, -92, 56, 6, 1), lighter(house.wall, 0.22), 2)
    _dado(board, house, -48, 96)
    door(board, -36, 19, 36, house.trim)
    window(board, (-5, -42, 16, 16), lighter(house.wall, 0.5))
    steps = [(46, 0), (46, -8), (39, -8), (39, -17), (32, -17), (32, -26), (25, -26), (25, -36), (18, -36), (18, 0)]
    board.sheet(polygon([(48, 0), *steps[1:-1], (18, 0)]), mix(house.wall, house.trim, 0.16), 3)
    board.sheet(polygon([(-40, -40), (-13, -40), (-10, -33), (-43, -33)]), house.cloth[0], 2)
    if house.snow:
        capped(board, [(-51, -63), (51, -63)])


def storeyed(board: Board, house: House) -> None:
    """Two storeys with a flat roof, a gallery of wood between them."""
    board.sheet(box(-46, -104, 92, 104), house.wall, 4)
    _dado(board, house, -46, 92)
    board.sheet(box(-50, -110, 100, 8, 1), house.roof, 3)
    door(board, -34, 19, 36, house.trim)
    window(board, (4, -34, 26, 18), lighter(house.wall, 0.5))
    for x in (-34, -8, 18):
        window(board, (x, -90, 15, 19), house.trim)
    board.sheet(box(-49, -58, 98, 5), house.trim, 3)
    for k in range(12):
        board.stroke(line((-46 + 8.4 * k, -58), (-46 + 8.4 * k, -68)), house.trim, 1.2)
    board.stroke(line((-48, -68), (48, -68)), house.trim, 2)
    if house.snow:
        capped(board, [(-50, -110), (50, -110)])
