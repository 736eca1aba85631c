"""The engine ``video/picture``: the creator's own image or clip for a scene.

Nothing of a file is trusted: its kind is read from its first bytes, its size from its header, and only
what passes is decoded. Text formats that can draw or fetch (SVG, MVG, playlists) are not images here.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from languages.card import Card, Failed, Licence, Resources, Step
from languages.errors import EngineUnusable, PictureRefused
from video.engine import PaintJob
from video.ownpicture.header import check_picture, file_digest, is_clip
from video.shot import Painted


class Engine:
    """Lays the creator's picture on sheets, faces within the frame, or hands on the creator's clip."""

    card = Card(
        id="video/picture",
        version="2",
        step=Step.PAINT,
        summary="Uses the creator's own picture or clip for a scene.",
        licence=Licence(code="Apache-2.0", source="this project's own code; Pillow (MIT-CMU) and PyAV decode"),
        evidence="The picture is the creator's; nothing is drawn.",
        resources=Resources(cpus=1.0, ram_gb=0.6),
        cost_s=0.8,
        cost_unit="shot",
        cost_source="CPU seconds of a 12-megapixel JPEG laid on a 1280x720 frame",
    )

    def understand(self, job: PaintJob) -> tuple[str, tuple[str, ...]]:
        """Which file is shown; a picture of one's own leaves nothing to be misunderstood."""
        kind = "clip" if is_clip(job.picture) else "picture"
        return f"your own {kind}, {Path(job.picture).name}", ()

    def key(self, job: PaintJob) -> dict[str, str]:
        """The file's bytes: its name and place do not change the picture.

        Raises:
            PictureRefused: the file cannot be read.
        """
        return {"sha256": file_digest(job.picture)}

    def versions(self) -> dict[str, str]:
        """The decoders and the scaler."""
        from importlib.metadata import version

        return {name: version(name) for name in ("pillow", "av", "opencv-python-headless")}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes sure that the decoders are there.

        Raises:
            EngineUnusable: one is not.
        """
        for module, package in (("PIL", "pillow"), ("av", "av"), ("cv2", "opencv-python-headless")):
            if find_spec(module) is None:
                raise EngineUnusable(
                    f"The decoder {module} cannot be imported.",
                    expected=f"It comes with the Python package {package}.",
                    remedy="Run `make setup` again.",
                )

    def paint(self, batch: tuple[PaintJob, ...]) -> tuple[Painted | Failed, ...]:
        """One sheet or one clip per job, in order; a refused file is that job's failure alone."""
        return tuple(_paint(job) for job in batch)

    def close(self) -> None:
        """Holds nothing."""


def _paint(job: PaintJob) -> Painted | Failed:
    from video.ownpicture.clip import check_clip
    from video.ownpicture.still import lay_picture

    try:
        check_picture(job.picture)
        if is_clip(job.picture):
            check_clip(job.picture)
            return _clip(job)
        return lay_picture(job.picture, job.frame, Path(job.folder), job.seed)
    except PictureRefused as refused:
        return Failed(reason=str(refused))


def _clip(job: PaintJob) -> Painted:
    """A clip that may be seen over and over, and where its faces are in it and in the frame."""
    from video.clip_frames import shown_part
    from video.ownpicture.clip import look_at
    from video.ownpicture.framing import within

    looked = look_at(job.picture)
    part = shown_part((looked.width_px, looked.height_px), job.frame, looked.faces)
    return Painted(clip=job.picture, loops=True, keep=looked.faces, faces=within(looked.faces, part))
