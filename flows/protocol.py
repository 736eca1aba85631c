"""The messages between a worker and whoever asks it: four bytes of length (big-endian), then JSON.

Requests: ``{"call": "load" | <the step's method> | "close", "batch": […]}``. Answers: ``{"results": [{"ok": …} |
{"failed": …}]}`` in the order of the batch, or ``{"error": …}``. Text and numbers go through the pipes, media as
paths.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from typing import BinaryIO, cast

import msgspec

from languages import errors
from languages.card import Failed
from languages.errors import EngineError, VernacastError
from languages.warm import Moved

LARGEST_BYTES = 64 << 20
"""A longer message is a sign of a fault, not of work."""
LOG_CHARACTERS = 4000


class Request(msgspec.Struct):
    """What the caller asks."""

    call: str
    batch: list[msgspec.Raw] = []


class Error(msgspec.Struct, omit_defaults=True):
    """An engine's error, to be raised again on the other side."""

    kinds: list[str]
    """Names of its class and of those above it, nearest first."""
    what: str
    expected: str = ""
    remedy: str = ""
    log: str = ""
    values: dict[str, str | int | bool | list[str] | None] = {}
    """What the error carries besides, by the names of its attributes."""


class Result(msgspec.Struct):
    """One answer: exactly one of the two is set."""

    ok: msgspec.Raw = msgspec.Raw(b"null")
    failed: str | None = None


class Answer(msgspec.Struct, omit_defaults=True):
    """What the worker answers to one request."""

    results: list[Result] = []
    error: Error | None = None
    moved: list[Moved] = []
    """Models that were loaded or put away for it."""


def read_message(stream: BinaryIO) -> bytes | None:
    """The next message, or None at the end of the stream. Raises EOFError where it ends within one."""
    head = stream.read(4)
    if not head:
        return None
    size = int.from_bytes(head, "big")
    body = stream.read(size) if len(head) == 4 and size <= LARGEST_BYTES else b""
    if len(body) != size or len(head) != 4:
        raise EOFError("The other side ended within a message, or sent something else.")
    return body


def write_message(stream: BinaryIO, body: bytes) -> None:
    """Writes one message and flushes. Raises EngineError where it is too long."""
    check_length(body)
    stream.write(len(body).to_bytes(4, "big") + body)
    stream.flush()


def check_length(body: bytes) -> None:
    """Raises EngineError for a message that is longer than any work can be."""
    if len(body) > LARGEST_BYTES:
        raise EngineError(
            f"A message of {len(body):,} bytes is too long for a worker.",
            expected=f"At most {LARGEST_BYTES:,}: media travel as paths.",
        )


def pack(results: Iterable[object]) -> list[Result]:
    """Results as they travel."""
    return [
        Result(failed=r.reason) if isinstance(r, Failed) else Result(ok=msgspec.Raw(msgspec.json.encode(r)))
        for r in results
    ]


def unpack(results: Iterable[Result], kind: type) -> tuple[object, ...]:
    """Results as they were. Raises msgspec.DecodeError where one is not of the kind."""
    return tuple(
        Failed(reason=r.failed) if r.failed is not None else msgspec.json.decode(r.ok, type=kind) for r in results
    )


def pack_error(error: Exception, engine_id: str) -> Error:
    """An error as it travels; one that nobody foresaw takes the end of its traceback along."""
    if not isinstance(error, VernacastError):
        return Error(
            kinds=["EngineError"],
            what=f"{engine_id} failed: {type(error).__name__}: {error}",
            remedy="This is a fault of the engine: please report it with the log.",
            log="".join(traceback.format_exception(error))[-LOG_CHARACTERS:],
        )
    own = {"what", "expected", "remedy", "log"}
    values = {
        name: list(cast("tuple[str, ...]", value)) if isinstance(value, tuple) else value
        for name, value in vars(error).items()
        if name not in own and isinstance(value, str | int | tuple | None)
    }
    return Error(
        kinds=[kind.__name__ for kind in type(error).__mro__],
        what=error.what,
        expected=error.expected,
        remedy=error.remedy,
        log=error.log if isinstance(error, EngineError) else "",
        values=values,
    )


def unpack_error(error: Error) -> VernacastError:
    """The error as it was, or of the nearest class that this side knows."""
    found = (getattr(errors, name, None) for name in error.kinds)
    known = (kind for kind in found if isinstance(kind, type) and issubclass(kind, VernacastError))
    kind = next(known, EngineError)
    # Each class has a constructor of its own; what they make of their arguments has travelled instead.
    raised = kind.__new__(kind)
    VernacastError.__init__(raised, error.what, expected=error.expected, remedy=error.remedy)
    for name, value in error.values.items():
        setattr(raised, name, tuple(value) if isinstance(value, list) else value)
    if isinstance(raised, EngineError):
        raised.log = error.log
    return raised
