from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from speech import coqui_config
from speech.coqui_config import read_told, tag_of_name, why_unwritten

ID = "coqui-vits-ewe-openbible"


def told(folder: Path, checkpoint: str = ID, files: dict[str, object] | None = None, **config: Any) -> Any:
    for name, content in {**(files or {}), "config.json": config}.items():
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    return read_told(folder, checkpoint)


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("fr-fr", "fr"),
        ("pt_br", "pt"),
        ("zh-cn", "zh"),
        ("en-us", "en"),
        ("ewe", "ee"),
        ("uz-cyrl", "uz-Cyrl"),
        ("tw_akuapem", "tw"),
        ("", ""),
        ("multilingual", ""),
        ("vctk", ""),
    ],
)
def test_names_of_languages_lose_their_countries(name: str, tag: str) -> None:
    assert tag_of_name(name) == tag


def test_the_language_is_that_of_the_data_sets_before_all_else(tmp_path: Path) -> None:
    sets = [{"language": "ha"}, {"name": "x"}]
    assert told(tmp_path, datasets=sets, phoneme_language="en-us", languages=["fr"]).tags == {"ha": "ha"}
    phonemes = {"use_phonemes": True, "phonemizer": "espeak", "phoneme_language": "pt-br"}
    assert told(tmp_path, datasets=[{"language": ""}], **phonemes).tags == {"pt-br": "pt"}
    assert told(tmp_path, phoneme_language="en-us", languages=["fr"]).tags == {"fr": "fr"}


def test_what_the_library_writes_for_want_of_a_language_is_not_believed(tmp_path: Path) -> None:
    assert told(tmp_path, phoneme_language="en-us", languages=["en"]).tags == {"ewe": "ee"}
    nameless = told(tmp_path, "coqui-vits-mymodel", languages=["en"])
    assert nameless.tags == {}
    assert "names no language" in nameless.broken


def test_paths_addresses_and_training_do_not_reach_the_library(tmp_path: Path) -> None:
    args = {
        "hidden_channels": 16,
        "use_sdp": False,
        "speakers_file": "http://x/speakers.json",
        "speaker_encoder_model_path": "/x/model_se.pth",
        "d_vector_file": ["s3://x"],
        "use_speaker_encoder_as_loss": True,
        "init_discriminator": True,
        "reinit_DP": True,
        "max_inference_len": 9,
    }
    found = told(
        tmp_path,
        model_args=args,
        audio={"sample_rate": 16000, "stats_path": "/x/stats.npy"},
        phoneme_cache_path="/x",
        languages=["ee"],
    )
    assert found.settings["model_args"] == {
        "hidden_channels": 16,
        "use_sdp": False,
        "init_discriminator": False,
        "max_inference_len": None,
    }
    assert found.settings["audio"] == {"sample_rate": 16000}
    assert "/x" not in json.dumps(found.settings)
    assert found.broken == ""


@pytest.mark.parametrize(
    ("config", "named"),
    [
        ({"characters": {"characters_class": "os.path.join"}}, "os.path.join"),
        ({"characters": {"characters_class": "TTS.tts.models.vits.load_fsspec"}}, "load_fsspec"),
        ({"text_cleaner": "re"}, "re"),
        ({"text_cleaner": ["basic_cleaners"]}, "basic_cleaners"),
        ({"use_phonemes": True, "phonemizer": "os"}, "'os'"),
        ({"use_phonemes": True, "phonemizer": "gruut"}, "gruut"),
    ],
)
def test_classes_and_functions_of_strangers_are_not_called(tmp_path: Path, config: dict[str, Any], named: str) -> None:
    assert named in told(tmp_path, **config).broken


