"""What animals wear: on the head, before the eyes, round the neck, on the back."""

from __future__ import annotations

from math import atan2, cos, degrees, dist, radians, sin

import skia

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, line, oval, polygon, smooth
from video.engines.papercut.things.livery import HEADWEAR, NECKWEAR, Livery
from video.engines.papercut.things.moment import Moment

GOLD = 0xE5B43A


def draw_headwear(board: Board, livery: Livery | None, r: float, eye: Point) -> None:
    """A hat, and glasses, about the middle of a skull of radius ``r``; ``eye`` = where the eye is."""
    if livery is None:
        return
    glasses = livery.piece("glasses")
    if glasses is not None:
        _glasses(board, board.light.dye(glasses[1], 0.7), r, eye)
    hat = livery.piece(*HEADWEAR, "flower")
    if hat is not None:
        with board.at(-r * 0.12, -r * 0.72, turn=-8):
            _hat(board, hat[0], board.light.dye(hat[1], 0.75), r)


def _glasses(board: Board, ink: int, r: float, eye: Point) -> None:
    if eye[0] == 0:  # a face seen from the front
        for side in (-1, 1):
            board.flat(oval(side * r * 0.46, eye[1], r * 0.46, r * 0.46), 0xFFFFFF, 0.16)
            board.stroke(oval(side * r * 0.46, eye[1], r * 0.46, r * 0.46), ink, r * 0.09)
        return
    size = r * 0.34
    for dx in (0.0, r * 0.62):
        wide = size if not dx else size * 0.6
        board.flat(oval(eye[0] + dx, eye[1], wide, size), 0xFFFFFF, 0.16)
        board.stroke(oval(eye[0] + dx, eye[1], wide, size), ink, r * 0.08)
    board.stroke(smooth([(eye[0] - size, eye[1]), (-r * 0.7, eye[1] - r * 0.05)]), ink, r * 0.07)
    board.stroke(line((eye[0] + size, eye[1]), (eye[0] + r * 0.62 - size * 0.6, eye[1])), ink, r * 0.07)


def _hat(board: Board, kind: str, c: int, r: float) -> None:
    """A hat whose brim is at (0, 0)."""
    trim = lighter(c, 0.4)
    if kind in ("straw", "hat", "top_hat", "bowler"):
        tall, wide = (1.05, 0.56) if kind == "top_hat" else (0.62, 0.6)
        crown = smooth(
            [(-wide * r, 0), (-wide * 0.9 * r, -tall * 0.8 * r), (0, -tall * r), (wide * 0.9 * r, -tall * 0.8 * r),
             (wide * r, 0)], closed=True, tension=9,
        )  # fmt: skip
        board.sheet(crown, c, 2)
        with board.within(crown):
            board.stroke(line((-r, -0.14 * r), (r, -0.14 * r)), darker(c, 0.4), 0.2 * r)
        broad = 1.25 if kind in ("straw", "hat") else 0.88
        board.sheet(limb([(-broad * r, 0.06 * r), (0, 0), (broad * r, 0.04 * r)], [0.1 * r, 0.24 * r, 0.1 * r]), c, 2)
    elif kind == "conical":
        board.sheet(polygon([(-1.25 * r, 0.12 * r), (0, -0.95 * r), (1.25 * r, 0.12 * r)]), c, 2)
    elif kind == "crown":
        points = [(-0.62, 0.06), (-0.74, -0.62), (-0.36, -0.28), (0, -0.78), (0.36, -0.28), (0.74, -0.62), (0.62, 0.06)]
        board.sheet(polygon([(x * r, y * r) for x, y in points]), c, 2)
        for x, y in ((-0.74, -0.66), (0, -0.82), (0.74, -0.66)):
            board.flat(oval(x * r, y * r, 0.1 * r, 0.1 * r), board.light.dye(0xC8423A, 0.7))
        board.stroke(line((-0.6 * r, -0.04 * r), (0.6 * r, -0.04 * r)), darker(c, 0.25), 0.08 * r)
    elif kind in ("wreath", "flowers", "flower"):
        leaf = board.light.dye(0x5E8F52, 0.75)
        for i, x in enumerate((-0.7, -0.35, 0.0, 0.35, 0.7) if kind != "flower" else (-0.3,)):
            board.sheet(oval(x * r, (0.1 - 0.1 * (i % 2)) * r, 0.26 * r, 0.16 * r), leaf, 0.8)
            for dx, dy in ((0, -0.12), (0.12, 0), (0, 0.12), (-0.12, 0)):
                board.flat(oval((x + dx) * r, (0.0 + dy) * r, 0.11 * r, 0.11 * r), c if i % 2 == 0 else trim)
            board.flat(oval(x * r, 0, 0.08 * r, 0.08 * r), board.light.dye(0xF2C14E, 0.7))
    elif kind in ("kerchief", "scarf", "headband", "turban"):
        high = 0.5 if kind != "headband" else 0.16
        cloth = smooth(
            [(-0.86 * r, 0.34 * r), (-0.7 * r, -high * r), (0, -(high + 0.16) * r), (0.66 * r, -high * 0.6 * r),
             (0.6 * r, 0.12 * r)], closed=True,
        )  # fmt: skip
        board.sheet(cloth, c, 2)
        board.sheet(limb([(-0.8 * r, 0.3 * r), (-1.1 * r, 0.5 * r), (-1.2 * r, 0.9 * r)], [2, 0.3 * r, 0.24 * r]), c, 1)
    else:  # cap, woolly, beret, helmet, chullo, fez
        dome = smooth(
            [(-0.74 * r, 0.12 * r), (-0.66 * r, -0.42 * r), (0, -0.66 * r), (0.64 * r, -0.4 * r), (0.7 * r, 0.1 * r)],
            closed=True, tension=8,
        )  # fmt: skip
        board.sheet(dome, c, 2)
        if kind in ("woolly", "chullo"):
            board.sheet(limb([(-0.76 * r, 0.06 * r), (0.72 * r, 0.04 * r)], [0.3 * r, 0.3 * r]), trim, 1.4)
            board.sheet(oval(0, -0.74 * r, 0.2 * r, 0.2 * r), trim, 1)
        else:
            board.sheet(limb([(0.3 * r, 0.06 * r), (1.25 * r, 0.14 * r)], [0.24 * r, 0.12 * r]), darker(c, 0.15), 1.4)


