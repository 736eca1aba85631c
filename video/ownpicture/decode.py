"""A creator's picture file becomes pixels: upright, flat, and no larger than is needed."""

from __future__ import annotations

import struct
import warnings

import numpy as np
from PIL import Image, ImageOps

from languages.errors import PictureRefused
from video.ownpicture.header import most_pixels, opened_picture, too_large

PAPER = (250, 248, 243)
"""What shows through transparent places."""
REDUCED = frozenset({"L", "RGB", "RGBA", "LA", "CMYK"})
"""Kinds that can be shrunk before they are converted."""


def decoded(path: str, wanted: tuple[int, int]) -> np.ndarray:
    """The first frame as BGR, turned as its EXIF data says, flattened on paper white; shrunk by a whole number where
    it is so much larger than ``wanted`` (width, height), as it is read where the format allows (JPEG).

    Raises:
        PictureRefused: it cannot be decoded to its end, or is too large.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # sizes are checked here
            with opened_picture(path) as opened:
                if opened.width * opened.height > most_pixels(opened):
                    raise too_large(path, opened)
                opened.seek(0)
                least = max(wanted)  # it may have been filmed lying
                opened.draft(opened.mode, (least, least))
                opened.load()
                factor = min(opened.width, opened.height) // least
                small = opened.reduce(factor) if factor > 1 and opened.mode in REDUCED else opened
                return _flat(ImageOps.exif_transpose(small))
    except Image.DecompressionBombError as error:
        raise too_large(path) from error
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
