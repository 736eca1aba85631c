from __future__ import annotations

from languages.clock import SOUND_STEP, frame_ticks, ticks
from speech.utterance import Word
from translation.manuscript import Line, LineKind, Manuscript, Scene
from video.shot import Frame
from video.timing import HeardLine, build_timeline

FRAME = Frame()
STEP = frame_ticks(FRAME.fps)


def story(*scenes: tuple[str, ...]) -> Manuscript:
    return Manuscript(
        name="s",
        language="es",
        title=Line(id="title", text="S", kind=LineKind.TITLE),
        scenes=tuple(
            Scene(id=f"s{i}", heading="", lines=tuple(Line(id=n, text=f"palabra {n} " * 3) for n in ids))
            for i, ids in enumerate(scenes)
        ),
    )


def said(length: int) -> HeardLine:
    return HeardLine(text="palabra", length=length, words=(Word(text="palabra", offset=0, start=0, end=length),))


def test_clips_follow_each_other_in_whole_frames_and_fill_the_film() -> None:
    heard = {"a": said(ticks(2) + 17), "b": said(ticks(1) + 3), "c": said(ticks(3) + 5)}
    timeline = build_timeline(story(("a", "b"), ("c",)), "ca", heard, (), FRAME)
    at = 0
    for clip in timeline.clips:
        assert clip.start == at
        assert clip.length % STEP == 0
        at += clip.length
    assert at == timeline.length
    assert [c.scene for c in timeline.clips] == ["s0", "s1"]


def test_lines_keep_their_length_and_never_overlap() -> None:
    heard = {"a": said(ticks(2)), "b": said(ticks(1))}
    timeline = build_timeline(story(("a", "b")), "ca", heard, (), FRAME)
    first, second = timeline.said
    assert 0 <= first.start - ticks(0.6) < SOUND_STEP
    assert 0 <= second.start - (first.start + first.length + ticks(0.35)) < SOUND_STEP
    assert [first.length, second.length] == [ticks(2), ticks(1)]
    assert all(line.start % SOUND_STEP == 0 for line in timeline.said)


def test_a_cut_lies_in_the_pause_between_two_scenes() -> None:
    heard = {"a": said(ticks(2)), "b": said(ticks(1))}
    timeline = build_timeline(story(("a",), ("b",)), "ca", heard, (), FRAME)
    before, after = timeline.said
    cut = timeline.clips[1].start
    assert cut - (before.start + before.length) >= ticks(0.6)
    assert after.start - cut >= ticks(0.3)


def test_a_missing_line_gets_the_gap_card_and_says_so_but_never_the_source_text() -> None:
    timeline = build_timeline(story(("a", "b")), "ca", {"a": said(ticks(2))}, ("b",), FRAME)
    assert [c.gap for c in timeline.clips] == [False, True, False]
    gap = next(c for c in timeline.clips if c.gap)
    assert ticks(2) <= gap.length <= ticks(6) + STEP
    cue = timeline.cues[-1]
    assert cue.rows == ("[b: no text or sound yet]",)
    assert "palabra" not in cue.rows[0]


def test_a_scene_without_words_is_seen() -> None:
    timeline = build_timeline(story((), ("a",)), "ca", {"a": said(ticks(1))}, (), FRAME)
    assert timeline.clips[0].length >= ticks(3)


def test_captions_never_overlap_and_stay_long_enough() -> None:
    heard = {n: said(ticks(0.3)) for n in "abcdef"}
    timeline = build_timeline(story(tuple("abcdef")), "ca", heard, (), FRAME)
    for one, next_ in zip(timeline.cues, timeline.cues[1:], strict=False):
        assert one.end + 2 * STEP <= next_.start
    assert timeline.cues[-1].end - timeline.cues[-1].start >= ticks(0.8)


def test_a_scenes_shots_are_cut_in_the_middle_of_the_pause_before_their_line() -> None:
    heard = {n: said(ticks(2)) for n in "abcd"}
    timeline = build_timeline(story(("a", "b", "c"), ("d",)), "ca", heard, (), FRAME, {"s0": (0, 1, 2)})
    assert [(c.scene, c.shot) for c in timeline.clips] == [("s0", 1), ("s0", 2), ("s0", 3), ("s1", 1)]
    assert all(c.start % STEP == 0 for c in timeline.clips)
    for cut, before, after in zip(timeline.clips[1:3], timeline.said, timeline.said[1:], strict=False):
        middle = (before.start + before.length + after.start) / 2
        assert abs(cut.start - middle) <= STEP


def test_cuts_move_no_sound_and_leave_no_hole() -> None:
    heard = {n: said(ticks(1.5) + 7) for n in "abcd"}
    whole = build_timeline(story(tuple("abcd")), "ca", heard, (), FRAME)
    cut = build_timeline(story(tuple("abcd")), "ca", heard, (), FRAME, {"s0": (0, 1, 3)})
    assert (cut.said, cut.cues, cut.length) == (whole.said, whole.cues, whole.length)
    at = 0
    for clip in cut.clips:
        assert clip.start == at
        at += clip.length
    assert at == cut.length


def test_a_shot_that_would_flash_by_is_not_cut_to() -> None:
    heard = {"a": said(ticks(3)), "b": said(ticks(0.4)), "c": said(ticks(3)), "d": said(ticks(0.2))}
    timeline = build_timeline(story(tuple("abcd")), "ca", heard, (), FRAME, {"s0": (0, 1, 2)})
    assert [c.shot for c in timeline.clips] == [1, 3]
    timeline = build_timeline(story(("b", "a")), "ca", heard | {"b": said(ticks(0.3))}, (), FRAME, {"s0": (0, 1)})
    assert [c.shot for c in timeline.clips] == [1]


def test_a_shot_whose_first_line_is_missing_begins_behind_the_card() -> None:
    heard = {"a": said(ticks(2)), "c": said(ticks(2))}
    timeline = build_timeline(story(tuple("abc")), "ca", heard, ("b",), FRAME, {"s0": (0, 1)})
    assert [(c.gap, c.shot) for c in timeline.clips] == [(False, 1), (True, 1), (False, 2)]


def test_a_scene_of_which_nothing_is_heard_shows_its_first_shot() -> None:
    timeline = build_timeline(story(("a", "b"), ("c",)), "ca", {"c": said(ticks(1))}, (), FRAME, {"s0": (0, 1)})
    assert [(c.scene, c.shot) for c in timeline.clips] == [("s0", 1), ("s1", 1)]
