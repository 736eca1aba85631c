"""The engine video/picture: the creator's own image or clip."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from PIL import Image

from languages.card import Failed
from languages.errors import PictureRefused
from video.camera import layer_size
from video.engine import PaintJob
from video.engines.picture import Engine
from video.ownpicture.decode import decoded
from video.ownpicture.header import check_picture
from video.shot import Frame, Painted

SMALL = Frame(width_px=320, height_px=180, fps=25)


def job(picture: Path, folder: Path) -> PaintJob:
    return PaintJob(
        scene="s1", heading="", brief="", text=(), language="es", present=(), cast=(), picture=str(picture),
        frame=SMALL, seed=1, folder=str(folder),
    )  # fmt: skip


def laid(picture: Path, folder: Path) -> np.ndarray:
    (answer,) = Engine().paint((job(picture, folder),))
    assert isinstance(answer, Painted), answer
    layer, *print_ = answer.layers
    assert len(print_) == (1 if answer.views == () else 0)
    image = cv2.imread(layer.path, cv2.IMREAD_UNCHANGED)
    assert image is not None
    assert (image.shape[1], image.shape[0]) == layer_size(SMALL)
    assert image.shape[2] == 3
    for above in print_:
        card = cv2.imread(above.path, cv2.IMREAD_UNCHANGED)
        assert card is not None
        opacity = card[..., 3:] / 255
        place = image[above.top_px : above.top_px + len(card), above.left_px : above.left_px + card.shape[1]]
        place[:] = np.rint(place * (1 - opacity) + card[..., :3] * opacity)
    return image


def refusal(picture: Path, folder: Path) -> str:
    (answer,) = Engine().paint((job(picture, folder),))
    assert isinstance(answer, Failed)
    return answer.reason


def png_header(width: int, height: int) -> bytes:
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body)) + b"\0\0\0\0IDAT"


def clip(path: Path, seconds: float = 0.4) -> Path:
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for i in range(max(1, round(seconds * 25))):
            frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), i * 9 % 255, np.uint8), format="rgb24")
            out.mux(stream.encode(frame))
        out.mux(stream.encode())
    return path


def test_a_picture_of_near_shape_fills_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "own.jpg"
    Image.new("RGB", (640, 400), (200, 40, 30)).save(path)
    image = laid(path, tmp_path)
    assert np.abs(image.astype(int) - (30, 40, 200)).max() < 8


def test_a_tall_picture_stands_whole_before_its_blur(tmp_path: Path) -> None:
    path = tmp_path / "tall.png"
    tall = np.zeros((400, 100, 3), np.uint8)
    tall[:200] = (255, 0, 0)
    tall[200:] = (0, 0, 255)
    Image.fromarray(tall).save(path)
    image = laid(path, tmp_path)
    middle = image[:, image.shape[1] // 2].astype(int)
    assert (middle[image.shape[0] // 4, 2], middle[image.shape[0] * 3 // 4, 0]) == (255, 255)
    assert image[5, 5].max() < 200


def test_exif_rotation_is_applied(tmp_path: Path) -> None:
    path = tmp_path / "turned.jpg"
    halves = np.zeros((320, 200, 3), np.uint8)
    halves[:160] = 255
    exif = Image.Exif()
    exif[0x0112] = 6  # camera turned: shown rotated by 90 degrees clockwise
    Image.fromarray(halves).save(path, exif=exif, quality=95)
    image = laid(path, tmp_path)
    assert image[:, :20].mean() < 20
    assert image[:, -20:].mean() > 235


def test_transparent_places_show_paper_white(tmp_path: Path) -> None:
    path = tmp_path / "clear.png"
    Image.new("RGBA", (320, 180), (0, 0, 0, 0)).save(path)
    assert tuple(laid(path, tmp_path)[50, 50]) == (243, 248, 250)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "LA", "I;16"])
def test_odd_kinds_of_pictures_are_laid_too(tmp_path: Path, mode: str) -> None:
    path = tmp_path / ("odd.tiff" if mode in ("CMYK",) else "odd.png")
    Image.new(mode, (64, 40)).save(path)
    laid(path, tmp_path)


def test_of_an_animated_picture_the_first_frame_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "moving.gif"
    frames = [Image.new("RGB", (64, 40), colour) for colour in ((255, 0, 0), (0, 255, 0))]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    assert laid(path, tmp_path)[50, 50, 2] > 240


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.png", b"", "0 bytes"),
        ("page.png", b"<!DOCTYPE html><html></html>", "web page"),
        ("drawn.png", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        ("list.mp4", b"#EXTM3U\nhttp://127.0.0.1/x.ts\n", "playlist"),
        ("concat.mp4", b"ffconcat version 1.0\nfile /etc/passwd\n", "playlist"),
        ("script.jpg", b"push graphic-context\nimage over 0,0 0,0 'label:@/etc/passwd'", "drawing script"),
        ("words.jpg", b"just words", "not a picture"),
        ("cut.png", b"\x89PNG\r\n\x1a\n\0\0", "header"),
        ("flood.png", png_header(30000, 30000), "too large"),
        ("large.png", png_header(12000, 12000), "too large"),
        ("thin.png", png_header(1, 30001), "too large"),
        ("photo.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        ("dot.png", png_header(1, 1), "1 x 1"),
    ],
)
def test_bad_files_are_refused_by_their_header_alone(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(PictureRefused, match=said) as caught:
        check_picture(str(path))
    assert caught.value.path == str(path)
    assert caught.value.remedy
    assert said in refusal(path, tmp_path)


def test_a_truncated_picture_fails_when_it_is_laid(tmp_path: Path) -> None:
    whole = io.BytesIO()
    Image.fromarray(np.random.default_rng(1).integers(0, 255, (90, 160, 3), np.uint8)).save(whole, "PNG")
    path = tmp_path / "cut.png"
    path.write_bytes(whole.getvalue()[:9000])
    check_picture(str(path))
    assert "cannot be decoded" in refusal(path, tmp_path)


def test_missing_files_folders_and_pipes_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    for path, said in (
        (tmp_path / "no.png", "no such file"),
        (tmp_path, "not a file"),
        (tmp_path / "pipe.png", "not a file"),
    ):
        with pytest.raises(PictureRefused, match=said):
            check_picture(str(path))


def test_a_photo_of_an_iphone_is_refused_with_the_way_to_convert_it(tmp_path: Path) -> None:
    path = tmp_path / "photo.heic"
    path.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    with pytest.raises(PictureRefused) as caught:
        check_picture(str(path))
    assert "Most Compatible" in caught.value.remedy


@pytest.mark.parametrize("suffix", ["avif", "webp", "gif", "bmp", "tiff", "png", "jpg"])
def test_all_usual_formats_are_laid(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"own.{suffix}"
    Image.new("RGB", (320, 190), (20, 160, 220)).save(path)
    assert np.abs(laid(path, tmp_path)[60:120, 100:200].astype(int) - (220, 160, 20)).max() < 14


def test_a_huge_jpeg_is_shrunk_as_it_is_read_and_turned(tmp_path: Path) -> None:
    path = tmp_path / "huge.jpg"
    lying = np.zeros((7200, 9000), np.uint8)  # 65 megapixels
    lying[:, :4500] = 255
    exif = Image.Exif()
    exif[0x0112] = 3  # camera upside down
    Image.fromarray(lying).save(path, exif=exif)
    check_picture(str(path))
    pixels = decoded(str(path), layer_size(SMALL))
    assert max(pixels.shape) < 1500
    assert pixels[:, :100].mean() < 20
    assert pixels[:, -100:].mean() > 235


def test_a_progressive_jpeg_is_bounded_more_closely(tmp_path: Path) -> None:
    path = tmp_path / "huge.jpg"
    Image.new("L", (11000, 10000)).save(path, progressive=True)
    with pytest.raises(PictureRefused, match="11000 x 10000"):
        check_picture(str(path))


@pytest.mark.parametrize("suffix", [".mp4", ".mov", ".mkv"])
def test_a_sound_clip_is_handed_on(tmp_path: Path, suffix: str) -> None:
    path = clip(tmp_path / f"own{suffix}")
    check_picture(str(path))
    (answer,) = Engine().paint((job(path, tmp_path),))
    assert answer == Painted(clip=str(path), loops=True)


def test_clips_that_are_too_short_or_torn_are_refused(tmp_path: Path) -> None:
    assert "lasts" in refusal(clip(tmp_path / "short.mp4", 0.04), tmp_path)
    torn = tmp_path / "torn.mp4"
    torn.write_bytes(clip(tmp_path / "whole.mp4").read_bytes()[:200])
    assert "cannot be read" in refusal(torn, tmp_path)


def test_the_key_is_the_bytes_not_the_name(tmp_path: Path) -> None:
    first, second = tmp_path / "a.png", tmp_path / "b.png"
    Image.new("RGB", (32, 32)).save(first)
    second.write_bytes(first.read_bytes())
    engine = Engine()
    assert engine.key(job(first, tmp_path)) == engine.key(job(second, tmp_path))
    Image.new("RGB", (32, 32), 1).save(second)
    assert engine.key(job(first, tmp_path)) != engine.key(job(second, tmp_path))
