"""Which known word a written one may be a form of: a guess, by the regular endings of its language."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from video.concepts.rows import read_rows

LONGEST_CHAIN = 4
_SIXTH = 5
"""The place, among the eight signs of an Ethiopic consonant, of the one without a vowel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endings:
    """The rules of one language; see the head of ``endings.tsv``."""

    rules: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    def stem(self, word: str, known: Container[str]) -> str | None:
        """The known word of which this one is likely a form; None where there is none."""
        return next((stem for stem in self._stems(word) if stem in known), None)

    def _stems(self, word: str) -> Iterator[str]:
        """Candidates, the longest first."""
        half, dash, other = word.partition("-")
        if dash and half == other:
            yield half  # Malay anak-anak: children
        least = shortest(word)
        bare = [word, *self._begun(word, least)]
        yield from bare[1:]
        for form in bare:
            for end in range(len(form) - 1, 0, -1):
                rest = form[end:]
                if end == least - 1 and rest in self.rules.get("short", ()):
                    yield form[:end]
                if end >= least and (rest in self._ends() or self._chained(rest)):
                    yield from self._ended(form[:end])
                if end >= min(least, 3) - 1 and rest in self._ends():
                    yield from (form[:end] + lost for lost in self.rules.get("cut", ()) if end + len(lost) >= least)
            if "ethiopic" in self.rules and len(form) >= least:
                yield from self._ended(form)
            if "cut" in self.rules and len(form) >= least:
                yield from (form + lost for lost in self.rules["cut"])
        if "compound" in self.rules:
            shortest_head = int(self.rules["compound"][0])
            yield from (word[start:] for start in range(1, len(word) - shortest_head + 1) if start >= shortest_head - 2)

    def _begun(self, word: str, least: int) -> Iterator[str]:
        for start in self.rules.get("start", ()):
            if word.startswith(start) and len(word) - len(start) >= least - 1:
                yield word.removeprefix(start)
        for pair in self.rules.get("swap", ()):
            new, _, known = pair.partition("=")
            if word.startswith(new) and len(word) - len(new) >= 3:
                yield known + word.removeprefix(new)

    def _ended(self, stem: str) -> Iterator[str]:
        yield stem
        for pair in self.rules.get("soften", ()):
            new, _, known = pair.partition("=")
            if stem.endswith(new):
                yield stem.removesuffix(new) + known
        if "ethiopic" in self.rules and "\u1200" <= stem[-1] <= "\u137f":
            yield stem[:-1] + chr(ord(stem[-1]) // 8 * 8 + _SIXTH)

    def _ends(self) -> tuple[str, ...]:
        return self.rules.get("end", ())

    def _chained(self, rest: str, links: int = LONGEST_CHAIN) -> bool:
        """True where what is left is endings in a row."""
        if not rest:
            return True
        return links > 0 and any(
            rest.startswith(link) and self._chained(rest[len(link) :], links - 1)
            for link in self.rules.get("chain", ())
        )


def shortest(word: str) -> int:
    """How many letters a known word must have to be looked for in a longer one: fewer where a letter says more."""
    first = word[:1]
    if first >= "\u2e80":
        return 2 if "\uac00" <= first <= "\ud7a3" else 1
    return 4 if first < "\u0590" else 2 if "\u1200" <= first <= "\u137f" else 3


@lru_cache(maxsize=1)
def _load() -> dict[str, dict[str, tuple[str, ...]]]:
    out: dict[str, dict[str, tuple[str, ...]]] = {}
    for languages, rule, items in read_rows("endings.tsv"):
        for language in languages.split():
            out.setdefault(language, {})[rule] = tuple(items.split())
    return out


def get_endings(language: str) -> Endings:
    """The rules of a language by its first subtag; none where the table has none."""
    return Endings(rules=_load().get(language.split("-")[0], {}))
