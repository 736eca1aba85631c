"""What a run's log and money need goes along with its work, to other processes and machines, and no text with it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from flows import cluster, logs, metrics, observe
from flows.handed import HANDED, LOG, LOG_TEXT, RATES, RUN, WORK, handed, handed_to_cluster, name_run
from flows.meter import book
from flows.once import once
from flows.patient import TRIES, patiently
from flows.prices import Rates, hand_on, rates_at_work
from flows.recipe import Receipt
from flows.store import Store
from languages.errors import DiskFull, StoreRefused, StoreUnavailable
from tests.flows.writers import a_key, a_record, put

RATE = Rates(currency="EUR", cpu_hour=0.36, gpu_hour=(("H100", 3.6),))


class Sink:
    """Keeps what was counted."""

    def __init__(self) -> None:
        self.counted: dict[tuple[str, ...], float] = {}

    def add(self, metric: metrics.Metric, value: float, labels: tuple[str, ...]) -> None:
        place = (metric.name.removeprefix("vernacast_"), *labels)
        before = 0.0 if metric.kind is metrics.Kind.GAUGE else self.counted.get(place, 0.0)
        self.counted[place] = before + value


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, ...], float]:
    place = observe._Place()
    place.sink = sink = Sink()
    monkeypatch.setattr(observe, "_place", place)
    return sink.counted


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*HANDED, "VERNACAST_PARCEL"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


def test_a_run_has_an_id_and_its_works_name_stays_here(monkeypatch: pytest.MonkeyPatch) -> None:
    name_run("Una noche Marta")
    first = handed()
    assert len(first[RUN]) == 12
    assert first[WORK] == logs.work_id("Una noche Marta")
    name_run("another")
    assert handed()[RUN] == first[RUN]
    monkeypatch.setenv(RUN, "mine")
    monkeypatch.setenv("VERNACAST_PARCEL", "a" * 64 + " s3://b/c")
    name_run("x")
    assert handed()[RUN] == "mine"
    monkeypatch.delenv(RUN)
    name_run("x")
    assert handed()[RUN] == "a" * 12
    assert "Marta" not in json.dumps(first)


def test_a_path_of_this_machine_does_not_go_to_a_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LOG, "/home/me/log")
    monkeypatch.setenv(LOG_TEXT, "1")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    assert handed() == {LOG: "/home/me/log", LOG_TEXT: "1"}
    assert handed_to_cluster() == {LOG_TEXT: "1"}
    monkeypatch.setenv(LOG, "-")
    assert handed_to_cluster() == {LOG_TEXT: "1", LOG: "-"}


def test_work_is_paid_for_as_it_is_done_by_the_rates_of_its_run(
    counted: dict[tuple[str, ...], float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "take_untold", lambda: (0.0, 0.0))
    receipts = (Receipt(unit="l1", key="k", made=True, cpu_s=100.0, gpu_s=10.0), Receipt(unit="l2", key="k"))
    observe.observed("speak", "ca", "w", receipts, 3.0, "speech/mms")
    assert ("cost_total", "EUR") not in counted
    hand_on(None)
    assert rates_at_work() is None
    hand_on(RATE, "NVIDIA H100 80GB")
    observe.observed("speak", "ca", "w", receipts, 3.0, "speech/mms")
    assert counted["cost_total", "EUR"] == pytest.approx(0.01 + 0.01)
    hand_on(RATE)
    observe.observed("speak", "ca", "w", receipts, 3.0, "speech/mms")
    assert counted["cost_total", "EUR"] == pytest.approx(0.03), "a card without a price"
    monkeypatch.setattr(book, "take_untold", lambda: (100.0, 0.0))
    observe.observed("speak", "ca", "w", (), 3.0, "speech/mms")
    observe.spend()
    assert counted["cost_total", "EUR"] == pytest.approx(0.05), "what no chunk accounts for is paid for too"
    os.environ[RATES] = "{torn"
    assert rates_at_work() is None


def test_chunks_in_hand_are_told_also_when_they_fail(counted: dict[tuple[str, ...], float]) -> None:
    seen: list[float] = []

    def fail() -> None:
        with observe.in_hand("speak"):
            seen.append(counted["in_hand", "speak"])
            raise ValueError("no")

    with observe.in_hand("speak"), observe.in_hand("draw"):
        with pytest.raises(ValueError, match="no"):
            fail()
        assert seen == [2]
        assert (counted["in_hand", "speak"], counted["in_hand", "draw"]) == (1, 1)
    assert (counted["in_hand", "speak"], counted["in_hand", "draw"]) == (0, 0)


def test_results_asked_for_are_counted_as_found_or_to_be_made(
    counted: dict[tuple[str, ...], float], tmp_path: Path
) -> None:
    store = Store(str(tmp_path / "store"))
    keys = [a_key(str(n)) for n in range(5)]

    def make(mine: tuple[str, ...]) -> None:
        for k in mine:
            store.commit(k, a_record(k))

    once(store, keys[:3], make)
    once(store, [*keys, keys[0]], make)
    assert counted == {("cache_total", "hit"): 3.0, ("cache_total", "miss"): 5.0}


def test_a_store_that_fails_is_counted(counted: dict[tuple[str, ...], float], tmp_path: Path) -> None:
    def silent() -> None:
        raise StoreUnavailable("no answer")

    def refused() -> None:
        raise StoreRefused("no")

    with pytest.raises(StoreUnavailable):
        patiently("get", silent, sleep=lambda _: None)
    with pytest.raises(StoreRefused):
        patiently("list", refused, sleep=lambda _: None)
    told = {("store_retries_total", "get"): TRIES - 1.0, ("store_errors_total", "get"): 1.0}
    assert counted == {**told, ("store_errors_total", "list"): 1.0}


def test_a_full_disk_is_counted(
    counted: dict[tuple[str, ...], float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(str(tmp_path / "store"))
    put(store, b"before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("flows.shelf.os.fsync", full)
    with pytest.raises(DiskFull):
        store.note("runs/a.json", b"{}")
    assert counted == {("store_errors_total", "put"): 1.0}


def count_there(name: str) -> str:
    """On a worker of a Ray: one chunk, as a task of ours counts it."""
    receipts = (Receipt(unit="n1", key="k", made=True), Receipt(unit="n2", failed=f"{name} said something"))
    observe.observed("speak", "ca", "", receipts, 1.0, "speech/espeak")
    return json.dumps({n: os.environ.get(n) for n in HANDED})


@pytest.mark.ray
@pytest.mark.timeout(120)
def test_tasks_on_a_ray_log_run_work_language_and_lines_and_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.compute import Ray

    monkeypatch.setenv(LOG, str(tmp_path / "log"))
    monkeypatch.setenv(RUN, "run-7")
    name_run("Una noche Marta")
    hand_on(RATE)
    with Ray().runner():
        import ray

        assert json.loads(ray.get(ray.remote(count_there).remote("Marta"))) == {LOG_TEXT: None, **handed()}
    (told,) = [json.loads(line) for line in (tmp_path / "log").read_text(encoding="utf-8").splitlines()]
    assert told["run"] == "run-7"
    assert told["work"] == logs.work_id("Una noche Marta")
    assert (told["language"], told["lines"], told["failed"]) == ("ca", ["n1", "n2"], ["n2"])
    assert "Marta" not in json.dumps(told)


def test_a_job_of_a_cluster_is_given_the_senders_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    def submit_job(**words: object) -> str:
        asked.update(words)
        return str(words["submission_id"])

    jobs = SimpleNamespace(list_jobs=list, submit_job=submit_job, get_job_status=lambda _: SimpleNamespace(value="x"))
    jobs.get_job_logs = lambda _: 'Made 3\n{"time": "2026", "event": "chunk"}\n'
    monkeypatch.setattr(cluster, "_jobs", lambda: jobs)
    monkeypatch.setenv(RUN, "mine")
    run = "a" * 64
    job = cluster._begin(run, "s3://b/c", json.dumps(handed_to_cluster()))
    environment = asked["runtime_env"]["env_vars"]  # type: ignore[index]
    assert environment == {RUN: "mine", "VERNACAST_PARCEL": f"{run} s3://b/c", "VERNACAST_JOB": job}
    assert cluster._look(job) == ("x", "Made 3"), "lines of the log are no progress"
