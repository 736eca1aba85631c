"""Lets pytest say what an assertion of the shared checks saw."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.contract.checks")
