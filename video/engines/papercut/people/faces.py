"""Heads of figures: face, hair, beard and what is worn on the head."""

from __future__ import annotations

import skia

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, limb, oval, polygon, smooth
from video.engines.papercut.people.wardrobe import Age, Hair, Hat, Person

INK = 0x2A1F22


def draw_hair_back(board: Board, person: Person, at: Point, head: float) -> None:
    """Hair that falls behind the head, drawn before the body."""
    (x, y), r = at, head / 2
    hair = darker(board.light.dye(person.hair, 0.7), 0.12)
    if person.hat is Hat.SCARF:
        return
    if person.hair_style is Hair.LONG:
        path = smooth(
            [
                (x - 2, y - r),
                (x - r * 1.05, y - r * 0.4),
                (x - r * 1.1, y + r * 1.7),
                (x, y + r * 2.0),
                (x + r * 0.95, y + r * 1.5),
                (x + r * 0.9, y - r * 0.4),
            ],
            closed=True,
        )
        board.sheet(path, hair, 4)
    elif person.hair_style is Hair.TAIL:
        board.sheet(
            limb([(x - r * 0.6, y - r * 0.5), (x - r * 1.5, y + 1), (x - r * 1.25, y + r * 1.5)], [7, 8.5, 2.5]),
            hair,
            4,
        )
    elif person.hair_style is Hair.BUN and person.hat is Hat.NONE:
        board.sheet(oval(x - r * 0.62, y - r * 0.95, r * 0.52, r * 0.5), hair, 3)
    elif person.hair_style is Hair.CURLS:
        for dx, dy in ((-0.9, 0.1), (-0.95, -0.45), (-0.55, -0.95), (0, -1.1), (0.55, -0.95), (0.9, -0.4), (0.85, 0.1)):
            board.sheet(oval(x + dx * r, y + dy * r, r * 0.46, r * 0.46), hair, 1.5, edge=0.1)
    elif person.hair_style is Hair.BRAIDS:
        for side in (-1, 1):
            for k in range(4):
                board.sheet(
                    oval(x + side * r * (0.98 + 0.04 * k), y + r * (0.45 + 0.42 * k), r * 0.24, r * 0.28), hair, 1.5
                )


def draw_face(board: Board, person: Person, at: Point, head: float) -> None:
    """The head itself with its face, turned a little to the right."""
    (x, y), r = at, head / 2
    skin = board.light.dye(person.skin, 0.65)
    board.sheet(oval(x - r * 0.86, y + r * 0.12, r * 0.17, r * 0.2), darker(skin, 0.1), 1)
    face = smooth(
        [
            (x, y - r),
            (x + r * 0.72, y - r * 0.62),
            (x + r * 0.88, y),
            (x + r * 0.66, y + r * 0.62),
            (x + r * 0.1, y + r),
            (x - r * 0.55, y + r * 0.72),
            (x - r * 0.86, y + r * 0.05),
            (x - r * 0.7, y - r * 0.62),
        ],
        closed=True,
    )
    board.sheet(face, skin, 3.5)
    turned = x + r * 0.2
    blush = mix(skin, 0xC8503C, 0.45)
    ink = mix(INK, skin, 0.08)
    for dx in (-0.42, 0.46):
        board.flat(oval(turned + dx * r * 1.12, y + r * 0.34, r * 0.19, r * 0.14), blush, 0.55)
    for dx in (-0.33, 0.37):
        ex = turned + dx * r
        board.flat(oval(ex, y + r * 0.02, r * 0.085, r * 0.115), ink)
        brow = smooth([(ex - r * 0.14, y - r * 0.21), (ex, y - r * 0.27), (ex + r * 0.14, y - r * 0.22)])
        board.stroke(brow, mix(board.light.dye(person.hair, 0.7), ink, 0.35), r * 0.06, 0.9)
        if person.age is Age.OLD:
            under = smooth([(ex - r * 0.13, y + r * 0.19), (ex, y + r * 0.23), (ex + r * 0.13, y + r * 0.19)])
            board.stroke(under, darker(skin, 0.3), r * 0.035, 0.7)
    nose = smooth(
        [(turned + r * 0.04, y + r * 0.06), (turned + r * 0.14, y + r * 0.25), (turned + r * 0.02, y + r * 0.29)]
    )
    board.stroke(nose, darker(skin, 0.28), r * 0.055, 0.85)
    mouth = smooth(
        [(turned - r * 0.2, y + r * 0.49), (turned + r * 0.04, y + r * 0.59), (turned + r * 0.27, y + r * 0.47)]
    )
    board.stroke(mouth, mix(0x8A2F2C, skin, 0.2), r * 0.075)
    if person.glasses:
        for dx in (-0.33, 0.37):
            board.stroke(oval(turned + dx * r, y + r * 0.03, r * 0.25, r * 0.25), ink, r * 0.05, 0.85)


