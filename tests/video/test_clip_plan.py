"""A film of a length from clips that a model can make."""

from __future__ import annotations

from itertools import pairwise

import pytest

from video.clip_plan import MOST_CLIPS, Nature, clip_lengths, size_for
from video.shot import Frame

WAN = Nature(fps=16, most_frames=81, every=4, pixels=832 * 480, multiple=16, steps=50, guidance=5.0)
LTX = Nature(fps=25, most_frames=161, every=8, pixels=768 * 512, multiple=32, steps=8, guidance=1.0)


@pytest.mark.parametrize("nature", [WAN, LTX])
@pytest.mark.parametrize("seconds", [0.0, 0.1, 4.9, 5.0, 5.1, 12.0, 29.0])
def test_clips_have_lengths_that_the_model_was_trained_on_and_last_long_enough(nature: Nature, seconds: float) -> None:
    lengths = clip_lengths(seconds, nature)
    assert all(n % nature.every == 1 and nature.every < n <= nature.most_frames for n in lengths)
    shown = sum(lengths) - (len(lengths) - 1)
    assert shown >= seconds * nature.fps
    assert shown - seconds * nature.fps <= nature.most_frames


def test_only_the_last_clip_may_be_short() -> None:
    *whole, last = clip_lengths(13.0, WAN)
    assert set(whole) == {81}
    assert last < 81


def test_a_very_long_scene_gets_no_more_clips_than_hold_together() -> None:
    assert clip_lengths(600.0, WAN) == (81,) * MOST_CLIPS


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (720, 1280), (1920, 800), (640, 640)])
def test_the_size_keeps_the_frames_shape_within_the_models_area(width: int, height: int) -> None:
    wide, high = size_for(Frame(width_px=width, height_px=height), WAN)
    assert wide % WAN.multiple == high % WAN.multiple == 0
    assert wide * high <= WAN.pixels * 1.05
    assert abs(wide / high - width / height) / (width / height) < 0.06


def test_a_small_frame_is_not_made_larger_than_it_is() -> None:
    assert size_for(Frame(width_px=160, height_px=96), WAN) == (160, 96)


def test_longer_scenes_never_get_shorter_films() -> None:
    shown = [sum(n) - len(n) for n in (clip_lengths(s / 2, WAN) for s in range(60))]
    assert all(a <= b for a, b in pairwise(shown))
