"""Reads what metrics ports tell, for ``vernacast cluster status``: two looks and the time between them.

Pure but for ``fetch``. Ray's ``ray_`` before our names and its own labels (worker, node, session) are taken away, and
what differs in those only is added up.
"""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flows.metrics import (
    BUSY_SECONDS,
    CACHE,
    COST,
    FILM_MINUTES,
    IN_HAND,
    LINES,
    METRICS,
    MODEL_EVICTIONS,
    MODEL_LOADS,
    QUEUE,
    STORE_ERRORS,
    Metric,
)

Readings = Mapping[tuple[str, tuple[str, ...]], float]
"""(name, values of its labels in the order of ``flows.metrics``) → value."""
LOOK_S, LEAST_S, MOST_S = 0.5, 4.0, 25.0
"""Between two looks; for how long at least; and at most, where there is work whose counts have not moved twice."""
ENOUGH = 3
"""Different looks: the first, and one after each of two movements."""
_BY_NAME = {m.name: m for m in METRICS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a cluster does, and has done since it runs."""

    lines_per_s: Mapping[str, float] = field(default_factory=dict[str, float])
    """Stage → lines, scenes or editions made a second, between the two looks."""
    failed: Mapping[str, float] = field(default_factory=dict[str, float])
    """Stage → how many could not be made so far."""
    busy: Mapping[str, float] = field(default_factory=dict[str, float])
    """``engine on device`` → how many of it were at work, on average between the two looks."""
    queue: Mapping[str, float] = field(default_factory=dict[str, float])
    """Engine → jobs that wait now."""
    cache_hits: float | None = None
    """Share of results that were in the store so far; None where none was looked up."""
    film_minutes: float = 0.0
    cost_per_minute: Mapping[str, float] = field(default_factory=dict[str, float])
    """Currency → money for each finished minute so far; empty where none is finished."""
    model_loads: float = 0.0
    model_evictions: float = 0.0
    store_errors: float = 0.0


def read(texts: Iterable[str]) -> Readings:
    """Our series in what several ports told. Histograms are left out."""
    from prometheus_client.parser import text_string_to_metric_families

    found: dict[tuple[str, tuple[str, ...]], float] = {}
    for text in texts:
        ours = "\n".join(line for line in text.splitlines() if line.startswith(("ray_vernacast_", "vernacast_")))
        for family in text_string_to_metric_families(ours + "\n"):
            for sample in family.samples:
                metric = _BY_NAME.get(sample.name.removeprefix("ray_"))
                if metric is not None:
                    k = (metric.name, tuple(sample.labels.get(n, "") for n in metric.labels))
                    found[k] = found.get(k, 0.0) + sample.value
    return found


def figures(before: Readings, after: Readings, seconds: float) -> Figures:
    """What happened between two looks, and so far."""
    minutes = sum(_by(after, FILM_MINUTES, "language").values())
    hits = _by(after, CACHE, "outcome")
    asked = sum(hits.values())
    return Figures(
        lines_per_s=_rates(before, after, LINES, ("stage",), seconds, {"state": "made"}),
        failed=_by(after, LINES, "stage", where={"state": "failed"}),
        busy=_rates(before, after, BUSY_SECONDS, ("engine", "device"), seconds),
        queue=_by(after, QUEUE, "engine"),
        cache_hits=hits.get("hit", 0.0) / asked if asked else None,
        film_minutes=minutes,
        cost_per_minute={c: m / minutes for c, m in _by(after, COST, "currency").items()} if minutes else {},
        model_loads=sum(_by(after, MODEL_LOADS, "engine").values()),
        model_evictions=sum(_by(after, MODEL_EVICTIONS, "engine").values()),
        store_errors=sum(_by(after, STORE_ERRORS, "operation").values()),
    )


def two_looks(
    look: Callable[[], Readings],
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> tuple[Readings, Readings, float]:
    """(what was told first, and then, seconds between): from one movement of what is told to another.

    Ray passes counts on every ten seconds (``deploy/bin`` makes it one): between any two moments there would be all
    that happened in ten seconds, or nothing.
    """
    begun = clock()
    seen = [(begun, look())]
    while True:
        sleep(LOOK_S)
        now = look()
        if now != seen[-1][1]:
            seen.append((clock(), now))
        took = clock() - begun
        at_work = any(value for (name, _), value in now.items() if name == IN_HAND.name)
        if took >= (MOST_S if at_work and len(seen) < ENOUGH else LEAST_S):
            break
    # The first look may have been in the middle of an interval.
    (since, before), (until, after) = (seen[1], seen[-1]) if len(seen) >= ENOUGH else (seen[0], (clock(), seen[-1][1]))
    return before, after, until - since


def fetch(temp_dir: Path, timeout_s: float = 3.0) -> list[str]:
    """What the metrics ports of a Ray tell; to be called on its head. Ports that do not answer are left out.

    Args:
        temp_dir: Ray's temporary folder, in which its head writes where the ports are.
    """
    try:
        groups = json.loads((temp_dir / "prom_metrics_service_discovery.json").read_bytes())
    except (OSError, ValueError):
        return []
    told: list[str] = []
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for place in [p for group in groups for p in group["targets"]]:
        try:
            with opener.open(f"http://{place}/metrics", timeout=timeout_s) as answer:
                told.append(answer.read().decode(errors="replace"))
        except (urllib.error.URLError, http.client.HTTPException, OSError):
            continue
    return told


def _by(readings: Readings, metric: Metric, *labels: str, where: Mapping[str, str] | None = None) -> dict[str, float]:
    found: dict[str, float] = {}
    for (name, values), value in readings.items():
        named = dict(zip(_BY_NAME[name].labels, values, strict=True))
        if name == metric.name and all(named[k] == v for k, v in (where or {}).items()):
            k = " on ".join(named[label] for label in labels)
            found[k] = found.get(k, 0.0) + value
    return found


def _rates(
    before: Readings,
    after: Readings,
    metric: Metric,
    labels: tuple[str, ...],
    seconds: float,
    where: Mapping[str, str] | None = None,
) -> dict[str, float]:
    """Of counters. Less than before means that workers ended, whose counts went with them: then nothing is said."""
    earlier = _by(before, metric, *labels, where=where)
    grown = {k: v - earlier.get(k, 0.0) for k, v in _by(after, metric, *labels, where=where).items()}
    return {k: v / seconds for k, v in grown.items() if v > 0 and seconds > 0}