def draw_hair_front(board: Board, person: Person, at: Point, head: float) -> None:
    """Fringe, beard and headgear, over the face."""
    (x, y), r = at, head / 2
    hair = board.light.dye(person.hair, 0.7)
    if person.beard:
        _beard(board, hair, x, y, r)
    if person.hat is Hat.SCARF:
        _scarf(board, board.light.dye(person.hat_colour, 0.75), x, y, r)
        return
    if person.hair_style is Hair.BALD:
        board.sheet(
            smooth(
                [(x - r * 0.9, y + r * 0.25), (x - r * 0.98, y - r * 0.3), (x - r * 0.62, y - r * 0.05)], closed=True
            ),
            hair,
            1.5,
        )
    else:
        _cap(board, person, hair, x, y, r)
    if person.hat is Hat.STRAW:
        straw = board.light.dye(person.hat_colour, 0.75)
        board.sheet(
            smooth(
                [
                    (x - r * 0.66, y - r * 0.55),
                    (x - r * 0.5, y - r * 1.4),
                    (x + r * 0.55, y - r * 1.4),
                    (x + r * 0.72, y - r * 0.55),
                ],
                closed=True,
            ),
            straw,
            2,
        )
        board.sheet(oval(x + 0.5, y - r * 0.55, r * 1.55, r * 0.26), lighter(straw, 0.1), 4)
        board.stroke(
            smooth([(x - r * 0.66, y - r * 0.74), (x, y - r * 0.68), (x + r * 0.72, y - r * 0.74)]),
            darker(straw, 0.45),
            r * 0.13,
        )
    elif person.hat is Hat.CAP:
        cap = board.light.dye(person.hat_colour, 0.75)
        board.sheet(
            smooth(
                [
                    (x - r * 0.98, y - r * 0.32),
                    (x - r * 0.7, y - r * 1.05),
                    (x + r * 0.1, y - r * 1.25),
                    (x + r * 0.8, y - r * 0.85),
                    (x + r * 0.95, y - r * 0.36),
                ],
                closed=True,
            ),
            cap,
            3,
        )
        board.sheet(
            limb([(x - r * 1.0, y - r * 0.36), (x, y - r * 0.5), (x + r * 1.02, y - r * 0.38)], [3.4, 4, 3.4]),
            lighter(cap, 0.18),
            1.5,
        )
    elif person.hat is Hat.CROWN:
        gold = board.light.dye(0xE5B53A, 0.6)
        base = y - r * 0.62
        teeth = [
            (x - r * 0.75, base),
            (x - r * 0.85, base - r * 0.75),
            (x - r * 0.4, base - r * 0.4),
            (x, base - r * 0.9),
            (x + r * 0.42, base - r * 0.4),
            (x + r * 0.88, base - r * 0.75),
            (x + r * 0.78, base),
        ]
        board.sheet(polygon(teeth), gold, 3)


def _cap(board: Board, person: Person, hair: int, x: float, y: float, r: float) -> None:
    """Hair over the brow."""
    path = skia.Path()
    path.moveTo(x - r * 0.96, y + r * 0.3)
    path.cubicTo(x - r * 1.2, y - r * 0.7, x - r * 0.6, y - r * 1.2, x + r * 0.05, y - r * 1.14)
    path.cubicTo(x + r * 0.75, y - r * 1.12, x + r * 1.06, y - r * 0.5, x + r * 0.93, y - r * 0.02)
    if person.hair_style in (Hair.BUN, Hair.LONG):
        path.quadTo(x + r * 0.85, y - r * 0.5, x + r * 0.3, y - r * 0.66)
        path.quadTo(x - r * 0.45, y - r * 0.5, x - r * 0.72, y + r * 0.1)
    elif person.hair_style is Hair.SHORT:
        path.lineTo(x + r * 0.74, y - r * 0.42)
        path.quadTo(x + r * 0.1, y - r * 0.72, x - r * 0.5, y - r * 0.4)
        path.lineTo(x - r * 0.66, y + r * 0.1)
    else:
        path.quadTo(x + r * 0.7, y - r * 0.4, x + r * 0.45, y - r * 0.4)
        path.quadTo(x - r * 0.3, y - r * 0.38, x - r * 0.62, y - r * 0.12)
    path.close()
    board.sheet(path, hair, 2.5)
    shine = smooth([(x - r * 0.5, y - r * 0.78), (x - r * 0.05, y - r * 0.95), (x + r * 0.4, y - r * 0.86)])
    board.stroke(shine, lighter(hair, 0.35), r * 0.05, 0.55)


def _beard(board: Board, hair: int, x: float, y: float, r: float) -> None:
    path = skia.Path()
    path.moveTo(x - r * 0.82, y + r * 0.1)
    path.cubicTo(x - r * 0.85, y + r * 0.9, x - r * 0.3, y + r * 1.65, x + r * 0.2, y + r * 1.65)
    path.cubicTo(x + r * 0.75, y + r * 1.6, x + r * 0.98, y + r * 0.8, x + r * 0.88, y + r * 0.12)
    path.quadTo(x + r * 0.78, y + r * 0.46, x + r * 0.26, y + r * 0.38)
    path.quadTo(x - r * 0.4, y + r * 0.46, x - r * 0.82, y + r * 0.1)
    path.close()
    board.sheet(path, hair, 2)
    lip = smooth([(x + r * 0.06, y + r * 0.6), (x + r * 0.24, y + r * 0.67), (x + r * 0.43, y + r * 0.59)])
    board.stroke(lip, 0x8A3A34, r * 0.08)


def _scarf(board: Board, colour: int, x: float, y: float, r: float) -> None:
    outer = smooth(
        [
            (x + r * 0.1, y - r * 1.16),
            (x - r * 0.82, y - r * 0.72),
            (x - r * 1.06, y + r * 0.15),
            (x - r * 0.7, y + r * 1.0),
            (x + r * 0.2, y + r * 1.28),
            (x + r * 0.86, y + r * 0.9),
            (x + r * 1.02, y),
            (x + r * 0.82, y - r * 0.75),
        ],
        closed=True,
    )
    opening = oval(x + r * 0.2, y + r * 0.14, r * 0.66, r * 0.78)
    board.sheet(skia.Op(outer, opening, skia.PathOp.kDifference_PathOp), colour, 3)
    board.sheet(limb([(x - r * 0.75, y + r * 0.9), (x - r * 1.15, y + r * 1.35)], [5, 7]), darker(colour, 0.1), 2)
