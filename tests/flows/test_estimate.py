"""A plan counts the work that is not in the store, and only that; nothing runs here."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from flows.amounts import START, job_size
from flows.bill import (
    RAY_BEGINS_S,
    RAY_ENDS_S,
    RAY_PROCESS_S,
    RAY_SERVICE_S,
    RAY_TASK_S,
    ray_s,
    run_amount,
    wall_s,
    whole_bill,
)
from flows.commands.cost_lines import cost_lines, spent_lines
from flows.commands.plan import with_price
from flows.cost_book import read_costs
from flows.costs import Amount, Cost, Sample
from flows.estimate import priced_plan
from flows.outcome import Made, Outcome
from flows.pictures import DRAWN
from flows.planning import Planned, plan_recipe
from flows.prices import Rates
from flows.recipe import Receipt, Recipe
from flows.spent import samples_of, spent_of
from flows.stages.film import Finished
from tests.stories import SHORT, write_story
from video.direct import ShotPlan
from video.shapes import Shape


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Planned:
    home = tmp_path_factory.mktemp("home")
    script = write_story(home, SHORT)
    return plan_recipe(Recipe(script=str(script), targets=("es", "ca"), store=str(home / "store")))


def test_every_step_of_every_language_is_counted_once(planned: Planned) -> None:
    seen = Counter((a.stage, a.what, a.language) for a in planned.amounts if a.variant != START)
    assert seen == {
        ("translate", "translation/apertium", "ca"): 1,
        ("translate", "flows/translate", "ca"): 1,
        ("speak", "speech/espeak", "es"): 1,
        ("speak", "flows/speak", "es"): 1,
        ("speak", "speech/festival", "ca"): 1,
        ("speak", "flows/speak", "ca"): 1,
        ("shot", "video/papercut", ""): 2,
        ("shot", "flows/shot", ""): 2,
        ("film", "flows/film", "es"): 1,
        ("film", "flows/film", "ca"): 1,
        ("run", "flows/run", ""): 1,
    }
    drafts = next(a for a in planned.amounts if a.what == "translation/apertium" and a.variant != START)
    texts = [line.text for line in planned.work.manuscript.lines()]
    assert (drafts.jobs, drafts.size, drafts.begun) == (len(texts), sum(map(len, texts)), 1.0)


def test_the_parts_of_a_plan_make_up_the_whole(planned: Planned) -> None:
    plan = planned.plan
    assert sum(cost.cpu_s for _, cost in plan.stages) == pytest.approx(plan.cost.cpu_s, abs=0.1)
    assert plan.cost.cpu_low_s < plan.cost.cpu_s < plan.cost.cpu_high_s
    assert 0 < sum(p.seconds for p in plan.languages) < plan.seconds
    assert plan.wall_s > 0
    assert msgspec.json.decode(msgspec.json.encode(plan))["cost"]["cpu_s"] == plan.cost.cpu_s


def test_workers_start_once_and_load_once_each_as_far_as_there_are_cores() -> None:
    asked = [Amount(stage="speak", what="speech/espeak", calls=1.0, jobs=4.0) for _ in range(5)]
    bill = whole_bill(asked, run_amount(5, 20, "local"), cores=2)
    assert [a.begun for a in bill[:5]] == [1.0, 1.0, 0.0, 0.0, 0.0]
    assert [a.jobs for a in bill if a.variant == START] == [2.0]
    assert bill[-1].features() == (0.0, 1.0, 5.0, 20.0)


def test_more_cores_help_only_as_far_as_there_is_something_to_do_beside() -> None:
    stages = {"run": (3.0, 0.0), "speak": (40.0, 0.0), "film": (0.0, 0.0)}
    assert wall_s(stages, languages=1, cores=8) == 43.0
    assert wall_s(stages, languages=4, cores=2) == 23.0
    assert wall_s({**stages, "shot": (1.0, 100.0)}, languages=4, cores=2) == 103.0


def test_a_ray_of_its_own_takes_time_to_come_and_go() -> None:
    spoken = Amount(stage="speak", what="speech/espeak", calls=1.0, jobs=4.0)
    drawn = Amount(stage="shot", what="flows/shot", calls=1.0, jobs=1.0)
    alone = ray_s([spoken, dataclasses.replace(spoken, what="flows/speak")], cores=2)
    assert alone == pytest.approx(RAY_BEGINS_S + RAY_ENDS_S + RAY_SERVICE_S / 2)
    assert ray_s([spoken, drawn, drawn, drawn], cores=2) - alone == pytest.approx(RAY_PROCESS_S + 1.5 * RAY_TASK_S)


def test_a_run_on_ray_is_priced_as_one(planned: Planned) -> None:
    costs = read_costs()
    on_ray = [dataclasses.replace(a, variant="ray") if a.what == "flows/run" else a for a in planned.amounts]
    here, there = priced_plan(planned.plan, planned.amounts, costs), priced_plan(planned.plan, on_ray, costs, "ray")
    assert there.cost.cpu_s > here.cost.cpu_s + 2, "Ray itself, and what conducts it"
    assert there.wall_s > here.wall_s + RAY_BEGINS_S + RAY_ENDS_S


def test_what_a_plan_costs_is_told_in_short_lines(planned: Planned) -> None:
    rates = Rates(currency="EUR", cpu_hour=3600.0, human_hour=60.0)
    plan = with_price(dataclasses.replace(planned.plan, cost=Cost(cpu_s=2, cpu_low_s=1, cpu_high_s=4)), rates)
    told = cost_lines(plan)
    assert told[0].startswith("CPU     about 2 s (1 to 4)")
    money = f"Money   about {2 + plan.human_minutes:.2f} EUR ({1 + plan.human_minutes:.2f} EUR"
    assert any(line.startswith(money) for line in told)
    assert not any("GPU" in line for line in told)


def outcome(planned: Planned) -> Outcome:
    film = Receipt(unit="ca", key="k", made=True, cpu_s=4.0)
    spoken = Sample(amount=Amount(stage="speak", what="speech/x", jobs=1.0), cpu_s=2.0)
    take = Receipt(unit="n1", key="k", made=True, cpu_s=2.0, gpu_s=1.0, samples=(spoken,))
    made = Made(language="ca", drafts=(), takes=(take,), finished=Finished(receipt=film, state="done"))
    return Outcome(shots=(), spare=(Receipt(unit="gap", key="k", made=True, cpu_s=1.0),), editions=(made,), seconds=9)


def test_the_truth_counts_every_receipt_every_loose_start_and_the_rest(planned: Planned) -> None:
    start = Sample(amount=Amount(stage="speak", what="speech/x", variant=START, jobs=1.0), cpu_s=0.5)
    rates = Rates(currency="EUR", cpu_hour=3600.0, gpu_hour=(("other", 7200.0),))
    spent = spent_of(planned, outcome(planned), [start], (3.0, 12.0), rates)
    assert {s.stage: s.cpu_s for s in spent.stages} == {
        "translate": 0.0,
        "speak": 2.5,
        "shot": 1.0,
        "film": 4.0,
        "run": 3.0,
    }
    assert (spent.cpu_s, spent.gpu_s, spent.wall_s) == (10.5, 1.0, 12.0)
    assert spent.price is not None
    assert spent.price.total == pytest.approx(12.5)
    bare = spent_of(planned, outcome(planned), [start], (3.0, 12.0), Rates(currency="EUR", cpu_hour=3600.0))
    assert bare.price is None  # a GPU without a price: after the run nothing is refused any more
    assert "CPU     10.5 s, estimated" in spent_lines(spent)[0]


def test_a_run_teaches_what_it_measured(planned: Planned) -> None:
    start = Sample(amount=Amount(stage="speak", what="speech/x", variant=START, jobs=1.0), cpu_s=0.5)
    taught = [(s.amount.what, s.cpu_s) for s in samples_of(planned, outcome(planned), [start], 3.0)]
    assert taught == [("speech/x", 2.0), ("speech/x", 0.5), ("flows/run", 3.0)]


def test_scenes_that_look_the_same_are_drawn_once(tmp_path: Path) -> None:
    twice = (
        "---\ntitle: T\nlanguage: es\n---\n\n# A\n\n![Un campo de día.]\n\nUno.\n\n# A\n\n![Un campo de día.]\n\nDos.\n"
    )
    script = write_story(tmp_path, twice, "t.es.md")
    planned = plan_recipe(Recipe(script=str(script), targets=("es",), store=str(tmp_path / "store")))
    assert sum(a.what == "flows/shot" for a in planned.amounts) == 1


def test_each_shape_has_its_own_pictures_and_scenes_are_told_once(tmp_path: Path) -> None:
    script = write_story(tmp_path, SHORT)
    one = Recipe(script=str(script), targets=("es",), store=str(tmp_path / "store"))
    three = dataclasses.replace(one, shapes=tuple(Shape))
    few, many = plan_recipe(one), plan_recipe(three)
    assert len(many.shots) == 3 * len(few.shots)
    assert [s.scene for s in many.plan.scenes] == [s.scene for s in few.plan.scenes]
    assert many.plan.formats == ((1280, 720), (720, 1280), (720, 720))

    def size(planned: Planned, what: str) -> float:
        return sum(a.size for a in planned.amounts if a.what == what)

    assert size(many, "flows/shot") / size(few, "flows/shot") == pytest.approx(2 + 720 / 1280)
    assert size(many, "flows/film") / size(few, "flows/film") == pytest.approx(2 + 720 / 1280)
    assert size(many, "flows/speak") == size(few, "flows/speak")


def test_drawn_shots_cost_by_how_long_they_move_and_whether_somebody_speaks(planned: Planned) -> None:
    shot = next(s for s in planned.shots if s.engine == DRAWN).job

    def size(seconds: float, talks: bool) -> float:
        return job_size(dataclasses.replace(shot, shot=ShotPlan(seconds=seconds, talks=talks)))

    assert size(16.0, talks=False) == 2 * size(8.0, talks=False)
    assert size(8.0, talks=True) == 2 * size(8.0, talks=False)
