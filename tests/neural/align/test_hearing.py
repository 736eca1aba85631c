"""Tests of CTC ears and aligners with tiny models of the real classes that were taught what they hear."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from flows.commands import weights_import
from languages.card import Failed
from languages.weights import look, sha256_of, write_pin
from speech.cer import errors
from speech.ctc_languages import ALIGNER
from speech.engine import Transcript
from speech.engines import align as engine_module
from speech.engines.align import Engine
from tests.neural.align.kit import EAR, hear, job, sung, write
from tests.tiny import ctc as tiny

pytestmark = pytest.mark.timeout(240)  # teaching the tiny model takes ten CPU seconds

FRAME = 960
"""Ticks of 20 ms."""


def off_by(told: Transcript, truth: Sequence[tuple[float, float]]) -> float:
    """The largest error of a word's start or end, in seconds."""
    assert len(told.words) == len(truth)
    return max(
        max(abs(w.start / 48_000 - a), abs(w.end / 48_000 - b)) for w, (a, b) in zip(told.words, truth, strict=True)
    )


@pytest.mark.parametrize("checkpoint", ["ctc-es", ALIGNER])
def test_words_lie_where_they_were_sung(root: Path, tmp_path: Path, checkpoint: str) -> None:
    engine, told = Engine(root), sung(tmp_path, 8)
    jobs = [job(path, text, f"{checkpoint}:es", str(i)) for i, (text, _, path) in enumerate(told)]
    answers = hear(engine, *jobs)
    assert [a.line for a in answers] == [j.line for j in jobs]
    for (text, truth, _), answer in zip(told, answers, strict=True):
        assert answer.aligned
        assert [w.text for w in answer.words] == text.split()
        assert [text[w.offset : w.offset + len(w.text)] for w in answer.words] == text.split()
        assert off_by(answer, truth.words) < 0.04, "two frames"
        assert all(a.start < a.end <= b.start for a, b in zip(answer.words, answer.words[1:], strict=False))
        assert answer.words[-1].end <= len(truth.samples) * 3
        assert answer.confidence > 0.8
    engine.close()


def test_the_transcript_is_what_the_librarys_own_classes_write(root: Path, tmp_path: Path, float32: None) -> None:
    import torch
    from transformers import Wav2Vec2ForCTC, Wav2Vec2Processor

    processor: Any = Wav2Vec2Processor.from_pretrained(root / "ctc-es")
    model: Any = Wav2Vec2ForCTC.from_pretrained(root / "ctc-es").eval()
    told = sung(tmp_path, 5)
    answers = hear(Engine(root), *(job(path) for _, _, path in told))
    for (text, _, path), answer in zip(told, answers, strict=True):
        samples = soundfile.read(path, dtype="float32")[0]
        with torch.inference_mode():
            logits = model(processor(samples, sampling_rate=tiny.RATE_HZ, return_tensors="pt").input_values).logits
        assert answer.text == processor.decode(logits[0].argmax(-1))
        assert answer.text == text
        assert not answer.aligned
        assert [w.text for w in answer.words] == text.split()


def test_the_transcript_does_not_look_at_the_text(root: Path, tmp_path: Path) -> None:
    ((text, _, path),) = sung(tmp_path, 1)
    right, wrong, none = hear(Engine(root), job(path, text), job(path, "tot ser ni al"), job(path))
    assert right.text == wrong.text == none.text == text
    assert wrong.aligned


def test_the_aligner_writes_nothing_and_says_how_well_a_text_fits(root: Path, tmp_path: Path) -> None:
    ((text, _, path),) = sung(tmp_path, 1)
    other = "tot ser ni al"
    right, wrong, none = hear(Engine(root), *(job(path, t, f"{ALIGNER}:es") for t in (text, other, "")))
    assert (right.text, none.text) == ("", "")
    assert right.confidence > 0.9
    assert wrong.confidence < 0.5
    assert (none.aligned, none.words, none.confidence) == (False, (), 0.0)


def test_other_scripts_are_laid_by_their_romanisation(root: Path, tmp_path: Path) -> None:
    song = tiny.sing("rel sa tino", 3)
    path = write(tmp_path / "a.flac", song.samples)
    text = "Рел, са тино!"
    engine = Engine(root)
    (told,) = hear(engine, job(path, text, f"{ALIGNER}:ru"))
    assert [(w.text, w.offset, w.reported) for w in told.words] == [
        ("Рел,", 0, True),
        ("са", 5, True),
        ("тино!", 8, True),
    ]
    assert off_by(told, song.words) < 0.04
    engine.close()


