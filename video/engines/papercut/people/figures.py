"""Figures of people: paper dolls, always in the same clothes, about 100 units tall with the feet at (0, 0)."""

from __future__ import annotations

from enum import StrEnum

import skia

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.people.faces import draw_face, draw_hair_back, draw_hair_front
from video.engines.papercut.people.wardrobe import Age, Build, Person

ADULT = 100.0


class Pose(StrEnum):
    """How a figure holds itself."""

    STANDING = "standing"
    RAISED = "raised"
    """One arm up: speaks, calls, greets."""
    WALKING = "walking"
    HOLDING = "holding"
    """Both hands before the body."""


def stature(person: Person) -> float:
    """Height as a share of a grown person's."""
    return {Age.CHILD: 0.7, Age.ADULT: 1.0, Age.OLD: 0.93}[person.age]


def draw_person(board: Board, person: Person, x: float, y: float, height: float, pose: Pose, *, flip: bool) -> None:
    """Draws a figure with its feet at (x, y); ``height`` is that of a grown person, in frame units."""
    with board.at(x, y, height * stature(person) / ADULT, flip=flip):
        _ground_shadow(board)
        _figure(board, person, pose)


def _ground_shadow(board: Board) -> None:
    paint = skia.Paint(AntiAlias=True, Color=(0x55 << 24) | board.light.shade)
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 2.2, True))
    board.canvas.drawPath(oval(1, -0.5, 22, 3.6), paint)


def _figure(board: Board, person: Person, pose: Pose) -> None:
    dye = board.light.dye
    child = person.age is Age.CHILD
    head = 30.0 if child else 23.0
    shoulder = -(ADULT - head) + 2.0
    half = 12.5 if child else 11.5
    lean = 4.0 if person.age is Age.OLD else 1.0 if pose is Pose.WALKING else 0.0
    dress, skin = dye(person.dress, 0.75), dye(person.skin, 0.65)
    neck_x = lean * 0.9
    head_at = (lean * 1.3 + 0.5, -(ADULT - head / 2) + (3.0 if lean > 2 else 0))
    sleeve = dye(person.top, 0.75)

    draw_hair_back(board, person, head_at, head)
    _arm(
        board, (neck_x - half + 2.5, shoulder + 4), _hand(pose, half, shoulder, near=False), darker(sleeve, 0.12), skin
    )
    if person.build is Build.TROUSERS:
        _legs(board, dye(person.trousers, 0.75), pose)
        _tunic(board, person, sleeve, shoulder, half, neck_x)
    else:
        _shoes(board, pose)
        _dress(board, person, dress, shoulder, half, neck_x)
    board.sheet(limb([(neck_x, shoulder + 3), head_at], [6.5, 7.5]), darker(skin, 0.06), 0)
    _arm(board, (neck_x + half - 2.5, shoulder + 4), _hand(pose, half, shoulder, near=True), sleeve, skin)
    if person.shawl is not None:
        _shawl(board, dye(person.shawl, 0.75), shoulder, half, neck_x)
    if person.age is Age.OLD and person.stick:
        hand = _hand(pose, half, shoulder, near=False)
        if pose is Pose.STANDING or pose is Pose.WALKING:
            board.sheet(
                limb([(hand[-1][0] - 1, hand[-1][1] - 6), (hand[-1][0] - 3, -2)], [2.6, 1.8]), dye(0x6B4A32, 0.8), 3
            )
    draw_face(board, person, head_at, head)
    draw_hair_front(board, person, head_at, head)


def _hand(pose: Pose, half: float, shoulder: float, *, near: bool) -> list[tuple[float, float]]:
    """Elbow and hand of the nearer (right) or the further arm."""
    side = 1 if near else -1
    if pose is Pose.RAISED and near:
        return [(half + 10, shoulder + 3), (half + 15, shoulder - 15)]
    if pose is Pose.HOLDING:
        return [(side * (half + 5), shoulder + 17), (side * 2 + 2, shoulder + 22)]
    if pose is Pose.WALKING:
        return [(side * (half + 3), shoulder + 17), (side * (half + 2) + 7 * side, shoulder + 30)]
    return [(side * (half + 4.5), shoulder + 17), (side * (half + 4.5), shoulder + 32)]


def _arm(board: Board, start: tuple[float, float], rest: list[tuple[float, float]], sleeve: int, skin: int) -> None:
    elbow, hand = rest
    board.sheet(oval(hand[0], hand[1], 3.3, 3.6), skin, 2.5)
    cuff = (hand[0] + (elbow[0] - hand[0]) * 0.16, hand[1] + (elbow[1] - hand[1]) * 0.16)
    board.sheet(limb([start, elbow, cuff], [8.0, 7.6, 8.2]), sleeve, 4)


def _shoes(board: Board, pose: Pose) -> None:
    ink = board.light.dye(0x4A3328, 0.8)
    step = 9 if pose is Pose.WALKING else 7
    for x in (-step + 1, step + 2):
        board.sheet(box(x - 5.5, -5.4, 12, 5.4, 2.7), ink, 1.5)


