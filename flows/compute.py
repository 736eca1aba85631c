"""Where the work runs: the only object that differs between one machine and a cluster."""

from __future__ import annotations

import io
import logging
import os
import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol, cast

from flows.handed import handed
from flows.urgency import INTERACTIVE, urgency
from languages.errors import ResourceError

if TYPE_CHECKING:
    from prefect.futures import PrefectFuture
    from prefect.task_runners import TaskRunner

    from flows.serving import Services

    AnyRunner = TaskRunner[PrefectFuture[object]]

MERGED = 8
"""Chunks of one engine that may wait together: its desk makes one batch of them (``flows.desk``)."""
WAITING_THREADS = 32
"""Threads that may wait for one another's results; real work is bounded by processor slots and workers."""


def import_ray(wanted: str) -> Any:  # the module: Ray is an extra
    """Ray, on loopback only where it is started here, with uv kept out of its workers, and telling nobody.

    Args:
        wanted: what ``--compute`` was given.

    Raises:
        ResourceError: it is not installed.
    """
    # AUTO_CONNECT: a thread of Serve's that outlives a Ray would start another, when it next asks it for something.
    names = ("ENABLE_WINDOWS_OR_OSX_CLUSTER", "ENABLE_UV_RUN_RUNTIME_ENV", "ENABLE_AUTO_CONNECT", "USAGE_STATS_ENABLED")
    for name in names:
        os.environ.setdefault(f"RAY_{name}", "0")  # read when ray is imported
    need_ray(wanted)
    import ray

    return ray


def need_ray(wanted: str) -> None:
    """Raises ResourceError where Ray is not installed; ``wanted`` is what ``--compute`` was given."""
    if find_spec("ray") is None or find_spec("prefect_ray") is None:
        raise ResourceError(
            f"--compute {wanted} needs Ray, which is not installed.",
            remedy="Install Vernacast with its extra: `make setup-cluster` in a checkout, or "
            "`pip install 'vernacast[ray]'`.",
        )


def thread_window(cores: int) -> int:
    """Chunks of one engine, and of the work without one, that are worth being begun at once in threads."""
    return max(MERGED, 2 * cores)


def slot_window(slots: int, whom: str = INTERACTIVE) -> int:
    """Likewise on a cluster with so many processor slots: one for each, and for people one that takes the next place.

    A batch has nothing that waits: its tasks would stand in Ray's queue before those of somebody who comes.
    """
    return max(1, slots) + (whom == INTERACTIVE)


class Compute(Protocol):
    """Gives Prefect the task runner, and cleans up after itself."""

    @contextmanager
    def runner(self) -> Generator[AnyRunner]:
        """The task runner, alive while the context is."""
        ...

    def services(self, engines: Mapping[str, Sequence[str]], device: str) -> Services | None:
        """Makes ready what serves the engines (with their checkpoints); None where they are called by who wants them.

        Raises:
            ResourceError: there is no room for one of them.
        """
        ...

    def window(self) -> int:
        """Chunks of one engine, and of the work without one, that are worth being begun at once."""
        ...

    def losses(self) -> tuple[type[BaseException], ...]:
        """The errors that say that a chunk was lost on its way, not that it cannot be done."""
        ...


class Local:
    """Threads of this process, engines warm in its pool of workers."""

    @contextmanager
    def runner(self) -> Generator[AnyRunner]:
        """Prefect's thread runner."""
        from prefect.task_runners import ThreadPoolTaskRunner

        yield cast("AnyRunner", ThreadPoolTaskRunner(max_workers=WAITING_THREADS))

    def services(self, engines: Mapping[str, Sequence[str]], device: str) -> Services | None:
        """None: this process has a pool of its own."""
        del engines, device

    def window(self) -> int:
        """As many as there are cores to work, and some for an engine's desk to make one batch of."""
        return thread_window(os.cpu_count() or 1)

    def losses(self) -> tuple[type[BaseException], ...]:
        """Nothing is lost between threads."""
        return ()


