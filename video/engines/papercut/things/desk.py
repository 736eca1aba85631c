"""What is read, written, looked at and listened to."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, DARK_IRON, GOLD, PALE_WOOD, Prop, Trim, pole, stand, tint

_SCREEN = 0xBFE0E6


def _book(board: Board, trim: Trim) -> None:
    """An open book that stands up to its reader."""
    cover, page = trim.own(board, 0x9C3338), tint(board, 0xFBF5E6, 0.7)
    board.sheet(polygon([(-14, -18), (0, -15.4), (14, -18), (14, 0), (0, 2), (-14, 0)]), cover, 2.5)
    for side in (-1, 1):
        board.sheet(
            smooth(
                [(0, -15), (side * 6, -18.6), (side * 13, -17.4), (side * 13, -1.4), (side * 6, -2.6), (0, 0.6)],
                closed=True,
                tension=12,
            ),
            page,
            1,
        )
        for k in range(4):
            board.stroke(line((side * 2.6, -13 + k * 3), (side * 10.8, -14.4 + k * 3)), darker(page, 0.4), 0.7, 0.6)
    board.stroke(line((0, -15), (0, 0.6)), darker(page, 0.35), 0.8, 0.7)


def _letter(board: Board, trim: Trim) -> None:
    paper = trim.own(board, 0xFAF1DC)
    board.sheet(box(-13, -18, 26, 18, 1), paper, 2.5)
    board.sheet(polygon([(-13, -18), (13, -18), (0, -7)]), darker(paper, 0.08), 1.5)
    board.stroke(line((-13, 0), (-3.4, -9)), darker(paper, 0.25), 0.7, 0.7)
    board.stroke(line((13, 0), (3.4, -9)), darker(paper, 0.25), 0.7, 0.7)
    board.sheet(oval(0, -8.4, 3, 3), tint(board, 0xB8322E), 0.8)


def _pen(board: Board, trim: Trim) -> None:
    """A fountain pen, its nib at (0, 0)."""
    coat = trim.own(board, 0x2F5F8F)
    with board.at(0, 0, turn=14):
        board.sheet(smooth([(-1.8, -9), (1.8, -9), (1.2, -4), (0, 0), (-1.2, -4)], closed=True), tint(board, GOLD), 0.8)
        board.stroke(line((0, -1), (0, -6)), darker(tint(board, GOLD), 0.5), 0.5)
        board.sheet(box(-2.2, -13, 4.4, 4.4, 0.8), darker(coat, 0.35), 0.8)
        board.sheet(limb([(0, -12), (0, -26), (0, -42)], [5, 5.6, 3.6]), coat, 1.6)
        board.flat(box(-2.9, -29, 5.8, 1.8), tint(board, GOLD))
        board.stroke(line((-1.3, -15), (-1.3, -38)), lighter(coat, 0.4), 0.9, 0.8)


def _blackboard(board: Board, trim: Trim) -> None:
    wood, slate, chalk = tint(board, PALE_WOOD), trim.own(board, 0x35574C), tint(board, 0xF4F1E6, 0.6)
    stand(board, 42)
    for x, lean in ((-34, -6), (34, 6)):
        pole(board, (x, -60), (x + lean, 0), 4, darker(wood, 0.15))
    board.sheet(box(-48, -98, 96, 66, 2), wood, 4)
    board.sheet(box(-43.5, -93.5, 87, 57, 1), slate, 1)
    board.sheet(box(-40, -33.5, 80, 4, 1), lighter(wood, 0.15), 1.5)
    board.stroke(polygon([(-32, -60), (-22, -76), (-12, -60)]), chalk, 1.5, 0.9)
    board.stroke(oval(2, -68, 8.5, 8.5), chalk, 1.5, 0.9)
    board.stroke(box(19, -76, 16, 16), chalk, 1.5, 0.9)
    for k in range(3):
        board.stroke(smooth([(-34, -52 + k * 5), (-18, -53 + k * 5), (-4 + k * 8, -52 + k * 5)]), chalk, 1.1, 0.6)
    for x in (-20, -14):
        board.sheet(box(x, -36, 4.6, 1.8, 0.6), 0xFFFFFF, 0.5)


def _desk(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0xA9743F)
    stand(board, 34)
    for x in (-32, 28):
        board.sheet(box(x, -38, 4.4, 38, 1), darker(wood, 0.2), 2)
    board.sheet(box(8, -37, 24, 22, 1), darker(wood, 0.1), 2)
    for y in (-35, -25.4):
        board.sheet(box(10.4, y, 19, 8, 1), wood, 1)
        board.flat(oval(20, y + 4, 1.3, 1.3), tint(board, 0xE3C27A))
    board.sheet(box(-36, -42, 72, 5, 1.5), lighter(wood, 0.12), 3)


def _phone(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0x33363F)
    board.sheet(box(-5.4, -21, 10.8, 21, 2.2), coat, 2)
    board.sheet(box(-4.3, -19, 8.6, 16, 0.8), 0xD6ECF0 if board.light.lamps else tint(board, _SCREEN), 0.4)
    for i in range(6):
        board.flat(
            box(-3.2 + (i % 3) * 2.4, -17 + (i // 3) * 3.4, 1.7, 1.7, 0.5),
            tint(board, (0xD9483B, 0xE8B83A, 0x4E8A55)[i % 3], 0.6),
        )
    board.flat(oval(0, -1.6, 0.8, 0.8), lighter(coat, 0.4))


def _computer(board: Board, trim: Trim) -> None:
    """A laptop."""
    coat = trim.own(board, 0x8D97A2)
    stand(board, 20)
    board.sheet(polygon([(-17, -27), (17, -27), (18, -2), (-18, -2)]), darker(coat, 0.25), 2.5)
    board.sheet(
        polygon([(-15, -25), (15, -25), (16, -4), (-16, -4)]),
        0xD6ECF0 if board.light.lamps else tint(board, _SCREEN),
        0.5,
    )
    for k, wide in enumerate((18, 24, 14)):
        board.stroke(line((-12, -20 + k * 4.4), (-12 + wide, -20 + k * 4.4)), tint(board, 0x3F7F93), 1.4, 0.8)
    board.sheet(polygon([(-20, -2.6), (20, -2.6), (23, 0.6), (-23, 0.6)]), coat, 1.5)


def _television(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0x8C5A38)
    stand(board, 24)
    for x0, x1 in ((-2, -14), (2, 12)):
        board.stroke(line((x0, -44), (x1, -62)), tint(board, DARK_IRON), 1.3)
    for x in (-18, 14):
        board.sheet(polygon([(x, -6), (x + 4, -6), (x + 3, 0), (x + 1, 0)]), darker(wood, 0.3), 1)
    board.sheet(box(-27, -45, 54, 40, 4), wood, 4)
    screen = box(-23, -41, 35, 32, 6)
    board.sheet(screen, 0xBFE0F0 if board.light.lamps else tint(board, 0x8DB7C0), 1)
    with board.within(screen):
        board.flat(oval(-1, -29 + trim.swing(), 5, 5), 0xFBD873)
        board.flat(
            smooth([(-26, -18), (-12, -23), (2, -17), (16, -21), (16, 0), (-26, 0)], closed=True),
            tint(board, 0x4E8A55, 0.5),
        )
        board.flat(polygon([(-21, -40), (-14, -40), (-21, -28)]), 0xFFFFFF, 0.25)
    for y in (-36, -28):
        board.sheet(oval(19.4, y, 3, 3), tint(board, CREAM), 1)
    for k in range(4):
        board.stroke(line((16.4, -20 + k * 2.6), (22.6, -20 + k * 2.6)), darker(wood, 0.45), 0.9)


def _radio(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0xB5483A)
    stand(board, 17)
    board.stroke(line((13, -20), (22, -40)), tint(board, 0x9AA4AC), 1.2)
    board.flat(oval(22, -40, 1.2, 1.2), tint(board, 0x9AA4AC))
    board.stroke(smooth([(-12, -20), (-10, -26), (8, -26), (10, -20)]), darker(coat, 0.35), 1.8)
    board.sheet(box(-19, -21, 38, 21, 4), coat, 3)
    speaker = oval(-9, -10.5, 7.4, 7.4)
    board.sheet(speaker, tint(board, 0x4A4148), 1)
    pulse = 0.4 * trim.swing(2)
    for r in (2, 4.6):
        board.stroke(oval(-9, -10.5, r + pulse, r + pulse), lighter(coat, 0.2), 0.9, 0.8)
    board.sheet(box(2, -17.4, 14, 6, 1), tint(board, CREAM), 0.6)
    board.stroke(line((8 + 3 * trim.swing(1, 0.1), -17), (8 + 3 * trim.swing(1, 0.1), -12)), tint(board, 0xC0392B), 0.8)
    for x in (5.4, 12.6):
        board.sheet(oval(x, -5.6, 2.4, 2.4), lighter(coat, 0.35), 0.8)


def _camera(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0x3E4048)
    board.stroke(smooth([(-12, -16), (-8, -28), (8, -28), (12, -16)]), tint(board, 0x8A5A38), 1.4)
    board.sheet(polygon([(-5, -18), (-3, -21.5), (5, -21.5), (7, -18)]), coat, 1)
    board.sheet(box(-13, -18.4, 26, 17, 2.6), coat, 2.5)
    board.flat(box(-13, -14, 26, 7), lighter(coat, 0.16))
    board.sheet(oval(0.6, -9.6, 7, 7), tint(board, 0xB9C2C8), 1.2)
    board.flat(oval(0.6, -9.6, 5, 5), 0x2C3440)
    board.flat(oval(-0.8, -11.4, 1.5, 1.2), 0xFFFFFF, 0.8)
    board.flat(box(7.6, -17, 3.6, 2.2, 0.6), 0xF7E9B0)


def _microphone(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0x3E4048)
    board.sheet(limb([(0, 0), (0, -18)], [3.6, 5]), coat, 2)
    head = oval(0, -22, 5.4, 5.8)
    board.sheet(head, tint(board, 0xAEB6BC), 1.5)
    with board.within(head):
        for k in range(-3, 4):
            board.stroke(line((k * 2 - 6, -28), (k * 2 + 6, -16)), tint(board, 0x6E7680), 0.5)
            board.stroke(line((k * 2 + 6, -28), (k * 2 - 6, -16)), tint(board, 0x6E7680), 0.5)


DESK: dict[str, Prop] = {
    "book": Prop(draw=_book, medium="hand", grip=(0, -1), size=0.14),
    "letter": Prop(draw=_letter, medium="hand", grip=(0, -2), size=0.08),
    "pen": Prop(draw=_pen, medium="hand", grip=(4, -12), size=0.14),
    "blackboard": Prop(draw=_blackboard),
    "desk": Prop(draw=_desk, top=-42),
    "phone": Prop(draw=_phone, medium="hand", grip=(0, -6), size=0.09),
    "computer": Prop(draw=_computer, medium="table", grip=(0, -1)),
    "television": Prop(draw=_television, medium="table", cycle_s=3.0, size=0.4),
    "radio": Prop(draw=_radio, medium="table", grip=(0, -25), size=0.18, cycle_s=1.2),
    "camera": Prop(draw=_camera, medium="hand", grip=(0, -10), size=0.09),
    "microphone": Prop(draw=_microphone, medium="hand", grip=(0, -8), size=0.14),
}
