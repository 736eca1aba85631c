"""What rooms are made of: walls, ceilings, windows, hangings, shelves, in the ways of building of a style."""

from __future__ import annotations

import skia

from video.engines.papercut.land.far import SNOW, skyline
from video.engines.papercut.land.masonry import LAMPLIGHT
from video.engines.papercut.land.ornament import draw_border
from video.engines.papercut.land.sheetwork import draw_paper
from video.engines.papercut.land.sky import fog_of
from video.engines.papercut.land.trees import plant
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth

FLOOR = 720.0


def cloth_of(board: Board, view: View, share: float = 0.9) -> tuple[int, ...]:
    """The style's cloth in the room's light."""
    return tuple(board.light.dye(c, share) for c in view.style.cloth)


def wall(board: Board, view: View, colour: int, *, dado: bool = True) -> None:
    """The back wall: plain, with a border of the style's figures and a darker foot."""
    whole = skia.Path.Rect(skia.Rect.MakeLTRB(board.left, board.top, board.right, board.bottom))
    board.sheet(whole, colour, 0, edge=0)
    draw_paper(board, view, colour)
    texture(board, view, colour)
    if dado:
        board.sheet(
            box(board.left - 20, 560, board.right - board.left + 40, 200),
            mix(colour, board.light.dye(view.style.trim), 0.32),
            4,
        )
        draw_border(board, (board.left, board.right), 560, 34, view.style.ornament, cloth_of(board, view)[:3])


def texture(board: Board, view: View, colour: int) -> None:
    """What a wall is made of."""
    kind, chance = view.style.room, view.chance("texture")
    marks = skia.Path()
    if kind in ("wood",):
        y = view.top - 60
        while y < FLOOR:
            marks.moveTo(board.left, y)
            marks.lineTo(board.right, y)
            y += 62
        board.stroke(marks, darker(colour, 0.3), 4, 0.4)
    elif kind in ("bamboo",):
        x = board.left
        while x < board.right:
            marks.moveTo(x, board.top)
            marks.lineTo(x, FLOOR)
            x += 34
        board.stroke(marks, darker(colour, 0.3), 3, 0.4)
        knots = skia.Path()
        x = board.left + 17
        while x < board.right:
            y = view.top + chance.between(0, 160)
            while y < FLOOR:
                knots.moveTo(x - 15, y)
                knots.quadTo(x, y + 5, x + 15, y)
                y += chance.between(130, 210)
            x += 34
        board.stroke(knots, darker(colour, 0.3), 3, 0.35)
    elif kind == "screen":
        pass
    elif kind in ("clay", "plaster", "tile"):
        for _ in range(12):
            x, y = chance.between(board.left, board.right), chance.between(view.top, 540)
            board.flat(oval(x, y, chance.between(40, 130), chance.between(8, 22)), lighter(colour, 0.25), 0.22)
    elif kind == "felt":
        x = board.left
        count = 0
        while x < board.right + 120:
            for dx in (-1, 1):
                marks.moveTo(x, FLOOR)
                marks.lineTo(x + dx * 190, 330)
            x += 95
            count += 1
        board.stroke(marks, darker(colour, 0.35), 8, 0.55)


def ceiling(board: Board, view: View) -> None:
    """Beams above; in narrow frames the roof's inside with its rafters."""
    wood = board.light.dye(mix(view.style.trim, 0x7A5A40, 0.5), 0.9)
    low = view.top + 40 + 0.42 * view.lift
    if view.lift > 100:
        board.sheet(polygon([(board.left - 20, board.top - 20), (board.right + 20, board.top - 20),
            (board.right + 20, low),
                             (view.span / 2, view.top - 60), (board.left - 20, low)]), darker(wood, 0.35),
                                 8)  # fmt: skip
        for i in range(-4, 5):
            x = view.span / 2 + i * view.span * 0.14
            board.sheet(limb([(view.span / 2, view.top - 100), (x, low - 90 + 30 * abs(i))], [22, 26]), wood, 6)
        board.sheet(box(board.left - 20, low - 16, board.right - board.left + 40, 34), wood, 8)
        hanging_lamp(board, view, view.span * 0.5, low + 10, 110)
        return
    for i in range(7):
        x = board.left + (board.right - board.left) * (i + 0.5) / 7
        board.sheet(box(x - 14, board.top - 10, 28, view.top - board.top + 62), darker(wood, 0.12), 7)
    board.sheet(box(board.left - 10, board.top - 10, board.right - board.left + 20, view.top - board.top + 38), wood, 7)


