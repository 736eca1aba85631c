from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile

from languages.card import Failed
from languages.weights import look, write_pin
from speech.engine import ListenJob, Transcript
from speech.engines import omnilingual as engine_module
from speech.engines.omnilingual import Engine, arch_of, config_of
from tests.scarce import room_for, spent

EAR = "omniasr-ctc-300m:quy"
CHECKPOINT = "omniasr-ctc-300m"


@pytest.fixture(scope="module")
def engine(weights: Path) -> Engine:
    return Engine(weights)


def sound(path: Path, seconds: float, seed: int = 0, rate: int = 48_000) -> Path:
    time = np.arange(int(seconds * rate)) / rate
    rng = np.random.default_rng(seed)
    wave = sum(np.sin(2 * np.pi * rng.uniform(100, 3000) * time + rng.uniform(0, 6)) for _ in range(8))
    gate = np.repeat(rng.uniform(0, 1, int(seconds * 8) + 1), rate // 8)[: len(time)]
    soundfile.write(path, 0.05 * wave * gate + 1e-3 * rng.normal(size=len(time)), rate)
    return path


def job(path: Path, text: str = "", ear: str = EAR, line: str = "a") -> ListenJob:
    return ListenJob(line=line, ear=ear, sound=str(path), language="quy", text=text)


def hear(engine: Engine, *jobs: ListenJob) -> list[Transcript]:
    answers = engine.listen(jobs)
    assert all(isinstance(a, Transcript) for a in answers), answers
    return [a for a in answers if isinstance(a, Transcript)]


def test_it_writes_what_the_librarys_own_pipeline_writes(engine: Engine, weights: Path, tmp_path: Path) -> None:
    import torch
    from fairseq2.data.tokenizers.char import load_char_tokenizer
    from omnilingual_asr.models.inference.pipeline import ASRInferencePipeline

    paths = [sound(tmp_path / f"{i}.flac", 1.0 + i, i, rate=16_000) for i in range(3)]
    mine = hear(engine, *(job(p, line=str(i)) for i, p in enumerate(paths)))
    assert engine._warm is not None
    model = engine._warm.get(CHECKPOINT, 0.0, lambda: pytest.fail("it is not warm")).model
    tokenizer = load_char_tokenizer(weights / CHECKPOINT / "tokenizer.model", None)
    pipeline = ASRInferencePipeline(None, model=model, tokenizer=tokenizer, device="cpu", dtype=torch.float32)
    theirs = pipeline.transcribe([str(p) for p in paths], batch_size=1)
    assert all(len(t) > 3 for t in theirs)
    # ⁇ stands for the unknown letter, which is nothing that anybody said.
    assert [m.text for m in mine] == [" ".join(t.replace(" ⁇ ", "").split()) for t in theirs]
    assert [m.line for m in mine] == ["0", "1", "2"]


def test_a_batch_hears_what_each_line_alone_does(weights: Path, tmp_path: Path) -> None:
    from speech.engines.omnilingual import _forward, _load
    from speech.listening import read_16k

    engine = Engine(weights)
    engine.load()
    loaded = _load(weights / CHECKPOINT, CHECKPOINT, "cpu")
    read = [read_16k(job(sound(tmp_path / f"{i}.flac", 0.5 + 0.4 * i, i))) for i in range(8)]
    sounds = [s for s in read if not isinstance(s, Failed)]
    together = _forward(loaded, sounds)
    for one, row in zip(sounds, together, strict=True):
        (alone,) = _forward(loaded, [one])
        assert alone.shape == row.shape
        np.testing.assert_allclose(alone, row, atol=2e-3)


def test_words_of_the_text_are_laid_onto_the_sound_in_the_same_pass(engine: Engine, tmp_path: Path) -> None:
    text = "Hola mundo, el zorro salta."
    (told,) = hear(engine, job(sound(tmp_path / "a.flac", 3.0), text))
    assert told.aligned
    assert [w.text for w in told.words] == text.split()
    assert [text[w.offset : w.offset + len(w.text)] for w in told.words] == text.split()
    assert all(a.start < a.end <= b.start for a, b in zip(told.words, told.words[1:], strict=False))
    assert told.words[-1].end <= 3 * 48_000
    (blind,) = hear(engine, job(tmp_path / "a.flac"))
    assert blind.text == told.text, "the transcript must not look at the text"
    assert not blind.aligned


def test_a_text_that_the_sound_has_no_room_for_is_not_laid(engine: Engine, tmp_path: Path) -> None:
    (told,) = hear(engine, job(sound(tmp_path / "a.flac", 0.5), "hola mundo " * 450))
    assert not told.aligned
    (unknown,) = hear(engine, job(tmp_path / "a.flac", "漢字"))
    assert not unknown.aligned


def test_long_sounds_are_cut_and_heard_whole(engine: Engine, tmp_path: Path) -> None:
    (told,) = hear(engine, job(sound(tmp_path / "a.flac", 65.0, rate=16_000), "Hola mundo. El perro."))
    assert told.aligned
    assert told.words[-1].end > 10 * 48_000
    assert len(told.text) > 200


def test_silence_short_and_missing_sounds_are_refused_alone(engine: Engine, tmp_path: Path) -> None:
    good = sound(tmp_path / "good.flac", 1.0)
    for name, wave in {"silence": np.zeros(48_000), "short": np.full(4_800, 0.1)}.items():
        soundfile.write(tmp_path / f"{name}.flac", wave, 48_000)
    (tmp_path / "no.flac").write_bytes(b"not a sound")
    jobs = [job(tmp_path / f"{n}.flac", line=n) for n in ("silence", "short", "no")]
    silence, short, odd, fine = engine.listen((*jobs, job(good)))
    assert isinstance(silence, Failed)
    assert "silence" in silence.reason
    assert isinstance(short, Failed)
    assert "too short" in short.reason
    assert isinstance(odd, Failed)
    assert "cannot be read" in odd.reason
    assert isinstance(fine, Transcript)


def test_ears_carry_the_published_error_and_say_whose_it_is(engine: Engine) -> None:
    (ear,) = engine.ears("aae")
    assert ear.expected_cer == pytest.approx(0.226)
    assert "7B" in ear.evidence
    assert ear.aligns
    assert engine.ears("tlh") == ()
    (absent,) = Engine(Path("/nonexistent")).ears("aae")
    assert "omniasr-ctc" in absent.broken


def test_published_architectures_are_those_of_the_library(weights: Path, tmp_path: Path) -> None:
    Engine(weights).load()
    assert arch_of("omniasr-ctc-1b-v2") == "1b_v2"
    config = config_of(tmp_path, "omniasr-ctc-300m-v2")
    assert (config.encoder_config.num_encoder_layers, config.target_vocab_size) == (24, 10288)
    with pytest.raises(Exception, match="no CTC model '9b'"):
        config_of(tmp_path, "omniasr-ctc-9b")


@pytest.mark.parametrize(("fault", "told"), [("cut", "instead of"), ("other", "not the weights"), ("gone", "not here")])
def test_wrong_files_are_refused(weights: Path, tmp_path: Path, fault: str, told: str) -> None:
    if fault != "gone":
        shutil.copytree(weights / CHECKPOINT, tmp_path / CHECKPOINT)
    if fault == "cut":
        path = tmp_path / CHECKPOINT / "model.safetensors"
        path.write_bytes(path.read_bytes()[:-100])
    if fault == "other":
        (tmp_path / CHECKPOINT / "config.json").unlink()
        write_pin(look(CHECKPOINT, tmp_path), who="a test")
    (answer,) = Engine(tmp_path).listen((job(sound(tmp_path / "a.flac", 1.0)),))
    assert isinstance(answer, Failed)
    assert told in answer.reason


def test_models_are_let_go(weights: Path, tmp_path: Path) -> None:
    engine = Engine(weights)
    hear(engine, job(sound(tmp_path / "a.flac", 1.0)))
    assert engine._warm is not None
    warm = engine._warm
    assert warm.names() == (CHECKPOINT,)
    engine.close()
    engine.close()
    assert warm.names() == ()


def test_a_sound_that_alone_does_not_fit_into_memory_fails_alone(
    weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "_forward", room_for(2 * 16_000, engine_module._forward))
    good, long = sound(tmp_path / "good.flac", 1.0), sound(tmp_path / "long.flac", 3.0)
    first, failed, last = Engine(weights).listen((job(good, line="a"), job(long, line="b"), job(good, line="c")))
    assert isinstance(failed, Failed)
    assert "does not fit into the memory" in failed.reason
    assert isinstance(first, Transcript)
    assert isinstance(last, Transcript)
    assert first.text == last.text


def test_memory_that_runs_out_while_a_model_is_loaded_fails_its_sounds(
    weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = sound(tmp_path / "good.flac", 1.0)
    engine = Engine(weights)
    with monkeypatch.context() as patch:
        patch.setattr(engine_module, "_load", spent)
        (failed,) = engine.listen((job(good),))
    assert isinstance(failed, Failed)
    assert "does not fit into the memory that is free" in failed.reason
    (made,) = engine.listen((job(good),))
    assert isinstance(made, Transcript)
    engine.close()
