"""What of a picture fills a frame, and how the camera moves over it, so that no face leaves the picture. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from video.shot import Face, Frame, View

if TYPE_CHECKING:
    import numpy as np

AIR = 0.15
"""Kept free beside a face, as a share of its height; above it, as what is found ends at the brow, more."""
AIR_ABOVE, AIR_BELOW = 0.4, 0.25
EYES = 0.42
"""Where in the frame's height faces are wanted."""
CUT_UP_TO = 1.4
"""Up to this ratio of shapes a picture without faces is cut to fill the frame; beyond, it is shown whole."""
WIDE, NEAR = 1.15 / 1.16, 1.03 / 1.16
"""The widest and nearest window, as shares of the sheet: nearer, there are not enough pixels."""
CALM = 0.004
"""Left free at the sheet's edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A part of a picture, in its pixels."""

    left: int
    top: int
    width: int
    height: int

    def of(self, picture: np.ndarray) -> np.ndarray:
        """That part of a picture."""
        return picture[self.top : self.top + self.height, self.left : self.left + self.width]


def cut_of(
    size: tuple[int, int], aspect: float, faces: Sequence[Face], *, focus: tuple[float, float], up_to: float
) -> Cut | None:
    """The part of a picture that fills a frame of a shape; None where it had better stand whole.

    Args:
        size: width and height of the picture.
        aspect: width by height of the frame.
        faces: none of them may be cut. Where there are any, the shapes may differ as they like.
        focus: what it is about (shares of width and height), where there is no face.
        up_to: the largest ratio of the shapes at which a picture without faces is cut.
    """
    width, height = size
    keep_w = max(1, min(width, round(height * aspect)))
    keep_h = max(1, min(height, round(width / aspect)))
    share_w, share_h = keep_w / width, keep_h / height
    if not faces:
        if max(1 / share_w, 1 / share_h) > up_to:
            return None
        x, y = focus[0] - share_w / 2, focus[1] - share_h / 2
    else:
        held = held_by(faces)
        if held.right - held.left > share_w or held.bottom - held.top > share_h:
            return None
        x = (held.left + held.right) / 2 - share_w / 2
        y = (held.top + held.bottom) / 2 - EYES * share_h
        y = min(max(y, held.bottom - share_h), held.top)
    x, y = min(max(x, 0.0), 1 - share_w), min(max(y, 0.0), 1 - share_h)
    return Cut(left=round(x * width), top=round(y * height), width=keep_w, height=keep_h)


def held_by(faces: Iterable[Face]) -> Face:
    """The rectangle that holds all faces with some air around them, within the picture."""
    roomy: list[tuple[float, float, float, float]] = []
    for face in faces:
        tall, wide = face.bottom - face.top, face.right - face.left
        left, right = face.left - AIR * wide, face.right + AIR * wide
        roomy.append((left, face.top - AIR_ABOVE * tall, right, face.bottom + AIR_BELOW * tall))
    lefts, tops, rights, bottoms = zip(*roomy, strict=True)
    return Face(
        left=max(0.0, min(lefts)),
        top=max(0.0, min(tops)),
        right=min(1.0, max(rights)),
        bottom=min(1.0, max(bottoms)),
    )


def within(faces: Iterable[Face], part: Face) -> tuple[Face, ...]:
    """Faces of a picture as shares of one of its parts."""
    wide, high = part.right - part.left, part.bottom - part.top
    moved = (
        Face(
            left=(face.left - part.left) / wide,
            top=(face.top - part.top) / high,
            right=(face.right - part.left) / wide,
            bottom=(face.bottom - part.top) / high,
        )
        for face in faces
    )
    return tuple(face for face in moved if min(face.right, face.bottom) > 0 and max(face.left, face.top) < 1)


def views_of(faces: Sequence[Face], focus: tuple[float, float], *, out: bool) -> tuple[View, View]:
    """A slow way towards the faces of a sheet, or towards what it is about, and back; ``out`` = beginning there."""
    wide = View(left=(1 - WIDE) / 2, top=(1 - WIDE) / 2, width=WIDE)
    if not faces:
        near = _view(focus[0] - NEAR / 2, focus[1] - NEAR / 2, NEAR)
    else:
        held = held_by(faces)
        width = min(WIDE, max(NEAR, held.right - held.left, held.bottom - held.top))
        top = (held.top + held.bottom) / 2 - EYES * width
        near = _view((held.left + held.right) / 2 - width / 2, min(max(top, held.bottom - width), held.top), width)
    return (near, wide) if out else (wide, near)


def _view(left: float, top: float, width: float) -> View:
    most = 1 - CALM - width
    return View(left=min(max(left, CALM), most), top=min(max(top, CALM), most), width=width)


def seen_faces(faces: Iterable[Face], views: Sequence[View]) -> tuple[Face, ...]:
    """Where faces of a sheet may be in the frame while the camera goes from view to view."""
    found: list[Face] = []
    for face in faces:
        seen = [one for view in views for one in within((face,), _part(view))]
        if seen:
            found.append(
                Face(
                    left=max(0.0, min(one.left for one in seen)),
                    top=max(0.0, min(one.top for one in seen)),
                    right=min(1.0, max(one.right for one in seen)),
                    bottom=min(1.0, max(one.bottom for one in seen)),
                )
            )
    return tuple(found)


def _part(view: View) -> Face:
    return Face(left=view.left, top=view.top, right=view.left + view.width, bottom=view.top + view.width)


def aspect_of(frame: Frame) -> float:
    """Width by height."""
    return frame.width_px / frame.height_px