def draw_neckwear(board: Board, livery: Livery | None, at: Point, wide: float, lean: float) -> None:
    """What is round a neck ``wide`` across at a place; ``lean`` = degrees by which the neck leans from upright."""
    found = livery.piece(*NECKWEAR) if livery is not None else None
    if found is None:
        return
    kind, colour = found
    c, w = board.light.dye(colour, 0.75), wide * 0.62
    thick = max(3.2, wide * 0.34)
    with board.at(*at, turn=lean):
        if kind in ("neckscarf", "bandana"):
            how = livery.print_of(kind) if livery is not None else ""
            if kind == "bandana":
                cloth = polygon([(-w * 0.7, 0), (w * 1.05, 0), (w * 0.7, wide * 0.8)])
                board.sheet(cloth, c, 1.6)
                with board.within(cloth):
                    for k in range(3 if how else 0):
                        y = wide * (0.2 + 0.2 * k)
                        board.stroke(line((-w, y), (w * 1.2, y)), lighter(c, 0.6), thick * 0.18)
            else:
                down = wide * 1.5 if wide < 16 else wide * 0.8 + 11.2
                end = limb([(w * 0.5, 0), (w * 0.75, down / 2), (w * 0.62, down)], [thick, thick * 1.1, thick * 1.2])
                board.sheet(end, darker(c, 0.1), 1.6)
                with board.within(end):
                    for y in (down * 0.86, *((down * 0.3, down * 0.58) if how else ())):
                        board.stroke(line((w * 0.1, y), (w * 1.3, y)), lighter(c, 0.45), thick * 0.2)
            band = limb([(-w, -thick * 0.1), (0, thick * 0.16), (w, -thick * 0.1)], [thick, thick * 1.12, thick])
            board.sheet(band, c, 2)
            with board.within(band):
                board.stroke(smooth([(-w, 0), (0, thick * 0.22), (w, 0)]), darker(c, 0.25), 0.8, 0.6)
            _print_scarf(board, livery, band, c, w, thick)
            return
        strap = board.light.dye(0x8A4B2C, 0.75) if kind == "bell" else c
        if kind in ("bell", "ribbon", "collar"):
            board.sheet(limb([(-w, 0), (0, 1), (w, 0)], [thick * 0.5] * 3), strap, 1.2)
        if kind == "collar":
            tag = max(1.6, wide * 0.15)
            board.sheet(oval(w * 0.45, thick * 0.25 + tag, tag, tag), board.light.dye(GOLD, 0.7), 0.8)
            return
        if kind == "bell":
            gold = board.light.dye(GOLD, 0.7)
            s = max(3.0, wide * 0.3)
            bell = smooth([(w * 0.4 - s, s * 1.9), (w * 0.4 - s * 0.6, s * 0.3), (w * 0.4 + s * 0.6, s * 0.3),
                           (w * 0.4 + s, s * 1.9)], closed=True, tension=10)  # fmt: skip
            board.sheet(bell, gold, 1.4)
            board.flat(oval(w * 0.4, s * 2.0, s * 0.3, s * 0.3), darker(gold, 0.4))
        elif kind == "ribbon":
            for side in (-1, 1):
                x = w * 0.4
                wing = [(x, 0), (x + side * wide * 0.5, -wide * 0.3), (x + side * wide * 0.5, wide * 0.3)]
                board.sheet(polygon(wing), c, 1.2)
            board.sheet(oval(w * 0.4, 0, wide * 0.13, wide * 0.13), darker(c, 0.15), 0.8)
        else:
            many, size = (9, 0.17) if kind == "lei" else (9, 0.1)
            for i in range(many):
                k = -1 + 2 * i / (many - 1)
                x, y = w * k, wide * 0.34 * (1 - k * k)
                tone = (c, lighter(c, 0.4))[i % 2]
                board.sheet(oval(x, y, max(1.2, wide * size), max(1.2, wide * size)), tone, 0.7, edge=0.1)


