"""Torch files of strangers: real ones become safetensors, others stay outside."""

from __future__ import annotations

import json
import os
import pickle
import struct
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from flows.commands import weights_import
from languages.errors import UsageError, WeightsRefused
from languages.weights import State, look, read_pin, sha256_of

ID = "whisper-tiny"
DIMS = {"n_mels": 80, "n_vocab": 51865, "n_audio_ctx": 1500, "n_audio_state": 384}


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VERNACAST_WEIGHTS", str(tmp_path / "weights"))
    return tmp_path / "weights"


def published(place: Path, **more: object) -> Path:
    """A checkpoint as OpenAI publishes Whisper: one file, dimensions and tensors (two of which share memory)."""
    place.mkdir()
    shared = torch.arange(12.0).reshape(3, 4)
    told = {"dims": DIMS, "model_state_dict": {"a": shared, "b": shared.t(), "c": torch.ones(2, dtype=torch.float16)}}
    torch.save({**told, **more}, place / "tiny.pt")
    return place / "tiny.pt"


def test_a_published_checkpoint_becomes_safetensors(tmp_path: Path) -> None:
    file = published(tmp_path / "from")
    assert weights_import.run(ID, str(file.parent), sha256_of(file)) == 0
    found = look(ID)
    assert found.state is State.READY
    assert sorted(p.name for p in found.folder.iterdir()) == ["dims.json", "model.safetensors", "vernacast.json"]
    tensors = load_file(found.folder / "model.safetensors")
    assert tensors["b"].tolist() == tensors["a"].t().tolist()
    assert tensors["c"].dtype == torch.float16
    assert json.loads((found.folder / "dims.json").read_text()) == DIMS
    pin = read_pin(found.folder)
    assert pin is not None
    assert f"sha256 {sha256_of(file)}" in pin.note


def test_no_digest_no_import_and_a_wrong_one_neither(tmp_path: Path, root: Path) -> None:
    file = published(tmp_path / "from")
    with pytest.raises(UsageError, match="--sha256"):
        weights_import.run(ID, str(file.parent), "")
    with pytest.raises(WeightsRefused, match="Its sha256 is"):
        weights_import.run(ID, str(file.parent), "0" * 64)
    assert list(root.iterdir()) == []


class Bomb:
    """What a hostile file holds: opening it runs a command."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (f"touch {self.place}",)


@pytest.mark.parametrize("how", ["torch", "legacy", "pickle"])
def test_a_file_that_would_run_code_runs_none(tmp_path: Path, root: Path, how: str) -> None:
    fired = tmp_path / "fired"
    folder = tmp_path / "from"
    folder.mkdir()
    file = folder / "tiny.pt"
    if how == "pickle":
        file.write_bytes(pickle.dumps({"dims": DIMS, "model_state_dict": Bomb(fired)}))
    else:
        torch.save({"x": Bomb(fired)}, file, _use_new_zipfile_serialization=how == "torch")
    with pytest.raises(WeightsRefused, match="numbers only"):
        weights_import.run(ID, str(folder), sha256_of(file))
    assert not fired.exists()
    assert list(root.iterdir()) == []
    pickle.loads(pickle.dumps(Bomb(fired)))
    assert fired.exists(), "the bomb would have worked"


def test_a_checkpoint_of_something_else_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "from"
    folder.mkdir()
    torch.save({"model": {"a": torch.ones(1)}}, folder / "x.pt")
    with pytest.raises(WeightsRefused, match="no dimensions"):
        weights_import.run(ID, str(folder), sha256_of(folder / "x.pt"))
    torch.save([1, 2, 3], folder / "x.pt")
    with pytest.raises(WeightsRefused, match="holds a list"):
        weights_import.run(ID, str(folder), sha256_of(folder / "x.pt"))


def test_the_process_that_reads_has_no_network() -> None:
    import subprocess
    import sys

    code = (
        "from flows.torch_file import seal; print(seal())\n"
        "import socket\n"
        "try: socket.socket()\n"
        "except PermissionError: print('refused')\n"
        "import subprocess\n"
        "try: subprocess.run(['true'])\n"
        "except PermissionError: print('refused')\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split()[1:] == ["refused", "refused"]


def test_safetensors_go_in_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "from"
    folder.mkdir()
    header = json.dumps({"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}).encode()
    (folder / "model.safetensors").write_bytes(struct.pack("<Q", len(header)) + header + b"\0\0\0\0")
    (folder / "dims.json").write_text(json.dumps(DIMS))
    assert weights_import.run(ID, str(folder), "") == 0
