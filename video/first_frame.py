"""The picture that a film of a scene begins with: the sheets of a painter laid on one another, seen from the middle."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from video.camera import MEAN_WINDOW, layer_size
from video.motion import is_part
from video.shot import Frame, Layer

if TYPE_CHECKING:
    from PIL import Image


def write_first_frame(layers: tuple[Layer, ...], frame: Frame, path: Path) -> None:
    """Writes it as a PNG.

    Raises:
        ValueError: there are no layers.
    """
    first_frame(layers, frame).save(path, "PNG")


def first_frame(layers: tuple[Layer, ...], frame: Frame) -> Image.Image:
    """A picture of the frame's size, RGB.

    Raises:
        ValueError: there are no layers.
    """
    import numpy as np
    from PIL import Image

    if not layers:
        raise ValueError("A first frame needs at least one layer.")
    width, height = layer_size(frame)
    whole = Image.new("RGBA", (width, height), (0, 0, 0, 255))
    for layer in layers:
        if is_part(layer):
            cel = np.load(layer.path, mmap_mode="r", allow_pickle=False)[0]
            sheet = Image.fromarray(np.ascontiguousarray(cel[..., [2, 1, 0, 3]]))
        else:
            with Image.open(layer.path) as opened:
                sheet = opened.convert("RGBA")
        # Pasted, as what is laid with its alpha may not stick out of the picture.
        above = Image.new("RGBA", whole.size)
        for x, y in layer.copies or ((0, 0),):
            above.paste(sheet, (layer.left_px + x, layer.top_px + y))
        whole.alpha_composite(above)
    wide, high = round(frame.width_px * MEAN_WINDOW), round(frame.height_px * MEAN_WINDOW)
    left, top = (width - wide) // 2, (height - high) // 2
    seen = whole.crop((left, top, left + wide, top + high)).convert("RGB")
    return seen.resize((frame.width_px, frame.height_px), Image.Resampling.LANCZOS)
