"""Workers: warm, one result per job in order, and nobody left behind whoever dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from flows import workers
from flows.workers import Worker, WorkerPool, default_pool
from languages.card import Failed
from languages.discover import discover
from languages.errors import EngineError, EngineUnusable, MissingProgram, UnknownEngine, WorkerDied
from languages.owners import process_started
from translation.engine import Draft, TranslateJob
from translation.translated import Finding, FindingKind

FAKES = Path(__file__).parent / "fake_engines"
FAKE = "translation/zz-fake"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", autouse=True)
def fakes() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(FAKES))
        discover.cache_clear()
        yield
    discover.cache_clear()


@pytest.fixture(scope="module")
def warm(fakes: None) -> Iterator[WorkerPool]:
    pool = WorkerPool(1)
    yield pool
    pool.close()


@pytest.fixture
def worker(warm: WorkerPool) -> Iterator[Worker]:
    with warm.borrow(FAKE) as worker:
        yield worker


@pytest.fixture
def fresh(fakes: None) -> Iterator[WorkerPool]:
    pool = WorkerPool(2)
    yield pool
    pool.close()


def jobs(*texts: str) -> tuple[TranslateJob, ...]:
    return tuple(TranslateJob(text=t, route="a-b", keep=("Marta",)) for t in texts)


def texts(results: tuple[object, ...]) -> list[str]:
    return [r.text if isinstance(r, Draft) else f"failed: {r.reason}" for r in results if isinstance(r, Draft | Failed)]


def wait_until(what: Callable[[], bool], seconds: float = 5) -> bool:
    deadline = time.monotonic() + seconds
    while not what() and time.monotonic() < deadline:
        time.sleep(0.02)
    return what()


def test_one_result_per_job_in_order_with_all_it_carries(worker: Worker) -> None:
    (result, failed, last) = worker.call(jobs("bon dia ñ", "fail because", "c"))
    assert result == Draft(text="BON DIA Ñ", findings=(Finding(kind=FindingKind.NUMBER, text="Marta"),))
    assert failed == Failed(reason="because")
    assert isinstance(last, Draft)
    assert last.text == "C"
    assert worker.call(()) == ()


def test_what_libraries_print_and_read_does_not_meddle_with_the_answers(worker: Worker) -> None:
    assert texts(worker.call(jobs("print", "a"))) == ["PRINT", "A"]


def test_a_worker_stays_warm(warm: WorkerPool) -> None:
    seen: set[str] = set()
    for _ in range(3):
        with warm.borrow(FAKE) as worker:
            seen |= set(texts(worker.call(jobs("pid"))))
    assert len(seen) == 1


def test_a_large_batch_passes_both_ways(worker: Worker) -> None:
    batch = jobs(*("x" * 1000 for _ in range(2000)))
    assert texts(worker.call(batch)) == ["X" * 1000] * 2000


@pytest.mark.parametrize(("poison", "how"), [("die", "ended with code 3"), ("crash", "SIGSEGV")])
def test_one_poisoned_job_fails_alone_and_says_how(worker: Worker, poison: str, how: str) -> None:
    first, second, third = worker.call(jobs("a", poison, "b"))
    assert texts((first, third)) == ["A", "B"]
    assert isinstance(second, Failed)
    assert how in second.reason


def test_a_job_that_never_ends_fails_alone_in_time(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "BATCH_S", 0.2)
    monkeypatch.setattr(worker, "_each_s", 0.1)
    begun = time.monotonic()
    results = worker.call(jobs("a", "hang", "b"))
    assert texts(results)[::2] == ["A", "B"]
    assert "gave no answer within 0 s" in texts(results)[1]
    assert time.monotonic() - begun < 10


def test_a_worker_that_was_killed_between_batches_is_replaced(worker: Worker) -> None:
    worker.call(jobs("a"))
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    assert texts(worker.call(jobs("a"))) == ["A"]


def test_an_engine_that_dies_while_loading_is_tried_twice_and_told(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker._end()
    monkeypatch.setenv("FAKE_LOAD", "die")
    with pytest.raises(WorkerDied, match="code 9"):
        worker.call(jobs("a", "b"))
    monkeypatch.delenv("FAKE_LOAD")
    assert texts(worker.call(jobs("a"))) == ["A"]


def test_an_engines_error_arrives_as_what_it_was(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    worker._end()
    monkeypatch.setenv("FAKE_LOAD", "missing")
    with pytest.raises(MissingProgram) as raised:
        worker.call(jobs("a"))
    assert raised.value.package == "apertium"
    assert str(raised.value) == str(MissingProgram("apertium", "apertium"))


def test_an_error_of_an_unknown_class_arrives_as_the_nearest_known(worker: Worker) -> None:
    with pytest.raises(EngineUnusable) as raised:
        worker.call(jobs("odd"))
    assert type(raised.value) is EngineUnusable
    assert str(raised.value) == "It is odd. It should be even. Add one."


def test_an_unforeseen_error_carries_its_traceback_and_the_worker_lives_on(worker: Worker) -> None:
    with pytest.raises(EngineError, match="KeyError: 'x'") as raised:
        worker.call(jobs("raise x"))
    assert "Traceback" in raised.value.log
    assert "Traceback" not in str(raised.value)
    assert texts(worker.call(jobs("a"))) == ["A"]


def test_a_gpu_that_is_lost_ends_the_worker_and_fails_the_one_job_that_lost_it(worker: Worker) -> None:
    """After a device-side assert no later call of the same process would work."""
    before = texts(worker.call(jobs("pid")))
    first, second, third = worker.call(jobs("a", "cuda device-side assert triggered", "b"))
    assert texts((first, third)) == ["A", "B"]
    assert isinstance(second, Failed)
    assert "CUDA error: device-side assert triggered" in second.reason
    assert "TORCH_USE_CUDA_DSA" not in second.reason
    assert texts(worker.call(jobs("pid"))) != before


@pytest.mark.parametrize("fault", ["out of memory", "no kernel image is available for execution on the device"])
def test_a_gpu_that_can_go_on_keeps_its_worker(worker: Worker, fault: str) -> None:
    before = texts(worker.call(jobs("pid")))
    with pytest.raises(EngineError, match=fault):
        worker.call(jobs("a", f"cuda {fault}"))
    assert texts(worker.call(jobs("pid"))) == before


def test_an_engine_that_answers_too_few_is_told(worker: Worker) -> None:
    with pytest.raises(EngineError, match="answered 2 jobs"):
        worker.call(jobs("one too few", "b"))


def test_a_worker_that_has_grown_too_large_is_replaced(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    worker.call(jobs("a"))
    monkeypatch.setattr(worker, "_most_gb", 0.001)
    first = texts(worker.call(jobs("pid")))
    assert texts(worker.call(jobs("pid"))) != first


def test_an_unknown_engine_is_refused_by_name(warm: WorkerPool) -> None:
    with pytest.raises(UnknownEngine, match="translation/nobody"), warm.borrow("translation/nobody"):
        pass


def test_no_more_workers_run_at_once_than_allowed(fresh: WorkerPool) -> None:
    seen: set[str] = set()
    running, most = 0, 0
    lock = threading.Lock()

    def one(_: int) -> None:
        nonlocal running, most
        with fresh.borrow(FAKE) as worker:
            with lock:
                running += 1
                most = max(most, running)
            seen.update(texts(worker.call(jobs("pid"))))
            with lock:
                running -= 1

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(one, range(12)))
    assert most <= 2
    assert len(seen) <= 2


def test_closing_the_pool_ends_busy_workers_with_all_they_started(tmp_path: Path) -> None:
    pool, note = WorkerPool(1), tmp_path / "pid"
    told: list[BaseException] = []

    def work() -> None:
        try:
            with pool.borrow(FAKE) as worker:
                worker.call(jobs(f"hang-with-child {note}"))
        except WorkerDied as error:
            told.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    assert wait_until(lambda: note.exists() and note.read_text() != "")
    group = int(note.read_text())
    pool.close()
    thread.join(5)
    assert not thread.is_alive()
    assert told
    assert wait_until(lambda: not members(group))


def test_closing_lets_an_idle_engine_close_itself(
    fresh: WorkerPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_CLOSED", str(tmp_path / "closed"))
    with fresh.borrow(FAKE) as worker:
        worker.call(jobs("a"))
    fresh.close()
    assert (tmp_path / "closed").read_text() == "closed"
    with pytest.raises(WorkerDied), fresh.borrow(FAKE):
        pass


def members(group: int) -> list[int]:
    """Processes of a group that live."""
    found: list[int] = []
    for place in Path("/proc").iterdir():
        if place.name.isdigit() and process_started(int(place.name)):
            try:
                if os.getpgid(int(place.name)) == group:
                    found.append(int(place.name))
            except ProcessLookupError:
                continue
    return found


CALLER = """
import sys
from flows.workers import default_pool
from translation.engine import TranslateJob
with default_pool().borrow("translation/zz-fake") as worker:
    worker.call((TranslateJob(text=f"hang-with-child {sys.argv[1]}", route="a"),))
