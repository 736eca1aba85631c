"""Lines as neural translators take them: cut at sentence ends where they are long, and put together again. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from languages.segments import graphemes, line_parts, sentences
from translation.translated import Finding, FindingKind

SHORT = 8
"""A sentence of fewer characters goes with the next: it says little alone, or is an abbreviation nobody listed."""
_PART = re.compile(r"[^,;:،؛、，；：፣፤၊᠂\s]*[,;:،؛、，；：፣፤၊᠂\s]+|.+$", re.DOTALL)
REPEATS = 4
"""A phrase said so many times in a row, and not in the source, is taken for a model that lost its way."""


def pieces(text: str, limit: int, length: Callable[[str], int], tag: str = "und") -> tuple[str, ...]:
    """The text in order, sentence by sentence; nothing is lost, not even a space.

    Models of this kind learnt from sentences, and leave out parts of what is longer. A sentence that is longer than
    ``limit`` is cut at commas and spaces, what is still too long where a line may end, and that between graphemes.

    Args:
        length: of a text, in the model's own units (tokens).
        tag: of the text's language.
    """
    found: list[str] = []
    for sentence in _sentences(text, tag):
        found += [sentence] if length(sentence) <= limit else _parts(sentence, limit, length, tag)
    return tuple(found)


def _sentences(text: str, tag: str) -> list[str]:
    found: list[str] = []
    held = ""
    for start, end in sentences(text, tag):
        held += text[start:end]
        if len(held.strip()) >= SHORT:
            found.append(held)
            held = ""
    if held and found:
        found[-1] += held
    elif held:
        found.append(held)
    return found


def _parts(sentence: str, limit: int, length: Callable[[str], int], tag: str) -> list[str]:
    found: list[str] = []
    for part in _PART.findall(sentence):
        small = [part] if length(part) <= limit else [part[a:b] for a, b in line_parts(part, tag)]
        for own in (own for one in small for own in _broken(one, limit, length)):
            if found and length(found[-1] + own) <= limit:
                found[-1] += own
            else:
                found.append(own)
    return found


def _broken(part: str, limit: int, length: Callable[[str], int]) -> list[str]:
    found: list[str] = []
    while length(part) > limit and len(letters := graphemes(part)) > 1:
        cut = max(1, len(letters) * limit // (length(part) + 1))
        found.append("".join(letters[:cut]))
        part = "".join(letters[cut:])
    return [*found, part]


def join(sources: Sequence[str], targets: Sequence[str]) -> str:
    """Translated pieces put together with the spaces that stood between the source's."""
    text = ""
    for source, target in zip(sources, targets, strict=True):
        text += target.strip() + (" " if source[-1:].isspace() else "")
    return text.strip()


def speaks(text: str) -> bool:
    """Whether a text holds letters: digits and punctuation alone are the same in every language."""
    return any(unicodedata.category(c)[0] == "L" for c in text)


def repeats(text: str, source: str) -> str:
    """A phrase that the text says at least four times in a row and the source does not, or empty."""
    words = text.split()
    for size in range(1, min(12, len(words) // REPEATS) + 1):
        for at in range(len(words) - size * REPEATS + 1):
            phrase = words[at : at + size]
            if all(words[at + size * n : at + size * (n + 1)] == phrase for n in range(1, REPEATS)):
                said = " ".join(phrase)
                if " ".join([said] * REPEATS) not in " ".join(source.split()):
                    return said
    return ""


def unknown_finding(unknown: Sequence[str]) -> tuple[Finding, ...]:
    """A finding that names the characters or words that a model's vocabulary lacks."""
    named = ", ".join(dict.fromkeys(u.strip() for u in unknown if u.strip()))
    return (Finding(kind=FindingKind.UNKNOWN_WORD, text=f"The model has no letters for: {named}"),) if named else ()


def lost_names(keep: Sequence[str], source: str, target: str) -> tuple[str, ...]:
    """Names of the source that are not in the translation as they were."""
    return tuple(name for name in keep if name in source and name not in target)


def veiled(text: str, names: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The text with each name replaced by a code of Latin letters that models tend to leave alone, and the codes."""
    codes: dict[str, str] = {}
    for n, name in enumerate(sorted(names, key=len, reverse=True)):
        code = f"Zq{chr(ord('A') + n % 26)}x"
        if code not in text:
            codes[code] = name
            text = text.replace(name, code)
    return text, codes


def unveiled(text: str, codes: dict[str, str]) -> str:
    """The text with the names back in their places."""
    for code, name in codes.items():
        text = text.replace(code, name)
    return text
