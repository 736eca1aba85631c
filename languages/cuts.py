"""What decides where texts are cut, for the keys of results that were made piece by piece."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files

from languages.environments import versions_in

RULES = "1"
"""Bumped when ``sentence_rules`` or ``segments`` cut elsewhere than before."""


@lru_cache
def cut_versions(kind: str) -> dict[str, str]:
    """ICU's package in an environment, our rules, and the digest of the abbreviations: data that changes cuts."""
    table = (files("languages") / "data" / "abbreviations.tsv").read_bytes()
    return {"cuts": rules_with(table), **versions_in(kind, ("icu4py",))}


@lru_cache
def row_versions() -> dict[str, str]:
    """What decides where rows of captions end, in this program: ICU's package and our rules, without abbreviations."""
    return {"rules": RULES, "icu4py": version("icu4py")}


def rules_with(abbreviations: bytes) -> str:
    """The version of our rules with a table of abbreviations."""
    return f"{RULES} {hashlib.sha256(abbreviations).hexdigest()[:12]}"
