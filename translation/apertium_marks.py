"""Marks and markup around Apertium: the user's own signs are shielded, the engine's become findings.

Source: https://wiki.apertium.org/wiki/Apertium_stream_format
"""

from __future__ import annotations

import re

from translation.translated import Finding, FindingKind

FIRST_SIGN = 0xF0000
MOST_SIGNS = 60_000
"""Shielded tokens are written as single characters of the private plane 15: no dictionary has them."""

_SHIELDED = re.compile(
    r"""
    </?[A-Za-z!][^<>]*>                                   # tags
    | https?://\S+ | [\w.+-]+@[\w-]+\.[\w.-]+ | (?<!\w)[@\#]\w+   # addresses and handles
    | [%$]?\{[^{}]*\} | &\#?\w+;                         # placeholders, ASS overrides, entities
    | [\U0001F000-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF]
      [\ufe0f\u200d\u20e3\u2600-\u27BF\U0001F000-\U0001FAFF]*    # pictographs with all that joins them
    | [\[\]{}^$/\\@<>*\#~+_]                             # what the stream format or a mark is made of
    | [\x01-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]  # controls, direction
    | [\ue000-\uf8ff\U000F0000-\U0010FFFF]               # private use: ours must be the only ones
    """,
    re.VERBOSE,
)
_SIGN = re.compile(r"[\U000F0000-\U000FFFFF]")
_MARK = re.compile(r"([*@#]+)([^\W_]+(?:['’·-][^\W_]+)*)?")
_MARKUP = re.compile(r"[\[\]{}^$<>]")


def shield(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with a private sign in place of each token that must come out as it went in, and the tokens.

    Raises:
        ValueError: there are more tokens than signs.
    """
    tokens: list[str] = []

    def sign(found: re.Match[str]) -> str:
        tokens.append(found.group())
        return chr(FIRST_SIGN + len(tokens) - 1)

    shielded = _SHIELDED.sub(sign, text)
    if len(tokens) > MOST_SIGNS:
        raise ValueError(f"it has {len(tokens)} signs that are no language")
    return shielded, tuple(tokens)


def is_whole(shielded: str, count: int) -> bool:
    """Whether all signs are still there, once each and in order."""
    return _SIGN.findall(shielded) == [chr(FIRST_SIGN + i) for i in range(count)]


def unshield(shielded: str, tokens: tuple[str, ...]) -> str:
    """The text with its tokens again."""
    return _SIGN.sub(lambda found: tokens[ord(found.group()) - FIRST_SIGN], shielded)


def between(shielded: str) -> list[str]:
    """The text cut at its signs; signs stand alone."""
    return [part for part in re.split(f"({_SIGN.pattern})", shielded) if part]


def read_marks(raw: str) -> tuple[str, tuple[Finding, ...]]:
    """Apertium's output without its marks, and what they said.

    Raises:
        ValueError: its internal markup is still there: the mode does not fit its data.
    """
    findings: list[Finding] = []

    def mark(found: re.Match[str]) -> str:
        word = found.group(2) or ""
        if word and "#" in found.group(1):
            kind, said = FindingKind.UNGENERATED_WORD, f"Apertium could not form {word!r} as it should be."
        else:
            kind, said = FindingKind.UNKNOWN_WORD, f"Apertium does not know {word!r} and left it as it is."
        if word:
            findings.append(Finding(kind=kind, text=said))
        return word

    text = _MARK.sub(mark, re.sub(r"\\(.)", r"\1", raw))
    if found := _MARKUP.search(text):
        raise ValueError(f"it left its own markup ({found.group()}) in the text")
    return text, tuple(findings)
