"""What both engines that run Whisper refuse, and how they say it."""

from __future__ import annotations

import gc
import json
import os
import resource
import shutil
import subprocess
import sys
import weakref
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from languages.card import Failed
from languages.errors import EngineUnusable, WeightsRefused
from languages.weights import look, pinned_files
from speech.engine import Transcript
from tests.neural.whisper.kit import FASTER, HEARD, OPENAI, Kind, hear, job, refusal, write
from tests.tiny import whisper as tiny

pytestmark = pytest.mark.timeout(240)  # teaching the tiny model takes ten CPU seconds


def model_of(engine: Any, kind: Kind) -> Any:
    return engine._warm.get(kind.checkpoint, 0, lambda: pytest.fail("it is warm"))


def pin_anyway(folder: Path) -> None:
    """As if the user had accepted the files as they are."""
    pin = json.loads((folder / "vernacast.json").read_text(encoding="utf-8"))
    pin["checkpoint"] = folder.name
    pin["files"] = {k: {"sha256": v.sha256, "bytes": v.bytes} for k, v in pinned_files(folder).items()}
    (folder / "vernacast.json").write_text(json.dumps(pin), encoding="utf-8")


def test_a_language_that_came_later_is_refused_and_known_by_large_v3(root: Path, tmp_path: Path, kind: Kind) -> None:
    path = write(tmp_path / "a.flac", tiny.sing("world").samples)
    engine = kind.engine(root)
    (deaf,) = engine.ears("yue")
    assert "does not know Cantonese" in deaf.broken
    assert "does not know Cantonese" in refusal(engine, path, kind.ear("yue"))
    large = kind.checkpoint.replace("xs", "large-v3x")
    build = tiny.build if kind is OPENAI else tiny.build_faster
    build(tmp_path, large, tiny.untaught(**tiny.LARGE_V3))
    newer = kind.engine(tmp_path)
    (ear,) = newer.ears("yue")
    assert (ear.broken, len(newer.ears())) == ("", 100)
    assert isinstance(newer.listen((job(path, ear.id),))[0], Transcript)
    if kind is FASTER:
        (tmp_path / large / "preprocessor_config.json").unlink()
        pin_anyway(tmp_path / large)
        assert "128 mel filters; preprocessor_config.json makes 80" in refusal(kind.engine(tmp_path), path, ear.id)


def test_models_of_english_understand_nothing_else(root: Path, tmp_path: Path, kind: Kind) -> None:
    """Whisper itself would listen to any language as if it were English."""
    checkpoint = kind.checkpoint.replace("xs", "base-en")
    folder = tmp_path / checkpoint
    if kind is OPENAI:
        tiny.build(tmp_path, checkpoint, tiny.untaught(n_vocab=51864, n_text_state=32, n_text_layer=6, n_text_head=8))
    else:
        shutil.copytree(root / kind.checkpoint, folder)
        tokens = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
        (folder / "vocabulary.json").write_text(json.dumps(tokens[:-1]), encoding="utf-8")
        pin_anyway(folder)
    engine = kind.engine(tmp_path)
    assert [e.id for e in engine.ears()] == [f"{checkpoint}:en"]
    (deaf,) = engine.ears("es")
    assert "English only" in deaf.broken
    assert "English only" in refusal(engine, write(tmp_path / "a.flac", tiny.sing("world").samples), deaf.id)


