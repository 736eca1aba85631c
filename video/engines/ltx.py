"""The engine ``ltx``: films by LTX-Video (distilled: eight steps), through diffusers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.errors import VernacastError
from video.clip_plan import Nature
from video.diffusion import Loaded, Models, attempted, generator, remembered, tuned
from video.engine import PaintJob
from video.filming import film
from video.prompts import key_of, prompt_of
from video.shot import Painted

if TYPE_CHECKING:
    import numpy as np

TIMESTEPS = [1000, 993, 987, 981, 975, 909, 725, 0.03]
"""Source: https://huggingface.co/docs/diffusers/api/pipelines/ltx_video, LTX 0.9.8 distilled, first pass; likewise
``DECODE`` and guidance 1 (none)."""
DECODE = {"decode_timestep": 0.05, "decode_noise_scale": 0.025}
NATURE = Nature(fps=25, most_frames=161, every=8, pixels=768 * 512, multiple=32, steps=len(TIMESTEPS), guidance=1.0)
"""Source: ``LTXConditionPipeline.__call__`` of diffusers 0.42 (rate, most frames), the model card (multiples of 32,
frames 8 n + 1)."""


class Engine:
    """Films a scene with ``LTXConditionPipeline``."""

    card = Card(
        id="video/ltx",
        version="1",
        step=Step.FILM,
        summary="Films scenes with LTX-Video (distilled), beginning with the drawn or your own picture.",
        licence=Licence(
            code="Apache-2.0", weights="LicenseRef-LTX-Video-Open-Weights", source="languages/data/models/licences.toml"
        ),
        evidence="What it films was not judged here.",
        resources=Resources(cpus=2.0, ram_gb=75.0, gpu_gb=38.0),
        environment="neural",
        device="any",
        repeatable=False,  # on a GPU the attention backend is the one that is quickest there: rounding differs
        cost_s=7200.0,
        cost_source="a guess for 5 s at 768x512 in eight steps on two cores; not measured: real weights are needed",
        cost_unit="shot",
    )

    def __init__(self, weights: Path | None = None) -> None:
        self.models = Models(self.card, weights)

    def understand(self, job: PaintJob) -> tuple[str, tuple[str, ...]]:
        """What the model is told; which words it does not know, it does not say."""
        return prompt_of(job), ()

    def key(self, job: PaintJob) -> dict[str, str]:
        """Model, brief and length; an edited word that is in none of them changes nothing."""
        return key_of(job, self.models.digest(job.model))

    def versions(self) -> dict[str, str]:
        """The libraries that decide the film."""
        return self.models.versions()

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes ready; models are loaded when they are first used.

        Raises:
            EngineUnusable: a library or the device is not there.
        """
        self.models.load(device, weights)

    def paint(self, batch: tuple[PaintJob, ...]) -> tuple[Painted | Failed, ...]:
        """One clip per job, in order; each job has seeds of its own, so that a batch is as its jobs alone."""
        return tuple(self._film(job) for job in batch)

    def close(self) -> None:
        """Lets go of all models."""
        self.models.close()

    def _film(self, job: PaintJob) -> Painted | Failed:
        try:
            loaded = self.models.get(self.models.chosen(job.model))
        except VernacastError as error:
            return Failed(reason=str(error))
        return attempted(
            loaded, lambda: film(job, NATURE, lambda n, size, first, seed: _clip(loaded, job, n, size, first, seed))
        )


def _clip(loaded: Loaded, job: PaintJob, frames: int, size: tuple[int, int], first: Any, seed: int) -> np.ndarray:
    pipe, prompt = loaded.pipe, prompt_of(job)
    embeds, mask, _, _ = remembered(
        loaded, (prompt,), lambda: pipe.encode_prompt(prompt, do_classifier_free_guidance=False)
    )
    begun = {} if first is None else {"image": first, "image_cond_noise_scale": 0.0}
    asked: dict[str, Any] = {
        "prompt_embeds": embeds,
        "prompt_attention_mask": mask,
        "width": size[0],
        "height": size[1],
        "num_frames": frames,
        "frame_rate": NATURE.fps,
        "guidance_scale": NATURE.guidance,
        **DECODE,
        **begun,
    }
    tuned(loaded, lambda: pipe(**asked, generator=generator(seed), timesteps=TIMESTEPS[:1], output_type="latent"))
    return pipe(**asked, generator=generator(seed), timesteps=TIMESTEPS, output_type="np").frames[0]
