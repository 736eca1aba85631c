"""Pictures and films by diffusion models: tiny ones of the published classes and files, really loaded and run."""

from __future__ import annotations

import dataclasses
import gc
import shutil
import weakref
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from languages.card import Failed
from languages.errors import EngineUnusable, WeightsRefused
from tests.tiny import diffusion, pictures
from tests.tiny.common import accept
from video.camera import layer_size
from video.diffusion import Loaded
from video.engine import Figure, PaintJob
from video.engines.image import Engine as Painter
from video.engines.ltx import Engine as Ltx
from video.engines.wan import NATURES
from video.engines.wan import Engine as Wan
from video.shot import Frame, Painted

FRAME = Frame(width_px=96, height_px=64)
PAINTERS = {"flux.1-schnell": pictures.flux, "z-image-turbo": pictures.z_image, "sdxl-base-1.0": pictures.sdxl}
FILMS: dict[str, tuple[type[Wan | Ltx], Callable[..., Path], int]] = {
    "wan2.1-t2v-1.3b": (Wan, diffusion.wan, 16),
    "wan2.2-ti2v-5b": (Wan, diffusion.wan, 24),
    "ltx-video-0.9.8-distilled": (Ltx, diffusion.ltx, 25),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("weights")
    for name, build in PAINTERS.items():
        build(folder, name)
    for name, (_, build, _) in FILMS.items():
        build(folder, name)
    return folder


@pytest.fixture(scope="module")
def painter(root: Path) -> Iterator[Painter]:
    engine = Painter(root)
    engine.load()
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def films(root: Path) -> Iterator[dict[str, Wan | Ltx]]:
    engines = {"video/wan": Wan(root), "video/ltx": Ltx(root)}
    yield {name: engines[kind.card.id] for name, (kind, _, _) in FILMS.items()}
    for engine in engines.values():
        engine.close()


def job(folder: Path, model: str, **changes: Any) -> PaintJob:
    plain = PaintJob(
        scene="s1", heading="The forest", brief="A forest by night.", text=("The fox saw the moon.",), language="en",
        present=("Luna",), cast=(Figure(name="Luna", look="white dress"),), picture="", frame=FRAME, seed=3,
        folder=str(folder), model=model,
    )  # fmt: skip
    return dataclasses.replace(plain, **changes)


def photo(path: Path, seed: int = 0) -> str:
    noise = np.random.default_rng(seed).random((64, 96, 3))
    Image.fromarray((noise * 255).astype(np.uint8)).save(path)
    return str(path)


def painted(engine: Painter, asked: PaintJob) -> str:
    """sha256 of the pixels that came of a job."""
    (answer,) = engine.paint((asked,))
    assert isinstance(answer, Painted), answer
    with Image.open(answer.layers[0].path) as sheet:
        assert sheet.size == tuple(2 * round(n / 2) for n in layer_size(FRAME))
    with Image.open(Path(asked.folder) / "painted.png") as made:
        assert np.asarray(made).std() > 1
        return sha256(made.tobytes()).hexdigest()


def pixels(path: str) -> np.ndarray:
    with av.open(path) as media:
        return np.stack([f.to_ndarray(format="rgb24") for f in media.decode(video=0)])


@pytest.mark.parametrize("model", PAINTERS)
def test_a_scene_is_painted_and_the_same_seed_gives_the_same_picture(
    painter: Painter, model: str, tmp_path: Path
) -> None:
    first = painted(painter, job(tmp_path, model))
    other = painted(painter, job(tmp_path, model, seed=4))
    assert painted(painter, job(tmp_path, model)) == first != other
    assert painted(painter, job(tmp_path, model, brief="A boat on the sea.")) != first


@pytest.mark.parametrize("model", PAINTERS)
def test_a_characters_picture_is_seen_only_where_the_character_is(painter: Painter, model: str, tmp_path: Path) -> None:
    plain = painted(painter, job(tmp_path, model))
    shown = {"reference": (("Luna", photo(tmp_path / "luna.png")),)}
    assert painted(painter, job(tmp_path, model, **shown)) != plain
    assert painted(painter, job(tmp_path, model, **shown, present=())) == painted(
        painter, job(tmp_path, model, present=())
    )


def test_wishes_are_heeded_by_models_with_guidance_and_told_of_those_without(painter: Painter, tmp_path: Path) -> None:
    wish = {"avoid": ("glasses", "cars")}
    assert painted(painter, job(tmp_path, "sdxl-base-1.0", **wish)) != painted(painter, job(tmp_path, "sdxl-base-1.0"))
    (without,) = painter.paint((job(tmp_path, "flux.1-schnell", **wish),))
    assert isinstance(without, Painted)
    assert "glasses, cars" in without.findings[0].text
    (plain,) = painter.paint((job(tmp_path, "flux.1-schnell"),))
    assert isinstance(plain, Painted)
    assert plain.findings == ()


def test_one_result_for_each_job_in_order_and_a_bad_one_fails_alone(painter: Painter, tmp_path: Path) -> None:
    folders = [tmp_path / str(n) for n in range(3)]
    for folder in folders:
        folder.mkdir()
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"<html>")
    jobs = (
        job(folders[0], "flux.1-schnell"),
        job(folders[1], "flux.1-schnell", reference=(("Luna", str(broken)),)),
        job(folders[2], "flux.1-schnell", seed=9),
    )
    first, second, third = painter.paint(jobs)
    assert isinstance(first, Painted)
    assert isinstance(second, Failed)
    assert "broken.png" in second.reason
    assert isinstance(third, Painted)
    together = (folders[2] / "painted.png").read_bytes()
    painted(painter, jobs[2])
    assert (folders[2] / "painted.png").read_bytes() == together


