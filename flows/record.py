"""What the store keeps: objects named by their content, and records that say how results came to be."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

SCHEMA = "Record.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """Bytes in the store."""

    digest: str
    """sha256, hexadecimal."""
    media_type: str
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How a result came to be, for people to read."""

    engine: str
    version: str
    licence: str
    inputs: dict[str, str]
    who: str
    when: str
    """ISO 8601, UTC."""
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One result under its key."""

    schema: str = field(default=SCHEMA)
    key: str
    stage: str
    value: dict[str, object]
    """The result as plain JSON; media stand in it as digests."""
    objects: tuple[str, ...] = ()
    """Digests of all objects that belong to it."""
    sizes: tuple[int, ...] = ()
    """Bytes of each of the objects, in their order; filled in by ``Store.commit``."""
    made: Made


class _Schema(msgspec.Struct):
    schema: str = ""


_decoder = msgspec.json.Decoder(Record)


def object_place(digest: str) -> str:
    """Where an object lies in a store."""
    return f"objects/{digest[:2]}/{digest}"


def record_place(key: str) -> str:
    """Where the record of a key lies in a store."""
    return f"records/{key[:2]}/{key}.json"


def decode(key: str, content: bytes) -> Record | None:
    """The record, or None where these bytes are not the whole record of this key."""
    try:
        record = _decoder.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    good = record.key == key and len(record.sizes) in (0, len(record.objects))
    return record if good and record.schema == SCHEMA else None


def is_of_later_schema(content: bytes) -> bool:
    """Whether a later Vernacast wrote this: not to be used here, and no damage either."""
    try:
        schema = msgspec.json.decode(content, type=_Schema).schema
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return schema.startswith("Record.") and schema != SCHEMA
