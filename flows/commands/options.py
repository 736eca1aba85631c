"""What options of several commands have in common. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Sequence


def joined(given: Sequence[str] | None) -> str:
    """An option whose values commas separate and that may be given several times, as if it had been given once."""
    return ",".join(given or ())
