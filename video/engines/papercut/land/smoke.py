"""Smoke of the land: from the chimneys of its houses, or far off where nothing that burns is seen."""

from __future__ import annotations

from video.chance import Chance
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import mix
from video.engines.papercut.paper import Board, oval

SMOKE = frozenset(("smoke",))
SOURCES = frozenset(
    ("campfire", "fire", "kiln", "oven", "stove", "cooking_pot", "pot", "cauldron", "kettle", "soup", "bowl", "cup",
     "torch", "candle", "wildfire", "train", "ship", "rocket")
)  # fmt: skip
"""Things from which smoke or steam rises: they bring their own."""
ROOFED = frozenset(("hamlet", "street", "farm", "yard house", "homestead", "arcade", "blocks", "court", "school house"))
"""Parts with houses that have a hearth."""


def smokes(view: View) -> bool:
    """Whether the land has smoke to show: it is asked for, and nothing that is asked for besides makes it."""
    return view.has("smoke") and not view.setting.indoors and not view.has(*SOURCES)


def of_houses(view: View) -> bool:
    """Whether that is the smoke of houses."""
    return smokes(view) and (view.has("house", "hut") or bool(ROOFED & {*view.setting.middle, *view.setting.ground}))


def puff(board: Board, chance: Chance, foot: tuple[float, float], size: float, colour: int) -> None:
    """A column of smoke from a foot upwards that bends with the wind, ``size`` high."""
    x, y = foot
    for i in range(6):
        share = i / 5
        r = size * (0.05 + 0.07 * share)
        drift = size * 0.34 * share**1.6 + chance.near(0, 0.02 * size)
        board.sheet(oval(x + drift, y - size * (0.1 + 0.9 * share), r * 1.25, r), colour, 3, edge=0.08)


def over_house(board: Board, view: View, spot: tuple[float, float], size: float) -> None:
    """Smoke behind a house's roof, of every second house; ``size`` = height of the house."""
    x, y = spot
    chance = view.chance(f"house smoke {x:.0f}")
    if of_houses(view) and (view.has("house") or chance.maybe(0.7)):
        colour = mix(board.light.cloud, board.light.sky[1], 0.3)
        puff(board, chance, (x + 0.2 * size * (1 if chance.maybe(0.5) else -1), y - 0.72 * size), 0.95 * size, colour)


def far_off(board: Board, view: View) -> None:
    """A column of smoke on the horizon, where no house and no volcano makes it."""
    if not smokes(view) or of_houses(view) or view.setting.closed or "volcano" in (*view.setting.far,):
        return
    x = view.span * (0.24 if view.disc[0] > view.span / 2 else 0.76)
    colour = mix(mix(board.light.cloud, 0x6A6A70, 0.4), board.light.sky[2], 0.25)
    puff(board, view.chance("far smoke"), (x, view.setting.horizon + 40), 360.0, colour)
