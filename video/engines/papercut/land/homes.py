"""Houses of many lands, of earth, stone, straw and wood; each about 100 units high about its door step."""

from __future__ import annotations

from video.engines.papercut.land.masonry import House, capped, courses, door, hole, opening, straw, tiles, window
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, box, limb, line, oval, polygon, smooth


def stone(board: Board, house: House) -> None:
    """Fieldstone walls under a steep roof of grass."""
    rock = mix(house.wall, board.light.dye(0x9A9088, 0.9), 0.45)
    board.sheet(polygon([(-42, 0), (-40, -44), (40, -44), (42, 0)]), rock, 4)
    courses(board, -39, -42, 78, 41, rock)
    door(board, -6, 16, 33, house.trim)
    window(board, (18, -32, 11, 11), house.trim)
    straw(board, ((-66, -38, 36, 51), (-82, -60, 24, 40), (-93, -78, 11, 27)), house.roof)
    if house.snow:
        capped(board, [(-26, -78), (-11, -93), (0, -95), (11, -93), (26, -78)])


def mud(board: Board, house: House) -> None:
    """A soft cube of clay with beam ends and a wall around its roof."""
    board.sheet(
        smooth([(-24, -58), (-24, -88), (-2, -91), (26, -88), (26, -58)], closed=True, tension=14),
        darker(house.wall, 0.1), 4,
    )  # fmt: skip
    board.sheet(
        smooth([(-50, 1), (-48, -56), (-44, -64), (-36, -58), (0, -60), (36, -58), (44, -64), (48, -56), (51, 1)],
               closed=True, tension=14), house.wall, 5,
    )  # fmt: skip
    hole(board, opening(-9, 18, 36))
    for x in (-34, 24):
        hole(board, box(x, -43, 9, 12, 1))
    hole(board, box(-3, -82, 8, 10, 1))
    for i in range(6):
        board.sheet(limb([(-36 + i * 14.5, -53), (-36 + i * 14.5, -48)], [3.6, 3]), house.trim, 1)


def mudtower(board: Board, house: House) -> None:
    """A tall clay house with horns and rows of beams that stick out."""
    board.sheet(polygon([(12, 0), (15, -62), (56, -60), (60, 0)]), darker(house.wall, 0.08), 4)
    for x in (17, 31, 45):
        board.sheet(polygon([(x, -60), (x + 4, -70), (x + 8, -60)]), darker(house.wall, 0.08), 1)
    body: list[Point] = [(-42, 0), (-36, -92), (-30, -106), (-24, -93), (-15, -104), (-6, -93), (3, -108), (10, -92),
                         (16, 0)]  # fmt: skip
    board.sheet(smooth(body, closed=True, tension=18), house.wall, 5)
    for y in (-82, -62, -42):
        for x in (-30, -18, -6, 5):
            board.sheet(limb([(x, y), (x - 1, y + 5)], [2.8, 2.4]), house.trim, 1.2)
    hole(board, opening(-22, 16, 33))
    for x in (-28, -4):
        hole(board, box(x, -74, 6, 9, 1))
    hole(board, box(30, -40, 8, 11, 1))


def round_hut(board: Board, house: House) -> None:
    """A round house with a high cone of straw and a painted band."""
    wall = smooth([(-37, 0), (-39, -36), (0, -40), (39, -36), (37, 0), (0, 3)], closed=True, tension=12)
    board.sheet(wall, house.wall, 4)
    board.flat(box(-38, -18, 76, 8), mix(house.wall, 0xFFF4E0, 0.5), 0.8)
    for i in range(8):
        board.flat(polygon([(-34 + i * 9, -11), (-29.5 + i * 9, -18), (-25 + i * 9, -11)]), house.cloth[0], 0.75)
    hole(board, opening(-9, 18, 31, foot=1))
    straw(board, ((-58, -30, 31, 52), (-79, -52, 18, 37), (-99, -74, 2, 23)), house.roof)
    board.sheet(limb([(0, -96), (1, -107)], [4, 1]), house.trim, 1)
    if house.snow:
        capped(board, [(-20, -78), (0, -99), (20, -78)])


def tin(board: Board, house: House) -> None:
    """A plastered house with a roof of corrugated sheets and a porch."""
    board.sheet(box(-52, -46, 104, 46), house.wall, 4)
    board.flat(box(-52, -13, 104, 13), mix(house.wall, house.cloth[1], 0.55))
    door(board, -11, 18, 35, house.trim)
    for x in (-42, 22):
        window(board, (x, -37, 15, 15), lighter(house.wall, 0.4), bars=False)
        board.stroke(line((x + 7.5, -37), (x + 7.5, -22)), house.trim, 1)
    roof = polygon([(-62, -42), (-47, -74), (47, -74), (62, -42)])
    board.sheet(roof, house.roof, 5)
    for i in range(13):
        x = -54 + 9 * i
        board.stroke(line((x, -43), (x * 0.78, -73)), darker(house.roof, 0.25), 0.9, 0.55)
    for x in (-56, 56):
        board.sheet(limb([(x, 0), (x, -42)], [3, 3]), house.trim, 2)


