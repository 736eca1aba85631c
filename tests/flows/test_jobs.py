"""What has to run: all languages are looked up together, and how work is cut changes nothing that comes of it."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from flows import lookup
from flows.cost_book import read_costs
from flows.jobs import EditionJobs, edition_jobs
from flows.planning import Planned, plan_recipe
from flows.recipe import Receipt, Recipe
from flows.record import Record
from flows.sizing import Sizes, Sizing
from flows.stages.speak import speak_chunk
from flows.stages.translate import translate_chunk
from flows.store import Store
from tests.stories import write_story

LINES = 8
TARGETS = ("es", "eo")


class Cut(Sizing):
    """So many lines in a chunk, whatever they cost."""

    def __init__(self, most: int) -> None:
        super().__init__(read_costs())
        self.most = most

    def sizes(self, alone: bool = False) -> Sizes:
        return Sizes(least_s=math.inf, goal_s=math.inf, most=self.most)


def story(folder: Path) -> Recipe:
    """Told by two voices in turn."""
    told = [f"{'**Marta:** ' if n % 2 else ''}Era la noche {n} y llovía." for n in range(LINES)]
    head = "---\ntitle: T\nlanguage: es\ncharacters:\n  - name: Marta\n    voice: mujer\n---\n\n# A\n\n![Un campo.]\n\n"
    script = write_story(folder, head + "\n\n".join(told) + "\n", "t.es.md")
    return Recipe(script=str(script), targets=TARGETS, store=str(folder / "store"))


def jobs_of(planned: Planned, store: Store, sizing: Sizing) -> tuple[EditionJobs, ...]:
    wanted = [(jobs.plan, jobs.work) for jobs in planned.editions]
    return edition_jobs(store, wanted, planned.work.manuscript, sizing)


def make(store: Store, editions: Iterable[EditionJobs]) -> dict[tuple[str, str], Receipt]:
    """(language, line) → receipt of its sound."""
    takes: dict[tuple[str, str], Receipt] = {}
    for jobs in editions:
        drafts = [*jobs.drafts, *(r for chunk in jobs.translate for r in translate_chunk(store, chunk))]
        spoken = [r for chunk in jobs.speak for r in speak_chunk(store, chunk, drafts)]
        takes |= {(jobs.plan.language, r.unit): r for r in (*jobs.takes, *spoken)}
    return takes


def test_the_same_bytes_lie_under_the_same_keys_however_work_is_cut(tmp_path: Path) -> None:
    planned = plan_recipe(story(tmp_path))
    made: list[dict[tuple[str, str], tuple[str, tuple[str, ...]]]] = []
    numbers: list[int] = []
    for most in (1, 7, 100):
        store = Store(str(tmp_path / f"store{most}"))
        editions = jobs_of(planned, store, Cut(most))
        numbers.append(sum(len(jobs.translate) + len(jobs.speak) for jobs in editions))
        takes = make(store, editions)
        found = {line: store.find(receipt.key) for line, receipt in takes.items()}
        made.append({line: (r.key, r.objects) for line, r in found.items() if r is not None})
        assert len(made[-1]) == len(TARGETS) * LINES
        again = jobs_of(planned, store, Cut(most))
        assert not any(jobs.translate or jobs.speak or jobs.amounts for jobs in again)
        assert {(j.plan.language, r.unit): r.key for j in again for r in j.takes} == {
            k: r.key for k, r in takes.items()
        }
    assert made[0] == made[1] == made[2]
    assert numbers[0] > numbers[1] > numbers[2]


def test_lines_are_spoken_voice_by_voice(tmp_path: Path) -> None:
    planned = plan_recipe(story(tmp_path))
    for jobs in jobs_of(planned, Store(str(tmp_path / "store")), Cut(4)):
        chunks = [[n.voice.label for n in chunk.lines if n.voice] for chunk in jobs.speak]
        turns = [label for chunk in chunks for label in chunk]
        changes = sum(a != b for a, b in pairwise(turns))
        assert changes == len(set(turns)) - 1
        assert all(len({n.voice.engine for n in chunk.lines if n.voice}) == 1 for chunk in jobs.speak)
        assert sorted(n.line for chunk in jobs.speak for n in chunk.lines) == sorted(
            line.id for line in planned.work.manuscript.spoken()
        )


def test_all_languages_are_looked_up_in_two_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planned = plan_recipe(story(tmp_path))
    store = Store(str(tmp_path / "store"))
    make(store, jobs_of(planned, store, Cut(100)))
    asked: list[int] = []
    many = Store.find_many

    def counted(store: Store, keys: Iterable[str]) -> Mapping[str, Record]:
        asked.append(1)
        return many(store, keys)

    def alone(store: Store, key: str) -> Record | None:
        raise AssertionError(f"{key} was asked for alone")

    monkeypatch.setattr(lookup, "FEW", 0)  # as of a large plan
    monkeypatch.setattr(Store, "find_many", counted)
    monkeypatch.setattr(Store, "find", alone)
    editions = jobs_of(planned, store, Cut(100))
    assert [len(jobs.takes) for jobs in editions] == [LINES] * len(TARGETS)
    assert len(asked) == 2


def test_the_same_plan_is_cut_in_the_same_way_and_only_costs_change_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERNACAST_MEMORY_GB", "4")  # what is free just now stands in the reasons of a plan
    recipe = story(tmp_path)
    first, second = plan_recipe(recipe), plan_recipe(recipe)
    assert first.editions == second.editions
    local, ray = (plan_recipe(dataclasses.replace(recipe, compute=c)) for c in ("local", "ray"))
    lines = [sorted(n.line for e in p.editions for chunk in e.speak for n in chunk.lines) for p in (local, ray)]
    assert lines[0] == lines[1]
    assert sum(len(e.speak) for e in ray.editions) <= sum(len(e.speak) for e in local.editions)
