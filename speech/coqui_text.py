"""Lines in the letters or phonemes of Coqui's VITS voices and in the tokens of XTTS. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher

from speech.vocabulary import Letter, Spelled, fit, matters

NOWHERE = -1
"""Place of what stands for no one character of the line: blanks, and phonemes of words that ran together."""
CLAUSE = ';:,.!?¡¿—…"«»“”'
"""Marks that the phonemizers set aside and put back. Source: TTS/tts/utils/text/punctuation.py, ``_DEF_PUNCS``."""
NUMBERS = (ArithmeticError, NotImplementedError, LookupError, ValueError, TypeError)
"""What num2words raises for numbers that are too large, and for languages that it does not have. Source: tried with
its version 0.5.14 in the languages of XTTS: all numbers of Hindi, 40 digits in Spanish, Polish, Russian, …"""


def placed(text: str, clean: Callable[[str], str]) -> tuple[Letter, ...]:
    """A text as a cleaner writes it, each letter with the place of the word that it comes from.

    Cleaners write numbers out and drop signs, so words are cleaned alone too; where all of them together differ from
    the text that was cleaned whole (which counts), both are laid side by side.
    """
    parts: list[Letter] = []
    for word in re.finditer(r"\S+", text):
        if parts:
            parts.append(Letter(char=" ", position=word.start() - 1))
        own = clean(word.group())
        each = len(own) == len(word.group())
        parts += [Letter(char=c, position=word.start() + (i if each else 0)) for i, c in enumerate(own)]
    whole, apart = clean(text), "".join(letter.char for letter in parts)
    if whole == apart or not parts:
        return tuple(parts)
    found: list[Letter] = []
    for kind, a, _, begin, end in SequenceMatcher(None, apart, whole, autojunk=False).get_opcodes():
        for j in range(begin, end):
            at = min(a + (j - begin if kind == "equal" else 0), len(parts) - 1)
            found.append(Letter(char=whole[j], position=parts[at].position))
    return tuple(found)


def phonemes_placed(letters: Sequence[Letter], phonemes: str) -> tuple[Letter, ...]:
    """Phonemes with the places of the words that they are of.

    A phonemizer may speak several words as one. Where the numbers of words agree they are taken one by one, in the
    whole text or else clause by clause; of a clause in which they do not, only its beginning is known.
    """
    said = _words(letters)
    heard = phonemes.split()
    if len(said) == len(heard):
        starts = [position for _, position in said]
    else:
        clauses = _clauses([word for word, _ in said]), _clauses(heard)
        pairs = zip(*clauses, strict=True) if len(clauses[0]) == len(clauses[1]) else [(len(said), len(heard))]
        starts, at = list[int](), 0
        for n, m in pairs:
            own = [position for _, position in said[at : at + n]]
            starts += own if n == m else [*own[:1], *[NOWHERE] * m][:m]
            at += n
    places = iter(starts)
    found: list[Letter] = []
    for part in re.findall(r"\s+|\S+", phonemes):
        start = NOWHERE if part.isspace() else next(places)
        found += [Letter(char=c, position=start) for c in part]
    return tuple(found)


def fitted(letters: Sequence[Letter], known: Mapping[str, int]) -> Spelled:
    """The letters that a model has, small ones where it has no capitals, and what it lacks."""
    small = [
        Letter(char=a.char.lower(), position=a.position) if a.char not in known and a.char.lower() in known else a
        for a in letters
    ]
    return fit(small, known)


def tokens_of(
    letters: Sequence[Letter], known: Mapping[str, int], blank: int | None, edges: tuple[int, int] | None
) -> tuple[tuple[int, int], ...]:
    """(token, place in the line): the letters, with ``blank`` before, between and after them, within ``edges``.

    Source: TTSTokenizer.text_to_ids, intersperse_blank_char and pad_with_bos_eos of coqui-tts.
    """
    found = [(known[letter.char], letter.position) for letter in letters]
    if blank is not None:
        found = [(blank, NOWHERE), *(pair for own in found for pair in (own, (blank, NOWHERE)))]
    if edges is not None:
        found = [(edges[0], NOWHERE), *found, (edges[1], NOWHERE)]
    return tuple(found)


def starts_of(
    tokens: Sequence[tuple[int, int]], frames: Sequence[int], samples: int, offset: int
) -> tuple[tuple[int, int], ...]:
    """(code point of the line, sample at which it begins), from the frames that the model gave to each token.

    Args:
        samples: of the whole sound, which all frames share evenly.
        offset: where the piece begins in the line.
    """
    hop = samples / max(1, sum(frames))
    found: list[tuple[int, int]] = []
    at = 0
    for (_, position), count in zip(tokens, frames, strict=True):
        if position != NOWHERE:
            found.append((offset + position, round(at * hop)))
        at += count
    return tuple(found)


def writable(text: str, clean: Callable[[str], str]) -> tuple[str, tuple[str, ...]]:
    """(the text, without digits where a cleaner cannot write its numbers out, those digits)."""
    try:
        clean(text)
    except NUMBERS:
        digits = tuple(dict.fromkeys(c for c in text if c.isdecimal()))
        return "".join(" " if c.isdecimal() else c for c in text), digits
    return text, ()


def plain(text: str) -> str:
    """A text without square brackets, which XTTS would read as commands: ``[fr]`` changes the language."""
    return text.replace("[", "(").replace("]", ")")


def unknown(text: str, tokens: Sequence[tuple[str, tuple[int, int]]], mark: str = "[UNK]") -> tuple[str, ...]:
    """Characters, each once, of a text whose (token, (begin, end)) are given, that the vocabulary does not have."""
    return tuple(dict.fromkeys(c for name, (a, b) in tokens if name == mark for c in text[a:b] if matters(c)))


def _words(letters: Sequence[Letter]) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    inside = False
    for letter in letters:
        if letter.char.isspace():
            inside = False
        elif inside:
            found[-1] = (found[-1][0] + letter.char, found[-1][1])
        else:
            found.append((letter.char, letter.position))
            inside = True
    return found


def _clauses(words: Sequence[str]) -> list[int]:
    """How many words each clause has."""
    found = [0]
    for word in words:
        found[-1] += 1
        if word[-1] in CLAUSE:
            found.append(0)
    return found if found[-1] else found[:-1]