"""


def test_no_worker_outlives_a_caller_that_is_killed(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    caller = subprocess.Popen(
        [sys.executable, "-c", CALLER, str(note)],
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{FAKES}"},
    )
    assert wait_until(lambda: note.exists() and note.read_text() != "")
    group = int(note.read_text())
    assert len(members(group)) == 2
    caller.kill()
    caller.wait()
    assert wait_until(lambda: not members(group))


def test_the_folder_the_user_stands_in_is_not_imported_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh: WorkerPool
) -> None:
    (tmp_path / "random.py").write_text("raise SystemExit('the wrong random')")
    (tmp_path / "languages").mkdir()
    monkeypatch.chdir(tmp_path)
    with fresh.borrow(FAKE) as worker:
        (result,) = worker.call(jobs("path"))
    assert isinstance(result, Draft)
    assert str(tmp_path) not in result.text


def test_a_forked_child_gets_a_pool_of_its_own() -> None:
    program = """
import os, sys
from flows.workers import default_pool
from translation.engine import TranslateJob
def pid():
    with default_pool().borrow("translation/zz-fake") as worker:
        return worker.call((TranslateJob(text="pid", route="a"),))[0].text
mine = pid()
child = os.fork()
if child == 0:
    print(pid() != mine, flush=True)
    sys.exit()
