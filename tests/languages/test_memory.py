"""How much memory there is: what nvidia-smi says of the GPU that programs see as their first."""

from __future__ import annotations

from pathlib import Path

import pytest

from languages.memory import SHARE, budget_gb, gpu_fault, gpu_gb, gpu_whole_gb

SMI = """#!/bin/sh
echo "$@" >>"{log}"
case "$*" in
*"-i 1"*|*"-i GPU-b"*) echo "{second}" ;;
*"-i 7"*) echo "No devices were found"; exit 6 ;;
*) echo "{first}"; echo "{second}" ;;
esac
"""


@pytest.fixture
def smi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two cards: 40,000 MiB are free on the first, 20,000 on the second."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    monkeypatch.delenv("VERNACAST_MEMORY_GB", raising=False)
    return says(tmp_path, "40000", "20000")


def says(folder: Path, first: str, second: str) -> Path:
    program = folder / "nvidia-smi"
    program.write_text(SMI.format(log=folder / "log", first=first, second=second))
    program.chmod(0o755)
    return program


@pytest.mark.parametrize(
    ("visible", "mib"), [(None, 40000), ("0", 40000), ("1", 20000), ("1,0", 20000), (" GPU-b , GPU-a", 20000)]
)
def test_the_first_gpu_that_may_be_seen_is_asked(
    smi: Path, monkeypatch: pytest.MonkeyPatch, visible: str | None, mib: int
) -> None:
    if visible is not None:
        monkeypatch.setenv("CUDA_VISIBLE_DEVICES", visible)
    assert gpu_gb() == pytest.approx(mib * 1024**2 / 1e9)
    assert budget_gb("cuda") == pytest.approx(SHARE * mib * 1024**2 / 1e9)
    assert gpu_fault() == ""


@pytest.mark.parametrize("visible", ["", "-1", "-1,0"])
def test_a_gpu_that_is_hidden_is_none_and_nobody_is_asked(
    smi: Path, monkeypatch: pytest.MonkeyPatch, visible: str
) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", visible)
    assert gpu_gb() == 0
    assert "CUDA_VISIBLE_DEVICES hides" in gpu_fault()
    assert not (smi.parent / "log").exists()


def test_a_gpu_that_is_not_there_is_told_in_the_drivers_words(smi: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "7")
    assert gpu_gb() == 0
    assert gpu_fault() == "nvidia-smi says: No devices were found"
    smi.write_text("#!/bin/sh\nexit 9\n")
    assert gpu_fault() == "nvidia-smi says: nothing"


def test_all_memory_of_a_gpu_is_asked_for_by_another_name(smi: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    says(smi.parent, "81559", "1")
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "0")
    assert gpu_whole_gb() == pytest.approx(81559 * 1024**2 / 1e9)
    assert "--query-gpu=memory.total" in (smi.parent / "log").read_text()
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    assert gpu_whole_gb() == 0


@pytest.mark.parametrize("visible", ["0", "MIG-41b3359c-e721-56e5-8009-12e5797ed514"])
def test_memory_that_nvidia_smi_does_not_tell_must_be_said(
    smi: Path, monkeypatch: pytest.MonkeyPatch, visible: str
) -> None:
    """A part of a card (MIG), or memory that GPU and CPU share."""
    says(smi.parent, "[N/A]", "20000")
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", visible)
    assert gpu_gb() == 0
    assert "VERNACAST_MEMORY_GB" in gpu_fault()
    monkeypatch.setenv("VERNACAST_MEMORY_GB", "12")
    assert gpu_fault() == ""
    assert budget_gb("cuda") == 12
