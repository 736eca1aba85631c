"""Runs ``apertium-tagger`` so that what it read before never spoils what it reads next.

The tagger of Apertium 3.8.3 has a mistake: when a word has a set of readings that its training never saw, it
writes another set over its class for unknown words, and every such word and every unknown word after it is
read with a wrong set, up to the end of the process. Spanish ``Sobre la mesa una casa`` becomes Asturian
``xuna casa``: ``una`` as a form of ``unir``. So each such word gets a process of its own. A Markov tagger knows
nothing of what stands before a word whose reading is certain: where one stands between two such words the
result is exactly what a tagger without the mistake gives.
Source: find_similar_ambiguity_class in
https://github.com/apertium/apertium/blob/v3.8.3/apertium/tagger_utils.cc (``ret`` is a reference).
"""

from __future__ import annotations

import re

from translation.apertium_pipe import Pipe

_COHORT = re.compile(r"\[(?:[^\\\]]|\\.)*\]|\\.|\^((?:[^\\$]|\\.)*)\$", re.DOTALL)
_NEW_CLASS = re.compile(r"A new ambiguity class was found.*?\nWord '(.*?)'\.\n", re.DOTALL)


def is_markov(stage: tuple[str, ...]) -> bool:
    """Whether a program is a tagger that has the mistake (the perceptron, ``-x``, has not)."""
    flags = "".join(a for a in stage[1:-1] if a.startswith("-") and not a.startswith("--"))
    return stage[0] == "apertium-tagger" and "g" in flags and not set(flags) & set("xuw")


class Tagger:
    """One tagger, kept warm for as long as it has not met a set of readings that is new to it."""

    def __init__(self, stage: tuple[str, ...]) -> None:
        self._stage = (stage[0], "-d", *stage[1:])
        self._pipe: Pipe | None = None

    def exchange(self, data: bytes, timeout_s: float) -> bytes:
        """The text with one reading for each word.

        Raises:
            PipeBroken: the tagger ended, or did not answer in time.
        """
        text = data.decode()
        tagged, new = self._run(text, timeout_s)
        if new:
            words = list(_COHORT.finditer(text))
            cuts = _cuts([w.group(1) for w in words], new)
            if cuts:
                tagged = self._in_pieces(text, [words[i].start() for i in cuts], timeout_s)
        return tagged.encode()

    def close(self) -> None:
        """Ends the tagger; harmless when called twice."""
        if self._pipe is not None:
            self._pipe.close()
        self._pipe = None

    def _run(self, text: str, timeout_s: float) -> tuple[str, list[str]]:
        """The tagged text, and the words whose set of readings was new; then the tagger is a fresh one."""
        if self._pipe is None:
            self._pipe = Pipe((self._stage,), listen=True)
        tagged = self._pipe.exchange(text.encode(), timeout_s).decode()
        new = _NEW_CLASS.findall(self._pipe.complaints())
        if new:
            self.close()
        return tagged, new

    def _in_pieces(self, text: str, cuts: list[int], timeout_s: float) -> str:
        done = ""
        context = ""
        for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
            # The word before the cut comes along with the reading that it got, and is taken off again.
            tagged, _ = self._run(context + text[start:end], timeout_s)
            # The next piece needs a tagger that met nothing new; ``_run`` gives a fresh one only after news.
            if context:
                tagged = tagged[len(_first_word(tagged)) :]
            done += tagged
            context = _as_certain(done)
        return done


def _cuts(words: list[str | None], new: list[str]) -> list[int]:
    """Places in ``words`` before which to cut, so that after a new word comes neither another nor an unknown one.

    ``words`` are the insides of words (``surface/reading/reading``), None for what is no word.
    """
    cuts: list[int] = []
    waiting = list(new)
    spoiled = False
    certain = -1
    for i, word in enumerate(words):
        if word is None:
            continue
        surface, *readings = _split(word)
        is_new = bool(waiting) and len(readings) > 1 and surface == waiting[0]
        is_unknown = len(readings) == 1 and readings[0].startswith("*")
        if spoiled and (is_new or is_unknown):
            cuts.append(certain + 1 if certain >= 0 else i)
            spoiled, certain = False, -1
        if is_new:
            waiting.pop(0)
            spoiled, certain = True, -1
        elif len(readings) == 1 and not is_unknown:
            certain = i
    return cuts


def _split(word: str) -> list[str]:
    return re.findall(r"((?:[^\\/]|\\.)+)(?:/|$)", word, re.DOTALL)


def _first_word(tagged: str) -> str:
    found = next((m for m in _COHORT.finditer(tagged) if m.group(1) is not None), None)
    return tagged[: found.end()] if found else ""


def _as_certain(tagged: str) -> str:
    """The last word with its one reading, as input for the tagger; empty where there is none that is known."""
    inside = [m.group(1) for m in _COHORT.finditer(tagged) if m.group(1) is not None]
    if not inside:
        return ""
    reading = _split(inside[-1])[-1]
    return "" if reading.startswith("*") else f"^x/{reading}$"
