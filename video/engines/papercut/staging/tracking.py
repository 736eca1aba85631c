"""A camera that goes along with those who walk: the land passes behind them, nearer sheets faster.

The land is several sheets of the same place side by side, each laid out anew, joined where they differ least.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import skia

from video.chance import Chance
from video.direct import Near
from video.engines.papercut.land.draw import Sheet
from video.engines.papercut.land.view import View
from video.engines.papercut.paper import Board, save_sheet
from video.engines.papercut.proportions import Camera, layer_size, pixels_per_unit
from video.engines.papercut.staging.oars import OUT
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.players import MOVING
from video.engines.papercut.staging.scene import Blocked, Scene
from video.shot import Layer

PACE = {"walk": 0.58, "run": 0.85}
"""Heights of a grown person that somebody walks or runs a second: as far as legs reach in a cycle of theirs."""
ROWED = 0.2
"""The same of a boat that is rowed."""
LEAST_S = 6.0
"""In a shorter shot the land would no sooner move than it came to an end."""
FARTHEST = 1.5
"""How far the ground moves at most, in widths of a layer."""
SHARES = {"middle": 0.5, "ground": 1.0, "front": 1.25}
"""How fast the land's sheets move beside the ground; what is further off stays."""
BEHIND = {Near.MEDIUM: 0.36, Near.CLOSE: 0.2}
"""How fast the place moves behind who walks in a nearer picture, beside the ground that is not seen there."""
HANGING = frozenset(("corner plants", "bank plants", "reed front", "shore plants", "garden front"))
"""Fronts with a branch that reaches in from a side: it would fly by without its tree."""
BRANCHES = 560.0
"""Down to where they hang, frame units."""
LAP, SEAM = 0.2, 0.014
"""How much of two sheets lies over one another, and over how much of that the one goes over into the other; shares of
the width."""
ALONE = frozenset(("homestead", "path", "beds", "street things", "palms", "reeds"))
"""Parts of the ground that stand on the stage or lead across it: whoever goes along has them behind."""
NO_WAY = frozenset(("awnings", "quay", "stream", "platform", "roof terrace", "islet", "cloud bank"))
"""Parts of the ground along which nobody goes far."""


def way_of(scene: Scene, view: View, blocked: Blocked) -> float:
    """How far the ground moves in a period, in pixels of a layer: to the left where they go to the right.

    0.0 where nobody or not everybody walks, something stands on the stage, or the place is one that has no way along.
    """
    if scene.still or scene.shot.seconds < LEAST_S or view.setting.indoors or view.setting.closed:
        return 0.0
    if blocked.swell is not None:
        return _rowed(scene, blocked)
    if NO_WAY & set(view.setting.ground):
        return 0.0
    walking = [p for p in blocked.pieces if p.player is not None]
    if not walking or not all(p.act.pose in MOVING for p in walking):
        return 0.0
    if len({p.flipped for p in walking}) > 1 or any(_stays(p) for p in blocked.pieces):
        return 0.0
    pace = max(PACE.get(str(p.act.pose), PACE["walk"]) for p in walking)
    measure = max(p.size / p.share for p in walking)
    scale = pixels_per_unit(scene.frame)
    share = BEHIND.get(blocked.framing.near, 1.0)
    far = min(pace * measure * scale * scene.shot.seconds * share, FARTHEST * layer_size(scene.frame)[0])
    return -far if walking[0].flipped else far


def _rowed(scene: Scene, blocked: Blocked) -> float:
    """The same of a boat that is rowed; one that nobody rows drifts."""
    boat = next((p for p in blocked.pieces if p.thing and p.afloat), None)
    crew = [p for p in blocked.pieces if p.player is not None and p.afloat]
    if boat is None or not any(p.thing == OUT for p in blocked.pieces):
        return 0.0
    measure = max(p.size / p.share for p in crew)
    share = 2 * BEHIND.get(blocked.framing.near, 0.5)
    return ROWED * measure * pixels_per_unit(scene.frame) * scene.shot.seconds * share