def hanging_lamp(board: Board, view: View, x: float, y: float, drop: float) -> None:
    """A lamp with a shade of the style's cloth."""
    board.stroke(line((x, y), (x, y + drop)), darker(board.light.dye(0x4A3A30), 0.2), 4)
    shade = cloth_of(board, view)[0]
    board.sheet(
        polygon([(x - 62, y + drop + 64), (x - 26, y + drop), (x + 26, y + drop), (x + 62, y + drop + 64)]), shade, 6
    )
    draw_border(board, (x - 52, x + 52), y + drop + 50, 18, view.style.ornament, (lighter(shade, 0.5),))
    if board.light.lamps:
        board.glow(x, y + drop + 80, 430, LAMPLIGHT, 0.5)
    board.flat(oval(x, y + drop + 66, 22, 9), LAMPLIGHT if board.light.lamps else board.light.dye(0xF6EBD0))


TOWNISH = frozenset({"city", "town", "flat", "stairwell", "office", "hospital"})
"""Rooms and places from whose windows one sees roofs."""
WET = frozenset({"rain", "storm"})
CLOUDED = WET | frozenset({"snow", "fog", "overcast"})
"""Weather that hides sun, moon and stars."""


def outlook(board: Board, view: View, pane: skia.Path, *, town: bool = False) -> None:
    """The open air seen through an opening, in the time, the weather and the style of the view."""
    light, b = view.outside, pane.getBounds()
    x, y, w, h = b.left(), b.top(), b.width(), b.height()
    town = town or view.style.id == "city" or bool(TOWNISH & {view.setting.id, *view.setting.also})
    board.openings.append((x, y, x + w, y + h))
    with board.within(pane):
        board.sheet(pane, light.sky[0], 0, edge=0)
        for i, share in enumerate((0.22, 0.42, 0.62)):
            band = smooth([(x - 20, y + h * share), (x + w * 0.4, y + h * (share - 0.05)), (x + w + 20, y + h * share)])
            band.lineTo(x + w + 20, y + h + 10)
            band.lineTo(x - 20, y + h + 10)
            band.close()
            board.sheet(band, mix(light.sky[1], light.sky[2], i / 2), 3)
        _above(board, view, (x, y, w, h))
        before, board.light = board.light, light
        if town:
            with board.at(x, y + h * 0.98, 0.62):
                skyline(board, view, 0, 0, h * 0.8)
                skyline(board, view, 1, 70, h * 0.6)
        else:
            _fields(board, view, (x, y, w, h))
        if "fog" in view.outer:
            board.flat(pane, fog_of(light), 0.72)
        elif CLOUDED & view.outer:
            board.haze(y - h, y + h, light.sky[2], 0.22, below=True)
        board.light = before
        if view.frozen:
            _falling(board, view, (x, y, w, h))
        board.shadow(line((x, y - 4), (x + w, y - 4)), 14)


