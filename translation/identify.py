"""Whether a text is in the language that it should be in, or looks like another; said only where it was measured.

A verdict is *right*, *another language* or *cannot tell*. It never refuses anything: it is a question for a person.
Only pairs of languages and lengths whose measured errors reach the target (``identify_errors``) get a verdict;
everything else is *cannot tell*, with the reason.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from languages import segments
from languages.unicode_scripts import COMMON, INHERITED, script_of, written_with

if TYPE_CHECKING:
    from translation.identify_errors import Measured

ENGINE = "translation/ngram"
SCRIPT_WORDS = 3
SCRIPT_LETTERS = 10
"""Words and letters of other scripts that a text must have before another script is called: «OK», a name or a brand
may stand in any language."""
SPACELESS_LETTERS = 6
"""Letters that are enough of a script without spaces, where marks make up much of a word and an ideograph is a
syllable: 我今天很高兴 is a sentence."""
SCRIPT_SHARE = 0.5
"""Share of letters in scripts of the language below which a text counts as written in another script."""
NAMED_WITHIN = 10.0
"""Natural logarithms below the highest score, within which the script's own language gives its name. Measured on
NTREX-128: of 12 words, Spanish is then named in all of its lines that are called; 0.1 % of others' are called Spanish
for it (within 20: 2.4 %)."""
TIBETAN = "Tibt"
"""Sets a mark after each syllable and no space between words."""
IDEOGRAPHS = {"Hani": 4}
"""Letters that one of a script stands for. Measured: with it, 4 of the 266,422 lines of NTREX-128 and FLORES+, in 125
languages, are taken for another script's; without it 89, all of them Chinese with foreign names."""


class Answer(StrEnum):
    """What a text was found to be."""

    RIGHT = "right"
    """In the expected language: none of its neighbours, nor any other language that was tried."""
    ANOTHER = "another"
    """More like another language."""
    SCRIPT = "script"
    """Most of its letters are of a script that the language is not written in."""
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was found about one text, and how far that can be trusted."""

    answer: Answer
    expected: str
    """Canonical tag of the language that the text should be in."""
    other: str = ""
    """Canonical tag of the language that it looks most like, the expected one aside, or ISO 15924 code of its
    script."""
    words: int = 0
    """Words that counted: names within sentences, numbers and signs do not."""
    reason: str = ""
    """Why it cannot be told."""
    error: str = ""
    """How often this verdict is wrong, by what was measured: the counts. Not how often ``other`` is the right name."""
    rates: str = ""
    """The same in a hundred, shortly, for a person."""
    engine: str = ENGINE


@dataclass(frozen=True, slots=True, kw_only=True)
class FileVerdict:
    """What was found about all lines of a file, each for itself and together."""

    whole: Verdict
    lines: tuple[Verdict, ...]


def identify_lines(texts: Sequence[str], expected: str, others: Sequence[str] = ()) -> tuple[Verdict, ...]:
    """One verdict for each text, in order.

    Args:
        texts: lines in any Unicode; NFC is not needed.
        expected: canonical tag of the language that they should be in.
        others: canonical tags that they may have been left in, besides all that the identifier knows: the script's
            own language. Where one of them is not known to the identifier, nothing is called *right*.
    """
    return _Asked(expected, tuple(others)).verdicts([_letters(t) for t in texts], list(texts))


def identify_file(texts: Sequence[str], expected: str, others: Sequence[str] = ()) -> FileVerdict:
    """The verdict on all lines together, where a single line is too short, and one on each of them.

    The whole's is about most of its words: a file of which a third is in another language is *right* as a whole.
    """
    asked = _Asked(expected, tuple(others))
    words = [_letters(t) for t in texts]
    (whole,) = asked.verdicts([[w for line in words for w in line]], ["\n".join(texts)])
    return FileVerdict(whole=whole, lines=asked.verdicts(words, list(texts)))


def _letters(text: str) -> list[str]:
    from translation.ngrams import words_of

    return words_of(text)


def _enough(text: str, own: frozenset[str]) -> bool:
    """Whether there are letters and words enough of other scripts than one's own; words by dictionary and by spaces."""
    foreign = [c for c in text if unicodedata.category(c)[0] == "L" and script_of(c) not in own]
    fewest = SPACELESS_LETTERS if any(_runs_on(c) for c in foreign) else SCRIPT_LETTERS
    if len(foreign) < fewest:
        return False
    words = 0
    for start, end in segments.words(text):
        words += any(unicodedata.category(c)[0] == "L" and script_of(c) not in own for c in text[start:end])
        if words == SCRIPT_WORDS:
            return True
    return False


def _runs_on(character: str) -> bool:
    """Whether a character is of a script that writes no spaces between words."""
    return segments.spaceless(character) or script_of(character) == TIBETAN


