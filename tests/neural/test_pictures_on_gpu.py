"""What happens to pictures and films on a GPU, with a CPU in its place: placing, number formats, trials, no memory."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from subprocess import CalledProcessError
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from languages.card import Failed
from tests.scarce import spent
from tests.tiny import diffusion as tiny
from tests.tiny import pictures
from video import diffusion
from video.diffusion import Loaded, Models, tuned
from video.engine import PaintJob
from video.engines.image import Engine as Painter
from video.engines.ltx import Engine as Ltx
from video.engines.wan import Engine as Wan
from video.shot import Frame, Painted

FLUX, SDXL, WAN, WAN_FROM_PICTURE, LTX = (
    "flux.1-schnell", "sdxl-base-1.0", "wan2.1-t2v-1.3b", "wan2.2-ti2v-5b", "ltx-video-0.9.8-distilled"
)  # fmt: skip
ENGINES: dict[str, type[Painter | Wan | Ltx]] = {FLUX: Painter, SDXL: Painter, WAN: Wan, LTX: Ltx}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("weights")
    pictures.flux(folder, FLUX)
    pictures.sdxl(folder, SDXL)
    tiny.wan(folder, WAN)
    tiny.wan(folder, WAN_FROM_PICTURE)
    tiny.ltx(folder, LTX)
    return folder


@pytest.fixture
def gpu(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A CPU takes the place of the GPU; says where pipelines were put, and how."""
    import torch
    from diffusers import DiffusionPipeline

    put: dict[str, str] = {}

    def to(pipe: Any, device: str) -> Any:
        put[type(pipe).__name__] = f"whole to {device}"
        return pipe

    def by_parts(pipe: Any, device: str) -> None:
        put[type(pipe).__name__] = f"by parts to {device}"

    monkeypatch.setattr(DiffusionPipeline, "to", to)
    monkeypatch.setattr(DiffusionPipeline, "enable_model_cpu_offload", by_parts)
    monkeypatch.setattr(torch.cuda, "synchronize", lambda: None)
    monkeypatch.setattr(diffusion, "EXACT", ("native",))
    return put


def job(folder: Path, model: str, first: str = "", seed: int = 3) -> PaintJob:
    return PaintJob(
        scene="s1", heading="The forest", brief="A forest by night.", text=("The fox saw the moon.",), language="en",
        present=(), cast=(), picture="", frame=Frame(width_px=96, height_px=64), seed=seed, folder=str(folder),
        model=model, seconds=0.5, first=first,
    )  # fmt: skip


def engine_with(monkeypatch: pytest.MonkeyPatch, root: Path, loaded: Loaded, model: str) -> Painter | Wan | Ltx:
    engine = ENGINES.get(model, Wan)(root)
    monkeypatch.setattr(engine.models, "get", lambda _: loaded)
    return engine


def digest(engine: Painter | Wan | Ltx, asked: PaintJob) -> str:
    (answer,) = engine.paint((asked,))
    assert isinstance(answer, Painted), answer
    with Image.open(Path(asked.folder) / "painted.png") as made:
        return sha256(made.tobytes()).hexdigest()


@pytest.mark.parametrize("whole", [True, False])
def test_pictures_are_decoded_in_tiles_only_where_the_model_does_not_fit_whole(
    root: Path, gpu: dict[str, str], whole: bool
) -> None:
    loaded = diffusion._load(root / FLUX, "cuda", whole)
    assert gpu == {"FluxPipeline": "whole to cuda" if whole else "by parts to cuda"}
    assert loaded.whole is whole
    assert loaded.pipe.vae.use_tiling is not whole


def test_wan_decodes_in_float32_and_the_rest_is_in_bfloat16(root: Path, gpu: dict[str, str]) -> None:
    import torch

    pipe = diffusion._load(root / WAN, "cuda", True).pipe
    assert (pipe.vae.dtype, pipe.transformer.dtype, pipe.text_encoder.dtype) == (
        torch.float32, torch.bfloat16, torch.bfloat16,
    )  # fmt: skip
    assert diffusion._load(root / FLUX, "cuda", True).pipe.vae.dtype == torch.bfloat16
    assert diffusion._load(root / WAN, "cpu", True).pipe.transformer.dtype == torch.float32


@pytest.mark.parametrize("model", [WAN, WAN_FROM_PICTURE])
@pytest.mark.parametrize("begun", [False, True], ids=["from text", "from a picture"])
def test_films_are_made_in_both_number_formats_together(
    root: Path, gpu: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, model: str, begun: bool
) -> None:
    import torch

    loaded = diffusion._load(root / model, "cuda", True)
    loaded.tuned = True
    seen: dict[str, set[torch.dtype]] = {"encoder": set(), "decoder": set()}
    for name, types in seen.items():
        part = getattr(loaded.pipe.vae, name)
        part.register_forward_pre_hook(lambda _, args, types=types: types.add(args[0].dtype))
    first = ""
    if begun:
        first = str(tmp_path / "first.png")
        noise = np.random.default_rng(0).random((64, 96, 3))
        Image.fromarray((noise * 255).astype(np.uint8)).save(first)
    (answer,) = engine_with(monkeypatch, root, loaded, model).paint((job(tmp_path, model, first),))
    assert isinstance(answer, Painted), answer
    with av.open(answer.clip) as media:
        shown = np.stack([f.to_ndarray(format="rgb24") for f in media.decode(video=0)])
    assert shown.shape[1:] == (64, 96, 3)
    assert shown.std() > 1
    assert seen["decoder"] == {torch.float32}
    assert seen["encoder"] == ({torch.float32} if begun else set())


