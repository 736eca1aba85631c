"""What ears that give CTC log-probabilities share: transcript and a given text's word times from one pass. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from languages.clock import SAMPLE_RATE_HZ
from speech.ctc import Stretch, greedy, lay
from speech.engine import ListenJob, Transcript
from speech.listening import RATE_HZ, words_of
from speech.mms_text import Romanise
from speech.timing import Event, place_words
from speech.utterance import Word
from speech.vocabulary import Letter, fit, fit_romanised, lowered

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """The letters that a model writes."""

    known: Mapping[str, int]
    """Letter → token; tokens that stand for no letter are left out."""
    blank: int
    space: str = ""
    """The letter that stands for a space; empty where the model writes none."""
    romanise: Romanise | None = None
    """Given where the model knows Latin letters only."""

    def text_of(self, stretches: Sequence[Stretch]) -> str:
        """What the stretches spell, their unknown tokens left out."""
        return "".join(self.written(s.token) for s in stretches)

    def written(self, token: int) -> str:
        """A token as text."""
        piece = _pieces(self).get(token, "")
        return " " if self.space and piece == self.space else piece

    def spell(self, text: str) -> tuple[Letter, ...]:
        """The text in the model's letters; what it does not know is left out, spaces become its own."""
        plain = lowered(text, self.known)
        if self.romanise is not None and not text.isascii():
            written = "".join(letter.char for letter in plain)
            latin = fit_romanised(written, self.romanise(written), self.known).letters
            return tuple(Letter(char=a.char, position=plain[a.position].position) for a in latin)
        if self.space:
            plain = [Letter(char=self.space, position=a.position) if a.char == " " else a for a in plain]
        return fit([a for a in plain if a.char != " "], self.known).letters


def _pieces(letters: Letters) -> Mapping[int, str]:
    return {token: piece for piece, token in letters.known.items()}


def read(logprobs: np.ndarray, letters: Letters, job: ListenJob, samples: int) -> Transcript:
    """What was heard, and the words of the job's text laid onto it where there is a text that fits.

    Args:
        logprobs: natural logarithms, shape (frames, tokens).
        samples: of the sound at 16 kHz.
    """
    found = greedy(logprobs, letters.blank)
    text = " ".join(letters.text_of(found).split())
    seconds = samples / RATE_HZ / len(logprobs)
    confidence = sum(s.chance for s in found) / len(found) if found else 0.0
    words = words_of(text, _heard_words(found, letters, seconds))
    aligned = _lay_text(logprobs, letters, job.text, samples) if job.text.strip() else None
    return Transcript(
        line=job.line,
        text=text,
        language=job.language,
        words=words if aligned is None else aligned,
        aligned=aligned is not None,
        confidence=min(1.0, confidence),
    )


def _heard_words(found: Sequence[Stretch], letters: Letters, seconds: float) -> list[tuple[str, float, float]]:
    words: list[tuple[str, float, float]] = []
    part: list[Stretch] = []
    for stretch in [*found, None]:
        char = letters.written(stretch.token) if stretch is not None else " "
        if stretch is not None and not char.isspace():
            part.append(stretch)
        elif part:
            words.append((letters.text_of(part), part[0].start * seconds, part[-1].end * seconds))
            part = []
    return words


def _lay_text(logprobs: np.ndarray, letters: Letters, text: str, samples: int) -> tuple[Word, ...] | None:
    spelled = letters.spell(text)
    laid = lay(logprobs, [letters.known[a.char] for a in spelled], letters.blank)
    if laid is None:
        return None
    length = round(samples * SAMPLE_RATE_HZ / RATE_HZ)
    frame = length / len(logprobs)
    spoken = [(a, s) for a, s in zip(spelled, laid, strict=True) if a.char != letters.space]
    try:
        words = place_words(text, [Event(position=a.position, start=round(s.start * frame)) for a, s in spoken], length)
    except ValueError:  # fewer ticks than words
        return None
    ends: dict[int, int] = {}
    for index, word in enumerate(words):
        last = [s.end for a, s in spoken if word.offset <= a.position < word.offset + len(word.text)]
        ends[index] = min(word.end, max(word.start + 1, round(last[-1] * frame))) if last else word.end
    return tuple(dataclasses.replace(word, end=ends[index]) for index, word in enumerate(words))