@pytest.mark.parametrize("model", FILMS)
def test_a_film_has_the_models_rate_and_lasts_as_long_as_the_narration(
    films: dict[str, Wan | Ltx], model: str, tmp_path: Path
) -> None:
    (answer,) = films[model].paint((job(tmp_path, model, seconds=1.2),))
    assert isinstance(answer, Painted), answer
    shown = pixels(answer.clip)
    assert len(shown) >= 1.2 * FILMS[model][2]
    assert shown.shape[1:] == (64, 96, 3)
    with av.open(answer.clip) as media:
        assert media.streams.video[0].average_rate == FILMS[model][2]


@pytest.mark.parametrize("model", FILMS)
def test_equal_jobs_give_equal_films_whatever_was_made_between(
    films: dict[str, Wan | Ltx], model: str, tmp_path: Path
) -> None:
    engine, asked = films[model], job(tmp_path, model, seconds=0.5, first=photo(tmp_path / "first.png"))
    made: list[bytes] = []
    for n in range(2):
        (answer,) = engine.paint((asked,))
        assert isinstance(answer, Painted), answer
        made.append(Path(answer.clip).read_bytes())
        engine.paint((job(tmp_path, model, seconds=0.9, brief=f"A boat {n}."),))
    assert made[0] == made[1]


@pytest.mark.parametrize("model", ["wan2.2-ti2v-5b", "ltx-video-0.9.8-distilled"])
def test_models_that_go_on_from_a_picture_begin_with_it(
    films: dict[str, Wan | Ltx], model: str, tmp_path: Path
) -> None:
    """Their first latent is that of the picture: another picture gives another beginning."""
    begun: list[np.ndarray] = []
    for n in range(2):
        asked = job(tmp_path, model, seconds=0.5, first=photo(tmp_path / f"{n}.png", n))
        (answer,) = films[model].paint((asked,))
        assert isinstance(answer, Painted), answer
        begun.append(pixels(answer.clip)[0].astype(float))
    assert np.abs(begun[0] - begun[1]).mean() > 0.5


def test_the_brief_is_encoded_once_for_all_clips_and_attempts(films: dict[str, Wan | Ltx], tmp_path: Path) -> None:
    engine = films["wan2.1-t2v-1.3b"]
    encoder = engine.models.get("wan2.1-t2v-1.3b").pipe.text_encoder
    runs: list[int] = []
    hook = encoder.register_forward_hook(lambda *_: runs.append(1))
    try:
        scene = job(tmp_path, "wan2.1-t2v-1.3b", brief="A brief that nobody asked for.", seconds=6.0)
        (answer,) = engine.paint((scene,))
        engine.paint((dataclasses.replace(scene, seed=99),))
    finally:
        hook.remove()
    assert isinstance(answer, Painted)
    assert len(pixels(answer.clip)) > NATURES["wan2.1-t2v-1.3b"].most_frames, "two clips"
    assert len(runs) == 2, "the brief and the wishes"


