"""Consent records: whose voice may be cloned, for what, in which languages and until when.

A record is one folder under the voices folder: ``consent.json``, the sample that is imitated, and the recording in
which the person speaks the consent. Without a valid record no cloned voice exists for anybody.
"""

from __future__ import annotations

import contextlib
import os
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from languages.errors import ConsentRefused
from languages.licences import Use
from languages.pins import sha256_of

RECORD = "consent.json"
SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
"""Names of voices: they stand in scripts, and name folders."""
ALL = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What a person allows with their voice."""

    schema: str = field(default="Consent.1")
    voice: str
    """Name of the voice: lower-case letters, digits and hyphens; also its folder's name."""
    who: str
    """The person."""
    uses: tuple[str, ...]
    """Purposes that the person allows (``languages.licences.Use``)."""
    languages: tuple[str, ...]
    """Canonical tags in which the voice may speak; ``*`` = all."""
    until: str
    """ISO date of the last day."""
    sample: str
    """File name, in the record's folder, of the recording that is imitated."""
    sample_sha256: str
    sample_text: str = ""
    """What is said in the sample; some models need it."""
    statement: str
    """File name of the recording in which the person speaks the consent."""
    statement_sha256: str
    gender: str = "unknown"
    recorded: str
    """ISO date and time at which the record was made, UTC."""
    revoked: str = ""
    """ISO date and time, or empty."""


def voices_root() -> Path:
    """``VERNACAST_VOICES``, else the user's data folder (XDG base directory specification)."""
    if own := os.environ.get("VERNACAST_VOICES"):
        return Path(own)
    data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(data) / "vernacast" / "voices"


def consents(root: Path | None = None) -> tuple[Consent, ...]:
    """All records, revoked ones too, in order of name.

    Raises:
        ConsentRefused: a record cannot be read.
    """
    place = root or voices_root()
    return tuple(c for name in _names(place) if (c := find_consent(name, place)) is not None)


def readable(root: Path | None = None) -> tuple[Consent, ...]:
    """All records that can be read; of the others there is no voice, and ``vernacast voices list`` names them."""
    found: list[Consent] = []
    for name in _names(root or voices_root()):
        with contextlib.suppress(ConsentRefused):
            if consent := find_consent(name, root):
                found.append(consent)
    return tuple(found)


def _names(place: Path) -> list[str]:
    return sorted(p.name for p in place.iterdir() if (p / RECORD).is_file()) if place.is_dir() else []


def find_consent(voice: str, root: Path | None = None) -> Consent | None:
    """The record of a voice, or None.

    Raises:
        ConsentRefused: it cannot be read, or is another voice's.
    """
    if not SLUG.fullmatch(voice):
        return None
    path = (root or voices_root()) / voice / RECORD
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Consent)
    except FileNotFoundError:
        return None
    except (msgspec.DecodeError, OSError) as error:
        raise ConsentRefused(
            f"The consent record {path} cannot be read: {error}.",
            remedy="Restore it, or record the consent again under another name.",
        ) from error
    if found.voice != voice:
        raise ConsentRefused(f"The consent record {path} is that of {found.voice!r}, not of {voice!r}.")
    return found


def why_not(consent: Consent, language: str, today: date | None = None) -> str:
    """Why the voice may not speak a language today, or empty."""
    day = today or datetime.now(UTC).date()
    if consent.revoked:
        return f"{consent.who} took the consent for the voice {consent.voice} back on {consent.revoked[:10]}"
    if day.isoformat() > consent.until:
        return f"{consent.who} allowed the voice {consent.voice} until {consent.until}"
    if ALL not in consent.languages and language not in consent.languages:
        return f"{consent.who} allowed the voice {consent.voice} for {', '.join(consent.languages)} only"
    return ""


def use_forbidden(consent: Consent, use: Use) -> str:
    """Why the voice may not be used for a purpose, or empty."""
    if use.value in consent.uses:
        return ""
    allowed = ", ".join(consent.uses) or "no"
    return f"{consent.who} allowed the voice {consent.voice} for {allowed} use, not for {use.value} use"


def sample_path(consent: Consent, root: Path | None = None) -> Path:
    """The sample, after comparing it and the spoken statement with the record.

    Raises:
        ConsentRefused: one of the two is not there, or not the one that was recorded.
    """
    folder = (root or voices_root()) / consent.voice
    for name, digest in ((consent.sample, consent.sample_sha256), (consent.statement, consent.statement_sha256)):
        path = folder / name
        found = sha256_of(path) if Path(name).name == name and path.is_file() else ""
        if found != digest:
            what = "is not the recording that the consent was given with" if found else "is not there"
            raise ConsentRefused(
                f"{name} of the voice {consent.voice} {what}.",
                expected=f"sha256 {digest[:16]}…",
                remedy="Restore it, or record the consent again under another name.",
            )
    return folder / consent.sample
