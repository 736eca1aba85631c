"""The log: one JSON object a line, to the file or to stderr (``-``) that ``VERNACAST_LOG`` names; else there is none.

What stands in a line: time, level, event, and of run (``VERNACAST_RUN``), work (``VERNACAST_WORK``; where a process
works for many, what a thread is ``telling_of``), language, lines, stage, engine, checkpoint, seconds, outcome, error,
code, where: those that there are. **No text of a user** unless ``VERNACAST_LOG_TEXT=1``: lines and scenes appear by
their ids, works by an id made from their name, errors by class, exit code and place in our code. Secrets are taken out
of everything (``flows.redaction``). Messages of the ``vernacast.…`` loggers come out in the same form; of their
arguments only numbers and ids are shown.

One line is one ``write`` to a file opened for appending, so processes may share a file. A log that cannot be written
stops nothing.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import sys
import traceback
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from flows.metrics import FORMS
from flows.redaction import redact
from languages.errors import VernacastError

HIDDEN_TEXT = "…"
_ID = re.compile(r"[A-Za-z0-9_.:-]{1,80}")
_NO_TEXT = re.compile(r"[a-z]{1,16}/[a-z0-9_.-]{1,40}|[0-9a-f]{8,64}|w-[0-9a-f]{12}")
_WORK = re.compile(r"w-[0-9a-f]{12}")
_ROOT = Path(__file__).resolve().parent.parent
_logger = logging.getLogger("vernacast")
_about: ContextVar[tuple[str, str]] = ContextVar("about", default=("", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened. Everything here is an id, a number or one of our own words."""

    event: str
    work: str = ""
    language: str = ""
    lines: tuple[str, ...] = ()
    """Ids of the lines or scenes."""
    failed: tuple[str, ...] = ()
    """Ids of those that could not be made."""
    stage: str = ""
    engine: str = ""
    checkpoint: str = ""
    seconds: float = 0.0
    outcome: str = ""
    error: BaseException | None = None
    text: str = ""
    """Words for people, perhaps a user's: only logged where ``VERNACAST_LOG_TEXT=1``."""
    level: int = logging.INFO


def wanted() -> bool:
    """Whether anybody wants a log; cheap. Makes it ready, once in a process."""
    target = os.environ.get("VERNACAST_LOG")
    if not target:
        return False
    if (os.getpid(), target) not in _handlers:
        start(target)
    return True


def start(target: str = "") -> None:
    """Sends the ``vernacast.…`` loggers to the log; harmless when done twice.

    Args:
        target: path, or ``-`` for stderr; empty = what ``VERNACAST_LOG`` says, and nothing happens if that is empty.
    """
    target = target or os.environ.get("VERNACAST_LOG", "")
    if not target:
        return
    # No lock: one held by another thread at the time of a fork would stay locked in the child for ever.
    mine = _Lines(target)
    if _handlers.setdefault((os.getpid(), target), mine) is mine:
        for other in [h for h in _logger.handlers if isinstance(h, _Lines)]:
            _logger.removeHandler(other)
        _logger.addHandler(mine)
        _logger.propagate = False
        if _logger.level == logging.NOTSET:
            _logger.setLevel(logging.INFO)


def stop() -> None:
    """Ends the log of this process, and loggers are as if it had never been."""
    for handler in [h for h in _logger.handlers if isinstance(h, _Lines)]:
        _logger.removeHandler(handler)
        handler.close()
    _handlers.clear()
    _logger.propagate = True
    _logger.setLevel(logging.NOTSET)


def log(event: Event) -> None:
    """Writes an event down, where a log is wanted."""
    if wanted():
        _logger.log(event.level, "%s", event.event, extra={"event": event})


def about() -> tuple[str, str]:
    """(id of the run, id of the work) that this thread works for; those of the process where nobody said others."""
    run, work = _about.get()
    return run or os.environ.get("VERNACAST_RUN", ""), work or os.environ.get("VERNACAST_WORK", "")


@contextmanager
def telling_of(run: str, work: str) -> Generator[None]:
    """While this lasts, lines of this thread's log are about a run and a work, by their ids."""
    token = _about.set((run, work))
    try:
        yield
    finally:
        _about.reset(token)


def work_id(name: str) -> str:
    """A stable id of a work that does not tell its name (which is often its title)."""
    if not name or _WORK.fullmatch(name):
        return name
    return "w-" + hashlib.sha256(name.encode()).hexdigest()[:12]


