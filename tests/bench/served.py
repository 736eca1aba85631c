"""What benches of the flow share: a Prefect server and costs of their own, and the flow with other tasks in it."""

from __future__ import annotations

import logging
import os
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast
from unittest import mock

from flows.compute import get_compute

if TYPE_CHECKING:
    from flows.chunks import Piece
    from flows.planning import Planned
    from flows.recipe import Recipe


@contextmanager
def own_server(folder: Path) -> Generator[None]:
    """A Prefect server and a state folder of the bench's own; to be entered before Prefect is imported, once."""
    from flows.server import client_environment, ensure_server, stop_server

    os.environ["VERNACAST_STATE"] = str(folder / "state")
    os.environ["VERNACAST_STORE"] = str(folder / "store")
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    url = ensure_server()
    os.environ.update(client_environment(url))
    logging.getLogger("prefect").setLevel(logging.ERROR)
    try:
        yield
    finally:
        stop_server()


@contextmanager
def cores(number: int) -> Generator[None]:
    """A Ray that is started meanwhile has so many processor slots; 0 = as many as the machine has cores."""
    if not number:
        yield
        return
    import ray

    with mock.patch.object(ray, "init", partial(ray.init, num_cpus=number)):
        yield


def walls(compute: str, jobs: Iterable[tuple[Piece, ...]], slots: int = 0) -> list[float]:
    """Seconds that each of some graphs takes, one after the other, in a flow on one compute that is already warm.

    Scheduling, windows and handing over are those of ``flows.localise``; only the tasks are ``idle_tasks``'s.
    """
    import time

    from prefect import flow

    from flows.localise import _Work
    from flows.sealed import Sealed
    from tests.bench.idle_tasks import Spin, spin

    class Synthetic(_Work):
        def __init__(self, pieces: tuple[Piece, ...]) -> None:
            self.results: dict[str, object] = {}
            self._pieces = {piece.chunk.id: piece for piece in pieces}
            self.graph = mock.Mock(pieces=pieces)

        def _submit(self, piece: Piece) -> object:
            assert isinstance(piece.job, Spin)
            return spin.submit(Sealed(piece.job))

    @flow(name="synthetic", persist_result=False, validate_parameters=False)
    def run(pieces: Sealed[tuple[Piece, ...]]) -> float:
        begun = time.perf_counter()
        Synthetic(pieces.value).run(get_compute(compute), {}, lambda *_: None, lambda _: None)
        return time.perf_counter() - begun

    with cores(slots), get_compute(compute).runner() as runner:
        flows = run.with_options(task_runner=runner)
        return [flows(Sealed(pieces)) for pieces in jobs]


def idle_flow_s(recipe: Recipe, planned: Planned) -> float:
    """Seconds of the flow over a plan with tasks that are done at once: no engine is asked, nothing is written."""
    import time

    from flows import localise
    from flows.chunks import EditionChunks
    from flows.outcome import Made
    from flows.stages.film import Finished
    from tests.bench import idle_tasks

    class Idle(localise._Work):
        def _submit(self, piece: Piece) -> object:
            task, arguments = self._call(piece)
            return getattr(idle_tasks, task.name).submit(**arguments)

        def made(self, edition: EditionChunks) -> Made:
            finished = cast(Finished, self.results[edition.film])
            return Made(language=edition.jobs.plan.language, drafts=(), takes=(), finished=finished)

    with mock.patch.object(localise, "_Work", Idle):
        begun = time.perf_counter()
        made = localise.localise(recipe, planned, lambda *_: None)
    assert all(edition.finished.receipt.key for edition in made.editions)
    return time.perf_counter() - begun
