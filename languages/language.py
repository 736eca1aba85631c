"""A language as the house knows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What is known of one language; what is not known says so."""

    tag: str
    """Canonical BCP 47 tag."""
    iso639_3: str
    """ISO 639-3 code, as media files want it."""
    name: str
    """English name."""
    autonym: str = ""
    """Its own name for itself; empty where unknown."""
    script: str = "unknown"
    """ISO 15924 code of the script it is usually written in, or ``unknown``."""
    direction: str = "unknown"
    """``ltr``, ``rtl`` or ``unknown``."""
    names: tuple[str, ...] = ()
    """Other names it is found by."""
    sources: tuple[tuple[str, str], ...] = ()
    """(fact, where it was read)."""
