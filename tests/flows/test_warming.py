"""Engines are started for what a plan lacks, and for nothing else."""

from __future__ import annotations

from pathlib import Path

from flows.planning import plan_recipe
from flows.recipe import Recipe
from flows.warming import engines_needed, warm_up
from flows.workers import WorkerPool

STORY = """---
title: El burro
language: es
borrow-voices: {ast: es}
---

# Un pueblo

![Un pueblo de noche.]

El burro duerme junto al fuego.
"""


def test_only_engines_with_something_to_do_are_started(tmp_path: Path) -> None:
    script = tmp_path / "burro.es.md"
    script.write_text(STORY, encoding="utf-8")
    recipe = Recipe(script=str(script), targets=("ca", "es"), store=str(tmp_path / "store"), out=str(tmp_path / "out"))
    planned = plan_recipe(recipe)
    needed = engines_needed(planned)
    assert list(needed.items()) == [
        ("translation/apertium", 1),
        ("speech/festival", 1),
        ("speech/espeak", 1),
        ("video/papercut", 1),
    ]


def test_workers_are_warm_before_anybody_asks(tmp_path: Path) -> None:
    script = tmp_path / "burro.es.md"
    script.write_text(STORY, encoding="utf-8")
    recipe = Recipe(script=str(script), targets=("es",), store=str(tmp_path / "store"), out=str(tmp_path / "out"))
    pool = WorkerPool(2)
    try:
        warm_up(plan_recipe(recipe), pool).join(60)
        with pool.borrow("speech/espeak") as worker:
            assert worker.pid is not None
    finally:
        pool.close()
