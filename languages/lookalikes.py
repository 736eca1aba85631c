"""Other characters in place of a language's own letters: by what typists do, and by what looks alike.

What typists do stands in ``data/lookalikes.tsv``, each row with its source. What looks alike are letters outside the
alphabet that Unicode's table of confusables pairs with one inside: «ǝ» for «ə» in Azerbaijani.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from languages.character_finding import CharacterFinding, CharacterKind, Severity, shown
from languages.codes import parents
from languages.confusables import looks_like
from languages.exemplars import Exemplars

_HOST = re.compile(r"(?:[\w-]+\.){2,}[A-Za-z]{2,4}")
_ESCAPE = re.compile(r"\\u([0-9A-F]{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookalike:
    """One habit of typists in one language."""

    wrong: str
    """One character or several."""
    right: str
    place: re.Pattern[str]
    """Matches ``wrong``, its only group, where ``right`` is meant, and nothing behind it."""
    source: str

    def mended(self, text: str) -> str:
        """The text with ``right`` wherever ``wrong`` stands for it."""
        if self.wrong not in text:
            return text
        return self.place.sub(lambda found: found[0].removesuffix(self.wrong) + self.right, text)


def lookalikes_of(tag: str) -> tuple[Lookalike, ...]:
    """The habits known of a language; regions and variants share those of the language, scripts do not."""
    return next((_table()[t] for t in parents(tag) if t in _table()), ())


@lru_cache
def _table() -> dict[str, tuple[Lookalike, ...]]:
    text = (files("languages") / "data" / "lookalikes.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    found: dict[str, tuple[Lookalike, ...]] = {}
    for tags, wrong, right, before, after, source in rows:
        wrong, right = (_ESCAPE.sub(lambda m: chr(int(m[1], 16)), s) for s in (wrong, right))
        place = f"{f'(?:{before})' if before else ''}({re.escape(wrong)}){f'(?={after})' if after else ''}"
        row = Lookalike(wrong=wrong, right=right, place=re.compile(place), source=source)
        for tag in tags.split():
            found[tag] = (*found.get(tag, ()), row)
    return found


def typed_findings(text: str, habits: tuple[Lookalike, ...], distinct: Set[str]) -> Iterator[CharacterFinding]:
    """A question for each place where a typist's habit is met; ``distinct`` are the characters of the text."""
    addresses: frozenset[int] | None = None
    for habit in habits:
        if not distinct.issuperset(habit.wrong):
            continue
        for found in habit.place.finditer(text):
            if addresses is None:
                addresses = places_of_addresses(text)
            if found.start(1) not in addresses:
                yield _finding(found.start(1), habit.wrong, habit.right)


def places_of_addresses(text: str) -> frozenset[int]:
    """Places within addresses of post and pages, and names of hosts: these are in ASCII, whatever the language."""
    return frozenset(i for w in re.finditer(r"\S+", text) if _is_address(w.group()) for i in range(*w.span()))


def _is_address(word: str) -> bool:
    return "@" in word or "://" in word or "www." in word or bool(_HOST.fullmatch(word.strip(".,;:!?()[]«»“”\"'")))


def alike(letter: str, exemplars: Exemplars) -> str:
    """The letter of the alphabet that a foreign one of the same script looks like, or nothing."""
    is_latin = "Latn" in exemplars.scripts
    return next(
        (
            c
            for c in looks_like(letter)
            if (c in exemplars.letters or (is_latin and c < "\x80")) and c.isupper() == letter.isupper()
        ),
        "",
    )


def alike_finding(at: int, letter: str, right: str) -> CharacterFinding:
    """The question about a letter that looks like one of the alphabet."""
    return _finding(at, letter, right)


def _finding(at: int, wrong: str, right: str) -> CharacterFinding:
    return CharacterFinding(
        kind=CharacterKind.LOOKALIKE,
        severity=Severity.QUESTION,
        start=at,
        end=at + len(wrong),
        text=f"{shown(wrong)} stands here; the language's own letter is {shown(right)}: is that meant? Voices, search "
        "and spelling checkers take them for different ones.",
        subject=wrong,
    )
