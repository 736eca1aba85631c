"""One warm Festival: sentences and voices go in as data, sounds and word times come out, and nothing touches the disk.

Festival is a Scheme interpreter, so no text may ever become part of an expression. It is told a fixed program once
(``data/festival.scm``), then only ``(vernacast-speak 'NAME)``, a name of our own. Text, voice and sound lie in
memory files that it opens as ``/dev/fd/N``, and it answers through a pipe that only this program writes to: its
standard output, on which its front end prints words that it leaves out, is not read.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import subprocess
import time
from dataclasses import dataclass
from importlib.resources import files

CHUNK = 1 << 16
HEAP = 1_000_000
"""Cells of its memory: 60 MB in all, instead of 330 MB with the 10,000,000 of its own accord, and half the time for
a sentence. Measured with Festival 2.5.0 (Debian 12)."""
LIMIT_S = 20.0
"""A sentence takes 0.1 s; the slowest found, of signs and spelled letters on a busy machine, took 1 s."""
LAST_BYTES = 400


class FestivalBroken(Exception):
    """It ended, did not answer in time or could not speak; it cannot be used any more."""


class FestivalEnded(FestivalBroken):
    """Its process is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What stands between two spaces of a sentence, or a part of it, as it was heard."""

    text: str
    start_s: float
    """Where its first sound begins, in seconds from the beginning of the sound."""
    end_s: float
    """0 where nothing of it is heard."""


class Festival:
    """A running Festival with the voice ona, ready once ``start`` has returned. Not thread-safe."""

    def __init__(self, coding: str) -> None:
        self._coding = coding
        self._voice = ""
        names = ("TEXT", "VOICE", "SOUND", "ERRORS")
        self._files = {name: os.memfd_create(f"festival-{name.lower()}") for name in names}
        self._answers, answering = os.pipe()
        told = {**self._files, "TIMES": answering}
        # HOME: what a user has in ~/.festivalrc must neither run nor change a sound.
        environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "HOME": "/nonexistent"}
        try:
            self._process = subprocess.Popen(
                ("festival", "--heap", str(HEAP), "--pipe"),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=self._files["ERRORS"],
                pass_fds=tuple(told.values()),
                env=environment | {f"VERNACAST_{name}": f"/dev/fd/{fd}" for name, fd in told.items()},
                bufsize=0,
            )
        except OSError:
            for fd in (*self._files.values(), self._answers):
                os.close(fd)
            raise
        finally:
            os.close(answering)  # so that its end is noticed

    @property
    def pid(self) -> int:
        """Of the process."""
        return self._process.pid

    def lives(self) -> bool:
        """Whether the process is still there."""
        return self._process.poll() is None

    def start(self) -> None:
        """Tells it the program.

        Raises:
            FestivalBroken: it ended, or cannot load the voice.
        """
        self._tell((files("speech") / "data" / "festival.scm").read_bytes() + b'(vernacast-tell (list "E"))\n')
        self._answer()

    def speak(self, sentence: str, voice: str, file: bytes) -> tuple[bytes, tuple[Token, ...]]:
        """(the sound as a RIFF file, what was heard of each token in order).

        Args:
            sentence: of characters that the coding has, none of them a line's end.
            voice: a name for the voice file, of letters and hyphens; the file is read again when it changes.

        Raises:
            FestivalBroken: it ended, did not answer in time or could not speak.
        """
        if not voice.replace("-", "").isalpha():
            raise ValueError(f"{voice!r} is not a name of letters and hyphens")
        if voice != self._voice:
            self._fill("VOICE", file)
            self._voice = voice
        self._fill("TEXT", sentence.encode(self._coding))
        self._fill("SOUND", b"")
        self._fill("ERRORS", b"")
        self._tell(f"(vernacast-speak 'vernacast-{voice})\n".encode("ascii"))
        tokens = _read(self._answer().decode(self._coding))
        return os.pread(self._files["SOUND"], os.fstat(self._files["SOUND"]).st_size, 0), tokens

    def close(self) -> None:
        """Ends it and waits for it; harmless when called twice."""
        if not self._files:
            return
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        self._process.kill()
        self._process.wait()
        for fd in (*self._files.values(), self._answers):
            os.close(fd)
        self._files.clear()

    def _fill(self, name: str, content: bytes) -> None:
        fd = self._files[name]
        os.ftruncate(fd, 0)
        at = 0
        while at < len(content):
            at += os.pwrite(fd, content[at:], at)

    def _tell(self, command: bytes) -> None:
        assert self._process.stdin is not None
        try:
            rest = memoryview(command)
            while rest:
                rest = rest[self._process.stdin.write(rest) or 0 :]
        except OSError as error:
            raise FestivalEnded(f"it has ended{self._last_words()}") from error

    def _answer(self) -> bytes:
        """Everything up to the answer's last line.

        Raises:
            FestivalBroken: see ``speak``.
        """
        until = time.monotonic() + LIMIT_S
        said = bytearray()
        with selectors.DefaultSelector() as ready:
            ready.register(self._answers, selectors.EVENT_READ)
            while not (b"\n" + said).endswith((b"\nE\n", b"\nF\n")):
                if not ready.select(max(0.0, until - time.monotonic())):
                    raise FestivalBroken(f"it gave no answer within {LIMIT_S:g} s")
                got = os.read(self._answers, CHUNK)
                if not got:
                    raise FestivalEnded(f"it has ended{self._last_words()}")
                said += got
        if said.endswith(b"F\n"):
            raise FestivalBroken(f"it could not speak{self._last_words()}")
        return bytes(said)

    def _last_words(self) -> str:
        fd = self._files["ERRORS"]
        said = os.pread(fd, LAST_BYTES, max(0, os.fstat(fd).st_size - LAST_BYTES)).strip(b"\0 \n")
        return f" (it last said: {said.decode('latin-1').splitlines()[-1]})" if said else ""


def _read(answer: str) -> tuple[Token, ...]:
    """``T name`` and the ``W start end`` of its words, as ``data/festival.scm`` writes them."""
    found: list[Token] = []
    for line in answer.split("\n"):
        kind, _, said = line.partition(" ")
        if kind == "T":
            found.append(Token(text=said, start_s=0.0, end_s=0.0))
        elif kind == "W":
            start, end = (float(number) for number in said.split())
            first = found[-1].start_s if found[-1].end_s else start
            found[-1] = Token(text=found[-1].text, start_s=first, end_s=end)
    return tuple(found)
