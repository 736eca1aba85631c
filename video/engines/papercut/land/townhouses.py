"""Houses of towns and cities, wall to wall; each storey about 34 units high."""

from __future__ import annotations

from video.engines.papercut.land.masonry import House, capped, door, hole, opening, tiles, window
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, line, oval, polygon, smooth


def riad(board: Board, house: House) -> None:
    """An ochre house with stepped battlements, a high arched door and a green tiled eave."""
    board.sheet(box(8, -104, 40, 104), darker(house.wall, 0.08), 4)
    board.sheet(box(-50, -70, 76, 70), house.wall, 4)
    for x0, count, y in ((-50, 6, -70), (8, 3, -104)):
        for i in range(count):
            x = x0 + i * 13.0
            board.sheet(polygon([(x, y), (x, y - 5), (x + 3, y - 5), (x + 3, y - 9), (x + 7, y - 9), (x + 7, y - 5),
                                 (x + 10, y - 5), (x + 10, y)]), house.wall, 1)  # fmt: skip
    board.sheet(opening(-32, 30, 48), lighter(house.wall, 0.4), 1)
    board.sheet(opening(-27, 20, 39), house.trim, 1.5)
    board.flat(oval(-13, -18, 1.2, 1.2), board.light.dye(0xE5B53A, 0.7))
    for x, y in ((4, -48), (24, -90), (34, -90)):
        hole(board, opening(x, 8, 14, foot=y + 14))
    tiles(board, [(-38, -52), (-34, -58), (0, -58), (4, -52)], house.roof, pitch=4)


def arcade(board: Board, house: House) -> None:
    """A house over an arcade, with small windows above."""
    board.sheet(box(-54, -98, 108, 98), house.wall, 4)
    for i in range(3):
        x = -48 + i * 33
        hole(board, opening(x, 26, 44))
        board.stroke(opening(x, 26, 44), lighter(house.wall, 0.45), 2)
    for i in range(4):
        hole(board, opening(-45 + i * 25, 12, 22, foot=-58))
        board.sheet(box(-47 + i * 25, -58, 16, 3), house.trim, 1)
    board.sheet(box(-57, -102, 114, 6, 1), lighter(house.wall, 0.3), 2)


def balcony(board: Board, house: House) -> None:
    """Two storeys with a carved balcony and a tiled roof."""
    board.sheet(box(-46, -88, 92, 88), house.wall, 4)
    board.flat(box(-46, -11, 92, 11), mix(house.wall, house.trim, 0.45))
    door(board, -30, 19, 36, house.trim, arch=True)
    window(board, (12, -32, 15, 18), lighter(house.wall, 0.5))
    for x in (-30, -6, 18):
        window(board, (x, -76, 13, 24), house.trim)
    board.sheet(box(-40, -53, 80, 4), house.trim, 3)
    for i in range(14):
        board.stroke(line((-38 + i * 5.85, -53), (-38 + i * 5.85, -64)), house.trim, 1.1)
    board.stroke(line((-40, -64), (40, -64)), house.trim, 2)
    tiles(board, [(-54, -85), (-44, -104), (44, -104), (54, -85)], house.roof, pitch=7)
    if house.snow:
        capped(board, [(-48, -98), (-44, -105), (44, -105), (48, -98)])


def tiled(board: Board, house: House) -> None:
    """A narrow southern town house with shutters and washing."""
    board.sheet(box(-36, -104, 72, 104), house.wall, 4)
    door(board, -26, 18, 36, house.trim, arch=True)
    window(board, (6, -32, 15, 17), lighter(house.wall, 0.4))
    for y in (-94, -64):
        for x in (-24, 10):
            window(board, (x, y, 13, 18), lighter(house.wall, 0.4))
            for sx in (x - 8.5, x + 14.5):
                board.sheet(box(sx, y - 1, 7, 20), house.trim, 1.2)
    tiles(board, [(-42, -101), (-34, -113), (34, -113), (42, -101)], house.roof, pitch=6)


