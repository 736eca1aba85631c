"""Scenes under the sky: distant land, the stage with all that stands on it, the stage front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from video.papercut.buildings import STYLES, draw_bridge, draw_house
from video.papercut.creatures import FLYING, draw_animal, width_of
from video.papercut.land import (
    SNOW,
    draw_beach,
    draw_dunes,
    draw_furrows,
    draw_ground,
    draw_headland,
    draw_hills,
    draw_lake,
    draw_mountains,
    draw_open_sea,
    draw_river,
    draw_road,
    draw_wave,
    draw_waves,
)  # fmt: skip
from video.papercut.palette import darker, mix
from video.papercut.paper import Board, box, line, polygon
from video.papercut.plants import (
    draw_bush,
    draw_cactus,
    draw_crop,
    draw_flowers,
    draw_front_branch,
    draw_front_grass,
    draw_front_trunks,
    draw_tree,
    draw_tufts,
)  # fmt: skip
from video.papercut.players import FEET, Placed, draw_crowd, draw_placed, place_players
from video.papercut.props import DRAWINGS, WIDTHS, draw_prop
from video.papercut.sky import draw_mist, draw_rain, draw_snowfall
from video.papercut.stage import Ground

if TYPE_CHECKING:
    from video.papercut.compose import Plot
    from video.papercut.concepts import Mention

SETTLED = ("village", "town", "market")
HOUSES = {"house": "cottage", "hut": "hut", "castle": "tower", "church": "chapel", "mill": "mill"}
BEHIND = frozenset({"boat", "flag", "bush", "fire", "stall"})


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
                draw_tree(
                    board,
                    x,
                    horizon + 80 + 40 * row,
                    tall * board.chance.between(0.85, 1.2),
                    "conifer" if board.chance.maybe(0.6) else "poplar",
                    far=far,
                )
        draw_hills(board, horizon + 60, (mix(light.hills[0], light.ground, 0.2),))
        board.haze(horizon - 160, horizon + 170, light.sky[2], 0.30)
    else:
        draw_mountains(board, horizon, high=plot.has("mountain"), snow=snow)
        colour = mix(light.hills[0], SNOW, 0.75) if snow else light.hills[0]
        draw_hills(board, horizon + 6, (mix(colour, light.sky[2], 0.25),))
        for _ in range(9):
            x = board.chance.between(board.left, board.right)
            draw_tree(
                board,
                x,
                horizon + 56,
                board.chance.between(60, 100),
                "poplar" if board.chance.maybe(0.5) else "round",
                far=0.55,
                frost=0.5 if snow else 0.0,
            )


def draw_stage(board: Board, plot: Plot) -> None:
    """The stage: land, water, buildings, trees, things, animals and people, each on its own place."""
    ground = Ground(board.span * 0.045, board.span * 0.955)
    stream = None
    if not _watery(plot) and (plot.has("river") or (plot.has("bridge") and not plot.has("lake"))):
        stream = board.span * (0.72 if board.chance.maybe(0.7) else 0.28)
        reach = 330.0 if plot.has("bridge") else 190.0
        ground.block(stream - reach, stream + reach)
    fire = plot.thing("fire")
    hearth = None if fire is None else ground.take(WIDTHS["fire"] * 4.0 * fire.size, board.span * 0.5)
    placed = place_players(board, plot.players, ground, moving=plot.has("road", "field"))
    plot.left_out.extend(p.name for p in plot.players if all(q.player is not p for q in placed))
    if fire is not None and hearth is None:
        plot.left_out.append("fire")
    if _watery(plot):
        _shore(board, plot)
    else:
        _land(board, plot, stream, tuple(p.x for p in placed))
    _people_and_things(board, plot, placed, ground, hearth)
    if "fog" in plot.scenery.weather:
        draw_mist(board, plot.horizon)


def _shore(board: Board, plot: Plot) -> None:
    left = plot.disc[0] > board.span / 2
    spots = draw_headland(board, 560, left=left) if plot.has(*SETTLED, *HOUSES) else []
    snow = "snow" in plot.scenery.weather
    for i, (x, y) in enumerate(spots):
        draw_house(board, x, y + 16, 155 + 22 * i, ("cottage", "tall", "long")[i], snow=snow)
    waves = draw_waves(board, 632 if spots else 580, 3)
    if not plot.has("lake"):
        boats = plot.thing("boat")
        count = 1 if boats is None else boats.count or 3
        for i in range(count if boats is not None or plot.has("sea") else 0):
            share = (0.62 + 0.2 * i if left else 0.38 - 0.2 * i) % 1.0
            with board.at(board.span * share, waves[min(i, 1)] + 22, turn=board.chance.near(0, 3)):
                draw_prop(
                    board,
                    "boat",
                    0,
                    0,
                    150 + 45 * (i % 2) + (40 if boats else 0),
                    colour=boats.colour if boats else None,
                    flip=not left,
                )
    draw_wave(board, waves[-1] + 36, mix(plot.light.water[1], plot.light.water[0], 0.2))
    draw_beach(board, 772, left_high=left, colour=plot.light.sand)
    if plot.has("palm"):
        draw_tree(board, board.span * (0.06 if left else 0.94), 800, 520, "palm")


def _land(board: Board, plot: Plot, stream: float | None, heads: tuple[float, ...]) -> None:
    light = plot.light
    snow = "snow" in plot.scenery.weather
    near = mix(light.ground, SNOW, 0.72) if snow else light.ground
    middle = mix(light.hills[1], SNOW, 0.72) if snow else light.hills[1]
    if plot.has("desert"):
        near, middle = mix(light.sand, 0xC98A4E, 0.25), mix(light.sand, 0xC98A4E, 0.45)
    draw_hills(board, 612, (middle,))
    _backdrop(board, plot, None if stream is None else (stream - 330, stream + 260), heads)
    if plot.has("lake"):
        draw_lake(board, board.span * 0.6, 728)
    if stream is not None:
        draw_river(board, stream, 716, near)
        if plot.has("bridge"):
            draw_bridge(board, stream - 290, stream + 290, 806)
    else:
        draw_ground(board, 770 if plot.has("lake") else 742, near)
        if plot.has("road"):
            draw_road(board, board.span * 0.55, 748)
        if plot.has("field") and not snow and plot.has("wheat"):
            draw_furrows(board, 748, near)
    boat = plot.thing("boat")
    if boat is not None and stream is not None:
        draw_prop(board, "boat", stream, 905, 190, colour=boat.colour)
    elif boat is not None and plot.has("lake"):
        draw_prop(board, "boat", board.span * 0.66, 745, 200, colour=boat.colour)
    elif boat is not None:
        draw_prop(board, "boat", board.span * 0.84, 790, 250, colour=boat.colour)
    if not snow and not plot.has("desert"):
        dry = board.right if stream is None or stream < board.span / 2 else stream - 230
        draw_tufts(board, 800, board.left if stream is None or stream > board.span / 2 else stream + 230, dry, 22)


def _backdrop(board: Board, plot: Plot, water: tuple[float, float] | None, heads: tuple[float, ...]) -> None:
    """Houses and trees on the hill behind the stage, none of them in the water or in each other."""
    line_of = Ground(board.left + 20, board.right - 20)
    chance = board.chance
    if water is not None:
        line_of.block(*water)
    if plot.has("fire"):
        # A house right behind the fire would look as if it burned.
        line_of.block(board.span * 0.5 - 190, board.span * 0.5 + 190)
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
        styles = (
            ("adobe",)
            if plot.has("desert")
            else ("tall", "tall", "chapel", "long")
            if town
            else ("cottage", "long", "tall", "cottage")
        )
        while len(built) < (7 if town else 6):
            built.append((styles[len(built) % len(styles)], chance.between(215, 275)))
    for i, (style, size) in enumerate(sorted(built, key=lambda b: -b[1])):
        width = size * 1.02 * (STYLES[style] if style != "tower" else 1.75)
        share = 0.8 if i == 0 and len(built) < 3 else (0.08 + 0.84 * ((i * 0.382 + 0.1) % 1.0))
        x = line_of.take(width, board.span * share)
        if x is not None:
            draw_house(board, x, 716 + chance.near(0, 9), size, style, snow=snow)
    for x in heads:
        line_of.block(x - 75, x + 75)  # no tree grows out of a head
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
            draw_tree(board, x, 724 + chance.near(0, 8), height, kind, frost=0.4 if winter else 0.0)
    if not plot.has("desert"):
        for _ in range(4):
            x = line_of.take(110, chance.between(0, board.span))
            if x is not None and not winter:
                draw_bush(board, x, 738, chance.between(70, 105), berries=chance.maybe(0.4))


def _people_and_things(
    board: Board, plot: Plot, placed: tuple[Placed, ...], ground: Ground, hearth: float | None
) -> None:
    scenery = plot.scenery
    if plot.has("fence"):
        _fence(board)
    if plot.has("flag"):
        _bunting(board)
    if plot.has("market", "stall"):
        for share in (0.17, 0.5, 0.84):
            draw_prop(board, "stall", board.span * share, 772, 300)
    tall = placed[0].height if placed else 420.0
    behind = Ground(board.span * 0.03, board.span * 0.97)
    for player in placed:
        behind.block(player.x - tall * 0.2, player.x + tall * 0.2)
    for mention in scenery.animals:
        if mention.concept.id not in FLYING and not _walks(board, mention, tall, ground):
            plot.left_out.append(mention.concept.id)
    _things(board, plot, tall, ground, behind)
    crowd = next((m for m in scenery.people if m.concept.id in ("people", "children")), None)
    if crowd is not None or plot.has("market"):
        children = crowd is not None and crowd.concept.id == "children"
        draw_crowd(board, 6 if crowd else 4, 786, 300, behind, children=children)
    for mention in scenery.animals:
        if mention.concept.id in FLYING:
            _flies(board, mention, tall)
    fire = plot.thing("fire")
    if fire is not None and hearth is not None:
        draw_prop(board, "fire", hearth, FEET - 4, 400 * fire.size)
    if plot.has("flower", "garden"):
        for share in (0.06, 0.36, 0.62, 0.94):
            x = ground.take(110, board.span * share)
            if x is not None:
                draw_flowers(board, x, FEET + 34, 150, 6)
    if plot.has("wheat"):
        draw_crop(board, 800, board.left, board.right)
    for player in placed:
        draw_placed(board, player, FEET)


def _things(board: Board, plot: Plot, tall: float, ground: Ground, behind: Ground) -> None:
    """Things at the front where there is room, else smaller at the back."""
    for mention in plot.scenery.things:
        kind = mention.concept.id
        if kind not in DRAWINGS or kind in BEHIND:
            continue
        size = tall * 0.9 * mention.size
        for drawn in range(min(mention.count or 3, 3)):
            width = WIDTHS[kind] * size / 100 + 14
            wish = board.span * board.chance.pick((0.2, 0.5, 0.82))
            x = ground.take(width, wish)
            if x is not None:
                behind.block(x - width / 2, x + width / 2)
                draw_prop(board, kind, x, FEET - 8, size, colour=mention.colour)
                continue
            x = behind.take(width * 0.72, wish)
            if x is not None:
                draw_prop(board, kind, x, 780, size * 0.72, colour=mention.colour)
            elif not drawn:
                plot.left_out.append(kind)


def _walks(board: Board, mention: Mention, tall: float, ground: Ground) -> bool:
    """Draws an animal on the ground, smaller where it is tight; False where there is no room at all."""
    kind, done = mention.concept.id, False
    for i in range(min(mention.count or 3, 4)):
        large = tall * mention.size * max(1.0, min(1.25, 0.5 / width_of(kind)))
        for shrink in (1.0, 0.8, 0.62):
            x = ground.take(width_of(kind) * large * shrink, board.span * ((0.8 - 0.27 * i) % 1.0))
            if x is not None:
                draw_animal(
                    board,
                    kind,
                    x,
                    FEET + 2 - 40 * (1 - shrink),
                    large * shrink,
                    coat=mention.colour,
                    flip=x > board.span / 2,
                )
                done = True
                break
    return done


def _flies(board: Board, mention: Mention, tall: float) -> None:
    for i in range(min(mention.count or 3, 5)):
        x, y = board.span * ((0.56 + 0.23 * i) % 0.9 + 0.05), 300 + 70 * ((i * 2) % 3) + board.chance.near(0, 20)
        draw_animal(
            board, mention.concept.id, x, y, tall * (1.5 - 0.15 * i), coat=mention.colour, flip=board.chance.maybe(0.5)
        )


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
        board.sheet(
            polygon(
                [
                    (board.left - 10, 985),
                    (board.left + 260, 1015),
                    (board.left + 520, 1060),
                    (board.right + 10, 1030),
                    (board.right + 10, 1120),
                    (board.left - 10, 1120),
                ]
            ),
            colour,
            8,
            edge=0.1,
        )
    else:
        draw_front_grass(board, colour, low=975 if _watery(plot) else 950)
    if {"rain", "storm"} & set(weather):
        draw_rain(board)
    if snow:
        draw_snowfall(board)
