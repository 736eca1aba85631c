from __future__ import annotations

import numpy as np
import pytest

from speech.ctc import log_softmax
from speech.ctc_ear import Letters, read
from speech.engine import ListenJob

LETTERS = {"a": 1, "b": 2, "c": 3, "|": 4}
FRAME = 960
"""Ticks of 20 ms."""


def letters(known: dict[str, int] = LETTERS, space: str = "|") -> Letters:
    return Letters(known=known, blank=0, space=space)


def spelled(text: str, own: Letters) -> str:
    return "".join(a.char for a in own.spell(text))


def heard(tokens: list[int]) -> np.ndarray:
    """Log-probabilities in which these tokens, one a frame, are by far the likeliest."""
    return log_softmax(np.eye(5)[tokens] * 9)


def job(text: str = "") -> ListenJob:
    return ListenJob(line="l", ear="e", sound="s", language="ca", text=text)


def test_one_space_stands_between_words_and_none_at_the_edges() -> None:
    assert spelled("  a 37 b…  c ", letters()) == "a|b|c"
    assert spelled("12 37", letters()) == ""
    assert spelled("ab c", letters(space="")) == "abc"


def test_letters_take_the_case_of_the_model() -> None:
    capitals = letters({"A": 1, "É": 2, "S": 3}, space="")
    assert spelled("aés A", capitals) == "AÉSA"
    assert spelled("e\u0301", capitals) == ""
    assert spelled("ß", capitals) == "SS"
    assert [a.position for a in capitals.spell("xßa")] == [1, 1, 2]
    assert spelled("Aa", letters({"A": 1, "a": 2}, space="")) == "Aa"


def test_romanised_words_keep_their_places_and_their_spaces() -> None:
    def romanise(text: str) -> list[tuple[int, int, str]]:
        return [(i, i + 1, {"б": "b", "а": "a", "ц": "c"}.get(c, c)) for i, c in enumerate(text)]

    own = Letters(known=LETTERS, blank=0, space="|", romanise=romanise)
    assert [(a.char, a.position) for a in own.spell("Ба, ц")] == [("b", 0), ("a", 1), ("|", 3), ("c", 4)]


def test_words_are_laid_and_the_transcript_is_not_swayed() -> None:
    told = read(heard([0, 1, 0, 4, 2, 2, 3, 0]), letters(), job("A? Bc!"), 8 * 320)
    assert (told.text, told.aligned) == ("a bc", True)
    assert [(w.text, w.start, w.end) for w in told.words] == [("A?", FRAME, 2 * FRAME), ("Bc!", 4 * FRAME, 7 * FRAME)]
    other = read(heard([0, 1, 0, 4, 2, 2, 3, 0]), letters(), job("cab"), 8 * 320)
    assert (other.text, [w.text for w in other.words]) == ("a bc", ["cab"])


def test_an_ear_that_does_not_write_gives_words_and_how_well_they_fit() -> None:
    right = read(heard([0, 1, 0, 2, 3, 0]), letters(), job("abc"), 6 * 320, writes=False)
    wrong = read(heard([0, 1, 0, 2, 3, 0]), letters(), job("cba"), 6 * 320, writes=False)
    none = read(heard([0, 1, 0, 2, 3, 0]), letters(), job(), 6 * 320, writes=False)
    assert (right.text, wrong.text, none.text) == ("", "", "")
    assert right.confidence == pytest.approx(1, abs=0.01)
    assert wrong.confidence < 0.5
    assert (none.words, none.aligned, none.confidence) == ((), False, 0.0)


def test_a_text_without_any_known_letter_is_not_laid() -> None:
    told = read(heard([0, 4, 0]), letters(), job("12 37"), 3 * 320)
    assert not told.aligned