@contextmanager
def _talking() -> Generator[None]:
    """What Ray prints of its workers is talk: it goes to stderr, and data stays alone on stdout."""
    with redirect_stdout(sys.stderr):
        yield


def _end_ray(ray: Any) -> None:
    """Ends a Ray that is ours alone, its services first, so that this process forgets them.

    What Ray prints meanwhile tells only that its controller, which was ended, answers no more.
    """
    with redirect_stdout(io.StringIO()):
        if "ray.serve" in sys.modules:
            from ray import serve

            serve.shutdown()
        ray.shutdown()


class Ray:
    """A Ray on this machine, on loopback, ended with the run. Engines are services of it."""

    @contextmanager
    def runner(self) -> Generator[AnyRunner]:
        """Prefect's Ray runner on a Ray that only this run uses."""
        import tempfile

        os.environ.pop("RAY_ADDRESS", None)
        ray = import_ray("ray")
        from prefect_ray import RayTaskRunner

        # AF_UNIX paths end at 107 bytes, so Ray's folder must be short.
        with tempfile.TemporaryDirectory(prefix="vr", dir="/tmp", ignore_cleanup_errors=True) as folder:
            ray.init(
                address="local",
                include_dashboard=False,
                _temp_dir=folder,
                object_store_memory=200 * 2**20,
                log_to_driver=False,
                runtime_env={
                    "env_vars": {
                        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
                        "VERNACAST_DEVICE": os.environ.get("VERNACAST_DEVICE", "cpu"),
                        **handed(),
                    }
                },
                logging_level=logging.ERROR,
            )
            try:
                with _talking():
                    yield cast("AnyRunner", RayTaskRunner())
            finally:
                _end_ray(ray)

    def services(self, engines: Mapping[str, Sequence[str]], device: str) -> Services | None:
        """Ray Serve applications, one for each engine."""
        from flows.needs import needs_of
        from flows.serving import Services, deploy, nodes

        needs = needs_of(engines, device, nodes())
        deploy(needs)
        return Services(needs)

    def window(self) -> int:
        """By the processor slots of the cluster, and by whom it is for."""
        import ray

        return slot_window(int(ray.cluster_resources().get("CPU", 1)), urgency())

    def losses(self) -> tuple[type[BaseException], ...]:
        """A worker or a machine went away, was killed for want of memory, or took its answer along."""
        from prefect.exceptions import CrashedRun
        from ray.exceptions import (
            NodeDiedError,
            ObjectLostError,
            OutOfMemoryError,
            RayActorError,
            TaskCancelledError,
            WorkerCrashedError,
        )
        from ray.serve.exceptions import RayServeException

        ended = (NodeDiedError, RayActorError, RayServeException, TaskCancelledError, WorkerCrashedError, CrashedRun)
        return (*ended, ObjectLostError, OutOfMemoryError)


class Cluster(Ray):
    """The Ray that this process is a job of; it is left as it was found."""

    def gpu_gb(self) -> float:
        """Memory of the largest GPU of the cluster; 0 where there is none."""
        ray = import_ray("cluster")
        from flows.serving import nodes

        ray.init(address="auto", log_to_driver=False, logging_level=logging.ERROR)
        try:
            return max((node.gpu_gb for node in nodes()), default=0.0)
        finally:
            ray.shutdown()

    @contextmanager
    def runner(self) -> Generator[AnyRunner]:
        """Prefect's Ray runner on the cluster."""
        import ray
        from prefect_ray import RayTaskRunner

        os.environ["RAY_OVERRIDE_JOB_RUNTIME_ENV"] = "1"  # the job was given some of them: ours are more
        settings = {"env_vars": handed()}
        ray.init(address="auto", log_to_driver=False, logging_level=logging.ERROR, runtime_env=settings)
        try:
            with _talking():
                yield cast("AnyRunner", RayTaskRunner())
        finally:
            ray.shutdown()


def get_compute(name: str) -> Compute:
    """``local``, ``ray``, or ``cluster`` inside of one. Raises KeyError for another name."""
    return {"local": Local, "ray": Ray, "cluster": Cluster}[name]()