def line_of(record: logging.LogRecord, *, with_text: bool) -> str:
    """The line of the log for one record, without line feed."""
    event = getattr(record, "event", None)
    if not isinstance(event, Event):
        error = record.exc_info[1] if record.exc_info else None
        event = Event(event=_message(record, with_text), error=error, text=record.getMessage() if with_text else "")
        logger: dict[str, object] = {"logger": record.name}
    else:
        logger = {}
    when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    told: dict[str, object] = {"time": when, "level": record.levelname.lower(), "event": event.event}
    run, work = about()
    told |= logger | {"run": run, "work": work_id(event.work or work)}
    told |= {"lines": tuple(map(_id, event.lines)), "failed": tuple(map(_id, event.failed))}
    told |= {n: _formed(n, getattr(event, n)) for n in ("language", "stage", "engine", "outcome")}
    told["checkpoint"] = _id(event.checkpoint)
    told["seconds"] = round(event.seconds, 3)
    if event.error is not None:
        told |= _error(event.error, with_text)
    if with_text:
        told |= {"text": event.text, "name": event.work}
    told = {k: v for k, v in told.items() if v not in ("", (), 0.0)}
    return json.dumps(_without_secrets(told), ensure_ascii=False)


def _without_secrets(told: dict[str, object]) -> dict[str, object]:
    """The same without secrets. Before it becomes JSON: there a secret with a quote in it would be missed."""
    if redact(whole := "\n".join(_strings(told.values()))) == whole:
        return told  # looked through once, not string by string: 0.1 ms instead of 1.5 with 40 lines
    return {
        k: [redact(s) for s in v] if isinstance(v, tuple) else redact(v) if isinstance(v, str) else v
        for k, v in told.items()
    }


def _strings(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


def _message(record: logging.LogRecord, with_text: bool) -> str:
    """The message with those arguments only that are numbers or look like ids."""
    arguments = record.args
    if with_text or not arguments or not isinstance(arguments, tuple):
        return record.getMessage() if with_text or not arguments else record.msg
    shown = tuple(a if isinstance(a, int | float) else _shown(str(a)) for a in arguments)
    with suppress(TypeError, ValueError):
        return str(record.msg) % shown
    return str(record.msg)


def _shown(argument: str) -> str:
    """An argument of a message, if it can be no text: an engine's id, a digest, a work's id."""
    return argument if _NO_TEXT.fullmatch(argument) else HIDDEN_TEXT


def _formed(name: str, value: str) -> str:
    """A value that has the form of its label, as in the metrics; else it may be text."""
    return value if not value or FORMS[name][0].fullmatch(value) else HIDDEN_TEXT


def _id(value: str) -> str:
    return value if not value or _ID.fullmatch(value) else HIDDEN_TEXT


def _error(error: BaseException, with_text: bool) -> dict[str, object]:
    """Class, exit code of our own errors, and where in our code it came from; what it says only where allowed."""
    told: dict[str, object] = {"error": type(error).__name__}
    if isinstance(error, VernacastError):
        told["code"] = error.exit_code
    told["where"] = _where(error.__traceback__)
    return told | ({"message": str(error)} if with_text else {})


def _where(trace: TracebackType | None) -> str:
    """``flows/store.py:123``, the innermost place in our own code."""
    for frame, line in reversed(list(traceback.walk_tb(trace))):
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_ROOT) and "site-packages" not in path.parts[len(_ROOT.parts) :]:
            return f"{path.relative_to(_ROOT)}:{line}"
    return ""


class _Lines(logging.Handler):
    """Appends lines to a file, or to stderr."""

    def __init__(self, target: str) -> None:
        super().__init__()
        self._target = target
        self._file: int | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Writes one line; a disk that is full stops nothing."""
        with_text = os.environ.get("VERNACAST_LOG_TEXT") == "1"
        line = line_of(record, with_text=with_text)
        with suppress(OSError, ValueError):  # ValueError: stderr is closed already
            if self._target == "-":
                print(line, file=sys.stderr, flush=True)
                return
            if self._file is None:
                self._file = os.open(self._target, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
            os.write(self._file, line.encode(errors="backslashreplace") + b"\n")

    def close(self) -> None:
        """Closes the file."""
        file, self._file = self._file, None
        if file is not None:
            os.close(file)
        super().close()


_handlers: dict[tuple[int, str], _Lines] = {}
"""(process, target) → what writes there."""