def gabled(board: Board, house: House) -> None:
    """A narrow house with a stepped gable."""
    steps = [(-32, 0), (-32, -92), (-24, -92), (-24, -102), (-15, -102), (-15, -112), (-6, -112), (-6, -121), (6, -121),
             (6, -112), (15, -112), (15, -102), (24, -102), (24, -92), (32, -92), (32, 0)]  # fmt: skip
    board.sheet(polygon([(float(a), float(b)) for a, b in steps]), house.wall, 4)
    door(board, -24, 17, 36, house.trim)
    window(board, (3, -34, 20, 21), lighter(house.wall, 0.5))
    for y in (-68, -96):
        for x in (-22, 8):
            window(board, (x if y > -90 else x * 0.5 - 3, y, 13, 18), lighter(house.wall, 0.5))
    board.sheet(box(-33, -44, 66, 3), lighter(house.wall, 0.35), 1)
    if house.snow:
        capped(board, [(-15, -112), (-6, -121), (6, -121), (15, -112)])


def rowhouse(board: Board, house: House) -> None:
    """A brick front with steps and a cornice."""
    board.sheet(box(-34, -100, 68, 100), house.wall, 4)
    for row in range(13):
        y = -6 - row * 7.2
        board.stroke(line((-33, y), (33, y)), darker(house.wall, 0.2), 0.6, 0.4)
    door(board, -26, 17, 40, house.trim)
    for k in range(3):
        board.sheet(box(-30 - k * 1.5, -5 + 2 * k, 25 + k * 3, 3), board.light.dye(0xB9B0A4, 0.9), 1)
    for x, y in ((6, -38), (-24, -68), (6, -68), (-24, -94), (6, -94)):
        window(board, (x, y, 15, 19), lighter(house.wall, 0.55))
    board.sheet(box(-38, -106, 76, 8, 1), lighter(house.trim, 0.2), 3)
    if house.snow:
        capped(board, [(-38, -107), (0, -108), (38, -107)])


def shop(board: Board, house: House) -> None:
    """A shop with an awning and flats above."""
    board.sheet(box(-44, -104, 88, 104), house.wall, 4)
    pane = box(-36, -36, 44, 28)
    board.flat(pane, 0xFFD98A if board.light.lamps else board.light.dye(0x6E8C9A, 0.9))
    door(board, 16, 18, 36, house.trim)
    for i in range(3):
        board.sheet(oval(-28 + i * 13, -12, 5, 5), board.light.dye((0xD9822B, 0xB5403A, 0x7FA23F)[i], 0.8), 1)
    awning(board, -42, -50, 84, house.cloth)
    for y in (-96, -72):
        for x in (-34, -7, 20):
            window(board, (x, y, 14, 15), lighter(house.wall, 0.5))
    board.sheet(box(-47, -109, 94, 7, 1), darker(house.wall, 0.25), 2)


def awning(board: Board, x: float, y: float, width: float, cloth: tuple[int, ...]) -> None:
    """A striped awning from its upper left corner."""
    count = 7
    step = width / count
    for i in range(count):
        colour = cloth[0] if i % 2 else board.light.dye(0xF6EEDD, 0.9)
        left, right = x + i * step, x + (i + 1) * step
        board.sheet(
            smooth([(left, y), (right, y), (right + 1, y + 13), ((left + right) / 2, y + 18), (left - 1, y + 13)],
                   closed=True, tension=16), colour, 1.5, edge=0.1,
        )  # fmt: skip