def compiling(monkeypatch: pytest.MonkeyPatch, backend: Callable[..., Any]) -> None:
    """Lets blocks be compiled by another backend than inductor."""
    from diffusers import ModelMixin

    plain = ModelMixin.compile_repeated_blocks
    monkeypatch.setattr(ModelMixin, "compile_repeated_blocks", lambda part: plain(part, backend=backend))


def compiled(loaded: Loaded) -> bool:
    return any(module._compiled_call_impl is not None for module in loaded.pipe.transformer.modules())


@pytest.mark.parametrize(
    ("fault", "at_once"),
    [
        (RuntimeError("Cannot find a working triton installation."), True),
        (RuntimeError("Failed to find C compiler."), False),
        (CalledProcessError(1, "gcc"), False),
        (ImportError("failed to map segment from shared object"), False),
    ],
)
def test_without_triton_or_a_compiler_pictures_are_painted_as_they_are(
    root: Path,
    gpu: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    fault: Exception,
    at_once: bool,
) -> None:
    """Triton builds a part of itself with a C compiler when it is first run."""
    fails = raising(fault)
    compiling(monkeypatch, fails if at_once else lambda *_: fails)
    loaded = diffusion._load(root / FLUX, "cuda", True)
    engine = engine_with(monkeypatch, root, loaded, FLUX)
    first = digest(engine, job(tmp_path, FLUX))
    assert loaded.tuned
    assert not compiled(loaded)
    plain = diffusion._load(root / FLUX, "cuda", True)
    plain.tuned = True
    assert digest(engine_with(monkeypatch, root, plain, FLUX), job(tmp_path, FLUX)) == first


def test_memory_that_runs_out_while_blocks_are_compiled_fails_one_picture(
    root: Path, gpu: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    compiling(monkeypatch, spent)
    loaded = diffusion._load(root / FLUX, "cuda", True)
    engine = engine_with(monkeypatch, root, loaded, FLUX)
    first, second = engine.paint((job(tmp_path, FLUX), job(tmp_path, FLUX)))
    assert isinstance(first, Failed)
    assert "does not fit into the memory" in first.reason
    assert isinstance(second, Painted)
    assert not compiled(loaded)


@pytest.mark.parametrize(("model", "tried"), [(FLUX, 1), (SDXL, 0)])
def test_attention_is_tried_only_where_it_can_be_chosen(
    root: Path, gpu: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, model: str, tried: int
) -> None:
    tries: list[object] = []
    backends: list[int] = []

    def backend(graph: Any, _: object) -> Any:
        backends.append(1)
        return graph.forward

    compiling(monkeypatch, backend)
    monkeypatch.setattr(diffusion, "fastest", lambda *told: tries.append(told))
    loaded = diffusion._load(root / model, "cuda", True)
    digest(engine_with(monkeypatch, root, loaded, model), job(tmp_path, model))
    assert len(tries) == tried
    assert backends, "it is compiled all the same"


def test_a_model_that_is_moved_part_by_part_is_not_moved_for_trials(root: Path, gpu: dict[str, str]) -> None:
    loaded = diffusion._load(root / FLUX, "cuda", False)
    tuned(loaded, lambda: pytest.fail("a step was made"))
    assert not compiled(loaded)


@pytest.mark.parametrize("model", [FLUX, WAN, LTX])
def test_memory_that_runs_out_while_a_model_is_loaded_fails_the_scene_and_the_next_one_is_made(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, model: str
) -> None:
    engine = ENGINES[model](root)
    with monkeypatch.context() as patch:
        patch.setattr(diffusion, "_load", spent)
        (answer,) = engine.paint((job(tmp_path, model),))
    assert isinstance(answer, Failed)
    assert f"{model} does not fit" in answer.reason
    (again,) = engine.paint((job(tmp_path, model),))
    assert isinstance(again, Painted)
    engine.close()


@pytest.mark.parametrize("model", [FLUX, WAN, LTX])
def test_after_memory_ran_out_all_parts_leave_the_gpu(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, model: str
) -> None:
    """diffusers itself moves them back only when a picture is ready."""
    import torch

    pipe: Any = diffusion._load(root / model, "cpu", True).pipe
    pipe.enable_model_cpu_offload(device="cpu")
    loaded = Loaded(pipe=pipe, device="cpu", whole=False)
    engine = engine_with(monkeypatch, root, loaded, model)
    order: list[str] = []
    free = pipe.maybe_free_model_hooks
    with monkeypatch.context() as patch:
        patch.setattr(pipe.vae, "decode", raising(torch.OutOfMemoryError("CUDA out of memory.")))
        patch.setattr(pipe, "maybe_free_model_hooks", lambda: (order.append("parts"), free()))
        patch.setattr(diffusion, "release", lambda: order.append("memory"))
        (answer,) = engine.paint((job(tmp_path, model),))
    assert isinstance(answer, Failed)
    assert order == ["parts", "memory"]
    (again,) = engine.paint((job(tmp_path, model),))
    assert isinstance(again, Painted)


def raising(error: Exception) -> Callable[..., object]:
    def call(*_: object, **__: object) -> object:
        raise error

    return call


def test_a_large_model_stays_whole_where_its_engine_was_given_room_for_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FLUX.1 has 36 GB, of which 26 GB are its largest part."""
    asked: list[bool] = []

    def load(_: object, device: str, whole: bool) -> Loaded:
        asked.append(whole)
        return Loaded(pipe=None, device=device, whole=whole)

    monkeypatch.setattr(diffusion, "_load", load)
    monkeypatch.setattr(diffusion, "size_gb", lambda *_: 36.0)
    monkeypatch.setattr(diffusion, "least_gb", lambda *_: 26.0)
    for budget in (60.0, 59.0, 32.0):
        models = Models(Painter.card, root)
        models.device, models.warm = "cuda", diffusion.Warm(budget)
        models.get(FLUX)
    assert asked == [True, False, False]
