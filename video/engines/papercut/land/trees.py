"""Trees of many lands, on their place in a view."""

from __future__ import annotations

from collections.abc import Callable

from video.engines.papercut.land import broadleaf, slender
from video.engines.papercut.land.drought import LEAFY
from video.engines.papercut.land.seasons import crown_of
from video.engines.papercut.land.view import View
from video.engines.papercut.land.wood import Wood
from video.engines.papercut.palette import mix
from video.engines.papercut.paper import Board, Point, oval

KINDS: dict[str, Callable[[Board, Wood], None]] = {
    "round": broadleaf.round_tree,
    "apple": broadleaf.apple,
    "jacaranda": broadleaf.jacaranda,
    "blossom": broadleaf.blossom,
    "mango": broadleaf.mango,
    "breadfruit": broadleaf.breadfruit,
    "banyan": broadleaf.banyan,
    "acacia": broadleaf.acacia,
    "baobab": broadleaf.baobab,
    "olive": broadleaf.olive,
    "umbrella": broadleaf.umbrella,
    "birch": broadleaf.birch,
    "eucalypt": broadleaf.eucalypt,
    "jungle": broadleaf.jungle,
    "willow": broadleaf.willow,
    "mangrove": broadleaf.mangrove,
    "dead": broadleaf.dead,
    "bare": broadleaf.bare,
    "poplar": slender.poplar,
    "conifer": slender.conifer,
    "palm": slender.palm,
    "cypress": slender.cypress,
    "puya": slender.puya,
    "banana": slender.banana,
    "bamboo": slender.bamboo,
    "cloudpine": slender.cloudpine,
    "datepalm": slender.datepalm,
    "pandanus": slender.pandanus,
    "euphorbia": slender.euphorbia,
    "cactus": slender.cactus,
    "treefern": slender.treefern,
}

EVERGREEN = frozenset({"conifer", "cloudpine", "palm", "datepalm"})
"""Trees that keep their leaves under snow."""


def plant(board: Board, view: View, spot: Point, height: float, kind: str, *, far: float = 0.0) -> None:
    """A tree with its foot on a spot, in the view's weather; ``far`` in 0..1 fades it into the distance.

    None where there shall be no trees.
    """
    if "tree" in view.absent:
        return
    light, (x, y), snow = board.light, spot, view.snowy
    if snow and kind not in EVERGREEN:
        kind = "bare"
    elif view.dry and kind not in LEAFY:
        kind = "bare" if (int(x) // 7) % 3 else "dead"
    kind, crown = crown_of(board, view.season if not snow else "", kind, x)
    leaves = [mix(colour, light.hills[0], far) for colour in crown or light.leaf]
    if snow:
        leaves = [mix(colour, 0xEEF3F8, 0.25 + 0.3 * i) for i, colour in enumerate(leaves)]
    wood = Wood(bark=mix(light.dye(0x6B4A36, 0.9), light.hills[0], far * 0.7), leaf=(leaves[0], leaves[1], leaves[2]))
    before, board.chance = board.chance, view.chance(f"tree {x:.0f} {height:.0f}")
    with board.at(x, y, height / 100, turn=_lean(view, kind)):
        if far < 0.4:
            board.shadow(oval(2, 0, 22, 2.6), 5, 0.3)
        with board.at(0, 0, flip=board.chance.maybe(0.5)):
            KINDS[kind](board, wood)
    board.chance = before


def _lean(view: View, kind: str) -> float:
    """Degrees by which the wind, which blows from the left, bends a tree."""
    if not view.windy:
        return 0.0
    return 3.0 if kind in ("baobab", "cactus", "euphorbia", "dead", "mango", "banyan") else 8.0


def width_of_tree(kind: str) -> float:
    """Width of a tree's crown as a share of its height."""
    return {
        "poplar": 0.32, "cypress": 0.24, "birch": 0.4, "eucalypt": 0.42, "puya": 0.4, "bamboo": 0.5, "conifer": 0.6,
        "acacia": 1.15, "baobab": 0.95, "mango": 0.95, "banyan": 1.2, "umbrella": 0.9, "olive": 0.75,
    }.get(kind, 0.62)  # fmt: skip
