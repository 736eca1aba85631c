"""A contact sheet of a film: pictures from all over it on one sheet, for people to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from languages.errors import EngineError

if TYPE_CHECKING:
    import numpy as np

WIDTH_PX = 320
"""Width of one picture on the sheet."""


def contact_sheet(film: Path, sheet: Path, columns: int = 4, count: int = 12) -> int:
    """Writes a PNG with up to ``count`` pictures, evenly spaced in time, row by row; says how many there are.

    Raises:
        EngineError: the film has no picture that decodes.
        ValueError: fewer than one column or picture was asked for.
    """
    import av
    import cv2
    import numpy as np

    if columns < 1 or count < 1:
        raise ValueError(f"A sheet of {count} pictures in {columns} columns cannot be made.")
    tiles: list[np.ndarray] = []
    try:
        with av.open(str(film)) as media:
            stream = media.streams.video[0]
            begin, length = stream.start_time or 0, stream.duration or 0
            for n in range(count if length else 1):
                # The middle of each of ``count`` equal parts, decoded from the keyframe before it on.
                wanted = begin + length * (2 * n + 1) // (2 * count)
                media.seek(wanted, stream=stream)
                picture = None
                for picture in media.decode(stream):
                    if picture.pts is None or picture.pts + (picture.duration or 1) > wanted:
                        break
                if picture is not None:
                    tiles.append(_tile(picture.to_ndarray(format="bgr24")))
    except (av.error.FFmpegError, IndexError) as error:
        raise EngineError(f"{film} cannot be decoded: {error}.", expected="A film that plays.") from error
    if not tiles:
        raise EngineError(f"{film} has no picture.", expected="A film that plays.")
    made, wide = len(tiles), min(columns, len(tiles))
    tiles += [np.zeros_like(tiles[0])] * (-made % wide)
    rows = [np.concatenate(tiles[i : i + wide], axis=1) for i in range(0, len(tiles), wide)]
    done, png = cv2.imencode(".png", np.concatenate(rows))
    if not done:
        raise EngineError(f"The contact sheet of {film} cannot be written as PNG.")
    sheet.write_bytes(png.tobytes())
    return made


def _tile(bgr: np.ndarray) -> np.ndarray:
    import cv2

    height = max(1, round(WIDTH_PX * bgr.shape[0] / bgr.shape[1]))
    return cv2.resize(bgr, (WIDTH_PX, height), interpolation=cv2.INTER_AREA)
