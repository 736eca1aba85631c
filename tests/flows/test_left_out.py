"""What was asked for and is not in a picture is told of it whenever it is made or found."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.pictures import Pictures
from flows.report import left_out
from flows.stages import shots
from flows.stages.shots import found_shot, make_shot, painter, shot_jobs
from flows.store import Store
from translation.manuscript import Character, Line, LineKind, Manuscript, Scene
from video.engine import PaintJob
from video.shapes import Format
from video.shot import Frame

NAMES = ("Ana", "Bea", "Cid", "Dora", "Eli", "Fay", "Gus", "Hal")
FORMAT = Format(frame=Frame(width_px=160, height_px=90))


class AtOnce:
    """Paints in this process."""

    def call(self, engine: str, batch: tuple[PaintJob, ...], needs: str = "") -> tuple[object, ...]:
        return painter(engine).paint(batch)


def story(brief: str) -> Manuscript:
    return Manuscript(
        name="story",
        language="en",
        title=Line(id="title", text="T", kind=LineKind.TITLE),
        characters=tuple(Character(name=name, look="woman") for name in NAMES),
        scenes=(Scene(id="s1", heading="", brief=brief, lines=(Line(id="a", text="Once.", kind=LineKind.NARRATION),)),),
    )


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(shots, "default_pool", AtOnce)
    return Store(str(tmp_path / "store"))


def test_who_has_no_room_is_told_of_a_shot_that_is_made_and_of_one_that_is_found(store: Store) -> None:
    (shot, *_) = shot_jobs(story(f"{', '.join(NAMES)} stand in a village by a qwertz."), FORMAT, 0, Pictures())
    made = make_shot(store, shot)
    assert made.made
    assert made.findings == ("No room in the picture for: Gus, Hal",), "words that are not known are told by the plan"
    again = found_shot(store, shot)
    assert again is not None
    assert again.findings == made.findings
    assert left_out((made, again)) == (("No room in the picture for: Gus, Hal", ("s1", "s1")),)
