"""Measures what every drawing covers, and writes ``boxes.py``: ``python -m video.engines.papercut.things.measure``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from video.chance import Chance
from video.engines.papercut.palette import DAY
from video.engines.papercut.paper import Board
from video.engines.papercut.things.catalog import ANIMALS, THINGS
from video.engines.papercut.things.creatures import draw_animal
from video.engines.papercut.things.props import draw_prop
from video.shot import Frame

Box = tuple[int, int, int, int]

PHASES = 12
WIDTH = 120
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
    """Writes ``boxes.py`` anew."""
    rows = [
        '"""What drawings cover: left, top, right, bottom in hundredths of a person. Written by ``measure``."""',
        "",
        "from __future__ import annotations",
        "",
        "Box = tuple[int, int, int, int]",
        "",
        "# fmt: off",
        "ANIMAL_BOXES: dict[str, tuple[Box, ...]] = {",
    ]
    rows += _packed([f'"{kind}": {_boxes(kind)},' for kind in ANIMALS])
    rows += ["}", '"""In the order of the animal\'s gaits."""', "THING_BOXES: dict[str, Box] = {"]
    rows += _packed([f'"{kind}": {measure_thing(kind)},' for kind in THINGS])
    rows += ["}", "# fmt: on", ""]
    Path(__file__).with_name("boxes.py").write_text("\n".join(rows), encoding="utf-8")


def _boxes(kind: str) -> str:
    boxes = [str(measure_animal(kind, gait)) for gait in ANIMALS[kind].gaits]
    return f"({', '.join(boxes)}{',' if len(boxes) == 1 else ''})"


def _packed(entries: list[str]) -> list[str]:
    """The entries of a table, as many to a line as it holds."""
    lines: list[str] = []
    for entry in entries:
        if len(entry) + 4 > WIDTH:
            key, _, boxes = entry.partition(": ")
            cut = boxes.index("), (", len(boxes) // 2) + 2
            lines += [f"    {key}: {boxes[:cut]}", f"        {boxes[cut + 1 :]}"]
        elif lines and len(lines[-1]) + 1 + len(entry) <= WIDTH:
            lines[-1] += " " + entry
        else:
            lines.append("    " + entry)
    return lines


if __name__ == "__main__":
    main()
