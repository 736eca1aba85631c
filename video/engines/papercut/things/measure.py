"""Measures what every drawing covers, and writes ``boxes.tsv``: ``python -m video.engines.papercut.things.measure``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np

from video.chance import Chance
from video.engines.papercut.palette import DAY
from video.engines.papercut.paper import Board
from video.engines.papercut.things.boxes import Box
from video.engines.papercut.things.catalog import ANIMALS, THINGS
from video.engines.papercut.things.creatures import draw_animal
from video.engines.papercut.things.props import draw_prop
from video.shot import Frame

PHASES = 12
PAPER = 150
"""Alpha from which on a pixel is paper and not its shadow."""


def measure_box(draw: Callable[[Board, float], None], phases: int = PHASES, person: float = 200.0) -> Box:
    """What a drawing at the middle of a board covers over a cycle, in hundredths of ``person``, rounded outwards.

    ``draw`` is given the board and the phase; it draws at (``board.span`` / 2, 500).
    """
    box: list[float] = []
    for k in range(phases):
        board = Board(Frame(width_px=520, height_px=520), DAY, Chance(1, "measure"))
        draw(board, k / phases)
        here = paper_of(board)
        if here is None:
            continue
        left, top, right, bottom = here
        x, y = board.span / 2, 500.0
        sides = ((left - x), (top - y), (right - x), (bottom - y))
        box = (
            list(sides)
            if not box
            else [min(box[0], sides[0]), min(box[1], sides[1]), max(box[2], sides[2]), max(box[3], sides[3])]
        )
    if not box:
        raise ValueError("Nothing was drawn.")
    low = [int(np.floor(v * 100 / person)) for v in box[:2]]
    high = [int(np.ceil(v * 100 / person)) for v in box[2:]]
    return low[0], low[1], high[0], high[1]


def paper_of(board: Board) -> tuple[float, float, float, float] | None:
    """Left, top, right, bottom of the paper on a board, in frame units."""
    rows, columns = np.nonzero(board.pixels()[..., 3] > PAPER)
    if not rows.size:
        return None
    per = 1 / board.scale
    return (
        columns.min() * per + board.left, rows.min() * per + board.top,
        (columns.max() + 1) * per + board.left, (rows.max() + 1) * per + board.top,
    )  # fmt: skip


def measure_thing(kind: str) -> Box:
    """The box of a thing."""

    def draw(board: Board, phase: float) -> None:
        draw_prop(board, kind, board.span / 2, 500, 250, phase=phase)

    return measure_box(draw, PHASES if THINGS[kind].moves else 1, 250)


def measure_animal(kind: str, gait: str) -> Box:
    """The box of an animal in one gait."""
    person = min(900.0, 200 / max(0.08, ANIMALS[kind].size))

    def draw(board: Board, phase: float) -> None:
        draw_animal(board, kind, board.span / 2, 500, person, coat=None, flip=False, phase=phase, gait=gait)

    return measure_box(draw, PHASES, person)


def main() -> None:
    """Writes ``boxes.tsv`` anew."""
    rows = ["# kind\tid\tleft top right bottom in hundredths of a person; of an animal in the order of its gaits"]
    rows += [f"animal\t{i}\t{_row(measure_animal(i, gait) for gait in ANIMALS[i].gaits)}" for i in ANIMALS]
    rows += [f"thing\t{i}\t{_row([measure_thing(i)])}" for i in THINGS]
    Path(__file__).with_name("boxes.tsv").write_text("\n".join((*rows, "")), encoding="utf-8")


def _row(boxes: Iterable[Box]) -> str:
    return "\t".join(" ".join(map(str, box)) for box in boxes)


if __name__ == "__main__":
    main()
