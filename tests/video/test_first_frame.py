from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from video.camera import layer_size
from video.first_frame import write_first_frame
from video.shot import Frame, Layer

FRAME = Frame(width_px=160, height_px=90)


def test_sheets_lie_on_one_another_and_the_middle_is_seen(tmp_path: Path) -> None:
    size = layer_size(FRAME)
    Image.new("RGB", size, (200, 0, 0)).save(tmp_path / "ground.png")
    top = Image.new("RGBA", size, (0, 0, 0, 0))
    top.paste((0, 0, 200, 255), (size[0] // 2, 0, size[0], size[1]))
    top.save(tmp_path / "top.png")
    layers = (Layer(path=str(tmp_path / "ground.png"), depth=0.0), Layer(path=str(tmp_path / "top.png"), depth=1.0))
    write_first_frame(layers, FRAME, tmp_path / "first.png")
    with Image.open(tmp_path / "first.png") as first:
        assert first.size == (160, 90)
        assert first.mode == "RGB"
        assert first.getpixel((20, 45)) == (200, 0, 0)
        assert first.getpixel((140, 45)) == (0, 0, 200)


def test_a_moving_part_shows_its_first_picture_where_it_lies(tmp_path: Path) -> None:
    Image.new("RGB", layer_size(FRAME), (200, 0, 0)).save(tmp_path / "ground.png")
    cels = np.zeros((2, 40, 60, 4), np.uint8)
    cels[0] = (0, 200, 0, 255)
    np.save(tmp_path / "part.npy", cels)
    ground = Layer(path=str(tmp_path / "ground.png"), depth=0.0)
    write_first_frame(
        (ground, Layer(path=str(tmp_path / "part.npy"), depth=0.5, left_px=-20, top_px=30)),
        FRAME,
        tmp_path / "first.png",
    )
    with Image.open(tmp_path / "first.png") as first:
        assert first.getpixel((10, 45)) == (0, 200, 0)
        assert first.getpixel((60, 45)) == (200, 0, 0)


def test_nothing_makes_no_picture(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least one layer"):
        write_first_frame((), FRAME, tmp_path / "first.png")


def test_all_copies_of_a_part_are_seen(tmp_path: Path) -> None:
    frame = Frame(width_px=160, height_px=90)
    width, height = layer_size(frame)
    ground, part = tmp_path / "ground.png", tmp_path / "part.npy"
    Image.new("RGB", (width, height), (0, 0, 0)).save(ground)
    np.save(part, np.full((2, 8, 8, 4), 255, np.uint8))
    drops = Layer(path=str(part), depth=1.0, left_px=20, top_px=20, copies=((0, 0), (60, 0), (0, 40)))
    write_first_frame((Layer(path=str(ground), depth=0.0), drops), frame, tmp_path / "out.png")
    with Image.open(tmp_path / "out.png") as made:
        lit = np.asarray(made.convert("L")) > 128
    assert cv2.connectedComponents(lit.astype(np.uint8))[0] == 1 + 3
