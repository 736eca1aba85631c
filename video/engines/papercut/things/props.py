"""Things: one door to all families; sizes in hundredths of a person's height."""

from __future__ import annotations

from video.engines.papercut.paper import Board
from video.engines.papercut.things.catalog import THINGS
from video.engines.papercut.things.prop import Trim
from video.engines.papercut.things.stock import PROPS


def draw_prop(
    board: Board,
    kind: str,
    x: float,
    y: float,
    person: float,
    *,
    colour: int | None = None,
    flip: bool = False,
    phase: float = 0.0,
) -> None:
    """Draws a thing with its foot (its waterline, or its middle: see ``Thing.medium``) at (x, y).

    ``person`` = height of a grown person there. ``phase`` 0..1 is one cycle of its motion, if it has one.
    """
    with board.at(x, y, person / 100, flip=flip):
        PROPS[kind].draw(board, Trim(colour=colour, phase=phase % 1.0))


def hold_prop(
    board: Board,
    kind: str,
    x: float,
    y: float,
    person: float,
    *,
    colour: int | None = None,
    flip: bool = False,
    phase: float = 0.0,
    turn: float = 0.0,
) -> None:
    """Draws a thing with its grip at (x, y), where a hand is, turned about it by ``turn`` degrees."""
    grip = THINGS[kind].grip or (0.0, 0.0)
    with board.at(x, y, person / 100, flip=flip, turn=turn):
        board.canvas.translate(-grip[0], -grip[1])
        PROPS[kind].draw(board, Trim(colour=colour, phase=phase % 1.0))
