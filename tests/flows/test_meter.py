"""What work takes is measured once, wherever it is done: in a thread, in a worker, in a program."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from flows.costs import Amount, Sample
from flows.meter import Meter, book, costed, metered, note, on_receipts, tree_cpu_s
from flows.recipe import Receipt

BURN = "import time\nwhile time.process_time() < 0.3: pass\n"


def burn(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def sample(cpu_s: float = 2.0) -> Sample:
    return Sample(amount=Amount(stage="speak", what="speech/x", calls=1.0, jobs=2.0, size=80.0), cpu_s=cpu_s, gpu_s=1.0)


def test_a_stage_counts_its_thread_its_programs_and_its_workers() -> None:
    with metered() as meter:
        burn(0.05)
        note(sample())
        subprocess.run([sys.executable, "-c", BURN], check=True)
    assert 0.05 <= meter.own_s < 0.3
    assert 0.25 < meter.programs_s < 1.0
    assert meter.cpu_s() > 2.3
    assert meter.gpu_s() == 1.0


def test_what_a_stage_needs_is_part_of_it() -> None:
    @costed(lambda value, _: f"{value} counted")
    def inner() -> str:
        note(sample())
        return "inner"

    with metered() as meter:
        assert inner() == "inner"
    assert [s.cpu_s for s in meter.samples] == [2.0]
    assert inner() == "inner counted"


def test_what_belongs_to_no_stage_is_kept_once() -> None:
    book.take_loose()
    note(sample(cpu_s=7.0))
    assert [s.cpu_s for s in book.take_loose()] == [7.0]
    assert book.take_loose() == ()


def test_what_no_stage_accounts_for_is_the_runs_own() -> None:
    book.take_rest_s()
    with metered():
        burn(0.2)
    burn(0.1)
    rest = book.take_rest_s()
    assert 0.1 <= rest < 0.2


def test_what_no_stage_accounts_for_is_told_once_as_it_grows() -> None:
    book.take_untold()
    note(sample(cpu_s=7.0))
    burn(0.05)
    cpu_s, gpu_s = book.take_untold()
    assert 7.05 <= cpu_s < 7.3
    assert gpu_s == 1.0
    with metered():
        burn(0.2)
        running, _ = book.take_untold()
        assert running < 0.1, "a stage that is running is told by its receipts, when it has ended"
    burn(0.1)
    cpu_s, gpu_s = book.take_untold()
    assert 0.1 <= cpu_s < 0.2
    assert gpu_s == 0.0


def test_what_stages_and_the_rest_are_told_to_use_is_what_was_used() -> None:
    book.take_untold()
    begun, told = time.process_time(), list[float]()

    def stage(seconds: float) -> None:
        with metered() as meter:
            burn(seconds)
        told.extend((meter.cpu_s(), book.take_untold()[0]))

    threads = [threading.Thread(target=stage, args=(seconds,)) for seconds in (0.2, 0.4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told.append(book.take_untold()[0])
    assert sum(told) == pytest.approx(time.process_time() - begun, abs=0.05)


def test_receipts_carry_equal_parts_and_samples_once() -> None:
    meter = Meter()
    meter.samples.append(sample())
    meter.own_s = 1.0
    receipts = (Receipt(unit="a", key="k"), Receipt(unit="b", key="l", made=True), Receipt(unit="c", failed="no"))
    found, made, failed = on_receipts(receipts, meter, "speak")
    assert found == receipts[0]
    assert (made.cpu_s, failed.cpu_s, made.gpu_s) == (1.5, 1.5, 0.5)
    assert [(s.amount.what, s.amount.jobs, s.amount.size, s.cpu_s) for s in made.samples] == [
        ("speech/x", 2.0, 80.0, 2.0),
        ("flows/speak", 2.0, 80.0, 1.0),
    ]
    assert failed.samples == ()


def test_a_worker_and_what_it_started_are_counted_while_they_run() -> None:
    code = (
        f"import subprocess, sys, time\np = subprocess.Popen([sys.executable, '-c', {(BURN + 'time.sleep(20)')!r}])\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code + "print(1, flush=True)\ntime.sleep(20)"],
        start_new_session=True,
        stdout=subprocess.PIPE,
    )
    try:
        deadline = time.monotonic() + 20
        while tree_cpu_s(process.pid) < 0.25 and time.monotonic() < deadline:
            time.sleep(0.02)
        assert 0.25 <= tree_cpu_s(process.pid) < 1.0
    finally:
        import os
        import signal

        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
