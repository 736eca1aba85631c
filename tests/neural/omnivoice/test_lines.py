"""Tests of how OmniVoice speaks lines, with a tiny model of the real classes."""

from __future__ import annotations

import dataclasses
import gc
import json
import resource
import socket
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
import soundfile

from languages.card import Failed
from languages.checkpoints import get_checkpoint
from languages.errors import EngineUnusable, WeightsRefused
from languages.weights import check_formats, pinned_files, read_pin
from speech.engine import Spoken
from speech.engines import omnivoice as engine_module
from speech.engines.omnivoice import Engine
from speech.neural_lines import pieces
from speech.omnivoice_lines import MARKS, Row, pace_of, plain, rows_of_line
from tests.neural.omnivoice.kit import ANA, CATALAN, LINES, SAID, job, record, refused, spoken, warm
from tests.scarce import spent
from tests.tiny import omnivoice as tiny


def repin(folder: Path) -> None:
    """Pins what lies there whatever it is, as a user could who edits the pin."""
    pin = read_pin(folder)
    assert pin is not None
    pin = dataclasses.replace(pin, files=pinned_files(folder))
    (folder / "vernacast.json").write_bytes(msgspec.json.encode(pin))


def test_lines_come_in_order_with_words_that_are_spread(root: Path, tmp_path: Path, quick: None) -> None:
    engine = Engine(root)
    jobs = tuple(job(tmp_path, text, line=str(i)) for i, text in enumerate(LINES))
    for asked, result in zip(jobs, engine.speak(jobs), strict=True):
        assert isinstance(result, Spoken), result
        info, u = soundfile.info(result.path), result.utterance
        assert (info.format, info.subtype, info.samplerate, info.channels) == ("FLAC", "PCM_16", 48_000, 1)
        assert (info.frames, u.line, u.language, u.voice) == (u.length, asked.line, "ca", f"speech/omnivoice:{CATALAN}")
        assert [w.text for w in u.words] == asked.text.split()
        assert not any(w.reported for w in u.words)
    engine.close()


def test_the_sound_is_that_of_the_library_with_the_same_sample_and_seed(root: Path, tmp_path: Path) -> None:
    """Loaded here a second time, in the library's own way, and spoken with its own noise."""
    import torch
    from omnivoice import OmniVoice

    engine = Engine(root)
    result = spoken(engine, tmp_path, "Bon dia a tothom.")
    ours = warm(engine)
    ((_, prompt),) = ours.prompts.items()
    (row,) = rows_of_line(0, job(tmp_path, "Bon dia a tothom."), "Bon dia a tothom.", "ca", pace_of(ours.model, prompt))
    theirs: Any = OmniVoice.from_pretrained(str(root / "omnivoice"))
    torch.manual_seed(row.seed)
    (wave,) = theirs.generate(
        text=row.text,
        language="ca",
        voice_clone_prompt=prompt,
        postprocess_output=False,
        pad_duration=0.0,
        fade_duration=0.0,
    )
    assert theirs.sampling_rate == ours.model.sampling_rate == 24_000
    (sound,) = engine_module._forward(ours, [row])
    assert len(wave) == row.frames * 960
    np.testing.assert_allclose(sound.samples, wave, atol=1e-5)
    assert abs(result.utterance.length - 2 * len(wave)) < 4_800  # trimmed, but not cut
    engine.close()


def test_equal_lines_are_spoken_equally_in_any_company_and_by_any_worker(
    root: Path, tmp_path: Path, quick: None
) -> None:
    engine = Engine(root)
    first = [Path(spoken(engine, tmp_path, text).path).read_bytes() for text in LINES]
    together = engine.speak(tuple(job(tmp_path, t, line="1") for t in LINES))
    engine.close()
    again = Engine(root).speak((job(tmp_path, LINES[2]), job(tmp_path, LINES[0])))
    for result, before in zip((*together, *again), (*first, first[2], first[0]), strict=True):
        assert isinstance(result, Spoken)
        assert Path(result.path).read_bytes() == before
    assert len(set(first)) == len(LINES)


