from __future__ import annotations

import json
from pathlib import Path

import pytest

from languages.engine_codes import codes
from languages.errors import WeightsRefused
from speech.ctc_languages import ALIGNER, Tongue, tag_of_adapter, tongues_of

LATIN = {"<pad>": 0, "|": 1, "a": 2, "b": 3}


def folder(place: Path, vocabulary: object = None, **told: object) -> Path:
    (place / "vocab.json").write_text(json.dumps(LATIN if vocabulary is None else vocabulary), encoding="utf-8")
    (place / "tokenizer_config.json").write_text(json.dumps(told), encoding="utf-8")
    return place


@pytest.mark.parametrize(
    ("checkpoint", "tag"),
    [("ctc-ca", "ca"), ("ctc-oc-aranes_xlsr-53", "oc-aranes"), ("ctc-sr-Latn", "sr-Latn"), ("ctc-quy_v2", "quy")],
)
def test_the_id_says_the_language(tmp_path: Path, checkpoint: str, tag: str) -> None:
    assert tongues_of(checkpoint, folder(tmp_path)) == {tag: Tongue(tag=tag)}


@pytest.mark.parametrize("checkpoint", ["ctc-base-960h", "ctc-xls-r-300m", "ctc-cat", "ctc-ca-xlsr", "ctc-wav2vec2"])
def test_an_id_that_says_none_is_refused_with_what_it_should_be(tmp_path: Path, checkpoint: str) -> None:
    with pytest.raises(WeightsRefused, match=r"ctc-TAG_NAME"):
        tongues_of(checkpoint, folder(tmp_path))


def test_latin_letters_for_a_language_of_another_script_are_a_romanisation(tmp_path: Path) -> None:
    assert tongues_of("ctc-hi", folder(tmp_path))["hi"].roman
    assert not tongues_of("ctc-hi", folder(tmp_path, {"<pad>": 0, "a": 1, "न": 2}))["hi"].roman
    assert not tongues_of("ctc-sr-Latn", folder(tmp_path))["sr-Latn"].roman


def test_the_aligner_knows_the_languages_of_mms_in_latin_letters(tmp_path: Path) -> None:
    found = tongues_of(ALIGNER, tmp_path)
    assert set(found) == set(codes("mms").values())
    assert all(tongue.roman for tongue in found.values())


def test_a_vocabulary_of_many_knows_those_whose_adapter_is_here(tmp_path: Path) -> None:
    vocabulary = {code: LATIN for code in ("cat", "eng", "uzb-script_cyrillic", "tzh-dialect_tenejapa")}
    with pytest.raises(WeightsRefused, match=r"adapter\.CODE\.safetensors"):
        tongues_of("ctc-mms-1b-all", folder(tmp_path, vocabulary))
    for code in ("cat", "uzb-script_cyrillic", "tzh-dialect_tenejapa", "fra"):
        (tmp_path / f"adapter.{code}.safetensors").write_bytes(b"")
    assert tongues_of("ctc-mms-1b-all", tmp_path) == {
        "ca": Tongue(tag="ca", code="cat"),
        "uz-Cyrl": Tongue(tag="uz-Cyrl", code="uzb-script_cyrillic"),
    }


@pytest.mark.parametrize(
    ("code", "tag"),
    [
        ("quy", "quy"),
        ("azj-script_latin", "az"),
        ("urd-script_devanagari", "ur-Deva"),
        ("cmn-script_simplified", "zh"),
        ("wal-script_latin", "wal-Latn"),
        ("acr-dialect_cubulco", ""),
        ("abc-script_klingon", ""),
    ],
)
def test_codes_of_adapters_have_tags(code: str, tag: str) -> None:
    assert tag_of_adapter(code) == tag


def test_phonemes_and_broken_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WeightsRefused, match="writes no letters"):
        tongues_of("ctc-en", folder(tmp_path, tokenizer_class="Wav2Vec2PhonemeCTCTokenizer"))
    for odd in ([], {}, 3):
        with pytest.raises(WeightsRefused, match="no vocabulary"):
            tongues_of("ctc-en", folder(tmp_path, odd))
    (tmp_path / "vocab.json").write_text("{", encoding="utf-8")
    with pytest.raises(WeightsRefused, match="cannot be read"):
        tongues_of("ctc-en", tmp_path)
