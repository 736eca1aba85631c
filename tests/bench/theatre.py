"""What a drawn scene with moving parts costs: drawn, composed and encoded, in one shape and in three."""

from __future__ import annotations

import math
import multiprocessing
import resource
import sys
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from tests.bench.measure import Cost, best_of
from video.direct import Near, ShotPlan
from video.encode import encode_shot
from video.engine import Figure, PaintJob
from video.engines.papercut import Engine
from video.motion import layer_size
from video.shot import Frame, Layer, Painted

WIDE = Frame(width_px=1280, height_px=720, fps=30)
SHAPES = (WIDE, Frame(width_px=720, height_px=1280, fps=30), Frame(width_px=720, height_px=720, fps=30))
SECONDS = 8.0
CELS, DROPS = 12, 220


def drawn(folder: Path, frame: Frame) -> Painted:
    """A village by the papercut painter, and what stands in for its moving parts: three figures and rain."""
    cast = (Figure(name="Nana", look="old woman, blue skirt"), Figure(name="Ina", look="girl, red dress"))
    job = PaintJob(
        scene="1", heading="", brief="A village by the river, with a bridge", text=(), language="en",
        present=("Nana", "Ina"), cast=cast, picture="", frame=frame, seed=7, folder=str(folder),
    )  # fmt: skip
    painted = Engine().paint((job,))[0]
    assert isinstance(painted, Painted)
    still = tuple(layer for layer in painted.layers if layer.path.endswith(".png"))
    figures = tuple(_figure(folder, frame, still[-2].path, n) for n in range(3))
    return Painted(layers=(*still[:-1], *figures, still[-1], _rain(folder, frame)))


def _figure(folder: Path, frame: Frame, sheet: str, number: int) -> Layer:
    """A piece of a drawn sheet that sways, as a figure does; one of the three talks, one walks to and fro."""
    whole = cv2.imread(sheet, cv2.IMREAD_UNCHANGED)
    tall = min(frame.height_px, frame.width_px)
    width, height = int(tall * 0.28) // 2 * 2, int(tall * 0.55) // 2 * 2
    left = int(frame.width_px * (0.05 + 0.3 * number)) // 2 * 2
    top = (whole.shape[0] - height - int(tall * 0.1)) // 2 * 2
    piece = whole[top : top + height, left : left + width].copy()
    mask = np.zeros((height, width), np.uint8)
    cv2.ellipse(mask, (width // 2, height // 2), (width // 2 - 9, height // 2 - 9), 0, 0, 360, 255, -1, cv2.LINE_AA)
    piece[..., 3] = mask
    quiet = np.zeros((CELS, height, width, 4), np.uint8)
    for n, cel in enumerate(quiet):
        turn = cv2.getRotationMatrix2D((width / 2, height), 3 * math.sin(2 * math.pi * n / CELS), 1)
        cel[:] = cv2.warpAffine(piece, turn, (width, height))
    talking = quiet.copy()
    for cel in talking[::2]:
        mouth = (width // 2, height // 4), (width // 10, height // 40)
        cv2.ellipse(cel, *mouth, 0, 0, 360, (20, 20, 60, 255), -1, cv2.LINE_AA)
    paths = tuple(folder / f"{name}{number}.npy" for name in ("quiet", "talking"))
    for path, cels in zip(paths, (quiet, talking), strict=True):
        np.save(path, cels)
    return Layer(
        path=str(paths[0]), depth=0.7, left_px=left, top_px=top, cycles=8,
        talking=str(paths[1]) if number == 1 else "",
        travel=((0.0, 0.0), (40.0, 0.0), (0.0, 0.0), (-40.0, 0.0)) if number == 2 else (),
    )  # fmt: skip


def _rain(folder: Path, frame: Frame) -> Layer:
    """Streaks over the whole picture, in eight pictures."""
    width, height = layer_size(frame)
    dice = np.random.default_rng(1)
    cels = np.zeros((8, height, width, 4), np.uint8)
    for x, y, alpha in zip(*dice.uniform((-90, 0, 60), (width, height, 130), (DROPS, 3)).T, strict=True):
        for n, cel in enumerate(cels):
            down = height * n / len(cels)
            begin = (x + down * 0.2, (y + down) % height)
            ends = [tuple(int(8 * v) for v in (begin[0] + s * 5, begin[1] + s * 26)) for s in (0, 1)]
            cv2.line(cel, *ends, (235, 225, 215, int(alpha)), 2, cv2.LINE_AA, 3)
    np.save(folder / "rain.npy", cels)
    return Layer(path=str(folder / "rain.npy"), depth=1.0, cycles=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenes:
    """CPU seconds for a second of 720p30."""

    sheets_alone: float
    """The sheets alone."""
    silent: float
    """With three moving figures and rain."""
    talking: float
    """The same, with the groups in which one of them talks."""
    shapes: float
    """Three shapes (1280x720, 720x1280, 720x720) against the first alone, drawing of the sheets included."""
    memory_mb: int
    """Of a process that does only this."""


def scenes(folder: Path) -> Scenes:
    """What composing and encoding cost; the better of two runs each."""
    folders = [folder / f"shape{n}" for n in range(len(SHAPES))]
    for own in folders:
        own.mkdir()
    painted = drawn(folders[0], WIDE)
    sheets = Painted(layers=tuple(layer for layer in painted.layers if layer.path.endswith(".png")))

    def one(what: Painted, *, talks: bool) -> float:
        plan = ShotPlan(seconds=SECONDS, talks=talks, near=Near.WIDE)
        return best_of(2, lambda: encode_shot(what, WIDE, folder / "one.mp4", plan=plan)).cpu_s / SECONDS

    def shape(n: int) -> Cost:
        plan = ShotPlan(seconds=SECONDS)
        return best_of(2, lambda: encode_shot(drawn(folders[n], SHAPES[n]), SHAPES[n], folder / "s.mp4", plan=plan))

    with multiprocessing.get_context("spawn").Pool(1) as pool:
        memory = pool.apply(_alone, (painted, str(folder / "alone.mp4")))
    costs = [shape(n).cpu_s for n in range(len(SHAPES))]
    return Scenes(
        sheets_alone=one(sheets, talks=False),
        silent=one(painted, talks=False),
        talking=one(painted, talks=True),
        shapes=sum(costs) / costs[0],
        memory_mb=memory,
    )


def _alone(painted: Painted, path: str) -> int:
    """Peak memory in MB of a process that encodes a talking scene."""
    encode_shot(painted, WIDE, Path(path), plan=ShotPlan(seconds=SECONDS, talks=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak >> (20 if sys.platform == "darwin" else 10)
