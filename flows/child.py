"""One worker process as seen from outside: started, asked, timed, and ended with all that it started."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from flows.meter import book, process_cpu_s, tree_cpu_s
from flows.observe import model_evicted, model_loaded
from flows.processes import python_command, python_path
from flows.protocol import Answer, Request, read_message, unpack, unpack_error, write_message
from languages.discover import get_engine
from languages.environments import interpreter, source_path
from languages.errors import WorkerDied

OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
"""Engines never fetch anything and tell nobody. Source: huggingface_hub documentation, "Environment variables"."""

IN_ORDER = {"CUDA_DEVICE_ORDER": "PCI_BUS_ID"}
"""Engines count GPUs as nvidia-smi does, by which their memory is looked up: by slot, not by speed.
Source: CUDA C++ Programming Guide, "CUDA Environment Variables". A user's own setting of it stands."""

PATIENCE = {"GOMP_SPINCOUNT": "10000"}
"""Threads of torch that wait for one another let go of their core after a moment. By default they spin on, and where
more threads than cores are at work (an engine beside another, or beside the encoder) they keep each other from
working: three processes of small matrices on two cores took 88 to 103 s, so 10 to 15 s; one alone 1.8 s, so 2.1 s.
Source of the setting: libgomp manual, GOMP_SPINCOUNT. A user's own setting of it stands."""

LAST_BYTES = 4096
"""So much of what a worker said last on stderr is kept for messages."""
LARGEST_LOG_BYTES = 1 << 20
ENDING_S = 2.0


class Child:
    """A running worker process, in a session of its own so that all that it starts can be ended with it."""

    def __init__(self, engine_id: str, memory_gb: float = 0.0) -> None:
        self.engine_id = engine_id
        self._log = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115 - closed in end()
        fcntl.fcntl(self._log, fcntl.F_SETFL, fcntl.fcntl(self._log, fcntl.F_GETFL) | os.O_APPEND)
        card = get_engine(engine_id).card
        python = interpreter(card)
        path = python_path() if python == sys.executable else source_path(card.environment)
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "PYTHON"))}
        limits = {"VERNACAST_MEMORY_GB": f"{memory_gb:.2f}"} if memory_gb else {}
        self._process = subprocess.Popen(
            python_command("flows.worker", engine_id, str(os.getpid()), python=python),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env={**PATIENCE, **IN_ORDER, **environment, **OFFLINE, **limits, "PYTHONPATH": path},
            start_new_session=True,
        )
        self.pid = self._process.pid
        self._inward = cast(BinaryIO, self._process.stdin)
        self._outward = cast(BinaryIO, self._process.stdout)
        self._ending = threading.Lock()

    def lives(self) -> bool:
        """Whether the process is still there."""
        return self._process.poll() is None

    def cpu_s(self) -> float:
        """CPU seconds that it and all that it started have used so far; 0 where it has ended."""
        return tree_cpu_s(self.pid)

    def memory_gb(self) -> float:
        """Resident memory in GB; 0 where it has ended. Source: proc(5), statm."""
        try:
            pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        except (OSError, IndexError):
            return 0.0
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e9

    def ask(self, call: str, batch: tuple[object, ...], kind: type, limit_s: float) -> tuple[object, ...]:
        """What the worker answers: results of the kind, or Failed.

        Raises:
            WorkerDied: it ended, said something else than an answer, or took longer than the limit.
            VernacastError: what the engine raised.
        """
        request = Request(call=call, batch=[msgspec.Raw(msgspec.json.encode(job)) for job in batch])
        late = threading.Event()

        def too_late() -> None:
            late.set()
            self.kill()

        timer = threading.Timer(limit_s, too_late)
        timer.daemon = True
        timer.start()
        answer, results = None, ()
        try:
            write_message(self._inward, msgspec.json.encode(request))
            body = read_message(self._outward)
            if body is not None:
                answer = msgspec.json.decode(body, type=Answer)
                results = unpack(answer.results, kind)
        except (OSError, EOFError, ValueError, msgspec.DecodeError) as error:
            raise self._died(limit_s if late.is_set() else None) from error
        finally:
            timer.cancel()
        if answer is None:
            raise self._died(limit_s if late.is_set() else None)
        self._trim_log()
        for moved in answer.moved:
            if moved.loaded:
                model_loaded(self.engine_id, moved.model, moved.waited_s)
            else:
                model_evicted(self.engine_id, moved.model)
        if answer.error is not None:
            raise unpack_error(answer.error)
        return results

    def _died(self, limit_s: float | None) -> WorkerDied:
        """The error that says how it ended, and what it last said."""
        code = self._wait_without_reaping()
        if limit_s is not None:
            how = f"gave no answer within {limit_s:.0f} s"
        elif code is None:
            how = "said something that is no answer"
        elif code < 0:
            how = f"was ended by {signal.Signals(-code).name}"
        else:
            how = f"ended with code {code} before it answered"
        log = self.last_words()
        last = log.rpartition("\n")[2]
        error = WorkerDied(
            f"{self.engine_id} {how}." + (f" It last said: {last}" if last else ""),
            remedy="Run it again; if it happens again, `vernacast engines check` tells more.",
        )
        error.log = log
        return error

    def _wait_without_reaping(self) -> int | None:
        """Its exit status (negative: the signal); None where it does not end.

        It is left unreaped, so that its number cannot yet belong to anybody else when its group is killed.
        """
        deadline = time.monotonic() + ENDING_S
        while self._process.returncode is None:
            with suppress(ChildProcessError):
                seen = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
                if seen is not None:
                    return seen.si_status if seen.si_code == os.CLD_EXITED else -seen.si_status
            if time.monotonic() > deadline:
                return None
            time.sleep(0.005)
        return self._process.returncode

    def last_words(self) -> str:
        """The end of what the worker and its engine wrote to stderr."""
        try:
            size = os.fstat(self._log.fileno()).st_size
            start = max(0, size - LAST_BYTES)
            return os.pread(self._log.fileno(), LAST_BYTES, start).decode(errors="replace").strip()
        except (OSError, ValueError):
            return ""  # closed

    def _trim_log(self) -> None:
        if os.fstat(self._log.fileno()).st_size > LARGEST_LOG_BYTES:
            os.ftruncate(self._log.fileno(), 0)

    def hang_up(self) -> None:
        """Closes its stdin: it ends when it has answered."""
        with suppress(OSError, ValueError):
            self._inward.close()

    def kill(self) -> None:
        """Ends it and all that it started, at once; from any thread."""
        with self._ending:
            if self._process.returncode is None:
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(self.pid, signal.SIGKILL)

    def end(self) -> None:
        """Ends it, gently where it listens, and what its engine left running; harmless when done already."""
        self.hang_up()
        if self._process.returncode is None:
            self._wait_without_reaping()
        self.kill()
        with self._ending:
            if self._process.returncode is None:
                book.worker_ended(process_cpu_s(self.pid))
            self._process.wait()
        with suppress(OSError):
            self._outward.close()
        self._log.close()