def test_silence_short_odd_and_endless_sounds_are_refused_alone(
    root: Path, songs: Path, tmp_path: Path, kind: Kind
) -> None:
    write(tmp_path / "silence.wav", np.zeros(48_000), 48_000)
    write(tmp_path / "short.wav", np.full(4_800, 0.1), 48_000)
    soundfile.write(tmp_path / "nan.wav", np.full(48_000, np.nan), 48_000, subtype="FLOAT")
    (tmp_path / "no.wav").write_bytes(b"not a sound")
    with soundfile.SoundFile(tmp_path / "long.wav", "w", 1_000, 1, "PCM_U8") as file:
        for _ in range(3 * 60):
            file.write(np.zeros(60 * 1_000, np.float32))
    reasons = {
        "silence": "silence",
        "short": "0.10 s: too short",
        "nan": "NaN",
        "no": "cannot be read",
        "long": "3.0 h",
    }
    jobs = [job(tmp_path / f"{name}.wav", kind.ear(), name) for name in (*reasons, "absent")]
    *refused, absent, fine = kind.engine(root).listen((*jobs, job(songs / "bridge.flac", kind.ear())))
    assert isinstance(fine, Transcript)
    assert isinstance(absent, Failed)
    for answer, reason in zip(refused, reasons.values(), strict=True):
        assert isinstance(answer, Failed)
        assert reason in answer.reason


def _changed(name: str, change: Any) -> Any:
    def apply(folder: Path) -> None:
        told = json.loads((folder / name).read_text(encoding="utf-8"))
        (folder / name).write_text(json.dumps(change(told)), encoding="utf-8")

    return apply


def _cut(name: str) -> Any:
    return lambda folder: (folder / name).write_bytes((folder / name).read_bytes()[:-100])


def _pickle(name: str) -> Any:
    def apply(folder: Path) -> None:
        import torch

        torch.save({"a": torch.zeros(1)}, folder / name)

    return apply


def _without(name: str) -> Any:
    return lambda folder: (folder / name).unlink()


def _one_tensor_less(folder: Path) -> None:
    from safetensors.torch import load_file, save_file

    tensors = load_file(folder / "model.safetensors")
    del tensors["decoder.ln.bias"]
    save_file(tensors, folder / "model.safetensors")


DIMS, TENSORS = "dims.json", "model.safetensors"


@pytest.mark.parametrize(
    ("fault", "reason", "again"),
    [
        (shutil.rmtree, "vernacast weights import whisper-xs", False),
        (_cut(TENSORS), "bytes instead of", False),
        (_cut(TENSORS), "the file is damaged", True),
        (_pickle(TENSORS), "pickle", True),
        (_without(TENSORS), "model.safetensors", True),
        (_without(DIMS), "has no dims.json", True),
        (_one_tensor_less, "decoder.ln.bias", True),
        (_changed(DIMS, lambda d: {**d, "n_audio_state": 64, "n_text_state": 64}), "size mismatch", True),
        (_changed(DIMS, lambda d: {**d, "n_text_layer": 3}), "Missing key", True),
        (_changed(DIMS, lambda d: {**d, "n_mels": 40}), "n_mels is 40, not 80 or 128", True),
        (_changed(DIMS, lambda d: {**d, "n_audio_ctx": 1000}), "n_audio_ctx is 1000", True),
        (_changed(DIMS, lambda d: {**d, "n_vocab": 400}), "n_vocab is 400", True),
        (_changed(DIMS, lambda d: {**d, "n_text_head": 5}), "among their heads", True),
        (_changed(DIMS, lambda d: {**d, "n_text_head": "2"}), "no numbers", True),
        (_changed(DIMS, lambda d: {**d, "n_text_head": 0}), "no numbers", True),
        (_changed(DIMS, lambda d: {**d, "depth": 1}), "depth", True),
        (_changed(DIMS, list), "not the weights", True),
        (lambda folder: (folder / DIMS).write_bytes(b"\xff"), "not the weights", True),
    ],
)
def test_wrong_files_of_whisper_are_refused(
    root: Path, songs: Path, tmp_path: Path, fault: Any, reason: str, again: bool
) -> None:
    _refused(OPENAI, root, songs, tmp_path, fault, reason, again)


def _other_numbers(folder: Path) -> None:
    """The tokenizer of large-v3, whose tokens after the languages count one more."""
    tiny.write_tokenizer(folder, 100)
    (folder / "tokenizer_config.json").unlink()