def test_a_batch_hears_what_each_line_alone_does(root: Path, tmp_path: Path, float32: None) -> None:
    """The path that CUDA takes, here on a CPU: equal but for the rounding of sums."""
    loaded = engine_module._load(root / "ctc-es", "cpu")
    sounds = [tiny.sing("as lo" * (1 + i), i).samples[: -137 * i or None] for i in range(6)]
    together = engine_module._forward(loaded, sounds)
    for one, row in zip(sounds, together, strict=True):
        (alone,) = engine_module._forward(loaded, [one])
        assert alone.shape == row.shape == ((len(one) - 400) // 320 + 1, len(tiny.PIECES))
        np.testing.assert_allclose(alone, row, atol=1e-3)


@pytest.mark.parametrize(
    ("device", "norm", "batches"), [("cpu", "layer", 6), ("cuda", "layer", 1), ("cuda", "group", 6)]
)
def test_only_a_gpu_batches_and_never_models_that_see_the_padding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, device: str, norm: str, batches: int
) -> None:
    from transformers import Wav2Vec2ForCTC

    model: Any = Wav2Vec2ForCTC(
        tiny.config(len(tiny.PIECES), feat_extract_norm=norm, do_stable_layer_norm=norm == "layer")
    )
    tiny.save(tmp_path, "ctc-es", model, {piece: i for i, piece in enumerate(tiny.PIECES)})
    engine, real, sizes = Engine(tmp_path), engine_module._forward, []

    def seen(loaded: Any, sounds: Sequence[np.ndarray]) -> list[np.ndarray]:
        sizes.append(len(sounds))
        return real(loaded, sounds)

    monkeypatch.setattr(engine_module, "_forward", seen)
    monkeypatch.setattr(engine_module, "_load", lambda folder, _, load=engine_module._load: load(folder, "cpu"))
    engine.load()
    engine._device = device
    told = sung(tmp_path, 6)
    answers = hear(engine, *(job(path) for _, _, path in told))
    assert len(sizes) == batches
    assert len(answers) == 6


