"""Scenes under the sky: distant land, the stage with all that stands on it, the stage front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from video.papercut.buildings import STYLES, draw_bridge, draw_house
from video.papercut.creatures import FLYING, draw_animal, width_of
from video.papercut.land import (
    SNOW, draw_beach, draw_dunes, draw_furrows, draw_ground, draw_headland, draw_hills, draw_lake, draw_mountains,
    draw_open_sea, draw_river, draw_road, draw_waves,
)  # fmt: skip
from video.papercut.palette import darker, mix
from video.papercut.paper import Board, box, line, polygon
from video.papercut.plants import (
    draw_bush, draw_cactus, draw_crop, draw_flowers, draw_front_branch, draw_front_grass, draw_front_trunks, draw_tree,
    draw_tufts,
)  # fmt: skip
from video.papercut.players import FEET, draw_crowd, draw_placed, place_players
from video.papercut.props import DRAWINGS, WIDTHS, draw_prop
from video.papercut.sky import draw_mist, draw_rain, draw_snowfall
from video.papercut.stage import Ground

if TYPE_CHECKING:
    from video.papercut.compose import Plot

SETTLED = ("village", "town", "market")
HOUSES = {"house": "cottage", "hut": "hut", "castle": "tower", "church": "chapel", "mill": "mill"}
BEHIND = frozenset({"boat", "flag", "bush"})


def _watery(plot: Plot) -> bool:
    return plot.has("sea", "beach", "island")


def draw_far(board: Board, plot: Plot) -> None:
    """Distant land, or the open sea."""
    horizon, light = plot.horizon, plot.light
    snow = "snow" in plot.scenery.weather
    if _watery(plot):
        if plot.has("mountain"):
            draw_mountains(board, horizon - 20, high=True, snow=snow)
        draw_open_sea(board, horizon, plot.disc[0], island=plot.has("island"))
    elif plot.has("desert"):
        draw_mountains(board, horizon + 20, high=False, snow=False)
        draw_dunes(board, horizon + 30)
    elif plot.has("forest"):
        draw_hills(board, horizon - 40, (mix(light.ranges[1], light.sky[2], 0.35),))
        for row, (far, tall) in enumerate(((0.7, 250), (0.45, 330))):
            count = 13 - 3 * row
            for i in range(count):
                x = board.left + (board.right - board.left) * (i + board.chance.between(0.1, 0.9)) / count
                draw_tree(board, x, horizon + 80 + 40 * row, tall * board.chance.between(0.85, 1.2), "conifer" if board.chance.maybe(0.6) else "poplar", far=far)
        draw_hills(board, horizon + 60, (mix(light.hills[0], light.ground, 0.2),))
        board.haze(horizon - 160, horizon + 170, light.sky[2], 0.30)
    else:
        draw_mountains(board, horizon, high=plot.has("mountain"), snow=snow)
        colour = mix(light.hills[0], SNOW, 0.75) if snow else light.hills[0]
        draw_hills(board, horizon + 6, (mix(colour, light.sky[2], 0.25),))
        for _ in range(9):
            x = board.chance.between(board.left, board.right)
            draw_tree(board, x, horizon + 56, board.chance.between(60, 100), "poplar" if board.chance.maybe(0.5) else "round", far=0.55)


def draw_stage(board: Board, plot: Plot) -> None:
    """The stage: land, water, buildings, trees, things, animals and people, each on its own place."""
    ground = Ground(board.span * 0.045, board.span * 0.955)
    if _watery(plot):
        _shore(board, plot)
    else:
        _land(board, plot, ground)
    _people_and_things(board, plot, ground)
    if "fog" in plot.scenery.weather:
        draw_mist(board, plot.horizon)


def _shore(board: Board, plot: Plot) -> None:
    left = plot.disc[0] > board.span / 2
    spots = draw_headland(board, 600, left=left) if plot.has(*SETTLED, *HOUSES) else []
    snow = "snow" in plot.scenery.weather
    for i, (x, y) in enumerate(spots):
        draw_house(board, x, y + 16, 155 + 22 * i, ("cottage", "tall", "long")[i], snow=snow)
    waves = draw_waves(board, 610 if spots else 580, 3)
    if not plot.has("lake"):
        boats = plot.thing("boat")
        count = 1 if boats is None else boats.count or 3
        for i in range(count if boats is not None or plot.has("sea") else 0):
            share = (0.62 + 0.2 * i if left else 0.38 - 0.2 * i) % 1.0
            with board.at(board.span * share, waves[min(i, 1)] + 22, turn=board.chance.near(0, 3)):
                draw_prop(board, "boat", 0, 0, 150 + 45 * (i % 2) + (40 if boats else 0), colour=boats.colour if boats else None, flip=not left)
    from video.papercut.land import draw_wave

    draw_wave(board, waves[-1] + 36, mix(plot.light.water[1], plot.light.water[0], 0.2))
    draw_beach(board, 752, left_high=left, colour=plot.light.sand)
    if plot.has("palm"):
        draw_tree(board, board.span * (0.06 if left else 0.94), 800, 520, "palm")


def _land(board: Board, plot: Plot, ground: Ground) -> None:
    light, chance = plot.light, board.chance
    snow = "snow" in plot.scenery.weather
    near = mix(light.ground, SNOW, 0.72) if snow else light.ground
    middle = mix(light.hills[1], SNOW, 0.72) if snow else light.hills[1]
    if plot.has("desert"):
        near, middle = mix(light.sand, 0xC98A4E, 0.25), mix(light.sand, 0xC98A4E, 0.45)
    draw_hills(board, 612, (middle,))
    river = plot.has("river") or (plot.has("bridge") and not plot.has("lake"))
    right = chance.maybe(0.7)
    stream = board.span * (0.72 if right else 0.28)
    _backdrop(board, plot, (stream - 330, stream + 260) if river else None)
    if plot.has("lake"):
        draw_lake(board, board.span * 0.6, 728)
    if river:
        wet = draw_river(board, stream, 716, near)
        ground.block(*wet)
        if plot.has("bridge"):
            draw_bridge(board, stream - 290, stream + 290, 806)
            ground.block(stream - 330, stream + 330)
    else:
        draw_ground(board, 770 if plot.has("lake") else 742, near)
        if plot.has("road"):
            draw_road(board, board.span * 0.55, 748)
        if plot.has("field") and not snow and plot.has("wheat"):
            draw_furrows(board, 748, near)
    if plot.has("boat") and not plot.has("lake"):
        boat = plot.thing("boat")
        draw_prop(board, "boat", stream, 900, 190, colour=boat.colour if boat else None)
    elif plot.has("boat"):
        draw_prop(board, "boat", board.span * 0.66, 742, 200)
    if not snow and not plot.has("desert"):
        draw_tufts(board, 800, board.left, stream - 220 if river and right else board.right, 22)


def _backdrop(board: Board, plot: Plot, water: tuple[float, float] | None) -> None:
    """Houses and trees on the hill behind the stage, none of them in the water or in each other."""
    line_of = Ground(board.left + 20, board.right - 20)
    chance = board.chance
    if water is not None:
        line_of.block(*water)
    snow = "snow" in plot.scenery.weather
    asked = [(m, HOUSES[m.concept.id]) for m in plot.scenery.things if m.concept.id in HOUSES]
    built: list[tuple[str, float]] = []
    for mention, style in asked:
        number = mention.count or 3
        for _ in range(min(number, 7)):
            size = (300 if style in ("tower", "chapel", "mill") else 245) * mention.size
            built.append((style, size))
    if plot.has(*SETTLED):
        town = plot.has("town")
        styles = ("adobe",) if plot.has("desert") else ("tall", "tall", "chapel", "long") if town else ("cottage", "long", "tall", "cottage")
        while len(built) < (7 if town else 6):
            built.append((styles[len(built) % len(styles)], chance.between(215, 275)))
    for i, (style, size) in enumerate(sorted(built, key=lambda b: -b[1])):
        width = size * 1.02 * (STYLES[style] if style != "tower" else 1.75)
        share = (0.8 if i == 0 and len(built) < 3 else (0.08 + 0.84 * ((i * 0.382 + 0.1) % 1.0)))
        x = line_of.take(width, board.span * share)
        if x is not None:
            draw_house(board, x, 716 + chance.near(0, 9), size, style, snow=snow)
    _trees(board, plot, line_of)


def _trees(board: Board, plot: Plot, line_of: Ground) -> None:
    chance = board.chance
    winter = "snow" in plot.scenery.weather
    kinds: list[tuple[str, float]] = []
    for concept, kind in (("tree", "round"), ("pine", "conifer"), ("palm", "palm")):
        mention = plot.thing(concept)
        if mention is not None:
            kinds += [("bare" if winter and kind == "round" else kind, 330 * mention.size)] * (mention.count or 4)
    if plot.has("forest"):
        kinds += [("conifer" if winter else ("round", "conifer", "poplar")[i % 3], 430) for i in range(7)]
    elif plot.has("desert"):
        for share in (0.12, 0.9):
            x = line_of.take(120, board.span * share)
            if x is not None:
                draw_cactus(board, x, 745, chance.between(150, 210))
    elif not kinds:
        kinds = [("bare" if winter else chance.pick(("round", "poplar", "round")), 270) for _ in range(4)]
    for i, (kind, tall) in enumerate(kinds[:10]):
        height = tall * chance.between(0.88, 1.12)
        x = line_of.take(height * (0.36 if kind == "poplar" else 0.56), board.span * ((0.06 + i * 0.618) % 1.0))
        if x is not None:
            draw_tree(board, x, 724 + chance.near(0, 8), height, kind)
    if not plot.has("desert"):
        for _ in range(4):
            x = line_of.take(110, chance.between(0, board.span))
            if x is not None:
                draw_bush(board, x, 738, chance.between(70, 105), berries=not winter and chance.maybe(0.4))


def _people_and_things(board: Board, plot: Plot, ground: Ground) -> None:
    scenery = plot.scenery
    if plot.has("fence"):
        _fence(board)
    if plot.has("flag"):
        _bunting(board)
    if plot.has("market", "stall"):
        for share in (0.17, 0.5, 0.84):
            draw_prop(board, "stall", board.span * share, 770, 300)
    crowd = next((m for m in scenery.people if m.concept.id in ("people", "children")), None)
    if crowd is not None or plot.has("market"):
        children = crowd is not None and crowd.concept.id == "children"
        draw_crowd(board, min(6, (crowd.count if crowd else 0) or 5), 784, 285, children=children)
    placed = place_players(board, plot.players, ground, moving=plot.has("road", "field"))
    tall = placed[0].height if placed else 420.0
    for mention in scenery.things:
        kind = mention.concept.id
        if kind not in DRAWINGS or kind in BEHIND or kind == "stall":
            continue
        size = (tall if kind == "fire" else tall * 0.9) * mention.size
        wish = board.span * (0.5 if kind == "fire" else board.chance.pick((0.2, 0.5, 0.8)))
        for _ in range(min(mention.count or 2, 3)):
            x = ground.take(WIDTHS[kind] * size / 100 + 14, wish)
            if x is not None:
                draw_prop(board, kind, x, FEET - 8, size, colour=mention.colour)
    for mention in scenery.animals:
        _animals(board, mention.concept.id, mention.count or 3, mention.colour, tall * mention.size, ground)
    if plot.has("flower", "garden"):
        for share in (0.1, 0.36, 0.62, 0.9):
            x = ground.take(110, board.span * share)
            if x is not None:
                draw_flowers(board, x, FEET + 34, 150, 6)
    if plot.has("wheat"):
        draw_crop(board, 800, board.left, board.right)
    for player in placed:
        draw_placed(board, player, FEET)


def _animals(board: Board, kind: str, count: int, coat: int | None, tall: float, ground: Ground) -> None:
    for i in range(min(count, 5)):
        if kind in FLYING:
            x, y = board.span * ((0.56 + 0.23 * i) % 0.9 + 0.05), 300 + 70 * ((i * 2) % 3) + board.chance.near(0, 20)
            draw_animal(board, kind, x, y, tall * 1.5, coat=coat, flip=board.chance.maybe(0.5))
            continue
        large = tall * max(1.0, min(1.7, 0.55 / width_of(kind)))
        x = ground.take(width_of(kind) * large, board.span * ((0.78 - 0.27 * i) % 1.0))
        if x is not None:
            draw_animal(board, kind, x, FEET + 4, large, coat=coat, flip=x > board.span / 2)


def _fence(board: Board) -> None:
    wood = board.light.dye(0xA67C52, 0.9)
    for y in (712.0, 742.0):
        board.sheet(box(board.left - 10, y, board.right - board.left + 20, 9), darker(wood, 0.15), 3)
    x = board.left
    while x < board.right:
        board.sheet(polygon([(x, 775), (x, 700), (x + 8, 688), (x + 16, 700), (x + 16, 775)]), wood, 3)
        x += 62


def _bunting(board: Board) -> None:
    count = 15
    board.stroke(line((board.left, 330), (board.right, 330)), board.light.dye(0x6B4A36), 3)
    for i in range(count):
        x = board.left + (board.right - board.left) * i / count
        colour = (0xC8553D, 0xE0A030, 0x2F6F8F, 0x7A4B8C, 0x3F8F6B)[i % 5]
        board.sheet(polygon([(x, 330), (x + 62, 330), (x + 31, 394)]), board.light.dye(colour, 0.7), 5)


def draw_front(board: Board, plot: Plot) -> None:
    """Silhouettes at the stage front, rain and snow."""
    chance, colour = board.chance, plot.light.front
    weather = plot.scenery.weather
    snow = "snow" in weather
    if plot.has("forest"):
        draw_front_trunks(board, colour)
        draw_front_branch(board, mix(colour, plot.light.leaf[0], 0.25), left=chance.maybe(0.5), bare=snow)
    elif not _watery(plot) and not plot.has("desert"):
        draw_front_branch(board, colour, left=plot.disc[0] > board.span / 2, bare=snow)
    if plot.has("desert"):
        board.sheet(polygon([(board.left - 10, 985), (board.left + 260, 1015), (board.left + 520, 1060), (board.right + 10, 1030), (board.right + 10, 1120), (board.left - 10, 1120)]), colour, 8, edge=0.1)
    else:
        draw_front_grass(board, colour, low=1000 if _watery(plot) else 978)
    if {"rain", "storm"} & set(weather):
        draw_rain(board)
    if snow:
        draw_snowfall(board)
