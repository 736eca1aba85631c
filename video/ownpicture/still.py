"""Lays a creator's picture on one sheet that is larger than the frame."""

from __future__ import annotations

import struct
import warnings
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageOps

from languages.errors import PictureRefused
from video.ownpicture.header import IMAGE_FORMATS, MOST_PIXELS, too_large
from video.shot import Frame, Layer, Painted

OVERSIZE = 1.16
PAPER = (250, 248, 243)
"""What shows through transparent places."""
NEAR_ASPECT = 1.3
"""Up to this ratio of shapes a picture is cropped to fill; beyond, it stands whole before its own blur."""
DEPTH = 0.6


def lay_picture(path: str, frame: Frame, folder: Path) -> Painted:
    """A picture as one layer: upright, opaque, filling 1.16 times the frame.

    Raises:
        PictureRefused: it cannot be decoded to its end, or is too large.
    """
    image = _decode(path)
    width, height = (2 * round(OVERSIZE * side / 2) for side in (frame.width_px, frame.height_px))
    shape = (image.shape[1] / image.shape[0]) / (width / height)
    sheet = _cover(image, width, height) if 1 / NEAR_ASPECT <= shape <= NEAR_ASPECT else _whole(image, width, height)
    out = folder / "picture.png"
    if not cv2.imwrite(str(out), sheet, [cv2.IMWRITE_PNG_COMPRESSION, 1]):
        raise OSError(f"{out} could not be written.")
    return Painted(layers=(Layer(path=str(out), depth=DEPTH),))


def _decode(path: str) -> np.ndarray:
    """The first frame as BGR, turned as its EXIF data says, flattened on paper white."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=IMAGE_FORMATS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise too_large(path, f"{opened.width} x {opened.height} pixels")
                opened.seek(0)
                opened.load()
                upright = ImageOps.exif_transpose(opened)
                return _flat(upright)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_large(path, str(error)) from error
    except (OSError, ValueError, SyntaxError, struct.error, EOFError, IndexError) as error:
        raise PictureRefused(
            f"The picture cannot be decoded ({str(error)[:120]}).",
            path=path,
            expected="A whole picture file.",
            remedy="It may have been cut off while copying: copy it again, or save it anew in a picture program.",
        ) from error


def _flat(image: Image.Image) -> np.ndarray:
    if image.mode in ("I", "I;16", "I;16B", "F"):
        deep = np.asarray(image, dtype=np.float32)
        top = 65535.0 if deep.max(initial=0) > 255 else 255.0
        image = Image.fromarray(np.clip(deep * (255 / top), 0, 255).astype(np.uint8))
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        paper = Image.new("RGBA", image.size, (*PAPER, 255))
        image = Image.alpha_composite(paper, image.convert("RGBA"))
    rgb = np.asarray(image.convert("RGB"))
    return np.ascontiguousarray(rgb[..., ::-1])


def _scaled(image: np.ndarray, scale: float) -> np.ndarray:
    size = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)


def _cover(image: np.ndarray, width: int, height: int) -> np.ndarray:
    """The picture scaled to fill, its overhang cut evenly."""
    # Cut first: a very long picture scaled whole would be larger than memory.
    high, wide = image.shape[:2]
    keep_w, keep_h = min(wide, round(high * width / height)), min(high, round(wide * height / width))
    x, y = (wide - keep_w) // 2, (high - keep_h) // 2
    part = image[y : y + max(1, keep_h), x : x + max(1, keep_w)]
    shrinking = part.shape[1] > width
    return cv2.resize(part, (width, height), interpolation=cv2.INTER_AREA if shrinking else cv2.INTER_CUBIC)


def _whole(image: np.ndarray, width: int, height: int) -> np.ndarray:
    """The picture whole in the middle of the frame, before itself, blurred and darkened."""
    small = _cover(image, max(2, width // 8), max(2, height // 8))
    back = cv2.GaussianBlur(small, (0, 0), sigmaX=max(1.0, width / 220))
    sheet = cv2.resize(back, (width, height), interpolation=cv2.INTER_CUBIC)
    sheet = np.clip(sheet.astype(np.float32) * 0.62, 0, 255).astype(np.uint8)
    # It stays inside the frame proper, so that no movement cuts it.
    room_w, room_h = width / OVERSIZE * 0.94, height / OVERSIZE * 0.94
    front = _scaled(image, min(room_w / image.shape[1], room_h / image.shape[0]))
    y, x = (height - front.shape[0]) // 2, (width - front.shape[1]) // 2
    sheet[y : y + front.shape[0], x : x + front.shape[1]] = front
    return sheet