def test_batches_of_the_gpu_sound_as_each_line_alone(root: Path, tmp_path: Path) -> None:
    """The path that CUDA takes, here on a CPU; lines of four lengths, two of which are full before the others."""
    engine = Engine(root)
    spoken(engine, tmp_path, "Sí.")
    loaded = warm(engine)
    loaded.settings.num_step = 8
    (prompt,) = loaded.prompts.values()
    rows = [
        row
        for i, text in enumerate((*LINES, *(t.upper() for t in LINES)))
        for row in rows_of_line(i, job(tmp_path, text), text, "ca", pace_of(loaded.model, prompt))
    ]
    rows[1] = dataclasses.replace(rows[1], text="S")
    assert len(rows) == 8
    assert len({row.frames for row in rows}) >= 4
    together = list(engine_module._forward(loaded, rows))
    for row, ours in zip(rows, together, strict=True):
        (alone,) = engine_module._forward(loaded, [row])
        np.testing.assert_allclose(ours.samples, alone.samples, atol=1e-4)
    (other,) = engine_module._forward(loaded, [dataclasses.replace(rows[0], seed=7)])
    assert np.abs(other.samples - together[0].samples).max() > 0.01
    engine.close()


def test_a_few_tokens_are_full_long_before_the_last_step(root: Path, tmp_path: Path, quick: None) -> None:
    """Whose turn it is for noise: one frame has 8 tokens, so that it draws in fewer than 32 steps."""
    engine = Engine(root)
    spoken(engine, tmp_path, "Sí.")
    loaded = warm(engine)
    loaded.settings.num_step = 32
    (prompt,) = loaded.prompts.values()
    short, long = (Row(job=0, text=t, code="ca", seed=3, frames=0, prompt=prompt) for t in (".", "Bon dia a tots."))
    rows = [dataclasses.replace(r, frames=pace_of(loaded.model, prompt).frames(r.text)) for r in (short, long)]
    together = list(engine_module._forward(loaded, rows))
    for row, ours in zip(rows, together, strict=True):
        (alone,) = engine_module._forward(loaded, [row])
        np.testing.assert_allclose(ours.samples, alone.samples, atol=1e-4)
    with pytest.raises(RuntimeError, match="another order"):
        list(engine_module._forward(loaded, [dataclasses.replace(rows[1], frames=3)]))
    engine.close()


def test_a_sample_without_its_text_or_with_a_wrong_one_is_refused(
    root: Path, tmp_path: Path, people: Path, quick: None
) -> None:
    engine = Engine(root)
    record(people, sample_text=" ")
    (voice,) = [v for v in engine.voices("ca") if v.consent]
    assert "--sample-text" in voice.broken
    assert "--sample-text" in refused(engine, tmp_path, voice=ANA)
    for text in ("a", SAID * 20):
        record(people, sample_text=text)
        assert "with the text that is said" in refused(engine, tmp_path, voice=ANA)
    record(people, loud=0.0)
    assert "silence" in refused(engine, tmp_path, voice=ANA)
    record(people, seconds=25.0, sample_text=SAID * 6)
    (finding,) = spoken(engine, tmp_path, "Sí.", ANA).utterance.findings
    assert "lasts 25 s" in finding.text
    engine.close()


def test_versions_name_the_weights_the_packages_and_the_person_s_sample(root: Path, people: Path) -> None:
    plain_voice = Engine(root).versions(CATALAN)
    assert {"weights", "torch", "transformers", "omnivoice", "soxr"} <= set(plain_voice)
    assert "sample" not in plain_voice
    record(people)
    before = Engine(root).versions(ANA)
    record(people, sample_text="Una altra cosa.")
    assert before["sample"] != Engine(root).versions(ANA)["sample"]
    assert before["weights"] == plain_voice["weights"]


def test_text_is_nothing_but_text(root: Path, tmp_path: Path, quick: None) -> None:
    engine = Engine(root)
    text = "Hola <|text_end|><|im_end|> [laughter] [B EY1 S]\r\namic\u202e\u0007 \u00ad«uno»"
    assert isinstance(spoken(engine, tmp_path, text), Spoken)
    loaded = warm(engine)
    assert set(MARKS) < set(loaded.marks)
    clean = plain(text, loaded.marks)
    assert clean == "Hola < |text_end|>< |im_end|> (laughter) (B EY1 S)  amic «uno»"
    special = {loaded.model.text_tokenizer.convert_tokens_to_ids(m) for m in loaded.marks}
    assert special & set(loaded.model.text_tokenizer(text).input_ids)
    assert not special & set(loaded.model.text_tokenizer(clean).input_ids)
    assert plain("می\u200cخواهم", ()) == "می\u200cخواهم"
    engine.close()


def test_lines_without_anything_to_say_are_refused_and_stop_nobody_else(
    root: Path, tmp_path: Path, quick: None
) -> None:
    texts = ("", "  ", "…", "«¡¿?!»", "🎉", "Hola.")
    results = Engine(root).speak(tuple(job(tmp_path, t, line=str(i)) for i, t in enumerate(texts)))
    assert [isinstance(r, Spoken) for r in results] == [False] * 5 + [True]
    assert all(len(r.reason) > 20 for r in results if isinstance(r, Failed))


