"""Models kept warm within a budget; batches that shrink when memory runs out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from languages.errors import TooLarge
from languages.warm import Warm, in_batches, out_of_memory


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


def test_another_error_is_not_taken_for_a_lack_of_memory() -> None:
    def broken(_: Sequence[int]) -> list[str]:
        raise RuntimeError("expected scalar type Half")

    with pytest.raises(RuntimeError, match="scalar type"):
        in_batches([1, 2], lambda n: n, 10, broken)
    assert not out_of_memory(RuntimeError("expected scalar type Half"))
    assert out_of_memory(MemoryError())
