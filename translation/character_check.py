"""What a reviewer is asked about the characters of lines: at most one thing of each kind on a line, each thing once.

Mostly questions; what must be repaired is said here too, and the work goes on with the text as it is. A line that a
person approved is not asked about again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from languages.character_finding import CharacterFinding, CharacterKind, Severity
from languages.characters import character_findings
from translation.translated import Finding, FindingKind

Asked = tuple[tuple[Finding, ...], ...]


@lru_cache(maxsize=64)
def ask_characters(texts: tuple[str, ...], tag: str) -> Asked:
    """What to ask about each text, in order; mostly nothing.

    A question that many lines raise, such as a letter typed in another way throughout, stands on the first of them and
    says how many others there are; what must be repaired stands on each.

    Args:
        texts: those that nobody approved; an empty one is passed over.
        tag: canonical tag of the language that they should be in.
    """
    found = tuple(tuple(_one_of_each(character_findings(text, tag))) for text in texts)
    times = Counter((f.kind, f.subject) for line in found for f in line if f.severity is Severity.QUESTION)
    told: set[tuple[CharacterKind, str]] = set()
    asked: list[tuple[Finding, ...]] = []
    for line in found:
        mine: list[Finding] = []
        for f in line:
            same = (f.kind, f.subject)
            if f.severity is Severity.QUESTION and same in told:
                continue
            told.add(same)
            mine.append(_finding(f, times[same] - 1))
        asked.append(tuple(mine))
    return tuple(asked)


def _one_of_each(found: tuple[CharacterFinding, ...]) -> Iterator[CharacterFinding]:
    """The first finding of each kind, what must be repaired before what is asked."""
    seen: set[CharacterKind] = set()
    for f in sorted(found, key=lambda f: (f.severity is Severity.QUESTION, f.start)):
        if f.kind not in seen:
            seen.add(f.kind)
            yield f


def _finding(f: CharacterFinding, others: int) -> Finding:
    more = f" (So too in {others} other line{'s' if others > 1 else ''}.)" if others > 0 else ""
    approve = " If it is right as it stands, approve it." if f.severity is Severity.QUESTION else ""
    return Finding(kind=FindingKind.CHARACTERS, text=f"Character {f.start + 1}: {f.text}{more}{approve}")
