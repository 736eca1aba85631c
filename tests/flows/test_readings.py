"""What metrics ports tell becomes figures that an operator reads."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import prometheus_client
import pytest

from flows import metrics
from flows.readings import Readings, fetch, figures, read, two_looks

RAYS = 'Component="core_worker",NodeAddress="10.0.0.1",WorkerId="{}",otel_scope_name="x"'


def ray_text(worker: str, made: int, queue: int) -> str:
    """As a node of Ray 2.60 exports it."""
    own = RAYS.format(worker)
    return (
        "# HELP ray_vernacast_lines_total Lines.\n# TYPE ray_vernacast_lines_total counter\n"
        f'ray_vernacast_lines_total{{{own},language="ca",stage="speak",state="made"}} {made}.0\n'
        f'ray_vernacast_lines_total{{{own},language="an",stage="speak",state="made"}} {made}.0\n'
        f'ray_vernacast_lines_total{{{own},language="an",stage="speak",state="failed"}} 2.0\n'
        f'ray_vernacast_queue{{{own},engine="speech/mms"}} {queue}.0\n'
        f'ray_vernacast_chunk_seconds_bucket{{{own},le="1.0",stage="speak"}} 7.0\n'
        f'ray_node_cpu_utilization{{ip="10.0.0.1"}} 50.0\n'
    )


def test_workers_of_a_ray_are_added_up() -> None:
    before = read([ray_text("a", 10, 3), ray_text("b", 0, 1)])
    after = read([ray_text("a", 40, 5), ray_text("b", 20, 2)])
    seen = figures(before, after, 10.0)
    assert seen.lines_per_s == {"speak": pytest.approx((60 - 10) * 2 / 10)}
    assert seen.queue == {"speech/mms": 7.0}
    assert seen.failed == {"speak": 4.0}
    assert seen.cache_hits is None
    assert seen.cost_per_minute == {}


def test_counts_of_a_single_machine_are_read_alike() -> None:
    sink = metrics.ToPrometheus()

    def text() -> str:
        return prometheus_client.generate_latest(sink.registry).decode()

    before = read([text()])
    sink.add(metrics.BUSY_SECONDS, 9.0, ("speech/mms", "cuda:0"))
    sink.add(metrics.CACHE, 30, ("hit",))
    sink.add(metrics.CACHE, 10, ("miss",))
    sink.add(metrics.FILM_MINUTES, 4.0, ("ca",))
    sink.add(metrics.COST, 1.0, ("EUR",))
    sink.add(metrics.MODEL_LOADS, 1, ("speech/mms",))
    sink.add(metrics.STORE_ERRORS, 2, ("put",))
    seen = figures(before, read([text()]), 10.0)
    assert seen.busy == {"speech/mms on cuda:0": pytest.approx(0.9)}
    assert seen.cache_hits == pytest.approx(0.75)
    assert seen.cost_per_minute == {"EUR": pytest.approx(0.25)}
    assert seen.film_minutes == 4.0
    assert (seen.model_loads, seen.model_evictions, seen.store_errors) == (1.0, 0.0, 2.0)


def test_workers_that_ended_make_no_negative_rate() -> None:
    seen = figures(read([ray_text("a", 40, 5)]), read([ray_text("b", 1, 5)]), 10.0)
    assert seen.lines_per_s == {}


def test_ports_are_found_by_the_file_of_the_head(tmp_path: Path) -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response_only(200)
            self.end_headers()
            self.wfile.write(ray_text("a", 1, 1).encode())

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        targets = [f"127.0.0.1:{server.server_port}", "127.0.0.1:9"]
        file = tmp_path / "prom_metrics_service_discovery.json"
        file.write_text(json.dumps([{"labels": {"job": "ray"}, "targets": targets}]))
        assert read(fetch(tmp_path, 1.0))["vernacast_queue", ("speech/mms",)] == 1.0
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert fetch(tmp_path / "nowhere") == []


@pytest.mark.parametrize(("interval", "took"), [(10.0, 21.0), (1.0, 4.5)], ids=["ray's own", "deploy/bin's"])
def test_a_steady_rate_is_told_truly_however_seldom_counts_are_passed_on(interval: float, took: float) -> None:
    now = [103.2]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    def look() -> Readings:
        passed_on = now[0] // interval * interval
        made = {("vernacast_lines_total", ("speak", "ca", "made")): 3.0 * passed_on}
        return {**made, ("vernacast_in_hand", ("speak",)): 1.0}

    seen = figures(*two_looks(look, lambda: now[0], sleep))
    assert seen.lines_per_s == {"speak": pytest.approx(3.0, rel=0.1)}
    assert now[0] - 103.2 <= took


def test_where_nothing_is_in_hand_nobody_waits_for_counts_that_will_not_come() -> None:
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    still: Readings = {("vernacast_lines_total", ("speak", "ca", "made")): 7.0, ("vernacast_in_hand", ("speak",)): 0.0}
    assert figures(*two_looks(lambda: still, lambda: now[0], sleep)).lines_per_s == {}
    assert now[0] <= 4.5
