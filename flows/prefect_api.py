"""What a Prefect server holds of ours, and how one change of ``flows.deployments`` is carried out. Imports Prefect.

Source: the server's own API at 3.8.8 (``prefect/server/api``: work_pools, deployments, automations).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, cast

from prefect.client.orchestration import get_client
from prefect.exceptions import ObjectNotFound, PrefectHTTPStatusError
from prefect.utilities.callables import parameter_schema

from flows.deployments import AUTOMATIONS, FLOW, POOL, TAG, Change, Kind, Thing, Value
from languages.errors import ServerUnavailable

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient

Json = dict[str, object]
Method = Literal["GET", "POST", "PATCH", "PUT"]
PAGE = 200
PASSES = 8
"""Priorities push one another aside; each pass sets those that do not stand yet. Two were enough when measured."""
_QUEUES = "/work_pools/{pool}/queues"


class PrefectApi:
    """The server that the environment names. Close it after use."""

    def __init__(self) -> None:
        self._context = get_client(sync_client=True)
        self._client: SyncPrefectClient = self._context.__enter__()

    def close(self) -> None:
        """Lets go of the connection."""
        self._context.__exit__(None, None, None)

    def _ask(self, method: Method, path: str, body: object = None) -> object:
        try:
            answer = self._client.request(method, path, json=body)  # pyright: ignore[reportArgumentType] - routes are listed literally
        except PrefectHTTPStatusError as error:
            if error.response.status_code in (401, 403):
                raise ServerUnavailable(
                    "The Prefect server refuses the password.",
                    remedy="Set PREFECT_API_AUTH_STRING to user:password as the server has it.",
                ) from error
            raise ServerUnavailable(
                f"The Prefect server answered {error.response.status_code} to {method} {path}: "
                f"{error.response.text[:300]}",
                expected="This was tried with Prefect 3.8.8.",
            ) from error
        return answer.json() if answer.content else None

    def _pages(self, path: str, body: Mapping[str, object]) -> Iterator[Json]:
        offset = 0
        while page := cast("list[Json]", self._ask("POST", path, {**body, "limit": PAGE, "offset": offset})):
            yield from page
            offset += PAGE
            if len(page) < PAGE:
                return

    def present(self) -> tuple[Thing, ...]:
        """Everything of ours that the server holds."""
        pools = cast("list[Json]", self._ask("POST", "/work_pools/filter", {"work_pools": {"name": {"any_": [POOL]}}}))
        things = [_thing("work pool", p, not p["is_paused"], ("type", "concurrency_limit")) for p in pools]
        if pools:
            queues = self._pages(f"{_QUEUES.format(pool=POOL)}/filter", {})
            keys = ("priority", "concurrency_limit")
            things += [_thing("work queue", q, not q["is_paused"] or q["name"] == "default", keys) for q in queues]
        for deployment in self._pages("/deployments/filter", {"flows": {"name": {"any_": [FLOW]}}}):
            keys = ("entrypoint", "version", "work_pool_name", "work_queue_name", "parameters", "tags")
            if TAG not in cast("list[str]", deployment["tags"]):
                continue
            things.append(_thing("deployment", deployment, not deployment["paused"], keys))
            for schedule in cast("list[Json]", deployment["schedules"]):
                things.append(_schedule(deployment, schedule))
        for automation in self._pages("/automations/filter", {}):
            if str(automation["name"]) in AUTOMATIONS:
                things.append(_thing("automation", automation, bool(automation["enabled"]), ("description",)))
        return tuple(things)

    def apply(self, change: Change) -> None:
        """Carries one change out; done twice it does nothing new."""
        wanted, old = change.wanted, change.present
        active = change.verb != "pause"
        match wanted.kind:
            case "work pool":
                self._pool(wanted, old, active)
            case "work queue":
                path = _QUEUES.format(pool=POOL)
                body = {"is_paused": not active, **wanted.fields}
                if old is None and wanted.name not in self._queue_names():
                    self._ask("POST", path, {"name": wanted.name, **body})
                else:
                    self._ask("PATCH", f"{path}/{wanted.name}", body)
            case "deployment":
                self._deployment(wanted, old, active)
            case "schedule":
                self._schedule(wanted, old, active)
            case "automation":
                body = automation_of(wanted.name)
                if old is None:
                    self._ask("POST", "/automations/", body)
                else:
                    self._ask("PUT", f"/automations/{old.id}", body)

    def settle(self, wanted: tuple[Thing, ...]) -> None:
        """Sets the queues' priorities, whose changes push others aside, until all stand as wanted.

        Raises:
            ServerUnavailable: they do not come to rest.
        """
        goal = {t.name: cast(int, t.fields["priority"]) for t in wanted if t.kind == "work queue"}
        for _ in range(PASSES):
            now = {t.name: cast(int, t.fields["priority"]) for t in self.present() if t.kind == "work queue"}
            wrong = sorted((n for n in goal if now.get(n) != goal[n]), key=lambda n: -goal[n])
            if not wrong:
                return
            for name in wrong:
                self._ask("PATCH", f"{_QUEUES.format(pool=POOL)}/{name}", {"priority": goal[name]})
        raise ServerUnavailable(
            "The priorities of the work queues do not come to rest.",
            remedy=f"Is another `vernacast deploy` at work, or are there queues of others in the pool {POOL}?",
        )

    def _queue_names(self) -> set[str]:
        return {str(q["name"]) for q in self._pages(f"{_QUEUES.format(pool=POOL)}/filter", {})}

    def _pool(self, wanted: Thing, old: Thing | None, active: bool) -> None:
        limit = wanted.fields["concurrency_limit"]
        if old is None:
            from prefect.workers.process import ProcessWorker

            template = ProcessWorker.get_default_base_job_template()
            body = {"name": POOL, "type": "process", "base_job_template": template, "concurrency_limit": limit}
            self._ask("POST", "/work_pools/", body)
        else:
            self._ask("PATCH", f"/work_pools/{POOL}", {"is_paused": not active, "concurrency_limit": limit})

    def _deployment(self, wanted: Thing, old: Thing | None, active: bool) -> None:
        from flows.deployed import make

        schema = parameter_schema(make.fn).model_dump_for_openapi()
        body = {**wanted.fields, "paused": not active, "parameter_openapi_schema": schema}
        body |= {"enforce_parameter_schema": True, "tags": list(cast("tuple[str, ...]", wanted.fields["tags"]))}
        if old is not None:
            self._ask("PATCH", f"/deployments/{old.id}", body)
            return
        flow = cast(Json, self._ask("POST", "/flows/", {"name": FLOW, "tags": [TAG]}))
        self._ask("POST", "/deployments/", {"name": wanted.name, "flow_id": flow["id"], "schedules": [], **body})

    def _schedule(self, wanted: Thing, old: Thing | None, active: bool) -> None:
        deployment, _, slug = wanted.name.partition("/")
        try:
            home = cast(Json, self._ask("GET", f"/deployments/name/{FLOW}/{deployment}"))
        except ObjectNotFound as error:
            raise ServerUnavailable(f"The deployment {deployment} is not there.", remedy="Run it again.") from error
        timing = {"cron": wanted.fields["cron"], "timezone": wanted.fields["timezone"]}
        body = {"schedule": timing, "active": active, "parameters": wanted.fields["parameters"], "slug": slug}
        path = f"/deployments/{home['id']}/schedules"
        if old is None:
            self._ask("POST", path, [body])
        else:
            self._ask("PATCH", f"{path}/{old.id}", body)


def automation_of(name: str) -> Json:
    """The body of one automation: one that fires when something expected does not come. Only our tagged runs."""
    said, seconds, after = AUTOMATIONS[name]
    ends = [f"prefect.flow-run.{state}" for state in ("Completed", "Incomplete", "Failed", "Cancelled", "Crashed")]
    begins = after if after.endswith("heartbeat") else "prefect.flow-run.Running"
    trigger = {
        "type": "event",
        "posture": "Proactive",
        "match": {"prefect.resource.id": "prefect.flow-run.*"},
        "match_related": {"prefect.resource.role": "tag", "prefect.resource.id": f"prefect.tag.{TAG}"},
        "for_each": ["prefect.resource.id"],
        "after": [after],
        "expect": [begins, *ends],
        "threshold": 1,
        "within": seconds,
    }
    message = "It gave no sign of life. What it had finished is in the store; run it again to continue."
    action = {"type": "change-flow-run-state", "state": "CRASHED", "message": message}
    return {"name": name, "description": said, "enabled": True, "trigger": trigger, "actions": [action]}


def _thing(kind: Kind, found: Json, active: bool, keys: tuple[str, ...]) -> Thing:
    fields = {key: _value(found.get(key)) for key in keys}
    return Thing(kind=kind, name=str(found["name"]), active=active, fields=fields, id=str(found["id"]))


def _schedule(deployment: Json, found: Json) -> Thing:
    timing = cast(Json, found["schedule"])
    fields = {"cron": _value(timing.get("cron")), "timezone": _value(timing.get("timezone"))}
    fields["parameters"] = _value(found.get("parameters"))
    name = f"{deployment['name']}/{found.get('slug') or found['id']}"
    return Thing(kind="schedule", name=name, active=bool(found["active"]), fields=fields, id=str(found["id"]))


def _value(found: object) -> Value:
    return tuple(cast("list[str]", found)) if isinstance(found, list) else cast(Value, found)
