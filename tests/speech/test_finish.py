from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from languages.card import Failed
from speech.engine import SpeakJob
from speech.finish import finish
from speech.mms_text import spell
from speech.spoken import spoken
from speech.timing import Event
from speech.utterance import Voice, Word

VOICE = Voice(engine="speech/x", id="x", language="ca")
SECOND = 48_000
TEXT = "Té 12 anys, 5 € i prou."


def words_of(events: tuple[Event, ...], folder: Path, text: str = TEXT) -> tuple[Word, ...]:
    job = SpeakJob(line="a", text=text, language="ca", voice="x", folder=str(folder), read_as=spoken(text, "ca").pieces)
    tone = np.sin(np.arange(8 * SECOND) / 20).astype(np.float32)
    result = finish(job, VOICE, tone, SECOND, events)
    assert not isinstance(result, Failed), result.reason
    return result.utterance.words


def test_the_time_of_a_number_is_that_of_the_words_that_it_is_read_as(tmp_path: Path) -> None:
    said = spoken(TEXT, "ca").text
    assert said == "Té dotze anys, cinc euros i prou."
    events = tuple(Event(position=m.start(), start=i * SECOND) for i, m in enumerate(re.finditer(r"\S+", said)))
    words = words_of(events, tmp_path)
    assert [w.text for w in words] == TEXT.split()
    assert [w.offset for w in words] == [TEXT.index(w) for w in TEXT.split()]
    assert [round(w.start / SECOND) for w in words] == [0, 1, 2, 3, 4, 5, 6]
    assert all(w.reported for w in words)


def test_without_times_a_number_is_given_the_room_of_its_words(tmp_path: Path) -> None:
    text = "Any 1234 bo"
    any_, number, good = words_of((), tmp_path, text)
    assert not number.reported
    assert number.end - number.start > 3 * (any_.end - any_.start)
    assert good.text == "bo"


@pytest.mark.parametrize("position", [-1, 10_000])
def test_a_place_that_is_none_of_what_was_read_is_passed_over(position: int, tmp_path: Path) -> None:
    words = words_of((Event(position=0, start=0), Event(position=position, start=SECOND)), tmp_path)
    assert [w.text for w in words] == TEXT.split()


def test_a_voice_without_digits_in_its_vocabulary_is_given_letters_that_point_into_what_is_read() -> None:
    job = SpeakJob(
        line="a", text="12 anys", language="ca", voice="x", folder="", read_as=spoken("12 anys", "ca").pieces
    )
    known = {c: i for i, c in enumerate(" adenosyztr")}
    (spelled,) = spell(job.read_out().text, known)
    assert "".join(letter.char for letter in spelled.letters) == "dotze anys"
    assert spelled.lacking == ()
    assert {job.read_out().origin[letter.position] for letter in spelled.letters[:5]} == {0}
