"""Land, water, buildings and trees behind the players of an open-air scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from video.engines.papercut.land.buildings import STYLES, draw_bridge, draw_house
from video.engines.papercut.land.hills import SNOW, draw_furrows, draw_ground, draw_hills, draw_road
from video.engines.papercut.land.plants import draw_bush, draw_cactus, draw_tree, draw_tufts
from video.engines.papercut.land.water import draw_beach, draw_headland, draw_lake, draw_river, draw_wave, draw_waves
from video.engines.papercut.palette import mix
from video.engines.papercut.paper import Board
from video.engines.papercut.staging.ground import Ground
from video.engines.papercut.things.props import draw_prop

if TYPE_CHECKING:
    from video.engines.papercut.staging.landkit import View as Plot

SETTLED = ("village", "town", "market")
HOUSES = {"house": "cottage", "hut": "hut", "castle": "tower", "church": "chapel", "mill": "mill"}


def draw_shore(board: Board, plot: Plot) -> None:
    """A beach with waves, boats, and houses on a headland."""
    left = plot.disc[0] > board.span / 2
    spots = draw_headland(board, 560, left=left) if plot.has(*SETTLED, *HOUSES) else []
    snow = "snow" in plot.scenery.weather
    for i, (x, y) in enumerate(spots):
        draw_house(board, x, y + 16, 155 + 22 * i, ("cottage", "tall", "long")[i], snow=snow)
    waves = draw_waves(board, 632 if spots else 580, 3)
    boats = plot.thing("boat")
    fleet = 1 if boats is None else min(3, boats.count or 3)
    shares = (0.62, 0.84, 0.5) if left else (0.38, 0.16, 0.5)
    for i, share in enumerate(shares[:fleet]):
        size = (150 + 40 * (i % 2)) + (40 if boats else 0)
        with board.at(board.span * share, waves[i % 2] + 22, turn=board.chance.near(0, 3)):
            draw_prop(board, "boat", 0, 0, size, colour=boats.colour if boats else None, flip=not left)
    draw_wave(board, waves[-1] + 36, mix(plot.light.water[1], plot.light.water[0], 0.2))
    draw_beach(board, 772, left_high=left, colour=plot.light.sand)
    if plot.has("palm"):
        draw_tree(board, board.span * (0.06 if left else 0.94), 800, 520, "palm")


def draw_land(board: Board, plot: Plot, stream: float | None, heads: tuple[float, ...]) -> None:
    """Hills with houses and trees, and the ground before them; ``stream`` = middle of a river, ``heads`` = players."""
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
