"""Whether a text is in the language that it should be in, or looks like another; said only where it was measured.

A verdict is *right*, *another language* or *cannot tell*. It never refuses anything: it is a question for a person.
Only pairs of languages and lengths whose measured errors reach the target (``identify_errors``) get a verdict;
everything else is *cannot tell*, with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from languages.lookalikes import lookalikes_of
from languages.registry import find_language
from languages.unicode_scripts import written_with
from translation.identify_script import other_script
from translation.ngrams import plain, telling_words, words_of

if TYPE_CHECKING:
    from translation.identify_errors import Measured

ENGINE = "translation/ngram"
NAMED_WITHIN = 10.0
"""Natural logarithms below the highest score, within which the script's own language gives its name. Measured on
NTREX-128: of 12 words, Spanish is then named in all of its lines that are called; 0.1 % of others' are called Spanish
for it (within 20: 2.4 %)."""


NAMES = "names, addresses and letters typed in another way leave too little to tell by"
"""Why a text is not called that looked like another language's with them."""


def name_of(tag: str) -> str:
    """A language's English name; a tag that no language has stays."""
    found = find_language(tag)
    return found.name if found is not None else tag


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
    return _Asked(expected, tuple(others)).verdicts([(t,) for t in texts])


def identify_together(
    groups: Sequence[Sequence[str]], expected: str, others: Sequence[str] = ()
) -> tuple[Verdict, ...]:
    """One verdict for each group of texts, as of one text: single lines may be too short to tell."""
    return _Asked(expected, tuple(others)).verdicts(groups)


def identify_file(texts: Sequence[str], expected: str, others: Sequence[str] = ()) -> FileVerdict:
    """The verdict on all lines together, where a single line is too short, and one on each of them.

    The whole's is about most of its words: a file of which a third is in another language is *right* as a whole.
    """
    asked = _Asked(expected, tuple(others))
    (whole,) = asked.verdicts([texts])
    return FileVerdict(whole=whole, lines=asked.verdicts([(t,) for t in texts]))


class _Asked:
    """One expected language, and all that is known for judging texts that should be in it."""

    def __init__(self, expected: str, others: tuple[str, ...]) -> None:
        from languages.registry import get_language
        from translation.identify_errors import measured, neighbours
        from translation.identify_model import class_of, table, tables

        self.expected = expected
        script = get_language(expected).script
        self.scripts = written_with(script) if script != "unknown" else frozenset[str]()
        name, self.tag = class_of(expected)
        self.table = table(name) if name else None
        self.rows = measured(self.tag) if self.tag else ()
        self.unknown = tuple(o for o in others if not class_of(o)[1])
        self.has_data = bool(tables())
        self.near = neighbours(self.tag)
        self.sources = frozenset(class_of(o)[1] for o in others) - {"", self.tag}

    def verdicts(self, groups: Sequence[Sequence[str]]) -> tuple[Verdict, ...]:
        """One for each group of texts."""
        words = [[w for text in group for w in words_of(text)] for group in groups]
        scores = self.table.scores(words) if self.table is not None and self.rows else None
        return tuple(
            self._verdict(group, len(words[i]), scores[i] if scores is not None else None)
            for i, group in enumerate(groups)
        )

    def _verdict(self, texts: Sequence[str], words: int, scores: Sequence[float] | None) -> Verdict:
        text = "\n".join(texts)
        other = other_script(text, self.scripts)
        if other and other_script(plain(text), self.scripts):  # not for «USB» and an address alone
            return Verdict(answer=Answer.SCRIPT, expected=self.expected, other=other, words=words)
        reason = self._why_not(words)
        if reason or scores is None:
            return self._cannot(words, reason)
        found = self._compared(words, scores)
        return found if found.answer is not Answer.ANOTHER or self._stands(texts, words) else self._cannot(words, NAMES)

    def _stands(self, texts: Sequence[str], words: int) -> bool:
        """Whether an alarm stands without addresses, names and brands, and with letters that were typed wrongly mended.

        The errors that were measured hold for all words of a text: this only takes alarms away, never adds one.
        """
        assert self.table is not None
        telling = [w for text in texts for w in telling_words(self._mended(text), self.scripts)]
        if not telling:
            return False
        return self._compared(words, self.table.scores([telling])[0]).answer is Answer.ANOTHER

    def _mended(self, text: str) -> str:
        """The text with the language's own letters where typists have others."""
        for habit in lookalikes_of(self.expected):
            text = habit.mended(text)
        return text

    def _why_not(self, words: int) -> str:
        from translation.identify_errors import LENGTHS

        if not self.has_data:
            return "unchecked: the identifier's data is not installed"
        if self.table is None:
            return f"{name_of(self.expected)} is not among the languages that are told apart here"
        if not self.rows:
            return f"texts in {name_of(self.expected)} were never measured"
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
            return self._cannot(words, f"texts of {words} words in {name_of(self.expected)} give too many false alarms")
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
        unsure = ["other languages" if u == FAR else name_of(u) for u in (*unsure, *self.unknown)]
        if unsure:
            told = f"in {words} words {name_of(self.expected)} cannot be told from {', '.join(unsure)}"
            return self._cannot(words, told)
        worst = max(rows.values(), key=lambda r: r.n_other - r.caught)
        return Verdict(answer=Answer.RIGHT, expected=self.expected, words=words, error=worst.in_words())

    def _likeliest(self, scores: Sequence[float]) -> str:
        """The language of the highest score, the expected one left out; the script's own where it is nearly as high."""
        assert self.table is not None
        tags = self.table.tags
        best = max((i for i, t in enumerate(tags) if t != self.tag), key=lambda i: scores[i])
        near = [i for i, t in enumerate(tags) if t in self.sources and scores[best] - scores[i] <= NAMED_WITHIN]
        return tags[max(near, key=lambda i: scores[i], default=best)]