def _print_scarf(board: Board, livery: Livery | None, band: skia.Path, c: int, w: float, thick: float) -> None:
    """The pattern of a scarf: stripes across it, or dots."""
    how = livery.print_of("neckscarf", "bandana") if livery is not None else ""
    if not how:
        return
    with board.within(band):
        for k in (-0.75, -0.3, 0.15, 0.6):
            if how == "stripes":
                board.stroke(line((k * w, -thick), (k * w + thick * 0.2, thick)), lighter(c, 0.6), thick * 0.26)
            else:
                board.flat(oval(k * w, 0, thick * 0.17, thick * 0.17), lighter(c, 0.6))


def lean_of(low: Point, high: Point) -> float:
    """Degrees by which a neck leans to the right, from its root to the head."""
    return degrees(atan2(high[0] - low[0], low[1] - high[1]))


def below_head(root: Point, head: Point, reach: float) -> Point:
    """The place on a neck that is ``reach`` from the middle of the head, and never further down than six tenths."""
    share = min(0.6, reach / max(1.0, dist(head, root)))
    return head[0] + (root[0] - head[0]) * share, head[1] + (root[1] - head[1]) * share


FACEWEAR = frozenset(("beard", "moustache", "glasses"))
"""What a thing wears that is somebody: what is on its face."""


def draw_beard(board: Board, face: tuple[float, float, float], moment: Moment) -> None:
    """A beard below the mouth of a thing that has a face: (x, y, half its width)."""
    hair = moment.livery.piece("beard") if moment.livery is not None else None
    if hair is None:
        return
    x, y, r = face[0] + 0.06 * face[2], face[1], face[2]
    tone, sway = board.light.dye(hair[1], 0.7), 0.06 * r * moment.swing()
    shape = ((-0.9, 0.3, 0), (-0.8, 1.0, 0), (-0.4, 1.5, 1), (0, 1.9, 1), (0.4, 1.5, 1), (0.8, 1.0, 0), (0.9, 0.3, 0),
             (0.45, 0.42, 0), (-0.45, 0.42, 0))  # fmt: skip
    board.sheet(smooth([(x + a * r + s * sway, y + b * r) for a, b, s in shape], closed=True, tension=7), tone, 1.6)
    for k in (-0.4, 0.0, 0.4):
        lock = [
            (x + k * r, y + 0.95 * r),
            (x + k * 0.9 * r + sway, y + 1.25 * r),
            (x + k * 0.6 * r + sway, y + 1.5 * r),
        ]
        board.stroke(smooth(lock), darker(tone, 0.2), 0.07 * r, 0.7)


def draw_on_face(board: Board, face: tuple[float, float, float], moment: Moment) -> None:
    """A moustache, and glasses, on the face of a thing."""
    if moment.livery is None:
        return
    x, y, r = face[0] + 0.06 * face[2], face[1], face[2]
    hair, glasses = moment.livery.piece("moustache"), moment.livery.piece("glasses")
    if hair is not None:
        for side in (-1, 1):
            lip = [(x, y + 0.36 * r), (x + side * 0.36 * r, y + 0.43 * r), (x + side * 0.7 * r, y + 0.3 * r)]
            board.sheet(limb(lip, [0.2 * r, 0.24 * r, 0.05 * r]), board.light.dye(hair[1], 0.7), 0.8)
    if glasses is not None:
        ink = board.light.dye(glasses[1], 0.7)
        for side in (-1, 1):
            board.stroke(oval(x + side * 0.46 * r, y, 0.42 * r, 0.44 * r), ink, 0.09 * r)
        board.stroke(line((x - 0.06 * r, y), (x + 0.06 * r, y)), ink, 0.09 * r)


