"""A run of programs joined by pipes and kept warm: one text in, closed by NUL, one text out."""

from __future__ import annotations

import contextlib
import os
import selectors
import subprocess
import time
from types import TracebackType

NUL = b"\0"
CHUNK = 1 << 16


class PipeBroken(Exception):
    """A program of the run ended, or did not answer in time; the run cannot be used any more."""


class PipeLate(PipeBroken):
    """There was no whole answer in time."""


def environment() -> dict[str, str]:
    """Of the programs: a fixed locale (in the C locale they cannot read letters), and where programs are."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}


class Pipe:
    """Starts the programs at once. They end when this is closed or when our own process ends, however it does.

    With ``listen`` the last program's complaints are kept for :meth:`complaints`.
    """

    def __init__(self, stages: tuple[tuple[str, ...], ...], *, listen: bool = False) -> None:
        self._processes: list[subprocess.Popen[bytes]] = []
        self._heard = b""
        last = len(stages) - 1
        for i, stage in enumerate(stages):
            previous = self._processes[-1].stdout if self._processes else subprocess.PIPE
            process = subprocess.Popen(
                stage,
                stdin=previous,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE if listen and i == last else subprocess.DEVNULL,
                bufsize=0,
                env=environment(),
            )
            # Ours must be shut, or a program would not notice that the one after it has gone.
            if self._processes:
                _shut(self._processes[-1].stdout)
            self._processes.append(process)
        self._in = self._processes[0].stdin
        self._out = self._processes[-1].stdout
        self._err = self._processes[-1].stderr
        for stream in (self._in, self._err):
            if stream is not None:
                os.set_blocking(stream.fileno(), False)

    def exchange(self, data: bytes, timeout_s: float) -> bytes:
        """What the programs make of these bytes, which hold no NUL.

        Raises:
            PipeBroken: a program ended, or there was no whole answer in time.
        """
        assert self._in is not None
        assert self._out is not None
        rest = memoryview(data + NUL)
        answer = bytearray()
        until = time.monotonic() + timeout_s
        with selectors.DefaultSelector() as ready:
            ready.register(self._in, selectors.EVENT_WRITE)
            ready.register(self._out, selectors.EVENT_READ)
            if self._err is not None:
                ready.register(self._err, selectors.EVENT_READ)
            while not answer.endswith(NUL):
                events = ready.select(max(0.0, until - time.monotonic()))
                if not events:
                    raise PipeLate(f"no answer within {timeout_s:g} s")
                for key, _ in events:
                    if key.fileobj is self._in:
                        try:
                            rest = rest[os.write(key.fd, rest) :]
                        except BrokenPipeError:
                            raise PipeBroken("a program ended") from None
                        if not rest:
                            ready.unregister(self._in)
                    elif key.fileobj is self._out:
                        got = os.read(key.fd, CHUNK)
                        if not got:
                            raise PipeBroken("a program ended")
                        answer += got
                    else:
                        got = os.read(key.fd, CHUNK)
                        self._heard += got
                        if not got:
                            ready.unregister(key.fileobj)
        return bytes(answer[:-1])

    def complaints(self) -> str:
        """What the last program wrote on its standard error since this was last asked."""
        if self._err is not None:
            with contextlib.suppress(BlockingIOError):
                while got := os.read(self._err.fileno(), CHUNK):
                    self._heard += got
        heard, self._heard = self._heard, b""
        return heard.decode("utf-8", "replace")

    def close(self) -> None:
        """Ends the programs and waits for them; harmless when called twice."""
        for stream in (self._in, self._out, self._err):
            _shut(stream)
        for process in self._processes:
            process.kill()
        for process in self._processes:
            process.wait()
        self._processes.clear()

    def __enter__(self) -> Pipe:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _shut(stream: object) -> None:
    close = getattr(stream, "close", None)
    if close is not None:
        with contextlib.suppress(BrokenPipeError):
            close()
