from __future__ import annotations

from video.shapes import Format, Shape, formats
from video.shot import Frame

FRAME = Frame(width_px=640, height_px=360)


def test_without_shapes_a_film_is_as_its_frame_says() -> None:
    upright = Frame(width_px=360, height_px=640)
    assert formats(upright, ()) == (Format(frame=upright),)


def test_each_shape_has_the_same_shorter_side_and_a_mark_but_the_wide_one() -> None:
    made = formats(FRAME, (Shape.SQUARE, Shape.TALL, Shape.WIDE))
    assert [(f.frame.width_px, f.frame.height_px, f.mark) for f in made] == [
        (640, 360, ""), (360, 640, "tall"), (360, 360, "square"),
    ]  # fmt: skip


def test_a_shape_alone_is_marked_too_so_that_a_later_one_does_not_take_its_place() -> None:
    (tall,) = formats(FRAME, (Shape.TALL,))
    assert tall.mark == "tall"
