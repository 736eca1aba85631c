"""Which kind of machine this is: what costs depend on."""

from __future__ import annotations

import platform
from contextlib import suppress
from functools import lru_cache
from pathlib import Path


def machine_kind(device: str = "cpu") -> str:
    """What costs depend on: the processor's name, and the GPU's where work is done there."""
    return f"{_processor()} + {gpu_kind()}" if device != "cpu" else _processor()


@lru_cache
def _processor() -> str:
    """Source: proc_cpuinfo(5); elsewhere what Python knows."""
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()


@lru_cache
def gpu_kind() -> str:
    """The first GPU's name by NVIDIA's driver; empty where there is none. Source: /proc/driver/nvidia/gpus."""
    with suppress(OSError):
        for folder in sorted(Path("/proc/driver/nvidia/gpus").iterdir()):
            for line in (folder / "information").read_text().splitlines():
                name, _, value = line.partition(":")
                if name.strip() == "Model":
                    return value.strip()
    return ""
