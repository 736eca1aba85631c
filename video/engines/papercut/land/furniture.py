"""The few things that make a room lived in; they stand at the wall on the right, where the stage is not."""

from __future__ import annotations

import skia

from video.engines.papercut.land.inside import FLOOR, cloth_of, hanging_lamp
from video.engines.papercut.land.masonry import LAMPLIGHT
from video.engines.papercut.land.ornament import draw_border
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, limb, oval, polygon, smooth
from video.engines.papercut.things.props import draw_prop


def draw_furniture(board: Board, view: View) -> None:
    """What belongs into the room that the setting is."""
    kind = view.setting.id
    x = view.span * 0.86
    if kind == "hut":
        _jars(board, view, x if not view.left else view.span * 0.13)
    elif kind == "flat":
        _sofa(board, view, x - 40)
    elif kind == "classroom":
        for share in (0.12, 0.9):
            _desk(board, view, view.span * share)
    elif kind == "workshop":
        _bench(board, view, view.span * 0.8)
    elif kind == "hospital" and not view.has("bed"):
        cloth = mix(cloth_of(board, view)[1], board.light.dye(0xF0EDE2), 0.5)
        draw_prop(board, "bed", view.span * 0.33, FLOOR + 44, 440, colour=cloth)
    elif kind == "room" and view.hearth() is None:
        _chest(board, view, x)
    _lamplight(board, view, x)


def _lamplight(board: Board, view: View, x: float) -> None:
    """An oil lamp or candle at night, whose light fills a part of the room."""
    if not board.light.lamps or view.hearth() is not None:
        return
    if view.setting.id in ("kitchen", "workshop", "classroom"):
        hanging_lamp(board, view, view.span * 0.4, view.top - 40, 150 + 0.4 * view.lift)
        return
    if view.setting.id not in ("hut", "room"):
        return
    y = FLOOR + 32 if view.setting.id == "hut" else 606.0
    x -= view.span * 0.12 if view.setting.id == "hut" else 0
    brass = board.light.dye(0xC9973F, 0.7)
    board.sheet(
        smooth([(x - 26, y), (x - 30, y - 20), (x, y - 30), (x + 40, y - 24), (x + 24, y)], closed=True), brass, 4
    )
    board.flat(smooth([(x + 38, y - 24), (x + 28, y - 50), (x + 40, y - 82), (x + 50, y - 48)], closed=True), 0xFFE08A)
    board.glow(x + 38, y - 54, 620, LAMPLIGHT, 0.42)


def _jars(board: Board, view: View, x: float) -> None:
    """Three large jars, one with the style's border."""
    cloth = cloth_of(board, view, 0.85)
    clay = board.light.dye(0xB9693E, 0.9)
    for i, (dx, tall, half) in enumerate(((-92, 150, 56), (86, 120, 50), (-4, 190, 70))):
        px, y = x + dx, FLOOR + 40 + 6 * i
        jar = smooth([(px - half * 0.5, y), (px - half, y - tall * 0.45), (px - half * 0.5, y - tall * 0.84),
            (px - half * 0.42, y - tall),
                      (px + half * 0.42, y - tall), (px + half * 0.5, y - tall * 0.84), (px + half, y - tall * 0.45),
                          (px + half * 0.5, y)],
                     closed=True, tension=7)  # fmt: skip
        tone = mix(clay, board.light.dye(0x7A4A30), 0.2 * i)
        board.sheet(jar, tone, 6)
        draw_border(
            board,
            (px - half * 0.82, px + half * 0.82),
            y - tall * 0.5,
            24,
            view.style.ornament,
            (lighter(tone, 0.55), cloth[i % len(cloth)]),
        )
        board.sheet(oval(px, y - tall, half * 0.46, 8), darker(tone, 0.35), 2)


def _chest(board: Board, view: View, x: float) -> None:
    """A painted chest with folded cloth on it."""
    cloth = cloth_of(board, view, 0.85)
    wood = mix(board.light.dye(view.style.trim, 0.9), board.light.dye(0x9A6B43, 0.9), 0.5)
    y = FLOOR + 34
    board.sheet(box(x - 150, y - 130, 300, 130, 6), wood, 8)
    board.sheet(box(x - 158, y - 146, 316, 24, 6), lighter(wood, 0.12), 5)
    draw_border(board, (x - 134, x + 134), y - 66, 52, view.style.ornament, (cloth[0], cloth[2], cloth[1]))
    for i, w in enumerate((220, 190, 200)):
        board.sheet(box(x - w / 2 + 14, y - 172 - 24 * i, w, 25, 9), cloth[(i * 2 + 1) % len(cloth)], 4)


