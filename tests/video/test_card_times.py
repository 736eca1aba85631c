"""When cards are seen, and that all else only moves."""

from __future__ import annotations

from languages.clock import SOUND_STEP, frame_ticks, ticks
from video.card_times import END_S, TITLE_S, card_ticks, with_cards
from video.timeline import Clip, Cue, CueWord, Said, Timeline
from video.transitions import with_transitions

TOLD = Timeline(
    language="ca",
    length=ticks(8),
    clips=(Clip(scene="a", start=0, length=ticks(4)), Clip(scene="b", start=ticks(4), length=ticks(4))),
    said=(Said(line="n1", start=ticks(1), length=ticks(2)),),
    cues=(
        Cue(start=ticks(1), end=ticks(3), rows=("Hola",), line="n1", words=(CueWord(text="Hola", start=ticks(1.5)),)),
    ),
)


def test_a_title_moves_all_else_and_cards_follow() -> None:
    made = with_cards(TOLD, ticks(3), (ticks(4), ticks(5)))
    assert [(c.scene, c.card, c.start, c.length) for c in made.clips] == [
        ("", 1, 0, ticks(3)),
        ("a", 0, ticks(3), ticks(4)),
        ("b", 0, ticks(7), ticks(4)),
        ("", 2, ticks(11), ticks(4)),
        ("", 3, ticks(15), ticks(5)),
    ]
    assert made.length == ticks(20)
    assert made.said[0].start == ticks(4)
    (cue,) = made.cues
    assert (cue.start, cue.end, cue.words[0].start) == (ticks(4), ticks(6), ticks(4.5))


def test_without_cards_nothing_changes() -> None:
    assert with_cards(TOLD, 0, ()) == TOLD
    assert [c.card for c in with_cards(TOLD, 0, (ticks(4),)).clips] == [0, 0, 1]


def test_cards_go_over_into_the_story() -> None:
    clips = with_transitions(with_cards(TOLD, ticks(3), (ticks(4),)), 25).clips
    assert all(clip.enters and clip.leaves for clip in clips)


def test_a_card_is_seen_as_long_as_it_takes_to_read_in_whole_frames() -> None:
    few, many, endless = (card_ticks(n, END_S, 25) for n in (5, 100, 5000))
    assert abs(few - ticks(END_S[0])) < ticks(0.2)
    assert abs(endless - ticks(END_S[1])) < ticks(0.2)
    assert few < many < endless
    for fps in (24, 25, 30, 50, 60):
        for length in (card_ticks(3, TITLE_S, fps), card_ticks(90, END_S, fps)):
            assert length % frame_ticks(fps) == length % SOUND_STEP == 0
