"""What the CTC ears and aligners refuse, and how they say it."""

from __future__ import annotations

import gc
import json
import shutil
import socket
import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from languages.card import Failed
from languages.engine_codes import codes
from languages.weights import look, pinned_files, write_pin
from speech.ctc_languages import ALIGNER
from speech.engine import Transcript
from speech.engines import align as engine_module
from speech.engines.align import Engine
from tests.neural.align.kit import EAR, hear, job, sung, write
from tests.scarce import room_for, spent
from tests.tiny import ctc as tiny

pytestmark = pytest.mark.timeout(240)  # teaching the tiny model takes ten CPU seconds


def refusal(root: Path, sound: Path, ear: str = EAR) -> str:
    (answer,) = Engine(root).listen((job(sound, "aro", ear),))
    assert isinstance(answer, Failed)
    return answer.reason


def test_batches_are_halved_when_memory_runs_out(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    engine, real = Engine(root), engine_module._forward
    engine.load()
    engine._device = "cuda"
    most = 2

    def small(loaded: Any, sounds: Sequence[np.ndarray]) -> list[np.ndarray]:
        if len(sounds) > most:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return real(loaded, sounds)

    monkeypatch.setattr(engine_module, "_forward", small)
    monkeypatch.setattr(engine_module, "_load", lambda folder, _, load=engine_module._load: load(folder, "cpu"))
    told = sung(tmp_path, 6)
    jobs = [job(path, line=str(i)) for i, (_, _, path) in enumerate(told)]
    assert [(a.line, a.text) for a in hear(engine, *jobs)] == [(str(i), text) for i, (text, _, _) in enumerate(told)]
    most = 0
    (failed,) = engine.listen(tuple(jobs[:1]))
    assert isinstance(failed, Failed)
    assert "does not fit" in failed.reason


def test_silence_short_odd_and_endless_sounds_are_refused_alone(root: Path, tmp_path: Path) -> None:
    write(tmp_path / "silence.flac", np.zeros(48_000), 48_000)
    write(tmp_path / "short.flac", np.full(4_800, 0.1), 48_000)
    (tmp_path / "no.flac").write_bytes(b"not a sound")
    with soundfile.SoundFile(tmp_path / "long.flac", "w", 8_000, 1) as file:
        for _ in range(3 * 60):
            file.write(np.zeros(60 * 8_000, np.float32))
    ((text, _, good),) = sung(tmp_path, 1)
    jobs = [job(tmp_path / f"{n}.flac", text, line=n) for n in ("silence", "short", "no", "long")]
    *refused, fine = Engine(root).listen((*jobs, job(good)))
    assert isinstance(fine, Transcript)
    for answer, reason in zip(refused, ("silence", "0.10 s: too short", "cannot be read", "3.0 h"), strict=True):
        assert isinstance(answer, Failed)
        assert reason in answer.reason


def test_ears_say_what_they_can_and_whose_language_it_is(root: Path) -> None:
    engine = Engine(root)
    assert {e.id for e in engine.ears("es")} >= {EAR}
    (quy,) = engine.ears("quy")
    assert (quy.id, quy.transcribes, quy.aligns, quy.broken) == (f"{ALIGNER}:quy", False, True, "")
    assert quy.licence is not None
    assert quy.licence.weights == "CC-BY-NC-4.0"
    all_ = engine.ears()
    assert {e.language for e in all_ if e.checkpoint == ALIGNER} == set(codes("mms").values())
    assert [(e.id, e.transcribes) for e in all_ if e.checkpoint != ALIGNER] == [(EAR, True)]
    assert engine.ears("tlh") == ()
    (absent,) = Engine(Path("/nonexistent")).ears("quy")
    assert "vernacast weights fetch mms-300m-forced-aligner" in absent.broken
    assert engine.versions(EAR)["weights"] == look("ctc-es", root).digest


def test_an_ear_of_another_engine_language_or_checkpoint_is_refused(root: Path, tmp_path: Path) -> None:
    sound = write(tmp_path / "a.flac", tiny.sing("aro", 1).samples)
    assert "does not know the language" in refusal(root, sound, "ctc-es:ca")
    assert "does not know the language" in refusal(root, sound, f"{ALIGNER}:tlh")
    assert "has no ear" in refusal(root, sound, "whisper-base:es")
    assert "No checkpoint" in refusal(root, sound, "ctc-../es:es")
    assert "are not here" in refusal(root, sound, "ctc-ca:ca")
    shutil.copytree(root / "ctc-es", tmp_path / "ctc-base-960h")
    write_pin(look("ctc-base-960h", tmp_path), who="a test")
    assert "Nothing says which language" in refusal(tmp_path, sound, "ctc-base-960h:en")
    assert Engine(tmp_path).ears() == ()


def test_older_names_of_the_same_tensors_are_known(root: Path, tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    folder = Path(shutil.copytree(root / "ctc-es", tmp_path / "ctc-es"))
    names = {"parametrizations.weight.original0": "weight_g", "parametrizations.weight.original1": "weight_v"}
    tensors = load_file(folder / "model.safetensors")
    renamed = {k.replace(old, new): v for k, v in tensors.items() for old, new in names.items() if old in k}
    kept = {k: v for k, v in tensors.items() if "parametrizations" not in k and "masked_spec_embed" not in k}
    assert len(renamed) == 2
    save_file({**kept, **renamed}, folder / "model.safetensors", metadata={"format": "pt"})
    tiny.accept(tmp_path, "ctc-es")
    ((text, _, path),) = sung(tmp_path, 1)
    (told,) = hear(Engine(tmp_path), job(path))
    assert told.text == text


def _cut(folder: Path) -> None:
    path = folder / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-100])


