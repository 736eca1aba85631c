from __future__ import annotations

from itertools import pairwise

import pytest

from flows.commands.wish import Wish, recipe_of, words_of
from languages.errors import UsageError
from video.caption_styles import CaptionStyle
from video.shapes import Shape
from video.shot import Frame


def wish(**more: object) -> Wish:
    return Wish("s.md", "ca", **more)  # pyright: ignore[reportArgumentType] - test data


def test_a_size_may_be_called_by_its_height() -> None:
    assert recipe_of(wish(size="720p")).frame == Frame(width_px=1280, height_px=720)
    assert recipe_of(wish(size="1080p")).frame == Frame(width_px=1920, height_px=1080)
    assert recipe_of(wish(size="480p")).frame == Frame(width_px=854, height_px=480)


def test_a_size_alone_is_one_film_as_it_says() -> None:
    (only,) = recipe_of(wish(size="720x1280")).formats
    assert (only.frame.width_px, only.frame.height_px, only.mark) == (720, 1280, "")


def test_captions_have_a_style_only_where_they_are_drawn() -> None:
    assert recipe_of(wish()).burn is None
    assert recipe_of(wish(burn=True)).burn is CaptionStyle.WORD
    assert recipe_of(wish(burn=True, caption_style="box")).burn is CaptionStyle.BOX
    assert ("--caption-style", "box") in pairwise(words_of(wish(burn=True, caption_style="box")))


def test_shapes_come_in_one_order_however_they_are_typed() -> None:
    recipe = recipe_of(wish(shape="square, wide,tall,wide"))
    assert recipe.shapes == (Shape.WIDE, Shape.TALL, Shape.SQUARE)
    sizes = [(f.frame.width_px, f.frame.height_px) for f in recipe.formats]
    assert sizes == [(1280, 720), (720, 1280), (720, 720)]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"shape": "wide,round"}, "--shape 'round' is not known"),
        ({"burn": True, "caption_style": "loud"}, "--caption-style 'loud' is not known.*word, box, plate"),
        ({"caption_style": "box"}, "none are asked for.*Add --burn-captions"),
        ({"shape": "wide", "size": "720x720"}, "how long the longer side is"),
        ({"size": "100p"}, "--size '100p' cannot be used"),
    ],
)
def test_what_cannot_be_made_is_said(more: dict[str, object], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        recipe_of(wish(**more))


def test_on_the_way_to_a_cluster_no_wish_is_lost() -> None:
    words = words_of(wish(shape="tall", hard_cuts=True))
    assert ("--shape", "tall") in pairwise(words)
    assert "--hard-cuts" in words
