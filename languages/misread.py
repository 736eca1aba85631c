"""Traces of text that was read in another encoding than it was written in: «Ã©» where «é» was.

Only UTF-8 taken for Windows-1252 or Windows-1251 is looked for, the two that are met most; each place is decoded back
and counts only where letters or typographic marks come out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from languages.character_finding import CharacterFinding, CharacterKind, Severity
from languages.unicode_scripts import UNKNOWN, script_of

_TAILS = {
    codec: "".join(bytes([b]).decode(codec, errors="ignore") or chr(b) for b in range(0x80, 0xC0))
    for codec in ("cp1252", "cp1251")
}
"""What the second and later bytes of UTF-8 look like."""
_TAIL = {codec: f"[{re.escape(tails)}]" for codec, tails in _TAILS.items()}
FIRST = frozenset(map(chr, range(0xC2, 0xF5))) | frozenset("РС")
LATER = frozenset("".join(_TAILS.values()))
"""What the first and the later bytes look like: where there are not both, nothing was misread."""

# One wrong letter is enough where no text has such a pair: «Ã©», «Â°», «â€™», «ï»¿»; else two in a row.
_ONE = re.compile(
    "Ã[\u00a1-\u00aa\u00ac-\u00b6\u00b8-\u00ba\u00bc-\u00bf\u0080-\u009f€ƒ†‡ˆ‰Š‹Œ\u017d˜™š›œ\u017e\u0178]"
    "|Â[\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf](?![^\\W\\d_])"
    f"|â€{_TAIL['cp1252']}|ï»¿"
)
_TWO = {
    "cp1252": re.compile(
        f"(?:[\u00c2-\u00df]{_TAIL['cp1252']}|[\u00e0-\u00ef]{_TAIL['cp1252']}{{2}}|ð\u0178{_TAIL['cp1252']}{{2}}){{2,}}"
    ),
    "cp1251": re.compile(f"(?:[РС]{_TAIL['cp1251']}){{3,}}"),
}


def misread_findings(text: str) -> Iterator[CharacterFinding]:
    """A question for each run of characters that become others when they are read as UTF-8."""
    end = 0
    places = sorted(
        (found.start(), -found.end(), codec)
        for codec, pattern in (("cp1252", _ONE), *_TWO.items())
        for found in pattern.finditer(text)
    )
    for start, negative, codec in places:
        found = text[start:-negative]
        meant = _meant(found, codec)
        if start < end or not meant:
            continue
        end = -negative
        encoding = "Windows-" + codec.removeprefix("cp")
        yield CharacterFinding(
            kind=CharacterKind.MISREAD,
            severity=Severity.QUESTION,
            start=start,
            end=end,
            text=f"«{found[:12]}» looks like «{meant[:12]}», written in UTF-8 and read as {encoding}: was the text "
            "opened or pasted with the wrong encoding? Take it anew from where it came from.",
            subject="",
        )


def _meant(found: str, codec: str) -> str:
    """What was written; empty where that cannot be it."""
    table = {c: 0x80 + i for i, c in enumerate(_TAILS[codec])}
    try:
        raw = b"".join(bytes([table[c]]) if c in table else c.encode(codec) for c in found)
        meant = raw.decode("utf-8")
    except (UnicodeError, KeyError):
        return ""
    if any(script_of(c) == UNKNOWN or unicodedata.category(c) == "Cc" for c in meant):
        return ""
    letters = {script_of(c) for c in meant if c.isalpha()}
    return meant if len(letters) <= 1 else ""
