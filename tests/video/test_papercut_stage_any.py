"""Any scene that words can ask for is drawn, and shows its faces, in any shape and from any distance."""

from __future__ import annotations

from pathlib import Path

import pytest

from video.chance import Chance
from video.concepts.scenery import Mention, Scenery
from video.concepts.table import load_concepts
from video.direct import Acting, Doing, Mood, Near, ShotPlan
from video.engine import Figure, PaintJob
from video.engines.papercut import Engine
from video.engines.papercut.styles import load_styles
from video.safe_area import safe_area
from video.shot import Frame, Painted

SHAPES = ((160, 90), (90, 160), (120, 120), (210, 90))
LOOKS = ("old woman", "girl", "man", "boy", "baby", "stout man, hat")
ANIMALS = ("Fox", "Owl", "Whale", "Dragon", "Mouse", "Elephant", "Fish")


def any_job(number: int, folder: Path) -> PaintJob:
    """A job by chance: everything that there are words for may be in it."""
    chance = Chance(number, "any scene")
    kinds: dict[str, list[str]] = {}
    for concept in load_concepts().values():
        kinds.setdefault(concept.kind, []).append(concept.id)

    def some(kind: str, most: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(chance.pick(kinds[kind]) for _ in range(int(chance.between(0, most + 1)))))

    def mentions(kind: str, most: int) -> tuple[Mention, ...]:
        concepts = load_concepts()
        return tuple(Mention(concept=concepts[i], count=chance.pick((0, 1, 1, 2, 5))) for i in some(kind, most))

    people = [Figure(name=f"P{i}", look=chance.pick(LOOKS)) for i in range(int(chance.between(0, 6)))]
    beasts = [Figure(name=name) for name in ANIMALS if chance.maybe(0.15)]
    cast = (*people, *beasts)
    names = tuple(figure.name for figure in cast)
    acting = tuple(
        Acting(
            name=name, doing=chance.pick(tuple(Doing)), mood=chance.pick(tuple(Mood)), holds="".join(some("thing", 1))
        )
        for name in names
    )
    width, height = chance.pick(SHAPES)
    return PaintJob(
        scene="s", heading="", brief="", text=(), language="en", present=names, cast=cast, picture="",
        frame=Frame(width_px=width, height_px=height, fps=25), seed=number, folder=str(folder), still=chance.maybe(0.8),
        shot=ShotPlan(
            near=chance.pick(tuple(Near)), focus=chance.pick(names) if names else "", talks=chance.maybe(0.5),
            seen=names, acting=acting, seconds=chance.pick((4.0, 12.0)),
        ),
        scenery=Scenery(
            time=chance.pick(kinds["time"]), places=some("place", 2), weather=some("weather", 1), sky=some("sky", 1),
            things=mentions("thing", 5), animals=mentions("animal", 3), people=mentions("person", 2),
        ),
        style=chance.pick(("", *load_styles())),
    )  # fmt: skip


@pytest.mark.parametrize("number", range(12))
def test_any_scene_is_drawn_and_every_face_is_in_the_safe_area(tmp_path: Path, number: int) -> None:
    job = any_job(number, tmp_path)
    (painted,) = Engine().paint((job,))
    assert isinstance(painted, Painted)
    box, frame = safe_area(job.frame), job.frame
    for face in painted.faces:
        assert box.left - 0.5 <= face.left * frame.width_px
        assert face.right * frame.width_px <= box.right + 0.5
        assert box.top - 0.5 <= face.top * frame.height_px
        assert face.bottom * frame.height_px <= box.bottom + 0.5