@pytest.mark.parametrize(
    ("fault", "reason", "again"),
    [
        (shutil.rmtree, "vernacast weights fetch faster-whisper-xs", False),
        (_cut("model.bin"), "bytes instead of", False),
        (_cut("model.bin"), "CTranslate2 cannot listen with it", True),
        (_pickle("model.bin"), "pickle", True),
        (_without("tokenizer.json"), "has no tokenizer.json", True),
        (_without("vocabulary.json"), "vocabulary", True),
        (_cut("tokenizer.json"), "CTranslate2 cannot listen with it", True),
        (_other_numbers, "<|transcribe|>, <|notimestamps|> differ", True),
        (_changed("config.json", lambda d: {**d, "model_type": "nllb"}), "calls it 'nllb'", True),
    ],
)
def test_wrong_files_of_faster_whisper_are_refused(
    root: Path, songs: Path, tmp_path: Path, fault: Any, reason: str, again: bool
) -> None:
    _refused(FASTER, root, songs, tmp_path, fault, reason, again)


def _refused(kind: Kind, root: Path, songs: Path, tmp_path: Path, fault: Any, reason: str, again: bool) -> None:
    """``again``: as if the user had accepted the files as they are."""
    folder = Path(shutil.copytree(root / kind.checkpoint, tmp_path / kind.checkpoint))
    fault(folder)
    if again:
        pin_anyway(folder)
    engine = kind.engine(tmp_path)
    engine.ears("es")
    engine.ears()
    assert reason in refusal(engine, songs / "world.flac", kind.ear())


def test_another_model_under_a_published_id_is_refused(root: Path, songs: Path, tmp_path: Path) -> None:
    folder = tmp_path / "whisper-tiny"
    shutil.copytree(root / tiny.OPENAI, folder)
    assert "is of whisper-xs" in refusal(OPENAI.engine(tmp_path), songs / "world.flac", "whisper-tiny:es")
    pin_anyway(folder)
    assert "not the weights of whisper-tiny" in refusal(
        OPENAI.engine(tmp_path), songs / "world.flac", "whisper-tiny:es"
    )
    tokens = folder.rename(tmp_path / "faster-whisper-tiny")
    with pytest.raises(WeightsRefused, match=r"has no model\.bin"):
        tiny.accept(tmp_path, tokens.name)


def test_ears_of_other_engines_are_refused(root: Path, songs: Path, kind: Kind) -> None:
    other = FASTER if kind is OPENAI else OPENAI
    for ear, reason in ((other.ear(), "has no ear"), ("mms-tts-quy:quy", "has no ear"), ("../x:es", "No checkpoint")):
        assert reason in refusal(kind.engine(root), songs / "world.flac", ear)


@pytest.mark.parametrize("looks", [True, False])
def test_a_model_that_gives_no_numbers_is_told(
    root: Path, songs: Path, monkeypatch: pytest.MonkeyPatch, looks: bool
) -> None:
    from torch.distributions import Distribution

    monkeypatch.setattr(Distribution, "_validate_args", looks)
    engine, asked = OPENAI.engine(root), job(songs / "world.flac", OPENAI.ear("en"))
    hear(engine, asked)
    model_of(engine, OPENAI).decoder.ln.weight.data.fill_(float("nan"))
    assert "NaN" in refusal(engine, songs / "world.flac", OPENAI.ear("en"))


