"""Open country and villages: what stands behind the stage and what it stands on."""

from __future__ import annotations

from dataclasses import replace

import skia

from video.engines.papercut.land.build import ASKED, build, width_of_house
from video.engines.papercut.land.cut import lay, soft_line
from video.engines.papercut.land.drought import crack_ground
from video.engines.papercut.land.far import SNOW, canopy, hill_line, hill_tone
from video.engines.papercut.land.shrubs import natural, shrub
from video.engines.papercut.land.trees import plant, width_of_tree
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, mix
from video.engines.papercut.paper import Board, Point, oval, smooth
from video.engines.papercut.staging.ground import Ground

TREES = {"tree": "", "pine": "conifer", "palm": "palm", "cactus": "cactus"}
"""Trees that a scene may ask for by name; empty = one of the style's."""


def soil_colour(board: Board, view: View) -> int:
    """The ground's colour, white where snow lies."""
    return mix(board.light.ground, board.light.dye(SNOW, 0.8), 0.8) if view.snowy else board.light.ground


def darken(board: Board, view: View) -> None:
    """Deepens the ground where captions lie, so that they are easy to read."""
    board.haze(view.caption - 20, view.bottom + 20, board.light.shade, 0.38, below=True)


def folds(board: Board, view: View, colour: int) -> None:
    """Nearer folds of the ground with plants on them: what narrow frames show below the stage."""
    if view.deep < 60:
        return
    chance = view.chance("folds")
    y, row = 930.0, 0
    while y < view.bottom + 20:
        tone = darker(colour, 0.05 + 0.05 * row) if row % 2 == 0 else mix(colour, board.light.leaf[0], 0.16)
        lay(board, soft_line(chance, board.left - 60, board.right + 60, y, 20), tone, 8, bottom=9e3)
        if not view.snowy:
            for share in (0.04, 0.17, 0.84, 0.96, 0.3, 0.7):
                if chance.maybe(0.8 if share in (0.04, 0.96) else 0.42):
                    x = view.span * share + chance.near(0, 50)
                    shrub(board, x, y + chance.between(18, 44), chance.between(80, 130) + 30 * row,
                          chance.pick(view.style.shrubs), natural(board))  # fmt: skip
        for _ in range(3):
            stone(board, chance.between(board.left, board.right), y + chance.between(40, 90), chance.between(16, 34))
        y += 150 + 20 * row
        row += 1


def stone(board: Board, x: float, y: float, size: float) -> None:
    """A stone lying on the ground."""
    grey = mix(board.light.dye(0xA29A90, 0.9), board.light.ground, 0.3)
    board.sheet(
        smooth([(x - size, y), (x - size * 0.6, y - size * 0.6), (x + size * 0.1, y - size * 0.8),
                (x + size * 0.8, y - size * 0.45), (x + size, y), (x, y + size * 0.16)], closed=True), grey, 3,
    )  # fmt: skip


def draw_slope(board: Board, view: View) -> None:
    """The hill behind the stage."""
    hill_line(board, view, "slope", view.setting.base - 66, hill_tone(board, view))


def lay_soil(board: Board, view: View, colour: int, swing: float, *, lift: float = 10.0, drop: float = 0.0) -> None:
    """Lays the ground of the stage down to the paper's edge, from ``drop`` below the line where it begins."""
    line = soft_line(view.chance("soil"), board.left - 60, board.right + 60, view.setting.line + drop, swing)
    lay(board, line, colour, lift, bottom=9e3)


def draw_soil(board: Board, view: View) -> None:
    """The ground of the stage."""
    colour = soil_colour(board, view)
    lay_soil(board, view, colour, 10)
    if view.dry:
        crack_ground(board, view)
    folds(board, view, colour)
    darken(board, view)


def draw_path(board: Board, view: View) -> None:
    """A trodden path from between the houses to the stage front."""
    middle = view.span * view.chance("path").between(0.36, 0.64)
    trail(board, view, middle, 40.0, 230.0, mix(board.light.sand, board.light.ground, 0.3))


