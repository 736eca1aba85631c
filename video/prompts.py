"""What models of pictures and films are told: the brief, who is to be seen and how they look. Pure."""

from __future__ import annotations

import hashlib
from pathlib import Path

from video.engine import PaintJob


def brief_of(job: PaintJob) -> str:
    """What is to be seen, in the script's own language: brief, else heading, else the lines; then each one's look."""
    scene = job.brief or job.heading or " ".join(job.text)
    looks = [f"{f.name}: {f.look.rstrip('.')}." for f in job.cast if f.name in job.present and f.look]
    return " ".join((f"{scene.rstrip('.')}.", *looks)) if looks else scene


def prompt_of(job: PaintJob) -> str:
    """What the model is told: the brief in its own language, or the brief as it is."""
    return job.prompt or brief_of(job)


def negative_of(job: PaintJob) -> str:
    """What the creator wants in no picture."""
    return ", ".join(job.avoid)


def seed_of(job: PaintJob, attempt: int = 0) -> int:
    """A seed from 0 to 2⁶³-1: the same for the same scene, model and wish."""
    told = "\0".join((str(job.seed), job.scene, job.model, str(attempt)))
    return int.from_bytes(hashlib.sha256(told.encode()).digest()[:8]) >> 1


def key_of(job: PaintJob, digest: str) -> dict[str, str]:
    """All of the job that can change a model's picture; ``digest`` stands for the model's files."""
    shown = [(name, path) for name, path in job.reference if name in job.present]
    return {
        "model": job.model,
        "weights": digest,
        "prompt": prompt_of(job),
        "avoid": negative_of(job),
        "seconds": f"{job.seconds:g}",
        # The scene's own name is part of the seed.
        "scene": job.scene,
        "reference": " ".join(f"{name}={_digest(path)}" for name, path in shown),
    }


def _digest(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "absent"
