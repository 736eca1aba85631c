"""Lines in the letters of MMS voices, and the places of those letters in the sound. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from speech.neural_lines import pieces
from speech.vocabulary import Letter, Spelled, fit, fit_romanised, lowered, stripped

Romanise = Callable[[str], Sequence[tuple[int, int, str]]]
"""Gives (start, end, Latin letters) over a text, in order."""


def spell(
    text: str, known: Mapping[str, int], language: str = "", romanise: Romanise | None = None, tag: str = "und"
) -> tuple[Spelled, ...]:
    """Each piece of a line in the letters of a model, as ``VitsTokenizer`` would write it; positions in the line.

    Letters that the tokenizer would leave out are first looked for in other spellings of the same (``fit``).

    Args:
        known: the vocabulary.
        language: what the tokenizer calls its language (``ron``: Romanian ț is written ţ).
        romanise: given where the model reads Latin letters only.
        tag: of the line's language.

    Source: VitsTokenizer.prepare_for_tokenization of transformers 5.23: small letters, ``ron``, uroman where anything
    is beyond ASCII, then what the vocabulary has.
    """
    found: list[Spelled] = []
    for piece in pieces(text, tag=tag):
        letters = lowered(piece.text, known)
        if language == "ron":
            letters = [Letter(char="ţ", position=a.position) if a.char == "ț" else a for a in letters]
        written = "".join(letter.char for letter in letters)
        if romanise is not None and not written.isascii():
            latin = fit_romanised(written, romanise(written), known)
            kept = [Letter(char=a.char, position=letters[a.position].position) for a in latin.letters]
            lacking = latin.lacking
        else:
            spelled = fit(letters, known)
            kept, lacking = list(spelled.letters), spelled.lacking
        moved = [Letter(char=a.char, position=a.position + piece.offset) for a in stripped(kept)]
        found.append(Spelled(letters=tuple(moved), lacking=lacking))
    return tuple(found)


def ids_of(letters: Sequence[Letter], known: Mapping[str, int], blanks: bool) -> tuple[int, ...]:
    """The model's tokens: the letters, with ``blanks`` token 0 before, between and after them.

    Models were trained with token 0 between all letters, also where token 0 is a letter itself, as it is in MMS.
    ``VitsTokenizer`` cuts texts at that letter first, and leaves some out there.
    Source: ``commons.intersperse`` of https://github.com/jaywalnut310/vits
    """
    own = [known[letter.char] for letter in letters]
    if not blanks:
        return tuple(own)
    ids = [0] * (2 * len(own) + 1)
    ids[1::2] = own
    return tuple(ids)


def starts_of(letters: Sequence[Letter], frames: Sequence[int], blanks: bool, hop: int) -> tuple[tuple[int, int], ...]:
    """(code point of the line, sample at which its letter begins).

    Args:
        frames: of each token, in the order of ``ids_of``.
        hop: samples a frame.
    """
    found: list[tuple[int, int]] = []
    at = 0
    for k, count in enumerate(frames):
        if not blanks:
            found.append((letters[k].position, at * hop))
        elif k % 2:
            found.append((letters[k // 2].position, at * hop))
        at += count
    return tuple(found)
