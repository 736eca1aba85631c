"""What a painter is asked for: the shots of a scene as it is directed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from translation.manuscript import Manuscript, Scene
from video.engine import Figure, PaintJob
from video.shot import Frame
from video.shotlist import Directed


def jobs_of(manuscript: Manuscript, scene: Scene, frame: Frame, found: Directed) -> tuple[PaintJob, ...]:
    """One job for each shot of a directed scene; one alone where the creator brings the picture."""
    first = PaintJob(
        scene=scene.id,
        heading=scene.heading,
        brief=scene.brief,
        text=tuple(line.text for line in scene.lines),
        language=manuscript.language,
        present=found.present,
        cast=tuple(Figure(name=c.name, look=c.look, voice=c.voice) for c in manuscript.characters),
        picture=str(Path(manuscript.folder) / scene.picture) if scene.picture else "",
        frame=frame,
        seed=found.seed,
        folder="",
        scenery=found.scenery,
        style=found.style,
    )
    return (first,) if scene.picture else tuple(replace(first, shot=shot) for shot in found.shots)
