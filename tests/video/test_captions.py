from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.clock import ticks
from languages.segments import graphemes, line_parts
from speech.timing import Event, place_words, tokens
from speech.utterance import Word
from tests.stories import ROOT
from video import captions
from video.caption_tokens import clean, columns
from video.captions import ROW_COLUMNS, ROWS, SHORTEST_S, caption_findings, cues_of
from video.timeline import Cue

WORD = st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=60)


def spoken(text: str, per_letter: int = 3000) -> tuple[tuple[Word, ...], int]:
    words, at, offset = [], 0, 0
    for token in clean(text).split(" "):
        words.append(Word(text=token, offset=offset, start=at, end=at + per_letter * len(token)))
        at += per_letter * len(token) + 100
        offset += len(token) + 1
    return tuple(words), at


def cued(text: str, tag: str, per_letter: int = 3000) -> tuple[Cue, ...]:
    words, length = spoken(text, per_letter)
    return cues_of("n1", text, words, 0, length, tag)


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


UDHR = {
    row[1]: row[3].replace("|", "")
    for line in (ROOT / "tests" / "golden" / "segments" / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#") and len(row := line.split("\t")) == 4
}


def timed(text: str) -> tuple[tuple[Word, ...], int]:
    """Words as engines time them, each character 3000 ticks."""
    length = 3000 * len(text)
    return place_words(text, [Event(position=t.offset, start=3000 * t.offset) for t in tokens(text)], length), length


@pytest.mark.parametrize("tag", [t for t in UDHR if t != "tag"])
def test_rows_in_any_script_end_where_its_lines_may_and_in_their_time(tag: str) -> None:
    text = clean(UDHR[tag])
    words, length = timed(text)
    may = {len(text[:end].rstrip(" ")) for _, end in line_parts(text, tag, by_phrases=True)}
    at = 0
    cues = cues_of("n1", text, words, 0, length, tag)
    for cue in cues:
        first = at
        for row in cue.rows:
            assert text.startswith(row, at)
            at += len(row)
            assert at in may or columns(row) > ROW_COLUMNS - 4, row
            at += text[at : at + 1] == " "
        assert abs(cue.start - 3000 * first) <= 6000
        assert abs(cue.end - 3000 * at) <= 6000
    assert at == len(text)
    assert all(columns(row) <= ROW_COLUMNS for cue in cues for row in cue.rows)
    assert all(a.end <= b.start for a, b in pairwise(cues))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ja", "彼は「すべての人間は、生まれながらにして自由である。」と言ったので、みんなは静かに聞いていた。"),
        ("zh", "他说：“人人生而自由，在尊严和权利上一律平等。”于是大家都安静下来，听他继续讲这个很长的故事。"),
    ],
)
def test_no_row_begins_with_a_closing_sign_or_ends_with_an_opening_one(tag: str, text: str) -> None:
    words, length = timed(text)
    rows = [row for cue in cues_of("n1", text, words, 0, length, tag) for row in cue.rows]
    assert len(rows) > 2
    assert not any(row[0] in "、。，」”っャー" or row[-1] in "「“" for row in rows)


@given(
    st.lists(
        st.sampled_from(
            ["👨\u200d👩\u200d👧\u200d👦", "🇪🇸", "é", "स्त्री", "กำ", "ක්\u200dෂ", "ꦤ꧀ꦲꦸ", "ก็", "字", "한", "한"]
        ),
        min_size=1,
        max_size=120,
    )
)
def test_no_row_ends_within_a_grapheme(letters: list[str]) -> None:
    text = "".join(letters)
    words, length = timed(text)
    rows = [row for cue in cues_of("n1", text, words, 0, length) for row in cue.rows]
    assert "".join(rows) == text
    assert [g for row in rows for g in graphemes(row)] == list(graphemes(text))


@given(
    st.text(st.characters() | st.sampled_from("\ud800 \n\u202e"), max_size=200), st.sampled_from(("und", "th", "ja"))
)
def test_no_text_is_too_odd_for_a_caption(text: str, tag: str) -> None:
    if clean(text):
        rows = [row for cue in cues_of("n1", text, (), 0, 48_000, tag) for row in cue.rows]
        assert "".join(rows).replace(" ", "") == clean(text).replace(" ", "")


