"""The engine ``image``: still pictures by text-to-image models (FLUX.1-schnell, Z-Image-Turbo, SDXL)."""

from __future__ import annotations

import dataclasses
import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.errors import PictureRefused, VernacastError
from video.clip_plan import Nature, size_for
from video.diffusion import Loaded, Models, attempted, generator, tuned
from video.engine import PaintJob
from video.filming import ATTEMPTS, unheeded
from video.frame_checks import picture_fault
from video.prompts import key_of, negative_of, prompt_of, seed_of
from video.shot import Painted

if TYPE_CHECKING:
    import numpy as np

NATURES = {
    "flux.1-schnell": Nature(fps=1, most_frames=1, every=1, pixels=1024**2, multiple=16, steps=4, guidance=0.0),
    "z-image-turbo": Nature(fps=1, most_frames=1, every=1, pixels=1024**2, multiple=16, steps=9, guidance=0.0),
    "sdxl-base-1.0": Nature(fps=1, most_frames=1, every=1, pixels=1024**2, multiple=16, steps=50, guidance=5.0),
}
"""Steps and guidance. Source: the examples of the model cards of the first two; defaults of diffusers'
``StableDiffusionXLPipeline`` for the third."""
LIKENESS = 0.8
"""How much of the reference picture may change; not measured here."""
GROUND = (236, 232, 224)
"""What a character's reference picture stands on."""


class Engine:
    """Paints a scene with the pipeline that the checkpoint names."""

    card = Card(
        id="video/image",
        version="1",
        step=Step.PAINT,
        summary="Paints scenes with a text-to-image model; pictures of characters give their look.",
        licence=Licence(
            code="Apache-2.0",
            weights="Apache-2.0",
            source="https://huggingface.co/black-forest-labs/FLUX.1-schnell; other checkpoints have their own",
        ),
        evidence="What it paints was not judged here.",
        resources=Resources(cpus=2.0, ram_gb=44.0, gpu_gb=23.0),
        environment="neural",
        device="any",
        repeatable=False,  # on a GPU the attention backend is the one that is quickest there: rounding differs
        cost_s=600.0,
        cost_source="a guess for 1024x1024 in four steps on two cores; real weights are needed to measure it",
        cost_unit="shot",
    )

    def __init__(self, weights: Path | None = None) -> None:
        self.models = Models(self.card, weights)

    def understand(self, job: PaintJob) -> tuple[str, tuple[str, ...]]:
        """What the model is told; which words it does not know, it does not say."""
        return prompt_of(job), ()

    def key(self, job: PaintJob) -> dict[str, str]:
        """Model, brief, wishes and the pictures of those who are to be seen."""
        return key_of(job, self.models.digest(job.model))

    def versions(self) -> dict[str, str]:
        """The libraries that decide the picture."""
        return self.models.versions()

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes ready; models are loaded when they are first used.

        Raises:
            EngineUnusable: a library or the device is not there.
        """
        self.models.load(device, weights)

    def paint(self, batch: tuple[PaintJob, ...]) -> tuple[Painted | Failed, ...]:
        """One sheet per job, in order; each job has a seed of its own, so that a batch is as its jobs alone."""
        return tuple(self._paint(job) for job in batch)

    def close(self) -> None:
        """Lets go of all models."""
        self.models.close()

    def _paint(self, job: PaintJob) -> Painted | Failed:
        try:
            checkpoint = self.models.chosen(job.model)
            loaded = self.models.get(checkpoint)
            return attempted(loaded, lambda: _picture(loaded, job, NATURES[checkpoint]))
        except VernacastError as error:
            return Failed(reason=str(error))


def _picture(loaded: Loaded, job: PaintJob, nature: Nature) -> Painted | Failed:
    import numpy as np
    from PIL import Image

    from video.ownpicture.still import lay_picture

    size = size_for(job.frame, nature)
    shown = _shown(job, size)
    fault = ""
    for attempt in range(ATTEMPTS):
        picture = _generate(loaded, job, nature, size, shown, seed_of(job, attempt))
        fault = picture_fault(picture)
        if not fault:
            path = Path(job.folder) / "painted.png"
            Image.fromarray(np.round(np.clip(picture, 0, 1) * 255).astype(np.uint8)).save(path)
            laid = lay_picture(str(path), job.frame, Path(job.folder), job.seed)
            return dataclasses.replace(laid, findings=unheeded(job, nature.guidance))
    return Failed(
        reason=f"{job.model} gave no picture for the scene {job.scene}: {fault}, with {ATTEMPTS} seeds. Try another "
        "--seed or a plainer brief, or give the scene a picture of your own."
    )


def _generate(
    loaded: Loaded, job: PaintJob, nature: Nature, size: tuple[int, int], shown: Any, seed: int
) -> np.ndarray:
    from diffusers import AutoPipelineForImage2Image

    pipe: Any = loaded.pipe
    begun: dict[str, Any] = {}
    if shown is not None:
        pipe = AutoPipelineForImage2Image.from_pipe(loaded.pipe)
        pipe.set_progress_bar_config(disable=True)
        begun = {"image": shown, "strength": LIKENESS}
    asked: dict[str, Any] = {
        "prompt": prompt_of(job),
        "width": size[0],
        "height": size[1],
        "guidance_scale": nature.guidance,
        **begun,
    }
    takes = inspect.signature(pipe.__call__).parameters
    if nature.guidance > 1 and job.avoid:
        asked["negative_prompt"] = negative_of(job)
    taken = {name: value for name, value in asked.items() if name in takes}

    def run(steps: int, output: str) -> Any:
        return pipe(**taken, num_inference_steps=steps, generator=generator(seed), output_type=output)

    tuned(loaded, lambda: run(2 if begun else 1, "latent"))
    return run(nature.steps, "np").images[0]


def _shown(job: PaintJob, size: tuple[int, int]) -> Any:
    """The pictures of those who are to be seen, side by side on a plain ground, or None where there are none.

    Raises:
        PictureRefused: one of them cannot be read.
    """
    from PIL import Image, ImageOps

    from video.ownpicture.header import IMAGE_FORMATS, check_picture

    paths = [path for name, path in job.reference if name in job.present]
    if not paths:
        return None
    ground = Image.new("RGB", size, GROUND)
    wide = size[0] // len(paths)
    for n, path in enumerate(paths):
        check_picture(path)
        try:
            with Image.open(path, formats=IMAGE_FORMATS) as opened:
                upright = ImageOps.contain(ImageOps.exif_transpose(opened).convert("RGB"), (wide, size[1]))
        except (OSError, ValueError) as error:
            raise PictureRefused(f"The picture cannot be decoded: {error}.", path=path) from error
        ground.paste(upright, (n * wide + (wide - upright.width) // 2, size[1] - upright.height))
    return ground
