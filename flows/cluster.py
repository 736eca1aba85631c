"""A Ray cluster as seen from a laptop: send a work there, watch it, and fetch what came of it.

Only the port of the Ray client is used. Whatever has to speak to the dashboard (Ray's Jobs API) does so on the head
itself, where the dashboard listens on loopback. The laptop may go away: the run is a job of the cluster.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import time
import warnings
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flows.cluster_run import JOB
from flows.compute import import_ray
from flows.handed import PARCEL, handed_to_cluster
from flows.parcel import Result, at_home, fetch, find_result
from flows.store import Store
from flows.urgency import VARIABLE as URGENCY
from flows.urgency import urgency
from languages.errors import ClusterLost, ResourceError, UsageError, VernacastError

LOOK_S = 1.0
ANSWER_S = 120.0
"""Time that the head gets to answer."""
JOBS = 3
"""Jobs that a run gets which end without a result."""
HEAD = {"node:__internal_head__": 0.001}
"""Where the Jobs API is. Source: Ray documentation, "Resources": every head has this resource."""
ENDED = ("STOPPED", "SUCCEEDED", "FAILED")


def make_there(address: str, store: Store, run: str, script: Path, out: Path, say: Callable[[str], None]) -> Result:
    """Has a run made by a cluster, or goes on watching it where the cluster has it already; fetches its files.

    Raises:
        ResourceError: the cluster cannot be reached, or lost the run again and again.
        UsageError: the store is one that only this machine sees.
    """
    if "://" not in store.url and not address.startswith(("ray://127.", "ray://localhost")):
        raise UsageError(
            f"The store {store.url} is a folder of this machine; the cluster cannot see it.",
            remedy="Name one that both see: --store s3://bucket/prefix.",
        )
    settings = {**handed_to_cluster(), URGENCY: urgency()}
    with connected(address) as ray:
        for _ in range(JOBS):
            job = ask_head(ray, _begin, run, store.url, json.dumps(settings))
            say(f"Run {run}: the cluster works on it as {job}. You may go away: the same command finds it again.")
            _watch(ray, job, say)
            result = find_result(store, run)
            # An earlier job of the same run may have left one: it is no answer to this.
            if result is not None and result.job == job and result.code >= 0:
                kept = fetch(store, run, result, script, out)
                for name in kept:
                    say(f"{name} was changed here meanwhile and is left as it is; run the same command again.")
                return dataclasses.replace(result, said=at_home(result.said, result, script, out))
            say("The job ended without a result; it is begun anew.")
    raise ClusterLost(
        f"The cluster's job ended {JOBS} times without a result.",
        remedy="What was finished is kept. `ray job logs` on the cluster's head tells why it ended.",
    )


def _watch(ray: Any, job: str, say: Callable[[str], None]) -> None:  # the module: Ray is an extra
    told = ""
    while True:
        status, last = ask_head(ray, _look, job)
        if last and last != told:
            say(last)
            told = last
        if status in ENDED:
            return
        time.sleep(LOOK_S)


@contextmanager
def connected(address: str) -> Generator[Any]:  # the module: Ray is an extra
    """Ray, as a client of the cluster.

    Raises:
        ResourceError: it cannot be reached.
    """
    ray = import_ray(address)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that it timed out is said below, once
            ray.init(address, namespace="vernacast", logging_level=logging.ERROR, log_to_driver=False)
    except (ConnectionError, RuntimeError, TimeoutError, ValueError) as error:
        raise ResourceError(
            f"The cluster at {address} cannot be reached: {type(error).__name__}.",
            expected="A Ray client port, with the cluster's token in RAY_AUTH_TOKEN or ~/.ray/auth_token.",
            remedy=f"`vernacast doctor --address {address}` looks at both. Ray and Python must be the same here and "
            "there.",
        ) from error
    try:
        yield ray
    finally:
        ray.shutdown()


def ask_head(ray: Any, what: Callable[..., Any], *words: str) -> Any:
    """Calls a function of ours on the cluster's head, and gives what it gives.

    Raises:
        VernacastError: what it raises.
        ResourceError: the cluster does not answer.
    """
    remote = ray.remote(num_cpus=0, resources=HEAD)(what)
    try:
        return ray.get(remote.remote(*words), timeout=ANSWER_S)
    except VernacastError as error:  # Ray gives it its own class and words: as it was raised, it speaks for itself
        raise getattr(error, "cause", None) or error from None
    except ray.exceptions.RayTaskError as error:
        raise ResourceError(
            f"The cluster's head could not do what was asked: {type(error.cause).__name__}: {error.cause}",
            expected="Vernacast there in the same version as here, and Ray's Jobs API on the head.",
            remedy="`vernacast doctor --address` compares the versions; Ray's log on the head tells more.",
        ) from error
    except (ray.exceptions.RayError, ConnectionError) as error:
        raise ResourceError(
            f"The cluster does not answer: {type(error).__name__}.",
            remedy="If its head is gone, start it and run the same command again: what was finished is kept.",
        ) from error


def _jobs() -> Any:  # JobSubmissionClient: Ray is an extra
    import ray
    from ray.dashboard.utils import ray_address_to_api_server_url
    from ray.job_submission import JobSubmissionClient

    return JobSubmissionClient(ray_address_to_api_server_url(ray.get_runtime_context().gcs_address))


def _begin(run: str, store: str, settings: str) -> str:
    """On the head: the id of the job that works on a run; a new one where none does. ``settings`` go along, as JSON."""
    import json
    import shlex
    import sys

    jobs = _jobs()
    name = f"vernacast-{run[:16]}"
    mine = [d for d in jobs.list_jobs() if (d.submission_id or "").startswith(name)]
    for details in mine:
        if str(details.status.value) not in ENDED:
            return str(details.submission_id)
    # Ray's jobs begin through a shell: every word of ours is quoted for it.
    words = [sys.executable, "-P", "-m", "flows.cluster_run", run, store]
    job = f"{name}-{len(mine) + 1}"
    environment = {**json.loads(settings), PARCEL: f"{run} {store}", JOB: job}
    try:
        jobs.submit_job(entrypoint=shlex.join(words), submission_id=job, runtime_env={"env_vars": environment})
    except RuntimeError:
        if job not in {d.submission_id for d in jobs.list_jobs()}:
            raise  # else another sender of the same work was first
    return job


def _look(job: str) -> tuple[str, str]:
    """On the head: a job's state, and the last line that it said."""
    jobs = _jobs()
    said = (line.strip() for line in str(jobs.get_job_logs(job)).splitlines())
    lines = [line for line in said if line and not line.startswith('{"time"')]  # the log, where it goes to stderr
    return str(jobs.get_job_status(job).value), (lines[-1][:200] if lines else "")
