"""Tests that run in the environment ``fairseq2`` (``make test-fairseq2``); elsewhere they are not collected."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.tiny import omniasr

collect_ignore_glob = [] if find_spec("fairseq2") is not None else ["test_*.py"]


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A weights folder with a tiny model of Omnilingual ASR, pinned."""
    root = tmp_path_factory.mktemp("weights")
    omniasr.build(root)
    return root
