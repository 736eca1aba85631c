"""How unnamed persons look who are asked for by what they are: a weaver, a king."""

from __future__ import annotations

from functools import lru_cache

from video.concepts.rows import read_rows


@lru_cache(maxsize=1)
def load_roles() -> dict[str, str]:
    """By concept of a single person its look, in English words of ``look.tsv``."""
    return {concept_id: look for concept_id, look in read_rows("roles.tsv")}


_READABLE = {"oldwoman": "old woman", "oldman": "old man"}


def readable(role: str) -> str:
    """What somebody is called in a sentence."""
    return _READABLE.get(role, role)