def thatch(board: Board, house: House) -> None:
    """A long house of poles and mud under palm leaves."""
    board.sheet(box(-48, -44, 96, 44), house.wall, 4)
    for i in range(13):
        board.stroke(line((-45 + i * 7.5, -2), (-45 + i * 7.5, -42)), darker(house.wall, 0.3), 1, 0.4)
    hole(board, box(-9, -35, 18, 35, 1))
    window(board, (22, -33, 12, 12), house.trim, bars=False)
    straw(board, ((-64, -36, 42, 60), (-80, -56, 33, 49), (-92, -74, 22, 39)), house.roof)


def stilt(board: Board, house: House) -> None:
    """A house of boards on posts, with a ladder and a railing."""
    for x in (-42, -16, 14, 42):
        board.sheet(limb([(x, 2), (x, -30)], [4, 4]), house.trim, 2)
    board.sheet(box(-52, -32, 104, 5), darker(house.wall, 0.25), 3)
    board.sheet(box(-42, -66, 84, 35), house.wall, 4)
    for k in range(5):
        board.stroke(line((-42, -37 - 7 * k), (42, -37 - 7 * k)), darker(house.wall, 0.3), 0.8, 0.5)
    hole(board, box(-20, -60, 15, 28))
    window(board, (10, -58, 15, 13), house.trim)
    straw(board, ((-80, -58, 40, 57), (-92, -74, 31, 47), (-101, -88, 20, 38)), house.roof)
    for x in (-29, -17):
        board.sheet(limb([(x - 9, 3), (x, -30)], [2.4, 2.4]), house.trim, 2)
    for k in range(5):
        y = -4 - 6 * k
        board.stroke(line((-37 + 1.6 * k, y), (-25 + 1.6 * k, y)), house.trim, 1.8)


def saddle(board: Board, house: House) -> None:
    """A house on posts under a high roof whose ridge rises at both ends."""
    for x in (-38, -14, 14, 38):
        board.sheet(limb([(x, 2), (x, -26)], [4.4, 4.4]), house.trim, 2)
    board.sheet(box(-47, -30, 94, 6), darker(house.wall, 0.2), 3)
    board.sheet(polygon([(-38, -30), (-43, -58), (43, -58), (38, -30)]), house.wall, 4)
    for i in range(6):
        x = -34 + 13 * i
        board.flat(polygon([(x, -44), (x + 4, -49), (x + 8, -44), (x + 4, -39)]), house.cloth[1], 0.8)
    hole(board, box(-8, -55, 16, 25))
    roof = smooth([(-66, -100), (-34, -84), (0, -80), (34, -84), (66, -100), (58, -56), (30, -53), (0, -52), (-30, -53),
                   (-58, -56)], closed=True, tension=10)  # fmt: skip
    board.sheet(roof, house.roof, 6)
    for k in range(3):
        y = -58 - 8 * k
        board.stroke(smooth([(-58 - k, y - 2), (-28, y), (0, y + 1), (28, y), (58 + k, y - 2)]),
                     darker(house.roof, 0.3), 0.9, 0.55)  # fmt: skip
    board.stroke(smooth([(-66, -100), (-34, -84), (0, -80), (34, -84), (66, -100)]), house.cloth[1], 2.2, 0.9)


def fale(board: Board, house: House) -> None:
    """An open house: posts, a stone floor and a great oval roof."""
    board.sheet(smooth([(-56, 2), (-50, -8), (0, -10), (50, -8), (56, 2)], closed=True), board.light.dye(0xA49C94), 3)
    hole_colour = board.light.dye(0x6E5540, 0.9) if not board.light.lamps else 0xD99A4C
    board.flat(box(-46, -42, 92, 36), hole_colour, 0.9)
    for i in range(3):
        board.sheet(box(-40 + i * 29, -40, 22, 17), mix(house.wall, 0xFFF2D8, 0.2), 1.5)
    for x in (-47, -30, -10, 10, 30, 47):
        board.sheet(limb([(x, -5), (x, -44)], [4, 4]), house.trim, 2)
    roof = smooth([(-62, -38), (-54, -62), (-34, -86), (0, -95), (34, -86), (54, -62), (62, -38), (0, -34)],
        closed=True,
                  tension=7)  # fmt: skip
    board.sheet(roof, house.roof, 6)
    for k in range(4):
        y, half = -46 - 11 * k, 56 - 9 * k
        board.stroke(smooth([(-half, y), (0, y + 5), (half, y)]), darker(house.roof, 0.3), 1, 0.5)
    board.sheet(limb([(-26, -91), (0, -96), (26, -91)], [4, 5, 4]), darker(house.roof, 0.2), 1.5)