def _legs(board: Board, colour: int, pose: Pose) -> None:
    ink = board.light.dye(0x3E2C26, 0.8)
    step = 11.0 if pose is Pose.WALKING else 5.5
    for x, shade in ((-step, darker(colour, 0.12)), (step, colour)):
        board.sheet(box(x - 4.5, -5.6, 12, 5.6, 2.8), ink, 1.5)
        board.sheet(limb([(x * 0.55, -42), (x * 0.8, -24), (x, -4)], [11.5, 9.8, 9.4]), shade, 3)


def _dress(board: Board, person: Person, colour: int, shoulder: float, half: float, neck_x: float) -> None:
    waist = shoulder * 0.62
    path = skia.Path()
    path.moveTo(neck_x - half * 0.45, shoulder - 1.5)
    path.quadTo(neck_x - half, shoulder - 1, neck_x - half, shoulder + 5)
    path.cubicTo(neck_x - half * 0.85, waist - 4, -half * 0.9, waist, -22, -7)
    path.quadTo(0, 0, 23, -7)
    path.cubicTo(half * 0.95, waist, neck_x + half * 0.9, waist - 4, neck_x + half, shoulder + 5)
    path.quadTo(neck_x + half, shoulder - 1, neck_x + half * 0.45, shoulder - 1.5)
    path.close()
    board.sheet(path, colour, 5)
    _pattern(board, person, path, waist)
    if person.top != person.dress:
        bodice = skia.Path.Rect(skia.Rect.MakeLTRB(-40, shoulder - 8, 40, waist))
        board.canvas.save()
        board.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        board.sheet(bodice, board.light.dye(person.top, 0.75), 2, edge=0)
        board.canvas.restore()
    if person.apron is not None:
        apron = smooth([(-7 + neck_x, waist), (8 + neck_x, waist), (13, -16), (0, -11), (-12, -16)], closed=True)
        board.sheet(apron, board.light.dye(person.apron, 0.75), 2.5)


def _tunic(board: Board, person: Person, colour: int, shoulder: float, half: float, neck_x: float) -> None:
    hem = -34.0
    path = skia.Path()
    path.moveTo(neck_x - half * 0.45, shoulder - 1.5)
    path.quadTo(neck_x - half, shoulder - 1, neck_x - half, shoulder + 6)
    path.quadTo(-half * 0.9, shoulder * 0.7, -half - 2.5, hem)
    path.quadTo(0, hem + 4, half + 3.5, hem)
    path.quadTo(half * 0.95, shoulder * 0.7, neck_x + half, shoulder + 6)
    path.quadTo(neck_x + half, shoulder - 1, neck_x + half * 0.45, shoulder - 1.5)
    path.close()
    board.sheet(path, colour, 5)
    belt = board.light.dye(person.trim, 0.75)
    board.canvas.save()
    board.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    board.sheet(box(-30, hem - 10, 60, 4.2), belt, 1, edge=0)
    board.flat(
        polygon([(neck_x - 3.5, shoulder - 3), (neck_x + 4.5, shoulder - 3), (neck_x + 0.5, shoulder + 8)]), belt
    )
    board.canvas.restore()


def _pattern(board: Board, person: Person, path: skia.Path, waist: float) -> None:
    """The trimming of a dress: it tells apart two dresses of one colour."""
    trim = board.light.dye(person.trim, 0.75)
    board.canvas.save()
    board.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    hem = smooth([(-30, -12), (-14, -8.5), (0, -7.4), (14, -8.5), (30, -12)])
    if person.pattern in ("band", "dots"):
        board.stroke(hem, trim, 3.4)
    if person.pattern == "dots":
        for row in range(4):
            for i in range(-3, 4):
                board.flat(oval(i * 8 + (row % 2) * 4, waist + 9 + row * 8.2, 1.1, 1.1), trim)
    elif person.pattern == "stripes":
        for i in range(-3, 4):
            board.stroke(line((i * 2.4, waist), (i * 7.5, 0)), trim, 1.5, 0.8)
    elif person.pattern == "zigzag":
        teeth = [(i * 4.0 - 32, -14.0 - (i % 2) * 4.5) for i in range(17)]
        board.stroke(line(*teeth), trim, 1.7)
        board.stroke(hem, trim, 2.0)
    board.canvas.restore()


def _shawl(board: Board, colour: int, shoulder: float, half: float, neck_x: float) -> None:
    cape = skia.Path()
    cape.moveTo(neck_x - 6, shoulder - 4)
    cape.quadTo(neck_x - half - 3, shoulder - 1, neck_x - half - 5.5, shoulder + 17)
    cape.quadTo(neck_x - 6, shoulder + 20, neck_x + 1.5, shoulder + 31)
    cape.quadTo(neck_x + 8, shoulder + 20, neck_x + half + 6, shoulder + 17)
    cape.quadTo(neck_x + half + 3, shoulder - 1, neck_x + 6.5, shoulder - 4)
    cape.quadTo(neck_x, shoulder + 2, neck_x - 6, shoulder - 4)
    cape.close()
    board.sheet(cape, colour, 4)
    fold = lighter(colour, 0.28)
    for dx in (-1, 1):
        board.stroke(
            smooth(
                [(neck_x + dx * 5, shoulder + 1), (neck_x + dx * 7, shoulder + 11), (neck_x + dx * 3.4, shoulder + 21)]
            ),
            fold,
            0.9,
            0.6,
        )
