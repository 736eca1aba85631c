"""Heads of four-legged animals in profile: jaw that opens, ears, horns, eye; the nose points to the right."""

from __future__ import annotations

import skia

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval, polygon, smooth
from video.engines.papercut.things.attire import draw_headwear, draw_patch
from video.engines.papercut.things.breeds import Breed
from video.engines.papercut.things.horns import draw_horns
from video.engines.papercut.things.moment import INK, TONGUE, Moment, draw_eye


def draw_head(board: Board, breed: Breed, coat: int, at: Point, moment: Moment) -> None:
    """The head about the middle of its skull."""
    nod = breed.nod
    if moment.gait == "sleep":
        nod = min(nod, 6.0) if breed.neck[1] >= -26 else nod + 8
    elif moment.gait == "walk":
        nod += 1.2 * moment.swing(2, 0.1)
    elif moment.gait == "run":
        nod = nod * 0.6 - 4
    nod -= 5 * moment.mouth
    with board.at(*at, turn=nod):
        _head(board, breed, coat, moment)


def _head(board: Board, breed: Breed, coat: int, moment: Moment) -> None:
    r, s = breed.head, breed.snout
    dark_face = "dark face" in breed.marks
    face = board.light.dye(breed.mark, 0.7) if dark_face else coat
    pale = board.light.dye(breed.belly, 0.7)
    depth = r * breed.muzzle
    middle = r * 0.3
    tip, top, low = r * 0.72 + s, middle - depth * 0.55, middle + depth * 0.55
    ear_tone = coat if "wool" in breed.marks or not dark_face else face
    if "black ears" in breed.marks:
        ear_tone = board.light.dye(breed.mark, 0.7)
    if moment.livery is not None and moment.livery.ears is not None:
        ear_tone = board.light.dye(moment.livery.ears, 0.7)
    _ear(board, breed, darker(ear_tone, 0.2), moment, far=True)
    if breed.horns:
        draw_horns(board, breed, (r, s), far=True)
    _jaw(board, breed, face, moment, (tip, low))
    skull = smooth(
        [
            (-r * 0.95, r * 0.08),
            (-r * 0.58, -r * 0.76),
            (r * 0.08, -r * 0.95),
            (r * 0.62, -r * 0.6),
            (r * 0.72 + s * 0.42, (top - r * 0.42) / 2),
            (tip - depth * 0.18, top),
            (tip + depth * 0.12, middle),
            (tip - depth * 0.22, low),
            (r * 0.62, r * 0.78 if s > r * 0.5 else low + r * 0.12),
            (-r * 0.3, r * 0.86),
        ],
        closed=True,
    )
    board.sheet(skull, face, 2.6)
    with board.within(skull):
        _face_marks(board, breed, pale, (tip, low))
        if "wool" in breed.marks:
            board.sheet(oval(-r * 0.3, -r * 0.78, r * 0.85, r * 0.55), coat, 1)
    _nose(board, breed, face, (tip, top, low))
    eye = (r * 0.36, -r * 0.18)
    lid = face
    if moment.livery is not None and moment.livery.eye is not None:
        with board.within(skull):
            draw_patch(board, eye, (r * 0.42, r * 0.48), moment.livery.eye, 20)
    if "panda" in breed.marks or "badger" in breed.marks:
        lid = board.light.dye(breed.mark, 0.7)
    draw_eye(board, *eye, r * 0.155 * breed.eye, moment, lid=lid)
    if "trunk" in breed.marks:
        _trunk(board, coat, r, moment)
    if "beard" in breed.marks:
        drop = moment.mouth * 3
        board.sheet(polygon([(r * 0.5 + s * 0.35, low + drop - 1), (r * 0.6 + s * 0.75, low + drop - 1),
                             (r * 0.5 + s * 0.35, low + r * 0.95 + drop)]), pale, 1)  # fmt: skip
    if "tusks" in breed.marks:
        board.sheet(
            limb([(tip - s * 0.35, low + 1), (tip - s * 0.1, low - 1), (tip - s * 0.12, low - 6)], [2.6, 2.2, 0.8]),
            0xF2EADA,
            1,
        )
    if "great tusks" in breed.marks:
        tusk = [(tip - s * 0.4, low), (tip + r * 0.1, low + r * 0.1), (tip + r * 0.1, low - r * 0.75)]
        board.sheet(limb(tusk, [r * 0.26, r * 0.24, r * 0.06]), 0xF2EADA, 1)
    if breed.horns:
        draw_horns(board, breed, (r, s), far=False)
    _ear(board, breed, ear_tone, moment, far=False)
    if moment.livery is not None:
        if moment.livery.aged:
            with board.within(skull):
                board.flat(oval(tip - s * 0.2, middle + r * 0.1, r * 0.62 + s * 0.34, depth * 0.8), 0xE9E6E0, 0.42)
        if moment.livery.brow is not None:
            with board.within(skull):
                draw_patch(board, (r * 0.12, -r * 0.62), (r * 0.24, r * 0.34), moment.livery.brow, -20)
        draw_headwear(board, moment.livery, r, eye)
    if "forelock" in breed.marks:
        for dx in (-3, 0.5, 4):
            board.sheet(limb([(dx - 2, -r * 0.95), (dx + 1, -r * 0.75), (dx + 3, -r * 0.25)], [4, 4.6, 1.2]), coat, 1)