os.waitpid(child, 0)
print(pid() == mine, flush=True)
"""
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{FAKES}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == ["True", "True"]


def test_the_pool_of_the_process_is_one() -> None:
    assert default_pool() is default_pool()


def test_a_worker_starts_in_a_moment(fresh: WorkerPool) -> None:
    begun = time.monotonic()
    with fresh.borrow(FAKE) as worker:
        worker.load()
        assert time.monotonic() - begun < 5, "0.3 s were measured on two quiet cores"


def test_warming_starts_no_more_than_asked_for(fresh: WorkerPool) -> None:
    fresh.warm(FAKE, 1)
    with fresh.borrow(FAKE) as first:
        assert first.pid is not None
        fresh.warm(FAKE, 1)  # one is there, if lent
        with fresh.borrow(FAKE) as second:
            assert second.pid is None
    fresh.warm(FAKE, 9)
    with fresh.borrow(FAKE) as first, fresh.borrow(FAKE) as second:
        assert first is not second


def test_warming_an_engine_that_cannot_load_leaves_the_error_to_who_needs_it(
    fresh: WorkerPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_LOAD", "missing")
    fresh.warm(FAKE, 1)
    with fresh.borrow(FAKE) as worker, pytest.raises(MissingProgram):
        worker.call(jobs("a"))


def test_a_closed_pool_is_not_warmed(fresh: WorkerPool) -> None:
    fresh.close()
    fresh.warm(FAKE, 1)
    assert not fresh._idle.get(FAKE)
