"""Wan 2.1 1.3B at its real size with random weights: our way of running it beside the pipeline as diffusers gives it.

Run in the environment ``neural``: ``python -m tests.bench.neural_film [--cuda]``.

On a CPU: 5 frames of 192x192 in two steps (a clip of the real size would take hours), our whole way from the brief to
the file beside the bare pipeline. Takes 9 GB of memory. On a GPU: 81 frames of 832x480 in four steps, one forward with
what was found to be the quickest beside the default, the split of a clip's seconds, and how busy the GPU is.
"""

from __future__ import annotations

import dataclasses
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.bench.measure import cost
from tests.tiny.diffusion import t5_tokenizer
from video.diffusion import Loaded, generator, tuned
from video.engine import PaintJob
from video.engines.wan import NATURES, _clip
from video.filming import film
from video.shot import Frame, Painted

ROUNDS = 3
MODEL = "wan2.1-t2v-1.3b"


def build(device: str) -> Any:
    """The published architecture; on a CPU the text encoder has 1 of its 24 layers, and its vocabulary is small."""
    import torch
    from diffusers import AutoencoderKLWan, UniPCMultistepScheduler, WanPipeline, WanTransformer3DModel
    from transformers import UMT5Config, UMT5EncoderModel

    torch.manual_seed(0)
    tokenizer = t5_tokenizer()
    dtype = torch.bfloat16 if device == "cuda" else torch.float32
    torch.set_default_dtype(dtype)
    with torch.device(device):
        encoder = UMT5Config(
            vocab_size=256_384, d_model=4096, d_kv=64, d_ff=10_240, num_heads=64,
            num_layers=24 if device == "cuda" else 1,
        )  # fmt: skip
        if device == "cpu":
            encoder.vocab_size = len(tokenizer)
        pipe = WanPipeline(
            tokenizer=tokenizer,
            text_encoder=UMT5EncoderModel(encoder).eval(),
            vae=AutoencoderKLWan().eval(),
            transformer=WanTransformer3DModel(
                num_attention_heads=12, attention_head_dim=128, ffn_dim=8960, num_layers=30, text_dim=4096
            ).eval(),
            scheduler=UniPCMultistepScheduler(
                prediction_type="flow_prediction", use_flow_sigmas=True, num_train_timesteps=1000, flow_shift=3.0
            ),
        )
    torch.set_default_dtype(torch.float32)
    pipe.set_progress_bar_config(disable=True)
    return pipe


@contextmanager
def split(pipe: Any, device: str) -> Iterator[dict[str, float]]:
    """Seconds spent in each part of a pipeline while the context lasts."""
    import torch

    spent = {"text": 0.0, "denoising": 0.0, "decoding": 0.0}
    begun: dict[str, float] = {}

    def now() -> float:
        if device == "cuda":
            torch.cuda.synchronize()
        return time.perf_counter()

    hooks = []
    for name, part in (("text", pipe.text_encoder), ("denoising", pipe.transformer), ("decoding", pipe.vae.decoder)):
        hooks.append(part.register_forward_pre_hook(lambda *_, name=name: begun.__setitem__(name, now())))
        hooks.append(
            part.register_forward_hook(lambda *_, name=name: spent.__setitem__(name, spent[name] + now() - begun[name]))
        )
    yield spent
    for hook in hooks:
        hook.remove()


class Busy:
    """Samples how busy the GPU is, four times a second."""

    def __init__(self) -> None:
        self.samples: list[float] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        ask = ["nvidia-smi", "--query-gpu=utilization.gpu", "--format=csv,noheader,nounits"]
        while not self._over.wait(0.25):
            self.samples.append(float(subprocess.run(ask, capture_output=True, text=True, check=True).stdout))

    def end(self) -> float:
        """Mean of the samples, in per cent."""
        self._over.set()
        self._thread.join()
        return sum(self.samples) / max(1, len(self.samples))


def forward_s(pipe: Any, steps: int, run: Callable[[], object]) -> float:
    """Wall seconds of one forward of the transformer, the best of some runs."""
    best = float("inf")
    for _ in range(ROUNDS):
        with split(pipe, pipe.transformer.device.type) as spent:
            run()
        best = min(best, spent["denoising"] / steps)
    return best


def main() -> None:
    """Prints one row for each comparison."""
    device = "cuda" if "--cuda" in sys.argv else "cpu"
    frames, size, steps = (81, (832, 480), 4) if device == "cuda" else (5, (192, 192), 2)
    pipe = build(device)
    nature = dataclasses.replace(NATURES[MODEL], steps=steps, guidance=1.0, cache=0.0, most_frames=frames)
    with tempfile.TemporaryDirectory(prefix="wan") as folder:
        job = PaintJob(
            scene="s", heading="", brief="A fox sees the moon in the water.", text=(), language="en", present=(),
            cast=(), picture="", frame=Frame(width_px=size[0], height_px=size[1]), seed=1, folder=folder, model=MODEL,
            seconds=(frames - 1) / nature.fps,
        )  # fmt: skip

        def bare(output: str = "np") -> Any:
            return pipe(
                prompt=job.brief, width=size[0], height=size[1], num_frames=frames, num_inference_steps=steps,
                guidance_scale=1.0, generator=generator(1), output_type=output,
            )  # fmt: skip

        def ours(loaded: Loaded) -> None:
            made = film(job, nature, lambda n, s, first, seed: _clip(loaded, job, nature, n, s, first, seed))
            assert isinstance(made, Painted), made

        loaded = Loaded(pipe=pipe, device=device)
        if device == "cpu":
            mine, theirs = [], []
            for _ in range(ROUNDS):
                loaded.kept.clear()
                theirs.append(cost(bare).cpu_s)
                mine.append(cost(lambda: ours(loaded)).cpu_s)
            what = f"{frames} frames of {size[0]}x{size[1]}, {steps} steps"
            print(f"{what}: ours, checks and file included, {min(mine):.1f} CPU s")
            print(f"  bare pipeline {min(theirs):.1f} CPU s: ours takes {min(mine) / min(theirs):.3f} of it")
        else:
            plain = forward_s(pipe, steps, lambda: bare("latent"))
            tuned(loaded, lambda: pipe(prompt=job.brief, width=size[0], height=size[1], num_frames=frames,
                                       num_inference_steps=1, guidance_scale=1.0, output_type="latent"))  # fmt: skip
            bare("latent")  # compiles
            quick = forward_s(pipe, steps, lambda: bare("latent"))
            print(f"one forward: default {plain:.3f} s, ours {quick:.3f} s: {plain / quick:.2f}x (wanted >= 1.6x)")
        with split(pipe, device) as spent:
            loaded.kept.clear()
            busy = Busy() if device == "cuda" else None
            whole = cost(lambda: ours(loaded)).wall_s
        rest = whole - sum(spent.values())
        parts = ", ".join(f"{name} {seconds:.2f}" for name, seconds in spent.items())
        wanted = " (wanted <= 4 s)" if device == "cuda" else ""
        print(f"a clip from brief to file in {steps} steps: {whole:.2f} s{wanted}: {parts}, checks and file {rest:.2f}")
        if busy is not None:
            print(f"GPU busy {busy.end():.0f} % of the time (wanted >= 90 % on a mixed job)")


if __name__ == "__main__":
    main()
