from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import msgspec
import pytest

from languages.errors import ConsentRefused
from languages.licences import Use
from speech.consent import (
    RECORD,
    Consent,
    consents,
    find_consent,
    readable,
    sample_path,
    sha256_of,
    use_forbidden,
    why_not,
)


def record(root: Path, voice: str = "abuela-rosa", **changes: object) -> Consent:
    folder = root / voice
    folder.mkdir(parents=True)
    (folder / "sample.wav").write_bytes(b"sample")
    (folder / "statement.wav").write_bytes(b"I allow it")
    consent = Consent(
        voice=voice,
        who="Rosa",
        uses=("community", "nonprofit"),
        languages=("quy", "es"),
        until="2027-06-30",
        sample="sample.wav",
        sample_sha256=sha256_of(folder / "sample.wav"),
        statement="statement.wav",
        statement_sha256=sha256_of(folder / "statement.wav"),
        recorded="2026-01-01T10:00:00+00:00",
    )
    consent = dataclasses.replace(consent, **changes)
    (folder / RECORD).write_bytes(msgspec.json.encode(consent))
    return consent


def test_a_record_is_found_by_its_name_and_by_no_path(tmp_path: Path) -> None:
    consent = record(tmp_path)
    assert find_consent("abuela-rosa", tmp_path) == consent
    assert consents(tmp_path) == (consent,)
    assert find_consent("nobody", tmp_path) is None
    assert find_consent("../" + tmp_path.name + "/abuela-rosa", tmp_path) is None
    assert consents(tmp_path / "no such folder") == ()


def test_a_record_that_cannot_be_read_hides_nobody_else(tmp_path: Path) -> None:
    consent = record(tmp_path)
    record(tmp_path, "pedro")
    (tmp_path / "pedro" / RECORD).write_text("{", encoding="utf-8")
    assert readable(tmp_path) == (consent,)
    with pytest.raises(ConsentRefused, match="pedro"):
        consents(tmp_path)


@pytest.mark.parametrize(
    ("changes", "language", "day", "says"),
    [
        ({}, "quy", date(2027, 6, 30), ""),
        ({}, "quy", date(2027, 7, 1), "until 2027-06-30"),
        ({}, "fr", date(2026, 5, 1), "for quy, es only"),
        ({"languages": ("*",)}, "fr", date(2026, 5, 1), ""),
        ({"revoked": "2026-04-01T00:00:00+00:00"}, "quy", date(2026, 5, 1), "took the consent"),
    ],
)
def test_language_last_day_and_revoking_decide(
    tmp_path: Path, changes: dict[str, object], language: str, day: date, says: str
) -> None:
    reason = why_not(record(tmp_path, **changes), language, day)
    assert bool(reason) == bool(says)
    assert says in reason


def test_only_the_uses_that_the_person_allows_are_allowed(tmp_path: Path) -> None:
    consent = record(tmp_path)
    assert not use_forbidden(consent, Use.COMMUNITY)
    assert "not for commercial use" in use_forbidden(consent, Use.COMMERCIAL)


@pytest.mark.parametrize("name", ["sample.wav", "statement.wav"])
def test_another_recording_than_the_recorded_one_is_refused(tmp_path: Path, name: str) -> None:
    consent = record(tmp_path)
    assert sample_path(consent, tmp_path) == tmp_path / "abuela-rosa" / "sample.wav"
    (tmp_path / "abuela-rosa" / name).write_bytes(b"somebody else")
    with pytest.raises(ConsentRefused, match="is not the recording"):
        sample_path(consent, tmp_path)
    (tmp_path / "abuela-rosa" / name).unlink()
    with pytest.raises(ConsentRefused, match="is not there"):
        sample_path(consent, tmp_path)


def test_a_damaged_record_is_refused_and_not_taken_for_none(tmp_path: Path) -> None:
    record(tmp_path)
    (tmp_path / "abuela-rosa" / RECORD).write_text("{", encoding="utf-8")
    with pytest.raises(ConsentRefused, match="cannot be read"):
        find_consent("abuela-rosa", tmp_path)
    record(tmp_path, "rosa")
    (tmp_path / "rosa" / RECORD).rename(tmp_path / "abuela-rosa" / RECORD)
    with pytest.raises(ConsentRefused, match="not of 'abuela-rosa'"):
        find_consent("abuela-rosa", tmp_path)
