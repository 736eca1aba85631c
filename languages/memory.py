"""How much memory models may take on this machine: asked before anything is loaded."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path

MEMINFO = Path("/proc/meminfo")
CGROUP = Path("/sys/fs/cgroup")
HIDDEN = ("", "-1")
"""Values of CUDA_VISIBLE_DEVICES that leave no GPU to be seen."""
SHARE = 0.8
"""So much of what is free may be taken: the rest is for pictures, sound and whoever else works here."""
FITS = 0.6
"""A model whose parts can be moved to the GPU one by one stays there whole where they take up to this share of what its
engine may use; activations need the rest. Own rule. With ``SHARE``, Wan 2.1 1.3B (18 GB with its text encoder) then
stays on a GPU with 38 GB free and more, and FLUX.1 (36 GB) on one with 75 GB."""


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
    """Free memory in GB of the first GPU that may be seen; 0 where there is none that NVIDIA's driver can speak to.

    Raises nothing: a driver that does not fit its GPU counts as none (``gpu_fault`` says why).
    """
    try:
        return 0.0 if _visible() in HIDDEN else _mib(_nvidia_smi()) * 1024**2 / 1e9
    except (OSError, ValueError, IndexError, subprocess.SubprocessError):
        return 0.0


def gpu_whole_gb() -> float:
    """All memory in GB of the same GPU, whoever uses it; 0 where there is none, or its driver does not tell."""
    try:
        return 0.0 if _visible() in HIDDEN else _mib(_nvidia_smi("memory.total")) * 1024**2 / 1e9
    except (OSError, ValueError, IndexError, subprocess.SubprocessError):
        return 0.0


def gpu_fault() -> str:
    """Why the GPU cannot be used, in the driver's own words; empty where it can."""
    if _visible() in HIDDEN:
        return "CUDA_VISIBLE_DEVICES hides all GPUs"
    try:
        told = _nvidia_smi().strip()
    except OSError:
        return "no NVIDIA driver is installed here (`nvidia-smi` was not found)"
    except subprocess.CalledProcessError as error:
        return f"nvidia-smi says: {(error.stdout or error.stderr or 'nothing').strip().splitlines()[0]}"
    except subprocess.SubprocessError as error:
        return f"nvidia-smi does not answer: {error}"
    try:
        _mib(told)
    except (ValueError, IndexError):  # [N/A]: a part of a card, or memory that is shared with the CPU
        if "VERNACAST_MEMORY_GB" not in os.environ:
            return (
                f"nvidia-smi does not tell how much of the GPU's memory is free ({told[:40]!r}); say with "
                f"VERNACAST_MEMORY_GB how much models may take"
            )
    return ""


def budget_gb(device: str = "cpu") -> float:
    """What models may take on a device: ``VERNACAST_MEMORY_GB`` where it is a number, else a share of what is free."""
    told = _told()
    return _free(device) if told is None else told


def is_told() -> bool:
    """Whether somebody has said what models may take."""
    return _told() is not None


def _told() -> float | None:
    try:
        return float(os.environ["VERNACAST_MEMORY_GB"])
    except (KeyError, ValueError):
        return None


def _free(device: str) -> float:
    return SHARE * (gpu_gb() if device.startswith("cuda") else ram_gb())


def _mib(told: str) -> float:
    return float(told.splitlines()[0])


def _visible() -> str | None:
    """The first GPU that programs may see, as number or UUID; None where nothing is said.

    Source: CUDA C++ Programming Guide, "CUDA Environment Variables": entries behind one that is not valid do not count.
    """
    told = os.environ.get("CUDA_VISIBLE_DEVICES")
    return None if told is None else told.partition(",")[0].strip()


def _nvidia_smi(what: str = "memory.free") -> str:
    """What nvidia-smi, which does not heed CUDA_VISIBLE_DEVICES, says of the GPU that programs see as their first."""
    first = _visible()
    if first and first.startswith("MIG-"):
        return "[N/A]"  # -i takes whole cards only
    command = ["nvidia-smi", f"--query-gpu={what}", "--format=csv,noheader,nounits"]
    command += ["-i", first] if first else []
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=20).stdout