def _fields(board: Board, view: View, pane: tuple[float, float, float, float]) -> None:
    """Two hills and a tree in a window, white where snow falls."""
    light, (x, y, w, h) = view.outside, pane
    ground, white = y + h * 0.72, 0.75 if "snow" in view.outer else 0.0
    hill, soil = (mix(colour, light.dye(SNOW, 0.8), white) for colour in (light.hills[0], light.ground))
    far = [(x - w * 0.3, ground + 20), (x + w * 0.2, ground - h * 0.1), (x + w * 0.6, ground),
           (x + w * 1.3, ground - h * 0.12), (x + w * 1.3, y + h * 1.5), (x - w * 0.3, y + h * 1.5)]  # fmt: skip
    near = [(x - w * 0.3, ground + h * 0.16), (x + w * 0.5, ground + h * 0.06), (x + w * 1.3, ground + h * 0.18),
            (x + w * 1.3, y + h * 1.5), (x - w * 0.3, y + h * 1.5)]  # fmt: skip
    board.sheet(smooth(far, closed=True), hill, 4)
    board.sheet(smooth(near, closed=True), soil, 4)
    plant(board, view, (x + w * 0.3, ground + h * 0.14), h * 0.52, view.style.trees[0], far=0.1)


def _above(board: Board, view: View, pane: tuple[float, float, float, float]) -> None:
    """Sun, moon and stars in a window, or clouds where the weather hides them."""
    light, (x, y, w, h) = view.outside, pane
    night = light.name == "night"
    if "fog" in view.outer:
        return
    if CLOUDED & view.outer:
        cloud = mix(light.cloud, light.sky[0], 0.35)
        for k, (sx, sy, r) in enumerate(((0.2, 0.1, 0.3), (0.62, 0.16, 0.36), (0.95, 0.06, 0.28))):
            board.sheet(oval(x + w * sx, y + h * sy, w * r, h * r * 0.42), darker(cloud, 0.05 * k), 3)
        return
    if ("moon" if night else "sun") not in view.absent:
        disc = (x + w * 0.68, y + h * 0.28)
        board.glow(*disc, w * 0.5, light.disc, 0.4)
        board.sheet(oval(*disc, min(w, h) * 0.1, min(w, h) * 0.1), light.disc, 3)
    if night and "star" not in view.absent:
        for _ in range(16):
            sx, sy = board.chance.between(x, x + w), board.chance.between(y, y + h * 0.6)
            board.flat(oval(sx, sy, 2.4, 2.4), 0xFFF3CC, 0.9)


def _falling(board: Board, view: View, pane: tuple[float, float, float, float]) -> None:
    """Rain or snow in a window, as it is in one moment."""
    x, y, w, h = pane
    chance = view.chance(f"falling {x:.0f}")
    count = max(8, round(w * h / 2600))
    if WET & view.outer:
        drops = skia.Path()
        for _ in range(count):
            px, py = chance.between(x - 20, x + w), chance.between(y - 30, y + h)
            drops.addPath(line((px, py), (px + 9, py + chance.between(24, 40))))
        board.stroke(drops, 0xEAF3FA, 2.6, 0.62)
    elif "snow" in view.outer:
        for _ in range(count):
            r = chance.between(3.2, 6.0)
            board.flat(oval(chance.between(x, x + w), chance.between(y, y + h), r, r), 0xFFFFFF, 0.9)


UNCURTAINED = frozenset(("workshop", "classroom", "stairwell", "office", "shop"))
CURTAINS = {"kitchen": 3, "bedroom": 1, "hospital": 2}
"""With which of the style's cloths a room's curtains begin."""


def framed_window(board: Board, view: View, x: float, *, w: float = 250.0, h: float = 290.0, y: float = 150.0) -> None:
    """A window with its frame and sill, and curtains where one lives."""
    wood = board.light.dye(mix(view.style.trim, 0x8A5E3C, 0.35), 0.9)
    board.sheet(box(x - w / 2 - 20, y - 20, w + 40, h + 40, 8), wood, 8)
    outlook(board, view, box(x - w / 2, y, w, h))
    board.sheet(box(x - 6, y, 12, h), wood, 4)
    board.sheet(box(x - w / 2, y + h * 0.46, w, 11), wood, 4)
    board.sheet(box(x - w / 2 - 34, y + h + 14, w + 68, 20, 5), lighter(wood, 0.12), 7)
    if view.setting.id in UNCURTAINED:
        return
    cloth = cloth_of(board, view, 0.85)
    # A bedroom's, a kitchen's and a parlour's are of other cloth.
    first = CURTAINS.get("bedroom" if view.has("bed") else view.setting.id, 0)
    cloth = (*cloth[first % len(cloth) :], *cloth[: first % len(cloth)])
    for way in (-1, 1):
        e = x + way * (w / 2 + 34)
        board.sheet(
            smooth([(e, y - 34), (x + way * w * 0.2, y - 32), (x + way * w * 0.34, y + h * 0.34),
                (x + way * w * 0.44, y + h * 0.52),
                    (x + way * w * 0.4, y + h + 4), (e + way * 14, y + h + 6), (e + way * 4, y + h * 0.5)],
                        closed=True, tension=7),
            cloth[0], 7,
        )  # fmt: skip
        a, b = sorted((x + way * w * 0.42, e + way * 10))
        draw_border(board, (a, b), y + h - 16, 20, view.style.ornament, (cloth[2], lighter(cloth[0], 0.5)))
    board.sheet(box(x - w / 2 - 60, y - 42, w + 120, 13, 6), darker(wood, 0.2), 5)


