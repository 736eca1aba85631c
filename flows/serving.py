"""Engines of a cluster as Ray Serve applications: deployed where they are missing, asked through their handles.

Nothing is published over HTTP: Serve's proxies stay off. Applications outlive the run that deployed them, so that the
next finds them warm; where nobody asks an engine for long, its replicas end and their memory is free.
"""

from __future__ import annotations

import dataclasses
import logging
import os
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flows.handed import PARCEL, RATES, RUN, WORK
from flows.logs import about
from flows.needs import MODELS, Need, Node, also, app_of, engine_of_app, serves
from flows.processes import python_path
from flows.service import AT_ONCE, Ask, EngineService
from flows.urgency import BATCH, INTERACTIVE, urgency
from languages.errors import ClusterLost

RUNNING = "RUNNING"
"""Serve's word for an application or a replica that works."""
ASKS: Mapping[str, int] = {INTERACTIVE: 8, BATCH: 4}
"""Asks of one run for each replica that there may be: enough for its desk to make batches of. A batch has fewer, so
that somebody who comes meanwhile waits for those only that a desk has taken."""
TARGET = 4.0
"""Asks for which a replica is worth having: its desk makes one batch of them."""
IDLE_S = 300.0
"""An engine that nobody asks for so long ends: loading a large one again takes a minute."""
WAIT_S = 1.0
"""Asks that wait for so long, and there is one replica more."""
HEALTH_S = 10.0
"""Between two questions whether a replica is well."""
SILENT_S = 60.0
"""A replica that does not answer for so long is replaced."""
BEGINNINGS = 3
"""How often a replica is begun that ends while it begins."""
LOOK_S = 30.0
"""After so long an ask that is not answered looks whether there is anybody to answer it."""
AGAIN_S = 5.0
"""No sooner is Serve asked again what there is."""
NOBODY_S = 900.0
"""So long may an engine have no replica while it is asked: machines that a cluster adds take minutes to come."""
HELD_UP_S = 6 * 3600.0
"""So long, where replicas of other engines may hold the memory or the GPU that it waits for."""
LITTLE = 0.001
"""Share of a GPU that a look at it takes. Replicas leave so much (``Need.gpus``)."""
GPU_S = 120.0
ENDING_S = 20.0
"""Time that a replica's asks get to be done when it is to go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """An engine's application, as it is now."""

    engine: str
    status: str
    """Serve's word: ``RUNNING``, ``DEPLOYING``, ``UNHEALTHY`` …"""
    replicas: int = 0
    said: str = ""
    """What is wrong, in Serve's words; empty where nothing is."""
    deployments: tuple[str, ...] = ()
    """Names of what it consists of, those that are ending included."""