def trail(board: Board, view: View, middle: float, above: float, below: float, colour: int) -> None:
    """A way that widens towards the viewer with one bend in it."""
    top, low = view.setting.line + 2, view.bottom + 90
    if view.snowy:
        colour = mix(colour, board.light.dye(SNOW, 0.8), 0.55)
    deep = low - top
    spine = ((0.0, 60.0), (0.1, 20.0), (0.24, -36.0), (0.42, -8.0), (0.64, 56.0), (1.0, 20.0))
    sides: tuple[list[Point], list[Point]] = ([], [])
    for share, bend in spine:
        half = above / 2 + (below - above / 2) * share**1.15
        sides[0].append((middle + bend - half, top + deep * share))
        sides[1].append((middle + bend + half, top + deep * share))
    way = smooth([*sides[0], *reversed(sides[1])], closed=True, tension=7)
    board.sheet(way, colour, 3, edge=0.12)
    with board.within(way):
        darken(board, view)


def draw_road(board: Board, view: View) -> None:
    """A country road that leads away over the hill, stones and posts beside it."""
    middle = view.span * view.chance("road").between(0.42, 0.6)
    colour = mix(board.light.sand, board.light.dye(0xC8A878, 0.9), 0.4)
    trail(board, view, middle, 74, 400, colour)
    for share, y in ((0.12, 770), (0.27, 752), (0.83, 757), (0.93, 778)):
        stone(board, view.span * share, y, 15)
    wood = board.light.dye(mix(view.style.trim, 0x7A5A40, 0.6), 0.9)
    for i in range(5):
        x, y = view.span * (0.03 + 0.075 * i), 762 - 2.0 * i
        board.sheet(
            smooth([(x - 5, y), (x - 4, y - 62), (x + 4, y - 63), (x + 5, y)], closed=True, tension=18), wood, 3
        )
        if i:
            board.stroke(
                smooth([(x - view.span * 0.075, y - 44), (x - view.span * 0.037, y - 38), (x, y - 46)]), wood, 5
            )


def draw_tufts(board: Board, view: View) -> None:
    """Grass, flowers and small stones that break up the empty ground."""
    if view.snowy:
        return
    chance, light = view.chance("tufts"), board.light
    top = view.setting.line + 26
    clear = view.stream
    marks = skia.Path()
    for _ in range(26):
        x, y = chance.between(board.left, board.right), chance.between(top, top + 130)
        if clear is not None and abs(x - clear) < 240:
            continue
        for dx in (-5, 0, 5):
            marks.moveTo(x + dx * 0.4, y)
            marks.quadTo(x + dx, y - 8, x + dx * 1.7, y - 16)
    board.stroke(marks, light.leaf[2], 2.2, 0.6)
    cloth = view.style.cloth
    for _ in range(0 if view.dry else 12):
        x, y = chance.between(board.left, board.right), chance.between(top, top + 100)
        if clear is None or abs(x - clear) > 240:
            board.flat(oval(x, y, 3.4, 3.4), light.dye(mix(chance.pick(cloth), 0xFFF2DC, 0.45), 0.8))
    for _ in range(4):
        x = chance.between(board.left, board.right)
        if clear is None or abs(x - clear) > 280:
            stone(board, x, chance.between(top, top + 60), chance.between(8, 17))


def draw_grove(board: Board, view: View) -> None:
    """Trees of the style in loose groups, and what buildings were asked for."""
    line_of = _free(board, view)
    _asked_houses(board, view, line_of)
    _trees(board, view, line_of, 5, 285.0)


def _free(board: Board, view: View) -> Ground:
    free = Ground(board.left + 20, board.right - 20)
    if view.stream is not None:
        free.block(view.stream - 300, view.stream + 260)
    return free


def draw_asked(board: Board, view: View, names: list[str]) -> None:
    """Buildings and trees that the scene names, in a place that has none of its own accord."""
    wanted = replace(view, asked=tuple(m for m in view.asked if m.concept.id in names))
    line_of = _free(board, wanted)
    _asked_houses(board, wanted, line_of)
    if set(names) & set(TREES):
        _trees(board, wanted, line_of, 0, 0.0)


def scale_of(view: View) -> float:
    """How much larger houses and trees are: they fill the high sky of narrow frames."""
    return 1.0 + 0.2 * min(1.0, view.lift / 725)


def _asked_houses(board: Board, view: View, free: Ground) -> None:
    """Buildings that the scene names."""
    chance = view.chance("asked houses")
    for mention in view.asked:
        name = mention.concept.id
        if name not in ASKED and name not in ("house", "hut"):
            continue
        stands = 0
        for i in range(min(mention.count or 3, 6)):
            kind = ASKED.get(name, chance.pick(view.style.homes))
            size = (300 if name in ASKED else 250) * mention.size * scale_of(view)
            x = free.take(size * width_of_house(kind), view.span * ((0.8, 0.2, 0.5, 0.95, 0.05, 0.65)[i]))
            if x is not None:
                build(board, view, x, view.setting.base + chance.near(0, 6), size, kind)
                stands += 1
        if not stands:
            view.leaves_out(name)


