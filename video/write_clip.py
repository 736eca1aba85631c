"""Pictures of a model as a clip that is decoded again for the shot: H.264, near enough to lossless, at its own rate."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from video.encode import PROFILE

if TYPE_CHECKING:
    import numpy as np

QUALITY = "12"
"""x264's crf at which a copy of a copy is not seen to differ."""


def write_clip(pictures: Iterable[np.ndarray], fps: int, path: Path) -> int:
    """Writes an MP4; gives the number of pictures.

    Args:
        pictures: each of shape (height, width, 3), uint8, RGB; even sides.
    """
    import av

    count = 0
    with av.open(str(path), "w", format="mp4") as media:
        stream = media.add_stream("libx264", rate=fps)
        stream.pix_fmt = "yuv420p"
        stream.time_base = Fraction(1, fps)
        stream.codec_context.thread_count = 1  # equal pictures, equal bytes
        stream.options = {"preset": "veryfast", "crf": QUALITY, "x264-params": f"threads=1:{PROFILE.exact}"}
        for picture in pictures:
            if not count:
                stream.height, stream.width = picture.shape[:2]
            shown = av.VideoFrame.from_ndarray(picture, format="rgb24")
            shown.pts, shown.time_base = count, Fraction(1, fps)
            media.mux(stream.encode(shown))
            count += 1
        media.mux(stream.encode(None))
    return count
