"""How much memory models may take on this machine: asked before anything is loaded."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path

MEMINFO = Path("/proc/meminfo")
CGROUP = Path("/sys/fs/cgroup")
SHARE = 0.8
"""So much of what is free may be taken: the rest is for pictures, sound and whoever else works here."""


def ram_gb() -> float:
    """RAM that is free now, in GB, within the limit of the container where there is one.

    Source: proc_meminfo(5), MemAvailable; Linux kernel documentation, "Control Group v2", memory.max.
    """
    free = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    with suppress(OSError, ValueError, IndexError):
        rows = (line.split() for line in MEMINFO.read_text().splitlines())
        free = next(int(row[1]) * 1024 / 1e9 for row in rows if row[0] == "MemAvailable:")
    with suppress(OSError, ValueError):  # "max", or no such file: no limit
        most = int((CGROUP / "memory.max").read_text())
        free = min(free, (most - int((CGROUP / "memory.current").read_text())) / 1e9)
    return max(0.0, free)


def gpu_gb() -> float:
    """Free memory of the first GPU in GB; 0 where there is none that NVIDIA's driver can speak to.

    Raises nothing: a driver that does not fit its GPU counts as none (``gpu_fault`` says why).
    """
    try:
        return float(_nvidia_smi().splitlines()[0]) * 1024**2 / 1e9
    except (OSError, ValueError, IndexError, subprocess.SubprocessError):
        return 0.0


def gpu_fault() -> str:
    """Why the GPU cannot be used, in the driver's own words; empty where it can."""
    try:
        _nvidia_smi()
    except OSError:
        return "no NVIDIA driver is installed here (`nvidia-smi` was not found)"
    except subprocess.CalledProcessError as error:
        return f"nvidia-smi says: {(error.stdout or error.stderr or '').strip().splitlines()[0]}"
    except subprocess.SubprocessError as error:
        return f"nvidia-smi does not answer: {error}"
    return ""


def budget_gb(device: str = "cpu") -> float:
    """What models may take on a device: ``VERNACAST_MEMORY_GB`` where it is set, else a share of what is free."""
    with suppress(ValueError):
        return float(os.environ["VERNACAST_MEMORY_GB"]) if "VERNACAST_MEMORY_GB" in os.environ else _free(device)
    return _free(device)


def _free(device: str) -> float:
    return SHARE * (gpu_gb() if device.startswith("cuda") else ram_gb())


def _nvidia_smi() -> str:
    command = ["nvidia-smi", "--query-gpu=memory.free", "--format=csv,noheader,nounits"]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=20).stdout