class _Asked:
    """One expected language, and all that is known for judging texts that should be in it."""

    def __init__(self, expected: str, others: tuple[str, ...]) -> None:
        from languages.registry import get_language
        from translation.identify_errors import measured, neighbours
        from translation.identify_model import class_of, table, tables

        self.expected = expected
        script = get_language(expected).script
        self.scripts = written_with(script) if script != "unknown" else frozenset[str]()
        self.own = self.scripts | {COMMON, INHERITED}
        name, self.tag = class_of(expected)
        self.table = table(name) if name else None
        self.rows = measured(self.tag) if self.tag else ()
        self.unknown = tuple(o for o in others if not class_of(o)[1])
        self.has_data = bool(tables())
        self.near = neighbours(self.tag)
        self.sources = frozenset(class_of(o)[1] for o in others) - {"", self.tag}

    def verdicts(self, words: list[list[str]], texts: list[str]) -> tuple[Verdict, ...]:
        """One for each text; both lists are of the same texts."""
        scores = self.table.scores(words) if self.table is not None and self.rows else None
        return tuple(
            self._verdict(text, len(line), scores[i] if scores is not None else None)
            for i, (text, line) in enumerate(zip(texts, words, strict=True))
        )

    def _verdict(self, text: str, words: int, scores: Sequence[float] | None) -> Verdict:
        other = self._other_script(text)
        if other:
            return Verdict(answer=Answer.SCRIPT, expected=self.expected, other=other, words=words)
        reason = self._why_not(words)
        if reason or scores is None:
            return self._cannot(words, reason)
        return self._compared(words, scores)

    def _other_script(self, text: str) -> str:
        """The script of most letters, where the language is not written in it; or empty."""
        if not self.scripts:
            return ""
        found: dict[str, int] = {}
        for character in text:
            if unicodedata.category(character)[0] in "LM":  # vowels are marks where consonants are letters
                script = script_of(character)
                found[script] = found.get(script, 0) + IDEOGRAPHS.get(script, 1)
        own = sum(n for script, n in found.items() if script in self.own)
        if own >= SCRIPT_SHARE * sum(found.values()) or not _enough(text, self.own):
            return ""
        return max((s for s in found if s not in self.own), key=lambda s: found[s])

    def _why_not(self, words: int) -> str:
        from translation.identify_errors import LENGTHS

        if not self.has_data:
            return "unchecked: the identifier's data is not installed"
        if self.table is None:
            return f"nothing is known of how {self.expected} is written"
        if not self.rows:
            return f"texts in {self.expected} were never measured"
        if words < LENGTHS[0]:
            return f"too short: {words} words that count"
        return ""

    def _cannot(self, words: int, reason: str) -> Verdict:
        return Verdict(answer=Answer.CANNOT_TELL, expected=self.expected, words=words, reason=reason)

    def _compared(self, words: int, scores: Sequence[float]) -> Verdict:
        from translation.identify_errors import FAR, TOGETHER, at_length

        assert self.table is not None
        rows = at_length(self.rows, words)
        tags = self.table.tags
        together = rows.pop(TOGETHER, None)
        if together is not None and not together.reaches:
            return self._cannot(words, f"texts of {words} words in {self.expected} give too many false alarms")
        own = scores[tags.index(self.tag)]
        # Beyond the longest texts that were measured, evidence is taken for that much of them.
        most = max(r.words for r in self.rows)
        share = most / words if words > most else 1.0
        alarms: list[tuple[float, Measured]] = []
        unsure: list[str] = []
        away = [i for i, t in enumerate(tags) if t != self.tag and t not in self.near]
        for other in (*self.near, *((FAR,) if away else ())):
            row = rows.get(other)
            if row is None or not row.reaches:
                unsure.append(other)
                continue
            place = max(away, key=lambda i: scores[i]) if other == FAR else tags.index(other)
            beyond = float(scores[place] - own) * share - row.threshold
            if beyond > 0:
                alarms.append((beyond, row))
        if alarms:
            _, row = max(alarms, key=lambda a: a[0])
            return Verdict(
                answer=Answer.ANOTHER,
                expected=self.expected,
                other=self._likeliest(scores),
                words=words,
                error=row.in_words(),
                rates=row.rates(),
            )
        unsure = ["other languages" if u == FAR else u for u in unsure] + list(self.unknown)
        if unsure:
            return self._cannot(words, f"in {words} words {self.expected} cannot be told from {', '.join(unsure)}")
        worst = max(rows.values(), key=lambda r: r.n_other - r.caught)
        return Verdict(answer=Answer.RIGHT, expected=self.expected, words=words, error=worst.in_words())

    def _likeliest(self, scores: Sequence[float]) -> str:
        """The language of the highest score, the expected one left out; the script's own where it is nearly as high."""
        assert self.table is not None
        tags = self.table.tags
        best = max((i for i, t in enumerate(tags) if t != self.tag), key=lambda i: scores[i])
        near = [i for i, t in enumerate(tags) if t in self.sources and scores[best] - scores[i] <= NAMED_WITHIN]
        return tags[max(near, key=lambda i: scores[i], default=best)]
