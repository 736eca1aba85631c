"""What the engines with diffusion models share: loading, placing on a device, seeds, and the text embeddings kept."""

from __future__ import annotations

import json
import sys
from collections import OrderedDict
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import SubprocessError
from typing import Any

from languages.card import Card, Failed
from languages.checkpoints import checkpoints_of, get_checkpoint
from languages.environments import not_installed, versions_in
from languages.errors import EngineUnusable, UsageError, WeightsRefused
from languages.memory import FITS, budget_gb
from languages.warm import Warm, out_of_memory, release
from languages.weights import State, least_gb, look, size_gb, usable
from video.shot import Painted
from video.tuning import EXACT, fastest

WAN_VAE = "AutoencoderKLWan"
UNCOMPILED = (RuntimeError, MemoryError, ValueError, ImportError, OSError, SubprocessError)
"""How it is told that blocks cannot be compiled: dynamo's and inductor's errors are RuntimeErrors, diffusers' is a
ValueError where a model names no blocks; the others are triton's, which calls a C compiler and opens what it made.
Source: torch/_dynamo/exc.py, torch/_inductor/exc.py, triton/runtime/build.py."""
KEPT = 32
"""Text embeddings that are kept: the scenes of one story and the wishes of its creator."""


@dataclass(slots=True, kw_only=True)
class Loaded:
    """A pipeline on its device."""

    pipe: Any  # diffusers' pipelines are opaque to the type checker
    device: str
    whole: bool = True
    """False where its parts are moved to the GPU one by one."""
    kept: OrderedDict[tuple[object, ...], Any] = field(default_factory=OrderedDict)
    """Text embeddings by what was asked."""
    tuned: bool = False


class Models:
    """The pipelines of one engine, kept warm."""

    def __init__(self, card: Card, root: Path | None) -> None:
        self.card = card
        self.root = root
        self.device = "cpu"
        self.warm: Warm[Loaded] | None = None

    def load(self, device: str, weights: Path | None) -> None:
        """Makes ready; pipelines are loaded when they are first asked for.

        Raises:
            EngineUnusable: diffusers or the device is not there.
        """
        from importlib.util import find_spec

        self.close()
        if missing := [name for name in ("torch", "diffusers", "transformers") if find_spec(name) is None]:
            raise EngineUnusable(f"{', '.join(missing)} cannot be imported.", expected=not_installed(self.card))
        if device != "cpu":
            import torch

            if not torch.cuda.is_available():
                raise EngineUnusable(f"torch finds no GPU for --device {device}.", remedy="Use --device cpu.")
        self.root = weights or self.root
        self.device = device
        self.warm = Warm(budget_gb(device))

    def close(self) -> None:
        """Lets go of all pipelines."""
        if self.warm is not None:
            self.warm.close()
        self.warm = None

    def chosen(self, model: str) -> str:
        """The checkpoint that was asked for, else the first one that is ready here.

        Raises:
            UsageError: this engine cannot load it, or there is none.
        """
        if model:
            if self.card.id not in get_checkpoint(model).engines:
                raise UsageError(
                    f"{self.card.id} cannot load {model!r}.", remedy="`vernacast weights list` shows what."
                )
            return model
        names = [c.id for c in checkpoints_of(self.card.id)]
        found = next((n for n in names if look(n, self.root).state is State.READY), "")
        if not found:
            raise UsageError(f"{self.card.id} has no weights here.", expected=f"One of {', '.join(names)}.")
        return found

    def get(self, checkpoint: str) -> Loaded:
        """The pipeline of a checkpoint.

        Raises:
            WeightsMissing, WeightsRefused, TooLarge: it cannot be used.
        """
        if self.warm is None:
            self.load(self.device, self.root)
        assert self.warm is not None
        folder = usable(checkpoint, self.root)
        found = look(checkpoint, self.root)
        whole = self.device == "cpu" or size_gb(found, self.device) <= FITS * self.warm.budget_gb
        size = size_gb(found, self.device) if whole else least_gb(found, self.device)
        return self.warm.get(checkpoint, size, lambda: _load(folder, self.device, whole))

    def digest(self, model: str) -> str:
        """What stands for the files of a checkpoint; empty where they are not here."""
        return look(model, self.root).digest if model else ""

    def versions(self) -> dict[str, str]:
        """The libraries that decide the picture."""
        return versions_in("neural", ("torch", "diffusers", "transformers", "pillow"))


