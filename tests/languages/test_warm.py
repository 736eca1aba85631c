"""Models kept warm within a budget; batches that shrink when memory runs out."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Sequence

import pytest

from languages import warm as room
from languages.errors import TooLarge
from languages.warm import Warm, in_batches, out_of_memory, take_moved


def test_the_least_recently_used_model_goes_first_and_only_when_it_must() -> None:
    closed: list[str] = []
    warm = Warm[str](10.0, closed.append)
    for name in ("a", "b", "a", "c"):
        warm.get(name, 4.0, lambda name=name: name)
    assert warm.names() == ("a", "c")
    assert closed == ["b"]
    assert warm.used_gb() == 8.0
    warm.close()
    assert closed == ["b", "a", "c"]


def test_what_does_not_fit_alone_is_not_loaded_and_drives_nobody_out() -> None:
    warm = Warm[str](10.0)
    warm.get("a", 4.0, lambda: "a")
    with pytest.raises(TooLarge, match=r"takes about 11\.0 GB; 10\.0 GB may be used"):
        warm.get("big", 11.0, lambda: pytest.fail("it was loaded"))
    assert warm.names() == ("a",)


def test_a_model_that_fails_to_load_is_not_kept() -> None:
    warm = Warm[str](10.0)

    def fails() -> str:
        raise ValueError("no such file")

    with pytest.raises(ValueError, match="no such file"):
        warm.get("a", 1.0, fails)
    assert warm.get("a", 1.0, lambda: "a") == "a"


def test_a_model_that_runs_out_of_memory_while_it_loads_is_too_large_and_the_next_one_loads() -> None:
    warm = Warm[str](10.0)

    def spent() -> str:
        raise RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB.")

    with pytest.raises(TooLarge, match="a does not fit into the memory that is free"):
        warm.get("a", 9.0, spent)
    assert warm.names() == ()
    assert warm.get("b", 9.0, lambda: "b") == "b"


def test_the_next_model_is_loaded_while_the_one_that_works_is_kept() -> None:
    take_moved()
    closed: list[str] = []
    warm = Warm[str](10.0, closed.append)
    begun, go = threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        assert go.wait(10)
        return "c"

    for name in "ab":
        warm.get(name, 4.0, lambda name=name: name)
    assert warm.ahead("c", 4.0, slow)
    assert begun.wait(10)
    assert closed == ["a"]  # b works
    assert warm.used_gb() == 8.0
    assert not warm.ahead("d", 1.0, lambda: pytest.fail("two at once"))
    assert warm.get("b", 4.0, lambda: pytest.fail("it is loaded")) == "b"
    go.set()
    assert warm.get("c", 4.0, lambda: pytest.fail("it was on its way")) == "c"
    assert warm.names() == ("b", "c")
    assert [(m.model, m.loaded) for m in take_moved()] == [("a", True), ("b", True), ("a", False), ("c", True)]
    warm.close()
    assert closed == ["a", "b", "c"]


def test_a_model_is_not_loaded_ahead_where_it_would_drive_out_the_one_that_works() -> None:
    warm = Warm[str](10.0)
    warm.get("a", 6.0, lambda: "a")
    assert not warm.ahead("b", 6.0, lambda: pytest.fail("no room"))
    assert not warm.ahead("a", 6.0, lambda: pytest.fail("it is there"))
    assert warm.names() == ("a",)
    assert not Warm[str](10.0).ahead("b", 11.0, lambda: pytest.fail("no room"))


def test_what_was_loaded_ahead_in_vain_goes_and_a_fault_is_met_by_who_asks() -> None:
    warm = Warm[str](10.0)
    assert warm.ahead("a", 6.0, lambda: "a")
    assert warm.get("b", 6.0, lambda: "b") == "b"  # another was asked for
    assert warm.names() == ("b",)

    def fails() -> str:
        raise ValueError("no such file")

    assert warm.ahead("c", 1.0, fails)
    assert warm.used_gb() == 7.0
    with pytest.raises(ValueError, match="no such file"):
        warm.get("c", 1.0, fails)
    assert warm.ahead("d", 1.0, lambda: "d")
    closed: list[str] = []
    warm._close = closed.append
    warm.close()
    assert closed == ["b", "d"]


class Device:
    """Has room for batches of so many units."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.runs: list[list[int]] = []

    def run(self, batch: Sequence[int]) -> list[str]:
        if max(batch) * len(batch) > self.room:
            raise RuntimeError("CUDA out of memory. Tried to allocate")
        self.runs.append(list(batch))
        return [f"<{n}>" for n in batch]


def test_results_come_in_the_order_of_the_jobs_from_batches_of_like_cost() -> None:
    device = Device(100)
    jobs = [3, 90, 2, 80, 1]
    assert in_batches(jobs, lambda n: n, 100, device.run) == ["<3>", "<90>", "<2>", "<80>", "<1>"]
    assert device.runs == [[90], [80], [3, 2, 1]]


def test_a_batch_that_runs_out_of_memory_is_halved_and_those_after_it_stay_small() -> None:
    device = Device(20)
    assert in_batches([5] * 16, lambda n: n, 1000, device.run) == ["<5>"] * 16
    assert {len(run) for run in device.runs} == {4}


def test_a_single_job_that_does_not_fit_is_told() -> None:
    with pytest.raises(TooLarge, match="does not fit into the memory of the device"):
        in_batches([5, 50], lambda n: n, 1000, Device(20).run)


def test_a_single_job_that_does_not_fit_fails_alone_where_that_can_be_told() -> None:
    device = Device(20)
    assert in_batches([5, 50, 4], lambda n: n, 1000, device.run, alone=lambda n: f"no room for {n}") == [
        "<5>", "no room for 50", "<4>",
    ]  # fmt: skip
    whole = in_batches([50, 5, 4, 3], lambda n: n, 20, device.run, alone=str)
    assert whole == ["50", "<5>", "<4>", "<3>"]
    assert device.runs[-1] == [5, 4, 3], "those after it are batched as before"


def test_memory_is_given_back_after_the_error_has_let_go_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Tensor:
        """Something that can be watched."""

    held: list[weakref.ref[Tensor]] = []

    def run(batch: Sequence[int]) -> list[int]:
        tensor = Tensor()
        if len(batch) > 1:
            held.append(weakref.ref(tensor))
            raise MemoryError
        return list(batch)

    still: list[bool] = []
    monkeypatch.setattr(room, "release", lambda: still.append(held[-1]() is not None))
    assert in_batches([1, 2], lambda n: n, 10, run) == [1, 2]
    assert still == [False]


@pytest.mark.parametrize(
    "said",
    [
        "CUDA out of memory. Tried to allocate 2.00 GiB.",
        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
        "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
        "CUDA failed with error out of memory",
        "DefaultCPUAllocator: can't allocate memory: you tried to allocate 18014398509481984 bytes.",
    ],
)
def test_a_lack_of_memory_is_known_by_whatever_library_it_is_told(said: str) -> None:
    assert out_of_memory(RuntimeError(said))
    assert not out_of_memory(ValueError(said))


def test_another_error_is_not_taken_for_a_lack_of_memory() -> None:
    def broken(_: Sequence[int]) -> list[str]:
        raise RuntimeError("expected scalar type Half")

    with pytest.raises(RuntimeError, match="scalar type"):
        in_batches([1, 2], lambda n: n, 10, broken)
    assert not out_of_memory(RuntimeError("expected scalar type Half"))
    assert out_of_memory(MemoryError())
