"""The contract holds for a good engine and fails for a bad one: each fault is found by the check that is meant to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from languages.card import Step
from tests.contract import checks
from tests.fakes import FakePainter, FakeSpeaker, FakeTranslator, card

TRANSLATOR_FAULTS: dict[str, Callable[[FakeTranslator], None]] = {
    "odd tag": checks.routes_are_sound,
    "loses one": checks.translations_are_sound,
    "loses the order": checks.translations_are_sound,
    "says nothing": checks.translations_are_sound,
    "never the same": checks.translations_are_sound,
    "dies of nothing": checks.translations_are_sound,
    "takes a broken route": checks.wrong_routes_are_refused,
    "closes once": checks.close_is_harmless,
}
SPEAKER_FAULTS = (
    "silent",
    "silence for a failure",
    "other rate",
    "wrong length",
    "words out of order",
    "never the same",
)
PAINTER_FAULTS: dict[str, Callable[[FakePainter, Path], None]] = {
    "too small": checks.paintings_are_sound,
    "no file": checks.paintings_are_sound,
    "never the same": checks.paintings_are_sound,
    "every word counts": checks.keys_are_sound,
    "same for all": checks.keys_are_sound,
}


def test_good_engines_pass(tmp_path: Path) -> None:
    translator, speaker, painter = FakeTranslator(), FakeSpeaker(), FakePainter()
    checks.card_is_complete(translator, "translation/fake")
    checks.routes_are_sound(translator)
    checks.translations_are_sound(translator)
    checks.wrong_routes_are_refused(translator)
    checks.voices_are_sound(speaker)
    checks.speech_is_sound(speaker, tmp_path)
    checks.paintings_are_sound(painter, tmp_path)
    checks.keys_are_sound(painter, tmp_path)
    checks.close_is_harmless(painter)


@pytest.mark.parametrize("fault", TRANSLATOR_FAULTS)
def test_a_bad_translator_is_found_out(fault: str) -> None:
    with pytest.raises((AssertionError, IndexError, RuntimeError)):
        TRANSLATOR_FAULTS[fault](FakeTranslator(fault))


@pytest.mark.parametrize("fault", SPEAKER_FAULTS)
def test_a_bad_speaker_is_found_out(fault: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        checks.speech_is_sound(FakeSpeaker(fault), tmp_path)


def test_a_voice_of_no_language_is_found_out() -> None:
    with pytest.raises(AssertionError):
        checks.voices_are_sound(FakeSpeaker("odd tag"))


@pytest.mark.parametrize("fault", PAINTER_FAULTS)
def test_a_bad_painter_is_found_out(fault: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        PAINTER_FAULTS[fault](FakePainter(fault), tmp_path)


@pytest.mark.parametrize("licence", ["", "unknown"])
def test_a_card_without_a_licence_is_found_out(licence: str) -> None:
    class Unlicensed(FakeTranslator):
        card = card("translation/fake", Step.TRANSLATE, licence)

    with pytest.raises(AssertionError):
        checks.card_is_complete(Unlicensed(), "translation/fake")
    with pytest.raises(AssertionError):
        checks.card_is_complete(FakeTranslator(), "translation/other")