class Services:
    """The engines that a run may ask, while it runs."""

    def __init__(self, needs: Iterable[Need]) -> None:
        from ray import serve

        needs = tuple(needs)
        self._get = serve.get_app_handle
        self._handles = {n.engine: self._handle(n.engine) for n in needs}
        self._left: list[Any] = []
        """Handles of deployments that others have taken the place of."""
        self._lock = threading.Lock()
        self._seen: tuple[float, tuple[Served, ...]] = (-AGAIN_S, ())
        self.windows: Mapping[str, int] = {n.engine: ASKS[urgency()] * n.replicas for n in needs}
        """Asks of each engine that are worth being begun at once by one run."""

    def close(self) -> None:
        """Ends what Serve does in this process on their behalf; to be called before Ray is left."""
        for handle in (*self._handles.values(), *self._left):
            handle.shutdown()

    def _handle(self, engine: str) -> Any:
        # With options at once: a handle begins its router at its first use, and two threads would begin two.
        return self._get(app_of(engine)).options(method_name="run")

    def __contains__(self, engine: object) -> bool:
        """Whether an engine is asked here, and not called in the process that wants it."""
        return engine in self._handles

    def ask(self, engine: str, stage: str, store: str, arguments: tuple[Any, ...], model: str = "") -> Any:
        """What a stage gives that one of the engine's replicas does. Waits for it.

        Raises:
            VernacastError: what the stage raised.
            RayError, RayServeException: the replica was lost, or there is none.
        """
        from ray.exceptions import RayTaskError

        parcel = os.environ.get(PARCEL, "")
        ask = Ask(stage=stage, store=store, arguments=arguments, whom=urgency(), parcel=parcel, about=about())
        handle, answer = self._send(ask, engine, model)
        alone_since = held_up_since = time.monotonic()
        while True:
            try:
                return answer.result(timeout_s=LOOK_S)
            except RayTaskError as error:
                raise error.cause from None
            except TimeoutError:
                one, others = self._look(engine)
            if one is not None and one.deployments and handle.deployment_name not in one.deployments:
                answer.cancel()
                self._renew(engine, handle)
                handle, answer = self._send(ask, engine, model)
            elif one is not None and one.replicas:
                alone_since = held_up_since = time.monotonic()
            elif others and time.monotonic() - held_up_since <= HELD_UP_S:
                alone_since = time.monotonic()
            elif time.monotonic() - alone_since > NOBODY_S or others:
                raise _nobody(engine, one, HELD_UP_S if others else NOBODY_S)

    def _send(self, ask: Ask, engine: str, model: str) -> tuple[Any, Any]:
        """(the handle of the engine as it is now, what it will answer)."""
        handle = self._handles[engine]
        return handle, (handle.options(multiplexed_model_id=model) if model else handle).remote(ask)

    def _look(self, engine: str) -> tuple[Served | None, bool]:
        """(an engine's application, whether another has replicas), as it is or was some seconds ago: Serve takes 7 ms
        of CPU for each, and hundreds of asks may wait."""
        with self._lock:
            if time.monotonic() - self._seen[0] >= AGAIN_S:
                self._seen = (time.monotonic(), served())
            seen = self._seen[1]
        found = next((one for one in seen if one.engine == engine), None)
        return found, any(one.replicas for one in seen if one.engine != engine)

    def _renew(self, engine: str, old: Any) -> None:
        """Somebody who needs more of it has deployed an engine anew: asks that were not yet taken go there."""
        with self._lock:
            if self._handles[engine] is old:
                self._handles[engine] = self._handle(engine)
                self._left.append(old)


def _nobody(engine: str, one: Served | None, seconds: float) -> ClusterLost:
    said = f" ({one.said})" if one is not None and one.said else ""
    return ClusterLost(
        f"Nobody in the cluster has served {engine} for {seconds / 60:.0f} minutes{said}.",
        remedy="`vernacast cluster status` shows what is there. What was finished is kept: run the same command again.",
    )


def nodes() -> tuple[Node, ...]:
    """The machines of the cluster that this process is connected to."""
    import ray

    found: list[Node] = []
    for node in ray.nodes():
        if not node["Alive"]:
            continue
        has = node["Resources"]
        gpus = int(has.get("GPU", 0))
        found.append(
            Node(
                cpus=float(has.get("CPU", 0.0)),
                ram_gb=float(has.get("memory", 0.0)) / 1e9,
                gpus=gpus,
                gpu_gb=_gpu_gb(ray, node["NodeID"]) if gpus else 0.0,
            )
        )
    return tuple(found)


def _gpu_gb(ray: Any, node: str) -> float:  # the module: Ray is an extra
    """Memory of a GPU of a machine, as its driver tells it there; no replica may be in the way of who asks: it needs
    a GPU to be shown one, but hardly any of it."""
    from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

    from languages.memory import gpu_whole_gb

    there = NodeAffinitySchedulingStrategy(node_id=node, soft=False)
    look = ray.remote(num_cpus=0, num_gpus=LITTLE, scheduling_strategy=there)(gpu_whole_gb)
    try:
        return float(ray.get(look.remote(), timeout=GPU_S))
    except ray.exceptions.GetTimeoutError as error:
        raise ClusterLost(
            "A machine of the cluster does not tell how much memory its GPUs have: all of them are taken.",
            remedy="Wait for what uses them, or `vernacast cluster down`; then run the same command again.",
        ) from error