def shophouse(board: Board, house: House) -> None:
    """A narrow shop house with shutters, a sign board without words and a tiled eave."""
    board.sheet(box(-36, -100, 72, 100), house.wall, 4)
    hole(board, box(-30, -37, 60, 37))
    for i in range(3):
        board.sheet(box(-28 + i * 20, -15, 16, 15, 2), house.cloth[i % len(house.cloth)], 1.5)
    for x in (-31, 27):
        board.sheet(box(x, -38, 5, 38), house.trim, 1.5)
    tiles(board, [(-44, -38), (-38, -49), (38, -49), (44, -38)], house.roof, pitch=5)
    board.sheet(box(-22, -62, 44, 9, 1), house.cloth[0], 2)
    for x in (-27, -8, 11):
        window(board, (x, -91, 14, 22), house.trim)
    tiles(board, [(-44, -97), (-36, -110), (36, -110), (44, -97)], house.roof, pitch=6)
    if house.snow:
        capped(board, [(-40, -104), (-36, -111), (36, -111), (40, -104)])


def veranda(board: Board, house: House) -> None:
    """A flat-roofed house with a veranda on posts and a parapet of arches."""
    board.sheet(box(-46, -78, 70, 30), darker(house.wall, 0.07), 4)
    board.sheet(box(-54, -50, 108, 50), house.wall, 4)
    hole(board, opening(-38, 17, 34))
    for x in (-8, 24):
        window(board, (x, -36, 15, 17), house.trim)
    window(board, (-20, -72, 14, 15), house.trim)
    board.sheet(box(-58, -54, 116, 6), lighter(house.wall, 0.4), 3)
    for i in range(10):
        board.sheet(opening(-55 + i * 11.3, 8, 10, foot=-53), lighter(house.wall, 0.25), 0.8)
    for x in (-55, -14, 16, 52):
        board.sheet(box(x - 1.8, -48, 3.6, 48), house.trim, 1.5)
    board.flat(box(-54, -6, 108, 6), mix(house.wall, house.trim, 0.5))


def haveli(board: Board, house: House) -> None:
    """A tall house with a bay window, scalloped arches and a roof terrace."""
    board.sheet(box(-40, -108, 80, 108), house.wall, 4)
    for x in (-33, 7):
        board.sheet(opening(x - 2, 28, 42), lighter(house.wall, 0.4), 1)
        hole(board, opening(x + 2, 20, 36))
    board.sheet(box(-22, -82, 44, 34, 2), lighter(house.wall, 0.25), 4)
    for i in range(3):
        hole(board, opening(-18 + i * 13, 10, 22, foot=-54))
    board.sheet(polygon([(-26, -81), (-17, -92), (17, -92), (26, -81)]), house.roof, 3)
    for x in (-35, 26):
        hole(board, opening(x, 9, 16, foot=-72))
    for i in range(7):
        board.sheet(opening(-39 + i * 11.3, 9, 11, foot=-107), lighter(house.wall, 0.2), 0.8)


def block(board: Board, house: House) -> None:
    """A block of flats: five storeys of windows, a few balconies, a shop door."""
    tall, wide = 176.0, 96.0
    board.sheet(box(-wide / 2, -tall, wide, tall, 1), house.wall, 5)
    board.flat(box(-wide / 2, -34, wide, 34), darker(house.wall, 0.25))
    door(board, -9, 18, 29, house.trim)
    for x in (-40, 16):
        board.flat(box(x, -28, 24, 19, 1), 0xFFD98A if board.light.lamps else board.light.dye(0x6E8C9A, 0.9))
    frame = lighter(house.wall, 0.5)
    for row in range(4):
        y = -66 - 34 * row
        for col in range(4):
            window(board, (-41 + 22.5 * col, y, 14, 20), frame, bars=False)
        if row % 2 == 0:
            for x in (-44, 2):
                board.sheet(box(x, y + 18, 42, 3), darker(house.wall, 0.3), 2)
                board.flat(box(x, y + 9, 42, 10), house.cloth[row % len(house.cloth)], 0.55)
    board.sheet(box(-wide / 2 - 3, -tall - 5, wide + 6, 7, 1), darker(house.wall, 0.2), 2)
    board.sheet(box(14, -tall - 22, 18, 18, 1), darker(house.wall, 0.3), 2)
    if house.snow:
        capped(board, [(-wide / 2 - 3, -tall - 6), (0, -tall - 7), (wide / 2 + 3, -tall - 6)], 5)
