"""Clips of a model become a scene's film: chained, checked, made once more with another seed where they are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from languages.card import Failed
from translation.translated import FindingKind
from video.clip_plan import Nature
from video.engine import PaintJob
from video.filming import ATTEMPTS, film
from video.shot import Frame, Painted

NATURE = Nature(fps=16, most_frames=17, every=4, pixels=832 * 480, multiple=16, steps=50, guidance=5.0)


def job(folder: Path, seconds: float = 2.5, first: str = "", avoid: tuple[str, ...] = ()) -> PaintJob:
    return PaintJob(
        scene="s1", heading="", brief="Un río.", text=(), language="es", present=(), cast=(), picture="",
        frame=Frame(width_px=64, height_px=48), seed=1, folder=str(folder), seconds=seconds, first=first,
        model="wan2.1-t2v-1.3b", avoid=avoid,
    )  # fmt: skip


class Model:
    """Makes noise, and remembers what it was asked."""

    def __init__(self, *faults: str) -> None:
        self.asked: list[tuple[int, tuple[int, int], Any, int]] = []
        self.faults = list(faults)

    def __call__(self, frames: int, size: tuple[int, int], first: Any, seed: int) -> np.ndarray:
        self.asked.append((frames, size, first, seed))
        fault = self.faults.pop(0) if self.faults else ""
        made = np.random.default_rng(seed).random((frames, size[1], size[0], 3))
        if fault == "black":
            made[:] = 0
        elif fault == "nan":
            made[-1, 0, 0, 0] = np.nan
        elif fault == "frozen":
            made[:] = made[0]
        return made


def shown(path: str) -> int:
    with av.open(path) as media:
        return sum(1 for _ in media.decode(video=0))


def test_each_clip_begins_with_the_last_picture_of_the_one_before(tmp_path: Path) -> None:
    model = Model()
    made = film(job(tmp_path), NATURE, model)
    assert isinstance(made, Painted)
    assert [a[0] for a in model.asked] == [17, 17, 9]
    assert shown(made.clip) == 17 + 16 + 8
    assert model.asked[0][2] is None
    last = np.random.default_rng(model.asked[0][3]).random((17, 48, 64, 3))[-1]
    assert np.array_equal(np.asarray(model.asked[1][2]), np.round(last * 255).astype(np.uint8))
    assert len({a[3] for a in model.asked}) == 3


def test_a_film_begins_with_the_picture_it_is_given(tmp_path: Path) -> None:
    first = tmp_path / "first.png"
    Image.new("RGB", (640, 480), (200, 30, 30)).save(first)
    model = Model()
    film(job(tmp_path, 0.5, first=str(first)), NATURE, model)
    assert model.asked[0][2].size == (64, 48)
    assert model.asked[0][2].getpixel((5, 5)) == (200, 30, 30)


@pytest.mark.parametrize("fault", ["black", "nan", "frozen"])
def test_a_clip_that_is_no_film_is_made_once_more_with_another_seed(tmp_path: Path, fault: str) -> None:
    model = Model(fault)
    made = film(job(tmp_path, 0.5), NATURE, model)
    assert isinstance(made, Painted)
    assert len(model.asked) == 2
    assert model.asked[0][3] != model.asked[1][3]


def test_a_model_that_gives_no_film_at_all_fails_the_scene_and_leaves_no_file(tmp_path: Path) -> None:
    made = film(job(tmp_path, 0.5), NATURE, Model(*["black"] * ATTEMPTS))
    assert isinstance(made, Failed)
    assert "black" in made.reason
    assert "s1" in made.reason
    assert list(tmp_path.iterdir()) == []


def test_wishes_that_a_model_cannot_heed_are_said(tmp_path: Path) -> None:
    unguided = Nature(fps=16, most_frames=17, every=4, pixels=832 * 480, multiple=16, steps=8, guidance=1.0)
    made = film(job(tmp_path, 0.5, avoid=("gafas",)), unguided, Model())
    assert isinstance(made, Painted)
    assert [f.kind for f in made.findings] == [FindingKind.PICTURE]
    assert "gafas" in made.findings[0].text
    heeded = film(job(tmp_path, 0.5, avoid=("gafas",)), NATURE, Model())
    assert isinstance(heeded, Painted)
    assert heeded.findings == ()
