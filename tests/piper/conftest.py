"""Tests that run in the environment ``piper`` (``scripts/test-engines piper``); elsewhere they are not collected."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.weights import real_piper_joe

collect_ignore_glob = [] if find_spec("piper") is not None else ["test_*.py"]


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A weights folder with the real voice en_US-joe-medium, pinned."""
    root = tmp_path_factory.mktemp("weights")
    if why := real_piper_joe(root):
        pytest.skip(f"the voice {why}")
    return root
