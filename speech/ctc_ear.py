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
from speech.vocabulary import Letter, fit, fit_romanised, lowered, stripped

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
        """The text in the model's letters; what it does not know is left out.

        One space of the model's own stands between two words that have letters, where it writes spaces.
        """
        plain = [b for a in lowered(text, self.known) for b in self._in_its_case(a)]
        known = {*self.known, " "}
        if self.romanise is not None and not text.isascii():
            written = "".join(letter.char for letter in plain)
            latin = fit_romanised(written, self.romanise(written), known).letters
            found = [Letter(char=a.char, position=plain[a.position].position) for a in latin]
        else:
            found = list(fit(plain, known).letters)
        spelled: list[Letter] = []
        for letter in stripped(found):
            if letter.char != " ":
                spelled.append(letter)
            elif self.space and spelled[-1].char != self.space:
                spelled.append(Letter(char=self.space, position=letter.position))
        return tuple(spelled)

    def _in_its_case(self, letter: Letter) -> list[Letter]:
        """The letter, as capitals where the model writes those only (``ß`` is two then)."""
        capitals = letter.char.upper()
        if letter.char in self.known or capitals == letter.char or not all(c in self.known for c in capitals):
            return [letter]
        return [Letter(char=c, position=letter.position) for c in capitals]


def _pieces(letters: Letters) -> Mapping[int, str]:
    return {token: piece for piece, token in letters.known.items()}


def read(logprobs: np.ndarray, letters: Letters, job: ListenJob, samples: int, writes: bool = True) -> Transcript:
    """What was heard, and the words of the job's text laid onto it where there is a text that fits.

    Args:
        logprobs: natural logarithms, shape (frames, tokens).
        samples: of the sound at 16 kHz.
        writes: whether what the model spells is the language as people write it; else there is no text.
    """
    laid = _lay_text(logprobs, letters, job.text, samples) if job.text.strip() else None
    if not writes:
        words, confidence = laid or ((), 0.0)
        return Transcript(
            line=job.line,
            text="",
            language=job.language,
            words=words,
            aligned=laid is not None,
            confidence=confidence,
        )
    found = greedy(logprobs, letters.blank)
    text = " ".join(letters.text_of(found).split())
    seconds = samples / RATE_HZ / len(logprobs)
    confidence = sum(s.chance for s in found) / len(found) if found else 0.0
    heard = words_of(text, _heard_words(found, letters, seconds))
    return Transcript(
        line=job.line,
        text=text,
        language=job.language,
        words=heard if laid is None else laid[0],
        aligned=laid is not None,
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


def _lay_text(logprobs: np.ndarray, letters: Letters, text: str, samples: int) -> tuple[tuple[Word, ...], float] | None:
    """(words of the text, mean probability of its letters where they were laid)."""
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
    chance = sum(s.chance for s in laid) / len(laid)
    return tuple(dataclasses.replace(word, end=ends[index]) for index, word in enumerate(words)), min(1.0, chance)
