"""Which uses a licence allows: read from ``data/models/licences.toml``, where every row says where it was read.

Nothing here is legal advice. A licence that the table does not have counts as forbidden for every use.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

NONE = "none"
"""In a card: there is nothing that could be licensed (an engine without weights)."""


class Use(StrEnum):
    """What the user makes the work for."""

    COMMERCIAL = "commercial"
    """May be sold, or serve a business. The default: what is safe here is safe everywhere."""
    NONPROFIT = "nonprofit"
    """Made by an institution that sells neither the work nor a service with it."""
    COMMUNITY = "community"
    """Made by people for themselves and one another, without any payment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What one licence says."""

    id: str
    """SPDX id, or ``LicenseRef-…`` where SPDX has none."""
    allowed: tuple[Use, ...]
    conditions: str = ""
    """What the user has to do or may not do, in one sentence; empty = nothing beyond a notice."""
    source: str


@lru_cache
def terms() -> dict[str, Terms]:
    """All licences that are known, by id."""
    table = tomllib.loads((files("languages") / "data" / "models" / "licences.toml").read_text(encoding="utf-8"))
    return {
        name: Terms(
            id=name,
            allowed=tuple(Use(use) for use in row["allowed"]),
            conditions=row.get("conditions", ""),
            source=row["source"],
        )
        for name, row in table.items()
    }


def alternatives(expression: str) -> tuple[tuple[str, ...], ...]:
    """An SPDX expression as alternatives, each a tuple of licences that all hold.

    Only ``A AND B OR C`` without brackets is read, which is all that cards use; AND binds before OR.
    Source: SPDX specification 2.3, annex D.4.
    """
    return tuple(
        tuple(name.strip() for name in re.split(r"\bAND\b", choice)) for choice in re.split(r"\bOR\b", expression)
    )


def forbids(expression: str, use: Use) -> str:
    """Why a licence expression rules a use out, or empty where it allows it."""
    if expression == NONE:
        return ""
    reasons: list[str] = []
    for choice in alternatives(expression):
        against = [reason for name in choice if (reason := _against(name, use))]
        if not against:
            return ""
        reasons.append(against[0])
    return reasons[0]


def conditions(expression: str) -> tuple[str, ...]:
    """What the licences of an expression ask of the user."""
    if expression == NONE:
        return ()
    known = (terms().get(name) for choice in alternatives(expression) for name in choice)
    return tuple(dict.fromkeys(t.conditions for t in known if t is not None and t.conditions))


def _against(name: str, use: Use) -> str:
    known = terms().get(name)
    if known is None:
        return f"{name or 'unknown'} is not known, and unknown counts as forbidden"
    if use not in known.allowed:
        allowed = " and ".join(known.allowed) or "no"
        return f"{name} allows {allowed} use, not {use}"
    return ""
