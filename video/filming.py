"""A scene's film from clips of a model, each begun with the last picture of the one before; faults are seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages.card import Failed
from translation.translated import Finding, FindingKind
from video.clip_plan import Nature, clip_lengths, size_for
from video.engine import PaintJob
from video.frame_checks import film_fault
from video.prompts import negative_of, seed_of
from video.shot import Painted
from video.write_clip import write_clip

if TYPE_CHECKING:
    import numpy as np

ATTEMPTS = 2
"""A clip that cannot be a film is made once more, with another seed."""

OneClip = Callable[[int, tuple[int, int], Any, int], "np.ndarray"]
"""(frames, (width, height), first picture or None, seed) → pictures from 0 to 1, shape (frames, height, width, 3)."""


def film(job: PaintJob, nature: Nature, one: OneClip) -> Painted | Failed:
    """The film of a scene as a clip in the job's folder."""
    import numpy as np
    from PIL import Image

    size = size_for(job.frame, nature)
    first: Any = None
    if job.first:
        with Image.open(job.first, formats=("PNG",)) as opened:
            first = opened.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    parts: list[np.ndarray] = []
    for n, length in enumerate(clip_lengths(job.seconds, nature)):
        fault = ""
        for attempt in range(ATTEMPTS):
            frames = one(length, size, first, seed_of(job, n * ATTEMPTS + attempt))
            fault = film_fault(frames)
            if not fault:
                break
        else:
            return Failed(
                reason=f"{job.model} gave no film for the scene {job.scene}: {fault}, with {ATTEMPTS} seeds. Try "
                "another --seed or a plainer brief, or give the scene a picture of your own."
            )
        shown = np.round(np.clip(frames, 0, 1) * 255).astype(np.uint8)
        parts.append(shown[1:] if n else shown)
        first = Image.fromarray(shown[-1])
    path = Path(job.folder) / "film.mp4"
    write_clip((picture for part in parts for picture in part), nature.fps, path)
    return Painted(clip=str(path), findings=unheeded(job, nature.guidance))


def unheeded(job: PaintJob, guidance: float) -> tuple[Finding, ...]:
    """What to tell where a model cannot be told what to leave out: it takes no negative prompt without guidance."""
    if not job.avoid or guidance > 1:
        return ()
    text = (
        f"{job.model} cannot be told what to leave out ({negative_of(job)}): look at the picture, or use a model that "
        "can."
    )
    return (Finding(kind=FindingKind.PICTURE, text=text),)