def _trees(
    board: Board, view: View, free: Ground, usual: int, tall: float, grown: frozenset[str] = frozenset()
) -> None:
    """Trees that the scene names, or the ``usual`` number; ``grown`` = ids of those that stand already."""
    chance = view.chance("trees")
    kinds: list[tuple[str, float, str]] = []
    for mention in view.asked:
        if mention.concept.id in TREES:
            for _ in range(min(mention.count or 4, 8)):
                kind = TREES[mention.concept.id] or chance.pick(_grown(view))
                kinds.append((kind, 350 * mention.size, mention.concept.id))
    for left, right in view.clear:
        free.block(left, right)  # no tree grows out of a head
    if not kinds:
        _groups(board, view, free, usual, tall)
    for i, (kind, height, asked) in enumerate(kinds):
        height *= chance.between(0.8, 1.15) * scale_of(view)
        wish = view.span * ((0.05 + i * 0.618) % 1.0)
        x = free.take(height * width_of_tree(kind) * 0.86, wish)
        if x is None:  # where it is crowded, crowns may reach over heads
            x = free.take(height * 0.3, wish)
        if x is not None:
            plant(board, view, (x, view.setting.base + chance.near(4, 8)), height, kind)
            grown |= {asked}
    for _, _, asked in kinds:
        if asked not in grown:
            view.leaves_out(asked)
    if view.snowy or not usual:
        return
    for _ in range(5):
        width = chance.between(70, 110)
        x = free.take(width, chance.between(0, view.span))
        if x is not None:
            shrub(board, x, view.setting.base + 12, width, chance.pick(view.style.shrubs), natural(board))


def _grown(view: View) -> tuple[str, ...]:
    """What grows here: in a savanna or a desert few of the style's trees would."""
    if "savanna" in view.setting.middle:
        if view.dry:
            return ("bare", "dead", "acacia", "bare")
        return ("acacia", "baobab") if "baobab" in view.style.trees else ("acacia",)
    return ("acacia", "datepalm") if "dunes" in view.setting.middle else view.style.trees


def _groups(board: Board, view: View, free: Ground, count: int, tall: float) -> None:
    """Trees that grow by themselves: two of a kind near each other, one alone; small ones further back."""
    chance = view.chance("groups")
    spots: list[tuple[float, float, str]] = []
    middle = chance.between(0.02, 0.2)
    kind = chance.pick(view.style.trees)
    for i in range(count):
        if i % 2 == 0 or chance.maybe(0.3):
            middle = (middle + chance.between(0.22, 0.4)) % 1.0
            kind = chance.pick(view.style.trees)
        near = chance.between(0.62, 1.0) if i % 2 else chance.between(0.95, 1.22)
        height = tall * near * scale_of(view)
        x = free.take(height * width_of_tree(kind) * (0.62 if i % 2 else 0.86), view.span * middle)
        if x is not None:
            spots.append((near, x, kind))
    for near, x, kind in sorted(spots):
        plant(board, view, (x, view.setting.base + 8 - 26 * max(0.0, 1.0 - near)), tall * near * scale_of(view), kind)


def draw_hamlet(board: Board, view: View) -> None:
    """The smaller houses of a village, in two depths, with trees between them."""
    chance = view.chance("hamlet")
    light, base = board.light, view.setting.base
    behind = _trees_behind(board, view)
    for i in range(4):
        x = view.span * (0.16 + 0.22 * i) + chance.near(0, 40)
        build(board, view, x, base - 44 + chance.near(0, 6), chance.between(120, 150), chance.pick(view.style.homes))
    colour = hill_tone(board, view) if view.snowy else mix(light.hills[1], light.ground, 0.35)
    points = soft_line(chance, board.left - 80, board.right + 80, base - 22, 12)
    if view.style.hills == "canopy" and not view.snowy:
        canopy(board, chance, points, colour, 14)
    else:
        lay(board, points, colour, 7)
    free = _free(board, view)
    # A village has its houses: one that a scene names is one of them, so that they stand where they always stand.
    plain = replace(view, asked=tuple(m for m in view.asked if m.concept.id not in ("house", "hut")))
    _asked_houses(board, plain, free)
    wishes = (0.2, 0.72, 0.44, 0.9, 0.03)
    first = int(chance.between(0, len(wishes)))
    for i in range(4 if view.span > 1400 else 3):
        kind = chance.pick(view.style.homes)
        size = chance.between(205, 255) * scale_of(view)
        x = free.take(
            size * width_of_house(kind) + 30, view.span * wishes[(first + i) % len(wishes)] + chance.near(0, 60)
        )
        if x is not None:
            build(board, view, x, base + 12 + chance.near(0, 8), size, kind)
    _trees(board, view, free, 4, 250.0, behind)


