"""What is counted, under which names, and where the counts go: to Ray, to Prometheus' own library, or nowhere.

Names are the same everywhere; Ray puts ``ray_`` before them, which ``deploy/prometheus/prometheus.yml`` takes away
again. Labels have few values: what is not of their form, or one value too many, is counted as ``other``. Never text
of a user, never names of works or people.

Importing this module imports neither ray nor prometheus_client.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from languages.errors import UsageError

if TYPE_CHECKING:
    from wsgiref.simple_server import WSGIServer

    import prometheus_client
    import ray.util.metrics as ray_metrics

OTHER = "other"
LONG_S = (0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0)
"""Upper ends of the classes of durations, in seconds."""


class Kind(StrEnum):
    """What Prometheus calls the type of a metric."""

    COUNTER = "counter"
    GAUGE = "gauge"
    HISTOGRAM = "histogram"


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One thing that is counted."""

    name: str
    help: str
    labels: tuple[str, ...] = ()
    kind: Kind = Kind.COUNTER


LINES = Metric(
    name="vernacast_lines_total",
    help="Lines, scenes and editions that went through a stage; state is made, found or failed.",
    labels=("stage", "language", "state"),
)
STAGE_SECONDS = Metric(
    name="vernacast_stage_seconds_total", help="Wall seconds spent in a stage.", labels=("stage", "engine")
)
CHUNK_SECONDS = Metric(
    name="vernacast_chunk_seconds", help="Wall seconds of one chunk.", labels=("stage",), kind=Kind.HISTOGRAM
)
QUEUE = Metric(name="vernacast_queue", help="Jobs that wait for an engine.", labels=("engine",), kind=Kind.GAUGE)
IN_HAND = Metric(name="vernacast_in_hand", help="Chunks that are being worked on.", labels=("stage",), kind=Kind.GAUGE)
BUSY_SECONDS = Metric(
    name="vernacast_busy_seconds_total", help="Seconds that an engine was at work.", labels=("engine", "device")
)
MODEL_LOADS = Metric(name="vernacast_model_loads_total", help="Models loaded.", labels=("engine",))
MODEL_LOAD_SECONDS = Metric(
    name="vernacast_model_load_seconds_total", help="Seconds spent loading models.", labels=("engine",)
)
MODEL_EVICTIONS = Metric(
    name="vernacast_model_evictions_total", help="Models that made room for others.", labels=("engine",)
)
CACHE = Metric(
    name="vernacast_cache_total", help="Results asked for; hit: in the store, miss: to be made.", labels=("outcome",)
)
EDITIONS = Metric(name="vernacast_editions_total", help="Editions finished.", labels=("language",))
FILM_MINUTES = Metric(name="vernacast_film_minutes_total", help="Minutes of finished film.", labels=("language",))
COST = Metric(name="vernacast_cost_total", help="Money spent, by the rates file.", labels=("currency",))
STORE_ERRORS = Metric(
    name="vernacast_store_errors_total", help="Operations of the store that failed.", labels=("operation",)
)
STORE_RETRIES = Metric(
    name="vernacast_store_retries_total", help="Operations of the store tried again.", labels=("operation",)
)

METRICS: tuple[Metric, ...] = (
    LINES,
    STAGE_SECONDS,
    CHUNK_SECONDS,
    QUEUE,
    IN_HAND,
    BUSY_SECONDS,
    MODEL_LOADS,
    MODEL_LOAD_SECONDS,
    MODEL_EVICTIONS,
    CACHE,
    EDITIONS,
    FILM_MINUTES,
    COST,
    STORE_ERRORS,
    STORE_RETRIES,
)

