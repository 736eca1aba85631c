"""Tests of which files of Coqui's models are taken in, and what is refused."""

from __future__ import annotations

import gc
import json
import os
import resource
import subprocess
import sys
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.commands import weights_import
from languages.card import Failed
from languages.errors import UsageError, WeightsRefused
from languages.weights import look, read_pin, sha256_of
from speech.engines import coqui as engine_module
from speech.engines.coqui import Engine
from tests.neural.coqui.kit import LINES, ROSA, _file, job, model_of, refused, spoken
from tests.tiny import coqui as tiny

pytestmark = pytest.mark.timeout(300)


def test_a_line_that_does_not_fit_into_memory_says_so(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    engine = Engine(root)

    def never(*_: object) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(engine_module, "_vits_sound", never)
    assert "memory of cpu" in refused(engine, tmp_path)
    monkeypatch.setattr(engine_module, "_load_vits", never)
    engine.close()
    assert "memory of cpu" in refused(engine, tmp_path)
    monkeypatch.setenv("VERNACAST_MEMORY_GB", "0.1")
    engine.close()
    assert "GB" in refused(engine, tmp_path)
    engine.close()


def test_models_go_when_memory_is_short_and_all_on_close(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERNACAST_MEMORY_GB", "0.5")  # one tiny model counts as 0.3 GB and a little
    engine = Engine(root)
    spoken(engine, tmp_path, "hola")
    model = weakref.ref(model_of(engine))
    spoken(engine, tmp_path, "hola", "coqui-vits-two:Ana")
    assert engine._warm is not None
    assert engine._warm.names() == ("coqui-vits-two",)
    gc.collect()
    assert model() is None
    other = weakref.ref(model_of(engine, "coqui-vits-two"))
    engine.close()
    engine.close()
    gc.collect()
    assert other() is None


def test_memory_does_not_grow_over_rounds(root: Path, tmp_path: Path) -> None:
    engine, peaks = Engine(root), []
    for _ in range(4):
        engine.load()
        spoken(engine, tmp_path, LINES[2])
        engine.close()
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    assert peaks[-1] - peaks[0] < 40


def test_wrong_files_are_refused_with_a_reason(tmp_path: Path) -> None:
    engine = Engine(tmp_path)
    assert "no voice" in refused(engine, tmp_path)
    folder = tiny.build_vits(tmp_path)
    pin, file = folder / "vernacast.json", folder / "model.safetensors"
    kept, whole = pin.read_bytes(), file.read_bytes()
    pin.unlink()
    assert "not pinned" in refused(engine, tmp_path)
    assert "not pinned" in engine.voices("es")[0].broken
    pin.write_bytes(kept)
    file.write_bytes(whole[:-100])
    assert "bytes instead of" in refused(engine, tmp_path)
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert "sha256" in refused(engine, tmp_path)
    file.write_bytes(b"PK\x03\x04" + whole[4:])
    told = json.loads(kept)
    told["files"]["model.safetensors"]["sha256"] = sha256_of(file)
    pin.write_text(json.dumps(told))
    assert "pickle" in refused(engine, tmp_path)
    pin.write_bytes(kept)
    file.write_bytes(whole)
    spoken(engine, tmp_path, "hola")
    engine.close()


def test_half_a_model_is_refused_and_not_filled_up_with_noise(tmp_path: Path) -> None:
    import torch
    from safetensors.torch import load_file, save_file

    folder = tiny.build_vits(tmp_path)
    whole = load_file(folder / "model.safetensors")
    name = "text_encoder.emb.weight"
    for wrong, told in (
        ({k: v for k, v in whole.items() if k != name}, name),
        ({**whole, "more.weight": torch.zeros(1)}, "more.weight"),
        ({**whole, name: whole[name][:, :-1].contiguous()}, "size mismatch"),
        ({**whole, name: torch.full_like(whole[name], float("nan"))}, "NaN"),
    ):
        save_file(wrong, folder / "model.safetensors")
        tiny.accept(tmp_path, tiny.VITS)
        assert told in refused(Engine(tmp_path), tmp_path)


def test_a_model_that_cannot_be_loaded_is_tried_once_a_batch(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[Path] = []

    def broken(folder: Path, _: object) -> None:
        tries.append(folder)
        raise ValueError("nothing in it")

    monkeypatch.setattr(engine_module, "_load_vits", broken)
    results = Engine(root).speak(tuple(job(tmp_path, t, line=t) for t in LINES))
    assert [isinstance(r, Failed) and "nothing in it" in r.reason for r in results] == [True] * len(LINES)
    assert len(tries) == 1


def test_another_architecture_is_refused_when_it_is_pinned_and_when_it_is_loaded(tmp_path: Path) -> None:
    folder = tiny.build_vits(tmp_path)
    config = json.loads((folder / "config.json").read_text())
    _file(folder / "config.json", {**config, "model": "glow_tts"})
    with pytest.raises(WeightsRefused, match="glow_tts"):
        tiny.accept(tmp_path, tiny.VITS)
    args = {**config["model_args"], "hidden_channels": 32}
    _file(folder / "config.json", {**config, "model_args": args})
    tiny.accept(tmp_path, tiny.VITS)
    assert "size mismatch" in refused(Engine(tmp_path), tmp_path)


def test_a_torch_file_among_others_is_taken_in_by_its_digest_and_the_others_stay_outside(tmp_path: Path) -> None:
    import torch

    place = tmp_path / "published"
    tiny.publish_vits(place)
    (place / "model.pth").rename(place / "best_model.pth")
    torch.save({"Ana": 0}, place / "speakers.pth")
    digest = sha256_of(place / "best_model.pth")
    with pytest.raises(UsageError, match="nothing says which one"):
        weights_import.run(tiny.VITS, str(place), "")
    assert weights_import.run(tiny.VITS, str(place), digest) == 0
    found = look(tiny.VITS)
    names = sorted(p.name for p in found.folder.iterdir())
    assert names == ["config.json", "model.safetensors", "vernacast.json"]
    pin = read_pin(found.folder)
    assert pin is not None
    assert "not taken in: speakers.pth" in pin.note
    engine = Engine()
    spoken(engine, tmp_path, "hola")
    engine.close()


def test_nothing_is_written_at_home_or_asked_of_the_network(root: Path, tmp_path: Path) -> None:
    code = (
        "import socket, sys\n"
        "def refuse(*_): raise AssertionError('the network was asked')\n"
        "socket.socket.connect = refuse\n"
        "from speech.engines.coqui import Engine\n"
        "from speech.engine import SpeakJob\n"
        "from pathlib import Path\n"
        "engine = Engine(Path(sys.argv[1]))\n"
        f"job = SpeakJob(line='1', text='hola', language='es', voice={tiny.VITS!r}, folder=sys.argv[2])\n"
        "print(type(engine.speak((job,))[0]).__name__, end='')\n"
    )
    (tmp_path / "home").mkdir()
    (tmp_path / "out").mkdir()
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path / "home"), "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(
        [sys.executable, "-B", "-c", code, str(root), str(tmp_path / "out")],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "Spoken"
    assert list((tmp_path / "home").rglob("*")) == []


def test_unknown_voices_are_refused(root: Path, tmp_path: Path) -> None:
    for voice in ("no such voice", "coqui-vits-../../etc", "coqui-vits-zzz", "xtts-v2", ROSA):
        assert voice in refused(Engine(root), tmp_path, "hola", voice)


def test_convolutions_are_calculated_in_all_of_float32(
    root: Path, tmp_path: Path, is_exact: Callable[[], bool]
) -> None:
    engine = Engine(root)
    spoken(engine, tmp_path, LINES[0])
    assert is_exact()
    engine.close()