def _sofa(board: Board, view: View, x: float) -> None:
    cloth = cloth_of(board, view, 0.85)
    tone = mix(cloth[1], board.light.dye(0xD8CCB8), 0.35)
    y = FLOOR + 44
    half = min(230.0, view.span * 0.15)
    board.sheet(box(x - half, y - 176, 2 * half, 150, 26), darker(tone, 0.1), 8)
    board.sheet(box(x - half + 20, y - 92, 2 * half - 40, 66, 14), tone, 5)
    for side in (-1, 1):
        board.sheet(box(x + side * half - 32, y - 124, 64, 118, 22), tone, 6)
    for i, dx in enumerate((-0.45, 0.4)):
        board.sheet(polygon([(x + half * dx - 44, y - 84), (x + half * dx - 34, y - 156), (x + half * dx + 44,
            y - 150), (x + half * dx + 36, y - 80)]),
                    cloth[(i * 2) % len(cloth)], 4)  # fmt: skip
    for side in (-1, 1):
        board.sheet(
            limb([(x + side * half * 0.8, y - 10), (x + side * half * 0.82, y + 10)], [12, 8]),
            board.light.dye(0x5A4638),
            2,
        )


def _desk(board: Board, view: View, x: float) -> None:
    wood = board.light.dye(0xB0794A, 0.9)
    y = FLOOR + 54
    for side in (-1, 1):
        board.sheet(limb([(x + side * 96, y - 116), (x + side * 108, y)], [16, 14]), darker(wood, 0.2), 4)
    board.sheet(polygon([(x - 126, y - 116), (x - 112, y - 140), (x + 112, y - 140), (x + 126, y - 116), (x + 126,
        y - 100), (x - 126, y - 100)]),
                wood, 6)  # fmt: skip
    cloth = cloth_of(board, view)
    for i in range(2):
        board.sheet(box(x - 70 + 60 * i, y - 156 - 8 * i, 78, 18, 3), cloth[i * 2], 3)


def _bench(board: Board, view: View, x: float) -> None:
    wood = board.light.dye(0xA5764A, 0.9)
    y = FLOOR + 46
    for dx in (-150, 140):
        board.sheet(box(x + dx, y - 130, 28, 130, 3), darker(wood, 0.15), 5)
    board.sheet(box(x - 190, y - 156, 400, 34, 5), wood, 7)
    board.sheet(box(x - 150, y - 180, 120, 24, 4), lighter(wood, 0.25), 4)
    for k in range(5):
        board.sheet(oval(x + 40 + 26 * k, y - 166 - 5 * (k % 2), 15, 11), lighter(wood, 0.4), 2)


def draw_hearth(board: Board, x: float) -> None:
    """A chimney with its open mouth at x."""
    stone = board.light.dye(0xC2B4A4, 0.9)
    board.sheet(
        polygon([(x - 150, 330), (x - 96, board.top - 10), (x + 96, board.top - 10), (x + 150, 330)]),
        lighter(board.light.sky[0], 0.12),
        9,
    )
    board.sheet(box(x - 185, 330, 370, 420), stone, 11)
    board.canvas.save()
    board.canvas.clipPath(box(x - 185, 330, 370, 420))
    for row in range(9):
        for i in range(-3, 4):
            brick = box(x + i * 76 + (row % 2) * 38 - 36, 336 + row * 46, 71, 41, 7)
            board.sheet(brick, mix(stone, board.chance.pick((0x9A7A66, 0xE0CDB6, 0xAFA196)), 0.22), 2, edge=0.12)
    board.canvas.restore()
    mouth = skia.Path()
    mouth.moveTo(x - 118, 760)
    mouth.lineTo(x - 118, 540)
    mouth.quadTo(x, 440, x + 118, 540)
    mouth.lineTo(x + 118, 760)
    mouth.close()
    board.sheet(mouth, 0x2A1A1C, 0, edge=0)
    board.sheet(box(x - 205, 318, 410, 34, 6), board.light.dye(0x8A5E3C, 0.9), 9)
    for dx, kind in ((-120, 0x5F8FA0), (110, 0xC9A24B)):
        board.sheet(
            smooth(
                [
                    (x + dx - 14, 318),
                    (x + dx - 22, 290),
                    (x + dx - 9, 262),
                    (x + dx + 9, 262),
                    (x + dx + 22, 290),
                    (x + dx + 14, 318),
                ],
                closed=True,
            ),
            board.light.dye(kind, 0.8),
            5,
        )
