"""Where text and faces may be on a picture: free of its edges, and of what apps lay over it."""

from __future__ import annotations

from video.shot import Frame
from video.typeset.block import Box

EDGE = 0.05
"""Left free at each edge. Source: EBU R 95, safe area for graphics of 16:9 pictures (5 %)."""
TALL_RATIO = 0.75
"""Pictures narrower than this (width by height) are shown by apps in full height, with their own buttons over them."""
TALL_TOP, TALL_BOTTOM, TALL_RIGHT = 0.12, 0.20, 0.12
"""Covered there by names, buttons and texts. Source: own choice; what TikTok, Reels and Shorts ask to be left free
differs by app and year, about 6 to 14 % above, 18 to 35 % below and 10 to 18 % at the right. A word may stand lower
than a long description reaches, but never under the buttons."""


def safe_area(frame: Frame) -> Box:
    """The part of a picture that is seen everywhere, in pixels."""
    width, height = frame.width_px, frame.height_px
    tall = width / height < TALL_RATIO
    top, bottom, right = (TALL_TOP, TALL_BOTTOM, TALL_RIGHT) if tall else (EDGE, EDGE, EDGE)
    return Box(left=EDGE * width, top=top * height, right=(1 - right) * width, bottom=(1 - bottom) * height)


def side_margin(frame: Frame) -> float:
    """What is left free on either side of a text that stands in the middle of the picture, in pixels."""
    area = safe_area(frame)
    return max(area.left, frame.width_px - area.right)
