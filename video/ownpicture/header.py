"""Checks a creator's file by its header alone, so that a bad one is refused before any work."""

from __future__ import annotations

import hashlib
import os
import stat
import struct
from pathlib import Path
from typing import TYPE_CHECKING

from languages.errors import PictureRefused

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 50_000_000
MOST_JPEG_PIXELS = 300_000_000
"""A JPEG is shrunk while it is read, row by row; a progressive one holds all its coefficients meanwhile, two bytes or
more for every sample, and counts three times."""
MOST_SIDE_PX = 30_000
LEAST_SIDE_PX = 16
MOST_BYTES = 4 << 30
IMAGES = "JPEG, PNG, WebP, AVIF, GIF, BMP or TIFF"
CLIPS = "MP4, MOV, MKV or WebM"
IMAGE_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "BMP", "TIFF")
AVIF_BRANDS = frozenset({b"avif", b"avis"})
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
HEIC_REMEDY = (
    "Save it as JPEG: on an iPhone, Settings › Camera › Formats › Most Compatible, or send the photo by mail; on a "
    "computer, open it in a picture program and export it."
)
_HEAD_BYTES = 64


def check_picture(path: str) -> None:
    """Returns when a file may be used as far as its header tells: an image of sound size, or a clip.

    Raises:
        PictureRefused: it is missing, not a regular file, empty, of another kind, too large or too small.
    """
    head = _head(path)
    if clip_kind(head):
        return
    if not _is_image(head):
        raise PictureRefused(
            f"This is not a picture or a clip{_looks_like(head)}.",
            path=path,
            expected=f"A picture is {IMAGES}; a clip is {CLIPS}.",
            remedy=HEIC_REMEDY if head[4:8] == b"ftyp" else "Export it in one of these formats.",
        )
    _check_size(path)


def is_clip(path: str) -> bool:
    """True where a file's first bytes are those of a clip; False also where it cannot be read."""
    try:
        return bool(clip_kind(_head(path)))
    except PictureRefused:
        return False


def clip_kind(head: bytes) -> str:
    """``mp4`` or ``matroska`` by a file's first bytes; empty for all else."""
    if head[4:8] == b"ftyp" and head[8:12] not in AVIF_BRANDS | HEIC_BRANDS:
        return "mp4"
    if head[4:8] in (b"moov", b"mdat", b"wide", b"free", b"skip") and struct.unpack(">I", head[:4])[0] >= 8:
        return "mp4"  # QuickTime before ftyp
    if head[:4] == b"\x1aE\xdf\xa3":
        return "matroska"
    return ""


def file_digest(path: str) -> str:
    """sha256 of a file's bytes.

    Raises:
        PictureRefused: it cannot be read.
    """
    _head(path)
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _head(path: str) -> bytes:
    """The first bytes of a regular file that is not empty; pipes and devices are never opened."""
    if not path:
        raise PictureRefused("No picture is named.", expected="A scene of this engine has a picture.")
    try:
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            raise PictureRefused(
                "This is not a file.",
                path=path,
                expected="A picture is a regular file.",
                remedy="Name the file itself.",
            )
        if found.st_size == 0:
            raise PictureRefused(
                "The file is empty (0 bytes).", path=path, expected=f"A picture is {IMAGES}.", remedy="Save it again."
            )
        if found.st_size > MOST_BYTES:
            raise PictureRefused(
                f"The file has {found.st_size >> 20} MiB.",
                path=path,
                expected=f"At most {MOST_BYTES >> 20} MiB are read.",
                remedy="Export a smaller version.",
            )
        with open(path, "rb") as file:
            return file.read(_HEAD_BYTES)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise PictureRefused(
            "There is no such file.",
            path=path,
            expected="A picture's path is relative to the script's folder.",
            remedy=f"Put the file into {Path(path).parent} or correct the name.",
        ) from error
    except (OSError, ValueError) as error:
        raise PictureRefused(
            f"The file cannot be read ({error}).", path=path, remedy="Check its name and permissions."
        ) from error


def _is_image(head: bytes) -> bool:
    starts = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*")
    avif = head[4:8] == b"ftyp" and head[8:12] in AVIF_BRANDS
    return avif or head.startswith(starts) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")


def _looks_like(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for prefix, name in (
        (b"<!doctype html", "a web page"), (b"<html", "a web page"), (b"<svg", "SVG"), (b"<?xml", "XML or SVG"),
        (b"%pdf", "PDF"), (b"#extm3u", "a playlist"), (b"ffconcat", "a playlist"), (b"pk\x03\x04", "a ZIP archive"),
        (b"push graphic-context", "a drawing script"),
    ):  # fmt: skip
        if start.startswith(prefix):
            return f": it looks like {name}"
    if head[4:8] == b"ftyp":
        return ": it looks like HEIC, which needs patented code to be read"
    return ""


def opened_picture(path: str) -> Image.Image:
    """A picture of which only the header is read as yet.

    Raises:
        OSError and what else Pillow raises for files that are damaged.
    """
    from PIL import Image
    from PIL.JpegImagePlugin import JpegImageFile

    if _head(path).startswith(b"\xff\xd8\xff"):
        return JpegImageFile(path)  # not by Image.open, whose bound for all formats is below what a JPEG may have here
    return Image.open(path, formats=IMAGE_FORMATS)


def most_pixels(image: Image.Image) -> int:
    """How many pixels a picture of its kind may have."""
    if image.format not in ("JPEG", "MPO"):
        return MOST_PIXELS
    return MOST_JPEG_PIXELS // 3 if image.info.get("progressive") else MOST_JPEG_PIXELS


def _check_size(path: str) -> None:
    import warnings

    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # sizes are checked here
            with opened_picture(path) as image:
                width, height = image.size
                if width * height > most_pixels(image) or max(width, height) > MOST_SIDE_PX:
                    raise too_large(path, image)
    except Image.DecompressionBombError as error:
        raise too_large(path) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, struct.error, EOFError) as error:
        raise PictureRefused(
            f"The picture's header cannot be read ({_short(error)}).",
            path=path,
            expected=f"A whole {IMAGES} file.",
            remedy="Open it in a picture program and save it again.",
        ) from error
    if min(width, height) < LEAST_SIDE_PX:
        raise PictureRefused(
            f"The picture has {width} x {height} pixels.",
            path=path,
            expected=f"Each side has at least {LEAST_SIDE_PX} pixels.",
            remedy="Use a larger picture: 1500 x 850 pixels or more look sharp.",
        )


def too_large(path: str, image: Image.Image | None = None) -> PictureRefused:
    """The refusal of a picture with too many pixels."""
    kind = (image.format or "") if image else ""
    size = f" ({image.width} x {image.height} pixels)" if image else ""
    most = most_pixels(image) if image else MOST_PIXELS
    return PictureRefused(
        f"The picture is too large{size}.",
        path=path,
        expected=f"At most {most // 1_000_000} megapixels of {kind or 'such a'} file and {MOST_SIDE_PX} pixels a side "
        "are read.",
        remedy="Scale it down, or save it as JPEG, which is shrunk as it is read: 3000 pixels a side are more than any "
        "film here shows.",
    )


def _short(error: Exception) -> str:
    return str(error).replace("\n", " ")[:120] or type(error).__name__
