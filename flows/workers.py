"""The pool of warm workers of this process: borrowed, locked, timed, restarted, never left behind."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

import msgspec

from flows.steps import SHAPES
from flows.worker import Answer, Request, read_message, write_message
from languages import errors
from languages.card import Failed
from languages.discover import get_engine
from languages.errors import EngineError, VernacastError, WorkerDied

START_S = 60.0
"""Time that an engine may take to load."""
EACH_S = 30.0
"""Time that one job may take. Source: own choice, some 100 times what the slowest engine here was seen to take."""


class Worker:
    """One engine in a process of its own. Not thread-safe: the pool lends it to one thread at a time."""

    def __init__(self, engine_id: str) -> None:
        self.engine_id = engine_id
        self._shape = SHAPES[get_engine(engine_id).card.step]
        self._process: subprocess.Popen[bytes] | None = None
        self._log: BinaryIO | None = None

    def call(self, batch: tuple[object, ...]) -> tuple[object, ...]:
        """One result or Failed per job, in order.

        A batch that kills the worker is tried again job by job, so that one poisoned job fails alone.

        Raises:
            VernacastError: the engine cannot be loaded, or failed as a whole.
        """
        if not batch:
            return ()
        try:
            return self._ask(batch)
        except WorkerDied:
            return tuple(self._alone(job) for job in batch)

    def _alone(self, job: object) -> object:
        try:
            return self._ask((job,))[0]
        except WorkerDied as error:
            return Failed(reason=str(error))

    def _ask(self, batch: tuple[object, ...]) -> tuple[object, ...]:
        fresh = self._process is None
        process = self._running()
        request = Request(
            call=self._shape.method, batch=[msgspec.Raw(msgspec.json.encode(job)) for job in batch]
        )
        limit = EACH_S * len(batch) + (START_S if fresh else 0)
        assert process.stdin is not None
        assert process.stdout is not None
        timer = threading.Timer(limit, self.kill)
        timer.daemon = True
        begun = time.monotonic()
        timer.start()
        try:
            write_message(process.stdin, msgspec.json.encode(request))  # type: ignore[arg-type]
            body = read_message(process.stdout)  # type: ignore[arg-type]
        except (BrokenPipeError, EOFError, ValueError):
            body = None
        finally:
            timer.cancel()
        if body is None:
            raise self._died(time.monotonic() - begun >= limit, limit)
        answer = msgspec.json.decode(body, type=Answer)
        if answer.error is not None:
            raise _error(answer)
        return tuple(
            Failed(reason=r.failed)
            if r.failed is not None
            else msgspec.json.decode(r.ok or b"", type=self._shape.result)
            for r in answer.results
        )

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the worker
            self._process = subprocess.Popen(
                [sys.executable, "-m", "flows.worker", self.engine_id],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._log,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
                start_new_session=True,
            )
        return self._process

    def _died(self, late: bool, limit: float) -> WorkerDied:
        process = self._process
        assert process is not None
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=2)
        code = process.poll()
        last = ""
        if self._log is not None:
            self._log.seek(max(0, self._log.seek(0, os.SEEK_END) - 2000))
            last = self._log.read().decode(errors="replace").strip().rpartition("\n")[2]
        self.close()
        how = f"gave no answer within {limit:.0f} s" if late else f"ended (code {code})"
        said = f" It last said: {last}" if last else ""
        return WorkerDied(
            f"{self.engine_id} {how}.{said}",
            expected="It should have answered.",
            remedy="Run it again; if it happens again, `vernacast engines check` tells more.",
        )

    def kill(self) -> None:
        """Ends the worker and all it started, at once."""
        if self._process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        """Ends the worker; harmless when it has ended already."""
        process, self._process = self._process, None
        if process is not None:
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(BrokenPipeError, OSError):
                        pipe.close()
            try:
                process.wait(timeout=2)
            except subprocess.TimeoutExpired:
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        if self._log is not None:
            self._log.close()
            self._log = None


def _error(answer: Answer) -> VernacastError:
    assert answer.error is not None
    e = answer.error
    kind = getattr(errors, e.kind, EngineError)
    what = f"{e.what}\n{e.log}" if e.log else e.what
    if isinstance(kind, type) and issubclass(kind, VernacastError):
        error = kind.__new__(kind)
        VernacastError.__init__(error, what, expected=e.expected, remedy=e.remedy)
        return error
    return EngineError(what, expected=e.expected, remedy=e.remedy)


class WorkerPool:
    """Warm workers by engine; at most ``most`` of one engine at a time."""

    def __init__(self, most: int | None = None) -> None:
        self._most = most or max(1, os.cpu_count() or 1)
        self._idle: dict[str, list[Worker]] = {}
        self._slots: dict[str, threading.BoundedSemaphore] = {}
        self._lock = threading.Lock()

    @contextmanager
    def borrow(self, engine_id: str) -> Iterator[Worker]:
        """A warm worker for this thread alone; waits while all are lent."""
        with self._lock:
            slot = self._slots.setdefault(engine_id, threading.BoundedSemaphore(self._most))
        with slot:
            with self._lock:
                idle = self._idle.setdefault(engine_id, [])
                worker = idle.pop() if idle else Worker(engine_id)
            try:
                yield worker
            finally:
                with self._lock:
                    idle.append(worker)

    def close(self) -> None:
        """Ends all idle workers."""
        with self._lock:
            workers = [w for idle in self._idle.values() for w in idle]
            self._idle.clear()
        for worker in workers:
            worker.close()


_pool: tuple[int, WorkerPool] | None = None
_pool_lock = threading.Lock()


def default_pool() -> WorkerPool:
    """The pool of this process (a forked child gets its own)."""
    global _pool
    with _pool_lock:
        if _pool is None or _pool[0] != os.getpid():
            _pool = (os.getpid(), WorkerPool())
            atexit.register(_pool[1].close)
        return _pool[1]
