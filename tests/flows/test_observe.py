"""What is counted, where it can be seen, and what it costs when nobody looks."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows import logs, metrics, observe
from flows.recipe import Receipt
from languages.errors import UsageError
from tests.stories import ROOT

RECEIPTS = (
    Receipt(unit="l1", key="k", made=True),
    Receipt(unit="l2", key="k"),
    Receipt(unit="l3", failed="There is nothing to say."),
    Receipt(unit="l4", key="k", made=True),
)


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process that has counted nothing yet, and whose ports are closed afterwards."""
    monkeypatch.delenv("VERNACAST_METRICS", raising=False)
    monkeypatch.delenv("VERNACAST_LOG", raising=False)
    place = observe._Place()
    monkeypatch.setattr(observe, "_place", place)
    monkeypatch.setattr(observe, "_in_ray", lambda: False)
    yield
    logs.stop()
    if isinstance(place.sink, metrics.ToPrometheus):
        place.sink.close()


def served() -> str:
    """What a Prometheus would read."""
    sink = observe._place.sink
    assert isinstance(sink, metrics.ToPrometheus)
    assert sink._server is not None
    with urllib.request.urlopen(f"http://127.0.0.1:{sink._server.server_port}/metrics", timeout=5) as answer:
        return str(answer.read().decode())


def test_counts_of_a_run_are_served_on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_METRICS", "127.0.0.1:0")
    observe.observed("speak", "ca", "La zorra", RECEIPTS, 2.5, "speech/mms")
    observe.queue_length("speech/mms", 7)
    observe.queue_length("speech/mms", 3)
    observe.busy("speech/mms", "cuda:0", 1.5)
    observe.model_loaded("speech/mms", "mms-tts-cat", 4.0)
    observe.model_evicted("speech/mms", "mms-tts-quy")
    observe.cache(10, 0)
    observe.edition_finished(2.0, "ca")
    observe.cost(0.25, "EUR")
    observe.store_error("put")
    observe.store_error("put", retried=True)
    text = served()
    for line in (
        'vernacast_lines_total{language="ca",stage="speak",state="made"} 2.0',
        'vernacast_lines_total{language="ca",stage="speak",state="found"} 1.0',
        'vernacast_lines_total{language="ca",stage="speak",state="failed"} 1.0',
        'vernacast_stage_seconds_total{engine="speech/mms",stage="speak"} 2.5',
        'vernacast_chunk_seconds_bucket{le="3.0",stage="speak"} 1.0',
        'vernacast_chunk_seconds_bucket{le="1.0",stage="speak"} 0.0',
        'vernacast_queue{engine="speech/mms"} 3.0',
        'vernacast_busy_seconds_total{device="cuda:0",engine="speech/mms"} 1.5',
        'vernacast_model_loads_total{engine="speech/mms"} 1.0',
        'vernacast_model_load_seconds_total{engine="speech/mms"} 4.0',
        'vernacast_model_evictions_total{engine="speech/mms"} 1.0',
        'vernacast_cache_total{outcome="hit"} 10.0',
        'vernacast_editions_total{language="ca"} 1.0',
        'vernacast_film_minutes_total{language="ca"} 2.0',
        'vernacast_cost_total{currency="EUR"} 0.25',
        'vernacast_store_errors_total{operation="put"} 1.0',
        'vernacast_store_retries_total{operation="put"} 1.0',
    ):
        assert line in text.splitlines()
    assert "zorra" not in text
    assert 'outcome="miss"' not in text


def test_labels_stay_few_and_hold_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_METRICS", "127.0.0.1:0")
    monkeypatch.setitem(metrics.FORMS, "currency", (metrics.FORMS["currency"][0], 2))  # type: ignore[index]
    for currency in ("EUR", "USD", "CHF", "GBP"):
        observe.cost(1.0, currency)
    observe.queue_length("Marta said: hello", 1)
    observe.observed("speak", "Una noche Marta", "w", RECEIPTS, 0.0)
    text = served()
    assert 'vernacast_cost_total{currency="other"} 2.0' in text
    assert 'vernacast_queue{engine="other"} 1.0' in text
    assert "Marta" not in text
    assert "CHF" not in text


def test_tags_of_every_kind_are_languages() -> None:
    form, _ = metrics.FORMS["language"]
    assert all(form.fullmatch(tag) for tag in ("ca", "oc-aranes", "sr-Latn", "ca-valencia", "nqo", "zh-Hant-TW"))
    assert not any(form.fullmatch(text) for text in ("", "Català", "once upon", "a", "ca/../x"))


def test_threads_lose_no_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_METRICS", "127.0.0.1:0")
    threads = [threading.Thread(target=lambda: [observe.cache(1, 2) for _ in range(500)]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 'vernacast_cache_total{outcome="hit"} 4000.0' in served()
    assert 'vernacast_cache_total{outcome="miss"} 8000.0' in served()


def test_taken_port_is_told_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first = metrics.ToPrometheus()
    port = first.serve("127.0.0.1", 0)
    try:
        monkeypatch.setenv("VERNACAST_METRICS", f"127.0.0.1:{port}")
        with caplog.at_level(logging.WARNING):
            observe.cache(1, 0)
            observe.cache(1, 0)
        assert caplog.text.count(f"port {port}") == 1
    finally:
        first.close()


@pytest.mark.parametrize("place", ["0.0.0.0:9464", "192.0.2.7:9464", "9464", "127.0.0.1", "127.0.0.1:x", "[::]:1"])
def test_metrics_are_served_nowhere_but_here(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_METRICS", place)
    with pytest.raises(UsageError, match="no password"):
        observe.cache(1, 0)


def test_forked_child_counts_nothing_and_does_not_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_METRICS", "127.0.0.1:0")
    observe.cache(1, 0)
    observe._place.lock.acquire()  # as another thread may, at the moment of the fork
    place = observe._place
    monkeypatch.setattr(observe._place, "pid", os.getpid() + 1)  # what a forked child sees
    observe.cache(100, 0)
    assert observe._place is not place
    assert observe._place.sink is None
    place.lock.release()
    assert isinstance(place.sink, metrics.ToPrometheus)
    place.sink.close()


def test_nobody_looking_costs_next_to_nothing() -> None:
    best = min(_each_us(lambda: observe.observed("speak", "ca", "w", RECEIPTS, 1.0)) for _ in range(5))
    assert best < 15, f"{best:.1f} µs"  # 2 µs on a quiet machine


def test_counting_costs_little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_METRICS", "127.0.0.1:0")
    best = min(_each_us(lambda: observe.busy("speech/mms", "cpu", 1.0)) for _ in range(5))
    assert best < 40, f"{best:.1f} µs"  # 5 µs on a quiet machine


def _each_us(call: object) -> float:
    assert callable(call)
    begun = time.perf_counter()
    for _ in range(1000):
        call()
    return (time.perf_counter() - begun) * 1e3


def test_importing_it_imports_no_orchestrator() -> None:
    code = "import sys, flows.observe; print(sorted({'ray', 'prefect', 'prometheus_client'} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_chunks_are_logged_by_ids(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VERNACAST_LOG", str(tmp_path / "log"))
    observe.observed("speak", "ca", "La zorra", RECEIPTS, 2.5, "speech/mms")
    told = json.loads((tmp_path / "log").read_text(encoding="utf-8"))
    assert told["lines"] == ["l1", "l2", "l3", "l4"]
    assert told["failed"] == ["l3"]
    assert told["outcome"] == "failed"
    assert told["work"] == logs.work_id("La zorra")
    assert "nothing to say" not in (tmp_path / "log").read_text(encoding="utf-8")
