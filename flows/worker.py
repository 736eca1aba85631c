"""The worker: one engine in a process of its own, serving length-prefixed JSON over its pipes.

A message is four bytes of length (big-endian) and that many bytes of JSON. Requests: ``{"call": …, "batch":
[…]}``. Answers: ``{"results": [{"ok": …} | {"failed": …}]}`` in the order of the batch, or ``{"error": …}``.
Text and numbers go through the pipes, media as paths. Run as ``python -m flows.worker speech/espeak``.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from typing import BinaryIO

import msgspec

from flows.steps import SHAPES
from languages.card import Failed
from languages.discover import get_engine
from languages.errors import VernacastError

LARGEST_BYTES = 64 << 20
"""A longer message is a sign of a fault, not of work."""


class Request(msgspec.Struct):
    """What the caller asks."""

    call: str
    batch: list[msgspec.Raw] = []


class Error(msgspec.Struct):
    """An engine's error, to be raised again on the other side."""

    kind: str
    what: str
    expected: str = ""
    remedy: str = ""
    log: str = ""


class Result(msgspec.Struct, omit_defaults=True):
    """One answer: exactly one of the two is set."""

    ok: msgspec.Raw | None = None
    failed: str | None = None


class Answer(msgspec.Struct, omit_defaults=True):
    """What the worker answers to one request."""

    results: list[Result] = []
    error: Error | None = None


def read_message(stream: BinaryIO) -> bytes | None:
    """The next message, or None at the end of the stream. Raises EOFError within one."""
    head = stream.read(4)
    if not head:
        return None
    size = int.from_bytes(head, "big")
    body = stream.read(size) if len(head) == 4 and size <= LARGEST_BYTES else b""
    if len(body) != size or len(head) != 4:
        raise EOFError("The other side ended within a message.")
    return body


def write_message(stream: BinaryIO, body: bytes) -> None:
    """Writes one message and flushes."""
    stream.write(len(body).to_bytes(4, "big") + body)
    stream.flush()


def serve(engine_id: str, inward: BinaryIO, outward: BinaryIO) -> None:
    """Serves one engine until the caller closes the pipe."""
    engine = get_engine(engine_id)()
    shape = SHAPES[engine.card.step]
    loaded = False
    try:
        while (body := read_message(inward)) is not None:
            try:
                request = msgspec.json.decode(body, type=Request)
                if not loaded:
                    engine.load()
                    loaded = True
                jobs = tuple(msgspec.json.decode(raw, type=shape.job) for raw in request.batch)
                results = getattr(engine, shape.method)(jobs) if request.call == shape.method else ()
                answer = Answer(results=[_result(r) for r in results])
            except VernacastError as error:
                name = type(error).__name__
                answer = Answer(
                    error=Error(kind=name, what=error.what, expected=error.expected, remedy=error.remedy)
                )
            except Exception as error:  # the edge of the worker: every fault becomes an answer
                log = traceback.format_exc()[-4000:]
                what = f"{engine_id} failed: {type(error).__name__}: {error}"
                answer = Answer(error=Error(kind="EngineError", what=what, log=log))
            write_message(outward, msgspec.json.encode(answer))
    finally:
        engine.close()


def _result(result: object) -> Result:
    if isinstance(result, Failed):
        return Result(failed=result.reason)
    return Result(ok=msgspec.Raw(msgspec.json.encode(result)))


def _die_with_parent(parent: int) -> None:
    """Ends the worker within a second of its caller's death, in the middle of a job too.

    The kernel's own PR_SET_PDEATHSIG would follow the thread that started us, which ends long before.
    """
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def main() -> None:
    """Serves the engine named on the command line on the process's own pipes."""
    # Libraries that print must not write into the protocol: they get stderr, we keep the real stdout.
    threading.Thread(target=_die_with_parent, args=(os.getppid(),), daemon=True).start()
    outward = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.argv[1], sys.stdin.buffer, outward)


if __name__ == "__main__":
    main()
