"""Places on the stage."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from video.engine import Figure
from video.engines.papercut.chance import Chance
from video.engines.papercut.palette import DAY
from video.engines.papercut.paper import Board
from video.engines.papercut.people.casting import Player
from video.engines.papercut.people.wardrobe import dress_cast
from video.engines.papercut.staging.ground import Ground
from video.engines.papercut.staging.players import place_players, width_for
from video.shot import Frame


def players(count: int) -> tuple[Player, ...]:
    folk = dress_cast(tuple(Figure(name=f"P{i}") for i in range(count)))
    return tuple(Player(name=name, person=person) for name, person in folk.items())


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6])
@pytest.mark.parametrize("water", [None, (1000.0, 1500.0), (300.0, 900.0)])
def test_nobody_overlaps_anybody_or_stands_in_the_water(count: int, water: tuple[float, float] | None) -> None:
    board = Board(Frame(width_px=160, height_px=90, fps=25), DAY, Chance(count))
    ground = Ground(80, board.span - 80)
    if water:
        ground.block(*water)
    placed = place_players(board, players(count), ground, moving=False)
    assert len(placed) == count
    ends = sorted((p.x - width_for(p.player) * p.height / 2, p.x + width_for(p.player) * p.height / 2) for p in placed)
    assert ends[0][0] >= 79
    assert ends[-1][1] <= board.span - 79
    for (_, right), (left, _) in pairwise(ends):
        assert right <= left + 1
    if water:
        assert all(right <= water[0] + 1 or left >= water[1] - 1 for left, right in ends)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_figures_are_large(count: int) -> None:
    board = Board(Frame(width_px=160, height_px=90, fps=25), DAY, Chance(1))
    placed = place_players(board, players(count), Ground(80, board.span - 80), moving=False)
    assert all(350 <= p.height <= 500 for p in placed)  # thousandths of the frame's height


def test_ground_answers_none_where_nothing_is_free() -> None:
    ground = Ground(0, 100)
    assert ground.take(60, 50) == 50
    assert ground.take(60, 50) is None
    assert ground.take(20, 0) == 10


def test_chance_hangs_on_seed_and_label_alone() -> None:
    assert [Chance(1, "a").unit() for _ in range(2)] == [Chance(1, "a").unit()] * 2
    assert Chance(1, "a").unit() != Chance(1, "b").unit()
    assert all(0 <= Chance(i, "x").unit() < 1 for i in range(50))


def test_an_unwritable_layer_is_an_error(tmp_path: Path) -> None:
    board = Board(Frame(width_px=32, height_px=18, fps=25), DAY, Chance(1))
    with pytest.raises(OSError, match="could not be written"):
        board.save(str(tmp_path / "no" / "x.png"))