def _jaw(board: Board, breed: Breed, face: int, moment: Moment, end: Point) -> None:
    """The lower jaw and, where it is open, the mouth."""
    r = breed.head
    tip, low = end
    hinge = (r * 0.15, r * 0.52)
    reach = tip - r * 0.22
    with board.at(*hinge, turn=24 * moment.mouth):
        jaw = limb([(0, 0), (reach * 0.5 - hinge[0] * 0.5, low - hinge[1] - r * 0.1), (reach - hinge[0],
            low - hinge[1] - r * 0.12)],
                   [r * 0.5, r * 0.46, r * 0.26])  # fmt: skip
        board.sheet(jaw, darker(face, 0.1), 1.5, edge=0.1)
        inside = limb([(0, -r * 0.08), (reach * 0.5, low - hinge[1] - r * 0.24), (reach - hinge[0] - 1,
            low - hinge[1] - r * 0.22)],
                      [r * 0.3, r * 0.26, r * 0.1])  # fmt: skip
        board.flat(inside, TONGUE)


def _face_marks(board: Board, breed: Breed, pale: int, end: Point) -> None:
    r, s = breed.head, breed.snout
    tip, low = end
    mark = board.light.dye(breed.mark, 0.7)
    if "mask" in breed.marks:
        board.flat(smooth([(-r * 0.5, r * 0.5), (r * 0.25, r * 0.2), (r * 0.9 + s * 0.3, low - r * 0.35), (tip + 2,
            low - r * 0.1),
                           (tip, low + r), (-r * 0.3, r * 1.2)], closed=True), pale)  # fmt: skip
    if "muzzle" in breed.marks:
        board.flat(oval(tip, low - r * 0.3, s * 0.55 + r * 0.3, r * 0.75), pale)
    if "dark muzzle" in breed.marks:
        board.flat(oval(tip + r * 0.1, low - r * 0.3, s * 0.4 + r * 0.25, r * 0.8), mark)
    if "blaze" in breed.marks:
        board.flat(
            limb([(r * 0.35, -r), (r * 0.8 + s * 0.3, -r * 0.35), (tip, low - r * 0.9)], [r * 0.3, r * 0.34, r * 0.3]),
            0xF4ECDD,
        )
    if "face stripe" in breed.marks:
        board.flat(
            limb([(-r, -r * 0.15), (r * 0.36, -r * 0.18), (tip, low - r * 0.55)], [r * 0.3, r * 0.46, r * 0.2]), mark
        )
    if "badger" in breed.marks:
        board.flat(
            smooth(
                [(-r * 1.1, -r * 1.1), (tip, low - r * 1.1), (tip + 3, low + 3), (-r * 1.1, r * 1.1)],
                closed=True,
                tension=14,
            ),
            0xF4EFE6,
        )
        board.flat(
            limb(
                [(-r * 1.1, -r * 0.1), (r * 0.36, -r * 0.2), (tip - r * 0.3, low - r * 0.5)],
                [r * 0.5, r * 0.62, r * 0.2],
            ),
            mark,
        )
    if "panda" in breed.marks:
        board.flat(oval(r * 0.36, -r * 0.12, r * 0.3, r * 0.38), mark)
    if "stripes" in breed.marks or "zebra" in breed.marks:
        for k in range(3):
            x = -r * 0.78 + k * r * 0.38
            board.stroke(
                smooth([(x + r * 0.2, -r), (x, -r * 0.35), (x - r * 0.15, r * 0.1 + (k == 0) * r * 0.5)]),
                mark,
                r * 0.13,
            )
    if "spots" in breed.marks or "rosettes" in breed.marks:
        for x, y in ((-0.5, -0.4), (-0.2, -0.7), (-0.6, 0.1), (-0.25, 0.35), (0.1, -0.72)):
            board.flat(oval(r * x, r * y, r * 0.1, r * 0.09), mark)
    if "tear" in breed.marks:
        board.stroke(smooth([(r * 0.36, 0), (r * 0.5, r * 0.4), (r * 0.6, r * 0.7)]), mark, r * 0.1)