def test_phonemes_of_espeak_take_its_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coqui_config.shutil, "which", lambda name: "/x" if name == "espeak-ng" else None)
    assert told(tmp_path, use_phonemes=True, phoneme_language="ca").broken == ""
    monkeypatch.setattr(coqui_config.shutil, "which", lambda _: None)
    assert "apt-get install espeak-ng" in told(tmp_path, use_phonemes=True, phoneme_language="ca").broken
    assert "spacy-pkuseg" in told(tmp_path, use_phonemes=True, phoneme_language="zh-cn").broken
    several = {"phonemizer": "multi_phonemizer", "datasets": [{"language": "be"}, {"language": "ca"}]}
    assert "JPype1" in told(tmp_path, use_phonemes=True, **several).broken


def test_speakers_are_read_from_json_beside_the_configuration_and_never_from_a_pickle(tmp_path: Path) -> None:
    args = {"use_speaker_embedding": True, "speakers_file": "/home/x/speakers.pth"}
    alone = told(tmp_path, model_args=args)
    assert "speakers.pth" in alone.broken
    (tmp_path / "speakers.pth").write_bytes(b"PK\x03\x04")
    assert "only JSON is read" in told(tmp_path, model_args=args).broken
    named = told(tmp_path, files={"speakers.json": {"b": 1, "a": 0}}, model_args=args)
    assert (named.speakers, named.settings["speakers"], named.broken) == ({"b": 1, "a": 0}, ["a", "b"], "")
    gap = told(tmp_path, files={"speakers.json": {"b": 5, "a": 0}}, model_args=args)
    assert gap.broken
    listed = told(tmp_path, model_args=args, speakers=["x", "y"])
    assert (listed.speakers, listed.broken) == ({"x": 0, "y": 1}, "")


def test_vectors_of_a_speaker_are_averaged_over_the_clips(tmp_path: Path) -> None:
    clips = {
        "1.wav": {"name": "a", "embedding": [1, 2]},
        "2.wav": {"name": "a", "embedding": [3, 4]},
        "3.wav": {"name": "b", "embedding": [5, 6]},
        "4.wav": {"name": "c", "embedding": ["x"]},
    }
    args = {"use_d_vector_file": True, "d_vector_file": ["/x/speakers.json"]}
    found = told(tmp_path, files={"speakers.json": clips}, model_args=args)
    assert found.vectors == {"a": (2.0, 3.0), "b": (5.0, 6.0)}
    (tmp_path / "speakers.json").unlink()
    assert "vectors of its speakers" in told(tmp_path, model_args=args).broken


def test_languages_that_a_model_tells_apart_need_their_numbers(tmp_path: Path) -> None:
    args = {"use_language_embedding": True, "language_ids_file": "D:\\x\\language_ids.json"}
    assert "language_ids.json" in told(tmp_path, model_args=args).broken
    found = told(tmp_path, files={"language_ids.json": {"fr-fr": 1, "en": 0}}, model_args=args)
    assert (found.languages, found.tags) == ({"fr-fr": 1, "en": 0}, {"fr-fr": "fr", "en": "en"})
    assert found.settings["languages"] == ["en", "fr-fr"]


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b'{"a": ' * 100_000])
def test_a_configuration_that_cannot_be_read_breaks_the_voice_and_nothing_else(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "config.json").write_bytes(content)
    assert "cannot be read" in read_told(tmp_path, ID).broken


@pytest.mark.parametrize("value", [7, "x", None, [1], {"a": 1}])
def test_entries_of_another_kind_do_no_harm(tmp_path: Path, value: object) -> None:
    names = ("model_args", "audio", "datasets", "languages", "speakers", "characters", "phonemizer", "phoneme_language")
    found = told(tmp_path, use_phonemes=True, **dict.fromkeys(names, value))
    assert isinstance(found.broken, str)


def test_languages_in_other_letters_take_further_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coqui_config, "versions_in", lambda _, packages: dict.fromkeys(packages[:1], "1"))
    assert "unidic-lite" in why_unwritten("ja")
    assert "cutlet" not in why_unwritten("ja")
    assert (why_unwritten("zh"), why_unwritten("es")) == ("", "")