def yurt(board: Board, house: House) -> None:
    """A round felt tent with a crown, bands and a painted door."""
    board.sheet(smooth([(-48, 1), (-50, -38), (0, -43), (50, -38), (48, 1), (0, 4)], closed=True, tension=14),
                house.wall, 5)  # fmt: skip
    roof = smooth([(-54, -36), (-34, -54), (-9, -66), (9, -66), (34, -54), (54, -36), (0, -41)], closed=True, tension=9)
    board.sheet(roof, house.roof, 5)
    for x in (-30, -12, 12, 30):
        board.stroke(line((x * 0.28, -64), (x * 1.5, -39)), darker(house.roof, 0.3), 1.2, 0.5)
    board.sheet(smooth([(-13, -62), (-9, -70), (9, -70), (13, -62)], closed=True), house.cloth[1], 3)
    for y in (-33, -9):
        board.flat(box(-49, y, 98, 4), house.trim, 0.85)
    for i in range(11):
        x = -45 + 8.6 * i
        board.flat(oval(x, -19, 3, 3), house.cloth[0], 0.35)
    board.sheet(box(-12, -34, 24, 36, 1.5), house.trim, 3)
    board.sheet(box(-8.5, -30, 7.5, 30), house.cloth[0], 1)
    board.sheet(box(1, -30, 7.5, 30), house.cloth[0], 1)
    if house.snow:
        capped(board, [(-34, -54), (-9, -67), (9, -67), (34, -54)], 3)


def timber(board: Board, house: House) -> None:
    """A house of upright boards, painted, with white corners and windows."""
    board.sheet(polygon([(-40, 0), (-40, -48), (0, -86), (40, -48), (40, 0)]), house.wall, 4)
    for i in range(13):
        x = -36 + 6 * i
        board.stroke(line((x, -1), (x, -47 - (38 - abs(x)) * 0.8)), darker(house.wall, 0.25), 0.7, 0.5)
    for x in (-40, 36):
        board.sheet(box(x, -48, 4, 48), house.trim, 1)
    board.sheet(box(-14, -36, 21, 36), house.trim, 1)
    door(board, -12, 17, 34, darker(house.wall, 0.35))
    for x, y in ((14, -35), (-33, -35), (-6, -66)):
        window(board, (x, y, 13, 14), house.trim)
    for side in (-1, 1):
        board.sheet(polygon([(0, -98), (side * 51, -49), (side * 47, -43), (0, -87)]), house.roof, 4)
    if house.snow:
        capped(board, [(-50, -50), (-25, -74), (0, -98), (25, -74), (50, -50)], 6)


def turf(board: Board, house: House) -> None:
    """A low house of logs with grass on its roof."""
    logs = board.light.dye(0x6E5140, 0.9)
    board.sheet(box(-50, -42, 100, 42), logs, 4)
    for k in range(5):
        board.stroke(line((-52, -4 - 8.5 * k), (52, -4 - 8.5 * k)), darker(logs, 0.35), 1.4, 0.7)
    door(board, -18, 17, 33, house.wall)
    window(board, (12, -33, 15, 14), house.trim)
    grass = mix(board.light.leaf[1], house.roof, 0.3)
    board.sheet(polygon([(-62, -38), (-44, -76), (44, -76), (62, -38)]), grass, 5)
    for i in range(16):
        x = -56 + 7.5 * i
        board.stroke(line((x, -39), (x - 2, -46)), board.light.leaf[2], 1.2, 0.7)
        board.stroke(line((x * 0.78, -76), (x * 0.78 + 2, -82)), grass, 1.6)
    if house.snow:
        capped(board, [(-52, -58), (-44, -77), (0, -79), (44, -77), (52, -58)], 7)


def white(board: Board, house: House) -> None:
    """Whitewashed cubes, blue shutters, a flowering pot on the steps."""
    board.sheet(box(-8, -88, 52, 88, 2), darker(house.wall, 0.06), 4)
    board.sheet(box(-50, -56, 66, 56, 2), house.wall, 4)
    door(board, -34, 17, 35, house.trim, arch=True)
    window(board, (-7, -42, 12, 15), house.trim)
    for x, y in ((20, -80), (24, -40)):
        window(board, (x, y, 11, 14), house.trim)
    for k in range(3):
        board.sheet(box(-40 - k * 2, -6 + 2 * k, 28 + k * 4, 3), darker(house.wall, 0.05 * k), 1)
    board.sheet(box(-52, -59, 70, 4, 1), lighter(house.wall, 0.5), 1.5)
    pink = board.light.dye(0xD8487E, 0.8)
    for x, y, r in ((12, -54, 6), (17, -47, 5), (9, -47, 5), (15, -38, 4)):
        board.sheet(oval(x, y, r, r), board.light.leaf[1], 1)
        board.flat(oval(x + 1, y - 1, r * 0.6, r * 0.6), pink)


