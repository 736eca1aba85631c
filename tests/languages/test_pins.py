from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from languages.checkpoints import get_checkpoint
from languages.errors import WeightsRefused
from languages.pins import Pin, PinnedFile, pin_digest, read_pin, why_unlike

PINNED = PinnedFile(sha256="0" * 64, bytes=4)
NAMES = ("config.json", "model.safetensors")
PIN = Pin(
    checkpoint="madlad400-3b-mt",
    repository="",
    revision="",
    files=dict.fromkeys(NAMES, PINNED),
    who="a test",
    when="today",
)
SIZES = dict.fromkeys(NAMES, 4)


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        (SIZES, ""),
        ({**SIZES, "README.md": 1}, ""),
        ({"config.json": 4}, "model.safetensors of madlad400-3b-mt is not there"),
        ({}, "config.json, model.safetensors of madlad400-3b-mt are not there"),
        ({**SIZES, "a.json": 1}, "a.json in madlad400-3b-mt is not in its pin"),
        ({**SIZES, **dict.fromkeys("abcde", 1)}, "a, b, c and 2 more in madlad400-3b-mt are not in its pin"),
        ({**SIZES, "config.json": 5}, "config.json of madlad400-3b-mt has 5 bytes instead of 4"),
    ],
)
def test_a_folder_holds_what_its_pin_says_no_more_and_no_less(sizes: dict[str, int], told: str) -> None:
    assert why_unlike(PIN, get_checkpoint(PIN.checkpoint), sizes).startswith(told)
    assert bool(told) == bool(why_unlike(PIN, get_checkpoint(PIN.checkpoint), sizes))


def test_a_reason_says_what_to_do() -> None:
    assert "vernacast weights fetch madlad400-3b-mt" in why_unlike(PIN, get_checkpoint(PIN.checkpoint), {})
    assert "vernacast weights pin madlad400-3b-mt" in why_unlike(PIN, get_checkpoint(PIN.checkpoint), {**SIZES, "a": 1})
    assert "vernacast weights pin piper-x" in why_unlike(PIN, get_checkpoint("piper-x"), SIZES)


def test_the_digest_stands_for_names_and_contents_in_any_order() -> None:
    assert pin_digest(PIN) == pin_digest(dataclasses.replace(PIN, files=dict(reversed(PIN.files.items()))))
    other = {**PIN.files, "config.json": PinnedFile(sha256="1" * 64, bytes=4)}
    assert pin_digest(PIN) != pin_digest(dataclasses.replace(PIN, files=other))


def test_no_pin_is_none_and_a_broken_one_is_told(tmp_path: Path) -> None:
    assert read_pin(tmp_path) is None
    for broken in ("{", "[]", '{"checkpoint": 3}'):
        (tmp_path / "vernacast.json").write_text(broken)
        with pytest.raises(WeightsRefused, match="Delete it and pin the weights again"):
            read_pin(tmp_path)
