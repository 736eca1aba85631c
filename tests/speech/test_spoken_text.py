from __future__ import annotations

from speech.engine import SpeakJob
from speech.spoken_text import ReadAs, read_out


def test_the_words_of_one_written_word_stand_for_its_beginning() -> None:
    said = read_out("té 12 anys", (ReadAs(start=3, end=5, words="dotze"),))
    assert said.text == "té dotze anys"
    assert said.origin == (0, 1, 2, *[3] * 5, 5, 6, 7, 8, 9)


def test_the_words_of_several_written_words_are_spread_over_them() -> None:
    said = read_out("5 €!", (ReadAs(start=0, end=3, words="cinc euros"),))
    assert said.text == "cinc euros!"
    assert said.origin == (*[0] * 5, *[2] * 5, 3)


def test_without_pieces_the_text_stays_and_every_letter_stands_for_itself() -> None:
    job = SpeakJob(line="a", text="a\ud800b", language="ca", voice="v", folder="")
    assert job.read_out().text == "a\ud800b"
    assert job.read_out().origin == (0, 1, 2)
