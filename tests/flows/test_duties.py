"""What the chunks of a real plan cost, step by step."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.chunks import graph_of
from flows.cost_book import read_costs
from flows.duties import Priced, Run, longest_s, run_of
from flows.planning import open_store, plan_recipe
from flows.recipe import Recipe
from tests.stories import SHORT, write_story


def planned(folder: Path, text: str = SHORT) -> tuple[Run, float]:
    """A run, and the CPU seconds that its plan says."""
    store = str(folder / "store")
    recipe = Recipe(script=str(write_story(folder, text)), targets=("es", "ca"), store=store, out=str(folder / "out"))
    plan = plan_recipe(recipe)
    graph = graph_of(recipe, plan, open_store(recipe))
    run = run_of(graph, plan.work.manuscript, Priced(read_costs()))
    begun = sum(a.begun * Priced(read_costs()).rate(a.what, a.variant).cpu[0] for a in plan.amounts)
    starts = sum(Priced(read_costs()).start(a.what)[0] * a.jobs for a in plan.amounts if a.variant == "start")
    return run, plan.plan.cost.cpu_s - begun - starts


def test_steps_cost_what_the_plan_says_but_for_loading(tmp_path: Path) -> None:
    run, said = planned(tmp_path)
    steps = [s for d in run.duties for s in d.steps]
    work = sum(s.work[0] + s.kind.call[0] for s in steps)
    tasks = len(run.duties) * Priced(read_costs()).rate("flows/run", "").cpu[2]
    assert run.begin_s + run.editions() * (run.note_s + run.beside_s) + work + tasks == pytest.approx(said, rel=0.05)
    assert 0 < longest_s(run) < work
    assert [d.finishes for d in run.duties if d.finishes] == ["es", "ca"]


def test_engines_come_before_what_is_done_with_their_answers(tmp_path: Path) -> None:
    run, _ = planned(tmp_path)
    speak = next(d for d in run.duties if d.chunk.id == "ca speak 0")
    assert speak.engine.startswith("speech/")
    assert [bool(s.kind.engine) for s in speak.steps] == [True, False]


def test_scenes_that_look_the_same_are_drawn_once(tmp_path: Path) -> None:
    def told(seen: str) -> str:
        scene = f"# Uno\n\n![{seen}]\n\nCanta.\n\n# Dos\n\n![Un campo de día.]\n\nRíe.\n"
        return f"---\ntitle: T\nlanguage: es\n---\n\n{scene}"

    alike, unlike = planned(tmp_path / "1", told("Un campo de día."))[0], planned(tmp_path / "2", told("El mar."))[0]
    drawn = [
        sum(s.work[0] for d in r.duties if d.chunk.id.startswith("shot") for s in d.steps) for r in (alike, unlike)
    ]
    assert drawn[0] == pytest.approx(drawn[1] / 2, rel=0.01)


@pytest.fixture(autouse=True)
def _places(tmp_path: Path) -> None:
    for name in ("1", "2"):
        (tmp_path / name).mkdir()