def hanging(board: Board, view: View, x: float, y: float, w: float, h: float) -> None:
    """A woven hanging with bands of figures and a fringe."""
    cloth = cloth_of(board, view)
    board.sheet(box(x - w / 2 - 14, y - 12, w + 28, 12, 6), board.light.dye(view.style.trim, 0.9), 5)
    board.sheet(box(x - w / 2, y - 4, w, h), cloth[0], 6)
    rows = 4
    for i in range(rows):
        ry = y + h * (i + 0.5) / rows
        if i % 2 == 0:
            board.flat(box(x - w / 2, ry - h / rows * 0.34, w, h / rows * 0.68), cloth[(i // 2 + 1) % len(cloth)])
        draw_border(board, (x - w / 2 + 6, x + w / 2 - 6), ry, h / rows * 0.46, view.style.ornament,
                    (cloth[(i + 2) % len(cloth)], cloth[(i + 4) % len(cloth)]))  # fmt: skip
    fringe = skia.Path()
    for k in range(int(w / 9)):
        fringe.moveTo(x - w / 2 + 5 + 9 * k, y + h - 4)
        fringe.lineTo(x - w / 2 + 4 + 9 * k, y + h + 16)
    board.stroke(fringe, cloth[2], 3)


def shelf(board: Board, view: View, x: float, y: float, width: float = 230.0) -> None:
    """A shelf with jars, bowls and boxes in the style's colours."""
    wood, chance, cloth = (
        board.light.dye(mix(view.style.trim, 0x8A5E3C, 0.5), 0.9),
        view.chance(f"shelf {x:.0f} {y:.0f}"),
        cloth_of(board, view, 0.85),
    )
    board.sheet(box(x - width / 2, y, width, 15, 3), wood, 7)
    px = x - width / 2 + 12
    while px < x + width / 2 - 44:
        tall, wide = chance.between(40, 74), chance.between(24, 40)
        colour = mix(chance.pick(cloth), board.light.dye(0xC9A878), 0.25)
        kind = chance.unit()
        if kind < 0.45:
            pot = smooth([(px + 5, y), (px - 1, y - tall * 0.45), (px + wide * 0.3, y - tall * 0.82),
                (px + wide * 0.7, y - tall * 0.82),
                          (px + wide + 1, y - tall * 0.45), (px + wide - 5, y)], closed=True)  # fmt: skip
            board.sheet(pot, colour, 4)
            board.sheet(box(px + wide * 0.26, y - tall * 0.88, wide * 0.48, 7, 2), darker(colour, 0.15), 2)
        elif kind < 0.75:
            board.sheet(smooth([(px, y - 24), (px + wide * 1.2, y - 24), (px + wide, y - 4), (px + wide * 0.8, y),
                (px + wide * 0.3, y), (px + 3, y - 4)],
                               closed=True, tension=10), colour, 4)  # fmt: skip
            wide *= 1.2
        else:
            board.sheet(box(px, y - tall * 0.7, wide, tall * 0.7, 2), colour, 4)
        px += wide + chance.between(8, 20)
