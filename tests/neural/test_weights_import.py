"""Torch files of strangers: real ones become safetensors, others stay outside."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import struct
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from flows.commands import weights_import
from languages.errors import UsageError, WeightsRefused
from languages.weights import State, look, read_pin, sha256_of
from tests.tiny import nllb as tiny_nllb
from translation.engine import Draft, TranslateJob
from translation.engines import nllb

NLLB = "nllb-200-distilled-600M"
KNOWN = "La vieja tejía un puente de hilo"
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
    with pytest.raises(WeightsRefused, match=f"Its sha256 is {sha256_of(file)}. {'0' * 64} was expected.") as error:
        weights_import.run(ID, str(file.parent), "0" * 64)
    assert error.value.path == str(file)
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
    with pytest.raises(WeightsRefused, match="numbers only") as error:
        weights_import.run(ID, str(folder), sha256_of(file))
    assert error.value.path == str(file)
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


@pytest.fixture(scope="module")
def hub_nllb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny NLLB as facebook/nllb-200-distilled-600M publishes it: pytorch_model.bin, one table under four names."""
    from transformers import AutoModelForSeq2SeqLM

    place = tmp_path_factory.mktemp("hub")
    folder = tiny_nllb.build(place, NLLB)
    (folder / "vernacast.json").unlink()
    state = AutoModelForSeq2SeqLM.from_pretrained(folder).state_dict()
    (folder / "model.safetensors").unlink()
    assert len({v.data_ptr() for k, v in state.items() if v.shape == state["model.shared.weight"].shape}) == 1
    torch.save(state, folder / "pytorch_model.bin")
    return folder


def test_nllb_as_it_is_published_comes_in_and_translates(hub_nllb: Path, root: Path) -> None:
    from safetensors import safe_open
    from transformers import AutoModelForSeq2SeqLM

    file = hub_nllb / "pytorch_model.bin"
    with pytest.raises(UsageError, match="--sha256"):
        weights_import.run(NLLB, str(hub_nllb), "")
    assert weights_import.run(NLLB, str(hub_nllb), sha256_of(file)) == 0
    found = look(NLLB)
    assert found.state is State.READY
    pin = read_pin(found.folder)
    assert pin is not None
    assert "lm_head.weight (the same as model.shared.weight)" in pin.note
    with safe_open(found.folder / "model.safetensors", "pt") as kept:
        assert kept.metadata() == {"format": "pt"}
        assert "model.shared.weight" in kept.keys()  # noqa: SIM118 - WONTFIX: it is no dictionary
        assert "lm_head.weight" not in kept.keys()  # noqa: SIM118 - WONTFIX: likewise
    assert (found.folder / "model.safetensors").stat().st_size < 1.05 * file.stat().st_size
    model, told = AutoModelForSeq2SeqLM.from_pretrained(found.folder, output_loading_info=True, use_safetensors=True)
    assert not any(told.values()), told
    state = torch.load(file, weights_only=True)
    assert all(torch.equal(v, state[k]) for k, v in model.state_dict().items())
    engine = nllb.Engine(root)
    job = TranslateJob(text=KNOWN, route=f"{NLLB}:spa_Latn>quy_Latn")
    assert engine.translate((job,)) == (Draft(text=KNOWN),)
    engine.close()


def test_what_was_taken_in_can_be_made_small(hub_nllb: Path, root: Path) -> None:
    weights_import.run(NLLB, str(hub_nllb), sha256_of(hub_nllb / "pytorch_model.bin"))
    assert weights_import.convert(NLLB) == 0
    small = look(f"{NLLB}-ct2-int8")
    assert small.state is State.READY
    pin = read_pin(small.folder)
    assert pin is not None
    assert pin.note == f"converted from {NLLB} {look(NLLB).digest}"
    with pytest.raises(UsageError, match="here already"):
        weights_import.convert(NLLB)
    assert sorted(p.name for p in root.iterdir()) == [NLLB, f"{NLLB}-ct2-int8"]


def test_a_torch_file_beside_safetensors_comes_in_only_where_its_digest_is_given(
    hub_nllb: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = Path(shutil.copytree(hub_nllb, tmp_path / "both"))
    save_file({"model.shared.weight": torch.zeros(4)}, both / "model.safetensors")
    assert weights_import.run(NLLB, str(both), "") == 0
    assert "not taken in: pytorch_model.bin" in capsys.readouterr().out
    assert sha256_of(look(NLLB).folder / "model.safetensors") == sha256_of(both / "model.safetensors")
    shutil.rmtree(look(NLLB).folder)
    assert weights_import.run(NLLB, str(both), sha256_of(both / "pytorch_model.bin")) == 0
    assert "not taken in: model.safetensors" in capsys.readouterr().out
    assert len(load_file(look(NLLB).folder / "model.safetensors")) > 10


def test_safetensors_go_in_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "from"
    folder.mkdir()
    header = json.dumps({"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}).encode()
    (folder / "model.safetensors").write_bytes(struct.pack("<Q", len(header)) + header + b"\0\0\0\0")
    (folder / "dims.json").write_text(json.dumps(DIMS))
    assert weights_import.run(ID, str(folder), "") == 0
