"""Characters that a program wrote in ASCII or lost, and nobody put back: ``&ntilde;``, ``=C3=B1``, ``ni?o``.

Source: HTML 5 (named character references), RFC 8259 section 7 (JSON), RFC 2045 section 6.7 (quoted-printable).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from languages.character_finding import CharacterFinding, CharacterKind, Severity
from languages.exemplars import Exemplars
from languages.lookalikes import places_of_addresses

SIGNS = frozenset("&\\=?")
"""One of them is in each."""

_ESCAPES = {
    "HTML": re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"),
    "a program's text": re.compile(r"(?:\\u[0-9A-Fa-f]{4})+"),
    "e-mail": re.compile(r"(?:=[89A-F][0-9A-F]){2,}"),
}
_LOST = re.compile(r"(?<![\w/=&#.?-])[^\W\d_]+(?:\?[^\W\d_]+)+(?![\w/=&#?]|[.-]\w)")


def escape_findings(text: str, exemplars: Exemplars | None) -> Iterator[CharacterFinding]:
    """A question for each escape, with the character that it stands for, and for each «?» within a word.

    Of the latter only in languages with letters that ASCII lacks; addresses are passed over.
    """
    addresses = places_of_addresses(text)
    for where, pattern in _ESCAPES.items():
        for found in pattern.finditer(text):
            meant = _meant(found.group())
            if meant and found.start() not in addresses:
                yield _finding(
                    *found.span(),
                    f"«{found.group()[:24]}» stands for «{meant[:12]}» in {where}; here it is read and spoken as it "
                    f"stands. Write «{meant[:12]}».",
                    "escape",
                )
    if exemplars is None or "Latn" not in exemplars.scripts or not any(c.isalpha() for c in exemplars.letters):
        return
    for word in _LOST.finditer(text):
        at = word.start() + word.group().index("?")
        if text[at - 1].islower() and text[at + 1].islower() and at not in addresses:
            yield _finding(
                at,
                at + 1,
                f"«?» stands within «{word.group()[:40]}»: did a program put it for a letter that it did not know? "
                "Enter the word again; if it is a question mark, a space is missing behind it.",
                "?",
            )


def _meant(escape: str) -> str:
    """The characters that an escape stands for; empty where it stands for none that a text has."""
    try:
        if escape[0] == "=":
            meant = bytes.fromhex(escape.replace("=", "")).decode("utf-8")
        elif escape[0] == "\\":
            meant = bytes.fromhex(escape.replace("\\u", "")).decode("utf-16-be")
        elif escape[1] == "#":
            number = escape[2:-1]
            meant = chr(int(number[1:], 16) if number[0] in "xX" else int(number))
        else:
            meant = html5.get(escape[1:], "")
    except (ValueError, OverflowError):
        return ""
    return meant if meant.isprintable() or meant == "\u00a0" else ""


def _finding(start: int, end: int, text: str, subject: str) -> CharacterFinding:
    return CharacterFinding(
        kind=CharacterKind.MISREAD, severity=Severity.QUESTION, start=start, end=end, text=text, subject=subject
    )
