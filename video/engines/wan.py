"""The engine ``wan``: films by Wan 2.1 (text) and Wan 2.2 (text and a first picture), through diffusers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.errors import VernacastError
from video.clip_plan import Nature
from video.diffusion import Loaded, Models, attempted, cached, generator, remembered, tuned
from video.engine import PaintJob
from video.filming import film
from video.prompts import key_of, negative_of, prompt_of
from video.shot import Painted

if TYPE_CHECKING:
    import numpy as np

NATURES = {
    "wan2.1-t2v-1.3b": Nature(
        fps=16, most_frames=81, every=4, pixels=832 * 480, multiple=16, steps=50, guidance=5.0, cache=0.05
    ),
    "wan2.2-ti2v-5b": Nature(
        fps=24, most_frames=121, every=4, pixels=1280 * 704, multiple=32, steps=50, guidance=5.0, cache=0.05
    ),
}
"""Source: wan/configs/wan_t2v_1_3B.py and shared_config.py of https://github.com/Wan-Video/Wan2.1,
wan/configs/wan_ti2v_5B.py of https://github.com/Wan-Video/Wan2.2; cache: default of ``FirstBlockCacheConfig``."""
STRENGTH = 0.85
"""How much of a still picture a text-only model may change to make it move (video to video); not measured here."""
ONE_STEP: dict[str, Any] = {"num_inference_steps": 1, "output_type": "latent"}
TEXT_TOKENS = 512
"""Source: shared_config.text_len of Wan 2.1."""


class Engine:
    """Films a scene with ``WanPipeline`` and its sisters."""

    card = Card(
        id="video/wan",
        version="1",
        step=Step.FILM,
        summary="Films scenes with Wan 2.1 or 2.2, beginning with the drawn or your own picture.",
        licence=Licence(
            code="Apache-2.0", weights="Apache-2.0", source="https://github.com/Wan-Video/Wan2.1/blob/main/LICENSE.txt"
        ),
        evidence="What it films was not judged here.",
        resources=Resources(cpus=2.0, ram_gb=33.0, gpu_gb=18.0),
        environment="neural",
        device="any",
        repeatable=False,  # on a GPU the attention backend is the one that is quickest there: rounding differs
        cost_s=86400.0,
        cost_unit="shot",
        cost_source="5 s at 832x480 in 50 steps on two cores, by floating-point operations (1.3B); not measured",
    )

    def __init__(self, weights: Path | None = None) -> None:
        self.models = Models(self.card, weights)

    def understand(self, job: PaintJob) -> tuple[str, tuple[str, ...]]:
        """What the model is told; which words it does not know, it does not say."""
        return prompt_of(job), ()

    def key(self, job: PaintJob) -> dict[str, str]:
        """Model, brief, wishes and length; an edited word that is in none of them changes nothing."""
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
            checkpoint = self.models.chosen(job.model)
            loaded = self.models.get(checkpoint)
        except VernacastError as error:
            return Failed(reason=str(error))
        nature = NATURES[checkpoint]

        def clip(frames: int, size: tuple[int, int], first: Any, seed: int) -> np.ndarray:
            return _clip(loaded, job, nature, frames, size, first, seed)

        return attempted(loaded, lambda: film(job, nature, clip))


def _clip(
    loaded: Loaded, job: PaintJob, nature: Nature, frames: int, size: tuple[int, int], first: Any, seed: int
) -> np.ndarray:
    from diffusers import WanImageToVideoPipeline, WanVideoToVideoPipeline

    pipe = loaded.pipe
    prompt, negative = prompt_of(job), negative_of(job)
    guided = nature.guidance > 1
    embeds, against = remembered(
        loaded,
        (prompt, negative),
        lambda: pipe.encode_prompt(prompt, negative, guided, max_sequence_length=TEXT_TOKENS),
    )
    asked: dict[str, Any] = {
        "prompt_embeds": embeds,
        "negative_prompt_embeds": against,
        "width": size[0],
        "height": size[1],
        "num_inference_steps": nature.steps,
        "guidance_scale": nature.guidance,
        "output_type": "np",
    }
    tuned(loaded, lambda: pipe(num_frames=frames, generator=generator(seed), **{**asked, **ONE_STEP}))
    if first is None:
        with cached(loaded, nature.cache):
            return pipe(num_frames=frames, generator=generator(seed), **asked).frames[0]
    parts = {name: getattr(pipe, name) for name in ("tokenizer", "text_encoder", "vae", "transformer", "scheduler")}
    if pipe.config.expand_timesteps:  # trained to go on from a picture (2.2 TI2V)
        sister: Any = WanImageToVideoPipeline(**parts, expand_timesteps=True)
        sister.set_progress_bar_config(disable=True)
        with cached(loaded, nature.cache):
            return sister(image=first, num_frames=frames, generator=generator(seed), **asked).frames[0]
    sister = WanVideoToVideoPipeline(**parts)
    sister.set_progress_bar_config(disable=True)
    return sister(video=[first] * frames, strength=STRENGTH, generator=generator(seed), **asked).frames[0]