def _pickle(folder: Path) -> None:
    import torch

    torch.save({"lm_head.weight": torch.zeros(1)}, folder / "model.safetensors")


def _told(name: str, **changes: object) -> Any:
    def change(folder: Path) -> None:
        told = json.loads((folder / name).read_text(encoding="utf-8"))
        (folder / name).write_text(json.dumps({**told, **changes}), encoding="utf-8")

    return change


def _no_head(folder: Path) -> None:
    from safetensors.torch import load_file, save_file

    tensors = {k: v for k, v in load_file(folder / "model.safetensors").items() if not k.startswith("lm_head")}
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})


@pytest.mark.parametrize(
    ("fault", "reason", "again"),
    [
        (shutil.rmtree, "not here", False),
        (_cut, "bytes instead of", False),
        (_cut, "the file is damaged", True),
        (_pickle, "pickle", True),
        (_told("config.json", model_type="whisper"), "calls it 'whisper'", True),
        (_no_head, "lm_head", True),
        (_told("config.json", hidden_size=48), "cannot be loaded", True),
        (_told("config.json", pad_token_id=3), "for the blank", True),
        (_told("vocab.json", ß=99), "token 99", True),
        (_told("preprocessor_config.json", sampling_rate=8000), "8000 Hz", True),
        (_told("tokenizer_config.json", tokenizer_class="Wav2Vec2PhonemeCTCTokenizer"), "no letters", True),
    ],
)
def test_wrong_files_are_refused_with_a_reason(
    root: Path, tmp_path: Path, fault: Any, reason: str, again: bool
) -> None:
    """``again``: as if the user had accepted them as they are."""
    folder = Path(shutil.copytree(root / "ctc-es", tmp_path / "ctc-es"))
    fault(folder)
    if again:
        pin = json.loads((folder / "vernacast.json").read_text(encoding="utf-8"))
        pin["files"] = {k: {"sha256": v.sha256, "bytes": v.bytes} for k, v in pinned_files(folder).items()}
        (folder / "vernacast.json").write_text(json.dumps(pin), encoding="utf-8")
    assert reason in refusal(tmp_path, write(tmp_path / "a.flac", tiny.sing("aro", 1).samples))


def test_a_model_that_gives_no_numbers_is_told(root: Path, tmp_path: Path) -> None:
    engine = Engine(root)
    ((text, _, path),) = sung(tmp_path, 1)
    hear(engine, job(path))
    assert engine._warm is not None
    engine._warm.get("ctc-es", 0, lambda: pytest.fail("it is warm")).model.lm_head.weight.data.fill_(float("nan"))
    (failed,) = engine.listen((job(path, text),))
    assert isinstance(failed, Failed)
    assert "NaN" in failed.reason


def test_nothing_is_fetched(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("it asks the network"))
    ((text, _, path),) = sung(tmp_path, 1)
    (told,) = hear(Engine(root), job(path, text))
    assert told.aligned


def test_models_are_let_go(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Engine(root)
    ((text, _, path),) = sung(tmp_path, 1)
    hear(engine, job(path, text))
    assert engine._warm is not None
    warm = engine._warm
    assert warm.names() == ("ctc-es",)
    model = weakref.ref(warm.get("ctc-es", 0, lambda: pytest.fail("it is warm")).model)
    engine.close()
    engine.close()
    gc.collect()
    assert warm.names() == ()
    assert model() is None
    monkeypatch.setenv("VERNACAST_MEMORY_GB", "0.1")
    assert "GB" in refusal(root, path)


def test_a_sound_that_alone_does_not_fit_into_memory_fails_alone(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "_forward", room_for(2 * 16_000, engine_module._forward))
    long = write(tmp_path / "long.flac", np.random.default_rng(0).normal(0, 0.1, 3 * tiny.RATE_HZ))
    ((text, _, good),) = sung(tmp_path, 1, words=1)
    first, failed, last = Engine(root).listen((job(good, line="a"), job(long, line="b"), job(good, line="c")))
    assert isinstance(failed, Failed)
    assert "does not fit into the memory" in failed.reason
    assert isinstance(first, Transcript)
    assert isinstance(last, Transcript)
    assert (first.text, last.text) == (text, text)


def test_memory_that_runs_out_while_a_model_is_loaded_fails_its_sounds(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((_, _, good),) = sung(tmp_path, 1)
    engine = Engine(root)
    with monkeypatch.context() as patch:
        patch.setattr(engine_module, "_load", spent)
        (failed,) = engine.listen((job(good),))
    assert isinstance(failed, Failed)
    assert "does not fit into the memory that is free" in failed.reason
    (made,) = engine.listen((job(good),))
    assert isinstance(made, Transcript)
    engine.close()
