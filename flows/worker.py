"""The worker: one engine in a process of its own, serving the messages of ``flows.protocol`` over its pipes.

Run as ``python -m flows.worker speech/espeak``.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from typing import BinaryIO

import msgspec

from flows.protocol import Answer, Request, check_length, pack, pack_error, read_message, write_message
from flows.steps import SHAPES, Shape
from languages.card import Failed
from languages.discover import AnyEngine, get_engine
from languages.errors import EngineError
from languages.warm import out_of_memory, take_moved

LOOK_S = 0.5
"""Time between two looks whether the caller still lives."""
CUDA_FAULTS = ("CUDA error", "CUDA failed with error")
"""How torch and CTranslate2 begin to tell of a fault of CUDA."""
NO_KERNEL = "no kernel image is available"
"""A fault that another process would meet too, and that leaves the GPU as it was: the card is too old or too new."""


def serve(engine: AnyEngine, inward: BinaryIO, outward: BinaryIO) -> None:
    """Serves one engine until the caller says ``close`` or closes the pipe."""
    shape = SHAPES[engine.card.step]
    loaded = False
    try:
        while (body := read_message(inward)) is not None:
            try:
                request = msgspec.json.decode(body, type=Request)
                if request.call == "close":
                    write_message(outward, msgspec.json.encode(Answer()))
                    return
                if not loaded:
                    engine.load(device_for(engine.card.device))
                    loaded = True
                results = _answer(engine, shape, request) if request.call != "load" else ()
                answer = msgspec.json.encode(Answer(results=pack(results), moved=list(take_moved())))
                check_length(answer)
            except Exception as error:  # the edge of the worker: every fault becomes an answer
                if is_lost(error):
                    # The caller starts another worker, tries the jobs one by one, and tells what was said last.
                    print(f"{error}".partition("\n")[0], file=sys.stderr, flush=True)
                    os._exit(1)
                answer = msgspec.json.encode(Answer(error=pack_error(error, engine.card.id)))
            write_message(outward, answer)
    finally:
        engine.close()


def is_lost(error: BaseException) -> bool:
    """Whether the GPU will answer nothing more in this process, whatever is asked.

    Source: CUDA Runtime API, "Error handling": after a device-side assert or an illegal address "the process must be
    terminated and relaunched".
    """
    told = str(error)
    return (
        isinstance(error, RuntimeError)
        and any(words in told for words in CUDA_FAULTS)
        and NO_KERNEL not in told
        and not out_of_memory(error)
    )


def device_for(card_device: str) -> str:
    """The device that the caller wished for (``VERNACAST_DEVICE``), for an engine that can use another than the CPU."""
    return os.environ.get("VERNACAST_DEVICE", "cpu") if card_device == "any" else "cpu"


def _answer(engine: AnyEngine, shape: Shape, request: Request) -> tuple[object, ...]:
    if request.call != shape.method:
        raise EngineError(
            f"{engine.card.id} was asked to {request.call!r}.",
            expected=f"It can `load`, `{shape.method}` and `close`.",
        )
    jobs = tuple(msgspec.json.decode(raw, type=shape.job) for raw in request.batch)
    results = tuple(getattr(engine, shape.method)(jobs))
    if len(results) != len(jobs) or not all(isinstance(r, shape.result | Failed) for r in results):
        raise EngineError(
            f"{engine.card.id} answered {len(jobs)} jobs with {[type(r).__name__ for r in results]}.",
            expected=f"One {shape.result.__name__} or Failed for each, in order.",
            remedy="This is a fault of the engine: `vernacast engines check` tells more.",
        )
    return results


def _die_with(parent: int) -> None:
    """Ends the worker, and all that its engine started, soon after its caller's death; in mid-job too.

    The kernel's own PR_SET_PDEATHSIG follows the *thread* that started us, which may end long before.
    """
    while os.getppid() == parent:
        time.sleep(LOOK_S)
    if os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(1)


def main() -> None:
    """Serves the engine named on the command line, for the process named after it, on its own pipes."""
    parent = int(sys.argv[2]) if len(sys.argv) > 2 else os.getppid()
    threading.Thread(target=_die_with, args=(parent,), daemon=True).start()
    # Libraries that print or read must not meddle with the protocol: they get stderr and an empty stdin.
    inward, outward = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "rb") as empty:
        os.dup2(empty.fileno(), 0)
    os.dup2(2, 1)
    serve(get_engine(sys.argv[1])(), inward, outward)


if __name__ == "__main__":
    main()
