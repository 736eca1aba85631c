"""Tiny shots for tests: three sheets of soft colour, 160x90, groups of five frames."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from video.camera import layer_size
from video.encode import Profile, encode_shot
from video.shot import Frame, Layer, Painted, Shot

TINY = Frame(width_px=160, height_px=90, fps=25)
SHORT_GROUPS = Profile(period_gops=4, gop_frames=5)


def painted(folder: Path, seed: int, layers: int = 3) -> Painted:
    """Sheets of soft noise; upper ones cover the lower half."""
    import cv2

    width, height = layer_size(TINY)
    dice = np.random.default_rng(seed)
    sheets: list[Layer] = []
    for i in range(layers):
        colour = cv2.resize(dice.integers(0, 255, (6, 6, 3), np.uint8), (width, height), interpolation=cv2.INTER_CUBIC)
        if i:
            alpha = np.zeros((height, width, 1), np.uint8)
            alpha[height * (i + 1) // (layers + 1) :] = 255
            colour = np.concatenate([colour, alpha], axis=2)
        path = folder / f"{seed}-{i}.png"
        cv2.imwrite(str(path), colour)
        sheets.append(Layer(path=str(path), depth=i / max(1, layers - 1)))
    return Painted(layers=tuple(sheets))


@pytest.fixture(scope="session")
def shots(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Shot, Path], ...]:
    """Two layered shots and one clip that does not loop."""
    folder = tmp_path_factory.mktemp("shots")
    made: list[tuple[Shot, Path]] = []
    for seed in (1, 2):
        path = folder / f"{seed}.mp4"
        made.append((encode_shot(painted(folder, seed), TINY, path, seed=seed, profile=SHORT_GROUPS), path))
    clip = folder / "clip.mp4"
    made.append((encode_shot(Painted(clip=str(made[0][1])), TINY, clip, profile=SHORT_GROUPS), clip))
    return tuple(made)
