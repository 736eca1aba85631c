"""What ``vernacast check-text`` asks about the language of texts: of each, of some that follow each other, of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from flows.passages import Part, Passage, Passages
from translation.identify import Answer, Verdict, identify_lines, identify_together
from translation.language_check import question
from translation.ngrams import words_of
from translation.text_file import clean

CHUNK = 500
"""Texts whose language is looked at together."""
WINDOW_WORDS = 40
"""Words of texts that are judged as one where each of them is too short; errors are measured for this length."""
FEW_WINDOWS = 3
"""Up to so many, one that looks like another language is enough; of more, two that follow each other must: of 200 right
ones, one may by the measured error."""
FEWEST_WORDS = 2
"""Of a text that is the same as its source: a single word may rightly be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageQuestion:
    """One thing to ask."""

    index: int
    """Of the text, or the first of the texts, among all of the file."""
    text: str
    subject: str
    """What is asked, without the place: questions with one subject are alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLanguage:
    """What was found about the language of a file."""

    questions: tuple[LanguageQuestion, ...]
    untold: tuple[tuple[str, int], ...]
    """(why the language of a text cannot be told, how many texts), most first."""
    whole: Verdict | None
    """On all texts together; None where some were asked about."""


def told_language(read: Passages) -> ToldLanguage:
    """What is to be asked about the language of a file's texts."""
    expected, others = read.language.tag, (read.source,) if read.source else ()
    texts = [p.text for p in read.texts]
    verdicts = [v for i in range(0, len(texts), CHUNK) for v in identify_lines(texts[i : i + CHUNK], expected, others)]
    asked = list(_each(read, verdicts))
    lines = [i for i, p in enumerate(read.texts) if p.part is Part.LINE]
    unsure = [i for i in lines if verdicts[i].answer is Answer.CANNOT_TELL]
    windows = _windows(unsure, texts)
    parts = identify_together([[texts[i] for i in w] for w in windows], expected, others)
    asked += _together(windows, parts, read.texts)
    whole = None
    if not asked and lines:
        some = [texts[i] for i in lines[:: max(1, len(lines) // CHUNK)]]
        (whole,) = identify_together([some], expected, others)
        asked += _question(lines[0], whole, "All lines together look")
    reasons = Counter(verdicts[i].reason for i in unsure if verdicts[i].reason)
    return ToldLanguage(questions=tuple(asked), untold=tuple(reasons.most_common()), whole=whole)


def _each(read: Passages, verdicts: Sequence[Verdict]) -> Iterator[LanguageQuestion]:
    for i, (passage, verdict) in enumerate(zip(read.texts, verdicts, strict=True)):
        if verdict.answer is not Answer.RIGHT and _is_copied(passage, read):
            text = "The translation is the same as the source."
            yield LanguageQuestion(index=i, text=text, subject="same")
        else:
            yield from _question(i, verdict)


def _question(index: int, verdict: Verdict, looks: str = "This line looks") -> Iterator[LanguageQuestion]:
    for f in question(verdict, looks):
        text = f.text.replace(" If it is right as it stands, approve it.", "")
        yield LanguageQuestion(index=index, text=text, subject=f"{verdict.answer} {verdict.other}")


def _is_copied(passage: Passage, read: Passages) -> bool:
    """Whether a text was left as its source; names alone may stay, and so may a text in the source's own language.

    Where nothing says in which language the sources are, English is taken for gettext's.
    """
    if (read.source or "en").partition("-")[0] == read.language.tag.partition("-")[0]:
        return False
    text = clean(passage.text)
    if not passage.source or clean(passage.source) != text:
        return False
    words = [w for w in text.split() if any(c.isalpha() for c in w)]
    first = (next(c for c in w if c.isalpha()) for w in words)
    return len(words) >= FEWEST_WORDS and not all(c.isupper() or c.istitle() for c in first)


def _windows(indices: Sequence[int], texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """Texts that follow each other and have words enough together."""
    found: list[tuple[int, ...]] = []
    now: list[int] = []
    words = 0
    for i in indices:
        now.append(i)
        words += len(words_of(texts[i]))
        if words >= WINDOW_WORDS:
            found.append(tuple(now))
            now, words = [], 0
    return tuple(found)


def _together(
    windows: Sequence[tuple[int, ...]], verdicts: Sequence[Verdict], passages: Sequence[Passage]
) -> Iterator[LanguageQuestion]:
    """One question for each run of windows that look like another language."""
    wrong = [i for i, v in enumerate(verdicts) if v.answer is Answer.ANOTHER]
    starts = [0, *(n for n, (a, b) in enumerate(pairwise(wrong), 1) if b != a + 1), len(wrong)]
    for a, b in pairwise(starts):
        run = wrong[a:b]
        if not run or (len(run) == 1 and len(windows) > FEW_WINDOWS):
            continue
        first, last = windows[run[0]][0], windows[run[-1]][-1]
        looks = f"The texts from row {passages[first].row} to row {passages[last].row} together look"
        yield from _question(first, verdicts[run[0]], looks)
