"""From ``deploy.toml`` to what a Prefect server shall hold, and what that changes. Pure; does not import Prefect.

How Prefect 3.8.8 orders work (its query ``get-runs-from-worker-queues``, and its worker):

- A worker is given the runs of a pool by the queues' priority, strictly (1 comes first), then by start time. The
  priorities of a pool are unique: equal ones cannot be had, so tenants stand in the order of the file.
- A queue's limit counts its runs in RUNNING and PENDING; a queue at its limit gives nothing and does not stand in the
  way of the next. So limits, not priorities, keep one tenant's batch from blocking another's; ``flows.deploy_file``
  checks that they add up. Limits of *deployments* are not used: runs that wait for one crowd a queue (Prefect #19403).
- Nothing that runs is ever stopped for something more urgent: priority is the order of starting only.
- The global limit is the pool's: it counts states too and has no leases that could be lost (Prefect #17415, #21794).

Nothing is deleted: what the file no longer names is paused and reported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from flows.deploy_file import PRIORITIES, Deploy, Limits, ScheduledWork

POOL = "vernacast"
FLOW = "make"
ENTRYPOINT = "flows.deployed.make"
TAG = "vernacast"
BATCH_PRIORITY = 10
HEARTBEAT_S = 180
"""Prefect's ``PREFECT_FLOWS_HEARTBEAT_FREQUENCY`` where nobody says otherwise."""
SILENT_S = 3 * HEARTBEAT_S
PENDING_S = 600

Kind = Literal["work pool", "work queue", "deployment", "schedule", "automation"]
Value = str | int | bool | tuple[str, ...] | Mapping[str, object] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One object of the Prefect server: as it shall be, or as it is."""

    kind: Kind
    name: str
    """Unique in its kind; a schedule's is ``<deployment>/<work>``."""
    active: bool = True
    fields: Mapping[str, Value] = field(default_factory=dict[str, Value])
    id: str = ""
    """The server's id of what is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing to do. ``present`` is None where it is made."""

    verb: Literal["create", "update", "pause", "resume"]
    wanted: Thing
    present: Thing | None
    details: tuple[str, ...] = ()

    def __str__(self) -> str:
        why = f" ({'; '.join(self.details)})" if self.details else ""
        return f"{self.verb} {self.wanted.kind} {self.wanted.name}{why}"


AUTOMATIONS: Mapping[str, tuple[str, int, str]] = {
    "vernacast: runs without a heartbeat": (
        f"A run of a deployment that has given no heartbeat (one each {HEARTBEAT_S} s) for {SILENT_S} s is marked "
        "Crashed, so that its slot is free: its process or its machine is gone. Nothing is lost; run it again.",
        SILENT_S,
        "prefect.flow-run.heartbeat",
    ),
    "vernacast: runs that never begin": (
        f"A run that is PENDING for {PENDING_S} s is marked Crashed: its worker took it and died, and it would hold "
        "its slot for ever.",
        PENDING_S,
        "prefect.flow-run.Pending",
    ),
}
"""Name: what it does, after how many seconds of silence, and what begins the waiting."""


def deployment_name(priority: str, tenant: str = "") -> str:
    """``make-batch``, ``make-batch-museum``."""
    return f"make-{priority}-{tenant}" if tenant else f"make-{priority}"


def queue_name(priority: str, tenant: str = "") -> str:
    """``batch``, ``museum-batch``."""
    return f"{tenant}-{priority}" if tenant else priority


def wanted_things(deploy: Deploy, version: str) -> tuple[Thing, ...]:
    """Everything that the server shall hold, in the order in which it can be made."""
    pool = Thing(kind="work pool", name=POOL, fields={"type": "process", "concurrency_limit": deploy.limit})
    automations = tuple(
        Thing(kind="automation", name=name, fields={"description": said}) for name, (said, *_) in AUTOMATIONS.items()
    )
    return (pool, *_queues(deploy), *_deployments(deploy, version), *map(_schedule, deploy.works), *automations)


def _everybody(deploy: Deploy) -> list[tuple[str, Limits, str]]:
    """(tenant, limits, store) of the operator and of every tenant."""
    own = ("", deploy.limits, deploy.store)
    return [own, *((t.name, t.limits, t.store or deploy.store) for t in deploy.tenants)]


def _queues(deploy: Deploy) -> list[Thing]:
    """Interactive before batch, everybody's; the pool's ``default``, which nothing uses, comes last."""
    everybody = _everybody(deploy)
    first = {"interactive": 1, "batch": max(BATCH_PRIORITY, 1 + len(everybody))}
    queues = [
        Thing(
            kind="work queue",
            name=queue_name(priority, tenant),
            fields={"priority": first[priority] + i, "concurrency_limit": getattr(limits, priority)},
        )
        for priority in PRIORITIES
        for i, (tenant, limits, _) in enumerate(everybody)
    ]
    last = first["batch"] + len(everybody)
    return [*queues, Thing(kind="work queue", name="default", fields={"priority": last, "concurrency_limit": 1})]


def _deployments(deploy: Deploy, version: str) -> list[Thing]:
    return [
        Thing(
            kind="deployment",
            name=deployment_name(priority, tenant),
            fields={
                "entrypoint": ENTRYPOINT,
                "version": version,
                "work_pool_name": POOL,
                "work_queue_name": queue_name(priority, tenant),
                "parameters": {"store": store, "tenant": tenant, "priority": priority},
                "tags": (TAG, *([f"tenant:{tenant}"] if tenant else [])),
            },
        )
        for tenant, _, store in _everybody(deploy)
        for priority in PRIORITIES
    ]


def _schedule(work: ScheduledWork) -> Thing:
    parameters: dict[str, object] = {"run": work.parcel}
    if not work.parcel:
        wish = {"script": work.script, "languages": ",".join(work.languages), "use": work.use, "size": work.size}
        parameters = {**wish, **({"shape": work.shape} if work.shape else {})}
    return Thing(
        kind="schedule",
        name=f"{deployment_name(work.priority, work.tenant)}/{work.name}",
        fields={"cron": work.cron, "timezone": work.timezone, "parameters": parameters},
    )


def changes(wanted: tuple[Thing, ...], present: tuple[Thing, ...]) -> tuple[Change, ...]:
    """What turns the present into the wanted. None where both agree: doing it twice does nothing."""
    there = {(t.kind, t.name): t for t in present}
    found: list[Change] = []
    for thing in wanted:
        old = there.pop((thing.kind, thing.name), None)
        if old is None:
            found.append(Change(verb="create", wanted=thing, present=None, details=_facts(thing)))
            continue
        details = tuple(
            f"{key}: {_show(old.fields.get(key))} → {_show(value)}"
            for key, value in thing.fields.items()
            if old.fields.get(key) != value
        )
        if details:
            found.append(Change(verb="update", wanted=thing, present=old, details=details))
        if not old.active:
            found.append(Change(verb="resume", wanted=thing, present=old, details=("it was paused",)))
    gone = [t for t in there.values() if t.active]
    found += [Change(verb="pause", wanted=t, present=t, details=("the file no longer names it",)) for t in gone]
    return tuple(found)


def _facts(thing: Thing) -> tuple[str, ...]:
    shown = ("concurrency_limit", "priority", "work_queue_name", "cron", "timezone", "description")
    return tuple(f"{key}: {_show(value)}" for key, value in thing.fields.items() if key in shown)


def _show(value: Value) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{k}={v}" for k, v in value.items() if v not in ("", None)) or "nothing"
    return "nothing" if value is None else ", ".join(value) if isinstance(value, tuple) else str(value)
