"""What a drawn scene with moving parts costs: drawn, composed and encoded, in one shape and in three."""

from __future__ import annotations

import multiprocessing
import resource
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import best_of
from video.direct import Acting, Doing, Near, ShotPlan
from video.encode import encode_shot
from video.engine import Figure, PaintJob
from video.engines.papercut import Engine
from video.shot import Frame, Painted

WIDE = Frame(width_px=1280, height_px=720, fps=30)
SHAPES = (WIDE, Frame(width_px=720, height_px=1280, fps=30), Frame(width_px=720, height_px=720, fps=30))
SECONDS = 8.0


def drawn(folder: Path, frame: Frame, plan: ShotPlan) -> Painted:
    """A village in the rain by the papercut painter: one speaks, one walks, one dances."""
    cast = tuple(
        Figure(name=name, look=look)
        for name, look in (("Nana", "old woman, blue skirt"), ("Ina", "girl, red dress"), ("Pedro", "man with a cap"))
    )
    job = PaintJob(
        scene="1", heading="", brief="A village by the river, in the rain", text=(), language="en",
        present=plan.seen, cast=cast, picture="", frame=frame, seed=7, folder=str(folder), shot=plan,
    )  # fmt: skip
    painted = Engine().paint((job,))[0]
    assert isinstance(painted, Painted)
    return painted


def plan(*, talks: bool, also: str = "") -> ShotPlan:
    """One shot of three figures."""
    acting = tuple(
        Acting(name=name, doing=doing)
        for name, doing in (("Nana", Doing.SPEAK), ("Ina", Doing.WALK), ("Pedro", Doing.DANCE))
    )
    seen = tuple(one.name for one in acting)
    return ShotPlan(seconds=SECONDS, talks=talks, also=also, near=Near.WIDE, focus="Nana", seen=seen, acting=acting)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenes:
    """CPU seconds for a second of 720p30, drawing, composing and encoding together."""

    sheets_alone: float
    """Without what moves by itself."""
    silent: float
    """With three moving figures and rain."""
    talking: float
    """The same, with the groups in which one of them talks."""
    drawing: float
    """How much of that is drawing."""
    shapes: float
    """Three shapes (1280x720, 720x1280, 720x720) against the first alone."""
    memory_mb: int
    """Of a process that does only this."""


def scenes(folder: Path) -> Scenes:
    """What a drawn shot costs; the better of two runs each."""
    for n in range(len(SHAPES)):
        (folder / f"shape{n}").mkdir()

    def cost_of(n: int, *, talks: bool, parts: bool = True) -> float:
        asked = plan(talks=talks)

        def run() -> None:
            painted = drawn(folder / f"shape{n}", SHAPES[n], asked)
            layers = tuple(layer for layer in painted.layers if parts or layer.path.endswith(".png"))
            encode_shot(Painted(layers=layers), SHAPES[n], folder / "shot.mp4", plan=asked)

        return best_of(2, run).cpu_s / SECONDS

    with multiprocessing.get_context("spawn").Pool(1) as pool:
        memory = pool.apply(_alone, (str(folder),))
    silent = cost_of(0, talks=False)
    others = sum(cost_of(n, talks=False) for n in range(1, len(SHAPES)))
    return Scenes(
        sheets_alone=cost_of(0, talks=False, parts=False),
        silent=silent,
        talking=cost_of(0, talks=True),
        drawing=best_of(2, lambda: drawn(folder / "shape0", WIDE, plan(talks=True))).cpu_s / SECONDS,
        shapes=1 + others / silent,
        memory_mb=memory,
    )


def _alone(folder: str) -> int:
    """Peak memory in MB of a process that draws and encodes a talking scene."""
    asked = plan(talks=True)
    encode_shot(drawn(Path(folder) / "shape0", WIDE, asked), WIDE, Path(folder) / "alone.mp4", plan=asked)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak >> (20 if sys.platform == "darwin" else 10)
