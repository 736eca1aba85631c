"""One mode, kept warm: its programs before the tagger, the tagger, and its programs after it."""

from __future__ import annotations

from translation.apertium_pipe import Pipe, PipeBroken
from translation.apertium_tagger import Tagger, is_markov

END = "[][\n]"
"""Closes a text, as Apertium's own formatters do: dictionaries see that the last word has ended."""


class Chain:
    """Starts nothing before the first text; texts do not know of each other.

    Raises:
        PipeBroken: (from ``exchange``) a program ended or was late; close the chain then.
    """

    def __init__(self, stages: tuple[tuple[str, ...], ...], timeout_s: float) -> None:
        self._timeout_s = timeout_s
        self._parts: list[Pipe | Tagger] = []
        run: list[tuple[str, ...]] = []
        for stage in stages:
            if is_markov(stage):
                self._start(run)
                self._parts.append(Tagger(stage))
                run = []
            else:
                run.append(stage)
        self._start(run)

    def _start(self, run: list[tuple[str, ...]]) -> None:
        if not run:
            return
        try:
            self._parts.append(Pipe(tuple(run)))
        except OSError as error:
            self.close()
            raise PipeBroken(f"a program cannot be started: {error}") from error

    def exchange(self, text: str) -> str:
        """The text translated, with the engine's marks in it. The text holds no sign of the stream format."""
        data = (text + END).encode()
        for part in self._parts:
            data = part.exchange(data, self._timeout_s)
        answer = data.decode("utf-8", "replace")
        if not answer.endswith(END):
            raise PipeBroken("its answer has no end")
        return answer.removesuffix(END)

    def close(self) -> None:
        """Ends all programs; harmless when called twice."""
        for part in self._parts:
            part.close()