def draw_bodywear(board: Board, livery: Livery | None, half: float, top: float, low: float) -> None:
    """A waistcoat, a blanket or a bag, on a trunk from -half to half; called within its outline."""
    if livery is None:
        return
    deep = low - top
    vest = livery.piece("vest", "apron", "poncho")
    if vest is not None:
        c = board.light.dye(vest[1], 0.75)
        cloth = smooth(
            [(-half * 0.2, top - 6), (half * 1.1, top - 8), (half * 1.15, low + 6), (-half * 0.12, low + 6),
             (-half * 0.28, (top + low) / 2)], closed=True, tension=9,
        )  # fmt: skip
        board.sheet(cloth, c, 1.4)
        board.stroke(line((half * 0.62, top), (half * 0.7, low + 4)), darker(c, 0.35), 1.0, 0.7)
        for k in (0.35, 0.6, 0.85):
            board.flat(oval(half * 0.72, top + deep * k, 1.4, 1.4), lighter(c, 0.55))
    over = livery.piece("shawl", "cloak")
    if over is not None:
        c = board.light.dye(over[1], 0.75)
        cloth = smooth(
            [(-half * 1.1, top - 6), (half * 0.8, top - 8), (half * 0.7, top + deep * 0.5),
             (-half * 1.02, top + deep * 0.72)],
            closed=True, tension=10,
        )  # fmt: skip
        board.sheet(cloth, c, 1.6)
        board.stroke(
            smooth([(half * 0.66, top + deep * 0.44), (-half * 1.0, top + deep * 0.64)]), lighter(c, 0.4), 1.2, 0.8
        )
    bag = livery.piece("bag")
    if bag is not None:
        c = board.light.dye(bag[1], 0.75)
        board.sheet(limb([(half * 0.25, top - 4), (-half * 0.05, top + deep * 0.6)], [2.2, 2.2]), darker(c, 0.25), 1)
        pouch = [(-half * 0.32, top + deep * 0.42), (half * 0.2, top + deep * 0.42), (half * 0.16, low - 1),
                 (-half * 0.28, low - 1)]  # fmt: skip
        board.sheet(smooth(pouch, closed=True, tension=12), c, 1.8)


def draw_patch(board: Board, at: Point, size: Point, colour: int, turn: float = 0.0) -> None:
    """A patch of another colour in a coat, a little torn at its edge."""
    a = radians(turn)
    points = []
    for k in range(10):
        angle = radians(36 * k)
        reach = 1.0 if k % 2 else 0.84
        x, y = size[0] * reach * cos(angle), size[1] * reach * sin(angle)
        points.append((at[0] + x * cos(a) - y * sin(a), at[1] + x * sin(a) + y * cos(a)))
    board.flat(smooth(points, closed=True), board.light.dye(colour, 0.7), 0.95)


PLACES: dict[str, tuple[float, float, float, float, float, float]] = {
    "turtle": (46, -31, 8.0, 37, -21, 11), "tortoise": (46, -31, 8.0, 37, -21, 11), "frog": (0, -27, 13, 0, -15, 24),
    "toad": (0, -27, 13, 0, -15, 24), "owl": (0, -33, 12, 0, -22, 24), "penguin": (2, -41, 8, 1, -34, 16),
    "ant": (13, -16, 6.5, 6, -12, 6), "snail": (22, -15, 5, 17, -9, 7), "seal": (28, -29, 8, 22, -21, 14),
    "monkey": (20, -35, 9, 12, -25, 13), "gorilla": (20, -37, 10, 12, -26, 18), "koala": (3, -30, 11, 3, -19, 18),
    "kangaroo": (11, -53, 7.5, 7, -45, 9), "sloth": (25, -26, 9, 17, -20, 14), "crocodile": (44, -27, 8, 31, -14, 14),
    "lizard": (29, -17, 6, 22, -12, 9), "snake": (39, -32, 6, 36, -24, 7), "dragon": (49, -82, 9, 42, -68, 13),
    "fish": (17, -4, 8, 12, 1, 13), "goldfish": (15, -5, 9, 10, 1, 15), "salmon": (19, -3, 7, 13, 1, 11),
    "dolphin": (20, -4, 8, 12, 0, 13), "whale": (20, -8, 10, 12, 2, 22), "shark": (19, -4, 8, 12, 0, 13),
}  # fmt: skip
"""Head (x, y, radius) and neck (x, y, width) of animals that are cut by themselves, as they stand."""


FRONTAL = frozenset({"owl", "koala"})
"""Those who look at the onlooker with both eyes."""
UPRIGHT = frozenset({"frog", "toad", "owl", "penguin", "koala", "kangaroo"})
"""Those whose necks stand upright."""


def draw_on_creature(board: Board, kind: str, livery: Livery | None) -> None:
    """What an animal wears that is cut by itself."""
    if livery is None or kind not in PLACES:
        return
    x, y, r, nx, ny, wide = PLACES[kind]
    draw_neckwear(board, livery, (nx, ny), wide, 0.0 if kind in UPRIGHT else 30.0)
    with board.at(x, y):
        draw_headwear(board, livery, r, (0.0, r * 0.05) if kind in FRONTAL else (r * 0.3, -r * 0.18))
