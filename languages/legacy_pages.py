"""Text in a language's own Windows code page that was read as Windows-1252: «Ïðèâåò» where «Привет» was, or «güneþ».

Which page is a language's follows from its alphabet. A text is asked about only where every word that would become
another is then one of the alphabet's letters alone; a name in good text («Niño» in Polish) is no evidence by itself.

Source: the code pages, as Python's codecs have them; alphabets are CLDR's (``exemplars``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from languages.character_finding import CharacterFinding, CharacterKind, Severity
from languages.exemplars import Exemplars, exemplars_of
from languages.lookalikes import lookalikes_of

PAGES = {"cp1250": "1250", "cp1251": "1251", "cp1253": "1253", "cp1254": "1254", "cp1257": "1257"}
"""Central European, Cyrillic, Greek, Turkish, Baltic; the first that has all letters is taken."""
READ_AS = "cp1252"
LEAST = 4
"""Letters of another script that must be there; they may be names of two letters else."""

_HIGH = [bytes([b]) for b in range(0x80, 0x100)]
_SEEN = [b.decode(READ_AS, errors="ignore") or b.decode("latin-1") for b in _HIGH]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """How a language's text looks when it is misread."""

    number: str
    meant: dict[str, str]
    """What is seen, and what was written, where the two differ."""
    letters: frozenset[str]
    """Of the alphabet, as the page has them."""
    exemplars: Exemplars
    word: re.Pattern[str]


@lru_cache(maxsize=256)
def page_of(tag: str) -> Page | None:
    """The code page of a language; None where Windows-1252 has its letters, or no page has them all."""
    exemplars = exemplars_of(tag)
    if exemplars is None:
        return None
    typed = {h.right: h.wrong for h in lookalikes_of(tag) if len(h.wrong) == 1 and not h.wrong.isascii()}
    letters = frozenset(typed.get(c, c) for c in exemplars.letters if c.isalpha() and not c.isascii() and _is_cased(c))
    codec = next((page for page in PAGES if _has(page, letters)), "")
    if not codec or _has(READ_AS, letters) or (codec == "cp1257" and not any(map(_is_consonant, letters))):
        return None
    meant = {
        seen: written
        for seen, b in zip(_SEEN, _HIGH, strict=True)
        if (written := b.decode(codec, errors="ignore")) != seen and (written.isalpha() or seen.isalpha())
    }
    word = re.compile(f"[A-Za-z{re.escape(''.join(meant))}\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]+")
    return Page(number=PAGES[codec], meant=meant, letters=letters, exemplars=exemplars, word=word)


def legacy_findings(text: str, page: Page) -> Iterator[CharacterFinding]:
    """At most one question, from the first misread word to the last."""
    if any(c > "\x7f" and c not in _BYTES for c in text):  # what has no byte was not read from one
        return
    words = [w for w in page.word.finditer(text) if not page.meant.keys().isdisjoint(w.group())]
    changed = [w for w in words if any(c.isalpha() for c in _written(w.group(), page))]
    if not changed or not all(_fits(w.group(), page) for w in changed) or not _is_evidence(changed, page):
        return
    start, end = changed[0].start(), changed[-1].end()
    seen = text[start:end][:24]
    written = _written(seen, page)
    helps = "was it opened or pasted with the wrong encoding? Take it anew from where it came from."
    yield CharacterFinding(
        kind=CharacterKind.MISREAD,
        severity=Severity.QUESTION,
        start=start,
        end=end,
        text=f"«{seen}» looks like «{written}», written in Windows-{page.number} and read as Windows-1252: {helps}",
        subject="",
    )


def _written(seen: str, page: Page) -> str:
    return "".join(page.meant.get(c, c) for c in seen)


def _fits(seen: str, page: Page) -> bool:
    """Whether a word, read anew, has letters of the alphabet alone, and no capital behind a small one."""
    written, is_latin = _written(seen, page), "Latn" in page.exemplars.scripts
    known = all(c in page.letters or (is_latin and c.isascii()) for c in written)
    return known and not any(a.islower() and b.isupper() for a, b in pairwise(written))


def _is_evidence(words: list[re.Match[str]], page: Page) -> bool:
    """Whether the words are more than a foreign name or two.

    In Latin script: two different letters, and one of them outside of what CLDR allows in foreign words, in a word that
    is no name; or a sign between letters.
    """
    if len({c.lower() for w in words for c in w.group() if c in page.meant}) < 2:
        return False
    if "Latn" not in page.exemplars.scripts:
        return sum(len(w.group()) for w in words if len(w.group()) > 1) >= LEAST
    plain = "".join(w.group() for w in words if not w.group()[0].isupper() or not w.string[: w.start()].strip())
    return any(c in page.meant and c.isalpha() and not page.exemplars.has(c) for c in plain) or any(
        c in page.meant and not c.isalpha() for w in words for c in w.group()[1:-1]
    )


def _has(codec: str, letters: frozenset[str]) -> bool:
    try:
        "".join(letters).encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _is_consonant(c: str) -> bool:
    """Languages with nothing but long vowels in common with the Baltic ones were not written in their page: Māori."""
    return unicodedata.normalize("NFD", c)[0].lower() not in "aeiouy"


def _is_cased(c: str) -> bool:
    return c.lower() != c.upper()


_BYTES = frozenset(_SEEN)
