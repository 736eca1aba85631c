"""Where the work runs: the only object that differs between one machine and a cluster."""

from __future__ import annotations

import logging
import os
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, cast

from languages.errors import ResourceError

if TYPE_CHECKING:
    from prefect.futures import PrefectFuture
    from prefect.task_runners import TaskRunner

    AnyRunner = TaskRunner[PrefectFuture[object]]

WAITING_THREADS = 32
"""Threads that may wait for one another's results; real work is bounded by processor slots and workers."""


class Compute(Protocol):
    """Gives Prefect the task runner, and cleans up after itself."""

    @contextmanager
    def runner(self) -> Generator[AnyRunner]:
        """The task runner, alive while the context is."""
        ...


class Local:
    """Threads of this process, engines warm in its pool of workers."""

    @contextmanager
    def runner(self) -> Generator[AnyRunner]:
        """Prefect's thread runner."""
        from prefect.task_runners import ThreadPoolTaskRunner

        yield cast("AnyRunner", ThreadPoolTaskRunner(max_workers=WAITING_THREADS))


class Ray:
    """A Ray on this machine, on loopback, ended with the run. Engines are warm in each Ray worker."""

    @contextmanager
    def runner(self) -> Generator[AnyRunner]:
        """Prefect's Ray runner on a Ray that only this run uses."""
        import sys
        import tempfile

        # Before ray is imported: bind loopback only, keep uv out of the workers, say nothing to anybody.
        os.environ.setdefault("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0")
        os.environ.setdefault("RAY_ENABLE_UV_RUN_RUNTIME_ENV", "0")
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        os.environ.pop("RAY_ADDRESS", None)
        try:
            import ray
            from prefect_ray import RayTaskRunner
        except ImportError as error:
            raise ResourceError(
                "--compute ray needs Ray, which is not installed.",
                remedy="Install Vernacast with its extra: pip install 'vernacast[ray]'.",
            ) from error
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
                    }
                },
                logging_level=logging.ERROR,
            )
            try:
                yield cast("AnyRunner", RayTaskRunner())
            finally:
                ray.shutdown()


def get_compute(name: str) -> Compute:
    """``local`` or ``ray``. Raises KeyError for another name."""
    return {"local": Local, "ray": Ray}[name]()