@pytest.mark.parametrize("fault", ["torch", "ctranslate2", "python"])
def test_a_line_too_many_for_the_memory_is_told_and_stops_nobody(
    root: Path, songs: Path, kind: Kind, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    import torch

    errors = {
        "torch": torch.OutOfMemoryError("CUDA out of memory."),
        "ctranslate2": RuntimeError("CUDA failed with error out of memory"),
        "python": MemoryError(),
    }
    engine, asked = kind.engine(root), job(songs / "world.flac", kind.ear("en"))
    (before,) = hear(engine, asked)
    model = model_of(engine, kind)
    real, calls = model.transcribe, iter((errors[fault], None, RuntimeError("another fault")))

    def small(*args: Any, **told: Any) -> Any:
        if error := next(calls):
            raise error
        return real(*args, **told)

    monkeypatch.setattr(model, "transcribe", small)
    failed, after = engine.listen((asked, asked))
    assert isinstance(failed, Failed)
    assert "does not fit into the memory" in failed.reason
    assert "smaller model" in failed.reason
    assert after == before
    with pytest.raises(RuntimeError, match="another fault"):
        engine.listen((asked,))


def test_without_a_gpu_none_is_promised(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    import ctranslate2
    import torch

    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 0)
    engine = kind.engine(Path("/nonexistent"))
    with pytest.raises(EngineUnusable, match="no GPU"):
        engine.load("cuda")
    engine.close()
    monkeypatch.setattr(kind.module, "PACKAGES", ("no_such_package",))
    with pytest.raises(EngineUnusable, match="no_such_package cannot be imported"):
        engine.load()
    engine.close()


def test_ears_say_what_to_do_and_whose_licence_it_is(root: Path, tmp_path: Path, kind: Kind) -> None:
    base = kind.checkpoint.replace("xs", "base")
    (absent,) = kind.engine(tmp_path).ears("es")
    assert absent.id == f"{base}:es"
    assert (f"vernacast weights fetch {base}" in absent.broken) == (kind is FASTER), "OpenAI publishes torch files"
    assert f"vernacast weights import {base}" in absent.broken
    assert kind.engine(tmp_path).ears() == ()
    engine = kind.engine(root)
    (ear,) = engine.ears("es")
    assert (ear.id, ear.broken, ear.checkpoint) == (kind.ear(), "", kind.checkpoint)
    assert ear.licence is not None
    assert ear.licence.weights == "MIT"
    versions = engine.versions(ear.id)
    assert versions["weights"] == look(kind.checkpoint, root).digest
    shutil.copytree(root / kind.checkpoint, tmp_path / kind.checkpoint)
    (tmp_path / kind.checkpoint / "vernacast.json").unlink()
    (unpinned,) = kind.engine(tmp_path).ears("es")
    assert "not pinned" in unpinned.broken


def test_models_are_let_go(root: Path, songs: Path, kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    engine, asked = kind.engine(root), job(songs / "world.flac", kind.ear("en"))
    peaks: list[float] = []
    for _ in range(4):
        engine.load()
        hear(engine, asked)
        warm, model = engine._warm, weakref.ref(model_of(engine, kind))
        engine.close()
        engine.close()
        gc.collect()
        assert (warm.names(), model()) == ((), None)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    assert peaks[-1] - peaks[0] < 40
    monkeypatch.setenv("VERNACAST_MEMORY_GB", "0.1")
    assert "GB" in refusal(engine, songs / "world.flac", kind.ear("en"))


OFFLINE = """
import socket, sys
def refuse(*_, **__): raise SystemExit("it asks the network")
socket.socket.connect = socket.getaddrinfo = refuse
from pathlib import Path
from importlib import import_module
from speech.engine import ListenJob
for name, ear in (("whisper", "whisper-xs:en"), ("faster_whisper", "faster-whisper-xs:en")):
    engine = import_module(f"speech.engines.{name}").Engine(Path(sys.argv[1]))
    print(engine.listen((ListenJob(line="a", ear=ear, sound=sys.argv[2], language="en"),))[0].text)
"""


def test_in_a_process_of_its_own_nothing_is_fetched_and_nothing_left_at_home(
    root: Path, songs: Path, tmp_path: Path
) -> None:
    """Whisper would keep checkpoints in ~/.cache/whisper, the hub's client its own; neither is made."""
    home = tmp_path / "elsewhere"
    home.mkdir()
    settings = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "HF_", "TRANSFORMERS_", "NUMBA_"))}
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, str(root), str(songs / "world.flac")],
        env={**settings, "HOME": str(home), "TMPDIR": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split("\n")[:2] == [HEARD["world", "en"]] * 2, done.stderr
    assert list(home.rglob("*")) == []
