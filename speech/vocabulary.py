"""Which characters of a line a model's vocabulary has, and where in the line each of the model's letters stands.

Pure functions: nothing here knows of any model. Positions are code points from 0.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from translation.translated import Finding, FindingKind

LIKE = ("'’ʼꞌʻ‘`´", "-‐‑‒–")
"""Characters that writers use one for another: apostrophes (a letter in many languages) and hyphens.

Source: Unicode Standard, chapter 6.2, "Apostrophes" and "Dashes and Hyphens"."""

SAID = "%‰&@#§"
"""Signs that Unicode calls punctuation, but that are read aloud."""

SHOWN = 12
"""So many characters are named in a message; of more, only the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One character as the model is given it, and the code point of the line that it stands for."""

    char: str
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """A text in the letters of a model."""

    letters: tuple[Letter, ...]
    lacking: tuple[str, ...] = ()
    """Characters of the text, each once, that the model has no letter for, or only one without their marks."""


def matters(char: str) -> bool:
    """Whether something is lost when this character is not spoken: letters, digits, marks and signs that are read."""
    return unicodedata.category(char)[0] in "LNMS" or char in SAID


def lowered(text: str, known: Container[str]) -> list[Letter]:
    """The text in small letters, but for characters that the vocabulary has as they are; any space is a space.

    Source: ``VitsTokenizer.normalize_text`` of transformers.
    """
    found: list[Letter] = []
    for position, char in enumerate(text):
        plain = " " if char.isspace() else char
        found += [Letter(char=c, position=position) for c in (plain if plain in known else plain.lower())]
    return found


def fit(letters: Sequence[Letter], known: Container[str]) -> Spelled:
    """Those letters that the vocabulary has; for others their equals (composed, decomposed, another apostrophe).

    A letter that is known only without its mark is spoken without it, and counts as lacking.
    """
    kept: list[Letter] = []
    lacking: dict[str, None] = {}
    for cluster in _clusters(letters):
        spelled = "".join(letter.char for letter in cluster)
        if all(letter.char in known for letter in cluster):
            kept += cluster
            continue
        best = max(_spellings(spelled), key=lambda s: sum(c in known for c in s) - 2 * sum(_lost(c, known) for c in s))
        kept += [Letter(char=c, position=cluster[0].position) for c in best if c in known]
        if any(_lost(c, known) for c in best):
            lacking[unicodedata.normalize("NFC", spelled)] = None
    return Spelled(letters=tuple(kept), lacking=tuple(lacking))


def fit_romanised(text: str, edges: Iterable[tuple[int, int, str]], known: Container[str]) -> Spelled:
    """Letters of a romanisation: ``edges`` are (start, end, Latin letters) over ``text``, in order.

    Every Latin letter stands at the beginning of what it came from.
    """
    kept: list[Letter] = []
    lacking: dict[str, None] = {}
    for start, end, latin in edges:
        spelled = fit([Letter(char=c, position=start) for c in latin], known)
        kept += spelled.letters
        if spelled.lacking or (not spelled.letters and any(matters(c) for c in latin)):
            lacking.update(dict.fromkeys(c for c in text[start:end] if matters(c)))
    return Spelled(letters=tuple(kept), lacking=tuple(lacking))


def stripped(letters: Sequence[Letter]) -> tuple[Letter, ...]:
    """Letters without spaces at either end."""
    spoken = [i for i, letter in enumerate(letters) if not letter.char.isspace()]
    return tuple(letters[spoken[0] : spoken[-1] + 1]) if spoken else ()


def speakable(letters: Iterable[Letter]) -> bool:
    """Whether there is anything but punctuation and spaces."""
    return any(matters(letter.char) for letter in letters)


def named(characters: Sequence[str]) -> str:
    """Characters as messages show them."""
    shown = ", ".join(f"«{c}»" for c in characters[:SHOWN])
    return shown + (f" and {len(characters) - SHOWN} more" if len(characters) > SHOWN else "")


def lacking_findings(voice: str, lacking: Sequence[str]) -> tuple[Finding, ...]:
    """What to tell of characters that a voice does not know."""
    if not lacking:
        return ()
    text = (
        f"The voice {voice} does not know {named(lacking)}: left out, or spoken without their marks. "
        f"Write numbers and signs out, use the spelling of the language, or record the line."
    )
    return (Finding(kind=FindingKind.SOUND, text=text),)


def _lost(char: str, known: Container[str]) -> bool:
    return char not in known and matters(char)


def _clusters(letters: Sequence[Letter]) -> list[list[Letter]]:
    found: list[list[Letter]] = []
    for letter in letters:
        if found and unicodedata.category(letter.char)[0] == "M":
            found[-1].append(letter)
        else:
            found.append([letter])
    return found


def _spellings(cluster: str) -> list[str]:
    alike = next((group for group in LIKE if cluster in group), "")
    return [cluster, unicodedata.normalize("NFC", cluster), unicodedata.normalize("NFD", cluster), *alike]
