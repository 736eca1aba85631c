"""A whole film with dialogue, in one shape and in three, as a user makes it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tests.bench.stories import vernacast
from tests.stories import ROOT, report

STORY = "el-puente-de-hilo.es.md"
SHAPES = "wide,tall,square"
PER_SECOND = 25
"""Pictures a second of ``--size 1280x720`` as it is by default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Films:
    """One language, 720p25, made into an empty store."""

    seconds: float
    """Length of the film, cards included."""
    pictures_cpu_s: float
    """All shots and the film itself, one shape."""
    shapes_cpu: float
    """Three shapes against one: processor seconds of the whole job."""
    shapes_wall: float
    """The same, of the clock."""

    def per_second(self) -> float:
        """CPU seconds of drawing and encoding for a second of film."""
        return self.pictures_cpu_s / self.seconds


class _Stage(msgspec.Struct):
    stage: str
    cpu_s: float


class _Spent(msgspec.Struct):
    stages: list[_Stage]
    cpu_s: float
    wall_s: float


def films(folder: Path) -> Films:
    """Makes the example twice; its lines are spoken by the embedded voice."""
    one, three = _made(folder / "one", "wide"), _made(folder / "three", SHAPES)
    pictures = sum(s.cpu_s for s in one.stages if s.stage in ("shot", "film"))
    return Films(
        seconds=_seconds(folder / "one"),
        pictures_cpu_s=pictures,
        shapes_cpu=three.cpu_s / one.cpu_s,
        shapes_wall=three.wall_s / one.wall_s,
    )


def _made(home: Path, shape: str) -> _Spent:
    home.mkdir()
    shutil.copy(ROOT / "examples" / STORY, home / STORY)
    _, code = vernacast(home, "make", STORY, "--to", "es", "--shape", shape)
    assert code == 0
    return msgspec.convert(report(home / "out", STORY.partition(".")[0])["spent"], _Spent)


def _seconds(home: Path) -> float:
    import av

    (film,) = (home / "out").glob("*/es/*.mp4")
    with av.open(str(film)) as opened:
        assert opened.duration is not None
        return opened.duration / 1e6