def test_an_emoji_of_many_characters_takes_two_columns() -> None:
    assert columns("👨‍👩‍👧‍👦") == columns("🇪🇸") == columns("字") == 2
    assert columns("कि") == 2
    assert columns("e\u0301") == 1


def test_captions_are_cut_where_a_reader_would_pause() -> None:
    text = "Una noche llegó la lluvia. El río creció y rompió el puente. Por la mañana todos estaban muy tristes."
    words, length = spoken(text)
    rows = [c.rows for c in cues_of("n1", text, words, 0, length)]
    assert rows[0] == ("Una noche llegó la lluvia.", "El río creció y rompió el puente.")
    assert rows[1] == ("Por la mañana todos", "estaban muy tristes.") or rows[1][0].startswith("Por la mañana")


@pytest.mark.parametrize("per_letter", [3000, 4500, 5600, 6400])
@pytest.mark.parametrize(
    "text",
    [
        "Des de llavors, no se sap pas si ell va ser al riu o no va fer res del que li van dir.",
        "Then, she and her two old men had to go by sea, to the far end of the bay of St Ives as it was.",
    ],
)
def test_no_cue_holds_the_first_words_alone_while_the_next_has_all_the_rest(text: str, per_letter: int) -> None:
    first, second = cued(text, "ca", per_letter=per_letter)
    assert first.end - first.start >= ticks(SHORTEST_S)
    assert 1 / 2 <= (first.end - first.start) / (second.end - second.start) <= 2


def test_cues_do_not_end_with_the_first_words_of_a_sentence() -> None:
    text = (
        "Una nit va ploure molt, i el riu va créixer fins a dalt. Des de llavors, els nens no hi van. "
        "Els avis sí que hi van a la nit, però ningú no ho sap."
    )
    cues = cued(text, "ca")
    assert [cue.rows[0] for cue in cues][1:] == [
        "Des de llavors, els nens no hi van.",
        "Els avis sí que hi van a la nit,",
    ]


@pytest.mark.parametrize(
    ("tag", "text", "kept"),
    [
        ("am", "ከከተማችን አጠገብ በተራራ ላይ ሰዎች ሁሉ ቤት ሠሩ እና ብዙ ዛፍ ተከሉ", "በተራራ ላይ"),
        ("hi", "हमारे शहर के पास ऊँचे पहाड़ पर सब लोग घर भी बना चुके और पेड़ भी लगा चुके", "पहाड़ पर"),
    ],
)
def test_words_that_follow_what_they_belong_to_are_not_cut_from_it_for_being_short(
    tag: str, text: str, kept: str
) -> None:
    ((top, bottom),) = (cue.rows for cue in cued(text, tag))
    assert kept in top or kept in bottom
    assert abs(columns(top) - columns(bottom)) <= 10


def test_a_caption_begins_with_its_first_word() -> None:
    words, length = spoken("Hola a todos")
    assert cues_of("n1", "Hola a todos", words, 4800, length)[0].start == 4800


def test_bidi_overrides_and_controls_do_not_reach_the_player() -> None:
    assert clean("a\u202eb\u2066c\x07d\te") == "abcd e"


def test_the_width_of_each_piece_is_measured_once_however_many_cues_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measured: list[str] = []
    monkeypatch.setattr(captions, "columns", lambda text: measured.append(text) or columns(text))
    assert len(cues_of("l", "una palabra y otra, " * 500, (), 0, ticks(1000))) > 100
    assert len(measured) < 3 * 2000


def test_a_caption_that_is_too_fast_is_told() -> None:
    cue = Cue(start=0, end=ticks(1), rows=("x" * 40,), line="n3")
    ((line, finding),) = caption_findings((cue,))
    assert line == "n3"
    assert "40 characters a second" in finding.text


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("L'olor baixava pel carrer fins al riu, i el gos de la Sra. López despertava a tots.", "ca"),
        ("すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。", "ja"),
    ],
)
def test_a_cue_keeps_the_spaces_at_which_its_rows_end(text: str, tag: str) -> None:
    cues = cues_of("n1", text, (Word(text=text, offset=0, start=0, end=ticks(9)),), 0, ticks(9), tag)
    assert any(len(cue.rows) == 2 for cue in cues)
    kept = [cue.text or cue.rows[0] for cue in cues]
    assert [part.strip() for part in kept] == kept
    assert text in ("".join(kept), " ".join(kept))