def _nose(board: Board, breed: Breed, face: int, muzzle: tuple[float, float, float]) -> None:
    r, s = breed.head, breed.snout
    tip, top, low = muzzle
    if "disc" in breed.marks:  # a pig's
        board.sheet(oval(tip - 0.5, (top + low) / 2, r * 0.24, (low - top) * 0.56), darker(face, 0.12), 1)
        for dy in (-0.16, 0.2):
            board.flat(oval(tip, (top + low) / 2 + r * dy, r * 0.08, r * 0.09), darker(face, 0.6))
    elif breed.foot == "hoof" or "nostril" in breed.marks:
        board.flat(oval(tip - r * 0.16, top + (low - top) * 0.3, r * 0.1, r * 0.085), darker(face, 0.7))
    elif "pink nose" in breed.marks:
        board.sheet(oval(tip - r * 0.02, (top + low) / 2, r * 0.24, r * 0.2), board.light.dye(breed.mark, 0.65), 0.8)
    elif "bill" in breed.marks:
        bill = limb([(r * 0.45, r * 0.3), (tip, r * 0.34), (tip + r * 0.7, r * 0.4)], [r * 0.5, r * 0.5, r * 0.42])
        board.sheet(bill, board.light.dye(breed.mark, 0.65), 1.4)
        board.flat(oval(tip + r * 0.3, r * 0.18, r * 0.07, r * 0.05), INK)
        board.stroke(smooth([(tip + r * 0.8, r * 0.46), (tip, r * 0.46), (r * 0.6, r * 0.4)]), lighter(face, 0.3), 0.7)
        return
    elif "trunk" not in breed.marks:
        board.flat(oval(tip - r * 0.04, top + (low - top) * 0.22, max(1.5, r * 0.19), max(1.2, r * 0.15)), INK)
    if "trunk" in breed.marks:
        return
    start = (tip - r * 0.1, low - (low - top) * 0.3)
    smile = smooth(
        [
            start,
            (tip - s * 0.45 - r * 0.2, low - (low - top) * 0.12),
            (tip - s * 0.8 - r * 0.25, low - (low - top) * 0.36),
        ]
    )
    board.stroke(smile, darker(face, 0.6), max(0.7, r * 0.07), 0.8)
    if "whiskers" in breed.marks:
        for k in (-1, 0.2, 1.4):
            board.stroke(smooth([(tip - r * 0.4, low - r * 0.3), (tip - r * 0.2 - s * 0.4 - r * 0.7,
                low - r * 0.3 + k * 3)]),
                         lighter(face, 0.6), 0.5, 0.8)  # fmt: skip


def _trunk(board: Board, coat: int, r: float, moment: Moment) -> None:
    """An elephant's trunk and tusk."""
    sway, lift = 3 * moment.swing(), 14 * moment.mouth + (r * 0.9 if moment.gait == "sleep" else 0.0)
    points = [(r * 0.45, r * 0.2), (r * 1.25, r * 0.75), (r * 1.35 + sway * 0.3, r * 1.9 - lift * 0.4),
              (r * 1.5 + sway + lift * 0.3, r * 2.7 - lift), (r * 2.0 + sway + lift * 0.5,
              r * 2.75 - lift * 1.4)]  # fmt: skip
    board.sheet(limb(points, [r * 1.05, r * 0.78, r * 0.5, r * 0.4, r * 0.3]), coat, 2.5)
    for k in (0.3, 0.5, 0.7):
        y = r * (0.6 + 1.9 * k) - lift * k * 0.6
        x = r * (1.12 + 0.25 * k) + sway * k * 0.6
        board.stroke(smooth([(x - r * 0.2, y), (x, y + 1.2), (x + r * 0.2, y - 0.4)]), darker(coat, 0.3), 0.8, 0.7)
    board.sheet(limb([(r * 0.55, r * 0.72), (r * 1.0, r * 1.25), (r * 1.7, r * 1.12)], [4.4, 3.8, 1.2]), 0xF4ECDC, 1.5)