def _stays(piece: Piece) -> bool:
    """Whether a piece stands on the ground and would be left behind."""
    return piece.player is None and not (piece.kind and piece.row < -2)


def panned(scene: Scene, seen: tuple[View, Camera | None], sheet: Sheet, way: float, folder: Path) -> Layer | None:
    """A sheet of the land so wide that it passes in one period; None where it stays in its place."""
    share = SHARES.get(sheet.name, 0.0)
    if not share:
        return None
    view, camera = seen
    return band_of(
        lambda i: _drawn(scene, view, camera, sheet, i), way * share, folder / f"layer-{sheet.name}.png", sheet.depth
    )


def band_of(drawn: Callable[[int], np.ndarray], way: float, path: Path, depth: float) -> Layer:
    """Pictures of a layer's size side by side as one wide sheet; ``drawn`` gives the first, then others as needed.

    Args:
        way: how far it moves in a period, to the left; pixels of a layer.
    """
    first = drawn(0)
    width = first.shape[1]
    extra = 2 * round(abs(way) / 2)
    count = 1 + -(-extra // round((1 - LAP) * width))
    images = [first, *(drawn(i) for i in range(1, count))]
    if way < 0:
        images.reverse()  # what is seen first is the place as it always is
    band = _joined(images)
    begin = 0 if way > 0 else band.shape[1] - width - extra
    save_sheet(str(path), np.ascontiguousarray(band[:, begin : begin + width + extra]))
    pans = extra if way > 0 else -extra
    return Layer(path=str(path), depth=depth, left_px=min(0, pans), pans=pans)


def elsewhere(view: View, i: int) -> View:
    """The i-th stretch of the land along a way, laid out anew; the first is the place itself."""
    setting = view.setting
    setting = replace(setting, ground=tuple(part for part in setting.ground if part not in ALONE))
    if not i:
        return replace(view, setting=setting)
    return replace(view, setting=setting, seed=view.seed + 7919 * i, clear=(), left_out=[])


def _drawn(scene: Scene, view: View, camera: Camera | None, sheet: Sheet, i: int) -> np.ndarray:
    """The i-th sheet of the row; the first is that of the place."""
    there = elsewhere(view, i)
    board = Board(scene.frame, view.light, Chance(there.seed, f"layer {sheet.name}"), camera=camera)
    if sheet.name == "front" and HANGING & set(view.setting.front):
        board.canvas.clipRect(skia.Rect.MakeLTRB(board.left, BRANCHES, board.right, board.bottom))
    sheet.draw(board, there)
    return board.pixels()


def _joined(images: list[np.ndarray]) -> np.ndarray:
    """Pictures side by side, each two over one another by ``LAP``, joined in the columns in which they differ least."""
    band = images[0]
    width = band.shape[1]
    lap, seam = round(LAP * width), max(4, 2 * round(SEAM * width / 2))
    for image in images[1:]:
        left, right = premultiplied(band[:, -lap:]), premultiplied(image[:, :lap])
        apart = np.abs(left - right).mean(axis=(0, 2))
        around = np.convolve(apart, np.ones(seam) / seam, mode="valid")
        at = int(around.argmin())
        share = np.clip((np.arange(lap) - at) / seam, 0.0, 1.0)[None, :, None]
        mixed = straight(left * (1 - share) + right * share)
        band = np.concatenate([band[:, :-lap], mixed, image[:, lap:]], axis=1)
    return band


def premultiplied(bgra: np.ndarray) -> np.ndarray:
    """The picture with its colours multiplied by their alpha, float32: so it can be mixed and softened."""
    out = bgra.astype(np.float32)
    out[..., :3] *= out[..., 3:] / 255
    return out


def straight(mixed: np.ndarray) -> np.ndarray:
    """A premultiplied picture with straight alpha again, uint8."""
    alpha = mixed[..., 3:]
    colours = np.divide(mixed[..., :3] * 255, alpha, out=np.zeros_like(mixed[..., :3]), where=alpha > 0)
    return np.rint(np.concatenate([colours, alpha], axis=2)).clip(0, 255).astype(np.uint8)
