"""Lays a creator's picture on sheets that are larger than the frame, and says how the camera goes over them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from video.camera import layer_size, window
from video.ownpicture.decode import decoded
from video.ownpicture.faces import find_faces
from video.ownpicture.framing import CUT_UP_TO, Cut, aspect_of, cut_of, seen_faces, views_of, within
from video.ownpicture.header import file_digest
from video.ownpicture.subject import focus_of
from video.safe_area import safe_area
from video.shot import Face, Frame, Layer, Painted, View

DEPTH, BACK = 0.6, 0.1
ROOM = 0.9
"""Share of the frame that a picture which is shown whole may fill, rim and shadow besides."""
RIM = 0.012
"""Of the print's white rim, in frame widths or heights, whichever is less."""
MOMENTS = 24
"""Of one period, at which it is looked where faces are."""


def lay_picture(path: str, frame: Frame, folder: Path, seed: int = 0) -> Painted:
    """A picture as a sheet that fills the frame, and a slow way towards its faces or its subject and back.

    Where its shape is far from the frame's, or faces would be cut, it lies whole, as a print on its own blur.

    Raises:
        PictureRefused: it cannot be decoded to its end, or is too large.
    """
    image = decoded(path, layer_size(frame))
    faces = find_faces(image)
    focus = (0.5, 0.5) if faces else focus_of(image)
    high, wide = image.shape[:2]
    cut = cut_of((wide, high), aspect_of(frame), faces, focus=focus, up_to=CUT_UP_TO)
    if cut is None:
        return _print(image, faces, frame, folder, seed)
    part = Face(
        left=cut.left / wide,
        top=cut.top / high,
        right=(cut.left + cut.width) / wide,
        bottom=(cut.top + cut.height) / high,
    )
    shown = within(faces, part)
    about = ((focus[0] * wide - cut.left) / cut.width, (focus[1] * high - cut.top) / cut.height)
    # Some pictures are come near to, some are left: which is for the picture to say, as all scenes have one seed.
    views = views_of(shown, about, out=int(file_digest(path)[0], 16) % 2 == 1)
    sheet = _written(folder / "picture.png", _filling(image, cut, layer_size(frame)))
    layer = Layer(path=sheet, depth=DEPTH)
    return Painted(layers=(layer,), views=views, faces=seen_faces(shown, views))


def _filling(image: np.ndarray, cut: Cut, size: tuple[int, int]) -> np.ndarray:
    # Cut first: a very long picture scaled whole would be larger than memory.
    return cv2.resize(cut.of(image), size, interpolation=cv2.INTER_AREA if cut.width > size[0] else cv2.INTER_CUBIC)


def _print(image: np.ndarray, faces: Sequence[Face], frame: Frame, folder: Path, seed: int) -> Painted:
    """The picture whole, as a print with a rim and a shadow, before itself, blurred and darkened."""
    width, height = layer_size(frame)
    high, wide = image.shape[:2]
    cut = cut_of((wide, high), width / height, (), focus=(0.5, 0.5), up_to=1e9)
    assert cut is not None
    small = _filling(image, cut, (max(2, width // 8), max(2, height // 8)))
    back = cv2.GaussianBlur(small, (0, 0), sigmaX=max(1.0, width / 220))
    back = cv2.resize(back, (width, height), interpolation=cv2.INTER_CUBIC)
    ground = _written(folder / "ground.png", np.clip(back.astype(np.float32) * 0.62, 0, 255).astype(np.uint8))

    scale = min(frame.width_px * ROOM / wide, frame.height_px * ROOM / high)
    size = (max(2, round(wide * scale)), max(2, round(high * scale)))
    front = cv2.resize(image, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    rim = max(1, round(RIM * min(frame.width_px, frame.height_px)))
    card = cv2.copyMakeBorder(front, rim, rim, rim, rim, cv2.BORDER_CONSTANT, value=(245, 250, 251))
    fall = 2 * rim
    sheet, inner = _shadowed(card, fall)
    left = (width - sheet.shape[1]) // 4 * 2
    # Where apps lay more over the foot of a tall picture than over its head, it lies higher, as far as there is room.
    safe = safe_area(frame)
    room = max(0, frame.height_px * ROOM - card.shape[0]) / 2
    lift = min(room, frame.height_px / 2 - (safe.top + safe.bottom) / 2)
    top = (height - sheet.shape[0]) // 4 * 2 - round(lift / 2) * 2
    layers = (
        Layer(path=ground, depth=BACK),
        Layer(path=_written(folder / "print.png", sheet), depth=DEPTH, left_px=left, top_px=top),
    )
    x, y = left + inner + rim, top + inner + rim
    on_sheet = [
        Face(
            left=(x + face.left * size[0]) / width,
            top=(y + face.top * size[1]) / height,
            right=(x + face.right * size[0]) / width,
            bottom=(y + face.bottom * size[1]) / height,
        )
        for face in faces
    ]
    return Painted(layers=layers, faces=seen_faces(on_sheet, _windows(frame, seed)))


def _shadowed(card: np.ndarray, fall: int) -> tuple[np.ndarray, int]:
    """A card as BGRA with a soft shadow below it on its right, of even sides; and where in it the card begins."""
    around = 4 * fall
    high, wide = ((side + 2 * around + 1) // 2 * 2 for side in card.shape[:2])
    shade = np.zeros((high, wide), np.float32)
    shade[around + fall : around + fall + card.shape[0], around + fall // 2 : around + fall // 2 + card.shape[1]] = 0.45
    shade = cv2.GaussianBlur(shade, (0, 0), fall)
    sheet = np.zeros((high, wide, 4), np.uint8)
    sheet[..., 3] = np.rint(shade * 255)
    sheet[around : around + card.shape[0], around : around + card.shape[1], :3] = card
    sheet[around : around + card.shape[0], around : around + card.shape[1], 3] = 255
    return sheet, around


def _windows(frame: Frame, seed: int) -> tuple[View, ...]:
    """What is seen of the print's layer at moments of the camera's own way."""
    width, height = layer_size(frame)
    seen = (window(frame, DEPTH, n / MOMENTS, seed) for n in range(MOMENTS))
    return tuple(View(left=w.left / width, top=w.top / height, width=w.scale * frame.width_px / width) for w in seen)


def _written(path: Path, picture: np.ndarray) -> str:
    if not cv2.imwrite(str(path), picture, [cv2.IMWRITE_PNG_COMPRESSION, 1]):
        raise OSError(f"{path} could not be written.")
    return str(path)