def test_bfloat16_hears_the_same_letters_at_the_same_frames(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    told = sung(tmp_path, 12, words=6)
    found: dict[torch.dtype, list[Transcript]] = {}
    for kind in (torch.float32, torch.bfloat16):
        monkeypatch.setattr(engine_module, "number_format", lambda _, kind=kind: kind)
        engine = Engine(root)
        found[kind] = hear(engine, *(job(path, text) for text, _, path in told))
        assert engine._warm is not None
        loaded = engine._warm.get("ctc-es", 0, lambda: pytest.fail("it is warm"))
        assert next(loaded.model.parameters()).dtype is kind
        engine.close()
    for exact, rough in zip(*found.values(), strict=True):
        assert exact.text == rough.text
        assert rough.confidence == pytest.approx(exact.confidence, abs=0.02)
        for a, b in zip(exact.words, rough.words, strict=True):
            assert abs(a.start - b.start) <= FRAME + 20
            assert abs(a.end - b.end) <= FRAME + 20


@pytest.mark.parametrize(
    ("able", "wanted"), [({}, "float32"), ({"avx512_bf16": True}, "bfloat16"), ({"amx_bf16": True}, "bfloat16")]
)
def test_only_cpus_that_multiply_bfloat16_calculate_in_it(
    monkeypatch: pytest.MonkeyPatch, able: dict[str, bool], wanted: str
) -> None:
    import torch

    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx512_f": True, "avx512_bf16": False, **able})
    assert str(engine_module.number_format("cpu")) == f"torch.{wanted}"


def test_a_text_that_the_sound_has_no_room_for_is_not_laid(root: Path, tmp_path: Path) -> None:
    ((text, _, path),) = sung(tmp_path, 1)
    for ear in (EAR, f"{ALIGNER}:es"):
        long, unknown, digits = hear(Engine(root), *(job(path, t, ear) for t in (f"{text} " * 200, "…¡!", "12 37")))
        assert not long.aligned
        assert not unknown.aligned
        assert not digits.aligned
    assert digits.words == ()


def test_what_the_model_does_not_know_is_left_out_and_its_word_kept(root: Path, tmp_path: Path) -> None:
    song = tiny.sing("rel tino", 4)
    (told,) = hear(Engine(root), job(write(tmp_path / "a.flac", song.samples), "rèl 37 tíno"))
    assert [(w.text, w.reported) for w in told.words] == [("rèl", True), ("37", False), ("tíno", True)]
    assert abs(told.words[2].start / 48_000 - song.words[1][0]) < 0.04


def test_capitals_are_laid_where_the_model_writes_those(tmp_path: Path) -> None:
    pieces = ("<pad>", "<s>", "</s>", "<unk>", "|", *tiny.LETTERS.upper())
    tiny.build(tmp_path, "ctc-es_capitals", pieces)
    song = tiny.sing("rel sa tino", 5)
    path = write(tmp_path / "a.flac", song.samples)
    (told,) = hear(Engine(tmp_path), job(path, "Rel sa tino.", "ctc-es_capitals:es"))
    assert told.text == "REL SA TINO"
    assert [w.text for w in told.words] == ["Rel", "sa", "tino."]
    assert off_by(told, song.words) < 0.04


def test_long_sounds_are_cut_where_nobody_sings_and_stay_in_time(root: Path, tmp_path: Path) -> None:
    draw = random.Random(3)
    text = tiny.phrase(draw, 110)
    song = tiny.sing(text, 6)
    assert len(song.samples) > 65 * tiny.RATE_HZ
    (told,) = hear(Engine(root), job(write(tmp_path / "a.flac", song.samples), text))
    assert told.aligned
    assert off_by(told, song.words) < 0.06
    assert errors(text, told.text).rate < 0.03


def test_what_is_left_of_a_cut_may_be_less_than_a_frame(root: Path, tmp_path: Path) -> None:
    noise = np.random.default_rng(0).normal(0, 0.1, 30 * tiny.RATE_HZ + 1)
    noise[-321:-1] = 0  # the quietest place, 10 ms before the end
    (told,) = hear(Engine(root), job(write(tmp_path / "a.wav", noise)))
    assert isinstance(told, Transcript)


def test_adapters_write_each_its_own_language(tmp_path: Path, float32: None) -> None:
    """As facebook/mms-1b-all: one model, one vocabulary of vocabularies, a small file of weights a language."""
    import torch
    from safetensors.torch import save_file
    from transformers import Wav2Vec2ForCTC, Wav2Vec2Processor

    special = ["<pad>", "<s>", "</s>", "<unk>", "|"]
    vocabulary = {
        code: {piece: i for i, piece in enumerate([*special, *letters])}
        for code, letters in {"cat": "aeilnoç", "quy": "aiñqt", "uzb-script_cyrillic": "абғ", "eng": "abc"}.items()
    }
    torch.manual_seed(1)
    model: Any = Wav2Vec2ForCTC(tiny.config(len(vocabulary["eng"]), adapter_attn_dim=4))
    folder = tiny.save(tmp_path, "ctc-mms-1b-all", model, vocabulary, pinned=False, target_lang="eng")
    for code in ("cat", "quy", "uzb-script_cyrillic"):
        model.lm_head = torch.nn.Linear(32, len(vocabulary[code]))
        torch.nn.init.normal_(model.lm_head.weight)
        with torch.no_grad():
            model.lm_head.bias[1:4] = -30.0  # what no taught model writes
        for name, weight in (adapter := model._get_adapters()).items():
            if "lm_head" not in name:
                torch.nn.init.normal_(weight)
        save_file({k: v.detach().contiguous() for k, v in adapter.items()}, folder / f"adapter.{code}.safetensors")
    write_pin(look("ctc-mms-1b-all", tmp_path), who="a test")
    engine = Engine(tmp_path)
    assert {e.language for e in engine.ears()} == {"ca", "quy", "uz-Cyrl"}, "no adapter of English is here"
    path = write(tmp_path / "a.flac", tiny.sing("relo santo", 2).samples)
    ears = {"cat": "ca", "quy": "quy", "uzb-script_cyrillic": "uz-Cyrl"}
    answers = hear(engine, *(job(path, ear=f"ctc-mms-1b-all:{tag}") for tag in (*ears.values(), "ca")))
    assert answers[0].text == answers[3].text
    for code, answer in zip(ears, answers, strict=False):
        own: Any = Wav2Vec2ForCTC.from_pretrained(folder, target_lang=code, ignore_mismatched_sizes=True).eval()
        processor: Any = Wav2Vec2Processor.from_pretrained(folder, target_lang=code)
        given = processor(soundfile.read(path, dtype="float32")[0], sampling_rate=16_000, return_tensors="pt")
        with torch.inference_mode():
            heard = processor.decode(own(given.input_values).logits[0].argmax(-1))
        assert len(heard) > 3
        assert answer.text == " ".join(heard.split())
    save_file({"lm_head.bias": torch.zeros(10)}, folder / "adapter.quy.safetensors")
    write_pin(look("ctc-mms-1b-all", tmp_path), who="a test")
    wrong, right = Engine(tmp_path).listen(tuple(job(path, ear=f"ctc-mms-1b-all:{tag}") for tag in ("quy", "ca")))
    assert isinstance(wrong, Failed)
    assert "missing keys" in wrong.reason
    assert isinstance(right, Transcript)
    assert right.text == answers[0].text


def test_an_ear_that_is_published_as_a_torch_file_hears_the_same(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch
    from safetensors.torch import load_file

    ((_, _, path),) = sung(tmp_path, 1)
    (before,) = hear(Engine(root), job(path))
    published = Path(shutil.copytree(root / "ctc-es", tmp_path / "published"))
    (published / "vernacast.json").unlink()
    torch.save(load_file(published / "model.safetensors"), published / "pytorch_model.bin")
    (published / "model.safetensors").unlink()
    monkeypatch.setenv("VERNACAST_WEIGHTS", str(tmp_path / "weights"))
    assert weights_import.run("ctc-es", str(published), sha256_of(published / "pytorch_model.bin")) == 0
    assert hear(Engine(), job(path)) == [before]
