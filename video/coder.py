"""Planes become packets of one H.264 stream, in order, in closed groups."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from languages.clock import TICKS_PER_S, frame_ticks
from video.shot import Frame

if TYPE_CHECKING:
    import av
    import numpy as np
    from av.video.stream import VideoStream

    from video.planes import Planes


class Coder:
    """One pass of the encoder. What it gives is stamped from 0 on, a frame apart."""

    def __init__(self, stream: VideoStream, frame: Frame, gop: int) -> None:
        import av

        self._stream, self._gop, self._step = stream, gop, frame_ticks(frame.fps)
        stream.pix_fmt = "nv12"  # as x264 keeps pictures itself, and as they are drawn: nothing is converted
        self.count = 0
        """Pictures put in."""
        # One picture for all: the encoder copies what it is given before it answers.
        self._picture = av.VideoFrame(frame.width_px, frame.height_px, "nv12")
        self._picture.time_base = Fraction(1, TICKS_PER_S)
        self._rows = [_rows(plane) for plane in self._picture.planes]

    def put(self, planes: Planes) -> list[av.Packet]:
        """Encodes one picture; packets come out as many pictures later as the encoder looks ahead."""
        from av.video.frame import PictureType

        for rows, plane in zip(self._rows, planes, strict=True):
            height = plane.shape[0]
            rows[:, : plane.size // height] = plane.reshape(height, -1)
        self._picture.pts = self.count * self._step
        self._picture.pict_type = PictureType.NONE if self.count % self._gop else PictureType.I
        self.count += 1
        return self._lasting(self._stream.encode(self._picture))

    def finish(self) -> list[av.Packet]:
        """The packets that were still held back."""
        return self._lasting(self._stream.encode(None))

    def _lasting(self, packets: list[av.Packet]) -> list[av.Packet]:
        for packet in packets:
            packet.duration = self._step
        return packets


def _rows(plane: av.video.plane.VideoPlane) -> np.ndarray:
    """A plane's memory as rows of bytes, to be written to."""
    import numpy as np

    return np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)
