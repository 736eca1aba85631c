"""Lines cut into what Coqui's models take at once, in their tokens, by the library's own tokenizers."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any

from speech.coqui_text import fitted, phonemes_placed, placed, plain, tokens_of, unknown, writable
from speech.neural_lines import MOST_CHARACTERS, Piece, pieces
from speech.vocabulary import matters, speakable


class Unsayable(Exception):
    """The model cannot say this line; the message tells why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a line as a model takes it."""

    piece: Piece
    tokens: tuple[tuple[int, int], ...]
    """(token, place in the piece; ``speech.coqui_text.NOWHERE`` where it has none)."""
    lacking: tuple[str, ...]
    """Characters that the model does not know."""
    said: bool
    """Whether there is anything in it to be said."""


def vits_parts(tokenizer: Any, language: str, text: str) -> Iterator[Part]:
    """A line for a VITS model.

    Args:
        tokenizer: ``TTSTokenizer`` of coqui-tts, which is not in the main environment.
        language: as the model calls it.
    """
    letters = tokenizer.characters
    known = {char: i for i, char in enumerate(letters.vocab)}
    blank = letters.blank_id if tokenizer.add_blank else None
    edges = (letters.bos_id, letters.eos_id) if tokenizer.use_eos_bos else None

    def clean(part: str) -> str:
        cleaner = tokenizer.text_cleaner
        return cleaner(part, lang=language.split("-")[0]) if cleaner else part

    for piece in pieces(text, tag=language):
        readable, unread = writable(piece.text, clean)
        found = placed(readable, clean)
        if tokenizer.use_phonemes and found:
            written = "".join(a.char for a in found)
            found = phonemes_placed(found, tokenizer.phonemizer.phonemize(written, separator="", language=language))
        spelled = fitted(found, known)
        tokens = tokens_of(spelled.letters, known, blank, edges)
        yield Part(piece=piece, tokens=tokens, lacking=unread + spelled.lacking, said=speakable(spelled.letters))


def xtts_parts(tokenizer: Any, languages: Container[str], most: int, language: str, text: str) -> Iterator[Part]:
    """A line for XTTS: pieces as short as the library wants them, and shorter where they have too many tokens.

    Args:
        tokenizer: ``VoiceBpeTokenizer`` of coqui-tts.
        languages: that the model says it has.
        most: so many tokens are too many.
        language: as the model calls it.

    Raises:
        Unsayable: the model does not have the language, or a single character is too long when it is written out.
    """
    code = language.split("-")[0]
    if language not in languages or tokenizer.tokenizer.token_to_id(f"[{language}]") is None:
        raise Unsayable(f"this model does not have the language {language}. Take another voice.")

    def clean(part: str) -> str:
        return tokenizer.preprocess_text(part, code)

    def cut(whole: Piece, longest: int) -> Iterator[Part]:
        for own in pieces(whole.text, longest, language):
            piece = Piece(text=own.text, offset=whole.offset + own.offset)
            readable, unread = writable(plain(piece.text).lower(), clean)
            written = clean(readable)
            marked = f"[{language}]{written}".replace(" ", "[SPACE]")
            found = tokenizer.tokenizer.encode(marked)
            if len(found.ids) < most:
                lacking = unknown(marked, list(zip(found.tokens, found.offsets, strict=True)))
                said = any(matters(c) and c not in lacking for c in written)
                yield Part(piece=piece, tokens=tuple((i, 0) for i in found.ids), lacking=unread + lacking, said=said)
            elif len(piece.text) > 1:
                yield from cut(piece, len(piece.text) // 2)
            else:
                raise Unsayable(f"{piece.text!r} alone is too long when it is written out.")

    yield from cut(Piece(text=text, offset=0), tokenizer.char_limits.get(code, MOST_CHARACTERS))