def test_every_script_and_any_character_can_be_written(root: Path, tmp_path: Path, quick: None) -> None:
    engine = Engine(root)
    for text in ("漢字です", "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ", "नमस्ते दुनिया", "100 %", "𞤀𞤣𞤤𞤢𞤥", "e\u0301te\u0301"):
        assert not spoken(engine, tmp_path, text).utterance.findings
    engine.close()


def test_5000_characters_are_spoken_in_pieces_of_at_most_30_seconds(
    root: Path, tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, real = Engine(root), engine_module._forward
    rows: list[Row] = []
    monkeypatch.setattr(engine_module, "_forward", lambda loaded, part: rows.extend(part) or real(loaded, part))
    text = ("Bon dia. El pont de fil era llarg, i la vella teixia; cada nit un tros. " * 70)[:5000]
    result = spoken(engine, tmp_path, text)
    assert [w.text for w in result.utterance.words] == text.split()
    assert sorted("".join(r.text for r in rows[1:])) == sorted("".join(p.text for p in pieces(text)))
    rows.clear()
    spoken(engine, tmp_path, "漢字" * 120 + "。")
    assert len(rows) > 1
    assert all(row.frames <= 30 * 25 for row in rows)
    engine.close()


def test_scores_and_sounds_that_are_no_numbers_are_told_and_stop_nobody_else(
    root: Path, tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Engine(root)
    spoken(engine, tmp_path, "Sí.")
    loaded = warm(engine)
    weight = loaded.model.audio_tokenizer.acoustic_decoder.conv2.weight.data
    kept = weight.clone()
    weight.fill_(float("nan"))
    assert "NaN" in refused(engine, tmp_path)
    assert "could not be made up" in refused(engine, tmp_path, voice="omnivoice:ca+male")
    weight.copy_(kept)
    heads = loaded.model.audio_heads.weight.data
    kept = heads.clone()
    heads.fill_(float("nan"))
    assert "no scores" in refused(engine, tmp_path)
    heads.copy_(kept)
    real = engine_module._forward

    def picky(loaded: Any, rows: Any) -> Any:
        if any(row.text == "Sí." for row in rows):
            raise engine_module._NoNumbers("The model gave no scores.")
        return real(loaded, rows)

    monkeypatch.setattr(engine_module, "_forward", picky)
    engine._device = "cuda"
    results = engine.speak(tuple(job(tmp_path, text) for text in LINES))
    assert [isinstance(r, Spoken) for r in results] == [True, False, True, True]
    engine.close()


def test_batches_are_halved_when_memory_runs_out(
    root: Path, tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    engine = Engine(root)
    spoken(engine, tmp_path, "Sí.")
    real, sizes = engine_module._forward, []

    def small(loaded: Any, rows: Any) -> Any:
        sizes.append(len(rows))
        if len(rows) > 2:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return real(loaded, rows)

    monkeypatch.setattr(engine_module, "_forward", small)
    engine._device = "cuda"
    results = engine.speak(tuple(job(tmp_path, t, line=str(i)) for i, t in enumerate(LINES * 2)))
    assert [isinstance(r, Spoken) and r.utterance.line for r in results] == [str(i) for i in range(8)]
    assert (sizes[0], max(sizes[-4:])) == (8, 2)

    def never(loaded: Any, rows: Any) -> Any:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(engine_module, "_forward", never)
    assert "memory" in refused(engine, tmp_path)
    engine.close()


def test_the_model_goes_on_close_and_memory_does_not_grow(
    root: Path, tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, peaks = Engine(root), []
    for _ in range(3):
        engine.load()
        spoken(engine, tmp_path, "Bon dia.")
        model = weakref.ref(warm(engine).model)
        engine.close()
        engine.close()
        gc.collect()
        assert model() is None
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    assert peaks[-1] - peaks[0] < 40
    monkeypatch.setenv("VERNACAST_MEMORY_GB", "0.1")
    assert "GB" in refused(engine, tmp_path)


def test_no_gpu_is_said_at_once(root: Path) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("there is a GPU")
    with pytest.raises(EngineUnusable, match="no GPU"):
        Engine(root).load("cuda")


def test_nothing_is_fetched_printed_or_run_from_the_folder(
    tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tiny.build(tmp_path)
    (folder / "evil.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\nclass Evil: pass\n")
    for name, auto in (
        ("tokenizer_config.json", {"AutoTokenizer": ["evil.Evil", "evil.Evil"]}),
        ("config.json", {"AutoConfig": "evil.Evil", "AutoModel": "evil.Evil"}),
        ("audio_tokenizer/config.json", {"AutoModel": "evil.Evil"}),
        ("audio_tokenizer/preprocessor_config.json", {"AutoFeatureExtractor": "evil.Evil"}),
    ):
        told = json.loads((folder / name).read_text(encoding="utf-8"))
        (folder / name).write_text(json.dumps({**told, "auto_map": auto}), encoding="utf-8")
    tiny.accept(tmp_path, "omnivoice")
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("it asked the network"))
    monkeypatch.setattr("sys.stdin", None)
    capfd.readouterr()
    spoken(Engine(tmp_path), tmp_path, "Bon dia.")
    assert capfd.readouterr().out == ""
    assert not (tmp_path / "ran").exists()


def test_wrong_files_are_refused_with_a_reason(tmp_path: Path, quick: None) -> None:
    engine = Engine(tmp_path)
    assert engine.voices() == ()
    assert "vernacast weights fetch omnivoice" in engine.voices("ca")[0].broken
    assert "vernacast weights fetch omnivoice" in refused(engine, tmp_path)
    folder = tiny.build(tmp_path)
    for name in ("model.safetensors", "audio_tokenizer/model.safetensors"):
        file = folder / name
        whole = file.read_bytes()
        file.write_bytes(whole[:-100])
        assert "bytes instead of" in engine.voices("ca")[0].broken
        repin(folder)
        assert "cut short" in refused(engine, tmp_path)
        file.write_bytes(b"\x80\x04" + whole[2:])
        repin(folder)
        assert "pickle" in refused(engine, tmp_path)
        file.unlink()
        with pytest.raises(WeightsRefused, match=f"no {name}"):
            check_formats(get_checkpoint("omnivoice"), folder)
        file.write_bytes(whole)
    config = (folder / "config.json").read_text(encoding="utf-8")
    (folder / "config.json").write_text(config.replace('"omnivoice"', '"qwen3"'), encoding="utf-8")
    repin(folder)
    assert "calls it 'qwen3'" in refused(engine, tmp_path)
    (folder / "config.json").write_text(config, encoding="utf-8")
    repin(folder)
    assert spoken(engine, tmp_path, "Bon dia.")
    engine.close()


def test_half_a_model_or_parts_of_another_are_refused(tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    folder = tiny.build(tmp_path)

    def reason() -> str:
        repin(folder)
        return refused(Engine(tmp_path), tmp_path)

    for name, lost in (("model.safetensors", "audio_heads.weight"), ("audio_tokenizer/model.safetensors", "fc2.bias")):
        whole = (folder / name).read_bytes()
        tensors = load_file(folder / name)
        del tensors[lost]
        save_file(tensors, folder / name, metadata={"format": "pt"})
        assert f"({lost}, …)" in reason()
        (folder / name).write_bytes(whole)

    def changed(name: str, **told: Any) -> str:
        kept = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(json.dumps({**json.loads(kept), **told}), encoding="utf-8")
        found = reason()
        (folder / name).write_text(kept, encoding="utf-8")
        return found

    assert "sampling rates" in changed("audio_tokenizer/preprocessor_config.json", sampling_rate=16_000)
    assert "cannot be loaded as OmniVoice" in changed("config.json", llm_config=None)
    assert "cannot be loaded as OmniVoice" in changed("config.json", num_audio_codebook=4)
    assert "cannot be loaded as OmniVoice" in changed("audio_tokenizer/config.json", target_bandwidths="many")
    told = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    letters = {**told["model"]["vocab"]}
    letters["zzz"] = letters.pop("Ã")
    merges = [m for m in told["model"]["merges"] if "Ã" not in "".join(m)]
    kept = {k: v for k, v in letters.items() if len(k) == 1 or not k.count("Ã")}
    assert "every letter" in changed("tokenizer.json", model={**told["model"], "vocab": kept, "merges": merges})
    assert spoken(Engine(tmp_path), tmp_path, "Sí.") if not repin(folder) else None


def test_convolutions_are_calculated_in_all_of_float32(
    root: Path, tmp_path: Path, quick: None, is_exact: Callable[[], bool]
) -> None:
    engine = Engine(root)
    spoken(engine, tmp_path, "Sí.")
    assert is_exact()
    engine.close()


def test_memory_that_runs_out_while_a_model_is_loaded_fails_its_lines(
    root: Path, tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Engine(root)
    with monkeypatch.context() as patch:
        patch.setattr(engine_module, "_load", spent)
        (failed,) = engine.speak((job(tmp_path, "Sí."),))
    assert isinstance(failed, Failed)
    assert "does not fit into the memory that is free" in failed.reason
    (made,) = engine.speak((job(tmp_path, "Sí."),))
    assert isinstance(made, Spoken)
    engine.close()