def _ear(board: Board, breed: Breed, colour: int, moment: Moment, *, far: bool) -> None:
    """One ear; it twitches."""
    e, r = breed.ear_size, breed.head
    x = -r * (0.16 if far else 0.42)
    top = -r * 0.66
    twitch = 0.0 if far else 6 * max(0.0, moment.swing(1, 0.62)) ** 6
    inner = lighter(colour, 0.38)
    with board.at(x, top, turn=-twitch - _droop(breed, moment)):
        if breed.ear == "fan" and far:
            return
        shape, inside = _ear_shape(breed.ear, e)
        if shape is not None:
            board.sheet(shape, darker(colour, 0.16) if breed.ear == "flop" else colour, 2)
        if inside is not None:
            board.flat(inside, inner, 0.85)


def _droop(breed: Breed, moment: Moment) -> float:
    """Degrees by which ears are laid back."""
    if moment.gait == "sleep":
        return 52.0 if breed.ear == "long" else 10.0
    if moment.gait == "run":
        return 30.0 if breed.ear == "long" else 8.0
    return 18.0 if moment.mood in ("sad", "afraid") else 0.0


def _ear_shape(kind: str, e: float) -> tuple[skia.Path | None, skia.Path | None]:
    """An ear with its root at (0, 0), and what is seen of its inside."""
    if kind == "pointed":
        return (
            smooth(
                [(-e * 0.42, 3), (-e * 0.34, -e * 0.5), (-e * 0.08, -e), (e * 0.28, -e * 0.4), (e * 0.42, 2)],
                closed=True,
                tension=9,
            ),
            smooth([(-e * 0.2, 1), (-e * 0.08, -e * 0.68), (e * 0.2, 0.5)], closed=True, tension=9),
        )
    if kind == "round":
        return oval(0, -e * 0.22, e * 0.6, e * 0.62), oval(0.6, -e * 0.14, e * 0.34, e * 0.36)
    if kind == "long":
        return (
            limb([(0, 4), (-e * 0.1, -e * 0.5), (-e * 0.3, -e)], [e * 0.18, e * 0.34, e * 0.1]),
            limb([(0, 0), (-e * 0.1, -e * 0.5), (-e * 0.26, -e * 0.86)], [e * 0.06, e * 0.16, e * 0.04]),
        )
    if kind == "flop":
        return limb([(1, 0), (-2.5, e * 0.5), (-1, e * 1.15)], [e * 0.38, e * 0.68, e * 0.3]), None
    if kind == "fan":
        return (
            smooth([(2, -4), (-e * 0.75, -e * 0.35), (-e * 1.1, e * 0.25), (-e * 0.8, e * 0.95), (-e * 0.2,
                e * 1.25), (e * 0.12, e * 0.6)],
                   closed=True),
            smooth([(-2, 0), (-e * 0.7, -e * 0.12), (-e * 0.88, e * 0.3), (-e * 0.6, e * 0.8), (-e * 0.14,
                e * 0.95)], closed=True),
        )  # fmt: skip
    if kind == "side":
        return (
            limb([(2, 2), (-e * 0.5, -e * 0.12), (-e * 1.1, e * 0.1)], [e * 0.26, e * 0.56, e * 0.1]),
            limb([(-e * 0.1, 1.5), (-e * 0.5, e * 0.02), (-e * 0.95, e * 0.1)], [e * 0.1, e * 0.26, e * 0.05]),
        )
    if kind == "leaf":  # banana ears of llamas, upright ears of horses and deer
        return (
            limb([(0, 3), (-e * 0.06, -e * 0.5), (e * 0.06, -e)], [e * 0.3, e * 0.44, e * 0.1]),
            limb([(0.5, 0), (0, -e * 0.5), (e * 0.05, -e * 0.86)], [e * 0.1, e * 0.2, e * 0.04]),
        )
    return None, None