def test_the_cache_leaves_work_out_and_ends_with_the_clip(films: dict[str, Wan | Ltx], tmp_path: Path) -> None:
    engine = films["wan2.1-t2v-1.3b"]
    loaded = engine.models.get("wan2.1-t2v-1.3b")
    runs: list[int] = []
    hook = loaded.pipe.transformer.blocks[-1].attn1.register_forward_hook(lambda *_: runs.append(1))
    try:
        engine.paint((job(tmp_path, "wan2.1-t2v-1.3b", seconds=0.5, seed=11),))
    finally:
        hook.remove()
    assert 0 < len(runs) < 2 * NATURES["wan2.1-t2v-1.3b"].steps
    assert not loaded.pipe.transformer.is_cache_enabled


def test_numbers_that_are_no_picture_fail_the_scene(root: Path, tmp_path: Path) -> None:
    import torch

    engine = Painter(root)
    loaded = engine.models.get("flux.1-schnell")
    with torch.no_grad():
        loaded.pipe.vae.decoder.conv_out.bias.fill_(float("nan"))
    (answer,) = engine.paint((job(tmp_path, "flux.1-schnell"),))
    engine.close()
    assert isinstance(answer, Failed)
    assert "NaN" in answer.reason
    assert "s1" in answer.reason


@pytest.mark.parametrize("kind", [Painter, Wan])
def test_a_picture_that_does_not_fit_is_told_and_the_next_one_is_made(
    root: Path, kind: type[Painter | Wan], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import torch

    model = "flux.1-schnell" if kind is Painter else "wan2.1-t2v-1.3b"
    engine = kind(root)
    pipe: Any = type(engine.models.get(model).pipe)
    with monkeypatch.context() as patch:
        patch.setattr(pipe, "__call__", raising(torch.OutOfMemoryError("CUDA out of memory.")))
        (answer,) = engine.paint((job(tmp_path, model, seconds=0.5),))
    assert isinstance(answer, Failed)
    assert "does not fit into the memory" in answer.reason
    (again,) = engine.paint((job(tmp_path, model, seconds=0.5),))
    assert isinstance(again, Painted)
    engine.close()


def raising(error: Exception) -> Callable[..., object]:
    def call(*_: object, **__: object) -> object:
        raise error

    return call


def test_closing_gives_the_memory_back(root: Path, tmp_path: Path) -> None:
    engine = Wan(root)
    engine.paint((job(tmp_path, "wan2.1-t2v-1.3b", seconds=0.3),))
    loaded: Loaded | None = engine.models.get("wan2.1-t2v-1.3b")
    assert loaded is not None
    gone = weakref.ref(loaded.pipe.transformer)
    loaded = None
    engine.close()
    gc.collect()
    assert gone() is None


def test_a_model_under_anothers_name_is_refused(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "wan2.1-t2v-1.3b", tmp_path / "flux.1-schnell")
    with pytest.raises(WeightsRefused, match="WanPipeline"):
        accept(tmp_path, "flux.1-schnell")


def test_weights_that_were_cut_short_fail_the_scene(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "flux.1-schnell", tmp_path / "flux.1-schnell")
    part = next((tmp_path / "flux.1-schnell" / "transformer").glob("*.safetensors"))
    part.write_bytes(part.read_bytes()[:-1000])
    (answer,) = Painter(tmp_path).paint((job(tmp_path, "flux.1-schnell"),))
    assert isinstance(answer, Failed)
    assert part.name in answer.reason


def test_a_part_that_belongs_to_another_model_fails_the_scene(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "flux.1-schnell", tmp_path / "flux.1-schnell")
    folder = tmp_path / "flux.1-schnell"
    shutil.copy(root / "z-image-turbo/transformer/config.json", folder / "transformer" / "config.json")
    (folder / "vernacast.json").unlink()
    accept(tmp_path, "flux.1-schnell")
    (answer,) = Painter(tmp_path).paint((job(tmp_path, "flux.1-schnell"),))
    assert isinstance(answer, Failed)
    assert "cannot be loaded" in answer.reason


def test_a_gpu_that_is_not_there_is_said(root: Path) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("there is a GPU")
    with pytest.raises(EngineUnusable, match="no GPU"):
        Wan(root).load("cuda")


def test_a_model_of_another_engine_is_refused(painter: Painter, tmp_path: Path) -> None:
    (answer,) = painter.paint((job(tmp_path, "wan2.1-t2v-1.3b"),))
    assert isinstance(answer, Failed)
    assert "cannot load" in answer.reason
