"""Animals on four legs, drawn from one body with the measures of each breed; facing right, feet at (0, 0)."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval, polygon, smooth
from video.engines.papercut.things.breeds import BREEDS, Breed

INK = 0x241C20


def draw_beast(board: Board, kind: str, x: float, y: float, person: float, *, coat: int | None, flip: bool) -> None:
    """Draws a four-legged animal with its feet at (x, y); ``person`` is the height of a grown person there."""
    breed = BREEDS[kind]
    dye = board.light.dye
    own = dye(coat if coat is not None else breed.coat, 0.7)
    belly = dye(breed.belly, 0.7)
    with board.at(x, y, person * breed.size / (breed.leg + breed.thick), flip=flip):
        half, top = breed.length / 2, -(breed.leg + breed.thick)
        _shadow_below(board, half)
        withers = (half * 0.72, top + breed.thick * 0.2)
        head = (withers[0] + breed.neck[0], withers[1] + breed.neck[1])
        _tail(board, breed, own, belly, (-half * 0.95, top + breed.thick * 0.22))
        _legs(board, breed, darker(own, 0.22), half, 5.0)
        _body(board, breed, own, belly, half, top)
        _legs(board, breed, own, half, 0.0)
        if breed.marks == "ruff":
            for i in range(3):
                board.sheet(
                    oval(head[0] - 3 - i, head[1] + 2 + i, 21 - 3 * i, 22 - 3 * i), darker(own, 0.4 - 0.1 * i), 2
                )
        else:
            neck_top = breed.head * 1.25
            board.sheet(
                limb([(withers[0] - 6, withers[1] + breed.thick * 0.35), head], [breed.thick * 0.92, neck_top]),
                own,
                1.5,
                edge=0.1,
            )
        if breed.mane:
            board.sheet(
                limb(
                    [
                        (withers[0] - 7, withers[1] - 3),
                        ((withers[0] + head[0]) / 2 - 7, (withers[1] + head[1]) / 2 - 6),
                        (head[0] - 4, head[1] - breed.head * 0.9),
                    ],
                    [3, 8, 5],
                ),
                darker(own, 0.5),
                2,
            )
        _head(board, breed, own, belly, head)


def _shadow_below(board: Board, half: float) -> None:
    board.shadow(oval(2, 0, half * 1.05, 3), 5, 0.5)


def _body(board: Board, breed: Breed, coat: int, belly: int, half: float, top: float) -> None:
    low = -breed.leg
    path = smooth(
        [
            (-half, top + breed.thick * 0.35),
            (-half * 0.72, top + 1),
            (0, top + breed.thick * 0.1),
            (half * 0.7, top),
            (half * 1.04, top + breed.thick * 0.45),
            (half * 0.78, low + 2),
            (0, low - 1),
            (-half * 0.75, low + 1),
            (-half * 1.02, top + breed.thick * 0.7),
        ],
        closed=True,
    )
    if breed.marks == "hump":
        board.sheet(oval(-3, top + 2, 15, 14), coat, 3)
    if breed.wool:
        for i in range(11):
            angle_x = -half + (i % 6) * half * 0.4
            board.sheet(oval(angle_x, top + 5 + (i // 6) * breed.thick * 0.72, 10.5, 10), coat, 1.5)
    board.sheet(path, coat, 4)
    board.canvas.save()
    board.canvas.clipPath(path, True)
    board.flat(oval(half * 0.25, low + 3, half * 0.9, breed.thick * 0.3), belly, 0.85)
    if breed.marks == "patches":
        for px, py, rx, ry in (
            (-half * 0.6, top + 9, 15, 11),
            (half * 0.25, top + 6, 12, 13),
            (-half * 0.1, low - 8, 11, 7),
        ):
            board.sheet(
                smooth([(px - rx, py), (px - 2, py - ry), (px + rx, py - 2), (px + 3, py + ry)], closed=True),
                board.light.dye(0x5A4038, 0.7),
                0,
            )
    if breed.wool:
        for i in range(12):
            cx, cy = -half * 0.75 + (i % 6) * half * 0.3, top + 9 + (i // 6) * 11 + (i % 2) * 3
            board.stroke(smooth([(cx - 4, cy), (cx, cy + 3), (cx + 4, cy - 1)]), darker(coat, 0.3), 1.1, 0.5)
    board.canvas.restore()


def _legs(board: Board, breed: Breed, coat: int, half: float, shift: float) -> None:
    width, top = breed.leg_width, -breed.leg - breed.thick * 0.3
    for x in (-half * 0.76, half * 0.72):
        board.sheet(
            limb(
                [(x + shift, top), (x + shift + 0.5, -breed.leg * 0.5), (x + shift, -1.5)],
                [width * 1.55, width, width * 0.95],
            ),
            coat,
            1.5,
            edge=0.12,
        )
        board.flat(oval(x + shift + 1, -1.8, width * 0.56, 2.2), darker(coat, 0.55))


def _tail(board: Board, breed: Breed, coat: int, tip: int, at: Point) -> None:
    x, y = at
    if breed.tail == "bush":
        board.sheet(limb([(x + 4, y + 4), (x - 14, y + 3), (x - 28, y - 7), (x - 35, y - 20)], [6, 14, 16, 3]), coat, 3)
        board.sheet(limb([(x - 25, y - 8), (x - 31, y - 15), (x - 35, y - 23)], [10, 9, 2]), tip, 0)
    elif breed.tail == "up":
        board.sheet(limb([(x + 3, y + 4), (x - 9, y - 5), (x - 13, y - 19)], [6, 5, 3]), coat, 2)
    elif breed.tail == "curl":
        board.sheet(
            limb([(x + 3, y + 4), (x - 14, y + 1), (x - 19, y - 16), (x - 12, y - 27)], [5, 5, 4.5, 4]), coat, 2
        )
    elif breed.tail in ("tuft", "long"):
        end = -y * (0.22 if breed.tail == "tuft" else 0.1)
        wide = 3.0 if breed.tail == "tuft" else 8.0
        board.sheet(
            limb([(x + 3, y + 2), (x - 7, y + 8), (x - 8, -end)], [3.5, wide, wide * 0.6]), darker(coat, 0.15), 2
        )
        board.sheet(oval(x - 8, -end, 3.6, 6), darker(coat, 0.5), 1)
    elif breed.tail in ("short", "puff"):
        size = 7.0 if breed.tail == "puff" else 4.5
        board.sheet(oval(x - 2, y + 3, size, size), tip if breed.tail == "puff" else coat, 2)
    else:
        board.sheet(limb([(x + 3, y + 6), (x - 14, y + 12), (x - 30, y + 4)], [3.5, 2.6, 1.4]), darker(coat, 0.12), 1.5)


def _head(board: Board, breed: Breed, coat: int, pale: int, at: Point) -> None:
    (x, y), r, s = at, breed.head, breed.snout
    face = board.light.dye(0x4A4046, 0.7) if breed.marks == "dark face" else coat
    _ears(board, breed, darker(face, 0.14), x - r * 0.55, y, far=True)
    if breed.horns:
        _horns(board, breed, x, y - r * 0.8)
    head = smooth(
        [
            (x - r * 0.9, y + r * 0.1),
            (x - r * 0.5, y - r * 0.8),
            (x + r * 0.3, y - r * 0.82),
            (x + r * 0.9, y - r * 0.1),
            (x + r * 0.75 + s, y + r * 0.28),
            (x + r * 0.7 + s, y + r * 0.68),
            (x + r * 0.5, y + r * 0.92),
            (x - r * 0.4, y + r * 0.85),
        ],
        closed=True,
    )
    board.sheet(head, face, 3)
    nose = (x + r * 0.75 + s, y + r * 0.36)
    board.canvas.save()
    board.canvas.clipPath(head, True)
    if breed.marks in ("mask", "muzzle"):
        board.flat(oval(x + r * 0.65 + s * 0.55, y + r * 0.85, r * 0.6 + s * 0.6, r * 0.52), pale)
    if breed.wool:
        board.sheet(oval(x - r * 0.2, y - r * 0.75, r * 0.8, r * 0.5), coat, 1)
    board.canvas.restore()
    if breed.marks == "trunk":
        board.sheet(
            limb(
                [(x + r * 0.6, y + 2), (x + r + 6, y + 14), (x + r + 5, y + 34), (x + r + 12, y + 39)], [15, 11, 8, 6]
            ),
            coat,
            3,
        )
        board.sheet(
            limb([(x + r * 0.6, y + 12), (x + r + 6, y + 19), (x + r + 14, y + 16)], [4, 3.5, 1.5]), 0xF2EADA, 1.5
        )
    else:
        board.flat(oval(nose[0] - 0.5, nose[1], max(1.6, r * 0.17), max(1.3, r * 0.14)), INK)
    if breed.marks == "beard":
        board.sheet(
            polygon(
                [
                    (x + r * 0.3 + s * 0.4, y + r * 0.8),
                    (x + r * 0.6 + s * 0.6, y + r * 0.8),
                    (x + r * 0.3 + s * 0.4, y + r * 1.7),
                ]
            ),
            pale,
            1,
        )
    eye = (x + r * 0.34, y - r * 0.12)
    light_eye = breed.marks == "dark face"
    board.flat(oval(*eye, r * 0.14, r * 0.17), 0xF4EFE0 if light_eye else INK)
    board.flat(oval(eye[0] + r * 0.05, eye[1] - r * 0.06, r * 0.045, r * 0.05), INK if light_eye else 0xFFFFFF)
    _ears(board, breed, face, x - r * 0.15, y, far=False)


def _ears(board: Board, breed: Breed, colour: int, x: float, y: float, *, far: bool) -> None:
    e, r = breed.ear_size, breed.head
    top = y - r * 0.6
    inner = lighter(colour, 0.35)
    if breed.ear == "pointed":
        board.sheet(polygon([(x - e * 0.38, top + 2), (x - e * 0.1, top - e), (x + e * 0.42, top)]), colour, 2)
        board.flat(
            polygon([(x - e * 0.16, top), (x - e * 0.05, top - e * 0.62), (x + e * 0.22, top - 0.5)]), inner, 0.8
        )
    elif breed.ear == "round":
        board.sheet(oval(x, top - e * 0.3, e * 0.6, e * 0.62), colour, 2)
        board.flat(oval(x + 0.5, top - e * 0.24, e * 0.34, e * 0.36), inner, 0.8)
    elif breed.ear == "long":
        lean = -3 if far else -7
        board.sheet(limb([(x, top + 3), (x + lean * 0.5, top - e * 0.55), (x + lean, top - e)], [5, 8, 3]), colour, 2)
        board.flat(
            limb([(x, top), (x + lean * 0.5, top - e * 0.55), (x + lean, top - e * 0.85)], [2, 3.6, 1]), inner, 0.8
        )
    elif breed.ear == "flop":
        board.sheet(
            limb([(x - 1, top + 1), (x - 3.5, top + e * 0.6), (x - 2, top + e * 1.15)], [5, 8.5, 4]),
            darker(colour, 0.2),
            2,
        )
    elif breed.ear == "fan" and not far:
        board.sheet(
            smooth(
                [
                    (x - 2, top + 2),
                    (x - e * 0.9, top - 2),
                    (x - e * 1.05, top + e * 0.7),
                    (x - e * 0.45, top + e * 1.35),
                    (x, top + e * 0.8),
                ],
                closed=True,
            ),
            darker(colour, 0.08),
            3,
        )
    elif breed.ear == "side":
        board.sheet(limb([(x, top + 3), (x - e * 0.6, top + 1), (x - e * 1.1, top + 3)], [3, 6, 2]), colour, 2)


def _horns(board: Board, breed: Breed, x: float, y: float) -> None:
    horn = board.light.dye(0xD8C9A8, 0.7)
    if breed.horns == "antlers":
        for dx in (-4.0, 2.0):
            board.sheet(limb([(x + dx, y + 4), (x + dx - 4, y - 12), (x + dx + 2, y - 27)], [3, 2.8, 1.4]), horn, 1)
            for k, reach in ((8, 9), (17, 8)):
                board.sheet(limb([(x + dx - 3, y - k), (x + dx + reach * 0.7, y - k - reach)], [2.4, 1.2]), horn, 0)
        return
    for dx in (-2.5, 2.5):
        bend = -9 if breed.horns == "back" else 5
        board.sheet(
            limb([(x + dx, y + 4), (x + dx + bend * 0.3, y - 7), (x + dx + bend, y - 13)], [4, 3.4, 1.4]), horn, 1
        )
