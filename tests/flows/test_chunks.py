"""The chunks of a run, and what each needs."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from flows.chunks import CPU, Drawing, Graph, graph_of, shot_name
from flows.planning import open_store, plan_recipe
from flows.recipe import Recipe
from flows.schedule import Schedule
from flows.stages.edition import EditionJob
from flows.stages.shots import make_shot
from tests.stories import write_story
from video.shot import Frame


def a_recipe(folder: Path) -> Recipe:
    script = str(write_story(folder))
    store, frame = str(folder / "store"), Frame(width_px=160, height_px=90)
    return Recipe(script=script, targets=("es", "ca"), store=store, out=str(folder / "out"), frame=frame)


def graph(recipe: Recipe) -> Graph:
    return graph_of(recipe, plan_recipe(recipe), open_store(recipe))


def test_a_film_needs_its_own_drafts_and_takes_and_all_shots(tmp_path: Path) -> None:
    made = graph(a_recipe(tmp_path))
    es, ca = made.editions
    chunks = {p.chunk.id: p.chunk for p in made.pieces}
    assert es.drafts == ()
    assert len(ca.drafts) == 1
    assert set(chunks[ca.film].needs) == {*ca.drafts, *ca.takes, *made.shots}
    assert chunks[ca.takes[0]].needs == ca.drafts
    assert chunks[ca.film].lane == CPU
    assert chunks[ca.film].rank > chunks[es.film].rank > chunks[made.shots[0]].rank
    assert len(Schedule(chunks.values(), 8)) == len(made.pieces)


def test_a_shot_in_the_store_is_no_chunk_and_nobody_waits_for_it(tmp_path: Path) -> None:
    recipe = a_recipe(tmp_path)
    planned = plan_recipe(recipe)
    make_shot(open_store(recipe), planned.shots[0])
    made = graph_of(recipe, planned, open_store(recipe))
    first, second = made.shots
    assert [name for name, _ in made.found] == [first]
    assert first not in {p.chunk.id for p in made.pieces}
    film = next(p.chunk for p in made.pieces if p.chunk.id == made.editions[0].film)
    assert second in film.needs
    assert first not in film.needs


def test_cheap_shots_are_drawn_by_one_task_of_a_cluster_and_each_alone_here(tmp_path: Path) -> None:
    here = a_recipe(tmp_path)
    recipe = dataclasses.replace(here, compute="cluster")
    assert [p.chunk.id for p in graph(here).pieces if isinstance(p.job, Drawing)] == list(graph(here).shots)
    planned = plan_recipe(recipe)
    made = graph_of(recipe, planned, open_store(recipe))
    (piece,) = (p for p in made.pieces if isinstance(p.job, Drawing))
    assert isinstance(piece.job, Drawing)
    assert tuple(map(shot_name, piece.job.shots)) == made.shots
    assert len(made.shots) == 2
    assert all(piece.chunk.id in p.chunk.needs for p in made.pieces if isinstance(p.job, EditionJob))
    make_shot(open_store(recipe), planned.shots[0])  # another run has drawn it meanwhile
    left = graph_of(recipe, planned, open_store(recipe))
    assert [p.job.shots for p in left.pieces if isinstance(p.job, Drawing)] == [planned.shots[1:]]
    for edition in left.editions:
        (film,) = (p.chunk for p in left.pieces if p.chunk.id == edition.film)
        assert left.shots[1] in film.needs
        assert left.shots[0] not in film.needs