def _trees_behind(board: Board, view: View) -> frozenset[str]:
    """Ids of the trees that a scene names, whose crowns rise behind the houses: between these there is seldom room."""
    free, chance = Ground(board.left + 20, board.right - 20), view.chance("trees behind")
    for left, right in view.clear:
        free.block(left, right)
    grown: set[str] = set()
    for mention in view.asked:
        if mention.concept.id not in TREES:
            continue
        for i in range(min(mention.count or 3, 3)):
            kind = TREES[mention.concept.id] or chance.pick(_grown(view))
            height = 330 * mention.size * chance.between(0.9, 1.1) * scale_of(view)
            x = free.take(height * width_of_tree(kind) * 0.8, view.span * (0.1 + 0.3 * i))
            if x is not None:
                plant(board, view, (x, view.setting.base - 40), height, kind)
                grown.add(mention.concept.id)
    return frozenset(grown)


def draw_homestead(board: Board, view: View) -> None:
    """One large house that runs out of the picture at a side, a tall tree at the other: the frame of the stage."""
    chance = view.chance("homestead")
    left = view.left
    size = 560.0 * min(1.0, 0.45 + view.span / 3200) * scale_of(view)
    kind = chance.pick(view.style.homes)
    if chance.maybe(0.8):
        inset = size * width_of_house(kind) * chance.between(0.12, 0.3)
        build(board, view, inset if left else view.span - inset, view.setting.line + 24, size, kind)
    else:
        tree = chance.pick(view.style.trees)
        plant(board, view, (60 if left else view.span - 60, view.setting.line + 26), 600.0 * scale_of(view), tree)
    across = view.span - 40 if left else 40.0
    plant(board, view, (across, view.setting.line + 22), 560.0 * scale_of(view), chance.pick(view.style.trees))
    if view.snowy:
        return
    for k in range(3):
        x = (view.span - 30 - 95 * k) if left else (30 + 95 * k)
        kind = chance.pick(view.style.shrubs)
        shrub(board, x, view.setting.line + 30 + 8 * k, chance.between(80, 120), kind, natural(board))


def draw_round_hill(board: Board, view: View) -> None:
    """One great hill with a path winding up to a tree, or to what was asked for."""
    light = board.light
    colour = hill_tone(board, view)
    high = 330.0 + 330.0 * min(1.0, view.lift / 725)
    x = view.span * (0.36 if view.left else 0.64)
    base = view.setting.base + 40
    half = view.span * 0.62
    hill = [(x - half, base), (x - half * 0.6, base - high * 0.34), (x - half * 0.22, base - high * 0.88),
            (x, base - high), (x + half * 0.24, base - high * 0.86), (x + half * 0.62, base - high * 0.3),
            (x + half, base)]  # fmt: skip
    hill_line(board, view, "behind hill", base - 110, light.hills[0])
    lay(board, hill, colour, 10)
    sand = mix(light.sand, colour, 0.25)
    way = skia.Path()
    way.moveTo(x - 6, base - high + 8)
    way.cubicTo(x + 120, base - high * 0.74, x - 260, base - high * 0.6, x + 40, base - high * 0.34)
    way.cubicTo(x + 240, base - high * 0.2, x + 60, base - 30, x - 80, base + 20)
    board.stroke(way, light.shade, 20, 0.12)
    board.stroke(way, sand, 17)
    summit = [m for m in view.asked if m.concept.id in ASKED or m.concept.id in ("house", "hut")]
    if summit:
        kind = ASKED.get(summit[0].concept.id, view.style.homes[0])
        build(board, view, x, base - high + 14, 190, kind)
        for other in summit[1:]:
            view.leaves_out(other.concept.id)
    else:
        plant(board, view, (x, base - high + 10), 190, view.style.trees[0])
    chance = view.chance("hill trees")
    for share, drop in ((-0.5, 0.5), (0.42, 0.52), (-0.34, 0.68), (0.64, 0.24), (-0.72, 0.2)):
        y = base - high * drop + 26
        plant(board, view, (x + half * share, y), chance.between(130, 190), chance.pick(view.style.trees))
