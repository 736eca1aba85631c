"""A house of a kind, in the colours of a style, on its place."""

from __future__ import annotations

from collections.abc import Callable

from video.engines.papercut.land import homes, plainhomes, townhouses
from video.engines.papercut.land.buildings import STYLES, draw_house
from video.engines.papercut.land.masonry import House
from video.engines.papercut.land.smoke import over_house
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import mix
from video.engines.papercut.paper import Board, Point, oval

HOMES: dict[str, tuple[Callable[[Board, House], None], float]] = {
    "plain": (plainhomes.plain, 1.3), "porch": (plainhomes.porch, 1.12), "flat": (plainhomes.flat, 1.06),
    "storeyed": (plainhomes.storeyed, 1.02),
    "stone": (homes.stone, 1.04), "mud": (homes.mud, 1.04), "mudtower": (homes.mudtower, 1.06),
    "round": (homes.round_hut, 1.06), "tin": (homes.tin, 1.26), "thatch": (homes.thatch, 1.22),
    "stilt": (homes.stilt, 1.16), "saddle": (homes.saddle, 1.36), "fale": (homes.fale, 1.26), "yurt": (homes.yurt, 1.1),
    "timber": (homes.timber, 1.04), "turf": (homes.turf, 1.26), "white": (homes.white, 1.06),
    "curved": (homes.curved, 1.4), "painted": (homes.painted, 1.22), "timberframe": (homes.timberframe, 1.14),
    "riad": (townhouses.riad, 1.02), "arcade": (townhouses.arcade, 1.14), "balcony": (townhouses.balcony, 1.08),
    "tiled": (townhouses.tiled, 0.84), "gabled": (townhouses.gabled, 0.68), "rowhouse": (townhouses.rowhouse, 0.76),
    "shop": (townhouses.shop, 0.96), "shophouse": (townhouses.shophouse, 0.88),
    "veranda": (townhouses.veranda, 1.18), "haveli": (townhouses.haveli, 0.82), "block": (townhouses.block, 1.02),
}  # fmt: skip
"""Drawing and width as a share of the size."""

STRAW = frozenset({"stone", "round", "thatch", "stilt", "fale"})

ASKED: dict[str, str] = {"castle": "tower", "church": "chapel", "mill": "mill"}
"""Buildings that a scene may ask for by name and that look alike in every style."""


def width_of_house(kind: str) -> float:
    """Width as a share of the size."""
    if kind in HOMES:
        return HOMES[kind][1]
    return 1.75 if kind == "tower" else STYLES[kind]


def build(board: Board, view: View, x: float, y: float, size: float, kind: str) -> None:
    """A building with its door step at (x, y); ``size`` = height of a house of one storey with its roof.

    None where there shall be no houses, but what the scene names.
    """
    if "house" in view.absent and kind not in ASKED.values():
        return
    # By its place alone: lit windows and snow take chance of their own, and must not paint the next house otherwise.
    over_house(board, view, (x, y), size)
    before, board.chance = board.chance, view.chance(f"house {kind} {x:.0f}")
    if kind in HOMES:
        _build(board, view, (x, y), size, kind)
    else:
        draw_house(board, x, y, size, kind, snow=view.snowy)
    board.chance = before


def _build(board: Board, view: View, spot: Point, size: float, kind: str) -> None:
    chance, style, light = board.chance, view.style, board.light
    roof = chance.pick(style.roofs)
    house = House(
        wall=light.dye(chance.pick(style.walls), 0.9),
        roof=light.dye(mix(roof, 0xC3A05C, 0.75) if kind in STRAW else roof, 0.9),
        trim=light.dye(style.trim, 0.9),
        cloth=tuple(light.dye(c, 0.85) for c in style.cloth),
        snow=view.snowy,
    )
    draw, width = HOMES[kind]
    with board.at(*spot, size / 100, flip=chance.maybe(0.5)):
        board.shadow(oval(0, 0, 50 * width, 3.2), 5, 0.35)
        draw(board, house)
