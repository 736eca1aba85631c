"""Tests that run in the environment ``neural`` (``scripts/test-engines neural``); elsewhere they are not collected."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", TOKENIZERS_PARALLELISM="false", DO_NOT_TRACK="1")

collect_ignore_glob = [] if find_spec("torch") is not None else ["*"]


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty weights folder; tests put tiny checkpoints into it with the builders of ``tests/tiny``."""
    return tmp_path_factory.mktemp("weights")


@pytest.fixture
def is_exact(monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Whether convolutions are calculated in all of float32; cuDNN's default on a GPU is TF32, with 10 bits of 23."""
    from torch.backends import cudnn

    monkeypatch.setattr(cudnn, "allow_tf32", True)
    monkeypatch.setattr(cudnn, "deterministic", False)
    return lambda: not cudnn.allow_tf32 and cudnn.deterministic