def _load(folder: Path, device: str, whole: bool) -> Loaded:
    """The pipeline that the folder's own index names; float32 on a CPU, bfloat16 on a GPU (as published).

    Wan's VAE is in float32 there too. Source: the examples in diffusers' pipeline_wan.py and pipeline_wan_i2v.py.

    Raises:
        WeightsRefused: it cannot be read.
    """
    import torch
    from diffusers import DiffusionPipeline
    from safetensors import SafetensorError

    try:
        pipe: Any = DiffusionPipeline.from_pretrained(
            folder,
            local_files_only=True,
            use_safetensors=True,
            dtype=torch.float32 if device == "cpu" else {"default": torch.bfloat16, **_sharper(folder)},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError, SafetensorError) as error:
        if out_of_memory(error):
            raise
        raise WeightsRefused(
            f"It cannot be loaded as a pipeline of diffusers: {str(error)[:300]}",
            path=str(folder),
            remedy="Fetch or import it again.",
        ) from error
    pipe.set_progress_bar_config(disable=True)
    vae = getattr(pipe, "vae", None)
    if device == "cpu":
        return Loaded(pipe=pipe, device=device)
    if whole:
        pipe.to(device)
        return Loaded(pipe=pipe, device=device)
    if vae is not None and hasattr(vae, "enable_tiling"):
        vae.enable_tiling()  # two thirds more to decode and other rounding: only where memory is short
    pipe.enable_model_cpu_offload(device=device)
    return Loaded(pipe=pipe, device=device, whole=False)


def _sharper(folder: Path) -> dict[str, Any]:
    """Parts of a pipeline that are not calculated in half precision."""
    import torch

    told = json.loads((folder / "model_index.json").read_text(encoding="utf-8"))
    return {name: torch.float32 for name, kind in told.items() if isinstance(kind, list) and kind[1:] == [WAN_VAE]}


def tuned(loaded: Loaded, one_step: Callable[[], object]) -> None:
    """Before the first picture on a GPU: takes the quickest attention backend there is, and compiles what repeats.

    A model whose parts are moved about is left as it is: moving takes longer than anything that could be gained.

    Args:
        one_step: one step of the work that is to come, at its own size.
    """
    if loaded.tuned or loaded.device == "cpu" or not loaded.whole:
        return
    loaded.tuned = True
    parts = [p for name in ("transformer", "transformer_2", "unet") if (p := getattr(loaded.pipe, name, None))]

    def take(way: str) -> None:
        for part in parts:
            part.set_attention_backend(way)

    def run() -> None:
        import torch

        one_step()
        torch.cuda.synchronize()

    layers = [layer for part in parts for layer in part.modules()]
    if any(hasattr(getattr(layer, "processor", None), "_attention_backend") for layer in layers):
        fastest(EXACT, take, run)
    _compile(parts, run)


def _compile(parts: list[Any], run: Callable[[], None]) -> None:
    """Compiles the blocks that repeat: seconds instead of minutes, nearly all of the gain.

    Where that cannot be done (triton wants a C compiler and Python's headers when it runs) it is left out.
    """
    try:
        for part in parts:
            if hasattr(part, "compile_repeated_blocks"):
                part.compile_repeated_blocks()
        run()  # nothing is compiled before it is first used
    except UNCOMPILED as error:
        for part in parts:
            for module in part.modules():
                module._compiled_call_impl = None
        if out_of_memory(error):
            raise
        print(f"not compiled: {str(error)[:300]}", file=sys.stderr)


@contextmanager
def cached(loaded: Loaded, threshold: float) -> Generator[None]:
    """Leaves out blocks of the transformer in steps that hardly change anything, while the context lasts.

    Each clip begins with an empty cache: what was made before does not matter. The cache is part of a model's nature,
    not of the device, as it changes the picture.
    """
    if not threshold:
        yield
        return
    from diffusers import FirstBlockCacheConfig

    transformer = loaded.pipe.transformer
    transformer.enable_cache(FirstBlockCacheConfig(threshold=threshold))
    try:
        yield
    finally:
        transformer.disable_cache()


def generator(seed: int) -> Any:
    """A generator whose noise is drawn on the CPU: the same on every device."""
    import torch

    return torch.Generator("cpu").manual_seed(seed)


def remembered(loaded: Loaded, asked: tuple[object, ...], make: Callable[[], Any]) -> Any:
    """What ``make`` gave for the same question before, or gives now; the oldest of many are forgotten."""
    if asked in loaded.kept:
        loaded.kept.move_to_end(asked)
        return loaded.kept[asked]
    import torch

    with torch.inference_mode():
        loaded.kept[asked] = make()
    while len(loaded.kept) > KEPT:
        loaded.kept.popitem(last=False)
    return loaded.kept[asked]


def attempted(loaded: Loaded, make: Callable[[], Painted | Failed]) -> Painted | Failed:
    """What ``make`` gives; a picture that runs out of memory has failed, and leaves nothing on the GPU."""
    try:
        return make()
    except (RuntimeError, MemoryError) as error:
        if not out_of_memory(error):
            raise
    # Not before the error has let go of what it held. Parts that are moved one by one stay where they were.
    loaded.pipe.maybe_free_model_hooks()
    release()
    return Failed(
        reason=f"The picture does not fit into the memory of {loaded.device}. Make it smaller (--size), or choose "
        f"another model."
    )