def curved(board: Board, house: House) -> None:
    """A wooden house whose grey tiled roof bends up at the eaves, with paper windows."""
    board.sheet(box(-54, -6, 108, 7), board.light.dye(0xA9A39A, 0.9), 3)
    board.sheet(box(-46, -46, 92, 41), house.wall, 4)
    for x in (-46, -17, 13, 42):
        board.sheet(box(x, -46, 4, 41), house.trim, 1.5)
    for x in (-40, 19):
        lit = board.light.lamps
        board.flat(box(x, -38, 20, 20), 0xFFD98A if lit else board.light.dye(0xFBF3DF, 0.9))
        for k in range(1, 4):
            board.stroke(line((x + 5 * k, -38), (x + 5 * k, -18)), house.trim, 0.9)
        board.stroke(line((x, -28), (x + 20, -28)), house.trim, 0.9)
    door(board, -10, 20, 34, darker(house.trim, 0.15))
    storeys = ((-43, 66, 26), (-72, 42, 24)) if board.chance.maybe(0.35) else ((-43, 66, 38),)
    for base, half, tall in storeys:
        if base == -72:
            board.sheet(box(-26, -74, 52, 12), house.wall, 2)
        roof = smooth(
            [(-half - 4, base - 7), (-half * 0.7, base - 3), (0, base - 2), (half * 0.7, base - 3), (half + 4,
                base - 7),
             (half * 0.58, base - tall * 0.62), (half * 0.36, base - tall), (-half * 0.36, base - tall),
             (-half * 0.58, base - tall * 0.62)], closed=True, tension=11,
        )  # fmt: skip
        board.sheet(roof, house.roof, 5)
        clip = half * 0.9
        for i in range(9):
            x = -clip + clip * i / 4
            board.stroke(line((x, base - 4), (x * 0.42, base - tall + 1)), darker(house.roof, 0.35), 1, 0.5)
        board.sheet(limb([(-half * 0.4, base - tall - 1), (0, base - tall), (half * 0.4, base - tall - 1)], [4, 4, 4]),
                    darker(house.roof, 0.2), 1.5)  # fmt: skip
        if house.snow:
            capped(board, [(-half * 0.58, base - tall * 0.62), (-half * 0.36, base - tall - 2), (half * 0.36,
                base - tall - 2),
                           (half * 0.58, base - tall * 0.62)])  # fmt: skip


def painted(board: Board, house: House) -> None:
    """A painted front with a dado, a tiled roof and a flower pot."""
    board.sheet(box(-52, -54, 104, 54), house.wall, 4)
    board.flat(box(-52, -14, 104, 14), mix(house.cloth[3 % len(house.cloth)], house.wall, 0.25))
    board.sheet(box(-12, -39, 22, 39), lighter(house.wall, 0.55), 1)
    door(board, -10, 18, 36, house.trim)
    for x in (-42, 24):
        board.sheet(box(x - 3, -43, 22, 25), lighter(house.wall, 0.55), 1)
        window(board, (x, -40, 16, 19), house.trim)
    tiles(board, [(-60, -51), (-50, -70), (50, -70), (60, -51)], house.roof, pitch=7)
    if house.snow:
        capped(board, [(-52, -66), (-49, -71), (49, -71), (52, -66)])


def timberframe(board: Board, house: House) -> None:
    """Plaster between dark beams under a steep tiled roof."""
    board.sheet(box(-46, -50, 92, 50), house.wall, 4)
    beams = (((-46, -48), (46, -48)), ((-46, -26), (46, -26)), ((-44, 0), (-44, -50)), ((44, 0), (44, -50)),
             ((-16, 0), (-16, -50)), ((14, 0), (14, -50)), ((-44, -26), (-30, -48)), ((44, -26), (30,
                 -48)))  # fmt: skip
    for a, b in beams:
        board.stroke(line(a, b), house.trim, 3)
    door(board, -9, 17, 34, mix(house.trim, house.cloth[1], 0.3))
    for x in (-36, 22):
        window(board, (x, -22, 13, 14), lighter(house.wall, 0.4))
    board.sheet(box(20, -112, 10, 26), board.light.dye(0x9C7A66, 0.9), 2)
    tiles(board, [(-56, -46), (-32, -98), (32, -98), (56, -46)], house.roof)
    window(board, (-7, -74, 13, 13), house.trim)
    if house.snow:
        capped(board, [(-36, -88), (-32, -99), (32, -99), (36, -88)], 6)
