"""Plans as if weights, GPUs and people's texts were there: chosen by the same rules, and said to be supposed."""

from __future__ import annotations

from pathlib import Path

from flows.plan import Plan
from flows.planning import plan_recipe
from flows.recipe import Recipe
from flows.supposed import Supposed, costs_for, is_assumed, read_assumed
from languages.discover import discover_all
from languages.licences import Use
from tests.stories import write_story


def plan(folder: Path, supposed: Supposed, use: Use = Use.NONPROFIT) -> Plan:
    recipe = Recipe(
        script=str(write_story(folder)),
        targets=("quy", "wo", "abi"),
        use=use,
        device="cuda" if supposed.gpu_gb else "cpu",
        store=str(folder / "store"),
    )
    return plan_recipe(recipe, supposed.on(recipe)).plan


def test_as_if_weights_were_there_the_rules_of_licences_stand(tmp_path: Path) -> None:
    there = plan(tmp_path, Supposed(weights=True, gpu_gb=80.0)).get("quy")
    assert there.voices[0].voice.engine == "speech/mms"
    assert there.engine.startswith("translation/")
    assert not there.refused
    sold = plan(tmp_path, Supposed(weights=True, gpu_gb=80.0), Use.COMMERCIAL).get("quy")
    assert sold.refused
    assert any("CC-BY-NC-4.0" in r.reason for r in sold.rejected)


def test_what_does_not_fit_onto_a_supposed_gpu_is_not_chosen(tmp_path: Path) -> None:
    small = plan(tmp_path, Supposed(weights=True, gpu_gb=0.5)).get("quy")
    assert small.refused
    assert any("GPU memory" in r.reason for r in small.rejected)


def test_people_are_supposed_only_where_nothing_translates(tmp_path: Path) -> None:
    found = plan(tmp_path, Supposed(weights=True, gpu_gb=80.0, people=True))
    assert dict(found.get("abi").states) == {"human": 4}
    assert "human" not in dict(found.get("quy").states)
    assert not found.get("abi").refused


def test_each_assumed_figure_is_of_an_engine_that_runs_on_a_gpu_and_says_so() -> None:
    engines = discover_all()
    for (engine, _), rate in read_assumed().items():
        assert engines[engine].card.device == "any"
        assert rate.source.startswith("assumed: ")
        assert is_assumed(rate)
        assert is_assumed(costs_for("cuda").rate(engine, "any-model"))
    assert not is_assumed(costs_for("cuda").rate("flows/film", ""))
