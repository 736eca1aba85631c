"""How unnamed persons look who are asked for by what they are: a weaver, a king."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def load_roles() -> dict[str, str]:
    """By concept of a single person its look, in English words of ``look.tsv``."""
    rows = Path(__file__).with_name("roles.tsv").read_text(encoding="utf-8").splitlines()
    return dict(row.split("\t") for row in rows if row.strip() and not row.startswith("#"))