_WORD = re.compile(r"[a-z][a-z_]{0,23}")
FORMS: Mapping[str, tuple[re.Pattern[str], int]] = {
    "stage": (_WORD, 16),
    "state": (_WORD, 4),
    "outcome": (_WORD, 4),
    "operation": (_WORD, 16),
    "language": (re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"), 2_000),
    "engine": (re.compile(r"[a-z]{1,16}/[a-z0-9_.-]{1,40}"), 100),
    "device": (re.compile(r"cpu|cuda(:\d{1,2})?"), 17),
    "currency": (re.compile(r"[A-Z]{3}"), 8),
}
"""Label → (form of its values, how many different ones a process may have)."""


class Labels:
    """Keeps labels few: remembers the values seen. Safe for threads (a race admits one value more)."""

    def __init__(self) -> None:
        self._seen: dict[str, set[str]] = {name: set() for name in FORMS}

    def bounded(self, metric: Metric, values: tuple[str, ...]) -> tuple[str, ...]:
        """The values, ``other`` in place of what is empty, of another form, or one too many."""
        return tuple(self._one(n, v) for n, v in zip(metric.labels, values, strict=True))

    def _one(self, name: str, value: str) -> str:
        seen = self._seen[name]
        if value in seen:
            return value
        form, most = FORMS[name]
        if form.fullmatch(value) is None or len(seen) >= most:
            return OTHER
        seen.add(value)
        return value


class Sink(Protocol):
    """Where counts go."""

    def add(self, metric: Metric, value: float, labels: tuple[str, ...]) -> None:
        """Raises a counter by a value above 0, sets a gauge, or puts a duration into its class."""
        ...


class ToRay:
    """Ray exports them on the metrics port of the node. Source: ray.util.metrics of Ray 2.60."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: dict[str, ray_metrics.Counter | ray_metrics.Gauge | ray_metrics.Histogram] = {}
        self._labels = Labels()

    def add(self, metric: Metric, value: float, labels: tuple[str, ...]) -> None:
        """Measured: 3 µs."""
        tags = dict(zip(metric.labels, self._labels.bounded(metric, labels), strict=True))
        made = self._made.get(metric.name) or self._make(metric)
        if metric.kind is Kind.COUNTER:
            made.inc(value, tags)  # pyright: ignore[reportAttributeAccessIssue] - a Counter
        elif metric.kind is Kind.GAUGE:
            made.set(value, tags)  # pyright: ignore[reportAttributeAccessIssue] - a Gauge
        else:
            made.observe(value, tags)  # pyright: ignore[reportAttributeAccessIssue] - a Histogram

    def _make(self, metric: Metric) -> ray_metrics.Counter | ray_metrics.Gauge | ray_metrics.Histogram:
        from ray.util import metrics

        with self._lock:
            if metric.name not in self._made:
                if metric.kind is Kind.HISTOGRAM:
                    made = metrics.Histogram(metric.name, metric.help, list(LONG_S), metric.labels)
                else:
                    form = metrics.Counter if metric.kind is Kind.COUNTER else metrics.Gauge
                    made = form(metric.name, metric.help, metric.labels)
                self._made[metric.name] = made
            return self._made[metric.name]


class ToPrometheus:
    """A registry of our own, served over HTTP on loopback for a Prometheus on this machine."""

    def __init__(self) -> None:
        import prometheus_client

        self.registry = prometheus_client.CollectorRegistry()
        self._made: dict[str, prometheus_client.Counter | prometheus_client.Gauge | prometheus_client.Histogram] = {}
        for metric in METRICS:
            if metric.kind is Kind.HISTOGRAM:
                form = prometheus_client.Histogram(
                    metric.name, metric.help, metric.labels, buckets=LONG_S, registry=self.registry
                )
            elif metric.kind is Kind.GAUGE:
                form = prometheus_client.Gauge(metric.name, metric.help, metric.labels, registry=self.registry)
            else:
                form = prometheus_client.Counter(metric.name, metric.help, metric.labels, registry=self.registry)
            self._made[metric.name] = form
        self._labels = Labels()
        self._server: WSGIServer | None = None

    def add(self, metric: Metric, value: float, labels: tuple[str, ...]) -> None:
        """Measured: 2 µs."""
        child = self._made[metric.name].labels(*self._labels.bounded(metric, labels))
        if metric.kind is Kind.COUNTER:
            child.inc(value)  # pyright: ignore[reportAttributeAccessIssue] - a Counter
        elif metric.kind is Kind.GAUGE:
            child.set(value)  # pyright: ignore[reportAttributeAccessIssue] - a Gauge
        else:
            child.observe(value)  # pyright: ignore[reportAttributeAccessIssue] - a Histogram

    def serve(self, host: str, port: int) -> int:
        """Begins to answer ``GET /metrics``; the port (0 = any that is free).

        Raises:
            OSError: the port is taken.
        """
        from prometheus_client import start_http_server

        self._server, _ = start_http_server(port, host, self.registry)
        return int(self._server.server_port)

    def close(self) -> None:
        """Ends the serving."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()


def listening_place(text: str) -> tuple[str, int]:
    """(host, port) of ``host:port``, as ``VERNACAST_METRICS`` has it; loopback only, for there is no password.

    Raises:
        UsageError: it is another form or another host.
    """
    host, _, port = text.rpartition(":")
    if host.strip("[]") in ("127.0.0.1", "localhost", "::1") and port.isascii() and port.isdigit() and len(port) < 6:
        return host.strip("[]"), int(port)
    raise UsageError(
        f"Metrics cannot be served on {text!r}.",
        expected="VERNACAST_METRICS is a port of this machine, as 127.0.0.1:9464: metrics have no password.",
        remedy="Let a Prometheus on this machine collect them, or run on a Ray, whose nodes export them.",
    )