def deploy(needs: Iterable[Need], least: int = 0) -> tuple[str, ...]:
    """Deploys what is missing, or there with less than is needed; the engines that were. Does not wait for them.

    Args:
        least: replicas that are kept though nobody asks.
    """
    from ray import serve

    logging.getLogger("ray.serve").setLevel(logging.WARNING)
    applications = serve.status().applications
    needs = [dataclasses.replace(n, least=least) for n in needs]
    missing = [_also(applications.get(n.app), n) for n in needs if not _is_there(applications.get(n.app), n)]
    if missing:
        serve.start(proxy_location="Disabled")
        targets = [serve.RunTarget(target=_application(n), name=n.app, route_prefix=None) for n in missing]
        serve.run_many(targets, wait_for_applications_running=False)
    return tuple(n.engine for n in missing)


def _is_there(application: Any, need: Need) -> bool:  # ApplicationStatusOverview: Ray is an extra
    if application is None or application.status not in (RUNNING, "DEPLOYING"):
        return False
    return any(serves(name, need) for name in application.deployments)


def _also(application: Any, need: Need) -> Need:
    """What is needed, and the replicas that somebody else wanted of what is there."""
    for name in application.deployments if application is not None else ():
        need = also(name, need)
    return need


def _application(need: Need) -> Any:
    from ray import serve

    class Service(EngineService):
        hold: Any = serve.multiplexed(max_num_models_per_replica=MODELS)(EngineService.hold)

    options: dict[str, Any] = {
        "num_cpus": 0,
        "runtime_env": {
            "env_vars": {
                # It serves many runs: nothing of the one that happened to deploy it stays with it.
                **dict.fromkeys((RUN, WORK, RATES, PARCEL, "VERNACAST_PRIORITY"), ""),
                "VERNACAST_DEVICE": need.device,
                "PYTHONPATH": python_path(),
            }
        },
    }
    if need.gpus:
        options |= {"num_gpus": round(need.gpus, 4), "memory": int(1e9 * need.ram_gb)}
    else:
        options["memory"] = int(1e9 * need.memory_gb)
    deployment: Any = serve.deployment(
        Service,
        name=need.deployment,
        ray_actor_options=options,
        logging_config={"log_level": "WARNING", "enable_access_log": False},
        max_constructor_retry_count=BEGINNINGS,
        max_ongoing_requests=AT_ONCE,
        autoscaling_config={
            "min_replicas": need.least,
            "initial_replicas": max(1, need.least),
            "max_replicas": max(1, need.least, need.replicas),
            "target_ongoing_requests": TARGET,
            "upscale_delay_s": WAIT_S,
            "downscale_delay_s": IDLE_S,
        },
        health_check_period_s=HEALTH_S,
        health_check_timeout_s=SILENT_S,
        graceful_shutdown_timeout_s=ENDING_S,
        graceful_shutdown_wait_loop_s=0.5,
    )
    return deployment.bind(need.engine, need.memory_gb)


def served() -> tuple[Served, ...]:
    """The engines of the cluster that this process is connected to."""
    from ray import serve

    found: list[Served] = []
    for name, application in serve.status().applications.items():
        if engine := engine_of_app(name):
            deployments = application.deployments.values()
            replicas = sum(n for d in deployments for state, n in d.replica_states.items() if state == RUNNING)
            said = "; ".join(m for d in deployments if (m := d.message)) or application.message
            found.append(
                Served(
                    engine=engine,
                    status=application.status.value,
                    replicas=replicas,
                    said=said,
                    deployments=tuple(application.deployments),
                )
            )
    return tuple(sorted(found, key=lambda s: s.engine))


def take_down() -> tuple[str, ...]:
    """Ends the engines of the cluster; whatever is in their hands is done first. The engines that were."""
    from ray import serve

    gone = served()
    for one in gone:
        serve.delete(app_of(one.engine))
    if gone and not serve.status().applications:
        serve.shutdown()
    return tuple(one.engine for one in gone)
