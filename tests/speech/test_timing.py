from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages.segments import graphemes, line_parts
from speech.timing import MOST_CLUSTERS, Event, cut_pauses, place_words, spread_words, tokens
from speech.utterance import Word

TEXTS = st.text(st.sampled_from("aé1.,'—¿ ქ水ก็ြ\u0301 🙂"), max_size=60)
EVENTS = st.lists(st.builds(Event, position=st.integers(-5, 80), start=st.integers(-100, 99_999)), max_size=40)


def sound(words: tuple[Word, ...], text: str, length: int) -> bool:
    """Whether words keep every promise of ``Word``."""
    last = 0
    for word in words:
        if not last <= word.start < word.end <= length:
            return False
        if text[word.offset : word.offset + len(word.text)] != word.text:
            return False
        last = word.end
    return "".join(w.text for w in words) == "".join(text.split())


@settings(max_examples=300)
@given(text=TEXTS, events=EVENTS, length=st.integers(60, 90_000))
def test_any_events_give_words_in_order_that_make_up_the_line(text: str, events: list[Event], length: int) -> None:
    assert sound(place_words(text, events, length), text, length)


@settings(max_examples=100)
@given(text=TEXTS, cuts=st.lists(st.integers(0, 90_000), max_size=8), length=st.integers(60, 90_000))
def test_words_spread_over_any_stretches_are_in_order_and_cut_at_any_pause(
    text: str, cuts: list[int], length: int
) -> None:
    edges = sorted({c for c in cuts if c < length})
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    words = spread_words(text, pairs, length)
    assert sound(words, text, length)
    assert not any(w.reported for w in words)
    assert sound(cut_pauses(words, pairs), text, length)


def test_the_first_event_within_a_word_counts_and_a_word_without_one_is_interpolated() -> None:
    # What espeak-ng reported for Esperanto "al la infanoj" and for "1998": no event, and three.
    events = [Event(position=0, start=0), Event(position=6, start=900), Event(position=14, start=2000)]
    events += [Event(position=15, start=2500), Event(position=15, start=2600)]
    words = place_words("al la infanoj 1998", events, 4000)
    assert [(w.text, w.start, w.reported) for w in words] == [
        ("al", 0, True),
        ("la", 450, False),
        ("infanoj", 900, True),
        ("1998", 2000, True),
    ]


def test_an_event_that_runs_backwards_is_not_believed() -> None:
    events = [Event(position=0, start=0), Event(position=2, start=500), Event(position=4, start=300)]
    assert [w.reported for w in place_words("a b c", events, 1000)] == [True, True, False]


def test_sound_with_fewer_ticks_than_words_is_an_error() -> None:
    with pytest.raises(ValueError, match="cannot hold 3 words"):
        place_words("a b c", (), 2)


def test_a_long_stretch_without_spaces_is_cut_only_in_scripts_that_write_none() -> None:
    thai = "กาลครั้งหนึ่งนานมาแล้วมีหมู่บ้านเล็กๆริมแม่น้ำ"
    assert "".join(t.text for t in tokens(thai)) == thai
    assert len(tokens(thai)) > 2
    assert (
        len(tokens("nalunaarasuartaatilioqateeraliorfinnialikkersaatiginialikkersaatilillaranatagoorunarsuarooq")) == 1
    )


@pytest.mark.parametrize(
    "text",
    [
        "กาลครั้งหนึ่งนานมาแล้วมีหมู่บ้านเล็กๆริมแม่น้ำ",
        "မနက်ဖြန်ကျွန်တော်တို့ရွာကိုသွားကြမည်",
        "昔昔ある所に御爺さんと御婆さんが居ました",
    ],
)
def test_pieces_of_a_long_stretch_are_whole_words(text: str) -> None:
    ends = {end for _, end in line_parts(text)}
    assert {t.offset + len(t.text) for t in tokens(text)} <= ends
    assert max(len(graphemes(t.text)) for t in tokens(text)) <= MOST_CLUSTERS


def test_a_pause_before_the_next_word_does_not_belong_to_the_word_before() -> None:
    words = place_words("sí, no", [Event(position=0, start=0), Event(position=4, start=48_000)], 60_000)
    first, second = cut_pauses(words, [(20_000, 47_500)])
    assert (first.end, second.start) == (20_000, 48_000)
