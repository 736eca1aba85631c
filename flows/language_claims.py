"""All that is claimed about a language, gathered from the rooms that know it."""

from __future__ import annotations

from functools import lru_cache

import speech.claims
import translation.claims
from languages.claims import Claim, published_claims


@lru_cache(4096)
def making_claims(tag: str) -> tuple[Claim, ...]:
    """Claims about drafting, speaking and listening in a canonical tag: what its tier stands on."""
    return (*translation.claims.draft_claims(tag), *published_claims(tag), *speech.claims.claims_of(tag))


def claims_of(tag: str) -> tuple[Claim, ...]:
    """All claims about a canonical tag, those about identification included."""
    return (*making_claims(tag), *translation.claims.identify_claims(tag))
