from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from languages.clock import ticks
from speech.utterance import Word
from video.caption_tokens import clean, columns
from video.captions import ROW_COLUMNS, ROWS, caption_findings, cues_of
from video.timeline import Cue

WORD = st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=60)


def spoken(text: str, per_letter: int = 3000) -> tuple[tuple[Word, ...], int]:
    words, at, offset = [], 0, 0
    for token in clean(text).split(" "):
        words.append(Word(text=token, offset=offset, start=at, end=at + per_letter * len(token)))
        at += per_letter * len(token) + 100
        offset += len(token) + 1
    return tuple(words), at


@given(st.lists(WORD, min_size=1, max_size=60))
def test_all_text_comes_out_in_rows_that_fit(tokens: list[str]) -> None:
    text = " ".join(tokens)
    if not clean(text):
        return
    words, length = spoken(text)
    cues = cues_of("n1", text, words, 1000, length)
    assert "".join("".join(c.rows) for c in cues).replace(" ", "") == clean(text).replace(" ", "")
    for cue in cues:
        assert 1 <= len(cue.rows) <= ROWS
        assert all(columns(row) <= ROW_COLUMNS for row in cue.rows)
        assert cue.start < cue.end
    assert all(a.end <= b.start for a, b in pairwise(cues))


def test_captions_are_cut_where_a_reader_would_pause() -> None:
    text = "Una noche llegó la lluvia. El río creció y rompió el puente. Por la mañana todos estaban muy tristes."
    words, length = spoken(text)
    rows = [c.rows for c in cues_of("n1", text, words, 0, length)]
    assert rows[0] == ("Una noche llegó la lluvia.", "El río creció y rompió el puente.")
    assert rows[1] == ("Por la mañana todos", "estaban muy tristes.") or rows[1][0].startswith("Por la mañana")


def test_a_caption_begins_with_its_first_word() -> None:
    words, length = spoken("Hola a todos")
    assert cues_of("n1", "Hola a todos", words, 4800, length)[0].start == 4800


def test_bidi_overrides_and_controls_do_not_reach_the_player() -> None:
    assert clean("a\u202eb\u2066c\x07d\te") == "abcd e"


def test_a_caption_that_is_too_fast_is_told() -> None:
    cue = Cue(start=0, end=ticks(1), rows=("x" * 40,), line="n3")
    ((line, finding),) = caption_findings((cue,))
    assert line == "n3"
    assert "40 characters a second" in finding.text
