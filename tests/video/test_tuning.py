"""The quickest way on a device, by trying."""

from __future__ import annotations

import time

import pytest

from video.tuning import fastest


class Device:
    """Takes as long for a run as the way that is switched on says."""

    def __init__(self, **seconds: float | str) -> None:
        self.seconds = seconds
        self.way = ""
        self.now = 0.0

    def take(self, way: str) -> None:
        if way not in self.seconds:
            raise ImportError(way)
        self.way = way

    def run(self) -> None:
        took = self.seconds[self.way]
        if isinstance(took, str):
            raise RuntimeError(took)
        self.now += took


def asked(monkeypatch: pytest.MonkeyPatch, device: Device, *ways: str) -> str:
    monkeypatch.setattr(time, "perf_counter", lambda: device.now)
    return fastest(ways, device.take, device.run)


def test_the_quickest_way_is_switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    device = Device(native=1.0, cudnn=0.7, flash=0.8)
    assert asked(monkeypatch, device, "native", "cudnn", "flash") == "cudnn"
    assert device.way == "cudnn"


def test_ways_that_the_device_does_not_have_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    device = Device(native=1.0, cudnn="No kernel for this card.", flash=0.8)
    assert asked(monkeypatch, device, "native", "cudnn", "third", "flash") == "flash"


def test_a_gain_within_noise_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    device = Device(native=1.0, flash=0.98)
    assert asked(monkeypatch, device, "native", "flash") == "native"
    assert device.way == "native"


def test_a_fault_of_the_ordinary_way_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    device = Device(native="CUDA out of memory", flash=0.8)
    with pytest.raises(RuntimeError, match="out of memory"):
        asked(monkeypatch, device, "native", "flash")
