"""The engines of a cluster, from outside: brought up, looked at, taken down. All of it is done on the head."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from flows.cluster import ask_head, connected
from flows.needs import Need, Node
from flows.readings import Figures
from flows.serving import Served


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What ``up`` did."""

    needs: tuple[Need, ...] = ()
    deployed: tuple[str, ...] = ()
    """Engines that were not there before, or with less memory."""
    unusable: tuple[tuple[str, str], ...] = ()
    """(engine, why the head cannot use it)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What ``status`` found."""

    nodes: tuple[Node, ...]
    engines: tuple[Served, ...]
    figures: Figures = field(default_factory=Figures)
    dashboard: str = ""
    """Where Ray's dashboard listens on the head; empty where it does not."""


def bring_up(address: str, engines: Mapping[str, Sequence[str]], device: str, keep: int) -> Brought:
    """Deploys engines (with their checkpoints) that are not there, or all that the head can use where none are named.

    Args:
        keep: replicas of each that stay though nobody asks.

    Raises:
        ResourceError: the cluster cannot be reached, or has no room for one of them.
    """
    with connected(address) as ray:
        answer = ask_head(ray, _up, json.dumps(dict(engines)), device, str(keep))
    return msgspec.json.decode(answer, type=Brought)


def look_at(address: str) -> Seen:
    """The machines, the engines, and what is counted, between two looks.

    Raises:
        ResourceError: the cluster cannot be reached.
    """
    with connected(address) as ray:
        return msgspec.json.decode(ask_head(ray, _status), type=Seen)


def bring_down(address: str) -> tuple[str, ...]:
    """Ends the engines of a cluster; the engines that were there.

    Raises:
        ResourceError: the cluster cannot be reached.
    """
    with connected(address) as ray:
        return tuple(json.loads(ask_head(ray, _down)))


def _up(engines: str, device: str, keep: str) -> str:
    """On the head: as ``bring_up``."""
    from flows.needs import needs_of
    from flows.serving import deploy, nodes

    wanted: Mapping[str, Sequence[str]] = json.loads(engines)
    unusable: tuple[tuple[str, str], ...] = ()
    if not wanted:
        wanted, unusable = _usable()
    needs = needs_of(wanted, device, nodes())
    deployed = deploy(needs, int(keep))
    return msgspec.json.encode(Brought(needs=needs, deployed=deployed, unusable=unusable)).decode()


def _usable() -> tuple[dict[str, tuple[str, ...]], tuple[tuple[str, str], ...]]:
    """On the head: engines that can translate, speak or listen here, with their checkpoints; and why others cannot."""
    from flows.offers import read_offers

    offers = read_offers()
    wanted: dict[str, dict[str, None]] = {}
    broken: dict[str, str] = {}
    for engine, checkpoint, fault in (
        *((e, r.checkpoint, r.broken) for e, r in offers.routes),
        *((v.engine, v.checkpoint, v.broken) for v in offers.voices),
        *((e.engine, e.checkpoint, e.broken) for e in offers.ears),
    ):
        if fault:
            broken.setdefault(engine, fault)
        else:
            wanted.setdefault(engine, {})[checkpoint] = None
    return (
        {engine: tuple(sorted(names)) for engine, names in sorted(wanted.items())},
        tuple((engine, why) for engine, why in sorted(broken.items()) if engine not in wanted),
    )


def _status() -> str:
    """On the head: as ``look_at``."""
    from flows.readings import fetch, figures, read, two_looks
    from flows.serving import nodes, served

    folder = _temp_dir()
    told = figures(*two_looks(lambda: read(fetch(folder))))
    return msgspec.json.encode(Seen(nodes=nodes(), engines=served(), figures=told, dashboard=_dashboard())).decode()


def _down() -> str:
    """On the head: as ``bring_down``."""
    from flows.serving import take_down

    return json.dumps(take_down())


def _temp_dir() -> Any:
    """Ray's temporary folder on this machine."""
    from pathlib import Path

    import ray

    node: Any = ray._private.worker._global_node  # pyright: ignore - there is no public way to it
    return Path(node.get_temp_dir_path())


def _dashboard() -> str:
    import ray
    from ray.dashboard.utils import ray_address_to_api_server_url

    try:
        return str(ray_address_to_api_server_url(ray.get_runtime_context().gcs_address))
    except (ConnectionError, ValueError):
        return ""
