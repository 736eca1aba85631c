"""Scenes under the sky: distant land, the stage with all that stands on it, the stage front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from video.engines.papercut.land.hills import SNOW, draw_dunes, draw_hills, draw_mountains
from video.engines.papercut.land.plants import draw_tree
from video.engines.papercut.land.sky import draw_rain, draw_snowfall
from video.engines.papercut.land.water import draw_open_sea
from video.engines.papercut.palette import mix
from video.engines.papercut.paper import Board, polygon
from video.engines.papercut.staging.front import draw_front_branch, draw_front_grass, draw_front_trunks

if TYPE_CHECKING:
    from video.engines.papercut.staging.landkit import View as Plot


def draw_far(board: Board, plot: Plot) -> None:
    """Distant land, or the open sea."""
    horizon, light = plot.horizon, plot.light
    snow = "snow" in plot.scenery.weather
    if plot.scenery.by_sea():
        if plot.has("mountain"):
            draw_mountains(board, horizon - 20, high=True, snow=snow)
        draw_open_sea(
            board, horizon, plot.disc[0], island=plot.has("island"), glint=not plot.has("storm", "rain", "snow")
        )
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


def draw_front(board: Board, plot: Plot) -> None:
    """Silhouettes at the stage front, rain and snow."""
    chance, colour = board.chance, plot.light.front
    weather = plot.scenery.weather
    snow = "snow" in weather
    if plot.has("forest"):
        draw_front_trunks(board, mix(colour, plot.light.dye(0x4A3628), 0.4))
        draw_front_branch(board, mix(colour, plot.light.leaf[0], 0.25), left=chance.maybe(0.5), bare=snow)
    elif not plot.scenery.by_sea() and not plot.has("desert"):
        draw_front_branch(board, colour, left=plot.disc[0] > board.span / 2, bare=snow)
    if plot.has("desert"):
        board.sheet(
            polygon(
                [
                    (board.left - 10, board.bottom - 95),
                    (board.left + 260, board.bottom - 65),
                    (board.left + 520, board.bottom - 20),
                    (board.right + 10, board.bottom - 50),
                    (board.right + 10, board.bottom + 40),
                    (board.left - 10, board.bottom + 40),
                ]
            ),
            colour,
            8,
            edge=0.1,
        )
    else:
        draw_front_grass(board, colour, low=board.bottom - (105 if plot.scenery.by_sea() else 130))
    if {"rain", "storm"} & set(weather):
        draw_rain(board)
    if snow:
        draw_snowfall(board)
