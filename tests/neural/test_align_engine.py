"""Tests of the engine ``align`` with tiny models of the real classes that were taught what they hear."""

from __future__ import annotations

import gc
import json
import random
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
from speech.cer import errors
from speech.ctc_languages import ALIGNER
from speech.engine import ListenJob, Transcript
from speech.engines import align as engine_module
from speech.engines.align import Engine
from tests.tiny import ctc as tiny

pytestmark = pytest.mark.timeout(240)  # teaching the tiny model takes ten CPU seconds
EAR = "ctc-es:es"
FRAME = 960
"""Ticks of 20 ms."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("ctc")
    tiny.build(place)
    tiny.build_aligner(place)
    return place


@pytest.fixture
def float32(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    monkeypatch.setattr(engine_module, "number_format", lambda _: torch.float32)


def write(path: Path, samples: np.ndarray, rate: int = tiny.RATE_HZ) -> Path:
    soundfile.write(path, samples, rate)
    return path


def job(path: Path, text: str = "", ear: str = EAR, line: str = "a") -> ListenJob:
    return ListenJob(line=line, ear=ear, sound=str(path), language=ear.partition(":")[2], text=text)


def hear(engine: Engine, *jobs: ListenJob) -> list[Transcript]:
    answers = engine.listen(jobs)
    assert all(isinstance(a, Transcript) for a in answers), answers
    return [a for a in answers if isinstance(a, Transcript)]


def refusal(root: Path, sound: Path, ear: str = EAR) -> str:
    (answer,) = Engine(root).listen((job(sound, "aro", ear),))
    assert isinstance(answer, Failed)
    return answer.reason


def sung(folder: Path, count: int, words: int = 4) -> list[tuple[str, tiny.Sung, Path]]:
    draw = random.Random(7)
    texts = [tiny.phrase(draw, words) for _ in range(count)]
    sounds = [tiny.sing(text, 5000 + i) for i, text in enumerate(texts)]
    return [(t, s, write(folder / f"{i}.flac", s.samples)) for i, (t, s) in enumerate(zip(texts, sounds, strict=True))]


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
