"""Autumn, spring and winter on the land: colours of leaves and ground, leaves that fall and lie, trees in bloom."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from video.concepts.seasons import AUTUMN, SNOWED, SPRING, WINTER
from video.engines.papercut.land.moving import Box, Part
from video.engines.papercut.land.wood import leaf_blade
from video.engines.papercut.paper import Board, shifted

if TYPE_CHECKING:
    from video.engines.papercut.land.setting import Setting
    from video.engines.papercut.land.view import View

_WITHOUT = """desert oasis savanna jungle underwater cave heaven sky_above abyss open_sea ice snow volcano terraces
swamp"""
WITHOUT = frozenset(_WITHOUT.split())
"""Settings on which no season is seen."""
Tint = tuple[tuple[str, int, float], ...]
TINTS: dict[str, Tint] = {
    AUTUMN: (("hill", 0xCB8A3C, 0.62), ("ground", 0xBE9048, 0.68), ("leaf", 0xCC7630, 0.76)),
    SPRING: (("hill", 0xA6CC7C, 0.4), ("ground", 0x84B45E, 0.4), ("leaf", 0x8CC05A, 0.35)),
    WINTER: (("hill", 0xA39C86, 0.6), ("ground", 0x978C74, 0.6), ("leaf", 0x8C8468, 0.65), ("ranges", 0xB4BAC2, 0.4)),
}
"""What a season does to the earth's colours."""
EVERGREEN = frozenset(
    ("conifer", "cloudpine", "palm", "datepalm", "cypress", "puya", "banana",
     "bamboo", "pandanus", "euphorbia", "cactus", "treefern", "mangrove", "baobab", "acacia")
)  # fmt: skip
"""Trees that look the same all year."""
CROWNS = (
    (0x9A3E26, 0xC25A2E, 0xE08A48), (0xB86A22, 0xDE9A34, 0xF2C560), (0xA65A24, 0xC97C34, 0xE2A85A),
    (0xC08A28, 0xE4B83E, 0xF5DA7A),
)  # fmt: skip
"""Dark, middle and light leaves of trees in autumn."""
TURNING = frozenset(("round", "birch", "poplar", "willow", "apple"))
"""Trees that keep their shape in autumn; the others are drawn as round ones."""
FALLEN = (0xC98A3C, 0xB5522E, 0xE0A83A, 0x9A6A34, 0xD9712E)
BARE_GROUND = frozenset(
    ("paving", "pavement", "quay", "yard", "soil", "lawn", "platform", "reeds", "road", "stream", "forest floor")
)
"""Parts of the ground on which fallen leaves lie."""


def season_in(setting: Setting, season: str) -> str:
    """The season as it is seen in a setting; empty where it shows none."""
    known = season in (AUTUMN, SPRING, WINTER, SNOWED)
    return season if known and not WITHOUT & {setting.id, *setting.also} else ""


def crown_of(board: Board, season: str, kind: str, x: float) -> tuple[str, tuple[int, int, int] | None]:
    """(kind, leaves or None for the land's own) of a tree at a place, in a season."""
    if kind in EVERGREEN or not season:
        return kind, None
    turn = int(x) // 7
    if season == WINTER:
        return "bare", None
    if season == SPRING:
        return ("blossom" if turn % 2 else kind), None
    if season == AUTUMN:
        dark, middle, light = (board.light.dye(c, 0.9) for c in CROWNS[turn % 4])
        return (kind if kind in TURNING else "round"), (dark, middle, light)
    return kind, None


def lay_leaves(board: Board, view: View) -> None:
    """Leaves that lie on the ground, more of them nearer."""
    if view.season != AUTUMN or not BARE_GROUND & set(view.setting.ground):
        return
    chance = view.chance("fallen")
    top = view.setting.line + (60 if "reeds" in view.setting.ground else 14)
    for _ in range(70):
        down = chance.unit() ** 0.8
        x, y = chance.between(board.left, board.right), top + down * (view.bottom - top)
        if view.stream is not None and abs(x - view.stream) < 190:
            continue
        tone = board.light.dye(chance.pick(FALLEN), 0.85)
        size = 15 + 15 * down
        leaf = shifted(leaf_blade(size, size * 0.5), x, y, 1.0, chance.between(0, 360))
        board.sheet(leaf, tone, 1.2, edge=0.06)


def falling_leaves(view: View) -> list[Part]:
    """Leaves that sway down; the wind's own are blown."""
    if view.season != AUTUMN or view.windy:
        return []
    chance, out, count = view.chance("falling leaves"), [], 24
    tall = view.bottom - view.top
    for i in range(6):
        x, colour, begin = chance.between(0.04, 0.96) * view.span, view.outside.dye(FALLEN[i % 5], 0.9), chance.unit()

        def leaf(board: Board, phase: float, x: float = x, colour: int = colour, begin: float = begin) -> None:
            turn = 60 * math.sin(2 * math.pi * (phase + begin))
            board.sheet(shifted(leaf_blade(30, 15), x, 0, 1.0, 90 + turn), colour, 2, edge=0.1)

        way = tuple(
            (50 * math.sin(4 * math.pi * (k / count + begin)), view.top - 60 + (tall + 120) * ((k / count + begin) % 1))
            for k in range(count)
        )
        box = Box(left=x - 40, top=-40, right=x + 40, bottom=40)
        out.append(Part(name=f"leaf {i}", box=box, depth=0.8, draw=leaf, cycle_s=6.0, cels=8, travel=way))
    return out
